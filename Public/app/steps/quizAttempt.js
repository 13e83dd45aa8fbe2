// An attempt that is being answered: every answer is kept by the server as it is given.
import { announce } from "../announce.js";
import { h } from "../dom.js";
import { drop, keep, recall } from "../drafts.js";
import { Problem } from "../problem.js";
import { choices, field } from "../parts/fields.js";
import { notice, problemNotice } from "../parts/notices.js";
import { richText } from "../richText.js";
import { counted } from "../words.js";

/**
 * @param {object} parts
 * @param {string} parts.id
 * @param {object} parts.desk who asks the API: `attempt(id)`, `keep(id, revision, responses)` and `submit(id, revision)`, each with
 *   `data` and `etag`
 * @param {(attempt: object) => void} parts.submitted
 */
export async function attemptForm({ id, desk, submitted }) {
  const opened = await desk.attempt(id);
  const attempt = opened.data;
  let revision = opened.etag;
  let saving = Promise.resolve();
  let waiting = 0;
  let warned = 0;
  const draft = `attempt.${id}`;
  const responses = { ...attempt.responses, ...recall(draft) };
  const known = new Set(Object.keys(responses));
  const kept = h(
    "p",
    { class: "kept", role: "status" },
    Object.keys(attempt.responses ?? {}).length > 0 ? "Your answers so far are kept." : "",
  );
  const place = h("div", {});
  const button = h("button", { type: "submit", class: "primary" }, "Submit");
  const element = h(
    "form",
    { "aria-label": "Quiz" },
    attempt.questions.map((question, index) => questionPart(question, index, responses[question.key])),
    kept,
    place,
    h("div", {}, button),
  );

  element.addEventListener("input", () => {
    const given = answers(element, attempt.questions, known);
    for (const key of Object.keys(given)) known.add(key);
    keep(draft, given);
    kept.textContent = "";
    clearTimeout(waiting);
    waiting = setTimeout(save, 600);
  });
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.getAttribute("aria-disabled") || !mayGo()) return;
    button.setAttribute("aria-disabled", "true");
    place.replaceChildren();
    clearTimeout(waiting);
    try {
      await saved();
      const reply = await desk.submit(id, revision);
      drop(draft);
      announce("Submitted.");
      submitted(reply.data);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      place.replaceChildren(problemNotice(error));
    } finally {
      button.removeAttribute("aria-disabled");
    }
  });

  /** Asks once where questions have no answer; whoever submits again means it. */
  function mayGo() {
    const open = attempt.questions.filter((question) => !answers(element, attempt.questions, known)[question.key]?.length);
    if (open.length === 0 || warned === open.length) return true;
    warned = open.length;
    const text = `${counted(open.length, "question has", "questions have")} no answer yet.`;
    place.replaceChildren(notice("warm", h("p", {}, h("strong", {}, text)), "Answer them, or submit again as it is."));
    announce(`${text} Answer them, or submit again as it is.`);
    return false;
  }

  /** One save after the other, so that each carries the newest revision. */
  function saved() {
    saving = saving
      .catch(() => {})
      .then(async () => {
        const reply = await desk.keep(id, revision, answers(element, attempt.questions, known));
        revision = reply.etag ?? revision;
      });
    return saving;
  }

  async function save() {
    try {
      await saved();
      kept.textContent = "Kept.";
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 412) revision = (await desk.attempt(id)).etag;
      kept.textContent = "Not kept yet: it is tried again with your next answer.";
    }
  }
  return element;
}

function questionPart(question, index, response = []) {
  const legend = h(
    "span",
    {},
    h("span", { class: "small quiet" }, `Question ${index + 1}`),
    richText(question.prompt_html, { compact: true, level: 4 }),
  );
  if (question.kind === "text") {
    return h(
      "fieldset",
      { class: "question" },
      h("legend", {}, legend),
      field({ label: "Your words", name: question.key, value: response[0] ?? "", maxlength: 500, autocomplete: "off" }),
    );
  }
  return h(
    "div",
    { class: "question" },
    choices({
      legend,
      name: question.key,
      type: question.kind === "multiple" ? "checkbox" : "radio",
      hint: question.kind === "multiple" ? "Choose all that fit." : null,
      options: question.options.map((option) => ({
        value: option.key,
        label: richText(option.html, { compact: true, level: 4 }),
        checked: response.includes(option.key),
      })),
    }),
  );
}

function answers(element, questions, known) {
  const values = new FormData(element);
  const result = {};
  for (const question of questions) {
    const given = values
      .getAll(question.key)
      .map((value) => value.trim())
      .filter((value) => value !== "");
    // An answer that was taken back is sent as none.
    if (given.length > 0 || known.has(question.key)) result[question.key] = given;
  }
  return result;
}
