/* SPDX-License-Identifier: MIT */
/* Asks for the artifact of another format (-O want=), whose bytes it writes after a line on what it got; or floods, fails, reads files. */
#include <meshreport/plugin.h>

#include <stdio.h>

#ifndef NAME
#define NAME "asks"
#endif
#ifndef DEFAULT_WANT
#define DEFAULT_WANT ""
#endif

enum { WANT, KEY, VALUE, MODE };

static const struct mr_option options[] = {
	{"want", MR_OPTION_STRING, DEFAULT_WANT, NULL, 0, 0, "the format that is asked for"},
	{"key", MR_OPTION_STRING, "", NULL, 0, 0, "an option of it"},
	{"value", MR_OPTION_STRING, "", NULL, 0, 0, "its value"},
	{"mode", MR_OPTION_STRING, "ask", NULL, 0, 0,
	 "ask, flood, fail, warn, warn-twice, crash, hang, or a file to read"},
};

static void put(struct mr_sink *sink, const char *text)
{
	sink->write(sink, text, strlen(text));
}

static int ask(struct mr_job *job, struct mr_sink *sink)
{
	const struct mr_artifacts_1 *artifacts = job->service(job, MR_ARTIFACTS_1);
#ifdef FIXED
	const char *key = "mode", *value = FIXED;
#else
	const char *key = mr_option_value(job, KEY)->text,
		   *value = mr_option_value(job, VALUE)->text;
#endif
	const char *const given[] = {key, value, NULL};
	const char *want = mr_option_value(job, WANT)->text, *why = NULL;
	struct mr_bytes bytes = {NULL, 1};
	char line[2000];
	int status;

	if (!*want) {
		put(sink, "asked nobody\n");
		return 0;
	}
	if (!artifacts) {
		put(sink, "no service\n");
		return 0;
	}
	status = artifacts->make(job, want, *key ? given : NULL, &bytes, &why);
	snprintf(line, sizeof(line), "%.100s %d %lu [%s]\n", want, status, (unsigned long)bytes.n,
		 why);
	put(sink, line);
	sink->write(sink, bytes.at, bytes.n);
	return 0;
}

static void flood(struct mr_sink *sink)
{
	static char block[1 << 20];

	for (int i = 0; i < 65; i++)
		sink->write(sink, block, sizeof(block));
}

static int read_file(struct mr_sink *sink, const char *path)
{
	FILE *file = fopen(path, "r");
	char line[200] = "";

	put(sink, file && fgets(line, sizeof(line), file) ? line : "not readable\n");
	if (file)
		fclose(file);
	return 0;
}

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");
	const char *mode = mr_option_value(job, MODE)->text;

	put(sink, job->generator);
	put(sink, "\n");
	if (strcmp(mode, "ask") == 0)
		return ask(job, sink);
	if (strcmp(mode, "crash") == 0)
		*(volatile char *)1 = 0;
	while (strcmp(mode, "hang") == 0)
		continue;
	if (strcmp(mode, "flood") == 0)
		flood(sink);
	else if (strcmp(mode, "warn") == 0)
		job->diag(job, MR_WARNING, NULL, "of %d minds", 2);
	else if (strcmp(mode, "warn-twice") == 0)
		for (int i = 1; i <= 2; i++)
			job->diag(job, MR_WARNING, NULL, "warning %d", i);
	else if (strcmp(mode, "fail") == 0)
		job->diag(job, MR_ERROR, NULL, "it cannot be");
	else
		return read_file(sink, mode);
	return 0;
}

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,          .name = NAME,
	.summary = "of the tests", .version = "1",
	.extension = NAME,         .media_type = "text/plain",
	.options = options,        .n_options = sizeof(options) / sizeof(*options),
	.render = render,
};
