/* SPDX-License-Identifier: MIT */
/*
 * dataset_tape - nodes that are read once and played again: anchors, aliases and merge keys.
 *
 * Private to dataset_tape.c and dataset_walk.c; dataset_walk.h says how the tape works.
 */
#ifndef MESHREPORT_CORE_DATASET_TAPE_H
#define MESHREPORT_CORE_DATASET_TAPE_H

#include "data/dataset_walk.h"

/* The next event where we are, an alias as it stands; EVENT_END after a failure. */
void tape_next(struct walk *walk, struct event *out);

/* Skips the next node, with no alias expanded. */
void tape_skip(struct walk *walk);

/*
 * Skips the next node and says where on the tape it is, or what it is an alias of; a node that comes
 * from the file is put there.  Its first event goes to `out_start`.  False after a failure.
 */
bool tape_take(struct walk *walk, struct span *out, struct event *out_start);

/* Plays `span` next; false when memory is refused. */
bool tape_play(struct walk *walk, struct span span);

/* What is being played and not yet at its end, null for the file itself. */
struct span *tape_frame(struct walk *walk);

#endif
