/* SPDX-License-Identifier: MIT */
/* What the loader refuses, with the very words it says; each case once, by the line that is wrong. */
#include "refused_help.h"

#include <stdio.h>

static void what_is_no_row_is_one_mistake_and_counted_in_the_paths_of_others(void **state)
{
	static const struct refused CASES[] = {
		{"meshreport: 1\ntitle: T\nproducts: [oops, {id: a, url: 'x:y', name: A}]\n"
		 "categories:\n- oops\n- id: g\n  features:\n  - oops\n"
		 "  - {id: f, name: F, weight: x, formerly: [-a], values: {a: {status: ye}}}\n",
		 "3:12: error: this is a text where a mapping belongs (products[0]); a product is {id: ..., name: ...}\n"
		 "3:31: error: a link to 'x:y' is refused (products[1].url); "
		 "an address is http, https, mailto or relative, without spaces\n"
		 "5:3: error: this is a text where a mapping belongs (categories[0]); a category is {id: ..., name: ..., features: [...]}\n"
		 "8:5: error: this is a text where a mapping belongs (categories[1].features[0]); a feature is {id: ..., name: ..., values: {...}}\n"
		 "9:30: error: a weight is a number from 0 on such as 2 or 0.5, not 'x' "
		 "(categories[1].features[1].weight)\n"
		 "9:44: error: '-a' is no id (categories[1].features[1].formerly[0]); "
		 "an id is a letter or digit, then letters, digits, '.', '_' and '-'\n"
		 "9:70: error: 'ye' is no status (categories[1].features[1].values.a.status); "
		 "did you mean 'yes'?"},
	};
	(void)state;

	REFUSE_ALL(CASES);
}

static void rows_that_are_texts_are_one_mistake_with_its_remedy(void **state)
{
	static const struct refused CASES[] = {
		{"meshreport: 1\ntitle: T\nproducts: [a, b, c]\n"
		 "categories: [{id: g, features: [{id: f, name: F, values: {a: yes}}]}]\n",
		 "3:12: error: this is a text where a mapping belongs (products[0]); "
		 "a product is {id: ..., name: ...}"},
		{HEAD "{id: f, name: F, values: {istio: {parts: [a, b]}}}" TAIL,
		 "6:43: error: this is a text where a mapping belongs (" IN_FEATURE
		 ".values.istio.parts[0]); a part is {name: ..., status: ...}"},
		{HEAD "{id: f, name: F, values: {istio: {parts: [{name: a, status: no}, b]}}}" TAIL,
		 "6:66: error: this is a text where a mapping belongs (" IN_FEATURE
		 ".values.istio.parts[1]); a part is {name: ..., status: ...}"},
		{"profiles: [p, {id: q, name: Q}, r]\n" HEAD FEATURE TAIL,
		 "1:12: error: this is a text where a mapping belongs (profiles[0]); a profile is "
		 "{id: ..., name: ...}"},
		{"meshreport: 1\ntitle: T\nproducts: {a: A}\n"
		 "categories: [{id: g, features: [{id: f, name: F}]}]\n",
		 "3:11: error: this is a mapping where a list belongs (products); each entry of a "
		 "list begins with '- ', or all stand in '[' and ']'"},
	};
	(void)state;

	REFUSE_ALL(CASES);
}

static void what_has_another_shape_is_one_mistake_with_its_remedy(void **state)
{
#define NO_MAPPING "; an entry without '- ' is one mapping"
#define NO_LIST "; each entry of a list begins with '- ', or all stand in '[' and ']'"
	static const struct refused CASES[] = {
		{"credit: x\n" HEAD FEATURE TAIL,
		 "1:9: error: this is a text where a mapping belongs (credit); a mapping is {key: "
		 "value} or lines 'key: value'"},
		{"credit: [a]\n" HEAD FEATURE TAIL,
		 "1:9: error: this is a list where a mapping belongs (credit)" NO_MAPPING},
		{"statuses: [x]\n" HEAD FEATURE TAIL,
		 "1:11: error: this is a list where a mapping belongs (statuses)" NO_MAPPING},
		{"profiles: {id: p}\n" HEAD FEATURE TAIL,
		 "1:11: error: this is a mapping where a list belongs (profiles)" NO_LIST},
		{"profiles: [{id: p, name: P, require: {f: x}}]\n" HEAD FEATURE TAIL,
		 "1:38: error: this is a mapping where a list belongs (profiles[0].require)" NO_LIST},
		{"profiles: [{id: p, name: P, require: [[f]]}]\n" HEAD FEATURE TAIL,
		 "1:39: error: this is a list where a mapping belongs (profiles[0].require[0])" NO_MAPPING},
		{"profiles: [{id: p, name: P, weights: [f]}]\n" HEAD FEATURE TAIL,
		 "1:38: error: this is a list where a mapping belongs (profiles[0].weights)" NO_MAPPING},
		{HEAD "{id: f, name: F, values: {istio: {parts: {a: b}}}}" TAIL,
		 "6:42: error: this is a mapping where a list belongs (" IN_FEATURE
		 ".values.istio.parts)" NO_LIST},
		{HEAD "{id: f, name: F, values: yes}" TAIL,
		 "6:26: error: this is a text where a mapping belongs (" IN_FEATURE
		 ".values); a mapping is {key: value} or lines 'key: value'"},
		{"meshreport: 1\ntitle: T\nproducts: &p [*p]\n"
		 "categories: [{id: g, features: [{id: f, name: F}]}]\n",
		 "3:15: error: the alias '*p' stands within its own anchor (products[0])"},
	};
	(void)state;

	REFUSE_ALL(CASES);
}

