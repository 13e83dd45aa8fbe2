// The coach's record of a coaching: what it was about, and what is promised until next time.
import { announce } from "../announce.js";
import { record } from "../events.js";
import { field } from "./fields.js";
import { form } from "./form.js";

/** @param {{enrollmentID: string, activity: string, occurrence: number, name: string, done: (words: string) => void}} parts */
export function coachForm({ enrollmentID, activity, occurrence, name, done }) {
  return form({
    label: `Coaching with ${name}`,
    fields: [
      field({
        label: "What you looked at together",
        name: "text",
        lines: 3,
        required: true,
        maxlength: 10000,
        hint: `${name} reads this.`,
      }),
      field({
        label: "What is promised until next time",
        name: "commitment",
        lines: 2,
        maxlength: 2000,
        hint: "Yours or theirs: one thing.",
      }),
    ],
    action: "It was held",
    draft: `held.${enrollmentID}.${activity}.${occurrence}`,
    send: (values) => {
      const commitment = values.get("commitment").trim();
      return record({
        enrollment_id: enrollmentID,
        activity,
        occurrence,
        verb: "held",
        data: { text: values.get("text").trim(), ...(commitment && { commitment }) },
      });
    },
    done: () => {
      announce("Recorded.");
      return done("Coaching recorded.");
    },
  });
}
