# SPDX-License-Identifier: MIT
"""Plugins that are refused: no shared object, another contract, missing libraries, files of strangers."""
import os
import shutil
import subprocess

from host import CC, MESHREPORT, PLUGINS, TMP, check_fails, check_only, compile_text, dataset, environment, read, run, write
from tap import check


def refused(name, *needles):
    result = run("-f", name, dataset())
    check_fails(result, 1, name + ": error: the plugin is refused", *needles)
    check(result.err.count("\n") == 1, "more than one line:", result.err)
    check_only("mesh.yaml")


def test_no_symbol():
    """a plugin without the symbol is refused by what it lacks"""
    refused("nosymbol", "does not export meshreport_plugin")


def test_other_major():
    """a plugin of another major version is refused with both versions"""
    refused("major", "ABI 2.0", "has 1.2")


def test_newer_minor():
    """a plugin of a newer minor version is refused with both versions"""
    refused("minor", "ABI 1.9", "has 1.2", "newer")


def test_short_struct():
    """a struct that ends before render is refused with its size"""
    refused("short", "24 bytes")


def test_wrong_name():
    """a plugin that calls itself otherwise than its file is refused"""
    refused("wrongname", "othername")


def test_null_words():
    """null pointers where words belong are refused, not followed"""
    refused("nullwords", "summary")


def test_bad_extension():
    """an extension that would lead out of the folder is refused"""
    refused("badextension", "extension")


def test_bad_option_type():
    """an option of an unknown type is refused"""
    refused("badtype", "unknown type 77")


def test_bad_choices():
    """choices that are no line are refused also where there is no choice"""
    refused("badchoices", "option 'x' has unusable choices")


def test_bad_default():
    """a default that its own option does not take is refused"""
    refused("baddefault", "'c' is none of a, b")


def test_huge_table():
    """a table of four billion options is refused, not read"""
    refused("hugetable", "4294967295 options")


def test_wordy():
    """options whose words are more than a description may have are refused as such"""
    refused("wordy", "it says more than 1048576 bytes of itself")


def test_undefined_symbol():
    """a plugin with an undefined symbol is refused with the symbol's name"""
    refused("undefined", "nobody_defines_this", "-z,defs")


def own_folder(name="x"):
    os.mkdir("own")
    return os.path.join("own", name + ".so")


def refuse_file(path, *needles):
    result = run("--plugin-dir", "own", "-f", "x", plugins=False)
    check_fails(result, 1, "x: error: the plugin is refused", path, *needles)


def test_text_file():
    """a text file called x.so is called a text file"""
    path = own_folder()
    write(path, "hello, I am no plugin at all\n")
    refuse_file(path, "a text file")


def test_other_data():
    """bytes that are neither a shared object nor text are called data; lines of any system are text"""
    path = own_folder()
    for text, words in (("\tone\r\n\ftwo", "a text file"), ("\x01words", "data of another kind"), ("words\0", "data of another kind"), ("sixteen letters\n\0", "a text file")):
        write(path, text)
        refuse_file(path, words)


def test_empty_file():
    """an empty file called x.so is called empty"""
    path = own_folder()
    write(path)
    refuse_file(path, "is empty")


def test_object_file():
    """an object file called x.so is told how to link"""
    path = own_folder()
    write("x.c", "int x;\n")
    subprocess.run([*CC, "-c", "-o", path, "x.c"], check=True)
    refuse_file(path, "not a shared object but an object file", "-shared")
    head = bytearray(read(path))
    head[16:18] = (2).to_bytes(2, "little")
    with open(path, "wb") as f:
        f.write(head)
    refuse_file(path, "not a shared object but a program", "-shared")


