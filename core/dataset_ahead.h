/* SPDX-License-Identifier: MIT */
/*
 * dataset_ahead - libyaml's parser, running ahead of whoever reads its events.
 *
 * Private to dataset.c; the one door to <yaml.h>.  libyaml is about half of the work of a load, and what is made of its events
 * is the other half; so a large file is parsed by a thread of its own, a few thousand events ahead
 * and never more.  A small one, and one on a machine with a single processor, is parsed in the same
 * portions by ahead_next() itself.  Either way the reader sees the same events.
 *
 * Events stay where libyaml put them until their portion is filled anew, by the thread that asked
 * for their memory.  That thread touches nothing of the program's but the bytes and the ring, and
 * has ended when ahead_free() returns, so that a process may be forked afterwards.
 */
#ifndef MESHREPORT_CORE_DATASET_AHEAD_H
#define MESHREPORT_CORE_DATASET_AHEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <yaml.h>

struct ahead;

/* Whether a file of `n` bytes is worth a thread on this machine. */
bool ahead_is_worthwhile(size_t n);

/*
 * Over `n` bytes of UTF-8, borrowed until ahead_free().  Null when memory is refused; a thread that
 * cannot be had is done without.
 */
struct ahead *ahead_new(const char *bytes, size_t n, bool wants_thread);
void ahead_free(struct ahead *ahead);

/* The next event, borrowed until the next call; null, for ever, once libyaml has failed. */
const yaml_event_t *ahead_next(struct ahead *ahead);

/* After ahead_next() said null: why and where. */
const yaml_parser_t *ahead_failure(const struct ahead *ahead);

#endif
