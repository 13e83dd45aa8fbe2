// What others wait for, for managers and trainers: shown on the first page, above their own steps.
import { get } from "../api.js";
import { h } from "../dom.js";
import { Problem } from "../problem.js";
import { may } from "../session.js";
import { counted } from "../words.js";

/** A card, or null where nobody waits. */
export async function waitingForMe(signal) {
  const [practices, questions] = await Promise.all([
    number("/v1/witnessing", { limit: 100 }, signal),
    may.train() ? number("/v1/questions", { state: "open", limit: 100 }, signal) : null,
  ]);
  const lines = [
    practices?.count &&
      h(
        "li",
        {},
        h("a", { href: "#/witnessing" }, `${counted(practices.count, "step")}${practices.more ? " or more" : ""}`),
        " to confirm or hold",
      ),
    questions?.count &&
      h(
        "li",
        {},
        h(
          "a",
          { href: "#/desk/questions" },
          `${counted(questions.count, "question")}${questions.more ? " or more" : ""}`,
        ),
        " to answer",
      ),
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return h(
    "section",
    { class: "card flat", "aria-labelledby": "waiting-title" },
    h("h2", { id: "waiting-title", class: "card-title" }, "Somebody waits for you"),
    h("ul", {}, lines),
  );
}

async function number(path, query, signal) {
  try {
    const page = await get(path, query, { signal });
    return { count: page.data.length, more: page.has_more };
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
