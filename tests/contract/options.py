# SPDX-License-Identifier: MIT
"""Options of formats, and templates."""
import os

from host import check_fails, check_only, dataset, run
from tap import check


def test_option_values():
    """options are typed by the plugin's table; defaults hold where none is given"""
    result = run("-f", "good", "-o", "-", "-O", "paper=letter", "-O", "good.copies=3", "-O", "margin=1in", "-O", "draft",
                 "-O", "note=", dataset())
    lines = result.out.decode().splitlines()
    check(lines[0].startswith("meshreport ") and lines[1] == "2 by 2", lines)
    check(lines[3:] == ["paper 11 2 2000 'letter'", "copies 11 3 3000 ''", "margin 11 0 72000 ''", "scale 10 0 1500 ''",
                        "draft 11 1 1000 ''", "note 11 0 0 ''"], lines)


def test_last_option_wins():
    """of one option given twice the last counts"""
    result = run("-f", "good", "-o", "-", "-O", "copies=3", "-O", "copies=4", dataset())
    check("copies 11 4" in result.out.decode(), result.out)


def wrong_option(option, *needles):
    """Wrong options are found before anything is written, also by the formats that do not have them."""
    check_fails(run("-f", "several,good", "-o", "out/", "-O", option, dataset()), 2, *needles)
    check_only("mesh.yaml")


def test_wrong_options():
    """a wrong value is named with what would be right, and nothing is written"""
    for option, needle in (("paper=a9", "'a9' is none of a3, a4, letter"), ("paper=lettr", "did you mean 'letter'?"),
                           ("copies=10", "'10' is not from 1 to 9"), ("copies=1.5", "not a whole number"),
                           ("copies=0x3", "not a whole number"), ("scale=nan", "not a number"), ("scale=1e1", "not a number"),
                           ("margin=3foot", "not a length"), ("margin=5in", "not from 0 to 100 points"),
                           ("draft=maybe", "neither yes nor no"), ("paper", "a value is missing"), ("copies=", "not a whole"),
                           ("note=a\033b", "control character"), ("=x", "a key is missing"), ("", "a key is missing")):
        wrong_option(option, needle)


def test_wrong_values_of_any_text():
    """what is wrong with a value is said whatever bytes it has, and is the fault of the command line"""
    dataset()
    for given in ("xäääääääääääääääääääääääääääääääääääääääääääää", "ää" * 40, "quer\t", "\033[2J", b"\xff\xfe", "x" * 5000, "\u202e"):
        word = os.fsencode(given)
        for key, words in (("copies", "is not a whole number"), ("paper", "is none of"), ("margin", "is not a length")):
            result = run("-f", "good", "-O", key.encode() + b"=" + word, "mesh.yaml")
            check_fails(result, 2, "good: error: option %s: '" % key, words)
            check("\033" not in result.err and result.err.count("\n") == 1 and len(result.err) < 500, result.err)
            result.err.encode()  # no half character came back as a surrogate
    check_only("mesh.yaml")


def test_own_judgement():
    """a plugin that refuses a value sees that it was given; its words are cut and harmless, and the exit code is 2"""
    dataset()
    result = run("-f", "vets", "-O", "x=v\u00e4lue", "mesh.yaml")
    check_fails(result, 2, "vets: error: option x: given 1, set 1, \\x1b[2Jv\u00e4lue")
    result = run("-f", "vets,good", "-O", "vets.x=long", "-O", "n=44", "-o", "out/", "mesh.yaml")
    check_fails(result, 2, "vets: error: option x: ", "option n: '44' is not from 1 to 9")
    check("disturbed" not in result.err and result.err.encode(), result.err)
    check("refuses this" not in result.err, "the job is judged where each value is right:", result.err)
    check_fails(run("-f", "vets", "mesh.yaml"), 2, "vets: error: the plugin refuses this without saying why")
    check_only("mesh.yaml")


def test_unknown_option():
    """an option that no wanted format has is an error with the nearest name"""
    wrong_option("papr=a4", "no wanted format has the option 'papr'", "did you mean 'paper'?")
    wrong_option("good.papr=a4", "did you mean 'paper'?")
    wrong_option("godo.paper=a4", "format 'godo' is not among those wanted", "did you mean 'good'?")


def test_all_wrong_options():
    """all wrong options are reported in one run"""
    result = run("-f", "good", "-O", "copies=0", "-O", "paper=x", "-O", "wrong", dataset())
    check_fails(result, 2, "copies", "paper", "wrong")


def test_wrong_option_beside_failed_format():
    """a wrong option is graver than a format that is refused; both are told"""
    check_fails(run("-f", "good,major", "-o", "out/", "-O", "good.copies=0", dataset()), 2, "ABI 2.0", "option copies: '0' is not from 1 to 9")
    check_only("mesh.yaml")


def test_option_with_failed_format():
    """an option that only a refused plugin could know does not stop the others"""
    result = run("-f", "good,major", "-o", "out/", "-O", "special=1", dataset())
    check_fails(result, 1, "ABI 2.0")
    check(os.listdir("out") == ["mesh.txt"], os.listdir("out"))
