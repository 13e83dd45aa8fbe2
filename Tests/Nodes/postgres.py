"""PostgreSQL servers on loopback, each in a folder of its own: made, copied, promoted, killed. Debian's own programs."""
import glob, os, pathlib, secrets, shutil, signal, subprocess, tempfile, time

from server import free_port

PROGRAMS = pathlib.Path(max(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda p: int(p.split("/")[-2])))
USER = "cornerman"
# A server does not run as root: it is given away to the user that Debian's package makes.
AS = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}


class Postgres:
    """One server. What it acknowledges outlives a power cut, as it is installed."""

    def __init__(self, port=None, password=None):
        self.port, self.password, self.process = port or free_port(), password or secrets.token_urlsafe(18), None
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="cornerman-postgres-"))
        if AS:
            shutil.chown(self.folder, "postgres")
        self.data, self.log = self.folder / "data", self.folder / "log"

    @classmethod
    def new(cls, **settings):
        """An empty server, running. Texts are sorted as a language does unless a column says otherwise."""
        server = cls()
        secret = server.folder / "password"
        secret.write_text(server.password)
        server.run(
            "initdb", "-D", server.data, "-U", USER, "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8",
            "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US")
        lines = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "max_connections": "200", **settings}
        with open(server.data / "postgresql.conf", "a") as f:
            f.writelines(f"{name} = '{value}'\n" for name, value in lines.items())
        return server.start()

    def standby(self, port):
        """A copy of this one that follows it, running."""
        copy = Postgres(port, self.password)
        copy.run(
            "pg_basebackup", "-h", "127.0.0.1", "-p", self.port, "-U", USER, "-D", copy.data, "-R", "-X", "stream",
            "-c", "fast")
        return copy.start()

    def run(self, program, *arguments, timeout=60):
        """Runs one of PostgreSQL's programs, as whoever the server belongs to."""
        done = subprocess.run(
            [PROGRAMS / program, *map(str, arguments)], capture_output=True, text=True, timeout=timeout, cwd="/",
            env=dict(os.environ, PGPASSWORD=self.password, PGCONNECT_TIMEOUT="5"), **AS)
        if done.returncode != 0:
            raise AssertionError(f"{program}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def start(self):
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(
                [PROGRAMS / "postgres", "-D", self.data, "-p", str(self.port)], cwd="/", stdout=log,
                stderr=subprocess.STDOUT, start_new_session=True, **AS)
        self.until("SELECT 1", "1", "the server does not start")
        return self

    def children(self):
        """The processes of the server beside its first."""
        return [
            int(entry.parent.name) for entry in pathlib.Path("/proc").glob("[0-9]*/stat")
            if (line := _read(entry)) and int(line.rsplit(")", 1)[1].split()[1]) == self.process.pid]

    def kill(self):
        """kill -9 of the server and everything that it started."""
        for process in [self.process.pid, *self.children()]:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()

    def stop(self, how=signal.SIGINT):
        """Ends it: SIGINT throws everybody out, SIGQUIT leaves no time for anything."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(timeout=60)

    def remove(self):
        self.stop(signal.SIGQUIT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def psql(self, sql, database="postgres"):
        """What statements answer, without spaces around it; each of them is a transaction of its own."""
        return self.run(
            "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", self.port, "-U", USER, "-d",
            database, *(argument for one in ([sql] if isinstance(sql, str) else sql) for argument in ("-c", one))).strip()

    def until(self, sql, wanted, otherwise, database="postgres", seconds=60):
        """Waits until a question is answered so."""
        deadline, last = time.monotonic() + seconds, None
        while time.monotonic() < deadline:
            try:
                last = self.psql(sql, database)
                if last == wanted:
                    return
            except AssertionError as error:
                last = error
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise AssertionError(f"{otherwise}: {last}\n{self.log.read_text()[-2000:]}")

    def promote(self):
        """Makes it the one that takes everything in, and that waits for nobody."""
        self.psql(["ALTER SYSTEM SET synchronous_standby_names = ''", "SELECT pg_reload_conf()", "SELECT pg_promote()"])
        self.until("SELECT pg_is_in_recovery()", "f", "the replica is not promoted")

    def wait_for_standby(self):
        """From now on nothing is acknowledged that its standby does not have as well."""
        self.until("SELECT state FROM pg_stat_replication", "streaming", "the standby does not follow")
        self.psql(["ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()"])
        self.until("SELECT sync_state FROM pg_stat_replication", "sync", "the standby is not synchronous")

    def url(self, database, *others, password=None):
        hosts = ",".join(f"127.0.0.1:{server.port}" for server in (self, *others))
        return f"postgres://{USER}:{password or self.password}@{hosts}/{database}?target_session_attrs=read-write"


def _read(entry):
    try:
        return entry.read_text()
    except OSError:
        return ""
