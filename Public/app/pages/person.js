// Admins: one person; their roles and manager, a link for them, and the day they left.
import { all, call, post } from "../api.js";
import { announce } from "../announce.js";
import { moment, today } from "../dates.js";
import { fill, h } from "../dom.js";
import { leaveWord, takeWord } from "../flash.js";
import { actionButton } from "../parts/action.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { personFields, personValues } from "../parts/personFields.js";
import { show } from "../router.js";

export default async function person({ params, signal }) {
  const [{ data: found, etag }, people] = await Promise.all([
    call("GET", `/v1/people/${params.id}`, { signal }),
    all("/v1/people"),
  ]);
  const word = takeWord();
  people.sort((one, other) => one.name.localeCompare(other.name));
  const change = async (json) => {
    await call("PATCH", `/v1/people/${found.id}`, { json, ifMatch: etag });
  };
  return h(
    "div",
    { class: "stack" },
    pageHead({ title: found.name, back: ["#/people", "People"], lead: found.email }),
    word && notice("good", word),
    found.left_at
      ? notice("warm", h("p", {}, "Left ", moment(found.left_at), ". What they did is kept; they cannot sign in."))
      : h("section", { class: "card" }, h("h2", {}, "Let them in"), invitation(found)),
    h(
      "section",
      { class: "card" },
      h("h2", {}, "About them"),
      form({
        fields: personFields(found, people),
        action: "Save",
        send: (values) => change(personValues(values)),
        done: () => {
          leaveWord("Saved.");
          return show();
        },
      }),
    ),
    h("p", {}, h("a", { href: `#/team/people/${found.id}` }, "Their courses")),
    !found.left_at &&
      h(
        "details",
        { class: "card flat" },
        h("summary", {}, "They leave"),
        form({
          fields: [
            field({
              label: "Last day",
              name: "left_on",
              type: "date",
              value: today(),
              required: true,
              hint: "Their tokens end at once, their people go to the next manager up, and what they did is kept.",
            }),
          ],
          action: "Save that they leave",
          quiet: true,
          send: (values) => change({ left_on: values.get("left_on") }),
          done: () => {
            leaveWord(`${found.name} has left.`);
            return show();
          },
        }),
      ),
  );
}

function invitation(found) {
  const place = h("div", { class: "stack tight" });
  const make = (purpose) => async () => {
    const made = await post("/v1/invitations", { person_id: found.id, purpose });
    const input = h("input", {
      type: "text",
      readonly: true,
      value: made.url,
      "aria-label": "The link",
      onfocus: () => input.select(),
    });
    fill(
      place,
      h("p", {}, `Give this link to ${found.name}. It works once, until `, moment(made.expires_at), "."),
      h(
        "div",
        { class: "copy" },
        input,
        h(
          "button",
          {
            type: "button",
            onclick: async () => {
              input.select();
              await navigator.clipboard?.writeText(made.url);
              announce("Copied.");
            },
          },
          "Copy",
        ),
      ),
    );
    input.focus();
  };
  return h(
    "div",
    { class: "stack tight" },
    h(
      "div",
      { class: "row" },
      actionButton("Make an invitation link", make("invite")),
      actionButton("Make a link for a new password", make("reset"), { className: "plain" }),
    ),
    place,
  );
}
