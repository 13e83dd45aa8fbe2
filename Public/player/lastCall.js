// How the last call of content went: the three calls that ask for it are the same in both run-times, but for their names.

/** Whether the one argument of calls that take none is left out; content that leaves it out means an empty text. */
export function isEmpty(text) {
  return text === "" || text === undefined || text === null;
}

export class LastCall {
  #errors;
  #why = "";

  /** Its code, as text; "0" when it went well. */
  error = "0";

  /** @param {Record<string, string>} errors what each code means; without a prototype, as content may ask for any name */
  constructor(errors) {
    this.#errors = errors;
  }

  /** Notes how a call goes, and answers what it gives: `value`, or what says that it failed. */
  answer(code, why = "", value = "true") {
    this.error = String(code);
    this.#why = why;
    return code === 0 ? value : value === "true" ? "false" : "";
  }

  /** What a code means. */
  meaning(code) {
    return this.#errors[code] ?? "";
  }

  /** What is known of a code beyond its meaning: of the last call's, why it failed. */
  diagnostic(code) {
    return (code === "" || code == null || String(code) === this.error) && this.#why ? this.#why : this.meaning(code);
  }
}
