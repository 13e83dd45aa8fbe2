// What colleagues asked and let others answer, without their names.
import { h } from "../dom.js";
import { empty } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { questionRow } from "./questions.js";

export default async function colleaguesQuestions({ signal }) {
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Colleagues ask",
      lead: "Somebody is stuck where you may have been. What you say goes to them, with your name.",
      back: ["#/questions", "My questions"],
    }),
    await pagedList({
      path: "/v1/questions",
      query: { shared: true, state: "open", sort: "due" },
      signal,
      row: questionRow,
      none: () => empty("Nobody waits for an answer", "When a colleague asks and lets others answer, it stands here."),
    }),
  );
}
