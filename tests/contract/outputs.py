# SPDX-License-Identifier: MIT
"""Which files become of a run, and what they keep of those that they replace."""
import os
import resource
import shutil
import stat
import struct
import subprocess

from host import DATASET, MESHREPORT, PLUGINS, TMP, check_fails, check_only, dataset, environment, good, read, run, write
import tap
from tap import check


def test_names_what_it_wrote():
    """each file is named with what the plugin says of it and its size; not with -q"""
    result = good()
    check("wrote mesh.txt (9 lines, " in result.err and "bytes)" in result.err, result.err)
    check(good("-q").err == "")


def test_unmarked():
    """what has no place for our mark is replaced while it is as we wrote it; a changed file, another's and an empty one are not"""
    state = os.path.abspath("state")
    os.mkdir(state)

    def again(title, code, **env):
        write("mesh.yaml", DATASET.replace("Two meshes", title))
        result = run("-f", "unmarked", "mesh.yaml", env={"XDG_STATE_HOME": state, **env})
        check(result.code == code, title, result.code, result.err)
        check(code == 0 or "mesh.txt: error: exists and was not made by meshreport" in result.err, result.err)
        return read("mesh.txt")

    check(again("One", 0) == b"One" and again("Two", 0) == b"Two" and again("Two", 0) == b"Two")
    write("mesh.txt", "Two ")
    check(again("Three", 2) == b"Two ")
    write("mesh.txt", "One")  # as we wrote it once, by whatever hand
    check(again("Four", 0) == b"Four")
    check(again("Five", 2, XDG_STATE_HOME="", HOME="relative") == b"Four")  # nowhere to remember
    check(again("Nothing", 0) == b"" and again("Six", 2) == b"")
    os.remove("mesh.txt")
    with open(os.path.join(state, "meshreport/written"), "w") as f:
        f.write("1 0000000000000000 0000000000000000\n" * 2000)
    check(again("Seven", 0) == b"Seven" and again("Eight", 0) == b"Eight")
    with open(os.path.join(state, "meshreport/written")) as f:
        check(len(f.read().splitlines()) < 1100)
    os.chmod(os.path.join(state, "meshreport"), 0o500)
    check(again("Nine", 0) == b"Nine")
    check(os.geteuid() == 0 or again("Ten", 2) == b"Nine")
    os.chmod(os.path.join(state, "meshreport"), 0o700)


def test_output_is_dataset():
    """the dataset is never an output, by whatever name it is reached"""
    dataset()
    os.symlink("mesh.yaml", "link")
    os.link("mesh.yaml", "hard")
    for name in ("mesh.yaml", "./mesh.yaml", "link", "hard"):
        check_fails(run("-f", "good", "--force", "-o", name, "mesh.yaml"), 2, "the dataset itself")
        check(read("mesh.yaml").decode() == DATASET)


def test_output_is_dataset_by_descriptor():
    """nor when only its descriptor is known: read from standard input, or at the end of standard output"""
    dataset()
    with open("mesh.yaml", "rb") as file:
        result = subprocess.run([MESHREPORT, "--plugin-dir", PLUGINS, "-f", "good", "-o", "mesh.yaml", "-"], stdin=file,
                                stderr=subprocess.PIPE, text=True, env=environment())
        check(result.returncode == 2 and "mesh.yaml: error: is the dataset itself" in result.stderr, result)
    with open("mesh.yaml", "ab") as file:
        result = subprocess.run([MESHREPORT, "--plugin-dir", PLUGINS, "-f", "good", "-o", "-", "mesh.yaml"], stdout=file,
                                stderr=subprocess.PIPE, text=True, env=environment())
        check(result.returncode == 2 and "standard output: error: is the dataset itself" in result.stderr, result)
    check(read("mesh.yaml").decode() == DATASET)


def test_limit_is_one_message():
    """a limit that ends the reading is one message, with no mistakes that follow from the end"""
    result = run("check", "--limit", "depth=3", dataset())
    check_fails(result, 1, "nested too deep; the limit is 3")
    check(result.err.count("error:") == 1, result.err)


