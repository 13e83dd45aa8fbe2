// The courses: one's own with how far one is, and the open ones.
import { all, post } from "../api.js";
import { h } from "../dom.js";
import { actionButton } from "../parts/action.js";
import { meter } from "../parts/meter.js";
import { empty } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { go } from "../router.js";
import { may, me } from "../session.js";
import { counted } from "../words.js";

export default async function courses() {
  const [list, enrollments] = await Promise.all([all("/v1/courses"), all("/v1/enrollments", { person: me().id })]);
  const mine = enrollments.filter((enrollment) => enrollment.person_id === me().id);
  const others = list.filter((course) => !mine.some((enrollment) => enrollment.course_id === course.id));
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Courses",
      actions: may.train() ? [h("a", { class: "button", href: "#/imports" }, "Upload a course")] : [],
    }),
    mine.length > 0 &&
      h(
        "section",
        { class: "stack tight" },
        h("h2", {}, "My courses"),
        h(
          "ul",
          { class: "cards" },
          mine.map((enrollment) =>
            h(
              "li",
              { class: "card" },
              h(
                "h3",
                { class: "card-title" },
                h("a", { href: `#/enrollments/${enrollment.id}` }, enrollment.course_title),
              ),
              meter(enrollment.done, enrollment.required, enrollment.course_title),
            ),
          ),
        ),
      ),
    others.length > 0 &&
      h(
        "section",
        { class: "stack tight" },
        h("h2", {}, mine.length > 0 ? "More courses" : "All courses"),
        h("ul", { class: "cards" }, others.map(courseCard)),
      ),
    mine.length + others.length === 0 && nothing(),
  );
}

function courseCard(course) {
  return h(
    "li",
    { class: "card" },
    h("h3", { class: "card-title" }, h("a", { href: `#/courses/${course.id}` }, course.title)),
    h(
      "p",
      { class: "facts" },
      h("span", {}, counted(course.modules, "module")),
      h("span", {}, counted(course.activities, "step")),
      course.version_label && h("span", {}, `Version ${course.version_label}`),
      h("span", {}, course.open ? "Open to everybody" : "By enrollment"),
    ),
    course.open && h("div", {}, joinButton(course)),
  );
}

/** Enrolls the reader, who then sees the course's plan. */
export function joinButton(course) {
  return actionButton(
    "Take part",
    async () => {
      const reply = await post("/v1/enrollments", { people: [me().id], course_id: course.id });
      const [result] = reply.results;
      if (result.enrollment_id) await go(`/enrollments/${result.enrollment_id}`);
    },
    { label: `Take part in ${course.title}` },
  );
}

function nothing() {
  return may.train()
    ? empty(
        "There is no course yet",
        "Upload a package: a curriculum, a folder or a zip.",
        h("a", { class: "button", href: "#/imports" }, "Upload a course"),
      )
    : empty(
        "There is no course for you yet",
        "Your manager or a trainer enrolls you. Until then, every answer that you may see is found by searching.",
        h("a", { class: "button", href: "#/" }, "Search"),
      );
}
