# SPDX-License-Identifier: MIT
"""What the words are made of: directions, signs, scripts, hyphens, and texts that would be commands."""
import glob
import re
import subprocess

import data
from tex import ENGINES, FULL, WORK, check, compile_all, compile_tex, dataset, job_name, lines_of, meshreport, paper, read, render, words, write


def hebrew(title, n_features, note):
    """From the right, with every sign that has a direction: discs, notes, links, brackets, what is continued."""
    values = {"a": {"status": "partial", "notes": ["n"]}, "b": {"status": "yes", "text": "50% (x) 2", "source": ["https://example.org/s"]}}
    return {"meshreport": 1, "title": title, "language": "he", "credit": {"text": "Authors", "url": "https://example.org/x"},
            "products": [{"id": "a", "name": "Right One"}, {"id": "b", "name": "מוצר"}], "notes": {"n": note},
            "categories": [{"id": "c", "name": "קבוצה", "features": [
                {"id": "f%d" % i, "name": "תכונה (Mesh) %d" % i, "values": values} for i in range(n_features)]}]}


def test_directions():
    """Tables from the right and from the left in one paper: each is what it is alone, whichever comes first, in its own fonts."""
    arabic = data.single([("ميزة (TLS) v2", "١٢٫٥"), ("أرقام", "50% و ۱٬۲۳۴٫۵")], title="Arabic", language="ar")
    left = data.regular(2, 60, 30)
    left["title"] = "From the left"
    tables = {"arabic": (arabic, "Noto Naskh Arabic"), "left": (left, None), "hebrew": (hebrew("Hebrew", 45, "הערה (a) 1.5%"), "Noto Serif Hebrew")}
    orders = [("arabic", "left", "hebrew"), ("left", "hebrew", "left"), ("hebrew", "arabic", "left")]
    problems, jobs = [], []
    for turn, environment in enumerate(("longtable", "landscape", "table*", "frames")):
        cls = {"table*": "article", "frames": "beamer"}.get(environment, "book")
        needs = ["\\usepackage{fontspec}"]
        for name, (content, font) in tables.items():
            source = dataset("directed-" + name, content)
            for mode in ("fragment", "preamble"):
                problems.append(render("directed-%s-%s-%s" % (mode, job_name(cls, environment), name), "-O", "class=" + cls, "-O", "mode=" + mode,
                                       "-O", "environment=" + environment, *(["-O", "font=" + font] if font else []), dataset=source))
            needs += [line for line in read("directed-preamble-%s-%s.tex" % (job_name(cls, environment), name)).splitlines() if line not in needs]
        # Every order is met, and every environment in an order.
        met = orders if FULL else [orders[turn % len(orders)]]
        for order in [(name,) for name in tables] + met:
            name = "directed-%s-%s" % (job_name(cls, environment), "-".join(order))
            body = "".join("\\clearpage\\setcounter{table}{0}\n\\input{directed-fragment-%s-%s}\n" % (job_name(cls, environment), table) for table in order)
            write(name + ".tex", paper(cls, "\n".join(needs) + "\n", body).replace("\\listoftables", "\\pagestyle{empty}"))
            jobs += [(engine, name) for engine in ENGINES[1:] if engine == "xelatex" or (environment == "longtable" and order not in met[1:])]
    problems += [p for p in compile_all(jobs) if "multiply defined" not in p]
    for engine, job in jobs:
        kind, order = re.match(r"(directed-[A-Za-z]+-[a-z]+)-(.*)", job).groups()
        alone = [words("%s-%s-%s" % (kind, table, engine)) for table in order.split("-")]
        problems.append("" if words("%s-%s" % (job, engine)) == " ".join(alone) else "%s with %s is not as each alone" % (job, engine))
    for engine in ENGINES[1:]:
        # What pdftotext makes of brackets differs with the engine; their order is the unit tests'.
        text = words("directed-book-longtable-hebrew-" + engine) + words("directed-book-longtable-arabic-" + engine)
        problems += ["" if wanted in text else "%s: %s is not printed: %s" % (engine, wanted, text[-300:])
                     for wanted in ("50%", "1.5%", "Table", "Right One", "Mesh", "TLS", "١٢٫٥", "۱٬۲۳۴٫۵")]
    check("tables from the right and from the left stand in one paper, in any order, each in its own fonts", problems)


