// "This helped" or "this did not", in one tap.
import { announce } from "../announce.js";
import { call } from "../api.js";
import { fill, h } from "../dom.js";
import { Problem } from "../problem.js";
import { problemNotice } from "./notices.js";

/**
 * @param {object} search see searching.js
 * @param {string|null} answerID which one; null for a lesson
 * @param {(helped: boolean) => void} said
 */
export function helped(search, answerID, said = () => {}) {
  const place = h("div", { class: "row" });
  const say = async (outcome) => {
    const json = { outcome, ...(answerID && { answer_id: answerID }) };
    try {
      await call("POST", `/v1/searches/${await search.id()}/outcome`, { json });
      const text =
        outcome === "helped"
          ? "Good. The next person finds it sooner."
          : "Thank you. Ask below: the words are there already.";
      const word = h("p", { class: "small quiet", tabindex: "-1" }, text);
      fill(place, word);
      // The button that had the focus is gone: what was said has it now, or else the question that follows.
      if (outcome === "helped") word.focus({ preventScroll: true });
      else announce(text);
      said(outcome === "helped");
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      place.querySelector(".notice")?.remove();
      place.append(problemNotice(error));
    }
  };
  return fill(
    place,
    h("button", { type: "button", class: "small", onclick: () => say("helped") }, "This helped"),
    h("button", { type: "button", class: "small plain", onclick: () => say("not-helped") }, "It did not"),
  );
}
