/* SPDX-License-Identifier: MIT */
#include "common/scene/scene_svg.h"

#include <string.h>

#include "common/scene/scene_svg_image.h"
#include "common/write/out.h"

#define FAMILIES "'DejaVu Sans', Verdana, 'Noto Sans', 'Segoe UI', Helvetica, Arial, sans-serif"
#define INLINE_ZOOM 1.5 /* CSS pixels for a point: labels become as large as small print */
#define TILE 4 /* points, as wide as the steps of scene_pattern_lines() */

struct painter {
	const struct scene *scene;
	const struct scene_svg_options *options;
	struct out *out;
	bool in_product; /* inside the group of a product */
};

static const char *const pattern_names[PATTERN_N] = {
	[PATTERN_SOLID] = "solid", [PATTERN_RISING] = "rising",   [PATTERN_FALLING] = "falling",
	[PATTERN_LEVEL] = "level", [PATTERN_CROSSED] = "crossed",
};

static void escape(struct out *out, const char *text)
{
	for (const char *p = text; *p; p++) {
		switch (*p) {
		case '&': out_string(out, "&amp;"); break;
		case '<': out_string(out, "&lt;"); break;
		case '>': out_string(out, "&gt;"); break;
		case '"': out_string(out, "&quot;"); break;
		default:
			/* XML 1.0, 2.2: U+FFFE and U+FFFF are no characters of it */
			if ((unsigned char)p[0] == 0xef && (unsigned char)p[1] == 0xbf &&
			    (unsigned char)p[2] >= 0xbe) {
				out_string(out, "\357\277\275");
				p += 2;
			} else if ((unsigned char)*p >= 0x20 || *p == '\n') {
				out_char(out, *p);
			}
		}
	}
}

static void number(struct painter *p, const char *name, double value)
{
	out_char(p->out, ' ');
	out_string(p->out, name);
	out_string(p->out, "=\"");
	out_decimal(p->out, value, 2);
	out_char(p->out, '"');
}

static void colour(struct out *out, uint32_t rgb)
{
	static const char digits[] = "0123456789abcdef";

	out_char(out, '#');
	for (int shift = 20; shift >= 0; shift -= 4)
		out_char(out, digits[rgb >> shift & 15]);
}

static uint32_t rgb_of(const struct painter *p, unsigned role)
{
	return scene_colour(p->scene, p->scene->theme, role);
}

static void attribute_colour(struct painter *p, const char *name, unsigned role)
{
	out_char(p->out, ' ');
	out_string(p->out, name);
	out_string(p->out, "=\"");
	if (role == PALETTE_NONE)
		out_string(p->out, "none");
	else
		colour(p->out, rgb_of(p, role));
	out_char(p->out, '"');
}

static void classes(struct painter *p, unsigned fill, unsigned stroke)
{
	out_string(p->out, " class=\"f-");
	out_string(p->out, palette_name((enum palette_role)fill));
	if (stroke != PALETTE_NONE) {
		out_string(p->out, " s-");
		out_string(p->out, palette_name((enum palette_role)stroke));
	}
	out_char(p->out, '"');
}

/* Fill and stroke, as attributes, as classes, or as both. */
static void paint(struct painter *p, unsigned fill, unsigned stroke, double width)
{
	if (!p->options->is_inline) {
		attribute_colour(p, "fill", fill);
		if (stroke != PALETTE_NONE)
			attribute_colour(p, "stroke", stroke);
	}
	if (p->options->is_inline || p->options->is_auto)
		classes(p, fill, stroke);
	if (stroke != PALETTE_NONE)
		number(p, "stroke-width", width);
}

/* data-at, as scene_svg.h has it. */
static void origin(struct painter *p, const struct scene_shape *s)
{
	static const char kinds[] = {
		[MR_AT_PRODUCT] = 'p', [MR_AT_CATEGORY] = 'c', [MR_AT_FEATURE] = 'r'};
	const uint32_t kind = s->where.kind;

	if (!p->options->is_inline || kind == MR_AT_DOCUMENT || kind > MR_AT_CELL ||
	    (kind == MR_AT_CELL && p->scene->table.n_rows == 0) ||
	    (kind == MR_AT_PRODUCT && p->in_product))
		return;
	out_string(p->out, " data-at=\"");
	if (kind != MR_AT_CELL)
		out_char(p->out, kinds[kind]);
	out_unsigned(p->out, s->where.index);
	if (kind == MR_AT_CELL) {
		out_char(p->out, ' ');
		out_unsigned(p->out, s->where.second);
	}
	out_char(p->out, '"');
}

