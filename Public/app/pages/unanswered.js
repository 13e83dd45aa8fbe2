// Trainers: what was searched for and not found. In groups, without names.
import { get } from "../api.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { field } from "../parts/fields.js";
import { empty } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { table } from "../parts/table.js";
import { go } from "../router.js";

export default async function unanswered({ query, signal }) {
  const days = query.get("days") ?? "30";
  const report = await get("/v1/reports/unanswered", { days }, { signal });
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
    report.rows.length > 0
      ? [table({
          columns: [
            { name: "Words", head: true, cell: (row) => row.words },
            { name: "People", number: true, cell: (row) => row.people },
            { name: "Searches", number: true, cell: (row) => row.searches },
            { name: "Last", cell: (row) => moment(row.last_at) },
            {
              name: "Next",
              plain: true,
              cell: (row) =>
                h(
                  "a",
                  {
                    class: "button small",
                    href: `#/answers/new?question=${encodeURIComponent(row.words)}`,
                    "aria-label": `Write an answer: ${row.words}`,
                  },
                  "Write an answer",
                ),
            },
          ],
          rows: report.rows,
        }), report.has_more && h("p", { class: "small quiet" }, "These were missed by most people; there is more.")]
      : empty("Everything that was searched for was found", "At least nobody said otherwise. Look again next week."),
  );
}
