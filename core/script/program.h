/* SPDX-License-Identifier: MIT */
/*
 * program - runs an executable file: bytes in, bytes out, words on standard error as lines.
 *
 * For a process that has given up what it does not need (confine/confine.h): what it runs has no more than itself.
 * The program's standard streams are pipes, it has no other descriptor (those of this process close when a
 * program starts), and what it finds around it is the same
 * everywhere: no environment but what this process has left, with PATH, LC_ALL and TZ as fixed here, SIGPIPE as usual.
 * What it has started and left behind is ended with this process's group, not here.
 */
#ifndef MESHREPORT_CORE_PROGRAM_H
#define MESHREPORT_CORE_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>

#include <meshreport/plugin.h>

enum { PROGRAM_WHY = 1024, PROGRAM_LINE = 400, PROGRAM_LINES = 100 };

struct program {
	const char *path;
	const char *argument; /* or null */
	const char *epoch; /* for SOURCE_DATE_EPOCH, or null */
	struct mr_bytes input;
	/* What it writes, as it comes; false: no more is wanted, and the program is ended. */
	bool (*output)(void *context, const char *bytes, size_t n);
	/* A line of standard error, cut at PROGRAM_LINE bytes, hostile; PROGRAM_LINES at most. */
	void (*line)(void *context, const char *text);
	void *context;
};

/* 0 when it ended with status 0; or -1 with how it ended otherwise in `why` ("ended with status 3", "cannot be run: ..."), "" where `output` wanted no more. */
int program_run(const struct program *program, char why[PROGRAM_WHY]);

/*
 * The interpreter that the first line of a file names ("#!/usr/bin/python3 -I" -> "/usr/bin/python3"); "" for a file
 * without such a line.  0, or -1 with errno.
 */
int program_interpreter(const char *path, char *out, size_t size);

#endif
