// One question with its answer.
import { get, part } from "../api.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { richText } from "../richText.js";
import { may } from "../session.js";
import { state } from "./questions.js";

export default async function question({ params, signal }) {
  const asked = await get(`/v1/questions/${params.id}`, {}, { signal });
  return h(
    "div",
    { class: "stack" },
    pageHead({ title: "Question", back: ["#/questions", "My questions"] }),
    h(
      "article",
      { class: "card" },
      h("p", { class: "facts" }, state(asked), h("span", {}, "Asked ", moment(asked.asked_at))),
      h("p", { class: "said" }, asked.text),
      asked.course_id &&
        asked.activity &&
        h(
          "p",
          { class: "small" },
          "Asked at ",
          h("a", { href: `#/courses/${asked.course_id}/activities/${part(asked.activity)}` }, "this step"),
          ".",
        ),
      asked.reply_html
        ? h(
            "section",
            { class: "stack tight" },
            h("h2", {}, "Answer"),
            richText(asked.reply_html, { level: 3 }),
            asked.answered_at && h("p", { class: "small quiet" }, moment(asked.answered_at)),
            asked.answer_id &&
              h("p", {}, h("a", { href: `#/answers/${asked.answer_id}` }, "It stands among the answers now")),
          )
        : notice("", "Nobody has answered yet. When somebody does, it comes into your inbox."),
      may.train() &&
        asked.state === "open" &&
        h("p", {}, h("a", { class: "button", href: `#/desk/questions/${asked.id}` }, "Answer it")),
    ),
  );
}
