// A kickoff or a meeting: who was there says so with the code that the host gives out; the host may also tick a list.
import { part } from "../api.js";
import { h } from "../dom.js";
import { actionButton } from "../parts/action.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { may } from "../session.js";
import { meetingTypes } from "../words.js";

export default async function meeting(step) {
  const { item, content, mine, enrollment } = step;
  const done = item.status === "done";
  return [
    content.meeting_type && h("p", { class: "quiet" }, meetingTypes[content.meeting_type] ?? content.meeting_type),
    step.text(),
    mine &&
      !done &&
      form({
        label: "Attendance",
        fields: [
          field({
            label: "Code from the host",
            name: "code",
            required: true,
            maxlength: 40,
            autocomplete: "off",
            autocapitalize: "characters",
            spellcheck: "false",
            hint: "It is shown or said in the meeting.",
          }),
        ],
        action: "I am there",
        draft: `code.${enrollment.id}.${item.activity}.${item.occurrence}`,
        send: (values) => step.record("attended", { code: values.get("code").trim() }),
        done: () => step.recorded("Good that you were there."),
      }),
    !mine &&
      !done &&
      (may.manage() || may.train()) &&
      h(
        "div",
        {},
        actionButton(
          `${enrollment.person_name} was there`,
          async () => {
            await step.record("attended");
            await step.recorded("Recorded.");
          },
          { className: "primary" },
        ),
      ),
    (may.manage() || may.train()) &&
      h(
        "p",
        {},
        h(
          "a",
          {
            href: `#/courses/${enrollment.course_id}/attendance/${part(item.activity)}/${item.occurrence}`,
          },
          "Code and list for the host",
        ),
      ),
  ];
}
