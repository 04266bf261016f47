/* SPDX-License-Identifier: MIT */
/* The interpreter: which grid, which way round. */
#include "interpret_help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* after the C headers it needs */
#include <cmocka.h>

static void assert_said(struct interpreted *made, const char *words)
{
	if (!strstr(buf_text(&made->said), words))
		fail_msg("not said: %s\n%s", words, buf_text(&made->said));
}

static void tables_that_share_their_head_are_one_dataset(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "# One\n"
				   "| | A | B |\n"
				   "| f | yes | no |\n"
				   "\n"
				   "# Two\n"
				   "| Thing | B | A |\n"
				   "| g | yes | no |\n"
				   "\n"
				   "# Other\n"
				   "| x | y |\n"
				   "| 1 | 2 |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "[One]\n"
						  "f: yes | no\n"
						  "[Two]\n"
						  "g: no | yes\n");
	assert_said(&made, "tables! of 3 tables");
	interpret_help_release(&made);
}

static void a_table_with_a_product_more_has_another_head(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "# One\n"
				   "| | A | B |\n"
				   "| f | yes | no |\n"
				   "| g | yes | no |\n"
				   "| h | no | no |\n"
				   "\n"
				   "# Two\n"
				   "| | A | B | C |\n"
				   "| i | yes | no | yes |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes | no\n"
						  "g: yes | no\n"
						  "h: no | no\n");
	interpret_help_release(&made);
}

static void a_table_is_chosen_by_number(void **state)
{
	struct interpreted made = {
		.options = {.tables = (const char *const[]){"2"}, .n_tables = 1}};
	(void)state;

	interpret_help_read(&made, "# One\n"
				   "| | A | B |\n"
				   "| f | yes | no |\n"
				   "\n"
				   "# Other\n"
				   "| x | y |\n"
				   "| 1 | 2 |\n");
	assert_string_equal(buf_text(&made.text), "y\n"
						  "1: \"2\"\n");
	interpret_help_release(&made);
}

static void a_table_is_chosen_by_heading(void **state)
{
	struct interpreted made = {
		.options = {.tables = (const char *const[]){"other"}, .n_tables = 1}};
	(void)state;

	interpret_help_read(&made, "# One\n"
				   "| | A | B |\n"
				   "| f | yes | no |\n"
				   "\n"
				   "# Other things\n"
				   "| x | y |\n"
				   "| 1 | 2 |\n");
	assert_string_equal(buf_text(&made.text), "y\n"
						  "1: \"2\"\n");
	interpret_help_release(&made);
}

static void a_heading_of_just_these_words_comes_before_those_that_hold_them(void **state)
{
	struct interpreted made = {
		.options = {.tables = (const char *const[]){"other"}, .n_tables = 1}};
	(void)state;

	interpret_help_read(&made, "# Other things\n"
				   "| | A | B |\n"
				   "| f | yes | no |\n"
				   "\n"
				   "# Other\n"
				   "| x | y |\n"
				   "| 1 | 2 |\n");
	assert_string_equal(buf_text(&made.text), "y\n"
						  "1: \"2\"\n");
	interpret_help_release(&made);
}

static void a_table_that_is_not_there_is_an_error(void **state)
{
	struct interpreted made = {
		.options = {.tables = (const char *const[]){"7"}, .n_tables = 1}};
	(void)state;

	interpret_help_read(&made, "| | A |\n"
				   "| f | yes |\n");
	assert_int_equal(made.status, -1);
	assert_said(&made, "error: there is no table 7: the file has 1");
	interpret_help_release(&made);
}

static void a_file_without_a_table_is_an_error(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "# Words\n"
				   "only\n");
	assert_int_equal(made.status, -1);
	assert_said(&made, "error: the file has no table; it has text only");
	interpret_help_release(&made);
}

static void a_table_of_one_column_is_an_error(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| A |\n"
				   "| yes |\n");
	assert_int_equal(made.status, -1);
	assert_said(&made, "error: no table has two columns");
	interpret_help_release(&made);
}

static void a_column_headed_by_a_word_for_products_holds_products(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| Name | TLS | Licence |\n"
				   "| [a](https://a.example) | yes | MIT |\n"
				   "| b | no | MIT |\n");
	assert_string_equal(buf_text(&made.text), "a <https://a.example> | b\n"
						  "TLS: yes | no\n"
						  "Licence: \"MIT\" | \"MIT\"\n");
	assert_said(&made, "orientation! the products are read from the rows");
	assert_said(&made, "--products-in columns");
	interpret_help_release(&made);
}

static void products_are_in_the_columns_where_nothing_says_otherwise(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | yes | no |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes | no\n");
	assert_said(&made,
		    "orientation the products are read from the columns; --products-in rows");
	interpret_help_release(&made);
}

