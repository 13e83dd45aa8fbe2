// Admins: add a person; the next page makes the link that lets them in.
import { all, call } from "../api.js";
import { h } from "../dom.js";
import { leaveWord } from "../flash.js";
import { form } from "../parts/form.js";
import { pageHead } from "../parts/pageHead.js";
import { personFields, personValues } from "../parts/personFields.js";
import { go } from "../router.js";

export default async function personNew() {
  const people = (await all("/v1/people")).sort((one, other) => one.name.localeCompare(other.name));
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Add a person",
      back: ["#/people", "People"],
      lead: "Then you get a link for them, with which they choose a password.",
    }),
    h(
      "div",
      { class: "card" },
      form({
        fields: personFields(null, people),
        action: "Add",
        draft: "person.new",
        send: async (values) => {
          const given = Object.entries(personValues(values)).filter(([, value]) => value !== null);
          return (await call("POST", "/v1/people", { json: Object.fromEntries(given) })).data;
        },
        done: (person) => {
          leaveWord(`${person.name} is added. Make the link that lets them in.`);
          return go(`/people/${person.id}`);
        },
      }),
    ),
  );
}
