# SPDX-License-Identifier: MIT
"""What a person reads in tables of HTML, ours or cmark-gfm's: rows of cells with their words, links and marks of notes."""
import re
from html.parser import HTMLParser

VOID = {"br", "img", "wbr", "input", "hr", "col", "meta", "link"}
BLOCKS = {"p", "div", "small", "br"}


class Cell:
    def __init__(self, kinds):
        self.kinds, self.words, self.links, self.marks, self.elements = kinds, "", [], [], set()

    def says(self):
        return re.sub(r"\s+", " ", self.words).strip()

    def __repr__(self):
        return repr((self.kinds, self.says(), self.links, self.marks))

    def __eq__(self, other):
        return repr(self) == repr(other)


class Tables(HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.rows, self.cell, self.open, self.in_foot = [], None, [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        names = set((attributes.get("class") or "").split())
        if tag in ("tfoot", "tbody", "thead"):
            self.in_foot = tag == "tfoot"  # sums: they count, and say nothing of their own
        elif self.in_foot:
            return
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.cell = Cell(sorted(n for n in names if n.startswith("mr-") and n != "mr-own"))
            self.rows[-1].append(self.cell)
        elif self.cell is not None:
            self.cell.elements.add(tag)
            if tag in BLOCKS:
                self.cell.words += " "
            if tag not in VOID:
                how = "mark" if tag == "sup" else "skip" if tag == "i" or names & {"mr-link", "mr-weight", "mr-was", "mr-info", "mr-also"} else ""
                self.open.append((tag, how))
            if tag == "a" and not self.how():
                self.cell.links.append(attributes.get("href", ""))

    def how(self):
        return next((how for _, how in self.open if how), "")

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.cell, self.open = None, []
        elif self.cell is not None:
            while self.open and self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if self.cell is None:
            return
        if self.how() == "mark":
            self.cell.marks += re.findall(r"\d+", data)
        elif not self.how():
            self.cell.words += data


def tables(text):
    return Tables(text).rows
