#!/usr/bin/env python3
"""A manifest of SCORM 1.2 with very many items: ours beside libxml2 that only counts, Foundation's XMLParser and Python's expat.

    manifest.py PACKAGEBENCH [ITEMS]

Each reads the same file in a process of its own, three times in turn; processor time and the most memory are the system's figures.
"""
import os, pathlib, statistics, subprocess, sys, tempfile

ROUNDS = 3
EXPAT = """
import sys, xml.parsers.expat
count = 0
def start(name, attributes):
    global count
    count += name == "item"
parser = xml.parsers.expat.ParserCreate()
parser.StartElementHandler = start
parser.ParseFile(open(sys.argv[1], "rb"))
print(count, 0)
"""


def write(path, items):
    with open(path, "w") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<manifest identifier="bench" version="1.2" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"'
            ' xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">\n'
            ' <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>\n'
            ' <organizations default="all"><organization identifier="all"><title>A very long course</title>\n')
        for module in range(0, items, 1000):
            file.write(f'  <item identifier="module-{module}"><title>Part {module // 1000} of a very long course</title>\n')
            for n in range(module, min(module + 999, items - 1)):
                file.write(
                    f'   <item identifier="item-{n}" identifierref="resource-{n}" isvisible="true">\n'
                    f'    <title>Lesson {n}: what a buyer says, and what to answer</title>\n'
                    '    <adlcp:masteryscore>80</adlcp:masteryscore>\n   </item>\n')
            file.write("  </item>\n")
        file.write(" </organization></organizations>\n <resources>\n")
        for n in range(items):
            file.write(
                f'  <resource identifier="resource-{n}" type="webcontent" adlcp:scormtype="sco" href="lessons/{n}/index.html">\n'
                f'   <file href="lessons/{n}/index.html"/><file href="shared/player.js"/>\n  </resource>\n')
        file.write(" </resources>\n</manifest>\n")


def run(command):
    """Processor seconds, the most memory in MB, and what was printed."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen([str(part) for part in command], stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read().split()
    if process.returncode != 0 or not printed or int(printed[0]) <= 0:
        raise SystemExit(f"{command}: {process.returncode} {printed}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, [int(number) for number in printed]


def main(bench, items=500_000):
    with tempfile.TemporaryDirectory() as folder:
        manifest = pathlib.Path(folder, "imsmanifest.xml")
        write(manifest, int(items))
        small = pathlib.Path(folder, "small", "imsmanifest.xml")
        small.parent.mkdir()
        write(small, 10)
        size = manifest.stat().st_size / 1e6
        ways = {
            "libxml2's SAX2, counting": [bench, "sax"],
            "Foundation's XMLParser, counting": [bench, "foundation"],
            "Python's expat, counting": [sys.executable, "-c", EXPAT],
            "cornerman, the whole import but its rows": [bench, "ours"],
        }
        times, memory, model = {}, {}, 0
        for _ in range(ROUNDS):
            for name, command in ways.items():
                seconds, most, printed = run([*command, manifest])
                times.setdefault(name, []).append(seconds)
                memory.setdefault(name, []).append(most)
                model = printed[1] / 2**20 or model
        idle = {name: run([*command, small])[1] for name, command in ways.items()}
    median = {name: statistics.median(values) for name, values in times.items()}
    base = median["libxml2's SAX2, counting"]
    print(f"| a manifest of {int(items):,} items, {size:.0f} MB | MB/s | share of SAX2 | most memory, over an idle one (MB) |")
    print("| --- | --: | --: | --: |")
    for name, seconds in median.items():
        print(f"| {name} | {size / seconds:.0f} | {base / seconds:.0%} | {statistics.median(memory[name]) - idle[name]:.0f} |")
    print(f"\nThe model that ours keeps takes {model:.0f} MB of that.")


if __name__ == "__main__":
    main(*sys.argv[1:])
