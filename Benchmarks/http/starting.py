#!/usr/bin/env python3
"""From the start of the process to its first answer, and the memory that it holds when nobody asks, with the starter organization.

    starting.py CORNERMAN        the release binary
"""
import json, pathlib, statistics, sys, time
from urllib.request import Request, urlopen

from servers import ROOT, Run, call, free_port

ROUNDS, QUIET = 5, 10


def resident(process):
    line = next(line for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines()
                if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main(binary):
    with Run(binary) as run:
        run.cornerman("seed", ROOT / "seeds", "--courses", ROOT / "Courses")
        token = run.token("1021")
        waits = []
        for _ in range(ROUNDS):
            begun = time.monotonic()
            base = run.serve(patience=0.002)
            # Listening is not answering: the index is there when a question finds something.
            while True:
                reply = Request(base + "/v1/search?q=too+expensive", headers={"Authorization": f"Bearer {token}"})
                try:
                    if json.load(urlopen(reply))["hits"]:
                        break
                except OSError:
                    pass
                time.sleep(0.002)
            waits.append(time.monotonic() - begun)
            if len(waits) < ROUNDS:
                run.end_last()
        for n in range(50):
            call(base, token, "GET", f"/v1/search?q=too+expensive+{n}")
        time.sleep(QUIET)
        memory = resident(run.processes[-1])
    print("| with the starter organization | | aim |\n| --- | --: | --: |")
    print(f"| from the start to the first answer found | {statistics.median(waits) * 1000:.0f} ms | 1,000 ms |")
    print(f"| memory held {QUIET} s after the last of 50 searches | {memory:.0f} MB | 100 MB |")


if __name__ == "__main__":
    main(*sys.argv[1:2])
