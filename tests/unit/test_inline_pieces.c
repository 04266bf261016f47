/* SPDX-License-Identifier: MIT */
/* The words of a cell with their pieces: how they are read, cut, joined, told as names, and written again. */
#include "words/inline.h"
#include "words/names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

/* "a{strong}b <https://e.org>c": flags before the words that have them, an address before those that link there. */
static void put_pieces(struct buf *out, const struct inline_text *text)
{
	static const char *const names[] = {"code",  "strong",    "emphasis", "raised",
					    "image", "reference", "small"};

	for (uint32_t i = 0; i < text->n_pieces; i++) {
		const struct inline_piece *piece = &text->pieces[i];

		buf_put_text(out, i ? "|" : "");
		for (unsigned bit = 0; bit < sizeof(names) / sizeof(*names); bit++)
			if (piece->flags >> bit & 1)
				buf_printf(out, "{%s}", names[bit]);
		if (piece->url[0])
			buf_printf(out, "<%s>", piece->url);
		buf_put(out, text->words + piece->first, piece->n);
	}
	if (text->has_image)
		buf_put_text(out, " !image");
	if (text->refused[0])
		buf_printf(out, " !refused %s", text->refused);
}

static const struct inline_text *read_one(struct inline_pool *pool, const char *source)
{
	const struct inline_text *text = inline_read(pool, source, false);

	assert_non_null(text);
	return text;
}

static size_t differs(const struct inline_text *text, const char *source, const char *wanted)
{
	struct buf read = BUF_INIT;
	size_t n_wrong;

	assert_non_null(text);
	put_pieces(&read, text);
	n_wrong = strcmp(buf_text(&read), wanted) != 0;
	if (n_wrong)
		print_error("'%s' reads %s and not %s\n", source, buf_text(&read), wanted);
	buf_release(&read);
	return n_wrong;
}

struct inline_case {
	const char *source, *wanted;
};

static void markdown_becomes_pieces(void **state)
{
	static const struct inline_case cases[] = {
		{"a **b** *c* ***d*** `e`",
		 "a |{strong}b| |{emphasis}c| |{strong}{emphasis}d| |{code}e"},
		{"a<sup>1</sup><small>b</small><b>c</b>", "a|{raised}1|{small}b|{strong}c"},
		{"![*a*](b.png) c", "{image}a| c !image"},
		{"<img alt='`a`'>", "{code}{image}a !image"},
		{"[![](b.png)](https://e.org)", "{image}<https://e.org>https://e.org !image"},
		{"![](b.png)", " !image"},
		{"[^1][^2]", "{reference}1|{reference}2"},
		{"[a](https://e.org)[b](https://e.org/b)", "<https://e.org>a|<https://e.org/b>b"},
		{"[a](javascript:x) b", "a b !refused javascript:x"},
		{"no ( <b></b>", "no ("},
		{"no ( [a](u) b)", "no (|<u>a| b)"},
		{"( )", "( )"},
		{"(<br>a)", "(\na)"},
		{"`( a )`", "{code}( a )"},
		{"a&nbsp;", "a\xc2\xa0"},
		{"&nbsp;", ""},
		{"**&nbsp;**", ""},
		{"", ""},
	};
	struct inline_pool pool;
	size_t n_wrong = 0;

	(void)state;
	inline_init(&pool);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		n_wrong +=
			differs(read_one(&pool, cases[i].source), cases[i].source, cases[i].wanted);
	assert_int_equal(n_wrong, 0);
	assert_false(pool.failed);
	inline_release(&pool);
}

static void letters_stay_but_for_their_space(void **state)
{
	static const struct inline_case cases[] = {
		{"a *b*", "a *b*"},
		{" a\tb  c ", "a b c"},
		{"a \n\tb\nc", "a\nb\nc"},
		{"\n", ""},
	};
	struct inline_pool pool;
	size_t n_wrong = 0;

	(void)state;
	inline_init(&pool);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		n_wrong += differs(inline_read(&pool, cases[i].source, true), cases[i].source,
				   cases[i].wanted);
	assert_int_equal(n_wrong, 0);
	inline_release(&pool);
}

static void two_texts_are_joined_where_both_have_words(void **state)
{
	static const struct {
		const char *a, *b, *wanted;
	} cases[] = {
		{"a", "b", "a; b"},
		{"", "b", "b"},
		{"a", "", "a"},
		{"**a**", "[b](u)", "{strong}a|; |<u>b"},
		{"![a](a.png)", "b", "{image}a|; b !image"},
		{"a", "![](b.png)", "a !image"},
		{"[a](javascript:a)", "[b](javascript:b)", "a; b !refused javascript:a"},
		{"a", "[b](javascript:b)", "a; b !refused javascript:b"},
	};
	struct inline_pool pool;
	size_t n_wrong = 0;

	(void)state;
	inline_init(&pool);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		n_wrong += differs(inline_join(&pool, read_one(&pool, cases[i].a), "; ",
					       read_one(&pool, cases[i].b)),
				   cases[i].a, cases[i].wanted);
	assert_int_equal(n_wrong, 0);
	inline_release(&pool);
}

static void pieces_are_left_out_by_their_flags(void **state)
{
	static const struct inline_case cases[] = {
		{"a<sup>1</sup> b<sup>2</sup> c", "a b c"},
		{"a[^1], b", "a, b"},
		{"a **b**", "a |{strong}b"},
		{"<sup>1</sup>", ""},
	};
	struct inline_pool pool;
	size_t n_wrong = 0;

	(void)state;
	inline_init(&pool);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		n_wrong += differs(inline_without(&pool, read_one(&pool, cases[i].source),
						  INLINE_RAISED | INLINE_REFERENCE),
				   cases[i].source, cases[i].wanted);
	assert_int_equal(n_wrong, 0);
	inline_release(&pool);
}

