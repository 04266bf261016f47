/* SPDX-License-Identifier: MIT */
/* Files that others take away while they are written, and what is left of the old ones. */
#define _DEFAULT_SOURCE /* syscall() */
#include "out/sink.h"

#include <dirent.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
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

/* Stands before the library's: a file system that tells of a failure as late as that. */
static int close_fails_with;

int close(int fd)
{
	int status = (int)syscall(SYS_close, fd);

	errno = close_fails_with ? close_fails_with : errno;
	return close_fails_with ? -1 : status;
}

static int count_files(void)
{
	DIR *open = opendir(".");
	int n = 0;

	while (readdir(open))
		n++;
	closedir(open);
	return n - 2;
}

/* x, which was "old", is about to be "new". */
static void begin(struct sink *sink)
{
	scratch_put("x", "old");
	assert_int_equal(sink_open_path(sink, "x"), 0);
	sink_write(sink, "new", 3);
	assert_int_equal(sink_prepare(sink), 0);
}

/* What an undo could not do. */
static void undo(struct sink *sink, const char *expected)
{
	struct buf left = BUF_INIT;

	sink_undo(sink, &left);
	assert_int_equal(strncmp(buf_text(&left), expected, strlen(expected)), 0);
	assert_int_equal(left.n == 0, *expected == '\0');
	buf_release(&left);
}

static void what_rests_is_written_on_where_it_still_is(void **state)
{
	struct sink sink, memory;
	(void)state;

	assert_int_equal(sink_open_path(&sink, "x"), 0);
	sink_write(&sink, "a", 1);
	sink_rest(&sink);
	assert_int_equal(sink.fd, -1);
	sink_rest(&sink); /* as it does already */
	sink_write(&sink, "b", 1);
	sink_rest(&sink);
	assert_int_equal(unlink(sink.temporary), 0);
	sink_write(&sink, "c", 1);
	assert_int_equal(sink.error, ENOENT);
	sink_rest(&sink);
	sink_abandon(&sink);
	assert_int_equal(count_files(), 0);
	/* one that has failed is about to be given up */
	assert_int_equal(sink_open_path(&sink, "x"), 0);
	sink.error = ENOSPC;
	sink_rest(&sink);
	assert_true(sink.fd >= 0);
	sink_abandon(&sink);

	assert_int_equal(sink_open_path(&sink, "x"), 0);
	sink_rest(&sink);
	assert_int_equal(unlink(sink.temporary), 0);
	assert_int_equal(sink_prepare(&sink), -1);
	assert_int_equal(sink.error, ENOENT);
	assert_int_equal(sink_sync_folder(&sink, NULL), -1);
	sink_abandon(&sink);

	assert_int_equal(sink_open_memory(&memory), 0);
	sink_write(&memory, "a", 1);
	sink_rest(&memory); /* which has no file */
	sink_write(&memory, "b", 1);
	assert_string_equal(buf_text(&memory.memory), "ab");
	sink_abandon(&memory);
}

static void one_that_was_not_opened_takes_nothing(void **state)
{
	struct sink sink = {.fd = -1};
	(void)state;

	sink_write(&sink, "lost", 4);

	assert_int_equal(sink.n_bytes, 0);
	assert_int_equal(sink.error, 0);
}

static void a_link_may_lead_anywhere(void **state)
{
	char target[100];
	struct sink sink;

	assert_int_equal(mkdir("d", 0700), 0);
	snprintf(target, sizeof(target), "%s/d/x", (const char *)*state);
	assert_int_equal(symlink(target, "absolute"), 0);
	assert_int_equal(symlink("absolute", "link"), 0);
	assert_int_equal(sink_open_path(&sink, "link"), 0);
	sink_write(&sink, "new", 3);
	assert_int_equal(sink_prepare(&sink), 0);
	assert_int_equal(sink_commit(&sink, true), 0);
	sink_settle(&sink);

	scratch_check("d/x", "new");
}

