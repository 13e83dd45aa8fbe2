// Trainers: answer a question with a new answer or with one that is there already; either goes to the asker and into the search.
import { get, part, post } from "../api.js";
import { moment } from "../dates.js";
import { fill, h } from "../dom.js";
import { leaveWord } from "../flash.js";
import { actionButton } from "../parts/action.js";
import { field } from "../parts/fields.js";
import { whoWaits } from "../parts/followButton.js";
import { form } from "../parts/form.js";
import { notice, problemNotice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { proposals } from "../parts/proposals.js";
import { Problem } from "../problem.js";
import { richText } from "../richText.js";
import { go } from "../router.js";

export default async function answerQuestion({ params, signal }) {
  const question = await get(`/v1/questions/${params.id}`, {}, { signal });
  return h(
    "div",
    { class: "stack" },
    pageHead({ title: "Answer a question", back: ["#/desk/questions", "Open questions"] }),
    h(
      "article",
      { class: "card" },
      h("p", { class: "said" }, question.text),
      h(
        "p",
        { class: "facts" },
        h("span", {}, "Asked ", moment(question.asked_at)),
        question.asked_by && h("span", {}, `by ${question.asked_by.name}`),
        question.search_words && h("span", {}, `after searching “${question.search_words}”`),
        question.tried_answer &&
          h(
            "span",
            {},
            "and reading ",
            h("a", { href: `#/answers/${question.tried_answer.id}` }, question.tried_answer.question),
            ", which did not help",
          ),
        question.activity &&
          question.course_id &&
          h(
            "span",
            {},
            "at ",
            h("a", { href: `#/courses/${question.course_id}/activities/${part(question.activity)}` }, "this step"),
          ),
      ),
      whoWaits(question) && h("p", {}, `${whoWaits(question)}: they are told where to read it, unless it is the asker's alone.`),
      question.reopened_because && h("p", {}, h("strong", {}, "It is open again: "), question.reopened_because),
    ),
    await proposals(question, signal, { proposes: false }),
    question.state === "open"
      ? [
          write(question),
          h("section", { class: "card" }, h("h2", {}, "Or give one that is there"), await existing(question, signal)),
        ]
      : notice(
          "good",
          h(
            "p",
            {},
            "This question is answered. ",
            question.answer_id && h("a", { href: `#/answers/${question.answer_id}` }, "See the answer"),
          ),
        ),
  );
}

function write(question) {
  return h(
    "section",
    { class: "card" },
    h("h2", {}, "Write the answer"),
    form({
      fields: [
        field({
          label: "Answer",
          name: "text",
          lines: 8,
          required: true,
          maxlength: 100000,
          hint: "Markdown. What to say or do, first; why, after it.",
        }),
        field({
          label: "As others would ask it",
          name: "question",
          value: question.text.length <= 200 ? question.text : "",
          maxlength: 500,
          hint: "This is what stands over the answer in the search.",
        }),
        field({
          label: "Other ways of asking it",
          name: "also",
          lines: 2,
          hint: "One a line, in the customers' words too.",
        }),
        field({
          label: "Who gets it",
          name: "audience",
          options: [
            ["everybody", "The asker, and everybody who searches for it"],
            ...(question.course_id ? [["course", "The asker, and whoever may see the course that it was asked in"]] : []),
            ["asker", "The asker alone"],
          ],
          value: "everybody",
        }),
        field({ label: "Tags", name: "tags", hint: "With commas between them: price, discovery." }),
        field({
          label: "Language",
          name: "language",
          maxlength: 35,
          hint: "A tag like es or pt-BR; left empty it is that of the course, or else en.",
        }),
      ],
      action: "Answer",
      draft: `answer.${question.id}`,
      send: (values) =>
        post(`/v1/questions/${question.id}/answer`, {
          text: values.get("text").trim(),
          ...(values.get("audience") !== "asker" && { publish: publication(values, question) }),
        }),
      done: () => leave("Answered. The asker has it in their inbox."),
    }),
  );
}

function publication(values, question) {
  return {
    question: values.get("question").trim() || question.text,
    also: lines(values.get("also")),
    tags: tags(values.get("tags")),
    ...(values.get("language").trim() && { language: values.get("language").trim() }),
    ...(values.get("audience") === "everybody" && { course_id: null }),
  };
}

/** What stands on lines of its own, without empty ones. */
export function lines(text) {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What stands between commas, without empty ones. */
export function tags(text) {
  return text
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);
}

async function existing(question, signal) {
  const place = h("div", { class: "stack tight" });
  try {
    const found = await get("/v1/search", { q: question.text.slice(0, 1000), limit: 5, typing: true }, { signal });
    const answers = found.hits.filter((hit) => hit.kind === "answer");
    fill(
      place,
      answers.length === 0
        ? h("p", { class: "quiet" }, "Nothing among the answers comes near.")
        : h(
            "ul",
            { class: "stack tight" },
            answers.map((hit) =>
              h(
                "li",
                {},
                h(
                  "details",
                  {},
                  h("summary", {}, hit.title),
                  hit.html ? richText(hit.html, { compact: true, level: 3 }) : h("p", {}, hit.text),
                  h(
                    "div",
                    {},
                    actionButton(
                      "Give this answer",
                      async () => {
                        await post(`/v1/questions/${question.id}/answer`, { answer_id: hit.id });
                        leave("Answered. The asker has it in their inbox.");
                      },
                      { className: "small", label: `Give this answer: ${hit.title}` },
                    ),
                  ),
                ),
              ),
            ),
          ),
    );
  } catch (error) {
    if (!(error instanceof Problem) || signal.aborted) throw error;
    fill(place, problemNotice(error));
  }
  return place;
}

function leave(words) {
  leaveWord(words);
  return go("/desk/questions");
}
