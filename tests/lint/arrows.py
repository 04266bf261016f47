# SPDX-License-Identifier: MIT
"""Who needs whom, by the symbols of the objects.

An include shows what a file may use; its object shows what it does use.  A prototype that stands in
the caller's own header hides an arrow from a lint of includes, and never from this one.
"""
import functools
import os
import subprocess

# What a folder of core may need beside itself.  "host" and below know no dataset, "view" no plugin.
CORE = {
    "base": set(),
    "out": {"base"},
    "confine": {"base"},
    "data": {"base"},
    "check": {"data", "base"},
    "yaml": {"check", "data", "base"},
    "house": {"yaml", "data", "base"},
    "words": {"data", "base"},
    "read": {"words", "data", "base"},
    "view": {"data", "base"},
    "change": {"view", "data", "base"},
    "rank": {"view", "data", "base"},
    "lint": {"view", "data", "base"},
    "canon": {"view", "data", "base"},
    "fmt": {"canon", "base"},
    "stats": {"base"},
    "script": {"base"},
    "plugin": {"base"},
    "frames": {"plugin", "base"},
    "child": {"frames", "plugin", "script", "confine", "out", "base"},
    "host": {"child", "frames", "confine", "out", "base"},
    "args": {"house", "change", "lint", "view", "data", "base"},
    "run": {"house", "confine", "args", "change", "rank", "canon", "lint", "view", "read", "words", "yaml", "check", "host", "plugin", "data", "out", "base"},
    "trial": {"run", "yaml", "host", "plugin", "view", "confine", "data", "out", "base"},
    "complete": {"run", "args", "lint", "host", "plugin", "data", "base"},
    "cli": {"complete", "trial", "confine", "run", "args", "stats", "fmt", "canon", "lint", "view", "read", "words", "yaml", "host", "plugin", "data", "out", "base"},
}

# The same for plugins/.  Rooms of a plugin that are not listed may need common, and each other as long
# as no circle comes of it.
COMMON = {
    "common/write": set(),
    "common/bytes": set(),
    "common/read": {"common/write"},
    "common/change": {"common/write"},
    "common/ranking": {"common/write"},
    "common/office": {"common/write"},
    "common/picture": {"common/bytes", "common/write"},
    "common/shape": {"common/write"},
    "common/template": {"common/write"},
    "common/scene": {"common/bytes", "common/write"},
    "common/chart": {"common/bytes", "common/change", "common/ranking", "common/scene", "common/write"},
}
PLUGINS = {
    "html": set(),
    "html/page": {"html"},
    "html/split": {"html/page", "html"},
    "html/feed": {"html/page", "html"},
    "latex/letters": set(),
    "latex/text": {"latex/letters"},
    "latex/plan": {"latex/text", "latex/letters"},
    "latex/write": {"latex/plan", "latex/text", "latex/letters"},
    "xlsx": set(),
    "xlsx/read": {"xlsx"},
    "xlsx/write": {"xlsx"},
    "pdf/file": set(),
    "pdf/layout": {"pdf/file"},
    "pdf/content": {"pdf/layout", "pdf/file"},
    "pdf/book": {"pdf/content", "pdf/layout", "pdf/file"},
    "pdf/draw": {"pdf/book", "pdf/content", "pdf/layout", "pdf/file"},
}


@functools.lru_cache(maxsize=None)
def symbols(root):
    """Path without suffix -> (defined, needed): the names of each object below `root` that other objects can see."""
    paths = [os.path.join(folder, name) for folder, _, names in os.walk(root) for name in sorted(names) if name.endswith(".o")]
    found = {os.path.relpath(path, root)[:-2]: (set(), set()) for path in paths}
    lines = subprocess.run(["nm", "-A", "-P", "-g", *paths], stdout=subprocess.PIPE, text=True, check=True).stdout if paths else ""
    for line in lines.splitlines():
        path, name, kind = line.split()[:3]
        found[os.path.relpath(path.rstrip(":"), root)[:-2]][kind in "Uwv"].add(name)
    return found


def objects(root, sources=None):
    """
    Source path without suffix -> (defined, needed), of every object below `root`; an object whose source
    has gone from the folder `sources` outlived it and is left out.
    """
    return {source: names for source, names in symbols(root).items()
            if not sources or os.path.exists(os.path.join(sources, source + ".c"))}


def arrows(found):
    """file -> {file: names that the first takes from the second}."""
    owner = {name: path for path, (defined, _) in found.items() for name in defined}
    graph = {path: {} for path in found}
    for path, (_, needed) in found.items():
        for name in sorted(needed):
            if owner.get(name, path) != path:
                graph[path].setdefault(owner[name], []).append(name)
    return graph


def room_of(path):
    """Its folder; but pdf/pdf, which holds the plugin's symbol, stands above all rooms of pdf and is one of its own."""
    folder, stem = os.path.split(path)
    return path if stem == folder else folder


