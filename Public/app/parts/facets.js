// What all hits have in common, to narrow a search by in one tap: the same is written into the box as one could type it.
import { fill, h } from "../dom.js";

/** Chips at most; more would hide the hits on a phone. */
const most = 6;

const kinds = { answer: "Answers", lesson: "Lessons", story: "Stories" };

/**
 * @param {() => string} typed the words in the box: chips stay while somebody types on
 * @param {(words: string) => void} search called with the words of a narrower or wider search
 * @returns {{place: Node, show: (facets: object|null) => void, kind: () => string|undefined}}
 */
export function facetChips(typed, search) {
  const place = h("div", { class: "row facets", role: "group", "aria-label": "Only what has" });
  let tapped = null;
  let kind;

  function show(facets) {
    if (!facets) kind = undefined;
    const ofKind = facets ? facets.kinds.filter((one) => one.kind === kind || one.count < facets.total) : [];
    // Of the kind that was chosen there may be nothing any more; the way back stays.
    if (kind && !ofKind.some((one) => one.kind === kind)) ofKind.push({ kind, count: 0 });
    const chips = facets ? narrowings(facets, typed()) : [];
    fill(
      place,
      ofKind.map(kindButton),
      chips.map(button),
    );
    // The chip that was tapped is a new one now, and keeps the focus.
    if (tapped !== null) [...place.children].find((node) => node.dataset.typed === tapped)?.focus();
    tapped = null;
  }

  function kindButton(one) {
    return chip(kinds[one.kind], `kind:${one.kind}`, one.count, one.kind === kind, (words) => {
      kind = one.kind === kind ? undefined : one.kind;
      return words;
    });
  }

  function button({ label, writes, count, pressed }) {
    return chip(label, writes, count, pressed, (words) => (pressed ? without(words, writes) : `${words} ${writes}`));
  }

  function chip(label, writes, count, pressed, wordsThen) {
    return h(
      "button",
      {
        type: "button",
        class: "plain small",
        "aria-pressed": String(pressed),
        "data-typed": writes,
        onclick: () => {
          tapped = writes;
          search(wordsThen(typed()));
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
    ...facets.tags.map(({ tag, count }) => ({ label: tag, writes: `tag:${quoted(tag)}`, count })),
    ...facets.courses.map(({ title, count }) => ({ label: title, writes: `course:${quoted(title)}`, count })),
  ];
  return chips
    .map((chip) => ({ ...chip, pressed: ` ${words} `.includes(` ${chip.writes} `) }))
    .filter((chip) => /[\p{L}\p{N}]/u.test(chip.label) && (chip.pressed || chip.count < facets.total))
    .sort((left, right) => right.pressed - left.pressed || right.count - left.count)
    .slice(0, most);
}

function without(words, written) {
  return ` ${words} `.replace(` ${written} `, " ").trim();
}

/** As it is typed behind a colon: in quotes where it is more than a word. */
function quoted(text) {
  return /^[\p{L}\p{M}\p{N}]+$/u.test(text) ? text : `"${text.replace(/["“”„«»]/g, " ").trim()}"`;
}
