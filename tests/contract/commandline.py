# SPDX-License-Identifier: MIT
"""The command line: what is wrong with it, what it lists, where datasets and plugins are found."""
import os
import shutil

from host import DATASET, HERE, MESHREPORT, PLUGINS, TMP, check_fails, check_only, compile_text, dataset, read, run, write
from tap import check


def test_usage_errors():
    """what is wrong on the command line is exit 2 with a suggestion"""
    dataset()
    for words, needles in ((["--fromat", "x"], ["unknown option '--fromat'", "'--format'"]), (["-x"], ["unknown option '-x'"]),
                           (["--force=1"], ["'--force' takes no value"]), (["-f"], ["'-f' needs a value"]),
                           (["--output"], ["'--output' needs a value"]), (["-f", "godo", "mesh.yaml"], ["unknown format 'godo'", "'good'"]),
                           (["-f", "good,", "mesh.yaml"], ["unknown format ''"]), (["a.yaml", "b.yaml"], ["'b.yaml' is one too many"]),
                           (["chekc", "mesh.yaml"], ["there is no command 'chekc'; did you mean 'check'?"]),
                           (["--sort", "nam"], ["'name'"]), (["--timeout", "soon"], ["--timeout"]), (["--timeout", "-1"], ["--timeout"]),
                           (["--color", "red"], ["--color"]), (["--limit", "dpeth=3"], ["'depth'"]), (["--limit", "depth"], ["KEY=N"]),
                           (["--limit", "depth=-1"], ["KEY=N"]), (["chek"], ["did you mean 'check'?"]), (["-o", "", "mesh.yaml"], ["-o"]),
                           (["--plugin-dir", "nowhere"], ["plugin folder nowhere"]), (["-o", "x.quux", "mesh.yaml"], ["'.quux'"]),
                           (["--help", "godo"], ["'good'"]), (["-f", "good,several", "-o", "-", "mesh.yaml"], ["standard output"]),
                           (["--products", "isto", "-f", "good", "mesh.yaml"], ["isto", "'istio'"]),
                           (["--print-template", "good"], ["no template"]), (["-t", "nowhere", "-f", "good", "mesh.yaml"], ["nowhere"])):
        result = run(*words)
        check(result.code == 2, words, result.code, result.err)
        for needle in needles:
            check(needle in result.err, words, "no", needle, "in", result.err)
    check_only("mesh.yaml")


def test_missing_dataset():
    """a dataset that is missing, a folder, empty or binary is exit 1 with a message"""
    os.mkdir("folder")
    write("empty.yaml")
    with open("binary.yaml", "wb") as f:
        f.write(bytes(range(256)) * 8)
    write("noproducts.yaml", "meshreport: 1\ntitle: x\ncategories: []\nproducts: []\n")
    write("unknown.yaml", DATASET.replace("consul: no}", "consol: no}"))
    write("twice.yaml", DATASET.replace("title: Two meshes", "title: a\ntitle: b"))
    for path in ("missing.yaml", "folder", "empty.yaml", "binary.yaml", "noproducts.yaml", "unknown.yaml", "twice.yaml"):
        for words in ([path, "-f", "good"], ["check", path]):
            result = run(*words)
            check(result.code == 1 and "error:" in result.err and path in result.err, words, result.code, result.err)
    check_only("folder", "empty.yaml", "binary.yaml", "noproducts.yaml", "unknown.yaml", "twice.yaml")


def test_check_writes_nothing():
    """check reports, writes nothing, and is quiet with -q"""
    check(run("check", dataset()).code == 0)
    result = run("check", "-q", "mesh.yaml")
    check(result.code == 0 and result.err == "" and result.out == b"", result.err)
    check_only("mesh.yaml")


def test_standard_input():
    """a dataset from standard input is called report"""
    result = run("-f", "good", "-", stdin=DATASET.encode())
    check(result.code == 0, result.err)
    check_only("report.txt")


def test_closed_standard_streams():
    """closed standard streams are an error where they are needed, and nothing is written into a wrong file"""
    dataset()
    result = run("-f", "good", "-o", "-", "mesh.yaml", preexec_fn=lambda: os.close(1))
    check_fails(result, 1, "standard output")
    check(run("-f", "good", "mesh.yaml", preexec_fn=lambda: (os.close(0), os.close(1), os.close(2))).code == 0)
    check(read("mesh.txt").startswith(b"meshreport "))


