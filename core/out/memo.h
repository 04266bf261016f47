/* SPDX-License-Identifier: MIT */
/*
 * memo - which files without our mark we wrote all the same.
 *
 * A file of commas, or one packed, has no place where the generator could be named (sink_has_mark), and so a
 * second run would take what the first one wrote for somebody's.  What is written without the mark is therefore
 * remembered by its content, in one small file of the user's state (XDG_STATE_HOME): a line "LENGTH HASH HASH"
 * each, the newest last.  Whoever changes such a file by one byte owns it, wherever it lies and whatever it is
 * called; and where there is no home, nothing is remembered and nothing replaced.
 *
 * The hashes (FNV-1a, 64 bits, from two bases; draft-eastlake-fnv) tell contents apart that nobody made alike on
 * purpose: who could forge one may write to the file anyway.
 */
#ifndef MESHREPORT_CORE_MEMO_H
#define MESHREPORT_CORE_MEMO_H

#include <stdbool.h>

/* Most lines that are kept; half of them go when there are more. */
enum { MEMO_MAX = 2000 };

/*
 * Remembers the file at `path`, as it is there now, in `folder`, which is made when it is missing ("": nowhere).
 * An empty file is nobody's.  What fails is not remembered, and nothing else follows from it.
 */
void memo_remember(const char *folder, const char *path);

/* Whether a file of just this content was remembered. */
bool memo_knows(const char *folder, const char *path);

#endif
