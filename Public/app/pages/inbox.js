// Notices: what happened that concerns the reader, and why it came.
import { call } from "../api.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { actionButton } from "../parts/action.js";
import { empty } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { show } from "../router.js";
import { subjectAddress } from "../subjects.js";

export default async function inbox({ signal }) {
  return h(
    "div",
    { class: "stack" },
    pageHead({ title: "Inbox", lead: "Answers to what you asked, what became of what you handed in, and what is new in your courses." }),
    await pagedList({
      path: "/v1/notices",
      signal,
      row,
      none: () =>
        empty(
          "Your inbox is empty",
          "When a question of yours is answered, or a practice is confirmed, it stands here.",
        ),
    }),
  );
}

function row(notice) {
  const target = subjectAddress(notice.subject);
  return h(
    "li",
    { class: "card" },
    h(
      "p",
      { class: "row" },
      !notice.read_at && h("span", { class: "badge accent" }, "New"),
      h("span", { class: "small quiet" }, moment(notice.created_at)),
    ),
    h("p", {}, notice.text),
    h(
      "div",
      { class: "row" },
      target &&
        h("a", { class: "button small", href: target, onclick: () => !notice.read_at && markRead(notice) }, "Open"),
      !notice.read_at &&
        actionButton(
          "Mark as read",
          async () => {
            await markRead(notice);
            await show();
          },
          { className: "small plain" },
        ),
    ),
  );
}

async function markRead(notice) {
  await call("PATCH", `/v1/notices/${notice.id}`, { json: { read: true }, ifMatch: `"${notice.revision}"` });
}
