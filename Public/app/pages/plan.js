// My plan: every dated step of everything that the reader is under way in, day by day, and what can be done on any day. It is a
// page to print.
import { all, get } from "../api.js";
import { dayText, daysBetween, today } from "../dates.js";
import { h } from "../dom.js";
import { empty } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { stepLink } from "../parts/stepLink.js";
import { me } from "../session.js";

export default async function plan({ signal }) {
  const enrollments = await all("/v1/enrollments", { person: me().id });
  const plans = await Promise.all(
    enrollments.map((enrollment) => get(`/v1/enrollments/${enrollment.id}/plan`, {}, { signal })),
  );
  const steps = plans.flatMap(({ enrollment, modules }) =>
    modules.flatMap((module) => module.items.map((item) => ({ item, enrollment }))),
  );
  const dated = steps
    .filter(({ item }) => item.due_on && item.status !== "unavailable")
    .sort((one, other) => one.item.due_on.localeCompare(other.item.due_on));
  const anyDay = steps.filter(({ item }) => !item.due_on && ["open", "started"].includes(item.status));
  const ahead = dated.filter(({ item }) => item.status !== "done");
  const done = dated.filter(({ item }) => item.status === "done");
  const several = new Set(enrollments.map((enrollment) => enrollment.course_id)).size > 1;
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "My plan",
      actions: [h("a", { class: "button", href: "#/account" }, "In another calendar")],
      lead: "Every step with a date. What counts from a step that is not done yet moves with it.",
    }),
    dated.length + anyDay.length === 0
      ? empty("No dates yet", "Once you are in a course, its steps stand here with their days.")
      : days(ahead, several),
    anyDay.length > 0 &&
      h(
        "section",
        { class: "stack tight", "aria-labelledby": "any-day" },
        h("h2", { class: "card-title", id: "any-day" }, "On any day"),
        list(anyDay, several),
      ),
    done.length > 0 &&
      h("details", {}, h("summary", {}, `${done.length} done`), days(done, several)),
  );
}

function days(steps, several) {
  const groups = Map.groupBy(steps, ({ item }) => item.due_on);
  return [...groups].map(([day, items]) =>
    h(
      "section",
      { class: "stack tight", "aria-label": dayText(day) },
      h(
        "h2",
        { class: "card-title" },
        h("time", { datetime: day }, dayText(day)),
        daysBetween(today(), day) === 0 && h("span", { class: "badge accent" }, "Today"),
      ),
      list(items, several),
    ),
  );
}

function list(steps, several) {
  return h(
    "ul",
    { class: "steps" },
    steps.map(({ item, enrollment }) =>
      stepLink(item, { enrollmentID: enrollment.id, course: several ? enrollment.course_title : "" }),
    ),
  );
}
