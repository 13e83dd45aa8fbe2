// Words of a group, folded until somebody wants to read them.
import { h } from "../dom.js";

/** @param {string} summary what stands there while they are folded @param {string[]} words */
export function saidBy(summary, words) {
  return h(
    "details",
    {},
    h("summary", {}, summary),
    h(
      "ul",
      { class: "stack tight" },
      words.map((text) => h("li", { class: "said" }, text)),
    ),
  );
}