static void box(struct painter *p, const struct scene_shape *s)
{
	out_string(p->out, "<rect");
	origin(p, s);
	number(p, "x", s->x);
	number(p, "y", s->y);
	number(p, "width", s->w);
	number(p, "height", s->h);
}

static void paint_rect(struct painter *p, const struct scene_shape *s)
{
	if (s->fill == PALETTE_NONE && s->stroke == PALETTE_NONE)
		return;
	box(p, s);
	paint(p, s->fill, s->stroke, s->stroke_width);
	out_string(p->out, "/>\n");
	if (s->pattern == PATTERN_SOLID || s->pattern >= PATTERN_N)
		return;
	box(p, s);
	out_string(p->out, " fill=\"url(#");
	out_string(p->out, p->options->prefix);
	out_char(p->out, '-');
	out_string(p->out, pattern_names[s->pattern]);
	out_string(p->out, ")\"/>\n");
}

static void dashes(struct painter *p, const struct scene_shape *s)
{
	if (s->is_dashed)
		out_string(p->out, " stroke-dasharray=\"3 2\"");
	out_string(p->out, "/>\n");
}

static void paint_line(struct painter *p, const struct scene_shape *s)
{
	out_string(p->out, "<line");
	origin(p, s);
	number(p, "x1", s->x);
	number(p, "y1", s->y);
	number(p, "x2", s->x + s->w);
	number(p, "y2", s->y + s->h);
	paint(p, PALETTE_NONE, s->stroke, s->stroke_width);
	dashes(p, s);
}

static void paint_polygon(struct painter *p, const struct scene_shape *s)
{
	out_string(p->out, s->is_open ? "<polyline" : "<polygon");
	origin(p, s);
	out_string(p->out, " points=\"");
	for (uint32_t i = 0; i < s->n_points; i++) {
		if (i > 0)
			out_char(p->out, ' ');
		out_decimal(p->out, s->points[i].x, 2);
		out_char(p->out, ',');
		out_decimal(p->out, s->points[i].y, 2);
	}
	out_char(p->out, '"');
	paint(p, s->is_open ? PALETTE_NONE : s->fill, s->stroke, s->stroke_width);
	dashes(p, s);
}

static void paint_text(struct painter *p, const struct scene_shape *s)
{
	static const char *const anchors[] = {"", " text-anchor=\"middle\"",
					      " text-anchor=\"end\""};
	/* SVG 1.1, 10.9.1: start is where reading starts, which is at the right in this direction */
	unsigned anchor = p->scene->is_rtl ? SCENE_ENDING - s->anchor : s->anchor;

	out_string(p->out, "<text");
	origin(p, s);
	number(p, "x", s->x);
	number(p, "y", s->y);
	number(p, "font-size", s->size);
	out_string(p->out, anchors[anchor % 3]);
	if (s->is_bold)
		out_string(p->out, " font-weight=\"bold\"");
	if (s->angle < 0 || s->angle > 0) {
		out_string(p->out, " transform=\"rotate(");
		out_decimal(p->out, s->angle, 2);
		out_char(p->out, ' ');
		out_decimal(p->out, s->x, 2);
		out_char(p->out, ' ');
		out_decimal(p->out, s->y, 2);
		out_string(p->out, ")\"");
	}
	paint(p, s->fill, PALETTE_NONE, 0);
	out_char(p->out, '>');
	escape(p->out, s->text);
	out_string(p->out, "</text>\n");
}

/* In a page, a script finds by the attributes which product a group shows, and where. */
static void paint_group(struct painter *p, const struct scene_shape *s)
{
	out_string(p->out, "<g");
	if (p->options->is_inline && s->where.kind == MR_AT_CATEGORY) {
		number(p, "data-category", s->where.index);
		number(p, "data-y", s->y);
	}
	if (p->options->is_inline && s->where.kind == MR_AT_PRODUCT) {
		number(p, "data-product", s->where.index);
		number(p, "data-y", s->y);
		number(p, "data-height", s->h);
		p->in_product = true;
	}
	out_char(p->out, '>');
	if (*s->text) {
		out_string(p->out, "<title>");
		escape(p->out, s->text);
		if (*s->detail) {
			out_string(p->out, ": ");
			escape(p->out, s->detail);
		}
		out_string(p->out, "</title>");
	}
	out_char(p->out, '\n');
}

static void paint_shape(struct painter *p, const struct scene_shape *s)
{
	switch (s->kind) {
	case SCENE_RECT: paint_rect(p, s); break;
	case SCENE_LINE: paint_line(p, s); break;
	case SCENE_POLYGON: paint_polygon(p, s); break;
	case SCENE_TEXT: paint_text(p, s); break;
	case SCENE_IMAGE: scene_svg_image(p->scene, s, p->options->is_auto, p->out); break;
	case SCENE_GROUP: paint_group(p, s); break;
	case SCENE_END:
		out_string(p->out, "</g>\n");
		p->in_product = false; /* it holds no groups */
		break;
	default: break;
	}
}

