/* SPDX-License-Identifier: MIT */
/*
 * text_pen - writes lines: words of a flow, rules, and blanks, which appear only where something follows.
 *
 * Each line ends plain, whatever its words looked like.
 */
#ifndef MESHREPORT_TEXT_PEN_H
#define MESHREPORT_TEXT_PEN_H

#include <stdbool.h>
#include <stdint.h>

#include "common/write/links.h"
#include "common/write/out.h"
#include "text/text_flow.h"

enum text_style { TEXT_BOX, TEXT_ASCII, TEXT_WITHOUT_LINES };

struct text_pen {
	struct out *out;
	const struct links *followed; /* what the links of units lead to */
	bool has_escapes;
	uint8_t ink;
	uint32_t link;
	uint32_t n_blanks; /* not written yet */
	uint64_t n_lines;
};

void text_pen_init(struct text_pen *pen, struct out *out, const struct links *followed,
		   bool has_escapes);

/* What is written next looks so. */
void text_pen_ink(struct text_pen *pen, uint8_t ink);

static inline void text_pen_blanks(struct text_pen *pen, uint32_t n)
{
	pen->n_blanks += n;
}

/* Bytes that are not data. */
void text_pen_bytes(struct text_pen *pen, const char *bytes, size_t n);

/* The words of a line. */
void text_pen_line(struct text_pen *pen, const struct text_flow *flow,
		   const struct text_line *line);

void text_pen_end(struct text_pen *pen);

#endif
