"""Holds a real server to its own `/openapi.json`, as admin and as learner, on a starter organization in a folder of its own.

    run.py EXAMPLES SEED [OPTION OF SCHEMATHESIS…]"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "Tests" / "Durability"))

from server import Server  # noqa: E402

# As whom, and what the program calls them when it has made the organization. The admin comes last: they may change everything.
PEOPLE = {"learner": "rep", "admin": "admin"}
SECONDS = 900


def main(examples, seed, *options):
    with tempfile.TemporaryDirectory() as folder:
        server = Server(folder)
        seeded = server.command("seed", str(ROOT / "seeds"), "--courses", str(ROOT / "Courses")).stdout
        password = re.search(r"password (\S+)", seeded).group(1)
        server.start()
        try:
            logins = {role: re.search(rf"{name}\s+(\S+@\S+)", seeded).group(1) for role, name in PEOPLE.items()}
            # Before anything is asked: the admin of one run could take the other's password away.
            tokens = {role: sign_in(server, login, password) for role, login in logins.items()}
            codes = [run(server, role, token, examples, seed, options) for role, token in tokens.items()]
        finally:
            server.stop()
    return max(codes)


def sign_in(server, login, password):
    status, _, session = server.request("POST", "/v1/sessions", {"login": login, "password": password})
    assert status == 201, session
    return session["token"]


def run(server, role, token, examples, seed, options):
    print(f"As {role}, {examples} examples an operation, seed {seed}:", flush=True)
    try:
        return subprocess.run(
            [pathlib.Path(sys.executable).parent / "schemathesis", "run", f"http://127.0.0.1:{server.port}/openapi.json",
             "--checks", "all", "--max-examples", examples, "--seed", seed, "--header", f"Authorization: Bearer {token}",
             *options], cwd=HERE, env=dict(os.environ, PYTHONPATH=str(HERE)), timeout=SECONDS).returncode
    except subprocess.TimeoutExpired:
        print(f"not done after {SECONDS} seconds", flush=True)
        return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
