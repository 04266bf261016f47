/* SPDX-License-Identifier: MIT */
#include "plugin/plugin.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static int render(struct mr_job *job)
{
	(void)job;
	return 0;
}

static const struct mr_option options[] = {
	{"one", MR_OPTION_FLAG, "no", NULL, 0, 0, "h"},
	{"two", MR_OPTION_INTEGER, "2", NULL, 0, 0, "h"},
};

static struct mr_plugin right(void)
{
	return (struct mr_plugin){MR_PLUGIN_HEADER,   .name = "x",      .summary = "s",
				  .version = "1",     .extension = "x", .media_type = "a/b",
				  .options = options, .n_options = 2,   .render = render};
}

static int adopt(const struct mr_plugin *symbol, struct plugin *out, char why[PLUGIN_WHY])
{
	static struct arena
		arena; /* of a test program: freed with it, but for what leaks would tell */
	int status = plugin_adopt(symbol, "x", &arena, out, why);

	return status;
}

static void a_right_plugin_is_adopted(void **state)
{
	struct mr_plugin symbol = right();
	struct plugin plugin;
	char why[PLUGIN_WHY];
	(void)state;

	assert_int_equal(adopt(&symbol, &plugin, why), 0);

	assert_int_equal(plugin.table.n, 2);
	assert_string_equal(plugin.table.options[1].name, "two");
}

static void a_longer_struct_of_the_same_version_is_cut(void **state)
{
	struct {
		struct mr_plugin known;
		char later[64];
	} symbol = {right(), {1}};
	struct plugin plugin;
	char why[PLUGIN_WHY];
	(void)state;

	symbol.known.struct_size = sizeof(symbol);

	assert_int_equal(adopt(&symbol.known, &plugin, why), 0);
}

static void longer_options_are_read_by_their_own_size(void **state)
{
	struct wide {
		struct mr_option known;
		char later[24];
	} wide[2] = {{options[0], {1}}, {options[1], {1}}};
	struct mr_plugin symbol = right();
	struct plugin plugin;
	char why[PLUGIN_WHY];
	(void)state;

	symbol.options = &wide[0].known;
	symbol.option_size = sizeof(struct wide);

	assert_int_equal(adopt(&symbol, &plugin, why), 0);
	assert_string_equal(plugin.table.options[1].name, "two");
}

static void both_versions_are_named(void **state)
{
	struct mr_plugin symbol = right();
	struct plugin plugin;
	char why[PLUGIN_WHY];
	(void)state;

	symbol.abi_minor = MR_ABI_MINOR + 3;
	assert_int_equal(adopt(&symbol, &plugin, why), -1);
	assert_non_null(strstr(why, "ABI 1.5"));
	assert_non_null(strstr(why, "has 1.2"));
	symbol.abi_minor = 0;
	symbol.abi_major = 9;
	assert_int_equal(adopt(&symbol, &plugin, why), -1);
	assert_non_null(strstr(why, "ABI 9.0"));
}

static void what_is_not_fit_to_be_shown_is_refused(void **state)
{
	struct mr_plugin wrong[] = {right(), right(), right(), right(), right(), right(), right()};
	struct plugin plugin;
	char why[PLUGIN_WHY];
	(void)state;

	wrong[0].summary = "two\nlines";
	wrong[1].version = "\033[31m";
	wrong[2].extension = "a/b";
	wrong[3].media_type = "";
	wrong[4].template_name = "../x";
	wrong[5].render = NULL;
	wrong[6].option_size = 3;
	for (size_t i = 0; i < 7; i++)
		assert_int_equal(adopt(&wrong[i], &plugin, why), -1);
}

static int read_nothing(struct mr_source *source)
{
	(void)source;
	return 0;
}

