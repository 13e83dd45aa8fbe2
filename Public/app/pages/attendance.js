// For the host of a kickoff or meeting: the code to show, and the list to tick.
import { all, get, part } from "../api.js";
import { announce } from "../announce.js";
import { h } from "../dom.js";
import { recordAll } from "../events.js";
import { form } from "../parts/form.js";
import { empty, notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { may } from "../session.js";
import { counted } from "../words.js";

export default async function attendance({ params, signal }) {
  const occurrence = Number(params.occurrence);
  const [activity, enrollments] = await Promise.all([
    get(`/v1/courses/${params.id}/activities/${part(params.activity)}`, { occurrence }, { signal }),
    all("/v1/enrollments", { course: params.id }),
  ]);
  const people = enrollments.sort((one, other) => one.person_name.localeCompare(other.person_name));
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: activity.title,
      back: [`#/courses/${params.id}/activities/${part(params.activity)}`, "The step"],
      lead: activity.occurrences > 1 ? `Date ${occurrence} of ${activity.occurrences}` : "Who was there",
    }),
    activity.attendance_code &&
      h(
        "section",
        { class: "card" },
        h("h2", {}, "Code to show"),
        h("p", { class: "code" }, activity.attendance_code),
        h(
          "p",
          { class: "quiet" },
          "Whoever is there types it into this step of their plan. Show it at the end, to those who stayed. It is today's and holds until tomorrow; on another day there is another one here.",
        ),
      ),
    h(
      "section",
      { class: "card" },
      h("h2", {}, "Or tick who was there"),
      people.length > 0
        ? list(people, activity.key, occurrence)
        : empty(
            "Nobody of yours is enrolled",
            "Enroll people in this course first.",
            may.enroll() && h("a", { class: "button", href: `#/enroll?course=${params.id}` }, "Enroll people"),
          ),
    ),
  );
}

function list(people, activity, occurrence) {
  const place = h("div", {});
  return h(
    "div",
    { class: "stack tight" },
    place,
    form({
      fields: [
        h(
          "fieldset",
          {},
          h("legend", { class: "aside-text" }, "Who was there"),
          people.map((enrollment) =>
            h(
              "label",
              { class: "choice" },
              h("input", { type: "checkbox", name: "enrollment", value: enrollment.id }),
              enrollment.person_name,
            ),
          ),
        ),
      ],
      action: "Record who was there",
      draft: `attendance.${activity}.${occurrence}`,
      send: async (values) => {
        const chosen = people.filter((enrollment) => values.getAll("enrollment").includes(enrollment.id));
        const results = [];
        for (let at = 0; at < chosen.length; at += 100) {
          const facts = chosen
            .slice(at, at + 100)
            .map((enrollment) => ({ enrollment_id: enrollment.id, activity, occurrence, verb: "attended" }));
          results.push(...(await recordAll(facts)));
        }
        return chosen.map((enrollment, index) => ({ enrollment, ...results[index] }));
      },
      done: (results) => {
        const refused = results.filter((result) => result.result === "refused");
        const text = `${counted(results.length - refused.length, "person", "people")} recorded.`;
        place.replaceChildren(
          notice(
            refused.length ? "warm" : "good",
            text,
            refused.length > 0 &&
              h(
                "ul",
                {},
                refused.map((result) =>
                  h("li", {}, `${result.enrollment.person_name}: ${result.error?.message ?? "not recorded"}`),
                ),
              ),
          ),
        );
        announce(text);
      },
    }),
  );
}
