// While a question is written: what answers it already, to open in place, and who has asked it, so that it need not be asked.
import { announce } from "../announce.js";
import { get } from "../api.js";
import { fill, h } from "../dom.js";
import { Problem } from "../problem.js";
import { searching } from "../searching.js";
import { counted } from "../words.js";
import { followButton, whoWaits } from "./followButton.js";
import { hitItem } from "./hit.js";

const pause = 300;
// Words that stand in the form already come and go with each search; only those that stay are looked up.
const staying = 900;
/** Fewer letters say too little. */
const least = 6;
const most = 3;

/**
 * @param {Array<string>} known words whose hits the asker has seen already: only who has asked them is looked up
 * @param {object|null} where see askForm.js
 * @param {() => void} helped
 * @param {(question: object) => void} followed a colleague has asked it, and the asker waits for their answer
 * @returns {{place: Node, look: (text: string, filled?: boolean) => void}} `filled`: nobody has typed them there
 */
export function similar(known, where, helped, followed) {
  const place = h("div", { class: "stack tight" });
  let waiting = 0;
  let running = new AbortController();
  let shown = "";

  function look(text, filled = false) {
    clearTimeout(waiting);
    waiting = setTimeout(() => find(text.trim().slice(0, 1000)), filled ? staying : pause);
  }

  async function find(words) {
    // A form that another search has replaced looks no further.
    if (words === shown || !place.isConnected) return;
    shown = words;
    running.abort();
    running = new AbortController();
    const { signal } = running;
    if (words.length < least) {
      place.replaceChildren();
      return;
    }
    try {
      const search = searching(words, where);
      const [found, asked] = await Promise.all([
        known.includes(words) ? { hits: [] } : search.find(signal),
        get("/v1/questions/similar", { words }, { signal }).catch(none),
      ]);
      if (!signal.aborted) show(found, search, asked.data);
    } catch (error) {
      // That nothing could be looked up keeps nobody from asking.
      if (!(error instanceof Problem) && error.name !== "AbortError") throw error;
    }
  }

  /** What answers it is shown also where this cannot be said. */
  function none(error) {
    if (!(error instanceof Problem)) throw error;
    return { data: [] };
  }

  function show(found, search, asked) {
    const answers = found.hits.filter((hit) => hit.kind === "answer" && !hit.weak).slice(0, most);
    fill(
      place,
      answers.length > 0 && [
        h("p", { class: "small" }, h("strong", {}, "This may answer it already")),
        h(
          "ul",
          { class: "hits", "aria-label": "This may answer it already" },
          answers.map((hit) => hitItem(hit, search, () => {}, helped)),
        ),
      ],
      asked.length > 0 && [
        h("p", { class: "small" }, h("strong", {}, "Asked already, and not answered yet")),
        h("ul", { class: "cards", "aria-label": "Asked already" }, asked.map(askedItem)),
      ],
    );
    const said = [
      answers.length > 0 && `${counted(answers.length, "answer")} may say it already.`,
      asked.length > 0 && `${counted(asked.length, "open question")} may ask the same.`,
    ];
    if (said.some(Boolean)) announce(said.filter(Boolean).join(" "));
  }

  function askedItem(question) {
    return h(
      "li",
      { class: "card" },
      h("p", { class: "said" }, h("a", { href: `#/questions/${question.id}` }, question.text)),
      question.mine
        ? h("p", { class: "small quiet" }, "You asked this.")
        : [
            whoWaits(question) && h("p", { class: "small quiet" }, whoWaits(question)),
            !question.followed && h("div", { class: "row" }, followButton(question, () => followed(question))),
          ],
    );
  }

  return { place, look };
}
