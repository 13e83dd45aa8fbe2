// Trainers: bring many answers at once, as a table.
import { announce } from "../announce.js";
import { columns, remedy, template } from "../answerTable.js";
import { fill, h } from "../dom.js";
import { dropZone } from "../parts/dropZone.js";
import { notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { table } from "../parts/table.js";
import { saveFile } from "../saveFile.js";
import { upload } from "../upload.js";
import { counted } from "../words.js";

export default async function answersUpload() {
  const outcome = h("div", { class: "stack" });
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Upload a table of answers",
      lead: "A CSV file in UTF-8, one answer a row. Each row is taken or refused for itself.",
      back: ["#/answers", "Answers"],
    }),
    dropZone({
      label: "Drop a table here, or choose a file",
      accept: ".csv,text/csv",
      limit: "answer_import",
      send: (file, progress) => {
        fill(outcome);
        return upload("/v1/answers/import", file, { type: "text/csv", progress });
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
    ),
  );
}

function show(place, result) {
  const words = sentence(result);
  const refused = result.rows.filter((row) => row.result === "refused");
  const title = h("h2", { tabindex: "-1" }, refused.length > 0 ? "Some rows were refused" : "The table is taken in");
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
            ? "Nothing changed. Mend the rows in your table and upload it again."
            : "The others are taken already. Mend these in your table and upload it again: rows with a key change " +
                "nothing the second time. Rows without a key would be added once more, so take those out first.",
        ),
      h("p", {}, h("a", { href: "#/answers" }, "See the answers")),
    ),
    refused.length > 0 &&
      table({
        caption: "Lines are counted in the file, where a field with line breaks takes several.",
        columns: [
          { name: "Line", head: true, cell: (row) => `Line ${row.line}` },
          { name: "Column", cell: (row) => column(row.error) },
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
  return parts.length > 0 ? `${parts.join(", ")}.` : "The table has no rows: nothing changed.";
}

/** The column that is meant; an item of a list stands in one field with the others. */
function column(error) {
  return (error.pointer ?? "").split("/").filter(Boolean)[0] ?? "";
}
