// The windows in which content is: the player's frame, the frames within it, and the windows that these open. A page of another host
// keeps to itself, and a window that was opened by a link alone is not known.
const deepest = 5;

export class Windows {
  #frame;
  #opened = new Set();
  #watched = new WeakSet();

  /** @param {HTMLIFrameElement} frame the one in which content begins */
  constructor(frame) {
    this.#frame = frame;
    frame.addEventListener("load", () => this.documents());
  }

  /** The documents that content has open now. */
  documents() {
    return [this.#frame.contentWindow, ...this.opened()].flatMap((window) => this.#within(window));
  }

  /** Windows of their own that content opened, and that are open still. */
  opened() {
    for (const window of this.#opened) if (window.closed) this.#opened.delete(window);
    return [...this.#opened];
  }

  #within(window, depth = 0) {
    if (!window || depth > deepest) return [];
    try {
      this.#watch(window);
      const frames = Array.from({ length: window.frames.length }, (_, place) => window.frames[place]);
      return [window.document, ...frames.flatMap((inner) => this.#within(inner, depth + 1))];
    } catch {
      // A page of another host.
      return [];
    }
  }

  /** Notes what a window opens from now on, and frames that come into it. */
  #watch(window) {
    const { document, open } = window;
    if (this.#watched.has(document)) return;
    this.#watched.add(document);
    window.open = (...given) => {
      const made = open.apply(window, given);
      if (made) this.#opened.add(made);
      return made;
    };
    // A frame's load does not bubble.
    document.addEventListener("load", ({ target }) => this.#within(target.contentWindow), true);
  }
}
