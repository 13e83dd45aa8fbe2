// A pulse: a few numbers and a few words, which no manager ever sees by name.
import { h } from "../dom.js";
import { field, scale } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { notice } from "../parts/notices.js";

export default async function pulse(step) {
  const { item, mine } = step;
  return [
    step.text(),
    mine && item.status !== "done" && ask(step),
    mine && item.status === "done" && notice("good", "Answered. It counts from now on, and never under your name."),
    !mine && h("p", { class: "quiet" }, "Only the person and, in groups of five and more, the numbers are seen."),
  ];
}

function ask(step) {
  const { item, content } = step;
  const scales = item.scales ?? content.scales ?? [];
  const words = item.words ?? content.words ?? [];
  return form({
    label: "Pulse",
    fields: [
      scales.map((one) =>
        scale({
          legend: one.prompt,
          name: `scale.${one.key}`,
          from: one.from,
          to: one.to,
          low: "not at all",
          high: "fully",
        }),
      ),
      words.map((one) => field({ label: one.prompt, name: `words.${one.key}`, lines: 3, maxlength: 5000 })),
    ],
    action: "Send",
    draft: `pulse.${step.enrollment.id}.${item.activity}.${item.occurrence}`,
    send: (values) => {
      const scores = Object.fromEntries(scales.map((one) => [one.key, Number(values.get(`scale.${one.key}`))]));
      const said = words
        .map((one) => [one.key, values.get(`words.${one.key}`).trim()])
        .filter(([, text]) => text !== "");
      return step.record("answered", {
        ...(scales.length > 0 && { scores }),
        ...(said.length > 0 && { words: Object.fromEntries(said) }),
      });
    },
    done: () => step.recorded("Thank you. Your answer counts."),
  });
}
