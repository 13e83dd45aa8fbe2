// What content of SCORM keeps: named values, and rows of them (objectives, interactions, comments). It knows no standard: what may
// be set and read, and which error it is when not, is said by the run-times.

/** A name's shape and places: `cmi.objectives.3.id` → `cmi.objectives.n.id`, [3]. */
export function parse(name) {
  const places = [];
  const shape = name
    .split(".")
    .map((part) => {
      if (!/^\d+$/.test(part)) return part;
      places.push(Number(part));
      return "n";
    })
    .join(".");
  return { shape, places };
}

/** A number as content writes it, also with the comma of its maker's language; null for what is none. */
export function number(text) {
  const plain = String(text ?? "").replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

/**
 * Seconds of a session, as far as they can be true: content that tells of more than a day has counted from some other moment than its
 * beginning, and took no longer than its window was open.
 */
export function believed(seconds, open = Infinity) {
  return seconds > 86400 ? Math.min(seconds, Math.ceil(open)) : seconds;
}

const ofInteraction = "cmi.interactions.";

export class DataModel {
  #values;
  #counts;
  #mostRows;
  /** Interactions by their place, each with all that is known of it; and the places of those that were not taken since. */
  #rows = new Map();
  #fresh = new Set();

  /**
   * @param {Record<string, number>} mostRows most rows of a list, by its name without `cmi.`
   * @param {object} fixed values that the launch says
   * @param {object|null} kept what {@link DataModel#kept} gave in an earlier session
   */
  constructor(mostRows, fixed, kept) {
    this.#mostRows = mostRows;
    this.#values = new Map(Object.entries({ ...fixed, ...kept?.values }));
    this.#counts = new Map(Object.entries(kept?.counts ?? {}));
    for (const row of kept?.rows ?? []) this.#rows.set(row.n, row);
  }

  /** A value; undefined where none was set. */
  value(name) {
    if (!name.startsWith(ofInteraction)) return this.#values.get(name);
    const [, , place, ...field] = name.split(".");
    return this.#rows.get(Number(place))?.[field.join(".")];
  }

  set(name, value) {
    if (!name.startsWith(ofInteraction)) {
      this.#values.set(name, value);
      return;
    }
    const [, , text, ...field] = name.split(".");
    const place = Number(text);
    const row = this.#rows.get(place) ?? { n: place };
    row[field.join(".")] = value;
    this.#rows.set(place, row);
    // The one that was spoken of last comes last.
    this.#fresh.delete(place);
    this.#fresh.add(place);
  }

  /** Rows of a list. */
  count(list) {
    return this.#counts.get(list) ?? 0;
  }

  /** A list's values of one field, but for the row at `place`. */
  others(list, field, place) {
    const found = [];
    for (let row = 0; row < this.count(list); row += 1) {
      if (row !== place) found.push(this.value(`${list}.${row}.${field}`));
    }
    return found;
  }

  /**
   * Goes to the place that a name means. One that is set may mean the place after the last, and makes it.
   * @returns {{why: string, isFull?: boolean}|null} why there is no such place; null when there is
   */
  reach(name, grows) {
    let list = "";
    const made = [];
    for (const part of name.split(".")) {
      if (/^\d+$/.test(part)) {
        const count = this.count(list);
        const place = Number(part);
        const most = this.#mostRows[list.slice("cmi.".length)] ?? 250;
        if (place > count || (place === count && !grows))
          return { why: `${list} has ${count} rows: the next is number ${count}.` };
        if (place === count && count >= most)
          return { why: `${list} has ${most} rows, and there is no room for more.`, isFull: true };
        if (place === count) made.push(list);
      }
      list = list ? `${list}.${part}` : part;
    }
    for (const grown of made) this.#counts.set(grown, this.count(grown) + 1);
    return null;
  }

  /**
   * What a later session begins with.
   * @param {(shape: string, name: string) => boolean} lasts whether a value is content's to go on with
   * @param {number} room characters for the rows of interactions; without enough of it they are counted only
   */
  kept(lasts, room = 0) {
    const values = {};
    for (const [name, value] of this.#values) if (lasts(parse(name).shape, name)) values[name] = value;
    const rows = [...this.#rows.values()];
    const fit = room > 0 && JSON.stringify(rows).length <= room;
    const counts = {};
    for (const [name, count] of this.#counts) if (fit || !name.startsWith(ofInteraction)) counts[name] = count;
    return { values, counts, ...(fit && rows.length > 0 && { rows }) };
  }

  /** Whether something was said of interactions that are not taken yet. */
  get hasFresh() {
    return this.#fresh.size > 0;
  }

  /** Interactions of which something was said since they were last taken; the last one, of which more may be said, only with the whole. */
  take(isWhole) {
    const places = [...this.#fresh];
    if (!isWhole) places.pop();
    for (const place of places) this.#fresh.delete(place);
    return places.map((place) => this.#rows.get(place));
  }
}
