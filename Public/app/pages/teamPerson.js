// One person of the team: their courses.
import { all, get } from "../api.js";
import { h } from "../dom.js";
import { meter } from "../parts/meter.js";
import { empty } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";

export default async function teamPerson({ params, signal }) {
  const [person, enrollments] = await Promise.all([
    get(`/v1/people/${params.id}`, {}, { signal }),
    all("/v1/enrollments", { person: params.id }),
  ]);
  return h(
    "div",
    { class: "stack" },
    pageHead({ title: person.name, back: ["#/team", "Completion"], lead: person.email }),
    enrollments.length > 0
      ? h(
          "ul",
          { class: "cards" },
          enrollments.map((enrollment) =>
            h(
              "li",
              { class: "card" },
              h(
                "h2",
                { class: "card-title" },
                h("a", { href: `#/enrollments/${enrollment.id}` }, enrollment.course_title),
              ),
              meter(enrollment.done, enrollment.required, enrollment.course_title),
            ),
          ),
        )
      : empty(
          `${person.name} is in no course`,
          "Enroll them in one; its dates begin on the day you choose.",
          h("a", { class: "button", href: `#/enroll?person=${person.id}` }, "Enroll in a course"),
        ),
  );
}
