// What an answer was, for trainers: who changed what, and putting it back in one tap.
import { call } from "../api.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { actionButton } from "./action.js";
import { pagedList } from "./pagedList.js";

const words = {
  also: "other ways of asking",
  owner_id: "owner",
  verify_by: "day to check by",
  course_id: "course",
  activity: "step",
  state: "published or retired",
};

/**
 * @param {object} answer as the API gives it
 * @param {() => any} restored
 */
export function revisions(answer, restored) {
  const place = h("div", {});
  const details = h(
    "details",
    {
      ontoggle: async () => {
        if (!details.open || place.firstChild) return;
        place.append(
          await pagedList({
            path: `/v1/answers/${answer.id}/revisions`,
            row: (revision) => row(answer, revision, restored),
            none: () => h("p", {}, "It was never changed."),
          }),
        );
      },
    },
    h("summary", {}, "Earlier versions"),
    place,
  );
  return details;
}

function row(answer, revision, restored) {
  const isNow = revision.revision === answer.revision;
  return h(
    "li",
    { class: "card" },
    h(
      "p",
      { class: "facts" },
      isNow && h("span", { class: "badge" }, "Now"),
      revision.state === "retired" && h("span", { class: "badge" }, "Retired"),
      h("span", {}, moment(revision.made_at)),
      revision.made_by && h("span", {}, `by ${revision.made_by.name}`),
      h("span", {}, whatChanged(revision)),
    ),
    h("p", {}, h("strong", {}, revision.question)),
    revision.also.length > 0 && h("p", { class: "small quiet" }, `Also asked as: ${revision.also.join(" · ")}`),
    revision.tags.length > 0 && h("p", { class: "small quiet" }, `Tags: ${revision.tags.join(", ")}`),
    h("details", {}, h("summary", {}, "Its text"), h("p", { class: "said" }, revision.text)),
    !isNow &&
      h(
        "div",
        { class: "row" },
        actionButton(
          "Restore",
          async () => {
            await call("POST", `/v1/answers/${answer.id}/restoration`, {
              json: { revision: revision.revision },
              ifMatch: `"${answer.revision}"`,
            });
            await restored();
          },
          { className: "small", label: `Restore version ${revision.revision}` },
        ),
      ),
  );
}

/** Which of its fields a revision changed, in words. */
function whatChanged({ revision, changed }) {
  if (revision === 1) return "As it was published";
  if (changed.length === 0) return "Checked";
  return `Changed: ${changed.map((name) => words[name] ?? name.replaceAll("_", " ")).join(", ")}`;
}
