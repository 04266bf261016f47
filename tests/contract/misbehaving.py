# SPDX-License-Identifier: MIT
"""Plugins that crash, hang, flood or lie cost their own format and nothing else."""
import os
import signal
import subprocess

from host import compile_text, DATASET, MESHREPORT, PLUGINS, SHORT, check_fails, check_only, dataset, environment, processes, read, run, usage, write
from builds import BUILD, IS_SANITIZED
from limits import processor_time, until
from tap import check


def breaks(name, *needles, also=()):
    """`name` fails with one line; a good format beside it is written."""
    result = run("-f", "good," + name, "-o", "out/", *also, dataset())
    check_fails(result, 1, name + ": error:", *needles)
    check(result.err.count("error:") == 1, result.err)
    # A format that was not even opened has no extension that good would have to step aside for.
    check(os.listdir("out") in (["mesh-good.txt"], ["mesh.txt"]), os.listdir("out"))
    return result


def test_crash():
    """a crash while rendering costs that format alone, and is named with its signal"""
    breaks("crash", "crashed while rendering", "signal 11 (SIGSEGV)")


def test_crash_where_deaths_are_ignored():
    """a caller that ignores SIGCHLD does not turn a crash into an end"""
    result = run("-f", "crash", dataset(), preexec_fn=lambda: signal.signal(signal.SIGCHLD, signal.SIG_IGN))
    check_fails(result, 1, "crashed while rendering", "signal 11 (SIGSEGV)")


def test_crash_in_constructor():
    """a crash while the plugin is opened is told from one while rendering"""
    breaks("constructor", "crashed while opening the plugin", "signal 11 (SIGSEGV)")


def test_abort():
    """an abort is named, with what the plugin printed before"""
    result = breaks("aborts", "signal 6 (SIGABRT)")
    check("aborts: warning: printed: assertion failed" in result.err, result.err)


def test_exit():
    """a plugin that ends the process with 0 has failed all the same"""
    # LeakSanitizer looks from outside at who leaves by exit(), which the sandbox forbids
    breaks("exits", "ended the process", "exit status 0", also=("--sandbox", "off") if IS_SANITIZED else ())


def test_exit_with_a_status_of_ours():
    """a plugin that ends the process with a status that its host has a meaning for has ended it all the same"""
    compile_text('#include "plugin.h"\n#include <unistd.h>\nstatic int render(struct mr_job *job) { (void)job; _exit(113); }\n'
                 'DECLARE("leaves", .render = render);\n', os.path.abspath("leaves.so"))
    check_fails(run("--plugin-dir", ".", "-f", "leaves", dataset()), 1, "leaves: error: the plugin ended the process while rendering: exit status 113")


def test_loop():
    """an endless loop is ended by the timeout"""
    breaks("loops", "still rendering after %s s" % SHORT, "--timeout", also=("--timeout", SHORT))


def test_shortest_timeout():
    """the shortest timeout is a millisecond, not for ever"""
    result = run("-f", "loops", "--timeout", "0.0001", dataset())
    check_fails(result, 1, "after 0.001 s")


def test_hang():
    """a plugin that ignores SIGTERM ends with all it has started"""
    before = processes()
    breaks("hangs", "still rendering", also=("--timeout", SHORT))
    until(lambda: processes() <= before, "the end of what it started")


def test_orphan():
    """a crash is seen, and not the timeout waited for, although a grandchild holds the pipe open"""
    breaks("orphan", "crashed while rendering", also=("--sandbox", "off"))


def test_fork():
    """a format that renders well is done although a grandchild holds the pipe open"""
    before = processes()
    result = run("-f", "forks", "--sandbox", "off", dataset())
    check(result.code == 0 and read("mesh.txt") == b"meshreport 0 whole", result.err)
    until(lambda: processes() <= before, "the end of what it started")


def test_writes_after_failure():
    """what is written after a failure reaches no file"""
    result = run("-f", "good,fails", "-o", "out/", dataset())
    check(result.code == 1 and os.listdir("out") == ["mesh-good.txt"], result.err)
    check("mesh.yaml:11:38: error: fails: cannot show this (TLS, Consul)" in result.err, result.err)


