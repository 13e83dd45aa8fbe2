// The parts of a form, each with its label, hint and place for what is wrong.
import { freshID, h } from "../dom.js";

/**
 * A labeled control.
 * @param {{label: string, name: string, type?: string, value?: string, hint?: string, lines?: number, options?: Array<[string, string]>}} part
 *   other properties go to the control
 */
export function field({ label, name, type = "text", value = "", hint = null, lines = 0, options = null, ...rest }) {
  const id = freshID(name);
  const properties = { id, name, "aria-describedby": hint ? `${id}-hint ${id}-wrong` : `${id}-wrong`, ...rest };
  let control;
  if (options) {
    control = h(
      "select",
      properties,
      options.map(([key, text]) => h("option", { value: key }, text)),
    );
    control.value = value;
  } else if (lines > 0) {
    control = h("textarea", { ...properties, rows: lines, value: value ?? "" });
  } else {
    control = h("input", { ...properties, type, value: value ?? "" });
  }
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    hint && h("p", { class: "hint", id: `${id}-hint` }, hint),
    control,
    h("p", { class: "wrong", id: `${id}-wrong` }),
  );
}

/** One of several, or several of many. `options`: {value, label, detail?, checked?}; a label may be an element. */
export function choices({ legend, name, type = "radio", options, hint = null, required = false }) {
  return h(
    "fieldset",
    {},
    h("legend", {}, legend),
    hint && h("p", { class: "hint small quiet" }, hint),
    options.map((option) =>
      h(
        "label",
        { class: "choice" },
        h("input", {
          type,
          name,
          value: option.value,
          checked: option.checked === true,
          required: required && type === "radio",
        }),
        h("span", {}, option.label, option.detail && h("span", { class: "detail" }, ` ${option.detail}`)),
      ),
    ),
  );
}

/** A number out of a few. */
export function scale({ legend, name, from, to, low = null, high = null, value = null, required = true }) {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return h(
    "fieldset",
    {},
    h("legend", {}, legend),
    h(
      "div",
      { class: "scale-box" },
      h(
        "div",
        { class: "scale" },
        numbers.map((number) =>
          h(
            "label",
            {},
            h("input", { type: "radio", name, value: number, required, checked: value === number }),
            h("span", {}, number),
          ),
        ),
      ),
      (low || high) && h("div", { class: "ends" }, h("span", {}, `${from}: ${low}`), h("span", {}, `${to}: ${high}`)),
    ),
  );
}
