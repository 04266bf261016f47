/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
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

static void what_nobody_has_room_for_is_counted_each_time(void **state)
{
	struct diag diag;

	(void)state;
	diag_init(&diag, 1);

	diag_say(&diag, MR_WARNING, "f", "without a place");
	add(&diag, 1, 1, "same");
	add(&diag, 1, 1, "same");

	assert_int_equal(diag.n, 1);
	assert_int_equal(diag.n_left_out[MR_WARNING], 2);
	diag_release(&diag);
}

static void a_long_message_is_cut_before_a_character(void **state)
{
	struct buf text = BUF_INIT;
	struct diag diag;

	(void)state;
	diag_init(&diag, 0);
	buf_put_byte(&text, 'a');
	for (int i = 0; i < DIAG_TEXT_MAX; i++)
		buf_put_text(&text, "\xc3\xa4");

	add(&diag, 1, 1, buf_text(&text));

	assert_int_equal(strlen(diag.messages[0].text), DIAG_TEXT_MAX - 1 + 3);
	assert_memory_equal(diag.messages[0].text, buf_text(&text), DIAG_TEXT_MAX - 1);
	assert_string_equal(diag.messages[0].text + DIAG_TEXT_MAX - 1, "\xe2\x80\xa6");
	diag_release(&diag);
	buf_release(&text);
}

