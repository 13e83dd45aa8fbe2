// A lesson: read it, or open its file, then say that it is done.
import { h } from "../dom.js";
import { actionButton } from "../parts/action.js";
import { opener } from "./opening.js";

export default async function lesson(step) {
  const { item, content, mine, launch } = step;
  return [
    content.html && !content.href && launch ? launch.play({ instead: step.text }) : step.text(),
    content.href && opener(step),
    mine &&
      item.status !== "done" &&
      h(
        "div",
        {},
        actionButton(
          "I have read it",
          async () => {
            await step.record("completed");
            await step.recorded("Read. It counts.");
          },
          { className: "primary" },
        ),
      ),
  ];
}
