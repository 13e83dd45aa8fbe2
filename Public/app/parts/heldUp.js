// The one who needs their manager most: a sentence above the team's table, and the step one tap away.
import { get, part } from "../api.js";
import { h } from "../dom.js";
import { Problem } from "../problem.js";
import { counted } from "../words.js";

const offers = {
  witness: "offer to be their witness",
  confirm: "they handed it in, and wait for your word",
  hold: "have the conversation with them",
  together: "go through it with them",
  ask: "ask what speaks against it",
  time: "keep half an hour free for it with them",
  attend: "note that they were there, or see that they can be at the next one",
};

/** A card, or null where nobody is held up. */
export async function heldUp(signal) {
  let rows;
  try {
    rows = (await get("/v1/reports/held-up", {}, { signal })).rows;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
  if (rows.length === 0) return null;
  const [first, ...rest] = rows;
  return h(
    "section",
    { class: "card flat", "aria-labelledby": "held-up-title" },
    h("h2", { id: "held-up-title", class: "card-title" }, "Who needs you first"),
    h("p", {}, sentence(first)),
    rest.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, `${counted(rest.length, "more person", "more people")} held up`),
        h("ul", {}, rest.map((row) => h("li", {}, sentence(row)))),
      ),
  );
}

function sentence(row) {
  return [
    `${row.person_name} has been held up for ${counted(row.days, "day")} by `,
    h("a", { href: `#/steps/${row.enrollment_id}/${part(row.activity)}/${row.occurrence}` }, row.title),
    `: ${offers[row.offer]}.`,
  ];
}
