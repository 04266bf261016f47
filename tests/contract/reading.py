# SPDX-License-Identifier: MIT
"""Plugins that read."""
from host import SHORT, check_fails, dataset, run, write
from tap import check


def lies(word, *options, **more):
    write("x.lies", word + " and more words of the file\n" * 20)
    return run("-f", "good", "-o", "-", *options, "x.lies", **more)


def test_reader():
    """a plugin that only reads is asked by its suffix, and what it hands over becomes the dataset"""
    result = lies("well")
    check(result.code == 0 and b"1 by 1" in result.out, result.err)
    check_fails(run("-f", "readerlies", dataset()), 2, "format readerlies only reads")


def test_reader_breaks():
    """a reader that crashes, exits, fails in silence or hangs is one line, and nothing is written"""
    for word, needle in (("crash", "crashed while reading"), ("exit", "ended the process while reading"), ("fail", "failed without saying why")):
        check_fails(lies(word), 1, "readerlies: error: the plugin " + needle)
    check_fails(lies("hang", "--timeout", SHORT), 1, "still reading after", "--timeout")


def test_reader_lies():
    """what a reader hands over is checked as a stranger's: control characters, broken UTF-8, cells out of place"""
    check_fails(lies("control"), 1, "x.lies:2:2: error:")
    check_fails(lies("invalid"), 1, "x.lies:2:2: error:")
    check_fails(lies("early"), 1, "x.lies", "error:")
    check(lies("garbage").code in (0, 1))


def test_reader_nowhere():
    """a place whose column looks like that of a place with a name is a column"""
    write("x.lies", "nowhere")
    check_fails(run("check", "x.lies"), 0, "x.lies:4000000000:2147483646: warning: the link to 'http://localhost/'")


def test_reader_floods():
    """a reader without end meets the limits"""
    check_fails(lies("flood", "--limit", "cells=1000"), 1, "x.lies", "error:", "limit")
