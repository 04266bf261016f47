/* SPDX-License-Identifier: MIT */
/*
 * json_changes - what changed since the old edition, as JSON: data/changes.schema.json says how.
 *
 * A change is a line.  With `is_lines` the first line is all but the changes, and each change one more (JSON Lines).
 * yajl writes the letters (RFC 8259).
 */
#ifndef MESHREPORT_JSON_CHANGES_H
#define MESHREPORT_JSON_CHANGES_H

#include <meshreport/plugin.h>

#include <stdbool.h>

/* The changes alone.  0, or -1 after an error. */
int json_changes_render(struct mr_job *job, struct mr_sink *sink, bool is_lines);

/*
 * The dataset in `bytes` with the changes as its last member, "x-changes"; of JSON Lines in the first line.  0, or -1
 * after an error.
 */
int json_changes_add(struct mr_job *job, struct mr_sink *sink, const struct mr_bytes *bytes,
		     bool is_lines);

#endif
