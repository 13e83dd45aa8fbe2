"""A cornerman server that keeps its data in PostgreSQL, as one of several."""
import os, pathlib, shutil, sys, tempfile, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Durability"))

from server import Server


class Node(Server):
    def __init__(self, url):
        # The address has the password in it, so that it does not stand where all of the machine may read it.
        super().__init__(
            tempfile.mkdtemp(prefix="cornerman-node-test-"), environment={"CORNERMAN_DATABASE_URL": url}, place=[])

    def spawn(self, *options):
        super().spawn("--node-folder", os.path.join(self.data, "node"), "--log-level", "notice", *options)

    def said(self):
        """Everything that it printed since it was started."""
        with open(f"/proc/self/fd/{self.log.fileno()}") as copy:
            return copy.read()

    def for_test(self, test):
        """Leaves nothing behind once the test has ended."""
        test.addCleanup(self._remove)
        return self

    def _remove(self):
        if self.process:
            if self.process.poll() is None:
                self.kill()
            self.log.close()
        shutil.rmtree(self.data, True)

    def until(self, wanted, method, path, token, seconds=60):
        """Asks until the reply is as wanted, and returns it."""
        deadline = time.monotonic() + seconds
        while True:
            status, _, reply = self.request(method, path, token=token)
            if status == 200 and wanted(reply):
                return reply
            if time.monotonic() > deadline:
                raise AssertionError(f"{method} {path}: {status} {reply}")
            time.sleep(0.05)

    def until_status(self, wanted, path, seconds=30):
        """Asks until the status is as wanted."""
        deadline = time.monotonic() + seconds
        while (status := self.request("GET", path)[0]) != wanted:
            if time.monotonic() > deadline:
                raise AssertionError(f"{path}: {status}, not {wanted}")
            time.sleep(0.1)
