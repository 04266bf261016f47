/* SPDX-License-Identifier: MIT */
/*
 * A folder of a test's own, in which it works, and files there.
 *
 * scratch_enter() and scratch_leave() are a test's setup and teardown; where a test must leave nothing behind, scratch_leave_empty()
 * fails of what is there.  A fixture of more than that holds the folder's name and calls scratch_open() and scratch_remove().
 */
#ifndef SCRATCH_H
#define SCRATCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SCRATCH_NAME = 32 };

/* Makes the folder, writes its name and goes there. */
static inline bool scratch_open(char folder[SCRATCH_NAME])
{
	snprintf(folder, SCRATCH_NAME, "/tmp/meshreport-unit-XXXXXX");
	return mkdtemp(folder) && chdir(folder) == 0;
}

/* With all that is in it; 0, or -1. */
static inline int scratch_remove(const char *folder)
{
	char command[80];

	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	return chdir("/") == 0 && system(command) == 0 ? 0 : -1;
}

static inline int scratch_enter(void **state)
{
	static char folder[SCRATCH_NAME];

	*state = folder;
	return scratch_open(folder) ? 0 : -1;
}

static inline int scratch_leave(void **state)
{
	return scratch_remove(*state);
}

static inline int scratch_leave_empty(void **state)
{
	return chdir("/") == 0 && rmdir(*state) == 0 ? 0 : -1;
}

static inline void scratch_put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static inline void scratch_check(const char *path, const char *text)
{
	char bytes[100] = "";
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	assert_int_equal(fread(bytes, 1, sizeof(bytes) - 1, file), strlen(text));
	fclose(file);
	assert_string_equal(bytes, text);
}

#endif
