# SPDX-License-Identifier: MIT
"""The table on them: heads, rows, cells, signs, notes, links."""
import os
import re
import subprocess

from handout import RANKED, ROOT, SHIPPED, TMP, make, noted, off_the_paper, pages, plain, put, read, refuse, run, text, tool, unpacked


def test_heads():
    """each page of the table has the names of the products, and a category goes on by name"""
    path = make("paper=a5", "links=none", "groups=1")
    for page in range(1, pages(path) + 1):
        if "yes" in text(path, page):
            assert "Istio" in text(path, page) and "Kuma" in text(path, page)
    assert "(continued)" in text(path)


def test_notes():
    """notes stand at the end, at the foot of their pages, or both"""
    data = noted()
    end = text(make("notes=end", dataset=data))
    foot_path = make("notes=page", dataset=data)
    foot = text(foot_path)
    n_foot = [text(foot_path, p).count("by hand only") for p in range(1, pages(foot_path) + 1)]
    both = text(make("notes=both", dataset=data))
    assert end.count("by hand only") == 1 and end.count("own note 7") == 1
    assert foot.count("own note 7") == 1 and foot.count("by hand only") >= 2
    assert max(n_foot) == 1
    assert both.count("own note 7") == 2
    for i in range(40):
        assert f"own note {i}\n" in foot or f"own note {i} " in foot, i


def test_notes_without_room():
    """a note that finds no room at the foot of its page stands at the end, whatever other layouts were tried"""
    path = os.path.join(TMP, "without-room.yaml")
    for first, paper in ((0, "a4"), (1, "a5"), (2, "a6")):
        lengths = [(3, 30, 100, 300)[(first + i * i) % 4] for i in range(14)]
        rows = "".join(f"""      - {{id: f{i}, name: Feature {i}, values: {{a: {{status: "yes", notes: ["note{i}x {'words ' * n}"]}}, b: "no"}}}}
""" for i, n in enumerate(lengths))
        with open(path, "w", encoding="utf-8") as file:
            file.write("meshreport: 1\ntitle: Notes\nproducts: [{id: a, name: Alpha}, {id: b, name: Beta}]\n"
                       f"categories:\n  - id: c\n    name: C\n    features:\n{rows}")
        said = text(make("notes=page", f"paper={paper}", dataset=path))
        assert [said.count(f"note{i}x") for i in range(14)] == [1] * 14, (paper, said)


def test_links():
    """addresses are listed, follow their words, or are only clickable"""
    data = noted()
    listed = text(make("links=list", dataset=data))
    inline = text(make("links=inline", dataset=data))
    none = make("links=none", dataset=data)
    assert "References" in listed and "https://docs.example/7" in listed
    assert "References" not in inline and "docs.example/7" in inline.replace("\n", "")
    assert "docs.example" not in text(none)
    assert b"https://docs.example/7" in unpacked(none)


def test_detail():
    """lifecycle, since and description are printed, the day of verification where it is wanted"""
    data = noted()
    words = text(make(dataset=data))
    for word in ("archived", "since 1.7", "What it means"):
        assert word in words, word
    assert "verified" not in words
    assert "2023-05-08" in text(make("verified", dataset=data))
    assert "2023-05-08" in text(make("factsheets", dataset=data))


