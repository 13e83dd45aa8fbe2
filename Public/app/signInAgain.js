// A session that ended in the middle of something: sign in again on the spot, and go on where it stopped.
import { call } from "./api.js";
import { h } from "./dom.js";
import { field } from "./parts/fields.js";
import { form } from "./parts/form.js";
import { go } from "./router.js";
import { begin, end, me } from "./session.js";

let asking = null;

/** Asks for the password in a dialog. Answers whether the same person signed in again. */
export function signInAgain() {
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}

function ask() {
  const person = me();
  return new Promise((resolve) => {
    const dialog = h(
      "dialog",
      { "aria-labelledby": "again-title" },
      h(
        "div",
        { class: "stack" },
        h("h2", { id: "again-title" }, "Your session has ended"),
        h("p", {}, "Sign in again to go on. What you typed is still there."),
        form({
          fields: [
            field({
              label: "E-mail or personnel number",
              name: "login",
              value: person?.email ?? person?.external_id ?? "",
              required: true,
              autocomplete: "username",
            }),
            field({
              label: "Password",
              name: "password",
              type: "password",
              required: true,
              autocomplete: "current-password",
              autofocus: true,
            }),
          ],
          action: "Sign in",
          send: async (values) =>
            (
              await call("POST", "/v1/sessions", {
                json: { login: values.get("login"), password: values.get("password") },
                token: null,
              })
            ).data,
          done: (reply) => leave(reply.person.id === person?.id, reply),
          beside: [h("button", { type: "button", class: "plain", onclick: () => leave(false, null) }, "Leave")],
        }),
      ),
    );
    function leave(same, reply) {
      dialog.close();
      dialog.remove();
      if (!same) end({ keepDrafts: reply === null });
      if (reply) begin(reply);
      if (!same) go(reply ? "/" : "/sign-in");
      resolve(same);
    }
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      leave(false, null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
