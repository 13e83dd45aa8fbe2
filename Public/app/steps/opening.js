// What opens outside of the page: a web page, a file of the course, a bought package. The learner says when it is done.
import { post } from "../api.js";
import { fill, h } from "../dom.js";
import { actionButton } from "../parts/action.js";
import { notice } from "../parts/notices.js";
import { richText } from "../richText.js";

export default async function opening(step) {
  const { item, content, mine } = step;
  const html = item.text_html ?? content.html;
  const can = item.status !== "unavailable";
  return [
    html && richText(html, { level: 3 }),
    can && (item.kind === "link" ? webLink(content.href) : opener(step)),
    can &&
      mine &&
      item.kind === "package" &&
      item.marked_by_learner !== false &&
      notice(
        "",
        "This kind of package cannot report what you did in it yet. When you are through, say so here: it is shown as marked by you.",
      ),
    can &&
      mine &&
      item.status !== "done" &&
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

function webLink(href) {
  return /^https?:\/\//i.test(href ?? "")
    ? h(
        "p",
        {},
        h("a", { class: "button", href, target: "_blank", rel: "noopener noreferrer" }, "Open the page in a new tab"),
        h("span", { class: "small quiet" }, ` ${new URL(href).host}`),
      )
    : null;
}

/** Opens a file of the course from the content origin, in a frame and by a link. */
export function opener(step) {
  const place = h("div", { class: "stack tight" });
  const { enrollment, item } = step;
  if (!step.mine) return h("p", { class: "quiet" }, "Its file opens for the learner.");
  const start = actionButton("Open it here", async () => {
    const launch = await post("/v1/launches", {
      enrollment_id: enrollment.id,
      activity: item.activity,
      occurrence: item.occurrence,
    });
    fill(
      place,
      h(
        "p",
        {},
        h("a", { href: launch.url, target: "_blank", rel: "noopener noreferrer" }, "Open it in a tab of its own"),
        h("span", { class: "small quiet" }, " to print it or to have more room."),
      ),
      h("iframe", {
        class: "frame",
        src: launch.url,
        title: item.title,
        sandbox: "allow-scripts allow-same-origin allow-forms allow-popups allow-downloads allow-modals",
        referrerpolicy: "no-referrer",
      }),
    );
  });
  return h("div", { class: "stack tight" }, h("div", {}, start), place);
}
