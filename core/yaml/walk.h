/* SPDX-License-Identifier: MIT */
/*
 * walk - a document read as mappings and lists, by iterators.
 *
 * After walk_next_key() or walk_next_element() said true the caller reads exactly one value:
 * tape_next(), and for a collection an iterator to its end, or tape_skip_rest().  walk_next_key()
 * itself reports unknown and duplicate keys, skips their values and follows merge keys (YAML 1.1
 * "<<": own keys first, then the merged mappings in order).  The key path (walk.tape.path) says where
 * we are.
 */
#ifndef MESHREPORT_CORE_WALK_H
#define MESHREPORT_CORE_WALK_H

#include "yaml/tape.h"

/* Keys seen in mappings with free keys: by string, the number of the mapping that saw it last. */
struct walk_keys {
	struct vec stamps; /* uint32_t */
};

struct walk {
	struct tape tape;
	struct vec merges; /* struct tape_span: mappings still to merge, next one last */
	struct walk_keys prefixed; /* keys allowed by their prefix, which only one mapping has */
	uint32_t n_mappings; /* numbers for walk_keys */
	/*
	 * Where a key was seen last: a word of the schema by the level of its mapping, of which one is read
	 * at a time; any other by its string.
	 */
	uint32_t lines_of_words[KEYPATH_LEVELS][N_WORDS];
	struct vec lines; /* uint32_t */
};

void walk_init(struct walk *walk, struct load *load, struct yaml_source *source);
void walk_release(struct walk *walk);

/* An error at `place` with the present key path. */
#define walk_error(walk, place, ...) \
	keypath_error(&(walk)->tape.path, (walk)->tape.load, place, NULL, __VA_ARGS__)

struct walk_mapping {
	struct walk *walk;
	uint64_t allowed; /* set of enum word */
	uint64_t seen;
	struct walk_keys *free; /* where other keys are free, else null */
	const char *prefix; /* keys that begin so are allowed, too, and skipped; or null */
	uint32_t stamp;
	unsigned level;
	size_t first_merge; /* of walk.merges, ours are from here on */
	bool is_merging;
	bool has_merge;
	bool is_told; /* its id stands there twice: the keys behind it are another record's */
	/* Keys that are none here and like none, behind the first, which was told with all that there are. */
	uint32_t n_unknown;
	struct event second_unknown;
};

/*
 * Begins a mapping at `start`; reports and skips what is none, and is false then.  `allowed` are the
 * keys; with `free` any key is handed out.
 */
bool walk_begin_mapping(struct walk *walk, const struct event *start, uint64_t allowed,
			struct walk_keys *free, struct walk_mapping *out);
bool walk_next_key(struct walk_mapping *mapping, struct event *out_key);

struct walk_list {
	struct walk *walk;
	unsigned level;
	uint32_t index; /* of the value handed out last */
	uint32_t n;
};

bool walk_begin_list(struct walk *walk, const struct event *start, struct walk_list *out);
/* The first event of the next element. */
bool walk_next_element(struct walk_list *list, struct event *out);

/* "a text", "a mapping", "a list". */
const char *walk_what(const struct event *event);

#endif
