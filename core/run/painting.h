/* SPDX-License-Identifier: MIT */
/*
 * painting - a chart of the run's matrix as the bytes of a picture, by the plugin that paints in that format: what the
 * service charts/1 hands to other plugins.
 *
 * It runs in the broker of a plugin's process (host/broker.h), which is a copy of the run as it was then, and starts the
 * painter as any plugin is: in a process of its own, confined, with the run's limits.
 */
#ifndef MESHREPORT_CORE_PAINTING_H
#define MESHREPORT_CORE_PAINTING_H

#include <stddef.h>

#include "base/buf.h"
#include "canon/canon.h"
#include "host/child.h"
#include "run/run.h"

struct painting {
	struct run *run;
	const struct child_order *order; /* of a job of the run: matrix, clock, stamp */
};

/*
 * `question` are words with a NUL behind each: the format, then what -O takes ("chart=coverage", "theme=dark").  0 with
 * the picture in `out`, or -1 with why there is none.
 */
int painting_answer(const void *painting, const char *question, size_t n, struct buf *out);

#endif
