// One's plan in another calendar: an address that is as good as a key, shown once, replaced and ended here.
import { announce } from "../announce.js";
import { call, get, post } from "../api.js";
import { moment } from "../dates.js";
import { fill, freshID, h } from "../dom.js";
import { actionButton } from "./action.js";

export async function calendarCard(signal) {
  const { created_at: since } = await get("/v1/calendar", {}, { signal });
  const body = h("div", { class: "stack tight" });
  stand(body, since, null);
  return h("section", { class: "card", id: "calendar" }, h("h2", {}, "Your plan in another calendar"), body);
}

function stand(body, since, made) {
  const remake = actionButton(since ? "Replace the address" : "Make an address", async () => {
    const reply = await post("/v1/calendar");
    stand(body, reply.created_at, reply.url);
    announce("The address stands on the page.");
    body.querySelector("input")?.focus();
  });
  fill(
    body,
    h(
      "p",
      {},
      "Calendar programs subscribe to an address and show every step with a date. Whoever knows the address reads your plan: tell it to nobody.",
    ),
    made ? address(made) : since && h("p", {}, "There is an address, made ", moment(since), ". It is not shown again."),
    h(
      "div",
      { class: "row" },
      remake,
      since &&
        actionButton("End it", async () => {
          await call("DELETE", "/v1/calendar");
          stand(body, null, null);
          announce("The address is dead.");
        }),
    ),
  );
}

function address(url) {
  const id = freshID("address");
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, "The address, shown this once"),
    h("p", { class: "hint", id: `${id}-hint` }, "Give it to your calendar program as a subscription. The one before is dead."),
    h("input", { id, readonly: true, value: url, "aria-describedby": `${id}-hint`, onfocus: (event) => event.target.select() }),
  );
}
