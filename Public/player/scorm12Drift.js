// What exporters write of questions beside SCORM 1.2, and what is meant by it. The standard's error is given all the same; that a
// question was answered, and how, is on record.
import { timespan } from "./scorm12Model.js";

/** Characters of an answer. */
const longAnswer = 4096;

const types = {
  __proto__: null,
  "multiple-choice": "choice",
  "multiple-response": "choice",
  truefalse: "true-false",
  boolean: "true-false",
  fillin: "fill-in",
  "long-fill-in": "fill-in",
  "short-answer": "fill-in",
  essay: "fill-in",
  match: "matching",
  sequence: "sequencing",
  number: "numeric",
};
const results = { __proto__: null, incorrect: "wrong", false: "wrong", failed: "wrong", right: "correct", true: "correct", passed: "correct" };

const plain = (text) => text.trim().toLowerCase().replace(/[\s_/]+/g, "-");
/** A word that is known, in another case or with blanks, or that stands for one. */
const word = (known, others) => (text) => (known.includes(plain(text)) ? plain(text) : (others[plain(text)] ?? null));
const name = (text) => text.trim().slice(0, 255) || null;
const answer = (text) => text.slice(0, longAnswer);

/** Seconds of `hours:minutes:seconds`, also of more than 59 of them. */
function total(text) {
  const found = /^(\d{1,4}):(\d{1,3}):(\d{1,3}(?:[.,]\d*)?)$/.exec(text);
  return found ? Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3].replace(",", ".")) : null;
}

/** A time of the day, also one of twelve hours. */
function clock(text) {
  const [, time, half] = /^(.*?)\s*([ap])?\.?m?\.?$/i.exec(text.trim());
  const seconds = total(time);
  if (seconds === null) return null;
  const hour = Math.floor(seconds / 3600);
  if (half && (hour < 1 || hour > 12)) return null;
  const whole = half ? seconds - (hour === 12 ? 43200 : 0) + (half.toLowerCase() === "p" ? 43200 : 0) : seconds;
  return whole < 86400 ? timespan(whole).slice(2) : null;
}

function span(text) {
  const seconds = total(text.trim());
  return seconds === null ? null : timespan(seconds);
}

const readers = {
  __proto__: null,
  "cmi.interactions.n.id": name,
  "cmi.interactions.n.objectives.n.id": name,
  "cmi.interactions.n.type": word(
    ["true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"],
    types,
  ),
  "cmi.interactions.n.time": clock,
  "cmi.interactions.n.latency": span,
  "cmi.interactions.n.correct_responses.n.pattern": answer,
  "cmi.interactions.n.student_response": answer,
  "cmi.interactions.n.result": word(["correct", "wrong", "unanticipated", "neutral"], results),
};

/** What a value that an element does not take means there; null where it means nothing. */
export function meant(shape, value) {
  return readers[shape]?.(value) ?? null;
}
