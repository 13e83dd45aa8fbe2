"""A cornerman server as a process: started, asked, killed. Standard library only."""
import http.client, json, os, pathlib, re, signal, socket, subprocess, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("CORNERMAN_BINARY", ROOT / ".build/debug/cornerman"))
PASSWORD = "a-long-enough-password"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def exchange(connection, method, path, body=None, token=None, headers=None):
    """One request on a connection that stays open; returns status, headers and the body as JSON (or bytes)."""
    fields = dict(headers or {})
    if token:
        fields["Authorization"] = "Bearer " + token
    if isinstance(body, (dict, list)):
        body = json.dumps(body).encode()
        fields["Content-Type"] = "application/json"
    connection.request(method, path, body, fields)
    reply = connection.getresponse()
    content = reply.read()
    if "json" in (reply.getheader("Content-Type") or "") and content:
        content = json.loads(content)
    return reply.status, reply.headers, content


class Server:
    def __init__(self, data, preload=None, environment=None, place=None):
        """`data` is its folder; `place`, the options that say where the data is, when it is not in there."""
        self.data, self.port, self.content_port = data, free_port(), free_port()
        self.place = ["--data", data] if place is None else place
        self.environment = dict(os.environ, **(environment or {}))
        self.plain = dict(self.environment)
        if preload:
            self.environment["LD_PRELOAD"] = str(preload)
        self.process = None

    def command(self, *arguments, check=True):
        """Runs a cornerman command on the same data, without the preloaded library."""
        done = subprocess.run(
            [BINARY, *arguments, *self.place], capture_output=True, text=True, cwd=ROOT, env=self.plain, timeout=120)
        if check and done.returncode != 0:
            raise AssertionError(f"cornerman {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def start(self, *options):
        """Starts it and waits until it is ready."""
        self.spawn(*options)
        return self.ready()

    def spawn(self, *options):
        """Starts it."""
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [BINARY, "serve", *self.place, "--port", str(self.port), "--content-port", str(self.content_port),
             "--public", ROOT / "Public", *options],
            cwd=self.data, env=self.environment, stdout=self.log, stderr=subprocess.STDOUT)

    def ready(self):
        """Waits until it is ready."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                if self.request("GET", "/readyz")[0] == 200:
                    return self
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.log.seek(0)
        raise AssertionError("the server did not start:\n" + self.log.read())

    def printed(self, pattern):
        """The first of what was printed that matches; waits for it."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            self.log.seek(0)
            if found := re.search(pattern, self.log.read()):
                return found.group()
            time.sleep(0.05)
        raise AssertionError(f"the server printed nothing like {pattern}")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=30)
        self.log.close()
        return code

    def request(self, method, path, body=None, token=None, headers=None, connection=None):
        """One request; returns status, headers and the body as JSON (or bytes)."""
        own = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            return exchange(own, method, path, body, token, headers)
        finally:
            if connection is None:
                own.close()
