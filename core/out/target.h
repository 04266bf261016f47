/* SPDX-License-Identifier: MIT */
/*
 * target - which file an artifact becomes, and whether it may.
 *
 *   -o          artifact                                    further artifacts
 *   none        BASE.EXT in the working directory           BASE-PART.EXT
 *               standard output, where the only format is one to be read there
 *   DIR         DIR/BASE.EXT; DIR is made when missing      DIR/BASE-PART.EXT
 *   FILE        FILE                                        FILE with -PART before its suffix
 *   -           standard output                             none
 *
 * -o names a folder when it is one, ends in a slash, or several formats are wanted.  Of several wanted
 * formats with one extension only the one called like it keeps BASE.EXT; the others become
 * BASE-FORMAT.EXT.  No two formats write one file: what a format writes first is its own, of further
 * artifacts whoever comes first.
 *
 * Only FILE itself was named by the user.  Every other path is guarded: a file that lies there is
 * replaced only when it carries our mark (sink_has_mark), where the format has a place for it, is as we wrote it (memo), or --force was given.
 * The files of `inputs` (the dataset, its logos, a template) are never written, guarded or not, by whatever
 * name they are reached: device and inode decide.  A binary format is not written to a terminal.
 */
#ifndef MESHREPORT_CORE_TARGET_H
#define MESHREPORT_CORE_TARGET_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/strset.h"
#include "base/vec.h"

enum target_kind { TARGET_HERE, TARGET_FOLDER, TARGET_FILE, TARGET_STDOUT };

/* A file that is read, and so never written. */
struct target_input {
	struct target_input *next;
	const char *what; /* "the dataset" */
	dev_t device;
	ino_t inode;
};

/* What is written: the formats of a run. */
struct target_format {
	const char *format;
	const char *extension; /* null where it is not known, and nothing will be written */
	bool is_binary;
	bool is_for_screen;
	bool is_unmarked; /* it has no place for our mark, so that one in a file is not ours */
};

enum { TARGET_MADE_MAX = 64 };

struct target {
	enum target_kind kind;
	const char *path; /* of the folder or file */
	const char *base; /* the dataset's name without suffix */
	bool force;
	const char *state; /* folder of the memo, "" for none */
	const struct target_format *formats; /* all that are wanted; borrowed */
	size_t n_formats;
	struct target_input *inputs;
	struct strset paths; /* that are written to */
	struct vec owners; /* size_t: the format of each + 1 */
	const char *made[TARGET_MADE_MAX]; /* folders made for this run, outermost first */
	size_t n_made;
	struct arena arena;
};

/* Sorts -o (null: none) into a kind.  -1 after an error; target_release() accepts it all the same. */
int target_init(struct target *target, const char *output, size_t n_formats, struct diag *diag);
void target_release(struct target *target);

/* Adds `path` to the inputs when it names a file; `what` is borrowed. */
void target_protect(struct target *target, const char *path, const char *what);

/*
 * The path of an artifact of format `index`, in the target's arena; "" for standard output, null without
 * memory.
 */
const char *target_path(struct target *target, size_t index, const char *part);

/* The same of a file beside it with a suffix of its own: what target_beside() calls it, in the document's folder. */
const char *target_path_beside(struct target *target, const char *part, const char *suffix);

/*
 * "mesh-logo.png": never the format's name, so that it is known before the formats are.  With "" for the part the document
 * itself, "mesh.png", of a format that never yields to another; nothing for "", "".
 */
void target_beside(const struct target *target, const char *part, const char *suffix,
		   struct buf *out);

/*
 * 0 when an artifact of format `index` may be written at `path`, which is then that format's; else says in
 * `diag` why not.
 */
int target_check(struct target *target, size_t index, const char *path, struct diag *diag);

/* Whether a format for the screen, if it is the only one, goes to standard output. */
bool target_may_be_screen(const struct target *target, size_t n_formats);

/* Checks every format's first artifact, and that no two of them meet; then makes a missing folder. */
int target_check_all(struct target *target, struct diag *diag);

/* Removes folders that were made and stayed empty. */
void target_tidy(struct target *target);

#endif
