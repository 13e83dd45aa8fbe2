// An address that the page does not know.
import { h } from "../dom.js";

export default async function nowhere() {
  return h(
    "div",
    { class: "stack" },
    h("h1", { tabindex: "-1" }, "There is nothing at this address"),
    h(
      "p",
      {},
      "The link may be old or cut off. ",
      h("a", { href: "#/" }, "Go to the first page"),
      " and search for it there.",
    ),
  );
}
