"""A cornerman server as a process: started, asked, killed. Standard library only."""
import http.client, json, os, pathlib, signal, socket, subprocess, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("CORNERMAN_BINARY", ROOT / ".build/debug/cornerman"))
PASSWORD = "a-long-enough-password"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    def __init__(self, data, preload=None, environment=None):
        self.data, self.port, self.content_port = data, free_port(), free_port()
        self.environment = dict(os.environ, **(environment or {}))
        if preload:
            self.environment["LD_PRELOAD"] = str(preload)
        self.process = None

    def command(self, *arguments, check=True):
        """Runs a cornerman command on the same data, without the preloaded library."""
        done = subprocess.run(
            [BINARY, *arguments, "--data", self.data], capture_output=True, text=True, cwd=ROOT, timeout=120)
        if check and done.returncode != 0:
            raise AssertionError(f"cornerman {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def start(self):
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [BINARY, "serve", "--data", self.data, "--port", str(self.port), "--content-port", str(self.content_port),
             "--public", ROOT / "Public"],
            cwd=self.data, env=self.environment, stdout=self.log, stderr=subprocess.STDOUT)
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
        fields = dict(headers or {})
        if token:
            fields["Authorization"] = "Bearer " + token
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
            fields["Content-Type"] = "application/json"
        try:
            own.request(method, path, body, fields)
            reply = own.getresponse()
            content = reply.read()
        finally:
            if connection is None:
                own.close()
        if "json" in (reply.getheader("Content-Type") or "") and content:
            content = json.loads(content)
        return reply.status, reply.headers, content
