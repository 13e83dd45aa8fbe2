// Sends facts about somebody's work. A fact has an id made here, so that sending it twice records it once.
import { post } from "./api.js";
import { now } from "./clock.js";
import { drop, keep, recall } from "./drafts.js";
import { Problem } from "./problem.js";

/** A random UUID (version 4); also where the browser offers none outside of secure contexts. */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const text = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}

/**
 * Records one fact.
 * @param {{enrollment_id: string, activity: string, occurrence: number, verb: string, data?: object}} fact
 */
export async function record(fact) {
  const [result] = await recordAll([fact]);
  if (result.result === "refused") throw refusal(result);
  return result;
}

/** Records several facts at once; answers one result each, in the same order. */
export async function recordAll(facts) {
  const events = facts.map(pending);
  const reply = await post("/v1/events", { events });
  for (const fact of facts) drop(name(fact));
  return reply.results;
}

/** The event of a fact. Until it was answered, the same fact keeps its id and time, across errors and reloads. */
function pending(fact) {
  const kept = recall(name(fact));
  const content = JSON.stringify(fact);
  if (kept?.content === content) return kept.event;
  const event = { id: uuid(), ...fact, occurred_at: new Date(now()).toISOString() };
  keep(name(fact), { content, event });
  return event;
}

function name(fact) {
  return `event.${fact.enrollment_id}.${fact.activity}.${fact.occurrence}.${fact.verb}`;
}

function refusal(result) {
  return new Problem({
    status: 422,
    code: result.error?.code,
    detail: result.error?.message ?? "This was not recorded.",
    errors: result.error ? [result.error] : [],
  });
}
