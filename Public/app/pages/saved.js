// The answers that were saved on this device, to be read also without a connection.
import { moment } from "../dates.js";
import { fill, h } from "../dom.js";
import { empty, notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { richText } from "../richText.js";
import { renewSaved, savedAnswers, unsave } from "../saved.js";

export default async function saved() {
  const place = h("div", { class: "stack" });
  const line = h("div", { role: "status" });
  const show = async () => fill(place, list(await savedAnswers(), show));
  await show();
  renewSaved().then(async (isReached) => {
    if (isReached) await show();
    else fill(line, notice("", "There is no connection now. This is what you saved, as it was then."));
  });
  return h("div", { class: "stack" }, pageHead({ title: "Saved answers", back: ["#/", "Search"] }), line, place);
}

function list(answers, changed) {
  if (answers.length === 0) {
    return empty(
      "Nothing is saved here",
      "Open an answer and save it: it can be read on this device without a connection, until you sign out.",
      h("a", { class: "button", href: "#/" }, "Search"),
    );
  }
  return answers.map((answer) =>
    h(
      "details",
      { class: "card" },
      h("summary", {}, h("h2", { class: "card-title" }, answer.question)),
      richText(answer.html, { level: 3 }),
      h("p", { class: "facts" }, h("span", {}, "Saved ", moment(answer.saved_at))),
      h(
        "button",
        {
          type: "button",
          class: "small",
          "aria-label": `Take it off this device: ${answer.question}`,
          onclick: async () => {
            await unsave(answer.id);
            await changed();
          },
        },
        "Take it off this device",
      ),
    ),
  );
}
