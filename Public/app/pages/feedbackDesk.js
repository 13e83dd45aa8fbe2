// Trainers: what people said about courses and steps, without names, and the outcome of each remark.
import { all, call } from "../api.js";
import { announce } from "../announce.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { empty, notice } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { go } from "../router.js";
import { outcomes } from "../words.js";

export default async function feedbackDesk({ query, signal }) {
  const courses = await all("/v1/courses");
  const course = query.get("course") ?? "";
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Feedback",
      lead: "Every remark deserves an outcome that its author sees: changed, answered, or declined and why.",
    }),
    courses.length > 1 &&
      h(
        "div",
        { class: "row" },
        field({
          label: "Course",
          name: "course",
          value: course,
          options: [["", "All courses"], ...courses.map((one) => [one.id, one.title])],
          onchange: (event) => go(`/desk/feedback?course=${event.target.value}`),
        }),
      ),
    await pagedList({
      path: "/v1/feedback",
      query: { course },
      signal,
      row,
      none: () =>
        empty("No feedback yet", "It comes from the foot of every step and course. Ask for it in the next meeting."),
    }),
  );
}

function row(item) {
  const place = h("div", { class: "stack tight" });
  show(place, item);
  return h(
    "li",
    { class: "card" },
    h(
      "p",
      { class: "facts" },
      h("span", {}, [item.course_title, item.activity_title].filter(Boolean).join(" · ")),
      item.rating ? h("span", {}, `${item.rating} of 5`) : null,
      h("span", {}, moment(item.created_at)),
    ),
    item.words && h("p", { class: "said" }, item.words),
    place,
  );
}

function show(place, item) {
  const outcome = form({
    label: "Outcome",
    fields: [
      field({
        label: "What comes of it",
        name: "outcome",
        value: item.outcome ?? "answered",
        options: Object.entries(outcomes),
      }),
      field({
        label: "In words, for the author",
        name: "outcome_text",
        value: item.outcome_text ?? "",
        lines: 2,
        required: true,
        maxlength: 10000,
      }),
    ],
    action: "Save the outcome",
    quiet: true,
    draft: `outcome.${item.id}`,
    send: async (values) => {
      const json = Object.fromEntries(values);
      return (await call("PATCH", `/v1/feedback/${item.id}`, { json, ifMatch: `"${item.revision}"` })).data;
    },
    done: (changed) => {
      show(place, { ...item, ...changed });
      place.querySelector("summary").focus();
      announce("Saved. The author sees it.");
    },
  });
  place.replaceChildren(
    ...[
      item.outcome
        ? notice("good", h("p", {}, h("strong", {}, outcomes[item.outcome])), h("p", {}, item.outcome_text ?? ""))
        : null,
      h("details", {}, h("summary", {}, item.outcome ? "Change the outcome" : "Write the outcome"), outcome),
    ].filter(Boolean),
  );
}
