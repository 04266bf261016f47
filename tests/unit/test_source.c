/* SPDX-License-Identifier: MIT */
/* Whether bytes are a dataset of meshreport's own, whatever a file of them is called. */
#include "run/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void expect(const char *text, size_t n, bool wanted)
{
	/* of exactly its length, so that a sanitizer sees what is read behind it */
	char *exact = malloc(n > 0 ? n : 1);

	assert_non_null(exact);
	memcpy(exact, text, n);
	if (source_is_dataset(exact, n) != wanted)
		fail_msg("'%s' is %sone", text, wanted ? "none, and should be " : "");
	free(exact);
}

static void yaml_with_the_key_at_the_beginning_of_a_line_is_one(void **state)
{
	static const char *const own[] = {
		"meshreport: 1\n",
		"meshreport:",
		"\xEF\xBB\xBFmeshreport: 1\n",
		"# words\n\n---\ntitle: x\nmeshreport: 1\n",
		" \t\r\nmeshreport: 1\n",
		"\n  meshreport: 1\n", /* a mapping may stand further in */
	};
	static const char *const others[] = {
		"",
		"\xEF\xBB\xBF",
		" ",
		"\n\n\t\r",
		"meshreport",
		"x\n",
		"x",
		"title: meshreport: 1\n",
		"x:\n  meshreport: 1\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
		expect(own[i], strlen(own[i]), true);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		expect(others[i], strlen(others[i]), false);
}

static void json_with_the_key_in_its_outermost_mapping_is_one(void **state)
{
	static const char *const own[] = {
		"{\"meshreport\": 1}",
		" \t\r\n{\"meshreport\"\n : 1}",
		"{\"a\": [1, {\"b\": \"]}\\\"[{\"}], \"meshreport\":1}",
	};
	static const char *const others[] = {
		"{",
		"{}",
		"{\"meshreport\"",
		"{\"meshreport\"}",
		"{\"meshreport\" \t\r\n",
		"{\"meshreport\", \"x\": 1}",
		"{\"meshreports\": 1}",
		"{\"title\": \"meshreport\", \"x\": 1}",
		"{\"a\": {\"meshreport\": 1}}",
		"{\"a\": [\"meshreport\", 1]}",
		"[{\"meshreport\": 1}]",
		"{\"a\": \"b",
		"{\"a\": \"b\\",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++)
		expect(own[i], strlen(own[i]), true);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		expect(others[i], strlen(others[i]), false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(yaml_with_the_key_at_the_beginning_of_a_line_is_one),
		cmocka_unit_test(json_with_the_key_in_its_outermost_mapping_is_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
