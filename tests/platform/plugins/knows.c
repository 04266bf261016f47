/* SPDX-License-Identifier: MIT */
/* Takes options of every type of 1.2 and judges the job as a whole. */
#include <meshreport/plugin.h>

#include <stdio.h>

enum { FILE_OPTION, ACCENT, TAGS, DAY, LEVELS, LIMIT };

static const struct mr_option options[] = {
	{"file", MR_OPTION_FILE, NULL, NULL, 0, 0, "a file"},
	{"accent", MR_OPTION_COLOUR, "#0A5", NULL, 0, 0, "a colour"},
	{"tags", MR_OPTION_LIST, "a,b c", NULL, 0, 0, "words"},
	{"day", MR_OPTION_DATE, NULL, NULL, 0, 0, "a day"},
	{"levels", MR_OPTION_LIST, "", "low|high", 0, 0, "levels"},
	{"limit", MR_OPTION_INTEGER, "99", NULL, 0, 99, "most features"},
};

static void put(struct mr_sink *sink, const char *text)
{
	sink->write(sink, text, strlen(text));
}

static int vet_job(struct mr_job *job)
{
	int64_t limit = mr_option_value(job, LIMIT)->integer;
	struct mr_where where = {MR_AT_FEATURE, (uint32_t)limit, 0, NULL};

	if (limit == 0)
		put(job->open(job, ""), "too early");
	if ((int64_t)job->matrix->features.n <= limit)
		return 0;
	job->diag(job, MR_ERROR, &where, "one feature too many");
	return -1;
}

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");
	const struct mr_value *file = mr_option_value(job, FILE_OPTION);
	const struct mr_value *accent = mr_option_value(job, ACCENT);
	const struct mr_value *tags = mr_option_value(job, TAGS), *day = mr_option_value(job, DAY);
	const struct mr_value *levels = mr_option_value(job, LEVELS);
	char line[200];

	snprintf(line, sizeof(line), "%s\n%s %d %zu ", job->generator, file->text, file->is_set,
		 file->bytes.n);
	put(sink, line);
	if (file->is_set)
		sink->write(sink, file->bytes.at, file->bytes.n);
	snprintf(line, sizeof(line), "\n%s %06x\n%d-%d-%d\n%u levels\n", accent->text,
		 (unsigned)accent->integer, day->date.year, day->date.month, day->date.day,
		 levels->items.n);
	put(sink, line);
	for (uint32_t i = 0; i < tags->items.n; i++) {
		put(sink, "<");
		put(sink, mr_string_at(&tags->items, i));
		put(sink, ">");
	}
	return 0;
}

MR_EXPORT const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "knows",
	.summary = "all that 1.2 has",
	.version = "3",
	.extension = "kno",
	.media_type = "text/plain",
	.options = options,
	.n_options = sizeof(options) / sizeof(*options),
	.render = render,
	.license = "MIT OR Apache-2.0",
	.author = "A. Stranger <a@example.org>",
	.homepage = "https://example.org/knows",
	.suffixes = "know|known",
	.examples = "-O accent=#f00 # in red\n-O tags=x,y -o out.know",
	.vet_job = vet_job,
};
