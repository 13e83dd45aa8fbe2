// Upload a course: drop a package or choose it; below, what was uploaded before.
import { call } from "../api.js";
import { moment } from "../dates.js";
import { h } from "../dom.js";
import { dropZone } from "../parts/dropZone.js";
import { field } from "../parts/fields.js";
import { form } from "../parts/form.js";
import { empty } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { go } from "../router.js";
import { nameOf, saveFile } from "../saveFile.js";
import { upload } from "../upload.js";
import { counted } from "../words.js";

export default async function imports({ signal }) {
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Upload a course",
      lead:
        "A curriculum.xml, or a zip with one at its root. Nothing changes unless all of it can be read. A new version " +
        "of a course that is here waits until you have seen what it changes; people under way stay on theirs.",
    }),
    dropZone({
      label: "Drop a package here, or choose a file",
      accept: ".xml,.zip,.imscc,.mbz,.tar.gz,.tgz,application/zip,text/xml,application/xml",
      limit: "upload",
      send: (file, progress) => upload(`/v1/imports?hold=true&file_name=${encodeURIComponent(file.name)}`, file, { progress }),
      done: (job) => go(`/imports/${job.id}`),
    }),
    h(
      "section",
      { class: "card" },
      h("h2", {}, "No course yet?"),
      h(
        "p",
        {},
        "A starter is a whole short course: training, practice and coaching over six weeks. Save it, change what stands " +
          "in [brackets] in curriculum.xml, and drop the zip here.",
      ),
      form({
        label: "Starter",
        fields: [
          field({ label: "What the course is called", name: "title", required: true, maxlength: 200, autocomplete: "off" }),
        ],
        action: "Save a starter (zip)",
        quiet: true,
        send: (values) => call("GET", "/v1/starter", { query: { title: values.get("title") } }),
        done: ({ data, headers }) => saveFile(data, nameOf(headers, "starter.zip")),
      }),
    ),
    h(
      "section",
      { class: "stack tight" },
      h("h2", {}, "Uploads so far"),
      await pagedList({
        path: "/v1/imports",
        signal,
        row,
        none: () => empty("No uploads yet", "The first one appears here with everything that was found in it."),
      }),
    ),
  );
}

function row(job) {
  return h(
    "li",
    { class: "card" },
    h("h3", { class: "card-title" }, h("a", { href: `#/imports/${job.id}` }, job.title ?? job.file_name)),
    h(
      "p",
      { class: "facts" },
      resultBadge(job),
      h("span", {}, job.file_name),
      h("span", {}, moment(job.created_at)),
      job.findings?.length > 0 ? h("span", {}, counted(job.findings.length, "finding")) : null,
    ),
  );
}

/** What came of an upload, as a badge. */
export function resultBadge(job) {
  if (job.state !== "ended" && job.state !== "held")
    return h("span", { class: "badge accent" }, job.state === "running" ? "Being read" : "Waiting");
  const looks = {
    created: ["good", "New version"],
    unchanged: ["", "Already there"],
    refused: ["bad", "Refused"],
    failed: ["bad", "Failed"],
    held: ["accent", "Not published yet"],
  };
  const [tone, text] = looks[job.result] ?? ["", job.result];
  return h("span", { class: `badge ${tone}` }, text);
}
