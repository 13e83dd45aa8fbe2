// What was recorded about a step, oldest first.
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { me } from "../session.js";
import { counted, percent, verbs } from "../words.js";

/** A closed list of facts; nothing where there are none. */
export function history(events, enrollment, open = false) {
  const told = events.filter((fact) => fact.verb !== "suspended");
  if (told.length === 0) return null;
  return h(
    "details",
    { open },
    h("summary", {}, `Everything recorded here (${counted(told.length, "entry", "entries")})`),
    h(
      "ol",
      { class: "facts-list" },
      told.map((fact) => factItem(fact, enrollment)),
    ),
  );
}

/** One fact of somebody's enrollment. */
export function factItem(fact, enrollment) {
  const data = fact.data ?? {};
  const who = actorName(fact, enrollment);
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

/** Who said so, as far as the reader may know; null where it is somebody else. */
export function actorName(fact, enrollment) {
  if (fact.actor_id === me().id) return "you";
  if (fact.actor_id === enrollment.person_id) return enrollment.person_name;
  return fact.actor_id === me().manager_id ? "your manager" : null;
}
