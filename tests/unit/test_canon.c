/* SPDX-License-Identifier: MIT */
/* The laws of the canonical YAML: it loads without a warning, to the same matrix, and again to the same bytes. */
#include "canon_help.h"

#include "canon/respan.h"
#include "canon/scalar.h"

static void read_file(struct buf *out, const char *name)
{
	struct buf path = BUF_INIT;
	FILE *file;
	int byte;

	buf_printf(&path, "%s/%s", getenv("ROOT"), name);
	file = fopen(buf_text(&path), "r");
	assert_non_null(file);
	while ((byte = fgetc(file)) != EOF)
		buf_put_byte(out, (char)byte);
	fclose(file);
	buf_release(&path);
}

/* ---- laws */

static void the_shipped_data_and_the_golden_dataset_keep_the_laws(void **state)
{
	static const char *const names[] = {"data/servicemesh.yaml", "tests/golden/dataset.yaml"};
	(void)state;

	for (size_t i = 0; i < 2; i++) {
		struct buf text = BUF_INIT;

		read_file(&text, names[i]);
		assert_laws(buf_text(&text), text.n, NULL);
		buf_release(&text);
	}
}

static void so_do_selections(void **state)
{
	static const char *products[] = {"consul,istio"};
	const struct select_request requests[] = {
		{.products = {products, 1}},
		{.only_differences = true, .sort = SORT_COVERAGE},
		{.products = {products, 1}, .only_differences = true, .sort = SORT_NAME},
	};
	struct buf text = BUF_INIT;
	(void)state;

	read_file(&text, "data/servicemesh.yaml");
	for (size_t i = 0; i < sizeof(requests) / sizeof(*requests); i++)
		assert_laws(buf_text(&text), text.n, &requests[i]);
	buf_release(&text);
}

#define HEAD "meshreport: 1\ntitle: t\nproducts: [{id: a, name: A}, {id: b, name: B}]\n"

/* Cells whose short form would be another cell. */
static void words_that_look_like_something_else_stay_words(void **state)
{
	static const char *const cells[] = {
		"{text: \"yes\"}",
		"{text: \"null\"}",
		"\"null\"",
		"\"~\"",
		"{text: \"true\"}",
		"\"1.10\"",
		"\"2019-11-06\"",
		"{status: yes, text: \"**yes**\"}",
		"{status: yes, text: \"yes\"}",
		"{status: unknown, text: \"who knows\"}",
		"{status: unknown, notes: [\"*odd*\"]}",
		"{notes: [\"&#x6f;dd\"]}",
		"[\"yes\", \"no\", \"a, b\", \"c: d\", \"- x\"]",
		"[one]",
		"\"a\\\\\\nb\"",
		"{status: no, since: \"1.0\", source: [\"https://x.example/?a=(b)&c=,d\"], "
		"verified: 2020-02-29}",
		"{parts: [{name: \"yes\", status: yes, text: \"`x|y`\"}, {name: \"b: c\", "
		"status: no, notes: [\"# not a comment\"]}], notes: [\"{braces}, and more\"]}",
		"\"\\u202Eabc\"",
		"\"'single' and \\\"double\\\"\"",
		"\"trailing colon:\"",
		"\"a #b\"",
		"\"[x](y z)\"",
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++) {
		for (int kind = 0; kind < 3; kind++) {
			struct buf text = BUF_INIT;

			buf_printf(&text,
				   HEAD "categories: [{id: c, features: [{id: f, name: \"*F*\", "
					"%svalues: {a: %s%s}}]}]\n",
				   kind == 2 && strchr("\"[", cells[i][0]) ? "kind: text, " : "",
				   cells[i], kind == 1 ? ", b: yes" : "");
			assert_laws(buf_text(&text), text.n, NULL);
			buf_release(&text);
		}
	}
}

/* Said to be unknown is not the same as not said: the row is counted. */
static void a_row_of_words_with_an_unknown_stays_one_that_is_counted(void **state)
{
	static const char text[] =
		"meshreport: 1\ntitle: T\nproducts: [{id: a, name: A}, {id: b, name: B}]\n"
		"categories: [{id: c, features: [{id: f, name: F, values: {a: {text: x}, b: unknown}},"
		" {id: g, name: G, values: {a: x}}, {id: h, name: H}]}]\n";
	(void)state;

	assert_laws(text, sizeof(text) - 1, NULL);
}

