/* SPDX-License-Identifier: MIT */
/*
 * Rich texts.  Each expectation is written as spans: T text, C code, E emphasis, S strong, B both, and
 * "|" for a break, each span in brackets, with its address behind it.
 */
#include "base/buf.h"
#include "data/shape.h"
#include "data/texts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

static void show(struct buf *out, const struct mr_text *text)
{
	const struct mr_span *span;
	uint32_t i;

	for (i = 0; i < text->spans.n; i++) {
		span = mr_span_at(text, i);
		if (span->kind == MR_SPAN_BREAK)
			buf_put_byte(out, '|');
		else
			buf_printf(out, "%c[%s]%s", "TCESB"[span->kind], span -> text, span -> url);
	}
}

static void assert_spans(const char *source, const char *expected)
{
	const struct markdown_finding *findings;
	const struct mr_text *text;
	struct buf out = BUF_INIT;
	struct texts texts;

	texts_init(&texts, NULL);
	text = texts_rich(&texts, source, strlen(source), &findings);
	show(&out, text);
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
	texts_release(&texts);
}

static void assert_finds(const char *source, enum markdown_problem problem, const char *word)
{
	const struct markdown_finding *findings;
	struct texts texts;

	texts_init(&texts, NULL);
	assert_non_null(texts_rich(&texts, source, strlen(source), &findings));
	assert_non_null(findings);
	assert_int_equal(findings->problem, problem);
	assert_string_equal(findings->word, word);
	assert_null(findings->next);
	texts_release(&texts);
}

static void inline_markup_becomes_spans(void **state)
{
	(void)state;

	assert_spans("yes ([EWMA](https://l.io/2/), moving)",
		     "T[yes (]T[EWMA]https://l.io/2/T[, moving)]");
	assert_spans("**bold** and *thin* `code`", "S[bold]T[ and ]E[thin]T[ ]C[code]");
	assert_spans("***both***", "B[both]");
	assert_spans("[a **b**](u)", "T[a ]uS[b]u");
	assert_spans("<https://a.b>", "T[https://a.b]https://a.b");
	assert_spans("a \\* b &lt; c", "T[a * b < c]");
}

static void what_would_be_a_block_stays_as_it_is_written(void **state)
{
	static const char *const TEXTS[] = {
		"1. one", "# one", "- one",   "+ one",     "> one", "***", "---", "```", "~~~",
		"===",    "1)",    "[a]: /b", "| a | b |", "<div>", "C #", "#",   "a\tb"};
	char expected[64];
	size_t i, n;

	(void)state;

	for (i = 0; i < sizeof(TEXTS) / sizeof(TEXTS[0]); i++) {
		n = strlen(TEXTS[i]);
		memcpy(expected, "T[", 2);
		memcpy(expected + 2, TEXTS[i], n);
		memcpy(expected + 2 + n, "]", 2);
		if (strchr(expected, '\t'))
			*strchr(expected, '\t') = ' ';
		assert_spans(TEXTS[i], expected);
	}
}

static void later_lines_are_words_too(void **state)
{
	(void)state;

	assert_spans("a\n# b\n\n- c\n    d\n===", "T[a # b - c d ===]");
}

static void hard_breaks_are_kept_and_soft_ones_are_spaces(void **state)
{
	(void)state;

	assert_spans("a  \nb\\\nc\nd", "T[a]|T[b]|T[c d]");
	assert_spans("**a**  \n_b_", "S[a]|E[b]");
	assert_spans("`a  \nb\\\nc`", "C[a   b\\ c]");
	assert_spans("a\\\\\nb", "T[a\\ b]");
	assert_spans("a  \n", "T[a]");
}

static void raw_markup_of_pages_is_text(void **state)
{
	(void)state;

	assert_spans("a <b>c</b> <!-- d -->", "T[a <b>c</b> <!-- d -->]");
	assert_spans("<script>alert(1)</script>", "T[<script>alert(1)</script>]");
	assert_spans("a <?php b ?> c", "T[a <?php b ?> c]");
}

