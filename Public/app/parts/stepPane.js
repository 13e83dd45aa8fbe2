// One step, opened: what it is about, how it stands, what is still unmet, and what to do.
import { get, part } from "../api.js";
import { due } from "../dates.js";
import { h } from "../dom.js";
import { record } from "../events.js";
import { leaveWord, takeWord } from "../flash.js";
import { icon } from "../icons.js";
import { show } from "../router.js";
import { may, me } from "../session.js";
import { Problem } from "../problem.js";
import { kinds } from "../words.js";
import { richText } from "../richText.js";
import { feedbackDetails } from "./feedbackForm.js";
import { actorName, history } from "./history.js";
import { launching } from "./launch.js";
import { notice } from "./notices.js";
import { dueText, standing, stepAddress, turn } from "./stepLink.js";
import { waiveDetails } from "./waive.js";

const bodies = {
  lesson: () => import("../steps/lesson.js"),
  link: () => import("../steps/opening.js"),
  file: () => import("../steps/opening.js"),
  package: () => import("../steps/opening.js"),
  quiz: () => import("../steps/quiz.js"),
  practice: () => import("../steps/practice.js"),
  pledge: () => import("../steps/pledge.js"),
  coaching: () => import("../steps/coaching.js"),
  kickoff: () => import("../steps/meeting.js"),
  meeting: () => import("../steps/meeting.js"),
  feedback: () => import("../steps/pulse.js"),
};

/** Loads a step. Answers its node, whether it is the reader's own, and the place for a search from here. */
export async function openStep({ enrollmentID, activity, occurrence, signal }) {
  const plan = await get(`/v1/enrollments/${enrollmentID}/plan`, {}, { signal });
  const { enrollment } = plan;
  const module = plan.modules.find((candidate) => candidate.items.some((item) => item.activity === activity));
  const item = module?.items.find(
    (candidate) => candidate.activity === activity && candidate.occurrence === occurrence,
  );
  if (!item) throw new Problem({ status: 404, code: "not-found", detail: "This course has no such step." });
  const mine = enrollment.person_id === me().id;
  const [content, events, body] = await Promise.all([
    get(`/v1/courses/${enrollment.course_id}/activities/${part(activity)}`, { occurrence }, { signal }),
    mine || may.manage() ? factsOf(enrollmentID, activity, occurrence, signal) : [],
    bodies[item.kind](),
  ]);
  const target = mine
    ? { enrollment_id: enrollmentID, activity, occurrence }
    : { version_id: enrollment.version_id, activity, occurrence };
  const step = {
    plan,
    enrollment,
    module,
    item,
    content,
    events,
    mine,
    launch: mine || may.train() ? launching(target, item.title, () => noteContent(step)) : null,
    text: () => textOf(step),
    by: (fact) => {
      const name = actorName(fact, enrollment);
      return name ? ` by ${name}` : "";
    },
    titleOf: (key) => titleOf(plan, key),
    record: (verb, data) => record({ enrollment_id: enrollmentID, activity, occurrence, verb, ...(data && { data }) }),
    recorded: (words) => {
      leaveWord(words);
      return show();
    },
  };
  // A page of bought content is done with once it is opened, so that this is said when it is, and not here.
  if (mine && item.status === "open" && !content.content_role) noteOpening(step);
  return {
    mine,
    enrollment,
    node: await pane(step, body.default),
    place: { course: enrollment.course_id, activity, title: item.title },
  };
}

/** The text that stands with a step; a link in it to a file of the course opens that file, right below the text. */
function textOf({ item, content, launch }) {
  const html = item.text_html ?? content.html;
  return [html && richText(html, { level: 3, open: launch?.open }), launch?.place];
}

async function factsOf(enrollmentID, activity, occurrence, signal) {
  const facts = await get(`/v1/enrollments/${enrollmentID}/events`, { activity, limit: 100 }, { signal });
  return facts.data.filter((fact) => fact.occurrence === occurrence && fact.activity === activity);
}

