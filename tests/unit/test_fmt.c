/* SPDX-License-Identifier: MIT */
/* The canonical layout of a file: what it mends, what it leaves, and its laws on every example here. */
#include "fmt_help.h"

#include "base/mem.h"

static unsigned long until_refused; /* 0: never */
static bool has_refused;

bool mem_is_refused(size_t n_bytes)
{
	(void)n_bytes;
	if (until_refused == 0 || --until_refused)
		return false;
	has_refused = true;
	return true;
}

/* ---- lines */

static void members_stand_two_spaces_in_and_lists_below_their_key(void **state)
{
	(void)state;
	expect("a:\n- b:   1\n  c:\n         d:    2\n-    e\n",
	       "a:\n  - b: 1\n    c:\n      d: 2\n  - e\n");
	expect("  a: 1\n  b:\n  - - x\n    -   - y\n", "a: 1\nb:\n  - - x\n    - - y\n");
	expect("a:\n -\n  b: 1\n -\n    - 2\n", "a:\n  - b: 1\n  - - 2\n");
}

static void a_value_goes_behind_its_key_unless_it_has_a_line_and_needs_it(void **state)
{
#define LONG \
	"words and words and words and words and words and words and words and words and words and so"
	(void)state;
	expect("a:\n  short\n", "a: short\n");
	expect("a:\n    " LONG "\n", "a: " LONG "\n");
	expect("a:\n  bc: 1\n  de:\n     " LONG " on\n  f: " LONG " on\n",
	       "a:\n  bc: 1\n  de:\n    " LONG " on\n  f: " LONG " on\n");
	expect("a:\n  [b,\n   c]\n", "a: [b, c]\n");
}

static void one_empty_line_stays_and_none_at_either_end(void **state)
{
	(void)state;
	expect("\n\n\na: 1\n\n\n\nb: 2\n\n\n", "a: 1\n\nb: 2\n");
	expect("a:\n\n  b: 1\n\n  c:\n\n    - d\n", "a:\n  b: 1\n\n  c:\n    - d\n");
	expect("a: 1", "a: 1\n");
	expect("a: 1\n   \n\nb: 2   \n", "a: 1\n\nb: 2\n");
}

static void sections_begin_behind_an_empty_line_and_comments_go_with_them(void **state)
{
	(void)state;
	expect("title: x\nproducts:\n- a\ncategories:  # c\n- b\n",
	       "title: x\n\nproducts:\n  - a\n\ncategories:  # c\n  - b\n");
	expect("notes:\n  a: b\n  # of a\n# of\n# products\nproducts:\n  - c\n",
	       "notes:\n  a: b\n  # of a\n\n# of\n# products\nproducts:\n  - c\n");
	expect_kept("notes:\n  a: b\n# there is one already\n\n# here\nproducts:\n  - c\n");
	expect_kept("title: x\nnotes: {a: b}\nproducts: [c]\nx-notes:\n  - products:\n      - d\n");
}

static void line_ends_are_those_of_the_first_line(void **state)
{
	(void)state;
	expect("a: 1\r\nb:\r\n- \"c\r\n  d\"\r\n- |\r\n  e\r\n\r\n  f\n",
	       "a: 1\r\nb:\r\n  - \"c\r\n    d\"\r\n  - |\r\n    e\r\n\r\n    f\r\n");
	expect("a: 1\nb: 2\r\nc: 3\r", "a: 1\nb: 2\nc: 3\n");
}

static void a_byte_order_mark_stays(void **state)
{
	(void)state;
	expect("\xEF\xBB\xBF  a: 1\n", "\xEF\xBB\xBF"
				       "a: 1\n");
	expect("\xEF\xBB\xBF# c\na: 1\n", "\xEF\xBB\xBF# c\na: 1\n");
}

static void tabs_between_things_are_spaces_and_within_texts_stay(void **state)
{
	(void)state;
	expect("a:\t1\t# c\nb: x\ty\n", "a: 1  # c\nb: x\ty\n");
	expect("{\n\t\"a\": 1,\n\t\"b\": 2\n}\n", "{\n  \"a\": 1,\n  \"b\": 2\n}\n");
}

/* ---- comments */

