# SPDX-License-Identifier: MIT
"""What may stand before and behind the table: title page, contents, charts, fact sheets, worksheet, glossary."""
import collections
import glob
import os
import re
import shutil
import subprocess

from handout import MM, ROOT, SHIPPED, TMP, make, noted, pages, plain, run, text, tool, type_size, unpacked
from limits import seconds


def test_glossary():
    """descriptions stand below the names, or each once in a glossary that names lead to and come back from"""
    data = os.path.join(TMP, "described.yaml")
    with open(data, "w", encoding="utf-8") as file:
        file.write("""meshreport: 1
title: Described
products: [{id: a, name: Alpha}, {id: b, name: Beta}]
categories:
  - {id: c, name: Cats, description: "All about [cats](https://cats.example)", features: [{id: f, name: First, description: The first of all, values: [yes, no]}]}
  - {id: d, name: Dogs, features: [{id: g, name: Second, values: [no, no]}, {id: h, name: Third, url: "https://third.example", description: The third, values: [yes, no]}]}
  - {id: e, name: Eels, features: [{id: i, name: Fourth, values: [no, no]}]}
""")
    path = make("descriptions=glossary", dataset=data)
    words = re.sub(r"\s+", " ", text(path))
    table, glossary = words[:words.index("Glossary")], words[words.index("Glossary"):]
    for wanted in ("Cats: All about cats[1]", "First: The first of all", "Dogs Third: The third"):
        assert wanted in glossary and wanted.split(": ")[1] not in table, (wanted, words)
    assert "Second" not in glossary and "Eels" not in glossary, glossary
    links = unpacked(path)
    below = re.sub(r"\s+", " ", text(make(dataset=data)))
    assert "Glossary" not in below and "The first of all Dogs" in below, below
    assert links.count(b"/Contents (First)") == 2, "there and back"
    assert b"https://third.example" in links and b"/Contents (Third)" not in links
    assert "no glossary" in run("-f", "pdf", "-O", "descriptions=glossary", "-o", os.path.join(TMP, "none.pdf"), SHIPPED).stderr.decode()


def test_totals():
    """a row below the table has each product's coverage, and a line how it is counted"""
    words = re.sub(r"\s+", " ", text(make("totals")))
    for wanted in ("Coverage 96 % 71 % 46 % 63 % 54 % 29 %", "yes 23/24 yes 17/24 yes 10/24", "Coverage: yes counts one, partial one half"):
        assert wanted in words, (wanted, words)
    assert "yes counts one" not in text(make())
    assert "Coverage (%) 96 71 46 63 54 29" in re.sub(r"\s+", " ", text(make("totals", "cells=signs")))
    turned = run("-f", "pdf", "-O", "totals", "-O", "turn", "-o", os.path.join(TMP, "turned.pdf"), SHIPPED)
    assert turned.returncode == 0 and "totals has no effect" in turned.stderr.decode()


def test_contents():
    """the contents name each part and category with the page on which it begins, and lead there"""
    path = make("contents", "cover", "factsheets", "descriptions=glossary", dataset=os.path.join(ROOT, "data", "servicemesh-2026.yaml"))
    last = pages(path)
    by_page = [re.sub(r" +", " ", text(path, p)) for p in range(1, last + 1)]
    front = by_page[0]
    entries = re.findall(r"^ ?(\S.*?) (\d+)$", front[front.index("Contents"):front.index("Service mesh comparison page") if "Service mesh comparison page" in front else None], re.M)
    names = [name for name, _ in entries]
    assert names[0] == "Summary" and names.count("Monitoring Features") == 2 and names[-1] == "References", names
    assert [int(n) for _, n in entries] == sorted(int(n) for _, n in entries)
    for name, page in entries:
        assert " ".join(name.split()[:2]) in by_page[int(page) - 1], (name, page)
    first = [int(page) for name, page in entries if name == "Security Features"][0]
    assert "Security Features" not in by_page[first - 2], "the page on which it begins"
    assert "Summary" not in front.replace("Summary 2", ""), "what follows begins a page"
    tree = tool("pdfinfo", "-struct", path)
    assert tree.count("TOCI") == len(entries) and tree.count("TOC\n") == 1, tree.count("TOCI")
    assert "Contents" not in text(make("cover"))
    # pages that go from left to right, behind contents that have a page of their own: the first stretch fills its page
    across = make("contents", "groups=3", "order=across", "paper=a5", dataset=os.path.join(ROOT, "data", "servicemesh-2026.yaml"))
    entries = re.findall(r"^ *(\S.*?) +(\d+)$", "\n".join(text(across, p) for p in range(1, 6)).split("Contents")[1].split("Notes")[0], re.M)
    assert len(entries) > 15 and all(" ".join(name.split()[:2]) in re.sub(" +", " ", text(across, int(page))) for name, page in entries if not page.startswith("0")), entries
    starts = [int(page) for name, page in entries if name.startswith("Products ")]
    assert starts == list(range(starts[0], starts[0] + 3)), starts
    said = unpacked(make("contents", "groups=3"))
    assert said.count(b"/Contents (Routing Features)") == 6 and b"/Contents (page" not in said, "name and number lead to the same and say it"
    assert said.lower().count(b"/contents <feff" + "Products 3\u20134 of 6".encode("utf-16-be").hex().encode()) == 2, "words that are no one's but the heading's"


