// A form that sends once, says what is wrong where it is wrong, and keeps what was typed until it arrived.
import { announce } from "../announce.js";
import { h } from "../dom.js";
import { drop, keepForm } from "../drafts.js";
import { Problem } from "../problem.js";
import { problemNotice } from "./notices.js";

/**
 * @param {object} parts
 * @param {Array<Node>} parts.fields
 * @param {string} parts.action what the button says
 * @param {(values: FormData, form: HTMLFormElement) => Promise<any>} parts.send
 * @param {(result: any) => void} parts.done
 * @param {string|null} parts.draft the name under which it is kept while typed
 * @param {() => object} parts.along see keepForm
 * @param {Array<Node>} parts.beside further buttons
 */
export function form({
  fields,
  action,
  send,
  done = () => {},
  draft = null,
  along,
  beside = [],
  label = null,
  quiet = false,
}) {
  const button = h("button", { type: "submit", class: quiet ? "" : "primary" }, action);
  const place = h("div", {});
  const element = h("form", { "aria-label": label }, fields, place, h("div", { class: "row" }, button, beside));
  let sending = false;
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    button.setAttribute("aria-disabled", "true");
    clear(element, place);
    try {
      const result = await send(new FormData(element), element);
      if (draft) drop(draft);
      await done(result);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      show(error, element, place);
    } finally {
      sending = false;
      button.removeAttribute("aria-disabled");
    }
  });
  if (draft) keepForm(element, draft, along);
  return element;
}

function clear(element, place) {
  place.replaceChildren();
  for (const control of element.elements) {
    control.removeAttribute("aria-invalid");
    const wrong = document.getElementById(`${control.id}-wrong`);
    if (wrong) wrong.textContent = "";
  }
}

function show(problem, element, place) {
  const elsewhere = [];
  let first = null;
  for (const error of problem.errors) {
    const name = (error.pointer ?? "").split("/").filter(Boolean).pop();
    const control = name ? [...element.elements].find((candidate) => candidate.name === name) : null;
    const wrong = control ? document.getElementById(`${control.id}-wrong`) : null;
    if (!wrong) {
      elsewhere.push(error);
      continue;
    }
    control.setAttribute("aria-invalid", "true");
    wrong.textContent = error.message;
    first ??= control;
  }
  // What stands beside its field, which gets the focus, is not said twice.
  if (first && elsewhere.length === 0) {
    first.focus();
    return;
  }
  const shown = new Problem({ ...problem, detail: problem.message, errors: elsewhere, requestID: problem.requestID });
  place.replaceChildren(problemNotice(shown));
  if (first) first.focus();
  announce(problem.message);
}
