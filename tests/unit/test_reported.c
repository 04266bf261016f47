/* SPDX-License-Identifier: MIT */
/* What is said to programs and to people about a file: workflow commands, SARIF and the words of verify; all of it quotes strangers. */
#include "cli/attest.h"
#include "cli/github.h"
#include "cli/sarif.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static const struct diag_message at_3_5 = {
	.severity = MR_WARNING,
	.place = {3, 5},
	.file = "a.yaml",
	.rule = "gaps",
	.text = "words",
};

/* What `put` says of a file with this one finding. */
static void expect(void (*put)(struct buf *, const struct verdict *, size_t), const char *path,
		   const struct diag_message *message, const char *wanted)
{
	struct verdict verdict = {.path = path, .shown = "a.yaml"};
	struct diag_message copy = *message;
	struct buf out = BUF_INIT;

	copy.place_name = copy.place_name ? copy.place_name : "";
	copy.rule = copy.rule ? copy.rule : "";
	copy.path = copy.suggestion = copy.hint = "";
	verdict.diag.messages = &copy;
	verdict.diag.n = 1;
	put(&out, &verdict, 1);
	if (!strstr(buf_text(&out), wanted))
		fail_msg("'%s' is not in: %s", wanted, buf_text(&out));
	assert_false(out.failed);
	buf_release(&out);
}

/* ---- github */

static void a_command_of_github_has_the_place_that_is_known(void **state)
{
	struct diag_message message = at_3_5;

	(void)state;
	expect(github_put, "a.yaml", &message,
	       "::warning file=a.yaml,line=3,col=5,title=gaps::words");
	message.place.column = 0;
	expect(github_put, "a.yaml", &message, "::warning file=a.yaml,line=3,title=gaps::words");
	message.place.line = 0;
	expect(github_put, "a.yaml", &message, "::warning file=a.yaml,title=gaps::words");
	message.severity = MR_NOTE;
	message.rule = NULL;
	expect(github_put, "a.yaml", &message, "::notice file=a.yaml::words");
	/* standard input, and what is about another file, have none */
	expect(github_put, "-", &message, "::notice::a.yaml: words");
	message.file = "plugin.so";
	message.severity = MR_ERROR;
	expect(github_put, "a.yaml", &message, "::error::plugin.so: words");
	message.file = "";
	message.rule = "gaps";
	expect(github_put, "a.yaml", &message, "::error title=gaps::words");
}

static void no_words_begin_a_command_of_their_own(void **state)
{
	struct verdict verdict = {.path = "a", .shown = "a,b:c%\r\n::error::d"};
	struct diag_message message = at_3_5;
	struct buf out = BUF_INIT;

	(void)state;
	message.file = verdict.shown;
	message.place_name = message.path = message.suggestion = message.hint = "";
	message.rule = "r:1,2";
	verdict.diag.messages = &message;
	verdict.diag.n = 1;
	verdict.diag.n_left_out[MR_WARNING] = 1;
	verdict.diag.n_left_out[MR_NOTE] = 2;
	github_put(&out, &verdict, 1);
	assert_string_equal(buf_text(&out),
			    "::warning file=a%2Cb%3Ac%25%0D%0A%3A%3Aerror%3A%3Ad,line=3,col=5,"
			    "title=r%3A1%2C2::words\n"
			    "::warning::a,b:c%25%0D%0A::error::d: 1 more warning is not shown\n"
			    "::notice::a,b:c%25%0D%0A::error::d: 2 more notes are not shown\n");
	buf_release(&out);
}

/* ---- SARIF */

static void a_result_of_sarif_has_the_place_that_is_known(void **state)
{
	struct diag_message message = at_3_5;

	(void)state;
	expect(sarif_put, "a.yaml", &message, "\"region\": {\"startLine\": 3, \"startColumn\": 5}");
	message.place.column = 0;
	expect(sarif_put, "a.yaml", &message, "\"region\": {\"startLine\": 3}}");
	message.place.line = 0;
	expect(sarif_put, "a.yaml", &message,
	       "\"artifactLocation\": {\"uri\": \"a.yaml\", \"index\": 0}}");
	expect(sarif_put, "-", &message, "\"description\": {\"text\": \"standard input\"}");
	/* what is about another file says so in words and has no place in this one */
	message.file = "plugin.so";
	message.rule = "no-such-rule";
	expect(sarif_put, "a.yaml", &message, "\"message\": {\"text\": \"plugin.so: words\"}}");
	expect(sarif_put, "a.yaml", &message, "\"ruleId\": \"" SARIF_RULE "\"");
	message.file = "";
	expect(sarif_put, "a.yaml", &message, "\"message\": {\"text\": \"words\"}}");
	message.file = "a.yaml";
	message.place_name = "Sheet1!C7";
	expect(sarif_put, "a.yaml", &message, "\"message\": {\"text\": \"Sheet1!C7: words\"}");
}

/* ---- JSON */

