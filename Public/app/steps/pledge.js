// A pledge: a promise in one's own words; later, whether it was kept.
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { actionButton } from "../parts/action.js";
import { notice } from "../parts/notices.js";

export default async function pledge(step) {
  const { mine, events } = step;
  const made = events.filter((fact) => fact.verb === "pledged").at(-1);
  const kept = events.filter((fact) => ["kept", "broken"].includes(fact.verb)).at(-1);
  return [
    step.text(),
    made &&
      notice(
        "good",
        h("p", {}, h("strong", {}, mine ? "Your pledge, " : "Pledged "), moment(made.occurred_at)),
        h("p", { class: "said" }, made.data?.text ?? ""),
      ),
    kept &&
      notice(
        kept.verb === "kept" ? "good" : "",
        h("p", {}, kept.verb === "kept" ? "You kept it, " : "Not kept, ", moment(kept.occurred_at)),
      ),
    mine && !made && promise(step, "I pledge this"),
    mine &&
      made &&
      h(
        "div",
        { class: "stack tight" },
        h("h3", {}, "How is it going?"),
        h(
          "div",
          { class: "row" },
          actionButton("I keep it", () => say(step, "kept", "Good. It shows.")),
          actionButton("I did not keep it", () =>
            say(step, "broken", "Noted. Look for what got in the way, and set the next try."),
          ),
        ),
        h("details", {}, h("summary", {}, "Put it in new words"), promise(step, "Pledge this instead")),
      ),
  ];
}

async function say(step, verb, words) {
  await step.record(verb);
  await step.recorded(words);
}

function promise(step, action) {
  return form({
    label: "Pledge",
    fields: [
      field({
        label: "In your own words",
        name: "text",
        lines: 4,
        required: true,
        maxlength: 10000,
        hint: "When what happens, I do what, instead of what. Write it as you would say it aloud.",
      }),
    ],
    action,
    draft: `pledge.${step.enrollment.id}.${step.item.activity}.${step.item.occurrence}`,
    send: (values) => step.record("pledged", { text: values.get("text").trim() }),
    done: () => step.recorded("Pledged."),
  });
}
