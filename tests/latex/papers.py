# SPDX-License-Identifier: MIT
"""A table within an author's paper: captions, references, notes, legends, other packages and other sizes."""
import base64
import os
import re
import subprocess

import data
from tex import ENGINES, PROGRAM, WORK, check, compile_all, compile_tex, dataset, surroundings, lines_of, meshreport, pages, paper, read, render, words, write


def test_captions():
    source = dataset("captions", data.regular(6, 60))
    problems = [render("caption", "-O", "mode=fragment", "-O", "environment=longtable", "-O", "caption=The 100% caption of #A",
                       "-O", "short-caption=Short [one]", "-O", "label=tab:mine", dataset=source)]
    write("captions.tex", paper("article", "\\usepackage{array,booktabs,longtable}\n", "Table~\\ref{tab:mine}. \\input{caption}\n"))
    problems += compile_all([("pdflatex", "captions")])
    text = words("captions-pdflatex")
    problems += ["" if text.count("The 100% caption of #A") == 1 else "the caption is printed %d times" % text.count("The 100% caption"),
                 "" if text.count("Short [one]") == 1 else "the short caption is not once in the list of tables",
                 "" if "Table 1. " in text else "the label is not known",
                 "" if text.count("Table 1 (continued") >= pages("captions-pdflatex") - 2 else "a page does not say that it continues"]
    check("a caption stands once over the table and once, short, in the list of tables; further pages say '(continued)'", problems)


