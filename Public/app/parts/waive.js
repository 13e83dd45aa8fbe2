// A manager or trainer takes a step off somebody's plan, with a reason.
import { h } from "../dom.js";
import { field } from "./fields.js";
import { form } from "./form.js";

/** @param {object} step as stepPane makes it */
export function waiveDetails(step) {
  return h(
    "details",
    {},
    h("summary", {}, "Take this off the plan"),
    form({
      fields: [
        field({
          label: "Why it is not asked of this person",
          name: "text",
          required: true,
          lines: 2,
          maxlength: 10000,
          hint: "The person reads this.",
        }),
      ],
      action: "Waive this step",
      quiet: true,
      draft: `waive.${step.enrollment.id}.${step.item.activity}.${step.item.occurrence}`,
      send: (values) => step.record("waived", { text: values.get("text").trim() }),
      done: () => step.recorded("Waived."),
    }),
  );
}
