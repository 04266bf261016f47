# SPDX-License-Identifier: MIT
"""Sheets: papers, margins, bindings, running lines, and how many there are."""
import os
import re
import subprocess

from handout import MM, ROOT, SHIPPED, TMP, make, near, noted, off_the_paper, pages, plain, put, read, refuse, run, size, text, tool, type_size, unpacked


def test_papers():
    """every paper has its size, upright or across"""
    for name, upright in (("a5", (148 * MM, 210 * MM)), ("a4", (210 * MM, 297 * MM)),
                          ("a3", (297 * MM, 420 * MM)), ("letter", (612, 792)),
                          ("legal", (612, 1008)), ("200x280mm", (200 * MM, 280 * MM))):
        assert near(size(make(f"paper={name}", "orientation=portrait")), upright), name
        across = size(make(f"paper={name}", "orientation=landscape"))
        assert near(across, (upright[1], upright[0])), name


def test_furniture():
    """each page says its number, the title, the day and the credit"""
    path = make("paper=a5")
    n = pages(path)
    assert n > 2
    for page in range(1, n + 1):
        words = text(path, page)
        assert f"page {page} of {n}" in words
        assert "Service mesh comparison" in words
        assert "as of 2019-11-06" in words and "INNOQ" in words


def test_nup():
    """two pages share a sheet"""
    path = make("nup=2")
    words = text(path, 1)
    assert "page 1 of" in words and "page 2 of" in words
    width, height = size(path)
    assert width > height


def test_house():
    """a house has its logo beside the title, lines of its own on every page and its colour, which is darker where words need it; what cannot be is refused"""
    path = make("header={client} | | draft", "footer={title} | {date} | {page}/{total}", "client=Big Bank", "accent=#f4a010",
                f"logo={os.path.join(ROOT, 'data', 'gallery', 'chart.png')}", "paper=a5")
    n = pages(path)
    for page in range(1, n + 1):
        words = re.sub(r"\s+", " ", text(path, page))
        assert words.startswith("Big Bank draft") and f"Service mesh comparison 2019-11-06 {page}/{n}" in words, (page, words)
        assert f"page {page} of" not in words
    assert " image " in tool("pdfimages", "-list", path)
    content = unpacked(path)
    assert b".624 .404 .031 rg" in content.replace(b"0.", b".") and b".957 .627 .063" not in content.replace(b"0.", b".")
    assert not off_the_paper(make("header=a | b | c", "footer=none", "paper=a6"))
    assert "page 1" not in text(make("footer=none"))
    grey = unpacked(make("accent=#e4007f", "theme=grey"))
    assert all(r == g == b for r, g, b in re.findall(rb"(?m)^(\S+) (\S+) (\S+) (?:rg|RG)", grey))
    for option, why in (("header={tilte}", "did you mean {title}?"), ("footer=a|b|c|d", "three parts"), ("header={title", "no '}'"),
                        ("logo=" + SHIPPED, "is no PNG, JPEG, GIF, WebP or SVG"), ("accent=redd", "accent")):
        assert why in refuse(option), (option, refuse(option))


def test_running():
    """the lines of a house say which category goes on and which products stand on a page; where there are none, the part is left out"""
    def heads(path):
        return [re.sub(r"\s+", " ", text(path, page).strip("\n").split("\n")[0]).strip() for page in range(1, pages(path) + 1)]
    line = "header=in {category} | | {products}"
    assert heads(make(line)) == ["Products 1\u20136 of 6", "in Monitoring Features Products 1\u20136 of 6"]
    across = heads(make(line, "groups=3", "paper=a5", "order=across"))
    assert across == [*(f"Products {n} of 6" for n in ("1\u20132", "3\u20134", "5\u20136")),
                      *(f"in Routing Features Products {n} of 6" for n in ("1\u20132", "3\u20134", "5\u20136"))], across
    assert heads(make(line, "groups=3", "pin=linkerd")) == ["Products 1\u20133 of 6", "Products 4\u20135 of 6", "Kuma"]
    down = heads(make(line, "turn=yes", dataset=plain("running-down.yaml", 130, 4)))
    spans = [tuple(map(int, re.fullmatch(r"in Things Products (\d+)\u2013(\d+) of 130", head).groups())) for head in down]
    assert len(spans) > 1 and spans[0][0] == 1 and spans[-1][1] == 130
    assert all(after[0] == before[1] + 1 for before, after in zip(spans, spans[1:])), spans
    sheets = make(line, "factsheets=yes")
    assert "Istio" in heads(sheets) and heads(sheets)[-1] == "Kuma"
    alone = make("header={page}", "footer={category} {products}", "title-page=yes", dataset=plain("running-one.yaml", 1, 400))
    assert all(words.rstrip("\f\n ").endswith("Things Product 0") for words in (text(alone, page) for page in range(2, pages(alone) + 1)))
    assert "page 1" not in text(alone) and "{" not in text(alone)


