/* SPDX-License-Identifier: MIT */
/* What is decided once all formats have spoken, with formats that have said so much and no more. */
#include "run/agree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

static const struct mr_option page_options[] = {
	{.name = "paper", .type = MR_OPTION_CHOICE, .choices = "a4|a3", .help = ""},
	{.name = "copies", .type = MR_OPTION_INTEGER, .min = 1, .max = 9, .help = ""}};
static const struct mr_option chart_options[] = {
	{.name = "chart", .type = MR_OPTION_STRING, .help = ""},
	{.name = "paper", .type = MR_OPTION_CHOICE, .choices = "a4|a5", .help = ""}};
static const struct plugin_file files[] = {{.name = "page", .variant = "", .label = "page"},
					   {.name = "chart", .variant = "", .label = "chart"}};

#define LONG_NAME "pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp"

/* Two formats after their probe: "page" has a template, "chart" none. */
struct fixture {
	struct run run;
	struct group group;
	struct target target;
	const char *words[4];
};

static int enter(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	if (!fixture || group_init(&fixture->group, 2) != 0)
		return -1;
	for (size_t i = 0; i < 2; i++) {
		struct job *job = &fixture->group.jobs[i];

		job->order.file = &files[i];
		job->state = JOB_READY;
		job->has_info = true;
		job->info = (struct message_hello){.extension = i ? "svg" : "html",
						   .template_name = i ? "" : "page.html",
						   .can_write = true};
		job->info.table = (struct option_table){i ? chart_options : page_options, 2};
	}
	diag_init(&fixture->run.diag, 0);
	if (target_init(&fixture->target, "-", 1, &fixture->run.diag) != 0)
		return -1;
	fixture->target.base = "mesh";
	*state = fixture;
	return 0;
}

static int leave(void **state)
{
	struct fixture *fixture = *state;

	group_release(&fixture->group);
	target_release(&fixture->target);
	diag_release(&fixture->run.diag);
	arena_release(&fixture->run.arena);
	free(fixture);
	return 0;
}

/* Agrees on one -O. */
static int agree(struct fixture *fixture, const char *option)
{
	diag_release(&fixture->run.diag);
	fixture->words[0] = option;
	fixture->run.args.options = (struct args_list){fixture->words, 1};
	return agree_all(&fixture->run, &fixture->group, &fixture->target);
}

static const struct diag_message *only_error(const struct fixture *fixture)
{
	assert_int_equal(fixture->run.diag.n, 1);
	return fixture->run.diag.messages;
}

static void an_option_is_for_every_format_that_knows_its_key(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(agree(fixture, "copies=3"), RUN_DONE);
	assert_int_equal(agree(fixture, "chart=radar"), RUN_DONE);
	assert_int_equal(agree(fixture, "paper=a4"), RUN_DONE);
	/* one of the two does not take it */
	assert_int_equal(agree(fixture, "paper=a3"), RUN_USAGE);
	assert_string_equal(only_error(fixture)->file, "chart");
	assert_string_equal(only_error(fixture)->text, "option paper: 'a3' is none of a4, a5; "
						       "did you mean 'a4'?");
	assert_int_equal(agree(fixture, "page.paper=a3"), RUN_DONE);
}

static void a_key_that_nobody_knows_is_an_error_with_the_nearest(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(agree(fixture, "papre=a4"), RUN_USAGE);
	assert_string_equal(only_error(fixture)->suggestion, "paper");
	assert_int_equal(agree(fixture, "chart.copies=3"), RUN_USAGE);
	assert_string_equal(only_error(fixture)->text,
			    "-O chart.copies=3: no wanted format has the option 'copies'");
	assert_int_equal(agree(fixture, "pgae.copies=3"), RUN_USAGE);
	assert_string_equal(only_error(fixture)->suggestion, "page");
	/* a name longer than any is near to none */
	assert_int_equal(agree(fixture, LONG_NAME LONG_NAME ".copies=3"), RUN_USAGE);
	assert_true(strncmp(only_error(fixture)->text, "-O ppppp", 8) == 0);
	assert_non_null(strstr(only_error(fixture)->text, "is not among those wanted"));
	assert_string_equal(only_error(fixture)->suggestion, "");
	assert_int_equal(agree(fixture, "=3"), RUN_USAGE);
	assert_int_equal(agree(fixture, ""), RUN_USAGE);
}

static void a_format_that_could_not_be_asked_may_have_been_the_one(void **state)
{
	struct fixture *fixture = *state;
	struct job *job = &fixture->group.jobs[1];

	job->state = JOB_FAILED;
	job->has_info = false;
	job->info = (struct message_hello){.template_name = ""};

	assert_int_equal(agree(fixture, "chart=radar"), RUN_DONE);
	assert_int_equal(fixture->run.diag.n, 0);
	assert_null(fixture->target.formats[1].extension);
}

static void a_hostile_value_is_quoted_in_one_printable_line(void **state)
{
	struct fixture *fixture = *state;
	char option[3000] = "copies=\033[2J\xff";
	struct buf line = BUF_INIT;

	for (size_t n = strlen(option); n + 2 < sizeof(option); n += 2)
		memcpy(option + n, "\xc3\xa4", 3);
	assert_int_equal(agree(fixture, option), RUN_USAGE);

	const char *text = only_error(fixture)->text;

	assert_non_null(strstr(text, "'\\x1b[2J\\xff\xc3\xa4"));
	assert_non_null(strstr(text, "\xc3\xa4\xe2\x80\xa6' is not a whole number"));
	diag_format(&line, only_error(fixture), false);
	assert_null(strstr(buf_text(&line), "\\xc3"));
	buf_release(&line);
}

