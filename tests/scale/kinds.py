# SPDX-License-Identifier: MIT
"""Kinds of input, each of which grows alone: datasets of `n` things.

KINDS maps what grows to a Kind: its files by name for a number, the first of which is given to the program, and what is
done with them (cost.ACTIONS).  A new kind is one line here; tables of other programs are in tables.py.
"""
import struct
import zlib

HEAD = "meshreport: 1\ntitle: T\n"
TWO = "products: [{id: a, name: A}, {id: b, name: B}]\n"
ONE = "categories: [{id: c, name: C, features: [{id: f, name: F, values: {a: yes}}]}]\n"
FORMATS = ("check", "html", "pdf", "text", "others")
WRITERS = ("csv", "json", "markdown", "latex", "docx", "xlsx", "yaml")
EVERY = FORMATS[:-1] + WRITERS
EDITIONS = ("diff", "since html", "since pdf")


class Kind:
    def __init__(self, files, actions=FORMATS, small=3000, words=(), most=100000):
        """`files(n)` maps names to texts or bytes, a bare text is that of data.yaml; `words`: of the command line, too; `most` is the
        largest number that --table has time for."""
        self.make, self.actions, self.small, self.words, self.most = files, actions, small, tuple(words), most

    def files(self, n):
        made = self.make(n)
        made = made if isinstance(made, dict) else {"data.yaml": made}
        return {name: text.encode() if isinstance(text, str) else text for name, text in made.items()}


def many(n, piece, between=", "):
    return between.join(piece % i for i in range(n))


def row(values, more=""):
    """One cell or two."""
    return HEAD + TWO + more + "categories: [{id: c, name: C, features: [{id: f, name: F, values: {%s}}]}]\n" % values


def rows(n, values, products=TWO, more="", feature=""):
    """A feature a line; `feature` is what else is said of each, with its number."""
    return HEAD + products + more + "categories:\n- id: c\n  name: C\n  features:\n" + "".join(
        "  - {id: f%d, name: F%d, %svalues: {%s}}\n" % (i, i, feature.replace("%d", str(i)), values(i)) for i in range(n))


def columns(n, values="", more=lambda i: "", n_rows=3):
    """A product a line."""
    return HEAD + "products:\n" + "".join("- {id: p%d, name: P%d%s}\n" % (i, i, more(i)) for i in range(n)) + (
        "categories: [{id: c, name: C, features: [%s]}]\n" % many(n_rows, "{id: f%d, name: F, values: {" + values + "}}"))


def png(side):
    """A grey picture that does not deflate well."""
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    lines = b"".join(b"\0" + bytes((x * x * 7 + y * 13 + x * y) & 255 for x in range(side)) for y in range(side))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)) + \
        chunk(b"IDAT", zlib.compress(lines, 1)) + chunk(b"IEND", b"")


def logos(n):
    files = {"data.yaml": columns(n, "p0: yes", lambda i: ", logo: l%d.png" % i)}
    files.update(("l%d.png" % i, png(4 + i % 3)) for i in range(n))
    return files


def profiles(n, one):
    return rows(20, lambda i: "a: yes, b: partial", more="profiles:\n" + "".join("- {id: q%d, name: Q%d, %s}\n" % (i, i, one(i)) for i in range(n)))


def editions(new, old):
    return {"data.yaml": new, "old.yaml": old}


def some(i):
    return "a: yes, b: word %d" % i


def renamed(n):
    return editions(rows(n, some, feature="formerly: [g%d], "), rows(n, some).replace("id: f", "id: g"))


def turned(n):
    """The same features in the opposite order."""
    return editions(HEAD + TWO + "categories:\n- id: c\n  features:\n" + "".join(
        "  - {id: f%d, name: F%d, values: {%s}}\n" % (i, i, some(i)) for i in reversed(range(n))), rows(n, some))


