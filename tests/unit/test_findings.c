/* SPDX-License-Identifier: MIT */
/* What a run says of the doubts of reading: which -W leaves out, which it makes errors of, and each with its place. */
#include "run/findings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

struct fixture {
	struct run run;
	struct input input;
	char said[4000];
	int status;
};

static void begin(struct fixture *fixture)
{
	*fixture = (struct fixture){.input = {.shown = "t.xlsx"}};
	policy_init(&fixture->run.args.checks.policy);
	run_listen(&fixture->run);
	grid_init(&fixture->input.grids, &(struct grid_limits){.text = 1000});
}

static void end(struct fixture *fixture)
{
	grid_release(&fixture->input.grids);
	doubts_release(&fixture->input.doubts);
	diag_release(&fixture->run.diag);
}

static struct place named(struct fixture *fixture, const char *name)
{
	return grid_place(&fixture->input.grids, &(struct mr_place){.name = name});
}

static void turn(struct fixture *fixture, const char *warning)
{
	assert_int_equal(policy_set(&fixture->run.args.checks.policy, warning, &fixture->run.diag),
			 0);
}

/* What findings_say() makes of a run that went well so far, and writes to standard error. */
static const char *say(struct fixture *fixture)
{
	FILE *file = tmpfile();
	int kept = dup(STDERR_FILENO);
	size_t n;

	assert_non_null(file);
	dup2(fileno(file), STDERR_FILENO);
	fixture->status = findings_say(&fixture->run, &fixture->input, RUN_DONE);
	run_say(&fixture->run);
	dup2(kept, STDERR_FILENO);
	close(kept);
	rewind(file);
	n = fread(fixture->said, 1, sizeof(fixture->said) - 1, file);
	fixture->said[n] = '\0';
	fclose(file);
	return fixture->said;
}

static void expect(struct fixture *fixture, int status, const char *wanted)
{
	assert_string_equal(say(fixture), wanted);
	assert_int_equal(fixture->status, status);
	end(fixture);
}

static void add_three(struct fixture *fixture)
{
	begin(fixture);
	doubts_add(&fixture->input.doubts, DOUBT_ENCODING, named(fixture, "S!C2"), "--repair",
		   "m\xC3\xA6sh");
	doubts_add(&fixture->input.doubts, DOUBT_WORD, (struct place){3, 5}, NULL, "'maybe'");
	doubts_add(&fixture->input.doubts, DOUBT_WORD, (struct place){4, 5}, NULL, "'maybe'");
	doubts_note(&fixture->input.doubts, DOUBT_NOTE, (struct place){0, 0}, NULL, "no notes");
}

#define COUNTS "t.xlsx: 0 products, 0 features, 0 cells: 0 statuses, 0 texts, 0 unknown; 2 doubts\n"

static void each_doubt_has_its_place_and_what_changes_it(void **state)
{
	struct fixture fixture;

	(void)state;
	add_three(&fixture);
	expect(&fixture, RUN_DONE,
	       "t.xlsx:S!C2: warning: m\xC3\xA6sh; --repair changes it [read-encoding]\n"
	       "t.xlsx:3:5: warning: 'maybe' (at 2 places) [read-word]\n"
	       "t.xlsx: note: no notes [read-note]\n" COUNTS);
}

static void a_doubt_that_nobody_wants_to_hear_of_is_none(void **state)
{
	struct fixture fixture;

	(void)state;
	add_three(&fixture);
	turn(&fixture, "no-read-word");
	turn(&fixture, "no-read-note");
	turn(&fixture, "error=read-word");
	turn(&fixture, "no-read-word");
	expect(&fixture, RUN_DONE,
	       "t.xlsx:S!C2: warning: m\xC3\xA6sh; --repair changes it [read-encoding]\n" COUNTS);
}

