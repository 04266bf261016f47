/* SPDX-License-Identifier: MIT */
/* What a message looks at in the bytes of a file: its kind, line ends, comments, spaces, and what is no longer at hand. */
#include "told.h"

#include <stdio.h>

#define LINES_60                                                                                     \
	"a\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\n" \
	"a\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\na\n"

#define IS_A_TEXT "1:1: error: this is a text and no dataset"

static void a_kind_is_known_by_its_first_lines_whatever_blanks_and_line_ends_they_have(void **state)
{
	static const struct told cases[] = {
		{"Feature,A,B\r\nOne,yes,no\r\n", "a table with commas or the like (CSV)"},
		{"\r\n \t \n  <html>\n", "an HTML page"},
		{"[section] \t\nx = 1\n", "a TOML or INI file"},
		{"[section]\n# of x\nx = 1\n", "a TOML or INI file"},
		{"x = 1\n# of y\ny = 2\n", "a TOML or INI file"},
		{"<svg>\n</svg>\n", "an SVG picture"},
		{"<!ELEMENT a>\n", "an XML document"},
		{"<a>\n</a>\n", "an XML document"},
		{"x = 1\n" LINES_60 "| a |\n|---|\n", IS_A_TEXT},
	};
	(void)state;

	TELL(cases);
}

static void what_is_only_near_to_a_kind_is_not_called_by_it(void **state)
{
	static const struct told cases[] = {
		{"<a> is no XML\n", IS_A_TEXT},
		{"a,b\nc\n", IS_A_TEXT},
		{"a b = 1\nc d = 2\n", IS_A_TEXT},
		{"a | b\n-----\n", IS_A_TEXT},
		{"a\n--|--\n", IS_A_TEXT},
		{"a | b\n| - |\n", IS_A_TEXT},
		{"[a, b]\nx = 1\n", "1:1: error: this is a list and no dataset"},
		{"[section\nx = 1\n", "1:1: error: this is a list and no dataset"},
		{"x = 1\n# y = 2\n", IS_A_TEXT},
		{"{\"a\": 1\n{\"a\": 2}\n", "1:1: error: the '{' that opens here is not closed"},
		{"x-a: |\n  | F | A |\n  |---|---|\n  | x | no |\nx-b: 1\nx-c: [a\n",
		 "6:6: error: the '[' that opens here is not closed"},
		{"@a\n", "1:1: error: a text cannot begin with '@'"},
		{"x-a: \"b", "1:6: error: the quote that opens here is never closed"},
		{"  \t\n", "1:3: error: this line is indented with a tab"},
	};
	(void)state;

	TELL(cases);
}

static void json_lines_are_lines_of_json(void **state)
{
	static const struct told cases[] = {
		{"{\"meshreport\": 1, \"title\": \"T\", \"products\": [{\"id\": \"a\"}]}\n{\"b\": 1}\n",
		 "1:1: error: this is a file of JSON Lines and no dataset"},
		{"{\"meshreport\": 1, \"title\": \"T\", \"products\": [{\"id\": \"a\", \"name\": \"A\"}], "
		 "\"categories\": [{\"id\": \"g\", \"features\": [{\"id\": \"f\", \"name\": \"F\"}]}]}\n"
		 "x\n",
		 "2:1: error: something stands behind the end of the document; a file is one dataset"},
	};
	(void)state;

	TELL(cases);
}

static void each_line_end_of_yaml_ends_a_line(void **state)
{
	static const struct told cases[] = {
		{"x-a: 1\r\n\tx-b: 2\r\n", "2:1: error: this line is indented with a tab"},
		{"x-a: 1\r\tx-b: 2\r", "2:1: error: this line is indented with a tab"},
		{"x-a: 1\xc2\x85\tx-b: 2\n", "2:1: error: this line is indented with a tab"},
		{"x-a: 1\xe2\x80\xa8\xe2\x80\xa9title:T\nx-b: 1\n",
		 "3:1: error: 'title:' is no key: its colon has no space behind it"},
		{"x-a: 1\xe2\x80\xa9@", "2:1: error: a text cannot begin with '@'"},
		{"x-a: 1\nb\xe2\x80\xa9",
		 "2:1: error: this line is neither a key with a colon nor part of a text"},
		{"x-a: 1\r\nb\xc2\x85",
		 "2:1: error: this line is neither a key with a colon nor part of a text"},
		{"x-a: 1\rb", "2:1: error: this line is neither a key with a colon nor part of"},
		{"# a\r# b\r\n# c\xe2\x80\xa9\xff", "4:1: error: the byte 0xFF is not UTF-8"},
	};
	(void)state;

	TELL(cases);
}

