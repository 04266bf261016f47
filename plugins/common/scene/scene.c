/* SPDX-License-Identifier: MIT */
#include "common/scene/scene.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/scene/accent.h"

#ifdef __SANITIZE_ADDRESS__
#define BLOCK_SIZE 0 /* each piece alone, so that a write beyond it is seen */
#else
#define BLOCK_SIZE 16384
#endif
#define ASCENT 0.8
#define DESCENT 0.22

struct scene_block {
	struct scene_block *next;
	size_t used, size;
	/* the bytes follow, aligned for any type */
};

void scene_init(struct scene *scene, const struct scene_measure *measure)
{
	*scene = (struct scene){.title = "", .description = "", .language = "", .problem = ""};
	if (measure)
		scene->measure = *measure;
	else
		scene->measure.width = scene_estimate;
}

void scene_release(struct scene *scene)
{
	struct scene_block *block = scene->blocks;

	while (block) {
		struct scene_block *next = block->next;

		free(block);
		block = next;
	}
	free(scene->shapes);
	*scene = (struct scene){.title = "", .description = "", .language = "", .problem = ""};
}

uint32_t scene_colour(const struct scene *scene, enum palette_theme theme, unsigned role)
{
	uint32_t paper = palette_rgb(theme, PALETTE_PAPER), words;

	if (!scene->has_accent || (role != PALETTE_ACCENT && role != PALETTE_ACCENT_SOFT))
		return palette_rgb(theme, (enum palette_role)role);
	words = accent_words(scene->accent, paper);
	words = theme == PALETTE_PRINT ? accent_grey(words) : words;
	return role == PALETTE_ACCENT ? words : accent_thinned(words, paper, 12);
}

void scene_fail(struct scene *scene, const char *problem)
{
	if (scene->failed)
		return;
	scene->failed = true;
	scene->problem = problem;
}

void *scene_alloc(struct scene *scene, size_t n_bytes)
{
	const size_t head = (sizeof(struct scene_block) + 15) / 16 * 16;
	struct scene_block *block = scene->blocks;
	size_t n, size;
	void *made;

	if (n_bytes > SIZE_MAX / 2) {
		scene_fail(scene, "out of memory");
		return NULL;
	}
	n = (n_bytes + 15) / 16 * 16;
	if (!block || block->size - block->used < n) {
		size = n > BLOCK_SIZE ? n : BLOCK_SIZE;
		block = malloc(head + size);
		if (!block) {
			scene_fail(scene, "out of memory");
			return NULL;
		}
		*block = (struct scene_block){.next = scene->blocks, .size = size};
		scene->blocks = block;
	}
	made = (char *)block + head + block->used;
	block->used += n;
	memset(made, 0, n);
	return made;
}

const char *scene_copy(struct scene *scene, const char *text, size_t n)
{
	char *copy = n > 0 ? scene_alloc(scene, n + 1) : NULL;

	if (!copy)
		return "";
	memcpy(copy, text, n);
	return copy;
}

const char *scene_take(struct scene *scene, struct out *out)
{
	const char *text = scene_copy(scene, out_at(out), out->n);

	if (out->failed)
		scene_fail(scene, "out of memory");
	out_release(out);
	return text;
}

double scene_width_of(struct scene *scene, const char *text, size_t n, double size, bool is_bold)
{
	return n > 0 ? scene->measure.width(scene->measure.user, text, n, size, is_bold) : 0;
}

/* ---- shapes */

static struct scene_shape *append(struct scene *scene, enum scene_kind kind)
{
	struct scene_shape *shape;

	if (scene->failed)
		return NULL;
	if (scene->n_shapes == scene->capacity) {
		size_t capacity = scene->capacity > 0 ? scene->capacity * 2 : 256;
		struct scene_shape *grown = NULL;

		if (capacity <= SIZE_MAX / 2 / sizeof(*grown))
			grown = realloc(scene->shapes, capacity * sizeof(*grown));
		if (!grown) {
			scene_fail(scene, "out of memory");
			return NULL;
		}
		scene->shapes = grown;
		scene->capacity = capacity;
	}
	shape = &scene->shapes[scene->n_shapes++];
	*shape = (struct scene_shape){.kind = (uint8_t)kind, .text = "", .detail = ""};
	return shape;
}

struct scene_shape *scene_rect(struct scene *scene, double x, double y, double w, double h)
{
	struct scene_shape *shape = append(scene, SCENE_RECT);

	if (shape) {
		shape->x = x;
		shape->y = y;
		shape->w = w;
		shape->h = h;
	}
	return shape;
}

