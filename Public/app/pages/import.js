// One upload: how it goes, what came of it, and everything that was found, with the place in the file.
import { announce } from "../announce.js";
import { get, post } from "../api.js";
import { moment } from "../dates.js";
import { fill, h } from "../dom.js";
import { actionButton } from "../parts/action.js";
import { changesSection } from "../parts/changes.js";
import { notice, problemNotice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { table } from "../parts/table.js";
import { Problem } from "../problem.js";
import { may } from "../session.js";
import { counted } from "../words.js";
import { resultBadge } from "./imports.js";

const severities = {
  fatal: ["bad", "Must be mended"],
  warning: ["warm", "Warning"],
  note: ["", "Note"],
  advice: ["accent", "Advice"],
};

export default async function importPage({ params, signal }) {
  const job = await get(`/v1/imports/${params.id}`, {}, { signal });
  const place = h("div", { class: "stack" });
  await show(place, job, signal);
  if (!rests(job)) watch(place, job.id, signal);
  return h(
    "div",
    { class: "stack wide" },
    pageHead({ title: job.file_name, back: ["#/imports", "Upload a course"] }),
    place,
  );
}

/** Nothing more happens to it by itself. */
function rests(job) {
  return job.state === "ended" || job.state === "held";
}

async function show(place, job, signal) {
  const compared = rests(job) && job.compared_with;
  const [changes, course] = await Promise.all([
    compared ? get(`/v1/imports/${job.id}/changes`, {}, { signal }) : null,
    compared && job.state === "held" ? get(`/v1/courses/${job.course_id}`, {}, { signal }) : null,
  ]);
  fill(place, content(job, changes, course, () => publish(place, job, signal)));
}

async function publish(place, job, signal) {
  await show(place, await post(`/v1/imports/${job.id}/publication`), signal);
  announce("It is being published.");
  watch(place, job.id, signal);
}

/** Asks again until the job has ended or the reader has left. */
async function watch(place, id, signal) {
  let pause = 300;
  while (!signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = Math.min(pause * 1.5, 3000);
    try {
      const job = await get(`/v1/imports/${id}`, {}, { signal });
      if (signal.aborted) return;
      await show(place, job, signal);
      if (rests(job)) {
        announce(
          job.findings.length > 0 ? `Read. ${counted(job.findings.length, "finding")}.` : "Read. Nothing to mend.",
        );
        return;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Problem)) throw error;
      fill(
        place,
        problemNotice(error, () => watch(place, id, signal)),
      );
      return;
    }
  }
}

/** @param {object|null} course what the upload would become a version of */
function content(job, changes, course, publish) {
  return [
    h(
      "div",
      { class: "card" },
      job.state === "held" && course
        ? [h("h2", {}, `New version of ${course.title}`), h("p", { class: "row" }, resultBadge(job))]
        : h("p", { class: "row" }, resultBadge(job), job.title && h("strong", {}, job.title)),
      job.state === "held" && course && job.title !== course.title && h("p", {}, "Its title would be ", h("strong", {}, job.title), "."),
      h("p", {}, sentence(job)),
      rests(job)
        ? h(
            "p",
            { class: "facts" },
            counts(job).map((text) => h("span", {}, text)),
            h("span", {}, moment(job.created_at)),
          )
        : h("progress", { "aria-label": "Being read" }),
      job.state === "held" && h("div", { class: "row" }, actionButton("Publish it", publish, { className: "primary" })),
      job.course_id &&
        h(
          "p",
          {},
          h("a", { class: "button", href: `#/courses/${job.course_id}` }, "See the course"),
          " ",
          job.result === "created" && job.compared_with &&
            h("a", { class: "button", href: `#/courses/${job.course_id}/move` }, "Move people under way"),
          " ",
          job.state === "ended" && may.enroll() && h("a", { class: "button", href: `#/enroll?course=${job.course_id}` }, "Enroll people"),
        ),
    ),
    changes && changesSection(changes, job.state === "held" ? "What it would change" : "What it changed"),
    job.findings.length > 0 &&
      h(
        "section",
        { class: "stack tight" },
        h("h2", {}, counted(job.findings.length, "finding")),
        findings(job.findings),
      ),
    rests(job) && job.findings.length === 0 && job.result !== "failed" && notice("good", "Nothing to mend."),
  ];
}

function sentence(job) {
  if (!rests(job)) return "It is being read. You may leave this page; it goes on.";
  return {
    held: "Nothing has changed yet. Look at what this version would change, then publish it; it waits for a day.",
    created: "It is published. People under way stay on the version that they began.",
    unchanged: "The same bytes were imported before: nothing changed.",
    refused: "Nothing was imported, and nothing changed. Mend what must be mended below and upload it again.",
    failed:
      "Something went wrong here, not in your package. Nothing changed. Upload it again; if it fails again, the log has the reason.",
  }[job.result];
}

function counts({ counts: found = {} }) {
  return [
    [found.modules, "module"],
    [found.activities, "step"],
    [found.answers, "answer"],
    [found.files, "file"],
  ]
    .filter(([number]) => number > 0)
    .map(([number, name]) => counted(number, name));
}

function findings(rows) {
  return table({
    columns: [
      {
        name: "What kind",
        plain: true,
        cell: (row) =>
          h(
            "span",
            { class: `badge ${severities[row.severity]?.[0] ?? ""}` },
            severities[row.severity]?.[1] ?? row.severity,
          ),
      },
      {
        name: "What",
        plain: true,
        cell: (row) => [
          h("span", {}, row.message, row.count > 1 ? ` (${row.count} times)` : ""),
          row.hint && h("span", { class: "hint" }, row.hint),
        ],
      },
      { name: "Where", plain: true, cell: (row) => place(row) },
    ],
    rows,
  });
}

function place(row) {
  const spot = row.line ? `line ${row.line}${row.column ? `, column ${row.column}` : ""}` : "";
  return h(
    "span",
    { class: "place" },
    [row.entry, spot].filter(Boolean).join(", ") || "The package as a whole",
    row.path && h("span", { class: "hint" }, row.path),
  );
}
