/* SPDX-License-Identifier: MIT */
/*
 * scene_dump - a scene as text, one line a shape: what two scenes are compared by.
 */
#ifndef TESTS_SCENE_DUMP_H
#define TESTS_SCENE_DUMP_H

#include "common/scene/scene.h"
#include "common/write/out.h"

static inline void dump_numbers(struct out *out, const double *numbers, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		out_char(out, ' ');
		out_decimal(out, numbers[i], 1);
	}
}

static inline void dump_role(struct out *out, const char *what, unsigned role)
{
	if (role == PALETTE_NONE)
		return;
	out_char(out, ' ');
	out_string(out, what);
	out_char(out, '=');
	out_string(out, palette_name((enum palette_role)role));
}

static inline void dump_where(struct out *out, const struct mr_where *where)
{
	static const char *const kinds[] = {"", "product", "category", "feature", "cell", "note"};

	if (where->kind == MR_AT_DOCUMENT || where->kind > MR_AT_NOTE)
		return;
	out_string(out, " @");
	out_string(out, kinds[where->kind]);
	out_char(out, ':');
	out_unsigned(out, where->index);
	if (where->kind == MR_AT_CELL) {
		out_char(out, ',');
		out_unsigned(out, where->second);
	}
}

static inline void dump_text(struct out *out, const struct scene_shape *s)
{
	static const char *const anchors[] = {"start", "middle", "end"};
	const double at[] = {s->x, s->y, s->size};

	out_string(out, "text");
	dump_numbers(out, at, 3);
	out_char(out, ' ');
	out_string(out, anchors[s->anchor % 3]);
	if (s->is_bold)
		out_string(out, " bold");
	if (s->angle < 0 || s->angle > 0)
		dump_numbers(out, &s->angle, 1);
	dump_role(out, "ink", s->fill);
	dump_where(out, &s->where);
	out_string(out, " \"");
	out_string(out, s->text);
	out_char(out, '"');
}

static inline void dump_shape(struct out *out, const struct scene_shape *s)
{
	const double box[] = {s->x, s->y, s->w, s->h};

	if (s->kind == SCENE_TEXT) {
		dump_text(out, s);
		return;
	}
	if (s->kind == SCENE_GROUP || s->kind == SCENE_END) {
		out_string(out, s->kind == SCENE_GROUP ? "group \"" : "end");
		out_string(out, s->text);
		out_string(out, s->kind == SCENE_GROUP ? "\"" : "");
		return;
	}
	out_string(out, s->kind == SCENE_RECT   ? "rect"
			: s->kind == SCENE_LINE ? "line"
						: "polygon");
	if (s->kind != SCENE_POLYGON)
		dump_numbers(out, box, 4);
	for (uint32_t i = 0; i < s->n_points; i++) {
		dump_numbers(out, &s->points[i].x, 1);
		dump_numbers(out, &s->points[i].y, 1);
	}
	dump_role(out, "fill", s->fill);
	dump_role(out, "stroke", s->stroke);
	if (s->pattern != PATTERN_SOLID) {
		out_string(out, " pattern=");
		out_unsigned(out, s->pattern);
	}
	if (s->is_dashed)
		out_string(out, " dashed");
	dump_where(out, &s->where);
}

/* Allocated with malloc, null without memory. */
static inline char *scene_dump(const struct scene *scene, size_t *n_bytes)
{
	const double size[] = {scene->width, scene->height};
	struct out out;
	char *made;

	out_to_memory(&out, 0);
	if (scene->failed) {
		out_string(&out, "problem ");
		out_string(&out, scene->problem);
		out_char(&out, '\n');
	} else {
		out_string(&out, "scene");
		dump_numbers(&out, size, 2);
		out_string(&out, scene->is_rtl ? " rtl\n" : "\n");
		out_string(&out, scene->title);
		out_char(&out, '\n');
		out_string(&out, scene->description);
		out_char(&out, '\n');
		for (size_t i = 0; i < scene->n_shapes; i++) {
			dump_shape(&out, &scene->shapes[i]);
			out_char(&out, '\n');
		}
	}
	made = out_take(&out, n_bytes);
	out_release(&out);
	return made;
}

#endif
