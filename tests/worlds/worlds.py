# SPDX-License-Identifier: MIT
"""What is compared between worlds: every format of two datasets and of two tables of other people, as hashes, and what is said of a bad dataset."""
import hashlib
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from builds import BUILD, ROOT  # noqa: E402
from limits import seconds  # noqa: E402

WHOLE = os.path.join(ROOT, "tests/golden/dataset.yaml")
LOGO = os.path.join(ROOT, "tests/golden/logo.png")  # of the first, beside it
BAD = os.path.join(ROOT, "tests/golden/bad.yaml")
SHIPPED = os.path.join(ROOT, "data/servicemesh.yaml")


def run(build, words, env, before=()):
    wanted = dict(os.environ, SOURCE_DATE_EPOCH="1700000000", **env)
    done = subprocess.run([*before, os.path.join(build, "meshreport"), *words], env=wanted, capture_output=True, timeout=seconds(600), check=False)
    return done.returncode, done.stdout, done.stderr


def formats(build, env, before):
    """Those that write; others only decode."""
    status, listed, said = run(build, ["--list-formats"], env, before)
    if status != 0:
        raise AssertionError("--list-formats: status %d: %s" % (status, said.decode("utf-8", "replace")[-1500:]))
    return sorted(line.split()[0] for line in listed.decode().splitlines() if "writes" in re.split("[, ]+", line)[2:4])


def artifacts(build, folder, env, before=(), root="", options=(), datasets=(WHOLE, SHIPPED)):
    """
    {file: SHA-256} of what a build writes into a new folder.  `before` are words in front of the program; where they lead
    into a root of its own, `build` and `folder` are paths within it.
    """
    def write(*words):
        status, _, said = run(build, ["-q", *options, *words], env, before)
        if status != 0:
            raise AssertionError("%s: status %d: %s" % (words[-1], status, said.decode("utf-8", "replace")[-1500:]))

    os.makedirs(root + folder)
    asked = [word for name in formats(build, env, before) for word in ("-f", name)]
    for dataset in datasets:
        write(*asked, "-o", folder + "/", dataset)
    for suffix in ("csv", "md", "xlsx"):  # what was written is read again, too
        write("-f", "json", "-o", "%s/read-%s.json" % (folder, suffix), "%s/servicemesh.%s" % (folder, suffix))
    found = {}
    for name in sorted(os.listdir(root + folder)):
        with open(os.path.join(root + folder, name), "rb") as file:
            found[name] = hashlib.sha256(file.read()).hexdigest()
    return found


def in_valgrind(build, folder):
    """artifacts() of a program that fails where memory is used before it is set, or lost: what the sanitizers do not see."""
    before = ["valgrind", "-q", "--error-exitcode=99", "--leak-check=full", "--errors-for-leak-kinds=definite",
              "--suppressions=" + os.path.join(ROOT, "tests/worlds/valgrind.supp")]
    return artifacts(build, folder, {}, before, options=["--sandbox=off", "--in-process"])


def messages(build, env, before=()):
    return run(build, ["check", BAD], env, before)


def differences(one, other):
    """Names of what differs or stands on one side alone."""
    return sorted(name for name in set(one) | set(other) if one.get(name) != other.get(name))


_kept = {}


def reference(tmp):
    """What the build under test writes here, in no special world."""
    if not _kept:
        _kept.update(artifacts(BUILD, os.path.join(tmp, "reference"), {}))
    return _kept
