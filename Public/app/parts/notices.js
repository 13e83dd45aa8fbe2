// Boxes that say something: a problem and how to mend it, something done, nothing there yet.
import { h } from "../dom.js";

/** A problem with what to do about it; `again` adds a button that tries once more. */
export function problemNotice(problem, again = null) {
  const errors = (problem.errors ?? []).filter((error) => error.message);
  const main = errors.find((error) => error.message === problem.message);
  const details = errors.filter((error) => error !== main);
  return h(
    "div",
    { class: "notice bad", role: "alert" },
    h("p", {}, h("strong", {}, main ? placed(main) : problem.message || "Something went wrong.")),
    details.length > 0 &&
      h(
        "ul",
        {},
        details.map((error) => h("li", {}, detailText(error))),
      ),
    problem.remedy && h("p", {}, problem.remedy),
    problem.requestID && problem.status >= 500 && h("p", { class: "small quiet" }, `For the log: ${problem.requestID}`),
    again && h("p", {}, h("button", { type: "button", class: "small", onclick: again }, "Try again")),
  );
}

function detailText(error) {
  const name = (error.pointer ?? "").split("/").filter(Boolean).pop();
  return name ? `${name.replaceAll("_", " ")}: ${placed(error)}` : placed(error);
}

/** What is wrong, behind the line where it is wrong. */
function placed({ line, column, message }) {
  if (!line) return message;
  return `Line ${line}${column ? `, column ${column}` : ""}: ${message}`;
}

/** Something to know. `tone`: good, warm, bad or none. */
export function notice(tone, ...children) {
  return h(
    "div",
    { class: `notice ${tone ?? ""}` },
    children.map((child) => (typeof child === "string" ? h("p", {}, child) : child)),
  );
}

/** Says that there is nothing, and what to do next. */
export function empty(title, text, ...actions) {
  return h(
    "div",
    { class: "empty" },
    h("h2", { class: "card-title" }, title),
    h("p", {}, text),
    actions.some(Boolean) && h("div", { class: "row" }, actions),
  );
}
