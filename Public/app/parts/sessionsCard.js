// Where one is signed in, and what else speaks for one; each can be ended at once.
import { all, call } from "../api.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { show } from "../router.js";
import { session } from "../session.js";
import { actionButton } from "./action.js";

export async function sessionsCard(signal) {
  const tokens = await all("/v1/tokens", {}, 200);
  if (signal.aborted) return null;
  const isHere = (token) => token.kind === "session" && token.expires_at === session()?.expires_at;
  const others = tokens.filter((token) => token.kind === "session" && !isHere(token));
  return h(
    "section",
    { class: "card" },
    h("h2", {}, "Where you are signed in"),
    h(
      "ul",
      { class: "facts-list" },
      tokens.map((token) =>
        h(
          "li",
          { class: "row spread" },
          h(
            "span",
            {},
            isHere(token) ? "This session" : token.kind === "session" ? "A session" : `The token “${token.name}”`,
            h(
              "span",
              { class: "small quiet" },
              " since ",
              moment(token.created_at),
              ", until ",
              moment(token.expires_at),
            ),
          ),
          !isHere(token) && h(
            "span",
            {},
            actionButton(
              "End",
              async () => {
                await call("DELETE", `/v1/tokens/${token.id}`);
                await show();
              },
              { className: "small", label: `End what began ${token.created_at}` },
            ),
          ),
        ),
      ),
    ),
    others.length > 0 &&
      h(
        "div",
        {},
        actionButton("Sign out everywhere else", async () => {
          for (const token of others) await call("DELETE", `/v1/tokens/${token.id}`);
          await show();
        }),
      ),
  );
}
