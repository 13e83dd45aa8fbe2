"""Who is there: an admin, a trainer, and for each screen size a manager with three reps, all enrolled in the shipped course."""
import dataclasses
import datetime
import json
import pathlib

from playwright.sync_api import expect

from server import PASSWORD, ROOT

COURSE = "make-change-stick"


@dataclasses.dataclass
class Person:
    name: str
    email: str
    session: dict = dataclasses.field(default_factory=dict)
    enrollment: str = ""

    @property
    def id(self):
        return self.session["person"]["id"]

    @property
    def token(self):
        return self.session["token"]


class Organization:
    def __init__(self, server, browser):
        self.server = server
        self.admin = Person("Ada Admin", "ada@example.com")
        self._set_up(browser)
        self.trainer = self.add("Theo Trainer", "theo@example.com", roles=["learner", "trainer"])
        self.leader = self.add("Lena Leader", "lena@example.com", roles=["learner", "leader"])
        # Wider than a phone, without a place to break at.
        self.add("Xaver Featherstonehaugh", f"{'xaver.featherstonehaugh.' * 2}{'x' * 12}@sales.example.com")
        server.command("import", str(ROOT / "Courses" / COURSE))
        self.course = next(c for c in self.get("/v1/courses")["data"] if c["key"] == COURSE)["id"]
        self.teams = {}

    def import_folder(self, folder):
        """Imports a course from a folder; answers its id."""
        done = self.server.command("import", "--json", str(folder))
        return json.loads(done.stdout.splitlines()[-1])["course"]

    def enroll(self, person, course, starts_on=None):
        """Enrolls somebody; answers the enrollment."""
        [result] = self.post("/v1/enrollments", {
            "people": [person.id], "course_id": course, **({"starts_on": starts_on} if starts_on else {})})["results"]
        assert result["result"] == "created", result
        return result["enrollment_id"]

    def team(self, size):
        """A manager and three reps for a screen size, enrolled ten days ago."""
        if size not in self.teams:
            manager = self.add(f"Mona Manager {size}", f"mona{size}@example.com", roles=["learner", "manager"])
            reps = [
                self.add(f"{name} {size}", f"{name.lower()}{size}@example.com", manager_id=manager.id)
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
        link = self.server.printed(r"http://\S+/#/setup/\S+")
        page = browser.new_context().new_page()
        page.goto(link)
        page.get_by_label("Your name").fill(self.admin.name)
        page.get_by_label("Your e-mail").fill(self.admin.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Set up").click()
        expect(page.get_by_role("heading", name="What are you stuck on?")).to_be_visible()
        assert "setup" not in page.url
        self.admin.session = json.loads(page.evaluate("sessionStorage.getItem('cornerman.session')"))
        page.context.close()

    def add(self, name, email, **fields):
        """Somebody who chose their password by a link, and whose session the tests may use."""
        person = self.post("/v1/people", {"name": name, "email": email, "time_zone": "Europe/Berlin", **fields})
        link = self.post("/v1/invitations", {"person_id": person["id"], "purpose": "invite"})["url"]
        status, _, session = self.server.request(
            "PUT", "/v1/invitations/redemption", {"token": link.rsplit("/", 1)[1], "password": PASSWORD})
        assert status == 201, session
        return Person(name, email, session)