/* An id that is longer than a key may be stands in no key of JSON. */
static void ids_too_long_for_keys_are_written_as_lists(void **state)
{
	struct buf text = BUF_INIT;
	(void)state;

	buf_put_text(&text, "meshreport: 1\ntitle: T\nproducts:\n  - {id: ");
	for (unsigned i = 0; i < 1100; i++)
		buf_put_byte(&text, 'a');
	buf_put_text(&text,
		     ", name: A}\n  - {id: b, name: B}\n"
		     "categories: [{id: c, features: [{id: f, name: F, values: [yes, [x, y]]},"
		     " {id: g, name: G, values: [~, {status: no, notes: [a note]}]}]}]\n");
	assert_laws(buf_text(&text), text.n, NULL);
	buf_release(&text);
}

static void notes_on_names_are_kept(void **state)
{
	static const char text[] =
		"meshreport: 1\ntitle: t\nnotes: {one: first, two: second}\n"
		"products: [{id: a, name: A, notes: [two]}, {id: b, name: B, notes: [own words]}]\n"
		"categories: [{id: c, name: C, notes: [one, \"&#x6f;wn\"], features: [{id: f, "
		"name: F, notes: [two, own words], values: {a: {status: yes, notes: [one]}}}]}]\n";
	(void)state;

	assert_laws(text, sizeof(text) - 1, NULL);
}

/* A small generator of its own, so that every run tries the same. */
static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void any_markdown_comes_back_as_the_same_spans(void **state)
{
	static const char *const pieces[] = {
		"*",   "**", "_",   "__", "`",    "``",  "[",     "](u)",     "](",
		")",   "a",  "b c", " ",  "\\\n", "\\",  "&amp;", "&#32;",    "&#42;",
		"<b>", "!",  "é",   "(",  "***",  "x_y", ". ",    "](<v w>)", "https://z.example",
		"~",   "#"};
	struct texts texts;
	struct respan respan;
	struct arena arena = ARENA_INIT;
	uint32_t seed = 3;
	(void)state;

	texts_init(&texts, NULL);
	respan_init(&respan);
	for (int round = 0; round < 60000; round++) {
		const struct markdown_finding *findings;
		const struct mr_text *text, *again;
		struct buf source = BUF_INIT;
		const char *kept, *written;

		for (uint32_t n = 1 + next(&seed) % 9; n > 0; n--)
			buf_put_text(&source,
				     pieces[next(&seed) % (sizeof(pieces) / sizeof(*pieces))]);
		kept = arena_copy(&arena, buf_text(&source), source.n);
		text = texts_rich(&texts, kept, source.n, &findings);
		buf_release(&source);
		if (findings || mr_text_is_empty(text))
			continue;
		written = respan_text(&respan, text);
		written = arena_copy(&arena, written, strlen(written));
		again = texts_rich(&texts, written, strlen(written), &findings);
		if (strcmp(text->plain, again->plain) != 0 || text->spans.n != again->spans.n)
			fail_msg("'%s' became '%s'", kept, written);
		assert_same_text(text, again);
		assert_null(findings);
	}
	respan_release(&respan);
	texts_release(&texts);
	arena_release(&arena);
}

/* ---- what it looks like */

