// What stands between the app and content that reports: it hears what the player around the content passes on, keeps and sends it.
import { announce } from "../announce.js";
import { h } from "../dom.js";
import { onRefused, onSaved, put } from "../outbox.js";
import { show } from "../router.js";
import { notice } from "./notices.js";

/** Whether a launch opens a player. */
export function isPlayed(launch) {
  return new URL(launch.url).pathname.startsWith("/p/");
}

/**
 * Listens to the player in a frame for as long as the frame stands, and a moment longer.
 * @param {HTMLIFrameElement} frame
 * @param {{url: string, secret: string}} launch
 * @returns {HTMLElement} where it is said that content has come to its end
 */
export function listen(frame, launch) {
  const { origin } = new URL(launch.url);
  const place = h("div", { "aria-live": "polite" });
  const told = new Set();
  const lost = new Set();
  const missed = onRefused((event, why) => {
    if (!told.has(event.id)) return;
    lost.add(`Not recorded: ${loss(event)}. ${why}`);
    mourn(place, lost);
  });
  const tell = (message) => frame.contentWindow?.postMessage(message, origin);
  const hear = async ({ origin: from, source, data }) => {
    // A player whose window is gone already is known by its origin and its secret: browsers still name some source.
    const isOurs = !frame.contentWindow || source === frame.contentWindow;
    if (from !== origin || !isOurs || data?.launch !== launch.secret || data.type !== "cornerman.events") return;
    for (const { id } of data.events) told.add(id);
    const sent = put(data.events, launch.secret);
    tell({ type: "cornerman.taken", number: data.number });
    await sent;
    if (data.isEnd && lost.size === 0 && frame.isConnected) end(place);
  };
  window.addEventListener("message", hear);
  const quiet = onSaved((saved) => tell({ type: "cornerman.saved", saved: saved ? "yes" : "no" }));
  const leave = new MutationObserver(() => {
    if (frame.isConnected) return;
    leave.disconnect();
    quiet();
    missed();
    // Its last words are on their way.
    setTimeout(() => window.removeEventListener("message", hear), 5000);
  });
  frame.addEventListener("load", () => leave.observe(document.body, { childList: true, subtree: true }), { once: true });
  return place;
}

/** What the learner loses with an event that is refused. */
function loss({ verb, data }) {
  const ends = { completed: "that it was completed", passed: "that it was passed", failed: "how it ended" };
  if (data.interactions !== undefined) return "some of the answers";
  return ends[verb] ?? (data.seconds ? "some of the time" : "where you are");
}

function mourn(place, lost) {
  const hint = "Everything else is kept. Tell a trainer what stands here.";
  const lines = [...lost].map((words) => h("p", {}, h("strong", {}, words)));
  place.replaceChildren(notice("bad", ...lines, h("p", {}, hint)));
  announce([...lost, hint].join(" "));
}

function end(place) {
  const words = "It has come to its end, and everything it told is kept.";
  place.replaceChildren(
    notice(
      "good",
      h("p", {}, words),
      h("p", {}, h("button", { type: "button", onclick: () => show() }, "See how it stands")),
    ),
  );
  announce(words);
}
