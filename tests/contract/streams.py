# SPDX-License-Identifier: MIT
"""Pipes, devices, terminals, and disks that are full."""
import fcntl
import os
import pty
import re
import resource
import select
import shutil
import signal
import stat
import struct
import subprocess
import tempfile
import termios
import time

from host import DATASET, MESHREPORT, PLUGINS, check_fails, check_only, dataset, environment, good, read, run, write
from limits import seconds, until
import tap
from tap import check


def test_named_pipe():
    """a named pipe is written through and stays one"""
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    result = good("-o", "pipe")
    check(result.code == 0, result.err)
    check(os.read(reader, 100).startswith(b"meshreport") and stat.S_ISFIFO(os.stat("pipe").st_mode))
    os.close(reader)


def test_descriptor_paths():
    """/dev/fd, as the shell hands it out for a process, is written through"""
    dataset()
    done = subprocess.run(["bash", "-c", '"$0" --plugin-dir "$1" -f good -o >(cat > got; : > read) mesh.yaml', MESHREPORT, PLUGINS],
                          capture_output=True, env=environment())
    check(done.returncode == 0, done.stderr)
    until(lambda: os.path.exists("read"), "the end of the other process")
    check(read("got").startswith(b"meshreport "), read("got"))
    check(run("-f", "good", "-o", "/dev/fd/1", "mesh.yaml").out.startswith(b"meshreport "))
    check(run("-f", "good", "-o", "/dev/stdout", "mesh.yaml").out.startswith(b"meshreport "))


def test_pipe_without_reader():
    """waiting for the reader of a named pipe can be interrupted"""
    os.mkfifo("pipe")
    process = subprocess.Popen([MESHREPORT, "--plugin-dir", PLUGINS, "-f", "good", "-o", "pipe", dataset()], env=environment())
    until(lambda: is_alone_and_asleep(process.pid), "its wait for a reader")
    check(process.poll() is None)
    process.send_signal(signal.SIGINT)
    check(process.wait(seconds(5)) == -signal.SIGINT)


def is_alone_and_asleep(pid):
    """Whether it has no child, neither rendering nor to be waited for, and waits itself."""
    states = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            state, parent = read("/proc/%s/stat" % name).rpartition(b")")[2].split()[:2]
        except OSError:
            continue  # it has ended meanwhile
        states[int(name)] = (state, int(parent))
    return states[pid][0] == b"S" and not any(parent == pid for _, parent in states.values())


def test_nonblocking_output():
    """a standard output that does not block is waited for"""
    dataset()
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    process = subprocess.Popen([MESHREPORT, "--plugin-dir", PLUGINS, "-f", "big", "-o", "-", "mesh.yaml"], stdout=writer, env=environment())
    until(lambda: not select.select([], [writer], [], 0)[1], "a full pipe")
    os.close(writer)
    n = 0
    while chunk := os.read(reader, 1 << 20):
        n += len(chunk)
    os.close(reader)
    check(process.wait() == 0 and n == 32 << 20, n)


def test_slow_reader():
    """the time a reader takes does not count as the format's"""
    limit = seconds(0.75)
    dataset()
    process = subprocess.Popen([MESHREPORT, "--plugin-dir", PLUGINS, "-f", "big", "-o", "-", "--timeout", "%.3f" % limit, "mesh.yaml"],
                               stdout=subprocess.PIPE, env=environment())
    check(len(process.stdout.read(1)) == 1, "nothing comes")
    time.sleep(1.2 * limit)  # no wait for something to happen: the timeout itself
    n = 1 + len(process.stdout.read())
    check(process.wait() == 0 and n == 32 << 20, n)


def test_progress():
    """progress is shown on a terminal only, and erased at the end"""
    master, slave = pty.openpty()
    process = subprocess.Popen([MESHREPORT, "--plugin-dir", PLUGINS, "-f", "slow", dataset()], stderr=slave, env=environment())
    shown = b""
    os.close(slave)
    try:
        while chunk := os.read(master, 1000):
            shown += chunk
    except OSError:
        pass  # it has ended
    process.wait()
    os.close(master)
    check(b"slow " in shown and b"%" in shown and b"\r\033[Kwrote mesh.txt" in shown, shown)
    check(run("-f", "slow", "mesh.yaml").err.startswith("wrote mesh.txt"))


def test_full_device():
    """a full device is exit 1 with the system's reason, and the device stays"""
    check_fails(good("-o", "/dev/full"), 1, "/dev/full", "No space left")
    check(stat.S_ISCHR(os.stat("/dev/full").st_mode))
    with open("/dev/full", "wb") as full:
        done = subprocess.run([MESHREPORT, "--plugin-dir", PLUGINS, "-f", "good", "-o", "-", "mesh.yaml"], stdout=full,
                              stderr=subprocess.PIPE, env=environment())
    check(done.returncode == 1 and b"No space left" in done.stderr, done.stderr)
    for words in (["--help"], ["--version"], ["--list-formats"]):
        with open("/dev/full", "wb") as full:
            check(subprocess.run([MESHREPORT, *words], stdout=full, stderr=subprocess.PIPE, env=environment()).returncode == 1)


