// What came of an attempt: the score, and for every question what was chosen and why it is right or not.
import { h } from "../dom.js";
import { actionButton } from "../parts/action.js";
import { richText } from "../richText.js";
import { percent } from "../words.js";

/** @param {{attempt: object, again: () => Promise<void>, done: () => void}} parts */
export function attemptResults({ attempt, again, done }) {
  const passed = attempt.success === true;
  const results = new Map((attempt.results ?? []).map((result) => [result.question, result]));
  return h(
    "section",
    { class: "stack", "aria-labelledby": "results-title" },
    h(
      "h3",
      { id: "results-title", tabindex: "-1", class: "score" },
      `${percent(attempt.score)}: ${attempt.success === false ? "not yet" : passed ? "passed" : "submitted"}`,
    ),
    attempt.success === false &&
      h("p", { class: "quiet" }, "Read what stands beside your answers, then try again: the best try counts."),
    attempt.questions.map((question, index) =>
      questionResult(question, index, attempt.responses?.[question.key] ?? [], results.get(question.key)),
    ),
    h(
      "div",
      { class: "row" },
      actionButton("Try again", again, { className: passed ? "" : "primary" }),
      h("button", { type: "button", class: passed ? "primary" : "", onclick: done }, "Back to the step"),
    ),
  );
}

function questionResult(question, index, response, result) {
  const right = result?.correct === true;
  // Of several, some may well be right.
  const verdict = right ? "right" : question.kind === "multiple" && response.length > 0 ? "not all of it" : "not right";
  const chosen =
    question.kind === "text"
      ? [h("p", {}, response[0] ? `“${response[0]}”` : "No answer")]
      : question.options
          .filter((option) => response.includes(option.key))
          .map((option) => richText(option.html, { compact: true, level: 4 }));
  return h(
    "div",
    { class: `question ${right ? "right" : "wrong-answer"}` },
    h("p", { class: "small quiet" }, `Question ${index + 1}: `, h("strong", {}, verdict)),
    richText(question.prompt_html, { compact: true, level: 4 }),
    h(
      "div",
      { class: "stack tight" },
      h("p", { class: "small quiet" }, "You said:"),
      chosen.length > 0 ? chosen : h("p", {}, "No answer"),
    ),
    feedbackOf(result).map((html) => h("div", { class: "said-to-it" }, richText(html, { compact: true, level: 4 }))),
  );
}

/** What is said to the answers that were given, and to the question. */
function feedbackOf(result) {
  return result?.feedback_html ?? [];
}
