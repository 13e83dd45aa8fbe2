// The invitation of an initiative: no order, so that both answers stand side by side, and either may be changed later.
import { announce } from "../announce.js";
import { post } from "../api.js";
import { dayText, daysBetween, today } from "../dates.js";
import { fill, h } from "../dom.js";
import { richText } from "../richText.js";
import { actionButton } from "./action.js";
import { field } from "./fields.js";
import { form } from "./form.js";

/** When it starts, in words. */
export function starting(initiative) {
  const ahead = daysBetween(today(), initiative.starts_on);
  if (ahead > 0) return `Starts ${dayText(initiative.starts_on)}`;
  return ahead === 0 ? "Starts today" : `Since ${dayText(initiative.starts_on)}`;
}

/** Why, what is in it for whoever takes part, what stops: in the words of the initiative and of its courses. */
export function initiativeReasons(initiative, level = 2) {
  const courses = initiative.course_reasons;
  const parts = [
    ["Why we change", [initiative.why_html]],
    ["What is in it for you", courses.map((course) => course.benefit)],
    ["What we stop", courses.map((course) => course.stop)],
  ]
    .map(([title, texts]) => [title, texts.filter(Boolean)])
    .filter(([, texts]) => texts.length > 0);
  return h(
    "div",
    { class: "reasons" },
    parts.map(([title, texts]) =>
      h("section", {}, h(`h${level}`, {}, title), texts.map((html) => richText(html, { level: level + 1 }))),
    ),
  );
}

/**
 * Two buttons, and the place for the reason.
 * @param {object} initiative
 * @param {() => Promise<void>} done shows the page anew
 */
export function replyButtons(initiative, done) {
  const path = `/v1/initiatives/${initiative.id}/replies`;
  const place = h("div", {});
  const later = h(
    "button",
    {
      type: "button",
      "aria-expanded": "false",
      onclick: () => {
        const shown = later.getAttribute("aria-expanded") === "true";
        later.setAttribute("aria-expanded", String(!shown));
        if (shown) return fill(place);
        fill(place, because());
        place.querySelector("textarea").focus();
      },
    },
    "Not yet, because …",
  );
  function because() {
    return form({
      label: "Not yet",
      fields: [
        field({
          label: "What would have to be different?",
          name: "because",
          lines: 3,
          required: true,
          maxlength: 2000,
          value: initiative.reply?.because ?? "",
          hint: `${initiative.sponsor_name} reads it only together with those of four others or more, without names.`,
        }),
      ],
      action: "Send my “not yet”",
      draft: `not-yet.${initiative.id}`,
      send: (values) => post(path, { answer: "not-yet", because: values.get("because") }),
      done: async () => {
        announce("Thank you. You can change it at any time.");
        await done();
      },
    });
  }
  return h(
    "div",
    { class: "stack tight" },
    h(
      "div",
      { class: "row" },
      initiative.reply?.answer !== "in" &&
        actionButton(
          "I’m in",
          async () => {
            await post(path, { answer: "in" });
            announce("You are in.");
            await done();
          },
          { className: "primary" },
        ),
      later,
    ),
    place,
  );
}

/** What somebody answered, in a line. */
export function replyText(reply) {
  if (!reply) return "You have not answered yet.";
  return reply.answer === "in" ? "You are in." : `You said “not yet”: ${reply.because}`;
}
