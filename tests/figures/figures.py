#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""
Figures of the README, each left behind by the command that measured it.

    figures.py keep NAME VALUE    what a command found out, with the day and the commit, in $B/figures/NAME
    figures.py write              the table of README.md anew, from what is kept; a figure that is not stays as it was
"""
import datetime
import os
import re
import subprocess
import sys

import fuzzed

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILT = os.path.join(ROOT, os.environ.get("B") or "build")
KEPT = os.path.join(BUILT, "figures")
README = os.path.join(ROOT, "README.md")
BEGIN, END = "<!-- figures: make figures -->\n", "<!-- end of figures -->\n"
# by name: what is measured, and by which command
ROWS = [
    ("check", "tests that pass, plain and with sanitizers", "make check"),
    ("coverage", "of the program's C reached by the tests without browsers and TeX", "make coverage"),
    ("torture", "calls of the system refused, and moments of being killed", "make torture"),
    ("fuzz", "inputs that libFuzzer tried; each finding was mended and is a seed", "make fuzz"),
    ("worlds", "other compilers, levels and processors that write the same bytes", "make worlds"),
]


def keep(name, value):
    if name not in [row[0] for row in ROWS]:
        sys.exit("there is no figure %s; there are %s" % (name, ", ".join(row[0] for row in ROWS)))
    done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False)
    os.makedirs(KEPT, exist_ok=True)
    with open(os.path.join(KEPT, name), "w", encoding="utf-8") as file:
        file.write("%s | %s, %s\n" % (value, datetime.date.today().isoformat(), done.stdout.strip() or "no commit"))


def n_lines(*folders):
    n = 0
    for folder in folders:
        for at, _, names in os.walk(os.path.join(ROOT, folder)):
            if "node_modules" in at:
                continue
            for name in names:
                if name.endswith((".c", ".h", ".py", ".mjs")) or name == "run":
                    with open(os.path.join(at, name), encoding="utf-8", errors="replace") as file:
                        n += sum(1 for line in file if line.strip())
    return n


def keep_fuzzed():
    """The sum of all sessions; where there is none, no figure."""
    targets = fuzzed.count(ROOT, BUILT).values()
    if targets:
        n, hours = sum(one.n for one in targets), sum(one.seconds for one in targets) / 3600
        os.makedirs(KEPT, exist_ok=True)
        with open(os.path.join(KEPT, "fuzz"), "w", encoding="utf-8") as file:
            file.write("%s for %d targets, %.1f hours of the processor | %s\n" % (format(n, ","), len(targets), hours, max(one.day for one in targets)))


def table(old):
    """The rows; what is not kept is taken from the old ones."""
    program, tests = n_lines("core", "plugins"), n_lines("tests")
    yield "| what | figure | measured |"
    yield "|---|---|---|"
    yield "| lines of the program, and of its tests | %s, %s | `make figures` |" % (format(program, ","), format(tests, ","))
    for name, words, command in ROWS:
        path = os.path.join(KEPT, name)
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                value, _, when = file.read().strip().partition(" | ")
            yield "| %s | %s | `%s`, %s |" % (words, value, command, when)
        else:
            yield from (line for line in old if line.startswith("| %s | " % words))


def write():
    keep_fuzzed()
    with open(README, encoding="utf-8") as file:
        text = file.read()
    found = re.search(re.escape(BEGIN) + "(.*?)" + re.escape(END), text, re.S)
    if not found:
        sys.exit("README.md has no place for figures: %s%s" % (BEGIN, END))
    rows = "\n".join(table(found.group(1).split("\n"))) + "\n"
    with open(README + ".new", "w", encoding="utf-8") as file:
        file.write(text[:found.start(1)] + rows + text[found.end(1):])
    os.replace(README + ".new", README)


def main(words):
    if words[:1] == ["keep"] and len(words) == 3:
        keep(words[1], words[2])
    elif words == ["write"]:
        write()
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
