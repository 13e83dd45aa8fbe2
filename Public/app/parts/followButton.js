// Waiting for the answer to a colleague's question, or no more.
import { call } from "../api.js";
import { counted } from "../words.js";
import { actionButton } from "./action.js";

/**
 * @param {object} question as the API gives it
 * @param {() => any} done
 */
export function followButton(question, done) {
  const text = question.followed ? "Stop waiting" : "Tell me the answer too";
  return actionButton(
    text,
    async () => {
      await call(question.followed ? "DELETE" : "PUT", `/v1/questions/${question.id}/follower`);
      await done();
    },
    { className: "small", label: `${text}: ${question.text}` },
  );
}

/** How many wait besides whoever asked; null where nobody does, or no longer. */
export function whoWaits({ state, followers, followed }) {
  if (state !== "open" || followers === 0) return null;
  const others = followed ? followers - 1 : followers;
  const people = counted(others, "colleague");
  if (!followed) return `${people} ${others === 1 ? "waits" : "wait"} for the answer too`;
  return others === 0 ? "You wait for the answer too" : `You and ${people} wait for the answer too`;
}
