"""The systemd units: read by systemd's own checker in a root of their own, where a script stands in for the program."""
import pathlib, shutil, subprocess, tempfile, unittest

from nodes import ROOT, settings, unit
from server import BINARY

UNITS = {"cornerman.service": "cornerman.service", "cornerman@.service": "cornerman@a.service"}
# systemd's own measure, in tenths: 1.2 when this was written, 9.2 for a unit that says nothing.
EXPOSURE = 15


class UnitTests(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="cornerman-units-"))
        self.addCleanup(shutil.rmtree, self.root, True)
        for folder in ("etc/systemd/system", "etc/cornerman", "opt/cornerman", "usr/lib"):
            (self.root / folder).mkdir(parents=True)
        shutil.copytree("/usr/lib/systemd/system", self.root / "usr/lib/systemd/system", symlinks=True)
        program = self.root / "opt/cornerman/cornerman"
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        for name in UNITS:
            shutil.copy(ROOT / "deploy" / name, self.root / "etc/systemd/system" / name)

    def analyze(self, *arguments):
        return subprocess.run(
            ["systemd-analyze", "--no-pager", f"--root={self.root}", *arguments], capture_output=True, text=True)

    def verify(self, name):
        return self.analyze("verify", "--man=no", "--recursive-errors=yes", name)

    def test_systemd_finds_nothing_to_say_about_them(self):
        for name in UNITS.values():
            done = self.verify(name)
            self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""), name)

    def test_the_check_notices_a_program_that_is_not_there_and_a_word_that_systemd_does_not_know(self):
        (self.root / "opt/cornerman/cornerman").unlink()
        self.assertIn("is not executable", self.verify("cornerman.service").stderr)
        (self.root / "opt/cornerman/cornerman").write_text("")
        place = self.root / "etc/systemd/system/cornerman.service"
        place.write_text(place.read_text().replace("ProtectSystem=", "ProtectSytem="))
        self.assertIn("Unknown key 'ProtectSytem'", self.verify("cornerman.service").stderr)

    def test_little_is_open_to_them(self):
        for name in UNITS.values():
            done = self.analyze("security", "--offline=yes", f"--threshold={EXPOSURE}", name)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_what_they_expand_is_in_the_environment_files(self):
        given = set(settings(ROOT / "deploy/cornerman.env")) | set(settings(ROOT / "deploy/node.env"))
        for name in UNITS:
            line = unit(name)["ExecStart"][0]
            wanted = {word.strip("${}") for word in line.split() if word.startswith("$")}
            self.assertLessEqual(wanted, given, name)
            self.assertGreater(len(wanted), 2, name)

    def test_the_program_has_ended_before_systemd_loses_patience(self):
        for name in UNITS:
            words = unit(name)["ExecStart"][0].split()
            grace = int(words[words.index("--grace") + 1])
            self.assertGreater(int(unit(name)["TimeoutStopSec"][0]), grace + 1, name)

    def test_the_program_knows_the_options(self):
        known = subprocess.run([BINARY, "serve", "--help"], capture_output=True, text=True, check=True).stdout
        for name in UNITS:
            for word in unit(name)["ExecStart"][0].split():
                if word.startswith("--"):
                    self.assertIn(word, known, name)

    def test_the_user_is_made_by_systemd_sysusers(self):
        done = subprocess.run(
            ["systemd-sysusers", f"--root={self.root}", ROOT / "deploy/sysusers.conf"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        made = (self.root / "etc/passwd").read_text().split(":")
        self.assertEqual((made[0], made[5]), ("cornerman", "/var/lib/cornerman"))
        for name in UNITS:
            self.assertEqual(unit(name)["User"], ["cornerman"])
