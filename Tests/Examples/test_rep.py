"""The example client as a rep of the starter organization runs it: what it prints, and what the server has then."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Durability"))

from server import Server  # noqa: E402

CLIENT = ROOT / "docs" / "examples" / "rep.py"
ASKED = "May I bring the price up before they do?"


class RepTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.server = Server(cls.folder.name)
        seeded = cls.server.command("seed", str(ROOT / "seeds"), "--courses", str(ROOT / "Courses")).stdout
        cls.password = re.search(r"password (\S+)", seeded).group(1)
        cls.login = re.search(r"rep\s+(\S+@\S+)", seeded).group(1)
        cls.server.start()
        cls.addClassCleanup(cls.server.stop)

    def run_client(self, *arguments, password=None):
        return subprocess.run(
            [sys.executable, CLIENT, "--url", f"http://127.0.0.1:{self.server.port}", "--login", self.login, *arguments],
            env=dict(os.environ, CORNERMAN_PASSWORD=password or self.password), capture_output=True, text=True, timeout=60)

    def get(self, path):
        session = {"login": self.login, "password": self.password}
        token = self.server.request("POST", "/v1/sessions", session)[2]["token"]
        status, _, body = self.server.request("GET", path, token=token)
        self.assertEqual(status, 200, body)
        return body

    def test_a_rep_does_their_whole_work(self):
        before = {(step["enrollment_id"], step["activity"]): step for step in self.get("/v1/plan")["items"]}
        done = self.run_client("--search", "price too high", "--ask", ASKED)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        said = {line.pop("what"): line for line in map(json.loads, done.stdout.splitlines())}
        self.assertEqual(
            list(said), ["signed in", "plan", "lesson", "quiz", "search", "asked", "inbox"])
        self.assertEqual(
            said["plan"]["steps"],
            [[step["kind"], step["title"], step["due_on"], step["status"]] for step in before.values()])

        after = [(step["enrollment_id"], step["activity"]) for step in self.get("/v1/plan")["items"]]
        [lesson] = [key for key in before if key[1] == said["lesson"]["activity"]]
        self.assertEqual(said["lesson"]["result"], "recorded")
        self.assertNotIn(lesson, after)
        events = self.get(f"/v1/enrollments/{lesson[0]}/events?activity={lesson[1]}")["data"]
        self.assertEqual([event["verb"] for event in events], ["completed"])

        attempt = self.get(f"/v1/attempts/{said['quiz']['attempt']}")
        self.assertEqual((attempt["score"], attempt["success"]), (said["quiz"]["score"], said["quiz"]["passed"]))
        self.assertIsNotNone(attempt["submitted_at"])
        # Every question was answered in the submission itself, and kept.
        self.assertEqual(set(attempt["responses"]), {question["key"] for question in attempt["questions"]})

        self.assertIn("expensive", said["search"]["helped"])
        search = self.get("/v1/searches?limit=1")["data"][0]
        self.assertEqual((search["words"], search["outcome"]), ("price too high", "helped"))
        question = self.get(f"/v1/questions/{said['asked']['question']}")
        self.assertEqual((question["text"], question["state"], question["search_words"]), (ASKED, "open", "price too high"))
        notices = self.get("/v1/notices?unread=true&limit=100")
        self.assertFalse(notices["has_more"])
        self.assertEqual(said["inbox"]["notices"], [notice["text"] for notice in notices["data"]])
        self.assertTrue(said["inbox"]["notices"])

    def test_what_is_refused_is_said_in_a_sentence(self):
        done = self.run_client(password="not-the-password")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertRegex(done.stderr, r"^POST /v1/sessions: 401 \S+: .+\n$")

    def test_it_makes_at_most_nine_kinds_of_call_and_each_is_in_the_document(self):
        _, _, document = self.server.request("GET", "/openapi.json")
        kinds = re.findall(r'_call\(\s*"(\w+)", f?"([^"]+)"', CLIENT.read_text())
        kinds = {(method.lower(), re.sub(r"\{[^}]+\}", "{id}", path)) for method, path in kinds}
        self.assertLessEqual(len(kinds), 9)
        for method, path in kinds:
            self.assertIn(method, document["paths"].get(path, {}), path)
        self.assertLessEqual(len(CLIENT.read_text().splitlines()), 150)


if __name__ == "__main__":
    unittest.main()
