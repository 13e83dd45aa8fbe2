"""Clients that send each batch of events again until it is acknowledged, as a page does whose server is away for a while."""
import http.client, time, uuid

import node  # Where the other tests' parts are is told there.
from learners import Learners


class Clients(Learners):
    """Every learner goes through a node of their own, one after another in turn."""

    def __init__(self, nodes, count=8):
        super().__init__(nodes[0], count)
        self.nodes = nodes
        self.refusals = []  # Status, Retry-After, code.
        self.longest = 0.0  # Seconds that one batch took.
        self.broken = []  # What no client should see of a node that lives.

    def _one(self, server, n, prefix, stop, acknowledged, batch):
        node, number = self.nodes[n % len(self.nodes)], 0
        connection = http.client.HTTPConnection("127.0.0.1", node.port, timeout=60)
        while not stop.is_set():
            events = []
            for _ in range(batch):
                number += 1
                events.append({
                    "id": str(uuid.uuid4()), "enrollment_id": self.enrollments[n],
                    "activity": f"l{number % self.lessons}", "verb": "opened" if number % 3 else "completed",
                    "occurred_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())})
            began = time.monotonic()
            try:
                while not self._send(node, n, connection, events, acknowledged):
                    if time.monotonic() - began > 90:
                        raise AssertionError("a batch is refused for 90 seconds")
                    time.sleep(0.2)
            except (OSError, http.client.HTTPException, ValueError, AssertionError) as error:
                self.broken.append(repr(error))
                break
            self.longest = max(self.longest, time.monotonic() - began)
            time.sleep(0.2)  # All of it is read again at the end.
        connection.close()

    def _send(self, node, n, connection, events, acknowledged):
        """Whether all of the events are there, as the node says."""
        status, headers, reply = node.request("POST", "/v1/events", {"events": events}, self.tokens[n], connection=connection)
        if status == 503:
            self.refusals.append((status, headers["Retry-After"], reply["code"]))
            return False
        if status != 200 or any(r["result"] not in ("recorded", "repeated") for r in reply["results"]):
            raise AssertionError(f"{status}: {reply}")
        # An answer that was lost on the way is no second event.
        acknowledged.extend(event["id"] for event in events)
        return True

    def hold(self, test, postgres, database, acknowledged):
        """What was acknowledged is there, on every node, once; and nothing else is."""
        test.assertEqual(self.broken, [])
        test.assertEqual({(status, code) for status, _, code in self.refusals} - {(503, "store-unavailable")}, set())
        test.assertTrue(all(int(after) > 0 for _, after, _ in self.refusals), self.refusals[:3])
        for node in self.nodes:
            test.assertEqual(node.request("GET", "/readyz")[0], 200)
            test.assertEqual(self.gone(node, acknowledged), [])
            test.assertIsNone(node.process.poll(), "the node is the same process")
            test.assertNotIn(postgres.password, node.said())
        # Everything that was sent was acknowledged in the end.
        test.assertEqual(len(acknowledged), len(set(acknowledged)))
        test.assertEqual(int(postgres.psql("SELECT COUNT(*) FROM event", database)), len(acknowledged))
        doctor = self.nodes[0].command("doctor", check=False)
        test.assertEqual(doctor.returncode, 0, doctor.stdout + doctor.stderr)

    def after(self, acknowledged, count):
        """Waits until so many more are acknowledged."""
        wanted, deadline = len(acknowledged) + count, time.monotonic() + 90
        while len(acknowledged) < wanted and not self.broken:
            if time.monotonic() > deadline:
                raise AssertionError("no more events are acknowledged")
            time.sleep(0.02)
