/* SPDX-License-Identifier: MIT */
/* Where the program's own files lie. */
#include "plugin/home.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

/* Below the root is "/", never "": what is joined to that would be sought in the working directory. */
static void above_a_folder_of_the_root_is_the_root(void **state)
{
	static const char *const steps[][2] = {{"/opt/mesh/bin/meshreport", "/opt/mesh/bin"},
					       {"/app/meshreport", "/app"},
					       {"/app", "/"},
					       {"/meshreport", "/"},
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
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
