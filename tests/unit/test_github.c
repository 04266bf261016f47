/* SPDX-License-Identifier: MIT */
/* Workflow commands of GitHub, of findings that no file of the suites has; tests/check has those of files. */
#include "cli/github.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>

static void a_place_is_said_as_far_as_it_is_known(void **state)
{
	static const struct {
		struct place place;
		const char *says;
	} CASES[] = {
		{{7, 3}, "::error file=t.csv,line=7,col=3::no\n"},
		{{7, 0}, "::error file=t.csv,line=7::no\n"},
		{{0, 0}, "::error file=t.csv::no\n"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(CASES) / sizeof(CASES[0]); i++) {
		struct verdict verdict = {.path = "t.csv", .shown = "t.csv"};
		struct diag_message message = {
			.severity = MR_ERROR, .file = "t.csv", .place = CASES[i].place};
		struct buf out = BUF_INIT;

		diag_init(&verdict.diag, 0);
		diag_report(&verdict.diag, &message, "no");
		github_put(&out, &verdict, 1);
		assert_string_equal(buf_text(&out), CASES[i].says);
		buf_release(&out);
		diag_release(&verdict.diag);
	}
}

int main(void)
{
	static const struct CMUnitTest TESTS[] = {
		cmocka_unit_test(a_place_is_said_as_far_as_it_is_known),
	};

	return cmocka_run_group_tests_name("github", TESTS, NULL, NULL);
}
