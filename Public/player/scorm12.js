// The run-time of SCORM 1.2 as content sees it: eight calls, the whole data model, and its error codes
// (SCORM 1.2, The SCORM Run-Time Environment, sections 3.3 and 3.4). It knows no page and no server: what content says is
// kept here, and who made it is told when there is something to keep.
import { DataModel, believed, number, parse } from "./dataModel.js";
import { LastCall, isEmpty } from "./lastCall.js";
import { meant } from "./scorm12Drift.js";
import { children, elements, errors, lists, longText, mostRows, seconds, timespan } from "./scorm12Model.js";

/** Values by which content finds its way back; that they did not fit is told. */
const ofPlace = { "cmi.suspend_data": longText, "cmi.core.lesson_location": 255 };

/**
 * What content finds as `window.API`.
 *
 * @param {object} launch who learns and what the package says: `studentID`, `studentName`, `launchData`, `masteryScore`,
 *   `maxTimeAllowed`, `timeLimitAction`
 * @param {object|null} kept what {@link Scorm12#state} gave at the end of an earlier session
 * @param {{keep: (isEnd: boolean) => void, changed: () => void, open?: () => number}} told called when content commits or finishes, and when it
 *   said something that is not committed yet
 */
export class Scorm12 {
  static standard = "scorm-1.2";
  static apiName = "API";
  static beginCall = "LMSInitialize";

  #isOpen = false;
  #isOver = false;
  #last = new LastCall(errors);
  #model;
  #told;
  /** Seconds of the sessions before this one. */
  #before = 0;
  #session = 0;
  #saysStatus = false;
  #masteryScore = null;
  /** Values of the place that were too long: how long, by name. */
  #lost = new Map();

  constructor(launch, kept, told) {
    this.#told = told;
    const isNew = !kept;
    this.#before = kept?.total ?? 0;
    const fixed = {
      "cmi.core.student_id": launch.studentID ?? "",
      "cmi.core.student_name": launch.studentName ?? "",
      "cmi.core.credit": "credit",
      "cmi.core.lesson_mode": "normal",
      // Whoever was cut off goes on as well.
      "cmi.core.entry": isNew ? "ab-initio" : kept.exit === "suspend" || kept.exit === null ? "resume" : "",
      "cmi.core.total_time": timespan(this.#before),
      "cmi.launch_data": launch.launchData ?? "",
      "cmi.comments_from_lms": "",
      "cmi.student_data.mastery_score": launch.masteryScore == null ? "" : String(launch.masteryScore),
      "cmi.student_data.max_time_allowed": launch.maxTimeAllowed ?? "",
      "cmi.student_data.time_limit_action": launch.timeLimitAction ?? "",
      "cmi.core.lesson_status": "not attempted",
      "cmi.core.exit": null,
    };
    this.#model = new DataModel(mostRows, fixed, kept);
    this.#saysStatus = this.status !== "not attempted";
    this.#masteryScore = launch.masteryScore ?? null;
  }

  /** The object that content looks for. Its calls take and give text, whatever content hands them. */
  get api() {
    return {
      LMSInitialize: (text) => this.#initialize(text),
      LMSFinish: (text) => this.#finish(text),
      LMSGetValue: (name) => this.#get(String(name ?? "")),
      LMSSetValue: (name, value) => this.#set(String(name ?? ""), value == null ? "" : String(value)),
      LMSCommit: (text) => this.#commit(text),
      LMSGetLastError: () => this.#last.error,
      LMSGetErrorString: (code) => this.#last.meaning(code),
      LMSGetDiagnostic: (code) => this.#last.diagnostic(code),
    };
  }

  /** Whether content has begun and not finished. */
  get isRunning() {
    return this.#isOpen && !this.#isOver;
  }

  get isOver() {
    return this.#isOver;
  }

  /** What a later session goes on from; interactions are told once and not kept here. */
  get state() {
    const lasts = (shape, name) =>
      Boolean(elements[shape]?.check) && name !== "cmi.core.exit" && name !== "cmi.core.session_time";
    return {
      standard: Scorm12.standard,
      ...this.#model.kept(lasts),
      exit: this.#model.value("cmi.core.exit"),
      total: this.#before + this.#session,
    };
  }

  /** The same where there is little room: it holds no more than it must. */
  get leanState() {
    return this.state;
  }

  get status() {
    return this.#model.value("cmi.core.lesson_status");
  }

  /** Whether content has come to its end, as far as it says. */
  get isCompleted() {
    return ["completed", "passed"].includes(this.status) && this.isSuccess !== false;
  }

  /** Whether it was passed; null while that is not said. Below the mastery score nothing passes (3.4.4, cmi.core.lesson_status). */
  get isSuccess() {
    if (this.status === "failed") return false;
    if (this.status !== "passed") return null;
    const raw = this.#score("raw");
    return this.#masteryScore === null || raw === null || raw >= this.#masteryScore;
  }

  get location() {
    return this.#model.value("cmi.core.lesson_location") ?? "";
  }

  /** Seconds that content says it took, in this session. */
  get sessionSeconds() {
    return this.#session;
  }

  /** The score from 0 to 1; null while there is none. */
  get score() {
    const raw = this.#score("raw");
    if (raw === null) return null;
    const [least, most] = [this.#score("min") ?? 0, this.#score("max") ?? 100];
    const share = most > least ? (raw - least) / (most - least) : raw / 100;
    return Math.min(1, Math.max(0, share));
  }

  /** The least score that passes, from 0 to 1; null when content alone decides. */
  get leastScore() {
    return this.#masteryScore === null ? null : this.#masteryScore / 100;
  }

  /** What content wrote of its place and there is no room for, in words; null when everything is kept. */
  get lost() {
    const [found] = this.#lost;
    return found ? `it wrote ${found[1].toLocaleString("en")} characters, and SCORM 1.2 has room for ${ofPlace[found[0]]}` : null;
  }

  /** The rows of interactions of which something was said since they were last taken, each with all that was said in this session. */
  takeInteractions(isWhole) {
    return this.#model.take(isWhole || !this.isRunning);
  }

  get hasInteractions() {
    return this.#model.hasFresh;
  }

  // MARK: Calls

  #initialize(text) {
    if (!isEmpty(text)) return this.#last.answer(201, "LMSInitialize takes an empty text.");
    if (this.#isOver) return this.#last.answer(101, "It is over: content begins once.");
    if (this.#isOpen) return this.#last.answer(101, "It has begun already.");
    this.#isOpen = true;
    return this.#last.answer(0);
  }

  #finish(text) {
    if (!isEmpty(text)) return this.#last.answer(201, "LMSFinish takes an empty text.");
    if (!this.isRunning) return this.#last.answer(301, "LMSInitialize comes first, and LMSFinish once.");
    if (this.#model.value("cmi.core.exit") === null) this.#model.set("cmi.core.exit", "");
    this.#judge();
    this.#isOver = true;
    this.#told.keep(true);
    return this.#last.answer(0);
  }

  /** What the run-time finds where content leaves it to us (3.4.4, cmi.core.lesson_status). */
  #judge() {
    const raw = this.#score("raw");
    // Who stops on the way with some points has not failed.
    const isOnTheWay = this.status === "incomplete" && this.#model.value("cmi.core.exit") === "suspend";
    if (this.#masteryScore !== null && raw !== null) {
      if (!isOnTheWay) this.#model.set("cmi.core.lesson_status", raw >= this.#masteryScore ? "passed" : "failed");
    } else if (!this.#saysStatus) {
      this.#model.set("cmi.core.lesson_status", "completed");
    }
  }

  #commit(text) {
    if (!isEmpty(text)) return this.#last.answer(201, "LMSCommit takes an empty text.");
    if (!this.isRunning) return this.#last.answer(301, "LMSInitialize comes first.");
    this.#told.keep(false);
    return this.#last.answer(0);
  }

  #get(name) {
    const no = (code, why) => this.#last.answer(code, why, "");
    if (!this.isRunning) return no(301, "LMSInitialize comes first.");
    if (name === "") return no(201, "Which element?");
    if (name === "cmi._version") return this.#last.answer(0, "", "3.4");
    const { shape, places } = parse(name);
    const there = () => places.length === 0 || this.#reaches(name, false);
    if (shape.endsWith("._children")) {
      const parent = shape.slice(0, -"._children".length);
      if (!children[parent]) return isKnown(parent) ? no(202, `${name}: there is nothing below it.`) : this.#unknown(name);
      return there() ? this.#last.answer(0, "", children[parent]) : "";
    }
    if (shape.endsWith("._count")) {
      const parent = shape.slice(0, -"._count".length);
      if (!lists.includes(parent)) return isKnown(parent) ? no(203, `${name}: it is no list.`) : this.#unknown(name);
      return there() ? this.#last.answer(0, "", String(this.#model.count(name.slice(0, -"._count".length)))) : "";
    }
    const element = elements[shape];
    if (!element) return this.#unknown(name);
    if (element.hidden) return no(404, `${name} can be set and not read.`);
    return there() ? this.#last.answer(0, "", this.#model.value(name) ?? "") : "";
  }

