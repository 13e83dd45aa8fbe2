// What went wrong, as the API says it (RFC 9457) and as this page adds to it.

/** A refusal by the server, or no answer from it. */
export class Problem extends Error {
  constructor({ status = 0, code = "unknown", detail = "", errors = [], requestID = null, retryAfter = null }) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors ?? [];
    this.requestID = requestID;
    this.retryAfter = retryAfter;
  }

  /** No answer at all. */
  static unreachable() {
    return new Problem({
      code: "unreachable",
      detail: "The server does not answer. Check your connection and try again: what you typed is kept here.",
    });
  }

  /** From a reply that is not a good one. */
  static async from(response) {
    const requestID = response.headers.get("X-Request-Id");
    const retryAfter = Number(response.headers.get("Retry-After")) || null;
    let body = {};
    try {
      body = await response.json();
    } catch {
      // Not ours: a proxy's page, or cut off.
    }
    return new Problem({
      status: response.status,
      code: body.code ?? "unknown",
      detail: body.detail || `The server answered with ${response.status}.`,
      errors: body.errors,
      requestID: body.request_id ?? requestID,
      retryAfter,
    });
  }

  /** What the reader can do about it; null where the message says all. */
  get remedy() {
    if (this.status === 401) return "Sign in again; what you typed is kept.";
    if (this.status === 403) return "Your role does not allow this. Ask whoever runs Cornerman if it should.";
    if (this.status === 404) return "It may have moved, or it may not be yours to see.";
    if (this.status === 412) return "Somebody changed it meanwhile. Load it again, then make your change once more.";
    if (this.status === 429) {
      return this.retryAfter
        ? `Wait ${waitingTime(this.retryAfter)}, then try again.`
        : "Wait a little, then try again.";
    }
    if (this.status >= 500) return "Nothing you typed is lost. Try again in a moment.";
    return null;
  }
}

function waitingTime(seconds) {
  if (seconds < 90) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
