// Answers that somebody saved, to be read without a connection. They are kept in this browser, by person: nobody else who signs in here
// sees them, and they are gone when their reader signs out.
import { get } from "./api.js";
import { Problem } from "./problem.js";
import { me, onSession } from "./session.js";

const prefix = "cornerman.saved.";
const own = () => `${prefix}${me()?.id}`;

/** Whether this browser can keep anything; it can only where the page came by a safe way. */
export const canSave = "caches" in window && "serviceWorker" in navigator;

/** The reader's saved answers, the newest first. */
export async function savedAnswers() {
  if (!canSave || !me() || !(await caches.has(own()))) return [];
  const cache = await caches.open(own());
  const replies = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
  const answers = await Promise.all(replies.map((reply) => reply.json()));
  return answers.sort((one, other) => (one.saved_at < other.saved_at ? 1 : -1));
}

export async function isSaved(id) {
  return canSave && Boolean(await (await caches.open(own())).match(place(id)));
}

/** Keeps an answer as it is now, and from the first one on what is needed to read it. */
export async function save(id) {
  const { question, html, tags } = await get(`/v1/answers/${id}`);
  await put({ id, question, html, tags: tags ?? [], saved_at: new Date().toISOString() });
  await whatIsNeededToRead();
}

/** Keeps the page's own files that show it; done when they are all there. */
async function whatIsNeededToRead() {
  const { active, installing, waiting } = await navigator.serviceWorker.register("/sw.js");
  const worker = installing ?? waiting ?? active;
  const settled = (state) => ["activated", "redundant"].includes(state);
  await new Promise((resolve) => {
    if (settled(worker.state)) resolve();
    worker.addEventListener("statechange", () => settled(worker.state) && resolve());
  });
  if (worker.state === "redundant") throw new Problem({ detail: "This browser could not keep the page. Try again in a moment." });
}

export async function unsave(id) {
  await (await caches.open(own())).delete(place(id));
  if ((await savedAnswers()).length === 0) await forgetSaved();
}

/** Takes over what has changed in saved answers, and drops those that are not there any more. Answers whether the server could be asked. */
export async function renewSaved() {
  for (const kept of await savedAnswers()) {
    try {
      const { question, html, tags, state } = await get(`/v1/answers/${kept.id}`);
      if (state === "retired") await unsave(kept.id);
      else await put({ ...kept, question, html, tags: tags ?? [] });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 0) return false;
      if ([403, 404].includes(error.status)) await unsave(kept.id);
    }
  }
  return true;
}

/** Forgets what was saved here, of everybody or of all but one person; without anything saved nothing of the page is kept either. */
export async function forgetSaved(but = null) {
  if (!canSave) return;
  const names = await caches.keys();
  const kept = but && names.includes(`${prefix}${but}`);
  const gone = names.filter((name) => name.startsWith(prefix) && !(kept && name === `${prefix}${but}`));
  if (!kept) gone.push("cornerman.shell");
  await Promise.all(gone.map((name) => caches.delete(name)));
  if (kept) return;
  const workers = await navigator.serviceWorker.getRegistrations();
  await Promise.all(workers.map((worker) => worker.unregister()));
}

/** From now on whoever signs in here finds nothing of anybody else. */
export function guardSaved() {
  onSession((session) => session && forgetOthers(session.person.id));
  if (me()) forgetOthers(me().id);
}

async function forgetOthers(id) {
  if (!canSave) return;
  const names = await caches.keys();
  if (names.some((name) => name.startsWith(prefix) && name !== `${prefix}${id}`)) await forgetSaved(id);
}

async function put(answer) {
  const cache = await caches.open(own());
  const headers = { "Content-Type": "application/json" };
  await cache.put(place(answer.id), new Response(JSON.stringify(answer), { headers }));
}

function place(id) {
  return `/saved/${id}`;
}