static void a_misspelt_key_is_read_as_what_was_meant(void **state)
{
	static const struct refused CASES[] = {
		{"meshreport: 1\nTitle: T\nproduct: [{id: a, name: A}]\n"
		 "categories: [{id: g, features: [{id: f, name: F, values: {b: yes}}]}]\n",
		 "2:1: error: unknown key 'Title' (Title); did you mean 'title'?\n"
		 "3:1: error: unknown key 'product' (product); did you mean 'products'?\n"
		 "4:59: error: unknown product 'b' (" IN_FEATURE
		 ".values.b); cells are named by the ids of the products"},
		{HEAD "{id: f, name: F, valus: {istio: yes}, values: {istio: no}}" TAIL,
		 "6:18: error: unknown key 'valus' (" IN_FEATURE ".valus); did you mean 'values'?\n"
		 "6:39: error: the key 'values' stands here twice, first in line 6 (" IN_FEATURE
		 ".values)"},
	};
	(void)state;

	REFUSE_ALL(CASES);
}

static void many_unknown_keys_of_one_mapping_are_two_messages(void **state)
{
	static const struct refused CASES[] = {
		{"meshreport: 1\ntitle: T\nqq: 1\nproducts: [{id: a, name: A, zz: 1, yy: 2}]\nrr: 2\n"
		 "ss: 3\ntt: 4\ncategories: [{id: g, features: [{id: f, name: F}]}]\n",
		 "3:1: error: unknown key 'qq' (qq); keys here are meshreport, title, subtitle, "
		 "language, as_of, credit, statuses, notes, products, categories, profiles\n"
		 "4:29: error: unknown key 'zz' (products[0].zz); keys here are notes, url, id, name, "
		 "logo, lifecycle, formerly, source, verified, since\n"
		 "4:36: error: 'yy' is unknown here, too (products[0].yy)\n"
		 "5:1: error: 'rr' and 2 more keys are unknown here, too (rr)"},
	};
	(void)state;

	REFUSE_ALL(CASES);
}

static void misspelt_words_name_the_nearest_right_one(void **state)
{
	static const struct refused CASES[] = {
		{HEAD "{id: f, name: F, valus: {istio: yes}}" TAIL,
		 "6:18: error: unknown key 'valus' (" IN_FEATURE ".valus); did you mean 'values'?"},
		{HEAD "{id: f, name: F, values: {isto: yes}}" TAIL,
		 "6:27: error: unknown product 'isto' (" IN_FEATURE
		 ".values.isto); did you mean 'istio'?"},
		{HEAD "{id: f, name: F, values: {conduit: yes}}" TAIL,
		 "6:27: error: unknown product 'conduit' (" IN_FEATURE
		 ".values.conduit); did you mean 'linkerd'?"},
		{HEAD "{id: f, name: F, values: {istio: {status: ye}}}" TAIL,
		 "6:43: error: 'ye' is no status (" IN_FEATURE
		 ".values.istio.status); did you mean 'yes'?"},
		{HEAD "{id: f, name: F, kind: status, values: {istio: true, linkerd: plannd}}" TAIL,
		 "6:48: error: 'true' is no status (" IN_FEATURE
		 ".values.istio); did you mean 'yes'?\n"
		 "6:63: error: 'plannd' is no status (" IN_FEATURE
		 ".values.linkerd); did you mean 'planned'?"},
		{HEAD "{id: f, name: F, values: {istio: {status: no, notes: [manuel]}}}" TAIL,
		 "6:55: error: unknown note 'manuel' (" IN_FEATURE
		 ".values.istio.notes[0]); did you mean 'manual'?"},
		{HEAD
		 "{id: f, name: F, values: {istio: {status: no, notes: [..., _x, beta]}}}" TAIL,
		 "6:64: error: unknown note 'beta' (" IN_FEATURE
		 ".values.istio.notes[2]); a note of its own has more than one word"},
		{"statuses: {beta: {like: parial}}\n" HEAD FEATURE TAIL,
		 "1:25: error: 'parial' is nothing a status can count as (statuses.beta.like); "
		 "one of yes, no, partial, na, unknown; did you mean 'partial'?"},
	};

	(void)state;

	REFUSE_ALL(CASES);
}

