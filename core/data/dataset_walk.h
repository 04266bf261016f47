/* SPDX-License-Identifier: MIT */
/*
 * dataset_walk - events with aliases followed, read as mappings and sequences.
 *
 * A node with an anchor is kept on a tape as it was read; an alias plays its part of the tape again.
 * On the tape an alias stays an alias, so the tape never outgrows the file, and what aliases expand
 * to is counted as it is played (limit "expansion").  Nothing recurses: frames of the tape are a
 * stack of their own, and what nobody wants is skipped without being expanded.
 *
 * Reading goes by iterators.  After mapping_next() or sequence_next() said true the caller reads
 * exactly one value: walk_next(), and for a collection an iterator to its end, or walk_skip_rest().
 * mapping_next() itself reports unknown and duplicate keys, skips their values and follows merge
 * keys (YAML 1.1 "<<": own keys first, then the merged mappings in order).
 *
 * The walk knows the key path to where it is (walk_path()).
 */
#ifndef MESHREPORT_CORE_DATASET_WALK_H
#define MESHREPORT_CORE_DATASET_WALK_H

#include "base/vec.h"
#include "data/dataset_events.h"

/* The shape of a dataset is fixed: a part of a cell's values is the deepest place that is read. */
enum { WALK_LEVELS = 16 };

/* A part of the tape. */
struct span {
	size_t from, to;
};

/* Keys seen in mappings with free keys: by string, the number of the mapping that saw it last. */
struct keyset {
	struct vec stamps;
};

struct walk {
	struct load *load;
	struct events *events;
	struct vec tape; /* struct event */
	struct vec anchors; /* struct anchor */
	struct vec anchor_of; /* uint32_t: by string, anchor + 1 */
	struct vec open; /* uint32_t: anchors whose node is still being read */
	struct vec frames; /* struct span: what is being played, innermost last */
	struct vec merges; /* struct span: mappings still to merge, next one last */
	struct keyset prefixed; /* keys allowed by their prefix, which only one mapping has */
	unsigned n_recording; /* reasons to write to the tape */
	uint64_t depth; /* of the file, at the reader */
	uint64_t n_expanded;
	uint32_t n_mappings; /* numbers for keysets */
	struct step {
		uint32_t key; /* string, STRSET_NONE: only an index */
		uint32_t index; /* UINT32_MAX: none */
	} path[WALK_LEVELS];
	unsigned level;
};

int walk_init(struct walk *walk, struct load *load, struct events *events);
void walk_release(struct walk *walk);

/* The next event, aliases followed; EVENT_END after the last or a failure. */
void walk_next(struct walk *walk, struct event *out);

/* Skips what is left of the node that `start` began. */
void walk_skip_rest(struct walk *walk, const struct event *start);

/* The key path: "categories[1].features[0].values.istio", into `out`; returns its text. */
const char *walk_path(const struct walk *walk, struct buf *out);

/* Errors at `place` with the present key path. */
void walk_error(struct walk *walk, struct place place, const char *suggestion, const char *format,
		...) MR_PRINTF(4, 5);

struct mapping {
	struct walk *walk;
	uint64_t allowed; /* set of enum word */
	uint64_t seen;
	struct keyset *free; /* where other keys are free, else null */
	const char
		*prefix; /* keys that begin so are allowed beside `allowed` and skipped, or null */
	uint32_t stamp;
	unsigned level;
	size_t first_merge; /* of walk.merges, ours are from here on */
	bool is_merging;
	bool has_merge;
};

#define WORD_BIT(word) (UINT64_C(1) << (word))

/*
 * Begins a mapping at `start`; reports and skips what is none, and is false then.  `allowed` are the
 * keys; with `free` any key is handed out.
 */
bool mapping_begin(struct mapping *mapping, struct walk *walk, const struct event *start,
		   uint64_t allowed, struct keyset *free);
bool mapping_next(struct mapping *mapping, struct event *out_key);

struct sequence {
	struct walk *walk;
	unsigned level;
	uint32_t index; /* of the value handed out last */
	uint32_t n;
};

bool sequence_begin(struct sequence *sequence, struct walk *walk, const struct event *start);
/* The first event of the next element. */
bool sequence_next(struct sequence *sequence, struct event *out);

/* "a text", "a mapping", "a list". */
const char *event_what(const struct event *event);

#endif
