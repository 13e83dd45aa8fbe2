// Trainers: two answers to the same question become one. Which, found by search or suggested; what would change; then the change.
import { call, get } from "../api.js";
import { fill, h } from "../dom.js";
import { leaveWord } from "../flash.js";
import { actionButton } from "../parts/action.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { richText } from "../richText.js";
import { go } from "../router.js";
import { counted } from "../words.js";

export default async function answerMerge({ params, query, signal }) {
  const kept = await get(`/v1/answers/${params.id}`, {}, { signal });
  const other = query.get("with");
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: other ? "Make two answers one" : "Merge with…",
      lead: kept.question,
      back: other ? [`#/answers/${kept.id}/merge`, "Choose another"] : [`#/answers/${kept.id}`, "The answer"],
    }),
    other ? await preview(kept, other, signal) : await choose(kept, signal),
  );
}

/** What asks nearly the same, and a search for what does not. */
async function choose(kept, signal) {
  const { data: near } = await get(`/v1/answers/${kept.id}/duplicates`, {}, { signal });
  const place = h("div", {});
  return h(
    "div",
    { class: "stack" },
    near.length > 0 &&
      h(
        "section",
        { class: "stack tight" },
        h("h2", {}, "They ask nearly the same"),
        list(
          kept,
          near.map(({ id, question }) => ({ id, title: question })),
        ),
      ),
    h(
      "section",
      { class: "stack tight" },
      h("h2", {}, "Find another"),
      form({
        label: "Find an answer",
        fields: [field({ label: "Words of the other answer", name: "words", required: true, maxlength: 1000 })],
        action: "Find",
        quiet: near.length > 0,
        // Nobody is stuck who looks for a duplicate: it is not kept as a search.
        send: (values) => get("/v1/search", { q: values.get("words"), limit: 20, typing: true }),
        done: ({ hits }) => {
          const found = hits.filter((hit) => hit.kind === "answer" && hit.id !== kept.id);
          fill(place, found.length > 0 ? list(kept, found) : notice("", "No other answer has these words."));
        },
      }),
      place,
    ),
  );
}

function list(kept, found) {
  return h(
    "ul",
    { class: "cards" },
    found.map(({ id, title }) =>
      h("li", { class: "card" }, h("a", { href: `#/answers/${kept.id}/merge?with=${id}` }, title)),
    ),
  );
}

/** Both side by side, and what would go from one to the other. */
async function preview(kept, id, signal) {
  const { data: told, etag } = await call("GET", `/v1/answers/${kept.id}/merger?with=${id}&tags=true`, { signal });
  const tags = h("input", { type: "checkbox", checked: true });
  return h(
    "div",
    { class: "stack" },
    answerCard("This one stays", told.kept),
    answerCard("This one is retired", told.other),
    h(
      "section",
      { class: "card" },
      h("h2", {}, "What changes"),
      h(
        "ul",
        {},
        told.also.map((text) => h("li", {}, `It is found as “${text}”, too.`)),
        told.tags.length > 0 && h("li", {}, h("label", {}, tags, ` It gets the tags ${told.tags.join(", ")}.`)),
        told.searches > 0 && h("li", {}, `${counted(told.searches, "search", "searches")} that the other came of count for it.`),
        told.phrasings > 0 && h("li", {}, `${counted(told.phrasings, "learned way", "learned ways")} of asking go along.`),
        told.questions > 0 && h("li", {}, `${counted(told.questions, "question")} that the other answers lead to it.`),
        h("li", {}, "Its text stays as it is. What is worth keeping of the other text, copy before."),
        h("li", {}, "Links to the other lead here. What both were stays among their earlier versions."),
      ),
      told.wider &&
        notice("warm", "The other belongs to a course that not everybody sees. From now on everybody finds this one by its words."),
      h(
        "div",
        { class: "row" },
        actionButton("Merge them", async () => {
          await call("POST", `/v1/answers/${kept.id}/merger`, {
            json: { answer_id: id, revision: told.other.revision, tags: tags.checked },
            ifMatch: etag,
          });
          leaveWord("Two answers became one: this is it.");
          await go(`/answers/${kept.id}`);
        }),
        h("a", { class: "button", href: `#/answers/${id}/merge?with=${kept.id}` }, "Keep the other instead"),
      ),
    ),
  );
}

function answerCard(title, answer) {
  return h(
    "section",
    { class: "card" },
    h("h2", {}, title),
    h("p", {}, h("strong", {}, answer.question)),
    richText(answer.html, { compact: true, level: 3 }),
  );
}
