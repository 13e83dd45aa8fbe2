// Tell a story about somebody in an initiative, or about oneself.
import { announce } from "../announce.js";
import { all, get, post } from "../api.js";
import { h } from "../dom.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { pageHead } from "../parts/pageHead.js";
import { go } from "../router.js";
import { me } from "../session.js";

export default async function storyNew({ params, signal }) {
  const row = await get(`/v1/initiatives/${params.id}`, {}, { signal });
  const [known, courses] = await Promise.all([
    all(`/v1/initiatives/${row.id}/people`, {}, 500),
    Promise.all(row.courses.map((course) => get(`/v1/courses/${course.id}`, {}, { signal }))),
  ]);
  const others = known.filter((person) => person.id !== me().id);
  const stages = courses.flatMap((course) =>
    course.modules.map((module) => [
      `${course.id} ${module.key}`,
      courses.length > 1 ? `${course.title}: ${module.title}` : module.title,
    ]),
  );
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Tell a story",
      back: [`#/initiatives/${row.id}`, row.title],
      lead: "Who tried it, what happened, what it changed. A try that went wrong and went on is one, too.",
    }),
    h(
      "div",
      { class: "card" },
      form({
        fields: [
          field({
            label: "About whom",
            name: "known",
            options: [
              ["", "Myself"],
              ...others.map((person) => [person.id, person.name]),
              ["other", "Somebody else"],
            ],
            hint: "They are asked first: nobody reads it unless they say yes.",
          }),
          field({
            label: "Somebody else: their personnel number or e-mail",
            name: "about",
            hint: "Only where you chose “Somebody else”. They take part in this initiative.",
          }),
          field({ label: "What happened", name: "text", lines: 6, required: true, maxlength: 4000 }),
          field({ label: "Belongs to", name: "stage", options: [["", "The whole initiative"], ...stages] }),
        ],
        action: "Tell it",
        draft: `story.${row.id}`,
        send: (values) => send(values, row.id),
        done: (story) => {
          announce(story.state === "approved" ? "It is told." : `${story.about_name} is asked first.`);
          go(`/initiatives/${row.id}`);
        },
      }),
    ),
  );
}

function send(values, initiative) {
  const json = { initiative_id: initiative, text: values.get("text") };
  const known = values.get("known");
  const about = known === "other" ? values.get("about").trim() : known;
  if (known === "other" || about) json.about = about;
  const [course, ...module] = values.get("stage").split(" ");
  if (course) {
    json.course_id = course;
    json.module = module.join(" ");
  }
  return post("/v1/stories", json);
}
