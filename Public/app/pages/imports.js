// Upload a course: drop a package or choose it; below, what was uploaded before.
import { announce } from "../announce.js";
import { get } from "../api.js";
import { moment } from "../dates.js";
import { fill, h } from "../dom.js";
import { empty, problemNotice } from "../parts/notices.js";
import { pagedList } from "../parts/pagedList.js";
import { pageHead } from "../parts/pageHead.js";
import { Problem } from "../problem.js";
import { go } from "../router.js";
import { upload } from "../upload.js";
import { counted } from "../words.js";

export default async function imports({ signal }) {
  return h(
    "div",
    { class: "stack" },
    pageHead({
      title: "Upload a course",
      lead:
        "A curriculum.xml, or a zip with one at its root. Nothing changes unless all of it can be read; " +
        "people under way stay on their version.",
    }),
    dropZone(),
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

function dropZone() {
  const input = h("input", {
    type: "file",
    id: "package",
    name: "package",
    accept: ".xml,.zip,.imscc,.mbz,.tar.gz,.tgz,application/zip,text/xml,application/xml",
    onchange: () => input.files[0] && send(input.files[0]),
  });
  const place = h("div", { class: "stack tight" });
  const zone = h(
    "div",
    { class: "drop" },
    h("label", { for: "package" }, "Drop a package here, or choose a file"),
    input,
    place,
  );
  let busy = false;
  for (const name of ["dragenter", "dragover"])
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files[0]) send(event.dataTransfer.files[0]);
  });

  async function send(file) {
    if (busy) return;
    busy = true;
    const bar = h("progress", { max: 1, value: 0, "aria-label": "Upload" });
    const said = h("p", { class: "small quiet" }, `${file.name}, ${size(file.size)}`);
    fill(place, said, bar);
    announce("Uploading.");
    try {
      await within(file.size);
      const job = await upload(`/v1/imports?file_name=${encodeURIComponent(file.name)}`, file, (share) => {
        bar.value = share;
        if (share === 1) said.textContent = `${file.name}: arrived, being read…`;
      });
      await go(`/imports/${job.id}`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      fill(
        place,
        problemNotice(error, () => send(file)),
      );
    } finally {
      busy = false;
      input.value = "";
    }
  }
  return zone;
}

/** A file that is too large is refused before it is sent. */
async function within(bytes) {
  const limits = await get("/v1/limits");
  const limit = limits.data.find((row) => row.name === "upload");
  if (limit && bytes > limit.value) {
    throw new Problem({
      status: 413,
      code: "too-large",
      detail: `This file has ${size(bytes)}; at most ${size(limit.value)} are allowed.`,
    });
  }
}

function size(bytes) {
  if (bytes < 1024) return counted(bytes, "byte");
  const units = ["KB", "MB", "GB"];
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < 2) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
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
  if (job.state !== "ended")
    return h("span", { class: "badge accent" }, job.state === "running" ? "Being read" : "Waiting");
  const looks = {
    created: ["good", "New version"],
    unchanged: ["", "Already there"],
    refused: ["bad", "Refused"],
    failed: ["bad", "Failed"],
  };
  const [tone, text] = looks[job.result] ?? ["", job.result];
  return h("span", { class: `badge ${tone}` }, text);
}
