#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a PDF says, as text that no library version changes: pages, links and where they lead, outline, tags, words, files."""
import html
import re
import subprocess
import sys

import pikepdf


def text_of(value):
    return str(value).replace("\n", " ")


class Words:
    """The words of every page with their places, so that a link can be followed to what a reader then sees."""

    LINE = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')

    def __init__(self, pdf, path):
        said = subprocess.run(["pdftotext", "-bbox", path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
        self.pages = [[(*map(float, found[:4]), html.unescape(found[4])) for found in self.LINE.findall(page)]
                      for page in said.split("<page ")[1:]]
        self.heights = [float(page.mediabox[3]) - float(page.mediabox[1]) for page in pdf.pages]
        self.numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

    def inside(self, number, rectangle):
        """What one clicks on."""
        left, low, right, high = (float(v) for v in rectangle)
        top, bottom = self.heights[number] - high, self.heights[number] - low
        return " ".join(word for x0, y0, x1, y1, word in self.pages[number]
                        if left <= (x0 + x1) / 2 <= right and top <= (y0 + y1) / 2 <= bottom)

    def at(self, place):
        """Where a destination leads: the page, and the first words there, to the right of it and below."""
        if not isinstance(place, pikepdf.Array) or str(place[1]) != "/XYZ":
            return "a place of another kind"
        number, left, high = self.numbers[place[0].objgen], float(place[2]), float(place[3])
        top = self.heights[number] - high
        below = [word for word in self.pages[number] if word[1] >= top - 1 and word[0] >= left - 1]
        line = min((word[1] for word in below), default=0)
        words = sorted(word for word in below if word[1] < line + 3)
        return "page %d, %s" % (number + 1, " ".join(word[4] for word in words[:3]) or "nothing")


def outline(items, words, depth=0):
    for item in items:
        yield "%s%s -> %s" % ("  " * depth, item.title, words.at(item.destination or (item.action or {}).get("/D")))
        yield from outline(item.children, words, depth + 1)


def tags(element, depth=0):
    """The structure tree: each element with its attributes and how many pieces of content it holds."""
    kids = element.get("/K")
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]
    children = [k for k in kids if isinstance(k, pikepdf.Dictionary) and "/S" in k]
    line = "  " * depth + str(element.get("/S", "root"))
    for key in ("/Alt", "/Lang", "/ActualText"):
        if key in element:
            line += " %s=%s" % (key[1:], text_of(element[key]))
    attributes = element.get("/A")
    for owner in attributes if isinstance(attributes, pikepdf.Array) else [attributes] if attributes is not None else []:
        if isinstance(owner, pikepdf.Dictionary):
            for key in ("/Scope", "/ColSpan", "/RowSpan"):
                if key in owner:
                    line += " %s=%s" % (key[1:], owner[key])
    if len(kids) > len(children):
        line += " +%d" % (len(kids) - len(children))
    yield line
    for child in children:
        yield from tags(child, depth + 1)


def main(path):
    with pikepdf.open(path) as pdf:
        words = Words(pdf, path)
        print("version %s, %d pages, language %s" % (pdf.pdf_version, len(pdf.pages), pdf.Root.get("/Lang", "none")))
        for key, value in sorted(pdf.docinfo.items()):
            print("%s: %s" % (key[1:], text_of(value)))
        print("\nfiles: " + (", ".join(sorted(pdf.attachments)) or "none"))
        fonts = set()
        for number, page in enumerate(pdf.pages, 1):
            box = [float(v) for v in page.mediabox]
            print("page %d: %.0f x %.0f" % (number, box[2] - box[0], box[3] - box[1]))
            for _, font in dict(page.resources.get("/Font", {})).items():
                fonts.add(str(font["/BaseFont"])[1:].split("+")[-1])
            for note in page.get("/Annots", []):
                action = note.get("/A", {})
                if "/URI" in action:
                    print("  link %s" % text_of(action["/URI"]))
                elif "/Rect" in note:
                    print("  %s -> %s" % (words.inside(number - 1, note.Rect) or "(nothing)", words.at(note.get("/Dest", action.get("/D")))))
        print("fonts: " + ", ".join(sorted(fonts)))
        print("\noutline")
        with pdf.open_outline() as tree:
            print("\n".join(outline(tree.root, words, 1)))
        if "/StructTreeRoot" in pdf.Root:
            print("\ntags")
            print("\n".join(tags(pdf.Root.StructTreeRoot, 1)))
    words = subprocess.run(["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    print("\nwords")
    print("\n".join(line.rstrip() for line in words.replace("\f", "\n---- page ----\n").splitlines()))


if __name__ == "__main__":
    main(sys.argv[1])
