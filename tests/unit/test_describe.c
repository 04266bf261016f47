/* SPDX-License-Identifier: MIT */
#include "script/describe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"

#define HEAD "{\"meshreport\": 1, \"name\": \"x\", \"summary\": \"s\", \"extension\": \"txt\""

static struct arena arena;

static int forget(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static void assert_refused(const char *text, const char *expected)
{
	char why[DESCRIBE_WHY] = "";
	struct describe plugin;

	assert_int_equal(describe_read(&arena, text, strlen(text), "x", &plugin, why), -1);

	assert_string_equal(why, expected);
}

static struct mr_plugin taken(const char *text, const char *name)
{
	char why[DESCRIBE_WHY] = "";
	struct describe plugin;

	if (describe_read(&arena, text, strlen(text), name, &plugin, why) != 0)
		fail_msg("%s", why);
	return plugin.is;
}

static void what_it_needs_is_kept_in_its_order(void **state)
{
	static const char needing[] = HEAD ", \"needs\": [\"words/1\", \"charts/1 coverage svg\"], "
					   "\"capabilities\": [\"several\"]}";
	char why[DESCRIBE_WHY];
	struct describe plugin;
	(void)state;

	assert_int_equal(describe_read(&arena, needing, strlen(needing), "x", &plugin, why), 0);

	assert_int_equal(plugin.n_needs, 2);
	assert_string_equal(plugin.needs[0], "words/1");
	assert_string_equal(plugin.needs[1], "charts/1 coverage svg");
	assert_int_equal(plugin.is.capabilities, MR_CAN_SEVERAL);
	assert_refused(HEAD ", \"needs\": \"words/1\"}",
		       "line 1: needs: it is no list of at most 64 texts");
	assert_refused(HEAD ", \"needs\": [1]}",
		       "line 1: needs: an element is no text of 1 to 500 bytes");
	assert_refused(HEAD ", \"needs\": [\"\"]}",
		       "line 1: needs: an element is no text of 1 to 500 bytes");
	assert_refused(HEAD ", \"needs\": [\"a\", \"b\",\n\"a\"]}",
		       "line 2: needs: an element stands twice in it");
}

static void what_it_needs_has_a_number_and_a_length(void **state)
{
	struct buf text = BUF_INIT;
	(void)state;

	for (int most = 64; most <= 65; most++) {
		buf_clear(&text);
		buf_put_text(&text, HEAD ", \"needs\": [");
		for (int i = 0; i < most; i++)
			buf_printf(&text, "%s\"%d\"", i > 0 ? ", " : "", i);
		buf_put_text(&text, "]}");
		if (most == 64)
			assert_string_equal(taken(buf_text(&text), "x").name, "x");
		else
			assert_refused(buf_text(&text),
				       "line 1: needs: it is no list of at most 64 texts");
	}
	for (int most = 500; most <= 501; most++) {
		buf_clear(&text);
		buf_printf(&text, "%s, \"needs\": [\n\"%0*d\"]}", HEAD, most, 0);
		if (most == 500)
			assert_string_equal(taken(buf_text(&text), "x").name, "x");
		else
			assert_refused(buf_text(&text),
				       "line 2: needs: an element is no text of 1 to 500 bytes");
	}
	buf_release(&text);
}

static void all_members_are_those_of_a_shared_object(void **state)
{
	struct mr_plugin is = taken(
		HEAD ", \"version\": \"2.1\", \"media_type\": \"text/x\", \"license\": \"MIT\", "
		     "\"author\": \"A\", \"homepage\": \"https://example.org\", \"priority\": -3, "
		     "\"suffixes\": [\"a\", \"b\"], \"examples\": [\"-O a # b\", \"-O c\"], "
		     "\"template_name\": \"t.txt\", \"capabilities\": [\"document\", \"screen\"], "
		     "\"x-own\": [1]}",
		"x");
	(void)state;

	assert_string_equal(is.version, "2.1");
	assert_string_equal(is.suffixes, "a|b");
	assert_string_equal(is.examples, "-O a # b\n-O c");
	assert_string_equal(is.template_name, "t.txt");
	assert_int_equal(is.capabilities, MR_CAN_DOCUMENT | MR_CAN_SCREEN);
	assert_int_equal(is.priority, -3);
	assert_int_equal(is.abi_major, MR_ABI_MAJOR);
}

static void defaults_are_as_a_user_types_them(void **state)
{
	struct mr_plugin is = taken(
		HEAD
		", \"options\": ["
		"{\"name\": \"a\", \"type\": \"flag\", \"default\": true, \"help\": \"h\"},"
		"{\"name\": \"b\", \"type\": \"list\", \"default\": [\"p\", \"q\"], \"help\": \"h\"},"
		"{\"name\": \"c\", \"type\": \"integer\", \"default\": 7, \"min\": 1, \"max\": 9, \"help\": \"h\"},"
		"{\"name\": \"d\", \"type\": \"choice\", \"choices\": [\"u\", \"v\"], \"default\": \"v\", \"help\": \"h\"},"
		"{\"name\": \"e\", \"type\": \"date\", \"default\": null, \"help\": \"h\"}]}",
		"x");
	(void)state;

	assert_int_equal(is.n_options, 5);
	assert_string_equal(is.options[0].initial, "yes");
	assert_string_equal(is.options[1].initial, "p,q");
	assert_string_equal(is.options[2].initial, "7");
	assert_true(is.options[2].min == 1 && is.options[2].max == 9);
	assert_string_equal(is.options[3].choices, "u|v");
	assert_null(is.options[4].initial);
}

static void of_a_list_the_named_one_is_taken(void **state)
{
	static const char two[] =
		"[" HEAD
		"}, {\"meshreport\": 1, \"name\": \"y\", \"summary\": \"t\", \"extension\": \"y\"}]";
	(void)state;

	assert_string_equal(taken(two, "y").summary, "t");
	assert_string_equal(taken(two, "x").summary, "s");
	assert_string_equal(taken(two, "z").summary, "s");
}

static void what_is_wrong_has_its_place(void **state)
{
	(void)state;

	assert_refused(HEAD ",\n \"sumary\": 1}",
		       "line 2: unknown key 'sumary'; did you mean 'summary'?");
	assert_refused(HEAD ",\n\n \"version\": 1}", "line 3: version: it is a number, not a text");
	assert_refused("{\"meshreport\": 1, \"name\": \"x\"}",
		       "line 1: the key 'summary' is missing");
	assert_refused("{\"meshreport\": 2}",
		       "line 1: meshreport: it was written for version 2, this meshreport has 1");
	assert_refused(HEAD
		       ", \"options\": [{\"name\": \"a\", \"type\": \"flag\", \"help\": \"h\"},\n"
		       "{\"name\": \"b\", \"type\": \"flga\", \"help\": \"h\"}]}",
		       "line 2: options[1].type: unknown word 'flga'; did you mean 'flag'?");
	assert_refused(HEAD ", \"options\": [{\"name\": \"a\", \"type\": \"flag\"}]}",
		       "line 1: options[0]: the key 'help' is missing");
	assert_refused(
		HEAD ", \"examples\": [\"a\\nb\"]}",
		"line 1: examples: an element of the list is a text that cannot stand in it");
	assert_refused(HEAD ", \"capabilities\": [\"many\"]}",
		       "line 1: capabilities: unknown word 'many'");
	assert_refused(HEAD ", \"name\": \"x\"}", "line 1: a key stands twice in one object");
	assert_refused(HEAD ", \"license\": \"a\\u0000b\"}",
		       "line 1: a text holds the character U+0000");
	assert_refused("[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]",
		       "line 1: values are nested too deep");
	assert_refused("[1]", "line 1: it is a number, not an object");
	assert_refused("7", "line 1: it is a number, not an object");
}

static void values_of_the_wrong_kind_are_refused(void **state)
{
	static const struct {
		const char *member, *why;
	} wrong[] = {
		{"\"zzzzzzzzzzzz\": 1", "unknown key 'zzzzzzzzzzzz'"},
		{"\"options\": {}", "options: it is an object, not a list"},
		{"\"options\": [{\"name\": \"a\", \"type\": \"list\", \"default\": {}}]",
		 "options[0].default: it is an object, not a value"},
		{"\"reads\": \"a\"", "reads: it is a text, not a list of texts"},
		{"\"suffixes\": [7]", "suffixes: an element of the list is a number"},
		{"\"suffixes\": [\"a|b\"]",
		 "suffixes: an element of the list is a text that cannot stand in it"},
		{"\"capabilities\": \"binary\"", "capabilities: it is a text, not a list of texts"},
		{"\"capabilities\": [1]", "capabilities: it is a number, not a text"},
		{"\"priority\": \"1\"", "priority: it is a text, not a number"},
		{"\"priority\": 1e3", "priority: 1e3 is no number without an exponent"},
		{"\"priority\": 1.5", "priority: 1.5 is no whole number from -1000000 to 1000000"},
		{"\"priority\": 1000001",
		 "priority: 1000001 is no whole number from -1000000 to 1000000"},
		{"\"priority\": -99999999999",
		 "priority: -99999999999 is no whole number from -1000000 to 1000000"},
	};
	char text[400], why[400];
	(void)state;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		snprintf(text, sizeof(text), "%s, %s}", HEAD, wrong[i].member);
		snprintf(why, sizeof(why), "line 1: %s", wrong[i].why);
		assert_refused(text, why);
	}
	assert_refused("{\"meshreport\": \"1\"}", "line 1: meshreport: it is a text, not a number");
	assert_refused("[]", "line 1: it is a list, not an object");
	assert_refused("{}", "line 1: the key 'meshreport' is missing");
	assert_refused("{\"meshreport\": 1, \"name\": \"x\", \"summary\": \"s\"}",
		       "line 1: one of the keys 'extension' (it writes) and 'reads' is missing");
	assert_string_equal(taken(HEAD ", \"capabilities\": [\"binary\"]}", "x").media_type,
			    "application/octet-stream");
	assert_string_equal(taken(HEAD ", \"capabilities\": []}", "x").media_type, "text/plain");
}

