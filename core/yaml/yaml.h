/* SPDX-License-Identifier: MIT */
/*
 * yaml - a YAML document as events with places; yaml.c alone includes <yaml.h>.
 *
 * libyaml does the reading.  This file gives its events places from 1, numbers their strings, applies
 * the limits that concern reading, and turns libyaml's errors into messages with a place and a hint.
 */
#ifndef MESHREPORT_CORE_YAML_H
#define MESHREPORT_CORE_YAML_H

#include "data/load.h"

#include <sys/types.h>

enum event_kind {
	EVENT_END, /* of the document, or of everything after a failure */
	EVENT_SCALAR,
	EVENT_ALIAS,
	EVENT_MAPPING,
	EVENT_MAPPING_END,
	EVENT_SEQUENCE,
	EVENT_SEQUENCE_END
};

struct event {
	uint8_t kind; /* enum event_kind */
	bool is_quoted; /* not a plain scalar, or tagged !!str */
	uint32_t string; /* of a scalar; the name of an alias */
	uint32_t anchor; /* name, STRSET_NONE without one */
	struct place place;
};

struct yaml_source;

/* Where the bytes come from, piece by piece. */
struct yaml_input {
	/* Up to `room` bytes to `to`: their number, 0 at the end, -1 after it reported an error. */
	ssize_t (*read)(void *data, void *to, size_t room);
	void *data;
};

/* Over an input whose data is borrowed; null after an error was reported. */
struct yaml_source *yaml_source_new(struct load *load, const struct yaml_input *input);
void yaml_source_free(struct yaml_source *source);

/* The next event; EVENT_END after the last and after a failure, for ever. */
void yaml_source_next(struct yaml_source *source, struct event *out);

#endif