def test_suffix_names_format():
    """the suffix of -o names the format, by its name or by the only plugin's extension"""
    os.mkdir("own")
    with open(os.path.join(HERE, "plugins/good.c")) as file:
        text = file.read().replace('"plugin.h"', '"%s"' % os.path.join(HERE, "plugins/plugin.h"))
    compile_text(text.replace('DECLARE("good",', 'DECLARE("lone", .extension = "only",'), "own/lone.so")
    for name in ("x.lone", "x.only"):
        result = run("--plugin-dir", "own", "-o", name, dataset(), plugins=False)
        check(result.code == 0 and read(name).startswith(b"meshreport"), result.err)
    check_fails(run("-o", "y.txt", dataset()), 2, "several formats write '.txt'")


def test_unknown_suffix():
    """a suffix that nobody writes is answered with those that there are"""
    os.mkdir("own")
    shutil.copy(os.path.join(PLUGINS, "good.so"), "own/good.so")
    result = run("--plugin-dir", "own", "-o", "x.quux", dataset(), plugins=False)
    check_fails(result, 2, "no format writes '.quux' files; there are .", "; -f names a format", ".txt", ".html", ".tex", ".pdf")
    check(".so" not in result.err and result.err.count(".html") == 1, result.err)


def test_promising_name():
    """a name that promises another format than what is written gets a note, one that promises nothing gets none"""
    for words, note in ((("-f", "html", "-o", "x.pdf"), "-o x.pdf: what is written is html, as -f says, though the name is one of pdf"),
                        (("-f", "html", "-o", "x.tex"), "though the name is one of latex"),
                        (("-f", "html,svg", "-o", "y.pdf"), "-o y.pdf is a folder, for 2 formats are wanted"),
                        (("-f", "html", "-o", "x.htm"), ""), (("-f", "latex", "-o", "z.tex"), ""), (("-f", "latex", "-o", "z.latex"), ""),
                        (("-f", "html,svg", "-o", "y.pdf"), ""), (("-f", "html,svg", "-o", "z.d/"), ""),
                        (("-f", "text", "-o", "x."), ""), (("-o", "y."), "")):
        result = run(*words, dataset(), plugins=False)
        check(result.code == 0 and (note in result.err if note else "note: -o" not in result.err), words, result.err)
    check(os.path.isdir("y.pdf"))
    check(not read("x.").startswith(b"<!DOCTYPE html>") and read("y.").startswith(b"<!DOCTYPE html>"), "a point alone names no format")


def test_no_formats():
    """where there is no format at all it is said where one was looked for"""
    os.makedirs("bin")
    os.mkdir("none")
    shutil.copy(MESHREPORT, "bin/meshreport")
    alone = os.path.abspath("bin/meshreport")
    where = os.path.abspath("none") + ", " + os.path.join(TMP, "data/meshreport/plugins")
    for words, code in ((("--list-formats",), 0), (("-f", "pdf"), 2), (("-o", "x.pdf"), 2), (("--help", "pdf"), 2)):
        result = run(*words, program=alone, plugins=False, env={"MESHREPORT_PLUGIN_PATH": os.path.abspath("none")})
        check(result.code == code, words, result.code, result.err)
        check("there is no format: no plugin was found in " + where in result.err and "--plugin-dir" in result.err, words, result.err)


def test_reading_a_dataset():
    """how a table is read is not said of a dataset, which has none"""
    for words in (("check", "--table", "2"), ("-f", "good", "--repair"), ("import", "--map", "x=yes"), ("check", "--drop", "A")):
        result = run(*words, dataset())
        check_fails(result, 2, "mesh.yaml: error: this is a dataset in YAML, which has no table to interpret: %s changes nothing" % " ".join(words[-2:] if words[-1] != "--repair" else words[-1:]))
    check(run("check", "--from", "yaml", dataset()).code == 0)


def test_list_formats():
    """the list shows name, version, summary and place of each, by name, and warns of refused ones"""
    result = run("--list-formats")
    lines = result.out.decode().splitlines()
    names = [line.split()[0] for line in lines]
    check(result.code == 0 and names == sorted(names) and "good" in names, names)
    line = [l for l in lines if l.startswith("good ")][0]
    check("1" in line and "a plugin of the tests" in line and os.path.join(PLUGINS, "good.so") in line, line)
    check("major" not in names and "major: warning: the plugin is refused" in result.err, result.err)