/* ---- patterns */

static void pattern(struct painter *p, unsigned pattern_kind)
{
	static const char *const paths[PATTERN_N] = {
		[PATTERN_SOLID] = "",
		[PATTERN_RISING] = "M-1 1l2-2M0 4l4-4M3 5l2-2",
		[PATTERN_FALLING] = "M-1 3l2 2M0 0l4 4M3-1l2 2",
		[PATTERN_LEVEL] = "M0 2h4",
		[PATTERN_CROSSED] = "M-1 1l2-2M0 4l4-4M3 5l2-2M-1 3l2 2M0 0l4 4M3-1l2 2",
	};

	out_string(p->out, "<pattern id=\"");
	out_string(p->out, p->options->prefix);
	out_char(p->out, '-');
	out_string(p->out, pattern_names[pattern_kind]);
	out_string(p->out, "\" patternUnits=\"userSpaceOnUse\"");
	number(p, "width", TILE);
	number(p, "height", TILE);
	out_string(p->out, "><path d=\"");
	out_string(p->out, paths[pattern_kind]);
	out_char(p->out, '"');
	paint(p, PALETTE_NONE, PALETTE_HATCH, SCENE_HATCH_WIDTH);
	out_string(p->out, "/></pattern>\n");
}

static void patterns(struct painter *p)
{
	bool is_used[PATTERN_N] = {false};
	bool any = false;

	for (size_t i = 0; i < p->scene->n_shapes; i++) {
		unsigned kind = p->scene->shapes[i].pattern;

		if (kind != PATTERN_SOLID && kind < PATTERN_N)
			any = is_used[kind] = true;
	}
	if (!any)
		return;
	out_string(p->out, "<defs>\n");
	for (unsigned kind = 1; kind < PATTERN_N; kind++)
		if (is_used[kind])
			pattern(p, kind);
	out_string(p->out, "</defs>\n");
}

/* ---- the document */

static void labelled(struct painter *p, const char *element, const char *text)
{
	out_char(p->out, '<');
	out_string(p->out, element);
	out_string(p->out, " id=\"");
	out_string(p->out, p->options->prefix);
	out_char(p->out, '-');
	out_string(p->out, element);
	out_string(p->out, "\">");
	escape(p->out, text);
	out_string(p->out, "</");
	out_string(p->out, element);
	out_string(p->out, ">\n");
}

