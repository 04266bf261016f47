#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a PDF says, as text that no library version changes: pages, outline, tags, words, links, files."""
import subprocess
import sys

import pikepdf


def text_of(value):
    return str(value).replace("\n", " ")


def outline(items, depth=0):
    for item in items:
        yield "%s%s" % ("  " * depth, item.title)
        yield from outline(item.children, depth + 1)


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
        print("fonts: " + ", ".join(sorted(fonts)))
        print("\noutline")
        with pdf.open_outline() as tree:
            print("\n".join(outline(tree.root, 1)))
        if "/StructTreeRoot" in pdf.Root:
            print("\ntags")
            print("\n".join(tags(pdf.Root.StructTreeRoot, 1)))
    words = subprocess.run(["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    print("\nwords")
    print("\n".join(line.rstrip() for line in words.replace("\f", "\n---- page ----\n").splitlines()))


if __name__ == "__main__":
    main(sys.argv[1])
