/* SPDX-License-Identifier: MIT */
#include "cli/trial_options.h"

#include <string.h>

#include "cli/trial_data.h"

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

static void try_number(struct trial *trial, const struct input *input,
		       const struct mr_option *option, double number)
{
	struct buf argument = BUF_INIT;

	/* bounds are whole numbers, nearly always; another is rounded into its range by the middle */
	buf_printf(&argument, "%s=%lld", option->name, (long long)number);
	if (number >= option->min && number <= option->max &&
	    (double)(long long)number >= option->min)
		try_value(trial, input, buf_text(&argument));
	buf_release(&argument);
}

static void try_option(struct trial *trial, const struct input *input,
		       const struct mr_option *option)
{
	const char *choices = option->type == MR_OPTION_FLAG ? "yes|no" : option->choices;

	for (const char *at = choices; at && *at;) {
		struct buf argument = BUF_INIT;
		size_t n = strcspn(at, "|");

		buf_printf(&argument, "%s=%.*s", option->name, (int)n, at);
		try_value(trial, input, buf_text(&argument));
		buf_release(&argument);
		at += n + (at[n] == '|');
	}
	if ((option->type == MR_OPTION_INTEGER || option->type == MR_OPTION_NUMBER) &&
	    option->max > option->min) {
		try_number(trial, input, option, option->min);
		try_number(trial, input, option, option->max > 1e6 ? 1e6 : option->max);
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
