// Admins: who is here.
import { h } from "../dom.js";
import { empty } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { fill } from "../dom.js";
import { problemNotice } from "../parts/notices.js";
import { Problem } from "../problem.js";
import { remember } from "../router.js";
import { roles } from "../words.js";

export default async function people({ query, signal }) {
  const place = h("div", {});
  let waiting = 0;
  const input = h("input", {
    type: "search",
    id: "find-person",
    value: query.get("q") ?? "",
    placeholder: "Name or e-mail",
    autocomplete: "off",
    oninput: () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        remember({ q: input.value.trim() });
        load();
      }, 250);
    },
  });
  let newest = 0;

  async function load() {
    newest += 1;
    const mine = newest;
    try {
      const list = await pagedList({
        path: "/v1/people",
        query: { q: input.value.trim() },
        signal,
        row,
        none: () =>
          empty(
            "Nobody by that name",
            "Try a part of the name or of the e-mail address.",
            h("a", { class: "button", href: "#/people/new" }, "Add a person"),
          ),
      });
      if (mine === newest) fill(place, list);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Problem)) throw error;
      fill(place, problemNotice(error, load));
    }
  }

  await load();
  return h(
    "div",
    { class: "stack" },
    pageHead({ title: "People", actions: [
        h("a", { class: "button", href: "#/people/roster" }, "Bring a roster"),
        h("a", { class: "button primary", href: "#/people/new" }, "Add a person"),
      ],
    }),
    h("div", { class: "field" }, h("label", { for: "find-person" }, "Find a person"), input),
    place,
  );
}

function row(person) {
  return h(
    "li",
    { class: "card" },
    h("h2", { class: "card-title" }, h("a", { href: `#/people/${person.id}` }, person.name)),
    h(
      "p",
      { class: "facts" },
      person.left_at && h("span", { class: "badge" }, "Left"),
      person.email && h("span", {}, person.email),
      h("span", {}, person.roles.map((role) => roles[role] ?? role).join(", ")),
    ),
  );
}
