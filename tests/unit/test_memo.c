/* SPDX-License-Identifier: MIT */
/* What was written is remembered by its content, as long as there is somewhere to remember it. */
#define _DEFAULT_SOURCE /* syscall() */
#include "out/memo.h"
#include "scratch.h"

#include <dirent.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <cmocka.h>

/* Stands before the library's: a disk that is full. */
static bool is_full;

ssize_t write(int fd, const void *bytes, size_t n)
{
	errno = ENOSPC;
	return is_full ? -1 : (ssize_t)syscall(SYS_write, fd, bytes, n);
}

static void a_content_is_known_by_whatever_name(void **state)
{
	(void)state;
	scratch_put("x", "words");
	scratch_put("same", "words");
	scratch_put("other", "word");
	scratch_put("empty", "");

	memo_remember("a/state", "x");
	memo_remember("a/state", "empty");

	assert_true(memo_knows("a/state", "x") && memo_knows("a/state", "same"));
	assert_false(memo_knows("a/state", "other") || memo_knows("a/state", "empty"));
	assert_false(memo_knows("a/state", "none") || memo_knows("a/state", "."));
	assert_false(memo_knows("b", "x"));
}

static void where_there_is_nowhere_to_remember_nothing_is_known(void **state)
{
	(void)state;
	scratch_put("x", "words");

	memo_remember("", "x");
	memo_remember("x/state", "x");

	assert_false(memo_knows("", "x") || memo_knows("x/state", "x"));
	assert_int_equal(access("written", F_OK), -1);
}

static off_t size_of(const char *path)
{
	struct stat is;

	return stat(path, &is) == 0 ? is.st_size : -1;
}

static int count_files(const char *folder)
{
	DIR *open = opendir(folder);
	int n = -2;

	while (readdir(open))
		n++;
	closedir(open);
	return n;
}

/* A list that is too long to be written again stays as it is. */
static void a_list_that_cannot_be_shortened_stays(void **state)
{
	enum { LINE = 36 };
	FILE *list;
	(void)state;

	scratch_put("x", "words");
	assert_int_equal(mkdir("state", 0700), 0);
	list = fopen("state/written", "w");
	for (int i = 0; i < MEMO_MAX; i++)
		fputs("1 0000000000000000 0000000000000000\n", list);
	fclose(list);
	is_full = true;
	memo_remember("state", "x");
	is_full = false;

	assert_int_equal(size_of("state/written"), MEMO_MAX * LINE);
	assert_int_equal(count_files("state"), 1);
	assert_false(memo_knows("state", "x"));
	memo_remember("state", "x");
	assert_true(memo_knows("state", "x"));
	assert_true(size_of("state/written") < (MEMO_MAX / 2 + 2) * (LINE + 10));
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_enter, scratch_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(a_content_is_known_by_whatever_name),
		IN_FOLDER(where_there_is_nowhere_to_remember_nothing_is_known),
		IN_FOLDER(a_list_that_cannot_be_shortened_stays),
	};

	return cmocka_run_group_tests_name("memo", tests, NULL, NULL);
}
