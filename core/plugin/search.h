/* SPDX-License-Identifier: MIT */
/*
 * search - which plugins there are, and where.
 *
 * search_folders() looks for NAME.so and NAME.plugin, a program that is one (and NAME+NAME.so, a file of several formats, and NAME.VARIANT.so, one
 * more plugin of a format; all of scripts, too) in every folder of the search path, in this order:
 *
 *   1  --plugin-dir, in the order given        3  the user's data directory
 *   2  MESHREPORT_PLUGIN_PATH                  4  the build tree's, or the installed folder
 *
 * The first folder that has a name wins; a later one of that name is shadowed, which is a note.
 * Never the working directory: relative and empty entries of the environment are ignored with a
 * warning.  The order of a folder's entries plays no part; all lists are sorted by name.
 *
 * A file or folder that everyone may write to is refused, with the chmod that helps, since whoever
 * can put a file there runs code as the user; in folders of the environment and the user also what lies on any
 * other ground that a stranger can change (ground.h).  Where the user named the folder on this command line,
 * or built it, that is only warned of.
 *
 * Searching opens no plugin (plugin.h does).
 */
#ifndef MESHREPORT_CORE_SEARCH_H
#define MESHREPORT_CORE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"
#include "plugin/home.h"

struct plugin_file {
	const char *name; /* of the format */
	bool is_script; /* NAME.plugin, a program */
	const char *variant; /* "mine" of pdf.mine.so, else "" */
	const char *label; /* by which -f takes this very one: "pdf", "pdf:mine" */
	int32_t priority; /* as the plugin declares it; search_order() puts the highest first */
	bool is_spare; /* another plugin of the format stands before it */
	const char *path;
	const char *folder;
	const char *refusal; /* why it may not be opened, or null */
	const char *warning; /* what is wrong with where it lies, or null */
};

/* A folder that was looked in, or was to be. */
struct search_folder {
	const char *path;
	const char *problem; /* why nothing was found there, or null */
	size_t n_taken; /* files that the run takes from it */
	bool is_absent; /* that is the problem */
	bool is_given; /* on the command line */
	bool is_usual; /* need not be there */
};

/* A file that looks like a plugin and is none of this run. */
struct search_passed {
	const char *path, *why;
};

/* What was found. */
struct search {
	struct arena arena;
	struct plugin_file *files; /* by name, each label once */
	size_t n;
	struct search_folder *folders; /* in order */
	size_t n_folders;
	struct vec passed; /* of struct search_passed, in the order of the folders */
	bool is_unsure; /* the system could not tell what there is, which was reported: no mistake of the user's */
};

/* Fills `out`, which search_release() empties.  -1 after an error was reported. */
int search_folders(struct search *out, const struct home *home, const char *const *given,
		   size_t n_given, struct diag *diag);
void search_release(struct search *found);

/* Sorts by name, the plugins of one format by their priority, and marks all but its first as spare. */
void search_order(struct search *found);

/* Whether a format has several plugins: then their priorities must be asked for. */
bool search_has_rivals(const struct search *found);

/* The file of that name or label (`n` bytes), or null; and the nearest name there is, or null. */
const struct plugin_file *search_find(const struct search *found, const char *name, size_t n);
const char *search_nearest(const struct search *found, const char *name);

#endif
