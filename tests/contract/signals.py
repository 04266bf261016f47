# SPDX-License-Identifier: MIT
"""Signals: ends and stops in between."""
import os
import select
import signal
import subprocess
import time

from host import MESHREPORT, PLUGINS, Waiting, check_only, dataset, environment, processes, read, run, write
from limits import seconds, until
from tap import check


def state_of(pid):
    """R, S, T ... of a process, or "" when there is none."""
    try:
        return read("/proc/%d/stat" % pid).rsplit(b")", 1)[1].split()[0].decode()
    except OSError:
        return ""


def test_interrupt():
    """whatever signal ends it, its children, its files and the folders that it made are gone, and the shell sees the signal"""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGXCPU, signal.SIGALRM, signal.SIGUSR1):
        before = processes()
        os.mkdir("mine")
        waiting = Waiting("-f", "waits,loops", "-o", "mine/new/deep/")
        check(os.path.isdir("mine/new/deep"))
        waiting.process.send_signal(number)
        code, err = waiting.end()
        check(code == -number and err == "", number, code, err)
        check(os.listdir("mine") == [], number, os.listdir("mine"))
        until(lambda before=before: processes() <= before, "the end of its children")
        os.rmdir("mine")
    check_only("mesh.yaml")


def test_interrupt_before_rendering():
    """a signal that comes while formats are asked what they make of the job ends it in silence, and writes nothing"""
    before = processes()
    waiting = Waiting("-f", "ponders,good", "-O", "nosuch=1", "-o", "out/")
    waiting.process.terminate()
    code, err = waiting.end()
    check(code == -signal.SIGTERM and err == "", code, err)
    until(lambda: processes() <= before, "the end of its children")
    check_only("mesh.yaml")


def test_interrupt_of_verify():
    """a signal ends verify, too, while what is compared is made"""
    dataset()
    write("mesh.txt", "words")
    for name in ("waits", "ponders"):
        waiting = Waiting("verify", "-f", name, "mesh.txt")
        waiting.process.send_signal(signal.SIGINT)
        code, err = waiting.end()
        check(code == -signal.SIGINT and err == "", code, err)


