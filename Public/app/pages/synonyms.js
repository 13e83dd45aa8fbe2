// Trainers: which words mean the same, so that who types one finds what has another.
import { call } from "../api.js";
import { h } from "../dom.js";
import { leaveWord } from "../flash.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { pageHead } from "../parts/pageHead.js";
import { Problem } from "../problem.js";
import { go } from "../router.js";

export default async function synonyms({ signal }) {
  const { data, etag } = await call("GET", "/v1/synonyms", { signal });
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Synonyms",
      back: ["#/answers", "Answers"],
      lead: "Words that mean the same here. Whoever searches for one finds what has another, typing errors included.",
    }),
    h(
      "div",
      { class: "card" },
      form({
        fields: [
          field({
            label: "Groups",
            name: "groups",
            value: data.groups.map((group) => group.terms.join(", ")).join("\n"),
            lines: 12,
            spellcheck: false,
            hint: "One group a line, with commas between the words: price, tariff, what it costs. Two groups that share a word stay two.",
          }),
        ],
        action: "Save",
        draft: `synonyms.${data.revision}`,
        send: (values) => send(values.get("groups"), etag),
        done: () => {
          leaveWord("Saved. The search uses them now.");
          return go("/answers");
        },
      }),
    ),
  );
}

async function send(text, etag) {
  // A line that says nothing is no group, yet it counts when a line is named.
  const groups = text
    .split("\n")
    .map((line, index) => ({ line: index + 1, terms: line.split(",").map((term) => term.trim()).filter(Boolean) }))
    .filter((group) => group.terms.length > 0);
  try {
    return await call("PUT", "/v1/synonyms", { json: { groups: groups.map(({ terms }) => ({ terms })) }, ifMatch: etag });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem({ ...error, detail: error.message, errors: error.errors.map((one) => told(one, groups)) });
  }
}

/** An error at a place in the request, told by the line that the reader sees. */
function told(error, groups) {
  const [, place, term] = /^\/groups\/(\d+)\/terms(?:\/(\d+))?$/.exec(error.pointer ?? "") ?? [];
  if (place === undefined) return error;
  const group = groups[Number(place)];
  const what = term === undefined ? group.terms.join(", ") : group.terms[Number(term)];
  return { ...error, pointer: "", line: group.line, message: `“${what}”: ${error.message}` };
}
