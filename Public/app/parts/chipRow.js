// Buttons in a row that are one stop of Tab: the arrow keys go between them (ARIA Authoring Practices, toolbar).
import { fill, h } from "../dom.js";

/**
 * @param {string} label what the row is, for a screen reader
 * @param {string} kind a class of its own
 * @returns {{place: Node, show: (...buttons: Array) => void}}
 */
export function chipRow(label, kind) {
  const place = h("div", { class: `row chips ${kind}`, role: "toolbar", "aria-label": label });

  function stopAt(button) {
    for (const one of place.children) one.tabIndex = one === button ? 0 : -1;
  }

  place.addEventListener("focusin", (event) => stopAt(event.target));
  place.addEventListener("keydown", (event) => {
    const buttons = [...place.children];
    const at = buttons.indexOf(event.target);
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  });

  function show(...buttons) {
    const at = [...place.children].indexOf(document.activeElement);
    const focused = at < 0 ? null : nameOf(document.activeElement);
    fill(place, ...buttons);
    stopAt(place.firstElementChild);
    place.scrollLeft = 0;
    if (focused === null) return;
    // Who stands in the row stays there: on the same chip, or on what is in its place.
    const chips = [...place.children];
    const next = chips.find((one) => nameOf(one) === focused) ?? chips[at] ?? chips.at(-1);
    (next ?? document.getElementById("search"))?.focus();
  }

  return { place, show };
}

/** What a chip is told by when it is made anew: what it writes, as its count may be another. */
function nameOf(chip) {
  return chip.dataset.typed ?? chip.textContent;
}