def test_evidence():
    """the appendix says by feature how cells are known, what is shared once, whose it is, and leads there and back"""
    data = os.path.join(TMP, "evidence.yaml")
    with open(data, "w", encoding="utf-8") as file:
        file.write("""meshreport: 1
title: Known
as_of: 2024-03-10
products: [{id: a, name: Alpha, verified: 2024-01-02}, {id: b, name: Beta}, {id: c, name: Gamma}, {id: d, name: Delta}]
categories:
  - id: k
    features:
      - {id: f, name: First, source: "https://shared.example", since: "2", values: {a: yes, b: yes, c: yes, d: unknown}}
      - {id: g, name: Second, values: {a: unknown, b: yes, c: no}}
      - {id: h, name: Third, values: {a: no, b: {status: yes, source: ["https://shared.example", "https://b.example"]}, c: yes}}
""")
    with_it = make("evidence=appendix", dataset=data)
    words = re.sub(r"\s+", " ", text(with_it))
    part = words[words.index("Evidence First"):words.index("References")]
    for wanted in ("✓ Alpha: since 2 (from the feature) · verified 2024-01-02 (from the product) · Source[1] (from the feature)",
                   "✓ Beta, ✓ Gamma: since 2 (from the feature) · not verified · Source[1] (from the feature)",
                   "✗ Alpha: verified 2024-01-02 (from the product) · without a source", "✓ Beta: not verified · Source[1][2]", "✓ Gamma: not verified · without a source"):
        assert wanted in part, (wanted, part)
    assert "Second" not in part and "Delta" not in part, part
    assert words.count("https://shared.example") == 1
    assert "§" in words and "Evidence" in tool("qpdf", "--json", "--json-key=outlines", with_it)
    plain = text(make(dataset=data))
    assert "Evidence" not in plain and "§" not in plain
    assert "no cell has a source" in run("-f", "pdf", "-O", "evidence=appendix", "-o", os.path.join(TMP, "none.pdf"), SHIPPED).stderr.decode()
    assert "-O evidence=appendix" in run("-f", "pdf", "-o", os.path.join(TMP, "days.pdf"), data).stderr.decode()


def test_theme():
    """grey and ink use no colour, ink no ground"""
    for theme in ("grey", "ink"):
        path = make(f"theme={theme}", "cover", "factsheets")
        unpacked = os.path.join(TMP, "plain.pdf")
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, unpacked], check=True)
        for r, g, b in re.findall(rb"(?m)^(\S+) (\S+) (\S+) (?:rg|RG)", read(unpacked)):
            assert r == g == b, (r, g, b)


def test_status():
    """a status has its cell tinted, or a box around its sign, in colour or in grey; not in ink, and never without its sign"""
    def fills(*options):
        content = tool("mutool", "draw", "-F", "trace", "-o", "-", make(*options), "1")
        return len(re.findall(r"<fill_path", content)), content
    plain_fills, _ = fills()
    for theme in ("light", "grey"):
        tinted, content = fills("status=tint", f"theme={theme}")
        badged, _ = fills("status=badge", f"theme={theme}")
        assert tinted > plain_fills + 50 and badged > tinted + 50, (theme, plain_fills, tinted, badged)
    assert fills("status=badge", "theme=ink")[0] == fills("theme=ink")[0]
    said = text(make())
    for status in ("tint", "badge"):
        assert text(make(f"status={status}")).split() == said.split(), status


SIGNED = """meshreport: 1
title: Signs
products: [{id: a, name: "Alpha of some length", url: "https://alpha.example", lifecycle: archived}, {id: b, name: Beta}, {id: c, name: Gamma}]
categories:
  - id: k
    name: Things
    features:
      - {id: f, name: First, values: ["yes", {status: "yes", text: "yes, with a flag", notes: [a note of some words]}, {status: "yes", text: "yes, with a flag"}]}
      - {id: g, name: Second, values: [{parts: [{name: in, status: "yes"}, {name: out, status: "no"}]}, [Jaeger, Zipkin], "1.4"]}
      - {id: h, name: Third, values: [{status: "no", source: ["https://source.example"]}, a longer text, {status: "no", since: "2.0"}]}
"""


def test_signs():
    """signs alone have their words for who cannot see them; what they do not say stands once below the table; nothing is lost"""
    path = make("cells=signs", dataset=put("signs.yaml", SIGNED))
    tags = tool("pdfinfo", "-struct-text", path)
    cells = [re.sub(r'\s+', ' ', c) for c in re.findall(r'^ +T[HD].*\n((?:(?! +T[HDR]).*\n)*)', tags, re.M)]
    said = re.sub(r"\s+", " ", text(path))
    for wanted in ("a \u2713 yes, with a flag", "b \u2713 in yes, \u2717 out no", "c Jaeger, Zipkin", "d \u2717 no[2]", "e a longer text",
                   "f \u2717 no \u00b7 since 2.0", "1 a note of some words", "\u25d0 partial", "https://source.example", "1.4"):
        assert wanted in said, (wanted, said)
    assert said.count("with a flag") == 1, said
    assert len(cells) == 1 + 4 + 1 + 3 * 4, len(cells)  # THead, the head, the category, and the cells
    assert '"Alpha of some length' in cells[2] and "archived" in cells[2], cells[2]
    actual = actual_texts(path)
    for wanted in ("yes ", "yes, with a flag ", "in yes, out no ", "Jaeger, Zipkin ", "no, since 2.0 ", "a longer text "):
        assert wanted in actual, (wanted, actual)


