// While a question is written: what answers it already, to open in place, so that it need not be asked.
import { announce } from "../announce.js";
import { fill, h } from "../dom.js";
import { Problem } from "../problem.js";
import { searching } from "../searching.js";
import { counted } from "../words.js";
import { hitItem } from "./hit.js";

const pause = 300;
/** Fewer letters say too little. */
const least = 6;
const most = 3;

/**
 * @param {string} known the words whose hits the asker has seen already
 * @param {object|null} where see askForm.js
 * @param {() => void} helped
 * @returns {{place: Node, look: (text: string) => void}}
 */
export function similar(known, where, helped) {
  const place = h("div", { class: "stack tight" });
  let waiting = 0;
  let running = new AbortController();
  let shown = known.trim();

  function look(text) {
    clearTimeout(waiting);
    waiting = setTimeout(() => find(text.trim().slice(0, 1000)), pause);
  }

  async function find(words) {
    if (words === shown) return;
    shown = words;
    running.abort();
    running = new AbortController();
    const { signal } = running;
    if (words.length < least || words === known.trim()) {
      place.replaceChildren();
      return;
    }
    try {
      const search = searching(words, where);
      const found = await search.find(signal);
      if (!signal.aborted) show(found, search);
    } catch (error) {
      // That nothing could be looked up keeps nobody from asking.
      if (!(error instanceof Problem) && error.name !== "AbortError") throw error;
    }
  }

  function show(found, search) {
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
    );
    if (answers.length > 0) announce(`${counted(answers.length, "answer")} may say it already.`);
  }

  return { place, look };
}
