// A practice: try it at work, hand in what happened, have it confirmed.
import { dayElement, moment } from "../dates.js";
import { h } from "../dom.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { gotHit } from "../parts/gotHit.js";
import { linkTo } from "../parts/history.js";
import { notice } from "../parts/notices.js";
import { witnessForm } from "../parts/witnessForm.js";
import { may } from "../session.js";
import { witnesses } from "../words.js";

export default async function practice(step) {
  const { item, mine, events } = step;
  const last = events.filter((fact) => ["submitted", "confirmed", "returned"].includes(fact.verb)).at(-1);
  return [
    step.text(),
    last && state(last, step),
    mine && planned(step),
    mine && handIn(step, last),
    mine && item.status !== "done" && gotHit(step),
    !mine &&
      item.status === "waiting" &&
      may.vouch(item.witness) &&
      witnessForm({
        enrollmentID: step.enrollment.id,
        activity: item.activity,
        occurrence: item.occurrence,
        name: step.enrollment.person_name,
        done: step.recorded,
      }),
  ];
}

/** The day that the learner set for the next try. */
function planned({ item }) {
  if (!item.next_try_on || item.status === "done") return null;
  return notice("", h("p", {}, h("strong", {}, "Your next try: "), dayElement(item.next_try_on)));
}

function state(last, { item, by }) {
  if (last.verb === "confirmed")
    return notice("good", h("p", {}, h("strong", {}, "Confirmed "), moment(last.occurred_at), by(last)), said(last));
  if (last.verb === "returned")
    return notice("warm", h("p", {}, h("strong", {}, "One more try"), by(last)), said(last));
  const text =
    item.witness && item.status !== "done"
      ? `Now ${witnesses[item.witness] ?? item.witness} confirms it.`
      : "It counts.";
  return notice(
    item.status === "done" ? "good" : "",
    h("p", {}, h("strong", {}, "Handed in "), moment(last.occurred_at), `. ${text}`),
    said(last),
  );
}

function said(fact) {
  return [
    fact.data?.text && h("p", { class: "said" }, fact.data.text),
    fact.data?.link && h("p", {}, linkTo(fact.data.link)),
  ];
}

function handIn(step, last) {
  const { item } = step;
  const wanted = item.evidence ?? "none";
  const element = form({
    label: "Hand in",
    fields: [
      wanted === "link" &&
        field({
          label: "A link to it",
          name: "link",
          type: "url",
          required: true,
          maxlength: 2000,
          hint: "Such as a recording or a note: https://…",
        }),
      field({
        label: wanted === "text" ? "What happened" : "A few words on how it went",
        name: "text",
        lines: 6,
        required: wanted === "text",
        maxlength: 10000,
        hint: wanted === "text" ? "The clumsy ones too: they are worth most." : null,
      }),
    ],
    action: "Hand in",
    draft: `practice.${step.enrollment.id}.${item.activity}.${item.occurrence}`,
    send: (values) => {
      const text = values.get("text").trim();
      const link = values.get("link")?.trim();
      return step.record("submitted", { ...(text && { text }), ...(link && { link }) });
    },
    done: () =>
      step.recorded(item.witness ? "Handed in. You will hear when it is confirmed." : "Handed in. It counts."),
  });
  if (!last || last.verb === "returned") return element;
  return h("details", {}, h("summary", {}, "Hand in once more"), element);
}
