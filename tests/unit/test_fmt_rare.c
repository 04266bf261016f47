/* SPDX-License-Identifier: MIT */
/* The layout of what few files hold: empty keys and values, texts without a key, comments and empty lines around them. */
#include "fmt_help.h"

static void empty_lines_within_brackets_stand_between_members_alone(void **state)
{
	(void)state;
	expect("a: [\n\n  # c\n  b\n]\n", "a: [\n    # c\n    b\n  ]\n");
	expect("a: [\n\n  # c\n\n  # d\n  b\n]\n", "a: [\n    # c\n\n    # d\n    b\n  ]\n");
	expect("[a # of a\n\n, b]\n", "[\n  a  # of a\n  , b\n]\n");
	expect("a: {\n\n b: 1}\n", "a: {\n    b: 1\n  }\n");
	expect("a: [\n  # c\n\n  b,\n\n  # d\n  c,\n\n  d\n\n  ]\n",
	       "a: [\n    # c\n\n    b,\n\n    # d\n    c,\n\n    d\n  ]\n");
	expect("a: [\n  b\n\n  , c,\n\n d]\n", "a: [\n    b,\n    c,\n\n    d\n  ]\n");
}

static void an_empty_line_between_a_key_and_its_value_goes(void **state)
{
	(void)state;
	expect("a:\n\n  # c\n  b: 1\n", "a:\n  # c\n  b: 1\n");
	expect("a:\n  # c\n\n  text\n", "a:\n  # c\n  text\n");
	expect("? a\n\n: b\n", "? a\n: b\n");
	expect("? a\n# c\n\n: b\n", "? a\n# c\n: b\n");
}

static void an_empty_line_behind_a_comment_stays_whatever_stands_before_the_comment(void **state)
{
	(void)state;
	expect_kept("a: |+\n  x\n\n# c\n\nb: 1\n");
	expect_kept("a: |\n  x\n# c\n\nb: 1\n");
	expect_kept("# c\n\n[a]\n");
}

static void a_comment_where_a_key_has_no_value_goes_with_the_column_it_stood_in(void **state)
{
	(void)state;
	expect_kept("a:\n# of b\nb: 1\n");
	expect("?\n   # nothing\n: b\n", "?\n  # nothing\n: b\n");
	expect_kept("?\n# left\n: b\n");
	expect_kept("-\n  # c\n  - a\n");
	expect("? # c\n  - a\n: b\n", "?  # c\n  - a\n: b\n");
}

static void a_section_may_begin_with_an_anchor(void **state)
{
	(void)state;
	expect("title: x\nproducts:\n  &k a: 1\n", "title: x\n\nproducts:\n  &k a: 1\n");
	expect("title: x\nproducts: &p\n  &k a: 1\n", "title: x\n\nproducts: &p\n  &k a: 1\n");
	expect_kept("title: x\nproducts: &p a\n");
}

static void keys_without_a_text_stay(void **state)
{
	(void)state;
	expect_kept("{a: 1, : 2}\n");
	expect_kept("&a : b\n");
	expect_kept("[a, : b]\n");
}

static void documents_that_are_a_text_have_its_lines(void **state)
{
	(void)state;
	expect_kept("|\n  x\n");
	expect("--- |\n   x\n", "--- |\n  x\n");
	expect_kept("a\n...\nb\n");
	expect_kept("%TAG ! tag:x,2:\n--- a\n");
}

static void heads_of_block_scalars_lose_blanks_alone(void **state)
{
	(void)state;
	expect("a: |\t# c  \n  x\n", "a: |  # c\n  x\n");
	expect("a: |  # c \t \n  x\n", "a: |  # c\n  x\n");
	expect_kept("a: |\n");
	expect_kept("a: |+\n");
	expect("a: |", "a: |\n");
}

static void line_ends_of_all_kinds_are_known(void **state)
{
	(void)state;
	expect("a: 1\rb: 2\n", "a: 1\nb: 2\n");
	expect_kept("a: 'x\xc2\x85  y'\n");
	expect("a: 'one\t\n   two'\n", "a: 'one\n  two'\n");
}

static void quotes_stay_where_the_text_would_need_an_escape(void **state)
{
	(void)state;
	expect_kept("a: \"x\\0y\"\n");
	expect_kept("a: 'x\xe2\x80\xaey'\n");
}

/* No YAML, which only the parser sees: a second text, as the first ended where its lines stand further out. */
static void what_would_be_another_document_is_not_handed_out(void **state)
{
	(void)state;
	expect_refused("--- >-\n     x\n    y\n", 0, "would not be the same document");
}

static void what_belongs_to_nothing_is_refused(void **state)
{
	(void)state;
	expect_refused("\xef\xbb\xbf\xef\xbb\xbf"
		       "a: 1\n",
		       1, "belongs to nothing");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty_lines_within_brackets_stand_between_members_alone),
		cmocka_unit_test(an_empty_line_between_a_key_and_its_value_goes),
		cmocka_unit_test(
			an_empty_line_behind_a_comment_stays_whatever_stands_before_the_comment),
		cmocka_unit_test(
			a_comment_where_a_key_has_no_value_goes_with_the_column_it_stood_in),
		cmocka_unit_test(a_section_may_begin_with_an_anchor),
		cmocka_unit_test(keys_without_a_text_stay),
		cmocka_unit_test(documents_that_are_a_text_have_its_lines),
		cmocka_unit_test(heads_of_block_scalars_lose_blanks_alone),
		cmocka_unit_test(line_ends_of_all_kinds_are_known),
		cmocka_unit_test(quotes_stay_where_the_text_would_need_an_escape),
		cmocka_unit_test(what_would_be_another_document_is_not_handed_out),
		cmocka_unit_test(what_belongs_to_nothing_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
