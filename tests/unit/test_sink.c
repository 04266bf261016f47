/* SPDX-License-Identifier: MIT */
#include "out/sink.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/mem.h"
#include "base/signals.h"
#include "scratch.h"

/* Which allocation fails, counted down; 0: none. */
static int refused_in;

bool mem_is_refused(size_t n_bytes)
{
	(void)n_bytes;
	return refused_in > 0 && --refused_in == 0;
}

/* What was synced: how many folders, and the last of them.  Stands before the library's. */
static int n_synced_folders, sync_fails_with;
static ino_t synced_folder;

int fsync(int fd)
{
	struct stat is;

	if (fstat(fd, &is) == 0 && S_ISDIR(is.st_mode)) {
		n_synced_folders++;
		synced_folder = is.st_ino;
	}
	errno = sync_fails_with;
	return sync_fails_with ? -1 : 0;
}

static void check_synced(int n, const char *folder)
{
	struct stat is;

	assert_int_equal(n_synced_folders, n);
	assert_int_equal(stat(folder, &is), 0);
	assert_int_equal(synced_folder, is.st_ino);
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

static int leave(void **state)
{
	DIR *open = opendir(".");
	struct dirent *entry;

	while ((entry = readdir(open)) != NULL)
		if (entry->d_name[0] != '.' || strlen(entry->d_name) > 2)
			unlink(entry->d_name);
	closedir(open);
	return chdir("/") == 0 ? rmdir(*state) : -1;
}

static void nothing_is_seen_before_the_commit(void **state)
{
	struct sink sink;
	(void)state;
	scratch_put("x", "old");

	assert_int_equal(sink_open_path(&sink, "x"), 0);
	sink_write(&sink, "new", 3);
	assert_int_equal(sink_prepare(&sink), 0);
	scratch_check("x", "old");
	assert_int_equal(sink_commit(&sink, false), 0);

	scratch_check("x", "new");
	sink_settle(&sink);
	assert_int_equal(count_files(), 1);
}

/* The disk is set to work now and then, which must not show. */
static void a_long_file_is_written_whole(void **state)
{
	enum { PIECE = 70001, PIECES = 50 };
	static char bytes[PIECE], found[PIECE];
	struct sink sink;
	FILE *file;
	(void)state;

	assert_int_equal(sink_open_path(&sink, "x"), 0);
	for (int i = 0; i < PIECES; i++) {
		memset(bytes, 'a' + i % 26, sizeof bytes);
		sink_write(&sink, bytes, sizeof bytes);
	}
	assert_int_equal(sink_prepare(&sink), 0);
	assert_int_equal(sink_commit(&sink, false), 0);

	assert_int_equal(sink.n_bytes, PIECE * PIECES);
	sink_settle(&sink);
	file = fopen("x", "r");
	assert_non_null(file);
	for (int i = 0; i < PIECES; i++) {
		memset(bytes, 'a' + i % 26, sizeof bytes);
		assert_int_equal(fread(found, 1, sizeof found, file), sizeof found);
		assert_memory_equal(found, bytes, sizeof bytes);
	}
	assert_int_equal(fgetc(file), EOF);
	fclose(file);
}

static void an_abandoned_sink_leaves_nothing(void **state)
{
	struct sink sink;
	(void)state;

	assert_int_equal(sink_open_path(&sink, "x"), 0);
	sink_write(&sink, "half", 4);
	assert_int_equal(count_files(), 1);
	sink_abandon(&sink);

	assert_int_equal(count_files(), 0);
}

/* Where nothing stands in the way nothing is left to be told. */
static void undo(struct sink *sink)
{
	struct buf left = BUF_INIT;

	sink_undo(sink, &left);
	assert_int_equal(left.n, 0);
	buf_release(&left);
}

static void an_undone_commit_puts_the_old_file_back(void **state)
{
	struct sink sink;
	(void)state;
	scratch_put("x", "old");

	assert_int_equal(sink_open_path(&sink, "x"), 0);
	sink_write(&sink, "new", 3);
	assert_int_equal(sink_prepare(&sink), 0);
	assert_int_equal(sink_commit(&sink, true), 0);
	scratch_check("x", "new");
	undo(&sink);

	scratch_check("x", "old");
	assert_int_equal(count_files(), 1);
}

static void an_old_file_that_cannot_go_back_is_not_removed_and_said_to_be_where(void **state)
{
	struct buf left = BUF_INIT;
	struct sink sink;
	const char *named;
	(void)state;
	scratch_put("x", "old");

	assert_int_equal(sink_open_path(&sink, "x"), 0);
	assert_int_equal(sink_prepare(&sink), 0);
	assert_int_equal(sink_commit(&sink, true), 0);
	assert_int_equal(unlink("x"), 0);
	assert_int_equal(mkdir("x", 0700), 0);
	sink_undo(&sink, &left);

	assert_non_null(strstr(buf_text(&left), "x could not be put back: Is a directory"));
	named = strstr(buf_text(&left), "it is now called ");
	assert_non_null(named);
	named += strlen("it is now called ");
	scratch_check(named, "old");
	/* and by a name that no later run takes for a leftover */
	assert_int_equal(strlen(named), strlen(".meshreport-XXXXXX"));
	assert_int_equal(rmdir("x"), 0);
	buf_release(&left);
}

static void an_undone_commit_removes_a_new_file(void **state)
{
	struct sink sink;
	(void)state;

	assert_int_equal(sink_open_path(&sink, "x"), 0);
	assert_int_equal(sink_prepare(&sink), 0);
	assert_int_equal(sink_commit(&sink, true), 0);
	undo(&sink);

	assert_int_equal(count_files(), 0);
}

static void a_sink_ignores_everything_after_its_first_failure(void **state)
{
	struct rlimit small = {4096, RLIM_INFINITY}, before;
	char block[8192] = "";
	struct sink sink;
	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &before);
	small.rlim_max = before.rlim_max;
	setrlimit(RLIMIT_FSIZE, &small);

	assert_int_equal(sink_open_path(&sink, "x"), 0);
	sink_write(&sink, block, sizeof(block));
	setrlimit(RLIMIT_FSIZE, &before);
	sink_write(&sink, "more", 4);

	assert_int_equal(sink.error, EFBIG);
	assert_int_equal(sink_prepare(&sink), -1);
	assert_int_equal(sink_commit(&sink, false), -1);
	sink_abandon(&sink);
	assert_int_equal(count_files(), 0);
}