static void a_plugin_that_only_reads_needs_no_extension(void **state)
{
	struct mr_plugin symbol = right();
	struct plugin plugin;
	char why[PLUGIN_WHY];
	(void)state;
	symbol.render = NULL;
	symbol.extension = symbol.media_type = NULL;
	symbol.read = read_nothing;
	symbol.read_suffixes = "md|markdown";
	symbol.read_options = options;
	symbol.n_read_options = 2;

	assert_int_equal(adopt(&symbol, &plugin, why), 0);

	assert_int_equal(plugin.read_table.n, 2);
	symbol.read_suffixes = "md|";
	assert_int_equal(adopt(&symbol, &plugin, why), -1);
	symbol.read_suffixes = "MD";
	assert_int_equal(adopt(&symbol, &plugin, why), -1);
}

static void a_plugin_of_the_first_minor_cannot_read(void **state)
{
	struct mr_plugin symbol = right();
	struct plugin plugin;
	char why[PLUGIN_WHY];
	(void)state;
	symbol.abi_minor = 0;
	symbol.read = read_nothing; /* what lies there is anything */
	symbol.n_read_options = 77;

	assert_int_equal(adopt(&symbol, &plugin, why), 0);

	assert_null(plugin.is.read);
	assert_int_equal(plugin.read_table.n, 0);
}

static void a_plugin_of_the_second_minor_has_no_member_that_came_later(void **state)
{
	struct mr_plugin symbol = right();
	struct plugin plugin;
	char why[PLUGIN_WHY];
	(void)state;
	symbol.abi_minor = 1;
	symbol.read = read_nothing;
	symbol.read_suffixes = "x";
	symbol.needs_abi = "what lies there is anything";
	symbol.priority = 7;

	assert_int_equal(adopt(&symbol, &plugin, why), 0);

	assert_non_null(plugin.is.read);
	assert_null(plugin.is.needs_abi);
	assert_int_equal(plugin.is.priority, 0);
}

static void options_of_reading_are_vetted_as_those_of_writing(void **state)
{
	static const struct mr_option wrong = {"A", MR_OPTION_FLAG, NULL, NULL, 0, 0, "h"};
	struct mr_plugin symbol = right();
	struct plugin plugin;
	char why[PLUGIN_WHY];
	(void)state;
	symbol.read = read_nothing;
	symbol.read_options = &wrong;
	symbol.n_read_options = 1;

	assert_int_equal(adopt(&symbol, &plugin, why), -1);

	assert_string_equal(why, "option 0 has no usable name");
}

static void the_epoch_is_digits_and_nothing_else(void **state)
{
	static const char *const wrong[] = {
		"",    " 1",  "1 ",           "-1", "+1",
		"0x1", "1.0", "253402300800", "1a", "99999999999999999999"};
	int64_t seconds;
	(void)state;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(home_parse_epoch(wrong[i], &seconds));
	assert_true(home_parse_epoch("0", &seconds));
	assert_true(home_parse_epoch("253402300799", &seconds));
	assert_true(seconds == 253402300799);
}

static void every_word_of_a_plugin_is_vetted(void **state)
{
	struct mr_plugin wrong[20];
	struct plugin plugin;
	char why[PLUGIN_WHY];
	size_t n = 0;
	(void)state;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		wrong[i] = right();
	wrong[n++].name = NULL;
	wrong[n++].name = "\033[31m";
	wrong[n++].name = "y";
	wrong[n++].summary = "";
	wrong[n++].summary = NULL;
	wrong[n++].media_type = NULL;
	wrong[n++].media_type = "a\nb";
	wrong[n++].license = "two\nlines";
	wrong[n++].author = "\xff";
	wrong[n++].homepage = "javascript:alert(1)";
	wrong[n++].homepage = "https:/e.org";
	wrong[n++].examples = "\033";
	wrong[n++].suffixes = "a|";
	wrong[n++].needs_abi = "1.";
	wrong[n++].needs_abi = "1.x";
	wrong[n++].needs_abi = "1:0";
	wrong[n++].needs_abi = "1./";
	wrong[n++].options = NULL;
	wrong[n++].n_options = OPTIONS_MAX + 1;
	wrong[n].option_size = sizeof(struct mr_option) + 1;
	for (size_t i = 0; i <= n; i++) {
		why[0] = '\0';
		assert_int_equal(adopt(&wrong[i], &plugin, why), -1);
		assert_true(why[0] != '\0');
		assert_null(strchr(why, '\033'));
	}
}