def test_help():
    """help comes from the tables: the program's own and the plugin's"""
    result = run("--help")
    check(result.code == 0 and b"--only-differences" in result.out)
    result = run("--help", "good")
    for needle in (b"paper (a3, a4, letter), default a4", b"copies (1 to 9), default 1", b"how many", b"draft (yes or no)"):
        check(result.code == 0 and needle in result.out, needle, result.out)
    out = run("--help", "reads").out
    check(b"reads      files named with --from\n" in out and b"\nOptions of reading, given as -R KEY=VALUE or -R reads.KEY=VALUE:\n\n  loud (yes or no)" in out, out)
    check(b"It has no options." not in out and b"It has no options." in run("--help", "screen").out)


def test_nothing_said():
    """without a word the shipped comparison is written, as a page"""
    result = run(plugins=False)
    check(result.code == 0 and result.err.startswith("wrote servicemesh.html (") and read("servicemesh.html").startswith(b"<!DOCTYPE html>"), result.err)
    check_only("servicemesh.html")


def test_verbose():
    """-v tells where each format came from, of one that could not be opened nothing"""
    result = run("-v", "-f", "good,major", "-o", "out/", dataset())
    check(result.code == 1 and "good: note: version 1 from %s/good.so, plugin ABI 1." % PLUGINS in result.err and "major: note" not in result.err, result.err)


def test_version():
    """the version names the plugin ABI"""
    check(b"ABI 1.2" in run("--version").out)


def test_link_to_nothing():
    """a plugin that is a link to nothing is refused in words"""
    os.mkdir("own")
    os.symlink("nowhere", "own/lost.so")
    check_fails(run("--plugin-dir", "own", "-f", "lost", dataset(), plugins=False), 1,
                "own/lost.so cannot be read: No such file or directory")


def test_order_of_notes():
    """what is said of the files of a folder comes by their names, not as the file system has them"""
    os.mkdir("own")
    names = ["Zz", "Aa", "Mm", "Qq", "Bb", "Yy", "Cc"]
    for name in names:
        write("own/%s.so" % name, "")
    result = run("--plugin-dir", "own", "-v", "--list-formats", plugins=False)
    said = [line.split("own/")[1][:2] for line in result.err.splitlines() if "no name of a format" in line]
    check(said == sorted(names), said)


def test_shadowed():
    """the first folder wins, and a shadowed plugin is a note with -v"""
    os.mkdir("own")
    shutil.copy(os.path.join(PLUGINS, "good.so"), "own/good.so")
    words = ("--plugin-dir", "own", "--plugin-dir", PLUGINS, "-f", "good", "-o", "x")
    result = run(*words, dataset(), plugins=False)
    check(result.code == 0 and "shadowed" not in result.err, result.err)
    result = run(*words, "-v", dataset(), plugins=False)
    check("%s/good.so is shadowed by own/good.so" % PLUGINS in result.err, result.err)


def test_plugin_path():
    """MESHREPORT_PLUGIN_PATH is searched, but for relative entries: never the working directory"""
    shutil.copy(os.path.join(PLUGINS, "good.so"), "good.so")
    result = run("-f", "good", dataset(), plugins=False, env={"MESHREPORT_PLUGIN_PATH": ".::own"})
    check_fails(result, 2, "'.' in MESHREPORT_PLUGIN_PATH is not an absolute path")
    result = run("-f", "good", "-o", "x", "mesh.yaml", plugins=False, env={"MESHREPORT_PLUGIN_PATH": ".:" + PLUGINS})
    check(result.code == 0, result.err)


def test_clock():
    """the clock is SOURCE_DATE_EPOCH, else as_of, else none"""
    dataset()
    out = run("-f", "good", "-o", "-", "mesh.yaml", env={"SOURCE_DATE_EPOCH": "86400"}).out
    check(b"clock 86400\n" in out, out)
    check(b"clock -9223372036854775808\n" in run("-f", "good", "-o", "-", "mesh.yaml").out)
    write("dated.yaml", DATASET + "as_of: 2019-11-06\n")
    check(b"clock 1572998400\n" in run("-f", "good", "-o", "-", "dated.yaml").out)
    for wrong in ("", "x", "-1", "1.5", " 1", "1 ", "0x1", "99999999999999999999"):
        check_fails(run("-f", "good", "mesh.yaml", env={"SOURCE_DATE_EPOCH": wrong}), 2, "SOURCE_DATE_EPOCH")
    for words in (("--version",), ("--list-formats",), ("--help", "good"), ("check", "--today", "2024-01-01", "mesh.yaml")):
        check(run(*words, env={"SOURCE_DATE_EPOCH": "x"}).code == 0, words)
    check_fails(run("check", "mesh.yaml", env={"SOURCE_DATE_EPOCH": "x"}), 2, "SOURCE_DATE_EPOCH")