static void all_mistakes_of_a_file_are_told_in_its_order(void **state)
{
	static const struct refused CASES[] = {
		{"meshreport: 2\nproducts: [{id: a b}]\ncategories: [{id: c, features: [{id: f, name: F,\n"
		 "values: {x: yes}, weight: much}]}]\n",
		 "1:1: error: the key 'title' is missing or empty here\n"
		 "1:13: error: format version '2' is not known; this program reads version 1 (meshreport)\n"
		 "2:12: error: the key 'name' is missing or empty here (products[0])\n"
		 "2:17: error: 'a b' is no id (products[0].id); an id is a letter or digit, then letters, "
		 "digits, '.', '_' and '-'\n"
		 "4:10: error: unknown product 'x' (" IN_FEATURE ".values.x); cells are named by "
		 "the ids of the products\n"
		 "4:27: error: a weight is a number from 0 on such as 2 or 0.5, not 'much' (" IN_FEATURE
		 ".weight)"},
	};

	(void)state;

	REFUSE_ALL(CASES);
}

static void nothing_is_there_twice(void **state)
{
	static const struct refused CASES[] = {
		{HEAD "{id: f, name: F, name: G}" TAIL,
		 "6:18: error: the key 'name' stands here twice, first in line 6 (" IN_FEATURE
		 ".name)"},
		{HEAD "{id: f, name: F, values: {istio: yes, istio: no}}" TAIL,
		 "6:39: error: the key 'istio' stands here twice, first in line 6 (" IN_FEATURE
		 ".values.istio)"},
		{"x-a: 1\nx-a: 2\n" HEAD FEATURE TAIL,
		 "2:1: error: the key 'x-a' stands here twice, first in line 1 (x-a)"},
		{HEAD FEATURE ",\n" FEATURE TAIL,
		 "7:6: error: the id 'f' is taken already, by line 6 (categories[0].features[1].id); give it one of its own"},
		{"statuses: {beta: {like: no}, BETA: {like: yes}}\n" HEAD FEATURE TAIL,
		 "1:30: error: the status 'beta' is there already, in line 1 (statuses.BETA)"},
		{HEAD FEATURE TAIL "--- 2\n",
		 "7:1: error: a second document begins; a dataset is one: put the other into a file of its own"},
	};

	(void)state;

	REFUSE_ALL(CASES);
}

static void what_a_cell_cannot_be_is_said(void **state)
{
	static const struct refused CASES[] = {
		{HEAD "{id: f, name: F, values: [yes]}" TAIL,
		 "6:26: error: this list is 1 long, and there are 2 products (" IN_FEATURE
		 ".values); ~ stands for what is not known"},
		{HEAD "{id: f, name: F, values: {istio: {status: no, parts: []}}}" TAIL,
		 "6:54: error: a cell with parts has no status or text beside them (" IN_FEATURE
		 ".values.istio); its status follows from theirs\n"
		 "6:54: error: there are no parts in this list (" IN_FEATURE
		 ".values.istio.parts)"},
		{HEAD
		 "{id: f, name: F, values: {istio: {parts: [{status: no}, {name: a, text: b}]}}}" TAIL,
		 "6:43: error: the key 'name' is missing or empty here (" IN_FEATURE
		 ".values.istio.parts[0])\n"
		 "6:73: error: a part with a text needs a status, too (" IN_FEATURE
		 ".values.istio.parts[1].text)"},
		{HEAD
		 "{id: f, name: F, kind: status, values: {istio: [a], linkerd: {text: b}}}" TAIL,
		 "6:48: error: this feature is of kind status and takes no list (" IN_FEATURE
		 ".values.istio)\n"
		 "6:62: error: this feature is of kind status; the cell names none (" IN_FEATURE
		 ".values.linkerd)"},
		{HEAD "{id: f, name: F, kind: text, values: {istio: {status: yes}}}" TAIL,
		 "6:55: error: this feature is of kind text and takes no status (" IN_FEATURE
		 ".values.istio)"},
		{HEAD "{id: f, name: F, values: {istio: {verified: 2019-02-29}}}" TAIL,
		 "6:45: error: '2019-02-29' is no day of the calendar; write it as 2019-11-06 (" IN_FEATURE
		 ".values.istio.verified)"},
		{HEAD "{id: f, name: F, values: {istio: [a, [b]]}}" TAIL,
		 "6:38: error: this is a list where a text belongs (" IN_FEATURE
		 ".values.istio[1]); a text that begins with '[' or '{' needs quotes"},
	};

	(void)state;

	REFUSE_ALL(CASES);
}

