/* SPDX-License-Identifier: MIT */
/* No data steer the terminal, and none leave their direction behind. */
#include "text/text_escape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "text/text_pen.h"

static int enter(void **state)
{
	static struct out out;

	out_to_memory(&out, 0);
	*state = &out;
	return 0;
}

static int leave(void **state)
{
	out_release(*state);
	return 0;
}

static void controls_become_visible_and_nothing_else_changes(void **state)
{
	struct out *out = *state;
	static const char data[] = "a\033[31m\007\tb\x7f\xC2\x9B\xC2\xA0\xE2\x80\xA8"
				   "c\xE2\x80\xA9é✓😀\n";

	text_escape_data(out, data, sizeof(data) - 1);

	assert_string_equal(out_at(out), "a␛[31m␇ b␡\xEF\xBF\xBD\xC2\xA0\nc\né✓😀\n");
}

static void no_two_bytes_make_a_control(void **state)
{
	struct out *out = *state;

	for (unsigned a = 1; a < 256; a++) {
		for (unsigned b = 1; b < 256; b++) {
			const char data[] = {(char)a, (char)b, 'x', '\0'};
			const char *at;

			out_clear(out);
			text_escape_data(out, data, 3);
			for (at = out_at(out); *at; at++) {
				unsigned char byte = (unsigned char)*at;

				assert_true(byte >= 0x20 || byte == '\n');
				assert_true(byte != 0x7f);
			}
		}
	}
}

static void a_link_holds_nothing_but_printable_ascii(void **state)
{
	struct out *out = *state;

	text_escape_link(out, "https://e.org/ä b\033\\;c", 3);

	assert_string_equal(out_at(out), "\033]8;id=3;https://e.org/%C3%A4%20b%1B\\;c\033\\");
	assert_true(text_escape_can_link("mailto:a@b.c"));
	assert_true(text_escape_can_link("http://e.org"));
	assert_true(text_escape_can_link("https://e.org"));
	assert_false(text_escape_can_link("httpx://e.org"));
	assert_false(text_escape_can_link("#here"));
	assert_false(text_escape_can_link("javascript:x"));
}

/* The line of a text of its own, as the pen writes it. */
static const char *line_of(struct out *out, const char *text)
{
	struct text_flow flow;
	struct text_line line;
	struct text_pen pen;
	size_t at = 0;

	out_clear(out);
	text_flow_init(&flow);
	text_pen_init(&pen, out, NULL, false);
	text_flow_string(&flow, text, TEXT_PLAIN, TEXT_LOOSE);
	text_flow_close(&flow);
	assert_true(text_flow_next(&flow, &at, 100, &line));
	text_pen_line(&pen, &flow, &line);
	text_flow_release(&flow);
	return out_at(out);
}

#define FSI "\u2068"
#define PDI "\u2069"
#define RLO "\u202e"

static void what_runs_from_right_to_left_is_isolated(void **state)
{
	assert_string_equal(line_of(*state, "abc"), "abc");
	assert_string_equal(line_of(*state, "abc שלום"), FSI "abc שלום" PDI);
	assert_string_equal(line_of(*state, RLO "abc"), FSI RLO "abc" PDI);
}

static void each_class_that_turns_a_line_needs_an_isolate(void **state)
{
	/* UAX 9, table 4: R, AL, AN, RLE, RLO, LRE, LRO, PDF, and the four of isolates */
	static const uint32_t turning[] = {0x5d0,  0x627,  0x660,  0x202b, 0x202e, 0x202a,
					   0x202d, 0x202c, 0x2066, 0x2067, 0x2068, 0x2069};
	static const uint32_t others[] = {'a', 0x58f, 0x4e2d, 0x206a, 0x1f600, 0x301};

	(void)state;
	for (size_t i = 0; i < sizeof(turning) / sizeof(*turning); i++)
		assert_true(text_escape_needs_isolate(turning[i]));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		assert_false(text_escape_needs_isolate(others[i]));
}

static void what_the_data_open_is_closed_and_what_they_close_alone_is_left_out(void **state)
{
	assert_string_equal(line_of(*state, "a" PDI PDI "b"), FSI "ab" PDI);
	assert_string_equal(line_of(*state, "a" FSI FSI "b" PDI "c"),
			    FSI "a" FSI FSI "b" PDI "c" PDI PDI);
}

static void colour_and_links_end_with_their_words(void **state)
{
	struct out *out = *state;
	struct links links = {.n = 0};
	struct text_flow flow;
	struct text_line line;
	struct text_pen pen;
	size_t at = 0;

	text_flow_init(&flow);
	text_pen_init(&pen, out, &links, true);
	text_flow_string(&flow, "no ", (MR_LIKE_NO + 1) << TEXT_LIKE_SHIFT, TEXT_LOOSE);
	text_flow_add(&flow, "here", 4, TEXT_STRONG, links_add(&links, "https://e.org/", 0),
		      TEXT_LOOSE);
	text_flow_close(&flow);
	assert_true(text_flow_next(&flow, &at, 100, &line));
	text_pen_blanks(&pen, 2);
	text_pen_line(&pen, &flow, &line);
	text_pen_blanks(&pen, 2);
	text_pen_end(&pen);

	assert_string_equal(out_at(out), "  \033[0;91mno \033[0;1m\033]8;id=1;https://e.org/"
					 "\033\\here\033]8;;\033\\\033[0m\n");
	text_flow_release(&flow);
	links_release(&links);
}

#define WITH_OUT(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_OUT(controls_become_visible_and_nothing_else_changes),
		WITH_OUT(no_two_bytes_make_a_control),
		WITH_OUT(a_link_holds_nothing_but_printable_ascii),
		WITH_OUT(what_runs_from_right_to_left_is_isolated),
		WITH_OUT(each_class_that_turns_a_line_needs_an_isolate),
		WITH_OUT(what_the_data_open_is_closed_and_what_they_close_alone_is_left_out),
		WITH_OUT(colour_and_links_end_with_their_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
