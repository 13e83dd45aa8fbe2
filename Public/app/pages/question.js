// One question with its answer.
import { get, part, post } from "../api.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { field } from "../parts/fields.js";
import { followButton, whoWaits } from "../parts/followButton.js";
import { form } from "../parts/form.js";
import { notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { proposals } from "../parts/proposals.js";
import { richText } from "../richText.js";
import { show } from "../router.js";
import { may } from "../session.js";
import { state } from "./questions.js";

export default async function question({ params, signal }) {
  const asked = await get(`/v1/questions/${params.id}`, {}, { signal });
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Question",
      back: asked.mine ? ["#/questions", "My questions"] : may.train() ? ["#/desk/questions", "Open questions"] : ["#/colleagues", "Colleagues ask"],
    }),
    h(
      "article",
      { class: "card" },
      h(
        "p",
        { class: "facts" },
        state(asked),
        h("span", {}, "Asked ", moment(asked.asked_at)),
        whoWaits(asked) && h("span", {}, whoWaits(asked)),
      ),
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
        : asked.state === "answered"
          ? h(
              "p",
              {},
              "It is answered. ",
              asked.answer_id && h("a", { href: `#/answers/${asked.answer_id}` }, "See the answer"),
            )
          : asked.mine &&
            notice(
              "",
              asked.reopened_because ? `It is open again: ${asked.reopened_because}` : "Nobody has answered yet.",
              h("p", {}, "When somebody does, it comes into your inbox. Expect it by ", moment(asked.due_at), "."),
            ),
      !asked.mine && (asked.state === "open" || asked.followed) && h("div", { class: "row" }, followButton(asked, () => show())),
      may.train() &&
        asked.state === "open" &&
        h("p", {}, h("a", { class: "button", href: `#/desk/questions/${asked.id}` }, "Answer it")),
    ),
    await proposals(asked, signal),
    asked.state === "answered" && (asked.mine || may.train()) && reopen(asked),
  );
}

/** The answer did not help: why, and it waits for another. */
function reopen(asked) {
  return h(
    "details",
    { class: "card" },
    h("summary", {}, "It did not help"),
    form({
      label: "Open the question again",
      fields: [
        field({
          label: "What is missing, or what happened?",
          name: "reason",
          lines: 2,
          required: true,
          maxlength: 2000,
          hint: "It goes to whoever answered. The question is open again.",
        }),
      ],
      action: "Open it again",
      send: (values) => post(`/v1/questions/${asked.id}/reopening`, { reason: values.get("reason").trim() }),
      done: () => show(),
    }),
  );
}
