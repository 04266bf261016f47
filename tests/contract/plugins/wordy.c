/* SPDX-License-Identifier: MIT */
/* Declares as many options of writing and of reading as there may be, each with the longest words that it may have. */
#include "plugin.h"

enum { MANY = 256, LONG = 1000 };

static struct mr_option options[MANY];
static char names[MANY][4], words[LONG + 1];

__attribute__((constructor)) static void fill(void)
{
	memset(words, 'x', LONG);
	for (int i = 0; i < MANY; i++) {
		snprintf(names[i], sizeof(names[i]), "%d", i);
		options[i] = (struct mr_option){.name = names[i],
						.type = MR_OPTION_STRING,
						.initial = words,
						.choices = words,
						.help = words};
	}
}

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "meshreport 0");
	return 0;
}

static int read_nothing(struct mr_source *source)
{
	(void)source;
	return 0;
}

DECLARE("wordy", .options = options, .n_options = MANY, .read_options = options,
	.n_read_options = MANY, .read_suffixes = "wordy", .render = render, .read = read_nothing);