def test_truncated_file():
    """a shared object that is cut short is refused, whatever its length"""
    path = own_folder()
    whole = read(os.path.join(PLUGINS, "good.so"))
    for n in (3, 10, 19, 40, 300, 4096, len(whole) // 2):
        with open(path, "wb") as f:
            f.write(whole[:n])
        result = run("--plugin-dir", "own", "-f", "x", plugins=False)
        check(result.code == 1 and "x: error:" in result.err, n, result.code, result.err)


def test_other_processor():
    """a plugin for another processor is refused with both names"""
    path = own_folder()
    whole = bytearray(read(os.path.join(PLUGINS, "good.so")))
    whole[18:20] = (183).to_bytes(2, "little")
    with open(path, "wb") as f:
        f.write(whole)
    refuse_file(path, "AArch64")
    whole[4] ^= 3  # of another size of word
    with open(path, "wb") as f:
        f.write(whole)
    refuse_file(path, "AArch64")
    whole[5] ^= 3
    with open(path, "wb") as f:
        f.write(whole)
    refuse_file(path, "another byte order")


def library(soname, *flags):
    write("lost.c", "int lost(void); int lost(void) { return 1; }\n")
    subprocess.run([*CC, "-shared", "-fPIC", "-o", "own/lost", "-Wl,-soname," + soname, "lost.c", *flags], check=True)


def needy(path, *flags):
    """A plugin that needs the library as it is now."""
    compile_text('#include "plugin.h"\nint lost(void);\n'
                 'static int render(struct mr_job *job) { (void)job; return lost(); }\n'
                 'DECLARE("x", .render = render);\n', path, "own/lost", *flags)


def test_missing_dependency():
    """a plugin whose library is missing is refused with the library's name, and with Debian's package where that is known"""
    path = own_folder()
    for soname, package in (("liblost.so.7", "; Debian's package is liblost7"), ("lost one.so.7", "")):
        library(soname)
        needy(path)
        refuse_file(path, "needs %s, which is not installed%s\n" % (soname, package))


def test_older_dependency():
    """a plugin that was built against a newer library is refused with the version that it needs"""
    path = own_folder()
    for version in ("LOST_2", "LOST_1"):
        write("lost.map", version + " { global: lost; };\n")
        library(os.path.abspath("own/lost"), "-Wl,--version-script,lost.map")
        if version == "LOST_2":
            needy(path)
    refuse_file(path, "was built for a newer system: it needs LOST_2\n")


def test_chain_of_formats():
    """of the formats of a file that of its name is taken; a chain without an end, of an older contract or of a shorter struct ends"""
    path = own_folder()
    text = """#include "plugin.h"
static int render(struct mr_job *job) { put(job->open(job, ""), "meshreport 0"); return 0; }
#define FORMAT(NAME, ...) {MR_PLUGIN_HEADER, .name = NAME, .summary = "s", .version = "1", .extension = "txt", .media_type = "text/plain", .render = render, __VA_ARGS__}
static const struct mr_plugin last = FORMAT("x"), nameless = FORMAT(NULL, .next = &last);
MR_EXPORT const struct mr_plugin meshreport_plugin = FORMAT("other", .next = %s);
"""
    for rest, is_found in (("&nameless", True), ("NULL", False), ("&meshreport_plugin", False), ("&last, .abi_minor = 1", False),
                           ("&last, .struct_size = offsetof(struct mr_plugin, next)", False)):
        compile_text(text % rest, path)
        if is_found:
            check(run("--plugin-dir", "own", "-f", "x", "-o", "-", dataset(), plugins=False).out == b"meshreport 0")
        else:
            refuse_file(path.replace("own/x.so", ""), "it calls itself 'other'")


def test_unreadable_plugin():
    """a plugin that cannot be read is refused with the system's reason"""
    path = own_folder()
    os.symlink("nowhere", path)
    refuse_file(path, "No such file")


def test_unreadable_by_mode():
    """a plugin without read permission is refused with the system's reason"""
    path = own_folder()
    dataset()
    shutil.copy(os.path.join(PLUGINS, "good.so"), path)
    os.chmod(path, 0)
    for folder in (TMP, os.getcwd()):
        os.chmod(folder, 0o755)
    program = os.path.join(TMP, "program")  # the build may lie where another user cannot look
    shutil.copy(MESHREPORT, program)
    drop = (lambda: os.setuid(65534)) if os.getuid() == 0 else None
    done = subprocess.run([program, "--plugin-dir", os.path.abspath("own"), "-f", "x", "mesh.yaml"], preexec_fn=drop,
                          capture_output=True, text=True, env=environment())
    os.unlink(program)
    check(done.returncode == 1 and "Permission denied" in done.stderr, done.returncode, done.stderr)


def test_directory_as_plugin():
    """a folder called x.so is called a directory"""
    path = own_folder()
    os.mkdir(path)
    refuse_file(path, "is a directory")


def test_writable_file():
    """a plugin that everyone may write to is refused with the chmod that helps"""
    folder = os.path.join(TMP, "data/meshreport/plugins")
    os.makedirs(folder)
    try:
        path = os.path.join(folder, "open.so")
        compile_text('#include "plugin.h"\nstatic int render(struct mr_job *job)\n'
                     '{ put(job->open(job, ""), "x"); return 0; }\nDECLARE("open", .render = render);\n', path)
        os.chmod(path, 0o666)
        check_fails(run("-f", "open", dataset(), plugins=False), 1, "can be written to by everyone", "chmod o-w " + path)
        os.chmod(path, 0o644)
        check(run("-f", "open", "-o", "x", dataset(), plugins=False).code == 0)
        os.chmod(folder, 0o777)
        check_fails(run("-f", "open", dataset(), plugins=False), 1, "chmod o-w " + folder)
        os.chmod(folder, 0o755)
        os.chmod(path, 0o666)
        result = run("--plugin-dir", folder, "-f", "open", "-o", "y", dataset(), plugins=False)
        check(result.code == 0 and "warning" in result.err and "chmod o-w" in result.err, result.err)
    finally:
        shutil.rmtree(os.path.join(TMP, "data"))


def test_all_with_refused():
    """with all, a refused plugin is a warning, the others are written, and the exit code is 1"""
    os.mkdir("own")
    shutil.copy(os.path.join(PLUGINS, "good.so"), "own/good.so")
    write("own/x.so", "text")
    result = run("--plugin-dir", "own", "-f", "all", "-o", "out/", dataset(), plugins=False)
    check(result.code == 1, result.code, result.err)
    check("x: warning: the plugin is refused" in result.err and "error" not in result.err, result.err)
    check("mesh-good.txt" in os.listdir("out"), os.listdir("out"))


def test_all_with_reader():
    """with all, a plugin that only reads is left out in silence; named, it is an error that says so"""
    os.mkdir("own")
    for name in ("good.so", "reads.so"):
        shutil.copy(os.path.join(PLUGINS, name), "own/" + name)
    result = run("--plugin-dir", "own", "-f", "all", "-o", "out/", dataset(), plugins=False)
    check(result.code == 0, result.code, result.err)
    check("reads" not in result.err and "mesh-good.txt" in os.listdir("out"), result.err, os.listdir("out"))
    check_fails(run("--plugin-dir", "own", "-f", "reads", dataset(), plugins=False), 2, "format reads only reads")
