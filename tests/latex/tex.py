# SPDX-License-Identifier: MIT
"""How the suite renders tables and compiles them: engines, passes, and what a log complains of."""
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [os.path.join(ROOT, "tests")]
sys.dont_write_bytecode = True
from limits import seconds  # noqa: E402
import data  # noqa: E402

FULL = "--full" in sys.argv[1:]
B = os.path.join(ROOT, os.environ.get("B") or "build")
PROGRAM = os.path.join(B, "meshreport")
WORK = tempfile.mkdtemp(prefix="meshreport-latex-")
ENGINES = ["pdflatex", "xelatex", "lualatex"]
# What an engine is told that need not write the pages: the first of several passes only makes the references known.
DRAFT = {"pdflatex": "-draftmode", "xelatex": "-no-pdf", "lualatex": "-draftmode"}
# What a pass leaves for the next.
CARRIED = ("aux", "lot", "toc", "out", "nav", "snm")
# A log of a good document has none of these.
COMPLAINTS = re.compile(
    r"Overfull|Missing character|undefined|multiply defined|Rerun|rerun|Float too large|^! |destination with the same", re.M)
# Of these the first pass cannot be free, since it knows no reference.
UNSETTLED = re.compile(r"undefined|Rerun|rerun")
# hyperref's driver for each engine notes fields and page labels in its own way: no difference of the document.
OF_A_DRIVER = re.compile(r"\\(?:providecommand\*?\\)?(?:HyField@|HyPL@)[^\n]*\n|\\providecommand\\BKM@entry[^\n]*\n")
count = 0
failures = 0


def check(name, problems):
    global count, failures
    count += 1
    problems = [p for p in problems if p]
    for problem in problems:
        print("\n".join("# " + line for line in str(problem).splitlines()[:20]))
    failures += bool(problems)
    print("%s %d - %s" % ("not ok" if problems else "ok", count, name), flush=True)


def surroundings():
    env = dict(os.environ, TEXMFVAR=WORK + "/texmf-var", TEXMFHOME=WORK + "/texmf-home", HOME=WORK, SOURCE_DATE_EPOCH="1573000000",
               openout_any="p", max_print_line="1000", OSFONTDIR="", TEXFORMATS=WORK + "/formats:")
    return env


def unpack_formats():
    """The engines' formats as they are, unpacked: half of what a short document costs is to do this anew for each."""
    os.mkdir(WORK + "/formats")
    for engine in ENGINES:
        path = subprocess.run(["kpsewhich", "-engine=" + {"pdflatex": "pdftex", "xelatex": "xetex", "lualatex": "luahbtex"}[engine],
                               engine + ".fmt"], capture_output=True, text=True).stdout.strip()
        try:
            with gzip.open(path) as packed, open("%s/formats/%s.fmt" % (WORK, engine), "wb") as file:
                shutil.copyfileobj(packed, file)
        except OSError as error:
            return "%s: %s" % (engine, error)
    return ""


def meshreport(*arguments):
    return subprocess.run([PROGRAM, "-f", "latex", *arguments], cwd=WORK, env=surroundings(), stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=seconds(30))


def render(name, *options, dataset=None):
    """Writes NAME.tex; returns the complaint, if any."""
    result = meshreport("-o", name + ".tex", *options, *([dataset] if dataset else []))
    return "" if result.returncode == 0 else "%s: exit %d\n%s" % (name, result.returncode, result.stderr)


def carried(job):
    return [OF_A_DRIVER.sub("", read("%s.%s" % (job, suffix))) for suffix in CARRIED]


def take_over(job, other):
    """What another engine's last pass has left is where this one's first begins: mostly it is the same, and one pass is enough."""
    for suffix, text in zip(CARRIED, carried(other)):
        if text:
            write("%s.%s" % (job, suffix), text)


def complaints(log, but=None):
    lines = [line for line in log.splitlines() if COMPLAINTS.search(line) and not re.search("rerunfilecheck|/PageLabels", line)]
    return [line for line in lines if not (but and but.search(line))]


def compile_tex(engine, name, passes=3, begun_by=None):
    """The complaints of the last pass; stops early once nothing changes.  With one pass references are not looked at."""
    job = "%s-%s" % (name, engine)
    log = ""
    if begun_by:
        take_over(job, "%s-%s" % (name, begun_by))
    for i in range(passes):
        before = carried(job)
        is_draft = i == 0 and not begun_by
        with open(os.path.join(WORK, job + ".console"), "wb") as console:
            status = subprocess.run([engine, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "-jobname=" + job,
                                     *([DRAFT[engine]] if is_draft else []), name + ".tex"], cwd=WORK, env=surroundings(), stdin=subprocess.DEVNULL, stdout=console,
                                    stderr=subprocess.STDOUT, timeout=seconds(50)).returncode
        log = read(job + ".log")
        if status != 0:
            at = log.find("\n!")
            return "%s %s.tex: exit %d%s" % (engine, name, status, log[at:at + 700])
        if not is_draft and carried(job) == before:
            break
    lines = complaints(log, UNSETTLED if passes == 1 else None)
    return "%s %s.tex: %s" % (engine, name, "\n".join(lines[:6])) if lines else ""


def read(name):
    try:
        with open(os.path.join(WORK, name), encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def write(name, text):
    with open(os.path.join(WORK, name), "w", encoding="utf-8") as file:
        file.write(text)


def words(job, page=None):
    """The words of a document, each run of blanks one blank."""
    pages = ["-f", str(page), "-l", str(page)] if page else []
    text = subprocess.run(["pdftotext", *pages, "-raw", "-enc", "UTF-8", job + ".pdf", "-"], cwd=WORK, capture_output=True).stdout
    return " ".join(text.decode("utf-8", "replace").split())


def pages(job):
    text = subprocess.run(["pdfinfo", job + ".pdf"], cwd=WORK, capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", text).group(1))


def compile_chain(engines, name, passes):
    """One document with several engines, one after the other."""
    return [compile_tex(engine, name, passes, engines[i - 1] if i else None) for i, engine in enumerate(engines)]


def compile_all(jobs, passes=3):
    """jobs: (engine, name); two at a time.  The complaints, in the order of the jobs."""
    chains = {}
    for engine, name in jobs:
        chains.setdefault(name, []).append(engine)
    with ThreadPoolExecutor(2) as pool:
        told = {name: iter(found) for name, found in
                zip(chains, pool.map(lambda chain: compile_chain(chain[1], chain[0], passes), chains.items()))}
    return [next(told[name]) for _, name in jobs]


def dataset(name, content):
    data.write(content, os.path.join(WORK, name + ".yaml"))
    return name + ".yaml"


def paper(cls, preamble, body, hyperref=False, before=""):
    """What an author has around the fragment."""
    loaded = "\\usepackage{hyperref}\n" if hyperref and cls != "beamer" else ""
    contents = "" if cls == "beamer" else "\\listoftables\n"
    return "\\documentclass{%s}\n%s%s%s\\begin{document}\n%s%s\\end{document}\n" % (cls, preamble, loaded, before, contents, body)


def lines_of(job, page):
    text = subprocess.run(["pdftotext", "-f", str(page), "-l", str(page), "-layout", job + ".pdf", "-"], cwd=WORK, capture_output=True,
                          text=True).stdout
    return [line.strip() for line in text.splitlines() if line.strip()]


def job_name(cls, name):
    return cls + "-" + name.replace("*", "star")