def upward(graph, allowed, room=room_of):
    """Arrows between folders that the map does not allow.  In core, room=os.path.dirname: run/run is a file of run as any other."""
    for source in sorted(graph):
        for target in sorted(graph[source]):
            a, b = room(source), room(target)
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


def plugin_map(found):
    """What each folder of plugins/ may need: as listed, or all of common and of its own plugin."""
    folders = {room_of(path) for path in found}
    allowed = {}
    for folder in folders:
        own = folder.split("/")[0]
        if own == "common":
            allowed[folder] = COMMON.get(folder, set())
        else:
            rooms = PLUGINS.get(folder, {f for f in folders if f.split("/")[0] == own})
            allowed[folder] = rooms | set(COMMON)
    return allowed


def folders_of(graph):
    """The same graph, of folders."""
    rooms = {}
    for source, targets in graph.items():
        a = room_of(source)
        rooms.setdefault(a, {})
        for target in targets:
            b = room_of(target)
            if a != b:
                rooms[a][b] = []
                rooms.setdefault(b, {})
    return rooms


def misnamed(found, known=()):
    """
    Functions that do not say where they live: a name begins with its file's (the plural will do), or with
    its folder's: shape_, html_, pdf_draw_.
    """
    for path in sorted(found):
        folder, stem = os.path.split(path)
        rooms = folder.split("/")
        prefixes = [stem, stem + "s", rooms[-1] if rooms[0] in ("common", rooms[-1]) else "_".join(rooms)]
        for name in sorted(found[path][0]):
            if name not in known and name != stem and not any(name.startswith(prefix + "_") for prefix in prefixes):
                yield "%s of %s begins with none of %s" % (name, path, ", ".join(p + "_" for p in prefixes))


def order(graph, room):
    """The files of a room, who needs others first: each stands before those of its room that it needs."""
    files = sorted(path for path in graph if os.path.dirname(path) == room)
    depth = {}

    def measure(path, above):
        if path not in depth:
            below = [t for t in graph[path] if t in files and t not in above]
            depth[path] = 1 + max((measure(t, above | {path}) for t in below), default=0)
        return depth[path]

    for path in files:
        measure(path, {path})
    return [os.path.basename(path) for path in sorted(files, key=lambda p: (-depth[p], p))]


# What each room of core is, for the picture.
ROOMS = {
    "cli": "the program and its verbs",
    "trial": "what a plugin is tried with",
    "complete": "what a shell may put in",
    "run": "one run: which formats, which file, the documents",
    "args": "what the user wants",
    "house": "defaults and styles of a house",
    "script": "a program's answers as a plugin",
    "host": "the parent of plugins' processes; knows no dataset",
    "child": "what runs in a plugin's process",
    "frames": "what the two say to each other",
    "plugin": "which plugins there are, and one of them",
    "fmt": "the layout of a dataset file",
    "stats": "what a comparison holds, in numbers",
    "canon": "what is shown, as one canonical dataset",
    "view": "what is shown",
    "lint": "what is legal and most often wrong",
    "change": "what changed between two editions",
    "rank": "which product suits whom",
    "read": "other people's tables as a source of records",
    "yaml": "the dataset format as a source of records",
    "check": "records to a dataset that nobody needs to doubt",
    "words": "what the words of other people's cells mean",
    "data": "what was written",
    "out": "where bytes go",
    "confine": "what a plugin's process gives up",
    "base": "what the rest stands on",
}


def picture(graph, width=112):
    """The rooms of core, each above those that it needs, with their files in the same order: what README.md shows."""
    def height(room):
        return 1 + max(map(height, CORE[room]), default=0)

    rooms = sorted(CORE, key=lambda room: (-height(room), -len(CORE[room]), room))
    needs = {room: set() for room in rooms}
    for source, targets in graph.items():
        for target in targets:
            a, b = os.path.dirname(source), os.path.dirname(target)
            if a != b:
                needs[a].add(b)
    lines = []
    for room in rooms:
        below = [r for r in rooms if r in needs[room]] or ["libc"]
        lines.append(" %-8s %-58s -> %s" % (room, ROOMS[room], " ".join(below)))
        line = " " * 10
        for name in order(graph, room):
            if len(line) + len(name) > width:
                lines.append(line.rstrip())
                line = " " * 10
            line += name + " "
        lines.append(line.rstrip())
    return "\n".join(lines) + "\n"


BEGIN, END = "<!-- drawn by tests/lint/arrows.py -->\n```\n", "```\n<!-- to here -->\n"


def drawn(readme, graph):
    """The text of the README with the picture as it is now."""
    before, rest = readme.split(BEGIN, 1)
    return before + BEGIN + picture(graph) + END + rest.split(END, 1)[1]


if __name__ == "__main__":
    import sys
    readme = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../core/README.md")
    with open(readme, encoding="utf-8") as file:
        text = file.read()
    text = drawn(text, arrows(objects(sys.argv[1] if len(sys.argv) > 1 else "build/core", "core")))
    with open(readme, "w", encoding="utf-8") as file:
        file.write(text)
