/* SPDX-License-Identifier: MIT */
/* Words set into lines of a terminal: clusters, widths, breaks. */
#include "text/text_flow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "text/text_escape.h"

static int enter(void **state)
{
	struct text_flow *flow = calloc(1, sizeof(*flow));

	text_flow_init(flow);
	*state = flow;
	return 0;
}

static int leave(void **state)
{
	text_flow_release(*state);
	free(*state);
	return 0;
}

static void set(struct text_flow *flow, const char *text)
{
	text_flow_clear(flow);
	text_flow_string(flow, text, TEXT_PLAIN, TEXT_LOOSE);
	text_flow_close(flow);
	assert_false(flow->failed);
}

/* The lines, each ended by '|'. */
static const char *lines(const struct text_flow *flow, uint32_t width, char *out)
{
	struct text_line line;
	size_t n = 0;

	for (size_t at = 0; text_flow_next(flow, &at, width, &line);) {
		for (size_t i = line.from; i < line.to; i++) {
			const struct text_unit *unit = &flow->units[i];

			if (unit->flags & TEXT_HYPHEN)
				continue;
			memcpy(out + n, flow->bytes.at + unit->at, unit->n);
			n += unit->n;
		}
		if (line.has_hyphen)
			out[n++] = '-';
		out[n++] = '|';
	}
	out[n] = '\0';
	return out;
}

static void a_line_ends_at_the_last_place_that_fits(void **state)
{
	struct text_flow *flow = *state;
	char out[200];

	set(flow, "yes (Round Robin, Random)");

	assert_string_equal(lines(flow, 25, out), "yes (Round Robin, Random)|");
	assert_string_equal(lines(flow, 24, out), "yes (Round Robin,|Random)|");
	assert_string_equal(lines(flow, 10, out), "yes (Round|Robin,|Random)|");
	set(flow, "pre-configured a/b");
	assert_string_equal(lines(flow, 5, out), "pre-|confi|gured|a/b|");
}

static void what_has_no_place_to_break_is_broken_between_clusters(void **state)
{
	struct text_flow *flow = *state;
	char out[200];

	set(flow, "e\u0301e\u0301e\u0301x");

	assert_string_equal(lines(flow, 2, out), "e\u0301e\u0301|e\u0301x|");
	set(flow, "日本語");
	assert_string_equal(lines(flow, 5, out), "日本|語|");
}

static void a_cluster_wider_than_the_line_stands_alone(void **state)
{
	struct text_flow *flow = *state;
	struct text_line line;
	size_t at = 0;
	char out[200];

	set(flow, "a🚀b");

	assert_string_equal(lines(flow, 1, out), "a|🚀|b|");
	assert_true(text_flow_next(flow, &at, 1, &line));
	assert_true(text_flow_next(flow, &at, 1, &line));
	assert_int_equal(line.width, 2);
}

static void blanks_at_a_break_are_left_out_and_others_kept(void **state)
{
	struct text_flow *flow = *state;
	char out[200];

	set(flow, "one   two  three");

	assert_string_equal(lines(flow, 3, out), "one|two|thr|ee|");
	assert_string_equal(lines(flow, 8, out), "one|two|three|");
	assert_string_equal(lines(flow, 9, out), "one   two|three|");
}

static void a_break_of_the_text_ends_a_line_and_begins_no_other_at_its_end(void **state)
{
	struct text_flow *flow = *state;
	char out[200];

	set(flow, "one\n\ntwo\n");

	assert_string_equal(lines(flow, 10, out), "one||two|");
	set(flow, "");
	assert_string_equal(lines(flow, 10, out), "");
}

static void a_soft_hyphen_is_shown_where_a_line_breaks_and_has_room_there(void **state)
{
	struct text_flow *flow = *state;
	char out[200];

	set(flow, "auto\u00admatic");

	assert_int_equal(text_flow_extent(flow).natural, 9);
	assert_int_equal(text_flow_extent(flow).longest, 5);
	assert_string_equal(lines(flow, 9, out), "automatic|");
	assert_string_equal(lines(flow, 8, out), "auto-|matic|");
	assert_string_equal(lines(flow, 4, out), "auto|mati|c|");
}

static void words_with_signs_in_them_are_one(void **state)
{
	struct text_flow *flow = *state;
	char out[200];

	set(flow, "node.js 1,2 C++ x --option -x a-b e.g.");

	assert_string_equal(lines(flow, 8, out), "node.js|1,2 C++|x|--option|-x a-b|e.g.|");
	assert_int_equal(text_flow_extent(flow).longest, 8);
	set(flow, "https://example.org/a");
	assert_int_equal(text_flow_extent(flow).longest, 12);
	set(flow, "1,日");
	assert_int_equal(text_flow_extent(flow).longest, 2);
}

static void glued_pieces_are_not_torn(void **state)
{
	struct text_flow *flow = *state;
	char out[200];

	text_flow_string(flow, "is ", TEXT_PLAIN, TEXT_LOOSE);
	text_flow_string(flow, "✓", TEXT_PLAIN, TEXT_LOOSE);
	text_flow_string(flow, " ", TEXT_PLAIN, TEXT_GLUED);
	text_flow_string(flow, "yes", TEXT_PLAIN, TEXT_GLUED);
	text_flow_string(flow, " now", TEXT_PLAIN, TEXT_LOOSE);
	text_flow_close(flow);

	assert_string_equal(lines(flow, 5, out), "is|✓ yes|now|");
	assert_int_equal(text_flow_extent(flow).longest, 5);
	text_flow_clear(flow);
	text_flow_string(flow, "a ", TEXT_PLAIN, TEXT_LOOSE);
	text_flow_string(flow, "b c", TEXT_PLAIN, TEXT_SOLID);
	text_flow_close(flow);
	assert_int_equal(text_flow_extent(flow).longest, 5);
}