static void a_new_file_that_cannot_be_removed_again_is_told(void **state)
{
	struct buf left = BUF_INIT;
	struct sink sink;
	(void)state;

	assert_int_equal(sink_open_path(&sink, "x"), 0);
	assert_int_equal(sink_prepare(&sink), 0);
	assert_int_equal(sink_commit(&sink, true), 0);
	assert_int_equal(unlink("x"), 0);
	assert_int_equal(mkdir("x", 0700), 0);
	sink_undo(&sink, &left);

	assert_non_null(strstr(buf_text(&left), "x could not be removed again: "));
	assert_int_equal(rmdir("x"), 0);
	buf_release(&left);
}

static void a_sink_that_could_not_be_opened_has_nothing_to_undo(void **state)
{
	struct sink sink;
	(void)state;
	scratch_put("x", "old");

	assert_int_equal(sink_open_path(&sink, "x/y"), -1);
	undo(&sink);

	scratch_check("x", "old");
}

static void a_folder_is_synced_after_the_file_has_its_name_there(void **state)
{
	struct sink first, second, other;
	(void)state;
	assert_int_equal(mkdir("d", 0700), 0);

	assert_int_equal(sink_open_path(&first, "x"), 0);
	assert_int_equal(sink_open_path(&second, "y"), 0);
	assert_int_equal(sink_open_path(&other, "d/y"), 0);
	n_synced_folders = 0;
	assert_int_equal(sink_sync_folder(&first, NULL), 0);
	assert_int_equal(n_synced_folders, 0);
	assert_int_equal(sink_commit(&first, true), 0);
	assert_int_equal(sink_commit(&second, true), 0);
	assert_int_equal(sink_commit(&other, true), 0);
	assert_int_equal(sink_sync_folder(&first, NULL), 0);
	check_synced(1, ".");
	assert_int_equal(sink_sync_folder(&second, &first), 0);
	check_synced(1, ".");
	assert_int_equal(sink_sync_folder(&other, &second), 0);
	check_synced(2, "d");

	sink_settle(&first);
	sink_settle(&second);
	sink_settle(&other);
	assert_int_equal(unlink("d/y"), 0);
	assert_int_equal(rmdir("d"), 0);
}

static void a_folder_that_cannot_be_synced_fails_the_sink_when_the_disk_does(void **state)
{
	static const struct {
		int reason, error;
	} cases[] = {{EIO, EIO}, {ENOSPC, ENOSPC}, {EINVAL, 0}, {EROFS, 0}};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct sink sink;

		assert_int_equal(sink_open_path(&sink, "x"), 0);
		assert_int_equal(sink_prepare(&sink), 0);
		assert_int_equal(sink_commit(&sink, true), 0);
		sync_fails_with = cases[i].reason;
		sink_sync_folder(&sink, NULL);
		sync_fails_with = 0;
		assert_int_equal(sink.error, cases[i].error);
		undo(&sink);

		assert_int_equal(count_files(), 0);
	}
}

static void a_signal_that_is_held_back_ends_the_wait_for_a_reader(void **state)
{
	char bytes[1 << 17] = "";
	sigset_t before;
	struct sink sink;
	int ends[2];
	(void)state;
	assert_int_equal(mkfifo("pipe", 0600), 0);
	assert_int_equal(pipe(ends), 0);
	signals_hold(&before);
	assert_int_equal(signals_arrived(), 0);
	raise(SIGTERM);

	/* nobody opens it to read */
	assert_int_equal(sink_open_path(&sink, "pipe"), 0);
	sink_write(&sink, "abc", 3);
	assert_int_equal(sink_commit(&sink, false), -1);
	assert_int_equal(sink.error, EINTR);
	sink_abandon(&sink);
	/* more than a pipe holds, which nobody reads */
	sink_open_stream(&sink, ends[1]);
	for (int i = 0; i < 16; i++)
		sink_write(&sink, bytes, sizeof(bytes));
	assert_int_equal(sink_commit(&sink, false), -1);
	assert_int_equal(sink.error, EINTR);
	sink_abandon(&sink);

	assert_int_equal(signals_arrived(), SIGTERM);
	signal(SIGTERM, SIG_IGN); /* which forgets it */
	signals_give_back(&before);
	signal(SIGTERM, SIG_DFL);
	close(ends[0]);
	close(ends[1]);
}

