/* SPDX-License-Identifier: MIT */
/*
 * forbidden - system calls that no plugin has a use for, whatever their arguments.
 */
#ifndef MESHREPORT_CORE_FORBIDDEN_H
#define MESHREPORT_CORE_FORBIDDEN_H

#include <stddef.h>

struct forbidden {
	int call; /* libseccomp's number, which is negative for one that this architecture lacks */
	int reason; /* the errno it fails with */
};

extern const struct forbidden forbidden[];
extern const size_t forbidden_n;

#endif