static void what_is_no_json_is_told_so(void **state)
{
	static const char *const texts[] = {"",          "{",        "\n\n{\"a\": }",    HEAD,
					    "Traceback", HEAD "} x", "{\"a\": \"\xff\"}"};
	char why[DESCRIBE_WHY];
	struct describe plugin;
	(void)state;

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		assert_int_equal(
			describe_read(&arena, texts[i], strlen(texts[i]), "x", &plugin, why), -1);
		assert_non_null(strstr(why, "it is no JSON: "));
	}
	describe_read(&arena, texts[2], strlen(texts[2]), "x", &plugin, why);
	assert_int_equal(strncmp(why, "line 3: ", 8), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(all_members_are_those_of_a_shared_object, forget),
		cmocka_unit_test_teardown(what_it_needs_is_kept_in_its_order, forget),
		cmocka_unit_test_teardown(what_it_needs_has_a_number_and_a_length, forget),
		cmocka_unit_test_teardown(defaults_are_as_a_user_types_them, forget),
		cmocka_unit_test_teardown(of_a_list_the_named_one_is_taken, forget),
		cmocka_unit_test_teardown(what_is_wrong_has_its_place, forget),
		cmocka_unit_test_teardown(values_of_the_wrong_kind_are_refused, forget),
		cmocka_unit_test_teardown(what_is_no_json_is_told_so, forget),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
