# SPDX-License-Identifier: MIT
"""What the suite shares: handouts made with options, refused ones, and what poppler and qpdf read of them."""
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests"))
sys.dont_write_bytecode = True
from limits import seconds  # noqa: E402

BUILD = os.path.join(ROOT, os.environ.get("B") or "build")
MESHREPORT = os.path.join(BUILD, "meshreport")
SHIPPED = os.path.join(ROOT, "data", "servicemesh.yaml")
TMP = tempfile.mkdtemp(prefix="meshreport-handout-")
MM = 72 / 25.4

NOTED = """meshreport: 1
title: Notes and sources
as_of: 2024-02-29
credit: {text: The Office, url: "https://office.example", license: CC0-1.0}
notes: {m: by hand only}
products:
  - {id: a, name: Alpha, url: "https://alpha.example", lifecycle: archived}
  - {id: b, name: Beta}
categories:
  - id: c
    name: Things
    features:
""" + "".join(f"""      - id: f{i}
        name: Feature {i}
        description: What it means
        values:
          a: {{status: "yes", text: "yes, [docs](https://docs.example/{i})", notes: [m], since: "1.{i}", verified: 2023-05-0{i % 9 + 1}, source: [https://source.example/{i}]}}
          b: {{status: "no", notes: [own note {i}]}}
""" for i in range(40))


RANKED = """meshreport: 1
title: Ranked
products: [{id: a, name: Alpha}, {id: b, name: Beta}, {id: c, name: Gamma}, {id: d, name: Delta}]
profiles: [{id: bank, name: A bank, description: "Needs [it](https://bank.example).", require: [f0], weights: {c: 2}, without: [d]}]
categories:
  - id: c
    name: Things
    features:
      - {id: f0, name: First, values: {a: "yes", b: ~, c: "no", d: "yes"}}
      - {id: f1, name: Second, values: {a: "yes", b: "no", c: "yes", d: "yes"}}
      - {id: f2, name: Third, values: {a: ~, b: "no", c: "yes", d: "yes"}}
"""


def run(*arguments, env=None):
    full = {"PATH": os.environ["PATH"], "HOME": TMP, "LC_ALL": "C", "TZ": "UTC"}
    full.update({k: v for k, v in os.environ.items() if k.startswith(("ASAN", "LSAN", "UBSAN"))})
    full.update(env or {})
    return subprocess.run([MESHREPORT, *arguments], env=full, cwd=TMP, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=seconds(75))


def make(*options, dataset=SHIPPED, more=(), env=None):
    """A handout's path; options are KEY=VALUE."""
    path = os.path.join(TMP, "out.pdf")
    arguments = ["-f", "pdf", "-o", path, *more]
    for option in options:
        arguments += ["-O", option]
    done = run(*arguments, dataset, env=env)
    assert done.returncode == 0, done.stderr.decode()
    return path


def noted():
    path = os.path.join(TMP, "noted.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(NOTED)
    return path


def refuse(*options, dataset=SHIPPED):
    """What is said when it fails; nothing may be left behind."""
    path = os.path.join(TMP, "refused.pdf")
    arguments = ["-f", "pdf", "-o", path]
    for option in options:
        arguments += ["-O", option]
    done = run(*arguments, dataset)
    assert done.returncode in (1, 2), done.returncode
    assert not os.path.exists(path)
    return done.stderr.decode()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def tool(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True,
                          timeout=seconds(30)).stdout.decode()


def text(path, page=None):
    limits = ["-f", str(page), "-l", str(page)] if page else []
    return tool("pdftotext", "-layout", *limits, path, "-")


def pages(path):
    return int(re.search(r"Pages:\s+(\d+)", tool("pdfinfo", path)).group(1))


def size(path):
    found = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", tool("pdfinfo", path))
    return float(found.group(1)), float(found.group(2))


def near(a, b):
    return abs(a[0] - b[0]) < 1 and abs(a[1] - b[1]) < 1


WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


def off_the_paper(path):
    """Words beyond the paper's edge, and words of the table in the footer."""
    found = []
    for page, said in enumerate(tool("pdftotext", "-bbox", path, "-").split("<page ")[1:], 1):
        width, height = (float(v) for v in re.match(r'width="([\d.]+)" height="([\d.]+)"', said).groups())
        boxes = [(*map(float, box[:4]), box[4]) for box in WORD.findall(said)]
        # The line of the page's number, and one below it, of the same height: all else ends above them.
        foot, height_of_line = max(((y0, y1 - y0) for _, y0, _, y1, word in boxes if re.fullmatch("page|Seite", word)), default=(height, 0))
        found += [f"page {page}: {word!r} at {x0:.0f},{y0:.0f} to {x1:.0f},{y1:.0f} of {width:.0f} by {height:.0f}"
                  for x0, y0, x1, y1, word in boxes if x0 < -0.5 or y0 < -0.5 or x1 > width + 0.5 or y1 > height + 0.5]
        found += [f"page {page}: {word!r} from {y0:.1f} to {y1:.1f} stands in the footer at {foot:.1f}" for _, y0, _, y1, word in boxes
                  if y1 > foot + 1 and abs(y0 - foot) > 1 and not 0.87 * height_of_line - 2 < y0 - foot < 1.1 * height_of_line + 2]
    return found


def put(name, words):
    path = os.path.join(TMP, name)
    with open(path, "wb") as file:
        file.write(words.encode() if isinstance(words, str) else words)
    return path


def plain(name, n_products, n_features, value="yes", title="T"):
    """A table of cells alike."""
    return put(name, f"meshreport: 1\ntitle: {title}\nproducts:\n" + "".join(f"  - {{id: p{i}, name: Product {i}}}\n" for i in range(n_products)) +
               "categories:\n  - id: c\n    name: Things\n    features:\n" +
               "".join(f"      - {{id: f{i}, name: Feature {i}, values: [{', '.join([value] * n_products)}]}}\n" for i in range(n_features)))


def unpacked(path):
    """The bytes of a file whose objects are plain."""
    return subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"], stdout=subprocess.PIPE, check=True, timeout=seconds(30)).stdout


def type_size(path, page="1-N"):
    """The size that most letters have."""
    sizes = {}
    for font, words in re.findall(r'<font name="[^"]*" size="([\d.]+)">(.*?)</font>', tool("mutool", "draw", "-F", "stext", "-o", "-", path, str(page)), re.S):
        sizes[float(font)] = sizes.get(float(font), 0) + words.count("<char")
    return max(sizes, key=sizes.get)
