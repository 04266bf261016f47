/* SPDX-License-Identifier: MIT */
/*
 * file - whole files: read to their end, written to the last byte.
 *
 * What is interrupted goes on (EINTR); who gets -1 finds the reason in errno.
 */
#ifndef MESHREPORT_CORE_FILE_H
#define MESHREPORT_CORE_FILE_H

#include "base/arena.h"
#include "base/buf.h"

#include <meshreport/plugin.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum { FILE_MAX = 16 * 1024 * 1024 };

/*
 * Appends to `out` what `fd` gives until its end.  0, or -1 with errno: EFBIG beyond `limit` bytes,
 * ENOMEM.  A regular file is asked for its size first, so that it is read in one go and takes no
 * more room than it has bytes; it may still be shorter or longer than it said.
 */
int file_read_all(int fd, uint64_t limit, struct buf *out);

/*
 * The first `n` bytes that `fd` gives, or fewer where it ends before; how many, or -1 with errno.  One
 * read() may give any part of them, from some file systems (FUSE) also of a regular file.
 */
ssize_t file_read_first(int fd, void *to, size_t n);

/* All `n` bytes to `fd`, waiting where it takes no more for now; 0, or -1 with errno. */
int file_write_all(int fd, const void *bytes, size_t n);

/*
 * Reads a regular file of at most `limit` bytes into the arena, with a NUL behind it that is not counted.  0, or -1
 * with errno: EFBIG beyond that size, EISDIR or EINVAL for what is no regular file, ENOMEM.
 */
int file_read_bytes(const char *path, uint64_t limit, struct arena *arena, struct mr_bytes *out);

/* The same for a text of at most FILE_MAX bytes; EILSEQ for what is not UTF-8. */
int file_read(const char *path, struct arena *arena, struct mr_bytes *out);

#endif
