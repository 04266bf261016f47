/* SPDX-License-Identifier: MIT */
/* Which file an artifact becomes, and whether it may. */
#define _XOPEN_SOURCE 700 /* posix_openpt() */
#include "out/target.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/mem.h"
#include "scratch.h"

/* Which allocation fails, counted down; 0: none. */
static int refused_in;

bool mem_is_refused(size_t n_bytes)
{
	(void)n_bytes;
	return refused_in > 0 && --refused_in == 0;
}

/* Stands before the library's: another process makes each folder a moment before. */
static bool is_beaten;

int mkdir(const char *path, mode_t mode)
{
	int status = mkdirat(AT_FDCWD, path, mode);

	if (!is_beaten)
		return status;
	errno = EEXIST;
	return -1;
}

/* A place to write in, and what is wanted: "tab" and "csv" write .csv, "pic" is binary. */
struct fixture {
	char folder[40];
	struct target target;
	struct diag diag;
};

static const struct target_format formats[] = {
	{.format = "tab", .extension = "csv"},
	{.format = "csv", .extension = "csv"},
	{.format = "pic", .extension = "png", .is_binary = true},
	{.format = "broken"}};

static int enter(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	memcpy(fixture->folder, "/tmp/meshreport-target-XXXXXX", 30);
	if (!mkdtemp(fixture->folder) || chdir(fixture->folder) != 0)
		return -1;
	diag_init(&fixture->diag, 0);
	*state = fixture;
	return 0;
}

static int leave(void **state)
{
	struct fixture *fixture = *state;
	char command[80];

	target_release(&fixture->target);
	diag_release(&fixture->diag);
	snprintf(command, sizeof(command), "rm -rf '%s'", fixture->folder);
	if (chdir("/") != 0 || system(command) != 0)
		return -1;
	free(fixture);
	return 0;
}

static int aim(struct fixture *fixture, const char *output, size_t n_formats)
{
	int status = target_init(&fixture->target, output, n_formats, &fixture->diag);

	fixture->target.base = "mesh";
	fixture->target.formats = formats;
	fixture->target.n_formats = sizeof(formats) / sizeof(*formats);
	return status;
}

static const char *last_error(const struct fixture *fixture)
{
	return fixture->diag.n > 0 ? fixture->diag.messages[fixture->diag.n - 1].text : "";
}

static void an_artifact_is_called_like_the_dataset_with_its_formats_suffix(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(aim(fixture, NULL, 3), 0);

	assert_string_equal(target_path(&fixture->target, 2, ""), "mesh.png");
	assert_string_equal(target_path(&fixture->target, 2, "radar"), "mesh-radar.png");
}

static void of_formats_with_one_suffix_only_the_one_called_so_keeps_the_name(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(aim(fixture, "out", 3), 0);

	assert_string_equal(target_path(&fixture->target, 0, ""), "out/mesh-tab.csv");
	assert_string_equal(target_path(&fixture->target, 0, "a"), "out/mesh-tab-a.csv");
	assert_string_equal(target_path(&fixture->target, 1, ""), "out/mesh.csv");
	assert_string_equal(target_path(&fixture->target, 1, "tab"), "out/mesh-tab.csv");
}

static void a_part_stands_before_the_suffix_of_the_file_and_never_in_its_folder(void **state)
{
	static const char *const paths[][2] = {{"x.png", "x-a.png"},
					       {"x", "x-a"},
					       {"v1.2/x", "v1.2/x-a"},
					       {"v1.2/x.tar.gz", "v1.2/x.tar-a.gz"}};
	struct fixture *fixture = *state;

	for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++) {
		assert_int_equal(aim(fixture, paths[i][0], 1), 0);
		assert_string_equal(target_path(&fixture->target, 2, ""), paths[i][0]);
		assert_string_equal(target_path(&fixture->target, 2, "a"), paths[i][1]);
		target_release(&fixture->target);
	}
	assert_int_equal(aim(fixture, NULL, 1), 0);
}

static void what_names_a_folder_is_one_and_what_cannot_be_one_is_an_error(void **state)
{
	struct fixture *fixture = *state;
	assert_int_equal(mkdir("there", 0700), 0);
	scratch_put("file", "x");

	aim(fixture, "there", 1);
	assert_int_equal(fixture->target.kind, TARGET_FOLDER);
	aim(fixture, "new/", 1);
	assert_int_equal(fixture->target.kind, TARGET_FOLDER);
	aim(fixture, "new", 2);
	assert_int_equal(fixture->target.kind, TARGET_FOLDER);
	aim(fixture, "new", 1);
	assert_int_equal(fixture->target.kind, TARGET_FILE);
	aim(fixture, "-", 1);
	assert_int_equal(fixture->target.kind, TARGET_STDOUT);
	assert_int_equal(fixture->diag.n_errors, 0);
	assert_int_equal(aim(fixture, "file", 2), -1);
	assert_int_equal(aim(fixture, "-", 2), -1);
	assert_int_equal(aim(fixture, "", 1), -1);
	assert_int_equal(fixture->diag.n_errors, 3);
}

