// What people say about steps and courses and answer in pulses, in groups of five and more, without names.
import { get } from "../api.js";
import { h } from "../dom.js";
import { empty } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { pulseReport } from "../parts/pulseReport.js";
import { saidBy } from "../parts/said.js";
import { table } from "../parts/table.js";
import { counted } from "../words.js";

export default async function teamFeedback({ signal }) {
  const report = await get("/v1/reports/feedback", {}, { signal });
  const lead = "Only where five or more people spoke, and never who said what.";
  return h(
    "div",
    { class: "stack" },
    pageHead({ title: "What people say", lead }),
    h("section", { class: "stack tight" }, h("h2", {}, "Pulses"), pulses(report.pulses)),
    h("section", { class: "stack tight" }, h("h2", {}, "Steps and courses"), places(report.rows)),
  );
}

function pulses(rows) {
  if (rows.length > 0) {
    return [
      h(
        "p",
        { class: "quiet" },
        "What fewer than five people answered stays hidden. Answers come five or more at a time, so that the newest may wait for company.",
      ),
      pulseReport(rows),
    ];
  }
  return empty(
    "No pulse with five answers yet",
    "Nothing is shown below five people: from fewer, somebody could be recognized, and would no longer say what is so. " +
      "Answers come five or more at a time, so that the newest may wait for company.",
  );
}

function places(rows) {
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
      {
        name: "In words",
        cell: (row) => row.words.length > 0 && saidBy(`From ${counted(row.writers, "person", "people")}`, row.words),
      },
    ],
    rows,
  });
}

function rating(row) {
  return row.average === null ? "" : `${row.average.toFixed(1)} of 5, from ${counted(row.people, "person", "people")}`;
}
