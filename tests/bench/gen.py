#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Deterministic synthetic feature-comparison matrices for the meshreport yardstick.

usage: gen.py FEATURES PRODUCTS OUTDIR [--name NAME] [--seed N]
              [--formats yaml,md,html,typ,tbl,man,tex,csv,dat,vega,cells]

The matrix has the shape of the seed table: categories of about five features,
cells that are mostly yes / no / unknown, about one cell in seven with a short
rich-text note (links, bold, code, non-ASCII).  Every format holds the SAME
matrix, so a peer that starts from Markdown or HTML does the same job as a
program that starts from the YAML.  Standard library only.
"""
import argparse
import json
import os
import struct
import sys

# ---------------------------------------------------------------- random


class Rng:
    """xorshift64*: the same numbers on every Python version."""

    def __init__(self, seed):
        self.s = (seed * 0x9E3779B97F4A7C15 + 0x1234567) & (2**64 - 1) or 1

    def u32(self):
        s = self.s
        s ^= s >> 12
        s = (s ^ (s << 25)) & 0xFFFFFFFFFFFFFFFF
        s ^= s >> 27
        self.s = s
        return ((s * 0x2545F4914F6CDD1D) & 0xFFFFFFFFFFFFFFFF) >> 32

    def below(self, n):
        return (self.u32() * n) >> 32

    def pick(self, seq):
        return seq[(self.u32() * len(seq)) >> 32]


# ---------------------------------------------------------------- vocabulary

ADJ = ("Automatic", "Percentage-based", "Header- and Path-based", "Integrated",
       "Per-Route", "Compatible", "Pluggable", "Distributed", "Native", "Declarative",
       "Zero-downtime", "Multi-Cluster", "Weighted", "Na\u00efve", "Transparent", "Signed")
NOUN = ("Sidecar Injection", "Traffic Splits", "Access Log Generation", "Tracing-Backends",
        "Load Balancing", "Circuit Breaking", "Retry & Timeout", "Fault Injection",
        "Delay Injection", "mTLS", "Authorization Rules", "Rate Limiting", "gRPC \u2013 Streaming",
        "Dashboard", "Metrics Generation", "Certificate Rotation", "Egress Control",
        "\u00dcberwachung", "D\u00e9ploiement", "HTTP/2 Upgrade", "Health Checks")
CATS = ("Supported Protocols", "Service Mesh Interface compatibility", "Monitoring Features",
        "Routing Features", "Resilience Features", "Security Features", "Platform",
        "Observability & Tracing", "S\u00e9curit\u00e9", "Operations")
PRODUCTS = ("Istio", "Linkerd 2", "AWS App Mesh", "Consul", "m\u00e6sh", "Kuma", "Octarine",
            "Open Service Mesh", "NGINX Mesh", "Traefik Mesh", "Gl\u00f8\u00f8 Mesh", "Kiali+",
            "Cilium", "Aspen", "Grey Matter", "Tetrate", "Aeraki", "Network SM", "Z\u00fcri Mesh",
            "Merbridge")
LICENSES = ("Apache License 2.0", "Mozilla License", "Closed Source", "MIT", "BSD-3-Clause")
VENDORS = ("Google, IBM, Lyft", "Buoyant", "Amazon", "HashiCorp", "containous", "Kong",
           "solo.io", "F5", "Isovalent", "M\u00fcller & S\u00f8n")
SLUGS = ("proxy", "tap", "retries", "timeouts", "mtls", "policy", "metrics", "prometheus",
         "tracing", "opencensus", "gateway", "ingress", "egress", "vault", "smi-spec", "grpc")
WORDS = ("Round Robin", "Random", "Least Connection", "exponentially weighted", "moving average",
         "via plugin", "per Node", "in preview", "behind a flag", "since 1.4", "beta",
         "Kubernetes only", "standalone", "depending on the proxy used", "manual configuration",
         "templating of proxy", "showing only availability", "p99 < 5 ms", "\u2265 2 replicas",
         "caf\u00e9-style naming", "no TCP", "experimental", "\u201cuniversal\u201d mode", "100 % coverage")
NONLATIN = ("\u043f\u0440\u043e\u0442\u043e\u043a\u043e\u043b", "\u03bb-routing", "\u2192 roadmap",
            "\u2713 tested", "\u03a3 latency", "\u0441\u0435\u0442\u044c")
TITLES = ("Envoy", "Traefik", "Kiali", "Vault", "OpenCensus", "Golden Signal", "SMI spec",
          "EWMA", "release notes", "Jaeger", "Zipkin", "design doc")

YES, NO, PARTIAL, UNKNOWN = 0, 1, 2, 3
STATUS = ("yes", "no", "partial", "unknown")


def make_note(r):
    """A note is a list of (kind, text, url): t text, a link, b bold, c code, n non-Latin."""
    segs = []
    n = 1 + r.below(3)
    for i in range(n):
        k = r.below(100)
        if i:
            segs.append(("t", r.pick((", ", ", ", " and ", "; ")), ""))
        if k < 45:
            segs.append(("t", r.pick(WORDS), ""))
        elif k < 80:
            u = "https://%s.example.org/docs/%s/%s.html#s%d" % (
                r.pick(SLUGS), r.pick(SLUGS), r.pick(SLUGS), r.below(40))
            segs.append(("a", r.pick(TITLES), u))
        elif k < 88:
            segs.append(("b", r.pick(WORDS), ""))
        elif k < 96:
            segs.append(("c", "--" + r.pick(SLUGS) + "=" + str(r.below(100)), ""))
        else:
            segs.append(("n", r.pick(NONLATIN), ""))
    return segs


# one draw of 0..99 gives the status; a second draw says whether it has a note
def make_cell(r):
    d = r.u32()
    k = (d & 0xFFFF) * 100 >> 16
    m = (d >> 16) * 100 >> 16
    if k < 56:
        return (YES, make_note(r)) if m < 14 else (YES, None)
    if k < 80:
        return (NO, make_note(r)) if m < 8 else (NO, None)
    if k < 88:
        return (PARTIAL, make_note(r)) if m < 85 else (PARTIAL, None)
    return (UNKNOWN, None)


def products(r, n):
    out = []
    for i in range(n):
        name = PRODUCTS[i % len(PRODUCTS)]
        if i >= len(PRODUCTS):
            name += " %d" % (i // len(PRODUCTS) + 1)
        out.append({"id": "p%02d" % (i + 1), "name": name,
                    "version": "%d.%d" % (r.below(4), r.below(12)),
                    "license": r.pick(LICENSES), "vendor": r.pick(VENDORS),
                    "url": "https://p%02d.example.org/" % (i + 1)})
    return out


def rows(r, nfeat, nprod):
    """Yields ("c", id, name) and ("f", id, name, url, cells)."""
    left, ci = 0, 0
    for i in range(nfeat):
        if left == 0:
            ci += 1
            left = 3 + r.below(5)
            nm = CATS[(ci - 1) % len(CATS)]
            yield ("c", "c%05d" % ci, nm if ci <= len(CATS) else "%s %d" % (nm, ci))
        left -= 1
        nm = "%s %s" % (r.pick(ADJ), r.pick(NOUN))
        if nfeat > 40:
            nm += " #%d" % (i + 1)
        url = ""
        if r.below(100) < 25:
            url = "https://docs.example.org/spec/%s-%d.md" % (r.pick(SLUGS), i + 1)
        yield ("f", "f%06d" % (i + 1), nm, url, [make_cell(r) for _ in range(nprod)])


# ---------------------------------------------------------------- text helpers

def md_note(segs):
    o = []
    for k, t, u in segs:
        if k == "a":
            o.append("[%s](%s)" % (t, u))
        elif k == "b":
            o.append("**%s**" % t)
        elif k == "c":
            o.append("`%s`" % t)
        else:
            o.append(t)
    return "".join(o)


def plain_note(segs):
    return "".join(t for _, t, _ in segs)


def yq(s):
    return '"' + s.replace("\\", "\\\\").replace('"', '\\"') + '"'


HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
MD = str.maketrans({"<": "\\<", "#": "\\#", "|": "\\|"})
TYP = str.maketrans({c: "\\" + c for c in "#*_$@<>`\\[]~=/-+"})
TEX = str.maketrans({"&": "\\&", "%": "\\%", "#": "\\#", "_": "\\_", "$": "\\$",
                     "<": "\\textless{}", "\u2265": "\\nl{\u2265}"})


def html_note(segs):
    o = []
    for k, t, u in segs:
        e = t.translate(HTML)
        if k == "a":
            o.append('<a href="%s">%s</a>' % (u.translate(HTML), e))
        elif k == "b":
            o.append("<strong>%s</strong>" % e)
        elif k == "c":
            o.append("<code>%s</code>" % e)
        else:
            o.append(e)
    return "".join(o)


def typ_note(segs):
    o = []
    for k, t, u in segs:
        if k == "a":
            o.append('#link("%s")[%s]' % (u, t.translate(TYP)))
        elif k == "b":
            o.append("#strong[%s]" % t.translate(TYP))
        elif k == "c":
            o.append("#raw(\"%s\")" % t)
        else:
            o.append(t.translate(TYP))
    return "".join(o)


def tex_note(segs):
    o = []
    for k, t, u in segs:
        e = t.translate(TEX)
        if k == "a":
            o.append("\\href{%s}{%s}" % (u.replace("#", "\\#").replace("%", "\\%"), e))
        elif k == "b":
            o.append("\\textbf{%s}" % e)
        elif k == "c":
            o.append("\\texttt{%s}" % e.replace("--", "-{}-"))
        elif k == "n":
            o.append("\\nl{%s}" % e)
        else:
            o.append(e)
    return "".join(o)


def roff(s):
    s = s.replace("\\", "\\e")
    return "\\&" + s if s[:1] in (".", "'") else s


# ---------------------------------------------------------------- writers
# each writer is a class: __init__(f, title, prods, nfeat), cat(), feat(), end()

class W:
    def __init__(self, f, title, prods, nfeat):
        self.f, self.w, self.title, self.p, self.n = f, f.write, title, prods, nfeat
        self.head()

    def head(self):
        pass

    def end(self):
        pass


class Yaml(W):
    def head(self):
        w = self.w
        w("# synthetic matrix: %d features x %d products\n" % (self.n, len(self.p)))
        w("meshreport: 1\n")
        w("title: %s\n" % yq(self.title))
        w("products:\n")
        for p in self.p:
            w("  - id: %s\n" % p["id"])
            for k in ("name", "url"):
                w("    %s: %s\n" % (k, yq(p[k])))
        w("categories:\n")
        self.keys = ["          %s: " % p["id"] for p in self.p]

    def cat(self, cid, name):
        self.w("  - id: %s\n    name: %s\n    features:\n" % (cid, yq(name)))

    def feat(self, fid, name, url, cells):
        o = ["      - id: %s\n        name: %s\n" % (fid, yq(name))]
        if url:
            o.append("        url: %s\n" % url)
        o.append("        values:\n")
        for k, (s, n) in zip(self.keys, cells):
            if n is None:
                o.append("%s%s\n" % (k, STATUS[s]))
            else:
                o.append("%s{status: %s, text: %s}\n" % (k, STATUS[s], yq(cell_text(s, n, md_note))))
        self.w("".join(o))


def cell_text(s, n, f, dash=" \u2013 "):
    if s == UNKNOWN:
        return ""
    return STATUS[s] if n is None else STATUS[s] + dash + f(n)


class Md(W):
    def head(self):
        self.w("## %s\n\n| |%s|\n|---|%s|\n" % (
            self.title, "|".join(" [%s](%s) " % (p["name"], p["url"]) for p in self.p),
            "|".join("---" for _ in self.p)))
        for lab, k in (("Current version", "version"), ("License", "license"),
                       ("Developed by", "vendor")):
            self.w("| %s | %s |\n" % (lab, " | ".join(p[k] for p in self.p)))

    def cat(self, cid, name):
        self.w("| **%s** |%s\n" % (name, " --- |" * len(self.p)))

    def feat(self, fid, name, url, cells):
        nm = name.translate(MD)
        if url:
            nm = "[%s](%s)" % (nm, url)
        self.w("| %s | %s |\n" % (nm, " | ".join(
            cell_text(s, n, lambda x: md_note(x).replace("< ", "\\< ")) for s, n in cells)))


CSS = ("@page{size:A4 landscape;margin:10mm}"
       "body{font:5pt 'DejaVu Sans',sans-serif}"
       "table{border-collapse:collapse;width:100%;table-layout:fixed}"
       "td,th{border:1px solid #999;padding:1px 2px;vertical-align:top;overflow-wrap:anywhere}"
       ".y{background:#cfc}.n{background:#fcc}.p{background:#ffc}.u{background:#eee}")


class Html(W):
    def head(self):
        w = self.w
        w("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title>"
          "<style>%s</style></head>\n<body><h1>%s</h1>\n<table>\n<thead><tr><th></th>" % (
              self.title.translate(HTML), CSS, self.title.translate(HTML)))
        for p in self.p:
            w("<th><a href=\"%s\">%s</a></th>" % (p["url"], p["name"].translate(HTML)))
        w("</tr></thead>\n<tbody>\n")
        for lab, k in (("Current version", "version"), ("License", "license"),
                       ("Developed by", "vendor")):
            w("<tr><th>%s</th>%s</tr>\n" % (lab, "".join(
                "<td>%s</td>" % p[k].translate(HTML) for p in self.p)))

    def cat(self, cid, name):
        self.w("<tr><th colspan=\"%d\">%s</th></tr>\n" % (len(self.p) + 1, name.translate(HTML)))

    def feat(self, fid, name, url, cells):
        nm = name.translate(HTML)
        if url:
            nm = "<a href=\"%s\">%s</a>" % (url, nm)
        o = ["<tr><th>%s</th>" % nm]
        for s, n in cells:
            o.append("<td class=\"%s\">%s</td>" % ("ynpu"[s], cell_text(s, n, html_note)))
        o.append("</tr>\n")
        self.w("".join(o))

    def end(self):
        self.w("</tbody></table></body></html>\n")


class Typ(W):
    def head(self):
        w = self.w
        w("#set page(paper: \"a4\", flipped: true, margin: 10mm)\n"
          "#set text(font: \"DejaVu Sans\", size: 4.5pt)\n"
          "#let fills = (y: rgb(\"#cfc\"), n: rgb(\"#fcc\"), p: rgb(\"#ffc\"), u: rgb(\"#eee\"))\n"
          "= %s\n#table(columns: (3fr,) + (1fr,) * %d, inset: 1pt, stroke: 0.3pt + gray,\n[],"
          % (self.title.translate(TYP), len(self.p)))
        w(",".join("link(\"%s\")[%s]" % (p["url"], p["name"].translate(TYP)) for p in self.p))
        w(",\n")
        for lab, k in (("Current version", "version"), ("License", "license"),
                       ("Developed by", "vendor")):
            w("[%s],%s,\n" % (lab, ",".join("[%s]" % p[k].translate(TYP) for p in self.p)))

    def cat(self, cid, name):
        self.w("[*%s*]%s,\n" % (name.translate(TYP), ",[\\-\\-]" * len(self.p)))

    def feat(self, fid, name, url, cells):
        nm = name.translate(TYP)
        nm = "link(\"%s\")[%s]" % (url, nm) if url else "[%s]" % nm
        self.w("%s,%s,\n" % (nm, ",".join("[%s]" % cell_text(s, n, typ_note) for s, n in cells)))

    def end(self):
        self.w(")\n")


class Tbl(W):
    """groff -ms with a repeating header; landscape A4 is given on the command line."""
    def head(self):
        np = len(self.p)
        self.w(".nr PS 4.5\n.nr VS 5.5\n.nr LL 27.7c\n.nr PO 1c\n.nr HM 1c\n.nr FM 1c\n"
               ".LP\n%s\n.TS H\nallbox nokeep;\nlw(4c)%s.\n" % (
                   self.title, " lw(%.2fc)" % (22.0 / np) * np))
        self.row("", [roff(p["name"]) for p in self.p])
        self.w(".TH\n")
        for lab, k in (("Current version", "version"), ("License", "license"),
                       ("Developed by", "vendor")):
            self.row(lab, [roff(p[k]) for p in self.p])

    @staticmethod
    def block(t):
        return t if len(t) < 8 else "T{\n%s\nT}" % t

    def row(self, lab, cells):
        self.w("\t".join([self.block(lab)] + [self.block(c) for c in cells]) + "\n")

    def cat(self, cid, name):
        self.row("\\fB" + roff(name) + "\\fP", ["--"] * len(self.p))

    def feat(self, fid, name, url, cells):
        self.row(roff(name), [roff(cell_text(s, n, plain_note)) for s, n in cells])

    def end(self):
        self.w(".TE\n")


class Man(Tbl):
    def head(self):
        self.w(".TH MATRIX 7 2024-01-01 bench\n.SH %s\n.TS\nallbox;\n%s.\n" % (
            self.title.upper(), " ".join(["l"] * (len(self.p) + 1))))
        self.row("", [roff(p["name"]) for p in self.p])
        for lab, k in (("Current version", "version"), ("License", "license"),
                       ("Developed by", "vendor")):
            self.row(lab, [roff(p[k]) for p in self.p])


class Tex(W):
    def head(self):
        np = len(self.p)
        self.w(r"""\documentclass[a4paper,landscape]{article}