static void root(struct painter *p)
{
	const struct scene *scene = p->scene;

	out_string(p->out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
	out_decimal(p->out, scene->width, 2);
	out_char(p->out, ' ');
	out_decimal(p->out, scene->height, 2);
	out_char(p->out, '"');
	if (p->options->is_inline) {
		number(p, "width", scene->width * INLINE_ZOOM);
		number(p, "height", scene->height * INLINE_ZOOM);
	} else {
		out_string(p->out, " width=\"");
		out_decimal(p->out, scene->width, 2);
		out_string(p->out, "pt\" height=\"");
		out_decimal(p->out, scene->height, 2);
		out_string(p->out, "pt\" xml:lang=\"");
		escape(p->out, scene->language);
		out_char(p->out, '"');
	}
	if (p->options->is_auto) {
		out_string(p->out, " id=\"");
		out_string(p->out, p->options->prefix);
		out_char(p->out, '"');
	}
	out_string(p->out, " role=\"img\" aria-labelledby=\"");
	out_string(p->out, p->options->prefix);
	out_string(p->out, "-title ");
	out_string(p->out, p->options->prefix);
	out_string(p->out, "-desc\" font-family=\"");
	if (p->options->font && *p->options->font) {
		out_char(p->out, '\'');
		for (const char *c = p->options->font; *c; c++)
			if (*c != '\'' && *c != '"' && *c != '<' && *c != '&' && *c != '\\')
				out_char(p->out, *c);
		out_string(p->out, "', ");
	}
	out_string(p->out, FAMILIES "\"");
	if (scene->is_rtl)
		out_string(p->out, " direction=\"rtl\"");
	out_string(p->out, ">\n");
}

/* The dark theme's colours, for a screen: paper stays as it is. */
static void dark_colours(struct painter *p)
{
	struct out scope;

	out_to_memory(&scope, 0);
	out_char(&scope, '#');
	out_string(&scope, p->options->prefix);
	out_string(p->out, "<style>\n@media screen and (prefers-color-scheme: dark) {\n");
	scene_svg_css(p->scene, PALETTE_DARK, out_at(&scope), p->out);
	scene_svg_image_css(p->scene, out_at(&scope), p->out);
	out_string(p->out, "}\n</style>\n");
	if (scope.failed)
		p->out->failed = true;
	out_release(&scope);
}

/* XML 1.0, 2.5: no two hyphens in a comment. */
static void comment(struct out *out, const char *text)
{
	out_string(out, "<!-- ");
	for (const char *p = text; *p; p++)
		if (*p != '-' || p[1] != '-')
			out_char(out, *p);
	out_string(out, " -->\n");
}

void scene_svg(const struct scene *scene, const struct scene_svg_options *options, struct out *out)
{
	struct painter painter = {.scene = scene, .options = options, .out = out};

	if (!options->is_inline) {
		out_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
		if (options->generator && *options->generator)
			comment(out, options->generator);
		if (options->stamp && *options->stamp)
			comment(out, options->stamp);
	}
	root(&painter);
	labelled(&painter, "title", scene->title);
	labelled(&painter, "desc", scene->description);
	if (options->is_auto)
		dark_colours(&painter);
	patterns(&painter);
	for (size_t i = 0; i < scene->n_shapes; i++)
		paint_shape(&painter, &scene->shapes[i]);
	out_string(out, "</svg>\n");
}

static bool is_ramp(unsigned role)
{
	return role >= PALETTE_RAMP_0 && role <= PALETTE_ON_RAMP_4;
}

/* Roles that every chart may come to need; of others those in use, and the ramp as a whole. */
static void roles_of(const struct scene *scene, bool fills[], bool strokes[])
{
	static const uint8_t lines[] = {PALETTE_RULE, PALETTE_EDGE, PALETTE_HATCH};

	fills[PALETTE_NONE] = fills[PALETTE_TEXT] = fills[PALETTE_MUTED] = true;
	for (unsigned role = PALETTE_YES; role <= PALETTE_NA_TEXT; role++)
		fills[role] = true;
	for (size_t i = 0; i < sizeof(lines); i++)
		strokes[lines[i]] = true;
	for (size_t i = 0; i < scene->n_shapes; i++) {
		const struct scene_shape *s = &scene->shapes[i];

		fills[s->fill] = strokes[s->stroke] = true;
		for (unsigned role = PALETTE_RAMP_0; is_ramp(s->fill) && role <= PALETTE_ON_RAMP_4;
		     role++)
			fills[role] = true;
	}
	strokes[PALETTE_NONE] = false;
}

void scene_svg_css(const struct scene *scene, enum palette_theme theme, const char *scope,
		   struct out *out)
{
	bool used[2][PALETTE_N_ROLES] = {{false}};
	static const char *const properties[2][2] = {{" .f-", "fill:"}, {" .s-", "stroke:"}};

	roles_of(scene, used[0], used[1]);
	for (int role = PALETTE_NONE; role < PALETTE_N_ROLES; role++)
		for (int i = 0; i < 2; i++) {
			if (!used[i][role])
				continue;
			out_string(out, scope);
			out_string(out, properties[i][0] + (*scope == '\0'));
			out_string(out, palette_name((enum palette_role)role));
			out_char(out, '{');
			out_string(out, properties[i][1]);
			if (role == PALETTE_NONE)
				out_string(out, "none");
			else
				colour(out, scene_colour(scene, theme, (unsigned)role));
			out_string(out, "}\n");
		}
}

void scene_html_table(const struct scene *scene, const char *class_name, struct out *out)
{
	const struct scene_table *table = &scene->table;

	if (table->n_rows == 0)
		return;
	out_string(out, "<table class=\"");
	escape(out, class_name);
	out_string(out, "\"><caption>");
	escape(out, scene->title);
	out_string(out, "</caption>\n");
	for (uint32_t row = 0; row < table->n_rows; row++) {
		out_string(out, row == 0 ? "<thead><tr>" : row == 1 ? "<tbody>\n<tr>" : "<tr>");
		for (uint32_t col = 0; col < table->n_cols; col++) {
			bool is_head = row == 0 || col == 0;

			out_string(out, row == 0   ? "<th scope=\"col\">"
					: col == 0 ? "<th scope=\"row\">"
						   : "<td>");
			escape(out, scene_table_at(scene, row, col));
			out_string(out, is_head ? "</th>" : "</td>");
		}
		out_string(out, row == 0 ? "</tr></thead>\n" : "</tr>\n");
	}
	out_string(out, table->n_rows > 1 ? "</tbody></table>\n" : "</table>\n");
}
