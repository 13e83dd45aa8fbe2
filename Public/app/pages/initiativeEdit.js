// Make an initiative, or change one.
import { all, call } from "../api.js";
import { today } from "../dates.js";
import { h } from "../dom.js";
import { choices, field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { empty } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { go } from "../router.js";
import { may, me } from "../session.js";
import { zones } from "../zones.js";

export default async function initiativeEdit({ params, signal }) {
  const path = params.id ? `/v1/initiatives/${params.id}` : null;
  const [courses, there] = await Promise.all([
    all("/v1/courses"),
    path ? call("GET", path, { signal }) : { data: null, etag: null },
  ]);
  const row = there.data;
  const back = row ? [`#/initiatives/${row.id}`, row.title] : ["#/initiatives", "Initiatives"];
  const title = row ? "Change the initiative" : "New initiative";
  if (courses.length === 0) {
    return h(
      "div",
      { class: "stack" },
      pageHead({ title, back }),
      empty("There is no course yet", "A trainer uploads one first; then an initiative can ask people to take it."),
    );
  }
  const begun = row !== null && row.starts_on <= today();
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title,
      back,
      lead: "People are invited, not ordered. They read first why, what is in it for them, and what stops.",
    }),
    h(
      "div",
      { class: "card" },
      form({
        fields: [
          field({ label: "What it is called", name: "title", value: row?.title, required: true, maxlength: 200 }),
          field({
            label: "Why this change, and why now",
            name: "why",
            value: row?.why,
            lines: 5,
            required: true,
            maxlength: 10000,
            hint: "Say it as you would say it to them. Markdown.",
          }),
          choices({
            legend: "Courses",
            name: "courses",
            type: "checkbox",
            options: courses.map((course) => ({
              value: course.id,
              label: course.title,
              checked: row?.courses.some((chosen) => chosen.id === course.id) ?? false,
            })),
          }),
          !begun &&
            field({
              label: "First day",
              name: "starts_on",
              type: "date",
              value: row?.starts_on ?? today(),
              required: true,
              hint: "Everybody's dates count from this day, or from the day on which they come in where that is later.",
            }),
          !begun &&
            field({
              label: "Time zone",
              name: "time_zone",
              value: row?.time_zone ?? me().time_zone,
              options: zones(row?.time_zone ?? me().time_zone),
            }),
          field({
            label: "Kickoffs and meetings begin at",
            name: "meets_at",
            type: "time",
            value: row?.meets_at ?? "",
            hint: "On clocks in that zone. Without a time they are of a day.",
          }),
          may.administer() &&
            field({
              label: "Sponsor",
              name: "sponsor_id",
              value: row?.sponsor_id ?? "",
              required: true,
              options: await people("leader", row?.sponsor_id, row?.sponsor_name),
            }),
          may.administer() &&
            field({
              label: "Who sees to it",
              name: "owner_id",
              value: row?.owner_id ?? "",
              options: [["", "The sponsor"], ...(await people("trainer", row?.owner_id, row?.owner_name))],
            }),
        ],
        action: row ? "Save" : "Make it",
        draft: row ? null : "initiative.new",
        send: (values) => send(values, path, there.etag),
        done: ({ data }) => go(row ? `/initiatives/${data.id}` : `/initiatives/${data.id}/people`),
      }),
    ),
  );
}

/** People with a role, to choose from; an admin alone reads them all. */
async function people(role, chosen, name) {
  const rows = (await all("/v1/people", {}, 2000)).filter(
    (person) => !person.left_at && (person.roles.includes(role) || person.roles.includes("leader")),
  );
  const options = rows.map((person) => [person.id, person.name]).sort((one, other) => one[1].localeCompare(other[1]));
  if (chosen && !rows.some((person) => person.id === chosen)) options.unshift([chosen, name]);
  return options;
}

function send(values, path, etag) {
  const json = { title: values.get("title"), why: values.get("why"), courses: values.getAll("courses") };
  for (const name of ["starts_on", "time_zone", "sponsor_id", "owner_id"]) {
    if (values.get(name)) json[name] = values.get(name);
  }
  if (values.get("meets_at") || path) json.meets_at = values.get("meets_at") || null;
  return path
    ? call("PATCH", path, { json, ifMatch: etag })
    : call("POST", "/v1/initiatives", { json });
}