static void a_home_page_is_an_address_of_the_web(void **state)
{
	struct mr_plugin symbol = right();
	struct plugin plugin;
	char why[PLUGIN_WHY];
	(void)state;

	symbol.examples = "one\ntwo";
	symbol.suffixes = "a|b";
	symbol.homepage = "http://e.org";
	assert_int_equal(adopt(&symbol, &plugin, why), 0);
	symbol.homepage = "https://e.org";
	assert_int_equal(adopt(&symbol, &plugin, why), 0);
	symbol.homepage = "";
	assert_int_equal(adopt(&symbol, &plugin, why), 0);
}

static void one_that_is_newer_and_does_with_less_is_adopted(void **state)
{
	static const char *const wrong[] = {NULL, "", "2.0", "1.99", "1.-1", "1.0000000"};
	struct mr_plugin symbol = right();
	struct plugin plugin;
	char why[PLUGIN_WHY];
	(void)state;

	symbol.abi_minor = MR_ABI_MINOR + 1;
	symbol.needs_abi = "1.0";
	assert_int_equal(adopt(&symbol, &plugin, why), 0);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		symbol.needs_abi = wrong[i];
		assert_int_equal(adopt(&symbol, &plugin, why), -1);
	}
	/* what is shorter than all that is known here is none that is newer */
	symbol.needs_abi = "1.0";
	symbol.struct_size -= 8;
	assert_int_equal(adopt(&symbol, &plugin, why), -1);
}

static void a_short_struct_and_a_file_to_read_by_are_refused(void **state)
{
	static const struct mr_option file = {"f", MR_OPTION_FILE, NULL, NULL, 0, 0, "h"};
	struct mr_plugin symbol = right();
	struct plugin plugin;
	char why[PLUGIN_WHY];
	(void)state;

	symbol.read = read_nothing;
	symbol.read_options = &file;
	symbol.n_read_options = 1;
	assert_int_equal(adopt(&symbol, &plugin, why), -1);
	assert_string_equal(why, "option 'f' of reading cannot be a file");
	symbol.n_read_options = 0;
	assert_int_equal(adopt(&symbol, &plugin, why), 0);
	symbol.struct_size = 16;
	assert_int_equal(adopt(&symbol, &plugin, why), -1);
	assert_non_null(strstr(why, "its struct mr_plugin has 16 bytes"));
}

static void a_file_that_cannot_be_read_is_told_with_the_systems_reason(void **state)
{
	const struct plugin_file file = {.name = "x", .path = "/nowhere/x.so"};
	struct arena arena = ARENA_INIT;
	struct plugin plugin;
	char why[PLUGIN_WHY];
	(void)state;

	assert_int_equal(plugin_open(&file, &arena, &plugin, why), -1);

	assert_string_equal(why, "/nowhere/x.so: No such file or directory");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_right_plugin_is_adopted),
		cmocka_unit_test(a_longer_struct_of_the_same_version_is_cut),
		cmocka_unit_test(longer_options_are_read_by_their_own_size),
		cmocka_unit_test(both_versions_are_named),
		cmocka_unit_test(what_is_not_fit_to_be_shown_is_refused),
		cmocka_unit_test(a_plugin_that_only_reads_needs_no_extension),
		cmocka_unit_test(a_plugin_of_the_first_minor_cannot_read),
		cmocka_unit_test(a_plugin_of_the_second_minor_has_no_member_that_came_later),
		cmocka_unit_test(options_of_reading_are_vetted_as_those_of_writing),
		cmocka_unit_test(the_epoch_is_digits_and_nothing_else),
		cmocka_unit_test(every_word_of_a_plugin_is_vetted),
		cmocka_unit_test(a_home_page_is_an_address_of_the_web),
		cmocka_unit_test(one_that_is_newer_and_does_with_less_is_adopted),
		cmocka_unit_test(a_short_struct_and_a_file_to_read_by_are_refused),
		cmocka_unit_test(a_file_that_cannot_be_read_is_told_with_the_systems_reason),
	};

	return cmocka_run_group_tests_name("registry", tests, NULL, NULL);
}
