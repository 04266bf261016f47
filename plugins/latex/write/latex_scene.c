/* SPDX-License-Identifier: MIT */
#include "latex/write/latex_scene.h"

#include "common/chart/chart.h"
#include "common/scene/scene.h"

/* A PDF point, TikZ's "bp", in TeX points. */
#define TEX_POINTS 1.00375

struct painter {
	const struct scene *scene;
	struct out *out;
	struct latex_ink ink; /* the table's fonts; each label is a line of its own */
	struct latex_texts *texts;
};

static void coordinate(struct out *out, double x, double y)
{
	out_char(out, '(');
	out_decimal(out, x, 2);
	out_char(out, ',');
	out_decimal(out, y, 2);
	out_char(out, ')');
}

static void colour(const struct painter *p, const char *key, uint8_t role)
{
	uint32_t rgb = scene_colour(p->scene, p->scene->theme, role);

	out_string(p->out, key);
	out_string(p->out, "={rgb,255:red,");
	out_unsigned(p->out, rgb >> 16 & 255);
	out_string(p->out, ";green,");
	out_unsigned(p->out, rgb >> 8 & 255);
	out_string(p->out, ";blue,");
	out_unsigned(p->out, rgb & 255);
	out_string(p->out, "},");
}

static void begin_path(const struct painter *p, const struct scene_shape *shape, bool may_fill)
{
	out_string(p->out, "  \\path[");
	if (may_fill && shape->fill != PALETTE_NONE)
		colour(p, "fill", shape->fill);
	if (shape->stroke != PALETTE_NONE) {
		colour(p, "draw", shape->stroke);
		out_string(p->out, "line width=");
		out_decimal(p->out, shape->stroke_width, 2);
		out_string(p->out, "bp,");
	}
	out_string(p->out, shape->is_dashed ? "dash pattern=on 3bp off 2bp] " : "] ");
}

static void paint_hatch(void *user, double x0, double y0, double x1, double y1)
{
	const struct painter *p = user;

	out_string(p->out, "  \\path[");
	colour(p, "draw", PALETTE_HATCH);
	out_string(p->out, "line width=");
	out_decimal(p->out, SCENE_HATCH_WIDTH, 2);
	out_string(p->out, "bp] ");
	coordinate(p->out, x0, y0);
	out_string(p->out, " -- ");
	coordinate(p->out, x1, y1);
	out_string(p->out, ";\n");
}

static void paint_rect(struct painter *p, const struct scene_shape *shape)
{
	begin_path(p, shape, true);
	coordinate(p->out, shape->x, shape->y);
	out_string(p->out, " rectangle ");
	coordinate(p->out, shape->x + shape->w, shape->y + shape->h);
	out_string(p->out, ";\n");
	if (shape->pattern != PATTERN_SOLID)
		scene_pattern_lines(shape, paint_hatch, p);
}

static void paint_line(const struct painter *p, const struct scene_shape *shape)
{
	begin_path(p, shape, false);
	coordinate(p->out, shape->x, shape->y);
	out_string(p->out, " -- ");
	coordinate(p->out, shape->x + shape->w, shape->y + shape->h);
	out_string(p->out, ";\n");
}

static void paint_polygon(const struct painter *p, const struct scene_shape *shape)
{
	begin_path(p, shape, !shape->is_open);
	for (uint32_t i = 0; i < shape->n_points; i++) {
		out_string(p->out, i ? " -- " : "");
		coordinate(p->out, shape->points[i].x, shape->points[i].y);
	}
	out_string(p->out, shape->is_open ? ";\n" : " -- cycle;\n");
}

static void paint_text(struct painter *p, const struct scene_shape *shape)
{
	static const char *const anchors[] = {"base west", "base", "base east"};

	out_string(p->out, "  \\node[inner sep=0pt,anchor=");
	out_string(p->out, anchors[shape->anchor <= SCENE_ENDING ? shape->anchor : SCENE_START]);
	out_char(p->out, ',');
	colour(p, "text", shape->fill);
	if (shape->angle < 0 || shape->angle > 0) {
		out_string(p->out, "rotate=");
		out_decimal(p->out, -shape->angle, 1);
		out_char(p->out, ',');
	}
	out_string(p->out, "font=\\sffamily\\fontsize{");
	out_decimal(p->out, shape->size, 2);
	out_string(p->out, "bp}{");
	out_decimal(p->out, shape->size, 2);
	out_string(p->out, shape->is_bold ? "bp}\\bfseries] at " : "bp}\\selectfont] at ");
	coordinate(p->out, shape->x, shape->y);
	out_string(p->out, " {");
	p->texts->where = &shape->where;
	latex_escape(p->out, shape->text, strlen(shape->text), &p->ink, &p->texts->missing);
	p->texts->where = NULL;
	out_string(p->out, "};\n");
}

static void paint(struct painter *p)
{
	const struct scene *scene = p->scene;

	out_string(
		p->out,
		"\\begin{tikzpicture}[x=1bp,y=-1bp]\n  \\path[use as bounding box] (0,0) rectangle ");
	coordinate(p->out, scene->width, scene->height);
	out_string(p->out, ";\n");
	for (size_t i = 0; i < scene->n_shapes; i++) {
		const struct scene_shape *shape = scene_at(scene, i);

		switch (shape->kind) {
		case SCENE_RECT: paint_rect(p, shape); break;
		case SCENE_LINE: paint_line(p, shape); break;
		case SCENE_POLYGON: paint_polygon(p, shape); break;
		case SCENE_TEXT: paint_text(p, shape); break;
		default: break;
		}
	}
	out_string(p->out, "\\end{tikzpicture}");
}

int latex_scene_write(struct latex_texts *texts, uint32_t kind, double measure, double height,
		      struct out *out)
{
	struct mr_job *job = texts->job;
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;
	struct painter painter = {.scene = &scene,
				  .texts = texts,
				  .out = out,
				  .ink = {.has_font = texts->ink.has_font}};
	int status = 0;

	scene_init(&scene, NULL);
	options.width = measure / TEX_POINTS;
	options.height = height / TEX_POINTS;
	options.clock = job->clock;
	options.theme = PALETTE_PRINT;
	options.is_bare = true;
	options.is_transparent = true;
	chart_draw((enum chart_kind)kind, job->matrix, &options, &scene);
	if (scene.failed) {
		job->diag(job, MR_ERROR, NULL, "chart=%s: %s", chart_name((enum chart_kind)kind),
			  scene.problem);
		status = -1;
	} else
		paint(&painter);
	if (scene.n_shortened > 0)
		job->diag(job, MR_WARNING, &scene.first_shortened,
			  "%u labels of the chart are shortened; the table has them whole",
			  (unsigned)scene.n_shortened);
	scene_release(&scene);
	return status;
}
