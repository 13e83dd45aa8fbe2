// Got hit: a practice was tried and went wrong. Answers for this very step stand first, then what a search for it finds, then a person to
// ask; and the next try gets its day.
import { all } from "../api.js";
import { fill, freshID, h } from "../dom.js";
import { Problem } from "../problem.js";
import { searching } from "../searching.js";
import { witnesses } from "../words.js";
import { askForm } from "./askForm.js";
import { hitItem } from "./hit.js";
import { nextTry } from "./nextTry.js";
import { problemNotice } from "./notices.js";

const pause = 250;
/** Most answers of one course that are looked at for those of a step. */
const most = 500;

/** @param {object} step see stepPane.js */
export function gotHit(step) {
  const { item } = step;
  const place = h("div", { class: "stack" });
  const button = h("button", { type: "button", class: "primary", "aria-expanded": "false", onclick: open }, "Tried it, went wrong");
  async function open() {
    if (button.getAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    button.setAttribute("aria-expanded", "true");
    // That it could not be noted keeps nobody from the answer.
    const noted = step.record("tried").catch((error) => {
      if (!(error instanceof Problem)) throw error;
    });
    const heading = h("h3", { tabindex: "-1" }, "That happens. Here is what helps");
    fill(place, h("section", { class: "got-hit stack", "aria-label": "After a try that went wrong" }, heading, answers(step), nextTry(step)));
    heading.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start", behavior: "smooth" });
    await noted;
  }
  return [h("div", { class: "row" }, h("span", {}, `“${item.title}” did not go as it should?`), button), place];
}

/** Answers for the step, with a box in which its name stands already, and the question with the words in it. */
function answers(step) {
  const { item, enrollment } = step;
  const id = freshID("stuck");
  const where = { course: enrollment.course_id, activity: item.activity, title: item.title };
  const results = h("div", { class: "stack", "aria-live": "polite" });
  const input = h("input", { type: "search", id, value: item.title, maxlength: 1000, autocomplete: "off", enterkeyhint: "search" });
  let waiting = 0;
  let running = new AbortController();
  let linked = null;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, pause);
  });

  async function look() {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    const words = input.value.trim() || item.title;
    const search = searching(words, where);
    try {
      linked ??= await answersOf(where);
      const found = await search.find(signal);
      if (!signal.aborted) show(found, search, words);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Problem)) throw error;
      fill(results, problemNotice(error, look), ask(null, words, false));
    }
  }

  function show(found, search, words) {
    const others = found.weak ? [] : found.hits.filter((hit) => !hit.weak && !linked.some((one) => one.id === hit.id));
    const question = ask(search, words, linked.length + others.length > 0);
    const toPerson = () => {
      question.scrollIntoView({ block: "center", behavior: "smooth" });
      question.querySelector("textarea")?.focus({ preventScroll: true });
    };
    const group = (name, hits) =>
      hits.length > 0 &&
      h("section", {}, h("h4", {}, name), h("ul", { class: "hits" }, hits.map((hit) => hitItem(hit, search, toPerson))));
    fill(
      results,
      group("Answers for this step", linked),
      group(linked.length > 0 ? "More answers" : "Answers", others.slice(0, 5)),
      linked.length + others.length === 0 && h("p", { class: "quiet" }, "There is no answer for this yet: whoever is stuck here next will find yours."),
      question,
    );
  }

  function ask(search, words, quiet) {
    const said = words === item.title ? `I tried “${item.title}”, and it went wrong.` : words;
    const draft = `question.${where.course}.${where.activity}`;
    const box = askForm({ words: said, search, place: where, draft, title: "Ask a person", quiet });
    const who = item.witness !== "anyone" && witnesses[item.witness];
    if (who) box.append(h("p", { class: "small quiet" }, `Or talk to ${who}, who confirms this step and knows it.`));
    return box;
  }

  look();
  return h("div", { class: "stack tight" }, h("label", { for: id }, "What went wrong?"), input, results);
}

/** The published answers that belong to a step, as hits. */
async function answersOf({ course, activity }) {
  const found = await all("/v1/answers", { course }, most);
  return found
    .filter((answer) => answer.activity === activity && answer.state !== "retired")
    .map((answer) => ({
      kind: "answer",
      id: answer.id,
      title: answer.question,
      text: "",
      html: answer.html,
      tags: answer.tags ?? [],
      verified: answer.verified,
      highlights: [],
      why: [],
      missing: [],
    }));
}
