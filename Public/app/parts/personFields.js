// What is kept about a person, as fields.
import { h } from "../dom.js";
import { ownZone, zones } from "../zones.js";
import { roles } from "../words.js";
import { choices, field } from "./fields.js";

const meanings = {
  learner: "takes courses, searches and asks",
  trainer: "uploads courses, answers questions",
  manager: "sees the completion of their people and coaches them",
  leader: "sponsors a change",
  admin: "runs it: people, roles, everything",
};

/** @param {object|null} person @param {Array<object>} managers */
export function personFields(person, managers) {
  return [
    field({ label: "Name", name: "name", value: person?.name ?? "", required: true, maxlength: 200 }),
    field({ label: "E-mail", name: "email", type: "email", value: person?.email ?? "", maxlength: 254 }),
    field({
      label: "Personnel number",
      name: "external_id",
      value: person?.external_id ?? "",
      maxlength: 200,
      hint: "What the roster knows them by; may be left out.",
    }),
    field({
      label: "Manager",
      name: "manager_id",
      value: person?.manager_id ?? "",
      options: [
        ["", "Nobody"],
        ...managers
          .filter((manager) => manager.id !== person?.id && !manager.left_at)
          .map((manager) => [manager.id, manager.name]),
      ],
    }),
    field({
      label: "Time zone",
      name: "time_zone",
      value: person?.time_zone ?? ownZone(),
      options: zones(person?.time_zone ?? ownZone()),
    }),
    choices({
      legend: "Roles",
      name: "roles",
      type: "checkbox",
      options: Object.entries(roles).map(([value, label]) => ({
        value,
        label: h("strong", {}, label),
        detail: meanings[value],
        checked: (person?.roles ?? ["learner"]).includes(value),
      })),
    }),
  ];
}

/** The fields' values as the API takes them. */
export function personValues(values) {
  return {
    name: values.get("name").trim(),
    email: values.get("email").trim() || null,
    external_id: values.get("external_id").trim() || null,
    manager_id: values.get("manager_id") || null,
    time_zone: values.get("time_zone"),
    roles: values.getAll("roles"),
  };
}
