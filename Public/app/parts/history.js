// What was recorded about a step, oldest first.
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { me } from "../session.js";
import { counted, percent, verbs } from "../words.js";

/** A closed list of facts; nothing where there are none. */
export function history(events, open = false) {
  const told = events.filter((fact) => fact.verb !== "suspended");
  if (told.length === 0) return null;
  return h(
    "details",
    { open },
    h("summary", {}, `Everything recorded here (${counted(told.length, "entry", "entries")})`),
    h("ol", { class: "facts-list" }, told.map(factItem)),
  );
}

/** One fact. */
export function factItem(fact) {
  const data = fact.data ?? {};
  const who = fact.actor_id === me().id ? "you" : fact.actor_name;
  return h(
    "li",
    { class: "fact" },
    h(
      "p",
      { class: "fact-head" },
      h("strong", {}, verbs[fact.verb] ?? fact.verb),
      fact.title ? ` · ${fact.title}` : null,
      data.score !== undefined && data.score !== null ? ` · ${percent(data.score)}` : null,
      " · ",
      moment(fact.occurred_at),
      who ? ` · by ${who}` : null,
    ),
    data.text && h("p", { class: "said" }, data.text),
    data.commitment && h("p", { class: "said" }, `Until next time: ${data.commitment}`),
    data.link && h("p", { class: "small" }, linkTo(data.link)),
  );
}

/** A link that somebody gave as evidence; plain text where it is none. */
export function linkTo(address) {
  return /^https?:\/\//i.test(address)
    ? h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address)
    : address;
}
