/* SPDX-License-Identifier: MIT */
/* Where the program's own files lie. */
#define _DEFAULT_SOURCE /* AT_FDCWD, setenv() */
#include "plugin/home.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

/* Stands before the library's: a system that tells otherwise where the program lies, or fails with a reason. */
static const char *told;
static int fails_with;

ssize_t readlink(const char *path, char *out, size_t size)
{
	size_t n = told ? strlen(told) : 0;

	if (!told && !fails_with)
		return readlinkat(AT_FDCWD, path, out, size);
	errno = fails_with;
	if (fails_with || n > size)
		return -1;
	memcpy(out, told, n);
	return (ssize_t)n;
}

/* Below the root is "/", never "": what is joined to that would be sought in the working directory. */
static void above_a_folder_of_the_root_is_the_root(void **state)
{
	static const char *const steps[][2] = {{"/opt/mesh/bin/meshreport", "/opt/mesh/bin"},
					       {"/app/meshreport", "/app"},
					       {"/app", "/"},
					       {"/meshreport", "/"},
					       {"nowhere", "nowhere"},
					       {"/", "/"}};
	char path[40];
	(void)state;

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		memcpy(path, steps[i][0], strlen(steps[i][0]) + 1);
		home_up(path);
		assert_string_equal(path, steps[i][1]);
	}
}

static void an_epoch_is_digits_up_to_the_year_9999(void **state)
{
	static const char *const wrong[] = {
		"",   "x",  "-1",  "+1",           "1.5",
		" 1", "1 ", "0x1", "253402300800", "99999999999999999999"};
	int64_t epoch;
	(void)state;

	assert_true(home_parse_epoch("0", &epoch));
	assert_int_equal(epoch, 0);
	assert_true(home_parse_epoch("253402300799", &epoch));
	assert_int_equal(epoch, 253402300799);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(home_parse_epoch(wrong[i], &epoch));
}

/* A program in a build tree is at home there; wherever it is, its files have absolute paths. */
static void every_file_of_ours_has_an_absolute_path(void **state)
{
	struct arena arena = ARENA_INIT;
	struct diag diag;
	struct home home;
	(void)state;
	diag_init(&diag, 0);

	assert_int_equal(home_find(&home, &arena, &diag), 0);

	assert_int_equal(home.plugins[0], '/');
	assert_int_equal(home.templates[0], '/');
	assert_int_equal(home.dataset[0], '/');
	arena_release(&arena);
	diag_release(&diag);
}

static void where_the_system_does_not_tell_they_are_where_they_were_installed(void **state)
{
	struct arena arena = ARENA_INIT;
	struct diag diag;
	struct home home;
	(void)state;
	diag_init(&diag, 0);

	/* it does not say, or it says a name that is none here, as of a program outside of this root */
	for (int i = 0; i < 2; i++) {
		fails_with = i == 0 ? ENOENT : 0;
		told = i == 0 ? NULL : "(unreachable)/bin/meshreport";
		assert_int_equal(home_find(&home, &arena, &diag), 0);
		assert_false(home.is_build_tree);
		assert_int_equal(home.plugins[0], '/');
		assert_non_null(strstr(home.plugins, "meshreport/plugins"));
		assert_non_null(strstr(home.dataset, "meshreport/servicemesh.yaml"));
	}
	told = NULL;
	fails_with = EIO;
	assert_int_equal(home_find(&home, &arena, &diag), -1);
	fails_with = 0;
	assert_string_equal(diag.messages[0].text,
			    "cannot tell where this program lies: Input/output error");
	arena_release(&arena);
	diag_release(&diag);
}

static void a_width_is_a_number_of_a_few_digits(void **state)
{
	static const struct {
		const char *text;
		unsigned columns;
	} widths[] = {{"80", 80}, {"99999", 99999}, {"100000", 0}, {"", 0},
		      {"-1", 0},  {"80 ", 0},       {"x", 0},      {"0", 0}};
	struct arena arena = ARENA_INIT;
	struct diag diag;
	struct home home;
	(void)state;
	diag_init(&diag, 0);

	for (size_t i = 0; i < sizeof(widths) / sizeof(*widths); i++) {
		setenv("COLUMNS", widths[i].text, 1);
		assert_int_equal(home_find(&home, &arena, &diag), 0);
		assert_int_equal(home.columns, widths[i].columns);
	}
	unsetenv("COLUMNS");
	arena_release(&arena);
	diag_release(&diag);
}

static void a_way_up_and_down_from_a_folder_is_one_path(void **state)
{
	static const char *const ways[][3] = {
		{"/opt/mesh/bin", "../lib/plugins", "/opt/mesh/lib/plugins"},
		{"/opt/mesh/bin", "../../lib", "/opt/lib"},
		{"/bin", "../share/meshreport", "/share/meshreport"},
		{"/", "../share", "/share"},
		{"/opt/mesh/build", "..", "/opt/mesh"},
		{"/opt/mesh/bin", "..lib", "/opt/mesh/bin/..lib"},
		{"/opt/mesh", "plugins", "/opt/mesh/plugins"}};
	struct arena arena = ARENA_INIT;
	char endless[5000];
	(void)state;
	memset(endless, 'x', sizeof(endless));
	endless[0] = '/';
	endless[sizeof(endless) - 1] = '\0';

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++)
		assert_string_equal(home_beside(&arena, ways[i][0], ways[i][1]), ways[i][2]);
	assert_null(home_beside(&arena, endless, "../lib"));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(above_a_folder_of_the_root_is_the_root),
		cmocka_unit_test(an_epoch_is_digits_up_to_the_year_9999),
		cmocka_unit_test(a_way_up_and_down_from_a_folder_is_one_path),
		cmocka_unit_test(every_file_of_ours_has_an_absolute_path),
		cmocka_unit_test(where_the_system_does_not_tell_they_are_where_they_were_installed),
		cmocka_unit_test(a_width_is_a_number_of_a_few_digits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