static void only_what_the_user_typed_may_be_anyones(void **state)
{
	struct fixture *fixture = *state;
	struct target *target = &fixture->target;
	assert_int_equal(mkdir("out", 0700), 0);
	scratch_put("mesh.csv", "by hand");
	scratch_put("x-a.csv", "by hand");
	scratch_put("x.csv", "by hand");
	scratch_put("out/mesh.csv", "by hand");

	aim(fixture, "x.csv", 1);
	assert_int_equal(target_check(target, 1, "x.csv", &fixture->diag), 0);
	assert_int_equal(target_check(target, 1, "x-a.csv", &fixture->diag), -1);
	assert_string_equal(last_error(fixture), "exists and was not made by meshreport");
	target_release(target);
	aim(fixture, NULL, 1);
	assert_int_equal(target_check(target, 1, "mesh.csv", &fixture->diag), -1);
	target_release(target);
	aim(fixture, "out", 1);
	assert_int_equal(target_check(target, 1, "out/mesh.csv", &fixture->diag), -1);
	target->force = true;
	assert_int_equal(target_check(target, 1, "out/mesh.csv", &fixture->diag), 0);
	target->force = false;
	scratch_put("out/mesh.csv", "# meshreport 0.1.0\n");
	assert_int_equal(target_check(target, 1, "out/mesh.csv", &fixture->diag), 0);
	assert_int_equal(fixture->diag.n_errors, 3);
}

static void what_is_read_is_never_written_by_whatever_name(void **state)
{
	struct fixture *fixture = *state;
	struct target *target = &fixture->target;
	scratch_put("mesh.yaml", "# meshreport 0.1.0\n");
	assert_int_equal(link("mesh.yaml", "hard.csv"), 0);
	assert_int_equal(symlink("mesh.yaml", "soft.csv"), 0);

	aim(fixture, "hard.csv", 1);
	target->force = true;
	target_protect(target, "mesh.yaml", "the dataset");
	target_protect(target, "not there", "a logo");

	assert_int_equal(target_check(target, 1, "hard.csv", &fixture->diag), -1);
	assert_string_equal(last_error(fixture), "is the dataset itself and is not written over");
	assert_int_equal(target_check(target, 1, "soft.csv", &fixture->diag), -1);
	assert_int_equal(target_check(target, 1, "other.csv", &fixture->diag), 0);
}

static void a_path_belongs_to_the_format_that_had_it_first(void **state)
{
	struct fixture *fixture = *state;
	struct target *target = &fixture->target;

	aim(fixture, "out", 3);

	/* the first artifacts of tab, csv and pic */
	assert_int_equal(target_check_all(target, &fixture->diag), 0);
	assert_int_equal(target_check(target, 0, "out/mesh-tab.csv", &fixture->diag), 0);
	assert_int_equal(target_check(target, 1, "out/mesh-tab.csv", &fixture->diag), -1);
	assert_string_equal(last_error(fixture), "formats tab and csv would both write it");
	/* a further one */
	assert_int_equal(target_check(target, 1, "out/mesh-a.csv", &fixture->diag), 0);
	assert_int_equal(target_check(target, 1, "out/mesh-a.csv", &fixture->diag), 0);
	assert_int_equal(target_check(target, 0, "out/mesh-a.csv", &fixture->diag), -1);
}

static void a_binary_format_is_not_written_to_a_terminal(void **state)
{
	struct fixture *fixture = *state;
	int terminal = posix_openpt(O_RDWR | O_NOCTTY);
	const char *path;

	assert_true(terminal >= 0 && grantpt(terminal) == 0 && unlockpt(terminal) == 0);
	path = ptsname(terminal);
	aim(fixture, path, 1);

	assert_int_equal(target_check(&fixture->target, 2, path, &fixture->diag), -1);
	assert_string_equal(last_error(fixture), "a binary format is not written to a terminal");
	assert_int_equal(target_check(&fixture->target, 1, path, &fixture->diag), 0);
	close(terminal);
}

/* A device that cannot be opened is no terminal: a process without one has none at /dev/tty. */
static void what_cannot_be_asked_is_no_terminal(void **state)
{
	struct fixture *fixture = *state;
	int status = -1;
	pid_t pid;

	aim(fixture, "/dev/tty", 1);
	pid = fork();
	if (pid == 0)
		_exit(setsid() < 0 ||
		      target_check(&fixture->target, 2, "/dev/tty", &fixture->diag) != 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);

	assert_int_equal(status, 0);
}

