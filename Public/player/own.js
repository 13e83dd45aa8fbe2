// The player of our own lessons and quizzes. It has no origin and no token: what it needs of the API, the app that framed it asks for.
import { h } from "/app/dom.js";
import { richText } from "/app/richText.js";
import { Asking } from "./asking.js";

const launch = JSON.parse(document.getElementById("launch").textContent);
const main = document.getElementById("main");
const asking = new Asking(launch);

/** Files of the package stand on this origin: pictures are shown, and the rest opens in a tab of its own. */
const files = {
  picture: (path, name) => h("img", { src: launch.base + path, alt: name }),
  file: (path, text) =>
    h("a", { href: launch.base + path, target: "_blank", rel: "noopener noreferrer" }, text),
};

if (launch.html) main.append(richText(launch.html, { level: 3, files }));
if (launch.kind === "quiz") {
  const { quiz } = await import("./quiz.js");
  main.append(await quiz(asking));
}

new ResizeObserver(() => asking.say("height", { height: Math.ceil(main.getBoundingClientRect().bottom + 4) })).observe(main);
asking.say("ready", {});
