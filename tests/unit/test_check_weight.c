/* SPDX-License-Identifier: MIT */
/* What cells repeat counts as aliases do: a value for each 64 bytes and cell. */
#include "dataset_help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>

#define A16 "aaaaaaaaaaaaaaaa"
#define A64 A16 A16 A16 A16 /* one value */
#define SOURCE "[http://e.org/" A64 A64 "]" /* two */
#define TOP "meshreport: 1\ntitle: T\n"
#define ROWS(evidence, f, g)                                                   \
	"products: [{id: a, name: A" evidence "}, {id: b, name: B}]\n"         \
	"categories: [{id: c, features: [{id: f, name: F, values: {" f "}},\n" \
	"  {id: g, name: G, values: {" g "}}]}]\n"

static struct limits limit_of(uint64_t n)
{
	struct limits limits;

	limits_init(&limits);
	limits.expansion = n;
	return limits;
}

/* That `n` values are as many as there are: one less is refused with these words and this line, and `n` are not. */
static void weighs(const char *yaml, uint64_t n, const char *words, uint32_t line)
{
	struct limits fits = limit_of(n), is_less = limit_of(n - 1);
	struct loaded loaded;

	load_within(&loaded, yaml, strlen(yaml), &fits);
	assert_string_equal(buf_text(&loaded.messages), "");
	assert_int_equal(loaded.status, 0);
	unload(&loaded);
	load_within(&loaded, yaml, strlen(yaml), &is_less);
	assert_int_equal(loaded.status, -1);
	assert_int_equal(loaded.diag.n, 1);
	assert_string_equal(loaded.diag.messages[0].text, words);
	assert_int_equal(loaded.diag.messages[0].place.line, line);
	unload(&loaded);
}

static void nothing(const char *yaml)
{
	struct limits none = limit_of(0);
	struct loaded loaded;

	load_within(&loaded, yaml, strlen(yaml), &none);
	assert_string_equal(buf_text(&loaded.messages), "");
	assert_int_equal(loaded.status, 0);
	unload(&loaded);
}

static void a_label_counts_in_each_cell_and_part_that_has_no_words_of_its_own(void **state)
{
	(void)state;
	weighs(TOP "statuses: {odd: {label: " A64 A64 ", like: yes}}\n" ROWS(
		       "", "a: odd, b: {status: odd, text: mine}",
		       "a: {parts: [{name: x, status: odd}, {name: y, status: odd, text: mine}]}, b: no"),
	       4,
	       "cells repeat what stands for 4 values, most of it the label of status 'odd' (2 in 2 cells); "
	       "the limit is 3 (--limit expansion=N)",
	       3);
}

static void the_label_of_unknown_stands_in_cells_that_nobody_states(void **state)
{
	(void)state;
	weighs(TOP "statuses: {unknown: {label: " A64 "}}\n" ROWS("", "a: yes", "b: unknown"), 3,
	       "cells repeat what stands for 3 values, most of it the label of status 'unknown' (1 in 3 cells); "
	       "the limit is 2 (--limit expansion=N)",
	       3);
}

static void sources_count_where_a_cell_inherits_them(void **state)
{
	(void)state;
	weighs(TOP ROWS(", source: " SOURCE, "a: yes, b: yes",
			"a: {text: words, source: 'http://e.org/own'}"),
	       2,
	       "cells repeat what stands for 2 values, most of it the sources of product 'a' (2 in 1 cells); "
	       "the limit is 1 (--limit expansion=N)",
	       3);
}

static void the_nearest_sources_are_those_that_count(void **state)
{
	(void)state;
	weighs(TOP "products: [{id: a, name: A, source: " SOURCE "}]\n"
		   "categories:\n"
		   "- {id: c, source: " SOURCE ", features: [{id: f, name: F, values: [yes]}]}\n"
		   "- {id: d, features: [{id: g, name: G, source: " SOURCE ", values: [no]},\n"
		   "    {id: h, name: H, source: 'http://e.org/h', values: [words]}]}\n",
	       4,
	       "cells repeat what stands for 4 values, most of it the sources of feature 'g' (2 in 1 cells); "
	       "the limit is 3 (--limit expansion=N)",
	       6);
}

static void the_version_since_when_counts_beside_the_sources(void **state)
{
	(void)state;
	weighs(TOP ROWS(", since: " A64 ", source: " SOURCE, "a: yes, b: yes",
			"a: {status: yes, since: v1}"),
	       5,
	       "cells repeat what stands for 5 values, most of it the sources of product 'a' (2 in 2 cells); "
	       "the limit is 4 (--limit expansion=N)",
	       3);
}

static void short_labels_and_what_no_cell_says_count_nothing(void **state)
{
	(void)state;
	nothing(TOP "statuses: {odd: {label: " A16 A16 A16
		    ", like: yes}}\n" ROWS("", "a: odd, b: odd", "a: odd"));
	nothing(TOP ROWS(", source: " SOURCE, "a: unknown, b: yes", "b: yes"));
}

int main(void)
{
	static const struct CMUnitTest TESTS[] = {
		cmocka_unit_test(a_label_counts_in_each_cell_and_part_that_has_no_words_of_its_own),
		cmocka_unit_test(the_label_of_unknown_stands_in_cells_that_nobody_states),
		cmocka_unit_test(sources_count_where_a_cell_inherits_them),
		cmocka_unit_test(the_nearest_sources_are_those_that_count),
		cmocka_unit_test(the_version_since_when_counts_beside_the_sources),
		cmocka_unit_test(short_labels_and_what_no_cell_says_count_nothing),
	};

	return cmocka_run_group_tests_name("check_weight", TESTS, NULL, NULL);
}
