// A quiz: it plays in the player; here stand what it asks for and the tries so far.
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { attemptsOf, quizDesk } from "../parts/quizDesk.js";
import { counted, percent } from "../words.js";

export default async function quiz(step) {
  const { item, content, mine, enrollment, launch } = step;
  const target = { enrollment_id: enrollment.id, activity: item.activity, occurrence: item.occurrence };
  const attempts = await attemptsOf(target);
  if (!mine) return [step.text(), tries(attempts) ?? h("p", { class: "quiet" }, "Not tried yet.")];
  const player = launch.play({
    desk: quizDesk(target),
    instead: step.text,
    said: {
      // What was open before this attempt is told by its results now.
      submitted: () => player.closest(".step")?.querySelector(".unmet")?.remove(),
      done: () => step.recorded("Submitted."),
    },
  });
  const pass = content.mastery_score ?? item.mastery_score;
  const count = typeof content.questions === "number" ? content.questions : content.questions?.length;
  return [
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
    player,
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
