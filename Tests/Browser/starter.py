"""The starter organization as `make run` serves it, entered by the links that it prints."""
import re

from server import ROOT


class Starter:
    def __init__(self, server):
        self.server = server
        self.links = {}
        server.command("seed", str(ROOT / "seeds"), "--courses", str(ROOT / "Courses"))

    def link(self, role):
        """A link for a role that was not used yet: each works once, and each start of the server prints new ones."""
        if role not in self.links:
            if self.server.process:
                self.server.stop()
            self.server.start("--tour")
            self.server.printed("Try it as Admin")
            self.links = dict(re.findall(r"Try it as (\w+) +(http\S+)", self.server.printed("(?s)Cornerman is at.*")))
        return self.links.pop(role)


class Tour:
    """One visit whose steps are counted: what somebody taps; typing and looking are free."""

    def __init__(self, visit, link):
        self.visit, self.page, self.link, self.taps = visit, visit.page, link, 0
        self.page.goto(link)
        visit.settle()

    def tap(self, what):
        self.taps += 1
        what.click()
        self.visit.settle()
        return self

    def choose(self, name):
        """Follows a link of the menu, which a narrow screen opens first."""
        button = self.page.get_by_role("button", name="Menu")
        if button.is_visible():
            self.tap(button)
        return self.tap(self.page.locator("#nav").get_by_role("link", name=re.compile(f"^{re.escape(name)}")))

    def within(self, most):
        assert self.taps <= most, f"{self.taps} taps, where {most} are enough"
        return self