def actual_texts(path):
    """What is read instead of what is seen."""
    unpacked_path = os.path.join(TMP, "unpacked.pdf")
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, unpacked_path], check=True)
    found = re.findall(rb"/ActualText (?:<([0-9a-f]*)>|\(((?:[^()\\\\]|\\\\.)*)\))", read(unpacked_path))
    return [bytes.fromhex(h.decode()).decode("utf-16") if h else s.decode("latin-1") for h, s in found]


def test_signs_wide():
    """nineteen products stand side by side on one sheet, and many pages become a quarter; the legend is on each page of the table"""
    nineteen = make("cells=signs", "paper=a4", dataset=plain("nineteen.yaml", 19, 30))
    assert pages(nineteen) == 1 and pages(make(dataset=plain("nineteen.yaml", 19, 30))) > 1
    many = make("cells=signs", dataset=plain("many.yaml", 120, 90))
    assert pages(many) * 4 <= pages(make(dataset=plain("many.yaml", 120, 90))), pages(many)
    for page in range(1, pages(many) + 1):
        assert "\u2713 yes" in re.sub(r" +", " ", text(many, page)), page
    assert not off_the_paper(many)


def test_signs_upright():
    """names that are too long for slanted heads stand upright, as a whole"""
    name = "A name " * 40 + "and its end"
    data = put("upright.yaml", f'meshreport: 1\ntitle: T\nproducts: [{{id: a, name: "{name}"}}, {{id: b, name: B}}]\ncategories:\n  - id: k\n    features:\n      - {{id: f, name: F, values: ["yes", "no"]}}\n')
    for paper in ("a4", "a6"):
        path = make("cells=signs", "paper=" + paper, dataset=data)
        said = text(path)
        assert len(re.findall(r"\bA\b", said)) == len(re.findall(r"\bname\b", said)) == 40 and re.search(r"its\s+end", said), (paper, said)
        assert not off_the_paper(path)


def test_pin():
    """a pinned product stands first in every group, tinted or between lines, and is read aloud once; an unknown one is refused with a suggestion"""
    path = make("pin=kuma, consul", "groups=4")
    heads = re.findall(r"^ *Feature +(.*)$", text(path), re.M)
    assert len(heads) >= 4 and all(re.match(r"Kuma +Consul", h) for h in heads), heads
    tags = tool("pdfinfo", "-struct-text", path)
    assert len(re.findall(r'"Kuma"', tags)) == 1 and len(re.findall(r'"Istio"', tags)) == 1
    said = text(path)
    assert "Products 1\u20133 of 6" in said and "Products 4\u20134 of 6" in said, re.findall("Products.*", said)
    assert b".992 .953 .827 rg" in unpacked(path).replace(b"0.", b".")
    assert text(make("pin=kuma")).index("Kuma") < text(make("pin=kuma")).index("Istio")
    assert "did you mean 'consul'" in refuse("pin=consull") and "there are istio, linkerd" in refuse("pin=nothing-alike")
    assert text(make("pin=")) == text(make())


