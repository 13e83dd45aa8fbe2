// One's own name, zone and password.
import { call } from "../api.js";
import { announce } from "../announce.js";
import { h } from "../dom.js";
import { ownRecord } from "../ownRecord.js";
import { actionButton } from "../parts/action.js";
import { calendarCard } from "../parts/calendarCard.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { sessionsCard } from "../parts/sessionsCard.js";
import { saveFile } from "../saveFile.js";
import { me, setPerson } from "../session.js";
import { roles } from "../words.js";
import { zones } from "../zones.js";

export default async function account({ signal }) {
  const { data: person, etag } = await call("GET", `/v1/people/${me().id}`);
  let revision = etag;
  const saved = h("div", {});
  const changed = h("div", {});
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: person.name,
      lead: [person.email, person.roles.map((role) => roles[role] ?? role).join(", ")].filter(Boolean).join(" · "),
    }),
    h(
      "section",
      { class: "card" },
      h("h2", {}, "About you"),
      saved,
      form({
        fields: [
          field({
            label: "Name",
            name: "name",
            value: person.name,
            required: true,
            maxlength: 200,
            autocomplete: "name",
          }),
          field({
            label: "Time zone",
            name: "time_zone",
            value: person.time_zone,
            options: zones(person.time_zone),
            hint: "Your dates and times are shown in this zone.",
          }),
          field({
            label: "Language",
            name: "locale",
            value: person.locale,
            required: true,
            maxlength: 35,
            hint: "A language tag such as en-US.",
          }),
        ],
        action: "Save",
        send: async (values) =>
          call("PATCH", `/v1/people/${person.id}`, { json: Object.fromEntries(values), ifMatch: revision }),
        done: (reply) => {
          revision = reply.etag;
          setPerson(reply.data);
          saved.replaceChildren(notice("good", "Saved."));
          announce("Saved.");
        },
      }),
    ),
    h(
      "section",
      { class: "card" },
      h("h2", {}, "Change your password"),
      changed,
      form({
        fields: [
          field({
            label: "Present password",
            name: "current",
            type: "password",
            required: true,
            autocomplete: "current-password",
          }),
          field({
            label: "New password",
            name: "password",
            type: "password",
            required: true,
            minlength: 10,
            maxlength: 1000,
            autocomplete: "new-password",
            hint: "At least 10 characters. Every other session of yours ends.",
          }),
        ],
        action: "Change password",
        send: async (values, element) => {
          await call("PUT", `/v1/people/${person.id}/password`, { json: Object.fromEntries(values) });
          element.reset();
        },
        done: () => {
          changed.replaceChildren(notice("good", "Your password is changed."));
          announce("Your password is changed.");
        },
      }),
    ),
    await calendarCard(signal),
    await sessionsCard(signal),
    h(
      "section",
      { class: "card flat" },
      h("h2", {}, "What is recorded about you"),
      h(
        "p",
        {},
        "Every step that you took stands on the page of ",
        h("a", { href: "#/courses" }, "its course"),
        ", under “Everything recorded here”. Your ",
        h("a", { href: "#/searches" }, "searches"),
        ", your ",
        h("a", { href: "#/questions" }, "questions"),
        " and your ",
        h("a", { href: "#/feedback" }, "feedback"),
        " are listed as well.",
      ),
      h(
        "div",
        {},
        actionButton("Save all of it as one file", async () => saveFile(await ownRecord(), "my-record.json")),
      ),
      h(
        "p",
        { class: "quiet" },
        "What you search for, ask and answer in a pulse never reaches your manager under your name.",
      ),
    ),
  );
}
