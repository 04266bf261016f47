# SPDX-License-Identifier: MIT
"""Datasets that trip writers: every kind of cell, words that are markup, formula or direction somewhere, from a seed."""
import json
import random

# What one format or another takes for something.  Nothing that a reader of tables must take for an answer or a mark.
PIECES = ["a|b", "\\|", "c\\", "\\\\", "`x|y`", "``a ` b``", "<b>bold</b>", "<script>alert(1)</script>", "<!-- c -->", "&amp;", "&lt;x",
          "*", "**", "_", "a_b_c", "__x__", "~~gone~~", "~", "#", "# h", "1. one", "- item", "> quote", "+ plus", "===", "---", "|", "||",
          "[x]", "[x](https://example.org/a_(b))", "[p|q](https://example.org/?a=1&copy=2;b)", "![a](b.png)", "[^9]", "[r]: /u", "!", "^",
          "www.example.org/a_b*c", "https://example.org/a_b~c", "me_x@example.org", "$x^2$", "\"q\"", "\"", "'", "''", ",", ";", "; =1", ";=1+1",
          "=1+1", "+1", "@A1", "＝1", "{{x}}", "{% x %}", "\\input", "%", "é", "e\u0301", "Zażółć", "שלום", "العربية", "\u202eabc\u202c", "日本語", "😀",
          "👩‍👩‍👧", "\u00a0", "word", "two words", "***both***", "*em*", "**strong**", "`code`", "**“q”**x", "a**b**c", "x" * 60, "<br>", "a<br>b", "]]>", "-->",
          # letters that would be markup, and emphasis side by side
          "\\_x\\_", "\\*em\\*", "\\*\\*strong\\*\\*", "\\`code\\`", "\\[x](y)", "\\~\\~x\\~\\~", "*a***b**", "**a***b*", "***a****b*", "*“a”*b", "a&#42;b&#42;",
          "\\\\\\_", "`` ` ``", "`a\\|b`", "`\\`", "&lt;i>x&lt;/i>", "&amp;lt;"]
STATUSES = ["yes", "no", "partial", "preview", "deprecated", "planned", "na", "unknown", "beta", "dropped", "maybe"]
LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "ru", "ja", "zh", "ko", "ar", "he"]
OWN = {"beta": {"label": "in beta", "like": "partial", "symbol": "β"}, "dropped": {"label": "dropped", "like": "no", "symbol": "✂"},
       "maybe": {"label": "perhaps_so", "like": "partial"}}


def words(pick, first="Lorem", most=5):
    made = " ".join([first] + [pick.choice(PIECES) for _ in range(pick.randint(0, most))] + ["end"])
    return pick.choice(["%s"] * 6 + ["&#32;%s&#32;", "%s&#32;"]) % made


def name(pick, kind, number):
    return pick.choice(["%s %d", "%s%d", "%s %d, called A"]) % (kind, number) + pick.choice(["", " & Sons", " <x>", " *y* z", " (v_1)", " שלום x", " `x|y`", " C #"])


def cell(pick):
    kind = pick.randrange(10)
    if kind == 0:
        return None
    if kind == 1:
        return {"text": words(pick)}
    if kind == 2:
        return [words(pick, "First", 2).replace(",", ""), "second"]
    if kind == 3:
        return {"parts": [{"name": "Part A", "status": pick.choice(STATUSES[:8])}, {"name": "Part B", "status": "yes", "text": "mostly so"}]}
    made = {"status": pick.choice(STATUSES)}
    if kind > 6:
        made["text"] = words(pick, "by way of", 4)
    if pick.random() < .3:
        made["notes"] = pick.sample(["shared", "other"], 1) + (["One of its own, " + words(pick, "Note", 3)] if pick.random() < .5 else [])
    if pick.random() < .2:
        made["since"] = pick.choice(["1.0", "v2 beta", "2019"])
    if pick.random() < .2:
        made["source"] = ["https://example.org/s?a=1&b=%d" % pick.randrange(9), "https://example.org/t_(u)"][:pick.randint(1, 2)]
    if pick.random() < .2:
        made["verified"] = "2023-0%d-11" % pick.randint(1, 9)
    return made


def feature(pick, number, products):
    made = {"id": "f%d" % number, "name": name(pick, "Feature", number), "values": {p["id"]: cell(pick) for p in products}}
    if pick.random() < .3:
        made["description"] = words(pick, "What it does:", 2)
    if pick.random() < .3:
        made["url"] = "https://example.org/f_%d" % number
    if pick.random() < .1:
        made["notes"] = ["shared"]
    return made


def dataset(seed, n_products=4, n_features=12):
    pick = random.Random(seed)
    products = [{"id": "p%d" % i, "name": name(pick, "Product", i).replace("*", "").replace("`", "")} for i in range(n_products)]
    products[-1]["lifecycle"] = "archived"
    products[0]["url"] = "https://example.org/p?a=1&b=2"
    categories = []
    for i in range(3):
        categories.append({"id": "c%d" % i, "name": name(pick, "Category", i),
                           "features": [feature(pick, i * n_features + j, products) for j in range(n_features // 3)]})
    categories[1]["description"] = words(pick, "What it is about:", 2)
    categories[2]["url"] = "https://example.org/c"
    return json.dumps({"meshreport": 1, "title": words(pick, "Title"), "as_of": "2024-02-29", "language": LANGUAGES[seed % len(LANGUAGES)],
                       "statuses": OWN,
                       "notes": {"shared": words(pick, "A shared note"), "other": "the other note"},
                       "products": products, "categories": categories}, ensure_ascii=False)


def ranked(seed):
    """The same with a profile "x", whose words trip as well."""
    made, pick = json.loads(dataset(seed)), random.Random(seed + 1000)
    made["profiles"] = [{"id": "x", "name": words(pick, "Somebody").replace("*", "").replace("`", ""), "description": words(pick, "Who needs"),
                         "require": [pick.choice(["f0", "f3"]), {"feature": "f13", "at-least": "partial"}],
                         "weights": {"c0": pick.choice([2, .5]), "f24": 3}, "partial": pick.choice([.25, .5, 1])}]
    if pick.random() < .5:
        made["profiles"][0]["without"] = ["p3"]
    return json.dumps(made, ensure_ascii=False)