static void small_words_behind_a_break_are_a_subtitle(void **state)
{
	static const struct {
		const char *source;
		const char *name, *subtitle; /* null: none */
	} cases[] = {
		{"Mesh expansion<br><small>to machines outside</small>", "Mesh expansion",
		 "{small}to machines outside"},
		{"a<small><br>b *c*</small>", "a", "{small}b |{emphasis}{small}c"},
		{"a <small>b</small>", NULL, NULL},
		{"<small>b</small>", NULL, NULL},
		{"a<br><small>b</small> c", NULL, NULL},
		{"a", NULL, NULL},
		/* a name of which nothing is seen is none */
		{"&nbsp;<br><small>b</small>", NULL, NULL},
	};
	struct inline_pool pool;

	(void)state;
	inline_init(&pool);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct inline_text *name = NULL;
		const struct inline_text *subtitle =
			inline_subtitle(&pool, read_one(&pool, cases[i].source), &name);

		if (!cases[i].name) {
			assert_null(subtitle);
			continue;
		}
		assert_non_null(subtitle);
		assert_string_equal(name->words, cases[i].name);
		assert_int_equal(differs(subtitle, cases[i].source, cases[i].subtitle), 0);
	}
	inline_release(&pool);
}

static void a_name_has_no_emphasis_echo_or_link_of_all_its_words(void **state)
{
	static const struct {
		const char *source, *calm, *without_echo, *unlinked;
		bool is_link;
	} cases[] = {
		{"**Alpha**", "Alpha", "{strong}Alpha", "{strong}Alpha", false},
		{"***Alpha***", "Alpha", "{strong}{emphasis}Alpha", "{strong}{emphasis}Alpha",
		 false},
		{"**A** b", "{strong}A| b", "{strong}A| b", "{strong}A| b", false},
		{"![Alpha](a.png)<br>Alpha", "{image}Alpha|\nAlpha !image", "Alpha !image",
		 "Alpha\nAlpha", false},
		{"![Alpha](a.png) Beta", "{image}Alpha| Beta !image", "{image}Alpha| Beta !image",
		 "Alpha Beta", false},
		{"![Alpha](a.png)", "{image}Alpha !image", "{image}Alpha !image", "Alpha", false},
		{"[Alpha](u)", "<u>Alpha", "<u>Alpha", "Alpha", true},
		{"[Al**pha**](u)", "<u>Al|{strong}<u>pha", "<u>Al|{strong}<u>pha", "Al|{strong}pha",
		 true},
		{"[Al](u)[pha](v)", "<u>Al|<v>pha", "<u>Al|<v>pha", "Alpha", false},
		{"[Al](u)pha", "<u>Al|pha", "<u>Al|pha", "Alpha", false},
		{"", "", "", "", false},
	};
	struct inline_pool pool;
	size_t n_wrong = 0;

	(void)state;
	inline_init(&pool);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct inline_text *text = read_one(&pool, cases[i].source);

		n_wrong += differs(names_calm(&pool, text), cases[i].source, cases[i].calm);
		n_wrong += differs(names_without_echo(&pool, text), cases[i].source,
				   cases[i].without_echo);
		n_wrong += differs(names_unlinked(&pool, text), cases[i].source, cases[i].unlinked);
		assert_int_equal(names_is_link(text), cases[i].is_link);
	}
	assert_int_equal(n_wrong, 0);
	inline_release(&pool);
}

static void pieces_are_written_as_markdown(void **state)
{
	static const struct inline_case cases[] = {
		{"a **b** *c* ***d*** `e`", "a **b** *c* ***d*** `e`"},
		{"10<sup>2</sup> 2<sup>th</sup> x<sup>n+1</sup> y<sup>abc</sup>",
		 "10² 2th xⁿ⁺¹ y^abc"},
		{"`a``", "`a``"},
		{"`` a` ``", "`` a` ``"},
		{"`` `a ``", "`` `a ``"},
		{"a[^1]", "a[^1]"},
		{"a[^1] \\*b\\*", "a\\[^1\\] \\*b\\*"},
		{"a<b> </b>b", "a b"},
		{"a<b> c </b>b", "a **c** b"},
		{"a<b><br>c<br></b>b", "a\\\n**c**\\\nb"},
		{"[a](b<c>d)", "[a](<b%3Cc%3Ed>)"},
		{"[a](<b c>)", "a"},
		{"[docs](docs)", "[docs](docs)"},
		{"[https://e.org](https://e.org)", "<https://e.org>"},
		{"[a *b*](u) c", "[a *b*](u) c"},
		{"**a***b*", "**a***b*"},
		{"\\<https://e.org>", "\\<https://e.org\\>"},
	};
	struct inline_pool pool;
	size_t n_wrong = 0;

	(void)state;
	inline_init(&pool);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf out = BUF_INIT;

		inline_put(&pool, &out, read_one(&pool, cases[i].source), false);
		if (strcmp(buf_text(&out), cases[i].wanted) != 0) {
			print_error("'%s' reads %s and not %s\n", cases[i].source, buf_text(&out),
				    cases[i].wanted);
			n_wrong++;
		}
		buf_release(&out);
	}
	assert_int_equal(n_wrong, 0);
	inline_release(&pool);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markdown_becomes_pieces),
		cmocka_unit_test(letters_stay_but_for_their_space),
		cmocka_unit_test(two_texts_are_joined_where_both_have_words),
		cmocka_unit_test(pieces_are_left_out_by_their_flags),
		cmocka_unit_test(small_words_behind_a_break_are_a_subtitle),
		cmocka_unit_test(a_name_has_no_emphasis_echo_or_link_of_all_its_words),
		cmocka_unit_test(pieces_are_written_as_markdown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
