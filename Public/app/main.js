// Where the page begins.
import { get, onExpired } from "./api.js";
import { begin as beginOutbox } from "./outbox.js";
import { Problem } from "./problem.js";
import { go, here, show } from "./router.js";
import { guardSaved } from "./saved.js";
import { refresh, session } from "./session.js";
import { startShell } from "./shell.js";
import { signInAgain } from "./signInAgain.js";

onExpired(signInAgain);
startShell();

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("main").focus();
});

// "/" goes to the search box, wherever one is, unless something is being typed.
document.addEventListener("keydown", async (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !session()) return;
  if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
  event.preventDefault();
  if (!document.getElementById("search")) {
    history.pushState(null, "", "#/");
    await show();
  }
  document.getElementById("search")?.focus();
});

window.addEventListener("hashchange", () => {
  if (location.hash.startsWith("#/")) show();
});

if (session()) {
  try {
    refresh(await get("/v1/sessions/current"));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}
beginOutbox();
guardSaved();
if (location.hash.startsWith("#/")) show();
else go(here().path, { replace: true });