static void comments_stand_with_what_they_stood_before(void **state)
{
	(void)state;
	expect_kept("# head\n\na: 1\n");
	expect("# head\n\n# first\na:\n    # of b\n    b: 1\n",
	       "# head\n\n# first\na:\n  # of b\n  b: 1\n");
	expect("a:\n# left of b\n  b: 1\n", "a:\n  # left of b\n  b: 1\n");
	expect("a:\n   - b: 1\n     # of c\n     c: 2\n   # of the next\n   - d: 3\n",
	       "a:\n  - b: 1\n    # of c\n    c: 2\n  # of the next\n  - d: 3\n");
}

static void comments_at_the_end_of_a_collection_stay_within_it(void **state)
{
	(void)state;
	expect("a:\n    b:\n        c: 1\n        # of c\n    # of b\n# of all\n",
	       "a:\n  b:\n    c: 1\n    # of c\n  # of b\n# of all\n");
	expect("a:\n- b: 1\n  # in b\n# before c\nc: 2\n",
	       "a:\n  - b: 1\n    # in b\n# before c\nc: 2\n");
	expect("a:\n- b\n # deeper\nc: 2\n", "a:\n  - b\n  # deeper\nc: 2\n");
}

static void comments_behind_a_key_or_dash_without_a_value_stay_with_it(void **state)
{
	(void)state;
	expect("a:   # none\nb: 1\n", "a:   # none\nb: 1\n");
	expect("a:\n     # nothing yet\nb: 1\n", "a:\n  # nothing yet\nb: 1\n");
	expect("- # empty\n- b\n-\n   # here\n-\n", "-  # empty\n- b\n-\n  # here\n-\n");
	expect("a:\n   # why\n   text\n", "a:\n  # why\n  text\n");
	expect("a: # why\n      text\n", "a:  # why\n  text\n");
	expect("-   # of the mapping\n    b: 1\n", "-   # of the mapping\n  b: 1\n");
}

static void comments_behind_values_keep_their_column_and_neighbours_share_one(void **state)
{
	(void)state;
	expect("a: 1 # x\n", "a: 1  # x\n");
	expect("a: 1      # x\nbb: 22    # y\nc: 3\nd: 4 # z\n",
	       "a: 1      # x\nbb: 22    # y\nc: 3\nd: 4  # z\n");
	expect("a: 1 # x\nbbbbbb: 22 # y\n", "a: 1        # x\nbbbbbb: 22  # y\n");
	expect("a: 1 # x\n\nbbbbbb: 22 # y\n", "a: 1  # x\n\nbbbbbb: 22  # y\n");
	expect("a: 1    # x  \nb: '" LONG " on'   # y\n", "a: 1    # x\nb: " LONG " on  # y\n");
	expect("\xC3\xA4\xE2\x9C\x93: 1 # x\nbbb: 1  # y\n",
	       "\xC3\xA4\xE2\x9C\x93: 1   # x\nbbb: 1  # y\n");
}

static void a_comment_of_a_block_scalar_stays_in_its_head(void **state)
{
	(void)state;
	expect("a: |   # head\n   text\n   # text, too\n # comment\nb: 1\n",
	       "a: |  # head\n  text\n  # text, too\n# comment\nb: 1\n");
}

static void comments_within_brackets_stay_between_the_same_members(void **state)
{
	(void)state;
	expect("a: [ b, # of b\n  c # of c\n  ]\n", "a: [\n    b,  # of b\n    c   # of c\n  ]\n");
	expect("a: {\n# before\nb: 1,\n\n# of c\nc: 2\n# after\n}\n",
	       "a: {\n    # before\n    b: 1,\n\n    # of c\n    c: 2\n    # after\n  }\n");
	expect("[a # of a\n, b]\n", "[\n  a  # of a\n  , b\n]\n");
	expect("a: [ # empty\n]\n", "a: [  # empty\n  ]\n");
	expect("a: {b: # why\n  1}\n", "a: {\n    b:  # why\n      1\n  }\n");
}

/* ---- brackets and braces */

static void brackets_are_one_line_where_they_fit(void **state)
{
	(void)state;
	expect("a: [b,c ,\n d]\ne: { f : 1,g: 2 }\nh: [ ]\ni: {\n}\n",
	       "a: [b, c, d]\ne: {f: 1, g: 2}\nh: []\ni: {}\n");
	expect("a: {b: , c: }\n", "a: {b: , c: }\n");
	expect("a: [b: 1, {c: 2,}, [d,],]\n", "a: [b: 1, {c: 2,}, [d,],]\n");
}