static void short_forms_are_used_and_comments_stand_where_they_belong(void **state)
{
	static const char text[] = HEAD
		"categories:\n  - id: c\n    features:\n      - {id: f, name: F, values: {a: yes, b: "
		"{status: \"no\", notes: [why not]}}}\n";
	struct loaded loaded = {.set = DATASET_INIT};
	struct buf out = BUF_INIT;
	const struct mr_where cell = {MR_AT_CELL, 0, 1, NULL};
	(void)state;

	load(&loaded, text, sizeof(text) - 1, NULL);
	const struct canon_comment comments[] = {{{0, 0}, "about the file"},
						 {matrix_place(loaded.matrix, &cell), "is it?"}};

	canon_put(&out, &(struct canon){loaded.matrix, comments, 2});

	assert_string_equal(buf_text(&out), "# about the file\n"
					    "meshreport: 1\n"
					    "title: t\n"
					    "\n"
					    "products:\n"
					    "  - {id: a, name: A}\n"
					    "  - {id: b, name: B}\n"
					    "\n"
					    "categories:\n"
					    "  - id: c\n"
					    "    features:\n"
					    "      - id: f\n"
					    "        name: F\n"
					    "        values:\n"
					    "          a: yes\n"
					    "          # is it?\n"
					    "          b: {status: no, notes: [why not]}\n");
	unload(&loaded);
	buf_release(&out);
}

static void what_yaml_would_take_for_something_else_is_quoted(void **state)
{
	static const char *const pairs[][2] = {
		{"plain words", "plain words"},
		{"1.0", "\"1.0\""},
		{"No", "\"No\""},
		{"a: b", "\"a: b\""},
		{"a:b", "a:b"},
		{"#x", "\"#x\""},
		{"- x", "\"- x\""},
		{"", "\"\""},
		{"say \"x\"", "say \"x\""},
		{"\"x\" it", "'\"x\" it'"},
		{"v1.0", "v1.0"},
		{"x, y", "x, y"},
		{"5 apples", "5 apples"},
		{"2019-11-06", "\"2019-11-06\""},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		struct buf out = BUF_INIT;

		scalar_put(&out, pairs[i][0], false);
		assert_string_equal(buf_text(&out), pairs[i][1]);
		buf_release(&out);
	}
	for (size_t i = 0; i < 3; i++) {
		static const char *const words[] = {"a, b", "why?", "https://x.example/?a=1"};
		struct buf out = BUF_INIT;

		scalar_put(&out, words[i], true);
		assert_int_equal(buf_text(&out)[0], '"');
		buf_release(&out);
	}
}

static void what_is_not_plain_has_the_quotes_that_can_hold_it(void **state)
{
	static const char *const pairs[][2] = {
		{"a ", "\"a \""},
		{"a:[b", "\"a:[b\""},
		{"say \"a\": b", "'say \"a\": b'"},
		{"a\xef\xbb\xbf", "\"a\\uFEFF\""},
		{"\"a\xef\xbb\xbf", "\"\\\"a\\uFEFF\""},
		{"\\\xc2\x85", "\"\\\\\\u0085\""},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		struct buf out = BUF_INIT;

		scalar_put(&out, pairs[i][0], true);
		assert_string_equal(buf_text(&out), pairs[i][1]);
		buf_release(&out);
	}
}

/* The loader lets none of the rest in; what is written is read back all the same. */
static void quotes_escape_what_yaml_cannot_hold_or_nobody_sees(void **state)
{
	struct buf out = BUF_INIT;
	(void)state;

	scalar_put_quoted(&out, "a\tb\nc\x01\"\\\xef\xbb\xbf\xc2\x85\xe2\x80\xae");
	assert_string_equal(buf_text(&out), "\"a\\tb\\nc\\u0001\\\"\\\\\\uFEFF\\u0085\\u202E\"");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_shipped_data_and_the_golden_dataset_keep_the_laws),
		cmocka_unit_test(so_do_selections),
		cmocka_unit_test(words_that_look_like_something_else_stay_words),
		cmocka_unit_test(a_row_of_words_with_an_unknown_stays_one_that_is_counted),
		cmocka_unit_test(ids_too_long_for_keys_are_written_as_lists),
		cmocka_unit_test(notes_on_names_are_kept),
		cmocka_unit_test(any_markdown_comes_back_as_the_same_spans),
		cmocka_unit_test(short_forms_are_used_and_comments_stand_where_they_belong),
		cmocka_unit_test(what_yaml_would_take_for_something_else_is_quoted),
		cmocka_unit_test(what_is_not_plain_has_the_quotes_that_can_hold_it),
		cmocka_unit_test(quotes_escape_what_yaml_cannot_hold_or_nobody_sees),
	};

	return cmocka_run_group_tests_name("canon", tests, NULL, NULL);
}
