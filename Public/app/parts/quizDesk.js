// What the app asks of the API for a quiz in the player: attempts of the step that it opened, and of no other.
import { call, get, post } from "../api.js";
import { Problem } from "../problem.js";

/** @param {{enrollment_id: string, activity: string, occurrence: number}} step */
export function quizDesk(step) {
  const known = new Set();
  const own = (id) => {
    if (known.has(id)) return `/v1/attempts/${id}`;
    throw new Problem({ status: 404, code: "not-found", detail: "This is no attempt at this quiz." });
  };
  const shown = ({ data, etag }) => ({ data, etag });
  return {
    async attempts() {
      const attempts = await attemptsOf(step);
      for (const { id } of attempts) known.add(id);
      const open = attempts.find((attempt) => !attempt.submitted_at);
      return { open: open?.id ?? null, tries: attempts.length };
    },
    async start() {
      const { id } = await post("/v1/attempts", step);
      known.add(id);
      return { id };
    },
    attempt: async ({ id }) => shown(await call("GET", own(id))),
    keep: async ({ id, revision, responses }) =>
      shown(await call("PATCH", own(id), { json: { responses }, ifMatch: revision })),
    submit: async ({ id, revision }) => shown(await call("POST", `${own(id)}/submission`, { ifMatch: revision })),
  };
}

/** Attempts at one quiz, the first one first. */
export async function attemptsOf({ enrollment_id, activity, occurrence }) {
  const found = await get("/v1/attempts", { enrollment: enrollment_id, activity, limit: 100 });
  return found.data
    .filter((attempt) => attempt.occurrence === undefined || attempt.occurrence === occurrence)
    .sort((one, other) => one.number - other.number);
}
