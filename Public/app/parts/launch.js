// Opens a file of a course from the content origin: in a frame here, and by a link in a tab of its own.
import { post } from "../api.js";
import { fill, h } from "../dom.js";
import { Problem } from "../problem.js";
import { actionButton } from "./action.js";
import { problemNotice } from "./notices.js";

/**
 * @param {{enrollment_id?: string, version_id?: string, activity: string, occurrence?: number}} target
 * @param {string} title what the frame is called
 * @returns {{place: HTMLElement, open: (path?: string) => Promise<void>, offer: () => void}} where it shows, how to open it
 *   (`path` names another file than the activity's own), and how to put a button there that does
 */
export function launching(target, title) {
  const place = h("div", { class: "stack tight" });

  async function open(path) {
    try {
      const launch = await post("/v1/launches", { ...target, ...(path && { path }) });
      show(launch.url);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      fill(
        place,
        problemNotice(error, () => open(path)),
      );
    }
  }

  function show(url) {
    const link = h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, "Open it in a tab of its own");
    fill(
      place,
      h("p", {}, link, h("span", { class: "small quiet" }, " to print it or to have more room.")),
      h("iframe", {
        class: "frame",
        src: url,
        title,
        sandbox: "allow-scripts allow-same-origin allow-forms allow-popups allow-downloads allow-modals",
        referrerpolicy: "no-referrer",
      }),
    );
    link.focus();
    place.scrollIntoView({ block: "nearest" });
  }

  function offer() {
    fill(
      place,
      actionButton("Open it here", () => open()),
    );
  }

  return { place, open, offer };
}
