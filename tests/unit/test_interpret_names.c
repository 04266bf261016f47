/* SPDX-License-Identifier: MIT */
/* The interpreter: names, sections. */
#include "interpret_help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* after the C headers it needs */
#include <cmocka.h>

static void assert_said(struct interpreted *made, const char *words)
{
	if (!strstr(buf_text(&made->said), words))
		fail_msg("not said: %s\n%s", words, buf_text(&made->said));
}

static void names_under_pictures_are_those_of_the_products(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | ![a logo](a.png) | ![b](b.png) |\n"
				   "| | **A** | **B** |\n"
				   "| f | yes | no |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes | no\n");
	interpret_help_release(&made);
}

static void pictures_give_their_alternative_text(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | ![A](a.png) | ![B](b.png) |\n"
				   "| f | yes | no |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes | no\n");
	interpret_help_release(&made);
}

static void two_head_rows_are_a_group_and_a_name(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "|!| !X | < | !Y |\n"
				   "| ^ | !1 | !2 | !1 |\n"
				   "| f | yes | no | yes |\n");
	assert_string_equal(buf_text(&made.text), "X: 1 | X: 2 | Y: 1\n"
						  "f: yes | no | yes\n");
	interpret_help_release(&made);
}

static void an_empty_head_takes_its_names_from_the_first_row(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | | |\n"
				   "| | A | B |\n"
				   "| f | yes | no |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes | no\n");
	interpret_help_release(&made);
}

static void links_on_a_name_are_its_address(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | [A](https://a.example) | B [site](https://b.example) |\n"
				   "| [f](https://f.example) | yes | no |\n");
	assert_string_equal(buf_text(&made.text),
			    "A <https://a.example> | B site <https://b.example>\n"
			    "f <https://f.example>: yes | no\n");
	interpret_help_release(&made);
}

static void a_column_of_notes_is_the_description(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B | Notes |\n"
				   "| f | yes | no | what *f* is |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f -- what f is: yes | no\n");
	assert_said(&made, "column the column 'Notes' is read");
	interpret_help_release(&made);
}

static void a_column_is_dropped_or_described_by_name(void **state)
{
	struct interpreted made = {.options = {.drops = (const char *const[]){"b"},
					       .n_drops = 1,
					       .descriptions = (const char *const[]){"4"},
					       .n_descriptions = 1}};
	(void)state;

	interpret_help_read(&made, "| | A | B | C |\n"
				   "| f | yes | no | words |\n"
				   "| g | yes | no | |\n");
	assert_string_equal(buf_text(&made.text), "A\n"
						  "f -- words: yes\n"
						  "g: yes\n");
	interpret_help_release(&made);
}

static void an_option_that_names_nothing_is_said(void **state)
{
	struct interpreted made = {.options = {.drops = (const char *const[]){"Z"},
					       .n_drops = 1,
					       .maps = &(const struct interpret_map){"q", "yes"},
					       .n_maps = 1}};
	(void)state;

	interpret_help_read(&made, "| | A |\n"
				   "| f | yes |\n");
	assert_string_equal(buf_text(&made.text), "A\n"
						  "f: yes\n");
	assert_said(&made, "option! --drop 'Z' names no column");
	assert_said(&made, "option! --map 'q=yes' never applied");
	interpret_help_release(&made);
}

static void two_products_of_one_name_are_said(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | A |\n"
				   "| f | yes | no |\n");
	assert_string_equal(buf_text(&made.text), "A | A\n"
						  "f: yes | no\n");
	assert_said(&made, "names! two products are called 'A'");
	interpret_help_release(&made);
}

static void a_repeated_head_is_no_feature(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| Feature | A | B |\n"
				   "| f | yes | no |\n"
				   "| Feature | A | B |\n"
				   "| g | no | yes |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes | no\n"
						  "g: no | yes\n");
	interpret_help_release(&made);
}

static void a_repeated_head_with_another_corner_is_a_section(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| Feature | A | B |\n"
				   "| First | A | B |\n"
				   "| f | yes | no |\n"
				   "| Second | A | B |\n"
				   "| f | no | yes |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "[First]\n"
						  "f: yes | no\n"
						  "[Second]\n"
						  "f: no | yes\n");
	interpret_help_release(&made);
}

static void rows_with_words_in_their_first_cell_alone_are_sections(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| a | yes | no |\n"
				   "| **One** | --- | --- |\n"
				   "| b | yes | no |\n"
				   "| *Two* | | |\n"
				   "| c | no | no |\n"
				   "| Three | < | < |\n"
				   "| d | no | no |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "a: yes | no\n"
						  "[One]\n"
						  "b: yes | no\n"
						  "[Two]\n"
						  "c: no | no\n"
						  "[Three]\n"
						  "d: no | no\n");
	interpret_help_release(&made);
}

static void groups_in_a_first_column_are_categories(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | | A | B |\n"
				   "| One | Mac | ✅ | ❌ |\n"
				   "| | Web | ✅ | ✅ |\n"
				   "| Two | Mac | ❌ | ✅ |\n"
				   "| | Web | ❌ | ❌ |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "[One]\n"
						  "Mac: yes | no\n"
						  "Web: yes | yes\n"
						  "[Two]\n"
						  "Mac: no | yes\n"
						  "Web: no | no\n");
	interpret_help_release(&made);
}

