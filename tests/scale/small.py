# SPDX-License-Identifier: MIT
"""What a few bytes can cost, with the limits that everybody has; and what a cell costs."""
import cost
from kinds import EVERY, HEAD, Kind, many

BYTES = 300000  # of a file
MOST = 500 << 20  # bytes of memory, in any format
LEAST = 10 << 20  # of a process that has next to nothing to do
PICTURES = ("svg", "png")


def blank(n_rows, n_columns, per_category):
    """Cells that nobody states: a category of so many features each."""
    return HEAD + "products: [%s]\ncategories:\n" % many(n_columns, "{id: p%d, name: P}") + "".join(
        "- {id: c%d, features: [%s]}\n" % (k, ", ".join("{id: f%d, name: F}" % i for i in range(k, min(k + per_category, n_rows))))
        for k in range(0, n_rows, per_category))


def aliased(n_rows, n_columns, cell):
    """One row that all others are aliases of."""
    return HEAD + "products: [%s]\ncategories: [{id: c, features: [{id: f, name: F, values: &v [%s]},\n%s]}]\n" % (
        many(n_columns, "{id: p%d, name: P}"), ", ".join([cell] * n_columns), ",\n".join("{id: f%d, name: F, values: *v}" % i for i in range(n_rows - 1)))


def stated(n_rows, n_columns, cell):
    return HEAD + "products: [%s]\ncategories:\n- id: c\n  features:\n%s" % (many(n_columns, "{id: p%d, name: P}"), "".join(
        "  - {id: f%d, name: F, values: [%s]}\n" % (i, ", ".join(cell(i * n_columns + k) for k in range(n_columns))) for i in range(n_rows)))


def labelled(n_bytes, n_rows, n_columns):
    """One label, in each cell."""
    return HEAD + "statuses: {odd: {label: '%s', like: yes}}\n" % ("x" * n_bytes) + stated(n_rows, n_columns, lambda i: "odd")[len(HEAD):]


# As much as fits into BYTES and is let through; of long labels a fifth, which are a thousand pages of the handout
SMALL = {
    "cells that nobody states, one feature a category": lambda: blank(710, 700, 1),
    "cells that nobody states": lambda: blank(500, 1000, 100),
    "aliases of a row of statuses": lambda: aliased(560, 1000, "yes"),
    "aliases of a row of texts": lambda: aliased(560, 1000, "words of a cell"),
    "a long label in each cell": lambda: labelled(1500, 50, 80),
    "as many cells as fit": lambda: stated(280, 250, lambda i: "no"),
}
# Beyond it, at the first number that is refused
REFUSED = {
    "ten million cells that nobody states": (lambda: blank(5000, 2000, 1), "blank"),
    "aliases of a row for each of ten million cells": (lambda: aliased(4900, 2000, "yes"), "expansion"),
    "a label of 60 kB in 20,000 cells": (lambda: labelled(60000, 200, 100), "expansion"),
}


def most_of(text):
    """What is wrong in any format."""
    kind = Kind(lambda n: text)
    path = cost.put(kind, 1)
    if len(text) > BYTES:
        yield "the file has %d bytes" % len(text)
    for form in EVERY + PICTURES:
        status, _, memory = cost.run(path, form, limits=[])
        if form not in PICTURES and status != 0:
            yield "%s ends with %d" % (form, status)
        if memory > MOST:
            yield "%s takes %d MB" % (form, memory >> 20)


def refused(text):
    path = cost.put(Kind(lambda n: text), 1)
    for form in EVERY:
        status, time, memory = cost.run(path, form, limits=[])
        if form != "check" and (status != 1 or memory > 64 << 20):
            yield "%s ends with %d, %d MB, %.1f s" % (form, status, memory >> 20, time)


def tests():
    """Sentences and functions that name what is wrong."""
    made = [("300 kB take less than 500 MB in any format: %s" % name, lambda make=make: list(most_of(make()))) for name, make in SMALL.items()]
    made += [("refused before it costs anything: %s" % name, lambda make=make: list(refused(make()))) for name, (make, _) in REFUSED.items()]
    return made


KINDS_OF_CELLS = {
    "a status": lambda n: stated(n, 50, lambda i: "yes" if i % 3 else "no"),
    "a word of its own": lambda n: stated(n, 50, lambda i: "word%d" % i),
    "not stated": lambda n: blank(n, 50, 100),
}


def cells(n=24000):
    """Bytes of memory and nanoseconds of a cell of each kind, by format; a process that does nothing has LEAST bytes."""
    print("%-20s %-10s %s" % ("a cell", "in", "memory, time"))
    for name, make in KINDS_OF_CELLS.items():
        for form in EVERY:
            _, time, memory = cost.run(cost.put(Kind(make), n), form)
            print("%-20s %-10s %5.0f B %7.0f ns" % (name, form, max(memory - LEAST, 0) / (n * 50), time / (n * 50) * 1e9), flush=True)
