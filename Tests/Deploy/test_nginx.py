"""nginx with the shipped site in front of two nodes that the shipped unit's command line starts, on one PostgreSQL database."""
import http.client, io, os, shutil, signal, socket, tempfile, threading, time, unittest, zipfile

from front import Site
from learners import course
from nodes import APP, CONTENT, Node, make_database

PASSWORD = "a-long-enough-password"


def package(key, megabytes):
    """A zip that cannot be made smaller, with a page to open."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        archive.writestr("curriculum.xml", course(key, 2).replace(
            b"</module>", b'<file id="f" href="page.html"><title>Page</title></file>'
                          b'<file id="g" href="film.bin"><title>Film</title></file></module>'))
        archive.writestr("page.html", "<!doctype html><title>Page</title><p>Reasons first.")
        archive.writestr("film.bin", os.urandom(megabytes << 20))
    return body.getvalue()


class NginxTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="cornerman-nginx-")
        os.chmod(cls.folder, 0o755)
        cls.addClassCleanup(shutil.rmtree, cls.folder, True)
        database = make_database()
        cls.nodes = []
        for name in "ab":
            node = Node(database, os.path.join(cls.folder, name))
            cls.addClassCleanup(node.end, signal.SIGKILL)
            cls.nodes.append(node.start())
        cls.site = Site(cls.folder, [node.port for node in cls.nodes], [node.content_port for node in cls.nodes])
        cls.addClassCleanup(cls.site.end)
        cls.site.start()
        # The second node's link is the one that counts: each start replaces it.
        secret = cls.nodes[1].waits_for(rf"https://{APP}/#/setup/(\S+)").group(1)
        status, _, session = cls.site.request(
            "PUT", "/v1/invitations/redemption",
            {"token": secret, "password": PASSWORD, "name": "Ada Admin", "email": "ada@example.com"})
        assert status in (200, 201), session

    def setUp(self):
        for node in self.nodes:
            if node.process is None:
                node.start()
        status, _, session = self.site.request(
            "POST", "/v1/sessions", {"login": "ada@example.com", "password": PASSWORD})
        self.assertEqual(status, 201, session)
        self.token = session["token"]

    def get(self, path, **options):
        return self.site.request("GET", path, token=self.token, **options)

    def ended(self, job):
        for _ in range(1200):
            _, _, row = self.get("/v1/imports/" + job)
            if row["state"] == "ended":
                return row
            time.sleep(0.05)
        self.fail(f"the import never ended: {row}")

    def test_a_session_is_good_on_both_nodes(self):
        before = [node.answered() for node in self.nodes]
        for _ in range(10):
            status, _, me = self.get("/v1/sessions/current")
            self.assertEqual((status, me["person"]["name"]), (200, "Ada Admin"))
        for node, count in zip(self.nodes, before):
            self.assertGreaterEqual(node.answered() - count, 3)

    def test_an_upload_goes_through_and_its_files_are_on_the_contents_name_alone(self):
        body = package("through", 6)
        status, headers, job = self.site.request(
            "POST", "/v1/imports?file_name=through.zip", body, self.token,
            {"Content-Type": "application/octet-stream"})
        self.assertEqual(status, 202, job)
        self.assertEqual(self.ended(job["id"])["result"], "created")
        _, _, courses = self.get("/v1/courses")
        found = next(row for row in courses["data"] if row["key"] == "through")
        _, _, me = self.get("/v1/sessions/current")
        _, _, enrolled = self.site.request(
            "POST", "/v1/enrollments", {"people": [me["person"]["id"]], "course_id": found["id"]}, self.token)
        status, _, launch = self.site.request(
            "POST", "/v1/launches",
            {"enrollment_id": enrolled["results"][0]["enrollment_id"], "activity": "f"}, self.token)
        self.assertEqual(status, 201, launch)
        self.assertTrue(launch["base"].startswith(f"https://{CONTENT}/"), launch)
        base = launch["base"].removeprefix(f"https://{CONTENT}")
        for _ in range(4):
            status, headers, page = self.site.request("GET", base + "page.html", name=CONTENT)
            self.assertEqual((status, headers["Content-Type"].split(";")[0]), (200, "text/html"))
            self.assertIn(b"Reasons first.", page)
            status, headers, part = self.site.request(
                "GET", base + "film.bin", headers={"Range": "bytes=1048576-2097151"}, name=CONTENT)
            self.assertEqual((status, len(part)), (206, 1 << 20))
        self.assertEqual(self.site.request("GET", base + "page.html")[0], 404, "the page's own name has none of it")
        self.assertEqual(self.site.request("GET", "/v1/limits", name=CONTENT)[0], 404, "and the content's no API")

    def test_an_upload_is_handed_on_while_it_comes(self):
        """A node hears of what is too large by its own limit, from the first bytes, in its own words."""
        connection = self.site.connection()
        connection.putrequest("POST", "/v1/imports?file_name=large.zip")
        connection.putheader("Authorization", "Bearer " + self.token)
        connection.putheader("Content-Length", str((1 << 30) + 1))
        connection.endheaders()
        connection.send(b"PK\3\4")
        reply = connection.getresponse()
        self.assertEqual((reply.status, reply.getheader("Content-Type")), (413, "application/problem+json"))
        connection.close()

    def test_other_bodies_that_are_too_large_are_refused_in_the_products_words(self):
        status, headers, reply = self.site.request(
            "POST", "/v1/events", b" " * (2 << 20), self.token, {"Content-Type": "application/json"})
        self.assertEqual((status, headers["Content-Type"]), (413, "application/problem+json"), reply)

    def test_what_is_for_callers_on_the_machine_is_not_for_those_who_come_through_the_proxy(self):
        """The node sees the header by which it knows that a proxy passes a request on."""
        self.assertEqual(self.nodes[0].status("/metrics"), 200)
        self.assertEqual(self.site.request("GET", "/metrics")[0], 401)

    def test_plain_http_is_sent_to_https(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.site.plain_port, timeout=30)
        connection.request("GET", "/?q=1", headers={"Host": APP})
        reply = connection.getresponse()
        self.assertEqual((reply.status, reply.getheader("Location")), (301, f"https://{APP}/?q=1"))
        connection.close()

    def test_nothing_is_seen_of_a_node_that_is_told_to_stop_by_those_who_read(self):
        self.reads_go_on(signal.SIGTERM, self.nodes[0])

    def test_nothing_is_seen_of_a_node_that_is_killed_by_those_who_read(self):
        self.reads_go_on(signal.SIGKILL, self.nodes[1])

    def reads_go_on(self, with_signal, node):
        stop, replies = threading.Event(), []

        def read(number):
            connection = self.site.connection()
            while not stop.is_set():
                path = ("/v1/sessions/current", "/v1/courses", "/")[number % 3]
                try:
                    replies.append((path, self.get(path, connection=connection)[0]))
                except (OSError, http.client.HTTPException) as error:
                    replies.append((path, repr(error)))
                    connection.close()
            connection.close()

        threads = [threading.Thread(target=read, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        try:
            self.wait_for(replies, 200)
            node.end(with_signal)
            self.wait_for(replies, 400)
            # A change goes to the one that is left: to one that takes no connection nothing was sent.
            for number in range(6):
                status, _, reply = self.site.request(
                    "POST", "/v1/people", {"name": f"New {with_signal.name} {number}"}, self.token)
                self.assertEqual(status, 201, reply)
            node.start()
            other = node.answered()
            deadline = time.monotonic() + 60
            while node.answered() < other + 50 and time.monotonic() < deadline:
                time.sleep(0.1)
            self.assertGreaterEqual(node.answered(), other + 50, "it is asked again once it is back")
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        self.assertEqual([reply for reply in replies if reply[1] != 200], [])

    def wait_for(self, replies, more):
        wanted, deadline = len(replies) + more, time.monotonic() + 120
        while len(replies) < wanted and time.monotonic() < deadline:
            time.sleep(0.02)
        self.assertGreaterEqual(len(replies), wanted)


class Dropper:
    """Listens as a node does that dies with a request in its hands: reads all of it, and closes without a word."""

    def __init__(self, heard):
        self.heard, self.socket = heard, socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as lines:
                head = []
                while (line := lines.readline().strip()):
                    head.append(line.decode())
                if not head:
                    continue
                fields = dict(line.lower().split(": ", 1) for line in head[1:])
                lines.read(int(fields.get("content-length", 0)))
                self.heard.append((head[0].split(" ")[0], fields))


class RepetitionTests(unittest.TestCase):
    """What nginx sends twice, with nodes that die at the worst moment."""

    def what_is_heard(self, *arguments, **options):
        """One request to a new nginx with two such nodes, which remembers nothing of earlier ones."""
        heard, folder = [], tempfile.mkdtemp(prefix="cornerman-nginx-")
        self.addCleanup(shutil.rmtree, folder, True)
        nodes = [Dropper(heard), Dropper(heard)]
        ports = [node.port for node in nodes]
        os.chmod(folder, 0o755)
        site = Site(folder, ports, ports)
        try:
            self.assertEqual(site.start().request(*arguments, **options)[0], 502)
        finally:
            site.end()
            for node in nodes:
                node.socket.close()
        return heard

    def test_what_reads_is_asked_of_the_other_node_too(self):
        self.assertEqual([method for method, _ in self.what_is_heard("GET", "/v1/plan")], ["GET", "GET"])

    def test_what_changes_something_is_sent_once(self):
        for method, path, body in [
            ("POST", "/v1/events", {"events": []}), ("PATCH", "/v1/people/per_1", {"name": "Ada"}),
            ("POST", "/v1/imports?file_name=a.zip", b"PK" * 4096), ("POST", "/v1/roster", b"external_id\n1\n"),
            ("PUT", "/v1/invitations/redemption", {"token": "t"}),
        ]:
            with self.subTest(method=method, path=path):
                self.assertEqual([method for method, _ in self.what_is_heard(method, path, body)], [method])

    def test_it_says_who_called_under_which_name(self):
        heard = self.what_is_heard(
            "POST", "/v1/sessions", {}, source="127.0.0.9", headers={"X-Forwarded-For": "203.0.113.7"})
        fields = heard[0][1]
        self.assertEqual(fields["x-forwarded-for"], "203.0.113.7, 127.0.0.9")
        self.assertEqual((fields["x-forwarded-proto"], fields["host"]), ("https", APP))
