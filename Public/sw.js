// Lets saved answers be read without a connection: it keeps the page's own files that are needed for that, and nothing else. Answers are
// kept by the page (app/saved.js); what the API says is never kept here.

const shell = "cornerman.shell";
/** What is shown without a connection: the page, with the modules that it loads at once, and the list of saved answers. */
const beginnings = ["/", "/app/main.js", "/app/pages/saved.js"];

self.addEventListener("install", (event) => event.waitUntil(keepShell().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (mode === "navigate" && pathname === "/") event.respondWith(newest(event.request, "/"));
  else if (/^\/(app|style)\/|^\/icon\.svg$/.test(pathname)) event.respondWith(newest(event.request, pathname));
});

/** From the server; what it gave last where it cannot be reached. */
async function newest(request, path) {
  const kept = await caches.match(path, { cacheName: shell });
  try {
    const response = await fetch(request);
    // A newer page may load what an older one did not. What was forgotten meanwhile stays so.
    if (response.ok && (await caches.has(shell))) await (await caches.open(shell)).put(path, response.clone());
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** Keeps the beginnings and all that they name: scripts and styles of the page, and what scripts import. */
async function keepShell() {
  const cache = await caches.open(shell);
  const seen = new Set();
  let open = [...beginnings];
  while (open.length > 0) {
    const found = await Promise.all(
      open.map(async (path) => {
        seen.add(path);
        const response = await fetch(path, { cache: "no-cache" });
        if (!response.ok) throw new Error(`${path}: ${response.status}`);
        await cache.put(path, response.clone());
        return named(path, response);
      }),
    );
    open = [...new Set(found.flat())].filter((path) => !seen.has(path));
  }
}

async function named(path, response) {
  const base = new URL(path, self.location.origin);
  const pattern = path === "/" ? /(?:href|src)="(\/[^"#]+)"/g : /\b(?:from|import) "(\.[^"]+)"/g;
  if (path !== "/" && !path.endsWith(".js")) return [];
  const text = await response.text();
  return [...text.matchAll(pattern)].map((match) => new URL(match[1], base).pathname);
}