static void clusters_have_the_width_that_terminals_give_them(void **state)
{
	static const struct {
		const char *text;
		uint32_t width;
	} known[] = {
		{"abc", 3},
		{"é", 1},
		{"e\u0301", 1},
		{"日本", 4},
		{"한국", 4},
		{"ﬁ", 1},
		{"✓ ◐ ✗ –", 7},
		{"✅", 2},
		{"\u2764\ufe0f", 2},
		{"1\ufe0f\u20e3", 2},
		{"👨‍👩‍👧‍👦", 2},
		{"👍🏽", 2},
		{"🇩🇪🇫🇷", 4},
		{"\u200b", 0},
		{"שלום", 4},
		{"ｶﾞ", 2},
	};
	struct text_flow *flow = *state;

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
		set(flow, known[i].text);
		if (text_flow_extent(flow).natural != known[i].width)
			print_error("%s\n", known[i].text);
		assert_int_equal(text_flow_extent(flow).natural, known[i].width);
	}
}

/* ---- what holds for all texts */

static uint32_t random_state = 1;

/* Numerical Recipes' generator: the same texts on every machine. */
static uint32_t random_below(uint32_t n)
{
	random_state = random_state * 1664525u + 1013904223u;
	return (random_state >> 8) % n;
}

static void any_text(char *out, size_t n_pieces)
{
	static const char *const pieces[] = {
		"a",
		"bc",
		" ",
		" ",
		"-",
		"(",
		")",
		",",
		"/",
		"\n",
		"\u00ad",
		"é",
		"e\u0301",
		"日",
		"。",
		"🚀",
		"👨‍👩‍👧",
		"🇩🇪",
		"🇫",
		"ש",
		"سلام",
		"\u200b",
		"\u2069",
		"\u202e",
		"\u00a0",
		"1",
		".",
		"\u0301",
		"\u2068",
		"क्षि",
		"한",
		"\u200d",
	};

	*out = '\0';
	for (size_t i = 0; i < n_pieces; i++)
		strcat(out, pieces[random_below(sizeof(pieces) / sizeof(*pieces))]);
}

static void no_line_is_too_long_and_nothing_is_lost_but_blanks(void **state)
{
	struct text_flow *flow = *state;
	char text[1000];

	for (int round = 0; round < 4000; round++) {
		uint32_t width = 1 + random_below(12);
		struct text_extent extent;
		struct text_line line;
		size_t next = 0; /* the unit that is to come */

		any_text(text, 1 + random_below(30));
		set(flow, text);
		extent = text_flow_extent(flow);
		for (size_t at = 0; text_flow_next(flow, &at, width, &line);) {
			uint32_t sum = line.has_hyphen;

			for (; next < line.from; next++)
				assert_true(flow->units[next].flags & (TEXT_BLANK | TEXT_NEWLINE));
			for (next = line.from; next < line.to; next++)
				sum += flow->units[next].width;
			assert_int_equal(line.width, sum);
			assert_true(sum <= width || line.to == line.from + 1);
			assert_true(sum <= extent.natural || line.has_hyphen);
			if (width >= extent.natural)
				assert_false(line.has_hyphen);
		}
		for (; next < flow->n_units; next++)
			assert_true(flow->units[next].flags & (TEXT_BLANK | TEXT_NEWLINE));
	}
}

static void a_width_of_the_longest_piece_breaks_no_piece(void **state)
{
	struct text_flow *flow = *state;
	char text[1000];

	for (int round = 0; round < 4000; round++) {
		struct text_line line;
		uint32_t width;

		any_text(text, 1 + random_below(30));
		set(flow, text);
		width = text_flow_extent(flow).longest;
		for (size_t at = 0; text_flow_next(flow, &at, width > 0 ? width : 1, &line);) {
			/* what begins a line may begin one, or stands behind a break of the text */
			if (line.from == 0 || line.from == flow->n_units)
				continue;
			assert_true(flow->units[line.from].flags &
					    (TEXT_MAY_BREAK | TEXT_NEWLINE) ||
				    flow->units[line.from - 1].flags & TEXT_NEWLINE);
		}
	}
}

#define WITH_FLOW(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_FLOW(a_line_ends_at_the_last_place_that_fits),
		WITH_FLOW(what_has_no_place_to_break_is_broken_between_clusters),
		WITH_FLOW(a_cluster_wider_than_the_line_stands_alone),
		WITH_FLOW(blanks_at_a_break_are_left_out_and_others_kept),
		WITH_FLOW(a_break_of_the_text_ends_a_line_and_begins_no_other_at_its_end),
		WITH_FLOW(a_soft_hyphen_is_shown_where_a_line_breaks_and_has_room_there),
		WITH_FLOW(words_with_signs_in_them_are_one),
		WITH_FLOW(glued_pieces_are_not_torn),
		WITH_FLOW(clusters_have_the_width_that_terminals_give_them),
		WITH_FLOW(no_line_is_too_long_and_nothing_is_lost_but_blanks),
		WITH_FLOW(a_width_of_the_longest_piece_breaks_no_piece),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
