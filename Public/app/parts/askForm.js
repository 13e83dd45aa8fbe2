// Ask a person: one step, with the words that were searched and the place where it happened, nothing typed twice.
import { announce } from "../announce.js";
import { post } from "../api.js";
import { h } from "../dom.js";
import { field } from "./fields.js";
import { form } from "./form.js";
import { notice } from "./notices.js";

/**
 * @param {object} parts
 * @param {string} parts.words what was searched for
 * @param {object|null} parts.search see searching.js
 * @param {{course: string, activity: string, title: string}|null} parts.place
 * @param {boolean} parts.quiet whether something better stands above
 */
export function askForm({ words, search = null, place = null, title = "Nothing that helps? Ask a person", quiet = false }) {
  const box = h("section", { class: "ask-box" }, h("h2", {}, title));
  const asking = form({
    label: title,
    fields: [
      field({
        label: "Your question",
        name: "text",
        value: words,
        "data-words": search?.words,
        lines: 2,
        required: true,
        maxlength: 10000,
        hint: "What they said, in their words, and what you had said before, gets you an answer you can use.",
      }),
      place && h("p", { class: "small quiet" }, `Goes along: you were at “${place.title}”.`),
    ],
    action: "Ask",
    quiet: quiet || words === "",
    send: async (values) => {
      const searchID = await search?.id();
      return post("/v1/questions", {
        text: values.get("text").trim(),
        ...(searchID && { search_id: searchID }),
        ...(place && { course_id: place.course, activity: place.activity }),
      });
    },
    done: (question) => {
      const link = h("a", { href: `#/questions/${question.id}` }, "See your question");
      asking.replaceWith(
        notice(
          "good",
          h("p", {}, h("strong", {}, "Asked.")),
          h("p", {}, "A trainer answers, and the answer comes into your inbox. ", link),
        ),
      );
      link.focus();
      announce("Asked. The answer will come into your inbox.");
    },
  });
  box.append(asking);
  return box;
}
