// Enroll people in a course: some of them, or a whole team. What failed for whom is said for each.
import { all, post } from "../api.js";
import { announce } from "../announce.js";
import { today } from "../dates.js";
import { fill, h } from "../dom.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { empty, notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { may, me } from "../session.js";
import { counted } from "../words.js";

export default async function enroll({ query }) {
  const [courses, people, teams] = await Promise.all([all("/v1/courses"), all("/v1/people"), all("/v1/teams")]);
  const place = h("div", {});
  // Nobody enrolls themselves here but an admin: in an open course, one takes part on its own page.
  const present = people
    .filter((person) => !person.left_at && (may.administer() || person.id !== me().id))
    .sort((one, other) => one.name.localeCompare(other.name));
  if (courses.length === 0) {
    return h(
      "div",
      { class: "stack" },
      pageHead({ title: "Enroll people" }),
      empty("There is no course yet", "A trainer uploads one first."),
    );
  }
  if (present.length === 0) {
    return h(
      "div",
      { class: "stack" },
      pageHead({ title: "Enroll people" }),
      empty("Nobody reports to you yet", "An admin names you as somebody's manager; then they stand here."),
    );
  }
  const names = new Map(present.map((person) => [person.id, person.name]));
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Enroll people",
      lead: "The dates of the course count from the day that you choose, in each person's own zone.",
    }),
    place,
    h(
      "div",
      { class: "card" },
      form({
        fields: [
          field({
            label: "Course",
            name: "course_id",
            value: query.get("course") ?? courses[0].id,
            options: courses.map((course) => [course.id, course.title]),
          }),
          field({ label: "First day", name: "starts_on", type: "date", value: today(), required: true }),
          teams.length > 0 &&
            field({
              label: "Whom",
              name: "team",
              options: [
                ["", "The people ticked below"],
                ...teams.map((team) => [team.id, `Everybody in ${team.name} (${team.people})`]),
              ],
            }),
          peopleList(present, query.get("person")),
        ],
        action: "Enroll",
        draft: `enroll.${query.get("course") ?? ""}.${query.get("person") ?? ""}`,
        send: (values) => send(values),
        done: ({ results }) => report(place, results, names),
      }),
    ),
  );
}

function peopleList(people, chosen) {
  const find = h("input", {
    type: "search",
    "aria-label": "Find a person in the list",
    placeholder: "Find a person",
    oninput: () => {
      const words = find.value.trim().toLowerCase();
      for (const label of list.querySelectorAll("label"))
        label.hidden = words !== "" && !label.textContent.toLowerCase().includes(words);
    },
  });
  const list = h(
    "fieldset",
    {},
    h("legend", {}, "People"),
    people.length > 8 && find,
    people.map((person) =>
      h(
        "label",
        { class: "choice" },
        h("input", { type: "checkbox", name: "people", value: person.id, checked: person.id === chosen }),
        h(
          "span",
          {},
          person.name,
          person.id === me().id ? " (you)" : "",
          person.email && h("span", { class: "detail" }, ` ${person.email}`),
        ),
      ),
    ),
  );
  return list;
}

function send(values) {
  const json = { course_id: values.get("course_id"), starts_on: values.get("starts_on") };
  if (values.get("team")) json.team = values.get("team");
  else json.people = values.getAll("people");
  return post("/v1/enrollments", json);
}

function report(place, results, names) {
  const refused = results.filter((result) => result.result === "refused");
  const text = `${counted(results.length - refused.length, "person is", "people are")} enrolled.`;
  fill(
    place,
    notice(
      refused.length > 0 ? "warm" : "good",
      h("p", {}, h("strong", {}, text)),
      refused.length > 0 &&
        h(
          "ul",
          {},
          refused.map((result) =>
            h("li", {}, `${names.get(result.person_id) ?? "Somebody"}: ${reason(result.error)}`),
          ),
        ),
      h("p", {}, h("a", { href: "#/team" }, "See how they are doing")),
    ),
  );
  place.scrollIntoView({ block: "center" });
  announce(text);
}

function reason(error) {
  return typeof error === "string" ? error : (error?.message ?? "not enrolled");
}