static void what_a_plugin_itself_refuses_is_the_fault_of_the_command_line(void **state)
{
	struct fixture *fixture = *state;

	job_error(&fixture->group.jobs[0], "option copies: not on a Sunday");
	fixture->group.jobs[0].has_refused_value = true; /* as it became ready with that */

	assert_int_equal(agree(fixture, "copies=3"), RUN_USAGE);
	assert_int_equal(fixture->run.diag.n, 0);
	assert_int_equal(fixture->group.jobs[0].diag.n, 1);
}

static void what_fails_behind_readiness_is_no_fault_of_the_command_line(void **state)
{
	struct fixture *fixture = *state;

	job_error(&fixture->group.jobs[0], "the plugin cannot be told to go on");

	assert_int_equal(agree(fixture, "copies=3"), RUN_DONE);
}

static void a_format_that_only_reads_is_not_written(void **state)
{
	struct fixture *fixture = *state;

	fixture->group.jobs[1].info.can_write = false;
	fixture->group.jobs[1].info.can_read = true;

	assert_int_equal(agree(fixture, "copies=3"), RUN_USAGE);
	assert_string_equal(only_error(fixture)->text, "format chart only reads");
}

static void a_plugin_that_only_decodes_is_not_written(void **state)
{
	struct fixture *fixture = *state;

	fixture->group.jobs[1].info.can_write = false;
	fixture->group.jobs[1].info.can_decode = true;

	assert_int_equal(agree(fixture, "copies=3"), RUN_USAGE);
	assert_string_equal(only_error(fixture)->text, "format chart only decodes pictures");
}

/* Reads and agrees on templates of which each is FORMAT= or nothing before a file that is there. */
static int agree_on(struct fixture *fixture, const char *const *formats, uint32_t n)
{
	static char words[4][60];
	char path[] = "/tmp/meshreport-agree-XXXXXX";
	int fd = mkstemp(path), status;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, "mine", 4), 4);
	close(fd);
	for (uint32_t i = 0; i < n; i++) {
		snprintf(words[i], sizeof(words[i]), "%s%s", formats[i], path);
		fixture->words[i] = words[i];
	}
	fixture->run.args.templates = (struct args_list){fixture->words, n};
	status = agree_templates(&fixture->run, &fixture->group, &fixture->target);
	unlink(path);
	if (status == RUN_DONE)
		status = agree_all(&fixture->run, &fixture->group, &fixture->target);
	return status;
}

static void a_template_without_a_format_is_for_the_only_one_that_has_some(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(agree_on(fixture, (const char *const[]){""}, 1), RUN_DONE);

	assert_true(fixture->group.jobs[0].order.has_template);
	assert_int_equal(fixture->group.jobs[0].order.template_bytes.n, 4);
	assert_false(fixture->group.jobs[1].order.has_template);
}

static void a_template_that_fits_two_formats_must_say_which(void **state)
{
	struct fixture *fixture = *state;

	fixture->group.jobs[1].info.template_name = "chart.svg";

	assert_int_equal(agree_on(fixture, (const char *const[]){""}, 1), RUN_USAGE);
	assert_string_equal(only_error(fixture)->hint, "-t FORMAT=FILE");
	diag_release(&fixture->run.diag);
	assert_int_equal(agree_on(fixture, (const char *const[]){"", "chart="}, 2), RUN_DONE);
	assert_int_equal(agree_on(fixture, (const char *const[]){"", ""}, 2), RUN_USAGE);
}

static void a_template_for_a_format_without_one_is_an_error(void **state)
{
	struct fixture *fixture = *state;

	assert_int_equal(agree_on(fixture, (const char *const[]){"chart="}, 1), RUN_USAGE);
	assert_string_equal(only_error(fixture)->text, "-t: format chart has no template");
	diag_release(&fixture->run.diag);
	assert_int_equal(agree_on(fixture, (const char *const[]){"nosuch="}, 1), RUN_USAGE);
	diag_release(&fixture->run.diag);
	fixture->words[0] = "/nowhere/page.html";
	fixture->run.args.templates = (struct args_list){fixture->words, 1};
	assert_int_equal(agree_templates(&fixture->run, &fixture->group, &fixture->target),
			 RUN_USAGE);
	assert_string_equal(only_error(fixture)->file, "/nowhere/page.html");
}

#define WITH_FORMATS(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_FORMATS(an_option_is_for_every_format_that_knows_its_key),
		WITH_FORMATS(a_key_that_nobody_knows_is_an_error_with_the_nearest),
		WITH_FORMATS(a_format_that_could_not_be_asked_may_have_been_the_one),
		WITH_FORMATS(a_hostile_value_is_quoted_in_one_printable_line),
		WITH_FORMATS(what_a_plugin_itself_refuses_is_the_fault_of_the_command_line),
		WITH_FORMATS(what_fails_behind_readiness_is_no_fault_of_the_command_line),
		WITH_FORMATS(a_format_that_only_reads_is_not_written),
		WITH_FORMATS(a_plugin_that_only_decodes_is_not_written),
		WITH_FORMATS(a_template_without_a_format_is_for_the_only_one_that_has_some),
		WITH_FORMATS(a_template_that_fits_two_formats_must_say_which),
		WITH_FORMATS(a_template_for_a_format_without_one_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
