/* SPDX-License-Identifier: MIT */
/*
 * found - what a reading child found in a file: of each kind of frame the writing and the reading.
 *
 * Between READY and DONE of message.h: BLOCK, GRID, CELL and REMARK as the plugin calls block(), grid(),
 * cell() and diag().  Their texts may hold line feeds; whether they are UTF-8 and free of control
 * characters is looked at by whoever keeps them (core/read/grid), since it knows the place.
 *
 * READING.  A found_take_...() returns 0, or -1 when the child broke the protocol.  Texts borrow from the
 * payload and are never null.
 */
#ifndef MESHREPORT_CORE_FOUND_H
#define MESHREPORT_CORE_FOUND_H

#include <stddef.h>

#include <meshreport/plugin.h>

#include "base/buf.h"
#include "frames/wire.h"

enum {
	FOUND_MAX = 16 << 20, /* bytes of one payload */
	FOUND_NAME_MAX = 200, /* of the name of a place */
	FOUND_SNIFF_MAX = 3 /* "certainly", see mr_plugin.sniff */
};

void found_put_block(struct buf *out, const struct mr_block *block);
int found_take_block(struct wire_reader *in, struct mr_block *block);

void found_put_grid(struct buf *out, const struct mr_grid *grid);
int found_take_grid(struct wire_reader *in, struct mr_grid *grid);

void found_put_cell(struct buf *out, const struct mr_grid_cell *cell);
int found_take_cell(struct wire_reader *in, struct mr_grid_cell *cell);

/* What the reader had to say about a place of the file. */
struct found_remark {
	enum mr_severity severity;
	struct mr_place place;
	const char *text;
};

void found_put_remark(struct buf *out, const struct found_remark *remark);
int found_take_remark(struct wire_reader *in, struct found_remark *remark);

/* Before READY, where it was asked for: whether the plugin takes the file for one of its own. */
void found_put_sniff(struct buf *out, int certainty);
int found_take_sniff(struct wire_reader *in, unsigned *certainty);

#endif