static void a_head_of_names_as_features_have_turns_the_table(void **state)
{
	static const char *const heads[] = {
		"| mTLS | Tracing |", /* an abstract noun */
		"| Load balancing | HTTP |", /* a phrase */
		"| circuit_breaking | h2 |", /* keys of a program */
		"| hasDashboard | h2 |",
		"| licence | h2 |", /* what any product is recorded with */
		"| Verschlüsselung | Preis |"};
	(void)state;

	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		struct interpreted made = {.options = {0}};
		char table[200];

		snprintf(table, sizeof(table), "| %s\n| Istio | yes | no |\n| Kuma | no | no |\n",
			 heads[i]);
		interpret_help_read(&made, table);
		assert_memory_equal(buf_text(&made.text), "Istio | Kuma\n", 13);
		assert_said(&made, "orientation! the products are read from the rows");
		assert_said(&made, "is named as features are");
		interpret_help_release(&made);
	}
}

static void a_head_of_proper_names_stays_one_of_products(void **state)
{
	static const char *const heads[] = {
		"| OpenTracing | OpenCensus |", "| PostgreSQL | macOS |", "| Spring | Bing |",
		"| Free plan | Paid plan |", "| Static linking | Dynamic linking |"};
	(void)state;

	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		struct interpreted made = {.options = {0}};
		char table[200];

		snprintf(table, sizeof(table), "| %s\n| Spans | yes | no |\n| h2 | no | no |\n",
			 heads[i]);
		interpret_help_read(&made, table);
		assert_memory_equal(buf_text(&made.text) + strcspn(buf_text(&made.text), "\n"),
				    "\nSpans: ", 8);
		assert_said(&made, "orientation the products are read from the columns; ");
		interpret_help_release(&made);
	}
}

static void names_as_features_have_in_both_directions_decide_nothing(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | Static analysis | Fuzzing |\n"
				   "| Finds races | yes | no |\n"
				   "| Reporting | no | no |\n");
	assert_memory_equal(buf_text(&made.text), "Static analysis | Fuzzing\n", 26);
	assert_said(&made, "orientation the products are read from the columns; ");
	interpret_help_release(&made);
}

static void a_head_with_a_few_names_as_features_have_is_a_doubt(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | circuit_breaking | retries | ebpf |\n"
				   "| istio | yes | no | no |\n"
				   "| kuma | no | no | yes |\n");
	assert_said(&made, "orientation! the products are read from the columns, but some names in "
			   "the head look like those of features; --products-in rows");
	interpret_help_release(&made);
}

static void the_way_round_is_the_users_to_say(void **state)
{
	struct interpreted made = {.options = {.products_in = INTERPRET_IN_ROWS}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | yes | no |\n");
	assert_string_equal(buf_text(&made.text), "f\n"
						  "A: yes\n"
						  "B: no\n");
	interpret_help_release(&made);
}

static void a_table_is_turned(void **state)
{
	struct interpreted made = {.options = {.transpose = true}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | yes | no |\n");
	assert_string_equal(buf_text(&made.text), "f\n"
						  "A: yes\n"
						  "B: no\n");
	interpret_help_release(&made);
}

static void rows_that_group_products_are_left_out_and_said(void **state)
{
	struct interpreted made = {.options = {.products_in = INTERPRET_IN_ROWS}};
	(void)state;

	interpret_help_read(&made, "| Tool | TLS | h2 |\n"
				   "| **Data planes** | | |\n"
				   "| envoy | yes | no |\n"
				   "| nginx | no | no |\n");
	assert_string_equal(buf_text(&made.text), "envoy | nginx\n"
						  "TLS: yes | no\n"
						  "h2: no | no\n");
	assert_said(&made, "lost! the section row 'Data planes' groups products");
	interpret_help_release(&made);
}

static void a_column_of_categories_groups_the_rows_that_the_next_one_names(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| Category | Feature | A | B |\n"
				   "| Safety | TLS | yes | no |\n"
				   "| Safety | OIDC | yes | yes |\n"
				   "| Traffic | Retry | no | yes |\n"
				   "| Safety | mTLS | no | no |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "[Safety]\n"
						  "TLS: yes | no\n"
						  "OIDC: yes | yes\n"
						  "mTLS: no | no\n"
						  "[Traffic]\n"
						  "Retry: no | yes\n");
	interpret_help_release(&made);
}

static void a_category_that_a_caption_names_under_the_title_stands_where_its_table_does(
	void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "== Title\n# Title\n= First\n"
				   "| Feature | A | B |\n| TLS | yes | no |\n"
				   "\n= Second\n"
				   "| Feature | A | B |\n| OIDC | no | yes |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n[First]\nTLS: yes | no\n"
						  "[Second]\nOIDC: no | yes\n");
	for (uint32_t i = 0; i < 2; i++) {
		assert_int_equal(made.set.categories[i].place.line,
				 grid_at(&made.file, i)->place.line);
		assert_int_equal(made.set.categories[i].place.column,
				 grid_at(&made.file, i)->place.column);
	}
	interpret_help_release(&made);
}