static void a_space_of_any_script_in_place_of_a_plain_one_is_named(void **state)
{
	static const char *const spaces[] = {"\xe2\x80\x80", "\xe2\x80\x8b", "\xe2\x80\xaf",
					     "\xe2\x81\x9f", "\xe2\x81\xa0", "\xef\xbb\xbf"};
	static const char *const names[] = {"U+2000", "U+200B", "U+202F",
					    "U+205F", "U+2060", "U+FEFF"};
	(void)state;

	for (size_t i = 0; i < sizeof(spaces) / sizeof(*spaces); i++) {
		char yaml[80], says[160];

		snprintf(yaml, sizeof(yaml), "x-a:\n  x: 1\n  %sy: z: 1\n", spaces[i]);
		snprintf(says, sizeof(says),
			 "3:3: error: this line is indented with %s, which only looks like",
			 names[i]);
		tell(&(struct told){yaml, says}, 1);
	}
	tell(&(struct told){"x-a:\n  x: 1\n  \xe1\xbf\xbfy: z: 1\n",
			    "3:8: error: a second ': ' in a line"},
	     1);
}

static void a_conflict_of_a_merge_may_begin_before_what_is_kept(void **state)
{
	static const struct told cases[] = {
		{"x-a: 1\nb\n>>>>>>> theirs\n", "3:1: error: a conflict of a merge stands here"},
	};
	(void)state;

	TELL(cases);
}

static void comments_of_javascript_are_found_outside_of_quotes_alone(void **state)
{
	static const struct told cases[] = {
		{"{\"x-a\": \"\\\" // \", /* c */ 1 ]\n",
		 "1:19: error: '/*' begins no comment here"},
		{"{\n/* c */ \"x-a\" ]\n", "2:1: error: '/*' begins no comment here"},
		{"{\"x-a\": 1,// c\n ]\n", "1:11: error: '//' begins no comment here"},
		{"{\"x-a\": 1 / 2 \\ /3 a//b ]\n",
		 "did not find expected ',' or '}'; within brackets and braces"},
		{"\n{\"x-a\": 1, // c\n ]\n", "2:1: error: the '{' that opens here is not closed"},
		{"{\n", "2:1: error: did not find expected node content"},
	};
	(void)state;

	TELL(cases);
}

static void a_key_that_is_none_is_told_by_its_first_60_bytes(void **state)
{
#define KEY_60 "a.23456789_123456789-123456789o123456789o123456789o123456789"
	static const struct told cases[] = {
		{"x-a: 1\n" KEY_60 "o:v\nx-b: 1\n", "2:1: error: '" KEY_60 ":' is no key"},
		{"x-a: 1\n'quoted'\nx-b: 1\n",
		 "2:1: error: this line is neither a key with a colon nor part of a text"},
		{"x-a: 1\nwords alone\nx-b: 1\n",
		 "2:1: error: this line is neither a key with a colon nor part of a text"},
	};
	(void)state;

	TELL(cases);
}

