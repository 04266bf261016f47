/* SPDX-License-Identifier: MIT */
/* Rich text as Markdown: words stay words wherever they stand. */
#include "common/write/spans.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

static void expect_letters(enum spans_place place, const char *text, const char *wanted)
{
	struct out out;

	out_to_memory(&out, 0);
	spans_letters(&out, text, place);
	assert_string_equal(out_at(&out), wanted);
	out_release(&out);
}

static struct mr_span span(enum mr_span_kind kind, const char *text, const char *url)
{
	return (struct mr_span){kind, (uint32_t)strlen(text), text, url};
}

static void expect_spans(enum spans_place place, const struct mr_span *spans, uint32_t n,
			 const char *wanted)
{
	struct mr_text text = {.plain = "", .spans = {spans, n, sizeof(*spans)}};
	struct out out;

	out_to_memory(&out, 0);
	spans_put(&out, &text, place);
	assert_string_equal(out_at(&out), wanted);
	out_release(&out);
}

static void what_is_markup_gets_a_backslash(void **state)
{
	(void)state;
	expect_letters(SPANS_CELL, "a*b `c` [d] <e> ~f~", "a\\*b \\`c\\` \\[d\\] \\<e> \\~f\\~");
	expect_letters(SPANS_CELL, "snake_case _x_", "snake_case \\_x\\_");
	expect_letters(SPANS_CELL, "a & b &amp; &#1;", "a & b \\&amp; \\&#1;");
	expect_letters(SPANS_CELL, "C:\\dir \\| x\\", "C:\\dir \\\\\\| x\\\\");
	expect_letters(SPANS_FIELD, "a|b ~c~ $d", "a|b ~c~ $d");
}

static void addresses_that_gfm_would_link_stay_letters(void **state)
{
	(void)state;
	expect_letters(SPANS_CELL, "https://e.org/a_b www.e.org",
		       "https\\://e.org/a_b www\\.e.org");
	expect_letters(SPANS_FIELD, "https://e.org", "https://e.org");
}

static void a_block_begins_with_no_mark(void **state)
{
	(void)state;
	expect_letters(SPANS_BLOCK, "- a", "\\- a");
	expect_letters(SPANS_BLOCK, "# a", "\\# a");
	expect_letters(SPANS_BLOCK, "12. a", "12\\. a");
	expect_letters(SPANS_BLOCK, "2019-11", "2019-11");
	expect_letters(SPANS_CELL, "- a", "- a");
}

static void blanks_at_the_ends_are_kept(void **state)
{
	(void)state;
	expect_letters(SPANS_CELL, " a ", "&#32;a&#32;");
	expect_letters(SPANS_CELL, "a\tb", "a&#9;b");
}

static void links_and_emphasis(void **state)
{
	static const char url[] = "https://e.org/a_(b)?c=1|2";
	const struct mr_span link[] = {
		span(MR_SPAN_TEXT, "see ", ""), span(MR_SPAN_STRONG, "this", url),
		span(MR_SPAN_TEXT, " page", url), span(MR_SPAN_TEXT, "!", "")};
	const struct mr_span loud[] = {span(MR_SPAN_STRONG, "\"x\"", ""),
				       span(MR_SPAN_TEXT, "y", ""), span(MR_SPAN_EMPHASIS, "a", ""),
				       span(MR_SPAN_STRONG, "b", "")};
	const struct mr_span bang[] = {span(MR_SPAN_TEXT, "no!", ""),
				       span(MR_SPAN_TEXT, "a", "x(")};
	(void)state;

	expect_spans(SPANS_CELL, link, 4, "see [**this** page](https://e.org/a_(b)?c=1\\|2)\\!");
	expect_spans(SPANS_CELL, loud, 4, "<strong>\"x\"</strong>y<em>a</em><strong>b</strong>");
	expect_spans(SPANS_CELL, bang, 2, "no\\![a](x\\()");
}

static void code_keeps_its_letters(void **state)
{
	const struct mr_span bar[] = {span(MR_SPAN_CODE, "a|b", "")};
	const struct mr_span both[] = {span(MR_SPAN_CODE, "a\\|b", "")};
	const struct mr_span ticks[] = {span(MR_SPAN_CODE, "`", "")};
	(void)state;

	expect_spans(SPANS_CELL, bar, 1, "`a\\|b`");
	expect_spans(SPANS_BLOCK, bar, 1, "`a|b`");
	expect_spans(SPANS_CELL, both, 1, "<code>a\\\\\\|b</code>");
	expect_spans(SPANS_CELL, ticks, 1, "`` ` ``");
}

static void a_break_is_what_its_place_takes(void **state)
{
	const struct mr_span lines[] = {span(MR_SPAN_TEXT, "a", ""), span(MR_SPAN_BREAK, "\n", ""),
					span(MR_SPAN_TEXT, "b", "")};
	(void)state;

	expect_spans(SPANS_CELL, lines, 3, "a<br>b");
	expect_spans(SPANS_FIELD, lines, 3, "a\nb");
}

