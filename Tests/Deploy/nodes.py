"""A PostgreSQL database, and nodes on it that are started as deploy/cornerman@.service starts them."""
import http.client, os, pathlib, re, shlex, signal, subprocess, sys, tempfile, time, uuid

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Durability"))

from server import BINARY, free_port  # noqa: E402

APP, CONTENT = "corner.example.com", "corner-content.example.com"


def make_database():
    """An empty database on the server of scripts/with-postgres, made as docs/operations.md says; returns its URL."""
    server = os.environ.get("CORNERMAN_TEST_POSTGRES")
    assert server, "run scripts/deploy-tests, or this below scripts/with-postgres"
    name = "deploy_" + uuid.uuid4().hex
    subprocess.run(
        ["psql", "-q", "-v", "ON_ERROR_STOP=1", server + "postgres", "-c",
         f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0"], check=True)
    return server + name


def settings(path):
    """The assignments of an environment file, as systemd reads them."""
    lines = (line.strip() for line in path.read_text().splitlines())
    return dict(line.split("=", 1) for line in lines if line and line[0] not in "#;")


def unit(name):
    """The lines of a unit's [Service] section, by their names; a name that comes more than once has several."""
    found, section = {}, ""
    for line in (ROOT / "deploy" / name).read_text().splitlines():
        line = line.strip()
        if line.startswith("["):
            section = line
        elif section == "[Service]" and line and line[0] not in "#;":
            key, value = line.split("=", 1)
            found.setdefault(key, []).append(value)
    return found


def command(name, environment):
    """The ExecStart of a unit as systemd would expand it: ${X} is one word, $X as many as it holds."""
    words = []
    for word in shlex.split(unit(name)["ExecStart"][0].replace("$", "\\$")):
        if whole := re.fullmatch(r"\$(\w+)", word):
            words += environment[whole.group(1)].split()
        else:
            words.append(re.sub(r"\$\{(\w+)\}", lambda found: environment[found.group(1)], word))
    return words


class Node:
    def __init__(self, database, folder):
        self.folder, self.port, self.content_port, self.process = folder, free_port(), free_port(), None
        self.expanded = dict(
            settings(ROOT / "deploy/cornerman.env"), CORNERMAN_DATABASE_URL=database,
            CORNERMAN_PORT=str(self.port), CORNERMAN_CONTENT_PORT=str(self.content_port))
        self.environment = dict(os.environ, **self.expanded, CORNERMAN_NODE_FOLDER=folder)

    def start(self):
        self.log = tempfile.TemporaryFile("w+")
        program, *arguments = command("cornerman@.service", self.expanded)
        assert program == "/opt/cornerman/cornerman", program
        self.process = subprocess.Popen(
            [BINARY, *arguments], cwd=ROOT, env=self.environment, stdout=self.log, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                if self.status("/readyz") == 200:
                    return self
            except OSError:
                pass
            time.sleep(0.05)
        raise AssertionError("the node did not start:\n" + self.printed())

    def printed(self):
        self.log.seek(0)
        return self.log.read()

    def waits_for(self, pattern):
        """The first of what was printed that matches; waits for it."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if found := re.search(pattern, self.printed()):
                return found
            time.sleep(0.05)
        raise AssertionError(f"the node printed nothing like {pattern}")

    def get(self, path, headers=None):
        """Asked directly, not through nginx: status and body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", path, headers=headers or {})
            reply = connection.getresponse()
            return reply.status, reply.read()
        finally:
            connection.close()

    def status(self, path, headers=None):
        return self.get(path, headers)[0]

    def answered(self):
        """How many requests to the API it has answered, by its own count."""
        counts = re.findall(
            rb'(?m)^cornerman_http_request_duration_seconds_count\{[^}]*route="/v1/[^\n]*\} (\d+)$', self.get("/metrics")[1])
        return sum(int(count) for count in counts)

    def end(self, with_signal=signal.SIGTERM):
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.send_signal(with_signal)
        code = self.process.wait(timeout=40)
        self.process = None
        self.log.close()
        return code