static void links_that_could_harm_are_refused_where_they_stand(void **state)
{
#define HINT "; an address is http, https, mailto or relative, without spaces"
	static const struct refused CASES[] = {
		{HEAD "{id: f, name: F, values: {istio: 'a [b](javascript:alert(1))'}}" TAIL,
		 "6:34: error: a link to 'javascript:alert(1)' is refused (" IN_FEATURE
		 ".values.istio)" HINT},
		{HEAD "{id: f, name: F, url: //host/x}" TAIL,
		 "6:23: error: a link to '//host/x' is refused (" IN_FEATURE ".url)" HINT},
		{HEAD "{id: f, name: F, values: {istio: {source: [\"data:text/html,x\"]}}}" TAIL,
		 "6:44: error: a link to 'data:text/html,x' is refused (" IN_FEATURE
		 ".values.istio.source[0])" HINT},
		{"credit: {url: 'file:///etc/passwd'}\n" HEAD FEATURE TAIL,
		 "1:15: error: a link to 'file:///etc/passwd' is refused (credit.url)" HINT},
	};

	(void)state;

	REFUSE_ALL(CASES);
}

static void control_characters_are_refused_raw_and_escaped(void **state)
{
	static const struct refused CASES[] = {
		{HEAD "{id: f, name: F, values: {istio: \"a\\0b\", linkerd: \"a\\0b\"}}" TAIL,
		 "6:34: error: this text holds the control character U+0000\n"
		 "6:51: error: this text holds the control character U+0000"},
		{HEAD "{id: f, name: \"\\e[2J\"}" TAIL,
		 "6:15: error: this text holds the control character U+001B"},
		{HEAD "{id: f, name: '&#27;[2J'}" TAIL,
		 "6:15: error: the entity '&#27;' is a control character (" IN_FEATURE ".name)"},
		{HEAD "{id: f, name: a\033}" TAIL,
		 "6:16: error: control character U+001B; delete it"},
	};

	(void)state;

	REFUSE_ALL(CASES);
}

static void syntax_errors_have_a_place_and_a_hint(void **state)
{
	static const struct refused CASES[] = {
		{"title: b: c\n", "1:9: error: a second ': ' in a line: mapping values are not "
				  "allowed in this context; a text with ': ' in it needs quotes"},
		{"title: T\nm\xc3\xa6sh: \xff\n",
		 "2:7: error: the byte 0xFF is not UTF-8; save the file as UTF-8"},
		{"title: \"\\ud83d\\ude00\"\n",
		 "1:9: error: an escape names a surrogate or no character; surrogate pairs such as "
		 "\\ud83d\\ude00 are not read: write the character itself, while parsing a quoted scalar"},
		{"x-a: [a\n",
		 "1:6: error: the '[' that opens here is not closed: did not find expected ',' or "
		 "']' in line 2; is a ']' missing?"},
		{"x-a: *b\n" HEAD FEATURE TAIL,
		 "1:6: error: there is no anchor '&b' before this alias (x-a)"},
		{"x-a: &a [*a]\ntitle: *a\n",
		 "1:10: error: the alias '*a' stands within its own anchor"},
		{"[]\n", "1:1: error: this is a list and no dataset; the least a dataset has is "
			 "'meshreport: 1', a title, products and categories"},
		{"\xff\xfe"
		 "a",
		 "1:1: error: the file is UTF-16; a dataset is UTF-8; save it as UTF-8"},
		{"title: !thing T\n"
		 "meshreport: 1\n",
		 "1:8: error: the tag '!thing' means nothing here"},
	};
	struct loaded l;

	(void)state;

	refuses(&CASES[0]);
	refuses(&CASES[1]);
	refuses(&CASES[3]);
	refuses(&CASES[4]);
	refuses(&CASES[7]);
	load(&l, CASES[2].yaml, strlen(CASES[2].yaml));
	assert_non_null(strstr(buf_text(&l.messages),
			       "surrogate pairs such as \\ud83d\\ude00 are not read"));
	unload(&l);
	load(&l, CASES[5].yaml, strlen(CASES[5].yaml));
	assert_int_equal(l.status, -1);
	unload(&l);
	load(&l, CASES[8].yaml, strlen(CASES[8].yaml));
	assert_non_null(strstr(buf_text(&l.messages), CASES[8].says));
	unload(&l);
}

