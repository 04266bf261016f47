/* SPDX-License-Identifier: MIT */
/*
 * svg - a chart of the comparison as a drawing whose text stays text.
 *
 * The scene comes from plugins/common/chart, the markup from plugins/common/scene_svg.
 */
#include <meshreport/plugin.h>

#include "common/chart/chart_job.h"
#include "common/scene/scene_svg.h"
#include "common/write/ids.h"
#include "svg/svg_decode.h"

enum { OPTION_WIDTH = CHART_N_OPTIONS, OPTION_HEIGHT, OPTION_PREFIX, OPTION_BRAND };

static const struct mr_option options[] = {
	CHART_OPTIONS(
		CHART_THEMES "|auto",
		"Colours; print is grey with patterns, auto is light or dark as who looks at it "
		"wants it"),
	{.name = "width",
	 .type = MR_OPTION_LENGTH,
	 .min = 72,
	 .max = 14400,
	 .help = "Width of the picture; as wide as it needs unless given"},
	{.name = "height",
	 .type = MR_OPTION_LENGTH,
	 .min = 72,
	 .max = 14400,
	 .help = "Most height of the picture; what is higher shrinks as a whole"},
	{.name = "id-prefix",
	 .type = MR_OPTION_STRING,
	 .help = "What begins every id, for two pictures in one page; default: the dataset's name, a "
		 "hyphen and the chart"},
	BRAND_OPTIONS(
		"a picture of the house that makes the picture, in its upper corner",
		"a line above the title", "such a line below everything, or none",
		"the house's colour, for the title and what is no status; darker or lighter where words would be hard to read in it"),
};

/* "servicemesh-heatmap", "servicemesh-heatmap-03", or what the user chose. */
static void put_prefix(struct out *out, const struct mr_job *job,
		       const struct chart_request *request, const char *part)
{
	const struct mr_value *chosen = mr_option_value(job, OPTION_PREFIX);

	if (chosen->is_set)
		out_string(out, chosen->text);
	else
		ids_put_name(out, job->matrix->base_name);
	if (chosen->is_set && !*part)
		return;
	out_char(out, '-');
	out_string(out, *part ? part : chart_name(request->kind));
}

static int paint(struct mr_job *job, const struct scene *scene, const char *part, void *user)
{
	const struct chart_request *request = user;
	struct scene_svg_options svg = {
		.font = request->font, .generator = job->generator, .stamp = mr_stamp_mark(job)};
	struct out out, prefix;
	int status;

	/* the choice behind the palette's themes */
	svg.is_auto = mr_option_value(job, CHART_OPTION_THEME)->integer == PALETTE_N_THEMES;
	out_to_memory(&prefix, 0);
	put_prefix(&prefix, job, request, part);
	svg.prefix = out_at(&prefix);
	out_to_sink(&out, job->open(job, part));
	scene_svg(scene, &svg, &out);
	status = prefix.failed ? -1 : out_finish(&out);
	out_release(&out);
	out_release(&prefix);
	if (status != 0)
		job->diag(job, MR_ERROR, NULL, "out of memory");
	job->describe(job, "shapes", scene->n_shapes);
	return status;
}

static int render(struct mr_job *job)
{
	struct chart_request request;
	const struct mr_value *prefix = mr_option_value(job, OPTION_PREFIX);

	if (prefix->is_set && !ids_vet_prefix(job, prefix->text))
		return -1;
	chart_job_request(job, &request);
	if (chart_job_brand(job, OPTION_BRAND, &request) != 0)
		return -1;
	request.options.width = mr_option_value(job, OPTION_WIDTH)->number;
	request.options.height = mr_option_value(job, OPTION_HEIGHT)->number;
	request.paint = paint;
	request.user = &request;
	return chart_job_run(job, &request);
}

static int vet(uint32_t index, const struct mr_value *value, char *why, size_t size)
{
	return brand_vet(OPTION_BRAND, index, value, why, size);
}

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "svg",
	.summary = "chart as a drawing with text that can be searched",
	.version = "1.0",
	.extension = "svg",
	.media_type = "image/svg+xml",
	.capabilities = MR_CAN_SEVERAL,
	.options = options,
	.n_options = sizeof(options) / sizeof(*options),
	.render = render,
	.decode = svg_decode,
	.vet = vet,
	.license = "MIT",
	.examples = "-O chart=coverage # how much each product covers\n"
		    "-O chart=all -o charts/ # a file for each chart",
};
