// One initiative: for its people why and the invitation; for its sponsor also what groups answered, and whom to add.
import { call, get } from "../api.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { board } from "../parts/board.js";
import { initiativeReasons, replyButtons, replyText, starting } from "../parts/invitation.js";
import { pageHead } from "../parts/pageHead.js";
import { saidBy } from "../parts/said.js";
import { stories } from "../parts/stories.js";
import { show } from "../router.js";
import { may } from "../session.js";
import { counted } from "../words.js";

export default async function initiative({ params, signal }) {
  const path = `/v1/initiatives/${params.id}`;
  const [{ data: row }, replies] = await Promise.all([
    call("GET", path, { signal }),
    get(`${path}/replies`, {}, { signal }),
  ]);
  const [conditions, told] = await Promise.all([
    row.is_led || row.may_add || may.train() ? board(row, signal) : null,
    stories(row),
  ]);
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: row.title,
      back: ["#/initiatives", "Initiatives"],
      lead: `Sponsor: ${row.sponsor_name}. Sees to it: ${row.owner_name}.`,
      actions: [
        row.is_led && h("a", { class: "button", href: `#/initiatives/${row.id}/edit` }, "Change"),
        row.may_add && h("a", { class: "button primary", href: `#/initiatives/${row.id}/people` }, "Add people"),
      ].filter(Boolean),
    }),
    h(
      "p",
      { class: "facts" },
      h("span", {}, starting(row)),
      h("span", {}, `Dates in ${row.time_zone.replaceAll("_", " ")}`),
      row.meets_at && h("span", {}, `Kickoffs and meetings at ${row.meets_at}`),
      row.people !== null && h("span", {}, counted(row.people, "person", "people")),
    ),
    conditions,
    h("div", { class: "card" }, initiativeReasons(row)),
    row.is_in && myReply(row, replies.mine),
    told,
    courses(row),
    replies.told && answered(replies.told),
  );
}

function myReply(row, mine) {
  return h(
    "section",
    { class: "card" },
    h("h2", { class: "card-title" }, "Your answer to the invitation"),
    h("p", {}, replyText(row.reply)),
    mine.length > 1 &&
      h(
        "details",
        { class: "small" },
        h("summary", {}, "What you answered before"),
        h(
          "ul",
          {},
          mine
            .slice(0, -1)
            .reverse()
            .map((reply) => h("li", {}, moment(reply.said_at), reply.because ? `: not yet, ${reply.because}` : ": in")),
        ),
      ),
    replyButtons(row, show),
  );
}

function courses(row) {
  return h(
    "section",
    { class: "stack tight" },
    h("h2", {}, "Courses"),
    h(
      "ul",
      { class: "cards" },
      row.course_reasons.map((course) =>
        h(
          "li",
          { class: "card flat" },
          h(
            "a",
            { href: course.enrollment_id ? `#/enrollments/${course.enrollment_id}` : `#/courses/${course.course_id}` },
            course.title,
          ),
        ),
      ),
    ),
    row.is_in && h("p", {}, h("a", { href: "#/plan" }, "All dates in my plan")),
  );
}

/** What groups of five and more answered. */
function answered(report) {
  return h(
    "section",
    { class: "card", "aria-labelledby": "told-title" },
    h("h2", { id: "told-title", class: "card-title" }, "What people answer"),
    report.people > 0
      ? h(
          "p",
          {},
          h("strong", {}, `${counted(report.in, "person is", "people are")} in`),
          `, ${counted(report.not_yet, "says", "say")} “not yet”.`,
        )
      : h("p", {}, "Not enough answers yet."),
    report.reasons.length > 0 && saidBy(`Why not yet, from ${counted(report.writers, "person", "people")}`, report.reasons),
    h(
      "p",
      { class: "small quiet" },
      "Answers count in groups of five people and more, as they come; the newest may wait for company. Nobody is named. A “not yet” says what would have to be different: that is worth a talk with everybody.",
    ),
  );
}