static void a_byte_of_nought_is_doubted_to_be_text(void **state)
{
	struct loaded l;

	(void)state;

	load(&l, "title: \0x", 9);
	assert_string_equal(buf_text(&l.messages), "d.yaml:1:8: error: control character U+0000; "
						   "is this a text in UTF-8?\n");
	unload(&l);
}

static void an_empty_file_is_told_what_it_lacks(void **state)
{
	struct loaded l;

	(void)state;

	load(&l, "", 0);
	assert_non_null(strstr(buf_text(&l.messages), "d.yaml: error: the file is empty"));
	unload(&l);
	load(&l, "# only a comment\n", 17);
	assert_non_null(strstr(buf_text(&l.messages), "d.yaml: error: the file is empty"));
	unload(&l);
	load(&l, "meshreport: 1\ntitle: T\n", 23);
	assert_non_null(strstr(buf_text(&l.messages), "d.yaml:1:1: error: there are no products"));
	assert_non_null(strstr(buf_text(&l.messages), "d.yaml:1:1: error: there are no features"));
	unload(&l);
}

/* Whether the byte 0xFF behind `n_lines` lines of comments and "# æ\u2028é" is told at its place. */
static bool bad_byte_is_found(size_t n_lines, const char *line_end)
{
	struct buf yaml = BUF_INIT;
	struct loaded l;
	char says[80];
	bool is_found;

	for (size_t i = 0; i < n_lines; i++)
		buf_printf(&yaml, "# m\xc3\xa6sh in line %zu%s", i + 1, line_end);
	buf_put_text(&yaml, "# \xc3\xa6\xe2\x80\xa8# \xc3\xa9 \xff");
	snprintf(says, sizeof(says), "d.yaml:%zu:5: error: the byte 0xFF is not UTF-8",
		 n_lines + 2);
	load(&l, yaml.at, yaml.n);
	is_found = l.status == -1 && strncmp(buf_text(&l.messages), says, strlen(says)) == 0;
	if (!is_found)
		print_error("%zu lines: %s\n", n_lines, buf_text(&l.messages));
	unload(&l);
	buf_release(&yaml);
	return is_found;
}

static void a_damaged_byte_has_its_place_wherever_the_pieces_of_the_file_end(void **state)
{
	(void)state;

	/* a piece of libyaml's is 16 KiB, a line about 22 bytes */
	for (size_t n_lines = 0; n_lines < 2400; n_lines += n_lines < 700   ? 37
							    : n_lines < 780 ? 1
									    : 101) {
		assert_true(bad_byte_is_found(n_lines, "\n"));
		assert_true(bad_byte_is_found(n_lines, "\r\n"));
		assert_true(bad_byte_is_found(n_lines, "\xc2\x85"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(misspelt_words_name_the_nearest_right_one),
		cmocka_unit_test(rows_that_are_texts_are_one_mistake_with_its_remedy),
		cmocka_unit_test(what_has_another_shape_is_one_mistake_with_its_remedy),
		cmocka_unit_test(a_misspelt_key_is_read_as_what_was_meant),
		cmocka_unit_test(many_unknown_keys_of_one_mapping_are_two_messages),
		cmocka_unit_test(what_is_no_row_is_one_mistake_and_counted_in_the_paths_of_others),
		cmocka_unit_test(all_mistakes_of_a_file_are_told_in_its_order),
		cmocka_unit_test(nothing_is_there_twice),
		cmocka_unit_test(what_a_cell_cannot_be_is_said),
		cmocka_unit_test(links_that_could_harm_are_refused_where_they_stand),
		cmocka_unit_test(control_characters_are_refused_raw_and_escaped),
		cmocka_unit_test(syntax_errors_have_a_place_and_a_hint),
		cmocka_unit_test(a_byte_of_nought_is_doubted_to_be_text),
		cmocka_unit_test(an_empty_file_is_told_what_it_lacks),
		cmocka_unit_test(a_damaged_byte_has_its_place_wherever_the_pieces_of_the_file_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
