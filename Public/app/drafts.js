// Keeps what is being typed, so that an error, a reload or an expired session loses nothing. In this tab only.
import { me } from "./session.js";

const prefix = "cornerman.draft";

function slot(name) {
  return `${prefix}.${me()?.id ?? "nobody"}.${name}`;
}

/** What was kept under a name; null where there is nothing. */
export function recall(name) {
  try {
    return JSON.parse(sessionStorage.getItem(slot(name)));
  } catch {
    return null;
  }
}

/** Keeps a value under a name. */
export function keep(name, value) {
  try {
    sessionStorage.setItem(slot(name), JSON.stringify(value));
  } catch {
    // Full: the page goes on without keeping.
  }
}

/** Forgets what was kept under a name. */
export function drop(name) {
  try {
    sessionStorage.removeItem(slot(name));
  } catch {
    // A page without storage kept nothing.
  }
}

/**
 * Puts back what was typed into a form, and keeps what is typed from now on, where it is other than what the form had at first.
 * Passwords and files are never kept.
 * @param {() => object} along what is kept beside it, under names that no control of the form has
 */
export function keepForm(form, name, along = () => ({})) {
  const first = valuesOf(form);
  const kept = recall(name) ?? {};
  for (const control of controls(form)) {
    if (!(control.name in kept)) continue;
    const value = kept[control.name];
    if (control.type === "checkbox") control.checked = [value].flat().includes(control.value);
    else if (control.type === "radio") control.checked = control.value === value;
    else control.value = value;
  }
  form.addEventListener("input", () => {
    const changed = Object.entries(valuesOf(form)).filter(([key, value]) => String(value) !== String(first[key]));
    if (changed.length > 0) keep(name, { ...Object.fromEntries(changed), ...along() });
    else drop(name);
  });
}

function valuesOf(form) {
  const values = {};
  for (const control of controls(form)) {
    if (control.type === "checkbox") {
      values[control.name] ??= [];
      if (control.checked) values[control.name].push(control.value);
    } else if (control.type !== "radio") {
      values[control.name] = control.value;
    } else if (control.checked) {
      values[control.name] = control.value;
    }
  }
  return values;
}

function controls(form) {
  return [...form.elements].filter((control) => control.name && !["password", "file"].includes(control.type));
}
