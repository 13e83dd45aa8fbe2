// What values of SCORM 2004 are made of (SCORM 2004 4th Edition, Run-Time Environment, section 4.1.1). A check gives 0, or the error:
// 406 for what is of another kind, 407 for what lies out of its range.
import { number } from "./dataModel.js";

const [fits, mismatch, outOfRange] = [0, 406, 407];

/** One of several words. */
export const word = (...words) => (text) => (words.includes(text) ? fits : mismatch);

/** Any text of so many characters. */
export const upTo = (length) => (text) => (text.length <= length ? fits : mismatch);

/** A number, within its bounds. */
export const real =
  (least = -Infinity, most = Infinity) =>
  (text) => {
    const value = number(text);
    if (value === null) return mismatch;
    return value >= least && value <= most ? fits : outOfRange;
  };

/** A text in some language: `{lang=de}Gut.` */
export const localized = (length) => (text) => {
  const tag = /^\{lang=([^}]*)\}/.exec(text);
  if (tag && !language(tag[1]) && tag[1] !== "") return mismatch;
  return text.length - (tag?.[0].length ?? 0) <= length ? fits : mismatch;
};

const language = (text) => /^([A-Za-z]{2,3}|[ix])(-[A-Za-z0-9]{1,8})*$/.test(text);

/** A language's tag, or nothing. */
export const tag = (text) => (text === "" || (text.length <= 250 && language(text)) ? fits : mismatch);

/** A name that is unique where it stands: an address or a `urn:` in the standard, and any word in what exporters write. */
export const longIdentifier = (text) => {
  if (text.trim() === "" || text.length > 4000) return mismatch;
  return /^urn:/i.test(text) && !/^urn:[a-z0-9][a-z0-9-]{0,31}:\S+$/i.test(text) ? mismatch : fits;
};

/** Seconds of a duration of ISO 8601, as `P1DT2H3M4.5S`; null for what is none. A month has 30.4375 days. */
export function duration(text) {
  const found = /^P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/.exec(text);
  if (!found) return null;
  const [years, months, days, hours, minutes, seconds] = found.slice(1).map((part) => Number((part ?? "0").replace(",", ".")));
  return ((years * 12 + months) * 30.4375 + days) * 86400 + hours * 3600 + minutes * 60 + seconds;
}

/** Seconds as a duration of ISO 8601. */
export function inISO(total) {
  const hundredths = Math.round(total * 100);
  const hours = Math.floor(hundredths / 360000);
  const minutes = Math.floor((hundredths % 360000) / 6000);
  return `PT${hours}H${minutes}M${(hundredths % 6000) / 100}S`;
}

export const timeInterval = (text) => (duration(text) === null ? mismatch : fits);

/** A moment, a day, a month or a year (ISO 8601), from 1970 to 2038. */
export const moment = (text) => {
  const found =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/.exec(text);
  if (!found) return mismatch;
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => (part === undefined ? null : Number(part)));
  const within = (value, least, most) => value === null || (value >= least && value <= most);
  const last = month ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 31;
  const isOne =
    within(month, 1, 12) && within(day, 1, last) && within(hour, 0, 23) && within(minute, 0, 59) && within(second, 0, 59);
  return isOne && within(year, 1970, 2038) ? fits : mismatch;
};

// MARK: Answers to questions (4.2.9)

const types = [
  "true-false",
  "choice",
  "fill-in",
  "long-fill-in",
  "matching",
  "performance",
  "sequencing",
  "likert",
  "numeric",
  "other",
];
export const interactionType = word(...types);

/** Types of which one pattern alone is right. */
export const ofOnePattern = ["true-false", "likert", "numeric", "other"];

/** Characters of an answer; far above what the standard asks for, so that no exporter's answer is cut. */
const room = 24000;
const pairs = (text) => text === "" || text.split("[,]").every((pair) => pair.includes("[.]"));
const bare = (text) => text.replace(/^(\{(case_matters|order_matters)=(true|false)\})*/, "");

/** Whether an answer is one of its type. */
export function response(type, text) {
  if (text.length > room) return mismatch;
  if (type === "true-false") return word("true", "false")(text);
  if (type === "numeric") return real()(text);
  if (type === "matching") return pairs(text) ? fits : mismatch;
  if (type === "likert") return text.trim() === text && text.length <= 250 ? fits : mismatch;
  return fits;
}

/** Whether a pattern is one of its type. */
export function pattern(type, text) {
  if (text.length > room) return mismatch;
  if (type === "numeric") {
    const ends = text.split("[:]");
    return ends.length <= 2 && ends.every((end) => end === "" || number(end) !== null) ? fits : mismatch;
  }
  return response(type, bare(text));
}