def test_binding():
    """binding moves the text to the other side"""
    def first_x(path):
        return min(float(x) for x in re.findall(r'<word xMin="([\d.]+)"', tool("pdftotext", "-bbox", path, "-")))
    assert first_x(make("binding=left")) - first_x(make("binding=none")) > 20


def lefts(path):
    """Where the words of each page begin."""
    return [min(float(x) for x in re.findall(r'<word xMin="([\d.]+)"', page)) for page in tool("pdftotext", "-bbox", path, "-").split("<page ")[1:]]


def test_inner_binding():
    """for paper printed on both sides the wider margin changes sides, from right to left the other way round, and a printer is told how sheets turn"""
    first, second = lefts(make("binding=inner", "paper=a5"))[:2]
    assert 27 < first - second < 30, (first, second)
    assert b"/Duplex /DuplexFlipLongEdge" in unpacked(make("binding=inner", "orientation=portrait"))
    assert b"/DuplexFlipShortEdge" in unpacked(make("binding=inner", "orientation=landscape")) and b"/Duplex" not in unpacked(make())
    assert b"/PrintScaling /None" in unpacked(make())
    a, b = (lefts(make("binding=" + side, "nup=2", "paper=a5"))[0] for side in ("none", "left"))
    assert 27 < b - a < 30, (a, b)


def test_booklet():
    """pages of a booklet lie on its sheets as folding wants them: the last beside the first, and no more sheets than a quarter of them"""
    path = make("booklet", "paper=a5", "size=8")
    sides = pages(path)
    told = [[int(n) for n in re.findall(r"page (\d+) of", text(path, side))] for side in range(1, sides + 1)]
    n = max(max(side, default=0) for side in told)
    assert sides % 2 == 0 and sides == (n + 3) // 4 * 2, (sides, n)
    full = sides * 2
    for side, numbers in enumerate(told):
        pair = [full - side, side + 1] if side % 2 == 0 else [side + 1, full - side]
        assert numbers == [p for p in pair if p <= n], (side, numbers, pair)
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", path)
    assert pages(make("nup=2", dataset=noted())) <= pages(make(dataset=noted()))


def test_large_papers():
    """posters have their size, and a size needs a unit, with or without white space"""
    assert near(size(make("paper=a2", "orientation=portrait")), (420 * MM, 594 * MM)) and near(size(make("paper=a0", "orientation=portrait")), (841 * MM, 1189 * MM))
    assert near(size(make("paper=200 x 280 mm", "orientation=portrait")), (200 * MM, 280 * MM))
    assert "'210x297mm' perhaps" in refuse("paper=210x297")


def test_order():
    """pages of groups lie from left to right: each stretch of rows in all groups, as high in each, before the next; every cell stays in its table"""
    value = '{status: "yes", text: "yes, with a remark of some words"}'
    data = plain("order.yaml", 9, 60, value)
    path = make("order=across", "groups=3", "orientation=portrait", dataset=data)
    n = pages(path)
    told = [re.findall(r"Feature (\d+)", text(path, page)) for page in range(1, n + 1)]
    assert n > 5 and n % 3 == 0 and all(told[i] == told[i + 1] == told[i + 2] for i in range(0, n, 3)), told
    assert [f for i in range(0, n, 3) for f in told[i]] == [str(i) for i in range(60)], told
    tags = tool("pdfinfo", "-struct-text", path)
    tables = re.split(r"\n {2}Table\b", tags)[1:]
    assert [len(re.findall(r"\bTD\b", t)) for t in tables] == [180, 180, 180], [len(re.findall(r"\bTD\b", t)) for t in tables]
    tops = [sorted(float(y) for y in re.findall(r'yMin="([\d.]+)"[^>]*>Feature<', page)) for page in tool("pdftotext", "-bbox", path, "-").split("<page ")[4:7]]
    assert tops[0] == tops[1] == tops[2], tops