def test_null_device():
    """/dev/null takes everything"""
    check(good("-o", "/dev/null").code == 0 and stat.S_ISCHR(os.stat("/dev/null").st_mode))


def test_full_disk():
    """a limit on file sizes, ignored or not, stands for a full disk: an error, no half file, the old one kept"""
    for action in (signal.SIG_DFL, signal.SIG_IGN):
        def limit(action=action):
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
            signal.signal(signal.SIGXFSZ, action)
        check_fails(run("-f", "big", dataset(), preexec_fn=limit), 1, "big: error: cannot write mesh.txt", "File too large")
        check_only("mesh.yaml")
        with open("out", "wb") as out:
            done = subprocess.run([MESHREPORT, "--plugin-dir", PLUGINS, "-f", "big", "-o", "-", "mesh.yaml"], stdout=out,
                                  stderr=subprocess.PIPE, preexec_fn=limit, restore_signals=False, env=environment())
        check(done.returncode == 1 and b"cannot write standard output: File too large" in done.stderr, done)
        os.unlink("out")
        write("mesh.txt", "meshreport 0: old")
        check_fails(run("-f", "big,good", "-o", "./", "mesh.yaml", preexec_fn=limit), 1, "File too large")
        check(read("mesh.txt") == b"meshreport 0: old")
        check_only("mesh.yaml", "mesh-good.txt", "mesh.txt")
        os.unlink("mesh.txt")
        os.unlink("mesh-good.txt")


def test_program_below_the_root():
    """a program in a folder of the root (/app) takes nothing of its own from the working directory"""
    for path, text in (("core/include/meshreport/plugin.h", ""), ("data/servicemesh.yaml", DATASET.replace("Two meshes", "PLANTED")),
                       ("templates/html/page.mustache", "PLANTED"), ("plugins/good.so", "PLANTED")):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        write(path, text)
    shutil.copy(MESHREPORT, "meshreport")
    script = 'cp meshreport /srv/meshreport && { /srv/meshreport check; /srv/meshreport --list-formats -v; /srv/meshreport -f html -o - ; } 2>&1'
    mount = "mount -t tmpfs none /srv && "
    done = subprocess.run(["unshare", "-rm", "sh", "-c", mount + script], capture_output=True, text=True, env=environment())
    if "unshare" in done.stderr or "mount" in done.stderr:  # no namespaces here: root has a folder of the root for a moment
        check(os.getuid() == 0, "neither namespaces nor root, so no program can lie there:", done.stderr)
        folder = tempfile.mkdtemp(prefix="meshreport-app-", dir="/")
        try:
            done = subprocess.run(["sh", "-c", script.replace("/srv", folder)], capture_output=True, text=True, env=environment())
        finally:
            shutil.rmtree(folder)
    said = done.stdout + done.stderr
    check("PLANTED" not in said and "refused" not in said, said)
    check(re.search(r"/\S+/servicemesh.yaml", said), "the shipped dataset has an absolute path:", said)


def test_full_tmpfs():
    """a file system that is really full: no file, no half file"""
    dataset()
    os.mkdir("full")
    mount = "mount -t tmpfs -o size=1m none full && "
    script = '"$@" -f big -o full/ mesh.yaml; code=$?; ls -A full | wc -l; exit $code'
    words = ["sh", MESHREPORT, "--plugin-dir", PLUGINS]
    done = subprocess.run(["unshare", "-rm", "sh", "-c", mount + script, *words], capture_output=True, text=True, env=environment())
    if "unshare" in done.stderr or "mount" in done.stderr:  # no namespaces here: root mounts in the open
        check(os.getuid() == 0, "neither namespaces nor root, so no file system can be filled:", done.stderr)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", "full"], capture_output=True, text=True)
        if mounted.returncode:  # a container that forbids its root to mount; the size limit above stands for it
            tap.not_tried("a full file system: none can be made here,", mounted.stderr.strip())
            return
        try:
            done = subprocess.run(["sh", "-c", script, *words], capture_output=True, text=True, env=environment())
        finally:
            subprocess.run(["umount", "full"], check=True)
    check(done.returncode == 1 and "No space left" in done.stderr and done.stdout.strip() == "0", done.stdout, done.stderr)


