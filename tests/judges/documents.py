# SPDX-License-Identifier: MIT
"""The documents that are judged: (name, dataset, options), and a dataset too wide for any paper."""
import os

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SHIPPED = os.path.join(ROOT, "data", "servicemesh.yaml")
GOLDEN = os.path.join(ROOT, "tests", "golden", "dataset.yaml")
EVERYTHING = ["cover=yes", "factsheets=yes", "form=yes", "notes=both", "links=inline", "verified=yes"]


def own(name):
    return os.path.join(HERE, "data", name + ".yaml")


def wide_text():
    """14 products with words of many lengths: they stand side by side on no page."""
    words = ["yes", "no", "partial", "unknown", "{status: yes, text: 'yes (with a longer remark on conditions)'}",
             "{status: no, notes: [shared]}", "{text: a text cell that needs some lines in a narrow column}",
             "[Jaeger, Zipkin, 'OpenTelemetry Collector']"]
    lines = ["meshreport: 1", "title: Wide", "language: en", "as_of: 2024-03-01",
             "notes: {shared: 'A shared note, see [the site](https://example.org/note)'}", "products:"]
    lines += ["  - {id: p%d, name: Product number %d, url: 'https://example.org/p%d'}" % (i, i, i) for i in range(1, 15)]
    lines.append("categories:")
    for c in range(4):
        lines += ["  - id: c%d" % c, "    name: Category %d" % c, "    features:"]
        for f in range(12):
            values = ", ".join("p%d: %s" % (p, words[(c * 7 + f * 3 + p * 5) % len(words)]) for p in range(1, 15))
            lines += ["      - id: f%d-%d" % (c, f), "        name: Feature %d of category %d" % (f, c),
                      "        values: {%s}" % values]
    return "\n".join(lines) + "\n"


PROFILE = """
profiles:
  - id: bank
    name: A bank
    description: Nothing goes [unencrypted](https://example.org/bank).
    require: [mtls, {feature: authorization-rules, at-least: partial}]
    weights: {security: 3}
"""


def documents(folder):
    wide = os.path.join(folder, "wide.yaml")
    with open(wide, "w", encoding="utf-8") as file:
        file.write(wide_text())
    ranked = os.path.join(folder, "ranked.yaml")
    with open(ranked, "w", encoding="utf-8") as file, open(SHIPPED, encoding="utf-8") as shipped:
        file.write(shipped.read().replace("\ncategories:", PROFILE + "\ncategories:", 1))
    return [
        ("ranked", ranked, ["profile=bank", "cover=yes"]),
        ("shipped", SHIPPED, []),
        ("everything", SHIPPED, EVERYTHING),
        ("narrow", SHIPPED, ["paper=a5", "orientation=portrait", "notes=page", "theme=ink", "binding=left", "worksheet=yes"]),
        ("two-up", SHIPPED, ["nup=2", "links=none", "theme=grey", "bookmarks=no"]),
        ("golden", GOLDEN, []),
        ("evidence", GOLDEN, ["evidence=appendix"]),
        ("glossary", GOLDEN, ["descriptions=glossary", "totals=yes"]),
        ("sheets", SHIPPED, ["factsheets=yes", "status=tint", "notes=both"]),
        ("contents", GOLDEN, ["contents=yes", "cover=yes", "factsheets=yes", "nup=2"]),
        ("titled", GOLDEN, ["title-page=yes", "contents=yes", "client=A Client"]),
        ("rtl titled", own("rtl"), ["title-page=yes", "booklet=yes"]),
        ("codes", GOLDEN, ["qr=all", "paper=a5"]),
        ("form", GOLDEN, ["form=yes", "nup=2"]),
        ("rtl form", own("rtl"), ["form=yes"]),
        ("wide form", wide, ["form=yes", "paper=a5"]),
        ("wide", wide, []),
        ("signs", wide, ["cells=signs", "cover=yes", "totals=yes"]),
        ("pinned", wide, ["pin=p3,p9", "groups=5"]),
        ("across", wide, ["order=across", "contents=yes", "groups=3", "paper=a5", "orientation=landscape"]),
        ("turned", GOLDEN, ["turn=yes", "cover=yes", "notes=both"]),
        ("house", GOLDEN, ["header={category} | {products} | draft", "footer={title} | {date} | {page}/{total}", "accent=#f4a010", "logo=" + os.path.join(ROOT, "data", "gallery", "chart.png")]),
        ("booklet", SHIPPED, ["booklet=yes", "paper=a5", "factsheets=yes"]),
        ("golden signs", GOLDEN, ["cells=signs", "status=badge"]),
        ("rtl sheets", own("rtl"), ["factsheets=yes"]),
        ("rtl signs", own("rtl"), ["cells=signs"]),
        ("rtl", own("rtl"), ["cover=yes", "contents=yes"]),
        ("scripts", own("scripts"), []),
        # outlines in a name-keyed CFF, which is embedded in a way of its own (ghostscript brings the font)
        ("otf", SHIPPED, ["font=Nimbus Sans", "links=none"]),
        ("one", own("one"), ["cover=yes"]),
        # pages of cairo's, brought in as forms, beside pictures of pixels
        ("logos", own("logos"), ["logo=" + os.path.join(HERE, "data", "logos", "plain.svg"), "orientation=landscape"]),
        # characters without a glyph, for private use, and a byte order mark within texts
        ("odd", own("odd"), ["cover=yes"]),
    ]
