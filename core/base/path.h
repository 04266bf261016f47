/* SPDX-License-Identifier: MIT */
/*
 * path - the parts of a path, as text: nothing here looks at the file system.
 */
#ifndef MESHREPORT_CORE_PATH_H
#define MESHREPORT_CORE_PATH_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/* What follows the last slash: the file's own name, "" for a path that ends in a slash. */
const char *path_name(const char *path);

/* Bytes of the folder with its last slash; 0 for a name without folders. */
size_t path_folder(const char *path);

/*
 * The last dot of the name and what follows, a dot at its beginning (".profile") not counted; the end
 * of the path ("") without one.
 */
const char *path_suffix(const char *path);

/*
 * `name` below `folder`, one slash between them, in the arena; null without memory.  The folder ""
 * is the present one, so the result is `name` alone; who means the root says "/".
 */
const char *path_join(struct arena *arena, const char *folder, const char *name);

/* `name` in the folder of `path`; mem_free(), null without memory. */
char *path_beside(const char *path, const char *name);

/* Whether `path` leads down from where it begins: relative, no empty or ".." component. */
bool path_is_below(const char *path);

/*
 * Whether an errno says that nothing (that is ours to use) is there.  Any other says that the system could not
 * tell, and who takes that for an absence goes on to say, or to write, what is not so.
 */
bool path_is_absence(int reason);

#endif
