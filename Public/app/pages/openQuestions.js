// Trainers: what people asked and nobody has answered yet.
import { h } from "../dom.js";
import { takeWord } from "../flash.js";
import { empty, notice } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { questionRow } from "./questions.js";

export default async function openQuestions({ signal }) {
  const word = takeWord();
  return h(
    "div",
    { class: "stack" },
    pageHead({ title: "Open questions", lead: "Somebody is stuck there now, and others will be. What is due first comes first." }),
    word && notice("good", word),
    await pagedList({
      path: "/v1/questions",
      query: { state: "open", sort: "due" },
      signal,
      row: (question) => questionRow(question, `#/desk/questions/${question.id}`),
      none: () =>
        empty(
          "Every question is answered",
          "See what people searched for and did not find: an answer there saves the next question.",
          h("a", { class: "button", href: "#/desk/unanswered" }, "What was not found"),
        ),
    }),
  );
}
