// Sends a file as the body of a request and tells how far it is; fetch cannot tell.
import { Problem } from "./problem.js";
import { session } from "./session.js";

/**
 * @param {string} path @param {File} file
 * @param {{type?: string, progress?: (share: number) => void}} options what the body is, and who hears how far it is
 * @returns {Promise<any>} the reply's body
 */
export function upload(path, file, { type = "application/octet-stream", progress = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("Authorization", `Bearer ${session()?.token ?? ""}`);
    request.setRequestHeader("Content-Type", type);
    request.responseType = "json";
    request.upload.addEventListener(
      "progress",
      (event) => event.lengthComputable && progress(event.loaded / event.total),
    );
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response);
      else reject(problem(request));
    });
    request.addEventListener("error", () => reject(Problem.unreachable()));
    request.addEventListener("abort", () => reject(Problem.unreachable()));
    request.send(file);
  });
}

function problem(request) {
  const body = request.response ?? {};
  return new Problem({
    status: request.status,
    code: body.code ?? "unknown",
    detail: body.detail || `The server answered with ${request.status}.`,
    errors: body.errors,
    requestID: body.request_id,
    retryAfter: Number(request.getResponseHeader("Retry-After")) || null,
  });
}
