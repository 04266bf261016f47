# SPDX-License-Identifier: MIT
"""What stands in datasets, workbooks and text documents, as plain data that can be compared."""
import json
import re
import subprocess
import zipfile
import xml.etree.ElementTree as ElementTree

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SYMBOLS = "✓✗◐◔◑○–?β✂"
LIKES = {"yes": "yes", "no": "no", "partial": "partial", "preview": "in preview", "deprecated": "deprecated", "planned": "planned",
         "na": "does not apply", "unknown": "unknown"}


def bare(text):
    """The words alone: without symbols, marks and white space, which is broken differently everywhere."""
    text = re.sub("\u00a0[%s*]+" % RAISED, "", text)
    text = re.sub("(^|[\\s\u00a0])[%s](?=[\\s\u00a0])" % re.escape(SYMBOLS), r"\1", text)
    return re.sub(r"[\s\u00a0\ufffd]+|[%s]" % RAISED, "", text)


def plain(markdown):
    """Inline Markdown as words; and its links."""
    link = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(((?:[^()\\]|\([^()]*\))*)\)")
    links = [m.group(2) for m in link.finditer(markdown)]
    text = re.sub(r"<(https?:[^>]*)>", r"\1", link.sub(r"\1", markdown))
    text = re.sub(r"\\([!-/:-@\[-`{-~\n])", lambda m: "\0%d;" % ord(m.group(1)), text)
    text = re.sub(r"[*`]", "", text)
    return re.sub("\0(\\d+);", lambda m: chr(int(m.group(1))), text).replace("\n", " "), links


# ---------------------------------------------------------------- datasets

class Cell:
    def __init__(self, value, notes):
        if not isinstance(value, dict):
            value = {"text": ", ".join(value)} if isinstance(value, list) else {"status": value} if value in LIKES else {"text": value} if value else {"status": "unknown"}
        self.status = value.get("status", "" if "text" in value or "parts" in value else "unknown")
        parts = value.get("parts", [])
        words = value.get("text", "")  # without words of its own it says its label, in whatever language
        if parts:
            words = " ".join("%s %s" % (p["name"], p.get("text", LIKES.get(p["status"], p["status"]))) for p in parts)
            self.status = "/".join(p["status"] for p in parts)
        self.words, self.links = plain(words)
        self.notes = [plain(notes.get(note, note))[0] for holder in [*parts, value] for note in holder.get("notes", [])]
        self.sources = value.get("source", [])

    def __eq__(self, other):
        return (self.status, bare(self.words), self.links, sorted(self.notes)) == (other.status, bare(other.words), other.links, sorted(other.notes))

    def __repr__(self):
        return "%s %r %s %s" % (self.status, self.words, self.links, self.notes)


class Feature:
    def __init__(self, feature, products, notes, category):
        self.name, self.links = plain(feature["name"])
        self.links += [feature["url"]] if feature.get("url") else []
        self.category = category
        self.description = plain(feature.get("description", ""))[0]
        values = feature.get("values", {})
        cells = values if isinstance(values, list) else [values.get(p, "") for p in products]
        self.cells = [Cell(value, notes) for value in cells] + [Cell("", notes)] * (len(products) - len(cells))

    def __eq__(self, other):
        return (bare(self.name), self.links, self.category, bare(self.description), self.cells) == (
            bare(other.name), other.links, other.category, bare(other.description), other.cells)

    def __repr__(self):
        return "%s, %s: %s" % (self.name, self.category, self.cells)


class Category:
    def __init__(self, category, products, notes):
        self.name = plain(category.get("name", ""))[0]
        self.description, self.links = plain(category.get("description", ""))
        self.links += plain(category.get("name", ""))[1] + ([category["url"]] if category.get("url") else [])
        self.features = [Feature(f, products, notes, self.name) for f in category["features"]]


class comparison:
    def __init__(self, data):
        notes = data.get("notes", {})
        ids = [p["id"] for p in data["products"]]
        self.title = data["title"]
        self.products = [p["name"] for p in data["products"]]
        self.urls = [p["url"] for p in data["products"] if p.get("url")]
        self.categories = [Category(c, ids, notes) for c in data["categories"]]

    def features(self):
        return [feature for category in self.categories for feature in category.features]

    def words(self):
        yield self.title
        yield from self.products
        for category in self.categories:
            yield category.name
            yield category.description
            for feature in category.features:
                yield feature.name
                yield feature.description
                for cell in feature.cells:
                    yield cell.words if "/" not in cell.status else ""
                    yield from cell.notes

    def links(self):
        yield from self.urls
        for category in self.categories:
            yield from category.links
            for feature in category.features:
                yield from feature.links
                for cell in feature.cells:
                    yield from cell.links
                    yield from cell.sources


