// The frame around every page: the menu for what the person may do, and what waits in their inbox.
import { call, get } from "./api.js";
import { fill, h } from "./dom.js";
import { Problem } from "./problem.js";
import { go, onMove } from "./router.js";
import { forgetSaved } from "./saved.js";
import { end, may, me, onSession, session } from "./session.js";

const nav = document.getElementById("nav");
const masthead = document.getElementById("masthead");
const menuButton = h(
  "button",
  {
    type: "button",
    class: "menu-button small",
    "aria-controls": "nav",
    "aria-expanded": "false",
    onclick: () => open(nav.hidden),
  },
  "Menu",
);

/** Puts the frame up and keeps it right. */
export function startShell() {
  onSession(render);
  onMove((path) => {
    open(false);
    mark(path);
    if (session()) countNotices();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !nav.hidden) {
      open(false);
      menuButton.focus();
    }
  });
  render();
}

function groups() {
  return [
    [
      "",
      [
        ["/", "Find and do"],
        ["/plan", "My plan"],
        ["/courses", "Courses"],
        ["/initiatives", "Initiatives"],
        ["/questions", "My questions"],
        ["/saved", "Saved answers"],
        ["/feedback", "My feedback"],
        ["/witnessing", "Waiting for me"],
        ["/inbox", "Inbox"],
      ],
    ],
    may.manage() && [
      "My team",
      [
        ["/team", "Completion"],
        ["/enroll", "Enroll people"],
        ["/team/feedback", "What people say"],
      ],
    ],
    may.train() && [
      "Training",
      [
        ["/desk/questions", "Open questions"],
        ["/answers", "Answers"],
        ["/answers/due", "To check"],
        ["/desk/unanswered", "Not found"],
        ["/desk/feedback", "Feedback"],
        ["/imports", "Upload a course"],
        ...(may.know() ? [] : [["/team", "Completion"]]),
        ...(may.manage() ? [] : [["/team/feedback", "What people say"]]),
      ],
    ],
    may.administer() && [
      "Running it",
      [
        ["/people", "People"],
        ["/audit", "Who changed what"],
        ["/limits", "Limits"],
        ...(may.manage()
          ? []
          : [
              ["/team", "Completion"],
              ["/enroll", "Enroll people"],
            ]),
      ],
    ],
    !may.manage() &&
      !may.train() &&
      may.lead() && [
        "Leading",
        [
          ["/team", "Completion"],
          ["/team/feedback", "What people say"],
        ],
      ],
  ].filter(Boolean);
}

function render() {
  document.body.classList.toggle("signed-out", !session());
  if (!session()) {
    nav.replaceChildren();
    nav.hidden = true;
    menuButton.remove();
    return;
  }
  if (!menuButton.isConnected) masthead.append(menuButton);
  fill(
    nav,
    h(
      "div",
      { class: "nav-inner" },
      groups().map(([name, links]) => [
        name && h("h2", {}, name),
        h(
          "ul",
          { class: "nav-list" },
          links.map(([path, text]) =>
            h(
              "li",
              {},
              h(
                "a",
                { href: `#${path}` },
                text,
                path === "/inbox" && h("span", { class: "count", id: "notices", hidden: true }),
              ),
            ),
          ),
        ),
      ]),
      h(
        "div",
        { class: "nav-foot" },
        h("a", { href: "#/account" }, me().name),
        h("button", { type: "button", class: "plain small", onclick: signOut }, "Sign out"),
      ),
    ),
  );
  mark(location.hash.slice(1).split("?")[0] || "/");
}

function open(shown) {
  nav.hidden = !shown;
  menuButton.setAttribute("aria-expanded", String(shown));
  if (shown) nav.querySelector("a")?.focus();
}

function mark(path) {
  const links = [...nav.querySelectorAll("a")];
  const fitting = links.filter((link) => within(path, link.getAttribute("href").slice(1)));
  const best = fitting.sort((one, other) => other.getAttribute("href").length - one.getAttribute("href").length)[0];
  for (const link of links) {
    if (link === best) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function within(path, target) {
  if (target === "/") return path === "/" || path.startsWith("/steps/");
  return (
    path === target || path.startsWith(`${target}/`) || (target === "/courses" && path.startsWith("/enrollments/"))
  );
}

async function countNotices() {
  try {
    const page = await get("/v1/notices", { unread: true, limit: 100 }, { again: false });
    const unread = page.data.length;
    const count = document.getElementById("notices");
    if (!count) return;
    count.hidden = unread === 0;
    fill(count, page.has_more ? "99+" : String(unread), h("span", { class: "aside-text" }, " unread"));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

async function signOut() {
  try {
    await call("DELETE", "/v1/sessions/current", { again: false });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  await forgetSaved();
  end();
  go("/sign-in");
}
