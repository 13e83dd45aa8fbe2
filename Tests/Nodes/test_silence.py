"""A database whose connections stand, but that does not answer: nobody waits for ever, and nothing counts that is not safe."""
import concurrent.futures, os, signal, time, unittest, uuid

from clients import Clients
from node import Node
from postgres import Postgres
from server import free_port


class SilenceTests(unittest.TestCase):
    def serve(self, postgres):
        node = Node(postgres.url("cornerman")).for_test(self)
        self.clients = Clients([node], count=2)
        node.start()
        self.clients.enroll(node)
        return node

    def event(self):
        return {
            "id": str(uuid.uuid4()), "enrollment_id": self.clients.enrollments[0], "activity": "l1", "verb": "completed",
            "occurred_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())}

    def record(self, node, event):
        status, headers, reply = node.request("POST", "/v1/events", {"events": [event]}, self.clients.tokens[0])
        if status == 503:
            self.assertEqual(reply["code"], "store-unavailable", reply)
            self.assertGreater(int(headers["Retry-After"]), 0)
        return status, reply

    def test_a_replica_that_is_away(self):
        primary = Postgres.new()
        self.addCleanup(primary.remove)
        primary.psql("CREATE DATABASE cornerman")
        standby = primary.standby(free_port())
        self.addCleanup(standby.remove)
        primary.wait_for_standby()
        node, event = self.serve(primary), None
        standby.stop()
        event = self.event()
        with concurrent.futures.ThreadPoolExecutor(12) as pool:
            # More than there are connections.
            others = [pool.submit(
                node.request, "POST", "/v1/people", {"name": f"New {n}"}, self.clients.admin) for n in range(10)]
            first = pool.submit(self.record, node, event)
            primary.until(
                "SELECT COUNT(*) > 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'", "t", "nobody waits for the standby")
            for path in ("/v1/courses", "/v1/sessions/current", "/v1/enrollments"):
                self.assertEqual(node.request("GET", path, token=self.clients.tokens[0])[0], 200)
            self.assertFalse(first.done(), "what is there is read while others wait")
            self.assertEqual(first.result()[0], 503)
            for other in others:
                status, _, reply = other.result()
                self.assertEqual(status, 503, reply)
                # Some waited for the locks of those that wait for the standby.
                self.assertIn(reply["code"], ("store-unavailable", "store-contention"))
        # By now the primary has it, but it alone: whoever sends it again must not hear that all is well.
        self.assertEqual(primary.psql(f"SELECT COUNT(*) FROM event WHERE id = '{event['id']}'", "cornerman"), "1")
        self.assertEqual(self.record(node, event)[0], 503)
        standby.start()
        primary.until("SELECT sync_state FROM pg_stat_replication", "sync", "the standby does not come back")
        node.until_status(200, "/readyz", seconds=60)
        status, reply = self.record(node, event)
        self.assertEqual((status, reply["results"][0]["result"]), (200, "repeated"), reply)
        self.assertEqual(
            standby.psql(f"SELECT COUNT(*) FROM event WHERE id = '{event['id']}'", "cornerman"), "1")
        self.assertEqual(node.stop(), 0)

    def test_a_server_that_is_frozen(self):
        postgres = Postgres.new()
        self.addCleanup(postgres.remove)
        postgres.psql("CREATE DATABASE cornerman")
        node = self.serve(postgres)
        self.assertEqual(self.record(node, self.event())[0], 200)
        frozen = [postgres.process.pid, *postgres.children()]
        event = self.event()
        for process in frozen:
            os.kill(process, signal.SIGSTOP)
        try:
            self.assertEqual(self.record(node, event)[0], 503)
            self.assertEqual(node.request("GET", "/v1/courses", token=self.clients.tokens[0])[0], 503)
            self.assertEqual(node.request("GET", "/healthz")[0], 200)
        finally:
            for process in frozen:
                os.kill(process, signal.SIGCONT)
        node.until_status(200, "/readyz", seconds=60)
        self.assertEqual(self.record(node, event)[0], 200)
        self.assertEqual(postgres.psql("SELECT COUNT(*) FROM event", "cornerman"), "2")
        self.assertEqual(node.stop(), 0)


if __name__ == "__main__":
    unittest.main()