def test_posixly_correct():
    """the environment does not change how a command line is read"""
    dataset()
    for more in ({}, {"POSIXLY_CORRECT": "1"}):
        result = run("mesh.yaml", "-f", "good", "-o", "-", "-O", "copies=3", env=more)
        check(result.code == 0 and b"copies 11 3" in result.out, result.err)
        check(run("--help", "good", env=more).out.startswith(b"good "))
        check(run("--", "mesh.yaml", env=more, plugins=False).code == 0)
        check_fails(run("--", "mesh.yaml", "-f", env=more), 2, "'-f' is one too many")


def test_color():
    """messages have colour only where wanted"""
    def colored(*words, **env):
        return "\033[" in run("-f", "liar", dataset(), *words, env=env).err
    check(not colored() and colored("--color=always") and not colored("--color=never"))
    check(colored("--color=always", NO_COLOR="1"))


def test_templates():
    """a plugin's template is printed, replaced by -t, and named in messages"""
    os.makedirs("own/templated.templates")
    shutil.copy(os.path.join(PLUGINS, "templated.so"), "own/")
    shutil.copy(os.path.join(PLUGINS, "good.so"), "own/")
    write("own/templated.templates/page.txt", "built in")
    base = ("--plugin-dir", "own", "-o", "-", dataset())
    check(run("--plugin-dir", "own", "--print-template", "templated", plugins=False).out == b"built in")
    check(run("-f", "templated", *base, plugins=False).out == b"built in(ours)")
    write("mine.txt", "mine")
    result = run("-f", "templated", "-t", "mine.txt", *base, plugins=False)
    check(result.out == b"mine(theirs)" and "mine.txt:3:7: warning" in result.err, result.out, result.err)
    check(run("-f", "templated", "-t", "templated=mine.txt", *base, plugins=False).out == b"mine(theirs)")
    check_fails(run("-f", "good", "-t", "mine.txt", *base, plugins=False), 2, "no wanted format has a template")
    write("My=mine.txt", "mine")
    check(run("-f", "templated", "-t", "My=mine.txt", *base, plugins=False).out == b"mine(theirs)", "no format is called My")
    for words in (("-t", "mine.txt"), ("-t", "major=mine.txt")):
        check_fails(result := run("-f", "major", *words, dataset()), 1, "major: error: the plugin is refused")
        check(result.err.count("\n") == 1, "whether it has a template is not known", result.err)
    check_fails(run("-f", "good", "-t", "good=mine.txt", *base, plugins=False), 2, "format good has no template")
    check_fails(run("-f", "templated", "-t", "mesh=mine.txt", *base, plugins=False), 2, "not among those wanted")
    with open("binary.txt", "wb") as f:
        f.write(b"\xff\xfe")
    check_fails(run("-f", "templated", "-t", "binary.txt", *base, plugins=False), 2, "not UTF-8")


def test_template_without_data():
    """a template that shows nothing of the data is warned of, in every format that has one; one that has it, and the built-in, are not"""
    for form, with_it, without in (("html", "{{{table}}}", "<title>{{title}}</title>"), ("latex", "{{{table}}}", "{{title}}")):
        write("with.txt", with_it)
        write("without.txt", without)
        result = run("-f", form, "-t", "without.txt", "-o", "-", dataset(), plugins=False)
        check(result.code == 0 and "without.txt:1:1: warning: %s: nothing of the data is shown: the template has no {{{table}}}" % form in result.err, result.err)
        for words in (["-t", "with.txt"], [], *([["-O", "fragment"]] if form == "html" else [])):
            result = run("-f", form, *words, "-o", "-", dataset(), plugins=False)
            check(result.code == 0 and "nothing of the data" not in result.err, result.err)
