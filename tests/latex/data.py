# SPDX-License-Identifier: MIT
"""Datasets of the LaTeX tests, made by fixed formulas and written as JSON, which is YAML."""
import json

WORDS = ("configuration automatic proxy traffic observability certificate rotation multi-cluster failover policy "
         "authorization gateway telemetry sidecar injection Kubernetes standalone experimental").split()
STATUSES = ["yes", "no", "partial", "unknown", "na", "planned", "deprecated"]


def sentence(seed, n):
    return " ".join(WORDS[(seed * 7 + i * 5) % len(WORDS)] for i in range(n))


def cell(row, col):
    mixed = (row * 11 + col * 5 + row * col) % 13
    if mixed < 7:
        return STATUSES[mixed]
    if mixed < 9:
        return {"status": "yes", "text": "yes (%s)" % sentence(row + col, 1 + mixed % 3)}
    if mixed == 9:
        return {"status": "no", "notes": ["manual"]}
    if mixed == 10:
        return [WORDS[(row + i) % len(WORDS)] for i in range(3)]
    if mixed == 11:
        return {"parts": [{"name": "Timeout", "status": "yes"}, {"name": "Retry", "status": "no", "notes": ["late"]}]}
    return {"status": "yes", "since": "1.%d" % row, "source": ["https://example.org/%d" % row]}