def test_statuses():
    """Two tables of one paper may mean different things by one status."""
    problems, body = [], ""
    for i, (sign, like) in enumerate((("!", "yes"), ("*", "no"))):
        content = data.single([], statuses={"beta": {"label": "tried", "symbol": sign, "like": like},
                                            "be.t_a-2": {"label": "odd", "symbol": "+", "like": "no"}})
        content["categories"][0]["features"] = [
            {"id": "f%d" % j, "name": "feature", "values": {"only": status}} for j, status in enumerate(("beta", "be.t_a-2"))]
        for mode in ("fragment", "preamble"):
            problems.append(render("%s-status%d" % (mode, i), "-O", "mode=" + mode, dataset=dataset("status%d" % i, content)))
        body += "\\input{fragment-status%d}\n" % i
    own = "\\newcommand\\mrCell[2]{#2:#1.}\n"
    write("statuses.tex", paper("article", read("preamble-status0.tex"), body, before=own))
    # The package makes a command of the sign that the second status's name has.
    write("underscore.tex", paper("article", read("preamble-status0.tex") + "\\usepackage{underscore}\n", body, before=own))
    problems += compile_all([("pdflatex", "statuses"), ("pdflatex", "underscore")])
    for job in ("statuses-pdflatex", "underscore-pdflatex"):
        problems += ["" if wanted in words(job) else "%s: %s is not printed: %s" % (job, wanted, words(job))
                     for wanted in ("! tried:yes.", "* tried:no.", "+ odd:no.")]
    check("a table's statuses are its own", problems)


def test_attacks():
    source = dataset("attacks", data.attacks())
    problems = [render("attacks", dataset=source), render("attacks-beamer", "-O", "class=beamer", dataset=source)]
    problems += compile_all([(engine, "attacks") for engine in ENGINES] + [("pdflatex", "attacks-beamer")])
    for engine in ENGINES:
        text = words("attacks-" + engine).replace(" ", "")
        for attack in data.ATTACKS:
            wanted = attack.replace(" ", "")
            if wanted not in text:
                problems.append("%s does not print %s" % (engine, attack))
        for link in data.LINKS:
            shown = "".join(c if ord(c) < 128 else "".join("%%%02X" % b for b in c.encode()) for c in link)
            problems.append("" if shown in text else "%s does not print %s" % (engine, shown))
    problems.append("" if not glob.glob(WORK + "/owned*") else "an attack wrote a file")
    write("attack-paper.tex", paper("article", "\\usepackage{array,booktabs,longtable,pdflscape}\n", "\\input{attack-fragment}\n", True))
    problems.append(render("attack-fragment", "-O", "mode=fragment", dataset=source))
    problems += compile_all([("pdflatex", "attack-paper")])
    check("%d attacks are printed as the words they are" % len(data.ATTACKS), problems)


def test_unicode():
    source = dataset("unicode", data.single(data.UNICODE, title="Unicode “x” ≤ € ñ"))
    problems = [render("unicode", dataset=source)] + compile_all([(engine, "unicode") for engine in ENGINES])
    for engine in ENGINES:
        text = words("unicode-" + engine)
        for wanted in ("Ærøskøbing Łódź Dvořák Çeşme Ñandú Straße", "“quotes”", "€"):
            problems.append("" if wanted in text else "%s does not print %s" % (engine, wanted))
    for mode in ("fragment", "preamble"):
        problems.append(render("unicode-" + mode, "-O", "mode=" + mode, dataset=source))
    write("unicode-paper.tex", paper("article", read("unicode-preamble.tex"), "\\input{unicode-fragment}\n"))
    problems += compile_all([("pdflatex", "unicode-paper"), ("xelatex", "unicode-paper")])
    check("letters, signs and mathematics of Unicode print with the three engines", problems)


