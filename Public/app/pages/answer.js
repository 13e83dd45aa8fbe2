// One answer on a page of its own, to link to.
import { get, part } from "../api.js";
import { dayElement } from "../dates.js";
import { h } from "../dom.js";
import { leaveWord, takeWord } from "../flash.js";
import { learnedPhrasings } from "../parts/learnedPhrasings.js";
import { notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { revisions } from "../parts/revisions.js";
import { verifiedMark, verifyButton } from "../parts/verified.js";
import { saveAnswer } from "../parts/saveAnswer.js";
import { Problem } from "../problem.js";
import { richText } from "../richText.js";
import { go, show } from "../router.js";
import { isSaved } from "../saved.js";
import { may, me } from "../session.js";

export default async function answer({ params, signal }) {
  let found;
  try {
    found = await get(`/v1/answers/${params.id}`, {}, { signal });
  } catch (error) {
    const isUnreachable = error instanceof Problem && error.status === 0;
    if (!isUnreachable || signal.aborted || !(await isSaved(params.id))) throw error;
    leaveWord("The server does not answer. What you saved is here.");
    go("/saved", { replace: true });
    return h("div", {});
  }
  // Another took it over: that is what there is now.
  if (found.id !== params.id) {
    leaveWord("Two answers became one: this is it.");
    go(`/answers/${found.id}`, { replace: true });
    return h("div", {});
  }
  const word = takeWord();
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: found.question,
      back: may.train() ? ["#/answers", "Answers"] : ["#/", "Search"],
      actions: may.train()
        ? [
            h("a", { class: "button", href: `#/answers/${found.id}/edit` }, "Edit"),
            found.state === "published" && h("a", { class: "button", href: `#/answers/${found.id}/merge` }, "Merge with…"),
          ].filter(Boolean)
        : [],
    }),
    word && notice("good", word),
    found.merged_into
      ? notice(
          "warm",
          "Another answer took this one over: ",
          h("a", { href: `#/answers/${found.merged_into}` }, "the answer that there is now"),
        )
      : found.state === "retired" && notice("warm", "This answer is retired: the search no longer finds it."),
    h(
      "article",
      { class: "step" },
      richText(found.html),
      saveAnswer(found.id),
      h(
        "p",
        { class: "facts" },
        verifiedMark(found),
        (found.tags ?? []).map((tag) => h("span", {}, tag)),
        found.verify_by && h("span", {}, "Check by ", dayElement(found.verify_by)),
        found.course_id &&
          found.activity &&
          h("a", { href: `#/courses/${found.course_id}/activities/${part(found.activity)}` }, "From this step"),
        found.question_id && h("a", { href: `#/questions/${found.question_id}` }, "Somebody asked this"),
      ),
    ),
    found.state === "published" &&
      (may.train() || found.owner_id === me().id) &&
      h(
        "div",
        { class: "row" },
        verifyButton(found, async (verified) => {
          leaveWord(`Checked. It is looked at again by ${verified.verify_by}.`);
          await show();
        }),
      ),
    may.train() &&
      revisions(found, async () => {
        leaveWord("Restored.");
        await show();
      }),
    found.also?.length > 0 &&
      h(
        "section",
        { class: "stack tight" },
        h("h2", {}, "Also asked as"),
        h(
          "ul",
          {},
          found.also.map((text) => h("li", {}, text)),
        ),
      ),
    may.train() && (await learnedPhrasings(found.id, signal)),
  );
}
