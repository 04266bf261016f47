/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

static void assert_line(const struct diag_message *message, bool colour, const char *expected)
{
	struct buf out = BUF_INIT;

	diag_format(&out, message, colour);
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
}

static void a_message_names_place_path_hint_and_the_nearest_word(void **state)
{
	const struct diag_message message = {.severity = MR_ERROR,
					     .place = {12, 9},
					     .file = "mesh.yaml",
					     .text = "unknown product 'isto'",
					     .path = "categories[1].features[0].values.isto",
					     .suggestion = "istio",
					     .hint = "half a sentence"};
	const struct diag_message bare = {.severity = MR_NOTE, .text = "no place"};

	(void)state;

	assert_line(
		&message, false,
		"mesh.yaml:12:9: error: unknown product 'isto' "
		"(categories[1].features[0].values.isto); half a sentence; did you mean 'istio'?\n");
	assert_line(&bare, false, "meshreport: note: no place\n");
	assert_line(&bare, true, "\033[1mmeshreport:\033[0m \033[1;36mnote:\033[0m no place\n");
}

static void nothing_of_the_data_steers_the_terminal(void **state)
{
	const struct diag_message message = {.severity = MR_WARNING,
					     .file = "a\033]0;x\007.yaml",
					     .text = "got \033[2J\r\n\t\xff\xe2\x80\xae\xc2\x9b ok",
					     .suggestion = "\033c"};

	(void)state;

	assert_line(
		&message, false,
		"a\\x1b]0;x\\x07.yaml: warning: got \\x1b[2J\\x0d\\n\\t\\xff<U+202E><U+009B> ok; "
		"did you mean '\\x1bc'?\n");
}

static void messages_beyond_the_maximum_are_counted_and_said(void **state)
{
	struct buf out = BUF_INIT;
	struct diag diag;
	int i;

	(void)state;
	diag_init(&diag, 2);

	for (i = 0; i < 5; i++)
		diag_say(&diag, MR_ERROR, "f", "message %d", i);
	diag_print(&diag, &out, false, false);

	assert_int_equal(diag.n, 2);
	assert_int_equal(diag.n_errors, 5);
	assert_string_equal(buf_text(&out),
			    "f: error: message 0\nf: error: message 1\n"
			    "meshreport: note: 3 more errors are not shown (the limit is 2)\n");
	buf_release(&out);
	diag_release(&diag);
}

static void add(struct diag *diag, uint32_t line, uint32_t column, const char *text)
{
	struct diag_message message = {
		.severity = MR_WARNING, .place = {line, column}, .file = "f", .text = text};

	diag_add(diag, &message);
}

static void sorting_is_by_place_and_keeps_what_came_before(void **state)
{
	struct diag diag;

	(void)state;
	diag_init(&diag, 0);

	add(&diag, 99, 1, "first");
	add(&diag, 7, 2, "e");
	add(&diag, 3, 9, "c");
	add(&diag, 7, 1, "d");
	add(&diag, 3, 9, "also c");
	diag_sort(&diag, 1);

	assert_string_equal(diag.messages[0].text, "first");
	assert_string_equal(diag.messages[1].text, "c");
	assert_string_equal(diag.messages[2].text, "also c");
	assert_string_equal(diag.messages[3].text, "d");
	assert_string_equal(diag.messages[4].text, "e");
	assert_int_equal(diag.n_kept[MR_WARNING], 5);
	assert_false(diag_has_errors(&diag));
	diag_release(&diag);
}

static void the_same_message_at_the_same_place_is_said_once(void **state)
{
	struct diag diag;

	(void)state;
	diag_init(&diag, 0);

	add(&diag, 1, 1, "same");
	add(&diag, 1, 1, "same");
	add(&diag, 1, 2, "same");

	assert_int_equal(diag.n, 2);
	diag_release(&diag);
}

static void long_words_are_cut_between_characters(void **state)
{
	char out[DIAG_WORD], exact[DIAG_WORD], lengthy[4 * DIAG_WORD];
	size_t i;

	(void)state;
	for (i = 0; i + 2 < sizeof(lengthy); i += 2)
		memcpy(lengthy + i, "\xc3\xa6", 3);
	memset(exact, 'a', sizeof(exact));
	exact[DIAG_WORD - 1] = '\0';

	diag_word(out, lengthy);
	assert_int_equal(strlen(out), 68 + 3);
	assert_string_equal(out + 68, "\xe2\x80\xa6");
	assert_string_equal(diag_word(out, exact), exact);
	assert_string_equal(diag_word(out, "short"), "short");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_message_names_place_path_hint_and_the_nearest_word),
		cmocka_unit_test(nothing_of_the_data_steers_the_terminal),
		cmocka_unit_test(messages_beyond_the_maximum_are_counted_and_said),
		cmocka_unit_test(sorting_is_by_place_and_keeps_what_came_before),
		cmocka_unit_test(the_same_message_at_the_same_place_is_said_once),
		cmocka_unit_test(long_words_are_cut_between_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
