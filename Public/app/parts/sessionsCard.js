// Where one is signed in, and what else speaks for one; each can be ended at once.
import { all, call } from "../api.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { show } from "../router.js";
import { actionButton } from "./action.js";

export async function sessionsCard(signal) {
  const tokens = await all("/v1/tokens", {}, 200);
  if (signal.aborted) return null;
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
            token.kind === "session" ? "A session" : `The token “${token.name}”`,
            h(
              "span",
              { class: "small quiet" },
              " since ",
              moment(token.created_at),
              ", until ",
              moment(token.expires_at),
            ),
          ),
          h(
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
  );
}
