/* SPDX-License-Identifier: MIT */
/* Tags, images and references of other people's pages, on their way to the parser: marked, or words as they are. */
#include "words/markup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

/* The marks as what they stand for, so that they can be read here. */
static void put_visible(struct buf *out, const struct buf *marked)
{
	static const char *const names[] = {"{sup}",  "{/sup}", "{img}", "{/img}",  "{ref}",
					    "{/ref}", "{b}",    "{/b}",  "{small}", "{/small}"};

	for (size_t i = 0; i < marked->n; i++) {
		unsigned char byte = (unsigned char)marked->at[i];

		if (byte >= MARKUP_RAISED && byte <= MARKUP_SMALL_END)
			buf_put_text(out, names[byte - MARKUP_RAISED]);
		else
			buf_put_byte(out, marked->at[i]);
	}
}

/* In memory of exactly its length, so that a sanitizer sees what is read behind it. */
static void mark(struct buf *out, const char *source, size_t n)
{
	char *exact = malloc(n > 0 ? n : 1);
	struct buf marked = BUF_INIT;

	assert_non_null(exact);
	memcpy(exact, source, n);
	markup_put(&marked, exact, n);
	put_visible(out, &marked);
	assert_false(marked.failed);
	buf_release(&marked);
	free(exact);
}

static void expect(const char *source, const char *wanted)
{
	struct buf out = BUF_INIT;

	mark(&out, source, strlen(source));
	assert_string_equal(buf_text(&out), wanted);
	buf_release(&out);
}

static const char *const pages[] = {
	"a<sup>1</sup> <b>b</b><STRONG>c</STRONG> <small>d</small><sub>e</sub>",
	"<em>a</em><i class='x > y'>b</i><br/>c<p>d</p><br>",
	"<a title=\"x\" href=\"https://e.org/a\">w <b>x</b></a> y",
	"<a href='u'>a <a href='v'>b</a> c</a>",
	"<a href=u>a<a",
	"<a name=x>a</a><a href=\"\">b</a><a href=\"<\">c</a>",
	"<img src=x alt='A > B'> <img> <img alt=yes>",
	"<input type=checkbox checked><input type=checkbox>",
	"a<!-- <b>x</b> -->b<!--c",
	"a `<b>` ``x`<i>`` `<b>",
	"![a \\] [b]](u) ![c][d] ![e] ![f",
	"a[^1] b[^ 2] c[^] d[^3",
	"a  \nb\nc\\",
	":white_check_mark: :white\\_check\\_mark: :no-such: :x",
};

static void what_html_shapes_is_marked_and_other_brackets_are_words(void **state)
{
	static const char *const wanted[] = {
		"a{sup}1{/sup} {b}b{/b}{b}c{/b} {small}d{/small}{small}e{/small}",
		"ab\\\nc\\\nd",
		"[w {b}x{/b}](<https://e.org/a>) y",
		"[a b](<u>) c",
		"[a<a](<u>)",
		"abc",
		"{img}A > B{/img} {img}{/img} {img}yes{/img}",
		"\\[x\\]\\[ \\]",
		"ab",
		"a `<b>` ``x`<i>`` `{b}",
		"![{img}a \\] [b]{/img}](u) ![{img}c{/img}][d] ![e] ![f",
		"a{ref}1{/ref} b[^ 2] c[^] d[^3",
		"a  \nb\\\nc\\",
		"✅ ✅ :no-such: :x",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++)
		expect(pages[i], wanted[i]);
	expect("1 < 2 > 0 <", "1 < 2 > 0 <");
	expect("<input name=\"checked-in\"><input title='a checked b'>", "\\[ \\]\\[ \\]");
	expect("<input CHECKED=\"\" /><input a=checked\nchecked>", "\\[x\\]\\[x\\]");
	expect("<a title=\"x href=y\"\thref = 'z'>a</a><img alt>", "[a](<z>){img}{/img}");
	expect("a<!-->b<!--->c", "abc");
	expect("<x> </x> <bx> <b=> <b\"", "<x> </x> <bx> <b=> <b\"");
	expect("<br\n/>a<x\n>b<!-- c --", "a<x\\\n>b");
	expect("</", "</");
	expect("a \\<b> !", "a \\<b> !");
}

/* The five blanks of HTML part attributes, and a value may have no end. */
static void attributes_of_tags(void **state)
{
	(void)state;
	expect("<a\rhref=u\fclass=x>a</a><br\t/>b", "[a](<u>)\\\nb");
	expect("<a href=>a</a><a href= >b</a>", "ab");
	expect("<a href='u>v'>a</a><a href='u\nv'>b</a>", "ab");
	expect("<img alt=>", "{img}{/img}");
	expect("<b\n>a</b\n>", "{b}a{/b}");
}

static void breaks_stand_between_words(void **state)
{
	(void)state;
	expect("a <br>b", "a\\\nb");
	expect("   <br>b", "b");
	expect("<p>a</p> <p>b</p>", "a\\\nb");
	expect("\na", "\\\na");
	expect("a\nb", "a\\\nb");
	expect("  \na", "  \na");
}

static void labels_of_notes_end_where_they_must(void **state)
{
	(void)state;
	expect("[^a[b]", "[^a[b]");
	expect("[^a\nb]", "[^a\\\nb]");
	expect("[^a b]", "[^a b]");
}

static void names_of_signs_may_be_escaped_and_have_an_end(void **state)
{
	(void)state;
	expect(":+1: :\\+1: :\\-1: :heavy\\_check\\_mark:", "👍 👍 👎 ✔️");
	expect(":\\*: :a\\", ":\\*: :a\\");
	expect("::", "::");
	expect(":aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:x:",
	       ":aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa❌");
}

static void a_page_may_be_cut_anywhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(pages) / sizeof(*pages); i++) {
		for (size_t n = 0; n <= strlen(pages[i]); n++) {
			struct buf out = BUF_INIT;

			mark(&out, pages[i], n);
			/* a link that was begun is ended: the parser gets no more brackets opened than closed */
			if (strstr(buf_text(&out), "[w"))
				assert_non_null(strstr(out.at, "](<https://e.org/a>)"));
			assert_null(strstr(buf_text(&out), "\\\n\\\n"));
			buf_release(&out);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_html_shapes_is_marked_and_other_brackets_are_words),
		cmocka_unit_test(attributes_of_tags),
		cmocka_unit_test(breaks_stand_between_words),
		cmocka_unit_test(labels_of_notes_end_where_they_must),
		cmocka_unit_test(names_of_signs_may_be_escaped_and_have_an_end),
		cmocka_unit_test(a_page_may_be_cut_anywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
