// The server's time: a device's clock may be wrong, and an event from the future is refused.

let ahead = 0;

/** Learns from a reply how far the device's clock is off. */
export function learn(response) {
  const date = Date.parse(response.headers.get("Date") ?? "");
  if (Number.isNaN(date)) return;
  const difference = Date.now() - date;
  // A header has whole seconds, and the way here takes time: below a few seconds the clock is right.
  ahead = Math.abs(difference) < 5000 ? 0 : difference;
}

/** Now, as the server would say, in milliseconds since 1970. */
export function now() {
  return Date.now() - ahead;
}
