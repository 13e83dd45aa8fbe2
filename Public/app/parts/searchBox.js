// The one box: results while typing, answers, lessons and stories apart, and a person to ask when nothing helps.
import { announce } from "../announce.js";
import { fill, h } from "../dom.js";
import { icon } from "../icons.js";
import { Problem } from "../problem.js";
import { remember } from "../router.js";
import { deepest, pageOf, searching } from "../searching.js";
import { counted } from "../words.js";
import { askForm } from "./askForm.js";
import { chipRow } from "./chipRow.js";
import { facetChips } from "./facets.js";
import { hitItem } from "./hit.js";
import { notice, problemNotice } from "./notices.js";

const pause = 220;
// So long after the last letter all hits are counted, which takes much longer than finding the best.
const resting = 600;
// So long after the last letter the words are meant, and are kept as a search.
const settling = 1500;
/** As many characters as the API takes (`search_words` of its limits). */
const most = 1000;
const tips = [
  ['"too expensive"', "these words side by side"],
  ["discount -renewal", "without what has that word"],
  ["tag:price", "what carries that tag"],
  ["course:buying", "what belongs to that course"],
  ["negoti*", "every word that begins so"],
];

/**
 * @param {object} parts
 * @param {string} parts.words what is searched for at first
 * @param {{course: string, activity: string, title: string}|null} parts.place where the asker is
 * @param {(active: boolean) => void} parts.changed whether results are shown
 */
