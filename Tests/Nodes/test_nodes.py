"""Two nodes and more on one database: what is done on one is there on the other, and what one leaves undone another ends."""
import concurrent.futures, http.client, io, os, statistics, time, unittest, urllib.parse, zipfile

from clients import Clients
from learners import course
from node import Node
from postgres import Postgres
from server import PASSWORD


def package(key, files, size):
    """A zip of so many files of so many bytes, that cannot be made smaller."""
    body = io.BytesIO()
    rows = "".join(f'<file id="f{n}" href="f{n}.txt"><title>Sheet {n}</title></file>' for n in range(files))
    with zipfile.ZipFile(body, "w") as archive:
        archive.writestr("curriculum.xml", course(key, 5, "quokka").replace(b"</module>", rows.encode() + b"</module>"))
        for n in range(files):
            archive.writestr(f"f{n}.txt", os.urandom(size // 2).hex())
    return body.getvalue()


class NodeTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.postgres = Postgres.new()
        cls.addClassCleanup(cls.postgres.remove)

    def setUp(self):
        self.database = self.id().split(".")[-1][:60]
        self.postgres.psql(f"CREATE DATABASE {self.database}")
        self.url = self.postgres.url(self.database)

    def sql(self, *statements):
        return self.postgres.psql(list(statements), self.database)

    def serve(self):
        """Two nodes with a course and two learners."""
        nodes = [Node(self.url).for_test(self) for _ in range(2)]
        self.clients = Clients(nodes, count=2)
        self.admin = self.clients.admin
        nodes[0].command("person", "add", "Tess Trainer", "--email", "tess@example.com", "--role", "trainer")
        self.trainer = self.clients.token(nodes[0], "tess@example.com")
        for node in nodes:
            node.start()
        self.clients.enroll(nodes[0])
        return nodes

    def upload(self, node, key, body):
        status, _, job = node.request("POST", f"/v1/imports?file_name={key}.zip", body, self.admin)
        self.assertEqual(status, 202, job)
        return job["id"]

    def ended(self, node, job):
        return node.until(lambda row: row["state"] == "ended", "GET", "/v1/imports/" + job, self.admin)

    def versions(self, key):
        return self.sql(
            f"SELECT COUNT(*) FROM course_version WHERE course_id = (SELECT id FROM course WHERE key = '{key}')")

    def test_many_who_write_at_once_through_both_nodes_all_get_through(self):
        nodes = self.serve()

        def publish(n):
            return nodes[n % 2].request(
                "POST", "/v1/answers", {"question": f"What about {n}?", "text": "This."}, self.trainer)

        with concurrent.futures.ThreadPoolExecutor(32) as pool:
            replies = list(pool.map(publish, range(256)))
        self.assertEqual([reply for reply in replies if reply[0] != 201], [])
        self.assertEqual(self.sql("SELECT COUNT(*) FROM answer"), "256")

    def test_an_answer_is_found_on_the_other_node(self):
        here, there = self.serve()
        nudged, deaf = [], []

        def publish(word, waits):
            status, _, reply = here.request(
                "POST", "/v1/answers", {"question": f"What is {word}?", "text": f"It is {word}."}, self.trainer)
            self.assertEqual(status, 201, reply)
            began = time.monotonic()
            there.until(
                lambda page: any(hit["title"] == f"What is {word}?" for hit in page["hits"]), "GET",
                f"/v1/search?q={word}", self.clients.tokens[0])
            waits.append(time.monotonic() - began)

        for word in ("wombat", "bilby", "numbat", "potoroo", "dunnart"):
            publish(word, nudged)
        for word in ("axolotl", "ocelot", "tapir", "agouti", "kinkajou"):
            # Whoever listens does so on a connection that ends now; what comes meanwhile is not missed.
            lost = self.sql(
                "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity "
                "WHERE datname = current_database() AND query LIKE 'LISTEN %'")
            self.assertGreater(int(lost), 0, "nobody listens")
            publish(word, deaf)
            self.postgres.until(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN %' AND datname = current_database()", "2",
                "nobody listens again", self.database)
        for waits, how in ((nudged, "nudged"), (deaf, "whose connection was ended")):
            print(f"found by a node {how} after {statistics.median(waits):.2f} s, {max(waits):.2f} s at most", flush=True)
            self.assertLess(statistics.median(waits), 2, waits)

    def test_who_signed_in_on_one_node_is_signed_in_on_the_other(self):
        here, there = self.serve()
        _, _, me = here.request("GET", "/v1/sessions/current", token=self.clients.tokens[0])
        status, _, reply = here.request(
            "PUT", f"/v1/people/{me['person']['id']}/password", {"password": PASSWORD}, self.admin)
        self.assertEqual(status, 204, reply)
        status, _, session = here.request("POST", "/v1/sessions", {"login": "rep0@example.com", "password": PASSWORD})
        self.assertEqual(status, 201, session)
        status, _, reply = there.request("GET", "/v1/sessions/current", token=session["token"])
        self.assertEqual((status, reply["person"]["name"]), (200, "Rep 0"))
        self.assertEqual(there.request("DELETE", "/v1/sessions/current", token=session["token"])[0], 204)
        self.assertEqual(here.request("GET", "/v1/sessions/current", token=session["token"])[0], 401)

    def test_what_is_imported_on_one_node_is_there_on_the_other(self):
        here, there = self.serve()
        row = self.ended(there, self.upload(here, "shared", package("shared", 1, 600_000)))
        self.assertEqual(row["result"], "created", row)
        status, _, lesson = there.request("GET", f"/v1/courses/{row['course_id']}/activities/l3", token=self.admin)
        self.assertEqual(status, 200, lesson)
        self.assertIn("quokka", lesson["html"])
        found = there.until(lambda page: page["hits"], "GET", "/v1/search?q=quokka", self.admin)
        self.assertEqual(found["hits"][0]["course_id"], row["course_id"])
        _, _, me = there.request("GET", "/v1/sessions/current", token=self.clients.tokens[0])
        status, _, reply = there.request(
            "POST", "/v1/enrollments", {"people": [me["person"]["id"]], "course_id": row["course_id"]}, self.admin)
        self.assertEqual(status, 200, reply)
        status, _, launch = there.request(
            "POST", "/v1/launches", {"enrollment_id": reply["results"][0]["enrollment_id"], "activity": "f0"},
            self.clients.tokens[0])
        self.assertEqual(status, 201, launch)
        # A file of several pieces, from a node that never had it.
        url = urllib.parse.urlsplit(launch["url"])
        connection = http.client.HTTPConnection("127.0.0.1", there.content_port, timeout=30)
        self.addCleanup(connection.close)
        connection.request("GET", url.path + (f"?{url.query}" if url.query else ""), headers={"Host": url.netloc})
        reply = connection.getresponse()
        self.assertEqual((reply.status, len(reply.read())), (200, 600_000))

    def test_another_node_ends_the_import_of_one_that_was_killed(self):
        here, there = self.serve()
        job = self.upload(here, "large", package("large", 400, 20_000))
        self.postgres.until(
            "SELECT COUNT(*) > 20 FROM blob", "t", "no import is under way", self.database)
        owner = self.sql("SELECT state || ' ' || tries FROM import_job WHERE file_name = 'large.zip'")
        self.assertEqual(owner, "running 1", "the import was through before its node was killed")
        here.kill()
        # The lease is over at once, as nobody waits a minute here.
        self.sql("UPDATE import_job SET leased_until = leased_until - 120000 WHERE file_name = 'large.zip'")
        row = self.ended(there, job)
        self.assertEqual((row["result"], row["counts"]["files"]), ("created", 400), row)
        self.assertEqual(self.versions("large"), "1")
        self.assertEqual(self.sql("SELECT tries FROM import_job WHERE file_name = 'large.zip'"), "2")
        # The one that was killed comes back and does it no second time.
        here.start()
        again = self.ended(here, self.upload(here, "small", package("small", 1, 100)))
        self.assertEqual(again["result"], "created", again)
        self.assertEqual(self.versions("large"), "1")
        doctor = there.command("doctor", check=False)
        self.assertEqual(doctor.returncode, 0, doctor.stdout + doctor.stderr)

    def test_an_import_whose_database_went_away_for_a_moment_is_begun_again(self):
        here, there = self.serve()
        job = self.upload(here, "large", package("large", 400, 20_000))
        self.postgres.until("SELECT COUNT(*) > 20 FROM blob", "t", "no import is under way", self.database)
        self.sql(
            "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()")
        self.assertEqual(self.sql("SELECT state FROM import_job"), "running", "the import was through before")
        row = self.ended(there, job)
        self.assertEqual((row["result"], row["counts"]["files"]), ("created", 400), row)
        self.assertEqual(self.versions("large"), "1")
        self.assertEqual(self.sql("SELECT tries FROM import_job"), "2")
        doctor = there.command("doctor", check=False)
        self.assertEqual(doctor.returncode, 0, doctor.stdout + doctor.stderr)

    def test_a_node_whose_import_was_taken_over_does_not_end_it_too(self):
        here, there = self.serve()
        job = self.upload(here, "taken", package("taken", 400, 20_000))
        self.postgres.until("SELECT COUNT(*) > 20 FROM blob", "t", "no import is under way", self.database)
        # Both are at work on it now: the first was believed dead.
        self.sql("UPDATE import_job SET leased_until = leased_until - 120000 WHERE file_name = 'taken.zip'")
        row = self.ended(there, job)
        self.assertEqual(row["result"], "created", row)
        later = self.ended(there, self.upload(here, "later", package("later", 1, 100)))
        self.assertEqual(later["result"], "created", later)
        self.assertEqual(self.versions("taken"), "1")

    def test_one_package_on_two_nodes_at_once_is_one_version(self):
        nodes = self.serve()
        body = package("twice", 20, 2_000)
        with concurrent.futures.ThreadPoolExecutor() as pool:
            jobs = list(pool.map(lambda node: self.upload(node, "twice", body), nodes))
        rows = [self.ended(nodes[0], job) for job in jobs]
        self.assertEqual(sorted(row["result"] for row in rows), ["created", "unchanged"], rows)
        self.assertEqual(len({row["version_id"] for row in rows}), 1)
        self.assertEqual(self.versions("twice"), "1")

    def test_of_two_who_edit_an_answer_the_later_is_told(self):
        nodes = self.serve()
        status, headers, answer = nodes[0].request(
            "POST", "/v1/answers", {"question": "Who is first?", "text": "One of two."}, self.trainer)
        self.assertEqual(status, 201, answer)
        for turn in range(10):
            def edit(number):
                return nodes[number].request(
                    "PATCH", f"/v1/answers/{answer['id']}", {"text": f"Node {number} in turn {turn}."}, self.trainer,
                    {"If-Match": headers["ETag"]})

            with concurrent.futures.ThreadPoolExecutor() as pool:
                replies = sorted(pool.map(edit, range(2)), key=lambda reply: reply[0])
            self.assertEqual([status for status, _, _ in replies], [200, 412], replies)
            kept = replies[0]
            for node in nodes:
                _, headers, now = node.request("GET", f"/v1/answers/{answer['id']}", token=self.trainer)
                self.assertEqual((now["text"], headers["ETag"]), (kept[2]["text"], kept[1]["ETag"]))

    def test_ten_nodes_at_once_make_one_schema(self):
        nodes = [Node(self.url).for_test(self) for _ in range(10)]
        for node in nodes:
            node.spawn()
        for node in nodes:
            node.ready()
        count, last = self.sql("SELECT COUNT(*), MAX(number) FROM schema_migration").split("|")
        self.assertEqual(count, last)
        self.assertEqual(
            self.sql("SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name LIKE 'cornerman%'"), "0",
            "nothing was changed that was there before")
        for node in nodes:
            self.assertEqual(node.stop(), 0)


if __name__ == "__main__":
    unittest.main()
