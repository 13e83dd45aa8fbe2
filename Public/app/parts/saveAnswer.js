// "Save to read without a connection", in one tap; taken back in another.
import { announce } from "../announce.js";
import { fill, h } from "../dom.js";
import { canSave, isSaved, save, unsave } from "../saved.js";
import { actionButton } from "./action.js";

/** @param {string} id the answer's @returns {Node|null} null where the browser keeps nothing */
export function saveAnswer(id) {
  if (!canSave) return null;
  const place = h("div", { class: "row" });
  async function show(focus = false) {
    const saved = await isSaved(id);
    fill(
      place,
      actionButton(saved ? "Saved. Take it off this device" : "Save for when there is no connection", () => change(saved), {
        className: "small",
      }),
      saved && h("a", { class: "small", href: "#/saved" }, "Saved answers"),
    );
    if (focus) place.querySelector("button").focus();
  }
  async function change(saved) {
    await (saved ? unsave(id) : save(id));
    announce(saved ? "Taken off this device." : "Saved. It can be read without a connection.");
    await show(true);
  }
  show();
  return place;
}
