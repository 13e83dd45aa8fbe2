// The run-time of SCORM 2004 as content sees it (4th Edition, Run-Time Environment; the 2nd and 3rd edition ask for nothing more): eight
// calls, the whole data model and its error codes. There is no sequencing: every move that content asks about is answered with no.
import { DataModel, believed, number, parse } from "./dataModel.js";
import { LastCall, isEmpty } from "./lastCall.js";
import { asksForMove, children, elements, errors, lists, longText, mostRows, placeText } from "./scorm2004Model.js";
import { duration, inISO, ofOnePattern, pattern, response } from "./scorm2004Values.js";

/** Values by which content finds its way back; that they did not fit is told. */
const ofPlace = { "cmi.suspend_data": longText, "cmi.location": placeText };
/** Characters of interactions that a later session can read; more are counted there only. */
const roomForRows = 48000;

/**
 * What content finds as `window.API_1484_11`.
 *
 * @param {object} launch who learns and what the package says: `studentID`, `studentName`, `launchData`, `passingMeasure`,
 *   `completionThreshold`, `maxTimeAllowed`, `timeLimitAction`, `setsCompletion`, `objectives`
 * @param {object|null} kept what {@link Scorm2004#state} gave at the end of an earlier session
 * @param {{keep: (isEnd: boolean) => void, changed: () => void, open?: () => number}} told called when content commits or terminates, and when it
 *   said something that is not committed yet
 */
export class Scorm2004 {
  static standard = "scorm-2004";
  static apiName = "API_1484_11";
  static beginCall = "Initialize";

  #phase = "before";
  #last = new LastCall(errors);
  #model;
  #told;
  #launch;
  /** Seconds of the sessions before this one. */
  #before = 0;
  #session = 0;
  #exit = null;
  /** Values of the place that were too long: how long, by name. */
  #lost = new Map();

  constructor(launch, kept, told) {
    this.#told = told;
    this.#launch = launch;
    this.#before = kept?.total ?? 0;
    const isCutOff = kept?.exit === "suspend" || kept?.exit === null;
    const fixed = {
      "cmi.completion_status": "unknown",
      "cmi.success_status": "unknown",
      "cmi.credit": "credit",
      "cmi.mode": "normal",
      // Whoever was cut off goes on as well.
      "cmi.entry": kept ? (isCutOff ? "resume" : "") : "ab-initio",
      "cmi.learner_id": launch.studentID ?? "",
      "cmi.learner_name": launch.studentName ?? "",
      "cmi.learner_preference.audio_level": "1",
      "cmi.learner_preference.language": "",
      "cmi.learner_preference.delivery_speed": "1",
      "cmi.learner_preference.audio_captioning": "0",
      "cmi.time_limit_action": launch.timeLimitAction ?? "continue,no message",
      "cmi.total_time": inISO(this.#before),
      "adl.nav.request": "_none_",
      "adl.nav.request_valid.continue": "false",
      "adl.nav.request_valid.previous": "false",
    };
    const said = {
      "cmi.launch_data": launch.launchData,
      "cmi.max_time_allowed": launch.maxTimeAllowed,
      "cmi.scaled_passing_score": launch.passingMeasure,
      "cmi.completion_threshold": launch.completionThreshold,
    };
    for (const [name, value] of Object.entries(said)) if (value != null && value !== "") fixed[name] = String(value);
    this.#model = new DataModel(mostRows, fixed, kept);
    // Objectives of the manifest are there before content is (4.2.17).
    if (!kept) for (const [place, id] of (launch.objectives ?? []).entries()) this.#seed(`cmi.objectives.${place}.id`, id);
  }

  /** The object that content looks for. Its calls take and give text, whatever content hands them. */
  get api() {
    return {
      Initialize: (text) => this.#initialize(text),
      Terminate: (text) => this.#terminate(text),
      GetValue: (name) => this.#get(String(name ?? "")),
      SetValue: (name, value) => this.#set(String(name ?? ""), value == null ? "" : String(value)),
      Commit: (text) => this.#commit(text),
      GetLastError: () => this.#last.error,
      GetErrorString: (code) => this.#last.meaning(code),
      GetDiagnostic: (code) => this.#last.diagnostic(code).slice(0, 255),
    };
  }

  get isRunning() {
    return this.#phase === "running";
  }

  get isOver() {
    return this.#phase === "over";
  }

  /** What a later session goes on from. */
  get state() {
    return this.#stateWith(roomForRows);
  }

  /** The same without the interactions, where there is little room. */
  get leanState() {
    return this.#stateWith(0);
  }

  #stateWith(room) {
    const lasts = (shape, name) =>
      Boolean(elements[shape]?.check) && !["cmi.exit", "cmi.session_time", "adl.nav.request"].includes(name);
    return {
      standard: Scorm2004.standard,
      ...this.#model.kept(lasts, room),
      exit: this.#exit,
      total: this.#before + this.#session,
    };
  }

