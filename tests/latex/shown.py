# SPDX-License-Identifier: MIT
"""What is refused, and what stands beside the table: charts, rankings, changes."""
import functools
import glob
import os
import re
import subprocess

import data
from tex import ROOT, WORK, check, compile_all, dataset, meshreport, paper, read, render, words, write

RECENT = os.path.join(ROOT, "data/servicemesh-2026.yaml")  # which says where it knows from


def words_of(n, category=""):
    """A cell of so many words among four products, below a category."""
    feature = {"id": "f", "name": "F", "values": [" ".join("word%d" % i for i in range(n)) or "yes", "yes", "no", "no"]}
    return dataset("words-%d" % n, {"meshreport": 1, "title": "T", "products": [{"id": "p%d" % i, "name": "Product"} for i in range(4)],
                                    "categories": [{"id": "c", "name": category, "features": [feature]}]})


def test_refusals():
    wide, tall = dataset("wide", data.regular(14, 40)), dataset("tall", data.regular(6, 300))
    cases = [(("environment=table", "class=article"), tall, "environment=longtable"),
             (("environment=tabular", "class=IEEEtran"), wide, "environment=table*"),
             (("environment=table", "class=article"), wide, "environment=landscape"),
             (("groups=1", "environment=longtable"), dataset("eight", data.regular(8, 10)), "environment=landscape"),
             ((), words_of(1300), "words would have to be fewer (F)"), (("groups=1",), words_of(700), "leave size, groups and environment open (F)"),
             ((), words_of(0, "word " * 9000), "this category with its first row would be about"),
             (("class=artcle",), wide, "article"), (("environment=longtabel",), wide, "longtable")]
    problems = []
    for options, source, hint in cases:
        arguments = [a for o in options for a in ("-O", o)]
        result = meshreport("-o", "refused-%d.tex" % len(problems), *arguments, source)
        refused = result.returncode in (1, 2) and hint in result.stderr
        problems.append("" if refused else "%s: exit %d, %s" % (options, result.returncode, result.stderr))
    problems.append("" if not glob.glob(WORK + "/refused-*") else "a refused table was written")
    check("what cannot fit is refused with what would", problems)
    check("a cell that is too high beside three others stands in a table of fewer, where that was left open", [
        render("lower", dataset=words_of(700)), *compile_all([("pdflatex", "lower")]), "" if "word699" in words("lower-pdflatex") else "its words are not all there"])


def test_charts():
    """A document with a chart in three classes, and a paper with one of each."""
    problems = [render("chart-%s" % cls, "-O", "chart=coverage", "-O", "class=" + cls) for cls in ("article", "IEEEtran", "beamer")]
    jobs = [("pdflatex", "chart-article"), ("lualatex", "chart-article"), ("pdflatex", "chart-IEEEtran"), ("pdflatex", "chart-beamer"),
            ("pdflatex", "chart-paper")]
    body = ""
    for chart in ("coverage", "categories", "features", "heatmap", "radar", "matrix", "ranking", "evidence"):
        for mode in ("fragment", "preamble"):
            problems.append(render("chart-%s-%s" % (mode, chart), "-O", "chart=" + chart, "-O", "mode=" + mode, "-O", "label=tab:" + chart,
                                   *(["--categories", "general"] if chart == "evidence" else []), dataset=RECENT if chart == "evidence" else None))
        body += "\\clearpage\\input{chart-fragment-%s}\n" % chart
    # but for the comments above, which say what each was made of
    preambles = {re.sub(r"\A(%.*\n)+", "", read("chart-preamble-%s.tex" % chart)) for chart in ("coverage", "radar", "matrix")}
    problems.append("" if len(preambles) == 1 else "charts need different packages")
    write("chart-paper.tex", paper("article", "\\usepackage[margin=2cm]{geometry}\n" + preambles.pop(), body))
    check("charts compile as TikZ", problems + compile_all(jobs))


RANKED = """meshreport: 1
title: Ranked
products: [{id: a, name: "Alpha #1 & co_"}, {id: b, name: Beta}, {id: c, name: "100% ~ \\\\Gamma{}"}, {id: d, name: Delta}]
profiles: [{id: bank, name: "A $bank$", description: "Needs [it](https://bank.example/%20#x).", require: [f0], weights: {c: 2, f1: 0.5}, without: [d]}]
categories:
  - id: c
    name: Things
    features:
      - {id: f0, name: "First^2", values: {a: "yes", b: ~, c: "no", d: "yes"}}
      - {id: f1, name: Second, values: {a: "yes", b: "no", c: "yes", d: "yes"}}
      - {id: f2, name: Third, values: {a: ~, b: "no", c: "yes", d: "yes"}}
"""