static void a_doubt_that_is_made_an_error_refuses_the_file(void **state)
{
	struct fixture fixture;

	(void)state;
	add_three(&fixture);
	turn(&fixture, "no-read-encoding");
	turn(&fixture, "error=read-word");
	expect(&fixture, RUN_FAILED,
	       "t.xlsx:3:5: error: 'maybe' (at 2 places) [read-word]\n"
	       "t.xlsx: note: no notes [read-note]\n" COUNTS);
}

static void json_has_every_place_and_leaves_out_what_nobody_wants_to_hear_of(void **state)
{
	struct fixture fixture;

	(void)state;
	add_three(&fixture);
	turn(&fixture, "no-read-note");
	doubts_add(&fixture.input.doubts, DOUBT_TABLES, (struct place){0, 0}, NULL, "no table");
	diag_say(&fixture.run.diag, MR_NOTE, "t.xlsx", "one");
	diag_add(&fixture.run.diag,
		 &(struct diag_message){
			 .severity = MR_WARNING, .file = "t.xlsx", .place = {7, 8}, .text = "two"});
	diag_add(&fixture.run.diag, &(struct diag_message){.severity = MR_WARNING,
							   .file = "t.xlsx",
							   .place_name = "S!A1",
							   .text = "three"});
	fixture.run.args.wishes.wants_json = true;

	say(&fixture);
	assert_non_null(strstr(fixture.said,
			       "\"severity\": \"warning\", \"place\": \"S!C2\", \"places\": 1,"));
	assert_non_null(strstr(fixture.said,
			       "\"line\": 3, \"column\": 5, \"places\": 2, \"text\": \"'maybe'\""));
	assert_non_null(strstr(
		fixture.said,
		"{\"kind\": \"tables\", \"severity\": \"warning\", \"places\": 1, \"text\": \"no table\""));
	assert_null(strstr(fixture.said, "no notes"));
	assert_non_null(strstr(
		fixture.said,
		"\"messages\": [\n    {\"severity\": \"note\", \"file\": \"t.xlsx\", \"text\": \"one\""));
	assert_non_null(strstr(fixture.said,
			       "},\n    {\"severity\": \"warning\", \"file\": \"t.xlsx\", "
			       "\"line\": 7, \"column\": 8, \"text\": \"two\""));
	assert_non_null(strstr(fixture.said,
			       "\"file\": \"t.xlsx\", \"place\": \"S!A1\", \"text\": \"three\""));
	assert_int_equal(fixture.status, RUN_DONE);
	end(&fixture);
}

static void what_is_left_out_is_counted_and_refused_by_strict(void **state)
{
	struct fixture fixture;

	(void)state;
	for (int is_strict = 0; is_strict <= 1; is_strict++) {
		begin(&fixture);
		fixture.input.doubts.max = 1;
		fixture.run.args.checks.policy.is_strict = is_strict;
		doubts_note(&fixture.input.doubts, DOUBT_NOTE, (struct place){2, 1}, NULL, "a");
		doubts_add(&fixture.input.doubts, DOUBT_WORD, (struct place){3, 1}, NULL, "b");

		say(&fixture);
		assert_non_null(strstr(fixture.said,
				       is_strict ? "t.xlsx: error: 1 more doubts are not shown"
						 : "t.xlsx: note: 1 more doubts are not shown"));
		assert_int_equal(strstr(fixture.said, "t.xlsx: error: 1 doubt, and --strict") !=
					 NULL,
				 is_strict);
		assert_int_equal(fixture.status, is_strict ? RUN_FAILED : RUN_DONE);
		end(&fixture);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_doubt_has_its_place_and_what_changes_it),
		cmocka_unit_test(a_doubt_that_nobody_wants_to_hear_of_is_none),
		cmocka_unit_test(a_doubt_that_is_made_an_error_refuses_the_file),
		cmocka_unit_test(json_has_every_place_and_leaves_out_what_nobody_wants_to_hear_of),
		cmocka_unit_test(what_is_left_out_is_counted_and_refused_by_strict),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
