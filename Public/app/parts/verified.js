// Whether somebody says that an answer holds, and the one tap that says so.
import { call } from "../api.js";
import { h } from "../dom.js";
import { actionButton } from "./action.js";

/** @param {{verified: boolean|null}} answer an answer or a hit @returns {Node|null} null for a lesson */
export function verifiedMark({ verified }) {
  if (typeof verified !== "boolean") return null;
  return verified
    ? h("span", { class: "badge good" }, "Verified")
    : h("span", { class: "badge warm" }, "Not checked lately");
}

/**
 * "It still holds", in one tap.
 * @param {object} answer as the API gives it
 * @param {(answer: object) => any} done
 */
export function verifyButton(answer, done) {
  return actionButton(
    "It still holds",
    async () => {
      const { data } = await call("POST", `/v1/answers/${answer.id}/verification`, {
        json: {},
        ifMatch: `"${answer.revision}"`,
      });
      await done(data);
    },
    { className: "small", label: `It still holds: ${answer.question}` },
  );
}
