/* SPDX-License-Identifier: MIT */
/* Behaves: writes its options and the size of the matrix. */
#include "plugin.h"

static const struct mr_option options[] = {
	{"paper", MR_OPTION_CHOICE, "a4", "a3|a4|letter", 0, 0, "the paper"},
	{"copies", MR_OPTION_INTEGER, "1", NULL, 1, 9, "how many"},
	{"margin", MR_OPTION_LENGTH, "36pt", NULL, 0, 100, "the margin"},
	{"scale", MR_OPTION_NUMBER, "1.5", NULL, 0.5, 2, "the scale"},
	{"draft", MR_OPTION_FLAG, "no", NULL, 0, 0, "marks it as a draft"},
	{"note", MR_OPTION_STRING, NULL, NULL, 0, 0, "a note"},
};

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");
	char line[200];

	snprintf(line, sizeof(line), "%s\n%u by %u\nclock %lld\n", job->generator,
		 job->matrix->features.n, job->matrix->products.n, (long long)job->clock);
	put(sink, line);
	for (uint32_t i = 0; i < job->n_values; i++) {
		const struct mr_value *value = mr_option_value(job, i);

		snprintf(line, sizeof(line), "%s %d%d %lld %ld '%s'\n", options[i].name,
			 value->is_set, value->is_given, (long long)value->integer,
			 (long)(value->number * 1000), value->text);
		put(sink, line);
	}
	job->describe(job, "lines", 9);
	return 0;
}

DECLARE("good", .options = options, .n_options = 6, .render = render);
