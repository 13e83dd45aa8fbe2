// What opens outside of the page: a web page, a file of the course, a bought package. The learner says when it is done.
import { h } from "../dom.js";
import { actionButton } from "../parts/action.js";
import { notice } from "../parts/notices.js";

export default async function opening(step) {
  const { item, content, mine } = step;
  const can = item.status !== "unavailable";
  return [
    step.text(),
    can && item.kind === "link" && webLink(content.href),
    can && (item.kind === "file" || content.content_role) && opener(step),
    can &&
      mine &&
      item.kind === "package" &&
      content.content_role !== "asset" &&
      !content.content_played &&
      item.status !== "done" &&
      notice(
        "",
        "This kind of package is not played here yet. Take it where your trainer says, then say here that you are through: it is shown as marked by you.",
      ),
    can &&
      mine &&
      item.status !== "done" &&
      content.content_role !== "asset" &&
      !content.content_played &&
      h(
        "div",
        {},
        actionButton(
          item.kind === "package" ? "I am through" : "Done",
          async () => {
            await step.record("completed");
            await step.recorded("Done. It counts.");
          },
          { className: "primary" },
        ),
      ),
    item.status === "done" &&
      item.marked_by_learner === true &&
      h("p", { class: "small quiet" }, "Marked by the learner."),
  ];
}

/** The button that leads to a page on the web. */
export function webLink(href) {
  return /^https?:\/\//i.test(href ?? "")
    ? h(
        "p",
        {},
        h("a", { class: "button", href, target: "_blank", rel: "noopener noreferrer" }, "Open the page in a new tab"),
        h("span", { class: "small quiet" }, ` ${new URL(href).host}`),
      )
    : null;
}

/** Offers the activity's file below its text. */
export function opener(step) {
  if (!step.launch) return h("p", { class: "quiet" }, "Its file opens for the learner.");
  step.launch.offer();
  return null;
}
