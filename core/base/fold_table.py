#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints core/base/fold_table.inc: Unicode's simple case foldings (CaseFolding.txt, status C and S).

Python knows the full foldings (C and F); where one is longer than a character, the simple one is the
small letter if that is one character, and else there is none.
"""
import sys
import unicodedata


def fold(c):
    text = chr(c)
    full, small = text.casefold(), text.lower()
    if len(full) == 1:
        return ord(full)
    return ord(small) if len(small) == 1 else c


def ranges():
    """[first, last, step, by]: every step-th code point of first..last becomes itself + by."""
    found = []
    for c in range(sys.maxunicode + 1):
        if 0xD800 <= c <= 0xDFFF or fold(c) == c:
            continue
        by = fold(c) - c
        last = found[-1] if found else None
        if last and last[3] == by and c - last[1] in (1, 2) and (last[0] == last[1] or c - last[1] == last[2]):
            last[2] = c - last[1]
            last[1] = c
        else:
            found.append([c, c, 1, by])
    return found


def table():
    lines = ["/* SPDX-License-Identifier: MIT */",
             "/* Made by fold_table.py of Unicode %s; not written by hand. */" % unicodedata.unidata_version]
    lines += ["{0x%04X, 0x%04X, %d, %d}," % tuple(r) for r in ranges()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(table())
