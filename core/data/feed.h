/* SPDX-License-Identifier: MIT */
/*
 * feed - the bytes of a dataset, read piece by piece and kept only for who wants them.
 *
 * A document shows its dataset (an attachment, a download), a check does not, and the bytes of a large
 * one are a quarter of all that a check would hold.  A pipe and a file are read alike.
 *
 * What goes wrong is reported once, where it is found.
 */
#ifndef MESHREPORT_CORE_FEED_H
#define MESHREPORT_CORE_FEED_H

#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct feed {
	int fd; /* -1: from memory */
	const char *rest; /* of that memory, borrowed */
	size_t n_rest;
	uint64_t limit, n_read;
	const char *file; /* for messages, borrowed as `diag` is */
	struct diag *diag;
	bool is_kept;
	struct buf kept; /* what was read so far */
};

/*
 * Begins at `path` ("-": standard input, which stays open) or in memory; at most `limit` bytes
 * are read.  0, or -1 after an error was reported.  Either way release it.
 */
int feed_open(struct feed *feed, const char *path, const char *file, bool is_kept, uint64_t limit,
	      struct diag *diag);
int feed_open_bytes(struct feed *feed, const void *bytes, size_t n, const char *file,
		    uint64_t limit, struct diag *diag);
void feed_release(struct feed *feed);

/* Up to `room` bytes to `to`: their number, 0 at the end, -1 after an error was reported. */
ssize_t feed_read(struct feed *feed, void *to, size_t room);

#endif
