# SPDX-License-Identifier: MIT
"""What is compared between worlds: every format of two datasets and of two tables of other people, as hashes, and what is said of a bad dataset."""
import hashlib
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from builds import BUILD, ROOT  # noqa: E402
from limits import seconds  # noqa: E402

WHOLE = os.path.join(ROOT, "tests/golden/dataset.yaml")
BAD = os.path.join(ROOT, "tests/golden/bad.yaml")
SHIPPED = os.path.join(ROOT, "data/servicemesh.yaml")


def formats(build):
    return sorted(name[:-3] for name in os.listdir(os.path.join(build, "plugins")) if name.endswith(".so"))


def run(build, words, env, before=()):
    wanted = dict(os.environ, SOURCE_DATE_EPOCH="1700000000", **env)
    return subprocess.run([*before, os.path.join(build, "meshreport"), *words], env=wanted, capture_output=True, timeout=seconds(120))


def artifacts(build, folder, env, before=()):
    """{file: SHA-256} of what a build writes into a new folder; `before` are words in front of the program."""
    os.makedirs(folder)
    asked = [word for name in formats(build) for word in ("-f", name)]
    for dataset in (WHOLE, SHIPPED):
        done = run(build, ["-q", *asked, "-o", folder + "/", dataset], env, before)
        if done.returncode != 0:
            raise AssertionError("%s: status %d: %s" % (dataset, done.returncode, done.stderr.decode("utf-8", "replace")))
    for name in ("csv", "markdown", "xlsx"):
        table = next(os.path.join(folder, one) for one in os.listdir(folder) if one == "servicemesh." + {"csv": "csv", "markdown": "md", "xlsx": "xlsx"}[name])
        done = run(build, ["-q", "-f", "json", "-o", os.path.join(folder, "read-%s.json" % name), table], env, before)
        if done.returncode != 0:
            raise AssertionError("%s: status %d: %s" % (table, done.returncode, done.stderr.decode("utf-8", "replace")))
    found = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = hashlib.sha256(file.read()).hexdigest()
    return found


def messages(build, env, before=()):
    done = run(build, ["check", BAD], env, before)
    return done.returncode, done.stdout, done.stderr


def differences(one, other):
    """Names of what differs or stands on one side alone."""
    return sorted(name for name in set(one) | set(other) if one.get(name) != other.get(name))


_kept = {}


def reference(tmp):
    """What the build under test writes here, in no special world."""
    if not _kept:
        _kept.update(artifacts(BUILD, os.path.join(tmp, "reference"), {}))
    return _kept
