// Trainers: how people asked whom an answer helped, learned from their searches. Who they are is nowhere in it.
import { call } from "../api.js";
import { moment } from "../dates.js";
import { fill, h } from "../dom.js";
import { actionButton } from "./action.js";
import { pagedList } from "./pagedList.js";

/** @param {string} answerID @param {AbortSignal} signal */
export async function learnedPhrasings(answerID, signal) {
  const said = h("p", { class: "small quiet", role: "status", tabindex: "-1" });
  const place = h("div", { class: "stack tight" });
  const path = `/v1/answers/${answerID}/phrasings`;

  async function show() {
    fill(
      place,
      await pagedList({
        path,
        signal,
        row: (phrasing) => {
          return h(
            "li",
            { class: "card" },
            h("p", { class: "said" }, phrasing.words),
            h(
              "p",
              { class: "facts" },
              h("span", {}, `Asked so by ${phrasing.people} people`),
              h("span", {}, "Learned ", moment(phrasing.learned_at)),
            ),
            actionButton(
              "Revoke",
              async () => {
                await call("DELETE", `${path}/${phrasing.id}`);
                await show();
                said.textContent = `“${phrasing.words}” is revoked. Nothing that asks nearly the same is learned again.`;
                // The button that had the focus is gone.
                said.focus();
              },
              { className: "small", label: `Revoke: ${phrasing.words}` },
            ),
          );
        },
        none: () =>
          h(
            "p",
            { class: "quiet" },
            "Nothing yet. When people who asked alike say that this helped, the words they share are learned here.",
          ),
      }),
    );
  }
  await show();
  return h(
    "section",
    { class: "stack tight", "aria-label": "Learned from searches" },
    h("h2", {}, "Learned from searches"),
    said,
    place,
  );
}
