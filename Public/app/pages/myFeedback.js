// What the reader said about steps and courses, and what came of it.
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { empty, notice } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { outcomes } from "../words.js";

export default async function myFeedback({ signal }) {
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "My feedback",
      lead: "Every remark gets an answer: changed, answered, or declined and why. Your manager never sees who wrote it.",
    }),
    await pagedList({
      path: "/v1/feedback",
      query: { mine: true },
      signal,
      row,
      none: () =>
        empty(
          "You have not given any feedback yet",
          "At the foot of every step and every course there is a place for it.",
          h("a", { class: "button", href: "#/" }, "My next steps"),
        ),
    }),
  );
}

function row(item) {
  return h(
    "li",
    { class: "card" },
    h(
      "p",
      { class: "facts" },
      h("span", {}, [item.course_title, item.activity_title].filter(Boolean).join(" · ")),
      item.rating ? h("span", {}, `${item.rating} of 5`) : null,
      h("span", {}, moment(item.created_at)),
    ),
    item.words && h("p", { class: "said" }, item.words),
    item.outcome
      ? notice(
          "good",
          h("p", {}, h("strong", {}, outcomes[item.outcome] ?? item.outcome)),
          item.outcome_text && h("p", {}, item.outcome_text),
        )
      : h("p", { class: "small quiet" }, "No outcome yet."),
  );
}
