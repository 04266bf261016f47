# SPDX-License-Identifier: MIT
"""How many inputs libFuzzer tried, by target: the table of tests/fuzz/README.md, to which each session of `make fuzz` adds."""
import os
import re

BEGIN, END = "<!-- inputs: make figures -->\n", "<!-- end of inputs -->\n"
HEAD = ["| target | inputs | seconds of the processor | last |", "|---|---|---|---|"]


class Target:
    def __init__(self, n=0, seconds=0, day=""):
        self.n, self.seconds, self.day = n, seconds, day

    def add(self, other):
        self.n += other.n
        self.seconds += other.seconds
        self.day = max(self.day, other.day)


def _rows(lines, separator):
    for line in lines:
        cells = [cell.strip() for cell in line.strip("|\n").split(separator)]
        if len(cells) == 4 and cells[1].replace(",", "").isdigit():
            yield cells[0], Target(int(cells[1].replace(",", "")), int(cells[2].replace(",", "")), cells[3])


def _sessions(path):
    """Lines that runs left, taken away so that none is counted twice; one that is written meanwhile begins the next file."""
    taken = path + ".taken"
    if not os.path.exists(taken):
        if not os.path.exists(path):
            return []
        os.rename(path, taken)
    with open(taken, encoding="utf-8") as file:
        return list(_rows(file, "\t"))


def count(root, build):
    """The table anew, with what sessions left in the build; returns {target: Target}."""
    readme, runs = os.path.join(root, "tests/fuzz/README.md"), os.path.join(build, "fuzz", "runs")
    with open(readme, encoding="utf-8") as file:
        text = file.read()
    place = re.search(re.escape(BEGIN) + "(.*?)" + re.escape(END), text, re.S)
    found = dict(_rows(place.group(1).splitlines(), "|"))
    for name, more in _sessions(runs):
        found.setdefault(name, Target()).add(more)
    lines = HEAD + ["| %s | %s | %s | %s |" % (name, format(one.n, ","), format(one.seconds, ","), one.day) for name, one in sorted(found.items())]
    with open(readme + ".new", "w", encoding="utf-8") as file:
        file.write(text[:place.start(1)] + "\n".join(lines) + "\n" + text[place.end(1):])
    os.replace(readme + ".new", readme)
    if os.path.exists(runs + ".taken"):
        os.remove(runs + ".taken")
    return found