def test_failed_sink():
    """a sink that has failed ignores what follows"""
    breaks("late", "unusable in a file name")


def test_silent_failure():
    """a plugin that fails without a word is said to have done so"""
    breaks("silent", "without saying why")


def test_error_and_zero():
    """an error that was reported fails the format although render returned 0"""
    breaks("liar", "something is missing")


def test_same_part_twice():
    """opening the same part twice fails the format"""
    breaks("twice", "the same artifact twice")


def test_nothing_opened():
    """returning 0 without an artifact is a failure"""
    breaks("nothing", "wrote nothing")


def test_part_that_escapes():
    """the name of a part cannot lead out of the folder"""
    breaks("escapes", "unusable in a file name")


def test_undeclared_second():
    """a second artifact needs the capability for several"""
    breaks("undeclared", "MR_CAN_SEVERAL")


def test_all_descriptors_closed():
    """a plugin that closes every descriptor fails alone"""
    breaks("closes", "rendering")


def test_cut_costs_no_other():
    """a plugin that closes its pipe and sleeps takes no time of another's"""
    result = run("-f", "cut,slow", "-o", "out/", "--timeout", "1.9", dataset())
    check_fails(result, 1, "cut: error: the plugin cut its connection while rendering")
    check(os.listdir("out") == ["mesh-slow.txt"] and "slow: error" not in result.err, os.listdir("out"), result.err)


def test_scribbled_pipe():
    """a plugin that writes to the host's pipe fails alone"""
    breaks("scribbles", "disturbed the connection")


def test_pelted():
    """frames that a plugin sends before it is ready end it at once, or with its time, and fill no memory of the host's"""
    dataset()
    for kind, words in (("hello", "disturbed the connection while reading its options"), ("sniff", "disturbed the connection"),
                        ("progress", "disturbed the connection"), ("diag", "still reading its options after")):
        pipe = subprocess.Popen([MESHREPORT, "--plugin-dir", PLUGINS, "-f", "pelts,good", "-O", "pelts.with=" + kind, "--timeout", SHORT,
                                 "-o", "./", "mesh.yaml"], stderr=subprocess.PIPE, env=environment())
        err = pipe.stderr.read().decode()
        _, status, usage = os.wait4(pipe.pid, 0)
        pipe.returncode = os.waitstatus_to_exitcode(status)
        check(pipe.returncode == 1 and words in err and len(err) < 200000, kind, pipe.returncode, err[-500:])
        check("more" in err or kind != "diag", "what is left out is counted:", err[-500:])
        check(sorted(os.listdir(".")) == ["mesh.txt", "mesh.yaml"] and b"draft" in read("mesh.txt"), "the other format goes on", os.listdir("."))
        os.unlink("mesh.txt")
        if "san" not in os.path.basename(BUILD):
            check(usage.ru_maxrss < 40000, kind, usage.ru_maxrss, "kB")


def test_out_of_memory():
    """alloc() that cannot be served ends the format with a message"""
    breaks("hungry", "out of memory")


def test_stray_output():
    """what a plugin prints reaches neither the artifact nor the terminal unescaped"""
    result = run("-f", "prints", "-o", "-", dataset())
    check(result.code == 0 and result.out == b"the artifact\n", result.out)
    check("printed: stray \\x1b[31mwords" in result.err and "\033" not in result.err, result.err)


def test_flood_of_stray_output():
    """a plugin that prints without end is ended in time, and a line of it is shown, cut"""
    result = breaks("floods", "still rendering", also=("--timeout", SHORT, "--sandbox", "off"))
    check("floods: warning: printed: xxxx" in result.err and len(result.err) < 2000, result.err[:300])


def test_many_messages():
    """a thousand hostile messages are cut, counted and harmless"""
    result = run("-f", "chatty", dataset())
    check(result.code == 0, result.err)
    check("\033" not in result.err and "\udcff" not in result.err, result.err)
    check("900 more warnings" in result.err, result.err[-300:])


def test_error_behind_warnings():
    """no number of warnings hides the error that ends a format"""
    result = run("-f", "warncrash,warnfail", "-o", "out/", dataset())
    check_fails(result, 1, "warncrash: error: the plugin crashed while rendering: signal 6", "warnfail: error: the font is broken")
    check(result.err.count("50 more warnings are not shown") == 2, result.err[-300:])


