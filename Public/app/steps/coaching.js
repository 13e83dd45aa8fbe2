// A coaching: the agenda, the learner's side, and the coach's record with the next commitment.
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { coachForm } from "../parts/coachForm.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { notice } from "../parts/notices.js";
import { may, me } from "../session.js";

const partners = { manager: "your manager", trainer: "a trainer", peer: "a colleague" };

export default async function coaching(step) {
  const { item, mine, events } = step;
  const held = events.filter((fact) => fact.verb === "held").at(-1);
  return [
    step.text(),
    held &&
      notice(
        "good",
        h(
          "p",
          {},
          h("strong", {}, "Held "),
          moment(held.occurred_at),
          held.actor_id === me().id ? "" : `, noted${step.by(held)}`,
        ),
        held.data?.text && h("p", { class: "said" }, held.data.text),
        held.data?.commitment && h("p", {}, h("strong", {}, "Until next time: "), held.data.commitment),
      ),
    mine &&
      !held &&
      h("p", { class: "quiet" }, `Held with ${partners[item.with] ?? item.with ?? "your coach"}, who records it.`),
    mine && ownSide(step),
    !mine &&
      may.vouch(item.with) &&
      item.status !== "done" &&
      coachForm({
        enrollmentID: step.enrollment.id,
        activity: item.activity,
        occurrence: item.occurrence,
        name: step.enrollment.person_name,
        done: step.recorded,
      }),
  ];
}

function ownSide(step) {
  return form({
    label: "Your side",
    fields: [
      field({
        label: "Your side of it",
        name: "text",
        lines: 4,
        required: true,
        maxlength: 10000,
        hint: "The conversation you want to look at, what you take with you. You and your coach read this.",
      }),
    ],
    action: "Note it",
    draft: `coaching.${step.enrollment.id}.${step.item.activity}.${step.item.occurrence}`,
    send: (values) => step.record("noted", { text: values.get("text").trim() }),
    done: () => step.recorded("Noted."),
  });
}
