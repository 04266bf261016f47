/* SPDX-License-Identifier: MIT */
/* What is said of YAML that is none, or nearly: place, cause and remedy, and nothing behind it. */
#include "told.h"

static void a_file_of_another_kind_is_called_by_its_kind_and_nothing_else_is_said(void **state)
{
	static const struct told cases[] = {
		{"%PDF-1.7\n%\xe2\xe3\n", "d.yaml:1:1: error: this is a PDF file and no dataset"},
		{"\x1f\x8b\x08", "a file compressed with gzip and no dataset; unpack it first"},
		{"\x89PNG\r\n", "a PNG picture"},
		{"PK\x03\x04",
		 "a ZIP archive, as office documents are, and no dataset; "
		 "its suffix or --from says that it is one, and then its tables are read"},
		{"{\"a\": 1}\n{\"a\": 2}\n",
		 "1:1: error: this is a file of JSON Lines and no dataset"},
		{"<!DOCTYPE html>\n<table></table>\n", "an HTML page"},
		{"<?xml version=\"1.0\"?>\n<a/>\n", "an XML document"},
		{"Feature,A,B\nOne,yes,no\n", "a table with commas or the like (CSV)"},
		{"Feature;A;B\nOne;yes;no\n", "a table with commas or the like (CSV)"},
		{"Feature\tA\tB\nOne\tyes\tno\n", "a table with tabs (TSV)"},
		{"| F | A |\n|---|:-:|\n| x | no |\n", "a Markdown table"},
		{"# Brokers\n\n| F | A |\n|---|:-:|\n| x | no |\n", "a Markdown table"},
		{"meshreport = 1\ntitle = \"x\"\n", "a TOML or INI file"},
		{"hello\n", "1:1: error: this is a text and no dataset; the least a dataset has is "
			    "'meshreport: 1', a title, products and categories"},
		{"meshreport:1\ntitle:T\n", "this is a text and no dataset; a key ends in a colon "
					    "and a space"},
		{"- a\n- b\n", "1:1: error: this is a list and no dataset"},
		{"---\n...\n", "d.yaml: error: the file is empty"},
	};
	(void)state;

	TELL(cases);
}

static void what_is_meant_as_yaml_is_not_called_something_else(void **state)
{
	static const struct told cases[] = {
		{"title: a, b\nsubtitle: c: d, e\n", "2:12: error: a second ': ' in a line"},
		{"meshreport: 1\ntitle:T\nx-a: 1\n",
		 "2:1: error: 'title:' is no key: its colon has no "
		 "space behind it; a key ends in a colon and a space"},
	};
	(void)state;

	TELL(cases);
}

static void a_conflict_of_a_merge_is_told_where_it_begins(void **state)
{
	static const struct told cases[] = {
		{"meshreport: 1\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> x\n",
		 "2:1: error: a conflict of a merge stands here and is not settled; keep what is "
		 "right of the two"},
	};
	(void)state;

	TELL(cases);
}

static void a_space_that_is_none_is_named(void **state)
{
	static const struct told cases[] = {
		{"meshreport: 1\ntitle:\xc2\xa0T\nx-a: 1\n",
		 "2:7: error: the colon is followed by U+00A0, which only looks like a space; write "
		 "a plain space behind the colon"},
		{"x-a:\n  x: 1\n  \xe3\x80\x80y: z: 1\n",
		 "3:3: error: this line is indented with U+3000, which only looks like a space"},
		{"x-a:\n  x: 1\n\ty: 1\n", "3:1: error: this line is indented with a tab; indent "
					   "with spaces: a tab cannot indent"},
	};
	(void)state;

	TELL(cases);
}

static void what_a_syntax_error_looked_like_before_is_not_told(void **state)
{
	static const struct told cases[] = {
		{"x-a:\n  - id: 1\n\xc2\xa0\xc2\xa0 name: 2\n    z: 1\n",
		 "3:1: error: this line is indented with U+00A0, which only looks like a space"},
		{"meshreport: 1\ntitle: [beta] T\n",
		 "2:8: error: a text cannot begin with '[' unless it stands in quotes"},
		{"meshreport: 1\ntitle: {{ t }} T\n",
		 "2:8: error: a text cannot begin with '{' unless it stands in quotes"},
	};
	(void)state;

	TELL(cases);
}

static void a_comment_of_javascript_is_called_so(void **state)
{
	static const struct told cases[] = {
		{"{\n  // c \"x\"\n  \"meshreport\": 1\n}\n",
		 "2:3: error: '//' begins no comment here; a comment begins with '#'; JSON has none"},
		{"{\"meshreport\": 1, /* c */ \"title\": \"T\", \"products\": [{\"id\": \"a\", \"name\": \"A\"}], "
		 "\"categories\": [{\"id\": \"g\", \"features\": [{\"id\": \"f\", \"name\": \"F\"}]}]}\n",
		 "1:19: error: unknown key '/* c */ \"title\"'"},
		{"{\"title\": \"http://x\",\n\"meshreport\": 1 ]\n}\n",
		 "did not find expected ',' or '}'"},
	};
	(void)state;

	TELL(cases);
}

static void a_line_that_is_indented_too_far_is_no_text_with_a_colon(void **state)
{
	static const struct told cases[] = {
		{"x-a:\n  - id: a\n      name: b\n",
		 "3:7: error: this line is indented more than its neighbours"},
	};
	(void)state;

	TELL(cases);
}