struct scene_shape *scene_picture(struct scene *scene, double x, double y, double w, double h,
				  struct scene_image image)
{
	struct scene_shape *shape = scene_rect(scene, x, y, w, h);

	scene->image = image;
	if (shape)
		shape->kind = SCENE_IMAGE;
	return shape;
}

struct scene_shape *scene_line(struct scene *scene, double x0, double y0, double x1, double y1)
{
	struct scene_shape *shape = append(scene, SCENE_LINE);

	if (shape) {
		shape->x = x0;
		shape->y = y0;
		shape->w = x1 - x0;
		shape->h = y1 - y0;
		shape->stroke = PALETTE_RULE;
		shape->stroke_width = 0.5;
	}
	return shape;
}

struct scene_shape *scene_polygon(struct scene *scene, const struct scene_point *points, uint32_t n)
{
	struct scene_point *copy = scene_alloc(scene, n * sizeof(*copy));
	struct scene_shape *shape = copy ? append(scene, SCENE_POLYGON) : NULL;

	if (!shape)
		return NULL;
	memcpy(copy, points, n * sizeof(*copy));
	shape->points = copy;
	shape->n_points = n;
	return shape;
}

struct scene_shape *scene_text(struct scene *scene, double x, double y, double size,
			       const char *text)
{
	size_t n = strlen(text);
	const char *copy = scene_copy(scene, text, n);
	struct scene_shape *shape = append(scene, SCENE_TEXT);

	if (!shape)
		return NULL;
	shape->text = copy;
	shape->x = x;
	shape->y = y;
	shape->size = size;
	shape->w = scene_width_of(scene, copy, n, size, false);
	shape->h = size * (ASCENT + DESCENT);
	shape->fill = PALETTE_TEXT;
	return shape;
}

struct scene_shape *scene_group(struct scene *scene, const char *title, const char *detail)
{
	const char *title_copy = scene_copy(scene, title, strlen(title));
	const char *detail_copy = scene_copy(scene, detail, strlen(detail));
	struct scene_shape *shape = append(scene, SCENE_GROUP);

	if (!shape)
		return NULL;
	shape->text = title_copy;
	shape->detail = detail_copy;
	return shape;
}

void scene_end(struct scene *scene)
{
	append(scene, SCENE_END);
}

/* ---- the table */

void scene_table_make(struct scene *scene, uint32_t n_rows, uint32_t n_cols)
{
	size_t n = (size_t)n_rows * n_cols;
	const char **cells =
		n <= SIZE_MAX / 4 / sizeof(*cells) ? scene_alloc(scene, n * sizeof(*cells)) : NULL;

	if (!cells) {
		scene_fail(scene, "out of memory");
		return;
	}
	for (size_t i = 0; i < n; i++)
		cells[i] = "";
	scene->table = (struct scene_table){n_rows, n_cols, cells};
}

void scene_table_set(struct scene *scene, uint32_t row, uint32_t col, const char *text)
{
	struct scene_table *table = &scene->table;

	if (row < table->n_rows && col < table->n_cols)
		table->cells[(size_t)row * table->n_cols + col] =
			scene_copy(scene, text, strlen(text));
}

/* ---- mirroring */

static void mirror_points(const struct scene *scene, struct scene_shape *shape)
{
	/* The scene made these points itself, in scene_polygon(). */
	struct scene_point *points = (struct scene_point *)(uintptr_t)shape->points;

	for (uint32_t i = 0; i < shape->n_points; i++)
		points[i].x = scene->width - points[i].x;
}

void scene_mirror(struct scene *scene)
{
	scene->is_rtl = true;
	for (size_t i = 0; i < scene->n_shapes; i++) {
		struct scene_shape *s = &scene->shapes[i];

		switch (s->kind) {
		case SCENE_RECT:
		case SCENE_IMAGE: s->x = scene->width - s->x - s->w; break;
		case SCENE_LINE:
			s->x = scene->width - s->x;
			s->w = -s->w;
			break;
		case SCENE_POLYGON: mirror_points(scene, s); break;
		case SCENE_TEXT:
			s->x = scene->width - s->x;
			s->angle = -s->angle;
			s->anchor = (uint8_t)(SCENE_ENDING - s->anchor);
			break;
		default: break;
		}
	}
}

/* ---- patterns */

struct hatch {
	const struct scene_shape *rect;
	void (*line)(void *user, double x0, double y0, double x1, double y1);
	void *user;
};

#define HATCH_STEP 4.0

/*
 * Diagonals in steps along the upper edge and beyond, cut to the rectangle; anchored to it, so that
 * equal cells have equal patterns.  Rising ones lead from the upper edge down to the left.
 */
