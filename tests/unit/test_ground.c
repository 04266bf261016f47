/* SPDX-License-Identifier: MIT */
/* Who can change what lies at a path: each folder on the way to it is looked at, whatever links and dots it has. */
#define _XOPEN_SOURCE 700 /* S_ISVTX */
#include "plugin/ground.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buf.h"
#include "scratch.h"

/* A folder of /tmp with "ab/c", which is the owner's alone, and "open", which is everyone's. */
struct fixture {
	char folder[SCRATCH_NAME];
	struct arena arena;
	struct buf path;
};

static int enter(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	*state = fixture;
	return scratch_open(fixture->folder) && mkdir("ab", 0755) == 0 &&
			       mkdir("ab/c", 0755) == 0 && mkdir("open", 0700) == 0 &&
			       chmod("open", 0777) == 0 && chmod("ab", 0755) == 0
		       ? 0
		       : -1;
}

static int leave(void **state)
{
	struct fixture *fixture = *state;
	int status = scratch_remove(fixture->folder);

	buf_release(&fixture->path);
	arena_release(&fixture->arena);
	free(fixture);
	return status;
}

static const char *problem(struct fixture *fixture, const char *way)
{
	buf_clear(&fixture->path);
	buf_printf(&fixture->path, "%s/%s", fixture->folder, way);
	return ground_problem(&fixture->arena, buf_text(&fixture->path));
}

/* The folder that is everyone's is on the way. */
static void assert_open(struct fixture *fixture, const char *way)
{
	const char *words = problem(fixture, way);

	assert_non_null(words);
	assert_non_null(strstr(words, "/open can be written to by everyone; chmod o-w /tmp/"));
}

static void dots_and_slashes_are_no_folders_of_their_own(void **state)
{
	struct fixture *fixture = *state;

	assert_null(problem(fixture, "ab/c"));
	assert_null(problem(fixture, "./ab//./c/../c/."));
	assert_null(problem(fixture, "ab/none/of/these"));
	assert_open(fixture, "open");
	assert_open(fixture, "ab/../open/x");
	assert_open(fixture, "./open/../ab/c");
}

static void links_are_followed_from_where_they_lie(void **state)
{
	struct fixture *fixture = *state;
	char target[100];

	snprintf(target, sizeof(target), "%s/open", fixture->folder);
	assert_int_equal(symlink("../../open/x", "ab/c/relative"), 0);
	assert_int_equal(symlink(target, "ab/absolute"), 0);
	assert_int_equal(symlink("absolute", "ab/link"), 0);
	assert_int_equal(symlink("c", "ab/well"), 0);

	assert_open(fixture, "ab/c/relative");
	assert_open(fixture, "ab/absolute");
	assert_open(fixture, "ab/link/x");
	assert_null(problem(fixture, "ab/well"));
}

static void what_nobody_can_open_is_no_problem(void **state)
{
	struct fixture *fixture = *state;
	char path[3 * PATH_MAX], target[PATH_MAX];

	assert_null(ground_problem(&fixture->arena, "open"));
	assert_int_equal(symlink("loop", "loop"), 0);
	assert_null(problem(fixture, "loop/../open"));
	/* longer than any path may be, at once or by where a link leads */
	memset(path, 'a', sizeof(path) - 1);
	path[0] = '/';
	path[sizeof(path) - 1] = '\0';
	assert_null(ground_problem(&fixture->arena, path));
	memset(target, 'b', sizeof(target));
	for (size_t i = 200; i < sizeof(target); i += 200)
		target[i] = '/';
	target[sizeof(target) - 1] = '\0';
	assert_int_equal(symlink(target, "long"), 0);
	memset(path, 'a', sizeof(path) - 1);
	memcpy(path, "long/", 5);
	path[2 * PATH_MAX - 100] = '\0';
	assert_null(problem(fixture, path));
}

static void a_folder_too_deep_for_a_path_ends_the_walk(void **state)
{
	struct fixture *fixture = *state;
	char name[251];

	memset(name, 'd', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	buf_printf(&fixture->path, "%s", fixture->folder);
	for (int i = 0; i < 16; i++) {
		assert_int_equal(mkdir(name, 0700) | chdir(name), 0);
		buf_printf(&fixture->path, "/%s", name);
	}
	buf_printf(&fixture->path, "/%s/../../open", name);

	assert_null(ground_problem(&fixture->arena, buf_text(&fixture->path)));
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(dots_and_slashes_are_no_folders_of_their_own),
		IN_FOLDER(links_are_followed_from_where_they_lie),
		IN_FOLDER(what_nobody_can_open_is_no_problem),
		IN_FOLDER(a_folder_too_deep_for_a_path_ends_the_walk),
	};

	return cmocka_run_group_tests_name("ground", tests, NULL, NULL);
}