  #set(name, value) {
    const no = (code, why) => this.#last.answer(code, why);
    if (!this.isRunning) return no(301, "LMSInitialize comes first.");
    if (name === "") return no(201, "Which element?");
    if (/\.(_children|_count|_version)$/.test(name)) return no(402, `${name} is a keyword.`);
    const { shape, places } = parse(name);
    const element = elements[shape];
    if (!element) {
      this.#unknown(name);
      return "false";
    }
    if (!element.check) return no(403, `${name} can be read and not set.`);
    if (name in ofPlace) this.#lost.delete(name);
    if (!element.check(value)) {
      if (name in ofPlace) {
        this.#lost.set(name, value.length);
        this.#told.changed();
      }
      this.#keepMeant(name, meant(shape, value));
      const shown = value.length > 80 ? `${value.slice(0, 80)}… (${value.length} characters)` : value;
      return no(405, `${name} does not take "${shown}".`);
    }
    if (places.length > 0 && !this.#reaches(name, true)) return "false";
    this.#take(name, value);
    this.#told.changed();
    return this.#last.answer(0);
  }

  /** What was meant of a question is kept for the report, although content is told that it does not fit. */
  #keepMeant(name, value) {
    if (value === null || this.#model.reach(name, true)) return;
    this.#model.set(name, value);
    this.#told.changed();
  }

  #take(name, value) {
    if (name === "cmi.core.session_time") this.#session = believed(seconds(value), this.#told.open?.());
    if (name === "cmi.core.lesson_status") this.#saysStatus = true;
    // What the learner says comes together, as much of it as there is room for.
    const whole = name === "cmi.comments" ? `${this.#model.value(name) ?? ""}${value}`.slice(-longText) : value;
    this.#model.set(name, whole);
  }

  /** Whether every place of a name is there; the error is set where one is not. */
  #reaches(name, grows) {
    const missing = this.#model.reach(name, grows);
    if (missing) this.#last.answer(missing.isFull ? 101 : 201, missing.why, "");
    return !missing;
  }

  #unknown(name) {
    return this.#last.answer(401, `There is no ${name} in SCORM 1.2.`, "");
  }

  #score(name) {
    return number(this.#model.value(`cmi.core.score.${name}`));
  }
}

function isKnown(shape) {
  return Boolean(elements[shape] || children[shape] || lists.includes(shape));
}
