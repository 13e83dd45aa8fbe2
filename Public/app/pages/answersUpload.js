// Trainers: bring many answers at once, as a file, and take all of them along.
import { announce } from "../announce.js";
import { call } from "../api.js";
import { accepted, columns, formats, mediaType, remedy, template } from "../answerTable.js";
import { fill, h } from "../dom.js";
import { actionButton } from "../parts/action.js";
import { dropZone } from "../parts/dropZone.js";
import { notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { table } from "../parts/table.js";
import { nameOf, saveFile } from "../saveFile.js";
import { upload } from "../upload.js";
import { counted } from "../words.js";

export default async function answersUpload() {
  const outcome = h("div", { class: "stack" });
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Upload answers",
      lead: "A table (CSV), JSON, XML, or a glossary exported from Moodle. Each answer is taken or refused for itself.",
      back: ["#/answers", "Answers"],
    }),
    dropZone({
      label: "Drop a file here, or choose one",
      accept: accepted,
      limit: "answer_import",
      send: (file, progress) => {
        fill(outcome);
        return upload("/v1/answers/import", file, { type: mediaType(file), progress });
      },
      done: (result) => show(outcome, result),
      advice: (problem) => {
        const texts = new Set(problem.errors.map((error) => remedy(error.code)).filter(Boolean));
        return [...texts].map((text) => h("p", {}, text));
      },
    }),
    outcome,
    h(
      "section",
      { class: "stack tight" },
      h(
        "div",
        { class: "row spread" },
        h("h2", {}, "What stands in the table"),
        h(
          "button",
          { type: "button", onclick: () => saveFile(template(), "answers.csv") },
          "Save a template (CSV)",
        ),
      ),
      h("p", {}, "The first line names the columns, in any order. Only question and text must be there."),
      table({
        columns: [
          { name: "Column", head: true, cell: ([name]) => h("code", {}, name) },
          { name: "What it holds", plain: true, cell: ([, meaning]) => meaning },
        ],
        rows: columns,
      }),
      h(
        "p",
        { class: "hint" },
        "JSON has fields of these names. XML is written as in a curriculum. Of a Moodle glossary, a concept becomes the " +
          "question, its definition the text, aliases become other phrasings and categories tags.",
      ),
    ),
    h(
      "section",
      { class: "stack tight" },
      h("h2", {}, "Take all answers along"),
      h("p", {}, "All published answers as one file. Uploaded again it changes nothing; a Moodle glossary is for Moodle."),
      h(
        "div",
        { class: "row" },
        formats.map(([format, label, name]) =>
          actionButton(label, async () => {
            const { data, headers } = await call("GET", `/v1/answers/export?format=${format}`);
            saveFile(data, nameOf(headers, name));
          }),
        ),
      ),
    ),
  );
}

function show(place, result) {
  const words = sentence(result);
  const refused = result.rows.filter((row) => row.result === "refused");
  const warned = result.rows.filter((row) => row.result !== "refused" && row.warnings.length > 0);
  const title = h("h2", { tabindex: "-1" }, refused.length > 0 ? "Some answers were refused" : "The answers are taken in");
  fill(
    place,
    title,
    notice(
      refused.length > 0 ? "warm" : "good",
      h("p", {}, h("strong", {}, words)),
      refused.length > 0 &&
        h(
          "p",
          {},
          result.rows.length === refused.length
            ? "Nothing changed. Mend them in your file and upload it again."
            : "The others are taken already. Mend these in your file and upload it again: answers with a key change " +
                "nothing the second time. Those without a key would be added once more, so take them out first.",
        ),
      h("p", {}, h("a", { href: "#/answers" }, "See the answers")),
    ),
    refused.length > 0 &&
      table({
        caption: "Lines are counted in the file, where a field with line breaks takes several.",
        columns: [
          { name: "Line", head: true, cell: (row) => `Line ${row.line}` },
          { name: "Column", cell: (row) => column(row, row.error) },
          {
            name: "What is wrong, and how to mend it",
            plain: true,
            cell: ({ error }) => [
              h("span", {}, error.message),
              remedy(error.code) && h("span", { class: "hint" }, remedy(error.code)),
            ],
          },
        ],
        rows: refused,
      }),
    warned.length > 0 &&
      table({
        caption: "Taken in, but not with everything that was in the file.",
        columns: [
          { name: "Line", head: true, cell: (row) => `Line ${row.line}` },
          { name: "What was left out", plain: true, cell: (row) => row.warnings.map(({ message }) => h("span", {}, message)) },
        ],
        rows: warned,
      }),
  );
  title.focus();
  announce(words);
}

function sentence({ created, updated, unchanged, refused }) {
  const parts = [
    created > 0 && `${counted(created, "answer")} added`,
    updated > 0 && `${updated} changed`,
    unchanged > 0 && `${unchanged} already there as they are`,
    refused > 0 && `${refused} refused`,
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(", ")}.` : "There are no answers in the file: nothing changed.";
}

/** The column that is meant; JSON names it behind the place of the answer. */
function column(row, error) {
  return (error.pointer ?? "").slice((row.pointer ?? "").length).split("/").filter(Boolean)[0] ?? "";
}
