// The data model of SCORM 1.2 (The SCORM Run-Time Environment, section 3.4): what each element takes and gives.
import { number } from "./dataModel.js";

/** Characters of `cmi.suspend_data`, `cmi.comments` and `cmi.launch_data`. */
export const longText = 4096;
/** Most rows of objectives and of interactions; far more than content has. */
export const mostRows = { objectives: 250, interactions: 10000 };

const word = (...words) => (text) => words.includes(text);
const upTo = (length) => (text) => text.length <= length;
const text255 = upTo(255);
const identifier = (text) => text.length > 0 && text.length <= 255 && !/\s/.test(text);
const decimal = (text) => number(text) !== null;
const score = (text) => text === "" || (number(text) >= 0 && number(text) <= 100 && decimal(text));
const whole = (least, most) => (text) => /^[+-]?\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
const clock = (text) => /^([01]?\d|2[0-3]):[0-5]?\d:[0-5]?\d([.,]\d+)?$/.test(text);
const span = (text) => seconds(text) !== null;
const result = (text) => word("correct", "wrong", "unanticipated", "neutral")(text) || decimal(text);
const reached = ["passed", "completed", "failed", "incomplete", "browsed"];

/** Seconds of a CMITimespan, `HHHH:MM:SS.SS`, also of one with more digits than that; null for what is none. */
export function seconds(text) {
  const parts = /^(\d{1,6}):(\d{2}):(\d{2}(?:[.,]\d*)?)$/.exec(text);
  const [minutes, rest] = parts ? [Number(parts[2]), Number(parts[3].replace(",", "."))] : [];
  return parts && minutes < 60 && rest < 60 ? Number(parts[1]) * 3600 + minutes * 60 + rest : null;
}

/** Seconds as a CMITimespan. */
export function timespan(total) {
  const hundredths = Math.min(Math.round(total * 100), 9999 * 360000 + 359999);
  const pad = (number) => String(number).padStart(2, "0");
  const hours = String(Math.floor(hundredths / 360000)).padStart(4, "0");
  const rest = hundredths % 360000;
  return `${hours}:${pad(Math.floor(rest / 6000))}:${pad(Math.floor((rest % 6000) / 100))}.${pad(rest % 100)}`;
}

// `check` says what may be set, without it the element is read only; `hidden` ones cannot be read back. Places in a row are
// written as `n`. Tables have no prototype, as content may ask for any name.
export const elements = {
  __proto__: null,
  "cmi.core.student_id": {},
  "cmi.core.student_name": {},
  "cmi.core.lesson_location": { check: text255 },
  "cmi.core.credit": {},
  "cmi.core.lesson_status": { check: word(...reached) },
  "cmi.core.entry": {},
  "cmi.core.score.raw": { check: score },
  "cmi.core.score.min": { check: score },
  "cmi.core.score.max": { check: score },
  "cmi.core.total_time": {},
  "cmi.core.lesson_mode": {},
  "cmi.core.exit": { check: word("time-out", "suspend", "logout", ""), hidden: true },
  "cmi.core.session_time": { check: span, hidden: true },
  "cmi.suspend_data": { check: upTo(longText) },
  "cmi.launch_data": {},
  "cmi.comments": { check: upTo(longText) },
  "cmi.comments_from_lms": {},
  "cmi.student_data.mastery_score": {},
  "cmi.student_data.max_time_allowed": {},
  "cmi.student_data.time_limit_action": {},
  "cmi.student_preference.audio": { check: whole(-1, 100) },
  "cmi.student_preference.language": { check: text255 },
  "cmi.student_preference.speed": { check: whole(-100, 100) },
  "cmi.student_preference.text": { check: whole(-1, 1) },
  "cmi.objectives.n.id": { check: identifier },
  "cmi.objectives.n.score.raw": { check: score },
  "cmi.objectives.n.score.min": { check: score },
  "cmi.objectives.n.score.max": { check: score },
  "cmi.objectives.n.status": { check: word(...reached, "not attempted") },
  "cmi.interactions.n.id": { check: identifier, hidden: true },
  "cmi.interactions.n.objectives.n.id": { check: identifier, hidden: true },
  "cmi.interactions.n.time": { check: clock, hidden: true },
  "cmi.interactions.n.type": {
    check: word("true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"),
    hidden: true,
  },
  "cmi.interactions.n.correct_responses.n.pattern": { check: text255, hidden: true },
  "cmi.interactions.n.weighting": { check: decimal, hidden: true },
  "cmi.interactions.n.student_response": { check: text255, hidden: true },
  "cmi.interactions.n.result": { check: result, hidden: true },
  "cmi.interactions.n.latency": { check: span, hidden: true },
};

export const children = {
  __proto__: null,
  "cmi": "core,suspend_data,launch_data,comments,comments_from_lms,objectives,student_data,student_preference,interactions",
  "cmi.core":
    "student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time",
  "cmi.core.score": "raw,min,max",
  "cmi.objectives": "id,score,status",
  "cmi.objectives.n.score": "raw,min,max",
  "cmi.student_data": "mastery_score,max_time_allowed,time_limit_action",
  "cmi.student_preference": "audio,language,speed,text",
  "cmi.interactions": "id,objectives,time,type,correct_responses,weighting,student_response,result,latency",
};

export const lists = [
  "cmi.objectives",
  "cmi.interactions",
  "cmi.interactions.n.objectives",
  "cmi.interactions.n.correct_responses",
];

export const errors = {
  __proto__: null,
  0: "No error",
  101: "General exception",
  201: "Invalid argument error",
  202: "Element cannot have children",
  203: "Element not an array - cannot have count",
  301: "Not initialized",
  401: "Not implemented error",
  402: "Invalid set value, element is a keyword",
  403: "Element is read only",
  404: "Element is write only",
  405: "Incorrect data type",
};