static void folders_of_one_length_are_told_apart(void **state)
{
	struct sink first, second;
	struct stat before, after;
	(void)state;

	assert_int_equal(mkdir("d", 0700) | mkdir("e", 0700), 0);
	assert_int_equal(sink_open_path(&first, "d/x"), 0);
	assert_int_equal(sink_open_path(&second, "e/x"), 0);
	assert_int_equal(sink_commit(&first, true), 0);
	assert_int_equal(sink_commit(&second, true), 0);
	assert_int_equal(sink_sync_folder(&first, NULL), 0);
	/* it would not be looked at if it were taken for the other: what is not there cannot be synced */
	assert_int_equal(stat("e", &before), 0);
	assert_int_equal(sink_sync_folder(&second, &first), 0);
	assert_int_equal(stat("e", &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	first.error = EIO;
	assert_int_equal(sink_sync_folder(&first, NULL), -1);
	sink_settle(&first);
	sink_settle(&second);
}

static void where_the_new_file_is_gone_the_old_one_stays_under_one_name(void **state)
{
	struct sink sink;
	(void)state;

	begin(&sink);
	assert_int_equal(unlink(sink.temporary), 0);
	assert_int_equal(sink_commit(&sink, true), -1);
	assert_int_equal(sink.error, ENOENT);
	assert_int_equal(sink_commit_new(&sink), -1);
	undo(&sink, "");

	scratch_check("x", "old");
	assert_int_equal(count_files(), 1);
}

static void an_old_file_that_no_name_was_had_for_is_not_put_back_and_that_is_told(void **state)
{
	struct sink sink;
	(void)state;

	begin(&sink);
	refused_in = 1;
	assert_int_equal(sink_commit(&sink, true), 0);
	refused_in = 0;
	assert_null(sink.kept);
	undo(&sink, "x could not be put back: it could not be kept");

	scratch_check("x", "new");
	assert_int_equal(count_files(), 1);
}

static void an_old_file_that_cannot_get_a_lasting_name_is_said_to_be_where_it_is(void **state)
{
	char expected[200];
	struct sink sink;
	(void)state;

	/* there is no memory for another name */
	begin(&sink);
	assert_int_equal(sink_commit(&sink, true), 0);
	assert_int_equal(unlink("x") | mkdir("x", 0700), 0);
	snprintf(expected, sizeof(expected),
		 "x could not be put back: Is a directory; it is now called %s", sink.kept);
	refused_in = 1;
	undo(&sink, expected);
	refused_in = 0;
	scratch_check(strstr(expected, ".meshreport-"), "old");
	assert_int_equal(unlink(strstr(expected, ".meshreport-")) | rmdir("x"), 0);

	/* somebody took it away, so that no name helps; none is left behind for it */
	begin(&sink);
	assert_int_equal(sink_commit(&sink, true), 0);
	assert_int_equal(unlink(sink.kept), 0);
	undo(&sink, "x could not be put back: No such file or directory; it is now called ");
	scratch_check("x", "new");
	assert_int_equal(count_files(), 1);
}

static void what_has_no_reader_and_is_no_pipe_is_not_waited_for(void **state)
{
	struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "socket"};
	int end = socket(AF_UNIX, SOCK_STREAM, 0);
	struct sink sink;
	(void)state;

	assert_int_equal(bind(end, (struct sockaddr *)&name, sizeof(name)), 0);
	assert_int_equal(sink_open_path(&sink, "socket"), 0);
	assert_int_equal(sink.kind, SINK_THROUGH);
	sink_write(&sink, "abc", 3);
	assert_int_equal(sink_commit(&sink, false), -1);

	assert_int_equal(sink.error, ENXIO);
	sink_abandon(&sink);
	close(end);
}

static void the_first_failure_is_the_reason(void **state)
{
	static const struct {
		const char *path;
		int reason;
	} devices[] = {{"/dev/null", EIO}, {"/dev/full", ENOSPC}};
	struct sink sink;
	(void)state;

	for (size_t i = 0; i < sizeof(devices) / sizeof(*devices); i++) {
		assert_int_equal(sink_open_path(&sink, devices[i].path), 0);
		sink_write(&sink, "abc", 3);
		close_fails_with = EIO;
		assert_int_equal(sink_commit(&sink, false), -1);
		close_fails_with = 0;
		assert_int_equal(sink.error, devices[i].reason);
		sink_abandon(&sink);
	}
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_enter, scratch_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(what_rests_is_written_on_where_it_still_is),
		IN_FOLDER(one_that_was_not_opened_takes_nothing),
		IN_FOLDER(a_link_may_lead_anywhere),
		IN_FOLDER(folders_of_one_length_are_told_apart),
		IN_FOLDER(where_the_new_file_is_gone_the_old_one_stays_under_one_name),
		IN_FOLDER(an_old_file_that_no_name_was_had_for_is_not_put_back_and_that_is_told),
		IN_FOLDER(an_old_file_that_cannot_get_a_lasting_name_is_said_to_be_where_it_is),
		IN_FOLDER(the_first_failure_is_the_reason),
		IN_FOLDER(what_has_no_reader_and_is_no_pipe_is_not_waited_for),
	};

	return cmocka_run_group_tests_name("sink_failed", tests, NULL, NULL);
}
