// A course as such: why, what it asks, and for those who run it, what they can do with it.
import { all, call, get, part } from "../api.js";
import { h } from "../dom.js";
import { leaveWord } from "../flash.js";
import { icon } from "../icons.js";
import { actionButton } from "../parts/action.js";
import { feedbackDetails } from "../parts/feedbackForm.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { pageHead } from "../parts/pageHead.js";
import { reasons } from "../parts/reasons.js";
import { show } from "../router.js";
import { nameOf, saveFile } from "../saveFile.js";
import { may, me } from "../session.js";
import { kinds, moduleKinds } from "../words.js";
import { joinButton } from "./courses.js";

export default async function course({ params, signal }) {
  const { data: found, etag } = await call("GET", `/v1/courses/${params.id}`, { signal });
  const mine = found.enrolled ? await ownEnrollment(found.id, signal) : null;
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: found.title,
      back: ["#/courses", "Courses"],
      lead: [
        found.version_label && `Version ${found.version_label}`,
        found.open ? "Open to everybody" : "By enrollment",
      ]
        .filter(Boolean)
        .join(" · "),
    }),
    h(
      "div",
      { class: "row" },
      mine && h("a", { class: "button primary", href: `#/enrollments/${mine.id}` }, "Go to my plan"),
      !found.enrolled && found.open && joinButton(found),
      may.enroll() && h("a", { class: "button", href: `#/enroll?course=${found.id}` }, "Enroll people"),
      may.train() && found.versions > 1 && (may.administer() || found.owner_id === me().id) &&
        h("a", { class: "button", href: `#/courses/${found.id}/move` }, "Move people under way"),
      may.train() &&
        actionButton("Download this course", async () => {
          const path = `/v1/courses/${found.id}/versions/${found.version.id}/package`;
          const { data, headers } = await call("GET", path);
          saveFile(data, nameOf(headers, "course.zip"));
        }),
      may.train() &&
        actionButton(found.open ? "Close to newcomers" : "Open to everybody", async () => {
          await call("PATCH", `/v1/courses/${found.id}`, { json: { open: !found.open }, ifMatch: etag });
          await show();
        }),
    ),
    reasons(found),
    found.behaviors.length > 0 &&
      h(
        "section",
        { class: "stack tight" },
        h("h2", {}, "What should change"),
        h(
          "ul",
          { class: "stack tight" },
          found.behaviors.map((behavior) => h("li", { class: "said" }, behavior.text)),
        ),
      ),
    h(
      "section",
      { class: "stack" },
      h("h2", {}, "What it asks"),
      found.modules.map((module) => moduleSection(found, module)),
    ),
    found.enrolled && feedbackDetails({ course: found.id, about: "this course" }),
    may.administer() && (await ownerDetails(found, etag)),
  );
}

/** Admins say which trainer answers for a course: they may enroll anybody in it, and see names in it. */
async function ownerDetails(found, etag) {
  const people = (await all("/v1/people")).filter(
    (person) => !person.left_at && ["trainer", "admin"].some((role) => person.roles.includes(role)),
  );
  people.sort((one, other) => one.name.localeCompare(other.name));
  return h(
    "details",
    { class: "card flat" },
    h("summary", {}, "Who answers for this course"),
    form({
      label: "Who answers for this course",
      fields: [
        field({
          label: "Owner",
          name: "owner_id",
          value: found.owner_id ?? "",
          options: [["", "Nobody"], ...people.map((person) => [person.id, person.name])],
          hint: "They see in it how far people are by name, and may enroll anybody.",
        }),
      ],
      action: "Save",
      quiet: true,
      send: (values) =>
        call("PATCH", `/v1/courses/${found.id}`, { json: { owner_id: values.get("owner_id") || null }, ifMatch: etag }),
      done: () => {
        leaveWord("Saved.");
        return show();
      },
    }),
  );
}

async function ownEnrollment(courseID, signal) {
  const page = await get("/v1/enrollments", { course: courseID, person: me().id, limit: 100 }, { signal });
  return page.data.find((enrollment) => enrollment.course_id === courseID) ?? null;
}

function moduleSection(found, module) {
  return h(
    "section",
    { class: "module" },
    h(
      "div",
      { class: "module-head" },
      h("h3", {}, module.title),
      h("span", { class: "small quiet" }, moduleKinds[module.kind]),
    ),
    h(
      "ol",
      { class: "steps" },
      module.activities.map((activity) =>
        h(
          "li",
          {},
          h(
            "a",
            {
              class: "step-link",
              href: `#/courses/${found.id}/activities/${part(activity.key)}`,
            },
            icon(activity.kind),
            h("span", { class: "name" }, activity.title),
            h(
              "span",
              { class: "meta" },
              h("span", {}, kinds[activity.kind]),
              activity.minutes ? h("span", {}, `${activity.minutes} min`) : null,
            ),
          ),
        ),
      ),
    ),
  );
}
