# SPDX-License-Identifier: MIT
"""What a handout must say, read from the dataset by another YAML parser than meshreport's.

rows(path) gives the table as lists of words: the head, then every feature's row.  A cell is the list of
ways in which it may rightly be put; white space counts for nothing.
"""
import html
import re
import yaml

LABELS = {"yes": ("✓", "yes"), "no": ("✗", "no"), "partial": ("◐", "partial"), "preview": ("◔", "in preview"),
          "deprecated": ("◑", "deprecated"), "planned": ("○", "planned"), "na": ("–", "does not apply"),
          "unknown": ("?", "unknown")}


class Words(yaml.SafeLoader):
    """Every scalar is a string; only merge keys keep their meaning."""


Words.yaml_implicit_resolvers = {"<": [("tag:yaml.org,2002:merge", re.compile(r"^<<$"))]}
NULLS = ("", "~", "null", "Null", "NULL")


def load(path):
    with open(path, encoding="utf-8-sig") as file:
        return yaml.load(file, Words)


def plain(markdown):
    """The words of inline Markdown without its marks."""
    kept = []

    def keep(text):
        kept.append(text)
        return "\0%d\0" % (len(kept) - 1)

    text = re.sub(r"`([^`]+)`", lambda m: keep(m.group(1)), markdown)
    text = re.sub(r"\\\n", lambda m: keep("\n"), text)
    text = re.sub(r"\\([!-/:-@\[-`{-~])", lambda m: keep(m.group(1)), text)
    text = re.sub(r"<((?:https?|mailto):[^ >]+)>", lambda m: keep(m.group(1)), text)
    text = re.sub(r"\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)", r"\1", text)
    text = re.sub(r"(?<![\w*])\*{1,3}(?=\S)(.+?)(?<=\S)\*{1,3}(?![\w*])", r"\1", text)
    text = html.unescape(text)
    return re.sub(r"\0(\d+)\0", lambda m: kept[int(m.group(1))], text)


class Reader:
    def __init__(self, path, is_described=True):
        """`is_described`: features have their descriptions below their names."""
        self.is_described = is_described
        self.data = load(path)
        self.labels = dict(LABELS)
        for key, own in (self.data.get("statuses") or {}).items():
            symbol, label = self.labels.get(key, self.labels.get(own.get("like", ""), ("", "")))
            self.labels[key] = (own.get("symbol", symbol), own.get("label", label))

    def status(self, word):
        return next((s for s in self.labels if s.lower() == word.lower()), None)

    def scalar(self, value, kind):
        if value in NULLS:
            return [self.said("unknown")]
        word = self.status(value)
        if word and kind != "text":
            return [self.said(word)]
        return [plain(value)]

    def said(self, status, text=None, name=""):
        symbol, label = self.labels[status]
        return " ".join(filter(None, [symbol, name, plain(text) if text is not None else label]))

    def cell(self, value, kind):
        if value is None:
            return [self.said("unknown")]
        if isinstance(value, str):
            return self.scalar(value, kind)
        if isinstance(value, list):
            return [", ".join(plain(v) for v in value)]
        if "parts" in value:
            # the symbol may stand before the part's name or behind it
            first, second = [], []
            for part in value["parts"]:
                symbol, label = self.labels[part["status"]]
                words = plain(part["text"]) if "text" in part else label
                first.append("%s %s %s" % (symbol, part["name"], words))
                second.append("%s %s %s" % (part["name"], symbol, words))
                commas = "," * (len(part.get("notes", [])) - 1)
                first[-1] += commas
                second[-1] += commas
            ways = [sep.join(parts) for parts in (first, second) for sep in (" ", ", ")]
        elif "status" in value:
            ways = [self.said(self.status(value["status"]), value.get("text"))]
        elif "text" in value:
            ways = [plain(value["text"])]
        else:
            ways = [self.said("unknown")]
        # several notes are numbered "1,2": the comma is no part of a reference
        ways += [w + "," * (len(value.get("notes", [])) - 1) for w in ways if len(value.get("notes", [])) > 1]
        if "since" in value:
            ways = ["%s%s since %s" % (w, sep, value["since"]) for w in ways for sep in ("", ",", " (")]
            ways += [w + ")" for w in ways if "(" in w]
        return ways

    def value_of(self, values, index, product):
        if isinstance(values, list):
            return values[index] if index < len(values) else None
        return (values or {}).get(product)

    def is_status(self, value):
        if isinstance(value, dict):
            return "status" in value or "parts" in value
        return isinstance(value, str) and self.status(value) is not None

    def weight_mark(self, feature):
        """ "×2.5" where a feature is counted, and not once; a row of mere texts is not counted."""
        weight, values = float(feature.get("weight", 1)), feature.get("values") or []
        cells = values.values() if isinstance(values, dict) else values
        counts = feature.get("kind") == "status" or any(map(self.is_status, cells))
        return " ×%g" % weight if weight != 1 and counts and feature.get("kind") != "text" else ""

    def features(self):
        for category in self.data.get("categories") or []:
            for feature in category.get("features") or []:
                yield category, feature

    def rows(self):
        products = self.data["products"]
        head = [p["name"] for p in products]
        body = []
        for _, feature in self.features():
            cells = [self.cell(self.value_of(feature.get("values"), i, p["id"]), feature.get("kind"))
                     for i, p in enumerate(products)]
            name = plain(feature["name"]) + self.weight_mark(feature)
            if feature.get("description") and self.is_described:
                name += " " + plain(feature["description"])
            body.append((name, cells))
        return head, body

    def categories(self):
        return [plain(c["name"]) for c in self.data.get("categories") or [] if c.get("name")]

    def urls(self):
        """Every address that the dataset names, as it is written there."""
        found = set()

        def walk(node):
            if isinstance(node, str):
                found.update(re.findall(r"\]\(((?:[^()\s]|\([^()]*\))+)\)", node))
            elif isinstance(node, list):
                for item in node:
                    walk(item)
            elif isinstance(node, dict):
                for key, item in node.items():
                    if key in ("url", "source"):
                        found.update([item] if isinstance(item, str) else item)
                    elif not key.startswith("x-"):
                        walk(item)

        walk({k: v for k, v in self.data.items() if k != "notes"})
        return {u for u in found if re.match(r"https?:", u)}
