"""One person at one screen: signs in as a person would, and notes what a page must not do."""
import importlib.resources
import json
import os
import pathlib
import re
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import expect

import contract
from server import PASSWORD

expect.set_options(timeout=30_000)
AUDIT = (pathlib.Path(__file__).parent / "audit.js").read_text()
# Handed to the page as the debugger hands it over, which the page's own policy does not concern.
AXE = (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text()
# Every rule. Frames are looked at one by one, as they are of another origin; what a package brings is its maker's.
SERIOUS = """() => axe.run(document, { resultTypes: ["violations"], iframes: false, preload: false }).then((found) => found.violations
  .filter((rule) => ["serious", "critical"].includes(rule.impact))
  .flatMap((rule) => rule.nodes.map((node) => `axe ${rule.id} (${rule.impact}): ${node.target} ${node.html.slice(0, 160)}`)))"""
WATCH = """
window.underWay = 0;
const ask = window.fetch;
window.fetch = (...what) => {
  window.underWay += 1;
  return ask(...what).finally(() => { window.underWay -= 1; });
};
addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""

# Nothing is asked of the server any more, and the page stands.
SETTLED = """() => new Promise((resolve, reject) => {
  let quiet = 0;
  const end = Date.now() + 30_000;
  const look = () => {
    const main = document.getElementById("main");
    quiet = window.underWay === 0 && main && !main.hasAttribute("aria-busy") && main.querySelector("h1") ? quiet + 1 : 0;
    if (quiet > 3) resolve();
    else if (Date.now() > end) reject(new Error(`never settled: ${window.underWay} requests, ${main?.outerHTML.slice(0, 200)}`));
    else setTimeout(look, 40);
  };
  look();
})"""


class Visit:
    def __init__(self, browser, server, viewport, size, scheme="light"):
        self.server, self.size = server, size
        self.origin = f"http://127.0.0.1:{server.port}"
        self.allowed = {f"127.0.0.1:{server.port}", f"127.0.0.1:{server.content_port}"}
        self.wrongs = []
        # What the scripts of a package do wrong, also while they go, is their maker's; a test may say words of the console, too.
        self.forgiven = ()
        self.contents = f"http://127.0.0.1:{server.content_port}/l/"
        self.context = browser.new_context(
            viewport={"width": viewport[0], "height": viewport[1]}, color_scheme=scheme, locale="en-US")
        self.context.add_init_script(WATCH)
        self.context.set_default_timeout(30_000)
        self.page = self.context.new_page()
        self.page.on("pageerror", self._failed)
        self.page.on("console", self._said)
        self.page.on("request", self._asked)

    def _failed(self, error):
        thrown = re.search(r"http[^\s)]*", error.stack or "")
        if not thrown or not thrown[0].startswith(self.contents):
            self.wrongs.append(f"script: {error.stack or error}")

    def _said(self, message):
        # What the API refuses is shown by the page; the browser's own line about it is no fault of the page.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.wrongs.append(f"console: {message.text}")

    def _asked(self, request):
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc not in self.allowed:
            self.wrongs.append(f"asked another host: {request.url}")
        if parts.path.startswith("/v1/") and parts.netloc == f"127.0.0.1:{self.server.port}":
            said = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
            unknown = said - contract.parameters(self.server, request.method, parts.path)
            if unknown:
                self.wrongs.append(f"sent {sorted(unknown)}, which {request.method} {parts.path} does not take")

    def enter(self, person=None, at="/", typed=False):
        """Opens an address; for somebody who is signed in already, or who signs in there by typing."""
        if person and not typed:
            self.page.goto(f"{self.origin}/icon.svg")
            self.page.evaluate("text => sessionStorage.setItem('cornerman.session', text)", json.dumps(person.session))
        self.page.goto(f"{self.origin}/#{at}")
        if person and typed:
            self.sign_in(person)
        return self.settle()

    def sign_in(self, person, password=PASSWORD):
        page = self.page
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
        page.get_by_label("E-mail or personnel number").fill(person.email)
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("heading", name="Sign in")).to_have_count(0)
        return self

    def go(self, address):
        """Goes to an address within the page, and waits until its heading stands there."""
        if self.page.url.endswith("#" + address):
            self.page.reload()
        else:
            self.page.evaluate("address => { location.hash = address }", address)
        self.settle()
        return self

    def settle(self):
        """Waits until the page is there, with everything that it asked for."""
        self.page.evaluate(SETTLED)
        return self

    def menu(self):
        """The menu, which a narrow screen shows on demand."""
        button = self.page.get_by_role("button", name="Menu")
        if button.is_visible():
            button.click()
        return self.page.locator("#nav")

    def choose(self, name):
        """Follows a link of the menu."""
        self.menu().get_by_role("link", name=re.compile(f"^{re.escape(name)}")).click()
        self.settle()
        return self

    def shows(self, *texts):
        for text in texts:
            expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()
        return self

    def looks(self, name):
        """Takes a picture where pictures are wanted, and holds the page to what can be measured."""
        self.settle()
        folder = os.environ.get("CORNERMAN_SCREENSHOTS")
        if folder:
            pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
            self.page.evaluate("scrollTo(0, 0)")
            self.page.screenshot(path=f"{folder}/{name}-{self.size}.png", full_page=True)
        found = self.page.evaluate(AUDIT) + self.serious()
        assert found == [], f"{name} at {self.size}: {found}"
        return self

    def serious(self):
        """What axe-core calls serious or critical, in the page and in the player around content of a package."""
        players = self.page.query_selector_all("iframe.played, iframe.own")
        found = []
        for frame in [self.page.main_frame, *(player.content_frame() for player in players)]:
            if not frame.evaluate("() => 'axe' in window"):
                frame.evaluate(AXE)
            found += frame.evaluate(SERIOUS)
        return found

    def leave(self):
        self.context.close()
        wrongs = [wrong for wrong in self.wrongs if not any(word in wrong.lower() for word in self.forgiven)]
        assert wrongs == [], "\n".join(wrongs)