\usepackage[margin=10mm]{geometry}
\usepackage{longtable,booktabs,array}
\ifdefined\XeTeXrevision
 \usepackage{fontspec}\setmainfont{DejaVu Sans}\newcommand\nl[1]{#1}
\else
 \usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{lmodern}
 \newcommand\nl[1]{\texttt{?}}
\fi
\usepackage[hidelinks]{hyperref}
\setlength\tabcolsep{1pt}\setlength\LTcapwidth{\textwidth}
\begin{document}
\fontsize{4.5}{5.5}\selectfont
\section*{%s}
\begin{longtable}{|>{\raggedright\arraybackslash}p{3.6cm}|*{%d}{>{\raggedright\arraybackslash}p{%.3fcm}|}}
\toprule
""" % (self.title.translate(TEX), np, (22.8 - 0.1 * np) / np))
        self.w(" & %s \\\\\n\\midrule\n\\endhead\n" % " & ".join(
            "\\href{%s}{%s}" % (p["url"], p["name"].translate(TEX)) for p in self.p))
        for lab, k in (("Current version", "version"), ("License", "license"),
                       ("Developed by", "vendor")):
            self.w("%s & %s \\\\ \\hline\n" % (lab, " & ".join(
                p[k].translate(TEX) for p in self.p)))

    def cat(self, cid, name):
        self.w("\\multicolumn{%d}{|l|}{\\textbf{%s}} \\\\ \\hline\n" % (
            len(self.p) + 1, name.translate(TEX)))

    def feat(self, fid, name, url, cells):
        nm = name.translate(TEX)
        if url:
            nm = "\\href{%s}{%s}" % (url, nm)
        self.w("%s & %s \\\\ \\hline\n" % (nm, " & ".join(
            cell_text(s, n, tex_note, " -- ") for s, n in cells)))

    def end(self):
        self.w("\\bottomrule\n\\end{longtable}\n\\end{document}\n")


def csvq(s):
    return '"' + s.replace('"', '""') + '"' if any(c in s for c in ',"\n') else s


class Csv(W):
    def head(self):
        self.w("category,feature,%s\n" % ",".join(csvq(p["name"]) for p in self.p))
        self.c = ""

    def cat(self, cid, name):
        self.c = csvq(name)

    def feat(self, fid, name, url, cells):
        self.w("%s,%s,%s\n" % (self.c, csvq(name), ",".join(
            csvq(STATUS[s] if n is None else STATUS[s] + ": " + plain_note(n)) for s, n in cells)))


class Dat(W):
    """Bare status codes 0..3 for plotting programs; NAME.lab holds the labels."""
    def cat(self, cid, name):
        pass

    def feat(self, fid, name, url, cells):
        self.w(" ".join(str(s) for s, _ in cells) + "\n")


class Vega(W):
    """Vega-Lite heatmap with the values inline."""
    def head(self):
        step = max(1, min(16, 16000 // self.n))
        self.w('{"$schema":"https://vega.github.io/schema/vega-lite/v5.json","width":{"step":28},'
               '"height":{"step":%d},"mark":"rect","encoding":{"x":{"field":"p","type":"ordinal"},'
               '"y":{"field":"f","type":"ordinal","axis":%s},"color":{"field":"s","type":"nominal",'
               '"scale":{"domain":[0,1,2,3],"range":["#4caf50","#e05050","#e8c547","#bbbbbb"]}}},'
               '"data":{"values":[' % (step, "{}" if step >= 8 else "null"))
        self.i = 0

    def cat(self, cid, name):
        pass

    def feat(self, fid, name, url, cells):
        o = []
        for p, (s, _) in zip(self.p, cells):
            o.append('{"f":%s,"p":%s,"s":%d}' % (json.dumps(name), json.dumps(p["name"]), s))
        self.w((",\n" if self.i else "") + ",".join(o))
        self.i = 1

    def end(self):
        self.w("]}}\n")


class Cells(W):
    """Pre-tokenized binary for the floor programs (little endian).
    "MRC1" u32 nprod u32 nfeat; nprod x str; then rows:
    'C' str | 'F' str name, str url, nprod x (u8 status, u8 nseg, nseg x (u8 kind, str, str)); 'E'
    str = u16 length + bytes."""
    @staticmethod
    def s(t):
        b = t.encode()
        return struct.pack("<H", len(b)) + b

    def head(self):
        self.w(b"MRC1" + struct.pack("<II", len(self.p), self.n))
        for p in self.p:
            self.w(self.s(p["name"]))

    def cat(self, cid, name):
        self.w(b"C" + self.s(name))

    def feat(self, fid, name, url, cells):
        o = [b"F", self.s(name), self.s(url)]
        for st, n in cells:
            if n is None:
                o.append(bytes((st, 0)))
            else:
                o.append(bytes((st, len(n))))
                for k, t, u in n:
                    o.append(k.encode() + self.s(t) + self.s(u))
        self.w(b"".join(o))

    def end(self):
        self.w(b"E")


WRITERS = {"yaml": Yaml, "md": Md, "html": Html, "typ": Typ, "tbl": Tbl, "man": Man,
           "tex": Tex, "csv": Csv, "dat": Dat, "vega": Vega, "cells": Cells}


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("features", type=int)
    ap.add_argument("products", type=int)
    ap.add_argument("outdir")
    ap.add_argument("--name", default="m")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--formats", default=",".join(WRITERS))
    a = ap.parse_args()
    os.makedirs(a.outdir, exist_ok=True)
    r = Rng(a.seed)
    prods = products(r, a.products)
    title = "Technical Comparison \u2013 %d \u00d7 %d" % (a.features, a.products)
    fmts = [f for f in a.formats.split(",") if f]
    ws = []
    for f in fmts:
        path = os.path.join(a.outdir, a.name + "." + f)
        fh = open(path, "wb", 1 << 20) if f == "cells" else open(
            path, "w", 1 << 20, encoding="utf-8", newline="\n")
        ws.append(WRITERS[f](fh, title, prods, a.features))
    for row in rows(r, a.features, a.products):
        if row[0] == "c":
            for w in ws:
                w.cat(*row[1:])
        else:
            for w in ws:
                w.feat(*row[1:])
    for w in ws:
        w.end()
        w.f.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
