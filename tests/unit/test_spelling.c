/* SPDX-License-Identifier: MIT */
/* Which words of a dictionary are near enough to be what was meant. */
#include "run/spelling.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void a_letter_that_lacks_or_two_changed_round_within_a_word_are_near(void **state)
{
	static const char *const near[][2] = {{"Connction", "Connection"},
					      {"connction", "Connection"},
					      {"recieve", "receive"},
					      {"conection", "connection"}};
	static const char *const far[][2] = {{"connection", "connection"},
					     {"natively", "naively"},
					     {"licences", "licenses"},
					     {"navigation", "navigations"},
					     {"ackend", "backend"},
					     {"Preact", "Preach"},
					     {"connectino", "connection"},
					     {"recieved", "receives"},
					     {"", "a"},
					     {"a", ""},
					     {"nushell", "seashell"}};
	(void)state;

	for (size_t i = 0; i < sizeof(near) / sizeof(*near); i++)
		assert_true(spelling_is_near(near[i][0], near[i][1]));
	for (size_t i = 0; i < sizeof(far) / sizeof(*far); i++)
		assert_false(spelling_is_near(far[i][0], far[i][1]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_that_lacks_or_two_changed_round_within_a_word_are_near),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
