"""What both benchmarks over HTTP need: servers on loopback that end with the run, and wrk."""
import contextlib, http.client, json, os, pathlib, re, shutil, socket, subprocess, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLIENTS = 64


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wrk(url, seconds, token=None, script=(), arguments=()):
    """Asks with 64 keep-alive connections: requests/s and the 99th percentile in ms. Anything but success ends the run."""
    command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "--latency", *script]
    if token:
        command += ["-H", f"Authorization: Bearer {token}"]
    text = subprocess.run([*command, url, *arguments], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in text or "Socket errors" in text or "refused" in text:
        raise SystemExit(f"{url}: {text}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    return rate, float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


class Run:
    """A folder of its own, the processes in it, and cornerman's commands: on SQLite in the folder, or on a new database of the
    server that scripts/with-postgres has started."""

    def __init__(self, binary, postgres=False):
        self.binary = binary
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="cornerman-bench-"))
        self.data = self.folder / "data"
        self.place, self.environment = ["--data", self.data], os.environ
        self.processes = []
        os.chmod(self.folder, 0o755)
        if postgres:
            server = os.environ["CORNERMAN_TEST_POSTGRES"]
            name = f"bench_{os.getpid()}"
            create = f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"
            subprocess.run(["psql", "-X", "-q", "-c", create, f"{server}postgres"], check=True)
            # A process's arguments are everybody's to read: its environment is not.
            self.place, self.environment = [], dict(os.environ, CORNERMAN_DATABASE_URL=server + name)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, command, port, patience=0.05, **options):
        self.processes.append(
            subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options))
        for _ in range(int(30 / patience)):
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", port), 1).close()
                return f"http://127.0.0.1:{port}"
            time.sleep(patience)
        raise SystemExit(f"{command[0]} does not listen on {port}")

    def cornerman(self, *arguments):
        """What a command of ours prints."""
        return subprocess.run(
            [self.binary, *map(str, arguments), *self.place], check=True, capture_output=True, text=True,
            env=self.environment).stdout

    def token(self, person, scope="all"):
        return json.loads(self.cornerman("token", "create", person, "--scope", scope, "--json"))["token"]

    def end_last(self):
        """Ends the process that was started last."""
        process = self.processes.pop()
        process.terminate()
        process.wait()

    def serve(self, patience=0.05):
        port = free_port()
        return self.start(
            [self.binary, "serve", *self.place, "--port", str(port), "--content-port", str(free_port())],
            port, patience, cwd=ROOT, env=self.environment)


def call(base, token, method, path, body=None):
    """One JSON request; the reply's body."""
    connection = http.client.HTTPConnection(base.removeprefix("http://"), timeout=60)
    connection.request(
        method, path, json.dumps(body) if body is not None else None,
        {"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
    reply = connection.getresponse()
    text = reply.read()
    connection.close()
    if reply.status >= 300:
        raise SystemExit(f"{method} {path}: {reply.status} {text[:500]!r}")
    return json.loads(text or "null")
