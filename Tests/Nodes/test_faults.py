"""What goes wrong between a node and its database: told clearly, without the password, and nothing lost."""
import base64, json, signal, subprocess, threading, unittest, uuid

from clients import Clients
from node import Node
from old_server import OldServer
from postgres import USER, Postgres
from server import BINARY, free_port

SECRET = "hunter2-is-secret"


class FaultTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.postgres = Postgres.new()
        cls.addClassCleanup(cls.postgres.remove)

    def fails(self, url, code, *words):
        """Whatever is tried with this address ends with this code, these words and no password."""
        node = Node(url).for_test(self)
        node.spawn()
        self.assertEqual(node.process.wait(timeout=60), code, node.said())
        listed = node.command("person", "list", check=False)
        self.assertEqual(listed.returncode, code, listed.stdout + listed.stderr)
        option = subprocess.run(
            [BINARY, "person", "list", "--database", url], capture_output=True, text=True, timeout=60)
        self.assertEqual(option.returncode, code, option.stdout + option.stderr)
        for said in (node.said(), listed.stdout + listed.stderr, option.stdout + option.stderr):
            for word in words:
                self.assertIn(word, said)
            for secret in (SECRET, self.postgres.password):
                self.assertNotIn(secret, said)

    def make(self, name, options=""):
        self.postgres.psql(f"CREATE DATABASE {name} {options}")
        return self.postgres.url(name)

    def test_an_address_that_cannot_be_read(self):
        for url in (
            f"postgres://{USER}:{SECRET}@[::1/db", f"postgres://{USER}:{SECRET}@localhost/db?no_such_option=1",
            f"host=localhost password={SECRET} what",
        ):
            with self.subTest(url):
                self.fails(url, 69, "the address of the database cannot be read", "postgres://user:password@host:5432/database")

    def test_a_server_that_is_not_there(self):
        port = free_port()
        self.fails(f"postgres://{USER}:{SECRET}@127.0.0.1:{port}/db", 69, f"port {port}", "Connection refused")

    def test_a_name_that_nobody_has(self):
        self.fails(f"postgres://{USER}:{SECRET}@no-such-host.invalid/db", 69, "no-such-host.invalid")

    def test_a_wrong_password(self):
        self.fails(
            self.postgres.url("postgres", password=SECRET), 69, f'password authentication failed for user "{USER}"')

    def test_a_database_that_is_not_there(self):
        self.fails(self.postgres.url("nowhere"), 69, 'database "nowhere" does not exist')

    def test_an_old_server(self):
        old = OldServer("12.18")
        self.addCleanup(old.close)
        self.fails(
            f"postgres://{USER}:{SECRET}@127.0.0.1:{old.port}/db", 69, "PostgreSQL 12", "needs 13 or newer")

    def test_a_database_that_is_not_utf_8(self):
        url = self.make("ascii", "ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0")
        self.fails(url, 69, "encoded in SQL_ASCII", "CREATE DATABASE", "ENCODING 'UTF8'")

    def test_a_newer_schema(self):
        url = self.make("newer")
        Node(url).for_test(self).command("person", "add", "Ada")
        self.postgres.psql("INSERT INTO schema_migration (number, name, applied_at) VALUES (9999, 'later', 0)", "newer")
        self.fails(url, 65, "newer")
        self.assertEqual(self.postgres.psql("SELECT MAX(number) FROM schema_migration", "newer"), "9999")

    def test_a_nul_in_a_text(self):
        node = Node(self.make("nul")).for_test(self)
        node.command("person", "add", "Ada", "--email", "ada@example.com", "--role", "admin")
        token = Clients.token(node, "ada@example.com")
        node.start()
        for method, path, body, pointer in (
            ("POST", "/v1/people", {"name": "A\0da"}, "/name"),
            ("POST", "/v1/questions", {"text": "What\0?"}, "/text"),
            ("POST", "/v1/answers", {"question": "What?", "text": "This\0."}, "/text"),
            ("POST", "/v1/answers", {"question": "What?", "text": "This.", "tags": ["a", "b\0"]}, "/tags/1"),
            ("POST", "/v1/sessions", {"login": "a\0", "password": "long-enough-a"}, "/login"),
        ):
            with self.subTest(f"{method} {path} {pointer}"):
                status, _, reply = node.request(method, path, body, token)
                self.assertEqual(status, 422, reply)
                self.assertEqual([row["pointer"] for row in reply["errors"]], [pointer], reply)
        table = "question,text\nWhat?,This\0.\nWho?,They.\n".encode()
        for path, body in (("/v1/answers/import", table), ("/v1/roster", b"external_id,name\nx1,A\0da\n")):
            with self.subTest(path):
                status, _, reply = node.request("POST", path, body, token)
                self.assertEqual((status, reply["refused"]), (200, 1), reply)
                self.assertEqual((reply["rows"][0]["line"], reply["rows"][0]["error"]["code"]), (2, "control-character"), reply)
        nowhere = "00000000-0000-7000-8000-000000000000"
        cursor = base64.urlsafe_b64encode(json.dumps(["people", *["\0"] * 2]).encode()).decode().rstrip("=")
        for method, path, wanted, pointer in (
            ("GET", "/v1/search?q=a%00b", 422, "q"), ("GET", "/v1/people?q=a%00b", 422, "q"),
            ("GET", f"/v1/people?cursor={cursor}", 422, "cursor"),
            ("GET", f"/v1/enrollments/enr_{nowhere}/events?activity=a%00b", 422, "activity"),
            ("GET", f"/v1/attempts?enrollment=enr_{nowhere}&activity=a%00b", 422, "activity"),
            ("POST", "/v1/imports?file_name=a%00b.xml", 422, "file_name"),
            ("GET", f"/v1/courses/crs_{nowhere}/activities/a%00b", 404, None),
        ):
            with self.subTest(path):
                status, _, reply = node.request(method, path, b"<a/>" if method == "POST" else None, token)
                self.assertEqual(status, wanted, reply)
                if pointer:
                    self.assertEqual([row["pointer"] for row in reply["errors"]], [pointer], reply)
        self.assertEqual(node.request("POST", "/v1/people", {"name": "Bo"}, token)[0], 201)
        self.assertEqual(node.stop(), 0)

    def serve(self, name):
        nodes = [Node(self.make(name)).for_test(self)]
        nodes.append(Node(self.postgres.url(name)).for_test(self))
        clients = Clients(nodes)
        for node in nodes:
            node.start()
        clients.enroll(nodes[0])
        return nodes, clients

    def under_load(self, name, work):
        """Runs something while events are recorded on two nodes, and holds what was acknowledged against what is there."""
        nodes, clients = self.serve(name)
        acknowledged, stop = [], threading.Event()
        threads = clients.record(None, "", stop, acknowledged, batch=5)
        try:
            clients.after(acknowledged, 200)
            work(nodes, clients, acknowledged)
            clients.after(acknowledged, 200)
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        clients.hold(self, self.postgres, name, acknowledged)
        for node in nodes:
            self.assertEqual(node.stop(), 0)
        print(
            f"{len(acknowledged)} acknowledged events found, {len(clients.refusals)} requests told to come again, "
            f"{clients.longest:.1f} s for the batch that waited longest", flush=True)

    def test_connections_that_are_ended_in_mid_batch(self):
        ended = []

        def end(nodes, clients, acknowledged):
            for _ in range(15):
                ended.append(int(self.postgres.psql(
                    "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity "
                    "WHERE datname = 'ended' AND pid <> pg_backend_pid()")))
                clients.after(acknowledged, 50)

        self.under_load("ended", end)
        self.assertTrue(all(count > 0 for count in ended), ended)

    def test_a_server_that_is_stopped_and_started(self):
        def pause(nodes, clients, acknowledged):
            for how in (signal.SIGINT, signal.SIGQUIT):
                before = len(clients.refusals)
                self.postgres.stop(how)
                while len(clients.refusals) < before + 16 and not clients.broken:
                    threading.Event().wait(0.05)
                for node in nodes:
                    status, headers, reply = node.request(
                        "POST", "/v1/people", {"name": f"New {uuid.uuid4()}"}, clients.admin)
                    self.assertEqual((status, reply["code"]), (503, "store-unavailable"), reply)
                    self.assertGreater(int(headers["Retry-After"]), 0)
                    self.assertEqual(node.request("GET", "/healthz")[0], 200)
                    node.until_status(503, "/readyz")
                listed = nodes[0].command("person", "list", check=False)
                self.assertEqual(listed.returncode, 69, listed.stdout + listed.stderr)
                self.assertNotIn(self.postgres.password, listed.stderr)
                self.postgres.start()
                clients.after(acknowledged, 200)
                for node in nodes:
                    node.until_status(200, "/readyz")

        self.under_load("paused", pause)


if __name__ == "__main__":
    unittest.main()
