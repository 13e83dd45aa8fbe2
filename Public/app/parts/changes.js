// What a new version of a course changes of an earlier one: counts first, then everything that is not as it was.
import { h } from "../dom.js";
import { counted, kinds, moduleKinds } from "../words.js";
import { table } from "./table.js";

const marks = { added: ["good", "New"], changed: ["accent", "Changed"], retired: ["warm", "Retired"] };

const fields = {
  title: "title",
  label: "version",
  language: "language",
  why: "why",
  benefit: "what is in it for me",
  stop: "what we stop",
  kind: "kind",
  module: "module",
  order: "place in the order",
  text: "text",
  content: "content",
  dates: "dates",
  requires: "what comes first",
  behaviors: "behaviors",
  rules: "rules",
  score: "score that passes",
  questions: "questions",
  availability: "whether it opens",
  phrasings: "other phrasings",
  tags: "tags",
  activity: "step it belongs to",
  owner: "owner",
};

const sorts = [
  ["modules", "Module", "module"],
  ["activities", "Step", "step"],
  ["behaviors", "Behavior", "behavior"],
  ["answers", "Answer", "answer"],
  ["files", "File", "file"],
];

/** @param {object} changes as the API gives them */
export function changesSection(changes, title = "What it changes") {
  const rows = [
    ...(changes.course.length > 0 ? [{ sort: "Course", change: "changed", title: "The course itself", fields: changes.course }] : []),
    ...sorts.flatMap(([name, sort]) =>
      changes[name].entries.filter((entry) => entry.change !== "kept").map((entry) => ({ ...entry, sort })),
    ),
  ];
  return h(
    "section",
    { class: "stack tight" },
    h("h2", {}, title),
    h("p", {}, summary(changes)),
    rows.length > 0 &&
      table({
        columns: [
          {
            name: "What becomes of it",
            plain: true,
            cell: (row) => h("span", { class: `badge ${marks[row.change][0]}` }, marks[row.change][1]),
          },
          {
            name: "What",
            head: true,
            cell: (row) => [
              row.title,
              h("span", { class: "hint" }, [kinds[row.kind] ?? moduleKinds[row.kind] ?? row.sort, row.key].filter(Boolean).join(" · ")),
            ],
          },
          { name: "How", plain: true, cell: how },
        ],
        rows,
      }),
    keptDetails(changes),
  );
}

/** "2 steps new, 1 changed, 5 as they were, 1 retired." */
export function summary(changes) {
  const said = sorts
    .map(([name, , one]) => [changes[name], one])
    .map(([list, one]) => {
      const parts = [
        list.added > 0 && `${list.added} new`,
        list.changed > 0 && `${list.changed} changed`,
        list.retired > 0 && `${list.retired} retired`,
      ].filter(Boolean);
      if (parts.length === 0) return null;
      const all = list.added + list.changed + list.retired + list.kept;
      return `${counted(all, one)}: ${[...parts, list.kept > 0 && `${list.kept} as before`].filter(Boolean).join(", ")}`;
    })
    .filter(Boolean);
  if (said.length > 0) return `${said.join(". ")}.`;
  return changes.course.length > 0 ? "Only the course's own words differ." : "Nothing that a learner would notice.";
}

function how(row) {
  if (row.change === "added") return "";
  if (row.change === "retired") {
    return row.now ? `What was earned in it counts for “${row.now}”.` : "What was earned in it stays earned.";
  }
  return h(
    "ul",
    { class: "plain-list" },
    row.was && h("li", {}, "Renamed from ", h("code", {}, row.was), ": what was earned in it counts on."),
    row.fields.map((field) =>
      h(
        "li",
        {},
        fields[field.field] ?? field.field,
        (field.before || field.after) && [": ", h("del", {}, field.before ?? "none"), " → ", h("ins", {}, field.after ?? "none")],
      ),
    ),
  );
}

function keptDetails(changes) {
  const kept = changes.activities.entries.filter((entry) => entry.change === "kept");
  if (kept.length === 0) return null;
  return h(
    "details",
    { class: "card flat" },
    h("summary", {}, `${counted(kept.length, "step")} as before`),
    h(
      "ul",
      { class: "plain-list" },
      kept.map((entry) =>
        h("li", {}, entry.title, entry.was && [" (renamed from ", h("code", {}, entry.was), ")"]),
      ),
    ),
  );
}
