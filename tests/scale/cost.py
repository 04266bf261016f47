# SPDX-License-Identifier: MIT
"""What a run of the program costs: seconds of processor time of all its processes, and memory of the one that had most."""
import os
import resource
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests"))
from limits import seconds  # noqa: E402

BUILD = os.path.join(ROOT, os.environ.get("B") or "build")
MESHREPORT = os.path.join(BUILD, "meshreport")
TMP = tempfile.mkdtemp(prefix="meshreport-scale-")
# Some kinds are as large as they are, so that it can be seen what they cost
LIMITS = [w for key in ("nodes", "scalar", "cells", "input", "products", "statuses", "expansion", "blank", "logos", "logo") for w in ("--limit", key + "=500000000")]


# Formats that are measured together: a square in one of them is seen all the same
OTHERS = ("csv", "json", "markdown", "latex", "docx", "xlsx", "yaml", "svg", "png")


def verb_of(action):
    return action.partition(" ")[0]


def words_of(action, path):
    """The command line but for the program; an action that no other has is a format to write."""
    old = os.path.join(TMP, "old.yaml")
    out = ["-o", os.path.join(TMP, "out"), "--force"]
    verb, form = verb_of(action), action.partition(" ")[2]
    if verb == "check":
        return ["check", path]
    if verb == "fmt":
        return ["fmt", "--check", path]
    if verb == "import":
        return ["import", *out, path]
    if verb == "others":
        return ["-f", ",".join(OTHERS), "-o", os.path.join(TMP, "others", ""), "--force", path]
    if verb == "diff":
        return ["diff", *out, "-f", "text", old, path]
    if verb == "since":
        return ["-f", form, *out, "--since", old, path]
    return ["-f", action, *out, path]


def put(kind, n):
    """The files of `n` things; the path of the first."""
    files = kind.files(n)
    for name, text in files.items():
        with open(os.path.join(TMP, name), "wb") as file:
            file.write(text)
    return os.path.join(TMP, next(iter(files)))


def run(path, action, words=(), limits=LIMITS, most=120):
    """Exit status, seconds of processor time, bytes of memory."""
    children = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            line = [MESHREPORT, "-q", *words_of(action, path), *words]
            line += [] if verb_of(action) == "fmt" else limits
            status = subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=TMP, timeout=seconds(most)).returncode
        except subprocess.TimeoutExpired:
            status = 124
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(children[1], ("%d %f %d" % (status, used.ru_utime + used.ru_stime, used.ru_maxrss)).encode())
        os._exit(0)
    os.close(children[1])
    with os.fdopen(children[0]) as answer:
        status, time, memory = answer.read().split()
    os.waitpid(pid, 0)
    return int(status), float(time), int(memory) * 1024


def measure(kind, n, action, times):
    """The least seconds and bytes of several runs."""
    path = put(kind, n)
    found = [run(path, action, kind.words) for _ in range(times)]
    for status, _, _ in found:
        if status not in (0, 1):
            raise AssertionError("%d in %s ended with %d" % (n, action, status))
    return min(time for _, time, _ in found), min(memory for _, _, memory in found)


def clean():
    shutil.rmtree(TMP, ignore_errors=True)
