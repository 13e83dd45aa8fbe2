// What people say about steps and courses, in groups of five and more, without names.
import { get } from "../api.js";
import { h } from "../dom.js";
import { empty } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { table } from "../parts/table.js";

export default async function teamFeedback({ signal }) {
  const report = await get("/v1/reports/feedback", {}, { signal });
  return h(
    "div",
    { class: "stack" },
    pageHead({ title: "What people say", lead: "Only where five or more people spoke, and never who said what." }),
    report.rows.length > 0
      ? table({
          columns: [
            { name: "Course", head: true, cell: (row) => row.course_title },
            { name: "Step", cell: (row) => row.activity_title ?? row.activity ?? "The course as a whole" },
            { name: "People", number: true, cell: (row) => row.people ?? row.writers },
            {
              name: "Rating",
              number: true,
              cell: (row) =>
                typeof row.average === "number" ? `${row.average.toFixed(1)} of 5` : "",
            },
            { name: "Words", cell: (row) => row.words.map((words) => h("p", { class: "said" }, words)) },
          ],
          rows: report.rows,
        })
      : empty(
          "Not enough voices yet",
          "As soon as five people have said something about the same step or course, it stands here. " +
            "Ask your people what would help them; they may tell you in person.",
        ),
  );
}
