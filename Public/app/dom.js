// Makes elements without markup strings: what is text stays text.

/**
 * An element with properties and children.
 * @param {string} tag
 * @param {object} properties attributes; `onclick` and the like are listeners; false, null and undefined are left out
 * @param {...(Node|string|number|Array|null|false)} children
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value") element.value = value;
    else if (name === "checked" || name === "disabled") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  append(element, children);
  return element;
}

/** Adds children, however deep they are nested; nothing is added for null and false. */
export function append(parent, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    parent.append(child instanceof Node ? child : String(child));
  }
  return parent;
}

/** Takes away what is in `parent` and puts `children` there. */
export function fill(parent, ...children) {
  parent.replaceChildren();
  return append(parent, children);
}

let counter = 0;

/** An id that no other element of this page has. */
export function freshID(prefix = "id") {
  counter += 1;
  return `${prefix}-${counter}`;
}
