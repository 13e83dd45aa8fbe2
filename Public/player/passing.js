// Passes what content says on to the app that opened the player. What the app has not confirmed stays here; when the window closes,
// it goes to the server by itself.

/**
 * Windows that send at the end. A browser sends 64 KiB of a document that goes, and no more; empty documents beside the content
 * have as much each.
 */
const spares = 4;

export class Passing {
  #launch;
  #app;
  #number = 0;
  #isLeaving = false;
  #waiting = new Map();
  #isSaved = true;
  #senders;

  /**
   * @param {object} launch what the page was told
   * @param {Window} app the window that opened the player
   * @param {() => void} changed called when something is safe, or not any more
   */
  constructor(launch, app, changed) {
    this.#launch = launch;
    this.#app = app;
    this.#senders = [window, ...Array.from({ length: launch.about ? spares : 0 }, spare)];
    window.addEventListener("message", ({ origin, source, data }) => {
      if (origin !== launch.app || source !== app || typeof data?.type !== "string") return;
      if (data.type === "cornerman.taken") this.#waiting.delete(data.number);
      if (data.type === "cornerman.saved") this.#isSaved = data.saved !== "no";
      changed();
    });
  }

  /** Whether everything that was said is kept somewhere that lasts. */
  get isSafe() {
    return this.#waiting.size === 0 && this.#isSaved;
  }

  hand(events, isEnd) {
    if (events.length === 0 && !isEnd) return;
    // The app may be gone before it hears.
    if (this.#isLeaving) this.#last(events);
    this.#number += 1;
    this.#waiting.set(this.#number, { events, isEnd });
    // The secret shows that it is said from here when the window is gone by the time that it arrives.
    const message = { type: "cornerman.events", number: this.#number, events, isEnd, launch: this.#launch.secret };
    this.#app.postMessage(message, this.#launch.app);
  }

  /** The window closes: from now on everything goes to the server as well. Both ways may arrive, as every event has an id. */
  leave() {
    this.#isLeaving = true;
    this.#last([...this.#waiting.values()].flatMap((one) => one.events));
  }

  /** The window was shown again as it was. */
  stay() {
    this.#isLeaving = false;
  }

  /** Sends all that goes: together where there is room, else in parts, the small ones first. */
  #last(events) {
    if (events.length === 0 || this.#send(events)) return;
    if (events.length > 1) {
      const sorted = [...events].sort((one, other) => length(one) - length(other));
      const middle = Math.floor(sorted.length / 2);
      this.#last(sorted.slice(0, middle));
      this.#last(sorted.slice(middle));
      return;
    }
    const [{ state, ...data }] = events.map((event) => event.data);
    // A state that nothing has room for stays as it was; where content is goes all the same. An event with less in it is another one.
    if (state !== undefined) this.#send([{ ...events[0], id: crypto.randomUUID(), data }]);
  }

  #send(events) {
    const text = JSON.stringify({ events });
    const address = new URL(this.#launch.last, window.location.href).href;
    return this.#senders.some((sender) => sender.navigator.sendBeacon(address, text));
  }
}

function length(event) {
  return JSON.stringify(event).length;
}

/** An empty window of this origin. */
function spare() {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  document.body.append(frame);
  return frame.contentWindow;
}
