/* SPDX-License-Identifier: MIT */
/*
 * chart_boxes - what every scene of a chart keeps, as checks: labels lie apart, all shapes lie on
 * the canvas, groups nest.  A check that fails names the chart and the labels.
 *
 * Included after cmocka.h.
 */
#ifndef TESTS_CHART_BOXES_H
#define TESTS_CHART_BOXES_H

#include <stdlib.h>
#include <string.h>

#include "common/chart/chart.h"
#include "fake_matrix.h"

/* Charts of a matrix alone; those behind them need an older edition beside it. */
#define N_OF_ONE_EDITION CHART_SLOPE

struct placed {
	const struct scene_shape *text;
	double top, bottom;
};

static inline int by_top(const void *a, const void *b)
{
	const struct placed *one = a, *other = b;

	return (one->top > other->top) - (one->top < other->top);
}

static inline struct placed place(const struct scene_shape *text)
{
	struct placed placed = {text, 1e9, -1e9};
	struct scene_point corners[4];

	scene_text_box(text, corners);
	for (int i = 0; i < 4; i++) {
		placed.top = corners[i].y < placed.top ? corners[i].y : placed.top;
		placed.bottom = corners[i].y > placed.bottom ? corners[i].y : placed.bottom;
	}
	return placed;
}

static inline void need_no_overlap(const struct scene *scene, const char *what)
{
	struct placed *texts = calloc(scene->n_shapes, sizeof *texts);
	size_t n = 0;

	assert_non_null(texts);
	for (size_t i = 0; i < scene->n_shapes; i++)
		if (scene_at(scene, i)->kind == SCENE_TEXT)
			texts[n++] = place(scene_at(scene, i));
	qsort(texts, n, sizeof *texts, by_top);
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n && texts[k].top < texts[i].bottom; k++)
			if (scene_texts_overlap(texts[i].text, texts[k].text))
				fail_msg("%s: \"%s\" and \"%s\" overlap", what, texts[i].text->text,
					 texts[k].text->text);
	free(texts);
}

static inline void need_all_inside(const struct scene *scene, const char *what)
{
	int depth = 0;

	for (size_t i = 0; i < scene->n_shapes; i++) {
		const struct scene_shape *shape = scene_at(scene, i);

		depth += shape->kind == SCENE_GROUP ? 1 : shape->kind == SCENE_END ? -1 : 0;
		assert_true(depth >= 0);
		if (!scene_is_inside(scene, shape))
			fail_msg("%s: shape %zu (kind %u, \"%s\" at %d, %d) leaves the canvas",
				 what, i, shape->kind, shape->text, (int)shape->x, (int)shape->y);
	}
	assert_int_equal(depth, 0);
}

static inline void draw(enum chart_kind kind, const struct fake_matrix *fake,
			const struct chart_options *options, struct scene *scene)
{
	if (kind == CHART_EVIDENCE)
		fake_set_evidence(fake);
	scene_init(scene, NULL);
	chart_draw(kind, &fake->matrix, options, scene);
}

static inline void need_good_scene(enum chart_kind kind, const struct fake_matrix *fake,
				   const struct chart_options *options)
{
	struct scene scene;
	char what[64];

	snprintf(what, sizeof what, "%s of %u by %u", chart_name(kind), fake->matrix.features.n,
		 fake->matrix.products.n);
	draw(kind, fake, options, &scene);
	if (scene.failed)
		fail_msg("%s: %s", what, scene.problem);
	need_all_inside(&scene, what);
	need_no_overlap(&scene, what);
	assert_true(strlen(scene.description) > strlen(scene.title));
	scene_release(&scene);
}

static inline void need_all_good(const struct fake_matrix *fake)
{
	for (int kind = 0; kind < N_OF_ONE_EDITION; kind++)
		for (int order = 0; order <= CHART_ORDER_VALUE; order++) {
			struct chart_options options = CHART_OPTIONS_INIT;

			options.order = (enum chart_order)order;
			need_good_scene((enum chart_kind)kind, fake, &options);
		}
}

static inline size_t count_filled(const struct scene *scene, enum palette_role role)
{
	size_t n = 0;

	for (size_t i = 0; i < scene->n_shapes; i++)
		n += scene_at(scene, i)->kind == SCENE_RECT && scene_at(scene, i)->fill == role;
	return n;
}

static inline bool has_text(const struct scene *scene, const char *text)
{
	for (size_t i = 0; i < scene->n_shapes; i++)
		if (scene_at(scene, i)->kind == SCENE_TEXT &&
		    strcmp(scene_at(scene, i)->text, text) == 0)
			return true;
	return false;
}

/* No two of the first `n` things of this kind have the same lines, shares aside; each has its first ones. */
static inline void need_names_apart(const struct scene *scene, uint32_t kind, uint32_t n)
{
	enum { MOST = 32, ROOM = 1024 };
	static char names[MOST][ROOM];

	memset(names, 0, sizeof names);
	for (size_t i = 0; i < scene->n_shapes; i++) {
		const struct scene_shape *s = scene_at(scene, i);

		if (s->kind == SCENE_TEXT && s->where.kind == kind && s->where.index < n &&
		    s->size > 7.5 && !strchr(s->text, '%') &&
		    strlen(names[s->where.index]) + strlen(s->text) < ROOM)
			strcat(names[s->where.index], s->text);
	}
	for (uint32_t i = 0; i < n; i++) {
		assert_true(names[i][0] != '\0');
		for (uint32_t k = 0; k < i; k++)
			assert_string_not_equal(names[i], names[k]);
	}
}

static inline uint32_t fake_n_facts(const struct fake_matrix *fake)
{
	uint32_t n = 0;

	for (uint32_t row = 0; row < fake->matrix.features.n; row++)
		n += mr_feature_at(&fake->matrix, row)->is_fact;
	return n;
}

#endif
