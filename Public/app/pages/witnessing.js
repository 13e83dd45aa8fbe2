// What waits for the reader: practices to confirm or return, and coachings to hold.
import { all, part } from "../api.js";
import { due, moment } from "../dates.js";
import { h } from "../dom.js";
import { coachForm } from "../parts/coachForm.js";
import { linkTo } from "../parts/history.js";
import { empty, notice } from "../parts/notices.js";
import { pageHead } from "../parts/pageHead.js";
import { witnessForm } from "../parts/witnessForm.js";
import { may } from "../session.js";

export default async function witnessing() {
  const data = await all("/v1/witnessing");
  const practices = data.filter((row) => row.kind !== "coaching");
  const coachings = data.filter((row) => row.kind === "coaching");
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Waiting for me",
      lead: "Somebody tried something and wants it seen. Confirm what you saw, or say what to try next.",
    }),
    practices.length > 0 &&
      h(
        "section",
        { class: "stack tight" },
        h("h2", {}, "Practices to confirm"),
        h(
          "ul",
          { class: "cards" },
          practices.map((row) => card(row, (finish) => [evidence(row), witnessForm({ ...parts(row), done: finish })])),
        ),
      ),
    coachings.length > 0 &&
      h(
        "section",
        { class: "stack tight" },
        h("h2", {}, "Coachings to hold"),
        h(
          "ul",
          { class: "cards" },
          coachings.map((row) =>
            card(row, (finish) =>
              h("details", {}, h("summary", {}, "Record it"), coachForm({ ...parts(row), done: finish })),
            ),
          ),
        ),
      ),
    data.length === 0 &&
      empty(
        "Nobody waits for you",
        "When somebody hands in a practice that you may confirm, or a coaching with you is due, it stands here.",
        may.know() && h("a", { class: "button", href: "#/team" }, "See how they are doing"),
      ),
  );
}

function parts(row) {
  return { enrollmentID: row.enrollment_id, activity: row.activity, occurrence: row.occurrence, name: row.person_name };
}

function card(row, content) {
  const when = row.due_on ? due(row.due_on) : null;
  const item = h("li", { class: "card" });
  const name = `${row.person_name}: ${row.title}`;
  const finish = (words) => {
    const done = notice("good", `${row.person_name}, ${row.title}: ${words}`);
    done.tabIndex = -1;
    item.replaceChildren(done);
    done.focus({ preventScroll: true });
  };
  item.append(
    h(
      "div",
      {},
      h(
        "h3",
        { class: "card-title" },
        // A colleague who witnesses sees what was handed in, not the other's plan.
        may.know() || may.train()
          ? h("a", { href: `#/steps/${row.enrollment_id}/${part(row.activity)}/${row.occurrence}` }, name)
          : name,
      ),
      h(
        "p",
        { class: "facts" },
        row.course_title && h("span", {}, row.course_title),
        row.submitted_at && h("span", {}, "Handed in ", moment(row.submitted_at)),
        !row.submitted_at && when && h("span", {}, when.text),
      ),
    ),
    ...[content(finish)].flat(Infinity).filter(Boolean),
  );
  return item;
}

function evidence(row) {
  return [row.evidence && h("p", { class: "said" }, row.evidence), row.link && h("p", {}, linkTo(row.link))];
}
