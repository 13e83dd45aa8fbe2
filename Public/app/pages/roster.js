// Admins: who is here, as the personnel department has it. A look at what would change comes first.
import { announce } from "../announce.js";
import { call } from "../api.js";
import { csvFile } from "../csv.js";
import { moment } from "../dates.js";
import { fill, h } from "../dom.js";
import { actionButton } from "../parts/action.js";
import { dropZone } from "../parts/dropZone.js";
import { notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { table } from "../parts/table.js";
import { saveFile } from "../saveFile.js";
import { upload } from "../upload.js";
import { counted } from "../words.js";

const columns = [
  ["external_id", "The personnel number. Needed: it tells who is meant when the name changes."],
  ["name", "Needed for somebody new."],
  ["email", "What they sign in with."],
  ["manager_external_id", "The personnel number of whom they report to; empty for nobody."],
  ["roles", "learner, trainer, manager, leader, admin, with | between them; learner unless you say."],
  ["time_zone", "Like Europe/Berlin."],
  ["locale", "A language tag like en or pt-BR."],
  ["status", "active or left."],
];

const names = Object.fromEntries([...columns.map(([name]) => [name, name.replaceAll("_", " ")]), ["external_id", "number"]]);
/** Rows of a long roster that are shown; all of them are in the file. */
const shown = 500;

export default async function roster() {
  const outcome = h("div", { class: "stack" });
  const { waiting } = (await call("GET", "/v1/roster/links")).data;
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Roster",
      lead: "A CSV file in UTF-8, one person a row. You see what would change before anything does; who is not in it stays.",
      back: ["#/people", "People"],
    }),
    dropZone({
      label: "Drop a roster here, or choose a file",
      accept: ".csv,text/csv",
      limit: "roster",
      send: async (file, progress) => {
        fill(outcome);
        return { file, result: await upload("/v1/roster", file, { type: "text/csv", progress }) };
      },
      done: ({ file, result }) => preview(outcome, file, result),
    }),
    outcome,
    waiting > 0 && withoutPassword(waiting),
    h(
      "section",
      { class: "stack tight" },
      h(
        "div",
        { class: "row spread" },
        h("h2", {}, "What stands in it"),
        h(
          "div",
          {},
          actionButton("Save everybody as a roster (CSV)", async () => {
            saveFile((await call("GET", "/v1/roster")).data, "roster.csv");
          }),
        ),
      ),
      h(
        "p",
        {},
        "The first line names the columns, in any order. A column that is not there changes nothing. The roster of everybody, as it is now, is the best one to begin with.",
      ),
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

function preview(place, file, result) {
  const title = h("h2", { tabindex: "-1" }, "What would change");
  const changes = result.rows.length - result.unchanged - result.refused;
  const words = sentence(result);
  const invites = h("input", { type: "checkbox", id: "invite", checked: true });
  fill(
    place,
    title,
    notice(
      result.refused > 0 ? "warm" : "",
      h("p", {}, h("strong", {}, words)),
      result.refused > 0 &&
        h("p", {}, "The refused rows would be passed over, all others taken. Or mend them first and choose the file again."),
    ),
    changes > 0 &&
      h(
        "div",
        { class: "stack tight" },
        result.added > 0 &&
          h(
            "label",
            { class: "check" },
            invites,
            " Make a link for each new person, with which they choose a password",
          ),
        h(
          "div",
          { class: "row" },
          actionButton(
            `Take in ${counted(changes, "change")}`,
            async () => {
              const query = `commit=true${result.added > 0 && invites.checked ? "&invite=true" : ""}`;
              taken(place, await upload(`/v1/roster?${query}`, file, { type: "text/csv" }));
            },
            { className: "primary" },
          ),
        ),
      ),
    rows(result.rows.filter((row) => row.result !== "unchanged")),
  );
  title.focus();
  announce(words);
}

function taken(place, result) {
  const title = h("h2", { tabindex: "-1" }, result.refused > 0 ? "Some rows were refused" : "The roster is taken in");
  const words = sentence(result);
  const invited = result.rows.filter((row) => row.invitation_url);
  fill(
    place,
    title,
    notice(
      result.refused > 0 ? "warm" : "good",
      h("p", {}, h("strong", {}, words)),
      h("p", {}, h("a", { href: "#/people" }, "See the people")),
    ),
    invited.length > 0 && links(invited),
    rows(result.rows.filter((row) => row.result === "refused")),
  );
  title.focus();
  announce(words);
}

/** Links for those who lost theirs, or let the week pass. */
function withoutPassword(waiting) {
  const place = h("section", { class: "stack tight" });
  const make = async () => {
    const rows = [];
    let after = null;
    try {
      do {
        const { data } = await call("POST", `/v1/roster/links${after ? `?after=${after}` : ""}`);
        rows.push(...data.rows);
        after = data.next;
      } while (after);
    } finally {
      // Those that were made are good, whatever became of the rest.
      if (rows.length > 0)
        fill(
          place,
          links(rows, "Links for those who never chose a password"),
          after !== null && notice("warm", h("p", {}, "Not all of them were made. Save these, then open this page anew and make all again.")),
        );
    }
    announce(`${counted(rows.length, "link")} made.`);
  };
  fill(
    place,
    h("h2", {}, "Who never chose a password"),
    h(
      "p",
      {},
      `${counted(waiting, "person", "people")} cannot sign in yet. New links end those that they were handed before.`,
    ),
    h("div", { class: "row" }, actionButton(`Make ${counted(waiting, "link")}`, make)),
  );
  return place;
}

/** The links are known at this moment alone. */
function links(rows, title = "Links for the new people") {
  return h(
    "section",
    { class: "stack tight" },
    h(
      "div",
      { class: "row spread" },
      h("h2", {}, title),
      h(
        "button",
        { type: "button", class: "primary", onclick: () => saveFile(linkFile(rows), "invitations.csv") },
        "Save the links (CSV)",
      ),
    ),
    notice(
      "warm",
      h(
        "p",
        {},
        "They are shown this once. Each can be used once, until ",
        moment(rows[0].invitation_expires_at),
        ". Whoever has a link becomes that person: hand each to its owner alone.",
      ),
    ),
    table({
      columns: [
        { name: "Name", head: true, cell: (row) => row.name },
        { name: "Link", plain: true, cell: (row) => h("code", { class: "link" }, row.invitation_url) },
      ],
      rows: rows.slice(0, shown),
    }),
    rows.length > shown && h("p", { class: "quiet" }, `The file has all ${rows.length}.`),
  );
}

function linkFile(rows) {
  return csvFile([
    ["external_id", "name", "invitation_url", "expires_at"],
    ...rows.map((row) => [row.external_id, row.name, row.invitation_url, row.invitation_expires_at]),
  ]);
}

function rows(all) {
  if (all.length === 0) return null;
  return [
    table({
      columns: [
        { name: "Line", head: true, cell: (row) => `Line ${row.line}` },
        { name: "Person", cell: (row) => row.name ?? row.external_id },
        { name: "What", cell: told },
      ],
      rows: all.slice(0, shown),
    }),
    all.length > shown && h("p", { class: "quiet" }, `And ${all.length - shown} more.`),
  ];
}

function told(row) {
  if (row.result === "refused") {
    const column = (row.error.pointer ?? "").slice(1);
    return [h("span", { class: "badge bad" }, "Refused"), ` ${column ? `${names[column] ?? column}: ` : ""}${row.error.message}`];
  }
  if (row.result === "changed") return `Changed: ${row.columns.map((name) => names[name] ?? name).join(", ")}`;
  return { added: "New", left: "Leaves", returned: "Is back" }[row.result] ?? row.result;
}

function sentence(result) {
  const parts = [
    result.added > 0 && `${counted(result.added, "person", "people")} new`,
    result.changed > 0 && `${result.changed} changed`,
    result.left > 0 && `${result.left} leaving`,
    result.returned > 0 && `${result.returned} back`,
    result.unchanged > 0 && `${result.unchanged} as they are`,
    result.refused > 0 && `${result.refused} refused`,
  ].filter(Boolean);
  return parts.length > 0 ? `${parts.join(", ")}.` : "The file has no rows: nothing would change.";
}
