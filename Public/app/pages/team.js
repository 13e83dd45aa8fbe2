// Completion: of one's team by name, of whole courses in numbers. Sorted by name: this is no race.
import { all, call, get } from "../api.js";
import { h } from "../dom.js";
import { actionButton } from "../parts/action.js";
import { field } from "../parts/fields.js";
import { heldUp } from "../parts/heldUp.js";
import { meter } from "../parts/meter.js";
import { empty } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { table } from "../parts/table.js";
import { go } from "../router.js";
import { saveFile } from "../saveFile.js";
import { may } from "../session.js";
import { percent } from "../words.js";

const views = [
  ["person", "People"],
  ["course", "Courses"],
  ["module", "Modules"],
  ["team", "Teams"],
];

export default async function team({ query, signal }) {
  // Leaders read numbers of courses and modules, and no names.
  const offered = may.manage() || may.train() ? views : views.filter(([name]) => ["course", "module"].includes(name));
  const usual = may.know() ? "person" : "course";
  const by = offered.some(([name]) => name === query.get("by")) ? query.get("by") : usual;
  const filter = { by, course: query.get("course"), team: query.get("team") };
  const [report, courses, teams, first] = await Promise.all([
    get("/v1/reports/completion", { ...filter, format: "json" }, { signal }),
    all("/v1/courses"),
    all("/v1/teams"),
    may.manage() && by === "person" ? heldUp(signal) : null,
  ]);
  return h(
    "div",
    { class: "stack wide" },
    pageHead({
      title: "Completion",
      lead: lead(),
    }),
    first,
    choose(filter, offered, courses, teams),
    report.rows.length > 0
      ? [
          rowsTable(by, report.rows),
          h(
            "div",
            {},
            actionButton("Save as a table (CSV)", () => save(filter)),
          ),
        ]
      : nobody(by),
  );
}

function lead() {
  if (may.know()) return "Who is under way, and who may need you. Ask what gets in the way before you ask when.";
  return may.train()
    ? "How far people are in all courses, and by name in those that you answer for."
    : "How far people are in each course, from five people on, and nobody by name.";
}

function nobody(by) {
  if (may.enroll()) {
    return empty(
      "Nobody is enrolled yet",
      "Enroll your people in a course; then how far they are stands here.",
      h("a", { class: "button", href: "#/enroll" }, "Enroll people"),
    );
  }
  if (!may.train()) return empty("Not enough people yet", "As soon as five people are in a course, its numbers stand here.");
  return ["person", "team"].includes(by)
    ? empty("Nobody is in a course of yours yet", "Names stand here for the courses that you answer for.")
    : empty("Nobody is enrolled yet", "Managers enroll their people; then how far they are stands here.");
}

function choose(filter, offered, courses, teams) {
  const element = h(
    "form",
    { class: "row", "aria-label": "What to show", onsubmit: (event) => event.preventDefault() },
    field({ label: "Show", name: "by", value: filter.by, options: offered }),
    field({
      label: "Course",
      name: "course",
      value: filter.course ?? "",
      options: [["", "All courses"], ...courses.map((course) => [course.id, course.title])],
    }),
    teams.length > 1 &&
      field({
        label: "Team",
        name: "team",
        value: filter.team ?? "",
        options: [["", "All of mine"], ...teams.map((one) => [one.id, `${one.name} (${one.people})`])],
      }),
  );
  element.addEventListener("change", () => {
    const values = new URLSearchParams([...new FormData(element)].filter(([, value]) => value));
    go(`/team?${values}`);
  });
  return element;
}

function rowsTable(by, rows) {
  const name = { person: "person_name", course: "course_title", module: "module_title", team: "team_name" }[by];
  // Modules stand in the order of their course.
  const sorted = by === "module" ? rows : [...rows].sort(
    (one, other) =>
      (one[name] ?? "").localeCompare(other[name] ?? "") ||
      (one.course_title ?? "").localeCompare(other.course_title ?? ""),
  );
  const columns = [
    by === "person" && {
      name: "Person",
      head: true,
      cell: (row) =>
        may.know() ? h("a", { href: `#/team/people/${row.person_id}` }, row.person_name) : row.person_name,
    },
    by === "team" && { name: "Team", head: true, cell: (row) => row.team_name },
    by === "module" && { name: "Module", head: true, cell: (row) => row.module_title },
    { name: "Course", head: by === "course", cell: (row) => row.course_title },
    by !== "person" && { name: "Enrolled", number: true, cell: (row) => row.enrolled },
    by !== "person" && { name: "Begun", number: true, cell: (row) => row.started },
    by === "person"
      ? { name: "How it stands", cell: state }
      : { name: "Complete", number: true, cell: (row) => row.completed },
    {
      name: "Steps done",
      cell: (row) => (row.required > 0 ? meter(row.done, row.required, percent(row.fraction)) : ""),
    },
  ].filter(Boolean);
  return table({ columns, rows: sorted });
}

function state(row) {
  if (row.completed > 0) return h("span", { class: "badge good" }, "Complete");
  return row.started > 0
    ? h("span", { class: "badge accent" }, "Under way")
    : h("span", { class: "badge" }, "Not begun");
}

async function save(filter) {
  const { data } = await call("GET", "/v1/reports/completion", { query: { ...filter, format: "csv" } });
  saveFile(data, `completion-${filter.by}.csv`);
}