def test_foreign():
    cells = [("Chinese", "服务网格"), ("Arabic", "شبكة الخدمات"), ("Emoji", "ok 🚀"), ("Cyrillic", "сеть")]
    source = dataset("foreign", data.single(cells))
    result = meshreport("-o", "foreign.tex", source)
    titled = dataset("titled", data.single([("a", "b")], title="比較"))
    said = meshreport("-o", "titled.tex", titled).stderr
    problems = ["" if said.count("no font of lmodern has the character U+6BD4; its number is shown") == 1 else "a title is not told once: " + said]
    # Each of the first ten once, at the place of its text; the rest as their number.
    told = re.findall(r"foreign\.yaml:\d+:\d+: warning: latex: no font of lmodern has the character U\+([0-9A-F]+); its number is shown; -O font=NAME", result.stderr)
    distinct = {c for _, text in cells for c in text if ord(c) > 0x7F}
    problems += ["" if told[:4] == ["670D", "52A1", "7F51", "683C"] and len(set(told)) == 10 else "not told with their places: " + result.stderr,
                 "" if "latex: warning: and %d more characters that no font of lmodern has\n" % (len(distinct) - 10) in result.stderr else
                 "not counted: " + result.stderr]
    problems += compile_all([(engine, "foreign") for engine in ENGINES])
    problems.append("" if "[U+670D]" in words("foreign-pdflatex") else "no placeholder is printed")
    fonts = "Noto Serif CJK SC, Noto Naskh Arabic, Symbola, Noto Serif"
    result = meshreport("-o", "fonts.tex", "-O", "font=" + fonts, source)
    problems.append(result.stderr if "U+" in result.stderr else "")
    problems += compile_all([("xelatex", "fonts"), ("lualatex", "fonts")])
    for wanted in ("服务网格", "сеть"):
        problems.append("" if wanted in words("fonts-xelatex") else "xelatex does not print %s" % wanted)
    check("what lmodern lacks is reported with its cell, and printed with fonts that the user names", problems)
    table = data.single([("One", "yes"), ("Two", "no")])
    table["products"][0]["name"] = "产品"
    for feature in table["categories"][0]["features"]:
        del feature["kind"]
    charted = dataset("charted", table)
    result = meshreport("-o", "charted.tex", "-O", "chart=coverage", "-O", "font=" + fonts, charted)
    problems = [result.stderr if "chart" in result.stderr and "U+" in result.stderr else ""]
    problems += compile_all([("xelatex", "charted")])
    meshreport("-o", "chartless.tex", "-O", "font=" + fonts, charted)
    problems += compile_all([("xelatex", "chartless")])
    problems.append("" if words("charted-xelatex").count("产品") == words("chartless-xelatex").count("产品") + 1 else
                    "the chart does not print the name: " + words("charted-xelatex")[:300])
    check("a chart prints with -O font what the table prints", problems)


def test_hyphenation():
    """A German document is hyphenated as German is, by each engine."""
    german = dataset("german", data.single([("Donaudampfschifffahrt", "ja")], language="de"))
    result = meshreport("-o", "german.tex", german)
    problems = [result.stderr if result.returncode else "", *compile_all([(engine, "german") for engine in ENGINES])]
    # English patterns would not break "Do-nau".
    narrow = "\\clearpage\\parbox{3em}{\\hfuzz\\maxdimen\\hbadness10000 \\hspace{0pt}Donaudampfschifffahrt}\\end{document}"
    write("patterns.tex", read("german.tex").replace("\\end{document}", narrow))
    problems += compile_all([(engine, "patterns") for engine in ENGINES])
    for engine in ENGINES:
        broken = lines_of("patterns-" + engine, 2)[:5]
        problems.append("" if broken == ["Do-", "nau-", "dampf-", "schiff-", "fahrt"] else "%s breaks %s" % (engine, broken))
    english = meshreport("-o", "-", dataset("english", data.single([("a", "b")])))
    problems.append("an English document looks for patterns" if "AtBeginDocument{\\language" in english.stdout else "")
    check("words of a whole document are broken as its language breaks them", problems)


