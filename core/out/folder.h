/* SPDX-License-Identifier: MIT */
/*
 * folder - a folder of files of which nothing is seen until all of them are there.
 *
 *   open ──> put, put, ... ──> commit          or, at any time, abandon
 *
 * It is made beside its place under another name (leftover.h), brought to the disk and renamed.  What stands at its
 * place already is not touched: EEXIST.  Modes are what was asked for, less the umask.
 *
 * STICKY.  After its first failure it ignores what follows; `error` says why, in the words of the system.
 *
 * Ownership: it owns what it has made until folder_commit() has succeeded or folder_abandon() has removed it.
 */
#ifndef MESHREPORT_CORE_FOLDER_H
#define MESHREPORT_CORE_FOLDER_H

#include <sys/types.h>

#include "base/buf.h"

struct folder {
	const char *path; /* where it is to stand; borrowed */
	char *temporary; /* its name meanwhile; null once it was renamed */
	int error; /* errno of the first failure, 0 while there is none */
};

/* Each returns 0, or -1 with `error` set. */
int folder_open(struct folder *folder, const char *path);

/* A file of it; `name` is one part of a path. */
int folder_put(struct folder *folder, const char *name, mode_t mode, const struct buf *text);

/* What fails is taken back. */
int folder_commit(struct folder *folder);

/* Removes what was made; after a commit nothing. */
void folder_abandon(struct folder *folder);

/*
 * Brings the names in the folder of `path` to the disk, without which a power cut could still take them, and clears
 * away what killed runs have left there.  0, or the errno of a disk that fails: what a system cannot bring to the
 * disk, or does not let us, is its own choice.
 */
int folder_sync_of(const char *path);

#endif
