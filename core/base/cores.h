/* SPDX-License-Identifier: MIT */
/*
 * cores - how many processors this program may use: for formats side by side, and for a thread that
 * reads ahead.  What the program writes does not depend on it.
 */
#ifndef MESHREPORT_CORE_CORES_H
#define MESHREPORT_CORE_CORES_H

#include <stddef.h>

/* At least 1; those that the process is bound to where it is bound to some (Linux). */
size_t cores_usable(void);

#endif
