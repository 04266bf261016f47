/* SPDX-License-Identifier: MIT */
/* The canonical YAML and JSON of what few datasets hold: long keys, long texts, marks at the ends of code and addresses. */
#include "canon_help.h"

#include "canon/node.h"
#include "canon/respan.h"

#define HEAD "meshreport: 1\ntitle: t\nproducts: [{id: a, name: A}, {id: b, name: B}]\n"

static void these_keep_the_laws_too(void **state)
{
	static const char *const datasets[] = {
		/* words that are those of the label, but not its spans */
		HEAD
		"categories: [{id: c, features: [{id: f, name: F, values: {a: {status: yes, text: "
		"\"**y**es\"}}}]}]\n",
		HEAD
		"statuses: {yes: {symbol: \"+\"}, no: {label: nope}}\n"
		"categories: [{id: c, features: [{id: f, name: F, values: {a: yes, b: no}}]}]\n",
		HEAD
		"categories: [{id: c, features: [{id: f, name: F, values: {a: {status: yes, text: "
		"\"[yes](u)\"}}}]}]\n",
		/* one note of its own, twice */
		HEAD "categories: [{id: c, features: [{id: f, name: F, values: "
		     "{a: {notes: [\"&#x6f;dd\"]}, b: {status: no, notes: [\"&#x6f;dd\"]}}}]}]\n",
		HEAD "categories: [{id: c, features: [{id: f, name: F, weight: 0.12345678901234, "
		     "values: {a: yes}}, {id: g, name: G, weight: 123456789012345}]}]\n",
	};
	(void)state;

	for (size_t i = 0; i < sizeof(datasets) / sizeof(*datasets); i++)
		assert_laws(datasets[i], strlen(datasets[i]), NULL);
}

/* A dataset of the one cell `repeated` n times. */
static void put_cell(struct buf *out, const char *first, const char *repeated, int n,
		     const char *last)
{
	buf_put_text(out, HEAD "categories: [{id: c, features: [{id: f, name: F, values: {a: '");
	buf_put_text(out, first);
	while (n-- > 0)
		buf_put_text(out, repeated);
	buf_printf(out, "%s'}}]}]\n", last);
}

