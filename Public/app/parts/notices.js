// Boxes that say something: a problem and how to mend it, something done, nothing there yet.
import { h } from "../dom.js";

/** A problem with what to do about it; `again` adds a button that tries once more. */
export function problemNotice(problem, again = null) {
  const details = (problem.errors ?? []).filter(
    (error) => error.message && (error.line || error.message !== problem.message),
  );
  return h(
    "div",
    { class: "notice bad", role: "alert" },
    h("p", {}, h("strong", {}, problem.message || "Something went wrong.")),
    details.length > 0 &&
      h(
        "ul",
        {},
        details.map((error) => h("li", {}, detailText(error, problem.message))),
      ),
    problem.remedy && h("p", {}, problem.remedy),
    problem.requestID && problem.status >= 500 && h("p", { class: "small quiet" }, `For the log: ${problem.requestID}`),
    again && h("p", {}, h("button", { type: "button", class: "small", onclick: again }, "Try again")),
  );
}

function detailText(error, said) {
  const name = (error.pointer ?? "").split("/").filter(Boolean).pop();
  const where = [
    error.line && `line ${error.line}`,
    error.column && `column ${error.column}`,
    name?.replaceAll("_", " "),
  ].filter(Boolean);
  if (where.length === 0) return error.message;
  const place = where.join(", ");
  const start = place[0].toUpperCase() + place.slice(1);
  // What was said above is not said twice: its place is new.
  return error.message === said ? `${start}.` : `${start}: ${error.message}`;
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
