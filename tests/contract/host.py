# SPDX-License-Identifier: MIT
"""What the tests of the contract share: the program with the plugins of plugins/ in reach, files, a run that waits.

The plugins are compiled into a folder of their own; every test works in an empty one.
"""
import concurrent.futures
import os
import resource
import signal
import subprocess
import sys
import tempfile

# Behind a shell's "&" signals may come ignored, and a program keeps them so; these tests are about those that are not.
for _number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
    signal.signal(_number, signal.default_int_handler if _number == signal.SIGINT else signal.SIG_DFL)

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "tests"))
from builds import BUILD  # noqa: E402
from limits import seconds  # noqa: E402
from tap import check  # noqa: E402

MESHREPORT = os.path.join(BUILD, "meshreport")
CC = os.environ.get("CC", "cc").split()  # "ccache gcc" is two words

TMP = tempfile.mkdtemp(prefix="meshreport-contract-")
PLUGINS = os.path.join(TMP, "plugins")
FLAGS = ["-std=c11", "-D_POSIX_C_SOURCE=200809L", "-fPIC", "-shared", "-I" + os.path.join(ROOT, "core/include")]

DATASET = """meshreport: 1
title: Two meshes
products:
  - {id: istio, name: Istio}
  - {id: consul, name: Consul}
categories:
  - id: general
    features:
      - id: tls
        name: TLS
        values: {istio: yes, consul: no}
      - id: retry
        name: Retry
        values: {istio: no}
"""


# What --timeout is given where it shall end something: long enough for the good formats beside it.
SHORT = "%.3f" % seconds(0.15)


class Result:
    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


def environment(**more):
    env = {k: v for k, v in os.environ.items() if k not in ("SOURCE_DATE_EPOCH", "MESHREPORT_PLUGIN_PATH", "NO_COLOR", "COLUMNS")}
    env.update(HOME=TMP, XDG_DATA_HOME=os.path.join(TMP, "data"), LC_ALL="C.UTF-8")
    # A crash must stay one in a sanitized program, too.
    env["ASAN_OPTIONS"] = env.get("ASAN_OPTIONS", "allocator_may_return_null=1") + ":handle_segv=0:handle_abort=0"
    env.update(more)
    return env


def run(*words, program=None, plugins=True, env=None, stdin=b"", **more):
    """Runs meshreport with the tests' plugins in reach."""
    command = [program or MESHREPORT]
    if plugins:
        command += ["--plugin-dir", PLUGINS]
    done = subprocess.run(command + list(words), input=stdin, capture_output=True, timeout=seconds(60),
                          env=environment(**(env or {})), **more)
    return Result(done.returncode, done.stdout, done.stderr.decode("utf-8", "surrogateescape"))


def check_fails(result, code, *needles):
    check(result.code == code, "exit", result.code, "not", code, "err:", result.err)
    for needle in needles:
        check(needle in result.err, "no", repr(needle), "in:", result.err)


def check_only(*names):
    """Nothing lies in the working directory but these: no half file, no temporary one."""
    found = sorted(os.listdir("."))
    check(found == sorted(names), "the folder holds", found)


def write(path, text="", mode=None):
    with open(path, "w") as f:
        f.write(text)
    if mode is not None:
        os.chmod(path, mode)


def read(path):
    with open(path, "rb") as f:
        return f.read()


def dataset():
    write("mesh.yaml", DATASET)
    return "mesh.yaml"


def compile_plugin(source, target, *flags):
    done = subprocess.run([*CC, *FLAGS, "-I" + os.path.join(HERE, "plugins"), "-o", target, source, *flags],
                          capture_output=True, text=True)
    check(done.returncode == 0, "cannot compile", source, done.stderr)


def compile_text(text, target, *flags):
    write(target + ".c", text)
    compile_plugin(target + ".c", target, *flags)
    os.unlink(target + ".c")


def processes():
    """How many processes of this test there are, whoever their parent is by now."""
    return sum(PLUGINS.encode() in words for words in command_lines())


def command_lines():
    for name in os.listdir("/proc"):
        if name.isdigit() and int(name) != os.getpid():
            try:
                yield read("/proc/%s/cmdline" % name)
            except OSError:
                continue  # it has ended meanwhile


def usage(words, *needles, code=2, env=None):
    check_fails(run(*words, env=env), code, *needles)


def good(*words, **more):
    return run("-f", "good", *words, dataset(), **more)


class Waiting:
    """A run whose format waits in the middle: by an event, not by the clock.  It tells of it through named pipes, which no plugin may write to."""

    UNCONFINED = "meshreport: warning: plugins are not confined (--sandbox off): they can do what you can\n"

    def __init__(self, *words, **more):
        dataset()
        for name in ("ready", "go"):
            os.mkfifo(name)
        # A group of its own with a parent outside, as a shell makes it: a stop there is one.
        self.process = subprocess.Popen([MESHREPORT, "--plugin-dir", PLUGINS, "--sandbox", "off", *words, "mesh.yaml"], stderr=subprocess.PIPE,
                                        stdin=subprocess.DEVNULL, env=environment(), preexec_fn=self.prepare, **more)
        with open("ready") as ready:
            self.child = int(ready.read())

    @staticmethod
    def prepare():
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def go(self):
        with open("go", "wb") as pipe:
            pipe.write(b"x")

    def end(self):
        """Exit code and messages; the pipes are taken away."""
        err = self.process.stderr.read().decode()
        code = self.process.wait(seconds(15))
        for name in ("ready", "go"):
            os.unlink(name)
        return code, err.replace(self.UNCONFINED, "")


def compile_all():
    os.makedirs(PLUGINS)
    sources = sorted(f for f in os.listdir(os.path.join(HERE, "plugins")) if f.endswith(".c"))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda f: compile_plugin(os.path.join(HERE, "plugins", f), os.path.join(PLUGINS, f[:-2] + ".so")), sources))