KINDS = {
    "features": Kind(lambda n: rows(n, lambda i: "a: yes, b: no"), FORMATS + ("fmt",)),
    "words of cells": Kind(lambda n: rows(n, lambda i: "a: word %d of a cell, b: other words" % i)),
    "categories": Kind(lambda n: HEAD + TWO + "categories:\n" + "".join(
        "- {id: c%d, name: C%d, features: [{id: f%d, name: F, values: {a: yes}}]}\n" % (i, i, i) for i in range(n))),
    "products": Kind(lambda n: columns(n, "p0: yes"), FORMATS + ("fmt",), small=400),
    "products beside a name that no page holds": Kind(lambda n: columns(n, "p0: yes").replace("name: F", "name: " + "words " * 4000), ("pdf", "others"), small=120),
    "products that say everything": Kind(lambda n: columns(n).replace("values: {}", "values: [%s]" % many(n, "w%d")), small=400),
    "products named alike": Kind(lambda n: columns(n, "p0: yes").replace("name: P", "name: Product number "), ("check",)),
    # as many as are let through
    "statuses": Kind(lambda n: rows(n, lambda i: "a: s%d" % i, more="statuses:\n" + "".join("  s%d: {label: L%d, like: yes}\n" % (i, i) for i in range(n))), small=250),
    "notes": Kind(lambda n: rows(n, lambda i: "a: {status: yes, notes: [n%d]}" % i,
                                 more="notes:\n" + "".join("  n%d: words of note %d\n" % (i, i) for i in range(n)))),
    "own notes": Kind(lambda n: rows(n, lambda i: "a: {status: yes, notes: [own words %d]}" % i)),
    "uses of one note": Kind(lambda n: rows(n, lambda i: "a: {status: yes, notes: [n]}", more="notes: {n: words}\n")),
    "sources": Kind(lambda n: rows(n, lambda i: "a: {status: yes, source: 'https://example.org/%d', since: '%d', verified: 2024-01-02}" % (i, i))),
    "links": Kind(lambda n: rows(n, lambda i: "a: 'see [there](https://example.org/%d) `x` *y*'" % i)),
    "descriptions": Kind(lambda n: rows(n, some, feature="description: words of %d, ")),
    "aliases": Kind(lambda n: rows(n, lambda i: "a: &x%d {status: yes, text: t%d}, b: *x%d" % (i, i, i)), FORMATS + ("fmt",)),
    "aliases of one": Kind(lambda n: rows(n, lambda i: "<<: *x", more="x-a: &x {a: yes, b: no}\n"), FORMATS + ("fmt",)),
    "notes of a cell": Kind(lambda n: row("a: {status: yes, notes: [%s]}" % many(n, "own words %d")), small=8000),
    "parts of a cell": Kind(lambda n: row("a: {parts: [%s]}" % many(n, "{name: n%d, status: yes}")), small=8000),
    "items of a list": Kind(lambda n: row("a: [%s]" % many(n, "i%d"))),
    "sources of a cell": Kind(lambda n: row("a: {status: yes, source: [%s]}" % many(n, "'https://example.org/%d'")), small=8000),
    "links of a cell": Kind(lambda n: row("a: '%s'" % many(min(n, 30000), "[w%d](https://example.org)", " ")), small=8000),
    "emphasis in a cell": Kind(lambda n: row("a: '%s'" % many(min(n, 60000), "*w%d* `c`", " "))),
    "breaks of a cell": Kind(lambda n: row('a: "%s"' % many(min(n, 60000), "w%d", "\\\\\\n"))),
    "words of a cell": Kind(lambda n: row("a: %s" % many(min(n, 120000), "w%d", " ")), FORMATS + ("fmt",), small=8000),
    "one long word": Kind(lambda n: row("a: %s" % ("x" * n)), FORMATS + ("fmt",)),
    "words of a name": Kind(lambda n: HEAD + TWO + "categories: [{id: c, features: [{id: f, name: %s, values: {a: yes}}]}]\n" % many(n, "w%d", " "), small=8000),
    "words of a product's name": Kind(lambda n: HEAD + "products: [{id: a, name: %s}, {id: b, name: B}]\n" % many(n, "w%d", " ") + ONE, small=8000),
    "words of the title": Kind(lambda n: "meshreport: 1\ntitle: %s\n" % many(n, "w%d", " ") + TWO + ONE, small=8000),
    "words of a note": Kind(lambda n: row("a: {status: yes, notes: ['%s']}" % many(n, "w%d", " ")), small=8000),
    "earlier names": Kind(lambda n: HEAD + "products: [{id: a, name: A, formerly: [%s]}, {id: b, name: B}]\n" % many(n, "o%d") + ONE),
    "comments": Kind(lambda n: rows(1, lambda i: "a: yes") + "# a comment\n" * n, FORMATS + ("fmt",)),
    "keys that are not known": Kind(lambda n: rows(1, lambda i: "a: yes") + "".join("x-%d: {y: [1, 2]}\n" % i for i in range(n)), FORMATS + ("fmt",)),
    "collections in each other": Kind(lambda n: rows(1, lambda i: "a: yes") + "".join("x-%d: %s%s\n" % (i, "[" * 60, "]" * 60) for i in range(max(1, n // 30))), ("check", "fmt")),
    "mistakes": Kind(lambda n: rows(n, lambda i: "a: {status: nothing%d}" % i)),
    "words near a status": Kind(lambda n: rows(n, lambda i: "a: yess%d, b: no" % i), ("check",)),
    "features of one id": Kind(lambda n: rows(n, some).replace("id: f", "id: f0, x-i: f"), ("check",)),
    "links without words": Kind(lambda n: rows(n, lambda i: "a: https://example.org/%d" % i)),
    "letters from the right": Kind(lambda n: rows(n, lambda i: "a: שלום %d abc, b: السلام" % i)),
    "controls of direction": Kind(lambda n: row('a: "%s"' % ("\\u202e\\u2067\\u2069" * min(n, 40000)))),
    "signs of many scripts": Kind(lambda n: rows(n, lambda i: "a: '%s'" % "".join(chr(0x100 + (i * 7 + k * 31) % 0x2a00) for k in range(4) if
                                                                                  chr(0x100 + (i * 7 + k * 31) % 0x2a00).isalpha()))),
    "logos": Kind(logos, FORMATS, small=200),
    "bytes of a logo": Kind(lambda n: {"data.yaml": columns(2, "p0: yes", lambda i: ", logo: l.png"), "l.png": png(max(2, int(n ** 0.5)))},
                            ("check", "html", "pdf"), small=40000),
    "profiles": Kind(lambda n: profiles(n, lambda i: "require: [f%d], weights: {f%d: 2}" % (i % 20, i % 17)), FORMATS),
    "requirements of a profile": Kind(lambda n: rows(n, lambda i: "a: yes, b: no", more="profiles: [{id: q, name: Q, require: [%s], weights: {%s}}]\n" % (
        many(n, "f%d"), many(n, "f%d: 2"))), ("html", "pdf", "text"), words=("--profile", "q"), small=8000),
    "products of a ranking": Kind(lambda n: columns(n, "p0: yes").replace("categories:", "profiles: [{id: q, name: Q, require: [f0]}]\ncategories:"),
                                  ("html", "pdf", "text"), small=400, words=("--profile", "q")),
    "products without a sign of difference": Kind(lambda n: columns(n, "p0: yes"), ("html",), small=400, words=("--sort", "coverage", "--only-differences")),
    "editions that changed": Kind(lambda n: editions(rows(n, some), rows(n, lambda i: "a: no, b: others %d" % i)), EDITIONS),
    "editions in another order": Kind(turned, EDITIONS),
    "editions with other ids": Kind(renamed, EDITIONS),
    "editions with nothing in common": Kind(lambda n: editions(rows(n, some), rows(n, some).replace("id: f", "id: g").replace("name: F", "name: G")), EDITIONS),
    "editions with other words": Kind(lambda n: editions(row("a: %s" % many(n, "w%d", " ")), row("a: %s" % many(n, "v%d", " "))), EDITIONS, small=8000),
    "editions with other products": Kind(lambda n: editions(columns(n, "p0: yes"), columns(n, "q0: yes").replace("id: p", "id: q").replace("name: P", "name: Q")),
                                         EDITIONS, small=400),
    "editions with other notes": Kind(lambda n: editions(*(rows(n, lambda i: "a: {status: yes, notes: [own %s %d]}" % (w, i)) for w in ("new", "old"))), EDITIONS),
}


def texts(piece):
    """Texts of 4,000 bytes of a piece of markup, `n` thousand bytes in all."""
    return lambda n: rows(max(1, n // 4), lambda i: 'a: "%d %s"' % (i, (piece * 4000)[:4000 - 4000 % len(piece)]))


ORDINARY = Kind(texts("*a* b `c` "), ("check",))
# What cmark-gfm has been slow at (its test/pathological_tests.py), and what looks like it
MARKUP = {"markup of '%s'" % piece: Kind(texts(text), ("check",), most=10000) for piece, text in (
    ("<?", "<?"), ("<!A", "<!A "), ("[", "["), ("![", "!["), ("*a _b", "*a _b "), ("**a *b", "**a *b "), ("`", "a` `` "),
    ("[a](b", "[a](b"), ("<a x", "<a x='"), ("&a", "&a"), ("]]", "a]](x)"), ("\\\\", "\\\\\\\\"), ("](<", "[](<"), ("www.", "www."), ("~", "~a ~~b "))}
