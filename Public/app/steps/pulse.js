// A pulse: a few numbers and a few words, which no manager ever sees by name.
import { h } from "../dom.js";
import { field, scale } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { notice } from "../parts/notices.js";
import { richText } from "../richText.js";

export default async function pulse(step) {
  const { item, content, mine } = step;
  const html = item.text_html ?? content.html;
  return [
    html && richText(html, { level: 3 }),
    mine && item.status !== "done" && ask(step),
    mine && item.status === "done" && notice("good", "Answered. What comes of it reaches you."),
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
      words.length > 0
        ? words.map((one) => field({ label: one.prompt, name: `words.${one.key}`, lines: 3, maxlength: 5000 }))
        : field({ label: "Anything else?", name: "words.", lines: 3, maxlength: 5000 }),
    ],
    action: "Send",
    draft: `pulse.${step.enrollment.id}.${item.activity}.${item.occurrence}`,
    send: (values) => {
      const scores = Object.fromEntries(scales.map((one) => [one.key, Number(values.get(`scale.${one.key}`))]));
      const text = said(words, values);
      return step.record("answered", { ...(scales.length > 0 && { scores }), ...(text && { text }) });
    },
    done: () => step.recorded("Thank you. Your answer counts."),
  });
}

/** One text: where several things are asked in words, each answer stands under its question. */
function said(words, values) {
  if (words.length <= 1) return (values.get(`words.${words[0]?.key ?? ""}`) ?? "").trim();
  return words
    .map((one) => [one.prompt, (values.get(`words.${one.key}`) ?? "").trim()])
    .filter(([, answer]) => answer !== "")
    .map(([prompt, answer]) => `${prompt}\n${answer}`)
    .join("\n\n");
}
