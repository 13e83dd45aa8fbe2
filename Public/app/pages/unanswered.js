// Trainers: what was searched for and not found, where people are stuck, and which answers do not help. Without names.
import { get, part } from "../api.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { field } from "../parts/fields.js";
import { empty } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { table } from "../parts/table.js";
import { go } from "../router.js";
import { counted } from "../words.js";

export default async function unanswered({ query, signal }) {
  const days = query.get("days") ?? "30";
  const [report, points, misleading] = await Promise.all(
    ["unanswered", "stuck-points", "misleading"].map((name) => get(`/v1/reports/${name}`, { days }, { signal })),
  );
  return h(
    "div",
    { class: "stack" },
    pageHead({ title: "Not found", lead: "What people searched for without finding help. Nobody sees who it was." }),
    h(
      "div",
      { class: "row" },
      field({
        label: "How far back",
        name: "days",
        value: days,
        options: [
          ["7", "A week"],
          ["30", "A month"],
          ["90", "Three months"],
        ],
        onchange: (event) => go(`/desk/unanswered?days=${event.target.value}`),
      }),
    ),
    section("Answers that are missing", gaps(report)),
    section("Steps that send people searching", steps(points.rows)),
    section("Answers that did not help", answers(misleading.rows)),
  );
}

function section(title, content) {
  return h("section", { class: "stack tight" }, h("h2", {}, title), content);
}

function gaps(report) {
  if (report.rows.length === 0) {
    return empty("Everything that was searched for was found", "At least nobody said otherwise. Look again next week.");
  }
  return [
    table({
      columns: [
        {
          name: "Words",
          head: true,
          cell: (row) => [
            row.words,
            row.alike.length > 0 && h("p", { class: "small quiet" }, "Also: ", row.alike.join(" · ")),
          ],
        },
        { name: "People it would help", number: true, cell: (row) => row.people },
        { name: "Searches", number: true, cell: (row) => row.searches },
        { name: "Questions", number: true, cell: (row) => row.questions },
        { name: "Last", cell: (row) => moment(row.last_at) },
        {
          name: "Next",
          plain: true,
          cell: (row) =>
            h(
              "a",
              {
                class: "button small",
                href: `#/answers/new?${asked(row)}`,
                "aria-label": `Write an answer: ${row.words}`,
              },
              "Write an answer",
            ),
        },
      ],
      rows: report.rows,
    }),
    h(
      "p",
      { class: "small quiet" },
      "Is there an answer, in other words? ",
      h("a", { href: "#/answers/synonyms" }, "Tell the search which words mean the same"),
      ".",
    ),
    report.has_more && h("p", { class: "small quiet" }, "These were missed by most people; there is more."),
  ];
}

/** The words of a row as a new answer's ways of asking: whoever used one of them is told of it. */
function asked(row) {
  return new URLSearchParams([["question", row.words], ...row.alike.map((words) => ["also", words])]);
}

function steps(rows) {
  if (rows.length === 0) {
    return empty(
      "No step stands out",
      "A step stands here once five people searched while they were at work on it; of fewer nothing is told.",
    );
  }
  return table({
    columns: [
      {
        name: "Step",
        head: true,
        cell: (row) =>
          h(
            "a",
            { href: `#/courses/${row.course_id}/activities/${part(row.activity)}` },
            row.activity_title ?? row.activity,
          ),
      },
      { name: "Course", cell: (row) => [row.course_title, row.version && ` (${row.version})`] },
      { name: "People", number: true, cell: (row) => row.people },
      { name: "Searches", number: true, cell: (row) => row.searches },
      { name: "Helped", cell: (row) => `${row.helped} of ${counted(row.people, "person", "people")}` },
    ],
    rows,
  });
}

function answers(rows) {
  if (rows.length === 0) {
    return empty(
      "None that five people spoke about",
      "An answer stands here if it did not help half of those who said what came of it, once they are five.",
    );
  }
  return table({
    columns: [
      { name: "Answer", head: true, cell: (row) => h("a", { href: `#/answers/${row.answer_id}` }, row.question) },
      { name: "Did not help", cell: (row) => `${row.not_helped} of ${counted(row.people, "person", "people")}` },
      {
        name: "Next",
        plain: true,
        cell: (row) =>
          h(
            "a",
            {
              class: "button small",
              href: `#/answers/${row.answer_id}/edit`,
              "aria-label": `Put it right: ${row.question}`,
            },
            "Put it right",
          ),
      },
    ],
    rows,
  });
}
