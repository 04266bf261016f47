/* SPDX-License-Identifier: MIT */
/*
 * stranger - a plugin of somebody else's that takes something from each part of the kit; every line it writes is what the
 * part said.
 */
#include <meshreport/plugin.h>

#include <stdlib.h>

#include "common/bytes/base64.h"
#include "common/bytes/packer.h"
#include "common/chart/chart.h"
#include "common/kit/kit.h"
#include "common/office/office_package.h"
#include "common/office/office_xml.h"
#include "common/scene/scene_svg.h"
#include "common/shape/shape.h"
#include "common/template/template.h"
#include "common/write/fill.h"
#include "common/write/number.h"
#include "csv/write/csv_field.h"
#include "html/html_escape.h"
#include "latex/letters/latex_escape.h"
#include "text/text_width.h"

#if MESHREPORT_KIT_MAJOR != 1
#error "another kit"
#endif

static void put_escapes(struct out *out)
{
	static const char hostile[] = "a<b>&\"c\" 50% $x_1 =1";
	struct csv_field field;

	out_string(out, "html ");
	html_string(out, hostile);
	out_string(out, "\ntex ");
	latex_escape_plain(out, hostile, sizeof(hostile) - 1);
	out_string(out, "\ncsv ");
	csv_field_init(&field, out, ',', false);
	csv_field_string(&field, "=1+1");
	csv_field_string(&field, "a,b");
	csv_field_end(&field);
	csv_field_release(&field);
	out_string(out, "columns ");
	out_unsigned(out, text_width_cluster("\xE4\xB8\xAD", 3));
	out_char(out, '\n');
}

static void put_shape(struct out *out, struct mr_job *job)
{
	struct shape *shape = shape_new(&(struct shape_options){.language = job->matrix->language});
	struct shape_span span = {.text = "mesh", .n = 4};
	struct shape_par *par = shape_par_new(shape, &span, 1, SHAPE_AUTO);
	struct shape_layout layout = SHAPE_LAYOUT_INIT;

	shape_break(par, 42000, &layout);
	out_string(out, "lines ");
	out_unsigned(out, layout.n_lines);
	out_char(out, '\n');
	shape_layout_release(&layout);
	shape_par_free(par);
	shape_free(shape);
}

static void put_chart(struct out *out, struct mr_job *job)
{
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene_svg_options svg = {.prefix = "x"};
	struct scene scene;

	scene_init(&scene, NULL);
	chart_draw(CHART_COVERAGE, job->matrix, &options, &scene);
	scene_svg(&scene, &svg, out);
	scene_release(&scene);
	out_char(out, '\n');
}

/* A zip of one part of XML, beside it. */
static int put_package(struct mr_job *job)
{
	struct office_package package;
	struct office_xml xml;
	struct mr_bytes part;
	int status;

	if (!office_xml_can(job))
		return -1;
	office_xml_begin(&xml, "r");
	office_xml_leaf(&xml, "title", job->matrix->title);
	part = office_xml_end(&xml);
	office_package_open(&package, job, NULL, 0);
	office_package_put(&package, "r.xml", part.at, part.n, false);
	status = office_package_write(&package, job->open(job, "package"));
	office_package_release(&package);
	office_xml_release(&xml);
	return status;
}

static int render(struct mr_job *job)
{
	struct out out;
	int status;

	out_to_sink(&out, job->open(job, ""));
	out_string(&out, job->generator);
	out_char(&out, '\n');
	put_escapes(&out);
	put_shape(&out, job);
	put_chart(&out, job);
	status = out_finish(&out);
	out_release(&out);
	return status != 0 ? -1 : put_package(job);
}

const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "stranger",
	.summary = "of the kit",
	.version = "1",
	.extension = "str",
	.media_type = "text/plain",
	.capabilities = MR_CAN_SEVERAL | MR_CANNOT_MARK | MR_CAN_BINARY,
	.render = render,
};