static void images_are_their_alternative_text(void **state)
{
	(void)state;

	assert_spans("a ![the *logo*](i.png) b", "T[a the logo b]");
	assert_spans("[![alt](i.png)](u)", "T[alt]u");
	assert_finds("![the logo](i.png)", MARKDOWN_IMAGE, "i.png");
	assert_spans("![`a` ![b](c.png) [d](e 'f')](g.png)", "T[a b d]");
	assert_finds("![`a` ![b](c.png) [d](e 'f')](g.png)", MARKDOWN_IMAGE, "g.png");
}

static void entities_are_the_characters_they_name(void **state)
{
	(void)state;

	assert_spans("&#65; &#X41; &#x41; &#x6d;", "T[A A A m]");
	assert_spans("&#9999999; &#0;", "T[\xef\xbf\xbd \xef\xbf\xbd]");
	assert_spans("&#123456789; &#12", "T[&#123456789; &#12]");
	assert_finds("&#X1b;", MARKDOWN_CONTROL, "&#X1b;");
	assert_finds("&#00000007;", MARKDOWN_CONTROL, "&#00000007;");
}

/* Directions that are not closed end with the text; a control that closes nothing goes, and the code that was it alone. */
static void directions_end_with_their_text(void **state)
{
	(void)state;

	assert_spans("a `\xe2\x80\xac` *b*\xe2\x80\xae",
		     "T[\xe2\x81\xa8"
		     "a  ]E[b]T[\xe2\x80\xae\xe2\x80\xac\xe2\x81\xa9]");
}

static void a_refused_link_keeps_its_words(void **state)
{
	(void)state;

	assert_spans("[x](javascript:alert(1)) y", "T[x y]");
	assert_finds("[x](&#106;avascript:alert(1))", MARKDOWN_LINK_REFUSED, "javascript:alert(1)");
	assert_finds("[x](//evil.example)", MARKDOWN_LINK_REFUSED, "//evil.example");
	assert_finds("[x](</\\\\evil.example>)", MARKDOWN_LINK_REFUSED, "/\\evil.example");
	assert_finds("[x](https://a.b \"words\")", MARKDOWN_TITLE, "words");
	assert_finds("a &#27;[2J b", MARKDOWN_CONTROL, "&#27;");
	assert_finds("a &#x9b; b", MARKDOWN_CONTROL, "&#x9b;");
}

static void a_link_without_words_shows_its_address(void **state)
{
	(void)state;

	assert_spans("[](https://a.b/)", "T[https://a.b/]https://a.b/");
}

static void only_harmless_addresses_are_allowed(void **state)
{
	static const char *const GOOD[] = {"https://a.b/c?d=e#f",
					   "HTTP://A.b",
					   "mailto:a@b.c",
					   "page.html",
					   "/page",
					   "./a:b",
					   "#part",
					   "?q=1",
					   "https://m\xc3\xa6sh.example/"};
	static const char *const BAD[] = {"",
					  "javascript:x",
					  "JavaScript:x",
					  "data:text/html,x",
					  "file:///etc",
					  "//host/x",
					  "http:x",
					  "https://",
					  "https:///x",
					  "ftp://x",
					  "a:b",
					  ":x",
					  "mailto:",
					  "a b",
					  "\\\\host",
					  "/\\host",
					  "a\nb",
					  "a\x7f",
					  "java\tscript:x",
					  "https://a\xe2\x80\xae"
					  "b",
					  "vbscript:x"};
	size_t i;

	(void)state;

	for (i = 0; i < sizeof(GOOD) / sizeof(GOOD[0]); i++)
		assert_true(shape_is_url(GOOD[i]));
	for (i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++)
		assert_false(shape_is_url(BAD[i]));
}

static void an_address_that_is_no_utf_8_is_none(void **state)
{
	(void)state;

	assert_false(shape_is_url("a\xff"));
	assert_false(shape_is_url("a\xc3"));
}

