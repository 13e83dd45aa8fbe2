// Says aloud, to a screen reader, what changed without a move of the focus.

let pending = 0;

/** Speaks `text` when nothing else is being said; the last of several in a row wins. */
export function announce(text) {
  clearTimeout(pending);
  const region = document.getElementById("announcer");
  pending = setTimeout(() => {
    // The same words twice would not be a change.
    region.textContent = region.textContent === text ? `${text}\u00a0` : text;
  }, 80);
}
