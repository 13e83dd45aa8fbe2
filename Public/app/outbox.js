// What content said and the server has not taken yet. It is kept in this browser, so that a lost connection or a closed window
// loses nothing, and sent again until it is taken.
import { post } from "./api.js";
import { Problem } from "./problem.js";
import { me, onSession } from "./session.js";

const prefix = "cornerman.outbox.";
/** Events of one request. */
const most = 100;
/** Characters of one request, well below what a server takes. */
const room = 500_000;
/** What a server says that will not have something, now or later. */
const forGood = [400, 403, 404, 409, 410, 413, 422];
const listeners = new Set();
const mourners = new Set();
/** What could not be kept here, as the browser has no room left. */
const unkept = new Map();
let sending = null;
let inFlight = new Set();

/** Calls `listener` with whether everything is saved, now and at every change. Gives a function that ends it. */
export function onSaved(listener) {
  listeners.add(listener);
  listener(isSaved());
  return () => listeners.delete(listener);
}

/** Calls `listener` with an event that the server will not have, and why. Gives a function that ends it. */
export function onRefused(listener) {
  mourners.add(listener);
  return () => mourners.delete(listener);
}

function isSaved() {
  return own().length === 0;
}

/**
 * Keeps events and sends them.
 * @param {object[]} events as the API takes them
 * @param {string} launch the secret of the launch by which content says them
 */
export function put(events, launch) {
  for (const event of events) {
    overtake(event, launch);
    keep({ person: me()?.id, launch, event });
  }
  tell();
  return flush();
}

/** Sends what waits for whoever is signed in; one sending at a time. */
export function flush() {
  sending ??= send().finally(() => {
    sending = null;
  });
  return sending;
}

/** From now on what was left over is sent as soon as somebody is signed in. */
export function begin() {
  onSession((session) => session && flush());
  if (me()) flush();
}

/**
 * Where content is now is all that counts of where it was: places that still wait are not sent. What counts besides (time, answers)
 * stays as it is under its own id: it may be on its way already, by another road or by one of which no reply came.
 */
function overtake(event, launch) {
  if (!isPlace(event)) return;
  for (const { key, entry } of own()) {
    if (entry.launch === launch && isPlace(entry.event) && !inFlight.has(entry.event.id)) remove(key);
  }
}

/** Whether an event tells where content is, and nothing else. */
function isPlace({ verb, data }) {
  return verb === "suspended" && data.state !== undefined && !data.seconds && data.interactions === undefined;
}

async function send() {
  let wait = 1000;
  /** Events to be sent by themselves, as one of them was refused with all of them. */
  let alone = 0;
  while (true) {
    const batch = next(alone > 0 ? 1 : most);
    tell();
    if (batch.length === 0) return;
    try {
      inFlight = new Set(batch.map(({ entry }) => entry.event.id));
      const launch = batch[0].entry.launch;
      const reply = await post("/v1/events", { events: batch.map(({ entry }) => entry.event), launch });
      wait = 1000;
      if (reply.results.some((result) => result.error?.code === "launch-over")) {
        await renew(batch);
        continue;
      }
      for (const [index, { key, entry }] of batch.entries()) {
        const { result, error } = reply.results[index];
        remove(key);
        // What came the other way with something else in it is there.
        if (result === "refused" && error.code !== "id-taken") lose(entry, error.message);
      }
      alone = Math.max(0, alone - batch.length);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell();
      if (error.status === 401) return;
      if (forGood.includes(error.status)) {
        // One of them is what it is about: the others are not lost with it.
        if (batch.length > 1) alone = batch.length;
        else {
          alone = Math.max(0, alone - 1);
          remove(batch[0].key);
          lose(batch[0].entry, error.message);
        }
        continue;
      }
      await pause(error.retryAfter ? error.retryAfter * 1000 : wait);
      wait = Math.min(wait * 2, 60_000);
    } finally {
      inFlight = new Set();
    }
  }
}

/** What is refused for good would be refused again: it goes, and is told to whoever looks. */
function lose({ event }, why) {
  console.warn("Not recorded:", event.verb, why);
  for (const listener of mourners) listener(event, why);
}

/** The launch of these events is over: they are said by a new one of the same item. */
async function renew(batch) {
  const { enrollment_id, activity, occurrence } = batch[0].entry.event;
  const { secret } = await post("/v1/launches", { enrollment_id, activity, occurrence });
  for (const { key, entry } of batch) keep({ ...entry, launch: secret }, key);
}

/** The oldest events of one launch that fit a request, at most so many. */
function next(most) {
  const batch = [];
  let length = 0;
  for (const one of own()) {
    length += JSON.stringify(one.entry.event).length;
    if (batch.length === most || (batch.length > 0 && length > room)) break;
    if (batch.length > 0 && one.entry.launch !== batch[0].entry.launch) break;
    batch.push(one);
  }
  return batch;
}

/** After a while, or as soon as the browser is connected again. */
function pause(milliseconds) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener("online", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener("online", end);
  });
}

function tell() {
  const saved = isSaved();
  for (const listener of listeners) listener(saved);
}

// MARK: What is kept. Each event has a place of its own, so that two windows do not write over each other's.

function keep(entry, key = `${prefix}${entry.event.occurred_at}.${entry.event.id}`) {
  try {
    localStorage.setItem(key, JSON.stringify(entry));
  } catch {
    unkept.set(key, entry);
  }
}

function remove(key) {
  unkept.delete(key);
  localStorage.removeItem(key);
}

/** What waits for whoever is signed in, oldest first. */
function own() {
  const person = me()?.id;
  const found = [...unkept].map(([key, entry]) => ({ key, entry }));
  for (let index = 0; index < localStorage.length; index += 1) {
    const key = localStorage.key(index);
    if (!key.startsWith(prefix) || unkept.has(key)) continue;
    try {
      found.push({ key, entry: JSON.parse(localStorage.getItem(key)) });
    } catch {
      localStorage.removeItem(key);
    }
  }
  return found
    .filter(({ entry }) => entry.person === person)
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}
