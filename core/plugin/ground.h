/* SPDX-License-Identifier: MIT */
/*
 * ground - who can change what a path leads to, besides whoever runs this and root?
 *
 * As ssh looks at its keys: every folder on the way from the root to the file, every link that is followed and the
 * file itself must belong to root or to us, and neither everyone nor a group may write there.  A folder where all
 * may write but each only remove what is theirs (/tmp, the sticky bit) is no way in; a group that a user has for
 * themselves alone, and one of the system's own below 100 (Debian Policy 9.2.2), are no strangers.  Whoever owns "/"
 * counts as root, which has no other name where a user namespace does not know it.
 *
 * Where that holds nobody else can put another file there between the looking and the opening.
 */
#ifndef MESHREPORT_CORE_GROUND_H
#define MESHREPORT_CORE_GROUND_H

#include "base/arena.h"

/* Null when nobody can, or what is wrong in words with the command that helps; also null when memory is refused. */
const char *ground_problem(struct arena *arena, const char *path);

#endif