def test_title_page():
    """a title page says what it is, for whom, of when, what is compared and whose data, once, before all others"""
    path = shutil.move(make("title-page", "client=A Client", "contents", dataset=noted()), os.path.join(TMP, "titled.pdf"))
    plain = make("contents", dataset=noted())
    face = re.sub(r"[ \n]+", " ", text(path, 1))
    for wanted in ("Notes and sources", "Prepared for A Client", "as of 2024-02-29", "Products 2 \u00b7 Features 40 \u00b7 Categories 1",
                   "Alpha \u00b7 Beta", "Credit: The Office, https://office.example \u00b7 CC0-1.0"):
        assert wanted.replace("\u00b7", ".") in face.replace("\u00b7", "."), (wanted, face)
    assert "page 1" not in face and "Contents" not in face, face
    assert "Contents" in text(path, 2) and "page 2 of %d" % pages(path) in text(path, 2), text(path, 2)
    assert pages(path) == pages(plain) + 1, (pages(path), pages(plain))
    assert "Credit:" in text(plain) and text(path).count("Credit:") == 1
    assert "yes" in text(path, 3) and "Notes and sources" not in text(path, 3).split("page 3")[0].rsplit("\n", 1)[0], text(path, 3)
    assert tool("pdfinfo", "-struct", path).count("H1") == 1
    outline = tool("mutool", "show", path, "outline")
    assert outline.splitlines()[0].startswith("|") and "Notes and sources" in outline.splitlines()[0], outline
    days = text(make("title-page", dataset=os.path.join(ROOT, "tests", "judges", "data", "one.yaml"), env={"SOURCE_DATE_EPOCH": "86400"}), 1)
    assert "1970-01-02" in days or "as of" in days, days


def test_title_page_is_one():
    """names for which a title page has no room are left to the table; ones that fill lines have a line each"""
    def dataset(names):
        path = os.path.join(TMP, "titled.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("meshreport: 1\ntitle: Titled\nproducts:\n" + "".join("  - {id: p%d, name: '%s'}\n" % e for e in enumerate(names))
                       + "categories:\n  - {id: c, name: C, features: [{id: f, name: F, values: [%s]}]}\n" % ", ".join(["yes"] * len(names)))
        return path

    long = text(make("title-page", dataset=dataset(["The product %d with a name of many words" % i for i in range(9)])), 1)
    assert "The product 3 with a name of many words\n" in long and "\u00b7 The product" not in long, long
    many = make("title-page", "paper=a6", dataset=dataset(["Technology %d" % i for i in range(234)]))
    assert "234" in text(many, 1) and "Technology" not in text(many, 1) and "233" in text(many), text(many, 1)