function titleOf(plan, key) {
  for (const module of plan.modules) {
    if (module.key === key) return module.title;
    const item = module.items.find((candidate) => candidate.activity === key);
    if (item) return item.title;
  }
  return key;
}

/** Opening is a fact as well; that it could not be sent must not keep anybody from reading. */
async function noteOpening(step) {
  try {
    await step.record("opened");
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

/** Bought content was opened; what that completes is shown when the step is shown next. */
async function noteContent(step) {
  if (step.mine && step.content.content_role && step.item.status !== "done") await noteOpening(step);
}

async function pane(step, body) {
  const { item, enrollment, module } = step;
  const word = takeWord();
  return h(
    "article",
    { class: "step", "aria-labelledby": "step-title" },
    h(
      "header",
      { class: "step-head" },
      h(
        "div",
        { class: "row" },
        icon(item.kind),
        h("span", {}, [kinds[item.kind], turn(item)].filter(Boolean).join(" ")),
        item.minutes ? h("span", {}, `${item.minutes} min`) : null,
        dueBadge(item),
        statusBadge(item),
      ),
      h("h2", { id: "step-title", tabindex: "-1", "data-focus": "" }, item.title),
      h(
        "p",
        { class: "small quiet" },
        h("a", { href: `#/enrollments/${enrollment.id}` }, enrollment.course_title),
        ` · ${module.title}`,
      ),
    ),
    word && done(step, word),
    item.unavailable || item.status === "unavailable"
      ? notice(
          "warm",
          "This cannot be opened, so it is not asked of you.",
          typeof item.unavailable === "string" && item.unavailable,
        )
      : null,
    late(step),
    lock(step),
    await body(step),
    unmet(step),
    history(step.events, enrollment),
    h(
      "footer",
      { class: "step-foot" },
      step.mine && feedbackDetails({ course: enrollment.course_id, activity: item.activity, about: "this step" }),
      !step.mine && (may.manage() || may.train()) && item.status !== "done" && waiveDetails(step),
    ),
  );
}

function done(step, word) {
  const next = step.plan.modules
    .flatMap((module) => module.items)
    .find(
      (item) =>
        ["open", "started"].includes(item.status) &&
        !(item.activity === step.item.activity && item.occurrence === step.item.occurrence) &&
        step.plan.next.includes(item.activity),
    );
  return notice(
    "good",
    h("p", {}, h("strong", {}, word)),
    step.mine && next && h("p", {}, "Next: ", h("a", { href: stepAddress(step.enrollment.id, next) }, next.title)),
  );
}

function dueBadge(item) {
  const when = dueText(item, true);
  if (!when) return null;
  return h("span", { class: when.late ? "badge warm" : when.near ? "badge accent" : "badge" }, when.text);
}

function statusBadge(item) {
  const text = standing(item);
  if (!text) return null;
  return h("span", { class: { done: "badge good", waiting: "badge warm" }[item.status] ?? "badge" }, text);
}

/** A day that has passed is no reproach. */
function late({ item, mine }) {
  if (!mine || !item.due_on || !["open", "started"].includes(item.status) || !due(item.due_on).late) return null;
  return h("p", { class: "small quiet" }, "Its day has passed. It still counts, and it still helps.");
}

function lock({ item, titleOf: name, plan, enrollment }) {
  if (item.status !== "locked") return null;
  const items = plan.modules.flatMap((module) => module.items);
  return notice(
    "warm",
    "This comes later; what you do here already counts all the same. First:",
    h(
      "ul",
      {},
      (item.locked_by ?? []).map((key) => {
        const first = items.find((candidate) => candidate.activity === key);
        const address = first ? stepAddress(enrollment.id, first) : `#/enrollments/${enrollment.id}`;
        return h("li", {}, h("a", { href: address }, first?.title ?? name(key)));
      }),
    ),
  );
}

function unmet({ item }) {
  if (!item.unmet?.length || item.status === "done") return null;
  return h(
    "section",
    { class: "unmet stack tight" },
    h("h3", {}, "What is still open"),
    h(
      "ul",
      {},
      item.unmet.map((reason) => h("li", {}, reason.message)),
    ),
  );
}