def regular(n_products, n_features, per_category=8):
    """Products and features as many as wanted, with every kind of cell."""
    products = [{"id": "p%d" % i, "name": "Product %s" % "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[i % 26]} for i in range(n_products)]
    categories = []
    for first in range(0, n_features, per_category):
        rows = range(first, min(first + per_category, n_features))
        categories.append({
            "id": "c%d" % first, "name": "Category %d" % (first // per_category + 1),
            "features": [{"id": "f%d" % row, "name": sentence(row, 2 + row % 2).capitalize(),
                          "values": {"p%d" % col: cell(row, col) for col in range(n_products)}} for row in rows]})
    return {"meshreport": 1, "title": "A regular comparison", "products": products, "categories": categories,
            "notes": {"manual": "by hand only", "late": "in the *next* release"}}


def single(cells, title="A comparison", **top):
    """One product, no category's name; `cells` are (name, value)."""
    return {"meshreport": 1, "title": title, "products": [{"id": "only", "name": "Only"}], **top,
            "categories": [{"id": "all", "features": [
                {"id": "f%d" % i, "name": name, "kind": "text", "values": {"only": value}} for i, (name, value) in enumerate(cells)]}]}


# What would run, end, comment out or unbalance something if it reached TeX as it is.
ATTACKS = [
    r"\input{/etc/passwd}", r"\immediate\write18{touch owned}", r"\directlua{os.execute('touch owned')}",
    r"^^5cinput{/etc/passwd}", r"^^^^005cinput x", r"\end{document}", r"\end{longtable}", r"}}}}", r"{{{{", r"}{", r"100% of it",
    r"#1 ##2 #", r"a & b & c", r"a \\ b", r"$x^2_3$", r"$$", r"~ ~~", r"_ __", r"^ ^^", r"\catcode`\%=12", r"\catcode`\{=12",
    r"\def\mrYes{no}", r"\relax\par", r"\csname end\endcsname", r"\openout15=owned", r"\verb|x|", r"%\end{document}", r"[x]", r"*",
    r"--", r"---", r"''", r"``", r",,", r"<<x>>", r"?` !`", r'"a" "o', r"a|b", r"\ ", r"\begin{verbatim}", r"\iffalse", r"\else\fi",
    r"\expandafter\end", r"\makeatletter\@@input x", r"\string\"", r"tab\tend", r"@ / : ; = + ( ) < >", r"\mrCell{no}{x}",
    r"\newcommand{\x}{\x}\x", r"\loop\iftrue\repeat", r"\special{ps: x}", r"\pdfliteral{x}", r"\char92 input", r"\the\day",
]

LINKS = ["https://example.org/%7Ea/100%25", "https://example.org/a#b", "https://example.org/?a=1&b=2", "https://example.org/a_b^c",
         "https://example.org/{x}", "https://example.org/~user/", "https://example.org/$x", "https://example.org/ä/中",
         "https://example.org/a'b\"c", "mailto:someone@example.org", "https://example.org/" + "long/" * 60, "#here",
         "https://example.org/a|b"]


def attacks():
    cells = [("%d. %s" % (i, text.replace("*", "\\*").replace("_", "\\_")), text) for i, text in enumerate(ATTACKS)]
    data = single([], title=r"Title \end{document} % # $ & _ ^ ~ { } \input{x}", subtitle=r'"Sub" \write18{x} ``x\'\'',
                  credit={"text": r"\input{credit} 100% #1", "url": "https://example.org/%23#x", "license": "CC-BY-4.0"})
    for i, (_, value) in enumerate(cells):
        data["categories"][0]["features"].append(
            {"id": "f%d" % i, "name": "attack %d" % i, "values": {"only": {"text": escape_markdown(value)}}})
    data["products"][0]["name"] = r"\end{tabular} & # %"
    data["notes"] = {"n": r"\footnote{x} % \\"}
    data["categories"][0]["features"][0]["values"]["only"] = {"status": "no", "notes": ["n"], "since": r"\1.0%",
                                                              "text": escape_markdown(ATTACKS[0])}
    data["categories"][0]["features"] += [
        {"id": "l%d" % i, "name": "link %d" % i, "values": {"only": {"text": "x", "source": [link]}}} for i, link in enumerate(LINKS)]
    return data


def escape_markdown(text):
    """The words themselves: every sign that Markdown could read is escaped."""
    return "".join("\\" + c if c in "\\`*_{}[]()<>#+-.!|~&$\"'%^:;,?@/=" else c for c in text)


UNICODE = [
    ("Latin", "Ærøskøbing Łódź Dvořák Çeşme Ñandú Straße Œuvre İstanbul Þingvellir Ąžuolas"),
    ("Accents", "Nguyễn Ḥasan Ṣṭhā Vǖ é ñ"), ("Typography", "“quotes” ‘single’ «guillemets» – — … • † ‡ § ¶ ‰ ‹x› „x“"),
    ("Currency", "€ £ ¥ ¢ ₩ ₫"), ("Mathematics", "≤ ≥ ≠ ≈ ± × ÷ ∞ √ ∑ ∈ ∅ → ← ↔ ⇒ ½ ⅓ ² ³ ¹ ⁴ ₂ µ α β γ Ω π"),
    ("Signs", "✓ ✔ ✗ ✘ ● ○ ◐ ■ □ ▲ △ ★ ☆ ◆ ♠ ♥ ™ ® © ° №"), ("Spaces", "a\u00a0b\u2009c\u200bd\u00ade\u200df"),
]


def ugly(n_products=3):
    """A cell of 400 characters, a word of 120, no categories, long names, descriptions, lifecycles."""
    long_cell = (sentence(3, 60) + " ")[:400].strip()
    data = regular(n_products, 12, 12)
    data["title"] = "A comparison with a title that is far longer than any line of any paper could ever be expected to hold"
    data["categories"][0].pop("name")
    data["categories"][0]["features"][2]["values"]["p1"] = long_cell
    data["categories"][0]["features"][3]["values"]["p0"] = "Donaudampfschifffahrtsgesellschaft" * 4
    data["categories"][0]["features"][4]["values"]["p2"] = "https://example.org/" + "a-very/long_path." * 9
    data["categories"][0]["features"][5]["description"] = "What happens when a *service* fails, and `code --flags` of it."
    data["categories"][0]["features"][6]["name"] = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
    data["products"][0].update(name="A product whose name is long indeed", lifecycle="discontinued", url="https://example.org/")
    data["products"][1]["lifecycle"] = "archived"
    return data


def write(data, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, indent=1)