def test_output_is_template():
    """nor is the template"""
    write("own.txt", "mine")
    check_fails(run("-f", "templated", "-t", "own.txt", "-o", "own.txt", dataset()), 2, "the template itself")
    check(read("own.txt") == b"mine")


def test_output_is_logo():
    """nor is a logo of the dataset"""
    png = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c489 0000000d49444154789c6360000002000001e221bc33 0000000049454e44ae426082".replace(" ", ""))
    with open("mesh.txt", "wb") as f:
        f.write(png)
    write("mesh.yaml", DATASET.replace("name: Istio}", "name: Istio, logo: mesh.txt}"))
    result = run("-f", "good", "-o", "./", "mesh.yaml")
    check_fails(result, 2, "a logo of the dataset itself")
    check(read("mesh.txt") == png)
    os.mkdir("img")
    os.rename("mesh.txt", "img/mesh.txt")
    write("mesh.yaml", DATASET.replace("name: Istio}", "name: Istio, logo: img/mesh.txt}"))
    check_fails(run("-f", "good", "-o", "img/", "mesh.yaml"), 2, "a logo of the dataset itself")
    check(read("img/mesh.txt") == png)


def test_foreign_file():
    """without -o a file that meshreport did not make is kept, unless --force says otherwise"""
    write("mesh.txt", "somebody's own words on meshreport and other things\n")
    check_fails(good(), 2, "mesh.txt", "-o", "--force")
    check(read("mesh.txt").startswith(b"somebody"))
    check(good("--force").code == 0 and read("mesh.txt").startswith(b"meshreport"))
    check(good().code == 0)
    write("mesh.txt", "somebody's")
    check(good("-o", "mesh.txt").code == 0 and read("mesh.txt").startswith(b"meshreport"))


def test_foreign_part():
    """of what the user did not type nothing foreign is written over: neither parts beside -o nor files in its folder"""
    write("x-a.txt", "made by hand")
    check_fails(run("-f", "several", "-o", "x.txt", dataset()), 1, "x-a.txt: error: exists and was not made by meshreport")
    check(read("x-a.txt") == b"made by hand")
    check_only("mesh.yaml", "x-a.txt")
    os.mkdir("out")
    write("out/mesh.txt", "made by hand")
    check_fails(good("-o", "out/"), 2, "out/mesh.txt: error: exists and was not made by meshreport", "--force")
    check(read("out/mesh.txt") == b"made by hand")
    check(run("-f", "several", "-o", "x.txt", "--force", "mesh.yaml").code == 0 and good("--force", "-o", "out/").code == 0)
    for _ in range(2):
        check(run("-f", "many", "-o", "y.txt", "mesh.yaml").code == 0 and good("-o", "out/").code == 0, "our own is replaced")


def test_formats_that_meet():
    """two formats never write one file: the one whose own it is does, the other fails"""
    for order in ("meets,meets-a", "meets-a,meets"):
        result = run("-f", order, "-o", "out/", dataset())
        check_fails(result, 1, "out/mesh-meets-a.txt: error: formats meets-a and meets would both write it")
        check(read("out/mesh-meets-a.txt") == b"meshreport 0, from meets-a")
        check(os.listdir("out") == ["mesh-meets-a.txt"], os.listdir("out"))


def test_more_artifacts_than_descriptors():
    """a format may have thousands of artifacts with few descriptors, and come back to each"""
    dataset()
    limit = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    result = run("-f", "many", "-o", "out/", "mesh.yaml", preexec_fn=limit)
    check(result.code == 0, result.err[-300:])
    check(len(os.listdir("out")) == 300)
    for i in range(300):
        check(read("out/mesh-p%d.txt" % i) == b"meshreport 0: %d and the end\n" % i, i)
    check(run("-f", "many", "-O", "most=yes", "-o", "most/", "mesh.yaml",
              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (1024, 1024))).code == 0, "1,500 under ulimit -n 1024")
    check(len(os.listdir("most")) == 1500 and read("most/mesh-p1499.txt") == b"meshreport 0: 1499 and the end\n")
    os.chmod("out/mesh-p7.txt", 0o444)
    drop = lambda: (limit(), os.setuid(65534) if os.getuid() == 0 else None)
    os.chmod("out", 0o777)
    for folder in (TMP, os.getcwd()):
        os.chmod(folder, 0o755)
    program = os.path.join(TMP, "program")
    shutil.copy(MESHREPORT, program)
    result = run("-f", "many", "-o", "out/", "mesh.yaml", preexec_fn=drop, program=program)
    os.unlink(program)
    check(result.code == 0, result.err[-300:])
    check(stat.S_IMODE(os.stat("out/mesh-p7.txt").st_mode) == 0o444, "a read-only file keeps its mode")