static void a_format_for_the_screen_goes_there_when_it_is_alone_and_nothing_else_was_said(
	void **state)
{
	static const struct target_format screen[] = {
		{.format = "terse", .extension = "txt", .is_for_screen = true},
		{.format = "other"}};
	struct fixture *fixture = *state;

	assert_int_equal(aim(fixture, NULL, 1), 0);
	fixture->target.formats = screen;
	fixture->target.n_formats = 2;
	assert_int_equal(target_check_all(&fixture->target, &fixture->diag), 0);
	assert_int_equal(fixture->target.kind, TARGET_HERE);
	fixture->target.n_formats = 1;
	assert_int_equal(target_check_all(&fixture->target, &fixture->diag), 0);
	assert_int_equal(fixture->target.kind, TARGET_STDOUT);
	target_release(&fixture->target);

	assert_int_equal(aim(fixture, "x.txt", 1), 0);
	fixture->target.formats = screen;
	fixture->target.n_formats = 1;
	assert_int_equal(target_check_all(&fixture->target, &fixture->diag), 0);

	assert_string_equal(target_path(&fixture->target, 0, ""), "x.txt");
}

static void folders_are_made_and_go_again_when_nothing_came_of_them(void **state)
{
	struct fixture *fixture = *state;
	struct target *target = &fixture->target;

	aim(fixture, "a/b//c/", 1);
	assert_int_equal(target_check_all(target, &fixture->diag), 0);
	assert_int_equal(access("a/b/c", F_OK), 0);
	scratch_put("a/kept", "x");
	target_tidy(target);

	assert_int_not_equal(access("a/b", F_OK), 0);
	assert_int_equal(access("a/kept", F_OK), 0);
}

static void a_folder_that_another_makes_meanwhile_is_used_and_left(void **state)
{
	struct fixture *fixture = *state;
	struct target *target = &fixture->target;

	aim(fixture, "a/b/", 1);
	is_beaten = true;
	assert_int_equal(target_check_all(target, &fixture->diag), 0);
	is_beaten = false;
	target_tidy(target);

	assert_int_equal(access("a/b", F_OK), 0);
}

static void of_more_folders_than_are_remembered_none_goes_again(void **state)
{
	struct fixture *fixture = *state;
	char path[2 * TARGET_MADE_MAX + 5] = "";

	for (int i = 0; i <= TARGET_MADE_MAX; i++)
		memcpy(path + 2 * i, "a/", 2);
	aim(fixture, path, 1);
	assert_int_equal(target_check_all(&fixture->target, &fixture->diag), 0);
	target_tidy(&fixture->target);

	assert_int_equal(access(path, F_OK), 0);
}

static void nothing_is_made_when_something_is_wrong(void **state)
{
	struct fixture *fixture = *state;
	assert_int_equal(mkdir("out", 0700), 0);
	assert_int_equal(mkdir("out/mesh.png", 0700), 0);
	scratch_put("file", "x");

	aim(fixture, "out", 3);
	assert_int_equal(target_check_all(&fixture->target, &fixture->diag), -1);
	assert_string_equal(last_error(fixture), "is a folder");
	target_release(&fixture->target);
	aim(fixture, "file/deep/", 1);
	assert_int_equal(target_check_all(&fixture->target, &fixture->diag), -1);
	assert_string_equal(last_error(fixture),
			    "cannot make the folder file: a file has that name");
}

static void any_refused_allocation_is_said_and_makes_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct target *target = &fixture->target;
	bool is_done = false;
	scratch_put("input", "x");

	for (int nth = 1; !is_done; nth++) {
		assert_true(nth < 100);
		refused_in = nth;
		aim(fixture, "new/", 3);
		target_protect(target, "input", "an input");
		is_done = target_check_all(target, &fixture->diag) == 0;
		is_done = is_done && refused_in > 0;
		refused_in = 0;
		assert_true(is_done || fixture->diag.out_of_memory);
		target_tidy(target);
		assert_int_not_equal(access("new", F_OK), 0);
		target_release(target);
		diag_release(&fixture->diag);
	}
	aim(fixture, NULL, 1);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(an_artifact_is_called_like_the_dataset_with_its_formats_suffix),
		IN_FOLDER(of_formats_with_one_suffix_only_the_one_called_so_keeps_the_name),
		IN_FOLDER(a_part_stands_before_the_suffix_of_the_file_and_never_in_its_folder),
		IN_FOLDER(what_names_a_folder_is_one_and_what_cannot_be_one_is_an_error),
		IN_FOLDER(only_what_the_user_typed_may_be_anyones),
		IN_FOLDER(what_is_read_is_never_written_by_whatever_name),
		IN_FOLDER(a_path_belongs_to_the_format_that_had_it_first),
		IN_FOLDER(a_binary_format_is_not_written_to_a_terminal),
		IN_FOLDER(what_cannot_be_asked_is_no_terminal),
		IN_FOLDER(
			a_format_for_the_screen_goes_there_when_it_is_alone_and_nothing_else_was_said),
		IN_FOLDER(folders_are_made_and_go_again_when_nothing_came_of_them),
		IN_FOLDER(a_folder_that_another_makes_meanwhile_is_used_and_left),
		IN_FOLDER(of_more_folders_than_are_remembered_none_goes_again),
		IN_FOLDER(nothing_is_made_when_something_is_wrong),
		IN_FOLDER(any_refused_allocation_is_said_and_makes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
