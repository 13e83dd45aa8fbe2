// How a player without an origin talks with the app: it says something, or asks and gets a reply.
import { Problem } from "/app/problem.js";

export class Asking {
  #launch;
  #number = 0;
  #open = new Map();

  /** @param {{app: string, secret: string}} launch */
  constructor(launch) {
    this.#launch = launch;
    window.addEventListener("message", ({ origin, source, data }) => {
      if (origin !== launch.app || source !== window.parent || data?.type !== "cornerman.reply") return;
      const asked = this.#open.get(data.number);
      this.#open.delete(data.number);
      if (data.problem) asked?.reject(new Problem(data.problem));
      else asked?.resolve(data.reply);
    });
  }

  say(what, said) {
    const message = { type: `cornerman.${what}`, ...said, launch: this.#launch.secret };
    window.parent.postMessage(message, this.#launch.app);
  }

  /** Asks for one of the things that the app does for a quiz; see parts/quizDesk.js. */
  ask(what, given = {}) {
    this.#number += 1;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      this.#open.set(number, { resolve, reject });
      this.say("ask", { number, what, given });
    });
  }
}
