// Everything that is recorded about the reader, as one file of their own.
import { all, get } from "./api.js";
import { me } from "./session.js";

/** Rows of one list; more than anybody has. */
const most = 100_000;

/** The record, for a file. */
export async function ownRecord() {
  const { id } = me();
  const [
    person, managers, tokens, calendar, enrollments, searches, questions, followed, proposals, feedback, notices, changes, invited, stories,
  ] = await Promise.all([
    get(`/v1/people/${id}`),
    // Who managed them, and when.
    all(`/v1/people/${id}/managers`, {}, most),
    // Sessions and tokens that are alive, never their secrets; those that are over stand among the changes.
    all("/v1/tokens", {}, most),
    // When the address of their calendar was made; never the address.
    get("/v1/calendar"),
    all("/v1/enrollments", { person: id }, most),
    all("/v1/searches", {}, most),
    all("/v1/questions", { mine: true }, most),
    all("/v1/questions", { followed: true }, most),
    all("/v1/proposals", {}, most),
    all("/v1/feedback", { mine: true }, most),
    all("/v1/notices", {}, most),
    // What others changed about the reader, and what they did themselves.
    all("/v1/audit", { person: id }, most),
    all("/v1/initiatives", { mine: true }, most),
    all("/v1/stories", { mine: true }, most),
  ]);
  const courses = [];
  for (const enrollment of enrollments) {
    const [plan, events, attempts] = await Promise.all([
      get(`/v1/enrollments/${enrollment.id}/plan`),
      all(`/v1/enrollments/${enrollment.id}/events`, {}, most),
      all("/v1/attempts", { enrollment: enrollment.id }, most),
    ]);
    courses.push({ plan, events, attempts });
  }
  const initiatives = await Promise.all(
    invited.map(async (initiative) => ({
      ...initiative,
      replies: (await get(`/v1/initiatives/${initiative.id}/replies`)).mine,
    })),
  );
  const record = {
    made_at: new Date().toISOString(),
    person,
    managers,
    tokens,
    calendar,
    courses,
    initiatives,
    stories,
    searches,
    questions,
    followed_questions: followed,
    proposals,
    feedback,
    notices,
    changes,
  };
  return new Blob([JSON.stringify(record, null, 2)], { type: "application/json" });
}
