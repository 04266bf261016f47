# SPDX-License-Identifier: MIT
"""A suite of functions, as TAP: each whose name begins with test_ is one test, its docstring the sentence that is printed.

    tap.main(globals(), TMP)                        in the order of the file; words of the command line choose some
    tap.main(globals(), TMP, set_up, is_apart=True)  after set_up(); each test in an empty folder that is removed behind it
    tap.main([one, two], TMP)                       those of several modules, in this order
"""
import inspect
import os
import shutil
import sys

LETTERS = 3000  # of what a failed test says


def check(condition, *words):
    """A test fails here, and says what it found."""
    if not condition:
        raise AssertionError(" ".join(str(w) for w in words) or "condition not met")


def not_tried(*words):
    """Says that this machine cannot be asked something; tests/run shows it, whatever else it shows."""
    print("# not tried: " + " ".join(words), flush=True)


def _tests(module):
    found = [(name, test) for name, test in module.items() if name.startswith("test_") and inspect.isfunction(test)]
    return sorted(found, key=lambda test: inspect.getsourcelines(test[1])[1])


def _chosen(modules, wanted):
    found = [test for module in modules for test in _tests(module)]
    unknown = set(wanted) - {name for name, _ in found}
    if unknown:
        sys.exit("no such test: " + ", ".join(sorted(unknown)))
    return [test for test in found if not wanted or test[0] in wanted]


def _one(number, name, test):
    """Whether it holds; a failed test must not hide the others."""
    try:
        test()
    except Exception as error:
        print("not ok %d - %s" % (number, test.__doc__))
        said = "%s: %s: %s" % (name, type(error).__name__, str(error)[:LETTERS])
        print("\n".join("# " + line for line in said.splitlines()), flush=True)
        return False
    print("ok %d - %s" % (number, test.__doc__), flush=True)
    return True


def _apart(folder, number, name, test):
    os.mkdir(folder)
    os.chdir(folder)
    holds = _one(number, name, test)
    os.chdir(os.path.dirname(folder))
    shutil.rmtree(folder)
    return holds


def main(suite, tmp=None, set_up=None, is_apart=False):
    """Runs the tests of a suite (its globals(), or its modules), removes `tmp`, and ends the program: 1 where one failed."""
    modules = [suite] if isinstance(suite, dict) else map(vars, suite)
    try:
        if set_up:
            set_up()
        tests = _chosen(modules, sys.argv[1:])
        print("1..%d" % len(tests))
        held = [_apart(os.path.join(tmp, "work"), number, name, test) if is_apart else _one(number, name, test)
                for number, (name, test) in enumerate(tests, 1)]
    finally:
        if tmp:
            shutil.rmtree(tmp, ignore_errors=True)
    sys.exit(0 if all(held) else 1)
