/* SPDX-License-Identifier: MIT */
/*
 * shell - words of a POSIX shell (POSIX.1-2008, XCU 2.2): commands that are shown to people, and read back.
 */
#ifndef MESHREPORT_CORE_SHELL_H
#define MESHREPORT_CORE_SHELL_H

#include "base/arena.h"
#include "base/buf.h"

/* As it is when no byte means anything to a shell, else in quotes. */
void shell_put_word(struct buf *out, const char *word);

/*
 * A file of the working directory so that no command line takes it for anything else: "./" stands before a name that
 * begins with '-', and before one of lower case letters alone, which may be a command now or in a later version.
 */
void shell_put_file(struct buf *out, const char *name);

/*
 * The words of a line that shell_put_word() could have written, in `arena`, with a null pointer behind the last; their
 * number, 0 when a quote does not end, a byte stands there that a shell would take for more than a letter, or memory
 * was refused (the arena's `failed`).
 */
size_t shell_split(const char *line, struct arena *arena, char ***out);

#endif
