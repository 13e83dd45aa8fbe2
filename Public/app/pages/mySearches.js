// What the reader searched for. Nobody else sees it under their name.
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { empty } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { counted } from "../words.js";

const outcomes = { helped: "Helped", "not-helped": "Did not help", asked: "You asked a person" };

export default async function mySearches({ signal }) {
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "My searches",
      back: ["#/account", "Account"],
      lead: "Only you see these under your name. Trainers see words, never whose.",
    }),
    await pagedList({
      path: "/v1/searches",
      signal,
      row,
      none: () =>
        empty(
          "You have not searched yet",
          "The box on the first page finds answers, lessons and stories.",
          h("a", { class: "button", href: "#/" }, "Search"),
        ),
    }),
  );
}

function row(search) {
  return h(
    "li",
    { class: "card" },
    h("h2", { class: "card-title" }, h("a", { href: `#/?q=${encodeURIComponent(search.words)}` }, search.words)),
    h(
      "p",
      { class: "facts" },
      h("span", {}, moment(search.created_at)),
      h("span", {}, `${counted(search.found, "hit")} found`),
      search.outcome && h("span", {}, outcomes[search.outcome] ?? search.outcome),
    ),
  );
}
