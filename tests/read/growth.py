#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Readers take time and memory in proportion to the file: growth.py HOST PLUGINS prints "ok"/"not ok" lines without numbers.

Each shape is made in two sizes, the second four times the first.  The processor's time of the second may be 7 times that of
the first and a little; a quadratic step makes it 16 times.  Nothing waits by the clock."""
import os
import resource
import subprocess
import sys
import tempfile
import zipfile

HOST, PLUGINS = sys.argv[1:3]
SLACK = 0.15  # seconds of the processor: starting, and noise
MEMORY = 3 << 30


def markdown_rows(n):
    return "| A | B | C |\n|---|---|---|\n" + "| yes | [no](https://example.org) | `x` |\n" * n


def markdown_long_line(n):
    return "| A | B |\n|---|---|\n| " + "yes \\| " * n + " | b |\n"


def markdown_links(n):
    return "| A | B |\n|---|---|\n| " + "[yes](https://example.org/x) " * n + " | b |\n"


def markdown_open(n):
    """As many as are read, in a cell that grows."""
    return "| A | B |\n|---|---|\n| " + "<? " * 200 + "word " * n + " | b |\n"


def markdown_paragraphs(n):
    return "some *words* and a [link](x)\n\n" * n


def markdown_html(n):
    return "<p>one <b>line</b></p>\n\n" * n


def markdown_notes(n):
    return "".join("a[^%d]\n\n[^%d]: note\n\n" % (i, i) for i in range(n))


def html_rows(n):
    return "<table>" + "<tr><th>a<td class=yes>yes<td rowspan=2>no<sup><a href='#n'>1</a></sup>" * n + "</table><li id=n>note"


def html_spans(n):
    return "<table>" + "<tr><td colspan=100 rowspan=3>x" * n + "</table>"


def html_tables(n):
    return "<table><tr><td>a<td>b<tr><td>c<td>d</table>" * n


def html_notes(n):
    return "".join("<p>a<a href='#n%d'>1</a>" % i for i in range(n)) + "".join("<li id=n%d>note" % i for i in range(n))


def html_one_line(n):
    return "<p>" + "word <b>bold</b> <br>" * n


def csv_rows(n):
    return "a,b,c\n" + 'yes,"no, and",3\n' * n


def csv_quotes(n):
    return "a,b\n" + '"a ""quoted"" field\nof lines",b\n' * n


def csv_columns(n):
    return "\n".join(["x," * 1000] * (n // 1000))


def json_records(n):
    return "[" + ",".join('{"name": "a", "yes": true, "in": {"b": 1}}' for _ in range(n)) + "]"


def json_join(n):
    return '{"f": {%s}, "p": {"x": {"s": {%s}}}}' % (
        ",".join('"k%d": {"name": "n"}' % i for i in range(n)), ",".join('"k%d": true' % i for i in range(n)))


def json_collections(n):
    return "{%s}" % ",".join('"c%d": {"a": {"k%d": {"x": 1}}, "b": {}}' % (i, i) for i in range(n))


def json_string(n):
    return '["' + "\\\\" * n + '"]'


SHAPES = [
    ("markdown", "md", markdown_rows, 6000), ("markdown", "md", markdown_long_line, 20000), ("markdown", "md", markdown_paragraphs, 10000),
    ("markdown", "md", markdown_links, 8000), ("markdown", "md", markdown_open, 40000),
    ("markdown", "md", markdown_html, 2500), ("markdown", "md", markdown_notes, 2000),
    ("html", "html", html_rows, 5000), ("html", "html", html_spans, 2000), ("html", "html", html_tables, 5000),
    ("html", "html", html_notes, 5000), ("html", "html", html_one_line, 10000),
    ("csv", "csv", csv_rows, 40000), ("csv", "csv", csv_quotes, 30000), ("csv", "csv", csv_columns, 200000),
    ("json", "json", json_records, 15000), ("json", "json", json_join, 20000), ("json", "json", json_collections, 5000),
    ("json", "json", json_string, 100000),
]


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def seconds(plugin, suffix, text):
    with tempfile.NamedTemporaryFile("w", suffix="." + suffix, encoding="utf-8") as file:
        file.write(text)
        file.flush()
        best = None
        for _ in range(2):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            result = subprocess.run([HOST, "-c", os.path.join(PLUGINS, plugin + ".so"), file.name], stdout=subprocess.PIPE,
                                    stderr=subprocess.STDOUT, text=True, errors="replace", preexec_fn=limit)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            best = used if best is None else min(best, used)
        return best, result.returncode, result.stdout


def bomb():
    """A workbook of 200 kB that inflates to 210 MiB is refused with the name of the part, within the memory that all have."""
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package, package.open("xl/workbook.xml", "w") as part:
            part.write(b"<workbook>")
            for _ in range(210):
                part.write(b"<!--" + b"x" * ((1 << 20) - 7) + b"-->")
        file.flush()
        result = subprocess.run([HOST, os.path.join(PLUGINS, "xlsx.so"), file.name], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                text=True, preexec_fn=limit)
    good = result.returncode == 1 and "xl/workbook.xml the workbook inflates to more than 200 MiB" in result.stdout
    print(("" if good else "# %s\nnot " % result.stdout[-300:]) + "ok xlsx refuses what inflates too far")


def main():
    for plugin, suffix, shape, n in SHAPES:
        words = shape.__name__.split("_", 1)[1].replace("_", " ")
        small, _, _ = seconds(plugin, suffix, shape(n))
        large, status, said = seconds(plugin, suffix, shape(4 * n))
        good = status in (0, 1) and large <= 7 * small + SLACK
        if not good:
            print("# %.3f s, four times as much %.3f s, status %d\n# %s" % (small, large, status, said[-300:].replace("\n", "\n# ")))
        print("%s %s takes time in proportion: %s" % ("ok" if good else "not ok", plugin, words))
    bomb()


main()
