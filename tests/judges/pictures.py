# SPDX-License-Identifier: MIT
"""Pages as pictures, by poppler, mupdf and ghostscript: the same ink in the same places?"""
import os
import subprocess

from limits import seconds

DPI = 50
# Points a block covers, and how much darker (of 255) a block may be in one picture than in the other:
# hinting and antialiasing differ, a missing or another glyph differs more.
BLOCK = 10
TOLERANCE = 60


def read_pgm(path):
    with open(path, "rb") as file:
        data = file.read()
    fields, at = [], 0
    while len(fields) < 4:
        end = at
        while data[end:end + 1] not in (b" ", b"\n", b"\t"):
            end += 1
        if data[at:at + 1] == b"#":
            at = data.index(b"\n", at) + 1
            continue
        fields.append(data[at:end])
        at = end + 1
    return int(fields[1]), int(fields[2]), data[at:]


def run(command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds(75))


def render(pdf, page, folder):
    """{tool: picture} of one page, counted from 1."""
    poppler, mupdf, ghostscript = (os.path.join(folder, name) for name in ("poppler", "mupdf.pgm", "gs.pgm"))
    run(["pdftoppm", "-gray", "-r", str(DPI), "-f", str(page), "-singlefile", pdf, poppler])
    run(["mutool", "draw", "-q", "-c", "gray", "-r", str(DPI), "-o", mupdf, pdf, str(page)])
    run(["gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pgmraw", "-r%d" % DPI, "-dTextAlphaBits=4",
         "-dGraphicsAlphaBits=4", "-dFirstPage=%d" % page, "-dLastPage=%d" % page, "-sOutputFile=" + ghostscript, pdf])
    return {"poppler": read_pgm(poppler + ".pgm"), "mupdf": read_pgm(mupdf), "ghostscript": read_pgm(ghostscript)}


def blocks(picture):
    """Mean darkness of each block."""
    width, height, data = picture
    found = {}
    for y in range(0, height - BLOCK, BLOCK):
        rows = [data[(y + k) * width:(y + k + 1) * width] for k in range(BLOCK)]
        for x in range(0, width - BLOCK, BLOCK):
            found[x, y] = 255 - sum(sum(row[x:x + BLOCK]) for row in rows) / (BLOCK * BLOCK)
    return found


def differences(pdf, page, folder):
    """Sentences on where the renderers do not agree; ink of all is compared, too."""
    pictures = {tool: blocks(p) for tool, p in render(pdf, page, folder).items()}
    found = []
    base = pictures["poppler"]
    total = sum(base.values())
    if total == 0:
        found.append("page %d is blank" % page)
    for tool in ("mupdf", "ghostscript"):
        other = pictures[tool]
        bad = [k for k in base if k in other and abs(base[k] - other[k]) > TOLERANCE]
        if bad:
            found.append("page %d: poppler and %s differ at %s" % (page, tool, bad[:3]))
        if abs(sum(other.values()) - total) > 0.2 * total:
            found.append("page %d: %s has %.0f %% of poppler's ink" % (page, tool, 100 * sum(other.values()) / total))
    return found
