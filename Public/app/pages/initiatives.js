// Changes that leaders ask of groups.
import { h } from "../dom.js";
import { starting } from "../parts/invitation.js";
import { empty } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { may } from "../session.js";

export default async function initiatives({ signal }) {
  const make = may.sponsor() && h("a", { class: "button primary", href: "#/initiatives/new" }, "New initiative");
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Initiatives",
      lead: "A change that a leader asks of a group: why, by which courses, from when on, and who stands for it.",
      actions: [make].filter(Boolean),
    }),
    await pagedList({
      path: "/v1/initiatives",
      signal,
      row: (row) =>
        h(
          "li",
          { class: "card" },
          h("h2", { class: "card-title" }, h("a", { href: `#/initiatives/${row.id}` }, row.title)),
          h(
            "p",
            { class: "facts" },
            h("span", {}, `Sponsor: ${row.sponsor_name}`),
            h("span", {}, starting(row)),
            h("span", {}, row.courses.map((course) => course.title).join(", ")),
          ),
        ),
      none: () =>
        empty(
          "No initiative yet",
          may.sponsor()
            ? "Say what should change and why, choose its courses, and invite the people."
            : "Once a leader asks you to take part in a change, it stands here.",
          make && h("a", { class: "button", href: "#/initiatives/new" }, "Make the first"),
        ),
    }),
  );
}