def test_error_behind_notes():
    """a missing plugin folder is named whatever else lies in the others"""
    os.mkdir("own")
    for i in range(120):
        write("own/BAD%d.so" % i)
    result = run("--plugin-dir", "own", "--plugin-dir", "missing", "--list-formats", plugins=False)
    check_fails(result, 2, "error: plugin folder missing: No such file")
    check(result.err.count("\n") == 1, result.err)
    result = run("-v", "--plugin-dir", "own", "--plugin-dir", "missing", "--list-formats", plugins=False)
    check_fails(result, 2, "error: plugin folder missing: No such file", "20 more notes are not shown")


def test_errors_of_a_dataset_behind_warnings():
    """a hundred warnings do not hide what is wrong with a dataset"""
    features = ["- {id: f%d, name: 'F ![x](p.png)', values: {istio: yes}}" % i for i in range(120)]
    features.append("- {id: last, name: L, values: {nobody: yes}}")
    write("mesh.yaml", DATASET[:DATASET.index("      - id: tls")] + "".join("      %s\n" % f for f in features))
    check_fails(run("check", "mesh.yaml"), 1, "error: unknown product 'nobody'", "20 more warnings are not shown")


def test_memory_of_messages():
    """messages that are repeated or left out cost the host nothing"""
    dataset()
    pipe = subprocess.Popen([MESHREPORT, "--plugin-dir", PLUGINS, "-f", "same", "-o", "x", "mesh.yaml"], stderr=subprocess.PIPE,
                            env=environment())
    err = pipe.stderr.read().decode()
    _, status, usage = os.wait4(pipe.pid, 0)
    pipe.returncode = os.waitstatus_to_exitcode(status)
    check(pipe.returncode == 0 and err.count("a rather long message") == 1, err[:300])
    check("299900 more notes are not shown" in err, err[-300:])
    if "asan" not in BUILD and "san" not in os.path.basename(BUILD):
        check(usage.ru_maxrss < 40000, usage.ru_maxrss, "kB")


def test_print_with_nul():
    """a line that a plugin prints is shown whole, also behind a NUL"""
    result = run("-f", "nul", "-o", "x", dataset())
    check(result.code == 0, result.err)
    check("printed: before\\x00after\n" in result.err and "printed: next line\n" in result.err, result.err)


def test_order_of_messages():
    """messages come in the order of the formats, whoever is done first"""
    orders = set()
    for _ in range(5):
        result = run("-f", "loops,liar,good,silent", "-o", "out/", "--timeout", SHORT, dataset())
        orders.add(result.err)
    check(len(orders) == 1, orders)
    lines = orders.pop().splitlines()
    check([l.split(":")[0].split(" ")[0] for l in lines] == ["loops", "liar", "wrote", "silent"], lines)


def test_big_output():
    """thirty-two megabytes in pieces of sixteen bytes arrive whole, in under five seconds of processor time"""
    result, used = processor_time(lambda: run("-f", "big", "-o", "big.txt", dataset()))
    check(result.code == 0 and os.path.getsize("big.txt") == 32 << 20, result.err)
    check(set(read("big.txt").split(b"\n")) == {b"0123456789abcde", b""})
    check(used < 5, used)


def test_several_artifacts():
    """what several sinks are given in turn ends in the right files"""
    result = run("-f", "several", dataset())
    check(result.code == 0, result.err)
    check(read("mesh.txt") == b"meshreport 0\n" * 1000 and read("mesh-a.txt") == b"aaaa\n" * 1000)
    check(read("mesh-b.txt") == b"bb\n" * 1000)
    check_only("mesh.yaml", "mesh.txt", "mesh-a.txt", "mesh-b.txt")


def test_all_or_nothing():
    """of several artifacts none is seen when one cannot be"""
    os.mkdir("mesh-b.txt")
    write("mesh.txt", "meshreport 0: the old one")
    check_fails(run("-f", "several", dataset()), 1, "mesh-b.txt")
    check(read("mesh.txt") == b"meshreport 0: the old one")
    check_only("mesh.yaml", "mesh.txt", "mesh-b.txt")
