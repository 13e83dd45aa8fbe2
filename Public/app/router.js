// Addresses are hashes (`#/steps/…`), so that they can be linked and reloaded while the server serves plain files.
import { announce } from "./announce.js";
import { h } from "./dom.js";
import { takeWord } from "./flash.js";
import { notice, problemNotice } from "./parts/notices.js";
import { Problem } from "./problem.js";
import { find } from "./routes.js";
import { may, session } from "./session.js";

const notForThem = new Problem({
  status: 403,
  code: "forbidden",
  detail: "This page is for people with another role.",
});

let running = new AbortController();
let shownBefore = false;
const listeners = new Set();

/** The address within the page: path and query. */
export function here() {
  const hash = location.hash.startsWith("#/") ? location.hash.slice(1) : "/";
  const [path, query = ""] = hash.split("?");
  return { path, query: new URLSearchParams(query) };
}

/** Goes to an address; `replace` leaves no trace of the present one. */
export function go(address, { replace = false } = {}) {
  if (replace) {
    history.replaceState(null, "", `#${address}`);
    return show();
  }
  if (location.hash === `#${address}`) return show();
  location.hash = address;
  return undefined;
}

/** Changes the query of the present address without leaving the page. */
export function remember(query) {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString();
  history.replaceState(null, "", `#${here().path}${text ? `?${text}` : ""}`);
}

/** Calls `listener` with the path after every move. */
export function onMove(listener) {
  listeners.add(listener);
}

/** Shows the page of the present address. */
export async function show() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  const { path, query } = here();
  const route = find(path);
  if (!session() && !route.open) {
    return go(`/sign-in?next=${encodeURIComponent(location.hash.slice(1) || "/")}`, { replace: true });
  }
  for (const listener of listeners) listener(path);
  const main = document.getElementById("main");
  main.setAttribute("aria-busy", "true");
  const slow = setTimeout(() => {
    // Who has gone on meanwhile keeps what they see.
    if (!signal.aborted) main.replaceChildren(h("p", { class: "waiting" }, "Loading…"));
  }, 250);
  let content;
  try {
    if (route.right && !may[route.right]()) throw notForThem;
    const page = await route.load();
    content = await page.default({ params: route.params, query, signal });
  } catch (error) {
    if (signal.aborted) return undefined;
    content = failure(error);
  } finally {
    clearTimeout(slow);
  }
  if (signal.aborted) return undefined;
  // What the page before left to be said, unless this page said it where it belongs.
  const word = takeWord();
  main.replaceChildren(word ? h("div", { class: "stack" }, notice("good", word), content) : content);
  main.removeAttribute("aria-busy");
  arrive(main, word);
  return undefined;
}

function failure(error) {
  const other = () => (navigator.onLine ? new Problem({ detail: "This page could not be shown." }) : Problem.unreachable());
  const problem = error instanceof Problem ? error : other();
  if (!(error instanceof Problem) && navigator.onLine) console.error(error);
  return h(
    "div",
    { class: "stack" },
    h("h1", { tabindex: "-1" }, problem.status === 404 ? "There is nothing here" : "This did not work"),
    problemNotice(problem, again(problem) ? show : null),
    problem.code === "unreachable" &&
      h("p", {}, h("a", { href: "#/saved" }, "Saved answers"), " can be read without a connection."),
    h("p", {}, h("a", { href: "#/" }, "Go to the first page")),
  );
}

/** Whether the same may go well another time. */
function again({ status }) {
  return status === 0 || status === 429 || status >= 500;
}

function arrive(main, word) {
  const heading = main.querySelector("[data-focus]") ?? main.querySelector("h1");
  const name = heading?.textContent.trim() ?? "";
  document.title = name ? `${name} · Cornerman` : "Cornerman";
  if (shownBefore) {
    window.scrollTo(0, 0);
    heading?.focus({ preventScroll: true });
    announce([word, name].filter(Boolean).join(" "));
  }
  shownBefore = true;
}
