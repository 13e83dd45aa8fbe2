"""No 2xx leaves before the sync that covers it, read off a preloaded library's log: a killed process loses no page cache, so
that kill -9 alone cannot show this."""
import collections, io, pathlib, shutil, subprocess, tempfile, threading, time, unittest, zipfile

from learners import Learners, course
from server import Server

MARK = "feedface-"
HERE = pathlib.Path(__file__).parent


def read(log):
    """The log's lines as (sequence, kind, path, ids)."""
    for line in log.read_text().splitlines():
        sequence, kind, path, *ids = line.split(" ")
        yield int(sequence), kind, path, ids


class SyncTests(unittest.TestCase):
    def setUp(self):
        self.data = tempfile.mkdtemp(prefix="cornerman-syncs-")
        self.addCleanup(shutil.rmtree, self.data, True)
        self.preloaded = pathlib.Path(self.data, "syncs.so")
        subprocess.run(
            ["cc", "-shared", "-fPIC", "-O1", "-o", self.preloaded, HERE / "syncs.c", "-ldl", "-lpthread"], check=True)
        self.log = pathlib.Path(self.data, "syncs.log")

    def serve(self):
        server = Server(self.data, self.preloaded, {"SYNCS_LOG": str(self.log), "SYNCS_MARK": MARK})
        learners = Learners(server)
        server.start()
        learners.enroll(server)
        return server, learners

    def test_an_event_is_synced_before_it_is_acknowledged(self):
        server, learners = self.serve()
        acknowledged, stop = [], threading.Event()
        threads = learners.record(server, MARK, stop, acknowledged, batch=3)
        time.sleep(3)
        stop.set()
        for thread in threads:
            thread.join()
        self.assertEqual(server.stop(), 0)
        self.assertGreater(len(acknowledged), 100)
        covered, checked, waiting, running = set(), 0, collections.defaultdict(set), {}
        for _, kind, path, ids in read(self.log):
            if kind == "w":
                waiting[path].update(ids)
            elif kind == "s":
                # Only what was written before the sync began is covered by it.
                running[path] = set(waiting[path])
            elif kind == "S":
                covered |= running.pop(path, set())
            elif kind == "o":
                for event in ids:
                    self.assertIn(event, covered, f"{event} was acknowledged before a sync covered it")
                    checked += 1
        self.assertGreaterEqual(checked, len(acknowledged))
        print(f"{checked} acknowledgments, each after its sync", flush=True)

    def test_a_package_is_synced_before_it_has_its_name(self):
        server, learners = self.serve()
        package = io.BytesIO()
        with zipfile.ZipFile(package, "w") as archive:
            archive.writestr("curriculum.xml", course("synced", 5).replace(
                b"</module>", b'<file id="f" href="sheet.txt"><title>Sheet</title></file></module>'))
            archive.writestr("sheet.txt", "To print.")
        # What the learners' course brought came by a command, which is not watched.
        before = len(self.blobs())
        status, _, reply = server.request(
            "POST", "/v1/imports?file_name=a.zip", package.getvalue(), learners.admin)
        self.assertEqual(status, 202, reply)
        for _ in range(200):
            _, _, job = server.request("GET", "/v1/imports/" + reply["id"], token=learners.admin)
            if job["state"] == "ended":
                break
            time.sleep(0.05)
        self.assertEqual(job["result"], "created", job)
        self.assertEqual(server.stop(), 0)
        last, renamed = "", 0
        for _, kind, path, _ in read(self.log):
            if kind == "r" and "/blobs/" in path:
                renamed += 1
                self.assertEqual(last, "S", f"{path} was named before its bytes were synced")
            if kind in "sS" and "/blobs/" in path:
                last = kind
        self.assertGreater(renamed, 0)
        self.assertEqual(renamed, len(self.blobs()) - before)

    def blobs(self):
        return list(pathlib.Path(self.data, "blobs").glob("??/*"))


if __name__ == "__main__":
    unittest.main()
