# SPDX-License-Identifier: MIT
"""Files of every name and content: who reads them, and what is said where nobody does."""
import os
import resource

from host import DATASET, check_fails, dataset, run, write
from builds import IS_SANITIZED
from tap import check

TABLE = "| | A | B |\n|---|---|---|\n| F | yes | no |\n"
NOT_KNOWN = "error: neither its name nor its first bytes show what kind of file this is; --from says it: yaml, csv, html, json, markdown, xlsx"


def bare(*words, **more):
    return run(*words, plugins=False, **more)


def test_names_of_datasets():
    """a dataset is one under any name: by its suffix, or by its key; an empty file is an empty dataset"""
    for name in ("mesh.yaml", "mesh.yml", "mesh.txt", "mesh", "mesh." + "y" * 60):
        write(name, DATASET)
        result = bare("check", name)
        check(result.code == 0 and "no mistakes: 2 products" in result.err, name, result.err)
    for name in ("empty.yaml", "empty.txt"):
        write(name)
        check_fails(bare("check", name), 1, name + ": error: the file is empty; the least a dataset has")
    check_fails(bare("check", "chekc/mesh"), 1, "chekc/mesh: error: No such file or directory")


def test_mappings():
    """what has no name that says so, and looks like a mapping of YAML, is a dataset whose mistakes are told"""
    for text in ("title: T\n", "# words\n\n---\ntitle: T\n", "---\r\n\r\ntitle: T\r\n", "_a: 1\n", "a-b_c: 1\n"):
        write("file", text)
        check_fails(bare("check", "file"), 1, "the key 'meshreport' is missing")
    for text in ("a-: 1\n", ": 1\n", "title", "title\n", "#", "#\n", "# words", "- a\n"):
        write("file", text)
        result = bare("check", "file")
        check(result.code == 1 and "'meshreport'" not in result.err, repr(text), result.err)


def test_unknown():
    """where nobody knows a file, --from is told with all that read; a plugin that is refused is none of these"""
    write("file", "words\n")
    check_fails(bare("check", "file"), 1, "file: " + NOT_KNOWN + "\n")
    os.mkdir("own")
    write("own/bad.so", "no object")
    check_fails(bare("--plugin-dir", "own", "check", "file"), 1, "file: " + NOT_KNOWN + "\n")
    check_fails(bare("check", "--from", "cvs", "file"), 2, "unknown format 'cvs'; did you mean 'csv'?")
    check_fails(bare("check", "--from", "csv", "-R", "=x", "file"), 2, "-R =x: a key is missing")


def test_tables_without_a_name():
    """a table without a suffix is found by its first bytes, in the encoding that is said, also in this process"""
    write("table", TABLE)
    apart = bare("import", "-q", "table")
    check(apart.code == 0 and b"{a: yes, b: no}" in apart.out, apart.err)
    for words in (("--in-process",), ("--encoding", "ISO-8859-1")):
        result = bare("import", "-q", *words, "table")
        check((result.code, result.out) == (0, apart.out), words, result.err)


def test_limit_in_the_last_table():
    """a limit that the last table of a file goes beyond is told of as that of any other"""
    write("table.csv", "x,A,B,C\nF,yes,no,yes\nG,no,yes,no\n")
    check_fails(bare("import", "--limit", "cells=8", "table.csv"), 1, "table.csv", "limit (--limit cells=")
    write("table.html", "<table><tr><th>x<th>A<th>B<tr><td>F<td colspan=2>yes</table>")
    check_fails(bare("import", "--limit", "cells=5", "table.html"), 1, "table.html:1:35: error: there are more than 5 fields (rows by columns), the limit (--limit cells=N)")
    write("tables.html", "<table><tr><th>x<th>A<th>B<tr><td>F<td>yes<td>no</table>" * 2)
    check_fails(bare("import", "--limit", "cells=9", "tables.html"), 1, "there are more than 9 fields (rows by columns), the limit (--limit cells=N)")


def test_limit_of_blank_cells():
    """cells that nobody states are counted before a document is made of them"""
    write("blank.yaml", "meshreport: 1\ntitle: T\nproducts: [%s]\ncategories:\n  - id: c\n    features:\n%s" % (
        ", ".join("{id: p%d, name: P}" % i for i in range(60)), "".join("      - {id: f%d, name: F, values: {p0: yes}}\n" % i for i in range(60))))
    check_fails(bare("-f", "csv", "-o", "-", "--limit", "blank=1", "blank.yaml"), 1, "3540 of 3600 cells (60 features by 60 products) are stated by nobody")
    check(bare("-f", "csv", "-o", "-", "blank.yaml").code == 0)


def test_no_descriptors():
    """where the system has no descriptors left, what plugins there are is not known, and that is no mistake of who asked"""
    if IS_SANITIZED:
        return  # which needs some itself

    def starve():
        os.close(0)
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
    dataset()
    write("table.csv", "x,A,B\nF,yes,no\n")
    for words in (("--list-formats",), ("check", "table.csv"), ("-f", "csv", "mesh.yaml"), ("--help", "html"), ("--print-template", "html")):
        check_fails(bare(*words, stdin=None, preexec_fn=starve), 1, "Too many open files")