def test_size():
    """a wished type size is kept"""
    path = make("size=12")
    unpacked = os.path.join(TMP, "plain.pdf")
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, unpacked], check=True)
    assert b" 12 Tf" in read(unpacked)


def test_least_size():
    """no type is smaller than six points, on the smallest paper with sixty products"""
    path = os.path.join(TMP, "sixty.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write("meshreport: 1\ntitle: Sixty\nproducts:\n" + "".join(
            f"  - {{id: p{i}, name: Product {i}}}\n" for i in range(60)) +
            "categories:\n  - id: c\n    features:\n      - id: f\n        name: F\n"
            "        description: small\n        values: {p1: {status: 'yes', notes: [a note]}}\n")
    made = make("paper=a5", "factsheets", dataset=path)
    unpacked = os.path.join(TMP, "plain.pdf")
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", made, unpacked], check=True)
    sizes = {float(x) for x in re.findall(rb" ([\d.]+) Tf", read(unpacked))}
    assert sizes and min(sizes) >= 5.999, sizes


def crowd():
    """Fourteen products with names of two words and texts of every length."""
    words = ["yes", "no", "partial", "a text that needs some lines in a narrow column", "{status: no, notes: [shared]}",
             "Donaudampfschifffahrtsgesellschaftskapitaen", "[Jaeger, Zipkin, OpenTelemetry]"]
    rows = "".join(f"      - {{id: f{i}, name: 'Feature {i} of many', values: [" + ", ".join(words[(i * 3 + k * 5) % 7] for k in range(14)) + "]}\n"
                   for i in range(12))
    return put("crowd.yaml", "meshreport: 1\ntitle: A crowd of products\nas_of: 2024-02-29\ncredit: {text: The Office}\nnotes: {shared: by hand}\n"
               "products:\n" + "".join(f"  - {{id: p{i}, name: Product number {i}}}\n" for i in range(14)) +
               "categories:\n  - id: c\n    name: Things of a category with a name of some lines where a column is narrow\n    features:\n" + rows)


def test_within_the_paper():
    """no word leaves the paper or its page, on four papers in four sizes, with few and many products"""
    for data, links in ((SHIPPED, "inline"), (noted(), "list"), (crowd(), "inline")):
        for paper in ("a4", "a6", "letter", "100x300mm"):
            for points in ("auto", "6", "12", "24"):
                found = off_the_paper(make("paper=" + paper, "size=" + points, "links=" + links, dataset=data))
                assert not found, (os.path.basename(data), paper, points, len(found), found[:4])


def test_fewest_sheets():
    """the fewest sheets at eight points or more, with the largest type on them: the shipped handout takes two"""
    path = make()
    assert pages(path) == 2 and type_size(path) >= 8, (pages(path), type_size(path))
    long = plain("long-and-narrow.yaml", 5, 300)
    assert size(make(dataset=long))[0] < size(make(dataset=long))[1]
    assert pages(make(dataset=long)) <= min(pages(make(f"orientation={way}", dataset=long)) for way in ("portrait", "landscape"))
    assert type_size(make(dataset=plain("short.yaml", 3, 4))) > 9.4


def test_pages():
    """pages=N takes the largest type that fits on N pages, down to six points, and says when none does"""
    data = plain("three-hundred.yaml", 5, 300)
    sizes = []
    for n in (5, 6, 8):
        path = make(f"pages={n}", dataset=data)
        assert pages(path) <= n, (n, pages(path))
        sizes.append(type_size(path))
    assert sizes == sorted(sizes) and sizes[0] < sizes[2], sizes
    # with the air that the pages leave, not with what is usual
    for rows, n in ((60, 1), (150, 2), (200, 3)):
        assert pages(make(f"pages={n}", dataset=plain("rows.yaml", 3, rows))) == n, rows
    done = run("-f", "pdf", "-o", os.path.join(TMP, "few.pdf"), "-O", "pages=1", data)
    assert done.returncode == 0 and b"pages=1 is not reached: " in done.stderr, done.stderr


