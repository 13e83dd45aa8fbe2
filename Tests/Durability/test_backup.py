"""A backup of a server that goes on: what was acknowledged before it is in it, and what is in it is whole."""
import json, os, shutil, tempfile, threading, time, unittest

from learners import Learners, course
from server import Server


class BackupTests(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="cornerman-backup-")
        self.addCleanup(shutil.rmtree, self.folder, True)

    def test_a_backup_under_load_holds_what_was_acknowledged_before_it(self):
        server = Server(os.path.join(self.folder, "data"))
        os.mkdir(server.data)
        learners = Learners(server)
        server.start()
        learners.enroll(server)
        acknowledged, stop = [], threading.Event()
        threads = learners.record(server, "", stop, acknowledged)
        try:
            for turn in range(3):
                deadline = time.monotonic() + 60
                while len(acknowledged) < 200 * (turn + 1) and time.monotonic() < deadline:
                    time.sleep(0.01)
                status, _, job = server.request(
                    "POST", f"/v1/imports?file_name=import-{turn}.xml", course(f"import-{turn}", 500), learners.admin)
                self.assertEqual(status, 202, job)
                before = list(acknowledged)
                self.assertGreater(len(before), 0)
                self.backed_up(server, learners, before, turn)
        finally:
            stop.set()
            for thread in threads:
                thread.join()
        self.assertEqual(server.stop(), 0)

    def backed_up(self, server, learners, before, turn):
        target = os.path.join(self.folder, f"backup-{turn}")
        manifest = json.loads(server.command("backup", target, "--json").stdout)
        self.assertEqual(manifest["lacking"], [])
        restored = Server(os.path.join(self.folder, f"restored-{turn}"))
        report = json.loads(restored.command("restore", target, "--json").stdout)
        self.assertGreaterEqual(report["events"], len(before))
        self.assertEqual(report["personal_tokens"], len(learners.tokens) + 1)
        self.assertIn("All is well.", restored.command("doctor").stdout)
        restored.start()
        missing = learners.gone(restored, before)
        self.assertEqual(missing, [], f"{len(missing)} of {len(before)} acknowledged events are not in the backup")
        self.assertEqual(restored.stop(), 0)
