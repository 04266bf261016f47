/* SPDX-License-Identifier: MIT */
/* Writes each logo's pixels within -O size= as numbers, or why there are none. */
#include <meshreport/plugin.h>

#include <stdio.h>

static const struct mr_option options[] = {
	{"width", MR_OPTION_INTEGER, "0", NULL, 0, 100000, "at most"},
	{"height", MR_OPTION_INTEGER, "0", NULL, 0, 100000, "at most"},
};

static void put(struct mr_sink *sink, const char *text)
{
	sink->write(sink, text, strlen(text));
}

static void put_raster(struct mr_sink *sink, const struct mr_raster *raster)
{
	char words[60];

	snprintf(words, sizeof(words), "%u %u:", raster->width, raster->height);
	put(sink, words);
	for (uint32_t y = 0; y < raster->height && raster->height <= 16; y++)
		for (uint32_t x = 0; x < raster->width; x++) {
			const uint8_t *at = raster->rgba + (size_t)y * raster->stride + 4 * x;

			snprintf(words, sizeof(words), " %02x%02x%02x%02x", at[0], at[1], at[2],
				 at[3]);
			put(sink, words);
		}
	put(sink, "\n");
}

static int render(struct mr_job *job)
{
	const struct mr_logos_1 *logos = job->service(job, MR_LOGOS_1);
	struct mr_sink *sink = job->open(job, "");

	put(sink, job->generator);
	put(sink, "\n");
	for (uint32_t col = 0; col <= job->matrix->products.n; col++) {
		const char *why = NULL;
		const struct mr_raster *raster =
			logos->raster(job, col, (uint32_t)mr_option_value(job, 0)->integer,
				      (uint32_t)mr_option_value(job, 1)->integer, &why);

		if (raster)
			put_raster(sink, raster);
		put(sink, raster ? "" : why);
		put(sink, raster ? "" : "\n");
	}
	return 0;
}

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,          .name = "pixels",
	.summary = "of the tests", .version = "1",
	.extension = "pix",        .media_type = "text/plain",
	.options = options,        .n_options = sizeof(options) / sizeof(*options),
	.render = render,
};
