/* SPDX-License-Identifier: MIT */
/* The inline Markdown of a cell: what is written of it reads back as the same words, whatever they are. */
#include "words/inline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* Reads `source` as a page's, writes it, and reads that as a dataset's: the words and the one address are the same. */
static void expect_back(const char *source, bool is_literal)
{
	struct inline_pool pool;
	const struct markdown_finding *findings;
	const struct inline_text *text;
	const struct mr_text *back;
	struct buf out = BUF_INIT;

	inline_init(&pool);
	text = inline_read(&pool, source, is_literal);
	assert_non_null(text);
	inline_put(&pool, &out, text, false);
	assert_false(out.failed || pool.failed);
	back = texts_rich(&pool.texts, buf_text(&out), out.n, &findings);
	assert_non_null(back);
	if (strcmp(back->plain, text->words) != 0)
		fail_msg("'%s' became '%s' and reads '%s', not '%s'", source, buf_text(&out),
			 back->plain, text->words);
	if (*inline_url(text) && strcmp(mr_span_at(back, 0)->url, inline_url(text)) != 0 &&
	    back->spans.n == 1)
		fail_msg("'%s' became '%s' and links to '%s', not '%s'", source, buf_text(&out),
			 mr_span_at(back, 0)->url, inline_url(text));
	buf_release(&out);
	inline_release(&pool);
}

static void letters_that_look_like_markup_come_back(void **state)
{
	static const char *const words[] = {
		"a*b*", "_a_",   "`a`",    "[a](b)",          "![a](b)", "<b>a</b>", "&amp;",
		"# a",  "~~a~~", "a\\b",   "<https://e.org>", "[^1]",    "a\\",      "*",
		"``",   "![",    "<!-- a", "&#42;",           "a`b``c"};

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		expect_back(words[i], true);
}

static void links_code_and_emphasis_come_back(void **state)
{
	static const char *const texts[] = {"[a](https://e.org/(b))",
					    "[a](<https://e.org/b>)",
					    "[a](x_y*z)",
					    "<https://e.org/a_b>",
					    "[`a|b`](u) c",
					    "`` a`b ``",
					    "**a** *b* ***c***",
					    "** a **",
					    "*a*b",
					    "a  \nb",
					    "[a\\]b](u)",
					    "[*a* **b**](u)",
					    "[a](u) [b](v)",
					    "![a](b) c",
					    "`a`**b**",
					    "[https://e.org](https://e.org)",
					    "a\\*b [c](https://e.org/?a=1&amp;b=2)"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		expect_back(texts[i], false);
}

static void any_words_come_back(void **state)
{
	static const char alphabet[] = "a b*_`[]()<>!&;#~\\1.-:/";
	uint32_t seed = 11;

	(void)state;
	for (unsigned i = 0; i < 20000; i++) {
		char text[13] = "";

		for (unsigned at = 0; at < 1 + i % 12; at++) {
			seed = seed * 1664525 + 1013904223;
			text[at] = alphabet[(seed >> 16) % (sizeof(alphabet) - 1)];
		}
		expect_back(text, true);
		expect_back(text, false);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_that_look_like_markup_come_back),
		cmocka_unit_test(links_code_and_emphasis_come_back),
		cmocka_unit_test(any_words_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
