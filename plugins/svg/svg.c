/* SPDX-License-Identifier: MIT */
/*
 * svg - a chart of the comparison as a drawing whose text stays text.
 *
 * The scene comes from plugins/common/chart, the markup from plugins/common/scene_svg.
 */
#include <meshreport/plugin.h>

#include "common/chart/chart_job.h"
#include "common/scene/scene_svg.h"

enum { OPTION_WIDTH = CHART_N_OPTIONS, OPTION_HEIGHT };

static const struct mr_option options[] = {
	CHART_OPTIONS,
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
};

static int paint(struct mr_job *job, const struct scene *scene, const char *part, void *user)
{
	const struct chart_request *request = user;
	const struct scene_svg_options svg = {
		.prefix = "meshreport", .font = request->font, .generator = job->generator};
	struct out out;
	int status;

	out_to_sink(&out, job->open(job, part));
	scene_svg(scene, &svg, &out);
	status = out_finish(&out);
	out_release(&out);
	if (status != 0)
		job->diag(job, MR_ERROR, NULL, "out of memory");
	job->describe(job, "shapes", scene->n_shapes);
	return status;
}

static int render(struct mr_job *job)
{
	struct chart_request request;

	chart_job_request(job, &request);
	request.options.width = mr_option_value(job, OPTION_WIDTH)->number;
	request.options.height = mr_option_value(job, OPTION_HEIGHT)->number;
	request.paint = paint;
	request.user = &request;
	return chart_job_run(job, &request);
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
	.n_options = sizeof options / sizeof *options,
	.render = render,
};
