/* SPDX-License-Identifier: MIT */
/*
 * tape - nodes that are read once and played again: anchors, aliases and merge keys.
 *
 * A node with an anchor is kept on a tape as it was read; an alias plays its part of the tape again.
 * On the tape an alias stays an alias, so the tape never outgrows the file, and what aliases expand
 * to is counted as it is played, and bounded by what was read (limit "expansion").  Nothing recurses: frames of the tape are a
 * stack of their own, and what nobody wants is skipped without being expanded.
 */
#ifndef MESHREPORT_CORE_TAPE_H
#define MESHREPORT_CORE_TAPE_H

#include "base/vec.h"
#include "yaml/keypath.h"
#include "yaml/yaml.h"

/* A part of the tape. */
struct tape_span {
	size_t from, to;
};

struct tape {
	struct load *load;
	struct yaml_source *source;
	struct keypath path; /* for messages; whoever walks keeps it */
	struct vec events; /* struct event */
	struct vec anchors; /* struct anchor */
	struct vec anchor_of; /* uint32_t: by string, anchor + 1 */
	struct vec open; /* uint32_t: anchors whose node is still being read */
	struct vec frames; /* struct tape_span: what is being played, innermost last */
	unsigned n_recording; /* reasons to write to the tape */
	uint64_t depth; /* of the file, at the reader */
	uint64_t n_read; /* nodes and aliases of the file so far */
	uint64_t n_expanded;
};

void tape_init(struct tape *tape, struct load *load, struct yaml_source *source);
void tape_release(struct tape *tape);

/* The next event, aliases followed; EVENT_END after the last or a failure. */
void tape_next(struct tape *tape, struct event *out);

/* The next event where we are, an alias as it stands. */
void tape_read(struct tape *tape, struct event *out);

/* Skips what is left of the node that `start` began, with no alias expanded. */
void tape_skip_rest(struct tape *tape, const struct event *start);

/* Skips the next node, with no alias expanded. */
void tape_skip(struct tape *tape);

/*
 * Skips the next node and says where on the tape it is, or what it is an alias of; a node that comes
 * from the file is put there.  Its first event goes to `out_start`.  False after a failure.
 */
bool tape_take(struct tape *tape, struct tape_span *out, struct event *out_start);

/* Plays `span` next; false when memory is refused. */
bool tape_play(struct tape *tape, struct tape_span span);

/* What is being played and not yet at its end, null for the file itself. */
struct tape_span *tape_frame(struct tape *tape);

#endif
