/* SPDX-License-Identifier: MIT */
#include "lint/policy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "read/doubts.h"

/* What becomes of a message after the words of -W: its severity, or -1 where it is dropped. */
static int judged(enum mr_severity severity, const char *rule, const char *const *words, size_t n)
{
	struct diag_message message = {.severity = severity, .rule = rule};
	struct policy policy;
	struct diag diag;

	diag_init(&diag, 0);
	policy_init(&policy);
	for (size_t i = 0; i < n; i++)
		assert_int_equal(policy_set(&policy, words[i], &diag), 0);
	assert_int_equal(diag.n, 0);
	diag_release(&diag);
	return policy_judge(&policy, &message) ? (int)message.severity : -1;
}

#define JUDGED(severity, rule, ...)                                              \
	judged(severity, rule, (const char *const[]){"no-boolean", __VA_ARGS__}, \
	       sizeof((const char *const[]){"no-boolean", __VA_ARGS__}) / sizeof(char *))

static void a_rule_is_switched_by_its_name_and_the_last_word_wins(void **state)
{
	(void)state;

	assert_int_equal(JUDGED(MR_WARNING, "status-text", "boolean"), MR_WARNING);
	assert_int_equal(JUDGED(MR_WARNING, "status-text", "no-status-text"), -1);
	assert_int_equal(JUDGED(MR_WARNING, "status-text", "no-status-text", "status-text"),
			 MR_WARNING);
	assert_int_equal(JUDGED(MR_WARNING, "status-text", "no-all"), -1);
	assert_int_equal(JUDGED(MR_WARNING, "status-text", "no-all", "boolean"), -1);
	assert_int_equal(JUDGED(MR_WARNING, "boolean", "no-all", "boolean"), MR_WARNING);
}

static void warnings_become_errors_all_or_by_name(void **state)
{
	(void)state;

	assert_int_equal(JUDGED(MR_WARNING, "image", "error"), MR_ERROR);
	assert_int_equal(JUDGED(MR_WARNING, "image", "error", "no-error"), MR_WARNING);
	assert_int_equal(JUDGED(MR_WARNING, "image", "error=image"), MR_ERROR);
	assert_int_equal(JUDGED(MR_WARNING, "image", "error=note-twice"), MR_WARNING);
	assert_int_equal(JUDGED(MR_WARNING, "image", "no-error=image", "error"), MR_WARNING);
	assert_int_equal(JUDGED(MR_WARNING, "image", "no-image", "error=image"), MR_ERROR);
	assert_int_equal(JUDGED(MR_WARNING, "image", "error=image", "no-image"), -1);
	assert_int_equal(JUDGED(MR_WARNING, "boolean", "no-error=boolean"), -1);
}

static void a_note_is_an_error_by_name_alone_and_an_error_stays_one(void **state)
{
	(void)state;

	assert_int_equal(JUDGED(MR_NOTE, "image", "error"), MR_NOTE);
	assert_int_equal(JUDGED(MR_NOTE, "image", "error=image"), MR_ERROR);
	assert_int_equal(JUDGED(MR_ERROR, "", "no-all"), MR_ERROR);
	assert_int_equal(JUDGED(MR_WARNING, "", "error", "no-all"), MR_WARNING);
}

static void a_word_that_names_no_rule_is_a_mistake_with_the_nearest(void **state)
{
	static const char *const words[] = {"bolean", "no-bolean", "error=bolean",
					    "no-error=bolean"};
	struct policy policy;
	struct diag diag;

	(void)state;
	policy_init(&policy);

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		diag_init(&diag, 0);
		assert_int_equal(policy_set(&policy, words[i], &diag), -1);
		assert_int_equal(diag.n_errors, 1);
		assert_string_equal(diag.messages[0].suggestion, "boolean");
		diag_release(&diag);
	}
}

static void every_rule_is_found_and_says_cause_and_remedy(void **state)
{
	(void)state;

	for (size_t i = 0; i < rules_count(); i++) {
		const struct rule *rule = rules_at(i);

		assert_int_equal(rules_find(rule->name), i);
		assert_true(*rule->cause && *rule->remedy);
		assert_null(strpbrk(rule->name, " _=,"));
		assert_int_not_equal(strncmp(rule->name, "no-", 3), 0);
	}
	assert_int_equal(rules_find("nothing"), rules_count());
}

static void each_kind_of_doubt_has_a_rule(void **state)
{
	char name[40];

	(void)state;

	for (int kind = 0; kind < DOUBT_N_KINDS; kind++) {
		diag_write(name, sizeof(name), "read-%s", doubts_kind_name((enum doubt_kind)kind));
		if (rules_find(name) == rules_count())
			fail_msg("no rule %s", name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_rule_is_switched_by_its_name_and_the_last_word_wins),
		cmocka_unit_test(warnings_become_errors_all_or_by_name),
		cmocka_unit_test(a_note_is_an_error_by_name_alone_and_an_error_stays_one),
		cmocka_unit_test(a_word_that_names_no_rule_is_a_mistake_with_the_nearest),
		cmocka_unit_test(every_rule_is_found_and_says_cause_and_remedy),
		cmocka_unit_test(each_kind_of_doubt_has_a_rule),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
