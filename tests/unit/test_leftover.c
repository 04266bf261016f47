/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "out/leftover.h"

#include <dirent.h>
#include <dlfcn.h>
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
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/mem.h"
#include "out/sink.h"
#include "scratch.h"

enum { NAME_MAX_BYTES = 100 };

/* Stands before the library's: a system that cannot look into a folder. */
static bool cannot_look;

DIR *fdopendir(int fd)
{
	static DIR *(*next)(int fd);

	if (!next)
		*(void **)&next = dlsym(RTLD_NEXT, "fdopendir");
	errno = ENOMEM;
	return cannot_look ? NULL : next(fd);
}

/* What a process leaves that begins a file and is no more; the name that it had. */
static void leave_behind(char name[NAME_MAX_BYTES])
{
	int pipes[2], status;

	assert_int_equal(pipe(pipes), 0);
	pid_t pid = fork();

	if (pid == 0) {
		struct sink sink;

		sink_open_path(&sink, "x");
		sink_write(&sink, "half", 4);
		_exit(write(pipes[1], sink.temporary, strlen(sink.temporary) + 1) < 0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	assert_true(read(pipes[0], name, NAME_MAX_BYTES) > 1);
	close(pipes[0]);
	close(pipes[1]);
}

static void what_a_dead_process_left_is_removed_by_the_next_that_writes_there(void **state)
{
	char name[NAME_MAX_BYTES];
	struct sink sink;

	(void)state;
	leave_behind(name);
	assert_int_equal(access(name, F_OK), 0);

	sink_open_path(&sink, "y");
	assert_int_equal(sink_prepare(&sink), 0);
	assert_int_equal(sink_commit(&sink, false), 0);
	assert_int_equal(sink_sync_folder(&sink, NULL), 0);
	sink_settle(&sink);

	assert_int_equal(access(name, F_OK), -1);
	assert_int_equal(unlink("y"), 0);
}

static void make(const char *name)
{
	int fd = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);

	assert_true(fd >= 0);
	close(fd);
}

static void what_belongs_to_somebody_else_stays(void **state)
{
	enum { N_OTHERS = 9 };
	char *lasting = leftover_lasting_name("x"), dead[NAME_MAX_BYTES],
	     names[N_OTHERS][NAME_MAX_BYTES];
	char *living = leftover_name("x");

	(void)state;
	leave_behind(dead);
	/*
	 * another machine's, no process's, one with more behind its number, the one that lives, what is to stay,
	 * and what is called otherwise: no number, one of no process, another sign behind the machine, too few digits of it
	 */
	snprintf(names[0], NAME_MAX_BYTES, "%s", dead);
	names[0][sizeof(".meshreport-") - 1] = dead[sizeof(".meshreport-") - 1] == '0' ? '1' : '0';
	snprintf(names[1], NAME_MAX_BYTES, "%.*s-0-abcdef", 20, dead);
	snprintf(names[2], NAME_MAX_BYTES, "%.*s-999999999x-abcdef", 20, dead);
	snprintf(names[3], NAME_MAX_BYTES, "%s", living);
	snprintf(names[4], NAME_MAX_BYTES, "%s", lasting);
	snprintf(names[5], NAME_MAX_BYTES, "%.*sabc-abcdef", 21, dead);
	snprintf(names[6], NAME_MAX_BYTES, "%.*s99999999999-abcdef", 21, dead);
	snprintf(names[7], NAME_MAX_BYTES, "%.*s+999999999-abcdef", 20, dead);
	snprintf(names[8], NAME_MAX_BYTES, "%.*s-999999999-abcdef", 19, dead);
	for (int i = 0; i < N_OTHERS; i++)
		make(names[i]);

	leftover_sweep(".");

	assert_int_equal(access(dead, F_OK), -1);
	for (int i = 0; i < N_OTHERS; i++)
		assert_int_equal(unlink(names[i]), 0);
	mem_free(living);
	mem_free(lasting);
}

static void nothing_is_removed_where_there_is_nothing(void **state)
{
	(void)state;
	make("kept");
	leftover_remove("none");
	leftover_remove("kept/none");

	assert_int_equal(unlink("kept"), 0);
}

static void a_folder_that_cannot_be_looked_into_stays(void **state)
{
	int before = dup(0), after;

	(void)state;
	assert_int_equal(mkdir("folder", 0700), 0);
	make("folder/file");
	cannot_look = true;
	leftover_remove("folder");
	cannot_look = false;
	assert_int_equal(access("folder/file", F_OK), 0);
	close(before);
	after = dup(0);
	assert_int_equal(after, before); /* no descriptor stayed open */
	close(after);
	leftover_remove("folder");

	assert_int_equal(access("folder", F_OK), -1);
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_enter, scratch_leave_empty)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(what_a_dead_process_left_is_removed_by_the_next_that_writes_there),
		IN_FOLDER(what_belongs_to_somebody_else_stays),
		IN_FOLDER(nothing_is_removed_where_there_is_nothing),
		IN_FOLDER(a_folder_that_cannot_be_looked_into_stays),
	};

	return cmocka_run_group_tests_name("leftover", tests, NULL, NULL);
}
