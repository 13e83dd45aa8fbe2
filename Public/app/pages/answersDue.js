// Answers to look at again: those of the reader, and for trainers those of everybody.
import { announce } from "../announce.js";
import { dayElement, daysAfter, today } from "../dates.js";
import { fill, h } from "../dom.js";
import { empty } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { verifiedMark, verifyButton } from "../parts/verified.js";
import { richText } from "../richText.js";
import { may, me } from "../session.js";

/** Days before the day to look again on which an answer stands here already. */
const ahead = 7;

export default async function answersDue({ query, signal }) {
  const everybodys = may.train() && query.get("of") !== "me";
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Answers to check",
      lead: "Somebody relies on each of them. Read it, and say that it still holds, or put it right.",
      back: may.train() ? ["#/answers", "Answers"] : ["#/", "Search"],
    }),
    may.train() &&
      h(
        "p",
        { class: "row" },
        h("a", { href: "#/answers/due", "aria-current": everybodys && "page" }, "Everybody's"),
        h("a", { href: "#/answers/due?of=me", "aria-current": !everybodys && "page" }, "Mine"),
      ),
    await pagedList({
      path: "/v1/answers",
      query: {
        state: "published",
        sort: "due",
        due: daysAfter(today(), ahead),
        ...(!everybodys && { owner: me().id }),
      },
      signal,
      row: (answer) => row(answer),
      none: () => empty("Nothing is due", "Every answer was looked at. What comes due in the next days will stand here."),
    }),
  );
}

function row(answer) {
  const item = h("li", { class: "card" });
  fill(
    item,
    h("h2", { class: "card-title" }, h("a", { href: `#/answers/${answer.id}` }, answer.question)),
    h(
      "p",
      { class: "facts" },
      verifiedMark(answer),
      answer.verify_by && h("span", {}, "Check by ", dayElement(answer.verify_by)),
      !answer.verified_at && h("span", {}, "Proposed by a colleague"),
    ),
    h("details", {}, h("summary", {}, "Read it"), richText(answer.html, { compact: true, level: 3 })),
    h(
      "div",
      { class: "row" },
      verifyButton(answer, (verified) => {
        const word = h("p", { tabindex: "-1" }, "Checked. Again by ", dayElement(verified.verify_by), ".");
        fill(item, h("h2", { class: "card-title" }, answer.question), word);
        word.focus();
        announce("Checked.");
      }),
      may.train() && h("a", { class: "button small plain", href: `#/answers/${answer.id}/edit` }, "Put it right"),
    ),
  );
  return item;
}
