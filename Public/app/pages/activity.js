// One activity of a course, to read: for those who found it by searching, and for those who teach it.
import { get, part } from "../api.js";
import { h } from "../dom.js";
import { launching } from "../parts/launch.js";
import { notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { richText } from "../richText.js";
import { may, me } from "../session.js";
import { webLink } from "../steps/opening.js";
import { counted, kinds } from "../words.js";

export default async function activity({ params, signal }) {
  const [found, course, enrollments] = await Promise.all([
    get(`/v1/courses/${params.id}/activities/${part(params.activity)}`, {}, { signal }),
    get(`/v1/courses/${params.id}`, {}, { signal }),
    get("/v1/enrollments", { course: params.id, person: me().id, limit: 100 }, { signal }),
  ]);
  const mine = enrollments.data.find((enrollment) => enrollment.person_id === me().id);
  // Learners open its files in their plan; whoever teaches it looks at them here.
  const launch = may.train() ? launching({ version_id: course.version_id, activity: found.key }, found.title) : null;
  if (launch && found.href && ["file", "lesson"].includes(found.kind)) launch.offer();
  const meets = ["kickoff", "meeting"].includes(found.kind) && (may.manage() || may.train());
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: found.title,
      back: [`#/courses/${params.id}`, course.title],
      lead: [
        kinds[found.kind],
        found.minutes && `${found.minutes} min`,
        found.occurrences > 1 && counted(found.occurrences, "date"),
      ]
        .filter(Boolean)
        .join(" · "),
    }),
    mine &&
      h(
        "p",
        {},
        h("a", { class: "button primary", href: `#/steps/${mine.id}/${part(found.key)}/1` }, "Open it in my plan"),
      ),
    found.unavailable && notice("warm", found.unavailable),
    found.html && h("div", { class: "step" }, richText(found.html, { open: launch?.open })),
    found.kind === "link" && webLink(found.href),
    launch?.place,
    meets &&
      h(
        "section",
        { class: "stack tight" },
        h("h2", {}, "For the host"),
        h(
          "ul",
          {},
          Array.from({ length: found.occurrences ?? 1 }, (_, index) =>
            h(
              "li",
              {},
              h(
                "a",
                { href: `#/courses/${params.id}/attendance/${part(found.key)}/${index + 1}` },
                `Code and list${found.occurrences > 1 ? `, date ${index + 1}` : ""}`,
              ),
            ),
          ),
        ),
      ),
  );
}
