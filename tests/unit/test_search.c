/* SPDX-License-Identifier: MIT */
/* Which plugins there are where folders and files cannot be looked at, are no files, or lie on other devices. */
#define _GNU_SOURCE
#include "plugin/search.h"
#include "scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

/* Stands before the library's: of a path that ends so it fails with EIO, or lies on a device of its own. */
static const char *unseen, *apart;

static bool ends_with(const char *path, const char *end)
{
	return end && strlen(path) >= strlen(end) &&
	       strcmp(path + strlen(path) - strlen(end), end) == 0;
}

int stat(const char *path, struct stat *out)
{
	int status = fstatat(AT_FDCWD, path, out, 0);

	out->st_dev += ends_with(path, apart);
	errno = ends_with(path, unseen) ? EIO : errno;
	return ends_with(path, unseen) ? -1 : status;
}

struct fixture {
	char folder[SCRATCH_NAME];
	struct home home;
	struct search found;
	struct diag diag;
};

static int enter(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	unseen = apart = NULL;
	diag_init(&fixture->diag, DIAG_MAX);
	fixture->home = (struct home){
		.plugin_path = "", .user_plugins = "user", .plugins = "own", .is_build_tree = true};
	*state = fixture;
	return scratch_open(fixture->folder) && mkdir("own", 0755) == 0 && mkdir("given", 0755) == 0
		       ? 0
		       : -1;
}

static int leave(void **state)
{
	struct fixture *fixture = *state;
	int status = scratch_remove(fixture->folder);

	search_release(&fixture->found);
	diag_release(&fixture->diag);
	free(fixture);
	return status;
}

static void put_file(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT, 0755);

	assert_true(fd >= 0);
	close(fd);
}

static int look(struct fixture *fixture)
{
	static const char *const given[] = {"given"};

	return search_folders(&fixture->found, &fixture->home, given, 1, &fixture->diag);
}

/* The n-th message from the end; "" where there are fewer. */
static const char *message(const struct fixture *fixture, size_t nth)
{
	return nth < fixture->diag.n ? fixture->diag.messages[fixture->diag.n - 1 - nth].text : "";
}

static void what_is_no_file_is_told_as_that_and_not_opened(void **state)
{
	struct fixture *fixture = *state;

	put_file("own/good.so");
	assert_int_equal(mkdir("own/folder.so", 0755) | mkfifo("own/pipe.so", 0644), 0);
	assert_int_equal(symlink("none", "own/link.so"), 0);
	assert_int_equal(look(fixture), 0);

	assert_int_equal(fixture->found.n, 4);
	assert_string_equal(fixture->found.files[0].refusal, "own/folder.so is a directory");
	assert_null(fixture->found.files[1].refusal);
	assert_string_equal(fixture->found.files[2].refusal,
			    "own/link.so cannot be read: No such file or directory");
	assert_string_equal(fixture->found.files[3].refusal, "own/pipe.so is not a regular file");
	assert_int_equal(fixture->diag.n, 0);
}

static void a_file_that_cannot_be_looked_at_ends_the_search_with_one_word(void **state)
{
	struct fixture *fixture = *state;

	put_file("given/a.so");
	put_file("given/b.so");
	unseen = ".so";
	assert_int_equal(look(fixture), -1);

	assert_int_equal(fixture->diag.n_errors, 1);
	assert_string_equal(message(fixture, 0), "given/a.so cannot be read: Input/output error");
}

static void a_folder_that_cannot_be_looked_at_is_an_error_wherever_it_was_named(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(mkdir("user", 0755), 0);
	unseen = "user";
	assert_int_equal(look(fixture), -1);

	assert_int_equal(fixture->diag.n_errors, 1);
	assert_string_equal(message(fixture, 0), "plugin folder user: Input/output error");
	assert_true(fixture->found.folders[1].is_usual && !fixture->found.folders[1].is_absent);
	assert_string_equal(fixture->found.folders[1].problem, "Input/output error");
}

static void a_usual_folder_need_not_be_there_and_is_told_of_where_it_is_none(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(look(fixture), 0);
	assert_int_equal(fixture->diag.n, 0);
	assert_true(fixture->found.folders[1].is_absent);
	search_release(&fixture->found);
	put_file("user");
	assert_int_equal(look(fixture), 0);
	assert_int_equal(fixture->diag.n_errors, 0);
	assert_string_equal(message(fixture, 0), "plugin folder user: Not a directory");
	search_release(&fixture->found);
	/* nobody has a home, and then there is no such folder */
	fixture->home.user_plugins = "";
	assert_int_equal(look(fixture), 0);
	assert_int_equal(fixture->found.n_folders, 2);
	assert_string_equal(fixture->found.folders[1].path, "own");
}

static void a_folder_is_looked_through_once_and_known_by_device_and_number(void **state)
{
	struct fixture *fixture = *state;

	put_file("given/a.so");
	assert_int_equal(symlink("given", "user"), 0);
	assert_int_equal(look(fixture), 0);
	assert_int_equal(fixture->found.n, 1);
	assert_int_equal(fixture->diag.n, 0);
	search_release(&fixture->found);
	/* the number of a folder says little on another device */
	apart = "user";
	assert_int_equal(look(fixture), 0);
	assert_int_equal(fixture->found.n, 1);
	assert_string_equal(message(fixture, 0), "user/a.so is shadowed by given/a.so");
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(what_is_no_file_is_told_as_that_and_not_opened),
		IN_FOLDER(a_file_that_cannot_be_looked_at_ends_the_search_with_one_word),
		IN_FOLDER(a_folder_that_cannot_be_looked_at_is_an_error_wherever_it_was_named),
		IN_FOLDER(a_usual_folder_need_not_be_there_and_is_told_of_where_it_is_none),
		IN_FOLDER(a_folder_is_looked_through_once_and_known_by_device_and_number),
	};

	return cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
