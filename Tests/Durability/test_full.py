"""A full disk, played by a preloaded library: a clear refusal, nothing half done, and well again without a restart."""
import http.client, io, json, os, pathlib, shutil, subprocess, tempfile, time, unittest, uuid, zipfile

from learners import Learners, course
from server import Server

HERE = pathlib.Path(__file__).parent


class FullDiskTests(unittest.TestCase):
    def setUp(self):
        outer = pathlib.Path(tempfile.mkdtemp(prefix="cornerman-full-")).resolve()
        self.addCleanup(shutil.rmtree, outer, True)
        library = outer / "fulldisk.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, HERE / "fulldisk.c", "-ldl"], check=True)
        self.data, self.full = outer / "data", outer / "full"
        self.data.mkdir()
        self.server = Server(str(self.data), library, {"FULL_UNDER": str(self.data), "FULL_WHEN": str(self.full)})
        self.learners = Learners(self.server)
        self.server.start()
        self.learners.enroll(self.server)

    def tearDown(self):
        self.full.unlink(missing_ok=True)
        if self.server.process.poll() is None:
            self.server.stop()

    def fill(self):
        self.full.touch()

    def make_room(self):
        self.full.unlink()

    def is_refused(self, status, headers, reply):
        """Told as what it is, by a stable code, with when to come again."""
        self.assertEqual(status, 503, reply)
        self.assertEqual(headers["Content-Type"], "application/problem+json")
        self.assertEqual(reply["code"], "store-full", reply)
        self.assertIn("disk is full", reply["detail"])
        self.assertGreater(int(headers["Retry-After"]), 0)

    def is_well(self):
        """Everything can be written again, and the data is whole."""
        self.assertEqual(self.server.request("GET", "/readyz")[0], 200)
        status, _, reply = self.server.request(
            "POST", "/v1/people", {"name": f"New {uuid.uuid4()}"}, self.learners.admin)
        self.assertEqual(status, 201, reply)
        self.assertIsNone(self.server.process.poll(), "the server is the same process")
        doctor = self.server.command("doctor", check=False)
        self.assertEqual(doctor.returncode, 0, doctor.stdout + doctor.stderr)

    @staticmethod
    def package(key):
        """A zip of some megabytes, that cannot be made smaller."""
        body = io.BytesIO()
        with zipfile.ZipFile(body, "w") as archive:
            archive.writestr("curriculum.xml", course(key, 5).replace(
                b"</module>", b'<file id="f" href="film.bin"><title>Film</title></file></module>'))
            archive.writestr("film.bin", os.urandom(3 << 20))
        return body.getvalue()

    def ended(self, job):
        for _ in range(600):
            _, _, row = self.server.request("GET", "/v1/imports/" + job, token=self.learners.admin)
            if row["state"] == "ended":
                return row
            time.sleep(0.05)
        self.fail(f"the import never ended: {row}")

    def upload(self, key):
        return self.server.request(
            "POST", f"/v1/imports?file_name={key}.zip", self.package(key), self.learners.admin)

    def test_during_an_upload(self):
        body = self.package("half")
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        connection.putrequest("POST", "/v1/imports?file_name=half.zip")
        connection.putheader("Authorization", "Bearer " + self.learners.admin)
        connection.putheader("Content-Type", "application/octet-stream")
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders()
        half = len(body) // 2
        connection.send(body[:half])
        time.sleep(0.3)
        self.fill()
        try:
            connection.send(body[half:])
        except OSError:
            pass  # The server may answer and close before it has all.
        reply = connection.getresponse()
        self.is_refused(reply.status, reply.headers, json.loads(reply.read()))
        connection.close()
        self.is_refused(*self.upload("full"))
        self.assertEqual(list((self.data / "incoming").iterdir()), [], "nothing of it is left")
        self.make_room()
        status, _, job = self.upload("half")
        self.assertEqual(status, 202, job)
        self.assertEqual(self.ended(job["id"])["result"], "created")
        self.is_well()

    def test_during_a_commit_of_events(self):
        token, enrollment = self.learners.tokens[0], self.learners.enrollments[0]

        def batch(count):
            return {"events": [{
                "id": str(uuid.uuid4()), "enrollment_id": enrollment, "activity": f"l{n % self.learners.lessons}",
                "verb": "completed", "occurred_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())} for n in range(count)]}

        def results(events):
            status, headers, reply = self.server.request("POST", "/v1/events", events, token)
            return status, headers, reply

        before, lost = batch(3), batch(50)
        self.assertEqual(results(before)[0], 200)
        progress = self.server.request("GET", f"/v1/progress?enrollment={enrollment}", token=token)[2]
        self.fill()
        for _ in range(3):
            self.is_refused(*results(lost))
        time.sleep(2.1)  # Readiness is looked at every two seconds.
        self.assertEqual(self.server.request("GET", "/readyz")[0], 503)
        # What is there can be read meanwhile, and none of the batch is.
        self.assertEqual(self.server.request("GET", f"/v1/progress?enrollment={enrollment}", token=token)[2], progress)
        self.assertEqual(len(self.learners.gone(self.server, [e["id"] for e in lost["events"]])), 50)
        self.make_room()
        status, _, reply = results(lost)
        self.assertEqual(status, 200, reply)
        self.assertEqual({row["result"] for row in reply["results"]}, {"recorded"})
        self.assertEqual({row["result"] for row in results(before)[2]["results"]}, {"repeated"})
        self.assertEqual(self.learners.gone(self.server, [e["id"] for e in before["events"] + lost["events"]]), [])
        time.sleep(2.1)
        self.is_well()

    def test_during_an_import_that_has_arrived(self):
        status, _, job = self.upload("arrived")
        self.assertEqual(status, 202, job)
        self.fill()
        time.sleep(1)
        self.make_room()
        row = self.ended(job["id"])
        # It was through before, or is taken up again; or it says that the disk was full, and nothing of it is there.
        if row["result"] == "failed":
            self.assertEqual(row["findings"][0]["code"], "store-full", row)
            self.assertIsNone(row["course_id"])
        else:
            self.assertEqual(row["result"], "created", row)
        self.is_well()


if __name__ == "__main__":
    unittest.main()
