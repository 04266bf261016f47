/* SPDX-License-Identifier: MIT */
/* What is said of keys, of merge keys, anchors and tags, and of what is beyond a limit. */
#include "told.h"

#define TOP "meshreport: 1\ntitle: T\nproducts: [{id: a, name: A}, {id: b, name: B}]\n"
#define CATEGORIES "categories: [{id: c, features: [{id: f, name: F}]}]\n"
#define ROW(values) \
	TOP "categories: [{id: c, features: [\n{id: f, name: F, values: " values "}]}]\n"
#define AT_VALUES "categories[0].features[0].values"

static void a_merge_key_takes_mappings_and_stands_there_once(void **state)
{
	static const struct told cases[] = {
		{ROW("{<<: yes, a: no}"),
		 "5:31: error: a merge key '<<' takes mappings, not a text (" AT_VALUES ")"},
		{ROW("{<<: [{a: no}, [b]]}"),
		 "5:41: error: a merge key '<<' takes mappings, not a list (" AT_VALUES ")"},
		{ROW("{<<: {a: yes}, <<: {b: no}}"),
		 "5:41: error: the key '<<' stands here twice, first in line 5"},
		{ROW("{'<<': yes}"), "5:27: error: unknown product '<<' (" AT_VALUES ".<<)"},
		{ROW("&x {<<: [*x]}"), "5:35: error: the alias '*x' stands within its own anchor"},
	};
	(void)state;

	TELL(cases);
}

static void a_key_is_a_text(void **state)
{
	static const struct told cases[] = {
		{ROW("{[a]: yes}"), "5:27: error: a key is a text, not a list (" AT_VALUES ")"},
		{ROW("{? {a: b} : yes, a: no}"),
		 "5:29: error: a key is a text, not a mapping (" AT_VALUES ")"},
	};
	(void)state;

	TELL(cases);
}

static void a_key_that_is_none_is_told_with_what_was_probably_meant(void **state)
{
	static const struct told cases[] = {
		{TOP CATEGORIES "\xe3\x80\x80x-a: 1\n",
		 "5:1: error: unknown key '<U+3000>x-a' (<U+3000>x-a); "
		 "the line is indented with what only looks like a space"},
		{TOP CATEGORIES "x.a:b: 1\n",
		 "5:1: error: unknown key 'x.a:b' (x.a:b); a key ends in a colon and a space"},
		{TOP CATEGORIES "my own key: 1\n",
		 "5:1: error: unknown key 'my own key' (my own key); keys here are meshreport"},
		{TOP "categories: [{id: c, and more, features: [{id: f, name: F}]}]\n",
		 "4:22: error: unknown key 'and more' (categories[0].and more); "
		 "within braces a text with a comma in it needs quotes"},
		{TOP "features: []\n" CATEGORIES,
		 "4:1: error: unknown key 'features' (features); features belong into a category"},
		{TOP "notes: {id: x, id: y}\n" CATEGORIES,
		 "4:16: error: the key 'id' stands here twice, first in line 4 (notes.id)\n"},
		{TOP CATEGORIES "x: 1\n", "5:1: error: unknown key 'x' (x); keys here are"},
	};
	(void)state;

	TELL(cases);
}

/* "// words "title"" is the key that the comment swallowed, where a key is like it. */
static void a_comment_of_javascript_before_a_key_leaves_the_key(void **state)
{
	static const struct told cases[] = {
		{"{\"meshreport\": 1, // of it \"title\": \"T\",\n\"products\": [{\"id\": \"a\", \"name\": \"A\"}],\n"
		 "\"categories\": [{\"id\": \"g\", \"features\": [{\"id\": \"f\", \"name\": \"F\"}]}]}\n",
		 "1:19: error: unknown key '// of it \"title\"' (// of it \"title\"); "
		 "a comment begins with '#'; JSON has none\n"},
		{TOP CATEGORIES "// \"tit1e\": 1\n", "5:1: error: unknown key '// \"tit1e\"'"},
		{TOP CATEGORIES "// \"weight\": 1\n", "5:1: error: unknown key '// \"weight\"'"},
		{TOP CATEGORIES "// title\": 1\n", "5:1: error: unknown key '// title\"'"},
		{TOP CATEGORIES "/* \"title\" */: 1\n",
		 "5:1: error: unknown key '/* \"title\" */'"},
	};
	(void)state;

	TELL(cases);
}

