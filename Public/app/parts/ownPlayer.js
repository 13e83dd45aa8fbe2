// Our own lessons and quizzes in the player, in the same frame as bought content: the app gives the frame its height, and asks the API
// for what a quiz needs. The player has neither an origin nor a token.
import { post } from "../api.js";
import { fill, h } from "../dom.js";
import { Problem } from "../problem.js";
import { problemNotice } from "./notices.js";

/** Milliseconds after which a player that says nothing is taken to be out of reach. */
const patience = 8000;

/**
 * Opens a step in the player.
 * @param {object} parts
 * @param {object} parts.target the enrollment or version, activity and occurrence, as a launch takes them
 * @param {string} parts.title what the frame is called
 * @param {object|null} parts.desk what it may ask for, by name; see quizDesk.js
 * @param {() => Node|null} parts.instead what is shown where the player cannot be reached
 * @param {Record<string, () => void>} parts.said what is done when it says that something happened, by what it says
 * @returns {HTMLElement} where it plays
 */
export function ownPlayer({ target, title, desk = null, instead = () => null, said = {} }) {
  const place = h("div", { class: "stack tight" });

  async function open() {
    try {
      play(await post("/v1/launches", target));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // That something else comes first stands above already.
      fill(place, instead(), error.code !== "locked" && problemNotice(error, open));
    }
  }

  function play({ url, secret }) {
    const frame = h("iframe", {
      class: "frame own",
      src: url,
      title,
      sandbox: "allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox",
      referrerpolicy: "no-referrer",
    });
    const silence = setTimeout(() => {
      if (frame.isConnected) fill(place, instead(), h("p", { class: "small quiet" }, "It is shown here, as the player cannot be reached."));
    }, patience);
    const reply = (message) => frame.contentWindow?.postMessage({ type: "cornerman.reply", ...message }, "*");

    async function hear({ source, data }) {
      if (source !== frame.contentWindow || data?.launch !== secret) return;
      const what = String(data.type).slice("cornerman.".length);
      if (what === "ready") clearTimeout(silence);
      if (what === "height") frame.height = Math.min(Math.max(Number(data.height) || 0, 40), 100_000);
      said[what]?.();
      if (what !== "ask" || !Object.hasOwn(desk ?? {}, data.what)) return;
      try {
        reply({ number: data.number, reply: await desk[data.what](data.given) });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const { status, code, message, errors, requestID, retryAfter } = error;
        reply({ number: data.number, problem: { status, code, detail: message, errors, requestID, retryAfter } });
      }
    }

    window.addEventListener("message", hear);
    const leave = new MutationObserver(() => {
      if (frame.isConnected) return;
      leave.disconnect();
      clearTimeout(silence);
      window.removeEventListener("message", hear);
    });
    frame.addEventListener("load", () => leave.observe(document.body, { childList: true, subtree: true }), { once: true });
    fill(place, frame);
  }

  open();
  return place;
}
