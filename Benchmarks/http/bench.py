#!/usr/bin/env python3
"""Reads over HTTP: ours beside what a user would pick instead and what the machine can do, in one run.

    bench.py CORNERMAN HELLO        both release binaries

Starts nginx (a static file), Hummingbird's hello, uvicorn's hello (where it is installed) and cornerman with the seeds, all on
loopback, one worker process for two cores where there is a choice; asks each in turn with wrk (64 keep-alive clients), three
rounds, and prints medians and ratios. Standard library only, beside wrk and nginx.
"""
import http.client, json, os, pathlib, re, shutil, socket, statistics, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECONDS, ROUNDS, CLIENTS = 4, 3, 64


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait(port):
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"nothing listens on {port}")


def wrk(url, token=None):
    command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{SECONDS}s", "--latency"]
    if token:
        command += ["-H", f"Authorization: Bearer {token}"]
    text = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in text:
        raise SystemExit(f"{url}: {text}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    return rate, float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def main(binary, hello):
    processes, targets = [], []
    work = tempfile.mkdtemp(prefix="cornerman-bench-")
    try:
        if shutil.which("nginx"):
            port = free_port()
            page = pathlib.Path(work, "hello.txt")
            page.write_text("Hello, world!")
            conf = pathlib.Path(work, "nginx.conf")
            conf.write_text(
                f"daemon off; worker_processes 2; pid {work}/pid; error_log {work}/error.log;\n"
                f"events {{ worker_connections 512; }}\nhttp {{ access_log off; keepalive_requests 1000000;\n"
                f"server {{ listen 127.0.0.1:{port}; root {work}; }} }}\n")
            os.chmod(work, 0o755)
            processes.append(subprocess.Popen(["nginx", "-p", work, "-c", conf], stderr=subprocess.DEVNULL))
            targets.append(("nginx, static file", f"http://127.0.0.1:{port}/hello.txt", None))
            wait(port)
        port = free_port()
        processes.append(subprocess.Popen([hello, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        targets.append(("Hummingbird, hello", f"http://127.0.0.1:{port}/", None))
        wait(port)
        if shutil.which("uvicorn") or pathlib.Path(ROOT, ".venv/bin/uvicorn").exists():
            port = free_port()
            pathlib.Path(work, "hello.py").write_text(
                "async def app(scope, receive, send):\n"
                "    if scope['type'] != 'http': return\n"
                "    await send({'type': 'http.response.start', 'status': 200,\n"
                "                'headers': [(b'content-type', b'text/plain')]})\n"
                "    await send({'type': 'http.response.body', 'body': b'Hello, world!'})\n")
            uvicorn = shutil.which("uvicorn") or str(ROOT / ".venv/bin/uvicorn")
            processes.append(subprocess.Popen(
                [uvicorn, "hello:app", "--port", str(port), "--log-level", "critical", "--lifespan", "off"], cwd=work))
            targets.append(("uvicorn, hello", f"http://127.0.0.1:{port}/", None))
            wait(port)
        data = os.path.join(work, "data")
        subprocess.run([binary, "seed", ROOT / "seeds", "--courses", ROOT / "Courses", "--data", data],
                       check=True, stdout=subprocess.DEVNULL)
        token = json.loads(subprocess.run(
            [binary, "token", "create", "1021", "--name", "bench", "--json", "--data", data],
            check=True, capture_output=True, text=True).stdout)["token"]
        port = free_port()
        processes.append(subprocess.Popen(
            [binary, "serve", "--data", data, "--port", str(port), "--content-port", str(free_port())], cwd=ROOT,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        wait(port)
        base = f"http://127.0.0.1:{port}"
        targets += [
            ("cornerman, /healthz", base + "/healthz", None),
            ("cornerman, search", base + "/v1/search?q=they+say+the+price+is+too+high", token),
            ("cornerman, my plan", base + "/v1/plan", token),
        ]
        rates, tails = {}, {}
        for _ in range(ROUNDS):
            for name, url, bearer in targets:
                rate, tail = wrk(url, bearer)
                rates.setdefault(name, []).append(rate)
                tails.setdefault(name, []).append(tail)
        rate = {name: statistics.median(values) for name, values in rates.items()}
        tail = {name: statistics.median(values) for name, values in tails.items()}
        peers = [name for name in rate if not name.startswith("cornerman")]
        print(f"| {CLIENTS} keep-alive clients | requests/s | p99 ms | " + " | ".join(f"× {p}" for p in peers) + " |")
        print("| --- |" + " --: |" * (2 + len(peers)))
        for name, _, _ in targets:
            ratios = " | ".join(f"{rate[name] / rate[p]:.2f}" for p in peers)
            print(f"| {name} | {rate[name]:,.0f} | {tail[name]:.1f} | {ratios} |")
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait()
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main(*sys.argv[1:3])
