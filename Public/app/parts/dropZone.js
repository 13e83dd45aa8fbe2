// A place for a file: drop it or choose it; it is sent at once, and says how far it is or what is wrong with it.
import { announce } from "../announce.js";
import { get } from "../api.js";
import { fill, h } from "../dom.js";
import { Problem } from "../problem.js";
import { counted } from "../words.js";
import { problemNotice } from "./notices.js";

/**
 * @param {object} parts
 * @param {string} parts.label
 * @param {string} parts.accept the kinds of files, as an `input` takes them
 * @param {string} parts.limit the name of the limit that holds for it
 * @param {(file: File, progress: (share: number) => void) => Promise<any>} parts.send
 * @param {(result: any) => any} parts.done
 * @param {(problem: Problem) => Node|null} parts.advice what to do about a refusal, beside what the server says
 */
export function dropZone({ label, accept, limit, send, done, advice = () => null }) {
  const input = h("input", {
    type: "file",
    id: "package",
    name: "package",
    accept,
    onchange: () => input.files[0] && take(input.files[0]),
  });
  const place = h("div", { class: "stack tight" });
  const zone = h("div", { class: "drop" }, h("label", { for: "package" }, label), input, place);
  let busy = false;
  for (const name of ["dragenter", "dragover"])
    zone.addEventListener(name, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });

  async function take(file) {
    if (busy) return;
    busy = true;
    const bar = h("progress", { max: 1, value: 0, "aria-label": "Upload" });
    const said = h("p", { class: "small quiet" }, `${file.name}, ${size(file.size)}`);
    fill(place, said, bar);
    announce("Uploading.");
    try {
      await within(file.size, limit);
      const result = await send(file, (share) => {
        bar.value = share;
        if (share === 1) said.textContent = `${file.name}: arrived, being read…`;
      });
      fill(place);
      await done(result);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // What was refused for what is in it is mended first; what did not arrive can be sent again.
      fill(place, problemNotice(error, [413, 415, 422].includes(error.status) ? null : () => take(file)), advice(error));
    } finally {
      busy = false;
      input.value = "";
    }
  }
  return zone;
}

/** A file that is too large is refused before it is sent. */
async function within(bytes, name) {
  const limits = await get("/v1/limits");
  const limit = limits.data.find((row) => row.name === name);
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
