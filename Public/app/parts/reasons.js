// Why a change, what is in it for the learner, what stops: first on a course's page.
import { h } from "../dom.js";
import { richText } from "../richText.js";

/** Takes each as HTML, as `{html}`, or as nothing. */
export function reasons({ why, benefit, stop }) {
  const parts = [
    ["Why we change", why],
    ["What is in it for you", benefit],
    ["What we stop", stop],
  ]
    .map(([title, text]) => [title, typeof text === "string" ? text : text?.html])
    .filter(([, html]) => html);
  if (parts.length === 0) return null;
  return h(
    "div",
    { class: "reasons card" },
    parts.map(([title, html]) => h("section", {}, h("h2", {}, title), richText(html, { level: 3 }))),
  );
}
