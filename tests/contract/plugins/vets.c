/* SPDX-License-Identifier: MIT */
/* Refuses every value that it is asked about, in words that no terminal should see, and every job, without any. */
#include "plugin.h"

static const struct mr_option options[] = {
	{.name = "x", .type = MR_OPTION_STRING, .help = "any", .initial = "d"},
	{.name = "n", .type = MR_OPTION_INTEGER, .help = "a number", .min = 1, .max = 9}};

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "meshreport 0");
	return 0;
}

/* A word that fills the place to its last byte, and so ends within a character. */
static int vet(uint32_t index, const struct mr_value *value, char *why, size_t size)
{
	(void)index;
	if (strcmp(value->text, "long") == 0) {
		for (size_t i = 0; i < size; i++)
			why[i] = i % 2 ? "\xc3\xa4"[0] : "\xc3\xa4"[1];
		return -1;
	}
	snprintf(why, size, "given %d, set %d, \033[2J%s", value->is_given, value->is_set,
		 value->text);
	return -1;
}

static int vet_job(struct mr_job *job)
{
	(void)job;
	return -1;
}

DECLARE("vets", .options = options, .n_options = 2, .render = render, .vet = vet,
	.vet_job = vet_job);