static void diagonals(const struct hatch *hatch, bool is_rising)
{
	const struct scene_shape *r = hatch->rect;

	for (double t = HATCH_STEP / 2; t < r->w + r->h; t += HATCH_STEP) {
		double from = t > r->w ? t - r->w : 0, to = t < r->h ? t : r->h;
		double x0 = t - from, x1 = t - to;

		if (!is_rising) {
			x0 = r->w - x0;
			x1 = r->w - x1;
		}
		hatch->line(hatch->user, r->x + x0, r->y + from, r->x + x1, r->y + to);
	}
}

static void levels(const struct hatch *hatch)
{
	const struct scene_shape *r = hatch->rect;

	for (double y = HATCH_STEP / 2; y < r->h; y += HATCH_STEP)
		hatch->line(hatch->user, r->x, r->y + y, r->x + r->w, r->y + y);
}

void scene_pattern_lines(const struct scene_shape *rect,
			 void (*line)(void *user, double x0, double y0, double x1, double y1),
			 void *user)
{
	const struct hatch hatch = {rect, line, user};

	switch (rect->pattern) {
	case PATTERN_RISING: diagonals(&hatch, true); break;
	case PATTERN_FALLING: diagonals(&hatch, false); break;
	case PATTERN_LEVEL: levels(&hatch); break;
	case PATTERN_CROSSED:
		diagonals(&hatch, true);
		diagonals(&hatch, false);
		break;
	default: break;
	}
}

/* ---- boxes */

void scene_text_box(const struct scene_shape *text, struct scene_point corners[4])
{
	const double radians = text->angle * 3.14159265358979323846 / 180;
	const double c = cos(radians), s = sin(radians);
	double left = text->anchor == SCENE_START    ? 0
		      : text->anchor == SCENE_MIDDLE ? -text->w / 2
						     : -text->w;
	const double xs[4] = {left, left + text->w, left + text->w, left};
	const double ys[4] = {-ASCENT * text->size, -ASCENT * text->size, DESCENT * text->size,
			      DESCENT * text->size};

	for (int i = 0; i < 4; i++) {
		corners[i].x = text->x + xs[i] * c - ys[i] * s;
		corners[i].y = text->y + xs[i] * s + ys[i] * c;
	}
}

/* Whether the line along one of the first box's edges parts the two boxes. */
static bool is_parted(const struct scene_point a[4], const struct scene_point b[4])
{
	for (int edge = 0; edge < 2; edge++) {
		double dx = a[edge + 1].x - a[edge].x, dy = a[edge + 1].y - a[edge].y;
		double low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};

		for (int i = 0; i < 4; i++) {
			double p = a[i].x * dx + a[i].y * dy, q = b[i].x * dx + b[i].y * dy;

			low[0] = fmin(low[0], p);
			high[0] = fmax(high[0], p);
			low[1] = fmin(low[1], q);
			high[1] = fmax(high[1], q);
		}
		/* a hundredth of a point along the edge is no overlap */
		if (fmin(high[0], high[1]) - fmax(low[0], low[1]) <= 0.01 * sqrt(dx * dx + dy * dy))
			return true;
	}
	return false;
}

bool scene_texts_overlap(const struct scene_shape *a, const struct scene_shape *b)
{
	struct scene_point one[4], other[4];

	if (a->w <= 0 || b->w <= 0)
		return false;
	scene_text_box(a, one);
	scene_text_box(b, other);
	return !is_parted(one, other) && !is_parted(other, one);
}

static bool holds(const struct scene *scene, double x, double y)
{
	const double slack = 0.01;

	return x >= -slack && y >= -slack && x <= scene->width + slack &&
	       y <= scene->height + slack;
}

bool scene_is_inside(const struct scene *scene, const struct scene_shape *shape)
{
	struct scene_point corners[4];

	switch (shape->kind) {
	case SCENE_RECT:
	case SCENE_IMAGE:
	case SCENE_LINE:
		return holds(scene, shape->x, shape->y) &&
		       holds(scene, shape->x + shape->w, shape->y + shape->h);
	case SCENE_POLYGON:
		for (uint32_t i = 0; i < shape->n_points; i++)
			if (!holds(scene, shape->points[i].x, shape->points[i].y))
				return false;
		return true;
	case SCENE_TEXT:
		scene_text_box(shape, corners);
		for (int i = 0; i < 4; i++)
			if (!holds(scene, corners[i].x, corners[i].y))
				return false;
		return true;
	default: return true;
	}
}
