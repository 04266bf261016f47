/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* syscall() */
#include "out/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/mem.h"
#include "scratch.h"

enum { NAME_MAX_BYTES = 100 };

static uint64_t refused_in; /* which allocation is refused; 0: none */

bool mem_is_refused(size_t n_bytes)
{
	(void)n_bytes;
	return refused_in > 0 && --refused_in == 0;
}

/* Stand before the library's: a disk that fails when a folder, or a file, is to lie on it, and a system that cannot look. */
static int sync_fails_with, file_sync_fails_with, close_fails_with, look_fails_with;

int fsync(int fd)
{
	struct stat is;

	errno = fstat(fd, &is) == 0 && S_ISDIR(is.st_mode) ? sync_fails_with : file_sync_fails_with;
	return errno ? -1 : 0;
}

int close(int fd)
{
	int status = (int)syscall(SYS_close, fd);

	errno = close_fails_with ? close_fails_with : errno;
	return close_fails_with ? -1 : status;
}

int lstat(const char *path, struct stat *out)
{
	errno = look_fails_with;
	return errno ? -1 : fstatat(AT_FDCWD, path, out, AT_SYMLINK_NOFOLLOW);
}

static int put(struct folder *folder, const char *name, mode_t mode, const char *words)
{
	struct buf text = BUF_INIT;
	int status;

	buf_put_text(&text, words);
	status = folder_put(folder, name, mode, &text);
	buf_release(&text);
	return status;
}

/* How many entries the present folder has. */
static int n_entries(void)
{
	DIR *entries = opendir(".");
	int n = -2; /* "." and ".." */

	while (readdir(entries))
		n++;
	closedir(entries);
	return n;
}

static mode_t mode_of(const char *path)
{
	struct stat is;

	assert_int_equal(stat(path, &is), 0);
	return is.st_mode & 07777;
}

static void nothing_is_seen_until_all_of_it_is_there(void **state)
{
	struct folder folder;

	(void)state;
	assert_int_equal(folder_open(&folder, "new"), 0);
	assert_int_equal(put(&folder, "one", 0666, "1"), 0);
	assert_int_equal(access("new", F_OK), -1);
	assert_int_equal(put(&folder, "two", 0777, "2"), 0);
	assert_int_equal(folder_commit(&folder), 0);
	folder_abandon(&folder);

	assert_int_equal(n_entries(), 1);
	assert_int_equal(unlink("new/one"), 0);
	assert_int_equal(unlink("new/two"), 0);
	assert_int_equal(rmdir("new"), 0);
}

static void modes_are_those_asked_for_less_the_umask_and_a_group_is_inherited(void **state)
{
	struct folder folder;
	mode_t before = umask(027);

	(void)state;
	assert_int_equal(chmod(".", 02755), 0);
	folder_open(&folder, "./new");
	put(&folder, "one", 0666, "1");
	put(&folder, "two", 0777, "2");
	assert_int_equal(folder_commit(&folder), 0);
	umask(before);

	assert_int_equal(mode_of("new"), 02750);
	assert_int_equal(mode_of("new/one"), 0640);
	assert_int_equal(mode_of("new/two"), 0750);
	assert_int_equal(unlink("new/one") | unlink("new/two") | rmdir("new"), 0);
}

/* What stands there is found at the beginning, and at the end, when it came meanwhile. */
static void what_stands_there_is_not_touched(void **state)
{
	struct folder folder;

	(void)state;
	assert_int_equal(symlink("nowhere", "new"), 0);
	assert_int_equal(folder_open(&folder, "new"), -1);
	assert_int_equal(folder.error, EEXIST);
	folder_abandon(&folder);
	assert_int_equal(unlink("new"), 0);

	assert_int_equal(folder_open(&folder, "new"), 0);
	put(&folder, "one", 0666, "1");
	assert_int_equal(mkdir("new", 0700), 0);
	assert_int_equal(folder_commit(&folder), -1);
	assert_int_equal(folder.error, EEXIST);
	folder_abandon(&folder);

	assert_int_equal(n_entries(), 1);
	assert_int_equal(rmdir("new"), 0);
}

static void a_folder_ignores_everything_after_its_first_failure(void **state)
{
	struct folder folder;

	(void)state;
	folder_open(&folder, "new");
	assert_int_equal(put(&folder, "no/one", 0666, "1"), -1);
	assert_int_equal(folder.error, ENOENT);
	assert_int_equal(put(&folder, "two", 0666, "2"), -1);
	assert_int_equal(folder_commit(&folder), -1);
	folder_abandon(&folder);

	assert_int_equal(n_entries(), 0);
}

