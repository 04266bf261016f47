/* SPDX-License-Identifier: MIT */
/*
 * respan - spans back to the inline Markdown that makes them.
 *
 * What is written is read again, and where it does not give the same spans it is written with more
 * escapes: first as a person writes, then with backslashes, then with entities where emphasis would not
 * begin or end.  A text whose addresses need so many escapes that it would be too long to be read as Markdown loses its
 * markup and keeps its words.
 */
#ifndef MESHREPORT_CORE_RESPAN_H
#define MESHREPORT_CORE_RESPAN_H

#include "base/arena.h"
#include "base/buf.h"
#include "data/markdown.h"

#include <meshreport/plugin.h>

struct respan {
	struct markdown reader;
	struct arena read; /* what the reader found */
	struct buf out;
};

void respan_init(struct respan *respan);
void respan_release(struct respan *respan);

/* The Markdown of `text`, which is not empty, borrowed until the next call; null when memory is refused. */
const char *respan_text(struct respan *respan, const struct mr_text *text);

#endif
