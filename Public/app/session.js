// Who is signed in. The token lives in this tab alone and goes nowhere but into the Authorization header.

const key = "cornerman.session";
const listeners = new Set();
let current = read();

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

/** The session: `token`, `person`, `roles`, `has_reports`; null when nobody is signed in. */
export function session() {
  return current;
}

/** The person, or null. */
export function me() {
  return current?.person ?? null;
}

/** What the caller may do on this page; the server decides for real. */
export const may = {
  manage: () => has("manager") || current?.has_reports === true,
  train: () => has("trainer") || has("admin"),
  lead: () => has("leader"),
  /** Make an initiative. */
  sponsor: () => may.lead() || may.administer(),
  /** See how far people are, by name or in numbers. */
  team: () => may.manage() || may.lead() || may.train(),
  /** Look at one person's courses. */
  know: () => may.manage() || may.administer(),
  /** See what groups say. */
  hear: () => may.manage() || may.lead() || may.train(),
  /** Say that it was done, where a step asks for somebody's word and they see the enrollment. */
  vouch: (asked) =>
    may.administer() || (asked !== "trainer" && may.manage()) || (["trainer", "anyone"].includes(asked) && may.train()),
  enroll: () => may.manage() || may.administer(),
  administer: () => has("admin"),
};

function has(role) {
  return (current?.roles ?? current?.person?.roles ?? []).includes(role);
}

/** Keeps what a sign-in answered. */
export function begin(reply) {
  set({
    token: reply.token,
    expires_at: reply.expires_at,
    person: reply.person,
    roles: reply.person?.roles ?? [],
    has_reports: current?.person?.id === reply.person?.id ? (current?.has_reports ?? false) : false,
  });
}

/** Takes over what the server says about the session now. */
export function refresh(reply) {
  if (!current) return;
  set({
    ...current,
    person: reply.person,
    roles: reply.roles,
    has_reports: reply.has_reports,
    expires_at: reply.expires_at,
  });
}

/** Takes over a change of the own person. */
export function setPerson(person) {
  if (current) set({ ...current, person });
}

/** Forgets the session, and everything that was typed in it unless it is to wait for the same person. */
export function end({ keepDrafts = false } = {}) {
  if (keepDrafts) sessionStorage.removeItem(key);
  else sessionStorage.clear();
  current = null;
  for (const listener of listeners) listener(null);
}

/** Calls `listener` at every change. */
export function onSession(listener) {
  listeners.add(listener);
}

function set(value) {
  current = value;
  sessionStorage.setItem(key, JSON.stringify(value));
  for (const listener of listeners) listener(value);
}
