"""Who is there: an admin, a trainer, and for each screen size a manager with three reps, all enrolled in the shipped course."""
import dataclasses
import datetime
import json
import pathlib
import re

from playwright.sync_api import expect

from server import PASSWORD, ROOT

COURSE = "make-change-stick"


@dataclasses.dataclass
class Person:
    name: str
    email: str
    id: str = ""
    token: str = ""
    enrollment: str = ""


class Organization:
    def __init__(self, server, browser):
        self.server = server
        self.admin = Person("Ada Admin", "ada@example.com")
        self._set_up(browser)
        self.admin.token, self.admin.id = self._sign_in(self.admin)
        self.trainer = self._add("Theo Trainer", "theo@example.com", roles=["learner", "trainer"])
        server.command("import", str(ROOT / "Courses" / COURSE))
        self.course = next(c for c in self.get("/v1/courses")["data"] if c["key"] == COURSE)["id"]
        self.teams = {}

    def team(self, size):
        """A manager and three reps for a screen size, enrolled ten days ago."""
        if size not in self.teams:
            manager = self._add(f"Mona Manager {size}", f"mona{size}@example.com", roles=["learner", "manager"])
            reps = [
                self._add(f"{name} {size}", f"{name.lower()}{size}@example.com", manager_id=manager.id)
                for name in ("Renata", "Jonas", "Priscilla")]
            start = (datetime.date.today() - datetime.timedelta(days=10)).isoformat()
            reply = self.post("/v1/enrollments", {
                "people": [rep.id for rep in reps], "course_id": self.course, "starts_on": start})
            for rep, result in zip(reps, reply["results"]):
                assert result["result"] == "created", result
                rep.enrollment = result["enrollment_id"]
            self.teams[size] = (manager, reps)
        return self.teams[size]

    def code(self, activity, occurrence=1):
        """The code that the host shows."""
        path = f"/v1/courses/{self.course}/activities/{activity}?occurrence={occurrence}"
        return self.get(path)["attendance_code"]

    def get(self, path, person=None):
        status, _, body = self.server.request("GET", path, token=(person or self.admin).token)
        assert status == 200, (path, body)
        return body

    def post(self, path, body, person=None):
        status, _, reply = self.server.request("POST", path, body, token=(person or self.admin).token)
        assert status in (200, 201, 202, 204), (path, reply)
        return reply

    def delete(self, path, person=None):
        status, _, reply = self.server.request("DELETE", path, token=(person or self.admin).token)
        assert status == 204, (path, reply)

    def _set_up(self, browser):
        self.server.log.seek(0)
        link = re.search(r"http://\S+/#/setup/\S+", self.server.log.read()).group()
        page = browser.new_context().new_page()
        page.goto(link)
        page.get_by_label("Your name").fill(self.admin.name)
        page.get_by_label("Your e-mail").fill(self.admin.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Set up").click()
        expect(page.get_by_role("heading", name="What are you stuck on?")).to_be_visible()
        assert "setup" not in page.url
        page.context.close()

    def _add(self, name, email, **fields):
        person = Person(name, email)
        person.id = self.post("/v1/people", {"name": name, "email": email, "time_zone": "Europe/Berlin", **fields})["id"]
        status, _, reply = self.server.request(
            "PUT", f"/v1/people/{person.id}/password", {"password": PASSWORD}, token=self.admin.token)
        assert status == 204, reply
        person.token, _ = self._sign_in(person)
        return person

    def _sign_in(self, person):
        status, _, reply = self.server.request("POST", "/v1/sessions", {"login": person.email, "password": PASSWORD})
        assert status == 201, reply
        return reply["token"], reply["person"]["id"]
