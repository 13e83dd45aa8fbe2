// A sentence for the next page: what was just done.
let text = null;

/** Leaves a sentence for whoever shows the next page. */
export function leaveWord(words) {
  text = words;
}

/** Takes the sentence that was left; null where there is none. */
export function takeWord() {
  const words = text;
  text = null;
  return words;
}
