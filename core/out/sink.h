/* SPDX-License-Identifier: MIT */
/*
 * sink - where the bytes of one artifact go, and nothing of it is seen until all of it is there.
 *
 *   open ──> write, write, ... ──> prepare ──> commit          or, at any time, abandon
 *
 * A regular file is written beside its place under another name, and takes its place by rename() in
 * sink_commit(), after sink_prepare() has brought it to the disk.  What cannot be renamed over (a
 * device, a pipe, standard output) is collected in memory and written through in sink_commit().
 * Links are followed: what they lead to is replaced.  A new file's mode is 0666 less the umask; a
 * file that is replaced hands on what it had (inherit.h).
 *
 * Writing through waits for a reader as long as it takes, or until a signal that is held back has come
 * (signals.h): then the sink fails with EINTR.
 *
 * STICKY.  After its first failure a sink ignores what follows; `error` says why, in the words of the
 * system; sink_prepare() and sink_commit() then return -1.
 *
 * Several artifacts become visible all or nothing: prepare all, then commit all; an undoable
 * commit keeps what it replaced as a second link until sink_settle(), and sink_undo() puts it back.
 *
 * Who is killed leaves the file that was being made; the next run that writes into its folder removes it (leftover.h).
 *
 * Ownership: a sink owns its descriptor, temporary file and memory until sink_settle() or
 * sink_abandon(), which also accept the zero value.  What was written to memory stays there until it is abandoned.
 */
#ifndef MESHREPORT_CORE_SINK_H
#define MESHREPORT_CORE_SINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

enum sink_kind {
	SINK_NONE = 0, /* ignores everything */
	SINK_FILE,
	SINK_THROUGH, /* a path that is not a regular file */
	SINK_STREAM, /* an open descriptor, not closed: standard output */
	SINK_MEMORY
};

struct sink {
	enum sink_kind kind;
	int fd; /* of a file: the temporary one, -1 while it rests; of a stream: its own; else -1 */
	uint64_t n_bytes; /* written so far */
	int error; /* errno of the first failure, 0 while there is none */
	struct buf memory; /* what a sink without a file has collected */
	char *path; /* where links lead */
	char *temporary; /* name of the file being written; null once it was renamed */
	char *kept; /* name under which the replaced file is kept, or null */
	bool is_new; /* nothing stood at path before */
	bool is_prepared; /* the file is on the disk */
	bool is_renamed; /* the file has taken its place */
};

/* Each returns 0, or -1 with `error` set: the sink has failed. */
int sink_open_path(struct sink *sink, const char *path);
int sink_open_stream(struct sink *sink, int fd);
int sink_open_memory(struct sink *sink);

void sink_write(struct sink *sink, const void *bytes, size_t n);

/*
 * Gives its descriptor back until it is written to again: thousands of files are made with a few.  What
 * is no file is left as it is.
 */
void sink_rest(struct sink *sink);

/* A second time it does nothing. */
int sink_prepare(struct sink *sink);
int sink_commit(struct sink *sink, bool is_undoable);

/* The same for a file that takes nobody's place: EEXIST where something stands there by now. */
int sink_commit_new(struct sink *sink);

/*
 * After commits: brings the new names to the disk, without which a power cut could still take them.
 * Does nothing when `before` (or null), which was synced, lies in the same folder.
 */
int sink_sync_folder(struct sink *sink, const struct sink *before);

/* Takes a commit back.  What cannot be is left where it is, and `left` gets a sentence that says so. */
void sink_undo(struct sink *sink, struct buf *left);
void sink_settle(struct sink *sink);
void sink_abandon(struct sink *sink);

/*
 * Whether the file at `path` carries the mark of an artifact of ours: its first or its last 64 KiB
 * hold "meshreport " and a digit, the beginning of mr_job.generator.
 */
bool sink_has_mark(const char *path);

#endif
