// Who changed what, the newest first.
import { moment } from "../dates.js";
import { fill, h } from "../dom.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { empty } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { go } from "../router.js";
import { subjectAddress } from "../subjects.js";

const verbs = {
  "person-added": "added",
  "person-changed": "changed",
  "password-set": "set the password of",
  "token-made": "made a token for",
  "token-revoked": "revoked a token of",
  "link-made": "made a link for",
  "link-used": "came in by a link:",
  "version-published": "published a version of a course",
  "course-changed": "changed a course",
  enrolled: "enrolled",
  moved: "moved to another version:",
  waived: "let off a step:",
  "answer-published": "published an answer",
  "answer-changed": "changed an answer",
  "phrasing-revoked": "revoked a learned way of asking for an answer",
  "synonyms-changed": "changed the synonyms of search",
  "initiative-made": "made an initiative",
  "initiative-changed": "changed an initiative",
};

const names = {
  "person-added": "People added",
  "person-changed": "People changed",
  "password-set": "Passwords set",
  "token-made": "Tokens made",
  "token-revoked": "Tokens revoked",
  "link-made": "Links made",
  "link-used": "Links used",
  "version-published": "Versions published",
  "course-changed": "Courses changed",
  enrolled: "Enrollments",
  moved: "Moves to another version",
  waived: "Waivers",
  "answer-published": "Answers published",
  "answer-changed": "Answers changed",
  "phrasing-revoked": "Learned ways of asking revoked",
  "synonyms-changed": "Synonyms changed",
  "initiative-made": "Initiatives made",
  "initiative-changed": "Initiatives changed",
};

export default async function audit({ query, signal }) {
  const filter = { verb: query.get("verb") ?? "", subject: query.get("subject") ?? "", person: query.get("person") ?? "" };
  const place = h("div", {});
  fill(
    place,
    await pagedList({
      path: "/v1/audit",
      query: filter,
      signal,
      row,
      none: () => empty("Nothing", "No change is noted that fits."),
    }),
  );
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Who changed what",
      lead: "Every change of people, rights, courses, enrollments and answers, as it was made. Nothing here can be changed.",
    }),
    form({
      label: "Which changes",
      fields: [
        field({
          label: "What",
          name: "verb",
          value: filter.verb,
          options: [["", "Everything"], ...Object.entries(names)],
        }),
        field({
          label: "Of what",
          name: "subject",
          value: filter.subject,
          hint: "An id as it stands in an address, like crs_… or per_….",
          autocomplete: "off",
        }),
      ],
      action: "Show",
      quiet: true,
      send: async (values) => values,
      done: (values) => {
        const wanted = new URLSearchParams();
        for (const name of ["verb", "subject"]) if (values.get(name)) wanted.set(name, values.get(name).trim());
        const text = wanted.toString();
        go(text ? `/audit?${text}` : "/audit");
      },
    }),
    place,
  );
}

function row(entry) {
  const who = entry.actor_name ?? { operator: "The operator", link: "Somebody" }[entry.actor] ?? "Somebody";
  const target = subjectAddress(entry.subject);
  return h(
    "li",
    { class: "card flat" },
    h(
      "p",
      {},
      h("strong", {}, who),
      ` ${verbs[entry.verb] ?? entry.verb} `,
      entry.person_name && h("strong", {}, entry.person_id === entry.actor_id ? "themselves" : entry.person_name),
    ),
    entry.changes.length > 0 &&
      h(
        "ul",
        { class: "plain-list small" },
        entry.changes.map((change) =>
          h(
            "li",
            {},
            `${change.field.replaceAll("_", " ")}: `,
            change.before !== null && [h("del", {}, change.before || "empty"), " → "],
            h("ins", {}, change.after === null ? "nothing" : change.after || "empty"),
          ),
        ),
      ),
    h(
      "p",
      { class: "facts" },
      h("span", {}, moment(entry.at)),
      target ? h("a", { href: target }, "Open") : null,
      h("code", { class: "small" }, entry.subject),
    ),
  );
}