static void tags_of_yaml_are_taken_and_others_mean_nothing(void **state)
{
	static const struct told cases[] = {
		{ROW("{a: !!binary yes}"),
		 "5:30: error: the tag 'tag:yaml.org,2002:binary' means nothing here\n"},
		{ROW("!own {a: yes}"), "5:26: error: the tag '!own' means nothing here; "
				       "a text that begins with '!' needs quotes"},
	};
	struct loaded l;
	(void)state;

	TELL(cases);
	load(&l, ROW("!!map {a: !!str '', b: !!seq [!!int 3, ! x]}"),
	     strlen(ROW("!!map {a: !!str '', b: !!seq [!!int 3, ! x]}")));
	assert_string_equal(buf_text(&l.messages), "");
	assert_null(cell_of(&l.set, 0, "a"));
	assert_int_equal(cell_of(&l.set, 0, "b")->kind, MR_CELL_LIST);
	unload(&l);
}

static void a_document_of_an_alias_is_none(void **state)
{
	static const struct told cases[] = {
		{"*a\n", "1:1: error: this is a text and no dataset"},
		{"\xfe\xff\x01t", "1:1: error: the file is UTF-16; a dataset is UTF-8"},
	};
	(void)state;

	TELL(cases);
}

/* ---- limits */

static void what_is_beyond_a_limit_is_refused_with_its_name(void **state)
{
	static const struct {
		const char *key;
		uint64_t limit;
		const char *yaml, *says;
	} cases[] = {
		{"input", 20, TOP CATEGORIES,
		 "d.yaml: error: more than 20 bytes, which is the limit (--limit input=BYTES)\n"},
		{"scalar", 10, "meshreport: 1\nx-a: eleven chars\n",
		 "d.yaml:2:6: error: this text is too long; the limit is 10 (--limit scalar=N)\n"},
		{"nodes", 4, "meshreport: 1\nx-a: 1\n",
		 "d.yaml:2:6: error: too many values; the limit is 4 (--limit nodes=N)\n"},
		{"depth", 3, "x-a: [[[1]]]\n",
		 "d.yaml:1:8: error: nested too deep; the limit is 3 (--limit depth=N)\n"},
		{"expansion", 4, "x-a: &a {a: no, b: no}\n" ROW("*a"),
		 "d.yaml:1:20: error: aliases expand to too many values; the limit is 4 "
		 "(--limit expansion=N)\n"},
		{"depth", 4,
		 "x-1: &note a note of its own\nx-2: &notes [*note, *note]\n"
		 "x-3: &part {name: P, notes: *notes, status: no}\nx-4: &parts [*part, *part]\n"
		 "x-5: &cell {parts: *parts, since: '1'}\nx-6: &values {a: *cell, b: no}\n"
		 "x-7: &feature {id: f, values: *values, name: F}\n" TOP
		 "categories: [{id: c, features: [*feature]}]\n",
		 "d.yaml:4:14: error: aliases within aliases nest too deep; the limit is 4 "
		 "(--limit depth=N) (" AT_VALUES ".a.parts[0])\n"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct limits limits;
		struct loaded l;

		limits_init(&limits);
		assert_int_equal(limits_set(&limits, cases[i].key, cases[i].limit), 0);
		load_within(&l, cases[i].yaml, strlen(cases[i].yaml), &limits);
		assert_string_equal(buf_text(&l.messages), cases[i].says);
		assert_int_equal(l.status, *cases[i].says ? -1 : 0);
		unload(&l);
	}
}

/* Beyond what is kept of messages nothing is compared any more, and the run still ends. */
static void many_mistakes_are_told_up_to_a_number(void **state)
{
	struct buf yaml = BUF_INIT;
	struct loaded l;
	(void)state;

	for (int i = 0; i < 2 * DIAG_MAX; i++)
		buf_printf(&yaml, "x-%d: \"\\x1%d\"\n", i, i);
	buf_printf(&yaml, "x-a: [\"\\x1%d\", \"\\x17\"]\ntitel: T\n", 2 * DIAG_MAX - 1);
	load(&l, yaml.at, yaml.n);
	assert_int_equal(l.status, -1);
	assert_int_equal(l.diag.n_kept[MR_ERROR], DIAG_MAX);
	assert_null(strstr(buf_text(&l.messages), "titel"));
	unload(&l);
	buf_release(&yaml);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_merge_key_takes_mappings_and_stands_there_once),
		cmocka_unit_test(a_key_is_a_text),
		cmocka_unit_test(a_key_that_is_none_is_told_with_what_was_probably_meant),
		cmocka_unit_test(a_comment_of_javascript_before_a_key_leaves_the_key),
		cmocka_unit_test(tags_of_yaml_are_taken_and_others_mean_nothing),
		cmocka_unit_test(a_document_of_an_alias_is_none),
		cmocka_unit_test(what_is_beyond_a_limit_is_refused_with_its_name),
		cmocka_unit_test(many_mistakes_are_told_up_to_a_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
