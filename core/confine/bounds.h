/* SPDX-License-Identifier: MIT */
/*
 * bounds - how much a process may have: memory, processor time, open files, processes, capabilities.
 *
 *   memory       addresses, `memory` bytes more than are mapped already.  A sanitized program is not bounded: it
 *                reserves terabytes
 *   time         of all threads together, whole seconds; 0: no bound
 *   files        256 open ones; one that is written has 0 bytes; no core, no locked memory, no message queue
 *   processes    of this user and all others, 256 more than the system has: threads are counted too, and
 *                nobody knows how many of them this user has.  The superuser's are not counted
 *   capabilities none but to read what others may not (CAP_DAC_READ_SEARCH): whoever runs this as root may have
 *                plugins in a folder of somebody else
 *
 * Lowered for good: hard limits are soft ones.
 */
#ifndef MESHREPORT_CORE_BOUNDS_H
#define MESHREPORT_CORE_BOUNDS_H

#include <stdbool.h>
#include <stdint.h>

/* Whether memory is bounded at all in this program. */
bool bounds_has_memory(void);

/* 0 of `memory` or `seconds`: no bound.  0, or -1 with errno after having set what could be set. */
int bounds_set(uint64_t memory, uint64_t seconds);

#endif