def test_density():
    """compact takes fewer sheets than airy, normal stands between"""
    data = plain("dense.yaml", 4, 400)
    found = [pages(make(f"density={name}", "size=8", dataset=data)) for name in ("compact", "normal", "airy")]
    assert found == sorted(found) and found[0] < found[2], found


def test_stacked_groups():
    """groups that fit stand under each other on one page; groups=N divides the products into N"""
    data = plain("twelve.yaml", 12, 2, value="Apache License 2.0")
    path = make(dataset=data)
    assert pages(path) == 1 and len(re.findall(r"Products \d+.\d+ of 12", text(path))) > 1
    for n in (1, 3, 4):
        words = text(make(f"groups={n}", dataset=data))
        assert len(re.findall(r"Products \d+.\d+ of 12", words)) == (n if n > 1 else 0), n


def test_divided_row():
    """a row is divided when otherwise much of a page stays blank, and names its feature where it goes on"""
    long = " ".join(f"word{i}" for i in range(700))
    data = put("two.yaml", "meshreport: 1\ntitle: Two\nproducts: [{id: a, name: Alpha}, {id: b, name: Beta}]\ncategories:\n  - id: c\n"
               "    name: Things\n    features:\n" + "".join(f"      - {{id: f{i}, name: Feature number {i}, values: [\"{long}\", yes]}}\n" for i in range(3)))
    path = make("paper=a5", "orientation=portrait", "size=10", dataset=data)
    for page in range(1, pages(path)):
        low = max(float(y) for y in re.findall(r'<word [^>]*yMax="([\d.]+)">word', tool("pdftotext", "-bbox", "-f", str(page), "-l", str(page), path, "-")))
        assert low > size(path)[1] * 0.7, (page, low)
        assert "number" in text(path, page + 1).split(), page + 1
    assert " ".join(f"word{i}" for i in range(700)).split() == [w for w in tool("pdftotext", path, "-").split() if w.startswith("word")][:700]


def columns_of(path, page, sign):
    """[(x, y)] of the first letters of words that match."""
    found = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)<', tool("pdftotext", "-bbox", "-f", str(page), "-l", str(page), path, "-"))
    return [(float(x), float(y)) for x, y, word in found if re.fullmatch(sign, word)]


def test_lists():
    """notes stand in columns that are read downwards, their lines hang behind the number, marks in a row are a range"""
    data = put("lists.yaml", "meshreport: 1\ntitle: Lists\nnotes:\n" + "".join(
        f"  n{i}: Thisis note number {i} and it says something about the cell that it stands in\n" for i in range(80)) +
        "products: [{id: a, name: Alpha}]\ncategories:\n  - id: c\n    name: Things\n    features:\n" + "".join(
            f"      - {{id: f{k}, name: Feature {k}, values: {{a: {{status: 'yes', notes: [{', '.join(f'n{i}' for i in range(8 * k, 8 * k + 8))}]}}}}}}\n"
            for k in range(10)))
    path = make("orientation=portrait", dataset=data)
    assert pages(path) == 1
    assert "1\u20138" in text(path) and "73\u201380" in text(path)
    notes = columns_of(path, 1, "Thisis")
    assert len(notes) == 80 and len({round(x) for x, _ in notes}) > 1, notes
    first = [y for x, y in notes if abs(x - notes[0][0]) < 2]
    assert first == sorted(first) and first == [y for _, y in notes[:len(first)]], first
    assert not [x for x, _ in columns_of(path, 1, "cell|stands|in|about") if x < notes[0][0] - 0.5]
    links = tool("qpdf", "--json", "--json-key=qpdf", "--json-stream-data=none", path)
    assert links.count('"/Annot"') >= 100  # a note that a range hides leads back to it
