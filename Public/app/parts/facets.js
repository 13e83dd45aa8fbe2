// What all hits have in common, to narrow a search by in one tap: the same is written into the box as one could type it.
import { fill, h } from "../dom.js";

/** Chips at most; more would hide the hits on a phone. */
const most = 6;

const kinds = { answer: "Answers", lesson: "Lessons", story: "Stories" };

/**
 * @param {(words: string) => void} search called with the words of a narrower or wider search
 * @returns {{place: Node, show: (facets: object|null, words: string) => void, kind: () => string|undefined}}
 */
export function facetChips(search) {
  const place = h("div", { class: "row facets", role: "group", "aria-label": "Only what has" });
  let tapped = null;
  let kind;

  function show(facets, words) {
    if (!facets) kind = undefined;
    const ofKind = facets ? facets.kinds.filter((one) => one.kind === kind || one.count < facets.total) : [];
    // Of the kind that was chosen there may be nothing any more; the way back stays.
    if (kind && !ofKind.some((one) => one.kind === kind)) ofKind.push({ kind, count: 0 });
    const chips = facets ? narrowings(facets, words) : [];
    fill(
      place,
      ofKind.map((one) => kindButton(one, words)),
      chips.map((chip) => button(chip, words)),
    );
    // The chip that was tapped is a new one now, and keeps the focus.
    if (tapped !== null) [...place.children].find((node) => node.dataset.typed === tapped)?.focus();
    tapped = null;
  }

  function kindButton(one, words) {
    return chip(kinds[one.kind], `kind:${one.kind}`, one.count, one.kind === kind, () => {
      kind = one.kind === kind ? undefined : one.kind;
      return words;
    });
  }

  function button({ label, typed, count, pressed }, words) {
    return chip(label, typed, count, pressed, () => (pressed ? without(words, typed) : `${words} ${typed}`));
  }

  function chip(label, typed, count, pressed, wordsThen) {
    return h(
      "button",
      {
        type: "button",
        class: "plain small",
        "aria-pressed": String(pressed),
        "data-typed": typed,
        onclick: () => {
          tapped = typed;
          search(wordsThen());
        },
      },
      label,
      h("span", { class: "quiet" }, ` ${count}`),
    );
  }
  return { place, show, kind: () => kind };
}

/** What the hits can be narrowed by, most frequent first; what all of them have narrows nothing. */
function narrowings(facets, words) {
  const chips = [
    ...facets.tags.map(({ tag, count }) => ({ label: tag, typed: `tag:${quoted(tag)}`, count })),
    ...facets.courses.map(({ title, count }) => ({ label: title, typed: `course:${quoted(title)}`, count })),
  ];
  return chips
    .map((chip) => ({ ...chip, pressed: ` ${words} `.includes(` ${chip.typed} `) }))
    .filter((chip) => /[\p{L}\p{N}]/u.test(chip.label) && (chip.pressed || chip.count < facets.total))
    .sort((left, right) => right.pressed - left.pressed || right.count - left.count)
    .slice(0, most);
}

function without(words, typed) {
  return ` ${words} `.replace(` ${typed} `, " ").trim();
}

/** As it is typed behind a colon: in quotes where it is more than a word. */
function quoted(text) {
  return /^[\p{L}\p{M}\p{N}]+$/u.test(text) ? text : `"${text.replace(/["“”„«»]/g, " ").trim()}"`;
}