static void texts_near_the_longest_that_is_read_as_markdown_keep_the_laws(void **state)
{
	static const struct {
		const char *first, *repeated;
		int n;
		const char *last;
	} cases[] = {
		{"*not* emphasis: too long", " x*", 5000, ""},
		{"*", "w ", 4000, "w*"},
		{"see", " <https://a.example/b> and", 290, " no more"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf text = BUF_INIT;

		put_cell(&text, cases[i].first, cases[i].repeated, cases[i].n, cases[i].last);
		assert_laws(buf_text(&text), text.n, NULL);
		buf_release(&text);
	}
}

static void an_address_of_escapes_alone_is_given_up_for_its_words(void **state)
{
	struct loaded loaded = {.set = DATASET_INIT};
	struct buf text = BUF_INIT, out = BUF_INIT;
	(void)state;

	put_cell(&text, "[words](<", "(", 5000, ">)");
	load(&loaded, buf_text(&text), text.n, NULL);
	write_canon(&out, &loaded);
	assert_non_null(strstr(buf_text(&out), "values: {a: words}\n"));
	unload(&loaded);
	buf_release(&text);
	buf_release(&out);
}

static void expect_markdown(const char *source, const char *expected)
{
	const struct markdown_finding *findings;
	struct texts texts;
	struct respan respan;

	texts_init(&texts, NULL);
	respan_init(&respan);
	assert_string_equal(
		respan_text(&respan, texts_rich(&texts, source, strlen(source), &findings)),
		expected);
	assert_null(findings);
	respan_release(&respan);
	texts_release(&texts);
}

static void code_and_addresses_have_what_holds_them(void **state)
{
	static const char *const pairs[][2] = {
		{"`` a` ``", "`` a` ``"},
		{"`` `a ``", "`` `a ``"},
		{"`  a  `", "`  a  `"},
		{"`   `", "`   `"},
		{"[a](<b)c(d>)", "[a](b\\)c\\(d)"},
		{"[a](<b(c>)", "[a](b\\(c)"},
		{"[a](b(c)d)", "[a](b(c)d)"},
		{"[a](\\<b)", "[a](\\<b)"},
		{"a\\\xc3\xa9", "a\\\xc3\xa9"},
		{"<https://a.b>", "[https://a.b](https://a.b)"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
		expect_markdown(pairs[i][0], pairs[i][1]);
}

/* ---- what is left out, or stands elsewhere */

static void a_profile_of_what_is_not_shown_is_left_out(void **state)
{
	static const char text[] =
		"meshreport: 1\ntitle: t\nproducts: [{id: a, name: A}, {id: b, name: B}, {id: x, name: X}]\n"
		"categories: [{id: c, features: [{id: f, name: F, values: {a: yes, b: no}}]},"
		" {id: d, features: [{id: g, name: G, values: {a: no}}]}]\n"
		"profiles:\n  - {id: kept, name: K, weights: {f: 2, c: 3}, without: [b]}\n"
		"  - {id: of-product, name: P, without: [x]}\n"
		"  - {id: of-feature, name: P, weights: {g: 2}}\n"
		"  - {id: of-category, name: P, weights: {d: 2}}\n";
	static const char *products[] = {"a,b"}, *features[] = {"f"};
	const struct select_request request = {.products = {products, 1},
					       .features = {features, 1}};
	struct loaded loaded = {.set = DATASET_INIT};
	struct buf out = BUF_INIT;
	(void)state;

	assert_laws(text, sizeof(text) - 1, &request);
	load(&loaded, text, sizeof(text) - 1, &request);
	write_canon(&out, &loaded);
	assert_string_equal(strstr(buf_text(&out), "\nprofiles:"),
			    "\nprofiles:\n  - id: kept\n    name: K\n    weights: {f: 2, c: 3}\n"
			    "    without: [b]\n");
	unload(&loaded);
	buf_release(&out);
}

static void a_comment_on_what_is_unknown_gives_it_a_line(void **state)
{
	static const char text[] = HEAD
		"categories: [{id: c, features: [{id: f, name: F, values: {a: unknown, b: yes}}]}]\n";
	const struct mr_where cell = {MR_AT_CELL, 0, 0, NULL};
	struct loaded loaded = {.set = DATASET_INIT};
	struct buf out = BUF_INIT;
	(void)state;

	load(&loaded, text, sizeof(text) - 1, NULL);
	const struct canon_comment comment = {matrix_place(loaded.matrix, &cell), "'?' was read"};
	canon_put(&out, &(struct canon){loaded.matrix, &comment, 1});

	assert_non_null(strstr(buf_text(&out), "        values:\n"
					       "          # '?' was read\n"
					       "          a: unknown\n"
					       "          b: yes\n"));
	unload(&loaded);
	buf_release(&out);
}

/* Such a comment stands at the head, and not where something else has no place either. */
static void a_comment_without_a_place_belongs_to_nothing_without_one(void **state)
{
	static const char text[] = HEAD "categories: [{id: c, features: [{id: f, name: F}]}]\n";
	const struct canon_comment comment = {{0, 0}, "about the file"};
	struct loaded loaded = {.set = DATASET_INIT};
	struct buf out = BUF_INIT;
	(void)state;

	load(&loaded, text, sizeof(text) - 1, NULL);
	((struct dataset_product *)(uintptr_t)loaded.set.products)->place = (struct place){0, 0};
	canon_put(&out, &(struct canon){loaded.matrix, &comment, 1});

	assert_int_equal(strncmp(buf_text(&out), "# about the file\nmeshreport: 1\n", 31), 0);
	assert_non_null(strstr(buf_text(&out), "products:\n  - {id: a, name: A}\n"));
	unload(&loaded);
	buf_release(&out);
}

/* A note whose id is too long for a key of JSON stands at its marks by its words. */
static void json_has_notes_with_long_ids_by_their_words(void **state)
{
	struct buf text = BUF_INIT, out = BUF_INIT;
	struct loaded loaded = {.set = DATASET_INIT};
	char id[2][1100];
	(void)state;

	for (int i = 0; i < 2; i++) {
		memset(id[i], 'm' + i, sizeof(id[i]) - 1);
		id[i][sizeof(id[i]) - 1] = '\0';
	}
	buf_printf(&text,
		   HEAD "notes:\n  ? %s\n  : first words\n  short: short words\n  ? %s\n"
			"  : last words\n"
			"categories: [{id: c, features: [{id: f, name: F, values: "
			"{a: {status: no, notes: [%s, short]}, b: {status: no, notes: [%s]}}}]}]\n",
		   id[0], id[1], id[0], id[1]);
	load(&loaded, buf_text(&text), text.n, NULL);
	canon_json_put(&out, &(struct canon){.matrix = loaded.matrix}, "", false);

	assert_non_null(strstr(buf_text(&out), "\n\"notes\": {\"short\": \"short words\"},\n"));
	assert_non_null(strstr(buf_text(&out), "\"notes\": [\"first words\", \"short\"]"));
	assert_non_null(strstr(buf_text(&out), "\"notes\": [\"last words\"]"));
	unload(&loaded);
	buf_release(&text);
	buf_release(&out);
}

/* Scripts have no Markdown of their own: what each text of the document means stands at its end. */
static void json_for_scripts_tells_what_its_markdown_means(void **state)
{
	static const char *const texts[][2] = {
		{HEAD
		 "categories: [{id: c, features: [{id: f, name: F, values: {a: {text: plain}}}]}]\n",
		 "\"x-texts\": {}\n}\n"},
		{HEAD
		 "categories: [{id: c, features: [{id: f, name: \"*F*\", values: {a: {text: \"`a` "
		 "[b](u)\"}, b: {notes: [\"&#x6f;dd\"]}}}]}]\n",
		 "\"x-texts\": {\n"
		 "\"*F*\": [{\"text\": \"F\", \"kind\": \"emphasis\"}],\n"
		 "\"`a` [b](u)\": [{\"text\": \"a\", \"kind\": \"code\"}, {\"text\": \" \"}, "
		 "{\"text\": \"b\", \"url\": \"u\"}],\n"
		 "\"&#111;dd\": [{\"text\": \"odd\"}]\n}\n}\n"},
	};
	(void)state;

	for (size_t i = 0; i < 2; i++) {
		struct loaded loaded = {.set = DATASET_INIT};
		struct buf out = BUF_INIT;

		load(&loaded, texts[i][0], strlen(texts[i][0]), NULL);
		canon_json_put_with_texts(&out, &(struct canon){.matrix = loaded.matrix}, "");
		assert_string_equal(strstr(buf_text(&out), "\"x-texts\""), texts[i][1]);
		unload(&loaded);
		buf_release(&out);
	}
}

/* ---- pieces of YAML */

static void a_long_key_makes_lines_of_all_around_it(void **state)
{
	struct arena arena = ARENA_INIT;
	struct node *map = node_new(&arena, NODE_MAP, NULL);
	struct node *list = node_new(&arena, NODE_LIST, NULL);
	struct node *inner = node_new(&arena, NODE_MAP, NULL);
	struct buf out = BUF_INIT, expected = BUF_INIT;
	char key[NODE_KEY_MAX + 2];
	(void)state;

	memset(key, 'k', sizeof(key) - 1);
	key[sizeof(key) - 1] = '\0';
	node_add_text(&arena, inner, key, "v");
	node_add(list, NULL, inner);
	map->key = "a";
	node_add(map, "b", list);

	node_put(&out, map, 0);

	buf_printf(&expected, "a:\n  b:\n    - ? %s\n      : v\n", key);
	assert_string_equal(buf_text(&out), buf_text(&expected));
	buf_release(&out);
	buf_release(&expected);
	arena_release(&arena);
}

static void nothing_in_a_list_is_one_line(void **state)
{
	struct arena arena = ARENA_INIT;
	struct node *list = node_new(&arena, NODE_LIST, NULL);
	struct buf out = BUF_INIT;
	(void)state;

	list->key = "a";
	list->is_block = true;
	node_put(&out, list, 0);

	assert_string_equal(buf_text(&out), "a: []\n");
	buf_release(&out);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(these_keep_the_laws_too),
		cmocka_unit_test(texts_near_the_longest_that_is_read_as_markdown_keep_the_laws),
		cmocka_unit_test(an_address_of_escapes_alone_is_given_up_for_its_words),
		cmocka_unit_test(code_and_addresses_have_what_holds_them),
		cmocka_unit_test(a_profile_of_what_is_not_shown_is_left_out),
		cmocka_unit_test(a_comment_on_what_is_unknown_gives_it_a_line),
		cmocka_unit_test(a_comment_without_a_place_belongs_to_nothing_without_one),
		cmocka_unit_test(json_has_notes_with_long_ids_by_their_words),
		cmocka_unit_test(json_for_scripts_tells_what_its_markdown_means),
		cmocka_unit_test(a_long_key_makes_lines_of_all_around_it),
		cmocka_unit_test(nothing_in_a_list_is_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
