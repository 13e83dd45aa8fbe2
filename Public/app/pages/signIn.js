// Sign in.
import { call, get } from "../api.js";
import { h } from "../dom.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { pageHead } from "../parts/pageHead.js";
import { Problem } from "../problem.js";
import { go } from "../router.js";
import { begin, refresh, session } from "../session.js";

export default async function signIn({ query }) {
  const next = query.get("next") || "/";
  const target = next.startsWith("/") && !next.startsWith("/sign-in") ? next : "/";
  if (session()) {
    go(target, { replace: true });
    return h("div", {});
  }
  return h(
    "div",
    { class: "narrow stack" },
    pageHead({ title: "Sign in", lead: "Find an answer when you are stuck, and see what comes next." }),
    h(
      "div",
      { class: "card" },
      form({
        fields: [
          field({
            label: "E-mail or personnel number",
            name: "login",
            required: true,
            autocomplete: "username",
            autocapitalize: "none",
            spellcheck: "false",
          }),
          field({
            label: "Password",
            name: "password",
            type: "password",
            required: true,
            autocomplete: "current-password",
          }),
        ],
        action: "Sign in",
        draft: "sign-in",
        send: (values) => enter({ login: values.get("login").trim(), password: values.get("password") }),
        done: () => go(target, { replace: true }),
      }),
    ),
    h(
      "p",
      { class: "small quiet" },
      "No password yet, or forgotten? Ask whoever runs Cornerman for a link: it takes a minute.",
    ),
  );
}

async function enter(words) {
  const reply = (await call("POST", "/v1/sessions", { json: words, token: null })).data;
  begin(reply);
  try {
    refresh(await get("/v1/sessions/current"));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}