static void what_was_opened_and_never_closed_is_told_where_it_opens(void **state)
{
	static const struct told cases[] = {
		{"x-a: \"one\nx-b: \"two\"\nx-c: 1\n",
		 "1:6: error: the quote that opens here is closed in line 2, at a quote that opens "
		 "another text; is a closing quote missing?"},
		{"x-a: \"one\nx-b: two\n", "1:6: error: the quote that opens here is never closed"},
		{"x-a: [one,\n  two\nx-b: 1\n",
		 "1:6: error: the '[' that opens here is not closed"},
		{"x-a: 'it's'\n",
		 "1:10: error: the text in quotes ends here, and something follows; "
		 "a ' within '...' is written twice"},
	};
	(void)state;

	TELL(cases);
}

static void a_text_that_begins_with_a_sign_of_yaml_needs_quotes(void **state)
{
	static const struct told cases[] = {
		{"x-a: [beta] one\n",
		 "1:6: error: a text cannot begin with '[' unless it stands in "
		 "quotes; put the whole text in quotes"},
		{"x-a: {{ site }} one\n", "1:6: error: a text cannot begin with '{'"},
		{"x-a: - one\n", "1:6: error: a text cannot begin with '- '; put it in quotes"},
		{"x-a: ? one\n", "1:6: error: a text cannot begin with '? '; put it in quotes"},
		{"x-a: @one\n", "1:6: error: a text cannot begin with '@'"},
		{"x-a: > one\n", "a text that begins with '|' or '>' needs quotes"},
		{"meshreport: 1\ntitle: &T\n"
		 "products: [{id: a, name: A}]\n"
		 "categories: [{id: c, features: [{id: f, name: F}]}]\n",
		 "2:8: error: '&T' names a value, and there is none; a text that begins with '&' "
		 "needs quotes"},
		{"meshreport: 1\ntitle: !T\n"
		 "products: [{id: a, name: A}]\n"
		 "categories: [{id: c, features: [{id: f, name: F}]}]\n",
		 "2:8: error: the tag '!T' means nothing here; a text that begins with '!' needs "
		 "quotes"},
	};
	(void)state;

	TELL(cases);
}

#define TOP \
	"meshreport: 1\ntitle: T\nproducts: [{id: kafka, name: Apache Kafka}, {id: b, name: B}]\n"
#define ROWS(values) \
	TOP "categories: [{id: c, features: [\n{id: f, name: F, values: {" values "}}]}]\n"

static void a_product_that_there_is_not_is_told_once_with_what_was_meant(void **state)
{
	static const struct told cases[] = {
		{ROWS("kafka:no"), "unknown product 'kafka:no' (categories[0].features[0].values."
				   "kafka:no); a colon is followed by a space"},
		{ROWS("Apache Kafka: no"), "did you mean 'kafka'?"},
		{ROWS("yes: [kafka]"), "a cell is 'product: status', the other way round"},
		{ROWS("kafka: yes, and more"),
		 "within braces a text with a comma in it needs quotes"},
		{TOP
		 "categories: [{id: c, features: [\n{id: f, name: F, values: {kafak: no}},\n"
		 "{id: g, name: F, values: {kafak: no}},\n{id: h, name: F, values: {kafak: no}}]}]\n",
		 "5:27: error: unknown product 'kafak', here and in 2 more rows "
		 "(categories[0].features[0].values.kafak); did you mean 'kafka'?"},
	};
	(void)state;

	TELL(cases);
}

static void keys_say_which_there_are_and_where_they_belong(void **state)
{
	static const struct told cases[] = {
		{TOP "categories: [{id: c, features: [{id: f, name: F, kafka: no}]}]\n",
		 "cells stand below 'values', indented more than it"},
		{TOP "categories:\n- id: c\n  features:\n  - id: f\n    name: F\n"
		     "    id: g\n    name: G\n",
		 "9:5: error: the key 'id' stands here twice, first in line 7 "
		 "(categories[0].features[0].id); an entry of a list begins with '- '"},
		{TOP "categories: [{id: c, features: [{id: f, name: F}]}]\n// x: 1\n",
		 "a comment begins with '#'; JSON has none"},
		{TOP "categories: [{id: c, features: [{id: f, name: F}]}]\nna\xe2\x80\x8bme: 1\n",
		 "unknown key 'na<U+200B>me'"},
	};
	(void)state;

	TELL(cases);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_file_of_another_kind_is_called_by_its_kind_and_nothing_else_is_said),
		cmocka_unit_test(what_is_meant_as_yaml_is_not_called_something_else),
		cmocka_unit_test(a_conflict_of_a_merge_is_told_where_it_begins),
		cmocka_unit_test(a_space_that_is_none_is_named),
		cmocka_unit_test(a_line_that_is_indented_too_far_is_no_text_with_a_colon),
		cmocka_unit_test(what_a_syntax_error_looked_like_before_is_not_told),
		cmocka_unit_test(a_comment_of_javascript_is_called_so),
		cmocka_unit_test(what_was_opened_and_never_closed_is_told_where_it_opens),
		cmocka_unit_test(a_text_that_begins_with_a_sign_of_yaml_needs_quotes),
		cmocka_unit_test(a_product_that_there_is_not_is_told_once_with_what_was_meant),
		cmocka_unit_test(keys_say_which_there_are_and_where_they_belong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
