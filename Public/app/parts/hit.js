// One thing that a search found: its name, a glimpse, and the whole of it in place.
import { get, part } from "../api.js";
import { fill, freshID, h } from "../dom.js";
import { highlighted } from "../highlight.js";
import { Problem } from "../problem.js";
import { richText } from "../richText.js";
import { percent } from "../words.js";
import { verifiedMark } from "./verified.js";
import { helped } from "./helped.js";
import { problemNotice } from "./notices.js";
import { saveAnswer } from "./saveAnswer.js";

/**
 * @param {object} hit as the API gives it
 * @param {object} search see searching.js
 * @param {() => void} didNotHelp
 * @param {() => void} didHelp
 */
export function hitItem(hit, search, didNotHelp, didHelp = () => {}) {
  const id = freshID("hit");
  const body = h("div", { class: "hit-body", id });
  const button = h(
    "button",
    { type: "button", "aria-expanded": "false", "aria-controls": id, onclick: toggle },
    highlighted(hit.title, rangesOf(hit, "title")),
  );
  const item = h("li", { class: "hit" }, h("h3", {}, button), body);
  const snippet = h("p", { class: "hit-snippet", onclick: toggle }, highlighted(hit.text, rangesOf(hit, "text")));
  const facts = h(
    "p",
    { class: "facts" },
    verifiedMark(hit),
    hit.course_title && h("span", {}, hit.course_title),
    hit.story && h("span", {}, whose(hit.story)),
    hit.story && h("span", {}, hit.story.initiative_title),
    hit.tags.map((tag, index) => h("span", {}, highlighted(tag, rangesOf(hit, `tags/${index}`)))),
  );
  // A story of one sentence is its own title.
  snippet.hidden = hit.text === hit.title;
  fill(body, snippet, facts);
  let open = false;

  async function toggle() {
    open = !open;
    button.setAttribute("aria-expanded", String(open));
    item.classList.toggle("open", open);
    if (!open) {
      fill(body, snippet, facts);
      return;
    }
    search.meant();
    try {
      const content = await whole(hit);
      if (open)
        fill(
          body,
          content,
          facts,
          helped(search, hit.kind === "answer" ? hit.id : null, (well) => (well ? didHelp() : didNotHelp())),
          why(hit),
        );
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      fill(body, problemNotice(error), facts);
    }
  }
  return item;
}

function rangesOf(hit, name) {
  return hit.highlights.find((highlight) => highlight.field === name)?.ranges ?? [];
}

async function whole(hit) {
  if (hit.kind === "answer") {
    const answer = hit.html ? hit : await get(`/v1/answers/${hit.id}`);
    return h(
      "div",
      { class: "stack tight" },
      richText(answer.html, { compact: true, level: 4 }),
      h("p", { class: "small" }, h("a", { href: `#/answers/${hit.id}` }, "Link to this answer")),
      saveAnswer(hit.id),
    );
  }
  if (hit.kind === "story") {
    return h(
      "div",
      { class: "stack tight" },
      richText(hit.html, { compact: true, level: 4 }),
      h(
        "p",
        { class: "small" },
        h("a", { href: `#/initiatives/${hit.story.initiative_id}` }, `All stories of “${hit.story.initiative_title}”`),
      ),
    );
  }
  const activity = await get(`/v1/courses/${hit.course_id}/activities/${part(hit.activity)}`);
  return h(
    "div",
    { class: "stack tight" },
    richText(activity.html, { compact: true, level: 4 }),
    h(
      "p",
      { class: "small" },
      h(
        "a",
        { href: `#/courses/${hit.course_id}/activities/${part(hit.activity)}` },
        "Open this lesson on a page of its own",
      ),
    ),
  );
}

function whose({ author_name, about_name }) {
  return author_name === about_name ? about_name : `${about_name}, told by ${author_name}`;
}

const signals = {
  phrasing: "How it is asked",
  words: "All its words",
  tags: "Its tags",
  letters: "Parts of words in how it is asked",
  plainLetters: "Parts of words",
  initials: "The first letters of its words",
  meaning: "What it means",
  place: "It belongs to what you work on",
};

function why(hit) {
  if (hit.why.length === 0) return null;
  return h(
    "details",
    { class: "why" },
    h("summary", {}, "Why this came up"),
    h(
      "dl",
      {},
      hit.why.map((reason) => [
        h("dt", {}, signals[reason.signal] ?? reason.signal),
        h("dd", {}, [percent(reason.share), reason.words.join(", ")].filter(Boolean).join(": ")),
      ]),
      hit.missing.length > 0 && [h("dt", {}, "Not in it"), h("dd", {}, hit.missing.join(", "))],
    ),
  );
}
