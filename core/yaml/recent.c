/* SPDX-License-Identifier: MIT */
#include "yaml/recent.h"

#include <string.h>

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

void recent_put(struct recent *recent, const char *bytes, size_t n)
{
	size_t n_head = least(n, RECENT_HEAD - recent->n_head);

	memcpy(recent->head + recent->n_head, bytes, n_head);
	recent->n_head += n_head;
	while (n > 0) {
		size_t n_piece = least(n, sizeof(recent->last) - recent->n_last);

		memcpy(recent->last + recent->n_last, bytes, n_piece);
		recent->n_last += n_piece;
		bytes += n_piece;
		n -= n_piece;
		if (recent->n_last < sizeof(recent->last))
			continue;
		memmove(recent->last, recent->last + RECENT_LAST, RECENT_LAST);
		recent->n_last = RECENT_LAST;
		recent->is_cut = true;
	}
}