static void a_column_of_categories_in_another_place_or_language_is_one(void **state)
{
	static const char *const literals[] = {
		"| Merkmal | A | B | Bereich |\n| f | ja | nein | Eins |\n| g | ja | nein | Zwei |\n"
		"| h | nein | ja | Eins |\n",
		"| Bereich | Was es kann | A | B |\n| Eins | f | ja | nein |\n| | h | nein | ja |\n"
		"| Zwei | g | ja | nein |\n| Zwei | i | nein | nein |\n",
	};
	static const char *const last[] = {"", "i: no=nein | no=nein\n"};
	(void)state;

	for (size_t i = 0; i < 2; i++) {
		struct interpreted made = {.options = {0}};
		char wanted[200];

		interpret_help_read(&made, literals[i]);
		snprintf(wanted, sizeof(wanted),
			 "A | B\n"
			 "[Eins]\n"
			 "f: yes=ja | no=nein\n"
			 "h: no=nein | yes=ja\n"
			 "[Zwei]\n"
			 "g: yes=ja | no=nein\n%s",
			 last[i]);
		assert_string_equal(buf_text(&made.text), wanted);
		interpret_help_release(&made);
	}
}

static void a_category_before_a_product_is_a_fact_of_it(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| Category | Product | SSO |\n"
				   "| Big | A | yes |\n"
				   "| Small | B | no |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "Category: \"Big\" | \"Small\"\n"
						  "SSO: yes | no\n");
	interpret_help_release(&made);
}

static void a_column_of_weights_weighs_and_one_of_words_is_left_out(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| Feature | Gewicht | A |\n"
				   "| f | 1,5 | yes |\n"
				   "| g | 20 % | no |\n"
				   "| h | | no |\n");
	assert_string_equal(buf_text(&made.text), "A\nf x1.5: yes\ng x20: no\nh: no\n");
	interpret_help_release(&made);
	interpret_help_read(&made, "| Feature | Weight | A |\n"
				   "| f | 2 | yes |\n"
				   "| g | high | no |\n");
	assert_string_equal(buf_text(&made.text), "A\nf: yes\ng: no\n");
	assert_said(&made,
		    "lost! the column 'Weight' is left out: 'high' is no number, and weights are; "
		    "--description 'Weight'");
	interpret_help_release(&made);
}

static void a_column_that_counts_the_rows_is_left_out(void **state)
{
	struct interpreted made = {.options = {.drops = (const char *const[]){"4"}, .n_drops = 1}};
	(void)state;

	interpret_help_read(&made, "| # | Feature | A | B |\n"
				   "| 1 | f | yes | no |\n"
				   "| 2 | g | no | no |\n");
	assert_string_equal(buf_text(&made.text), "A\nf: yes\ng: no\n");
	assert_said(&made, "the first column counts the rows and is left out");
	interpret_help_release(&made);
}

static void a_file_s_name_is_a_title_without_its_suffix(void **state)
{
	static const char *const names[][2] = {
		{"plan.b.csv", "plan.b"}, {"plan", "plan"}, {".csv", ".csv"}, {"", "Comparison"}};
	(void)state;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct interpreted made = {.options = {.file_name = names[i][0]}};

		interpret_help_read(&made, "| | A |\n| f | yes |\n| g | no |\n");
		assert_string_equal(made.set.title, names[i][1]);
		interpret_help_release(&made);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_that_share_their_head_are_one_dataset),
		cmocka_unit_test(a_table_with_a_product_more_has_another_head),
		cmocka_unit_test(a_table_is_chosen_by_number),
		cmocka_unit_test(a_table_is_chosen_by_heading),
		cmocka_unit_test(a_heading_of_just_these_words_comes_before_those_that_hold_them),
		cmocka_unit_test(a_table_that_is_not_there_is_an_error),
		cmocka_unit_test(a_file_without_a_table_is_an_error),
		cmocka_unit_test(a_table_of_one_column_is_an_error),
		cmocka_unit_test(a_column_headed_by_a_word_for_products_holds_products),
		cmocka_unit_test(products_are_in_the_columns_where_nothing_says_otherwise),
		cmocka_unit_test(a_head_of_names_as_features_have_turns_the_table),
		cmocka_unit_test(a_head_of_proper_names_stays_one_of_products),
		cmocka_unit_test(names_as_features_have_in_both_directions_decide_nothing),
		cmocka_unit_test(a_head_with_a_few_names_as_features_have_is_a_doubt),
		cmocka_unit_test(the_way_round_is_the_users_to_say),
		cmocka_unit_test(a_table_is_turned),
		cmocka_unit_test(rows_that_group_products_are_left_out_and_said),
		cmocka_unit_test(a_column_of_categories_groups_the_rows_that_the_next_one_names),
		cmocka_unit_test(
			a_category_that_a_caption_names_under_the_title_stands_where_its_table_does),
		cmocka_unit_test(a_column_of_categories_in_another_place_or_language_is_one),
		cmocka_unit_test(a_category_before_a_product_is_a_fact_of_it),
		cmocka_unit_test(a_column_of_weights_weighs_and_one_of_words_is_left_out),
		cmocka_unit_test(a_column_that_counts_the_rows_is_left_out),
		cmocka_unit_test(a_file_s_name_is_a_title_without_its_suffix),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