static void brackets_on_several_lines_that_do_not_fit_have_a_line_for_each_member(void **state)
{
	(void)state;
	expect("a: {b: 1,\n c: " LONG "}\n", "a: {\n    b: 1,\n    c: " LONG "\n  }\n");
	expect("- {b: 1, c: [x,\n " LONG "]}\n",
	       "- {\n    b: 1,\n    c: [\n      x,\n      " LONG "\n    ]\n  }\n");
	expect("a:\n  bc: [" LONG "\n ]\n", "a:\n  bc: [" LONG "]\n");
	expect("a:\n  bcd: [" LONG "\n ]\n", "a:\n  bcd: [\n      " LONG "\n    ]\n");
}

static void long_brackets_on_one_line_stay_there_but_in_json(void **state)
{
	(void)state;
	expect("a: {b: 1,c: " LONG " and more}\n", "a: {b: 1, c: " LONG " and more}\n");
	expect("a: [\n{b: 1,c: " LONG " and more}]\n",
	       "a: [\n    {b: 1, c: " LONG " and more}\n  ]\n");
	expect("{\"a\":{\"b\":1,\"c\":\"" LONG "\"}}",
	       "{\n  \"a\": {\n    \"b\": 1,\n    \"c\": \"" LONG "\"\n  }\n}\n");
}

static void a_line_break_behind_a_bracket_is_its_writers_wish(void **state)
{
	(void)state;
	expect("a: [\n b, c]\n", "a: [\n    b,\n    c\n  ]\n");
	expect("{\n\"a\": [\n1,\n2], \"b\": {\"c\": 3}}\n",
	       "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {\"c\": 3}\n}\n");
}

static void json_keeps_its_quotes_and_stays_json(void **state)
{
	(void)state;
	expect("{\"a\":\"b\",\"c\":[\"d\",1,true,null,\"\\u00e9\\/\"]}",
	       "{\"a\": \"b\", \"c\": [\"d\", 1, true, null, \"\\u00e9\\/\"]}\n");
}

/* ---- texts */

static void quotes_go_where_no_reader_of_yaml_needs_them(void **state)
{
	(void)state;
	expect("'a': \"b c\"\n", "a: b c\n");
	expect("- 'It''s'\n- 'say \"x\"'\n- \"say \\\"x\\\"\"\n- ''\n",
	       "- It's\n- say \"x\"\n- say \"x\"\n- \"\"\n");
	expect("- 'a, b'\n- ['a, b', 'c']\n", "- a, b\n- [\"a, b\", c]\n");
	expect("- '- \"x\" \\*'\n- \"- \\\"x\\\" \\\\*\"\n", "- '- \"x\" \\*'\n- '- \"x\" \\*'\n");
}

static void quotes_stay_where_they_mean_something(void **state)
{
	(void)state;
	expect_kept(
		"- \"yes\"\n- \"~\"\n- \"1.10\"\n- \"2019-11-06\"\n- \"a: b\"\n- \"a #b\"\n- \" a\"\n- \"<<\"\n- \"...\"\n- \"... a\"\n");
	expect_kept("- \"\\u00e9\"\n- \"a\\tb\"\n- ! \"a\"\n- !!str \"b\"\n- !!str &c \"d\"\n");
	expect("- '1'\n- 'null'\n", "- \"1\"\n- \"null\"\n");
}

static void plain_texts_never_get_quotes(void **state)
{
	(void)state;
	expect_kept("a: yes\nb: 1.10\nc: 2019-11-06\nd: ~\ne: {f: a?b}\n");
}

static void texts_of_several_lines_keep_their_lines(void **state)
{
	(void)state;
	expect("a: plain text\n       that goes on\n\n   after a line\nb: 1\n",
	       "a: plain text\n  that goes on\n\n  after a line\nb: 1\n");
	expect("a: 'one   \n    two\n\n    # three'\n", "a: 'one\n  two\n\n  # three'\n");
	expect("a: \"one\\\n      two \\  \n three\"\n", "a: \"one\\\n  two \\ \n  three\"\n");
	expect("a:\n    one\n    two\n", "a:\n  one\n  two\n");
	expect("a: [b, 'c\n d']\n", "a: [\n    b,\n    'c\n      d'\n  ]\n");
}

