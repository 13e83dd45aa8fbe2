#!/usr/bin/env python3
"""Reads over HTTP: ours beside what a user would pick instead and what the machine can do, in one run.

    reads.py CORNERMAN HELLO        both release binaries

Starts nginx (a static file), Hummingbird's hello, uvicorn's hello and cornerman with the seeds, all on loopback; asks each in
turn with wrk (64 keep-alive clients), three rounds, and prints medians and ratios.
"""
import statistics, sys

from servers import CLIENTS, ROOT, Run, call, free_port, wrk

SECONDS, ROUNDS = 4, 3
UVICORN = """
async def app(scope, receive, send):
    await send({'type': 'http.response.start', 'status': 200, 'headers': [(b'content-type', b'text/plain')]})
    await send({'type': 'http.response.body', 'body': b'Hello, world!'})
"""


def nginx(run):
    port = free_port()
    (run.folder / "hello.txt").write_text("Hello, world!")
    (run.folder / "nginx.conf").write_text(
        f"daemon off; worker_processes 2; pid {run.folder}/pid; error_log {run.folder}/error.log;\n"
        f"events {{ worker_connections 512; }}\nhttp {{ access_log off; keepalive_requests 1000000;\n"
        f"server {{ listen 127.0.0.1:{port}; root {run.folder}; }} }}\n")
    return run.start(["nginx", "-p", run.folder, "-c", run.folder / "nginx.conf"], port) + "/hello.txt"


def uvicorn(run):
    port = free_port()
    (run.folder / "hello.py").write_text(UVICORN)
    return run.start(
        [sys.executable, "-m", "uvicorn", "hello:app", "--port", str(port), "--log-level", "critical",
         "--lifespan", "off", "--no-access-log"], port, cwd=run.folder) + "/"


def main(binary, hello):
    with Run(binary) as run:
        port = free_port()
        targets = [
            ("nginx, static file", nginx(run), None),
            ("Hummingbird, hello", run.start([hello, str(port)], port) + "/", None),
            ("uvicorn, hello", uvicorn(run), None),
        ]
        peers = [name for name, _, _ in targets]
        run.cornerman("seed", ROOT / "seeds", "--courses", ROOT / "Courses")
        token, base = run.token("1021"), run.serve()
        search, plan = "/v1/search?q=they+say+the+price+is+too+high", "/v1/plan"
        # What is measured must be what it is called.
        assert call(base, token, "GET", search)["hits"] and call(base, token, "GET", plan)["items"]
        targets += [
            ("cornerman, /healthz", base + "/healthz", None),
            ("cornerman, search", base + search, token),
            ("cornerman, my plan", base + plan, token),
        ]
        rates, tails = {}, {}
        for _ in range(ROUNDS):
            for name, url, bearer in targets:
                rate, tail = wrk(url, SECONDS, bearer)
                rates.setdefault(name, []).append(rate)
                tails.setdefault(name, []).append(tail)
    rate = {name: statistics.median(values) for name, values in rates.items()}
    tail = {name: statistics.median(values) for name, values in tails.items()}
    print(f"| reads over HTTP, {CLIENTS} clients | requests/s | p99 ms | " + " | ".join(f"× {p}" for p in peers)
          + " | p99 × nginx |")
    print("| --- |" + " --: |" * (3 + len(peers)))
    for name in rate:
        ratios = " | ".join(f"{rate[name] / rate[p]:.2f}" for p in peers)
        print(f"| {name} | {rate[name]:,.0f} | {tail[name]:.1f} | {ratios} | {tail[name] / tail[peers[0]]:.1f} |")


if __name__ == "__main__":
    main(*sys.argv[1:3])