static void what_follows_a_text_in_quotes_is_told_with_the_way_to_write_the_quote(void **state)
{
	static const struct told cases[] = {
		{"x-a: 'it's'\n",
		 "1:10: error: the text in quotes ends here, and something follows; "
		 "a ' within '...' is written twice"},
		{"x-a: \"it\"s\"\n",
		 "1:10: error: the text in quotes ends here, and something follows; "
		 "a \" within \"...\" is written \\\""},
		{"x-a: 1\n, c: 2\n",
		 "2:1: error: did not find expected key, while parsing a block mapping that begins "
		 "in line 1; is this line indented"},
		{"x-a: 'b'   c\n", "1:12: error: did not find expected key, while parsing a block "
				   "mapping; is this line indented as those before it"},
		{"x-a: 'b': c\n", "1:9: error: a second ': ' in a line"},
		{"x-a: 1\n'x-b': 'c': d\n", "2:11: error: a second ': ' in a line"},
		{"x-a: 1\n\"x-b\": \"c\": d\n", "2:11: error: a second ': ' in a line"},
	};
	(void)state;

	TELL(cases);
}

/* A file of which `before` is written `n` times and `last` once. */
static void tell_behind(const char *before, size_t n, const char *last, const char *says)
{
	struct buf yaml = BUF_INIT;

	for (size_t i = 0; i < n; i++)
		buf_put_text(&yaml, before);
	buf_put_text(&yaml, last);
	tell(&(struct told){buf_text(&yaml), says}, 1);
	buf_release(&yaml);
}

/* 300 kB of comments, where 128 kB before the error are kept at least. */
static void a_mistake_far_behind_the_head_of_a_file_is_told_like_any_other(void **state)
{
	static const struct told cases[] = {
		{"x-a: @b\n", "10001:6: error: a text cannot begin with '@'"},
		{"x-a:\n  - id: a\n      name: b\n",
		 "10003:7: error: this line is indented more than its neighbours"},
		{"x-a: b\nc", "10002:1: error: this line is neither a key with a colon"},
		{"x-a: 1\n  \xc2\xa0y: z: 1\n",
		 "10002:3: error: this line is indented with U+00A0"},
		{"{\"x-a\": 1, // c\n ]\n",
		 "10001:1: error: the '{' that opens here is not closed"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		tell_behind("# a comment of thirty-one bytes\n", 10000, cases[i].yaml,
			    cases[i].says);
}

/* Where the head of a line is no longer at hand no byte of it is named. */
static void a_line_longer_than_what_is_kept_is_told_of_by_libyamls_words(void **state)
{
	static const struct {
		const char *head, *last, *says;
	} cases[] = {
		{"{\"x-a\": \"", "\", \"x-b\": @c}\n",
		 "error: found character that cannot start any token"},
		{"{\"x-a\": \"", "\", \"x-b\": // c\n ]\n",
		 "1:1: error: the '{' that opens here is not closed"},
		{"x-a: ", " b: c\n", "1:150009: error: a second ': ' in a line"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf yaml = BUF_INIT;

		buf_put_text(&yaml, cases[i].head);
		for (int n = 0; n < 150001; n++)
			buf_put_text(&yaml, "\xc3\xa9");
		buf_put_text(&yaml, cases[i].last);
		tell(&(struct told){buf_text(&yaml), cases[i].says}, 1);
		buf_release(&yaml);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_kind_is_known_by_its_first_lines_whatever_blanks_and_line_ends_they_have),
		cmocka_unit_test(what_is_only_near_to_a_kind_is_not_called_by_it),
		cmocka_unit_test(json_lines_are_lines_of_json),
		cmocka_unit_test(each_line_end_of_yaml_ends_a_line),
		cmocka_unit_test(a_space_of_any_script_in_place_of_a_plain_one_is_named),
		cmocka_unit_test(a_conflict_of_a_merge_may_begin_before_what_is_kept),
		cmocka_unit_test(comments_of_javascript_are_found_outside_of_quotes_alone),
		cmocka_unit_test(a_key_that_is_none_is_told_by_its_first_60_bytes),
		cmocka_unit_test(
			what_follows_a_text_in_quotes_is_told_with_the_way_to_write_the_quote),
		cmocka_unit_test(a_mistake_far_behind_the_head_of_a_file_is_told_like_any_other),
		cmocka_unit_test(a_line_longer_than_what_is_kept_is_told_of_by_libyamls_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
