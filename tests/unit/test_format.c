/* SPDX-License-Identifier: MIT */
/* A file that somebody else wrote while it was laid out is left to him. */
#include "cli/format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static char path[] = "/tmp/meshreport-test-XXXXXX";
static struct stat was;

static int make_file(void **state)
{
	int fd = mkstemp(path);

	(void)state;
	if (fd < 0 || write(fd, "words", 5) != 5 || fstat(fd, &was) != 0)
		return -1;
	return close(fd);
}

static int remove_file(void **state)
{
	(void)state;
	unlink(path);
	return 0;
}

static void expect_changed(const struct stat *before)
{
	const char *why = format_change(path, before);

	assert_non_null(why);
	assert_string_equal(why, "it changed meanwhile");
}

static void a_file_that_is_as_it_was_has_not_changed(void **state)
{
	(void)state;
	assert_null(format_change(path, &was));
}

static void another_file_of_the_name_another_size_and_another_time_are_a_change(void **state)
{
	struct stat before = was;

	(void)state;
	before.st_dev++;
	expect_changed(&before);
	before = was;
	before.st_ino++;
	expect_changed(&before);
	before = was;
	before.st_size--;
	expect_changed(&before);
	before = was;
	before.st_mtim.tv_sec--;
	expect_changed(&before);
	before = was;
	before.st_mtim.tv_nsec ^= 1;
	expect_changed(&before);
}

static void a_file_that_is_gone_has_changed(void **state)
{
	(void)state;
	unlink(path);
	expect_changed(&was);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_that_is_as_it_was_has_not_changed),
		cmocka_unit_test(
			another_file_of_the_name_another_size_and_another_time_are_a_change),
		cmocka_unit_test(a_file_that_is_gone_has_changed),
	};

	return cmocka_run_group_tests(tests, make_file, remove_file);
}
