/* SPDX-License-Identifier: MIT */
/*
 * text_flow - words to be set into lines: gathered piece by piece, closed, then taken line by line.
 *
 *     text_flow_clear -> text_flow_add ... -> text_flow_close -> text_flow_next ... -> text_pen_line
 *
 * A line breaks where UAX 14 allows it, at the latest opportunity that fits; what has none breaks between
 * grapheme clusters (UAX 29), and a cluster that is wider than the line stands alone.  Blanks at a break
 * are left out, a soft hyphen is shown there and nowhere else.
 *
 * Widths are columns (text_width.h).  All costs are linear in the bytes.  Failure is sticky: without memory
 * `failed` is set and the flow is empty.  Zeroed storage is an empty flow, and may be released.
 */
#ifndef MESHREPORT_TEXT_FLOW_H
#define MESHREPORT_TEXT_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/write/out.h"

enum text_unit_flag {
	TEXT_MAY_BREAK = 1, /* before it */
	TEXT_NEWLINE = 2,
	TEXT_BLANK = 4,
	TEXT_HYPHEN = 8, /* a soft one */
	TEXT_ISOLATED = 16 /* its line is to be isolated */
};

/* How a piece holds to what stands before it, and in itself. */
enum text_hold {
	TEXT_LOOSE,
	TEXT_GLUED, /* may not be torn from it */
	TEXT_SOLID /* nor in itself */
};

/* A grapheme cluster. */
struct text_unit {
	uint32_t at, n; /* bytes */
	uint32_t link; /* the caller's number, 0 for none */
	uint16_t width;
	uint8_t ink; /* enum text_ink */
	uint8_t flags;
};

/* Bytes that look alike, up to `end`. */
struct text_run {
	size_t end;
	uint32_t link;
	uint8_t ink;
	uint8_t hold; /* enum text_hold */
};

struct text_flow {
	struct out bytes;
	struct text_run *runs;
	size_t n_runs, runs_size;
	struct text_unit *units;
	size_t n_units, units_size;
	char *breaks; /* room for two bytes a byte */
	size_t breaks_size;
	bool failed;
};

struct text_extent {
	uint32_t natural; /* the longest line when none is broken */
	uint32_t longest; /* the longest piece that may not be broken */
};

struct text_line {
	size_t from, to; /* units */
	uint32_t width;
	bool has_hyphen; /* one is shown at its end, and counted */
};

void text_flow_init(struct text_flow *flow);
void text_flow_release(struct text_flow *flow);
void text_flow_clear(struct text_flow *flow);

/* Data: escaped here. */
void text_flow_add(struct text_flow *flow, const char *text, size_t n, uint8_t ink, uint32_t link,
		   enum text_hold hold);
static inline void text_flow_string(struct text_flow *flow, const char *text, uint8_t ink,
				    enum text_hold hold)
{
	text_flow_add(flow, text, strlen(text), ink, 0, hold);
}

/* Finds clusters and breaks; afterwards lines can be taken, and nothing added. */
void text_flow_close(struct text_flow *flow);

struct text_extent text_flow_extent(const struct text_flow *flow);

/* The line that begins at unit *at, which moves on; false when there is none.  An empty flow has none. */
bool text_flow_next(const struct text_flow *flow, size_t *at, uint32_t width,
		    struct text_line *line);

#endif