# ---------------------------------------------------------------- packages

def part(package, name):
    with zipfile.ZipFile(package) as archive:
        return ElementTree.fromstring(archive.read(name))


def all_text(package):
    """All words of a package, bare, and all addresses."""
    words, links = [], set()
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            if name.endswith(".rels"):
                links |= {r.get("Target").replace("%20", " ") for r in ElementTree.fromstring(archive.read(name)) if r.get("TargetMode") == "External"}
                links |= {l.rsplit("#")[0] for l in links}
            elif name.endswith((".xml", ".vml")):
                root = ElementTree.fromstring(archive.read(name))
                # a paragraph or string is one piece, however many runs it has
                pieces = [e for e in root.iter() if e.tag.rsplit("}")[-1] in ("p", "si", "comment")] or [root]
                words += ["".join(piece.itertext()) for piece in pieces]
                links |= {link + "#" + h.get("location") for h in root.iter(S + "hyperlink") if h.get("location") for link in list(links)[:0]}
    text = "\n".join(words).replace("_x005F_", "_")
    return bare(text) + " " + text, links | {text[m.start():m.end()] for m in re.finditer(r"https?://[^\s]+", text)} | fragments(package)


def fragments(package):
    """Addresses of a workbook with the fragment that stands apart from them."""
    found = set()
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            if not re.match(r"xl/worksheets/sheet\d+\.xml", name):
                continue
            rels = "xl/worksheets/_rels/%s.rels" % name.rsplit("/")[-1]
            targets = {r.get("Id"): r.get("Target") for r in ElementTree.fromstring(archive.read(rels))} if rels in archive.namelist() else {}
            for link in ElementTree.fromstring(archive.read(name)).iter(S + "hyperlink"):
                if link.get(RELATION):
                    found.add(targets[link.get(RELATION)] + ("#" + link.get("location") if link.get("location") else ""))
    return found


def edit(source, target, name, old, new, n):
    """Copies a package, changing the first `n` of some bytes in one part."""
    with zipfile.ZipFile(source) as whole, zipfile.ZipFile(target, "w") as edited:
        for entry in whole.infolist():
            data = whole.read(entry)
            edited.writestr(entry, data.replace(old, new, n) if entry.filename == name else data)


# ---------------------------------------------------------------- workbooks

def sheet_name(book, index):
    return list(part(book, "xl/workbook.xml").find(S + "sheets"))[index].get("name")


def joined_csv(rows):
    return "\n".join("\t".join(row) for row in rows)


def numbers(place):
    letters, row = re.match(r"([A-Z]+)(\d+)$", place).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(row), column