def test_turn():
    """products stand down and features across, with their categories; nothing is lost, each cell is read in its row, a pinned product comes first"""
    path = make("turn", "pin=beta", dataset=put("turned.yaml", """meshreport: 1
title: Turned
products: [{id: alpha, name: Alpha, lifecycle: archived, notes: [of the product]}, {id: beta, name: Beta}]
categories:
  - {id: k, name: Things, notes: [of the category], description: What they are, features: [{id: f, name: First, description: What it means, weight: 3, notes: [of the feature], values: ["yes", {status: "no", notes: [of the cell]}]}, {id: g, name: Second, values: [partial, {text: "1.4"}]}]}
"""))
    tags = tool("pdfinfo", "-struct-text", path)
    rows = [re.findall(r'"([^"]*)"', row) for row in re.split(r"\bTR\b", tags)[1:]]
    flat = [re.sub(r"\s+", " ", " ".join(row)) for row in rows]
    for row, wanted in zip(flat, ("Product First 3 \u00d73 What it means Things 2 : What they are Second Things", "Beta \u2717 no 4 1.4", "Alpha 1 archived \u2713 yes \u25d0 partial")):
        assert row.startswith(wanted), (wanted, row)
    for where in ("end", "page", "both"):
        said = re.sub(r"\s+", " ", text(make("turn", "notes=" + where, dataset=os.path.join(TMP, "turned.yaml"))))
        for note in ("of the product", "of the category", "of the feature", "of the cell"):
            assert note in said, (where, note)
    wide = make("turn", dataset=plain("turn-wide.yaml", 60, 6))
    assert pages(wide) == 2 and not off_the_paper(wide)
    assert [len(re.findall(rf"Product {i}\b", text(wide))) for i in (0, 59)] == [1, 1]
    many = text(make("turn", "groups=3", dataset=plain("turn-many.yaml", 3, 30)))
    assert "Features 1\u201310" in many and "Features 21\u201330" in many
    # more groups than there are products: tables of a document were counted by those
    groups = text(make("turn", "groups=300", "factsheets", dataset=plain("turn-one.yaml", 1, 300)))
    assert "Features 300\u2013300" in groups and groups.index("Features 300") < groups.rindex("Product 0")


NAMES = '''meshreport: 1
title: T
notes: {shared: "a shared note", pn: "of a product"}
products:
  - {id: a, name: Alpha, notes: [pn, shared]}
  - {id: b, name: Beta}
categories:
  - id: c
    name: Cat
    notes: [of the category]
    features:
      - {id: f, name: Heavy, weight: 9, notes: [shared, of the feature], values: [{status: yes, notes: [shared]}, no]}
      - {id: g, name: Light, values: [no, yes]}
'''


def test_notes_of_names():
    """notes of products, categories and features are marked behind the name and stand where those of cells do"""
    for where in ("end", "page", "both"):
        said = tool("pdftotext", "-layout", make("notes=" + where, dataset=put("names.yaml", NAMES)), "-")
        for line in (r"Feature +Alpha1,2\s+Beta$", "Cat3$", "Heavy2,4", "1 +of a product", "2 +a shared note", "3 +of the category", "4 +of the feature"):
            assert re.search("(?m)(?:^| )" + line, said), (where, line, said)


def test_weights():
    """how a coverage is counted stands below each; weights stand there and at the features, unless all are 1"""
    path = make("cover", "factsheets", dataset=put("weights.yaml", NAMES))
    said = re.sub(r"\s+", " ", tool("pdftotext", path, "-"))
    assert said.count("unknown zero, of all that apply.") == 3, said  # the summary and two fact sheets
    assert said.count("Coverage is weighted, the counts are not: Heavy \u00d79") == said.count("not: Heavy") == 3, said
    assert said.count("\u00d79") == 6 and said.count("\u00d7") == 6, said  # and three tables
    path = make("cover", dataset=put("equal.yaml", NAMES.replace("weight: 9, ", "")))
    said = tool("pdftotext", path, "-")
    assert "unknown zero" in said and "weighted" not in said and "\u00d7" not in said, said


def named(name):
    """Two categories with this name, of more features than a page holds."""
    rows = ["".join(f"      - {{id: {c}{i}, name: 'Feature {i}', values: [yes, some words of text]}}\n" for i in range(30)) for c in "cd"]
    return put("named.yaml", "meshreport: 1\ntitle: T\nproducts:\n  - {id: a, name: A}\n  - {id: b, name: B}\ncategories:\n" + "".join(
        f"  - id: {c}\n    name: '{name}'\n    url: https://example.org/a/long/address/of/the/category\n    features:\n{row}" for c, row in zip("cd", rows)))


DIRECTED = """meshreport: 1
title: Directions
credit: {text: "OPEN of nobody", license: 0BSD}
products: [{id: a, name: "OPEN name", notes: [the first]}, {id: b, name: B}]
categories:
  - id: c
    name: Things
    features:
      - {id: f, name: F, values: {a: {status: "yes", text: "OPEN words", since: "OPEN version", notes: [the second, the third]}, b: "no"}}
"""


