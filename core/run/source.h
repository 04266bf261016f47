/* SPDX-License-Identifier: MIT */
/*
 * source - the bytes of the file that a run reads, and who reads them.
 *
 *   --from NAME     that reader; "yaml" is the core's own
 *   by suffix       .yaml, .yml: the core; else the reader that has it among its suffixes
 *   by first bytes  where no suffix decides: the reader that is surest; a dataset of meshreport's own
 *                   ("meshreport: 1", also as JSON) is the core's before all others
 *
 * As few plugins as possible are opened: first the one that is called like the suffix, then those that
 * begin with its letter, then all.
 */
#ifndef MESHREPORT_CORE_SOURCE_H
#define MESHREPORT_CORE_SOURCE_H

#include "base/buf.h"
#include "run/run.h"

struct source {
	const char *path; /* as given, "-" for standard input */
	const char *shown; /* in messages */
	const char *name; /* without folders, "" for standard input */
	bool has_bytes; /* not of what is YAML by its suffix or the user's word */
	struct buf bytes;
	const struct plugin_file *reader; /* null: the core reads it as YAML */
};

/* The path of the dataset of this run. */
const char *source_path(const struct run *run);

/* RUN_DONE, or another exit code after an error; source_release() takes either. */
int source_open(struct run *run, struct source *source);
void source_release(struct source *source);

/*
 * The bytes, also where source_open() left them to the core, or of a source that has `path` and `shown` alone; the same
 * exit codes.
 */
int source_read(struct run *run, struct source *source);

/* Whether the bytes are a dataset of meshreport's own, in YAML or as JSON, by their key `meshreport`. */
bool source_is_dataset(const char *bytes, size_t n);

#endif
