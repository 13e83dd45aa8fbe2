// One step in a list: what it is, when it is due, how it stands.
import { part } from "../api.js";
import { dayText, due } from "../dates.js";
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { kinds } from "../words.js";

/** The address of a step. */
export function stepAddress(enrollmentID, item) {
  return `#/steps/${enrollmentID}/${part(item.activity)}/${item.occurrence}`;
}

/** What stands beside a step's name: short words on how it is. */
export function standing(item) {
  switch (item.status) {
    case "done":
      return item.waived ? "Taken off the plan" : "Done";
    case "waiting":
      return "Handed in, not confirmed yet";
    case "locked":
      return "Comes later";
    case "unavailable":
      return "Cannot be opened";
    case "started":
      return "Begun";
    default:
      return "";
  }
}

/** When a step is due, as `due` says it; null where that is over or of no matter: what comes later cannot be late. */
export function dueText(item, short = false) {
  if (!item.due_on || ["done", "waiting"].includes(item.status)) return null;
  const when = due(item.due_on, short);
  return item.status === "locked" && when.late ? null : when;
}

/** "2 of 4" for what comes again. */
export function turn(item) {
  return item.times > 1 ? `${item.occurrence} of ${item.times}` : "";
}

/** @param {object} item a PlanItem @param {{enrollmentID: string, course?: string, current?: boolean}} where */
export function stepLink(item, { enrollmentID, course = "", current = false }) {
  const shut = ["locked", "unavailable"].includes(item.status);
  const done = item.status === "done";
  const when = dueText(item, true);
  return h(
    "li",
    {},
    h(
      "a",
      {
        class: `step-link${done ? " done" : ""}${shut ? " shut" : ""}`,
        href: stepAddress(enrollmentID, item),
        "aria-current": current ? "true" : null,
      },
      icon(done ? "done" : shut ? "locked" : item.status === "waiting" ? "waiting" : item.kind),
      h("span", { class: "name" }, item.title),
      h(
        "span",
        { class: "meta" },
        h("span", {}, [kinds[item.kind] ?? item.kind, turn(item)].filter(Boolean).join(" ")),
        item.minutes && !done ? h("span", {}, `${item.minutes} min`) : null,
        item.next_try_on && h("span", {}, `Next try ${dayText(item.next_try_on, true)}`),
        when && h("span", { class: when.late ? "late" : null }, when.text),
        standing(item) && h("span", {}, standing(item)),
        course && h("span", {}, course),
      ),
    ),
  );
}
