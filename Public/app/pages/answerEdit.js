// Trainers: write an answer, or put one right.
import { call } from "../api.js";
import { h } from "../dom.js";
import { leaveWord } from "../flash.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { pageHead } from "../parts/pageHead.js";
import { go } from "../router.js";
import { lines, tags } from "./answerQuestion.js";

const fresh = { question: "", also: [], text: "", tags: [], verify_by: null, language: "en", state: "published" };

export default async function answerEdit({ params, query, signal }) {
  const { data: answer, etag } = params.id
    ? await call("GET", `/v1/answers/${params.id}`, { signal })
    : { data: { ...fresh, question: query.get("question") ?? "", also: query.getAll("also") }, etag: null };
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: params.id ? "Edit an answer" : "New answer",
      back: params.id ? [`#/answers/${params.id}`, "The answer"] : ["#/answers", "Answers"],
    }),
    h(
      "div",
      { class: "card" },
      form({
        fields: [
          field({
            label: "Question",
            name: "question",
            value: answer.question,
            required: true,
            maxlength: 500,
            hint: "In the words of whoever is stuck.",
          }),
          field({
            label: "Other ways of asking it",
            name: "also",
            value: (answer.also ?? []).join("\n"),
            lines: 3,
            hint: "One a line.",
          }),
          field({
            label: "Answer",
            name: "text",
            value: answer.text,
            lines: 10,
            required: true,
            maxlength: 100000,
            hint: "Markdown. What to say or do, first; why, after it.",
          }),
          field({
            label: "Tags",
            name: "tags",
            value: (answer.tags ?? []).join(", "),
            hint: "With commas between them.",
          }),
          field({
            label: "Check it by",
            name: "verify_by",
            type: "date",
            value: answer.verify_by ?? "",
            hint: "On that day it shows up as one to look at again.",
          }),
          field({ label: "Language", name: "language", value: answer.language, required: true, maxlength: 35 }),
          params.id &&
            field({
              label: "State",
              name: "state",
              value: answer.state,
              options: [
                ["published", "Published"],
                ["retired", "Retired: not found any more"],
              ],
            }),
        ],
        action: params.id ? "Save" : "Publish",
        draft: `answers.${params.id ?? "new"}${query.get("question") ?? ""}`,
        send: async (values) => {
          const json = {
            question: values.get("question").trim(),
            also: lines(values.get("also")),
            text: values.get("text").trim(),
            tags: tags(values.get("tags")),
            ...(values.get("verify_by") && { verify_by: values.get("verify_by") }),
            language: values.get("language").trim(),
            ...(params.id && { state: values.get("state") }),
          };
          return (
            await call(params.id ? "PATCH" : "POST", params.id ? `/v1/answers/${params.id}` : "/v1/answers", {
              json,
              ifMatch: etag,
            })
          ).data;
        },
        done: (saved) => {
          leaveWord(params.id ? "Saved." : "Published. The search finds it now, and whoever looked in these words in vain is told.");
          return go(`/answers/${saved.id}`);
        },
      }),
    ),
  );
}
