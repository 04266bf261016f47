# SPDX-License-Identifier: MIT
"""Pictures as blocks: what colour each is in the mean, and which way its lines run; and the words of a page."""
import html
import os
import re
import subprocess

from limits import seconds

DPI = 108
SCALE = DPI / 72
BLOCK = 6  # points
# A mean slant that letters do not reach, but every hatch does.
HATCHED = 5
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


class Picture:
    """A rectangle of a page, in points from its upper left corner."""

    def __init__(self, pdf, page, left, top, width, height):
        stem = pdf + "-picture"
        box = [str(round(v * SCALE)) for v in (left, top, width, height)]
        subprocess.run(["pdftoppm", "-r", str(DPI), "-f", str(page), "-l", str(page), "-singlefile", "-x", box[0], "-y", box[1],
                        "-W", box[2], "-H", box[3], pdf, stem], check=True, timeout=seconds(30))
        with open(stem + ".ppm", "rb") as file:
            kind, self.width, self.height, _ = [file.readline(), *map(int, file.readline().split()), file.readline()]
            assert kind == b"P6\n", kind
            self.data = file.read()
        os.unlink(stem + ".ppm")
        self.words = words(pdf, page, left, top, width, height)

    def blocks(self):
        """{(column, row): ((red, green, blue), slant)}; the slant is above 0 where lines rise, below where they fall."""
        size, found = round(BLOCK * SCALE), {}
        for row in range(self.height // size):
            for col in range(self.width // size):
                found[col, row] = self.block(col * size, row * size, size)
        return found

    def block(self, x, y, size):
        """The mean of each channel; and by how much green differs along falling lines more than along rising ones."""
        stride, data, sums = 3 * self.width, self.data, []
        for channel in range(3):
            sums.append(sum(sum(data[at + channel:at + 3 * size:3]) for at in range(y * stride + 3 * x, (y + size) * stride, stride)))
        rising = falling = 0
        step = 2
        for line in range(y, y + size - step):
            at, below = line * stride + 3 * x + 1, (line + step) * stride + 3 * x + 1
            for i in range(0, 3 * (size - step), 3):
                falling += abs(data[at + i] - data[below + i + 3 * step])
                rising += abs(data[at + i + 3 * step] - data[below + i])
        return tuple(s / size / size for s in sums), (falling - rising) / (size - step) ** 2


def words(pdf, page, left, top, width, height):
    """[(word, x, y)]: the middle of each word in the rectangle."""
    said = subprocess.run(["pdftotext", "-f", str(page), "-l", str(page), "-bbox", pdf, "-"], check=True, stdout=subprocess.PIPE,
                          timeout=seconds(30)).stdout.decode()
    found = []
    for x0, y0, x1, y1, word in WORD.findall(said):
        x, y = (float(x0) + float(x1)) / 2 - left, (float(y0) + float(y1)) / 2 - top
        if 0 <= x <= width and 0 <= y <= height:
            found.append((html.unescape(word), x, y))
    return found


def differing(one, other, colour, away):
    """
    What is seen in one picture and not in the other: blocks whose mean is no mean of the other's blocks there and around, by more than
    `colour`; squares of blocks whose lines run the other way; words whose place is more than `away` points off.
    """
    first, second = one.blocks(), other.blocks()
    problems = []
    for at in sorted(first.keys() & second.keys()):
        mean, near = first[at][0], [second[n][0] for n in around(at) if n in second]
        if any(not min(c) - colour <= v <= max(c) + colour for v, c in zip(mean, zip(*near))):
            problems.append("at %s the mean is %s, there %s" % (place(at), rounded(mean), rounded(second[at][0])))
        slant, other_slant = (sum(found.get(n, (0, 0))[1] for n in around(at)) / 9 for found in (first, second))
        if abs(slant) > HATCHED and abs(other_slant) > HATCHED and slant * other_slant < 0:
            problems.append("at %s lines run the other way: %.0f, there %.0f" % (place(at), slant, other_slant))
    return problems + misplaced(one.words, other.words, away)


def around(at):
    return [(at[0] + x, at[1] + y) for x in (-1, 0, 1) for y in (-1, 0, 1)]


def misplaced(first, second, away):
    """The words of the first that do not stand within `away` points of their place in the second."""
    left, problems = list(second), []
    for word, x, y in first:
        if not word.isalnum():
            continue  # TikZ draws the signs; the blocks show them
        same = [found for found in left if found[0] == word]
        best = min(same, key=lambda found: abs(found[1] - x) + abs(found[2] - y), default=None)
        if best is None:
            problems.append("%r is missing" % word)
        elif max(abs(best[1] - x), abs(best[2] - y)) > away:
            problems.append("%r stands at %.0f, %.0f, there at %.0f, %.0f" % (word, x, y, best[1], best[2]))
        else:
            left.remove(best)
    return problems


def place(at):
    return "%d, %d" % (at[0] * BLOCK, at[1] * BLOCK)


def rounded(mean):
    return "#" + "".join("%02x" % round(v) for v in mean)