export function searchBox({ words = "", place = null, changed = () => {}, compact = false }) {
  const results = h("div", { class: "results", id: "results" });
  const input = h("input", {
    type: "search",
    id: "search",
    name: "q",
    value: words,
    autocomplete: "off",
    spellcheck: "true",
    enterkeyhint: "search",
    placeholder: "What did they say?",
    "aria-describedby": "search-hint",
    "aria-controls": "results",
  });
  const line = h(
    "form",
    {
      class: "search-line",
      role: "search",
      onsubmit: (event) => {
        event.preventDefault();
        clearTimeout(waiting);
        search({ again: true, meant: true });
      },
    },
    icon("search"),
    input,
    h("kbd", { "aria-hidden": "true" }, "/"),
  );
  const completions = chipRow("Go on with", "completions");
  const facets = facetChips(
    () => input.value.trim(),
    (words) => {
      input.value = words;
      search({ again: true, meant: true });
    },
  );
  const cut = h("p", { class: "small", hidden: true }, `Only the first ${most.toLocaleString()} characters are looked for.`);
  let waiting = 0;
  let counting = 0;
  // Counts all hits of what is shown; null where that is under way or done.
  let uncounted = null;
  let meaning = 0;
  let running = new AbortController();
  let shown = null;

  input.addEventListener("input", () => {
    if (input.value.length > most) {
      // Not through the middle of a character of two units.
      input.value = input.value.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
      cut.hidden = false;
      announce(cut.textContent);
    } else cut.hidden = true;
    clearTimeout(waiting);
    clearTimeout(counting);
    waiting = setTimeout(() => search({ typing: true }), pause);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && input.value) {
      event.preventDefault();
      input.value = "";
      search();
    } else if (event.key === "ArrowDown") {
      const first = results.querySelector(".hit button");
      if (first) {
        event.preventDefault();
        first.focus();
      }
    }
  });
  results.addEventListener("keydown", moveBetweenHits);

  async function search({ again = false, meant = false, settles = true, typing = false } = {}) {
    const text = input.value.trim();
    if (text === shown && !again) {
      // A blank, or a letter that was taken back: nothing else to find, and the typing rests from here.
      rest();
      return;
    }
    shown = text;
    clearTimeout(meaning);
    clearTimeout(counting);
    uncounted = null;
    remember({ q: text });
    running.abort();
    running = new AbortController();
    const { signal } = running;
    changed(text !== "");
    if (text === "") {
      cut.hidden = true;
      completions.show();
      facets.show(null);
      results.replaceChildren();
      return;
    }
    try {
      const current = searching(text, place);
      const kind = facets.kind();
      const found = await current.find(signal, typing ? { kind } : { kind, facets: 6 });
      if (signal.aborted) return;
      complete(found.completions);
      if (typing) {
        uncounted = () => count(current, signal);
        rest();
      } else facets.show(found.facets);
      show(found, current);
      if (settles) meaning = setTimeout(current.meant, meant ? 0 : settling);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Problem)) throw error;
      fill(
        results,
        problemNotice(error, () => search({ again: true })),
        askForm({ words: text, place, title: "Ask a person", quiet: true }),
      );
    }
  }

  /** Waits from now on for the rest after which all hits are counted. */
  function rest() {
    clearTimeout(counting);
    if (uncounted) counting = setTimeout(uncounted, resting - pause);
  }

  /** What narrows the search is shown once nobody types; that it cannot be counted is no matter to the searcher. */
  async function count(current, signal) {
    uncounted = null;
    try {
      const found = await current.find(signal, { kind: facets.kind(), facets: 6, limit: 1 });
      if (!signal.aborted) facets.show(found.facets);
    } catch (error) {
      if (!signal.aborted && !(error instanceof Problem)) throw error;
    }
  }

  /** Whole words that the last one may become, to tap. */
  function complete(words) {
    completions.show(
      words.map((word) =>
        h(
          "button",
          {
            type: "button",
            class: "plain small",
            onclick: () => {
              input.value = input.value.replace(/[\p{L}\p{M}\p{N}]+$/u, "") + word + " ";
              input.focus();
              search();
            },
          },
          word,
        ),
      ),
    );
  }

  // `offset` is how far down was read: fewer hits may be shown, where some are not for this reader.
  function show(found, current, offset = pageOf) {
    const text = current.words;
    const weak = found.weak ? [] : found.hits.filter((hit) => hit.weak);
    const hits = found.hits.filter((hit) => !weak.includes(hit));
    const answers = hits.filter((hit) => hit.kind === "answer");
    const lessons = hits.filter((hit) => hit.kind === "lesson");
    const stories = hits.filter((hit) => hit.kind === "story");
    const ask = askForm({
      words: text,
      search: current,
      place,
      title: found.hits.length && !found.weak ? undefined : "Ask a person",
      quiet: found.hits.length > 0 && !found.weak,
    });
    const didNotHelp = () => {
      ask.scrollIntoView({ block: "center", behavior: "smooth" });
      (ask.querySelector("textarea") ?? ask.querySelector("a"))?.focus({ preventScroll: true });
    };
    const items = new Map();
    const item = (hit) => {
      const node = hitItem(hit, current, didNotHelp);
      items.set(hit.rank, node);
      return node;
    };
    const group = (name, hits) =>
      hits.length > 0 &&
      h(
        "section",
        {},
        h("h2", {}, name),
        h(
          "ul",
          { class: "hits" },
          hits.map(item),
        ),
      );
    fill(
      results,
      hint(found, text),
      found.weak && ask,
      group(found.weak ? "The nearest answers" : "Answers", answers),
      group(found.weak ? "The nearest lessons" : "Lessons", lessons),
      group(found.weak ? "The nearest stories" : "Stories", stories),
      weak.length > 0 &&
        h(
          "details",
          {},
          h("summary", {}, `${weak.length} more that may fit less`),
          h(
            "ul",
            { class: "hits" },
            weak.map(item),
          ),
        ),
      found.has_more && further(found, current, offset),
      !found.weak && ask,
    );
    announce(
      found.hits.length === 0
        ? "Nothing found. You can ask a person."
        : [
            counted(answers.length, "answer"),
            counted(lessons.length, "lesson"),
            ...(stories.length > 0 ? [counted(stories.length, "story", "stories")] : []),
          ].join(", "),
    );
    return items;
  }

  /** More of the same, as far down as the API goes. */
  function further(found, current, offset) {
    const words = h("p", { class: "small quiet" }, "There is more. A few more words find the right one sooner.");
    if (offset + pageOf > deepest) return words;
    const signal = running.signal;
    const next = async () => {
      try {
        const more = await current.find(signal, { offset, kind: facets.kind() });
        if (signal.aborted) return;
        const all = { ...found, hits: [...found.hits, ...more.hits], has_more: more.has_more };
        const items = show(all, current, offset + pageOf);
        const first = more.hits.length > 0 && items.get(more.hits[0].rank);
        if (!first) return;
        first.closest("details")?.setAttribute("open", "");
        first.querySelector("button").focus();
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof Problem)) throw error;
        words.after(problemNotice(error));
      }
    };
    return h("div", { class: "stack tight" }, words, h("p", {}, h("button", { type: "button", onclick: next }, "Show more")));
  }

  function hint(found, text) {
    const other = found.suggestion;
    const suggestion =
      other &&
      other !== text &&
      h(
        "p",
        {},
        "Did you mean ",
        h(
          "button",
          {
            type: "button",
            class: "plain small",
            onclick: () => {
              input.value = other;
              input.focus();
              search({ again: true, meant: true });
            },
          },
          other.endsWith("?") ? other : `${other}?`,
        ),
      );
    if (found.hits.length === 0) {
      return notice(
        "warm",
        h("p", {}, h("strong", {}, "Nothing found for this.")),
        h("p", {}, "Ask it below: whoever is stuck there next will find the answer."),
        suggestion,
      );
    }
    if (found.weak) {
      return notice(
        "warm",
        h("p", {}, h("strong", {}, "Nothing stands out.")),
        h("p", {}, "A person may know: ask here. What comes nearest stands below."),
        suggestion,
      );
    }
    const loosened =
      found.loosened && h("p", {}, "Nothing has the quoted words side by side. These have them apart, or some of them.");
    return suggestion || loosened ? notice("", loosened, suggestion) : null;
  }

  if (words) search({ again: true, settles: false });
  return h(
    "section",
    { class: compact ? "search compact" : "search" },
    h("h1", { tabindex: "-1" }, h("label", { for: "search" }, "What are you stuck on?")),
    line,
    cut,
    completions.place,
    facets.place,
    h(
      "p",
      { class: "search-place", id: "search-hint" },
      place ? `Answers about “${place.title}” come first.` : "Answers, lessons and stories, as you type. Use their words.",
    ),
    results,
    h(
      "details",
      { class: "small quiet search-tips" },
      h("summary", {}, "Find it more exactly"),
      h(
        "dl",
        {},
        tips.map(([typed, found]) => [h("dt", {}, h("code", {}, typed)), h("dd", {}, found)]),
      ),
    ),
  );
}

function moveBetweenHits(event) {
  if (!["ArrowDown", "ArrowUp"].includes(event.key) || !event.target.matches(".hit h3 button")) return;
  const buttons = [...event.currentTarget.querySelectorAll(".hit h3 button")];
  const at = buttons.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1);
  event.preventDefault();
  (at < 0 ? document.getElementById("search") : buttons[at])?.focus();
}
