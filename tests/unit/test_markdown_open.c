/* SPDX-License-Identifier: MIT */
/* What would cost cmark too much: the dataset's texts and the Markdown that is read, which cannot call each other, count alike. */
#include "data/markdown_scan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "markdown/md_limits.h"

/* In memory of exactly its length. */
static size_t count(const char *text, size_t n)
{
	char *exact = malloc(n > 0 ? n : 1);
	size_t n_open;

	assert_non_null(exact);
	memcpy(exact, text, n);
	n_open = markdown_scan_open(exact, n);
	assert_int_equal(md_limits_open(exact, n), n_open);
	free(exact);
	return n_open;
}

static void what_is_open_is_counted_by_its_kind_of_end(void **state)
{
	static const struct {
		const char *text;
		size_t n_open;
	} texts[] = {
		{"", 0},
		{"<", 0},
		{"<a <b", 0},
		{"<? x ?>", 0},
		{"<?", 1},
		{"<?<?<?", 3},
		{"<?>", 0},
		{"?> <? <?", 2},
		{"<!A", 1},
		{"<!A <!B>", 0},
		{"<!-- <!", 0},
		{"<![CDATA[ ]>", 1},
		{"<![CDATA[ ]]> <![", 1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		assert_int_equal(count(texts[i].text, strlen(texts[i].text)), texts[i].n_open);
}

static void both_count_alike_whatever_stands_there(void **state)
{
	static const char letters[] = "<<<?!?!?[]->Ax \n";
	uint32_t seed = 1;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		char text[24];
		size_t n = (size_t)round % sizeof(text);

		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525 + 1013904223;
			text[i] = letters[(seed >> 24) % (sizeof(letters) - 1)];
		}
		count(text, n);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_open_is_counted_by_its_kind_of_end),
		cmocka_unit_test(both_count_alike_whatever_stands_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