static void a_finding_in_json_has_the_place_that_is_known(void **state)
{
	struct diag_message message = at_3_5;

	(void)state;
	expect(verdict_put_json, "a.yaml", &message, "\"line\": 3, \"column\": 5, \"place\": \"\"");
	message.place.column = 0;
	expect(verdict_put_json, "a.yaml", &message, "\"line\": 3, \"column\": null");
	message.place = (struct place){1, UINT32_MAX};
	message.place_name = "Sheet1!C7";
	expect(verdict_put_json, "a.yaml", &message,
	       "\"line\": null, \"column\": null, \"place\": \"Sheet1!C7\"");
}

static void a_path_of_any_bytes_is_an_address(void **state)
{
	(void)state;
	expect(sarif_put, "a:b \"%\xff\n", &at_3_5, "\"uri\": \"a%3Ab%20%22%25%FF%0A\"");
	expect(sarif_put, "/a/~b", &at_3_5, "\"uri\": \"file:///a/~b\"");
}

/* ---- verify */

#define HASH "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static const struct stamp all_of_it = {"0.9", "html", "2",          HASH,
				       HASH,  HASH,   "1572998400", "command"};

static void expect_words(const struct attest *attest, const char *wanted, const char *behind)
{
	struct buf out = BUF_INIT;

	attest_put_text(&out, attest);
	if (strncmp(buf_text(&out), wanted, strlen(wanted)) != 0)
		fail_msg("'%s' does not begin: %s", wanted, buf_text(&out));
	assert_non_null(strstr(buf_text(&out), behind));
	buf_release(&out);
}

static void each_verdict_is_said_in_words(void **state)
{
	struct attest attest = {.file = "f", .dataset = "d", .by = &all_of_it, .differs_at = 7};

	(void)state;
	expect_words(&attest, "f: identical: d makes this file, byte for byte\n",
		     "  made by    meshreport 0.9, format html 2\n  dataset    SHA-256 " HASH
		     "\n  since      SHA-256 " HASH "\n  template   SHA-256 " HASH
		     "\n  epoch      1572998400\n  command    command\n");
	attest.verdict = ATTEST_STAMP;
	expect_words(&attest, "f: stamp: by its stamp alone, made from d by meshreport 0.9; ", "");
	attest.verdict = ATTEST_STATED;
	expect_words(&attest, "f: stated: what its stamp says; ", "");
	attest.verdict = ATTEST_EDITED;
	expect_words(&attest, "f: edited: its stamp names d ", " are others here\n");
	attest.was_rendered = true;
	expect_words(&attest, "f: edited: its stamp names d ",
		     " here; the first byte that differs is at 7\n");
	strcpy(attest.found, HASH);
	attest.verdict = ATTEST_OTHER_DATASET;
	expect_words(&attest,
		     "f: another-dataset: made from another dataset: d has the SHA-256 " HASH "\n",
		     "");
	attest.verdict = ATTEST_OTHER_EDITION;
	expect_words(&attest, "f: another-edition: compared with ", HASH "\n");
	attest.verdict = ATTEST_OTHER_TEMPLATE;
	expect_words(&attest, "f: another-template: made with another ", HASH "\n");
	attest.found[0] = '\0';
	expect_words(&attest, "f: another-template: made with the built-in template, ",
		     "not with the one given\n");
}

static void what_has_no_stamp_of_its_own_is_said_in_words(void **state)
{
	struct attest attest = {.file = "f", .verdict = ATTEST_UNMARKED};

	(void)state;
	expect_words(&attest, "f: no-stamp: there is no stamp of meshreport in it\n",
		     "\n  a program that saved it anew leaves none");
	attest.dataset = "d";
	attest.was_rendered = true;
	expect_words(&attest, "f: no-stamp: there is no stamp of meshreport in it, and d with ",
		     "makes other bytes; the first byte that differs is at 0\n");
	attest.verdict = ATTEST_DAMAGED;
	attest.damaged_at = 12;
	expect_words(&attest, "f: damaged: its stamp, at byte 12, is damaged or was edited\n", "");
	attest.is_newer = true;
	expect_words(&attest, "f: damaged: its stamp, at byte 12, is of a later version", "");
	attest.verdict = ATTEST_AMBIGUOUS;
	attest.n_stamps = 2;
	attest.stamps[0].is = attest.stamps[1].is =
		(struct stamp){"1", "csv", "", HASH, "", "", "", "other"};
	expect_words(&attest, "f: ambiguous: it holds 2 stamps, ",
		     "command    other\n  made by    meshreport 1, format csv\n");
}

static void only_the_first_three_verdicts_are_well(void **state)
{
	struct attest attest = {.file = "f"};

	(void)state;
	for (int i = ATTEST_IDENTICAL; i <= ATTEST_AMBIGUOUS; i++) {
		attest.verdict = (enum attest_verdict)i;
		assert_int_equal(attest_status(&attest), i > ATTEST_STATED);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_command_of_github_has_the_place_that_is_known),
		cmocka_unit_test(no_words_begin_a_command_of_their_own),
		cmocka_unit_test(a_result_of_sarif_has_the_place_that_is_known),
		cmocka_unit_test(a_path_of_any_bytes_is_an_address),
		cmocka_unit_test(a_finding_in_json_has_the_place_that_is_known),
		cmocka_unit_test(each_verdict_is_said_in_words),
		cmocka_unit_test(what_has_no_stamp_of_its_own_is_said_in_words),
		cmocka_unit_test(only_the_first_three_verdicts_are_well),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
