"""nginx with the site that is shipped, deploy/nginx.conf: addresses, ports, certificates and the log are put in as an operator
would, everything else is as it stands there."""
import http.client, pathlib, re, socket, ssl, subprocess, time

from nodes import APP, CONTENT, ROOT, free_port
from server import exchange

MAIN = """daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/main.log;
events {{ worker_connections 512; }}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


def replaced(text, old, new):
    """Everywhere where it stands; it must stand somewhere."""
    assert old in text, f"deploy/nginx.conf has no {old!r}"
    return text.replace(old, new)


class Site:
    def __init__(self, folder, app, content):
        """`app` and `content` are the nodes' two ports each."""
        self.folder, self.port, self.plain_port = pathlib.Path(folder), free_port(), free_port()
        text = (ROOT / "deploy/nginx.conf").read_text()
        for shipped, port in zip((8080, 8090, 8081, 8091), (*app, *content)):
            text = replaced(text, f"server 127.0.0.1:{shipped} ", f"server 127.0.0.1:{port} ")
        # IPv4 alone, as a test's machine may have nothing else.
        text, count = re.subn(r"(?m)^ *listen \[::\].*\n", "", text)
        assert count == 3, "one line of IPv6 for each server"
        text = replaced(text, "listen 443 ", f"listen 127.0.0.1:{self.port} ")
        text = replaced(text, "listen 80;", f"listen 127.0.0.1:{self.plain_port};")
        text = replaced(text, "/etc/ssl/certs", folder)
        text = replaced(text, "/etc/ssl/private", folder)
        text = replaced(text, "/var/log/nginx/cornerman.log", f"{folder}/site.log")
        for name in (APP, CONTENT):
            subprocess.run(
                ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={name}",
                 "-addext", f"subjectAltName=DNS:{name}", "-out", f"{folder}/{name}.pem", "-keyout", f"{folder}/{name}.key"],
                check=True, capture_output=True)
        (self.folder / "site.conf").write_text(text)
        (self.folder / "nginx.conf").write_text(MAIN.format(folder=folder))
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            ["/usr/sbin/nginx", "-p", self.folder, "-c", self.folder / "nginx.conf", "-e", self.folder / "main.log"])
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                time.sleep(0.05)
        raise AssertionError("nginx did not start:\n" + (self.folder / "main.log").read_text())

    def end(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=30)

    def connection(self, name=APP, source=None):
        """A connection under one of the two names, with its certificate checked."""
        return Connection(self, name, source)

    def request(self, method, path, body=None, token=None, headers=None, name=APP, source=None, connection=None):
        """One request by its name; returns status, headers and the body, as JSON where it is."""
        own = connection or self.connection(name, source)
        try:
            return exchange(own, method, path, body, token, headers)
        finally:
            if connection is None:
                own.close()


class Connection(http.client.HTTPConnection):
    """TLS to nginx on loopback, with the name that a browser would ask for."""

    def __init__(self, site, name, source):
        super().__init__(name, timeout=60)
        self.target, self.source = ("127.0.0.1", site.port), source
        self.context = ssl.create_default_context(cafile=site.folder / f"{name}.pem")

    def connect(self):
        plain = socket.create_connection(self.target, self.timeout, (self.source, 0) if self.source else None)
        self.sock = self.context.wrap_socket(plain, server_hostname=self.host)
