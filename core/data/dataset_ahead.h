/* SPDX-License-Identifier: MIT */
/*
 * dataset_ahead - libyaml's parser, running ahead of whoever reads its events.
 *
 * Private to dataset.c; dataset_ahead.c alone includes <yaml.h>.  libyaml is about half of the work of
 * a load, and what is made of its events is the other half; so a large file is parsed by a thread of
 * its own, some portions of events ahead and never more.  A small one, and one on a machine with a
 * single processor, is parsed in the same portions by ahead_next() itself.  Either way the reader
 * sees the same events.
 *
 * Events travel as a stream of bytes, each with its texts behind it: what one core wrote in a row the
 * other reads in a row, and libyaml's own memory stays where it is.  The thread touches nothing of
 * the program's but the file's bytes and the portions, and has ended when ahead_free() returns, so that a
 * process may be forked afterwards.
 */
#ifndef MESHREPORT_CORE_DATASET_AHEAD_H
#define MESHREPORT_CORE_DATASET_AHEAD_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum ahead_kind {
	AHEAD_DOCUMENT,
	AHEAD_DOCUMENT_END,
	AHEAD_STREAM_END,
	AHEAD_SCALAR,
	AHEAD_ALIAS,
	AHEAD_MAPPING,
	AHEAD_MAPPING_END,
	AHEAD_SEQUENCE,
	AHEAD_SEQUENCE_END
};

/* One event of libyaml; its texts are reached through the functions below. */
struct ahead_event {
	uint8_t kind; /* enum ahead_kind */
	bool is_plain; /* a scalar without quotes */
	bool has_anchor, has_tag;
	struct place place; /* where it begins, from 1 */
	uint32_t n_text, n_anchor; /* bytes; text of a scalar, name of an alias */
	uint32_t size; /* of the event with its texts */
	uint32_t hash; /* strset_hash() of the text */
};

/* NUL-terminated; may hold further NULs. */
static inline const char *ahead_text(const struct ahead_event *event)
{
	return (const char *)(event + 1);
}

/* Null without one. */
static inline const char *ahead_anchor(const struct ahead_event *event)
{
	return event->has_anchor ? ahead_text(event) + event->n_text + 1 : NULL;
}

static inline const char *ahead_tag(const struct ahead_event *event)
{
	return event->has_tag ? ahead_text(event) + event->n_text + event->n_anchor + 2 : NULL;
}

/* Why there are no more events. */
struct ahead_failure {
	enum { AHEAD_MEMORY, AHEAD_READER, AHEAD_SYNTAX } cause;
	const char *problem, *context; /* libyaml's words; context may be null */
	struct place place, context_place; /* of AHEAD_SYNTAX */
	size_t offset; /* of AHEAD_READER: the byte, from 0 */
	int value; /* of AHEAD_READER: the character */
};

/* Whether a file of `n` bytes is worth a thread on this machine. */
bool ahead_is_worthwhile(size_t n);

struct ahead;

/*
 * Over `n` bytes of UTF-8, borrowed until ahead_free(); texts are hashed with `seed`.  Null when
 * memory is refused; a thread that cannot be had is done without.
 */
struct ahead *ahead_new(const char *bytes, size_t n, uint64_t seed, bool wants_thread);
void ahead_free(struct ahead *ahead);

/* The next event, borrowed until the next call; null, for ever, behind the last and after a failure. */
const struct ahead_event *ahead_next(struct ahead *ahead);

/* After ahead_next() said null. */
const struct ahead_failure *ahead_failure(const struct ahead *ahead);

#endif