def test_form():
    """the worksheet has ruled lines, or fields with names of the dataset, said in its language, without script or action"""
    plain, path = unpacked(make("worksheet")), unpacked(make("form"))
    assert b"/AcroForm" not in plain and b"/Widget" not in plain
    fields = re.findall(rb"/T ?\(notes/([\w-]+)\)", path)
    assert len(fields) == len(set(fields)) == 30 and fields[0] == b"version" and b"mtls" in fields, fields
    assert path.count(b"(Notes: mTLS)") == 1
    for unwanted in (b"/NeedAppearances", b"/JavaScript", b"/AA", b"/XFA"):
        assert unwanted not in path, unwanted
    groups = unpacked(make("form", "groups=2"))
    assert b"(notes/mtls)" in groups and b"(notes/mtls/2)" in groups and groups.count(b"/Widget") == 60
    assert "Notes" in text(make("form")) and "Notes" in text(make("worksheet"))
    turned = unpacked(make("form", "turn"))
    assert b"(notes/istio)" in turned and b"(notes/mtls)" not in turned
    # a field stands where its row begins, once, even if the row goes on
    path = os.path.join(TMP, "high.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write("meshreport: 1\ntitle: T\nproducts: [{id: a, name: A}]\ncategories: [{id: c, features: [{id: f, name: F, values: ['%s']}]}]\n" % ("many words " * 3000))
    high = make("form", "paper=a5", dataset=path)
    assert pages(high) > 3 and unpacked(high).count(b"/Widget") == 1


def codes(path):
    """What an independent reader finds on the pages as printers of 300 and 200 dots an inch make them; it overlooks one of many now and then."""
    found = collections.Counter()
    for dots in 300, 200:
        for old in glob.glob(os.path.join(TMP, "code-*")):
            os.unlink(old)
        tool("pdftoppm", "-r", str(dots), "-gray", path, os.path.join(TMP, "code"))
        done = subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", *sorted(glob.glob(os.path.join(TMP, "code-*")))],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=seconds(60))
        found |= collections.Counter(done.stdout.decode().split("\n")[:-1])
    return sorted(found.elements())


def test_codes():
    """QR codes hold the credit's address and those of the references, each once, and are large enough for paper"""
    path = make("qr=all")
    listed = re.findall(rb"/URI ?\((.*?)\)", unpacked(path))
    wanted = {a.decode() for a in listed} - {"https://istio.io"}
    found = codes(path)
    assert len(found) == len(set(found)) == 17, found
    assert set(found) <= wanted and "https://servicemesh.es" in found, (set(found) - wanted, found)
    sides = re.findall(rb"^[\d.]+ [\d.]+ ([\d.]+) ([\d.]+) re$", unpacked(path), re.M)
    assert len(sides) > 3000 and min(float(h) for _, h in sides) >= 0.35 * MM, len(sides)
    assert codes(make("qr=credit")) == ["https://servicemesh.es"] == codes(make("qr=credit", "title-page", "nup=2"))
    assert codes(make()) == []
    small = codes(make("qr=all", "paper=a6", dataset=os.path.join(ROOT, "tests", "golden", "dataset.yaml")))
    assert "https://example.org/alpha?x=1&y=2" in small and len(small) == 14 and "#hostile" not in small, small


def test_codes_refused():
    """an address that no code holds, or none that the paper has room for, stands without, and that is said"""
    def said(n, *options):
        path = os.path.join(TMP, "long.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("meshreport: 1\ntitle: T\ncredit: {text: T, url: 'https://long.example/%s'}\nproducts: [{id: a, name: A}]\n"
                       "categories: [{id: c, features: [{id: f, name: F, values: [yes]}]}]\n" % ("x" * n))
        done = run("-f", "pdf", "-o", os.path.join(TMP, "long.pdf"), *[w for o in options for w in ("-O", o)], path)
        assert done.returncode == 0, done.stderr
        return done.stderr.decode()

    assert "too long for a QR code" in said(3000, "qr=credit") and codes(os.path.join(TMP, "long.pdf")) == []
    assert "too large for this paper" in said(900, "qr=credit", "paper=a6") and codes(os.path.join(TMP, "long.pdf")) == []
    assert "QR" not in said(900, "qr=credit") and len(codes(os.path.join(TMP, "long.pdf"))) == 1
    assert "links=list" in run("-f", "pdf", "-O", "qr=all", "-O", "links=none", "-o", os.path.join(TMP, "none.pdf"), SHIPPED).stderr.decode()


def test_cover():
    """the summary has each product with its counts and coverage before the table"""
    path = make("cover")
    words = text(path, 1)
    assert "Summary" in words and "96 %" in words.replace("\u00a0", " ")
    assert "Current version" not in words and "Current version" in text(path, 2)


def test_cover_without_chart():
    """that the summary has no chart is said once, however many layouts were tried"""
    done = run("-f", "pdf", "-o", os.path.join(TMP, "many.pdf"), "-O", "cover", plain("many.yaml", 80, 2))
    assert done.returncode == 0 and done.stderr.count(b"the summary has no chart: ") == 1, done.stderr


def test_chart():
    """each chart stands below the table with a heading and words for who cannot see it; a long one is divided, and what cannot be drawn or read is said"""
    newer = os.path.join(ROOT, "data", "servicemesh-2026.yaml")
    for kind, heading, said in (("coverage", "Coverage by product", "Istio: yes"), ("heatmap", "Status by feature and product", "Istio: yes"),
                                ("matrix", "Agreement between products", "33/36"), ("slope", "Coverage in both editions", "(was 96\u00a0%)")):
        path = make(f"chart={kind}", dataset=newer, more=["--since", SHIPPED])
        assert heading in text(path), kind
        figures = [line for line in tool("pdfinfo", "-struct", path).splitlines() if "Figure" in line]
        assert len(figures) == 1 and said in alternative(path), (kind, figures, alternative(path))
    long = make("chart=heatmap", dataset=plain("long-chart.yaml", 3, 300))
    assert sum("Figure" in line for line in tool("pdfinfo", "-struct", long).splitlines()) > 3
    names = re.findall(r"Feature \d+\b", text(long))
    assert all(names.count(f"Feature {i}") == 2 for i in range(300)), len(names)
    wide = make("chart=heatmap", "turn=yes", dataset=plain("wide.yaml", 60, 6))
    assert "Product 59" in alternative(wide) or "Figure" in tool("pdfinfo", "-struct", wide)
    for option, data, why in (("chart=slope", SHIPPED, b"none is named: --since"), ("chart=heatmap", plain("wide.yaml", 60, 6), b"smaller than six points")):
        done = run("-f", "pdf", "-o", os.path.join(TMP, "left.pdf"), "-O", option, data)
        assert done.returncode == 0 and done.stderr.count(b"the chart is left out: ") == 1 and why in done.stderr, done.stderr


def test_factsheets():
    """a fact sheet for each product, each on one page; in two columns where that saves pages, which end with a category"""
    before, sheets = pages(make()), make("factsheets")
    assert before + 3 <= pages(sheets) <= before + 4, (before, pages(sheets))
    for product in ("Istio", "Linkerd 2", "AWS App Mesh", "Consul", "m\u00e6sh", "Kuma"):
        alone = [text(sheets, p) for p in range(1, pages(sheets) + 1)
                 if re.search(r"(?m)^ *Feature +%s +Feature +%s *$" % (product, product), text(sheets, p))]
        assert len(alone) == 1 and "Authorization Rules" in alone[0] and "Current version" in alone[0], (product, alone)
    # a sheet that has a page to itself in any case stays as it is
    one = make("factsheets", dataset=plain("one.yaml", 1, 12))
    assert not re.search(r"Feature +\S.* Feature ", text(one, pages(one))), text(one, pages(one))


def test_factsheet_home():
    """a fact sheet says below its heading where the product is at home and what became of it; not where no addresses are wanted"""
    path = make("factsheets", dataset=noted())
    sheet = next(text(path, p) for p in range(1, pages(path) + 1) if text(path, p).lstrip().startswith("Alpha"))
    assert re.search(r"^https://alpha\.example \u00b7 archived$", sheet.replace("  ", ""), re.M), sheet[:300]
    assert "https://alpha.example" not in text(make("factsheets", "links=none", dataset=noted()))


def test_factsheet_size():
    """a fact sheet that fits is as large as the table, whatever padding was tried on it before"""
    for rows in (38, 50, 56):
        path = make("factsheets", dataset=plain("sheet.yaml", 2, rows))
        assert pages(path) == (2 if rows < 56 else 3) and type_size(path, 2) == type_size(path, 1), (rows, type_size(path, 1), type_size(path, 2))


def test_worksheet():
    """the worksheet has a column for the reader"""
    assert re.search(r"Kuma +Notes", text(make("worksheet", "paper=a3")))


def alternative(path):
    """The words of the first figure for who cannot see it."""
    found = re.search(rb"/Alt (?:<([0-9a-f]+)>|\(((?:[^\\)]|\\.)*)\))", unpacked(path), re.S)
    return bytes.fromhex(found.group(1).decode()).decode("utf-16") if found.group(1) else found.group(2).decode("utf-16" if found.group(2).startswith(b"\xfe\xff") else "latin-1")