def reading(*words):
    """A run that reads a dataset from a pipe that nobody writes to."""
    process = subprocess.Popen([MESHREPORT, "check", *words, "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
    return process


def test_time_of_reading():
    """a file that does not come is waited for as long as --timeout says, in tenths of a second, however short and whatever it is called"""
    os.mkfifo("pipe")
    for limit in ("0.1", "0.0000000001"):
        process = reading("--timeout", limit)
        check(process.wait(seconds(15)) == 1, process.returncode)
        err = process.stderr.read()
        process.stdin.close()
        check(err == b"<stdin>: error: still reading the file after 0.1 s, and was ended (--timeout)\n", err)
    holder = os.open("pipe", os.O_RDWR)
    for name in ("pipe", "./" * 700 + "pipe"):
        done = subprocess.run([MESHREPORT, "check", "--timeout", "0.1", name], capture_output=True, env=environment())
        check(done.returncode == 1 and b"error: still reading the file after 0.1 s" in done.stderr, done)
    os.close(holder)


def test_signal_of_the_clock():
    """the clock's own signal, when somebody else sends it, ends the program as any other does"""
    process = reading("--timeout", "600")

    def is_caught():
        with open("/proc/%d/status" % process.pid) as status:
            caught = next(line for line in status if line.startswith("SigCgt"))
        return int(caught.split()[1], 16) >> (signal.SIGRTMIN - 1) & 1
    until(is_caught, "its wait for the file")
    process.send_signal(signal.SIGRTMIN)
    check(process.wait(seconds(15)) == -signal.SIGRTMIN, process.returncode)
    process.stdin.close()
    process.stderr.close()


def test_interrupt_names_what_is_whole():
    """what was whole before the signal came stays, and is named"""
    waiting = Waiting("-f", "good,waits", "-o", "out/")
    until(lambda: os.path.exists("out/mesh-good.txt"), "the other format's file")
    waiting.process.terminate()
    code, err = waiting.end()
    check(code == -signal.SIGTERM and err.startswith("wrote out/mesh-good.txt (") and err.count("\n") == 1, code, err)
    check(os.listdir("out") == ["mesh-good.txt"] and read("out/mesh-good.txt").startswith(b"meshreport"), os.listdir("out"))


def test_ignored_signals():
    """a signal that the caller ignores (nohup) stays ignored"""
    waiting = None
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        waiting = Waiting("-f", "waits")
    finally:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    waiting.process.send_signal(signal.SIGHUP)
    waiting.go()
    code, err = waiting.end()
    check(code == 0 and read("mesh.txt") == b"meshreport 0 half and whole", code, err)


def test_signal_held_back():
    """a signal that the caller holds back ends what a plugin does, and what it did not say is neither read nor judged"""
    def hold_back():
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
        os.kill(os.getpid(), signal.SIGTERM)
    dataset()
    write("table.md", "| | A |\n|---|---|\n| f | yes |\n")
    for words, code in ((["import", "--from", "markdown", "table.md"], 1), (["verify", "-f", "good", "mesh.yaml", "mesh.yaml"], 2)):
        result = run(*words, preexec_fn=hold_back)
        check(result.code == code and not result.out and not result.err, words, result.code, result.out, result.err)


def test_stop():
    """^Z stops the formats, too, and they go on with it"""
    waiting = Waiting("-f", "waits")
    waiting.process.send_signal(signal.SIGTSTP)
    until(lambda: state_of(waiting.process.pid) == "T", "the stop")
    until(lambda: state_of(waiting.child) == "T", "the format's stop")
    waiting.process.send_signal(signal.SIGCONT)
    until(lambda: state_of(waiting.child) != "T", "the format going on")
    waiting.go()
    code, err = waiting.end()
    check(code == 0 and read("mesh.txt") == b"meshreport 0 half and whole", code, err)


def test_stop_and_interrupt():
    """what was stopped can be interrupted, and leaves nothing"""
    waiting = Waiting("-f", "waits", "-o", "out/")
    waiting.process.send_signal(signal.SIGTSTP)
    until(lambda: state_of(waiting.process.pid) == "T", "the stop")
    waiting.process.send_signal(signal.SIGTERM)
    waiting.process.send_signal(signal.SIGCONT)
    code, err = waiting.end()
    check(code == -signal.SIGTERM and err == "", code, err)
    until(lambda: state_of(waiting.child) == "", "the format's end")
    check_only("mesh.yaml")


def test_stopped_time():
    """the time in which the program was stopped does not count as the format's, by ^Z or by SIGSTOP"""
    limit = seconds(1)
    for number in (signal.SIGTSTP, signal.SIGSTOP):
        waiting = Waiting("-f", "waits", "--timeout", "%.3f" % limit, "--force")
        waiting.process.send_signal(number)
        until(lambda w=waiting: state_of(w.process.pid) == "T", "the stop")
        time.sleep(1.1 * limit)  # no wait for something to happen: the timeout itself
        waiting.process.send_signal(signal.SIGCONT)
        waiting.go()
        code, err = waiting.end()
        check(code == 0 and read("mesh.txt") == b"meshreport 0 half and whole", code, err)


class Pouring:
    """A run that writes four artifacts over old files, the third of which is a pipe."""

    def __init__(self):
        dataset()
        for part in ("", "-a", "-c"):
            write("mesh%s.txt" % part, "meshreport 0 old")
        os.mkfifo("mesh-b.txt")
        self.reader = os.open("mesh-b.txt", os.O_RDONLY | os.O_NONBLOCK)
        self.process = subprocess.Popen([MESHREPORT, "--plugin-dir", PLUGINS, "-f", "pours", "-o", "./", "mesh.yaml"],
                                        stderr=subprocess.PIPE, env=environment())
        select.select([self.reader], [], [])
        self.first = os.read(self.reader, 10)

    def end(self):
        err = self.process.stderr.read().decode()
        return self.process.wait(seconds(15)), err

    @staticmethod
    def check_files(words, parts=("", "-a", "-c")):
        check_only("mesh.yaml", "mesh.txt", "mesh-a.txt", "mesh-b.txt", "mesh-c.txt")
        for part in parts:
            check(read("mesh%s.txt" % part).startswith(words), part, read("mesh%s.txt" % part)[:30])


def test_interrupted_set():
    """a signal while one of several artifacts goes to a pipe leaves all the old files and nothing else"""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT):
        pouring = Pouring()
        pouring.process.send_signal(number)
        code, err = pouring.end()
        check(code == -number and err == "", code, err)
        pouring.check_files(b"meshreport 0 old")
        os.close(pouring.reader)
        os.unlink("mesh-b.txt")


def test_interrupted_streams():
    """a signal while one format goes to a pipe keeps the next from its own"""
    dataset()
    readers = []
    for name in ("mesh-pours-b.txt", "mesh-good.txt"):
        os.mkfifo(name)
        readers.append(os.open(name, os.O_RDONLY | os.O_NONBLOCK))
    process = subprocess.Popen([MESHREPORT, "--plugin-dir", PLUGINS, "-f", "pours,good", "-o", "./", "mesh.yaml"], stderr=subprocess.PIPE, env=environment())
    select.select(readers[:1], [], [])
    process.terminate()
    err = process.stderr.read().decode()
    check(process.wait(seconds(15)) == -signal.SIGTERM and err == "", process.returncode, err)
    check(os.read(readers[1], 10) == b"", "the next one was written")
    check_only("mesh.yaml", "mesh-good.txt", "mesh-pours-b.txt")
    for reader in readers:
        os.close(reader)


def test_set_with_closed_pipe():
    """nor does a reader that goes away"""
    pouring = Pouring()
    os.close(pouring.reader)
    code, err = pouring.end()
    check(code == 1 and "mesh-b.txt was closed by its reader" in err, code, err)
    pouring.check_files(b"meshreport 0 old")


def test_set_with_taken_place():
    """nor a file whose place was taken meanwhile"""
    pouring = Pouring()
    os.unlink("mesh-c.txt")
    os.mkdir("mesh-c.txt")
    os.set_blocking(pouring.reader, True)
    while os.read(pouring.reader, 1 << 16):
        pass
    code, err = pouring.end()
    check(code == 1 and "mesh-c.txt: Is a directory" in err, code, err)
    pouring.check_files(b"meshreport 0 old", ("", "-a"))


def test_set_with_pipe():
    """all of the set is there when the pipe's reader has read all"""
    pouring = Pouring()
    os.set_blocking(pouring.reader, True)
    n = len(pouring.first)
    while chunk := os.read(pouring.reader, 1 << 16):
        n += len(chunk)
    code, err = pouring.end()
    check(code == 0 and n == 17 + 7 * 200000, code, n, err)
    pouring.check_files(b"meshreport 0 new")


def test_killed_parent():
    """children end when their parent is killed"""
    before = processes()
    waiting = Waiting("-f", "waits", "-o", "x")
    waiting.process.kill()
    waiting.end()
    until(lambda: processes() <= before, "the end of its children")
