// What the reader asked, and what came of it.
import { now } from "../clock.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { askForm } from "../parts/askForm.js";
import { empty } from "../parts/notices.js";
import { whoWaits } from "../parts/followButton.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { me } from "../session.js";

export default async function questions({ signal }) {
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "My questions",
      lead: "Only you and the trainers see who asked.",
      actions: [h("a", { class: "button", href: "#/colleagues" }, "What colleagues ask")],
    }),
    await pagedList({
      path: "/v1/questions",
      query: { mine: true },
      signal,
      row: questionRow,
      none: () =>
        empty(
          "You have not asked anything yet",
          "Search first; when nothing helps, ask in the same place. The answer comes into your inbox.",
          h("a", { class: "button", href: "#/" }, "Search"),
        ),
    }),
    askForm({ words: "", title: "Ask something" }),
    await followed(signal),
  );
}

/** What colleagues asked and the reader waits for. */
async function followed(signal) {
  const list = await pagedList({
    path: "/v1/questions",
    query: { followed: true, state: "open" },
    signal,
    row: (question) => questionRow(question),
    none: () => null,
  });
  return list && h("section", { class: "stack tight" }, h("h2", {}, "Asked by colleagues: you wait for the answer too"), list);
}

/** A question in a list. */
export function questionRow(question, target = `#/questions/${question.id}`) {
  const address = typeof target === "string" ? target : `#/questions/${question.id}`;
  return h(
    "li",
    { class: "card" },
    h("h2", { class: "card-title" }, h("a", { href: address }, question.text)),
    h(
      "p",
      { class: "facts" },
      state(question),
      question.routed_to === me().id && h("span", { class: "badge accent" }, "You are asked first"),
      h("span", {}, "Asked ", moment(question.asked_at)),
      question.state === "open" && h("span", {}, "Answer by ", moment(question.due_at)),
      whoWaits(question) && h("span", {}, whoWaits(question)),
      question.answered_at && h("span", {}, "Answered ", moment(question.answered_at)),
    ),
  );
}

/** How a question stands, as a badge. */
export function state(question) {
  if (question.state === "answered") return h("span", { class: "badge good" }, "Answered");
  if (new Date(question.due_at) < now()) return h("span", { class: "badge warm" }, "Overdue");
  return h("span", { class: "badge" }, question.reopened_at ? "Open again" : "Open");
}
