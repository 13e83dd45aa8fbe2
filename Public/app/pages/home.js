// The first page: the search box, and what to do next; a step opens beside the list.
import { get } from "../api.js";
import { due } from "../dates.js";
import { h } from "../dom.js";
import { empty, problemNotice } from "../parts/notices.js";
import { myBoards } from "../parts/board.js";
import { myInitiatives } from "../parts/myInitiatives.js";
import { searchBox } from "../parts/searchBox.js";
import { stepLink } from "../parts/stepLink.js";
import { openStep } from "../parts/stepPane.js";
import { waitingForMe } from "../parts/waitingForMe.js";
import { Problem } from "../problem.js";
import { may } from "../session.js";

/** How many steps stand here; the rest is on a page of its own. */
const most = 10;

export default async function home({ params, query, signal }) {
  const chosen = params.enrollment ? params : null;
  const [plan, step, waiting, invited, boards] = await Promise.all([
    attempt(get("/v1/plan", {}, { signal })),
    chosen
      ? openStep({
          enrollmentID: params.enrollment,
          activity: params.activity,
          occurrence: Number(params.occurrence),
          signal,
        })
      : null,
    chosen ? null : waitingForMe(signal),
    chosen ? null : myInitiatives(signal),
    !chosen && may.lead() ? myBoards(signal) : null,
  ]);
  const showsList = !step || step.mine;
  const below = h(
    "div",
    { class: `beside${step ? " opened" : " alone"}${showsList ? "" : " alone"}` },
    showsList &&
      h(
        "section",
        { class: "beside-list stack tight", "aria-labelledby": "next-title" },
        boards,
        invited,
        waiting,
        h("h2", { id: "next-title" }, "My next steps"),
        list(plan, chosen),
      ),
    step &&
      h(
        "div",
        { class: "stack tight" },
        h(
          "p",
          { class: step.mine ? "back own" : "back" },
          h(
            "a",
            { href: step.mine ? "#/" : `#/enrollments/${params.enrollment}` },
            step.mine ? "← My next steps" : `← ${step.enrollment.person_name}: ${step.enrollment.course_title}`,
          ),
        ),
        step.node,
      ),
  );
  const box = searchBox({
    words: query.get("q") ?? "",
    place: step?.place ?? null,
    compact: chosen !== null,
    changed: (active) => {
      below.hidden = active;
    },
  });
  return h("div", { class: "wide stack" }, box, below);
}

async function attempt(promise) {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function list(plan, chosen) {
  if (plan instanceof Problem) return problemNotice(plan);
  if (plan.items.length === 0) {
    return empty(
      "No steps of your own yet",
      "Once you are in a course, its next steps stand here with their dates.",
      h("a", { class: "button", href: "#/courses" }, "See the courses"),
    );
  }
  const passed = plan.items.filter(
    (item) => item.due_on && ["open", "started"].includes(item.status) && due(item.due_on).late,
  ).length;
  const isChosen = (item) =>
    chosen !== null &&
    chosen.enrollment === item.enrollment_id &&
    chosen.activity === item.activity &&
    Number(chosen.occurrence) === item.occurrence;
  // The step beside the list stands in it, however far down.
  const shown = plan.items.filter((item, index) => index < most || isChosen(item));
  const several = new Set(plan.items.map((item) => item.course_id)).size > 1;
  return [
    passed > 1 &&
      h(
        "p",
        { class: "small quiet" },
        "Some of these days have passed. They still count: take the first, and go on from there.",
      ),
    h(
      "ul",
      { class: "steps" },
      shown.map((item) =>
        stepLink(item, {
          enrollmentID: item.enrollment_id,
          course: several ? item.course_title : "",
          current: isChosen(item),
        }),
      ),
    ),
    plan.items.length > shown.length &&
      h("p", {}, h("a", { href: "#/plan" }, `All ${plan.items.length} open steps: My plan`)),
  ];
}
