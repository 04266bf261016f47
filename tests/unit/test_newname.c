/* SPDX-License-Identifier: MIT */
/* What a file takes a new name by, on file systems that know less than the kernel. */
#define _GNU_SOURCE /* renameat2() */
#include "out/newname.h"
#include "scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

/* Stand before the library's, each failing with its reason; 0: link() takes the name. */
static int rename_reason, link_reason, look_reason;

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
	(void)from_folder;
	(void)from;
	(void)to_folder;
	(void)to;
	(void)flags;
	errno = rename_reason;
	return -1;
}

int link(const char *from, const char *to)
{
	errno = link_reason;
	return errno ? -1 : linkat(AT_FDCWD, from, AT_FDCWD, to, 0);
}

int lstat(const char *path, struct stat *out)
{
	errno = look_reason;
	return errno ? -1 : fstatat(AT_FDCWD, path, out, AT_SYMLINK_NOFOLLOW);
}

static void put_file(const char *path)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fclose(file);
}

static void each_way_takes_a_free_name_and_no_other(void **state)
{
	static const struct {
		int rename, link, look;
		bool is_taken;
		int reason; /* 0: it has the name */
	} cases[] = {
		{EEXIST, 0, 0, true, EEXIST},
		{EIO, 0, 0, false, EIO},
		/* no such flag, or no such call: a second name */
		{EINVAL, 0, 0, false, 0},
		{ENOSYS, 0, 0, false, 0},
		{EINVAL, 0, 0, true, EEXIST},
		{EINVAL, EIO, 0, false, EIO},
		/* none of these either: it is looked whether the name is free */
		{EINVAL, EPERM, 0, false, 0},
		{EINVAL, EOPNOTSUPP, 0, false, 0},
		{ENOSYS, ENOSYS, 0, false, 0},
		{EINVAL, EPERM, 0, true, EEXIST},
		{EINVAL, EPERM, EIO, false, EIO},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		put_file("from");
		if (cases[i].is_taken)
			put_file("to");
		rename_reason = cases[i].rename;
		link_reason = cases[i].link;
		look_reason = cases[i].look;
		assert_int_equal(newname_take("from", "to"), cases[i].reason ? -1 : 0);
		if (cases[i].reason)
			assert_int_equal(errno, cases[i].reason);
		assert_int_equal(access("from", F_OK), cases[i].reason ? 0 : -1);
		assert_int_equal(access("to", F_OK),
				 cases[i].reason && !cases[i].is_taken ? -1 : 0);
		unlink("from");
		unlink("to");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_way_takes_a_free_name_and_no_other,
						scratch_enter, scratch_leave_empty),
	};

	return cmocka_run_group_tests_name("newname", tests, NULL, NULL);
}
