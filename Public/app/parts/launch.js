// Opens a file of a course from the content origin: in a frame here, and by a link in a tab of its own.
import { post } from "../api.js";
import { fill, h } from "../dom.js";
import { Problem } from "../problem.js";
import { actionButton } from "./action.js";
import { problemNotice } from "./notices.js";
import { ownPlayer } from "./ownPlayer.js";
import { isPlayed, listen } from "./player.js";

/**
 * @param {{enrollment_id?: string, version_id?: string, activity: string, occurrence?: number}} target
 * @param {string} title what the frame is called
 * @param {() => void} [opened] told when the activity's own file is shown
 * @returns {{place: HTMLElement, open: (path?: string) => Promise<void>, offer: () => void, play: (parts: object) => Node}} where
 *   it shows, how to open it (`path` names another file than the activity's own), how to put a button there that does, and how to
 *   play a lesson or quiz of our own
 */
export function launching(target, title, opened) {
  const place = h("div", { class: "stack tight" });

  async function open(path) {
    try {
      const launch = await post("/v1/launches", { ...target, ...(path && { path }) });
      show(launch);
      if (!path) opened?.();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      fill(
        place,
        problemNotice(error, () => open(path)),
      );
    }
  }

  function show(launch) {
    const { url } = launch;
    const link = h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, "Open it in a tab of its own");
    const frame = h("iframe", {
      class: isPlayed(launch) ? "frame played" : "frame",
      src: url,
      title,
      tabindex: "0",
      sandbox: "allow-scripts allow-same-origin allow-forms allow-popups allow-downloads allow-modals",
      allow: "autoplay; fullscreen",
      referrerpolicy: "no-referrer",
    });
    if (isPlayed(launch)) {
      fill(place, listen(frame, launch), frame);
      frame.focus();
    } else {
      fill(place, h("p", {}, link, h("span", { class: "small quiet" }, " to print it or to have more room.")), frame);
      link.focus();
    }
    place.scrollIntoView({ block: "nearest" });
  }

  function offer() {
    fill(
      place,
      actionButton("Open it here", () => open()),
    );
  }

  const play = (parts = {}) => ownPlayer({ target, title, ...parts });

  return { place, open, offer, play };
}
