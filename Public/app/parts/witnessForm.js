// A witness confirms that something was really done, or returns it with words.
import { announce } from "../announce.js";
import { h } from "../dom.js";
import { record } from "../events.js";
import { actionButton } from "./action.js";
import { field } from "./fields.js";
import { form } from "./form.js";

/** @param {{enrollmentID: string, activity: string, occurrence: number, name: string, done: (words: string) => void}} parts */
export function witnessForm({ enrollmentID, activity, occurrence, name, done }) {
  const fact = { enrollment_id: enrollmentID, activity, occurrence };
  const finish = (words) => {
    announce(words);
    return done(words);
  };
  return h(
    "div",
    { class: "stack tight" },
    h(
      "div",
      {},
      actionButton(
        "Confirm",
        async () => {
          await record({ ...fact, verb: "confirmed" });
          await finish("Confirmed.");
        },
        { className: "primary", label: `Confirm: ${name}` },
      ),
    ),
    h(
      "details",
      {},
      h("summary", {}, "Return it with words"),
      form({
        fields: [
          field({
            label: "What is missing, and what to try next",
            name: "text",
            required: true,
            lines: 3,
            maxlength: 10000,
            hint: `${name} reads this.`,
          }),
        ],
        action: "Return it",
        quiet: true,
        draft: `return.${enrollmentID}.${activity}.${occurrence}`,
        send: (values) => record({ ...fact, verb: "returned", data: { text: values.get("text").trim() } }),
        done: () => finish("Returned with your words."),
      }),
    ),
  );
}
