/* SPDX-License-Identifier: MIT */
/* Uses every service, writes files beside its document, and takes a template of any bytes. */
#include <meshreport/plugin.h>

#include <stdio.h>

static void put(struct mr_sink *sink, const char *text)
{
	sink->write(sink, text, strlen(text));
}

static void put_words(struct mr_job *job, struct mr_sink *sink)
{
	const struct mr_words_1 *words = (const struct mr_words_1 *)job->service(job, MR_WORDS_1);
	const char *const pairs[] = {"n", "{total}", "total", "7", NULL};
	static const struct mr_date days[] = {{2026, 3, 3}, {2026, 8, 1}, {0, 0, 0}};

	put(sink, words->fill(job, "no such key", "{n} of {total} {x} {", pairs));
	for (int i = 0; i < 3; i++) {
		put(sink, "|");
		put(sink, words->date(job, days[i]));
	}
	put(sink, "|");
	put(sink, words->number(job, 1234567.895, 2));
	put(sink, "|");
	put(sink, words->number(job, -999.5, 0));
	put(sink, "\n");
}

static int render(struct mr_job *job)
{
	const struct mr_logos_1 *logos = (const struct mr_logos_1 *)job->service(job, MR_LOGOS_1);
	const struct mr_files_1 *files = (const struct mr_files_1 *)job->service(job, MR_FILES_1);
	struct mr_sink *sink = job->open(job, ""), *beside;
	uint32_t width, height;
	struct mr_bytes bytes;
	char line[100];

	put(sink, job->generator);
	put(sink, job->service(job, "words/99") ? " impossible\n" : "\n");
	put_words(job, sink);
	for (uint32_t col = 0; col < job->matrix->products.n; col++) {
		int status = logos->measure(job, col, &width, &height);

		snprintf(line, sizeof(line), "logo %d %u %u\n", status, width, height);
		put(sink, line);
	}
	if (files->resource(job, "base.bin", &bytes) == 0) {
		snprintf(line, sizeof(line), "base %zu\n", bytes.n);
		put(sink, line);
	}
	put(sink, files->name(job, "extra", "bin"));
	put(sink, "\n");
	/* of itself: where nobody said -o FILE its suffix might have to be shared */
	put(sink, files->name(job, "", "bin"));
	put(sink, "\n");
	beside = files->open(job, "extra", "bin");
	put(beside, job->generator);
	beside->write(beside, "\0\xff", 2);
	return 0;
}

MR_EXPORT const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "serves",
	.summary = "uses every service",
	.version = "1",
	.extension = "srv",
	.media_type = "text/plain",
	.capabilities = MR_CAN_SEVERAL | MR_CAN_BINARY_TEMPLATE,
	.template_name = "base.bin",
	.render = render,
};