static void operators_that_repeat_are_no_section(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| Nu | SQL | Bash |\n"
				   "| + | + | + |\n"
				   "| - | - | - |\n");
	assert_string_equal(buf_text(&made.text), "SQL | Bash\n"
						  "+: \"+\" | \"+\"\n"
						  "-: \"-\" | \"-\"\n");
	assert_said(&made, "word! '+' means something else");
	interpret_help_release(&made);
}

static void a_row_without_a_name_is_said(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| f | yes | no |\n"
				   "| | x1 | x2 |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "f: yes | no\n"
						  "f: \"x1\" | \"x2\"\n");
	assert_said(&made, "names! a row without a name");
	interpret_help_release(&made);
}

static void a_small_line_under_a_name_is_its_description(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| Mesh<br><small>to *machines* outside</small> | yes | no |\n"
				   "| 5 <small>ms</small> | yes | no |\n"
				   "| <small>all of it</small> | yes | no |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "Mesh -- to machines outside: yes | no\n"
						  "5 ms: yes | no\n"
						  "all of it: yes | no\n");
	interpret_help_release(&made);
}

static void a_small_line_under_a_section_is_its_description(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| **Core**<br><small>what *all* need</small> | | |\n"
				   "| TLS | yes | no |\n"
				   "| **More** | | |\n"
				   "| HTTP | no | yes |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "[Core] -- what all need\n"
						  "TLS: yes | no\n"
						  "[More]\n"
						  "HTTP: no | yes\n");
	interpret_help_release(&made);
}

static void remarks_on_products_are_words(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| Name | TLS | Notes |\n"
				   "| [A](https://a.example) | yes | closed beta |\n"
				   "| [B](https://b.example) | no | planned |\n"
				   "| [C](https://c.example) | no | yes |\n");
	assert_string_equal(
		buf_text(&made.text),
		"A <https://a.example> | B <https://b.example> | C <https://c.example>\n"
		"TLS: yes | no | no\n"
		"Notes: \"closed beta\" | \"planned\" | yes\n");
	interpret_help_release(&made);
}

static void a_badge_is_no_part_of_the_title(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "# Queues [![CI](ci.svg)](https://ci.example)\n"
				   "| | A | B |\n"
				   "| f | yes | no |\n");
	assert_string_equal(made.set.title, "Queues");
	interpret_help_release(&made);
}

static void names_alone_are_sections_where_the_table_is_full(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| Security | | |\n"
				   "| f | yes | no |\n"
				   "| g | yes | no |\n"
				   "| Running | | |\n"
				   "| h | yes | no |\n"
				   "| i | yes | |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "[Security]\n"
						  "f: yes | no\n"
						  "g: yes | no\n"
						  "[Running]\n"
						  "h: yes | no\n"
						  "i: yes | -\n");
	interpret_help_release(&made);
}

static void names_alone_are_features_where_the_table_has_gaps(void **state)
{
	struct interpreted made = {.options = {0}};
	(void)state;

	interpret_help_read(&made, "| | A | B |\n"
				   "| e | | |\n"
				   "| f | yes | |\n"
				   "| g | | no |\n");
	assert_string_equal(buf_text(&made.text), "A | B\n"
						  "e: - | -\n"
						  "f: yes | -\n"
						  "g: - | no\n");
	interpret_help_release(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_under_pictures_are_those_of_the_products),
		cmocka_unit_test(pictures_give_their_alternative_text),
		cmocka_unit_test(two_head_rows_are_a_group_and_a_name),
		cmocka_unit_test(an_empty_head_takes_its_names_from_the_first_row),
		cmocka_unit_test(links_on_a_name_are_its_address),
		cmocka_unit_test(a_column_of_notes_is_the_description),
		cmocka_unit_test(a_column_is_dropped_or_described_by_name),
		cmocka_unit_test(an_option_that_names_nothing_is_said),
		cmocka_unit_test(two_products_of_one_name_are_said),
		cmocka_unit_test(a_repeated_head_is_no_feature),
		cmocka_unit_test(a_repeated_head_with_another_corner_is_a_section),
		cmocka_unit_test(rows_with_words_in_their_first_cell_alone_are_sections),
		cmocka_unit_test(groups_in_a_first_column_are_categories),
		cmocka_unit_test(operators_that_repeat_are_no_section),
		cmocka_unit_test(a_row_without_a_name_is_said),
		cmocka_unit_test(a_small_line_under_a_name_is_its_description),
		cmocka_unit_test(a_small_line_under_a_section_is_its_description),
		cmocka_unit_test(remarks_on_products_are_words),
		cmocka_unit_test(a_badge_is_no_part_of_the_title),
		cmocka_unit_test(names_alone_are_sections_where_the_table_is_full),
		cmocka_unit_test(names_alone_are_features_where_the_table_has_gaps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
