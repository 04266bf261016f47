/* SPDX-License-Identifier: MIT */
#include "trial/trial_options.h"

#include <stdio.h>
#include <string.h>

#include "trial/trial_data.h"

/* Letters that mean something in HTML, XML, LaTeX, CSV, JSON, Markdown and to a shell, and some that are not ASCII. */
#define HOSTILE "<b>&\"'`\\{}[]()$%#_^~*|;: é中🙂"

/* Renders with one value; what the plugin refuses in its own words is no fault. */
static void try_value(struct trial *trial, const struct input *input, const char *argument)
{
	const struct trial_order order = {.file = trial->file, .input = input, .option = argument};
	struct trial_outcome outcome;
	struct buf what = BUF_INIT;
	const char *fault;

	trial_render(trial->run, &order, &outcome);
	fault = trial_tell_fault(trial, &outcome);
	if (fault && outcome.errors.n > 0 && !outcome.is_broken)
		fault = NULL;
	buf_printf(&what, "-O %s", argument);
	if (fault)
		trial_tell(trial, false, buf_text(&what), fault);
	buf_release(&what);
	trial_render_release(&outcome);
}

/* "KEY=VALUE" of `n` bytes. */
static void try_word(struct trial *trial, const struct input *input, const struct mr_option *option,
		     const char *word, size_t n)
{
	struct buf argument = BUF_INIT;

	buf_printf(&argument, "%s=%.*s", option->name, (int)n, word);
	try_value(trial, input, buf_text(&argument));
	buf_release(&argument);
}

static void try_words(struct trial *trial, const struct input *input,
		      const struct mr_option *option, const char *const *words)
{
	for (; *words; words++)
		try_word(trial, input, option, *words, strlen(*words));
}

/* Bounds are whole numbers, nearly always; one whose whole number lies below the least is not tried. */
static void try_number(struct trial *trial, const struct input *input,
		       const struct mr_option *option, double number)
{
	char word[24];

	snprintf(word, sizeof(word), "%lld", (long long)number);
	if ((double)(long long)number >= option->min)
		try_word(trial, input, option, word, strlen(word));
}

static void try_bounds(struct trial *trial, const struct input *input,
		       const struct mr_option *option)
{
	if (!(option->max > option->min))
		return;
	try_number(trial, input, option, option->min);
	try_number(trial, input, option, option->max > 1e6 ? 1e6 : option->max);
}

/* A length without bounds may be none at all, and of any unit. */
static void try_length(struct trial *trial, const struct input *input,
		       const struct mr_option *option)
{
	static const char *const words[] = {"0", "10mm", "100in", NULL};

	if (option->max > option->min)
		try_bounds(trial, input, option);
	else
		try_words(trial, input, option, words);
}

static void try_choices(struct trial *trial, const struct input *input,
			const struct mr_option *option, const char *choices)
{
	for (const char *at = choices; *at;) {
		size_t n = strcspn(at, "|");

		try_word(trial, input, option, at, n);
		at += n + (at[n] == '|');
	}
}

/* None, each alone, all at once; of a list of anything some words that no format may take for its own. */
static void try_list(struct trial *trial, const struct input *input, const struct mr_option *option)
{
	static const char *const words[] = {"", "a", "a,a,b", HOSTILE, NULL};
	struct buf all = BUF_INIT;

	if (!option->choices) {
		try_words(trial, input, option, words);
		return;
	}
	try_word(trial, input, option, "", 0);
	try_choices(trial, input, option, option->choices);
	for (const char *at = option->choices; *at; at++)
		buf_put_byte(&all, *at == '|' ? ',' : *at);
	try_word(trial, input, option, buf_text(&all), all.n);
	buf_release(&all);
}

/* A text, and one that is none: the plugin itself. */
static void try_file(struct trial *trial, const struct input *input, const struct mr_option *option)
{
	const char *text = trial_data_path(trial->run, "trial-hostile.yaml");

	if (text)
		try_word(trial, input, option, text, strlen(text));
	try_word(trial, input, option, trial->file->path, strlen(trial->file->path));
}

static void try_option(struct trial *trial, const struct input *input,
		       const struct mr_option *option)
{
	static const char *const colours[] = {"#000", "#ffffff", "#0A58cA", NULL};
	static const char *const days[] = {"0001-01-01", "2024-02-29", "9999-12-31", NULL};
	static const char *const strings[] = {"", HOSTILE, NULL};

	switch (option->type) {
	case MR_OPTION_FLAG: try_choices(trial, input, option, "yes|no"); break;
	case MR_OPTION_CHOICE: try_choices(trial, input, option, option->choices); break;
	case MR_OPTION_INTEGER:
	case MR_OPTION_NUMBER: try_bounds(trial, input, option); break;
	case MR_OPTION_LENGTH: try_length(trial, input, option); break;
	case MR_OPTION_FILE: try_file(trial, input, option); break;
	case MR_OPTION_COLOUR: try_words(trial, input, option, colours); break;
	case MR_OPTION_LIST: try_list(trial, input, option); break;
	case MR_OPTION_DATE: try_words(trial, input, option, days); break;
	default: try_words(trial, input, option, strings); break;
	}
}

void trial_options(struct trial *trial)
{
	const struct option_table *table = &trial->info->table;
	size_t n_failed = trial->n_failed;
	struct input input;

	if (table->n == 0) {
		trial_tell_skip(trial, "every value of its options", "it has none");
		return;
	}
	if (trial_data_load(trial->run, "example.yaml", NULL, &input) == 0) {
		for (uint32_t i = 0; i < table->n; i++)
			try_option(trial, &input, &table->options[i]);
		trial_tell(trial, trial->n_failed == n_failed,
			   "every value of its options is rendered or refused in its own words",
			   "");
	}
	input_release(&input);
}
