"""The container files, which were never built or run: linted, and held against the sources and the program's options."""
import pathlib, re, subprocess, sys, unittest

import yaml

from nodes import ROOT
from server import BINARY

CONTAINERFILE, COMPOSE = ROOT / "deploy/Containerfile", ROOT / "deploy/compose.yaml"


class ContainerTests(unittest.TestCase):
    def setUp(self):
        self.compose = yaml.safe_load(COMPOSE.read_text())
        self.known = subprocess.run(
            [BINARY, "serve", "--help"], capture_output=True, text=True, check=True).stdout

    def test_both_say_in_their_head_that_they_were_only_linted(self):
        for place in (CONTAINERFILE, COMPOSE):
            self.assertRegex(place.read_text().splitlines()[0], "^# Only linted, never (built|run)")

    def test_hadolint_finds_nothing_to_say(self):
        hadolint = pathlib.Path(sys.executable).parent / "hadolint"
        done = subprocess.run(
            [hadolint, "--no-color", "--failure-threshold", "style", CONTAINERFILE], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))

    def test_what_is_copied_is_there(self):
        copied = re.findall(r"(?m)^COPY (?!--from)(\S+) ", CONTAINERFILE.read_text())
        self.assertIn("Sources", copied)
        for name in copied:
            self.assertTrue((ROOT / name).exists(), name)
        for folder in re.findall(r'path: "(\w+)/', (ROOT / "Package.swift").read_text()):
            self.assertIn(folder, copied, "the package's manifest names it")

    def test_what_is_built_with_is_what_make_installs(self):
        packages = re.search(r"(?m)^PACKAGES := (.*)$", (ROOT / "Makefile").read_text()).group(1).split()
        build = CONTAINERFILE.read_text().split("FROM ")[1]
        self.assertEqual([package for package in packages if package not in build], [])

    def test_services_use_what_is_declared(self):
        services = self.compose["services"]
        self.assertEqual(set(services), {"database", "a", "b"})
        for name, service in services.items():
            for volume in service["volumes"]:
                self.assertIn(volume.split(":")[0], self.compose["volumes"], name)
            self.assertLessEqual(set(service["networks"]), set(self.compose["networks"]), name)
            self.assertLessEqual(set(service.get("depends_on", {})), set(services), name)
            if build := service.get("build"):
                self.assertEqual(ROOT, (COMPOSE.parent / build["context"]).resolve())
                self.assertEqual(CONTAINERFILE, ROOT / build["dockerfile"])
        self.assertIn("healthcheck", services["database"], "the nodes wait until it is healthy")

    def test_the_program_knows_the_options(self):
        for name in ("a", "b"):
            command, *options = self.compose["services"][name]["command"]
            self.assertEqual(command, "serve")
            for option in options:
                self.assertIn(option.split("=")[0], self.known)

    def test_the_nodes_are_where_the_site_of_nginx_looks_for_them(self):
        site = (ROOT / "deploy/nginx.conf").read_text()
        ports = [port for name in ("a", "b") for port in self.compose["services"][name]["ports"]]
        self.assertEqual(len(set(ports)), 4)
        for port in ports:
            self.assertIn(f"server {port.rsplit(':', 1)[0]} ", site)

    def test_the_proxy_that_is_believed_is_the_gateway_of_their_network(self):
        gateway = self.compose["networks"]["inside"]["ipam"]["config"][0]["gateway"]
        for name in ("a", "b"):
            self.assertIn(f"--trusted-proxy={gateway}", self.compose["services"][name]["command"])

    def test_no_password_is_written_down(self):
        for line in COMPOSE.read_text().splitlines():
            if re.search("PASSWORD:|postgres://", line):
                self.assertIn("${CORNERMAN_DATABASE_PASSWORD:?", line)
