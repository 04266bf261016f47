/* SPDX-License-Identifier: MIT */
/*
 * calls - what a process may no longer ask the kernel for, by seccomp (through libseccomp).
 *
 * Forbidden by kind, and all else allowed: a list of what is allowed would break with the next C library or font
 * library, since nobody knows which calls these make.  A forbidden call fails, as it does elsewhere for want of
 * a right (EPERM, of writing EACCES) or of the call (ENOSYS, where a C library then takes an older one), and the
 * process goes on.  Calls of another architecture's numbers end it.
 *
 *   sockets; running a program; processes, but not threads; signals to any other process; tracing and reading
 *   another's memory; files opened to write, made, removed, renamed, or changed in rights, owner, time or attributes;
 *   sessions, groups and priorities; namespaces and mounts; keys; io_uring, bpf, perf, userfaultfd; memory
 *   and queues shared by name; what types into a terminal (TIOCSTI); what only an administrator may
 */
#ifndef MESHREPORT_CORE_CALLS_H
#define MESHREPORT_CORE_CALLS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Whether the kernel has such filters. */
bool calls_can(void);

/* The filter as a program of the kernel's, but for the number of the process that will put it on. */
struct calls {
	void *program; /* of struct sock_filter, in the caller's arena; null: not made */
	size_t n;
};

/*
 * Made once for all children: that takes longer than all else that confines one.  With `may_run` a process may make
 * others and run programs, which the filter stays on; signals it sends to itself alone, and they to no process but it.
 * 0, or -1 with errno.
 */
int calls_prepare(struct arena *arena, bool may_run, struct calls *out);

/* In a process of one thread, after no_new_privs; for good.  What was not prepared it makes.  0, or -1 with errno. */
int calls_deny(const struct calls *prepared, bool may_run);

#endif
