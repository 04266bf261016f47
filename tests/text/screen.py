# SPDX-License-Identifier: MIT
"""What a terminal of so many columns shows: screen.py COLUMNS < what is written to it.

Prints its lines as JSON: the text, and for each sign of a status its colour.  An emulator of others' (pyte, Debian's), so that
it is run by Debian's Python.
"""
import json
import sys

import pyte

columns = int(sys.argv[1])
written = sys.stdin.buffer.read().decode("utf-8")
screen = pyte.Screen(columns, written.count("\n") + 40)
pyte.Stream(screen).feed(written.replace("\n", "\r\n"))
inks = [[screen.buffer[y][x].data, screen.buffer[y][x].fg] for y in range(screen.lines) for x in range(columns)
        if screen.buffer[y][x].data in "✓✗◐◔"]
json.dump({"lines": [line.rstrip() for line in screen.display], "inks": inks, "bold": [
    "".join(screen.buffer[y][x].data for x in range(columns) if screen.buffer[y][x].bold) for y in range(screen.lines)]}, sys.stdout)