  /** What counts as completion: the measure of progress where the package has a threshold for it (4.2.4). */
  get completion() {
    const [threshold, measure] = [this.#number("cmi.completion_threshold"), this.#number("cmi.progress_measure")];
    if (threshold === null || measure === null) return this.#model.value("cmi.completion_status");
    return measure >= threshold ? "completed" : "incomplete";
  }

  /** What counts as success: the scaled score where the package has a passing score (4.2.22). */
  get success() {
    const [passing, scaled] = [this.#number("cmi.scaled_passing_score"), this.#number("cmi.score.scaled")];
    if (passing === null || scaled === null) return this.#model.value("cmi.success_status");
    return scaled >= passing ? "passed" : "failed";
  }

  get isCompleted() {
    return this.completion === "completed";
  }

  /**
   * Whether it was passed; null while that is open. The score judges once content has come to its end: before, and where it was
   * only put aside, what content says counts as long as the score does not speak against it.
   */
  get isSuccess() {
    const isPutAside = this.#exit === "suspend" && this.completion !== "completed";
    const isOpen = !this.isOver || isPutAside;
    if (isOpen && this.#model.value("cmi.success_status") !== this.success) return null;
    return { passed: true, failed: false }[this.success] ?? null;
  }

  get location() {
    return this.#model.value("cmi.location") ?? "";
  }

  /** Seconds that content says it took, in this session. */
  get sessionSeconds() {
    return this.#session;
  }

  /** The score from 0 to 1; null while there is none. */
  get score() {
    const [scaled, raw] = [this.#number("cmi.score.scaled"), this.#number("cmi.score.raw")];
    if (scaled === null && raw === null) return null;
    const [least, most] = [this.#number("cmi.score.min") ?? 0, this.#number("cmi.score.max") ?? 100];
    const share = scaled ?? (most > least ? (raw - least) / (most - least) : raw / 100);
    return Math.min(1, Math.max(0, share));
  }

  /** The least score that passes, from 0 to 1; null when content alone decides. */
  get leastScore() {
    const passing = this.#number("cmi.scaled_passing_score");
    return passing === null ? null : Math.max(0, passing);
  }

  /** What content wrote of its place and there is no room for, in words; null when everything is kept. */
  get lost() {
    const [found] = this.#lost;
    return found ? `it wrote ${found[1].toLocaleString("en")} characters, and there is room for ${ofPlace[found[0]].toLocaleString("en")}` : null;
  }

  takeInteractions(isWhole) {
    return this.#model.take(isWhole || !this.isRunning);
  }

  get hasInteractions() {
    return this.#model.hasFresh;
  }

  // MARK: Calls

  #initialize(text) {
    if (!isEmpty(text)) return this.#last.answer(201, "Initialize takes an empty text.");
    if (this.isRunning) return this.#last.answer(103, "It has begun already.");
    if (this.isOver) return this.#last.answer(104, "It is over: content begins once.");
    this.#phase = "running";
    return this.#last.answer(0);
  }

  /** Whether a call comes in its time; the error is set where not. */
  #isInTime(before, after) {
    if (this.isRunning) return true;
    if (this.isOver) this.#last.answer(after, "Terminate was called.");
    else this.#last.answer(before, "Initialize comes first.");
    return false;
  }

  #terminate(text) {
    if (!isEmpty(text)) return this.#last.answer(201, "Terminate takes an empty text.");
    if (!this.#isInTime(112, 113)) return "false";
    const isSuspending = this.#model.value("adl.nav.request") === "suspendAll";
    this.#exit = isSuspending ? "suspend" : (this.#model.value("cmi.exit") ?? "");
    // Silence completes what does not say that it speaks (Sequencing and Navigation, UP.4), unless it goes on another time.
    if (this.completion === "unknown" && !this.#launch.setsCompletion && this.#exit !== "suspend")
      this.#model.set("cmi.completion_status", "completed");
    this.#phase = "over";
    this.#told.keep(true);
    return this.#last.answer(0);
  }

  #commit(text) {
    if (!isEmpty(text)) return this.#last.answer(201, "Commit takes an empty text.");
    if (!this.#isInTime(142, 143)) return "false";
    this.#told.keep(false);
    return this.#last.answer(0);
  }

  #get(name) {
    const no = (code, why) => this.#last.answer(code, why, "");
    if (!this.#isInTime(122, 123)) return "";
    if (name === "") return no(301, "Which element?");
    if (name === "cmi._version") return this.#last.answer(0, "", "1.0");
    if (asksForMove(name)) return this.#last.answer(0, "", "false");
    const { shape, places } = parse(name);
    const keyword = /^(.*)\.(_children|_count|_version)$/.exec(shape);
    if (keyword) {
      const [, parent, what] = keyword;
      const isThere = what === "_children" ? children[parent] : what === "_count" && lists.includes(parent);
      if (!isThere) return isKnown(parent) ? no(301, `${name}: it has none.`) : this.#unknown(name);
      if (places.length > 0 && !this.#reaches(name, 301, false)) return "";
      if (what === "_children") return this.#last.answer(0, "", children[parent]);
      return this.#last.answer(0, "", String(this.#model.count(name.slice(0, -"._count".length))));
    }
    const element = elements[shape];
    if (!element) return this.#unknown(name);
    if (element.hidden) return no(405, `${name} can be set and not read.`);
    if (places.length > 0 && !this.#reaches(name, 301, false)) return "";
    const value = this.#read(name) ?? element.otherwise;
    return value === undefined ? no(403, `${name} has no value yet.`) : this.#last.answer(0, "", value);
  }

  #read(name) {
    if (name === "cmi.completion_status") return this.completion;
    if (name === "cmi.success_status") return this.success;
    return this.#model.value(name);
  }

  #set(name, value) {
    const no = (code, why) => this.#last.answer(code, why);
    if (!this.#isInTime(132, 133)) return "false";
    if (name === "") return no(351, "Which element?");
    const { shape, places } = parse(name);
    const keyword = /^(.*)\.(_children|_count|_version)$/.exec(shape);
    if (keyword ? isKnown(keyword[1]) || keyword[1] === "cmi" : asksForMove(name))
      return no(404, `${name} can be read and not set.`);
    const element = elements[shape];
    if (!element) {
      this.#unknown(name);
      return "false";
    }
    if (!element.check) return no(404, `${name} can be read and not set.`);
    if (places.length > 0) {
      const missing = this.#model.reach(name, false);
      // A row that would be made is looked at as it would be: only the place after the last may be named.
      if (missing && !this.#isNext(name)) return no(351, missing.why);
    }
    const wrong = this.#check(name, shape, places, element, value);
    if (wrong) return no(...wrong);
    if (places.length > 0 && !this.#reaches(name, 351, true)) return "false";
    if (name === "cmi.session_time") this.#session = believed(duration(value), this.#told.open?.());
    this.#model.set(name, value);
    this.#told.changed();
    return this.#last.answer(0);
  }

  /** Why a value cannot be set: the error and a sentence; null when it can. */
  #check(name, shape, places, element, value) {
    const row = name.split(".").slice(0, 3).join(".");
    const missing = (element.needs ?? []).find((field) => this.#model.value(`${row}.${field}`) === undefined);
    if (missing) return [408, `${row}.${missing} comes first.`];
    if (name in ofPlace) this.#lost.delete(name);
    const code = this.#kind(shape, row, element, value);
    if (code) {
      if (name in ofPlace) {
        this.#lost.set(name, value.length);
        this.#told.changed();
      }
      const shown = value.length > 80 ? `${value.slice(0, 80)}… (${value.length} characters)` : value;
      return [code, `${name} does not take "${shown}".`];
    }
    if (/^cmi\.(objectives\.n|interactions\.n\.objectives\.n)\.id$/.test(shape)) {
      const list = name.slice(0, name.lastIndexOf(".", name.length - 4));
      if (this.#model.others(list, "id", places.at(-1)).includes(value)) return [351, `${value} is another row's name already.`];
      const own = this.#model.value(name);
      if (shape === "cmi.objectives.n.id" && own !== undefined && own !== value) return [351, "Its name stays as it is."];
    }
    if (shape.endsWith(".pattern") && places[1] > 0 && ofOnePattern.includes(this.#model.value(`${row}.type`)))
      return [351, "Questions of this type have one right answer."];
    return null;
  }

  #kind(shape, row, element, value) {
    const type = () => this.#model.value(`${row}.type`);
    if (shape.endsWith(".learner_response")) return response(type(), value);
    if (shape.endsWith(".pattern")) return pattern(type(), value);
    return element.check(value);
  }

  #seed(name, value) {
    this.#model.reach(name, true);
    this.#model.set(name, value);
  }

  /** Whether the places of a name are there, but for the last one, which comes next. */
  #isNext(name) {
    const parts = name.split(".");
    const places = parts.flatMap((part, index) => (/^\d+$/.test(part) ? [index] : []));
    return places.every((index, order) => {
      const count = this.#model.count(parts.slice(0, index).join("."));
      return Number(parts[index]) < count || (order === places.length - 1 && Number(parts[index]) === count);
    });
  }

  /** Whether every place of a name is there; the error is set where one is not. */
  #reaches(name, code, grows) {
    const missing = this.#model.reach(name, grows);
    if (missing) this.#last.answer(code, missing.why, "");
    return !missing;
  }

  #unknown(name) {
    return this.#last.answer(401, `There is no ${name} in SCORM 2004.`, "");
  }

  #number(name) {
    return number(this.#model.value(name));
  }
}

function isKnown(shape) {
  return Boolean(elements[shape] || children[shape] || lists.includes(shape));
}