def test_folder_is_file():
    """an output folder that is a file is exit 2"""
    write("out", "a file")
    check_fails(run("-f", "good,several", "-o", "out", dataset()), 2, "out is not a folder")
    check_fails(good("-o", "out/"), 2, "out", "a file has that name")
    check_fails(good("-o", "out/deep/"), 2, "out")
    check(read("out") == b"a file")


def test_makes_folders():
    """missing folders are made, and removed again when nothing came of it"""
    check(good("-o", "a/b/").code == 0 and os.path.exists("a/b/mesh.txt"))
    check_fails(run("-f", "silent", "-o", "c/d/", "mesh.yaml"), 1)
    check_only("a", "mesh.yaml")


def test_missing_folder():
    """a file in a folder that is not there cannot be written"""
    check_fails(good("-o", "no/such/x"), 1, "no/such/x", "No such file")


def test_links_are_followed():
    """a link stays a link, and what it leads to is replaced, also when it is not there yet"""
    os.mkdir("real")
    os.symlink("real/x", "link")
    check(good("-o", "link").code == 0)
    check(os.path.islink("link") and read("real/x").startswith(b"meshreport"))
    check(good("-o", "link").code == 0 and os.path.islink("link"))
    os.symlink("loop", "loop")
    check_fails(good("-o", "loop"), 1, "loop")


def test_umask():
    """a new file has the umask's mode, a replaced one keeps its own"""
    for mask, mode in ((0o022, 0o644), (0o077, 0o600), (0o002, 0o664)):
        name = "x%o" % mask
        check(good("-o", name, preexec_fn=lambda m=mask: os.umask(m)).code == 0)
        check(stat.S_IMODE(os.stat(name).st_mode) == mode, oct(mask), oct(os.stat(name).st_mode))
    write("kept", "", 0o640)
    check(good("-o", "kept").code == 0 and stat.S_IMODE(os.stat("kept").st_mode) == 0o640)


def foreign_group():
    """A group that is not the one new files get, or None where this user has no other."""
    others = [12345] if os.getuid() == 0 else [g for g in os.getgroups() if g != os.getegid()]
    return others[0] if others else None


def test_owner_and_group():
    """a replaced file keeps its group, and its owner where that is permitted"""
    group = foreign_group()
    if group is None:
        tap.not_tried("files of another group: this user is in no other")
        return
    write("x", "", 0o640)
    os.chown("x", 54321 if os.getuid() == 0 else -1, group)
    before = os.stat("x")
    check(good("-o", "x").code == 0)
    after = os.stat("x")
    check(after.st_ino != before.st_ino and read("x").startswith(b"meshreport"))
    check((after.st_uid, after.st_gid, after.st_mode) == (before.st_uid, before.st_gid, before.st_mode), before, after)


def test_group_that_cannot_be_kept():
    """a group that may not be kept takes its rights with it: no other group reads what was not for it"""
    if os.getuid() != 0:
        tap.not_tried("a file of a group that another user is not in: only root can make one")
        return
    for folder in (TMP, os.getcwd()):
        os.chmod(folder, 0o777)
    program = os.path.join(TMP, "program")  # the build may lie where another user cannot look
    shutil.copy(MESHREPORT, program)
    dataset()
    write("x", "", 0o664)
    os.chown("x", 0, 12345)

    def drop():
        os.setgroups([])
        os.setgid(54321)
        os.setuid(54321)
    done = subprocess.run([program, "--plugin-dir", PLUGINS, "-f", "good", "-o", "x", "mesh.yaml"], preexec_fn=drop,
                          capture_output=True, text=True, env=environment())
    os.unlink(program)
    check(done.returncode == 0, done.stderr)
    check(os.stat("x").st_gid == 54321 and stat.S_IMODE(os.stat("x").st_mode) == 0o644, oct(os.stat("x").st_mode))


