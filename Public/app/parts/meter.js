// How much of something is done, as words and as a bar.
import { h } from "../dom.js";

/** @param {number} done @param {number} required @param {string} what of what, for screen readers */
export function meter(done, required, what = "Progress") {
  const text = required === 0 ? "Nothing is required" : `${done} of ${required} done`;
  return h(
    "div",
    { class: "meter" },
    h("progress", { max: Math.max(1, required), value: Math.min(done, required), "aria-label": what }),
    h("span", {}, text),
  );
}