def test_closed_pipe():
    """standard output that its reader closes ends the program as it ends grep: by SIGPIPE and in silence"""
    dataset()
    process = subprocess.Popen([MESHREPORT, "--plugin-dir", PLUGINS, "-f", "big", "-o", "-", "mesh.yaml"], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env=environment())
    process.stdout.read(10)
    process.stdout.close()
    err = process.stderr.read()
    check(process.wait() == -signal.SIGPIPE and err == b"", process.returncode, err)
    for words in (["--help"], ["--version"], ["--list-formats"], ["--help", "html"], ["--print-template", "html"]):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run([MESHREPORT, *words], stdout=writer, stderr=subprocess.PIPE, env=environment())
        os.close(writer)
        check(done.returncode == -signal.SIGPIPE and done.stderr == b"", words, done)


def test_closed_pipe_behind_several_files():
    """of several files that would be shown none is any more when the reader has closed"""
    for name in ("a.yaml", "b.yaml"):
        write(name, DATASET.replace("title: ", "title:   "))
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([MESHREPORT, "fmt", "--check", "a.yaml", "b.yaml"], stdout=writer, stderr=subprocess.PIPE, env=environment())
    os.close(writer)
    check(done.returncode == -signal.SIGPIPE and done.stderr == b"", done)


def test_closed_pipe_where_ignored():
    """where the caller ignores SIGPIPE it is exit 1 and a message"""
    dataset()
    for words in (["-f", "big", "-o", "-", "mesh.yaml"], ["--version"], ["--print-template", "html"]):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run([MESHREPORT, "--plugin-dir", PLUGINS, *words], stdout=writer, stderr=subprocess.PIPE, env=environment(),
                              preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN))
        os.close(writer)
        check(done.returncode == 1 and (b"closed by its reader" in done.stderr or b"Broken pipe" in done.stderr), words, done)


def in_terminal(*words, columns=0, env=None):
    """Runs with standard output on a terminal; exit code and what the terminal and standard error got."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("4H", 0, columns, 0, 0))
    done = subprocess.run([MESHREPORT, "--plugin-dir", PLUGINS, *words], stdout=slave, stderr=subprocess.PIPE, stdin=slave,
                          env=environment(**(env or {})))
    os.close(slave)
    shown = b""
    try:
        while chunk := os.read(master, 1000):
            shown += chunk
    except OSError:
        pass  # how a terminal says that no one writes to it any more
    os.close(master)
    return done.returncode, shown, done.stderr


def test_terminal():
    """a binary format refuses a terminal, a text format does not"""
    code, shown, err = in_terminal("-f", "binary", "-o", "-", dataset())
    check(code == 2 and shown == b"" and b"terminal" in err, code, shown, err)
    code, shown, err = in_terminal("-f", "good", "-o", "-", "mesh.yaml")
    check(code == 0 and shown.startswith(b"meshreport"), code, shown, err)
    check(run("-f", "binary", "-o", "-", "mesh.yaml").out.endswith(b"\x01\x02"))


def test_screen():
    """a format for the screen goes to standard output when it is alone, and learns what that is like"""
    def shown(*words, columns=0, **env):
        code, out, err = in_terminal("-f", "screen", *words, dataset(), columns=columns, env=env)
        check(code == 0 and b"wrote" not in err, code, err)
        return out.decode().split("\r")[0]
    check(shown(columns=50, TERM="xterm") == "50 columns, escapes")
    check(shown("-o", "-", columns=50, TERM="xterm", COLUMNS="33") == "33 columns, escapes")
    check(shown(columns=50, TERM="dumb", COLUMNS="wide") == "50 columns, plain")
    check(shown(NO_COLOR="1") == "0 columns, plain")
    check(shown("--color=never", columns=50, TERM="xterm") == "50 columns, plain")
    check_only("mesh.yaml")


def test_screen_without_terminal():
    """in a pipe it is told COLUMNS and has no escapes unless asked for; in a file neither"""
    dataset()
    result = run("-f", "screen", "mesh.yaml", env={"COLUMNS": "44"})
    check(result.code == 0 and result.out.startswith(b"44 columns, plain") and result.err == "", result.out, result.err)
    check(run("-f", "screen", "--color=always", "mesh.yaml").out.startswith(b"0 columns, escapes"))
    check_only("mesh.yaml")
    for words in (("-o", "out.txt"), ("-f", "good", "-o", "out/")):
        check(run("-f", "screen", "--color=always", "mesh.yaml", *words, env={"COLUMNS": "44"}).code == 0)
    check(read("out.txt") == read("out/mesh-screen.txt") and read("out.txt").startswith(b"0 columns, plain"), read("out.txt"))
    check(run("-f", "screen,good", "mesh.yaml").code == 0)
    check_only("mesh.yaml", "out", "out.txt", "mesh-good.txt", "mesh-screen.txt")
