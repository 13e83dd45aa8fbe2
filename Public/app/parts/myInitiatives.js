// What leaders ask of the reader: first why and the invitation; once it is answered, one quiet line.
import { all, get } from "../api.js";
import { h } from "../dom.js";
import { Problem } from "../problem.js";
import { show } from "../router.js";
import { initiativeReasons, replyButtons, starting } from "./invitation.js";

/** A list of cards and lines; null where there is nothing. */
export async function myInitiatives(signal) {
  try {
    const rows = await all("/v1/initiatives", { mine: true }, 100);
    if (rows.length === 0 || signal.aborted) return null;
    const open = await Promise.all(
      rows.filter((row) => !row.reply).map((row) => get(`/v1/initiatives/${row.id}`, {}, { signal })),
    );
    return h("div", { class: "stack tight" }, open.map(invitation), rows.filter((row) => row.reply).map(line));
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

function invitation(initiative) {
  const title = h("h2", { id: `invitation-${initiative.id}` }, initiative.title);
  return h(
    "section",
    { class: "card invitation", "aria-labelledby": title.id },
    h(
      "div",
      {},
      title,
      h("p", { class: "facts" }, h("span", {}, `${initiative.sponsor_name} invites you`), h("span", {}, starting(initiative))),
    ),
    initiativeReasons(initiative, 3),
    replyButtons(initiative, show),
  );
}

function line(row) {
  return h(
    "p",
    { class: "small quiet" },
    h("a", { href: `#/initiatives/${row.id}` }, row.title),
    row.reply.answer === "in" ? ": you are in. " : ": you said “not yet”. ",
    h("a", { href: "#/plan" }, "My plan"),
  );
}
