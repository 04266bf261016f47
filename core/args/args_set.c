/* SPDX-License-Identifier: MIT */
#include "args/args_set.h"

#include <string.h>

#include "base/nearest.h"
#include "base/number.h"
#include "change/change.h"

int args_set_sort(struct parse *parse, const char *argument)
{
	struct diag_message message = {.severity = MR_ERROR};

	parse->args->has_sort = true;
	if (sort_parse(argument, &parse->args->sort))
		return 0;
	message.text = "--sort takes " SORT_WORD_DATA ", " SORT_WORD_NAME " or " SORT_WORD_COVERAGE;
	message.suggestion = sort_nearest(argument);
	diag_add(parse->diag, &message);
	return -1;
}

int args_set_color(struct parse *parse, const char *argument)
{
	static const char *const words[] = {"auto", "always", "never"};

	for (int i = 0; i < 3; i++) {
		if (strcmp(argument, words[i]) != 0)
			continue;
		parse->args->color = (enum args_color)i;
		return 0;
	}
	diag_say(parse->diag, MR_ERROR, NULL, "--color takes auto, always or never");
	return -1;
}

int args_set_sandbox(struct parse *parse, const char *argument)
{
	static const char *const words[] = {"auto", "require", "off"};
	struct diag_message message = {.severity = MR_ERROR,
				       .text = "--sandbox takes auto, require or off"};

	for (int i = 0; i < 3; i++) {
		if (strcmp(argument, words[i]) != 0)
			continue;
		parse->args->sandbox = (enum args_sandbox)i;
		return 0;
	}
	message.suggestion = nearest_of(argument, words, 3);
	diag_add(parse->diag, &message);
	return -1;
}

int args_set_timeout(struct parse *parse, const char *argument)
{
	double seconds;

	if (!number_read(argument, &seconds) || seconds < 0 || seconds > 1e6) {
		diag_say(parse->diag, MR_ERROR, NULL, "--timeout takes a number of seconds");
		return -1;
	}
	parse->args->timeout = seconds;
	return 0;
}

int args_set_limit(struct parse *parse, const char *argument)
{
	struct diag_message message = {.severity = MR_ERROR};
	size_t n = strcspn(argument, "=");
	const char *key = arena_copy(parse->arena, argument, n);
	struct buf names = BUF_INIT;
	uint64_t value;

	if (!key) {
		diag_no_memory(parse->diag);
		return -1;
	}
	message.text = "--limit takes KEY=N, where N may end in k, M or G";
	if (argument[n] == '=' && number_read_size(argument + n + 1, &value)) {
		if (limits_set(&parse->args->limits, key, value) == 0)
			return 0;
		message.text = "--limit knows no such key";
		message.suggestion = limits_nearest(key);
	}
	buf_put_text(&names, "its keys are ");
	limits_put_names(&names);
	message.hint = buf_text(&names);
	diag_add(parse->diag, &message);
	buf_release(&names);
	return -1;
}

int args_set_help(struct parse *parse, const char *argument)
{
	parse->args->verb = ARGS_HELP;
	parse->args->about = argument;
	return 0;
}

int args_set_list(struct parse *parse, const char *argument)
{
	(void)argument;
	parse->args->verb = ARGS_LIST_FORMATS;
	return 0;
}

int args_set_tables(struct parse *parse, const char *argument)
{
	(void)argument;
	parse->args->verb = ARGS_LIST_TABLES;
	return 0;
}

/* One of two words; the second is 1. */
static int set_one_of(struct parse *parse, const char *option, const char *const words[2],
		      const char *argument)
{
	struct diag_message message = {.severity = MR_ERROR};
	struct buf text = BUF_INIT;

	for (int i = 0; i < 2; i++)
		if (strcmp(argument, words[i]) == 0)
			return i;
	buf_printf(&text, "%s takes %s or %s", option, words[0], words[1]);
	message.text = buf_text(&text);
	message.suggestion = nearest_of(argument, words, 2);
	diag_add(parse->diag, &message);
	buf_release(&text);
	return -1;
}

int args_set_products_in(struct parse *parse, const char *argument)
{
	static const char *const words[] = {"columns", "rows"};
	int word = set_one_of(parse, "--products-in", words, argument);

	parse->args->wishes.products_in = word == 1 ? INTERPRET_IN_ROWS : INTERPRET_IN_COLUMNS;
	return word < 0 ? -1 : 0;
}

int args_set_report(struct parse *parse, const char *argument)
{
	static const char *const words[] = {"text", "json"};
	int word = set_one_of(parse, "--report", words, argument);

	parse->args->wishes.wants_json = word == 1;
	return word < 0 ? -1 : 0;
}

int args_set_warning(struct parse *parse, const char *argument)
{
	return policy_set(&parse->args->checks.policy, argument, parse->diag);
}

int args_set_today(struct parse *parse, const char *argument)
{
	return checks_set_today(&parse->args->checks, argument, parse->diag);
}

int args_set_stale(struct parse *parse, const char *argument)
{
	return checks_set_stale(&parse->args->checks, argument, parse->diag);
}

int args_set_output(struct parse *parse, const char *argument)
{
	return checks_set_output(&parse->args->checks, argument, parse->diag);
}

int args_set_json(struct parse *parse, const char *argument)
{
	(void)argument;
	return checks_set_output(&parse->args->checks, "json", parse->diag);
}

int args_set_rules(struct parse *parse, const char *argument)
{
	(void)argument;
	parse->args->verb = ARGS_LIST_RULES;
	return 0;
}

int args_set_strict(struct parse *parse, const char *argument)
{
	(void)argument;
	return policy_set(&parse->args->checks.policy, "error", parse->diag);
}

int args_set_version(struct parse *parse, const char *argument)
{
	(void)argument;
	parse->args->verb = ARGS_VERSION;
	return 0;
}

int args_set_print(struct parse *parse, const char *argument)
{
	parse->args->verb = ARGS_PRINT_TEMPLATE;
	parse->args->about = argument;
	return 0;
}

int args_set_print_style(struct parse *parse, const char *argument)
{
	(void)argument;
	parse->args->verb = ARGS_PRINT_STYLE;
	return 0;
}

int args_set_ignore(struct parse *parse, const char *argument)
{
	static const char *const words[] = {"links", "notes", "words", "evidence"};

	for (size_t n; *argument; argument += n + (argument[n] == ',')) {
		struct diag_message message = {.severity = MR_ERROR};
		char given[NEAREST_MAX + 1] = "";
		unsigned what;

		n = strcspn(argument, ",");
		what = change_ignored(argument, n);
		parse->args->ignored |= what;
		if (what != 0)
			continue;
		if (n < sizeof(given))
			memcpy(given, argument, n);
		message.text = "--ignore takes " CHANGE_IGNORED ", joined by commas";
		message.suggestion = nearest_of(given, words, sizeof(words) / sizeof(*words));
		diag_add(parse->diag, &message);
		return -1;
	}
	return 0;
}
