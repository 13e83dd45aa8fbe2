// Where a thing is that a notice is about.
import { me } from "./session.js";

/** The address of a notice's subject; null where there is none to open. */
export function subjectAddress(subject) {
  if (!subject) return null;
  // Several at once: the list that has them.
  if (subject === "questions") return "#/desk/questions";
  if (subject === "answers") return "#/answers/due";
  // An activity's key comes percent-encoded, as it may hold slashes itself.
  const [id, activity, occurrence = 1] = subject.split("/");
  if (id.startsWith("qst_")) return `#/questions/${id}`;
  if (id.startsWith("ans_")) return `#/answers/${id}`;
  if (id.startsWith("fbk_")) return "#/feedback";
  if (id.startsWith("imp_")) return `#/imports/${id}`;
  if (id.startsWith("crs_")) return `#/courses/${id}`;
  if (id.startsWith("ini_")) return `#/initiatives/${id}`;
  if (id.startsWith("per_") && id === me()?.id) return "#/account";
  if (id.startsWith("enr_")) return activity ? `#/steps/${id}/${activity}/${occurrence}` : `#/enrollments/${id}`;
  return null;
}
