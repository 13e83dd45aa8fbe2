// The top of a page: where it belongs, its name, one sentence.
import { h } from "../dom.js";

/** @param {{title: string, lead?: string, back?: [string, string], actions?: Node[]}} head */
export function pageHead({ title, lead, back, actions = [] }) {
  return h(
    "header",
    { class: "page-head" },
    back && h("p", { class: "back" }, h("a", { href: back[0] }, `← ${back[1]}`)),
    h(
      "div",
      { class: "row spread" },
      h("h1", { tabindex: "-1" }, title),
      actions.length > 0 && h("div", { class: "row" }, actions),
    ),
    lead && h("p", { class: "lead" }, lead),
  );
}
