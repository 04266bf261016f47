/* SPDX-License-Identifier: MIT */
/* Asks for charts, and writes down what it gets: the pictures beside, what there is not as words. */
#include <meshreport/plugin.h>

#include <stdio.h>

static void put(struct mr_sink *sink, const char *text)
{
	sink->write(sink, text, strlen(text));
}

static void ask(struct mr_job *job, struct mr_sink *sink, const char *kind, const char *format,
		const char *const *options)
{
	const struct mr_charts_1 *charts = job->service(job, MR_CHARTS_1);
	const struct mr_files_1 *files = job->service(job, MR_FILES_1);
	struct mr_bytes picture;
	const char *why = "";
	char line[400];

	if (!charts) {
		put(sink, "no service\n");
		return;
	}
	if (charts->draw(job, kind, format, options, &picture, &why) == 0) {
		struct mr_sink *beside = files->open(job, kind, format);

		beside->write(beside, picture.at, picture.n);
	}
	snprintf(line, sizeof(line), "%s %s %s %s\n", kind, format, picture.n ? "some" : "none",
		 why);
	put(sink, line);
}

static int render(struct mr_job *job)
{
	static const char *const dark[] = {"theme", "dark", NULL},
				 *const wrong[] = {"theme", "lila", NULL},
				 *const unknown[] = {"them", "dark", NULL};
	struct mr_sink *sink = job->open(job, "");

	put(sink, job->generator);
	put(sink, "\n");
	ask(job, sink, "coverage", "svg", dark);
	ask(job, sink, "heatmap", "png", NULL);
	ask(job, sink, "pie", "svg", NULL);
	ask(job, sink, "slope", "svg", NULL);
	ask(job, sink, "all", "svg", NULL);
	ask(job, sink, "coverage", "bmp", NULL);
	ask(job, sink, "coverage", "svg", wrong);
	ask(job, sink, "coverage", "svg", unknown);
	ask(job, sink, "coverage", "paints", NULL);
	return 0;
}

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "paints",
	.summary = "of the tests",
	.version = "1",
	.extension = "pts",
	.media_type = "text/plain",
	.capabilities = MR_CAN_SEVERAL | MR_CANNOT_MARK,
	.render = render,
};
