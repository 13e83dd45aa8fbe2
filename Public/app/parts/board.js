// The four conditions of a change: what is there, what is not, and what to do next for each.
import { get } from "../api.js";
import { dayElement } from "../dates.js";
import { h } from "../dom.js";
import { Problem } from "../problem.js";
import { may, me } from "../session.js";

const names = {
  leaders: "Leaders",
  managers: "Managers",
  activities: "Activities",
  answers: "A place to find answers",
};

const states = {
  missing: ["Missing", "bad"],
  partly: ["Partly there", "warm"],
  there: ["There", "good"],
  early: ["Too early to say", ""],
};

/** Where a next step is done; what has no page of its own is words. */
function address(step, id) {
  return {
    "add-people": `#/initiatives/${id}/people`,
    pledge: "#/plan",
    "tell-story": `#/initiatives/${id}/story`,
    support: "#/witnessing",
    "design-coaching": "#/courses",
    witness: "#/witnessing",
    coach: "#/team",
    "mend-design": "#/courses",
    "see-completion": "#/team?by=module",
    "write-answers": "#/answers",
    "answer-questions": may.train() ? "#/desk/questions" : "#/answers",
    "see-unanswered": may.train() ? "#/desk/unanswered" : "#/answers",
    "go-on": "#/team/feedback",
  }[step];
}

/** The board, or null for those whom it is not for. `level` is that of its own heading. */
export async function board(initiative, signal, level = 2) {
  let conditions, since;
  try {
    ({ conditions, since } = await get(`/v1/initiatives/${initiative.id}/board`, {}, { signal }));
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
  const id = `board-${initiative.id}`;
  return h(
    "section",
    { class: "stack tight", "aria-labelledby": id },
    h(
      `h${level}`,
      { id },
      level === 2 && initiative.heading
        ? ["Four conditions: ", h("a", { href: `#/initiatives/${initiative.id}` }, initiative.title)]
        : "Four conditions",
    ),
    h("p", { class: "small quiet" }, "What people did counts from ", dayElement(since), " on."),
    h("ul", { class: "board" }, conditions.map((one) => card(one, initiative, level + 1))),
  );
}

function card(condition, initiative, level) {
  const [text, tone] = states[condition.state];
  return h(
    "li",
    { class: "card" },
    h(
      "div",
      { class: "row spread" },
      h(`h${level}`, { class: "card-title" }, names[condition.condition]),
      h("span", { class: `badge ${tone}` }, text),
    ),
    h(
      "ul",
      { class: "facts-list small" },
      condition.missing.map((sentence) => h("li", { class: "lacks" }, h("span", { class: "aside-text" }, "Missing: "), sentence)),
      condition.evidence.map((sentence) => h("li", {}, sentence)),
    ),
    h("p", {}, h("a", { href: address(condition.next, initiative.id) }, condition.advice)),
  );
}

/** The boards of what the reader sponsors, newest first: where a leader begins. */
export async function myBoards(signal) {
  try {
    const { data } = await get("/v1/initiatives", { sponsor: me().id, limit: 3 }, { signal });
    const boards = await Promise.all(data.map((row) => board({ ...row, heading: true }, signal)));
    return boards.some(Boolean) ? h("div", { class: "stack" }, boards) : null;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
