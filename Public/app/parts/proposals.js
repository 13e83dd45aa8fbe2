// What was proposed to a question: to accept for whoever asked, and a form for whoever knows an answer.
import { get, post } from "../api.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { richText } from "../richText.js";
import { show } from "../router.js";
import { may } from "../session.js";
import { actionButton } from "./action.js";
import { field } from "./fields.js";
import { form } from "./form.js";

/**
 * @param {object} question as the API gives it
 * @param {AbortSignal} signal
 * @param {{proposes?: boolean}} options whether there is a form; where an answer is written anyhow there is none
 */
export async function proposals(question, signal, { proposes = true } = {}) {
  const { data } = await get(`/v1/questions/${question.id}/proposals`, {}, { signal });
  const decides = question.state === "open" && (question.mine || may.train());
  return h(
    "div",
    { class: "stack" },
    data.length > 0 &&
      h(
        "section",
        { class: "stack tight" },
        h("h2", {}, question.state === "open" ? "Proposed answers" : "What was proposed"),
        h(
          "ul",
          { class: "cards" },
          data.map((proposal) => item(question, proposal, decides)),
        ),
      ),
    proposes && question.state === "open" && !question.mine && propose(question),
  );
}

function item(question, proposal, decides) {
  return h(
    "li",
    { class: "card" },
    h(
      "p",
      { class: "facts" },
      proposal.accepted_at && h("span", { class: "badge good" }, "Accepted"),
      proposal.author && h("span", {}, `by ${proposal.author.name}`),
      h("span", {}, moment(proposal.created_at)),
    ),
    richText(proposal.html, { compact: true, level: 3 }),
    decides &&
      h(
        "div",
        { class: "row" },
        actionButton(
          "This answers it",
          async () => {
            await post(`/v1/questions/${question.id}/acceptance`, { proposal_id: proposal.id });
            await show();
          },
          { className: "small" },
        ),
      ),
  );
}

function propose(question) {
  return h(
    "section",
    { class: "card" },
    h("h2", {}, "You know an answer?"),
    form({
      label: "Propose an answer",
      fields: [
        field({
          label: "What would you say or do?",
          name: "text",
          lines: 4,
          required: true,
          maxlength: 10000,
          hint: "It goes to whoever asked, with your name. If it helps them, others find it too.",
        }),
      ],
      action: "Propose it",
      quiet: may.train(),
      draft: `proposal.${question.id}`,
      send: (values) => post(`/v1/questions/${question.id}/proposals`, { text: values.get("text").trim() }),
      done: () => show(),
    }),
  );
}
