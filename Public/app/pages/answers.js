// The answers there are, to keep them right.
import { h } from "../dom.js";
import { dayElement, daysBetween, today } from "../dates.js";
import { empty } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { may } from "../session.js";

export default async function answers({ signal }) {
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Answers",
      lead: "What the search finds. An answer that nobody checks goes stale.",
      actions: may.train()
        ? [
            h("a", { class: "button primary", href: "#/answers/new" }, "New answer"),
            h("a", { class: "button", href: "#/answers/upload" }, "Upload or save all"),
            h("a", { class: "button", href: "#/answers/synonyms" }, "Synonyms"),
          ]
        : [],
    }),
    await pagedList({
      path: "/v1/answers",
      signal,
      row,
      none: () =>
        empty(
          "There are no answers yet",
          "They come with courses, from questions that were answered, and from you.",
          may.train() && h("a", { class: "button", href: "#/answers/new" }, "Write the first one"),
          may.train() && h("a", { class: "button", href: "#/answers/upload" }, "Upload a file of them"),
        ),
    }),
  );
}

function row(answer) {
  const stale = answer.verify_by && daysBetween(today(), answer.verify_by) < 0;
  return h(
    "li",
    { class: "card" },
    h("h2", { class: "card-title" }, h("a", { href: `#/answers/${answer.id}` }, answer.question)),
    h(
      "p",
      { class: "facts" },
      answer.state === "retired" && h("span", { class: "badge" }, "Retired"),
      stale && h("span", { class: "badge warm" }, "Check it"),
      (answer.tags ?? []).map((tag) => h("span", {}, tag)),
      answer.verify_by && h("span", {}, "Check by ", dayElement(answer.verify_by)),
    ),
  );
}
