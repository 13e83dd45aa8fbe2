// Add people to an initiative: a team, or a list of personnel numbers. What became of each row is said for each.
import { announce } from "../announce.js";
import { all, get, post } from "../api.js";
import { fill, h } from "../dom.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { table } from "../parts/table.js";
import { counted } from "../words.js";

const results = {
  added: "Added",
  extended: "Enrolled in what came since",
  unchanged: "In it already",
  refused: "Not added",
};

/** Rows that are shown at once; those that were refused always are. */
const most = 200;

export default async function initiativePeople({ params, signal }) {
  const path = `/v1/initiatives/${params.id}`;
  const [row, teams] = await Promise.all([get(path, {}, { signal }), all("/v1/teams")]);
  const place = h("div", { class: "stack tight" });
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Add people",
      back: [`#/initiatives/${row.id}`, row.title],
      lead: "They are enrolled in its courses, and find the invitation on their first page.",
    }),
    place,
    teams.length > 0 &&
      h(
        "section",
        { class: "card" },
        h("h2", { class: "card-title" }, "A team"),
        form({
          label: "A team",
          fields: [
            field({
              label: "Everybody below",
              name: "team",
              options: teams.map((team) => [team.id, `${team.name} (${team.people})`]),
              hint: "At every depth, as they are today. The manager is not in their own team.",
            }),
          ],
          action: "Add the team",
          send: (values) => post(`${path}/people`, { team: values.get("team") }),
          done: (reply) => report(place, reply),
        }),
      ),
    h(
      "section",
      { class: "card" },
      h("h2", { class: "card-title" }, "A list"),
      form({
        label: "A list",
        fields: [
          field({
            label: "Personnel numbers",
            name: "people",
            lines: 6,
            required: true,
            hint: "One a line, or with commas between them; at most 10,000.",
          }),
        ],
        action: "Add these people",
        draft: `initiative.people.${row.id}`,
        send: (values) => post(`${path}/people`, { people: split(values.get("people")) }),
        done: (reply) => report(place, reply),
      }),
    ),
    row.is_led &&
      row.people > 0 &&
      h(
        "section",
        { class: "card flat" },
        h("h2", { class: "card-title" }, "Everybody who is in it"),
        h("p", {}, "If the initiative got another course since they came, this enrolls them in it."),
        form({
          label: "Everybody who is in it",
          fields: [],
          action: `Enroll ${counted(row.people, "person", "people")} in what is missing`,
          quiet: true,
          send: () => post(`${path}/people`, { members: true }),
          done: (reply) => report(place, reply),
        }),
      ),
  );
}

function split(text) {
  return text
    .split(/[\n,;]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

function report(place, reply) {
  const text = [
    `${counted(reply.added, "person", "people")} added`,
    reply.extended > 0 && `${reply.extended} enrolled in what came since`,
    reply.unchanged > 0 && `${reply.unchanged} in it already`,
    reply.refused > 0 && `${reply.refused} not added`,
  ]
    .filter(Boolean)
    .join(", ");
  const rows = [
    ...reply.rows.filter((row) => row.result === "refused"),
    ...reply.rows.filter((row) => row.result !== "refused"),
  ].slice(0, Math.max(most, reply.refused));
  fill(
    place,
    notice(reply.refused > 0 ? "warm" : "good", h("p", {}, h("strong", {}, `${text}.`))),
    h(
      "details",
      { open: reply.refused > 0 },
      h("summary", {}, "Row by row"),
      table({
        columns: [
          { name: "Row", number: true, cell: (row) => row.row },
          { name: "Person", head: true, cell: (row) => row.name ?? row.given },
          { name: "What became of it", cell: (row) => (row.error ? `${results[row.result]}: ${row.error.message}` : results[row.result]) },
        ],
        rows,
      }),
      rows.length < reply.rows.length && h("p", { class: "small quiet" }, `${reply.rows.length - rows.length} more rows went well.`),
    ),
  );
  place.scrollIntoView({ block: "start" });
  announce(text);
}
