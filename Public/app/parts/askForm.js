// Ask a person: one step, with the words that were searched and the place where it happened, nothing typed twice.
import { announce } from "../announce.js";
import { post } from "../api.js";
import { h } from "../dom.js";
import { drop, recall } from "../drafts.js";
import { field } from "./fields.js";
import { form } from "./form.js";
import { notice } from "./notices.js";
import { similar } from "./similar.js";

/** As many characters as the API takes (`asked` of its limits). */
const most = 2000;

/**
 * @param {object} parts
 * @param {string} parts.words what was searched for
 * @param {object|null} parts.search see searching.js
 * @param {{course: string, activity: string, title: string}|null} parts.place
 * @param {string} parts.draft the name under which the question is kept while it is written
 * @param {boolean} parts.quiet whether something better stands above
 */
export function askForm({
  words,
  search = null,
  place = null,
  draft = "question",
  title = "Nothing that helps? Ask a person",
  quiet = false,
}) {
  const box = h("section", { class: "ask-box" }, h("h2", {}, title));
  const near = similar(
    [words, search?.words ?? ""].map((one) => one.trim()),
    place,
    () => leave(h("strong", {}, "Good: nothing needs to be asked.")),
    (question) =>
      leave(
        h("strong", {}, "You wait with whoever asked it."),
        " The answer comes into your inbox. ",
        h("a", { href: `#/questions/${question.id}` }, "See the question"),
      ),
  );
  // Where the question was begun: it goes with that search and place, whatever is searched for by now.
  const here = { words, place };
  let begun = here;
  const goesAlong = h("p", { class: "small quiet" });
  function begin(at) {
    begun = at;
    goesAlong.hidden = !at.place;
    goesAlong.textContent = at.place ? `Goes along: you were at “${at.place.title}”.` : "";
  }
  function leave(...words) {
    drop(draft);
    const word = h("p", { tabindex: "-1" }, words);
    asking.replaceWith(notice("good", word));
    word.focus({ preventScroll: true });
  }
  /** What was begun for other words stays until it is asked; who is done with it takes the new ones. */
  function instead() {
    const take = () => {
      begin(here);
      text.value = words;
      text.dispatchEvent(new Event("input", { bubbles: true }));
      text.focus();
      row.remove();
    };
    const row = h(
      "p",
      { class: "small quiet" },
      "You wrote this before. ",
      h("button", { type: "button", class: "plain small", onclick: take }, "Take the words of the search instead"),
    );
    return row;
  }
  const asking = form({
    label: title,
    fields: [
      field({
        label: "Your question",
        name: "text",
        value: words,
        lines: 2,
        required: true,
        most,
        hint: "What they said, in their words, and what you had said before, gets you an answer you can use.",
        oninput: (event) => near.look(event.target.value),
      }),
      near.place,
      h(
        "label",
        { class: "choice" },
        h("input", { type: "checkbox", name: "shared", checked: true }),
        h("span", {}, "Colleagues may answer too", h("span", { class: "detail" }, " They do not see who asks.")),
      ),
      goesAlong,
    ],
    action: "Ask",
    quiet: quiet || words === "",
    draft,
    along: () => ({ begun }),
    send: async (values) => {
      const { words: wordsThen, place: placeThen } = begun;
      const searchID = wordsThen === words ? await search?.id() : null;
      return post("/v1/questions", {
        text: values.get("text").trim(),
        shared: values.get("shared") !== null,
        ...(searchID && { search_id: searchID }),
        ...(placeThen && { course_id: placeThen.course, activity: placeThen.activity }),
      });
    },
    done: (question) => {
      const link = h("a", { href: `#/questions/${question.id}` }, "See your question");
      asking.replaceWith(
        notice(
          "good",
          h("p", {}, h("strong", {}, "Asked.")),
          h("p", {}, "Somebody answers, and the answer comes into your inbox. ", link),
        ),
      );
      link.focus();
      announce("Asked. The answer will come into your inbox.");
    },
  });
  const text = asking.elements.text;
  // What was emptied is no question that was begun.
  if (!text.value.trim()) text.value = words;
  begin(text.value === words ? here : (recall(draft)?.begun ?? {}));
  if (words && text.value !== words) text.closest(".field").after(instead());
  near.look(text.value, true);
  box.append(asking);
  return box;
}