static void errors_of_a_file_from_a_place_on_are_dropped(void **state)
{
	static const struct diag_message cases[] = {
		{.severity = MR_ERROR, .place = {1, 9}, .file = "f", .text = "kept"},
		{.severity = MR_ERROR, .place = {2, 4}, .file = "f", .text = "kept"},
		{.severity = MR_ERROR, .place = {2, 5}, .file = "f", .text = "dropped"},
		{.severity = MR_ERROR, .place = {2, 6}, .file = "f", .text = "dropped"},
		{.severity = MR_ERROR, .place = {3, 1}, .file = "f", .text = "dropped"},
		{.severity = MR_ERROR, .place = {3, 1}, .file = "g", .text = "kept"},
		{.severity = MR_WARNING, .place = {3, 1}, .file = "f", .text = "kept"},
	};
	struct diag diag;

	(void)state;
	diag_init(&diag, 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		diag_add(&diag, &cases[i]);

	diag_drop_behind(&diag, "f", (struct place){2, 5});

	assert_int_equal(diag.n, 4);
	assert_int_equal(diag.n_errors, 3);
	for (size_t i = 0; i < diag.n; i++)
		assert_string_equal(diag.messages[i].text, "kept");
	diag_release(&diag);
}

static void a_rule_and_the_name_of_a_place_are_said(void **state)
{
	const struct diag_message message = {.severity = MR_WARNING,
					     .place = {3, PLACE_NAMED},
					     .file = "mesh.ods",
					     .place_name = "Sheet1!C7",
					     .rule = "status-text",
					     .text = "odd",
					     .suggestion = "no"};

	(void)state;

	assert_line(&message, false,
		    "mesh.ods:Sheet1!C7: warning: odd; did you mean 'no'? [status-text]\n");
}

/* More than are sorted in one run, and neither length is a power of two. */
static void many_messages_are_sorted_and_equals_stay(void **state)
{
	enum { N = 1000 };
	struct diag diag;
	char text[16];

	(void)state;
	diag_init(&diag, SIZE_MAX);

	for (uint32_t i = 0; i < N; i++) {
		snprintf(text, sizeof(text), "%u", (unsigned)i);
		add(&diag, i * 7919 % 97 + 1, 1, text);
	}
	diag_sort(&diag, 0);

	assert_int_equal(diag.n, N);
	for (size_t i = 1; i < N; i++) {
		const struct diag_message *a = &diag.messages[i - 1], *b = &diag.messages[i];

		assert_true(a->place.line < b->place.line ||
			    (a->place.line == b->place.line &&
			     strtoul(a->text, NULL, 10) < strtoul(b->text, NULL, 10)));
	}
	diag_release(&diag);
}

static bool refuse_even_lines(const void *judging, struct diag_message *message)
{
	message->severity = *(const enum mr_severity *)judging;
	return message->place.line % 2 != 0;
}

static void how_it_ended_is_said_behind_any_number_of_errors(void **state)
{
	const struct diag_message verdict = {
		.severity = MR_ERROR, .text = "it crashed", .is_verdict = true};
	struct diag diag, other;
	(void)state;
	diag_init(&diag, 2);
	diag_init(&other, 2);
	for (int i = 0; i < 5; i++) {
		diag_say(&diag, MR_ERROR, NULL, "one of many: %d", i);
		diag_say(&other, MR_ERROR, NULL, "another of many: %d", i);
	}

	diag_add(&diag, &verdict);
	diag_move(&other, &diag, MR_ERROR);

	assert_string_equal(other.messages[other.n - 1].text, "it crashed");
	assert_int_equal(other.n, 3);
	assert_int_equal(other.n_errors, 11);
	diag_release(&diag);
	diag_release(&other);
}

static void a_judge_decides_before_the_budget_does(void **state)
{
	const enum mr_severity severity = MR_ERROR;
	struct diag diag;

	(void)state;
	diag_init(&diag, 1);
	diag.judge = refuse_even_lines;
	diag.judging = &severity;

	add(&diag, 2, 1, "dropped");
	add(&diag, 3, 1, "kept");

	assert_int_equal(diag.n, 1);
	assert_string_equal(diag.messages[0].text, "kept");
	assert_int_equal(diag.n_errors, 1);
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

static void errors_behind_a_place_are_forgotten_and_no_others(void **state)
{
	static const struct diag_message messages[] = {
		{.severity = MR_ERROR, .file = "a", .place = {2, 9}, .text = "before"},
		{.severity = MR_ERROR, .file = "a", .place = {3, 1}, .text = "at"},
		{.severity = MR_WARNING, .file = "a", .place = {4, 1}, .text = "warning"},
		{.severity = MR_ERROR, .file = "b", .place = {4, 1}, .text = "another file's"},
		{.severity = MR_ERROR, .file = "a", .place = {4, 1}, .text = "behind"},
	};
	struct diag diag;
	(void)state;

	diag_init(&diag, 0);
	for (size_t i = 0; i < sizeof(messages) / sizeof(*messages); i++)
		diag_add(&diag, &messages[i]);

	diag_drop_behind(&diag, "a", (struct place){3, 1});

	assert_int_equal(diag.n, 3);
	assert_int_equal(diag.n_errors, 2);
	assert_int_equal(diag.n_kept[MR_ERROR], 2);
	assert_string_equal(diag.messages[0].text, "before");
	assert_string_equal(diag.messages[1].text, "warning");
	assert_string_equal(diag.messages[2].text, "another file's");
	diag_release(&diag);
}

static void what_is_written_in_little_room_ends_between_characters(void **state)
{
	char out[8];
	(void)state;

	diag_write(out, sizeof(out), "%s", "1234567");
	assert_string_equal(out, "1234567");
	diag_write(out, sizeof(out), "%s", "12345678");
	assert_string_equal(out, "1234567");
	diag_write(out, sizeof(out), "%s", "123456\xc3\xa4");
	assert_string_equal(out, "123456");
	diag_write(out, sizeof(out), "%s", "1234\xf0\x9f\x98\x80x");
	assert_string_equal(out, "1234");
	/* what is no UTF-8 is cut at the room */
	diag_write(out, sizeof(out), "%s", "\xa4\xa4\xa4\xa4\xa4\xa4\xa4\xa4");
	assert_int_equal(strlen(out), 7);
}

static void a_severity_that_is_none_is_an_error(void **state)
{
	struct diag_message message = {.severity = (enum mr_severity)9, .text = "x", .file = ""};
	struct diag diag;
	(void)state;

	diag_init(&diag, 0);
	diag_add(&diag, &message);
	assert_int_equal(diag.n_errors, 1);
	assert_int_equal(diag.messages[0].severity, MR_ERROR);
	diag_release(&diag);
	assert_line(&message, false, "meshreport: error: x\n");
	assert_string_equal(diag_severity_word((enum mr_severity)9), "error");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_message_names_place_path_hint_and_the_nearest_word),
		cmocka_unit_test(nothing_of_the_data_steers_the_terminal),
		cmocka_unit_test(messages_beyond_the_maximum_are_counted_and_said),
		cmocka_unit_test(sorting_is_by_place_and_keeps_what_came_before),
		cmocka_unit_test(the_same_message_at_the_same_place_is_said_once),
		cmocka_unit_test(what_nobody_has_room_for_is_counted_each_time),
		cmocka_unit_test(a_long_message_is_cut_before_a_character),
		cmocka_unit_test(errors_of_a_file_from_a_place_on_are_dropped),
		cmocka_unit_test(a_rule_and_the_name_of_a_place_are_said),
		cmocka_unit_test(many_messages_are_sorted_and_equals_stay),
		cmocka_unit_test(how_it_ended_is_said_behind_any_number_of_errors),
		cmocka_unit_test(a_judge_decides_before_the_budget_does),
		cmocka_unit_test(long_words_are_cut_between_characters),
		cmocka_unit_test(errors_behind_a_place_are_forgotten_and_no_others),
		cmocka_unit_test(what_is_written_in_little_room_ends_between_characters),
		cmocka_unit_test(a_severity_that_is_none_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
