// A quiz: open an attempt, answer at one's own pace, submit, read what came of it, try again.
import { get, post } from "../api.js";
import { moment } from "../dates.js";
import { fill, h } from "../dom.js";
import { actionButton } from "../parts/action.js";
import { counted, percent } from "../words.js";
import { attemptForm } from "./quizAttempt.js";
import { attemptResults } from "./quizResults.js";

export default async function quiz(step) {
  const { item, content, mine, enrollment } = step;
  const intro = step.text();
  const attempts = (await get("/v1/attempts", { enrollment: enrollment.id, activity: item.activity, limit: 100 })).data
    .filter((attempt) => attempt.occurrence === undefined || attempt.occurrence === item.occurrence)
    .sort((one, other) => one.number - other.number);
  if (!mine) return [intro, tries(attempts) ?? h("p", { class: "quiet" }, "Not tried yet.")];
  const place = h("div", { class: "stack" });
  const open = attempts.find((attempt) => !attempt.submitted_at);
  const start = async () => {
    const attempt = await post("/v1/attempts", {
      enrollment_id: enrollment.id,
      activity: item.activity,
      occurrence: item.occurrence,
    });
    await take(attempt.id);
    place.querySelector("input, textarea")?.focus();
  };
  async function take(id) {
    fill(
      place,
      await attemptForm({
        id,
        submitted: (attempt) => {
          // What was open before this attempt is told by its results now.
          place.closest(".step")?.querySelector(".unmet")?.remove();
          fill(place, attemptResults({ attempt, again: start, done: () => step.recorded("Submitted.") }));
          place.querySelector("h3")?.focus();
        },
      }),
    );
  }
  if (open) await take(open.id);
  else
    fill(
      place,
      h(
        "div",
        {},
        actionButton(attempts.length === 0 ? "Start" : "Try again", start, {
          className: attempts.length === 0 ? "primary" : "",
        }),
      ),
    );
  const pass = content.mastery_score ?? item.mastery_score;
  const count = typeof content.questions === "number" ? content.questions : content.questions?.length;
  return [
    intro,
    h(
      "p",
      { class: "quiet" },
      [
        count ? counted(count, "question") : null,
        pass ? `passed with ${percent(pass)}` : null,
        "you may try as often as you like; the best try counts",
      ]
        .filter(Boolean)
        .join(", "),
      ".",
    ),
    place,
    tries(attempts),
  ];
}

function tries(attempts) {
  const submitted = attempts.filter((attempt) => attempt.submitted_at);
  if (submitted.length === 0) return null;
  return h(
    "section",
    { class: "stack tight" },
    h("h3", {}, "Tries so far"),
    h(
      "ul",
      { class: "facts-list" },
      submitted.map((attempt) =>
        h(
          "li",
          {},
          `${attempt.number}: ${percent(attempt.score)}${attempt.success ? ", passed" : ""}, `,
          moment(attempt.submitted_at),
        ),
      ),
    ),
  );
}
