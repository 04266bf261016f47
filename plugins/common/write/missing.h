/* SPDX-License-Identifier: MIT */
/*
 * missing - characters that no font has, told alike by every format: the first few each with its
 * place, and how many more there are.
 *
 * The caller tells each character once.
 */
#ifndef MESHREPORT_COMMON_MISSING_H
#define MESHREPORT_COMMON_MISSING_H

#include <meshreport/plugin.h>

#define MISSING_TOLD 10

struct missing {
	struct mr_job *job;
	uint32_t n; /* characters so far */
	/* Where it is not "no installed font has" and "a replacement is shown". */
	const char *fonts, *shown;
};

/* `where` is the first place, or null. */
void missing_add(struct missing *missing, uint32_t code_point, const struct mr_where *where);

/* Says how many more there were, and begins anew. */
void missing_end(struct missing *missing);

#endif
