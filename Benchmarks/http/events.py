#!/usr/bin/env python3
"""Durable events over HTTP: 64 learners, each with a token, send one event a request; a reply means that it is on the disk.

    events.py CORNERMAN        the release binary
"""
import json, pathlib, statistics, sys

from servers import CLIENTS, Run, call, wrk

SECONDS, ROUNDS = 4, 3


def main(binary):
    with Run(binary) as run:
        lessons = "".join(f'<lesson id="l{n}"><title>Lesson {n}</title><text>Words.</text></lesson>' for n in range(20))
        course = run.folder / "bench.xml"
        course.write_text(
            '<curriculum xmlns="urn:cornerman:curriculum:1" id="bench" xml:lang="en"><title>Bench</title>'
            f'<module id="m" kind="training"><title>M</title>{lessons}</module></curriculum>')
        run.cornerman("import", course)
        run.cornerman("person", "add", "Admin", "--external-id", "admin", "--role", "admin")
        admin, base = run.token("admin"), run.serve()
        people = [call(base, admin, "POST", "/v1/people", {"name": f"Learner {n}", "external_id": f"l{n}"})["id"]
                  for n in range(CLIENTS)]
        course_id = call(base, admin, "GET", "/v1/courses")["data"][0]["id"]
        results = call(base, admin, "POST", "/v1/enrollments", {"people": people, "course_id": course_id})["results"]
        learners = run.folder / "learners"
        learners.write_text("".join(f"{run.token(r['person_id'])} {r['enrollment_id']}\n" for r in results))
        script = ("-s", pathlib.Path(__file__).with_name("events.lua"))
        rounds = [wrk(base, SECONDS, script=script, arguments=("--", learners, str(number))) for number in range(ROUNDS)]
    rate, tail = (statistics.median(values) for values in zip(*rounds))
    print(f"| durable events over HTTP, {CLIENTS} clients | events/s | p99 ms |\n| --- | --: | --: |")
    print(f"| cornerman | {rate:,.0f} | {tail:.1f} |")


if __name__ == "__main__":
    main(*sys.argv[1:2])
