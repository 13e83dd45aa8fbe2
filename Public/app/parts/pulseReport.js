// What groups answered in pulses: date by date, each number with how many people it comes from.
import { h } from "../dom.js";
import { counted } from "../words.js";
import { saidBy } from "./said.js";

/** @param {object[]} pulses rows of the report, by course, activity and occurrence */
export function pulseReport(pulses) {
  const groups = Map.groupBy(pulses, (pulse) => `${pulse.course_id}/${pulse.activity}`);
  return [...groups.values()].map((dates) =>
    h(
      "section",
      { class: "card" },
      h(
        "div",
        {},
        h("h3", { class: "card-title" }, dates.at(-1).activity_title ?? dates.at(-1).activity),
        h("p", { class: "facts" }, h("span", {}, dates.at(-1).course_title)),
      ),
      dates.map((pulse, index) => date(pulse, dates[index - 1])).reverse(),
    ),
  );
}

function date(pulse, before) {
  return h(
    "section",
    { class: "stack tight" },
    h("h4", {}, `Date ${pulse.occurrence}`),
    h(
      "ul",
      { class: "numbers" },
      pulse.scales.map((scale) => number(scale, before)),
    ),
    pulse.words.map((said) =>
      saidBy(`${said.prompt ?? "In their own words"} (${counted(said.people, "person", "people")})`, said.words),
    ),
  );
}

function number(scale, before) {
  const ranged = scale.from !== null && scale.to !== null;
  const earlier = before?.scales.find(
    (other) => other.scale === scale.scale && other.from === scale.from && other.to === scale.to,
  );
  return h(
    "li",
    {},
    h("span", {}, scale.prompt ?? scale.scale),
    h(
      "span",
      { class: "facts" },
      h("strong", {}, `${scale.average.toFixed(1)}${ranged ? ` on a scale from ${scale.from} to ${scale.to}` : ""}`),
      h("span", {}, `from ${counted(scale.people, "person", "people")}`),
      earlier && h("span", {}, `${earlier.average.toFixed(1)} on date ${before.occurrence}`),
    ),
  );
}
