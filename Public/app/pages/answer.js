// One answer on a page of its own, to link to.
import { get, part } from "../api.js";
import { dayElement } from "../dates.js";
import { h } from "../dom.js";
import { takeWord } from "../flash.js";
import { notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { richText } from "../richText.js";
import { may } from "../session.js";

export default async function answer({ params, signal }) {
  const found = await get(`/v1/answers/${params.id}`, {}, { signal });
  const word = takeWord();
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: found.question,
      back: may.train() ? ["#/answers", "Answers"] : ["#/", "Search"],
      actions: may.train() ? [h("a", { class: "button", href: `#/answers/${found.id}/edit` }, "Edit")] : [],
    }),
    word && notice("good", word),
    found.state === "retired" && notice("warm", "This answer is retired: the search no longer finds it."),
    h(
      "article",
      { class: "step" },
      richText(found.html),
      h(
        "p",
        { class: "facts" },
        (found.tags ?? []).map((tag) => h("span", {}, tag)),
        found.verify_by && h("span", {}, "Check by ", dayElement(found.verify_by)),
        found.course_id &&
          found.activity &&
          h("a", { href: `#/courses/${found.course_id}/activities/${part(found.activity)}` }, "From this step"),
      ),
    ),
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
  );
}
