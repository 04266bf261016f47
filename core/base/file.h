/* SPDX-License-Identifier: MIT */
/*
 * file - a text file, whole: templates and what lies beside them.
 */
#ifndef MESHREPORT_CORE_FILE_H
#define MESHREPORT_CORE_FILE_H

#include <meshreport/plugin.h>

#include "base/arena.h"

enum { FILE_MAX = 16 * 1024 * 1024 };

/*
 * Reads a regular file of at most FILE_MAX bytes of UTF-8 into the arena, with a NUL behind it.  0,
 * or -1 with errno: EFBIG beyond that size, EILSEQ for what is not UTF-8, EINVAL for what is no
 * regular file.
 */
int file_read(const char *path, struct arena *arena, struct mr_bytes *out);

#endif