def test_directions():
    """what turns the direction of data, closed or not, moves no mark, no "since" and no licence, in handout and page"""
    path = os.path.join(TMP, "directed.yaml")
    for turn in ("\u202e", "\u2067", "\u202e\u2067\u202b", "\u2069\u202c\u202e", "\u05e9\u05dc\u05d5\u05dd"):
        with open(path, "w", encoding="utf-8") as file:
            file.write(DIRECTED.replace("OPEN", turn))
        boxes = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>',
                           tool("pdftotext", "-bbox", make(dataset=path), "-"))
        at = {}
        for x, y, word in boxes:
            at.setdefault(word.strip("\u200e\u200f\u202a-\u202e"), []).append((float(x), float(y)))
        assert "since" in at and "0BSD" in at, (turn, sorted(at))
        assert len(at["0BSD"]) == 2, (turn, at)  # whole, in the credit and at the foot
        body = min(at["0BSD"], key=lambda place: place[1])
        assert at["Credit:"][0][0] < body[0], (turn, at)
        page = os.path.join(TMP, "directed.html")
        assert run("-f", "html", "-o", page, path).returncode == 0
        body = read(page).decode().split("<header")[1].split("<script")[0]
        for block in re.split(r"</?(?:td|th|tr|p|li|h\d|a|sup|small|span|b)\b[^>]*>", body):
            opened = sum(block.count(c) for c in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
            assert opened == block.count("\u202c") + block.count("\u2069"), (turn, ascii(block))
            if "\u05e9" in block:
                assert re.search("<bdi>[^<]*</bdi>|\u2068[^<]*\u2069", block), (turn, ascii(block))


def test_continued():
    """a category that goes on says so in few lines without its address, however long its name is"""
    for name in ("Short", "category word " * 60, "x" * 900, "\u8a9e" * 700):
        for options in (("paper=a6", "size=12"), ("paper=a6", "size=24"), ("paper=a5", "size=14")):
            path = make(*options, "links=inline", dataset=named(name))
            found = off_the_paper(path)
            assert not found, (name[:9], options, len(found), found[:4])
            if name == "Short":
                said = tool("pdftotext", path, "-")
                n_groups = max(1, said.count("Products "))
                assert "(continued)" in said and said.count("example.org") == 2 * n_groups, (options, said.count("example.org"), n_groups)
            elif options[1] == "size=12":
                assert "\u2026 (continued)" in tool("pdftotext", "-layout", path, "-"), name[:9]


def test_words_of_heads():
    """no word of a head is broken while another column has room: neither of the table nor of the summary"""
    long = "some words that go on and on and make this cell need many lines in whatever column it stands "
    data = put("heads.yaml", "meshreport: 1\ntitle: T\nproducts:\n" + "".join(f"  - {{id: p{i}, name: {n}}}\n" for i, n in enumerate(
        ("Istio", "Haftpflichtversicherung", "Kuma"))) + "categories:\n  - id: c\n    name: C\n    features:\n" +
        "".join(f"      - {{id: f{i}, name: {n}, values: [\"{long * 5}\", \"{long * 5}\", \"{long * 2}\"]}}\n" for i, n in enumerate(("TLS", "SSO"))))
    for options in (("paper=a4",), ("paper=a5", "cover", "orientation=portrait", "worksheet"), ("nup=2", "cover")):
        for source in (data, SHIPPED):
            said = tool("pdftotext", "-layout", make(*options, dataset=source), "-").split()
            for word in ("Feature", *(("unknown", "Coverage", "Product") if "cover" in options else ()), *(("Haftpflichtversicherung",) if source == data else ())):
                assert word in said, (options, word)


def test_strings():
    """names with brackets and backslashes are read as they are written, wherever a PDF keeps them"""
    names = ["A\\\\", "(B", "C)", "D\\\\(", "\\\\n", "\\\\051", "((E))", "F%25"]
    data = put("strings.yaml", 'meshreport: 1\ntitle: "T\\\\ (x"\nsubtitle: ")\\\\"\nproducts:\n' +
               "".join(f'  - {{id: p{i}, name: "{name}"}}\n' for i, name in enumerate(names)) +
               'categories:\n  - id: c\n    name: "Cat\\\\"\n    features:\n'
               '      - {id: f, name: "Feat)\\\\(", kind: text, values: {p0: "[w](https://example.org/a(b)c)"}}\n'
               "      - {id: g, name: G, values: {p0: yes, p1: no}}\n")
    path = make("cover", "factsheets", dataset=data)
    said = tool("/usr/bin/python3", os.path.join(ROOT, "tests", "golden", "pdf_text.py"), path)
    assert "\nTitle: T\\ (x\n" in said and "\nSubject: )\\\n" in said, said[:400]
    figure = re.search(r"Figure Alt=(.*?) \+\d", said).group(1)
    for name in names:
        plain = name.replace("\\\\", "\\")
        assert f"    {plain} -> page" in said, (plain, said[said.index("outline"):][:900])
        assert plain in figure, (plain, figure)
    assert "    Cat\\ -> page" in said


def test_groups():
    """products that do not fit side by side stand in announced groups, each with its features"""
    path = make("paper=a5", "orientation=portrait", "size=9")
    words = text(path)
    assert re.search(r"Products 1–\d of 6", words)
    assert len(re.findall("Circuit Breaking", words)) == len(re.findall(r"Products \d–\d of 6", words)) > 1


def test_hyphenation():
    """a word that fits no column is divided by the patterns of its language, with a hyphen; an address is not, and nothing is lost"""
    syllables = ["Haft-pflicht-ver-si-che-rungs-be-din-gun-gen", "Do-nau-dampf-schiff-fahrts-ge-sell-schaft", "Selbst-ver-st\u00e4nd-lich-keits-klau-sel",
                 "Ver-ein-ba-rungs-ab-h\u00e4n-gig-kei-ten"]
    address = "https://beispiel.example/Versicherungsbedingungen_und_mehr.html?seite=Haftpflichtversicherung"
    data = put("de.yaml", "meshreport: 1\ntitle: Lang\nlanguage: de\nproducts:\n" + "".join(f"  - {{id: p{i}, name: Produkt {i}}}\n" for i in range(5)) +
               "categories:\n  - id: c\n    name: Leistungen\n    features:\n" + "".join(
                   f"      - {{id: f{i}, name: Merkmal {i}, values: [{', '.join([word.replace('-', '')] * 4)}, \"{address}\"]}}\n" for i, word in enumerate(syllables)))
    said = tool("pdftotext", "-raw", make("paper=a6", "orientation=portrait", "groups=1", "size=7", dataset=data), "-")
    letters = re.sub(r"\s", "", said)
    assert letters.count(address) == 4 and address not in said, said
    for word in syllables:
        found = re.findall("\u00ad?".join(word.replace("-", "")), letters)
        assert len(found) == 4 and all("\u00ad" in one for one in found), (word, found)
        for one in found:
            assert re.fullmatch(word.replace("-", "\u00ad?"), one), (word, one)
    assert len(re.findall("\u00ad\n", said)) == said.count("\u00ad"), said


def test_ranking():
    """the ranking stands on the first page, tagged as a table of its own, with what is lacking, open, left out and would decide it; the address of its description is listed"""
    path = os.path.join(TMP, "ranked.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(RANKED)
    for options in [], ["cover=yes"], ["theme=ink"]:
        made = make(*options, dataset=path, more=["--profile", "bank"])
        words = re.sub(r"\s+", " ", text(made, 1))
        for wanted in ("Ranking: A bank Needs it[1].", "Requirements: First. Product Place Score Requirements", "Beta 2 0–33.3 % open: First",
                       "Alpha 1 66.7–100 %", "Gamma – – lacks: First", "Delta – – left out", "What would decide it: Beta: First (required)"):
            assert wanted in words, (options, wanted, words)
        assert "https://bank.example" in text(made)
    tags = tool("pdfinfo", "-struct", make(dataset=path, more=["--profile", "bank"]))
    assert len(re.findall(r"^  Table", tags, re.M)) == 2 and tags.index("H2") < tags.index("Table"), tags
    assert "Ranking" not in text(make(dataset=path))


def test_missing_character():
    """a character that no font has is a warning with its cell and place, and can still be copied out"""
    path = os.path.join(TMP, "missing.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write("meshreport: 1\ntitle: T\nproducts: [{id: a, name: Alpha}]\n"
                   "categories: [{id: c, features: [{id: f, name: Feat, values: {a: \"x \ue123 y\"}}]}]\n")
    made = os.path.join(TMP, "missing.pdf")
    said = run("-f", "pdf", "-o", made, path).stderr.decode()
    assert "U+E123" in said and "Feat" in said and "missing.yaml:4" in said
    assert "\ue123" in text(made)
