/* SPDX-License-Identifier: MIT */
/*
 * recent - the first bytes of an input that is read piece by piece, and those read last: what a message
 * about it may have to look at.
 */
#ifndef MESHREPORT_CORE_RECENT_H
#define MESHREPORT_CORE_RECENT_H

#include <stdbool.h>
#include <stddef.h>

/* More than libyaml reads ahead of what it understood (16 KiB as read, 48 KiB decoded), and as much before. */
enum { RECENT_HEAD = 4096, RECENT_LAST = 128 * 1024 };

struct recent {
	size_t n_head, n_last;
	bool is_cut; /* something stood before what is in `last` */
	char head[RECENT_HEAD];
	char last
		[2 *
		 RECENT_LAST]; /* the last RECENT_LAST bytes at least, as far as there are so many */
};

void recent_put(struct recent *recent, const char *bytes, size_t n);

#endif
