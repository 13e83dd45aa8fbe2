// A one-use link to look around as somebody of the starter organization: opened, and one is in.
import { call, get } from "../api.js";
import { h } from "../dom.js";
import { leaveWord } from "../flash.js";
import { pageHead } from "../parts/pageHead.js";
import { Problem } from "../problem.js";
import { go } from "../router.js";
import { begin, end, may, me, refresh, session } from "../session.js";

export default async function lookAround({ params }) {
  try {
    await enter(params.token);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return over(error);
  }
  const first = firstThing();
  leaveWord(`You look around as ${me().name}. ${first.words}`);
  go(first.at, { replace: true });
  return h("div", {});
}

async function enter(token) {
  const reply = (await call("PUT", "/v1/invitations/redemption", { json: { token }, token: null })).data;
  if (session()) end();
  begin(reply);
  refresh(await get("/v1/sessions/current"));
}

/** Where somebody of this role begins, and with what. */
function firstThing() {
  if (may.administer()) return { at: "/people", words: "Here are the people; a roster brings more at once." };
  if (may.lead()) return { at: "/", words: "Below is what your change rests on, and what is missing." };
  if (may.train()) return { at: "/imports", words: "Drop a course here and see what arrives." };
  if (may.manage()) return { at: "/team", words: "Here is how far your team is, and who is held up." };
  return { at: "/", words: "Type what you are stuck on, or go on with your next step." };
}

function over(problem) {
  return h(
    "div",
    { class: "narrow stack" },
    pageHead({ title: "This link is over", lead: problem.message }),
    h("p", {}, "Each works once, within a day. The next start of the server with ", h("code", {}, "--tour"), " prints new ones."),
    h("p", {}, h("a", { href: "#/sign-in" }, "Sign in with a password instead")),
  );
}