static void memory_that_is_refused_leaves_nothing(void **state)
{
	struct folder folder;
	uint64_t nth = 0;
	int status = -1;

	(void)state;
	while (status != 0) {
		refused_in = ++nth;
		status = folder_open(&folder, "new");
		put(&folder, "one", 0666, "1");
		status = folder_commit(&folder);
		refused_in = 0;
		assert_true(status == 0 || folder.error == ENOMEM);
		folder_abandon(&folder);
		assert_int_equal(n_entries(), status == 0);
	}

	assert_true(nth > 3);
	assert_int_equal(unlink("new/one") | rmdir("new"), 0);
}

static void a_disk_that_fails_leaves_nothing_and_one_that_keeps_no_folders_is_well(void **state)
{
	static const int reasons[][2] = {
		{EIO, EIO}, {ENOSPC, ENOSPC}, {EDQUOT, EDQUOT}, {EINVAL, 0}};
	struct folder folder;

	(void)state;
	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++) {
		int wanted = reasons[i][1];

		folder_open(&folder, "new");
		sync_fails_with = reasons[i][0];
		assert_int_equal(folder_commit(&folder), wanted ? -1 : 0);
		sync_fails_with = 0;
		assert_int_equal(folder.error, wanted);
		folder_abandon(&folder);
		assert_int_equal(n_entries(), wanted ? 0 : 1);
	}
	assert_int_equal(rmdir("new"), 0);
}

static void the_first_failure_of_a_file_is_the_reason(void **state)
{
	static const int reasons[][3] = {{0, EIO, EIO}, {ENOSPC, EIO, ENOSPC}, {ENOSPC, 0, ENOSPC}};
	struct folder folder;

	(void)state;
	for (size_t i = 0; i < sizeof(reasons) / sizeof(*reasons); i++) {
		folder_open(&folder, "new");
		file_sync_fails_with = reasons[i][0];
		close_fails_with = reasons[i][1];
		assert_int_equal(put(&folder, "one", 0666, "1"), -1);
		file_sync_fails_with = close_fails_with = 0;
		assert_int_equal(folder.error, reasons[i][2]);
		assert_int_equal(folder_commit(&folder), -1);
		folder_abandon(&folder);
	}

	assert_int_equal(n_entries(), 0);
}

static void where_it_cannot_be_told_whether_something_stands_there_nothing_is_made(void **state)
{
	struct folder folder;

	(void)state;
	look_fails_with = EIO;
	assert_int_equal(folder_open(&folder, "new"), -1);
	look_fails_with = 0;
	assert_int_equal(folder.error, EIO);
	folder_abandon(&folder);

	assert_int_equal(n_entries(), 0);
}

/* As a killed run does; the name that it had. */
static void leave_half(char name[NAME_MAX_BYTES])
{
	int pipes[2], status;

	assert_int_equal(pipe(pipes), 0);
	pid_t pid = fork();

	if (pid == 0) {
		struct folder folder;

		folder_open(&folder, "new");
		put(&folder, "one", 0666, "1");
		_exit(write(pipes[1], folder.temporary, strlen(folder.temporary) + 1) < 0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_true(read(pipes[0], name, NAME_MAX_BYTES) > 1);
	close(pipes[0]);
	close(pipes[1]);
}

static void what_a_dead_process_left_is_removed_with_its_files_by_the_next(void **state)
{
	char name[NAME_MAX_BYTES];
	struct folder folder;

	(void)state;
	leave_half(name);
	assert_int_equal(access(name, F_OK), 0);

	folder_open(&folder, "new");
	assert_int_equal(folder_commit(&folder), 0);
	folder_abandon(&folder);

	assert_int_equal(access(name, F_OK), -1);
	assert_int_equal(rmdir("new"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(nothing_is_seen_until_all_of_it_is_there,
						scratch_enter, scratch_leave_empty),
		cmocka_unit_test_setup_teardown(
			modes_are_those_asked_for_less_the_umask_and_a_group_is_inherited,
			scratch_enter, scratch_leave_empty),
		cmocka_unit_test_setup_teardown(what_stands_there_is_not_touched, scratch_enter,
						scratch_leave_empty),
		cmocka_unit_test_setup_teardown(a_folder_ignores_everything_after_its_first_failure,
						scratch_enter, scratch_leave_empty),
		cmocka_unit_test_setup_teardown(memory_that_is_refused_leaves_nothing,
						scratch_enter, scratch_leave_empty),
		cmocka_unit_test_setup_teardown(
			a_disk_that_fails_leaves_nothing_and_one_that_keeps_no_folders_is_well,
			scratch_enter, scratch_leave_empty),
		cmocka_unit_test_setup_teardown(the_first_failure_of_a_file_is_the_reason,
						scratch_enter, scratch_leave_empty),
		cmocka_unit_test_setup_teardown(
			where_it_cannot_be_told_whether_something_stands_there_nothing_is_made,
			scratch_enter, scratch_leave_empty),
		cmocka_unit_test_setup_teardown(
			what_a_dead_process_left_is_removed_with_its_files_by_the_next,
			scratch_enter, scratch_leave_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