class Workbook:
    """The comparison of a workbook, its looks and its conditions; a look is (ground, number format)."""

    def __init__(self, book):
        strings = ["".join(si.itertext()) for si in part(book, "xl/sharedStrings.xml")]
        self.sheet = part(book, "xl/worksheets/sheet1.xml")
        self.names = {n.get("name"): n.text for n in part(book, "xl/workbook.xml").iter(S + "definedName") if n.get("localSheetId") in (None, "0")}
        self.styles = part(book, "xl/styles.xml")
        self.codes = {n.get("numFmtId"): n.get("formatCode") for n in self.styles.iter(S + "numFmt")}
        self.looks = [(self.ground(xf.get("fillId")), self.codes.get(xf.get("numFmtId"), "")) for xf in self.styles.find(S + "cellXfs")]
        self.conditions = [(c.get("sqref").split(), c.findall(S + "cfRule")) for c in self.sheet.iter(S + "conditionalFormatting")]
        self.dxfs = [self.condition_look(d) for d in self.styles.find(S + "dxfs")]
        self.strings = strings
        legend = part(book, "xl/worksheets/sheet2.xml")
        first, last = (int(n) for n in re.findall(r"\$(\d+)", self.names["meshreport.statuses"]))
        self.legend = {}
        for cell in legend.iter(S + "c"):
            row, column = numbers(cell.get("r"))
            if column == 2 and first <= row <= last:
                self.legend[strings[int(cell.find(S + "v").text)]] = self.looks[int(cell.get("s"))]
        self.statuses = list(self.legend)

    def ground(self, fill):
        colour = list(self.styles.find(S + "fills"))[int(fill)].find(".//%sfgColor" % S)
        return colour.get("rgb") if colour is not None else "FFFFFFFF"

    def condition_look(self, dxf):
        number, ground = dxf.find(S + "numFmt"), dxf.find(".//%sbgColor" % S)
        return (ground.get("rgb") if ground is not None else "FFFFFFFF", number.get("formatCode") if number is not None else "")

    def cells(self):
        for cell in self.sheet.iter(S + "c"):
            value = cell.find(S + "v")
            if value is not None and cell.get("t") == "s":
                yield cell.get("r"), self.strings[int(value.text)], self.looks[int(cell.get("s"))]

    def rules_of(self, place):
        row, column = numbers(place)
        found = []
        for ranges, rules in self.conditions:
            for area in ranges:
                ends = [numbers(end) for end in (area.split(":") * 2)[:2]]
                if ends[0][0] <= row <= ends[1][0] and ends[0][1] <= column <= ends[1][1]:
                    found += [(rules, rule) for rule in rules]
        return found

    def misplaced(self):
        """
        Formulas that are not those of the first cell of the first range, and ranges that begin above or left of it: Excel counts
        from the upper left corner of all ranges, LibreOffice from that of the first.
        """
        for ranges, rules in self.conditions:
            starts = [numbers(area.split(":")[0]) for area in ranges]
            if starts[0] != (min(row for row, _ in starts), min(column for _, column in starts)):
                yield ranges
            for rule in rules:
                formula = re.sub(r'"(?:[^"]|"")*"', "", rule.find(S + "formula").text)
                if rule.get("type") == "expression" and set(re.findall(r"\b[A-Z]+\d+\b", formula)) != {ranges[0].split(":")[0]}:
                    yield formula, ranges

    def first_look(self, rules, words):
        """What the rules make of the words: the look of the first that holds, as spreadsheets compare."""
        for _, rule in sorted(rules, key=lambda r: int(r[1].get("priority"))):
            formula = rule.find(S + "formula").text
            texts = [t.replace('""', '"').lower() for t in re.findall(r'"((?:[^"]|"")*)"', formula)]
            if rule.get("type") == "cellIs":
                holds = words.lower() == texts[0]
            else:
                lefts = [int(n) for n in re.findall(r"LEFT\([A-Z]+\d+,(\d+)\)", formula)]
                exact = texts[:len(texts) - len(lefts)]
                holds = words.lower() in exact or any(words.lower()[:n] == text for n, text in zip(lefts, texts[len(exact):]))
            if holds:
                return self.dxfs[int(rule.get("dxfId"))] if rule.get("dxfId") else None
        return None


# ---------------------------------------------------------------- text documents

def pandoc_tables(document):
    """The tables of a document as pandoc reads it: rows of words, a cell that spans as many times."""
    done = subprocess.run(["pandoc", "-f", "docx", "-t", "json", document], stdout=subprocess.PIPE, check=True)
    tables = []
    for block in json.loads(done.stdout)["blocks"]:
        if block["t"] != "Table":
            continue
        _, _, _, head, bodies, foot = block["c"]
        rows = head[1] + [row for body in bodies for row in body[2] + body[3]] + foot[1]
        tables.append([[words(cell[4]) for cell in row[1] for _ in range(cell[3])] for row in rows])
    return tables


def words(item):
    """Letters of blocks and inlines; notes and raised marks are none."""
    if isinstance(item, list):
        return "".join(words(i) for i in item)
    kind, content = item.get("t"), item.get("c")
    if kind == "Str":
        return content
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind in ("Note", "Superscript", "Image"):
        return ""
    if kind in ("Para", "Plain"):
        return words(content) + " "
    if kind in ("Link", "Span"):
        return words(content[1])
    if kind == "Code":
        return content[1]
    return words(content) if content else ""


def joined(tables):
    """Groups of products side by side, as the workbook has them."""
    rows = [list(row) for row in tables[0]]
    for table in tables[1:]:
        for row, more in zip(rows, table):
            row += more[1:]
    return rows
