/* SPDX-License-Identifier: MIT */
/*
 * kin - nothing that a child has started outlives this process.
 *
 * Whatever a child starts is its own child, and comes to us once its parent has ended, in whatever session and group
 * it lives: kin_adopt() asks the kernel for that (prctl(2), PR_SET_CHILD_SUBREAPER), kin_end() ends all that came.
 * Where plugins are confined by seccomp they start nothing, and there is nothing to end.
 *
 * A process that already has children when it begins (a shell that became this program) adopts nobody: it could
 * not tell them apart.
 */
#ifndef MESHREPORT_CORE_KIN_H
#define MESHREPORT_CORE_KIN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* Whether the kernel tells of a process's children (CONFIG_PROC_CHILDREN). */
bool kin_can(void);

/* Before a child is made: whether what comes of it will be told apart, so that kin_end() may be called. */
bool kin_adopt(void);

/* Ends the children of this process, and what comes to it by that, but those that `is_ours` knows. */
void kin_end(bool (*is_ours)(const void *context, pid_t child), const void *context);

#endif
