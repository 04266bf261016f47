# SPDX-License-Identifier: MIT
"""Time in tests, in one place: a limit ends what hangs, and what is waited for is looked for.

Seconds are those of a quiet machine; $SLOW, which tests/run measures, makes them what this one needs.
No test sleeps and then looks: it asks until() what it waits for.  How long something may take is a
limit on the time of the processor, which no other work on the machine lengthens.
"""
import os
import resource
import time

SLOW = float(os.environ.get("SLOW") or 4)


def seconds(quiet):
    return quiet * SLOW


def until(condition, *words, quiet=15):
    """Waits for what must come, however slow the machine is: asks again and again, until the limit; `words` name it."""
    end = time.monotonic() + seconds(quiet)
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("never came: " + " ".join(map(str, words)))
        time.sleep(0.01)


def processor_time(action):
    """(what action() returns, the seconds of processor time of the processes that it ran and waited for)"""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    result = action()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return result, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