static void an_ignored_signal_counts_as_not_having_come(void **state)
{
	sigset_t before;
	(void)state;
	signal(SIGTERM, SIG_IGN);

	signals_hold(&before);
	raise(SIGTERM);

	assert_int_equal(signals_arrived(), 0);
	signals_give_back(&before);
	signal(SIGTERM, SIG_DFL);
}

static void any_refused_allocation_fails_the_sink_and_leaves_nothing(void **state)
{
	(void)state;
	assert_int_equal(symlink("y", "x"), 0);
	for (int nth = 1; nth < 20; nth++) {
		struct sink sink;
		bool is_done;

		refused_in = nth;
		sink_open_path(&sink, "x");
		sink_write(&sink, "new", 3);
		is_done = sink_prepare(&sink) == 0 && sink_commit(&sink, true) == 0;
		refused_in = 0;
		assert_true(is_done || sink.error == ENOMEM);
		undo(&sink);

		assert_int_equal(count_files(), 1);
	}
}

static void what_is_no_file_is_written_through_at_the_commit(void **state)
{
	char bytes[10] = "";
	struct sink sink;
	(void)state;
	assert_int_equal(mkfifo("pipe", 0600), 0);
	int reader = open("pipe", O_RDONLY | O_NONBLOCK);

	assert_int_equal(sink_open_path(&sink, "pipe"), 0);
	assert_int_equal(sink.kind, SINK_THROUGH);
	sink_write(&sink, "abc", 3);
	assert_int_equal(read(reader, bytes, 10), 0);
	assert_int_equal(sink_prepare(&sink), 0);
	assert_int_equal(sink_commit(&sink, false), 0);

	assert_int_equal(read(reader, bytes, 10), 3);
	assert_string_equal(bytes, "abc");
	sink_settle(&sink);
	close(reader);
}

static void the_mark_is_a_name_and_a_version(void **state)
{
	static const struct {
		const char *text;
		bool is_ours;
	} cases[] = {{"", false},
		     {"meshreport", false},
		     {"meshreport ", false},
		     {"meshreport 1", true},
		     {"meshreport -1", false},
		     {"a word on meshreport by someone", false},
		     {"mmeshreport meshreport 0.1.0", true}};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		scratch_put("x", cases[i].text);
		assert_int_equal(sink_has_mark("x"), cases[i].is_ours);
	}
	assert_false(sink_has_mark("missing"));
	assert_false(sink_has_mark("."));
}

static void the_mark_counts_at_both_ends_of_a_long_file(void **state)
{
	static const char mark[] = "meshreport 0.1.0";
	static char block[300 * 1024];
	static const size_t places[] = {0, 60 * 1024, 299 * 1024, 150 * 1024};
	(void)state;

	for (size_t i = 0; i < 4; i++) {
		FILE *file = fopen("x", "w");

		memset(block, 'm', sizeof(block));
		memcpy(block + places[i], mark, sizeof(mark) - 1);
		fwrite(block, 1, sizeof(block), file);
		fclose(file);
		assert_int_equal(sink_has_mark("x"), i < 3);
	}
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(nothing_is_seen_before_the_commit),
		IN_FOLDER(a_long_file_is_written_whole),
		IN_FOLDER(an_abandoned_sink_leaves_nothing),
		IN_FOLDER(an_undone_commit_puts_the_old_file_back),
		IN_FOLDER(an_old_file_that_cannot_go_back_is_not_removed_and_said_to_be_where),
		IN_FOLDER(an_undone_commit_removes_a_new_file),
		IN_FOLDER(a_sink_ignores_everything_after_its_first_failure),
		IN_FOLDER(any_refused_allocation_fails_the_sink_and_leaves_nothing),
		IN_FOLDER(a_new_file_that_cannot_be_removed_again_is_told),
		IN_FOLDER(a_sink_that_could_not_be_opened_has_nothing_to_undo),
		IN_FOLDER(a_folder_is_synced_after_the_file_has_its_name_there),
		IN_FOLDER(a_folder_that_cannot_be_synced_fails_the_sink_when_the_disk_does),
		IN_FOLDER(a_signal_that_is_held_back_ends_the_wait_for_a_reader),
		IN_FOLDER(an_ignored_signal_counts_as_not_having_come),
		IN_FOLDER(what_is_no_file_is_written_through_at_the_commit),
		IN_FOLDER(the_mark_is_a_name_and_a_version),
		IN_FOLDER(the_mark_counts_at_both_ends_of_a_long_file),
	};

	return cmocka_run_group_tests_name("sink", tests, NULL, NULL);
}