static void block_scalars_keep_their_lines_and_what_they_are_indented(void **state)
{
	(void)state;
	expect("a: |\n      one\n        two\n\n      three  \nb: >-\n x\n\n\n\n\nc: 1\n",
	       "a: |\n  one\n    two\n\n  three  \nb: >-\n  x\n\nc: 1\n");
	expect("- - |2\n      two in\n     one in\n", "- - |2\n      two in\n     one in\n");
	expect("a:\n  - |2\n      two in\n    none\n", "a:\n  - |2\n      two in\n    none\n");
	expect("a:\n- |1\n  one in\n none\n", "a:\n  - |1\n    one in\n   none\n");
	expect("a: |\n\n\n     x\n", "a: |\n\n\n  x\n");
}

static void empty_lines_that_a_block_scalar_keeps_are_no_layout(void **state)
{
	(void)state;
	expect("a: |+\n    x\n\n\n\nb: 1\n", "a: |+\n  x\n\n\n\nb: 1\n");
	expect("a: |+\n\n\nproducts:\n- b: |+\n    x\n\n# c\n",
	       "a: |+\n\n\nproducts:\n  - b: |+\n      x\n\n# c\n");
	expect("a: |\n   x", "a: |\n  x");
	expect("a: |-\n   x", "a: |-\n  x\n");
	expect("a: |\n   x\n  ", "a: |\n  x\n");
}

/* ---- rare things of YAML */

static void anchors_tags_aliases_and_merge_keys_stay(void **state)
{
	(void)state;
	expect("a:   &a   !!map\n  b: &b 1\nc: {<<: *a , d: *b}\n*b : e\n",
	       "a: &a !!map\n  b: &b 1\nc: {<<: *a, d: *b}\n*b : e\n");
	expect("- &x\n  a: 1\n- &y\n  - 2\n- *x\n", "- &x\n  a: 1\n- &y\n  - 2\n- *x\n");
	expect("a: &t   |2-\n     x\n", "a: &t |2-\n     x\n");
	expect("&k a: &v\n      b\n", "&k a: &v b\n");
	expect("a: {&k b: 1, &l [c, d]: 2}\n", "a: {&k b: 1, &l [c, d]: 2}\n");
}

static void keys_with_question_marks_stay(void **state)
{
	(void)state;
	expect("?   a\n:   b\n? - c\n: - d\n   # of d\n? e\n",
	       "? a\n: b\n? - c\n: - d\n  # of d\n? e\n");
	expect("{? a : b, ? [c, d] : e, ? f}\n", "{? a: b, ? [c, d]: e, ? f}\n");
	expect("? |\n   key\n:   - v\n", "? |\n  key\n: - v\n");
	expect("[a, b]: c\n{d: e}: f\n", "[a, b]: c\n{d: e}: f\n");
}

static void document_marks_and_directives_have_their_lines(void **state)
{
	(void)state;
	expect("%YAML 1.1\n# c\n---    # d\n\na: 1\n...\n# e\n",
	       "%YAML 1.1\n# c\n---    # d\n\na: 1\n...\n# e\n");
	expect("--- {a: 1}\n", "---\n{a: 1}\n");
	expect("--- &a\nb: 1\n", "--- &a\nb: 1\n");
}

static void keys_that_stand_twice_are_kept_twice(void **state)
{
	(void)state;
	expect("a: 1\na:   2\n", "a: 1\na: 2\n");
}

static void a_file_of_nothing_or_of_comments_is_one(void **state)
{
	(void)state;
	expect("", "");
	expect("\n\n", "");
	expect("   # c\n\n\n#d", "# c\n\n#d\n");
}

static void characters_of_any_script_are_counted_as_one_column(void **state)
{
	(void)state;
	/* 100 code points of three bytes each fit, 101 do not */
	struct buf line = BUF_INIT;

	buf_put_text(&line, "a: [");
	for (int i = 0; i < 95; i++)
		buf_put_text(&line, "\xE8\xA1\xA8");
	buf_put_text(&line, "]\n");
	expect_kept(buf_text(&line));
	buf_clear(&line);
	buf_put_text(&line, "ab: [");
	for (int i = 0; i < 95; i++)
		buf_put_text(&line, "\xE8\xA1\xA8");
	buf_put_text(&line, "\n]\n");
	struct buf out = BUF_INIT;
	lay_out(&out, line.at, line.n);
	assert_int_equal(out.n, line.n + 7); /* a further line end, six spaces */
	buf_release(&out);
	buf_release(&line);
}

/* ---- refusals */

static void what_is_no_yaml_is_refused_with_its_place(void **state)
{
	(void)state;
	expect_refused("a: 1\nb: [\n", 3, "not closed");
	expect_refused("a: 1\nb: \"x\n", 3, "end of stream");
	expect_refused("a: 1\n]\n", 2, "closes nothing");
	expect_refused("]\n", 1, "closes nothing");
}

