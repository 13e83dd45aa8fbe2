"""kill -9 at random moments: what was acknowledged is there, imports are whole or absent, `doctor` finds nothing."""
import os, random, shutil, tempfile, threading, time, unittest

from learners import Learners, course
from server import Server

ROUNDS = int(os.environ.get("CORNERMAN_KILLS", "20"))
EVENTS = int(os.environ.get("CORNERMAN_KILL_EVENTS", "1000"))


class KillTests(unittest.TestCase):
    def setUp(self):
        self.data = tempfile.mkdtemp(prefix="cornerman-kill-")
        self.addCleanup(shutil.rmtree, self.data, True)

    def test_what_was_acknowledged_survives_kill_9(self):
        seed = int(os.environ.get("CORNERMAN_SEED", random.randrange(1 << 30)))
        print(f"seed {seed}, {ROUNDS} rounds", flush=True)
        chance = random.Random(seed)
        server = Server(self.data)
        learners = Learners(server)
        server.start()
        learners.enroll(server)
        every, imported = [], 0
        for turn in range(ROUNDS):
            acknowledged, stop = [], threading.Event()
            threads = learners.record(server, "", stop, acknowledged)
            deadline = time.monotonic() + 60
            while len(acknowledged) < EVENTS and time.monotonic() < deadline:
                time.sleep(0.01)
            self.assertGreaterEqual(len(acknowledged), EVENTS, "the server is too slow to be killed in mid-work")
            # An import is under way when the process dies.
            package = course(f"import-{turn}", 3000, filler=str(chance.random()))
            status, _, job = server.request(
                "POST", f"/v1/imports?file_name=import-{turn}.xml", package, learners.admin)
            self.assertEqual(status, 202, job)
            time.sleep(chance.uniform(0, 1.0))
            server.kill()
            stop.set()
            for thread in threads:
                thread.join()
            every += acknowledged
            doctor = server.command("doctor", check=False)
            self.assertEqual(doctor.returncode, 0, f"round {turn}: {doctor.stdout}{doctor.stderr}")
            server.start()
            imported += self.whole_or_absent(server, learners, turn)
        self.everything_is_there(server, learners, every)
        self.assertEqual(server.stop(), 0)
        print(f"{len(every)} acknowledged events found, {imported} imports whole when first looked at", flush=True)

    def whole_or_absent(self, server, learners, turn):
        """Every course that can be seen has all its activities; the job that was cut off is ended in the end."""
        cursor, seen = "", 0
        while True:
            _, _, page = server.request("GET", f"/v1/courses?limit=100{cursor}", token=learners.admin)
            for row in page["data"]:
                if row["key"].startswith("import-"):
                    seen += 1
                    self.assertEqual(row["activities"], 3000, f"round {turn}: {row}")
            if not page["has_more"]:
                return seen
            cursor = "&cursor=" + page["next"]

    def everything_is_there(self, server, learners, every):
        missing = learners.gone(server, every)
        self.assertEqual(missing, [], f"{len(missing)} of {len(every)} acknowledged events are gone")


if __name__ == "__main__":
    unittest.main()
