/* SPDX-License-Identifier: MIT */
/*
 * inherit - a file that is to take another's place gets what the other had: owner and group, mode, access
 * list, extended attributes; as if the old one had been written into.
 *
 * What is not permitted is left out.  A group that cannot be kept takes the group's rights with it, so
 * that no other group may read what was not for it.
 */
#ifndef MESHREPORT_CORE_INHERIT_H
#define MESHREPORT_CORE_INHERIT_H

#include <sys/stat.h>

/* What a new file or folder gets that replaces nothing: `most` less the umask. */
mode_t inherit_new_mode(mode_t most);

/* `fd` is the new file, `old` the stat() of the one at `path`.  0, or -1 with errno. */
int inherit_from(int fd, const char *path, const struct stat *old);

#endif
