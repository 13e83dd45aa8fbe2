// Moves people under way to the course's present version. What each of them gains is seen first.
import { announce } from "../announce.js";
import { call, get } from "../api.js";
import { fill, h } from "../dom.js";
import { actionButton } from "../parts/action.js";
import { empty, notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { table } from "../parts/table.js";
import { counted } from "../words.js";

/** People of a long list that are shown; all of them can be moved. */
const shown = 500;

export default async function move({ params, signal }) {
  const course = await get(`/v1/courses/${params.id}`, {}, { signal });
  const place = h("div", { class: "stack" });
  preview(place, course, await ask(course, false, null, signal));
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Move people under way",
      back: [`#/courses/${course.id}`, course.title],
      lead: "To the version that newcomers get. Everything that they earned stays earned; there may be more to do than before.",
    }),
    place,
  );
}

async function ask(course, commit, enrollments, signal) {
  const json = enrollments ? { enrollments } : {};
  const query = commit ? { commit } : {};
  return (await call("POST", `/v1/courses/${course.id}/moves`, { query, json, signal })).data;
}

function preview(place, course, look) {
  if (look.rows.length === 0) {
    fill(
      place,
      empty("Everybody is on the present version", "When a new one is published, those who are under way on an earlier one stand here."),
    );
    return;
  }
  const titles = Object.fromEntries(look.steps.map((step) => [step.key, step.title]));
  const boxes = look.rows.slice(0, shown).map((row) =>
    h("input", { type: "checkbox", value: row.enrollment_id, "aria-label": `Move ${row.name}` }),
  );
  fill(
    place,
    notice("", h("p", {}, h("strong", {}, sentence(look)))),
    h(
      "div",
      { class: "row" },
      actionButton(
        look.rows.length === 1 ? "Move this one" : `Move all ${look.rows.length}`,
        async () => moved(place, course, await ask(course, true, look.rows.map((row) => row.enrollment_id))),
        { className: "primary" },
      ),
      look.rows.length > 1 &&
        actionButton("Move those who are ticked", async () => {
          const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
          if (chosen.length === 0) {
            boxes[0].focus();
            announce("Nobody is ticked.");
            return;
          }
          await moved(place, course, await ask(course, true, chosen));
        }),
    ),
    look.steps.length > 0 &&
      h(
        "section",
        { class: "stack tight" },
        h("h2", {}, "Which steps, for how many"),
        table({
          columns: [
            { name: "Step", head: true, cell: (step) => step.title },
            { name: "New to do", number: true, cell: (step) => step.new || "–" },
            { name: "Counts at once", number: true, cell: (step) => step.credited || "–" },
            { name: "Gone, stays earned", number: true, cell: (step) => step.retired || "–" },
          ],
          rows: look.steps,
        }),
      ),
    h(
      "section",
      { class: "stack tight" },
      h("h2", {}, "Who"),
      table({
        columns: [
          { name: "Move", plain: true, cell: (row) => boxes[look.rows.indexOf(row)] },
          { name: "Name", head: true, cell: (row) => row.name },
          {
            name: "Done",
            cell: (row) =>
              row.after ? `${row.before.done} of ${row.before.required} → ${row.after.done} of ${row.after.required}` : "",
          },
          { name: "What it comes to", plain: true, cell: (row) => told(row, titles) },
        ],
        rows: look.rows.slice(0, shown),
      }),
      look.rows.length > shown && h("p", { class: "quiet" }, `And ${look.rows.length - shown} more.`),
      look.left > 0 && h("p", { class: "quiet" }, `${counted(look.left, "person", "people")} more can be moved after these.`),
    ),
  );
}

async function moved(place, course, result) {
  const rest = await ask(course, false, null);
  const words = `${counted(result.moved, "person", "people")} moved${result.refused > 0 ? `, ${result.refused} refused` : ""}.`;
  const done = h("div", {}, notice(result.refused > 0 ? "warm" : "good", h("p", { tabindex: "-1" }, h("strong", {}, words))));
  const next = h("div", { class: "stack" });
  fill(
    place,
    done,
    result.refused > 0 &&
      table({
        columns: [
          { name: "Name", head: true, cell: (row) => row.name ?? row.enrollment_id },
          { name: "Why not", plain: true, cell: (row) => row.error.message },
        ],
        rows: result.rows.filter((row) => row.result === "refused"),
      }),
    next,
  );
  preview(next, course, rest);
  done.querySelector("[tabindex]").focus();
  announce(words);
}

function told(row, titles) {
  if (row.result === "refused") return [h("span", { class: "badge bad" }, "Cannot be moved"), ` ${row.error.message}`];
  const names = (keys) => keys.map((key) => titles[key] ?? key).join(", ");
  const parts = [
    row.new.length > 0 && ["New to do: ", names(row.new)],
    row.credited.length > 0 && ["Counts at once: ", names(row.credited)],
    row.retired.length > 0 && ["Gone, stays earned: ", names(row.retired)],
    row.after?.completed_at && ["They are through, and stay so."],
  ].filter(Boolean);
  if (parts.length === 0) return "Nothing new to do.";
  return h("ul", { class: "plain-list" }, parts.map((part) => h("li", {}, part)));
}

function sentence(look) {
  const gain = look.rows.filter((row) => row.new.length > 0).length;
  const people = `${counted(look.rows.length, "person is", "people are")} under way on an earlier version.`;
  if (gain === 0) return `${people} Nobody gets anything new to do.`;
  return `${people} For ${gain} of them there is something new to do.`;
}