def access_list(user, group_rights):
    """rw for the owner and `user`, a mask: in the kernel's form."""
    entries = [(1, 6, 0xffffffff), (2, 6, user), (4, group_rights, 0xffffffff), (16, 6, 0xffffffff), (32, 0, 0xffffffff)]
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


def put_attribute(path, name, value):
    try:
        os.setxattr(path, name, value)
        return True
    except OSError as error:
        tap.not_tried(name + ": this file system has none,", error.strerror)
        return False


def test_access_list():
    """a replaced file keeps its access list and attributes, and gets none that the folder gives to new ones"""
    names = ("system.posix_acl_access", "user.meshreport")
    lists = access_list(12345, 4)
    write("x", "", 0o640)
    had = [n for n, v in zip(names, (lists, b"mine")) if put_attribute("x", n, v)]
    mode = os.stat("x").st_mode
    check(good("-o", "x").code == 0 and read("x").startswith(b"meshreport"))
    check(os.stat("x").st_mode == mode, oct(mode), oct(os.stat("x").st_mode))
    for name in had:
        check(os.getxattr("x", name) == {names[0]: lists, names[1]: b"mine"}[name], name)
    write("y", "", 0o640)
    if put_attribute(".", "system.posix_acl_default", access_list(12345, 6)):
        check(good("-o", "y").code == 0 and read("y").startswith(b"meshreport"))
        check(names[0] not in os.listxattr("y") and stat.S_IMODE(os.stat("y").st_mode) == 0o640, os.listxattr("y"))


def test_replaced_not_overwritten():
    """a reader of the old file keeps it: it is replaced, not written into"""
    write("x", "old")
    with open("x") as old:
        check(good("-o", "x").code == 0)
        check(old.read() == "old")


def test_one_extension():
    """formats with one extension get names of their own"""
    check(run("-f", "good,several", "-o", "out", dataset()).code == 0)
    check(sorted(os.listdir("out")) == ["mesh-good.txt", "mesh-several-a.txt", "mesh-several-b.txt", "mesh-several.txt"], os.listdir("out"))


def test_part_beside_file():
    """further artifacts of one format stand beside the file of -o"""
    check(run("-f", "several", "-o", "x.y.txt", dataset()).code == 0)
    check_only("mesh.yaml", "x.y.txt", "x.y-a.txt", "x.y-b.txt")
    check_fails(run("-f", "several", "-o", "-", "mesh.yaml"), 1, "several files")


def test_same_bytes():
    """the same input gives the same bytes whatever the surroundings"""
    dataset()
    seen = set()
    for env in ({}, {"TZ": "Asia/Tokyo"}, {"LC_ALL": "de_DE.UTF-8"}, {"HOME": "/nonexistent"}):
        seen.add(run("-f", "good", "-o", "-", "mesh.yaml", env=env).out)
    check(len(seen) == 1)


def test_no_graphics_library():
    """the default format loads no graphics library, and the parent no plugin at all"""
    def loaded(*words):
        done = subprocess.run([MESHREPORT, *words, dataset()], capture_output=True, text=True,
                              env=environment(LD_DEBUG="libs"))
        check(done.returncode == 0, done.stderr[-500:])
        return done.stderr
    libraries = loaded("-o", "out")
    for name in ("libcairo", "libhpdf", "libfontconfig", "libharfbuzz", "libpango", "libpng", "libxml2", "libzip", "libxlsxwriter"):
        check(name not in libraries, name, "is loaded")
    parent = loaded("check")
    check("plugins/" not in parent)
