// Feedback on a step or a course: a number and words. A manager never sees who wrote it.
import { announce } from "../announce.js";
import { post } from "../api.js";
import { h } from "../dom.js";
import { field, scale } from "./fields.js";
import { form } from "./form.js";
import { notice } from "./notices.js";

/** Closed until somebody wants to say something. */
export function feedbackDetails({ course, activity = null, about }) {
  const place = h("div", {});
  place.append(
    feedbackForm({
      course,
      activity,
      sent: () =>
        place.replaceChildren(
          notice(
            "good",
            h("p", {}, h("strong", {}, "Thank you.")),
            h("p", {}, "What comes of it will stand under ", h("a", { href: "#/feedback" }, "My feedback"), "."),
          ),
        ),
    }),
  );
  return h("details", {}, h("summary", {}, `Feedback on ${about}`), place);
}

function feedbackForm({ course, activity, sent }) {
  return form({
    label: "Feedback",
    fields: [
      scale({
        legend: "How useful is it for you?",
        name: "rating",
        from: 1,
        to: 5,
        low: "not at all",
        high: "very",
        required: false,
      }),
      field({
        label: "In your words",
        name: "words",
        lines: 3,
        maxlength: 10000,
        hint: "What helps, what gets in the way, what should change. Your manager never sees who wrote it.",
      }),
    ],
    action: "Send feedback",
    quiet: true,
    draft: `feedback.${course}.${activity ?? ""}`,
    send: (values) => {
      const words = values.get("words").trim();
      const rating = values.get("rating");
      return post("/v1/feedback", {
        course_id: course,
        ...(activity && { activity }),
        ...(rating && { rating: Number(rating) }),
        ...(words && { words }),
      });
    },
    done: () => {
      sent();
      announce("Thank you for your feedback.");
    },
  });
}
