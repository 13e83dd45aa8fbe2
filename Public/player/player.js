// The page around content that reports: it holds the run-time that content looks for, and passes on what content says to the
// app that opened it.
import { Passing } from "./passing.js";
import { Report } from "./report.js";
import { Scorm12 } from "./scorm12.js";
import { Scorm2004 } from "./scorm2004.js";
import { Windows } from "./windows.js";

const launch = JSON.parse(document.getElementById("launch").textContent);
const frame = document.getElementById("content");
const line = document.getElementById("line");
const ended = document.getElementById("ended");
/** Milliseconds after which what was set and not committed is kept all the same. */
const patience = 1000;
/** Milliseconds by which the server's clock is ahead of this one. */
const ahead = launch.now - Date.now();

const app = window.parent;
// Content goes up through the windows above its own, some of it to the very last: that is this one.
window.parent = window;

const passing = new Passing(launch, app, show);
const Runtime = [Scorm12, Scorm2004].find((one) => one.standard === launch.standard);
const windows = new Windows(frame);
let timer = null;
let isLeaving = false;
let [runtime, report] = begin(left());
/** The documents that were there when content ended, and since when it has. */
let seen = new WeakSet();
let over = Infinity;
/** Windows of its own that content had when it began. */
let beganIn = [];
/** Whether content began once more and was refused. */
let isRefused = false;
offer();

// MARK: What content finds

function begin(state) {
  const about = {
    studentID: launch.student_id,
    studentName: launch.student_name,
    launchData: launch.launch_data,
    masteryScore: launch.mastery_score,
    passingMeasure: launch.passing_measure,
    completionThreshold: launch.completion_threshold,
    maxTimeAllowed: launch.max_time_allowed,
    timeLimitAction: launch.time_limit_action,
    setsCompletion: launch.sets_completion,
    objectives: launch.objectives,
  };
  const made = new Runtime(about, state, {
    keep: (isEnd) => soon(isEnd ? "end" : "now"),
    changed: () => soon("later"),
    open: () => performance.now() / 1000,
  });
  return [made, new Report(made, event)];
}

/** Puts the calls where content looks for them; none of it may take them away. */
function offer() {
  const api = {};
  for (const name of Object.keys(runtime.api)) {
    const value = (...given) => {
      if (name === Runtime.beginCall) renew();
      else tellOver();
      return runtime.api[name](...given);
    };
    Object.defineProperty(api, name, { value, enumerable: true });
  }
  Object.defineProperty(window, Runtime.apiName, { value: api });
}

/**
 * Content of several pages, or of windows of its own, begins and ends in each of them, although the standard has it begin once: another
 * document begins another session. The same one that begins again is told that it is over, and so is the learner.
 */
function renew() {
  if (isSpeaking) keep(true);
  const isGone = runtime.isRunning && beganIn.length > 0 && beganIn.every((one) => one.closed);
  const isOther = runtime.isOver && windows.documents().some((one) => !seen.has(one));
  if (isGone && timer) keep(true);
  if (isGone || isOther) [runtime, report] = begin(runtime.state);
  isRefused = runtime.isOver;
  if (!runtime.isRunning) beganIn = windows.opened();
  tellOver();
}

/** Whoever says a second goodbye at once is no loss to anybody. */
function tellOver() {
  ended.hidden = !isRefused || isLeaving || performance.now() - over < 1000;
}

/** What an earlier session of this run-time left. */
function left() {
  const state = launch.state ? JSON.parse(launch.state) : null;
  return state?.standard === launch.standard ? state : null;
}

// MARK: Keeping

let isEnd = false;
/** Whether content is about to have said its last words. */
let isSpeaking = false;
let moment = 0;

/** Keeps what content said: what it commits together is kept at once together, what it does not commit a moment later. */
function soon(when) {
  if (when === "end") {
    isEnd = true;
    seen = new WeakSet(windows.documents());
    over = performance.now();
  }
  if (isLeaving) return soonTogether();
  if (when === "end") return keep(true);
  if (timer?.when === "rest" || (when === "now" && timer?.when === "later")) stop();
  timer ??= { when, id: setTimeout(keep, when === "now" ? 0 : patience, false) };
  return undefined;
}

/** Of a page that goes little is sent: what content says in one breath is kept once, as it stands at its end. */
function soonTogether() {
  if (isSpeaking) return;
  isSpeaking = true;
  queueMicrotask(() => isSpeaking && keep(true));
}

function stop() {
  clearTimeout(timer?.id);
  timer = null;
}

/** Hands on how it stands; the question that is being answered a little later, unless `isWhole`. */
function keep(isWhole) {
  stop();
  isSpeaking = false;
  // A trainer who only looks leaves no traces.
  if (launch.about) passing.hand(report.take(isWhole, isLeaving), isEnd);
  isEnd = false;
  if (launch.about && report.isWaiting) timer = { when: "rest", id: setTimeout(keep, 3 * patience, true) };
  show();
}

/** Each event has a moment of its own, so that the last one is the last, whatever the clock does. */
function event(verb, data) {
  moment = Math.max(Date.now() + ahead, moment + 1);
  return { id: crypto.randomUUID(), ...launch.about, verb, occurred_at: new Date(moment).toISOString(), data };
}

/** Says what is not safe yet, and what cannot be kept at all; nothing while all is. */
function show() {
  const lost = launch.about && report.lost;
  line.hidden = passing.isSafe && !lost;
  line.textContent = [
    !passing.isSafe && "Not saved yet: it is sent as soon as the server can be reached.",
    lost && `This content cannot keep where you are: ${lost}. What was kept before that stays; tell a trainer.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** Takes content away, which says its last words as it goes. */
function close() {
  frame.src = "about:blank";
  if (timer) keep(true);
}

window.addEventListener("pagehide", () => {
  isLeaving = true;
  if (timer) keep(true);
  passing.leave();
});
// Whoever goes back finds the page as it was.
window.addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  isLeaving = false;
  passing.stay();
});

// MARK: One window at a time

const own = crypto.randomUUID();
const { enrollment_id, activity, occurrence } = launch.about ?? {};
const others = new BroadcastChannel(`cornerman.${enrollment_id ?? own}.${activity}.${occurrence}`);
others.addEventListener("message", ({ data }) => {
  if (data.own === own) return;
  if (data.type === "opened") {
    // Whoever opened it again works there now.
    close();
    others.postMessage({ type: "was-open", own });
    document.getElementById("elsewhere").hidden = false;
  }
  if (data.type === "was-open") document.getElementById("second").hidden = false;
});
for (const name of ["here", "again"])
  document.getElementById(name).addEventListener("click", () => window.location.reload());
document.getElementById("seen").addEventListener("click", () => {
  document.getElementById("second").hidden = true;
});
others.postMessage({ type: "opened", own });

frame.src = launch.url;