def test_house():
    """Running lines, a logo and a colour, in each class that has pages; a fragment takes no more than a colour."""
    with open(os.path.join(WORK, "house.png"), "wb") as file:
        file.write(base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="))
    wish = ["-O", "logo=" + os.path.join(WORK, "house.png"), "-O", "header={client} | 50% #1 | {date}", "-O", "footer=Foot | | {page} of {total}",
            "-O", "client=A_b & {c} ~ ^^41", "-O", "accent=#ffe100"]
    problems, jobs = [], []
    for cls in ("article", "scrartcl", "IEEEtran", "llncs", "beamer"):
        problems.append(render("house-" + cls, "-O", "class=" + cls, *wish))
        jobs += [(engine, "house-" + cls) for engine in (ENGINES if cls == "article" else ENGINES[:1])]
    problems.append(render("house-part", "-O", "mode=fragment", "-O", "environment=longtable", *wish))
    write("house-paper.tex", paper("article", "\\usepackage{array,booktabs,longtable,color}\n", "\\input{house-part}\n"))
    problems += compile_all(jobs + [("pdflatex", "house-paper")])
    for engine, name in jobs:
        job = name + "-" + engine
        text = words(job, 1)
        if "beamer" in name:
            problems.append("" if "50% #1" not in text else "a frame has a line that would take its room")
            continue
        last = "%d of %d" % (pages(job), pages(job))
        problems += ["" if part in text else "%s: %r is not on the first page" % (job, part) for part in ("A_b & {c} ~ ^^41", "50% #1", "2019-11-06", "Foot", "1 of %d" % pages(job))]
        problems.append("" if last in words(job, pages(job)) else "%s: the last page does not say %r" % (job, last))
    part = read("house-part.tex")
    problems += ["" if "includegraphics" not in part and "\\mrHouse" not in part and "\\mrAccent{\\ifcsname color" in part else "a fragment has more than a colour"]
    check("a document has a house's lines, with pages counted, its logo and its colour; a fragment the colour", problems)


def test_links():
    problems = [render("links", "-O", "mode=fragment", "-O", "class=IEEEtran")]
    for name, hyperref in (("linked", True), ("unlinked", False)):
        write(name + ".tex", paper("IEEEtran", "\\usepackage{array,booktabs}\n", "\\input{links}\n", hyperref))
        problems += compile_all([("pdflatex", name)])
    count_links = len(re.findall(r"mrLink\{http", read("links.tex")))
    uris = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", "linked-pdflatex.pdf", "-"], cwd=WORK, capture_output=True).stdout
    problems.append("" if uris.count(b"/URI (https://www.envoyproxy.io)") > 1 else "hyperref makes no links")
    plain = words("unlinked-pdflatex").replace(" ", "")
    for url in ("https://www.envoyproxy.io", "https://www.kiali.io", "https://linkerd.io/2/features/load-balancing/"):
        problems.append("" if url in plain else "%s is not printed without hyperref" % url)
    problems.append("" if count_links > 10 else "%d links" % count_links)
    template = subprocess.run([PROGRAM, "--print-template", "latex"], capture_output=True, text=True, env=surroundings()).stdout
    write("own.template", template.replace("<%& packages %>", "\\usepackage{array,booktabs,longtable}\\usepackage[margin=2cm,landscape]{geometry}"))
    problems += [render("document"), render("document-list", "-O", "links=list"), render("document-own", "-t", "own.template")]
    problems += compile_all([("pdflatex", name) for name in ("document", "document-list", "document-own")])
    for name, lists in (("document", False), ("document-list", True), ("document-own", True)):
        listed = "https://www.kiali.io" in words(name + "-pdflatex").replace(" ", "")
        problems.append("" if listed == lists else "%s: the list of links is %sprinted" % (name, "" if listed else "not "))
    problems.append("" if "mrLinkItem{" not in read("document.tex") else "a document carries a list that it does not print")
    check("links are clickable with hyperref and printed in a list without it", problems)


def test_notes():
    source = dataset("notes", data.regular(4, 120))
    problems = [render("notes-page", "-O", "notes=page", dataset=source), render("notes-end", dataset=source)]
    problems += compile_all([("pdflatex", "notes-page"), ("xelatex", "notes-page"), ("pdflatex", "notes-end")])
    n = pages("notes-page-pdflatex")
    for page in range(1, n):
        text = words("notes-page-pdflatex", page)
        if "no2" in text.replace(" ", "") and text.count("next release") != 1:
            problems.append("page %d has the note %d times" % (page, text.count("next release")))
    problems.append(render("notes-label", "-O", "notes=page", "-O", "mode=fragment", "-O", "environment=longtable", "-O", "label=tab:a_b", dataset=source))
    write("notes-paper.tex", paper("article", "\\usepackage{array,booktabs,longtable}\\usepackage[strings]{underscore}\n", "\\input{notes-label}\n"))
    problems += compile_all([("pdflatex", "notes-paper")])
    problems.append("" if "next release" in words("notes-paper-pdflatex") else "a label with _ has no notes")
    end = words("notes-end-pdflatex")
    problems.append("" if end.count("next release") == 1 else "the note stands %d times at the end" % end.count("next release"))
    result = meshreport("-o", "x.tex", "-O", "notes=page", "-O", "class=IEEEtran", source)
    problems.append("" if result.returncode == 1 and "notes=end" in result.stderr else "notes=page in a float: " + result.stderr)
    check("notes stand once a page where they are used, or once under the table", problems)


def test_high():
    """A paper of another size of type, or double-spaced: floats fit when that is told, and a table that is too high stops TeX."""
    options = {"told": ["fontsize=12pt"], "untold": [], "low": ["height=12cm"]}
    problems = [render("high-" + name, "-O", "mode=fragment", "-O", "environment=table*", *[a for o in given for a in ("-O", o)])
                for name, given in options.items()]
    low = "\\usepackage{array,booktabs}\\usepackage[textheight=12cm]{geometry}\n"
    write("high-spaced.tex", paper("article", "\\usepackage{array,booktabs,setspace}\\doublespacing\n", "\\input{high-told}\n").replace(
        "documentclass", "documentclass[12pt,a4paper]"))
    write("high-strict.tex", paper("article", low, "\\input{high-untold}\n"))
    write("high-lowered.tex", paper("article", low, "\\input{high-low}\n"))
    spaced, strict, lowered = compile_all([("pdflatex", "high-" + name) for name in ("spaced", "strict", "lowered")])
    problems += [spaced, lowered, "" if "A table is higher than a page" in strict else "a float higher than the page is no error: " + strict]
    check("floats fit a double-spaced paper whose type is told, and one that does not fit is an error", problems)


SHORTHANDS = "=:;!?\"'<>|/"


def test_shorthands():
    """Signs that languages of babel make active, here all at once, by babel itself, each printing itself."""
    content = data.regular(3, 12)
    content["products"][0]["notes"] = ["of a product"]
    content["categories"][0]["notes"] = ["of a category"]
    problems = [render("active-table", "-O", "mode=fragment", "-O", "environment=longtable", "-O", "notes=page", "-O", "chart=heatmap",
                       "-O", "label=active", dataset=dataset("active", content))]
    active = "".join(
        "\\useshorthands*{%s}\\defineshorthand{%s}{\\char%d }\\shorthandoff{%s}\n" % (c, c, ord(c), c) for c in SHORTHANDS)
    needs = "\\ifdefined\\Umathchar\\else\\usepackage[T1]{fontenc}\\fi\\usepackage{lmodern}\\usepackage{array,booktabs,longtable}\\usepackage[table]{xcolor}\\usepackage{tikz}\\usepackage[english]{babel}\n"
    write("active-paper.tex", paper("article", needs + active, "Own\\footnote{My own}\n\\rowcolors{1}{red}{blue}%\n\\shorthandon{" + SHORTHANDS + "}%\n\\input{active-table}\n"))
    problems += compile_all([("pdflatex", "active-paper"), ("lualatex", "active-paper")])
    for engine in ("pdflatex", "lualatex"):
        text = words("active-paper-" + engine)
        problems += ["" if re.search(wanted, text) else "%s: no '%s' in %s" % (engine, wanted, text[-600:])
                     for wanted in ("a ?of a product", "b ?of a category", "1 ?My own", "\u2713 yes")]
    check("any sign may be active where the table is read; footnotes of the paper and letters of notes stand side by side", problems)


def test_colons():
    """A label with a colon in a French paper, where that is active; cleveref's own commands want it switched off there, with pdflatex, the only one for which it is."""
    problems, body = [], ""
    for name, environment in (("long", "longtable"), ("float", "table*")):
        options = ["-O", "environment=" + environment, "-O", "label=tab:" + name, *(["-O", "notes=page"] if name == "long" else [])]
        problems += [render("colon-%s-%s" % (mode, name), "-O", "mode=" + mode, *options, dataset=dataset("colon", data.regular(3, 12)))
                     for mode in ("fragment", "preamble")]
        body += "\\input{colon-fragment-%s}\n" % name
    needs = "\\ifdefined\\Umathchar\\else\\usepackage[T1]{fontenc}\\fi\\usepackage{lmodern}\\usepackage[french]{babel}\n" + read("colon-preamble-long.tex")
    told = "Voir \\ref{tab:long}, \\ref{tab:float}. \\ifdefined\\Umathchar\\else\\shorthandoff{:}\\fi\n"
    told += "\\cref{tab:long}, \\cref{tab:float}\\ifdefined\\Umathchar\\else\\shorthandon{:}\\fi.\n"
    for hyperref in (False, True):
        name = "colon-hyperref" if hyperref else "colon-plain"
        text = paper("article", needs, told + body, hyperref)
        write(name + ".tex", text.replace("\\begin{document}", "\\usepackage{cleveref}\n\\begin{document}"))
        engines = ENGINES if hyperref else ENGINES[:1]
        # Each from the beginning: what pdflatex writes of an active colon is not what the others do.
        problems += [compile_tex(engine, name) for engine in engines]
        for engine in engines:
            problems.append("" if "Voir 1, 2. table 1, table 2." in words("%s-%s" % (name, engine)) else
                            "%s %s: the references are %s" % (engine, name, words("%s-%s" % (name, engine))[:200]))
    check("a label with a colon is found in a French paper, with cleveref, too", problems)


def test_orphans():
    """The last line of words on a page is never a category's."""
    problems = [render("orphans", dataset=dataset("orphans", data.regular(5, 300, 4)))]
    problems += compile_all([("pdflatex", "orphans")])
    for page in range(1, pages("orphans-pdflatex") + 1):
        lines = lines_of("orphans-pdflatex", page)
        if len(lines) > 1 and re.match(r"Category \d+$", lines[-2]):
            problems.append("page %d ends with %s" % (page, lines[-2]))
    check("no category stands alone at the foot of a page", problems)


def above_legend(job):
    """How many lines stand above the legend on its page; None without a legend."""
    for page in range(1, pages(job) + 1):
        lines = lines_of(job, page)
        at = [i for i, line in enumerate(lines) if line.startswith("Legend:")]
        if at:
            return at[0]
    return None


def test_legend():
    """With so many rows the legend would begin a page; with the table's last row it stands on it."""
    problems, jobs, met = [], [], False
    for n in range(53, 58):
        for environment in ("longtable", "table*"):
            name = "legend-%s-%d" % (environment.replace("*", "star"), n)
            problems.append(render(name, "-O", "environment=" + environment, dataset=dataset(name, data.regular(3, n))))
            jobs.append(("pdflatex", name))
            if environment == "longtable":
                roomless = re.sub(r"\\providecommand\\mrRoom(Kept|Used).*", r"\\def\\mrRoom\1{}%", read(name + ".tex"))
                write(name + "-roomless.tex", roomless)
                jobs.append(("pdflatex", name + "-roomless"))
    problems += compile_all(jobs)
    for _, name in jobs:
        n_above = above_legend(name + "-pdflatex")
        if name.endswith("-roomless"):
            met = met or n_above == 0
        else:
            problems.append("" if n_above and n_above > 3 else "%s: %s lines stand above the legend on its page" % (name, n_above))
    problems.append("" if met else "no table of the test would have a legend alone: it proves nothing")
    check("a legend stands on the page of the table's last row", problems)


def uncarried(job, sizes):
    """Pages whose first feature (but for numbers of links) does not stand under the name of its category, "(continued)" unless it is the category's first."""
    first_of = [sum(sizes[:i]) for i in range(len(sizes) + 1)]
    problems, n_cut = [], 0
    for page in range(1, pages(job) + 1):
        lines = [" ".join(re.sub(r"\[\d+\]", "", line).split()) for line in lines_of(job, page)]
        lines = [line for line in lines if line]
        at = [i for i, line in enumerate(lines) if re.match(r"F\d+\b", line)]
        carried = [line for line in lines if re.match(r"Category .*\(continued\)$", line)]
        if not at:
            continue
        feature = int(re.match(r"F(\d+)", lines[at[0]]).group(1))
        category = max(i for i in range(len(sizes)) if first_of[i] <= feature)
        is_cut = feature != first_of[category]
        n_cut += is_cut
        wanted = "Category %d%s" % (category + 1, " (continued)" if is_cut else "")
        if lines[at[0] - 1] != wanted or carried != [wanted] * is_cut:
            problems.append("%s, page %d: F%d stands under '%s' instead of '%s'; %s" % (job, page, feature, lines[at[0] - 1], wanted, carried))
    return problems + ([] if n_cut > 1 else ["%s: %d categories were cut" % (job, n_cut)])


def test_carried():
    """A category that a page cuts is named again; one that begins a page is not said to go on."""
    sizes = [1, 40, 3, 3, 2, 17, 5, 5, 90, 7, 7, 7, 20, 9, 30]
    content, n = data.regular(4, sum(sizes), sum(sizes)), 0
    features, content["categories"] = content["categories"][0]["features"], []
    for i, size in enumerate(sizes):
        for feature in features[n:n + size]:
            feature["name"], n = "F%d" % n, n + 1
        content["categories"].append({"id": "c%d" % i, "name": "[Category %d](https://example.org/a%%20b#%d)" % (i + 1, i),
                                      "features": features[n - size:n]})
    source = dataset("carried", content)
    problems, jobs = [], []
    for cls in ("article", "report", "book", "scrartcl", "llncs"):
        problems.append(render("carried-" + cls, "-O", "class=" + cls, "-O", "environment=longtable", dataset=source))
        jobs += [(engine, "carried-" + cls) for engine in (ENGINES if cls in ("article", "scrartcl") else ENGINES[:1])]
    for mode in ("fragment", "preamble"):
        problems.append(render("carried-" + mode, "-O", "mode=" + mode, "-O", "environment=landscape", "-O", "groups=2", "-O", "notes=page",
                               dataset=source))
    body = "Text.\n\n\\input{carried-fragment}\n\nText.\n"
    jobs += [("pdflatex", "carried-twice"), ("pdflatex", "carried-font"), ("pdflatex", "carried-off")]
    write("carried-twice.tex", paper("report", read("carried-preamble.tex"), body + body.replace("Text.", "More text.")).replace(
        "\\input", "\\clearpage\\input"))
    write("carried-font.tex", paper("article", read("carried-preamble.tex"), body, before="\\newcommand\\mrCategoryFont{NAMED }\n"))
    write("carried-off.tex", paper("article", read("carried-preamble.tex"), body, before="\\newcommand\\mrCategoryContinued[2]{}\n"))
    # The label is given twice on purpose.
    problems += [p for p in compile_all(jobs) if "multiply defined" not in p]
    for engine, name in jobs[:-2]:
        problems += uncarried("%s-%s" % (name, engine), sizes)
    named = words("carried-font-pdflatex")
    problems += ["" if not re.search(r"(?<!NAMED )Category \d", named) and re.search(r"NAMED Category \d+(\[\d+\])? ?\(cont", named) else
                 "a category's name has not the paper's font on each page"]
    problems.append("a name that the paper has switched off is carried" if re.search(r"Category \d+ \(cont", words("carried-off-pdflatex")) else "")
    check("a category that a page cuts is named again on the next", problems)


def test_author():
    """What the author defines before the fragment stays."""
    problems = [render("authors", "-O", "mode=fragment", "-O", "class=IEEEtran")]
    own = "\\newcommand\\mrYes{JAWOHL}\\newcommand\\mrStatus[2]{#1/#2}\\newcommand\\mrCell[2]{#2:#1.}\n"
    write("author.tex", paper("IEEEtran", "\\usepackage{array,booktabs}\n", "\\input{authors}\n", before=own))
    problems += compile_all([("pdflatex", "author")])
    problems.append("" if "JAWOHL/yes:yes." in words("author-pdflatex") else "the author's \\mrYes, \\mrStatus, \\mrCell are not used")
    check("commands that the paper defines win over those of the table", problems)
