"""kill -9 of the primary under load: the replica takes over, the nodes find it, what was acknowledged is there, once."""
import os, threading, unittest

from clients import Clients
from node import Node
from postgres import Postgres
from server import free_port

ROUNDS = int(os.environ.get("CORNERMAN_FAILOVERS", "5"))
EVENTS = 200


class FailoverTests(unittest.TestCase):
    def test_no_acknowledged_event_is_lost_with_its_primary(self):
        self.primary = Postgres.new()
        self.addCleanup(lambda: self.primary.remove())
        self.primary.psql("CREATE DATABASE cornerman")
        self.standby = self.primary.standby(free_port())
        self.addCleanup(lambda: self.standby.remove())
        self.primary.wait_for_standby()
        url = self.primary.url("cornerman", self.standby)
        nodes = [Node(url).for_test(self) for _ in range(2)]
        clients = Clients(nodes)
        for node in nodes:
            node.start()
        clients.enroll(nodes[0])
        acknowledged, stop = [], threading.Event()
        threads = clients.record(None, "", stop, acknowledged, batch=5)
        try:
            for _ in range(ROUNDS):
                self.fail_over(clients, acknowledged)
            clients.after(acknowledged, EVENTS)
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        clients.hold(self, self.primary, "cornerman", acknowledged)
        for node in nodes:
            self.assertEqual(node.stop(), 0)
        print(
            f"{ROUNDS} failovers: {len(acknowledged)} acknowledged events found, {len(clients.refusals)} requests told to come "
            f"again, {clients.longest:.1f} s for the batch that waited longest", flush=True)

    def fail_over(self, clients, acknowledged):
        # That commits wait for the standby has come through to everybody.
        self.primary.until(
            "SELECT COUNT(*) > 0 FROM pg_stat_activity WHERE wait_event = 'SyncRep'", "t", "nobody waits for the standby")
        clients.after(acknowledged, EVENTS)
        self.primary.kill()
        self.standby.promote()
        lost, self.primary = self.primary, self.standby
        lost.remove()
        clients.after(acknowledged, EVENTS)
        # The next one is made while everything goes on.
        self.standby = self.primary.standby(lost.port)
        self.primary.wait_for_standby()


if __name__ == "__main__":
    unittest.main()