def places(job):
    """Where each word first stands on the first page: {word: x}."""
    text = subprocess.run(["pdftotext", "-l", "1", "-bbox", job + ".pdf", "-"], cwd=WORK, capture_output=True, text=True).stdout
    found = {}
    for x, word in re.findall(r'<word xMin="([\d.]+)"[^>]*>([^<]*)</word>', text):
        found.setdefault(word.strip(",().:"), float(x))
    return found


def unlinked(job, links):
    """The addresses of `links` whose link on the document's pages does not lie where its word does."""
    text = subprocess.run(["pdftotext", "-bbox", job + ".pdf", "-"], cwd=WORK, capture_output=True, text=True).stdout
    height = float(re.search(r'<page width="[\d.]+" height="([\d.]+)"', text).group(1))
    pdf = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", job + ".pdf", "-"], cwd=WORK, capture_output=True).stdout.decode("latin-1")
    areas = {}
    for entry in re.findall(r"obj\n<<(.*?)\n>>\nendobj", pdf, re.S):
        rect, uri = re.search(r"/Rect \[([^\]]*)\]", entry), re.search(r"/URI \(([^)]*)\)", entry)
        if rect and uri:
            areas.setdefault(uri.group(1), []).append([float(x) for x in rect.group(1).split()])
    problems = []
    for url, word in links.items():
        at = [[float(x) for x in found] for found in
              re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">\(?%s[).]?</word>' % re.escape(word), text)]
        met = [1 for x0, y0, x1, y1 in at for a, b, c, d in areas.get(url, [])
               if a < (x0 + x1) / 2 < c and b < height - (y0 + y1) / 2 < d and c - a < 1.5 * (x1 - x0)]
        problems.append("" if met else "%s: the link of %s is not at its word: %s, %s" % (job, url, areas.get(url), at))
    return problems


def test_from_right():
    """Hebrew with Latin between: columns from the right, signs at the right of words, Latin and numbers from the left."""
    content = data.regular(3, 40, 40)
    content.update(language="he", title="השוואה Title", credit={"text": "Authors", "url": "https://example.org/x"},
                   statuses={"yes": {"label": "jawohl"}})
    features = content["categories"][0]["features"]
    features[0].update(name="Feature", values={"p0": "yes", "p1": "אחת left right שתיים 1234 שלוש", "p2": "(בדיקה) [linked](https://example.org/left)"})
    content["categories"][0]["name"] = "קבוצה Group"
    source = dataset("right", content)
    fonts = ["-O", "font=Noto Serif Hebrew"]
    problems = [render("right-" + cls, "-O", "class=" + cls, *fonts, dataset=source) for cls in ("article", "IEEEtran", "llncs")]
    jobs = [(engine, "right-" + cls) for engine in ENGINES[1:] for cls in ("article", "IEEEtran", "llncs")]
    problems += compile_all(jobs)
    for engine in ENGINES[1:]:
        x, text = places("right-article-" + engine), words("right-article-" + engine)
        order = [("A", "B"), ("B", "C"), ("Feature", "A"), ("\u2713", "jawohl"), ("right", "left")]
        problems += ["" if x.get(a, 0) > x.get(b, 1e9) else "%s: '%s' is not at the right of '%s': %s %s" % (engine, a, b, x.get(a), x.get(b))
                     for a, b in order]
        problems += ["" if wanted in text else "%s: %s is not printed" % (engine, wanted) for wanted in ("1234", "https://example.org/x")]
        problems.append("[U+ in " + text if "[U+" in text else "")
    for engine in ENGINES[1:]:
        problems += unlinked("right-article-" + engine, {"https://example.org/x": "https://example.org/x", "https://example.org/left": "linked"})
    said = compile_tex("pdflatex", "right-article")
    problems.append("" if "need xelatex or lualatex" in said else "pdflatex says: " + said)
    check("a text from the right has its columns, words and signs from the right with xelatex and lualatex", problems)
