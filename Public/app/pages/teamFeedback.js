// What people say about steps and courses, in groups of five and more, without names.
import { get } from "../api.js";
import { h } from "../dom.js";
import { empty } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { table } from "../parts/table.js";
import { counted } from "../words.js";

export default async function teamFeedback({ signal }) {
  const report = await get("/v1/reports/feedback", {}, { signal });
  const lead = "Only where five or more people spoke, and never who said what.";
  return h("div", { class: "stack" }, pageHead({ title: "What people say", lead }), content(report.rows));
}

function content(rows) {
  if (rows.length === 0) {
    return empty(
      "Not enough voices yet",
      "As soon as five people have said something about the same step or course, it stands here. Ask your people what would help them; they may tell you in person.",
    );
  }
  return table({
    columns: [
      { name: "Course", head: true, cell: (row) => row.course_title },
      { name: "Step", cell: (row) => row.activity_title ?? row.activity ?? "The course as a whole" },
      { name: "Rating", cell: rating },
      { name: "In words", cell: words },
    ],
    rows,
  });
}

function rating(row) {
  return row.average === null ? "" : `${row.average.toFixed(1)} of 5, from ${counted(row.people, "person", "people")}`;
}

function words(row) {
  if (row.words.length === 0) return "";
  return h(
    "details",
    {},
    h("summary", {}, `From ${counted(row.writers, "person", "people")}`),
    h(
      "ul",
      { class: "stack tight" },
      row.words.map((text) => h("li", { class: "said" }, text)),
    ),
  );
}