static void equal_texts_are_one_object_with_dense_ids(void **state)
{
	const struct markdown_finding *findings;
	const struct mr_text *a, *b, *pieces[2], *joined;
	struct buf out = BUF_INIT;
	struct texts texts;

	(void)state;
	texts_init(&texts, NULL);

	a = texts_rich(&texts, "*a*", 3, &findings);
	b = texts_rich(&texts, " b  c ", 6, &findings);
	pieces[0] = a;
	pieces[1] = b;
	joined = texts_join(&texts, pieces, 2, ", ");

	assert_ptr_equal(texts_rich(&texts, "*a*", 3, &findings), a);
	assert_ptr_equal(texts_plain(&texts, "b c", 3), b);
	assert_ptr_equal(texts_join(&texts, pieces, 2, ", "), joined);
	assert_ptr_not_equal(texts_join(&texts, pieces, 2, "; "), joined);
	assert_ptr_equal(texts_join(&texts, pieces, 1, ", "), a);
	assert_ptr_not_equal(texts_plain(&texts, "*a*", 3), a);
	assert_string_equal(joined->plain, "a, b c");
	show(&out, joined);
	assert_string_equal(buf_text(&out), "E[a]T[, ]T[b c]");
	assert_int_equal(texts.n, 5);
	buf_release(&out);
	texts_release(&texts);
}

static void a_text_too_long_for_markup_is_shown_as_written(void **state)
{
	static char source[MARKDOWN_MAX + 16];
	const struct markdown_finding *findings;
	const struct mr_text *text;
	struct texts texts;

	(void)state;
	texts_init(&texts, NULL);
	memset(source, '*', sizeof(source));

	text = texts_rich(&texts, source, sizeof(source), &findings);

	assert_int_equal(text->n_bytes, sizeof(source));
	assert_int_equal(findings->problem, MARKDOWN_TOO_LONG);
	texts_release(&texts);
}

/* For each of them cmark looks on to the end of the text. */
static void what_opens_and_does_not_end_is_a_letter_where_there_is_much_of_it(void **state)
{
	static const struct {
		const char *part;
		size_t n;
		bool is_open;
	} cases[] = {{"<?", 64, false},    {"<?", 65, true},     {"<![CDATA[", 65, true},
		     {"<!A ", 65, true},   {"<!-- ", 65, false}, {"<? ?>", 65, false},
		     {"<!A> ", 65, false}, {"< ? ", 65, false},  {"<![CDATA[]]>", 65, false}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct markdown_finding *findings;
		struct buf source = BUF_INIT;
		struct texts texts;

		texts_init(&texts, NULL);
		buf_put_text(&source, "*a* ");
		for (size_t j = 0; j < cases[i].n; j++)
			buf_put_text(&source, cases[i].part);
		assert_non_null(texts_rich(&texts, buf_text(&source), source.n, &findings));
		assert_int_equal(findings && findings->problem == MARKDOWN_OPEN, cases[i].is_open);
		buf_release(&source);
		texts_release(&texts);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(inline_markup_becomes_spans),
		cmocka_unit_test(what_would_be_a_block_stays_as_it_is_written),
		cmocka_unit_test(later_lines_are_words_too),
		cmocka_unit_test(hard_breaks_are_kept_and_soft_ones_are_spaces),
		cmocka_unit_test(raw_markup_of_pages_is_text),
		cmocka_unit_test(images_are_their_alternative_text),
		cmocka_unit_test(entities_are_the_characters_they_name),
		cmocka_unit_test(directions_end_with_their_text),
		cmocka_unit_test(a_refused_link_keeps_its_words),
		cmocka_unit_test(a_link_without_words_shows_its_address),
		cmocka_unit_test(only_harmless_addresses_are_allowed),
		cmocka_unit_test(an_address_that_is_no_utf_8_is_none),
		cmocka_unit_test(equal_texts_are_one_object_with_dense_ids),
		cmocka_unit_test(a_text_too_long_for_markup_is_shown_as_written),
		cmocka_unit_test(what_opens_and_does_not_end_is_a_letter_where_there_is_much_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
