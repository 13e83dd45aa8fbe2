// Makes events of what a run-time holds: where content is, how long it took, what was answered, and how it ended. Each of them tells
// one thing: a place is overtaken by the next one, and whatever is left out of it takes no time and no answer along.

/** Characters of interactions in one event; longer ones are told in several. */
const room = 50000;
/** Characters of the state that is kept between sessions; the server takes no more. */
const roomForState = 300000;
/** The same of a page that goes: a browser sends no more than 64 KiB at once. */
const atTheEnd = { room: 12000, bytesForState: 64000 };
/** Seconds after which time is told while content goes on and on; else when it rests. */
const untold = 60;

/** Tells of one session, again and again, what is new since it was last asked. */
export class Report {
  #runtime;
  #event;
  #told;
  #isTooLong = false;

  /**
   * @param {object} runtime Scorm12 or Scorm2004
   * @param {(verb: string, data: object) => object} event makes an event
   */
  constructor(runtime, event) {
    this.#runtime = runtime;
    this.#event = event;
    this.#told = { ...this.#end(), seconds: 0, place: "" };
  }

  /** What of the place is not kept, in words; null when all is. */
  get lost() {
    return this.#isTooLong ? "all that it wrote together is more than there is room for" : this.#runtime.lost;
  }

  /** Whether something waits that is told when content rests: an interaction of which more may be said, time that goes on. */
  get isWaiting() {
    return this.#runtime.hasInteractions || this.#spent > 0;
  }

  /**
   * The events that say how it stands now.
   * @param {boolean} isWhole also the interaction of which more may be said, and the last seconds
   * @param {boolean} isLast whether the page goes, which has room for less
   */
  take(isWhole, isLast = false) {
    const spent = this.#spent;
    const events = [];
    if (spent >= (isWhole ? 1 : untold)) {
      events.push(this.#event("suspended", { seconds: spent }));
      this.#told.seconds += spent;
    }
    for (const interactions of parts(this.#runtime.takeInteractions(isWhole), isLast ? atTheEnd.room : room))
      events.push(this.#event("suspended", { interactions }));
    const place = this.#place(isLast);
    const text = JSON.stringify(place);
    if (text !== this.#told.place) events.push(this.#event("suspended", place));
    events.push(...this.#ends());
    Object.assign(this.#told, this.#end(), { place: text });
    return events;
  }

  /** Seconds that were not told yet. */
  get #spent() {
    return Math.max(0, Math.round(this.#runtime.sessionSeconds) - this.#told.seconds);
  }

  #place(isLast) {
    const { score } = this.#runtime;
    const whole = JSON.stringify(this.#runtime.state);
    const isShort = (text) => !isLast || new Blob([JSON.stringify(text)]).size <= atTheEnd.bytesForState;
    const fit = [whole, JSON.stringify(this.#runtime.leanState)].filter((text) => text.length <= roomForState);
    const state = fit.find(isShort) ?? fit[0];
    this.#isTooLong = state === undefined;
    return { location: storable(this.#runtime.location), state, ...(score !== null && { score }) };
  }

  #end() {
    const { isCompleted, isSuccess, score } = this.#runtime;
    return { isCompleted, isSuccess, score };
  }

  #ends() {
    const { isCompleted, isSuccess, score } = this.#end();
    const events = [];
    if (isCompleted && !this.#told.isCompleted) events.push(this.#event("completed", {}));
    // What a score comes to counts once content has said how it ended.
    const isNew = isSuccess !== this.#told.isSuccess || score !== this.#told.score;
    if (isSuccess !== null && isNew)
      events.push(this.#event(isSuccess ? "passed" : "failed", this.#counts(score, isSuccess) ? { score } : {}));
    return events;
  }

  /** A score of another scale than that of the mastery score would contradict what was passed by it. */
  #counts(score, isSuccess) {
    return score !== null && !(isSuccess && score < (this.#runtime.leastScore ?? 0));
  }
}

/** A text without what nothing can store: NUL, and halves of characters. */
function storable(text) {
  return text.replace(/\0|\p{Surrogate}/gu, "\uFFFD");
}

/** Rows as JSON, in pieces that fit an event. */
function parts(rows, room) {
  const pieces = [];
  let piece = [];
  let length = 2;
  for (const row of rows) {
    const text = fitting(row, room);
    if (piece.length > 0 && length + text.length > room) {
      pieces.push(`[${piece.join(",")}]`);
      piece = [];
      length = 2;
    }
    piece.push(text);
    length += text.length + 1;
  }
  if (piece.length > 0) pieces.push(`[${piece.join(",")}]`);
  return pieces;
}

/** One row as JSON; of one that is too long for any event its texts are cut. */
function fitting(row, room) {
  let text = JSON.stringify(row);
  for (let most = 8000; text.length > room && most >= 50; most /= 2) {
    const cut = Object.entries(row).map(([name, value]) => [name, typeof value === "string" ? value.slice(0, most) : value]);
    text = JSON.stringify(Object.fromEntries(cut));
  }
  if (text.length <= room) return text;
  const { n, id, type, result } = row;
  return JSON.stringify({ n, id: id?.slice(0, 250), type, result });
}
