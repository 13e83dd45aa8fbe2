// Shows where a text matched, from ranges, without any markup of the server's.
import { h } from "./dom.js";

/**
 * Text with marks.
 * @param {string} text
 * @param {Array<[number, number]>} ranges from and to in characters of the text, sorted, apart from each other
 */
export function highlighted(text, ranges = []) {
  const characters = [...text];
  const nodes = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (from < at || to <= from || to > characters.length) continue;
    nodes.push(characters.slice(at, from).join(""), h("mark", {}, characters.slice(from, to).join("")));
    at = to;
  }
  nodes.push(characters.slice(at).join(""));
  return nodes;
}
