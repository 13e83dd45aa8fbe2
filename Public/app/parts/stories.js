// What people tell of each other in an initiative; whoever is told about says yes before anybody else reads it.
import { announce } from "../announce.js";
import { all, call } from "../api.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { richText } from "../richText.js";
import { show } from "../router.js";
import { actionButton } from "./action.js";

export async function stories(initiative) {
  const rows = (await all("/v1/stories", { initiative: initiative.id }, 200)).filter(
    (story) => !["declined", "withdrawn"].includes(story.state) || story.is_mine,
  );
  return h(
    "section",
    { class: "stack tight", "aria-labelledby": "stories-title" },
    h(
      "div",
      { class: "row spread" },
      h("h2", { id: "stories-title" }, "Stories"),
      h("a", { class: "button", href: `#/initiatives/${initiative.id}/story` }, "Tell a story"),
    ),
    rows.length > 0
      ? h("ul", { class: "cards" }, rows.map(card))
      : h("p", { class: "quiet" }, "Nobody has told one yet: an early success, or how somebody got up again."),
  );
}

const standing = {
  waiting: "Waits for a yes",
  declined: "They would rather not have it told",
  withdrawn: "Taken back",
};

function card(story) {
  const whose = story.author_name === story.about_name ? story.about_name : `${story.about_name}, told by ${story.author_name}`;
  return h(
    "li",
    { class: "card" },
    h(
      "div",
      { class: "row spread" },
      h("h3", { class: "card-title" }, whose),
      standing[story.state] && h("span", { class: "badge warm" }, standing[story.state]),
    ),
    richText(story.html, { compact: true, level: 4 }),
    h(
      "p",
      { class: "facts" },
      h("span", {}, moment(story.created_at)),
      story.module_title && h("span", {}, story.module_title),
    ),
    actions(story),
  );
}

function actions(story) {
  const decides = story.is_about_me && story.state === "waiting";
  const mayEnd = (story.is_mine || story.is_about_me) && ["waiting", "approved"].includes(story.state);
  if (!decides && !mayEnd) return null;
  return h(
    "div",
    { class: "row" },
    decides && become(story, "approved", "Yes, tell it", "It is told.", "primary"),
    decides && become(story, "declined", "Rather not", "It will not be told."),
    mayEnd && !decides && become(story, "withdrawn", "Take it back", "It is taken back.", "small"),
  );
}

function become(story, state, text, said, className = "") {
  return actionButton(
    text,
    async () => {
      await call("PATCH", `/v1/stories/${story.id}`, { json: { state }, ifMatch: `"${story.revision}"` });
      announce(said);
      await show();
    },
    { className },
  );
}
