// The next try gets a day of the learner's own choice: tomorrow, in three days, in a week, or any other. It stands in the plan.
import { announce } from "../announce.js";
import { dayText, daysAfter, today } from "../dates.js";
import { fill, freshID, h } from "../dom.js";
import { actionButton } from "./action.js";
import { notice } from "./notices.js";

const days = [
  ["Tomorrow", 1],
  ["In three days", 3],
  ["In a week", 7],
];

/** @param {object} step see stepPane.js */
export function nextTry(step) {
  const id = freshID("try");
  const place = h("section", { class: "stack tight", "aria-label": "The next try" });
  const input = h("input", { type: "date", id, min: today(), max: daysAfter(today(), 366), value: step.item.next_try_on ?? daysAfter(today(), 1) });

  async function set(day) {
    await step.record("tried", { next_on: day });
    const words = `Next try: ${dayText(day)}. It stands in your plan.`;
    const said = notice("good", h("p", { tabindex: "-1" }, h("strong", {}, words)));
    fill(place, said, h("p", {}, h("button", { type: "button", class: "small", onclick: choose }, "Another day")));
    said.querySelector("p").focus({ preventScroll: true });
    announce(words);
  }

  function choose() {
    fill(
      place,
      h("h3", {}, "When do you try again?"),
      h(
        "div",
        { class: "row" },
        days.map(([name, count]) => actionButton(name, () => set(daysAfter(today(), count)), { className: "small" })),
      ),
      h(
        "div",
        { class: "row" },
        h("label", { for: id }, "Or on"),
        input,
        actionButton("Set the day", async () => input.value && set(input.value), { className: "small" }),
      ),
    );
  }

  choose();
  return place;
}
