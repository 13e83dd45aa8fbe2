#!/usr/bin/env python3
"""Durable events over HTTP: 64 learners, each with a token, send one event a request; a reply means that it is on the disk. Beside a
plain event stands a commit of SCORM content, with the 4,096 characters of state that SCORM 1.2 lets it keep.

    events.py CORNERMAN [postgres]        the release binary; postgres under scripts/with-postgres --durable
"""
import pathlib, statistics, sys, zipfile

from servers import CLIENTS, Run, call, wrk

SECONDS, ROUNDS = 4, 3
MANIFEST = """<manifest identifier="bench-scorm" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
 <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
 <organizations default="o"><organization identifier="o"><title>Bench</title>
  <item identifier="one" identifierref="r"><title>One</title></item></organization></organizations>
 <resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource></resources>
</manifest>"""


def enrolled(base, admin, people, key):
    course = next(c["id"] for c in call(base, admin, "GET", "/v1/courses")["data"] if c["title"] == key)
    results = call(base, admin, "POST", "/v1/enrollments", {"people": people, "course_id": course})["results"]
    return {result["person_id"]: result["enrollment_id"] for result in results}


def main(binary, engine="sqlite"):
    with Run(binary, postgres=engine == "postgres") as run:
        lessons = "".join(f'<lesson id="l{n}"><title>Lesson {n}</title><text>Words.</text></lesson>' for n in range(20))
        course = run.folder / "bench.xml"
        course.write_text(
            '<curriculum xmlns="urn:cornerman:curriculum:1" id="bench" xml:lang="en"><title>Lessons</title>'
            f'<module id="m" kind="training"><title>M</title>{lessons}</module></curriculum>')
        content = run.folder / "bench.zip"
        with zipfile.ZipFile(content, "w") as archive:
            archive.writestr("imsmanifest.xml", MANIFEST)
            archive.writestr("index.html", "<!doctype html><title>One</title>")
        run.cornerman("import", course, content)
        run.cornerman("person", "add", "Admin", "--external-id", "admin", "--role", "admin")
        admin, base = run.token("admin"), run.serve()
        people = [call(base, admin, "POST", "/v1/people", {"name": f"Learner {n}", "external_id": f"l{n}"})["id"]
                  for n in range(CLIENTS)]
        plain, played = (enrolled(base, admin, people, title) for title in ("Lessons", "Bench"))
        lines = []
        for person in people:
            token = run.token(person)
            launch = call(base, token, "POST", "/v1/launches", {"enrollment_id": played[person], "activity": "one"})
            lines.append(f"{token} {plain[person]} {played[person]} {launch['secret']}\n")
        learners = run.folder / "learners"
        learners.write_text("".join(lines))
        script = ("-s", pathlib.Path(__file__).with_name("events.lua"))
        rounds = {"plain": [], "commit": []}
        for number in range(ROUNDS):
            for shift, (kind, found) in enumerate(rounds.items()):
                found.append(wrk(base, SECONDS, script=script, arguments=("--", learners, str(2 * number + shift), kind)))
    database = {"sqlite": "SQLite", "postgres": "PostgreSQL"}[engine]
    print(f"| durable events over HTTP on {database}, {CLIENTS} clients | events/s | p99 ms | × a plain event |\n| --- | --: | --: | --: |")
    rates = {kind: [statistics.median(values) for values in zip(*found)] for kind, found in rounds.items()}
    for kind, name in (("plain", "a plain event"), ("commit", "a commit of SCORM, 4 KB of state")):
        rate, tail = rates[kind]
        print(f"| {name} | {rate:,.0f} | {tail:.1f} | {rate / rates['plain'][0]:.2f} |")


if __name__ == "__main__":
    main(*sys.argv[1:3])
