// The data model of SCORM 2004 (4th Edition, Run-Time Environment, section 4.2; and adl.nav, section 4.3): what each element takes.
import {
  interactionType,
  localized,
  longIdentifier,
  moment,
  real,
  tag,
  timeInterval,
  upTo,
  word,
} from "./scorm2004Values.js";

/** Characters of `cmi.suspend_data`. */
export const longText = 64000;
/** Characters of `cmi.location`. */
export const placeText = 1000;
/** Most rows of a list; the standard asks for 100 objectives and 250 interactions and comments. */
export const mostRows = { objectives: 250, interactions: 10000, comments_from_learner: 250 };

const completion = word("completed", "incomplete", "not attempted", "unknown");
const success = word("passed", "failed", "unknown");
const verdict = (text) =>
  word("correct", "incorrect", "unanticipated", "neutral")(text) === 0 || real()(text) === 0 ? 0 : 406;
const target = "\\{target=[^}]+\\}";
const navigation = (text) =>
  new RegExp(`^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|${target}(choice|jump))$`).test(text)
    ? 0
    : 406;

const score = {
  scaled: { check: real(-1, 1) },
  raw: { check: real() },
  min: { check: real() },
  max: { check: real() },
};
const under = (name, parts) => Object.fromEntries(Object.entries(parts).map(([part, said]) => [`${name}.${part}`, said]));

// `check` says what may be set, without it the element is read only; `hidden` ones cannot be read back; `needs` must be set before
// in the same row. Places in a row are written as `n`.
export const elements = {
  __proto__: null,
  "cmi.comments_from_learner.n.comment": { check: localized(4000) },
  "cmi.comments_from_learner.n.location": { check: upTo(250) },
  "cmi.comments_from_learner.n.timestamp": { check: moment },
  "cmi.comments_from_lms.n.comment": {},
  "cmi.comments_from_lms.n.location": {},
  "cmi.comments_from_lms.n.timestamp": {},
  "cmi.completion_status": { check: completion },
  "cmi.completion_threshold": {},
  "cmi.credit": {},
  "cmi.entry": {},
  "cmi.exit": { check: word("time-out", "suspend", "logout", "normal", ""), hidden: true },
  "cmi.interactions.n.id": { check: longIdentifier },
  "cmi.interactions.n.type": { check: interactionType, needs: ["id"] },
  "cmi.interactions.n.objectives.n.id": { check: longIdentifier, needs: ["id"] },
  "cmi.interactions.n.timestamp": { check: moment, needs: ["id"] },
  "cmi.interactions.n.correct_responses.n.pattern": { check: () => 0, needs: ["id", "type"] },
  "cmi.interactions.n.weighting": { check: real(), needs: ["id"] },
  "cmi.interactions.n.learner_response": { check: () => 0, needs: ["id", "type"] },
  "cmi.interactions.n.result": { check: verdict, needs: ["id"] },
  "cmi.interactions.n.latency": { check: timeInterval, needs: ["id"] },
  "cmi.interactions.n.description": { check: localized(250), needs: ["id"] },
  "cmi.launch_data": {},
  "cmi.learner_id": {},
  "cmi.learner_name": {},
  "cmi.learner_preference.audio_level": { check: real(0) },
  "cmi.learner_preference.language": { check: tag },
  "cmi.learner_preference.delivery_speed": { check: real(0) },
  "cmi.learner_preference.audio_captioning": { check: word("-1", "0", "1") },
  "cmi.location": { check: upTo(placeText) },
  "cmi.max_time_allowed": {},
  "cmi.mode": {},
  "cmi.objectives.n.id": { check: longIdentifier },
  ...under("cmi.objectives.n.score", Object.fromEntries(Object.entries(score).map(([name, one]) => [name, { ...one, needs: ["id"] }]))),
  "cmi.objectives.n.success_status": { check: success, needs: ["id"], otherwise: "unknown" },
  "cmi.objectives.n.completion_status": { check: completion, needs: ["id"], otherwise: "unknown" },
  "cmi.objectives.n.progress_measure": { check: real(0, 1), needs: ["id"] },
  "cmi.objectives.n.description": { check: localized(250), needs: ["id"] },
  "cmi.progress_measure": { check: real(0, 1) },
  "cmi.scaled_passing_score": {},
  ...under("cmi.score", score),
  "cmi.session_time": { check: timeInterval, hidden: true },
  "cmi.success_status": { check: success },
  "cmi.suspend_data": { check: upTo(longText) },
  "cmi.time_limit_action": {},
  "cmi.total_time": {},
  "adl.nav.request": { check: navigation },
  "adl.nav.request_valid.continue": {},
  "adl.nav.request_valid.previous": {},
  "adl.data.n.id": {},
  "adl.data.n.store": {},
};

/** What content may ask of moves that need sequencing: a move to an item is asked for by its name. */
export const asksForMove = (name) => new RegExp(`^adl\\.nav\\.request_valid\\.(choice|jump)\\.${target}$`).test(name);

export const children = {
  __proto__: null,
  "cmi.comments_from_learner": "comment,location,timestamp",
  "cmi.comments_from_lms": "comment,location,timestamp",
  "cmi.interactions":
    "id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description",
  "cmi.learner_preference": "audio_level,language,delivery_speed,audio_captioning",
  "cmi.objectives": "id,score,success_status,completion_status,progress_measure,description",
  "cmi.objectives.n.score": "scaled,raw,min,max",
  "cmi.score": "scaled,raw,min,max",
  "adl.data": "id,store",
};

export const lists = [
  "cmi.comments_from_learner",
  "cmi.comments_from_lms",
  "cmi.interactions",
  "cmi.interactions.n.objectives",
  "cmi.interactions.n.correct_responses",
  "cmi.objectives",
  "adl.data",
];

export const errors = {
  __proto__: null,
  0: "No Error",
  101: "General Exception",
  102: "General Initialization Failure",
  103: "Already Initialized",
  104: "Content Instance Terminated",
  111: "General Termination Failure",
  112: "Termination Before Initialization",
  113: "Termination After Termination",
  122: "Retrieve Data Before Initialization",
  123: "Retrieve Data After Termination",
  132: "Store Data Before Initialization",
  133: "Store Data After Termination",
  142: "Commit Before Initialization",
  143: "Commit After Termination",
  201: "General Argument Error",
  301: "General Get Failure",
  351: "General Set Failure",
  391: "General Commit Failure",
  401: "Undefined Data Model Element",
  402: "Unimplemented Data Model Element",
  403: "Data Model Element Value Not Initialized",
  404: "Data Model Element Is Read Only",
  405: "Data Model Element Is Write Only",
  406: "Data Model Element Type Mismatch",
  407: "Data Model Element Value Out Of Range",
  408: "Data Model Dependency Not Established",
};
