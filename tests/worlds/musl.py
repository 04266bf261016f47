# SPDX-License-Identifier: MIT
"""Another C library: musl, as far as Debian lets it be tried.

Debian has no other library built with musl (libyaml, cmark-gfm, cairo ...), so that the program itself cannot be linked.  What can: each file
of the core and of what plugins share is compiled with musl's headers, and those unit tests that need nothing of others are linked and
run.  A test that cannot be linked must lack a library's symbol, or that of a plugin; one that lacks what glibc has is a failure.
"""
import concurrent.futures
import glob
import os
import re
import subprocess

from worlds import ROOT

WORDS = {"VERSION": "0", "DEFAULT_FORMAT": "html", "DIFF_FORMAT": "text", "PREFIX_PLUGINDIR": "/", "PREFIX_DATADIR": "/", "MOVED_PLUGINDIR": "..", "MOVED_DATADIR": ".."}
FLAGS = ["-std=c11", "-D_POSIX_C_SOURCE=200809L", "-Wall", "-Wextra", "-Werror", "-O1", "-Icore/include", "-Icore", "-Iplugins", "-Itests/unit", "-Itests/worlds"]

# it opens cairo while it runs, and Debian's brings glibc with it
NOT_HERE = {"tests/unit/test_picture.c"}


def output(*words):
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)


def headers():
    """Folders of the other libraries' headers, behind musl's own."""
    needs = []
    for path in glob.glob(os.path.join(ROOT, "core/needs")) + glob.glob(os.path.join(ROOT, "plugins/*/needs")):
        with open(path, encoding="utf-8") as file:
            needs += [word for word in (line.split("#")[0].strip() for line in file) if word and word[0] != "-"]
    machine = output("gcc", "-print-multiarch").stdout.strip()
    found = ["/usr/include", "/usr/include/" + machine] + re.findall(r"-I(\S+)", output("pkg-config", "--cflags", *sorted(set(needs))).stdout)
    return [word for folder in dict.fromkeys(found) for word in ("-idirafter", folder)]


def symbols(path, *how):
    return {line.split()[-1].split("@")[0] for line in output("nm", *how, "--defined-only", path).stdout.splitlines() if line.split()}


def libc():
    return symbols(output("gcc", "-print-file-name=libc.so.6").stdout.strip(), "-D")


def try_musl(tmp, fail):
    """Returns how many files were compiled, how many test programs run, and how many could not be linked; `fail` ends it with words."""
    if output("musl-gcc", "--version").returncode != 0:
        fail("there is no musl-gcc (musl-tools)")
    flags = ["musl-gcc", *FLAGS, *headers(), *("-DMESHREPORT_%s=\"%s\"" % pair for pair in WORDS.items())]

    def compiled(path):
        to = os.path.join(tmp, path.replace("/", "-") + ".o")
        done = output(*flags, "-c", "-o", to, path)
        if done.returncode != 0:
            fail("%s: %s" % (path, done.stderr[:1500]))
        return to

    def tried(path):
        program = os.path.join(tmp, os.path.basename(path)[:-2])
        done = output(*flags, "-o", program, compiled(path), archive, "-lm")
        if path in NOT_HERE:
            return None
        if done.returncode != 0:
            missing = set(re.findall(r"undefined reference to `(\w+)'", done.stderr))
            if not missing or missing & known:
                fail("%s: %s" % (path, " ".join(sorted(missing & known)) or done.stderr[:1500]))
            return None
        done = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, errors="replace", check=False,
                              env=dict(os.environ, ROOT=ROOT, HOME=tmp, TMPDIR=tmp, LC_ALL="C.UTF-8"))
        if done.returncode != 0:
            failed.append("%s: status %d: %s" % (path, done.returncode, (done.stdout + done.stderr)[-600:]))
            return 0
        return int(re.findall(r"(\d+) tests", done.stdout)[-1])

    known, failed = libc(), []
    sources = [path for pattern in ("core/*/*.c", "plugins/common/*/*.c") for path in sorted(glob.glob(pattern, root_dir=ROOT)) if path != "core/cli/main.c"]
    archive = os.path.join(tmp, "libours.a")
    with concurrent.futures.ThreadPoolExecutor(2) as both:
        subprocess.run(["ar", "rcs", archive, *both.map(compiled, sources)], check=True)
        ran = list(both.map(tried, sorted(glob.glob("tests/unit/test_*.c", root_dir=ROOT))))
    if failed:
        fail("\n".join(failed))
    if sum(n is not None for n in ran) < 20:
        fail("hardly a test could be linked: %d of %d programs" % (sum(n is not None for n in ran), len(ran)))
    return "%d files compile, %d tests of %d programs pass, %d programs need other libraries" % (
        len(sources), sum(n or 0 for n in ran), sum(n is not None for n in ran), sum(n is None for n in ran))
