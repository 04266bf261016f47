# SPDX-License-Identifier: MIT
"""Engines, classes, environments and measures: all that the manual names, in pairs."""
import os
import re

import data
from tex import ENGINES, FULL, ROOT, check, compile_all, dataset, job_name, meshreport, paper, read, render, words, write

CLASSES = ["article", "report", "book", "scrartcl", "IEEEtran", "llncs", "beamer"]
MANUAL = os.path.join(ROOT, "plugins", "latex", "README.md")
DATASETS = ["shipped", "wide", "tall", "one", "ugly"]


def engines_of(cls, name):
    """
    The engines that compile a dataset in a class: pairwise, so that every class meets every dataset and every engine, and every
    dataset every engine; --full is all of all.  XeTeX and LuaTeX, which cost most, are met once by each class.
    """
    if FULL:
        return ENGINES
    turn = (DATASETS.index(name) - CLASSES.index(cls)) % len(DATASETS)
    return [ENGINES[turn] if turn in (1, 2) else ENGINES[0]]


def test_matrix():
    sources = {"shipped": None, "wide": dataset("wide", data.regular(14, 40)), "tall": dataset("tall", data.regular(6, 300)),
               "one": dataset("one", data.regular(1, 5)), "ugly": dataset("ugly", data.ugly())}
    for name in DATASETS:
        problems, jobs = [], []
        for cls in CLASSES:
            problems.append(render("%s-%s" % (name, cls), "-O", "class=" + cls, dataset=sources[name]))
            jobs += [(engine, "%s-%s" % (name, cls)) for engine in engines_of(cls, name)]
        problems += compile_all(jobs)
        if name == "shipped":
            job = "shipped-beamer-" + engines_of("beamer", name)[0]
            problems.append("a single last frame is numbered" if "comparison I " in words(job) else "")
        check("the dataset '%s' compiles in every class" % name, problems)
    pairs = {(cls, engine) for cls in CLASSES for name in DATASETS for engine in engines_of(cls, name)}
    check("each class was compiled by each engine", [] if len(pairs) == len(CLASSES) * len(ENGINES) else [str(sorted(pairs))])


def test_ticks():
    """A reader who hears or copies the table gets the signs as they are seen."""
    source = dataset("ticks", data.regular(2, 8))
    problems = [render("ticks", dataset=source)] + compile_all([(engine, "ticks") for engine in ENGINES])
    problems += ["" if "\u2713 yes" in words("ticks-" + engine) else "%s: the tick is no tick" % engine for engine in ENGINES]
    check("a tick is read back as a tick", problems)


def manual_pairs():
    """The table of the manual: class, environments that work."""
    pairs = []
    for line in open(MANUAL, encoding="utf-8"):
        match = re.match(r"\| `(\w+)` \|(.*)", line)
        if match and match.group(1) in CLASSES:
            pairs.append((match.group(1), re.findall(r"`([a-z]+\*?)`", match.group(2))))
    return pairs


def test_manual():
    pairs = manual_pairs()
    check("the manual names an environment for every class", ["" if [c for c, _ in pairs] == CLASSES else "it names %s" % pairs])
    small = dataset("small", data.regular(3, 4))
    problems, alone, together = [], [], []
    for cls, names in pairs:
        needs, bodies = [], ""
        for name in names:
            for mode in ("fragment", "preamble"):
                problems.append(render("%s-%s" % (mode, job_name(cls, name)), "-O", "class=" + cls, "-O", "environment=" + name,
                                       "-O", "mode=" + mode, "-O", "label=tab:" + name.replace("*", "star"), dataset=small))
            preamble = read("preamble-%s.tex" % job_name(cls, name))
            body = "Text before.\n\n\\input{fragment-%s}\n" % job_name(cls, name)
            body = "\\input{fragment-%s}\n" % job_name(cls, name) if name == "frames" else body
            if cls == "beamer" and name != "frames":
                body = "\\begin{frame}\\input{fragment-%s}\\end{frame}\n" % job_name(cls, name)
            write("manual-%s.tex" % job_name(cls, name), paper(cls, preamble, body))
            alone.append(("pdflatex", "manual-" + job_name(cls, name)))
            needs += [line for line in preamble.splitlines() if line not in needs]
            bodies += body
        write("manual-%s.tex" % cls, paper(cls, "\n".join(needs) + "\n", bodies))
        together.append(("pdflatex", "manual-" + cls))
    # One pass shows what is missing; what the second is for, references, is looked at in the paper of all environments.
    check("every class takes each environment that the manual names for it, with no package but those of mode=preamble",
          problems + compile_all(alone, 1) + compile_all(together))
    check("any other environment is refused with the one that works", refuse_others(pairs, small))


def refuse_others(pairs, small):
    problems = []
    every = ["longtable", "landscape", "tabular", "table", "table*", "frames"]
    for cls, names in pairs:
        for name in every:
            result = meshreport("-o", "refused.tex", "-O", "class=" + cls, "-O", "environment=" + name, small)
            if name not in names and (result.returncode != 1 or "use environment=%s" % names[0] not in result.stderr):
                problems.append("%s in %s: %s" % (name, cls, result.stderr))
    return problems


def test_measures():
    """Two columns of an ordinary class, a narrower line, letter paper, a size and groups of the user's."""
    source = dataset("measures", data.regular(5, 30))
    cases = {"two": ["columns=2"], "letter": ["paper=letter", "class=report"], "size": ["size=scriptsize", "environment=longtable"],
             "groups": ["groups=2", "verified", "links=list"], "narrow": ["measure=8cm"]}
    problems, jobs = [], []
    for name, options in cases.items():
        problems.append(render("measure-" + name, *[a for o in options for a in ("-O", o)], dataset=source))
        jobs.append(("pdflatex", "measure-" + name))
    check("columns, paper, size, groups and measure can be chosen", problems + compile_all(jobs))


def test_book():
    problems, body, needs = [], "", []
    for i in range(5):
        content = data.regular(3 + i, 10 + 20 * i)
        content["title"] = "Comparison number %d" % (i + 1)
        source = dataset("book%d" % i, content)
        for mode in ("fragment", "preamble"):
            problems.append(render("%s-book%d" % (mode, i), "-O", "class=book", "-O", "mode=" + mode, dataset=source))
        needs += [line for line in read("preamble-book%d.tex" % i).splitlines() if line not in needs]
        body += "\\chapter{Number %d}\nSee table~\\ref{tab:book%d}, on page~\\pageref{tab:book%d}.\n\\input{fragment-book%d}\n" % (i, i, i, i)
    for hyperref in (False, True):
        name = "book-hyperref" if hyperref else "book"
        write(name + ".tex", paper("book", "\n".join(needs) + "\n", body, hyperref))
        problems += compile_all([(engine, name) for engine in (ENGINES if hyperref else ENGINES[:1])])
        listed = re.findall(r"\\contentsline \{table\}\{\\numberline \{(\S+?)\}\{?\\?(?:ignorespaces )?(.*?)\}", read(name + "-pdflatex.lot"))
        numbers = [n for n, _ in listed]
        problems.append("" if numbers == ["%d.1" % (i + 1) for i in range(5)] else "list of tables: %s" % numbers)
    check("a book takes five tables, each once in its list of tables", problems)