def test_ranking():
    """A ranking before the table, whole and in a paper of two columns; a presentation has frames of it."""
    write("ranked.yaml", RANKED)
    ranked = functools.partial(render, dataset="ranked.yaml")
    problems = [ranked("ranking-article", "--profile", "bank"), ranked("ranking-beamer", "--profile", "bank", "-O", "class=beamer")]
    for mode in ("fragment", "preamble"):
        problems.append(ranked("ranking-" + mode, "--profile", "bank", "-O", "class=IEEEtran", "-O", "mode=" + mode))
    write("ranking-paper.tex", paper("IEEEtran", read("ranking-preamble.tex"), "\\input{ranking-fragment}\n"))
    problems += compile_all([("pdflatex", "ranking-article"), ("lualatex", "ranking-article"), ("pdflatex", "ranking-beamer"), ("pdflatex", "ranking-paper")])
    for job in ("ranking-article-pdflatex", "ranking-beamer-pdflatex", "ranking-paper-pdflatex"):
        words = re.sub(r"\s+", " ", subprocess.run(["pdftotext", "-layout", job + ".pdf", "-"], cwd=WORK, stdout=subprocess.PIPE, text=True).stdout)
        for wanted in ("Ranking: A $bank$", "Alpha #1 & ", "Beta 2 ", "lacks: First", "left out", "? Beta: First"):
            problems.append("" if wanted in words else "%s: no %r in %s" % (job, wanted, words[:1500]))
    check("a ranking compiles and says all", problems)


EDITIONS = os.path.join(ROOT, "tests/change/old.yaml"), os.path.join(ROOT, "tests/change/new.yaml")


def editions(language=""):
    """Two editions in a language, from right to left with words of it."""
    if not language:
        return EDITIONS
    for name, path in zip(("then.yaml", "now.yaml"), EDITIONS):
        with open(path, encoding="utf-8") as file:
            text = re.sub(r"(?m)^title: .*", "title: \u05d4\u05e9\u05d5\u05d5\u05d0\u05d4\nlanguage: " + language, file.read(), count=1)
        write(name, re.sub(r"(?m)^ +description: .*\n|description: [^,]*, |, lifecycle: archived|\*", "", text))  # the font has no italics
    return "then.yaml", "now.yaml"


def test_changes():
    """The list of changes behind a fragment: restyled, in two columns, in frames, from the right, and kept where the table is in a float of the author's."""
    problems, jobs = [], []
    for name, engine, cls, environment, before, body in (
            ("changes-plain", "pdflatex", "article", "longtable", "", "\\input{%s}\n"),
            ("changes-own", "pdflatex", "IEEEtran", "table*", "\\newcommand\\mrChange[3]{\\par OWN/#1/#3/\\par}\\newcommand\\mrThen[1]{#1/}\n", "\\input{%s}\n"),
            ("changes-none", "pdflatex", "article", "longtable", "\\newcommand\\mrChangesList[1]{}\n", "\\input{%s}\n"),
            ("changes-kept", "pdflatex", "article", "tabular", "", "\\begin{table}\\input{%s}\\end{table}Between. \\mrChangesKept\n"),
            ("changes-frames", "pdflatex", "beamer", "frames", "", "\\input{%s}\n"),
            ("changes-right", "lualatex", "article", "longtable", "", "\\input{%s}\n"),
            ("changes-kept-right", "xelatex", "article", "tabular", "", "\\begin{table}\\input{%s}\\end{table}\\mrChangesKept\n")):
        old, new = editions("he" if name.endswith("right") else "")
        font = ["-O", "font=Noto Serif Hebrew"] if name.endswith("right") else []
        for mode in ("fragment", "preamble"):
            problems.append(render("%s-%s" % (name, mode), "--since", old, "-O", "class=" + cls, "-O", "environment=" + environment, "-O", "mode=" + mode, *font, dataset=new))
        write(name + ".tex", paper(cls, read(name + "-preamble.tex"), body % (name + "-fragment"), before=before))
        jobs.append((engine, name))
    problems += compile_all(jobs)
    for engine, name in jobs:
        said = words("%s-%s" % (name, engine))
        for wanted in ("Traefik Mesh",) if name == "changes-none" else ("2023-05-01", "Open Service Mesh", "conduit"):
            problems.append("" if wanted in said else "%s: no %r in %s" % (name, wanted, said[-1500:]))
    for name, wanted in (("plain", "Changes since 2023-05-01 \u02dc 2023-05-01 \u2192 2024-03-01"), ("own", "OWN/lost/Mutual TLS: \u00d7 no/? unknown"), ("kept", "Between. Changes since")):
        said = words("changes-%s-pdflatex" % name)
        problems.append("" if wanted in said else "%s: no %r in %s" % (name, wanted, said[-1500:]))
    problems.append("the author's own list is set all the same" if "Open Service Mesh" in words("changes-none-pdflatex") else "")
    for job in ("changes-right-lualatex", "changes-kept-right-xelatex"):
        problems.append("" if "\u2190" in words(job) and "\u2192" not in words(job) else "%s: an arrow leads to what was" % job)
    check("a fragment lists what changed, as its author likes, and from the right", problems)