static void what_only_looks_like_markup_stays_as_it_is(void **state)
{
	(void)state;
	expect_letters(SPANS_CELL,
		       "50:60 :smile :+1: :a_b-c: ::", "50:60 :smile \\:+1: \\:a_b-c: ::");
	expect_letters(SPANS_CELL, "://x a://b .://", "://x a\\://b .://");
	expect_letters(SPANS_CELL, "ww.x wwx.y WwW.z .w.", "ww.x wwx.y WwW\\.z .w.");
	expect_letters(SPANS_CELL, "ö_b_ö _ü_", "ö_b_ö \\_ü\\_");
	expect_letters(SPANS_CELL, "a\\b \\\x7f \\ö", "a\\b \\\x7f \\ö");
}

static void a_block_of_anything_begins_with_no_mark(void **state)
{
	static const char *const cases[][2] = {
		{"1) a", "1\\) a"}, {"12", "12"},     {"12a", "12a"},     {"+ a", "\\+ a"},
		{"> a", "\\> a"},   {"===", "\\==="}, {": a", "\\: a"},   {"~~~", "\\~\\~\\~"},
		{" a", "&#32;a"},   {"\ta", "&#9;a"}, {"a\nb", "a&#10;b"}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_letters(SPANS_BLOCK, cases[i][0], cases[i][1]);
	expect_letters(SPANS_BLOCK, "", "");
}

static void code_of_blanks_lines_and_fences_keeps_its_letters(void **state)
{
	static const char *const cases[][2] = {
		{" a ", "`  a  `"}, /* one on each side would be taken off (6.3) */
		{" a", "` a`"},
		{"a ", "`a `"},
		{"  ", "`  `"}, /* of nothing but blanks none is */
		{"a`", "`` a` ``"},
		{"`a", "`` `a ``"},
		{"a``b`c", "```a``b`c```"},
		{"a\nb", "`a b`"},
		{"a\\", "<code>a\\\\</code>"}, /* a bar would follow in a table */
		{"\\a|", "`\\a\\|`"}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct mr_span code = span(MR_SPAN_CODE, cases[i][0], "");

		expect_spans(SPANS_CELL, &code, 1, cases[i][1]);
	}
}

static void an_address_ends_with_its_link(void **state)
{
	static const char *const cases[][2] = {{"x)(", "x\\)\\("},
					       {"x)", "x\\)"},
					       {"(x)", "(x)"},
					       {"<x>", "\\<x\\>"},
					       {"[x]`*", "\\[x\\]\\`\\*"},
					       {"\"'", "\\\"\\'"},
					       {"a&amp;b", "a\\&amp;b"},
					       {"a&#35;", "a\\&#35;"},
					       {"a&b=c", "a&b=c"},
					       {"a&;", "a&;"},
					       {"~x", "\\~x"},
					       {"a\\", "a\\\\"},
					       {"a\\b", "a\\b"},
					       {"a\\*", "a\\\\\\*"}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct mr_span link = span(MR_SPAN_TEXT, "l", cases[i][0]);
		char wanted[40];

		snprintf(wanted, sizeof(wanted), "[l](%s)", cases[i][1]);
		expect_spans(SPANS_BLOCK, &link, 1, wanted);
	}
	expect_spans(SPANS_FIELD, &(struct mr_span){MR_SPAN_TEXT, 1, "l", "a|b"}, 1, "[l](a|b)");
}

static void emphasis_is_a_tag_where_asterisks_might_not_be_taken(void **state)
{
	const struct mr_span behind[] = {span(MR_SPAN_STRONG, "a)", ""),
					 span(MR_SPAN_TEXT, "b", "")};
	const struct mr_span empty[] = {span(MR_SPAN_TEXT, "a", ""), span(MR_SPAN_STRONG, "", ""),
					span(MR_SPAN_TEXT, "b", "")};
	const struct mr_span three[] = {span(MR_SPAN_STRONG_EMPHASIS, "a", ""),
					span(MR_SPAN_TEXT, "b", "")};

	(void)state;
	expect_spans(SPANS_CELL, behind, 2, "<strong>a)</strong>b");
	expect_spans(SPANS_CELL, empty, 3, "ab");
	expect_spans(SPANS_CELL, three, 2, "***a***b");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_markup_gets_a_backslash),
		cmocka_unit_test(addresses_that_gfm_would_link_stay_letters),
		cmocka_unit_test(a_block_begins_with_no_mark),
		cmocka_unit_test(blanks_at_the_ends_are_kept),
		cmocka_unit_test(links_and_emphasis),
		cmocka_unit_test(code_keeps_its_letters),
		cmocka_unit_test(a_break_is_what_its_place_takes),
		cmocka_unit_test(what_only_looks_like_markup_stays_as_it_is),
		cmocka_unit_test(a_block_of_anything_begins_with_no_mark),
		cmocka_unit_test(code_of_blanks_lines_and_fences_keeps_its_letters),
		cmocka_unit_test(an_address_ends_with_its_link),
		cmocka_unit_test(emphasis_is_a_tag_where_asterisks_might_not_be_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
