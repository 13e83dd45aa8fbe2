// A button that does one thing over the API, and says beside itself when it could not.
import { h } from "../dom.js";
import { Problem } from "../problem.js";
import { problemNotice } from "./notices.js";

/**
 * @param {string} text
 * @param {() => Promise<any>} act
 * @param {{className?: string, label?: string}} look
 */
export function actionButton(text, act, { className = "", label = null } = {}) {
  const place = h("div", {});
  const button = h(
    "button",
    {
      type: "button",
      class: className,
      "aria-label": label,
      onclick: async () => {
        if (button.getAttribute("aria-disabled")) return;
        button.setAttribute("aria-disabled", "true");
        place.replaceChildren();
        try {
          await act();
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          place.replaceChildren(problemNotice(error));
        } finally {
          button.removeAttribute("aria-disabled");
        }
      },
    },
    text,
  );
  return [button, place];
}
