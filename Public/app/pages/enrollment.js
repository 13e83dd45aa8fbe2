// A learner's course: why, what is in it, what stops, and the whole plan; for their manager, the same page with how it stands.
import { get } from "../api.js";
import { dayElement, moment } from "../dates.js";
import { fill, h } from "../dom.js";
import { feedbackDetails } from "../parts/feedbackForm.js";
import { factItem } from "../parts/history.js";
import { meter } from "../parts/meter.js";
import { notice, problemNotice } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { reasons } from "../parts/reasons.js";
import { stepLink } from "../parts/stepLink.js";
import { Problem } from "../problem.js";
import { may, me } from "../session.js";
import { moduleKinds } from "../words.js";

export default async function enrollment({ params, signal }) {
  const plan = await get(`/v1/enrollments/${params.id}/plan`, {}, { signal });
  const { enrollment: row } = plan;
  const mine = row.person_id === me().id;
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: row.course_title,
      back: mine ? ["#/courses", "Courses"] : back(row),
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
    plan.buy_in.length > 0 && buyIn(plan.buy_in),
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
    records(plan, signal),
  );
}

function back(row) {
  return may.know() ? [`#/team/people/${row.person_id}`, row.person_name] : ["#/team", "Completion"];
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

const states = {
  understanding: { none: "", seen: "read about it", shown: "showed that it is understood" },
  commitment: { none: "", pledged: "pledged it", kept: "kept the pledge", broken: "did not keep the pledge" },
  action: { none: "", tried: "tried it", witnessed: "did it, and somebody saw it" },
};

/** How far each behavior is taken on: three states in words, never one number. */
function buyIn(rows) {
  return h(
    "details",
    { class: "card flat" },
    h("summary", {}, "What changes, and how far it is"),
    h(
      "ul",
      { class: "facts-list" },
      rows.map((row) => {
        const said = Object.keys(states)
          .map((name) => states[name][row[name]])
          .filter(Boolean);
        return h("li", {}, h("p", {}, row.text), h("p", { class: "small quiet" }, said.join(", ") || "nothing yet"));
      }),
    ),
  );
}

/** Everything that was recorded, read when somebody asks for it. */
function records(plan, signal) {
  const titles = new Map(plan.modules.flatMap((module) => module.items.map((item) => [item.activity, item.title])));
  const place = h("div", {});
  const list = h("details", {}, h("summary", {}, "Everything recorded here"), place);
  async function load() {
    try {
      fill(
        place,
        await pagedList({
          path: `/v1/enrollments/${plan.enrollment.id}/events`,
          signal,
          className: "facts-list",
          row: (fact) => factItem({ ...fact, title: titles.get(fact.activity) ?? fact.activity }, plan.enrollment),
          none: () => h("p", { class: "quiet" }, "Nothing is recorded yet."),
        }),
      );
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      fill(place, problemNotice(error, load));
    }
  }
  list.addEventListener("toggle", () => list.open && place.childElementCount === 0 && load());
  return list;
}