static void nesting_beyond_all_measure_is_refused(void **state)
{
	struct buf deep = BUF_INIT;

	(void)state;
	for (int i = 0; i < 2000; i++)
		buf_put_text(&deep, "[");
	expect_refused(buf_text(&deep), 1, "nested too deep");
	buf_clear(&deep);
	for (int i = 0; i < 2000; i++)
		buf_put_text(&deep, "- ");
	expect_refused(buf_text(&deep), 1, "nested too deep");
	buf_clear(&deep);
	for (int i = 0; i < 900; i++)
		buf_put_text(&deep, "[");
	for (int i = 0; i < 900; i++)
		buf_put_text(&deep, "]");
	buf_put_text(&deep, "\n");
	struct buf out = BUF_INIT;
	lay_out(&out, deep.at, deep.n);
	buf_release(&out);
	buf_release(&deep);
}

static void refused_memory_is_told_and_leaves_nothing(void **state)
{
	static const char text[] = "a: 'x' # c\nb: {c: [1, 2,\n # d\n 3]}\ne:\n- |\n  f\n- \"g\"\n";
	unsigned long nth;

	(void)state;
	for (nth = 1;; nth++) {
		struct buf out = BUF_INIT;
		struct fmt_problem problem;
		int status;

		until_refused = nth;
		has_refused = false;
		status = fmt_bytes(text, sizeof(text) - 1, &out, &problem);
		until_refused = 0;
		buf_release(&out);
		if (!has_refused)
			break;
		assert_int_equal(status, -1);
		assert_null(problem.text);
	}
	assert_true(nth > 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(members_stand_two_spaces_in_and_lists_below_their_key),
		cmocka_unit_test(a_value_goes_behind_its_key_unless_it_has_a_line_and_needs_it),
		cmocka_unit_test(one_empty_line_stays_and_none_at_either_end),
		cmocka_unit_test(sections_begin_behind_an_empty_line_and_comments_go_with_them),
		cmocka_unit_test(line_ends_are_those_of_the_first_line),
		cmocka_unit_test(a_byte_order_mark_stays),
		cmocka_unit_test(tabs_between_things_are_spaces_and_within_texts_stay),
		cmocka_unit_test(comments_stand_with_what_they_stood_before),
		cmocka_unit_test(comments_at_the_end_of_a_collection_stay_within_it),
		cmocka_unit_test(comments_behind_a_key_or_dash_without_a_value_stay_with_it),
		cmocka_unit_test(comments_behind_values_keep_their_column_and_neighbours_share_one),
		cmocka_unit_test(a_comment_of_a_block_scalar_stays_in_its_head),
		cmocka_unit_test(comments_within_brackets_stay_between_the_same_members),
		cmocka_unit_test(brackets_are_one_line_where_they_fit),
		cmocka_unit_test(
			brackets_on_several_lines_that_do_not_fit_have_a_line_for_each_member),
		cmocka_unit_test(long_brackets_on_one_line_stay_there_but_in_json),
		cmocka_unit_test(a_line_break_behind_a_bracket_is_its_writers_wish),
		cmocka_unit_test(json_keeps_its_quotes_and_stays_json),
		cmocka_unit_test(quotes_go_where_no_reader_of_yaml_needs_them),
		cmocka_unit_test(quotes_stay_where_they_mean_something),
		cmocka_unit_test(plain_texts_never_get_quotes),
		cmocka_unit_test(texts_of_several_lines_keep_their_lines),
		cmocka_unit_test(block_scalars_keep_their_lines_and_what_they_are_indented),
		cmocka_unit_test(empty_lines_that_a_block_scalar_keeps_are_no_layout),
		cmocka_unit_test(anchors_tags_aliases_and_merge_keys_stay),
		cmocka_unit_test(keys_with_question_marks_stay),
		cmocka_unit_test(document_marks_and_directives_have_their_lines),
		cmocka_unit_test(keys_that_stand_twice_are_kept_twice),
		cmocka_unit_test(a_file_of_nothing_or_of_comments_is_one),
		cmocka_unit_test(characters_of_any_script_are_counted_as_one_column),
		cmocka_unit_test(what_is_no_yaml_is_refused_with_its_place),
		cmocka_unit_test(nesting_beyond_all_measure_is_refused),
		cmocka_unit_test(refused_memory_is_told_and_leaves_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
