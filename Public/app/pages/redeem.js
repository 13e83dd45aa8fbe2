// A one-time link: the first set-up, an invitation, or a new password.
import { call, get } from "../api.js";
import { h } from "../dom.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { pageHead } from "../parts/pageHead.js";
import { Problem } from "../problem.js";
import { go } from "../router.js";
import { begin, end, refresh, session } from "../session.js";

export default async function redeem({ params }) {
  const first = params.setUp === true;
  return h(
    "div",
    { class: "narrow stack" },
    pageHead(
      first
        ? { title: "Set up Cornerman", lead: "You will be its first admin. Everybody else is invited from here." }
        : { title: "Choose a password", lead: "Then you are in. The link works once." },
    ),
    h(
      "div",
      { class: "card" },
      form({
        fields: [
          first && field({ label: "Your name", name: "name", required: true, autocomplete: "name", maxlength: 200 }),
          first &&
            field({
              label: "Your e-mail",
              name: "email",
              type: "email",
              required: true,
              autocomplete: "username",
              maxlength: 254,
            }),
          field({
            label: "Password",
            name: "password",
            type: "password",
            required: true,
            minlength: 10,
            maxlength: 1000,
            autocomplete: "new-password",
            hint: "At least 10 characters. A few words that you remember are good.",
          }),
        ],
        action: first ? "Set up and sign in" : "Save and sign in",
        draft: first ? "setup" : null,
        send: (values) => use(params.token, values, first),
        done: () => go("/", { replace: true }),
      }),
    ),
  );
}

async function use(token, values, first) {
  if (session()) end();
  const json = { token, password: values.get("password") };
  if (first) Object.assign(json, { name: values.get("name").trim(), email: values.get("email").trim() });
  begin((await call("PUT", "/v1/invitations/redemption", { json, token: null })).data);
  try {
    refresh(await get("/v1/sessions/current"));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}
