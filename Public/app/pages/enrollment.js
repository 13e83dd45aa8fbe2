// A learner's course: why, what is in it, what stops, and the whole plan; for their manager, the same page with how it stands.
import { all, get } from "../api.js";
import { dayElement } from "../dates.js";
import { h } from "../dom.js";
import { feedbackDetails } from "../parts/feedbackForm.js";
import { history } from "../parts/history.js";
import { meter } from "../parts/meter.js";
import { notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { reasons } from "../parts/reasons.js";
import { stepLink } from "../parts/stepLink.js";
import { moment } from "../dates.js";
import { me } from "../session.js";
import { moduleKinds } from "../words.js";

export default async function enrollment({ params, signal }) {
  const [plan, events] = await Promise.all([
    get(`/v1/enrollments/${params.id}/plan`, {}, { signal }),
    all(`/v1/enrollments/${params.id}/events`),
  ]);
  const { enrollment: row } = plan;
  const mine = row.person_id === me().id;
  const titles = new Map(plan.modules.flatMap((module) => module.items.map((item) => [item.activity, item.title])));
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: row.course_title,
      back: mine ? ["#/courses", "Courses"] : [`#/team/people/${row.person_id}`, row.person_name],
      lead: mine ? null : row.person_name,
    }),
    row.completed_at && notice("good", h("p", {}, h("strong", {}, "Complete since "), moment(row.completed_at), ".")),
    mine && reasons(plan),
    h(
      "div",
      { class: "card" },
      meter(row.done, row.required, "The whole course"),
      h(
        "p",
        { class: "facts" },
        h("span", {}, "Since ", dayElement(row.starts_on)),
        h("span", {}, `Dates in ${row.time_zone.replaceAll("_", " ")}`),
      ),
    ),
    plan.modules.map((module) =>
      h(
        "section",
        { class: "module", "aria-label": module.title },
        h(
          "div",
          { class: "module-head" },
          h("div", {}, h("h2", {}, module.title), h("p", { class: "small quiet" }, moduleKinds[module.kind])),
          meter(module.done, module.required, module.title),
        ),
        h(
          "ol",
          { class: "steps" },
          activities(module).map((items) => activity(items, row.id)),
        ),
      ),
    ),
    mine && feedbackDetails({ course: row.course_id, about: "this course" }),
    history(events.map((fact) => ({ ...fact, title: titles.get(fact.activity) ?? fact.activity }))),
  );
}

/** The items of a module, those of one activity together. */
function activities(module) {
  const groups = new Map();
  for (const item of module.items) groups.set(item.activity, [...(groups.get(item.activity) ?? []), item]);
  return [...groups.values()];
}

/** One step; what comes again shows its next date, and the others on demand. */
function activity(items, enrollmentID) {
  const next = items.find((item) => item.status !== "done") ?? items.at(-1);
  const others = items.filter((item) => item !== next);
  const link = stepLink(next, { enrollmentID });
  if (others.length === 0) return link;
  link.append(
    h(
      "details",
      { class: "others small" },
      h("summary", {}, `All ${items.length} dates`),
      h(
        "ol",
        { class: "steps" },
        items.map((item) => stepLink(item, { enrollmentID })),
      ),
    ),
  );
  return link;
}
