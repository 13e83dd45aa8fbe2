// A quiz in the player: an attempt is opened, answered and submitted through the app, and scored by the server.
import { fill, h } from "/app/dom.js";
import { actionButton } from "/app/parts/action.js";
import { attemptForm } from "/app/steps/quizAttempt.js";
import { attemptResults } from "/app/steps/quizResults.js";

/** @param {import("./asking.js").Asking} asking */
export async function quiz(asking) {
  const place = h("div", { class: "stack" });
  const desk = {
    attempt: (id) => asking.ask("attempt", { id }),
    keep: (id, revision, responses) => asking.ask("keep", { id, revision, responses }),
    submit: (id, revision) => asking.ask("submit", { id, revision }),
  };
  const { open, tries } = await asking.ask("attempts");
  const start = async () => {
    const { id } = await asking.ask("start");
    await take(id);
    place.querySelector("input, textarea")?.focus();
  };

  async function take(id) {
    const submitted = (attempt) => {
      asking.say("submitted", {});
      fill(place, attemptResults({ attempt, again: start, done: () => asking.say("done", {}) }));
      place.querySelector("h3")?.focus();
    };
    fill(place, await attemptForm({ id, desk, submitted }));
  }

  if (open) await take(open);
  else {
    const button = actionButton(tries === 0 ? "Start" : "Try again", start, { className: tries === 0 ? "primary" : "" });
    fill(place, h("div", {}, button));
  }
  return place;
}
