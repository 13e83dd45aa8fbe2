"""People, a course and enrollments on a server's data, and clients that record events as fast as they are acknowledged."""
import http.client, json, threading, time, uuid

from server import PASSWORD, ROOT

COURSE = """<?xml version="1.0" encoding="UTF-8"?>
<curriculum xmlns="urn:cornerman:curriculum:1" id="{key}" version="1" xml:lang="en">
  <title>{title}</title>
  <module id="m" kind="training"><title>Module</title>
    {lessons}
  </module>
</curriculum>
"""


def course(key, lessons, filler=""):
    """A course of so many lessons, as bytes; `filler` makes each longer and its content its own."""
    rows = "\n".join(
        f'<lesson id="l{n}"><title>Lesson {n}</title><text>Words of lesson {n}. {filler}</text></lesson>'
        for n in range(lessons))
    return COURSE.format(key=key, title=key, lessons=rows).encode()


class Learners:
    def __init__(self, server, count=8, lessons=20):
        self.lessons = lessons
        path = server.data + "/course.xml"
        with open(path, "wb") as f:
            f.write(course("durable", lessons))
        server.command("person", "add", "Ada Admin", "--email", "ada@example.com", "--role", "admin")
        for n in range(count):
            server.command("person", "add", f"Rep {n}", "--email", f"rep{n}@example.com")
        self.admin = self.token(server, "ada@example.com")
        self.tokens = [self.token(server, f"rep{n}@example.com") for n in range(count)]
        server.command("import", path)

    @staticmethod
    def token(server, email):
        return json.loads(server.command("token", "create", email, "--name", "t", "--scope", "all", "--json").stdout)["token"]

    def enroll(self, server):
        """Everybody enrolls in the course; returns the enrollments' ids in the order of the tokens."""
        status, _, courses = server.request("GET", "/v1/courses", token=self.admin)
        assert status == 200, courses
        self.course = next(c["id"] for c in courses["data"] if c["key"] == "durable")
        self.enrollments = []
        for token in self.tokens:
            _, _, me = server.request("GET", "/v1/sessions/current", token=token)
            status, _, reply = server.request(
                "POST", "/v1/enrollments", {"people": [me["person"]["id"]], "course_id": self.course}, self.admin)
            assert status == 200, reply
            self.enrollments.append(reply["results"][0]["enrollment_id"])

    def record(self, server, prefix, stop, acknowledged, batch=10):
        """Starts a thread a learner that sends batches until `stop` is set or the server is gone."""
        threads = [
            threading.Thread(target=self._one, args=(server, n, prefix, stop, acknowledged, batch))
            for n in range(len(self.tokens))]
        for thread in threads:
            thread.start()
        return threads

    def _one(self, server, n, prefix, stop, acknowledged, batch):
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
        number = 0
        while not stop.is_set():
            events = []
            for _ in range(batch):
                number += 1
                events.append({
                    "id": prefix + str(uuid.uuid4())[len(prefix):], "enrollment_id": self.enrollments[n],
                    "activity": f"l{number % self.lessons}", "verb": "opened" if number % 3 else "completed",
                    "occurred_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())})
            try:
                status, _, reply = server.request(
                    "POST", "/v1/events", {"events": events}, self.tokens[n], connection=connection)
            except (OSError, http.client.HTTPException, ValueError):
                break
            if status == 200:
                acknowledged.extend(r["id"] for r in reply["results"] if r["result"] == "recorded")
        connection.close()

    def gone(self, server, events):
        """Those of the events that the server does not know."""
        found = set()
        for enrollment in self.enrollments:
            cursor = ""
            while True:
                _, _, page = server.request(
                    "GET", f"/v1/enrollments/{enrollment}/events?limit=100{cursor}", token=self.admin)
                found.update(row["id"] for row in page["data"])
                if not page["has_more"]:
                    break
                cursor = "&cursor=" + page["next"]
        return [event for event in events if event not in found]
