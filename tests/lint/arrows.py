# SPDX-License-Identifier: MIT
"""Who needs whom, by the symbols of the objects.

An include shows what a file may use; its object shows what it does use.  A prototype that stands in
the caller's own header hides an arrow from a lint of includes, and never from this one.
"""
import os
import subprocess

# What a folder of core may need beside itself.  "host" knows no dataset, "view" no plugin.
CORE = {
    "base": set(),
    "out": {"base"},
    "data": {"base"},
    "read": {"data", "base"},
    "view": {"data", "base"},
    "host": {"out", "base"},
    "cli": {"view", "read", "host", "data", "out", "base"},
}


def symbols(path):
    """(defined, needed) names of an object that other objects can see."""
    defined, needed = set(), set()
    for line in subprocess.run(["nm", "-P", "-g", path], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines():
        name, kind = line.split()[:2]
        (needed if kind in "Uwv" else defined).add(name)
    return defined, needed


def objects(root):
    """Source path without suffix -> (defined, needed), of every object below `root`."""
    found = {}
    for folder, _, names in os.walk(root):
        for name in sorted(names):
            if name.endswith(".o"):
                path = os.path.join(folder, name)
                found[os.path.relpath(path, root)[:-2]] = symbols(path)
    return found


def arrows(found):
    """file -> {file: names that the first takes from the second}."""
    owner = {name: path for path, (defined, _) in found.items() for name in defined}
    graph = {path: {} for path in found}
    for path, (_, needed) in found.items():
        for name in sorted(needed):
            if owner.get(name, path) != path:
                graph[path].setdefault(owner[name], []).append(name)
    return graph


def upward(graph, allowed):
    """Arrows between folders that the map does not allow."""
    for source in sorted(graph):
        for target in sorted(graph[source]):
            a, b = os.path.dirname(source), os.path.dirname(target)
            if a != b and b not in allowed.get(a, set()):
                yield "%s needs %s of %s: %s may not need %s" % (source, ", ".join(graph[source][target][:4]), target, a, b)


def circles(graph):
    """Sets of files that need each other (Tarjan's strongly connected components of more than one)."""
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in sorted(graph[node]):
            if other not in index:
                visit(other)
            if other in stack:
                low[node] = min(low[node], low[other])
        if low[node] == index[node]:
            part = []
            while not part or part[-1] != node:
                part.append(stack.pop())
            if len(part) > 1:
                found.append(sorted(part))

    for node in sorted(graph):
        if node not in index:
            visit(node)
    return found
