/* SPDX-License-Identifier: MIT */
/*
 * confine - a process gives up all that it does not need, before code of a stranger runs in it.
 *
 * What is left to a child that has called confine_child(): it may compute, read what rendering needs (reach.h),
 * and write to the pipes it has.  Nothing else:
 *
 *   files      none is written, made, removed or changed; none is read but those of reach.h    Landlock, seccomp
 *   calls      no socket, no other program or process, no tracing, no signal to others, ...    seccomp (calls.h)
 *   bounds     memory, processor time, open files, processes; no capability                    bounds.h
 *   around it  environment but for locale and fonts, descriptors, new privileges               around.h
 *
 * Two locks hang before most doors, so that a kernel that lacks one still keeps them shut.  Without Landlock a
 * child can read whatever the user can; without seccomp it can do whatever Landlock does not know.
 * confine_power() says what this kernel has.  Nothing of it needs a privilege, and none of it can be taken back,
 * by the child least of all.
 *
 * It is for Linux alone: elsewhere nothing is enforced, and confine_power() says so.
 */
#ifndef MESHREPORT_CORE_CONFINE_H
#define MESHREPORT_CORE_CONFINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct calls;

enum confine_mode {
	CONFINE_AUTO, /* as much as the kernel can */
	CONFINE_REQUIRE, /* all of it, or nothing runs */
	CONFINE_OFF /* a child is a process like any other */
};

/* What this kernel can enforce; the bounds it always can. */
struct confine_power {
	int files; /* version of Landlock's ABI, 0: it has none, or it is not switched on */
	bool calls; /* seccomp filters */
	bool kin; /* tells which processes were left behind (kin.h) */
};

struct confine_order {
	enum confine_mode mode;
	uint64_t memory; /* bytes that it may ask for beyond what it has; 0: no limit */
	uint64_t seconds; /* of processor time; 0: no limit */
	const struct calls *calls; /* prepared by the parent for what may run no program, or null */
	const char *const *readable; /* files and folders, beside those of the system */
	size_t n_readable;
	/* It may run these and the system's programs (reach.h), which have no more than itself; none: it runs nothing. */
	const char *const *programs;
	size_t n_programs;
};

enum { CONFINE_WHY = 200, CONFINE_REFUSED = -2 };

void confine_power(struct confine_power *out);

/* Whether that is all: what CONFINE_REQUIRE requires. */
bool confine_is_full(const struct confine_power *power);

/*
 * In a process of one thread.  0, or -1 with what could not be enforced although the kernel can, or, where it is
 * required, although it cannot; then what could be enforced is.  CONFINE_REFUSED where the system refused it something
 * that rendering may need, so that it must not be rendered at all.
 */
int confine_child(const struct confine_order *order, char why[CONFINE_WHY]);

/* The parent's own part, before its first child: nobody of the same user can look into it, or trace it. */
void confine_parent(void);

#endif
