# SPDX-License-Identifier: MIT
"""The two sides of each condition of ours: whether a test took it, and if none did, which rule of explained.tsv says why.

A rule is a line of four columns: where ("core/host/*.c", or "core/base/file.c:read_some", or "*:put_*"), the side ("true", "false", or "any"),
the condition's text as a regular expression that matches it wholly, and the reason.  No rule names a line.  Behind a variable alone stands
where it has its value from, as the nearest line above says: "!copy" is "!copy from arena_copy".
"""
import collections
import fnmatch
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
RULES, RECORDED = os.path.join(HERE, "explained.tsv"), os.path.join(HERE, "neither.tsv")

Side = collections.namedtuple("Side", "path line function words side tested")
Rule = collections.namedtuple("Rule", "path function side words reason line")


def room_of(path):
    """core/host, plugins/pdf, plugins/common/chart; None for tests and libraries."""
    parts = path.split("/")
    if parts[0] not in ("core", "plugins"):
        return None
    return "/".join(parts[:-1][:3 if parts[1] == "common" else 2])


def text_at(lines, start, end):
    """What stands there, on one line."""
    (line, column), (end_line, end_column) = start, end
    whole = [text.expandtabs(1) for text in lines[line - 1:end_line]]
    whole[-1] = whole[-1].encode()[:end_column - 1].decode(errors="replace")
    whole[0] = whole[0].encode()[column - 1:].decode(errors="replace")
    return " ".join(" ".join(whole).split())


def with_origin(words, lines, line):
    """The condition, and the function that a lone variable was given its value by."""
    name = re.fullmatch(r"!?\*?((\w|->|\.)+)( (==|!=|<|>=) (0|-1|NULL|STRSET_NONE|UINT32_MAX))?", words)
    if not name:
        return words
    given = re.compile(r"(?<![\w.>])" + re.escape(name.group(1)) + r" [|&]?= (?:\(.*?\) ?)?(?:\w+ [!=<>]+ \w+\s*\? \w+ : )?(\w+)\(")
    for text in reversed(lines[max(line - 40, 0):line]):
        found = given.search(text)
        if found:
            return "%s from %s" % (words, found.group(1))
        if text == "}":
            break
    return words


def functions_by_file(data):
    """{file: [(first, last, name)]} by position."""
    found = collections.defaultdict(set)
    for function in data["functions"]:
        line, column, end_line, end_column = function["regions"][0][:4]
        found[function["filenames"][0]].add(((line, column), (end_line, end_column), function["name"].split(":")[-1]))
    return found


def sides(data):
    """Every side in llvm-cov's account; what several programs hold counts once."""
    functions = functions_by_file(data)
    for file in data["files"]:
        whole = os.path.join(ROOT, file["filename"])  # as the compiler was given it: relative
        path = os.path.relpath(whole, ROOT)
        if not room_of(path):
            continue
        with open(whole, encoding="utf-8") as text:
            lines = text.read().split("\n")
        counts = collections.defaultdict(lambda: [0, 0])
        for line, column, end_line, end_column, yes, no, *_ in file["branches"]:
            count = counts[(line, column), (end_line, end_column)]
            count[0] += yes
            count[1] += no
        for (start, end), (yes, no) in sorted(counts.items()):
            name = next((name for first, last, name in functions[file["filename"]] if first <= start <= last), "")
            words = with_origin(text_at(lines, start, end), lines, start[0])
            yield Side(path, start[0], name, words, "true", yes > 0)
            yield Side(path, start[0], name, words, "false", no > 0)


def rules():
    with open(RULES, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip() and not line.startswith("#"):
                where, side, words, reason = line.rstrip("\n").split("\t")
                path, _, function = where.partition(":")
                yield Rule(path, function or "*", side, re.compile(words), reason, number)


def rule_of(side, among):
    """The first rule that explains it, or None."""
    return next((rule for rule in among if rule.side in (side.side, "any") and fnmatch.fnmatchcase(side.path, rule.path)
                 and fnmatch.fnmatchcase(side.function, rule.function) and rule.words.fullmatch(side.words)), None)


def judged(data):
    """({room: [sides, tested, explained]}, the sides that are neither, the rules that explain nothing)"""
    rooms, neither, among, used = collections.defaultdict(lambda: [0, 0, 0]), [], list(rules()), set()
    for side in sides(data):
        counts = rooms[room_of(side.path)]
        counts[0] += 1
        counts[1] += side.tested
        if side.tested:
            continue
        rule = rule_of(side, among)
        if rule:
            counts[2] += 1
            used.add(rule)
        else:
            neither.append(side)
    return rooms, neither, [rule for rule in among if rule not in used]


def recorded():
    """{room: how many of its sides may be neither}"""
    with open(RECORDED, encoding="utf-8") as file:
        return {room: int(n) for room, n in (line.split("\t") for line in file if not line.startswith("#"))}


def record(neither):
    with open(RECORDED, "w", encoding="utf-8") as file:
        file.write("# Sides that are neither tested nor explained, by room: tests/coverage/count --record writes them, and make coverage fails where there are more.\n")
        for room, n in sorted(neither.items()):
            file.write("%s\t%d\n" % (room, n))
