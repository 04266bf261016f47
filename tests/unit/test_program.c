/* SPDX-License-Identifier: MIT */
/* A program that is run for what it answers: what comes of it, what it says, and why it did not begin or end well. */
#define _GNU_SOURCE /* _Fork(), pipe2(), environ */
#include "script/program.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buf.h"
#include "scratch.h"

/* Stand before the library's: a system that makes no process, and no pipe from the n-th on (0: all). */
static bool has_no_process;
static int no_pipe_from;

pid_t fork(void)
{
	errno = EAGAIN;
	return has_no_process ? -1 : _Fork();
}

int pipe2(int ends[2], int flags)
{
	if (no_pipe_from == 1) {
		errno = EMFILE;
		return -1;
	}
	no_pipe_from -= no_pipe_from > 0;
	return (int)syscall(SYS_pipe2, ends, flags);
}

static void put_program(const char *name, const char *text, mode_t mode)
{
	FILE *file = fopen(name, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	assert_int_equal(chmod(name, mode), 0);
}

/* ---- running it */

/* What it wrote, a line of standard error in brackets each; once there is this much of it no more is wanted. */
struct heard {
	struct buf output, lines;
	size_t most;
};

static bool hear(void *context, const char *bytes, size_t n)
{
	struct heard *heard = context;

	buf_put(&heard->output, bytes, n);
	return heard->output.n < heard->most;
}

static void hear_line(void *context, const char *text)
{
	buf_printf(&((struct heard *)context)->lines, "[%s]", text);
}

static int run(const struct program *wanted, struct heard *heard, char why[PROGRAM_WHY])
{
	struct program program = *wanted;

	*heard = (struct heard){.output = BUF_INIT, .lines = BUF_INIT, .most = 1 << 20};
	program.output = hear;
	program.line = hear_line;
	program.context = heard;
	return program_run(&program, why);
}

static void forget(struct heard *heard)
{
	buf_release(&heard->output);
	buf_release(&heard->lines);
}

/* What the shell's program `text` says, and why it failed ("" where it did not). */
static void assert_heard(const char *text, const char *output, const char *lines, const char *why)
{
	char said[PROGRAM_WHY];
	struct heard heard;

	put_program("x", text, 0700);
	assert_int_equal(run(&(struct program){.path = "./x"}, &heard, said), *why ? -1 : 0);
	assert_string_equal(said, why);
	assert_string_equal(buf_text(&heard.output), output);
	assert_string_equal(buf_text(&heard.lines), lines);
	forget(&heard);
}

static void what_it_writes_and_how_it_ends_is_heard(void **state)
{
	(void)state;
	assert_heard("#!/bin/sh\necho out; echo err >&2", "out\n", "[err]", "");
	assert_heard("#!/bin/sh\necho out; exit 3", "out\n", "", "ended with status 3");
	assert_heard("#!/bin/sh\nkill -TERM $$", "", "", "was ended by signal 15 (Terminated)");
}

static void a_line_ends_with_any_feed_is_cut_and_holds_no_nul(void **state)
{
	char long_line[PROGRAM_LINE + 3] = "[";
	(void)state;

	assert_heard("#!/bin/sh\nprintf 'one\\r\\ntwo\\rthree\\n\\nfour\\0five' >&2", "",
		     "[one][two][three][four five]", "");
	memset(long_line + 1, 'x', PROGRAM_LINE);
	long_line[PROGRAM_LINE + 1] = ']';
	assert_heard("#!/bin/sh\nprintf '%0500d' 0 | tr 0 x >&2", "", long_line, "");
}

static void no_more_lines_are_told_than_somebody_reads(void **state)
{
	char said[PROGRAM_WHY];
	struct heard heard;
	(void)state;

	put_program("x", "#!/bin/sh\nyes | head -n 1000 >&2", 0700);
	assert_int_equal(run(&(struct program){.path = "./x"}, &heard, said), 0);
	assert_int_equal(heard.lines.n, 3 * PROGRAM_LINES);
	forget(&heard);
}

static void one_that_is_not_heard_any_more_is_not_waited_for(void **state)
{
	char said[PROGRAM_WHY];
	struct heard heard = {.most = 1};
	const struct program program = {
		.path = "./x", .output = hear, .line = hear_line, .context = &heard};
	(void)state;

	put_program("x", "#!/bin/sh\nexec yes", 0700);
	assert_int_equal(program_run(&program, said), -1);
	assert_string_equal(said, "");
	forget(&heard);
}

/* What the program prints of its environment where this is ours; null: there is none. */
static void run_env(char **ours, const char *epoch, struct heard *heard)
{
	const struct program program = {.path = "/usr/bin/env", .epoch = epoch};
	char **kept = environ, said[PROGRAM_WHY];
	int status;

	environ = ours;
	status = run(&program, heard, said);
	environ = kept;
	assert_int_equal(status, 0);
}

static void it_is_given_the_same_environment_everywhere(void **state)
{
	static const char fixed[] =
		"PATH=/usr/local/bin:/usr/bin:/bin\nLC_ALL=C.UTF-8\nTZ=UTC\nPYTHONHASHSEED=0\n"
		"PYTHONDONTWRITEBYTECODE=1\nPERL_HASH_SEED=0\n";
	static char names[400][20], *many[401], moment[] = "SOURCE_DATE_EPOCH=8",
						zone[] = "TZ=Asia/Tokyo", own[] = "HOME=/x";
	char *few[] = {moment, zone, own, NULL};
	struct heard heard;
	size_t n_lines = 0;
	(void)state;

	run_env(NULL, "7", &heard);
	assert_int_equal(strncmp(buf_text(&heard.output), fixed, sizeof(fixed) - 1), 0);
	assert_string_equal(heard.output.at + sizeof(fixed) - 1, "SOURCE_DATE_EPOCH=7\n");
	forget(&heard);
	run_env(few, NULL, &heard);
	assert_int_equal(strncmp(buf_text(&heard.output), fixed, sizeof(fixed) - 1), 0);
	assert_string_equal(heard.output.at + sizeof(fixed) - 1, "HOME=/x\n");
	forget(&heard);
	/* more variables than there is room for are left out */
	for (int i = 0; i < 400; i++) {
		snprintf(names[i], sizeof(names[i]), "LC_%d=x", i);
		many[i] = names[i];
	}
	run_env(many, NULL, &heard);
	for (size_t i = 0; i < heard.output.n; i++)
		n_lines += heard.output.at[i] == '\n';
	assert_int_equal(n_lines, 256);
	forget(&heard);
}

static void it_reads_its_input_or_not(void **state)
{
	struct program program = {.path = "/bin/cat", .input = {"words", 5}};
	char said[PROGRAM_WHY];
	struct heard heard;
	(void)state;

	assert_int_equal(run(&program, &heard, said), 0);
	assert_string_equal(buf_text(&heard.output), "words");
	forget(&heard);
	program.path = "/bin/true";
	assert_int_equal(run(&program, &heard, said), 0);
	assert_string_equal(buf_text(&heard.output), "");
	forget(&heard);
}

/* ---- why it did not begin */

static void what_cannot_be_run_is_told_with_what_would_help(void **state)
{
	static const char begin[] =
		"cannot be run: begin it with a line such as #!/usr/bin/python3";
	char folder[60], text[100], why[200];
	int writing;
	(void)state;

	assert_non_null(getcwd(folder, sizeof(folder)));
	assert_heard("words", "", "", begin);
	assert_heard("#", "", "", begin);
	assert_heard("#x words", "", "", begin);
	assert_heard("#!/usr/bin/of-nobody", "", "",
		     "cannot be run: its interpreter /usr/bin/of-nobody is not installed");
	put_program("closed", "", 0600);
	snprintf(text, sizeof(text), "#! \t%s/closed -x\n", folder);
	snprintf(why, sizeof(why),
		 "cannot be run: its interpreter %s/closed cannot be run from the sandbox", folder);
	assert_heard(text, "", "", why);
	put_program("words", "words", 0700);
	snprintf(text, sizeof(text), "#!%s/words\n", folder);
	assert_heard(text, "", "", "cannot be run: Exec format error");
	put_program("x", "#!/bin/sh", 0700);
	writing = open("x", O_WRONLY);
	{
		char said[PROGRAM_WHY];
		struct heard heard;

		assert_int_equal(run(&(struct program){.path = "./x"}, &heard, said), -1);
		assert_string_equal(said, "cannot be run: Text file busy");
		forget(&heard);
		assert_int_equal(run(&(struct program){.path = "./none"}, &heard, said), -1);
		assert_string_equal(said, "cannot be run: No such file or directory");
		forget(&heard);
		assert_int_equal(run(&(struct program){.path = "./closed"}, &heard, said), -1);
		assert_string_equal(said, "cannot be run: Permission denied");
		forget(&heard);
	}
	close(writing);
}

static int count_descriptors(void)
{
	DIR *list = opendir("/proc/self/fd");
	int n = 0;

	while (readdir(list))
		n++;
	closedir(list);
	return n;
}

static void where_no_process_or_pipe_can_be_had_nothing_stays_open(void **state)
{
	int before = count_descriptors();
	(void)state;

	has_no_process = true;
	assert_heard("#!/bin/sh", "", "", "cannot be run: Resource temporarily unavailable");
	has_no_process = false;
	assert_int_equal(count_descriptors(), before);
	for (int nth = 1; nth <= 4; nth++) {
		no_pipe_from = nth;
		assert_heard("#!/bin/sh", "", "", "cannot be run: Too many open files");
		assert_int_equal(count_descriptors(), before);
	}
	no_pipe_from = 0;
}

static void an_interpreter_is_the_first_word_where_it_fits(void **state)
{
	char out[10];
	(void)state;

	put_program("x", "#! /bin/sh -e\n", 0700);
	assert_int_equal(program_interpreter("x", out, sizeof(out)), 0);
	assert_string_equal(out, "/bin/sh");
	assert_int_equal(program_interpreter("x", out, 7), 0);
	assert_string_equal(out, "");
	put_program("x", "!#/bin/sh\n", 0700);
	assert_int_equal(program_interpreter("x", out, sizeof(out)), 0);
	assert_string_equal(out, "");
	assert_int_equal(program_interpreter("none", out, sizeof(out)), -1);
	assert_string_equal(out, "");
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_enter, scratch_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(what_it_writes_and_how_it_ends_is_heard),
		IN_FOLDER(a_line_ends_with_any_feed_is_cut_and_holds_no_nul),
		IN_FOLDER(no_more_lines_are_told_than_somebody_reads),
		IN_FOLDER(one_that_is_not_heard_any_more_is_not_waited_for),
		IN_FOLDER(it_is_given_the_same_environment_everywhere),
		IN_FOLDER(it_reads_its_input_or_not),
		IN_FOLDER(what_cannot_be_run_is_told_with_what_would_help),
		IN_FOLDER(where_no_process_or_pipe_can_be_had_nothing_stays_open),
		IN_FOLDER(an_interpreter_is_the_first_word_where_it_fits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
