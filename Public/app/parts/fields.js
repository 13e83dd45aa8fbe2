// The parts of a form, each with its label, hint and place for what is wrong.
import { announce } from "../announce.js";
import { freshID, h } from "../dom.js";
import { counted } from "../words.js";

/**
 * A labeled control.
 * @param {{label: string, name: string, type?: string, value?: string, hint?: string, lines?: number, options?: Array<[string, string]>}} part
 *   other properties go to the control. With `most`, longer text is not cut off as by `maxlength`: how much is left is said when the
 *   end comes near, and what is too long is not sent
 */
export function field({ label, name, type = "text", value = "", hint = null, lines = 0, options = null, most = 0, ...rest }) {
  const id = freshID(name);
  const about = [hint && `${id}-hint`, most > 0 && `${id}-left`, `${id}-wrong`].filter(Boolean).join(" ");
  const properties = { id, name, "aria-describedby": about, ...rest };
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
  const left = most > 0 && h("p", { class: "hint", id: `${id}-left` });
  const wrong = h("p", { class: "wrong", id: `${id}-wrong` });
  if (left) control.addEventListener("input", () => measure(control, most, left, wrong));
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    hint && h("p", { class: "hint", id: `${id}-hint` }, hint),
    control,
    left,
    wrong,
  );
}

/** Says how many characters are left of the last fifth, or how many are too many. */
function measure(control, most, left, wrong) {
  const rest = most - characters(control.value.trim());
  const tooLong = rest < 0 ? `Too long by ${number(-rest)}: at most ${number(most)} characters can be sent.` : "";
  if (tooLong && control.validity.valid) announce(tooLong);
  control.setCustomValidity(tooLong);
  if (tooLong) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
  wrong.textContent = tooLong;
  left.textContent = rest >= 0 && rest <= most / 5 ? `${counted(rest, "character")} left` : "";
}

/** As the API counts them: what a reader takes for one, whatever it is made of. */
function characters(text) {
  return [...new Intl.Segmenter().segment(text)].length;
}

function number(value) {
  return value.toLocaleString();
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
