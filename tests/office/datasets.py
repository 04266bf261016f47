# SPDX-License-Identifier: MIT
"""Datasets that the office suite writes: of any size, in several scripts, and hostile ones."""
import random

WORDS = {
    "en": ("A comparison", "Product", "Category", "Feature number", ["Apache License 2.0", "GPL", "since 2019, by hand"], "a note on {n}"),
    "ar": ("مقارنة", "المنتج", "الفئة", "الميزة رقم", ["رخصة أباتشي", "مجاني"], "ملاحظة {n}"),
    "zh": ("服务网格比较", "产品", "类别", "功能编号", ["阿帕奇许可证第二版", "闭源软件"], "注释 {n}"),
}


def make(n_products, n_features, language="en", categories=True):
    """Statuses, words of their own, texts, links, notes and sources, by a fixed chance."""
    chance = random.Random(n_products * 1000 + n_features)
    title, product, category, feature, texts, note = WORDS[language]
    lines = ["meshreport: 1", "title: %s" % title, "language: %s" % language, "credit: {text: Someone, license: CC0-1.0}", "products:"]
    for i in range(n_products):
        lines.append('  - {id: p%d, name: "%s %d"%s}' % (i, product, i + 1, ", notes: [%s]" % note.format(n=0) if i == 1 else ""))
    lines.append("categories:")
    for first in range(0, n_features, 5):
        lines.append("  - id: c%d" % first)
        if categories:
            lines.append('    name: "%s %d"' % (category, first // 5 + 1))
        lines.append("    features:")
        for row in range(first, min(first + 5, n_features)):
            lines.append('      - id: f%d\n        name: "%s %d"\n        values:' % (row, feature, row + 1))
            lines += ["          p%d: {%s}" % (i, cell(chance, row, texts, note)) for i in range(n_products)]
    return "\n".join(lines) + "\n"


def cell(chance, row, texts, note):
    if row % 5 == 4:  # a row of facts
        text = chance.choice(texts)
        return 'text: "%s"' % (text if chance.random() < 0.8 else "[%s](https://example.org/%d)" % (text, row))
    words = ["status: " + chance.choice(["yes", "no", "partial", "yes", "no", "planned", "na"])]
    if chance.random() < 0.1:
        words.append("notes: [%s]" % note.format(n=chance.randint(1, 4)))
    if chance.random() < 0.1:
        words.append("source: https://example.org/source/%d" % chance.randint(1, 30))
    if chance.random() < 0.05:
        words.append('since: "1.%d"' % row)
    return ", ".join(words)


def one_text(text):
    return ('meshreport: 1\ntitle: T\nproducts: [{id: one, name: One}]\ncategories:\n  - id: c\n    features:\n'
            '      - id: first\n        name: First\n        values:\n          one: {text: "%s"}\n' % text)


def many_products(n):
    return ("meshreport: 1\ntitle: T\nproducts:\n" + "".join("  - {id: p%d, name: P%d}\n" % (i, i) for i in range(n))
            + "categories: [{id: c, features: [{id: f, name: F, values: {p0: yes}}]}]\n")


def many_links(n):
    return ("meshreport: 1\ntitle: T\nproducts: [{id: one, name: One}]\ncategories:\n  - id: c\n    features:\n"
            + "".join('      - {id: f%d, name: F%d, url: "https://example.org/f%d", values: {one: yes}}\n' % (i, i, i) for i in range(n)))


# A note and an address of several lines, which a program without a window has to print whole.
NOTED = """meshreport: 1
title: Notes that are long
products: [{id: a, name: A}]
categories:
  - id: c
    features:
      - id: f
        name: F
        values: {a: {status: no, notes: ["%s"], source: "https://example.org/%s"}}
""" % ("wrapped into lines wherever a column is narrow, " * 12 + "and here it ends", "folder/" * 20)

HOSTILE = """meshreport: 1
title: "Hostile [data]: *all* of /it\\\\ it's here?"
products:
  - {id: one, name: "=1+1", url: "https://example.org/a?c='d'&e=%zz[1]|{x}#g#h"}
  - {id: two, name: "_x0041_ & <b>"}
categories:
  - id: c
    name: "</w:t></w:r> & <c r='A1'/>"
    features:
      - id: formulas
        name: Formulas
        values: {one: {text: "=cmd|' /C calc'!A0"}, two: {text: "+1+1"}}
      - id: signs
        name: "-2"
        values: {one: {text: "@SUM(A1)"}, two: {text: "a \\u200F b \\uFFFD c"}}
      - id: escapes
        name: Escapes
        values: {one: {text: "_x0041_ _x000D_ _x005F_"}, two: {text: "&amp; ]]> <![CDATA[ -->"}}
      - id: statuses
        name: Statuses
        values: {one: {status: partial, text: "yes, but \\"no\\""}, two: {status: no, notes: ["<x> & \\"y\\""]}}
"""


def chequered(n_products, n_features, is_new):
    """Every second cell is the other status in the newer edition, so that no two neighbours have one rule; some words begin as a status is called."""
    rows = []
    for feature in range(n_features):
        cells = []
        for product in range(n_products):
            word = "yes" if ((feature + product) % 2 and is_new) != (feature * 7 + product * 3) % 2 else "no"
            kept = product % 5 == 3 and not is_new
            cells.append("{text: no need for it}" if product % 5 == 4 else "{text: 'yes, %d'}" % feature if kept else word)
        rows.append("      - {id: f%d, name: Feature %d, values: [%s]}\n" % (feature, feature, ", ".join(cells)))
    return "meshreport: 1\ntitle: Chequered\nas_of: %d-01-01\nproducts: [%s]\ncategories:\n  - id: c\n    features:\n%s" % (
        2020 + is_new, ", ".join("{id: p%d, name: P%d}" % (i, i) for i in range(n_products)), "".join(rows))


def many_words(n_products, n_features):
    """Every second cell has words of its own, which begin as a status is called."""
    return "meshreport: 1\ntitle: Words\nproducts: [%s]\ncategories:\n  - id: c\n    features:\n%s" % (
        ", ".join("{id: p%d, name: P%d}" % (i, i) for i in range(n_products)),
        "".join("      - {id: f%d, name: F%d, values: [%s]}\n" % (f, f, ", ".join("{text: 'no %d'}" % (n_products * f + p) if p % 2 else "yes" for p in range(n_products)))
                for f in range(n_features)))
