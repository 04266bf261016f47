/* SPDX-License-Identifier: MIT */
#include "pdf/draw/pdf_interval.h"

#include "common/chart/chart_interval.h"
#include "common/ranking/ranked.h"
#include "pdf/layout/pdf_store.h"

#define SLOT_SCORE 2
#define LEAST_ROOM 40.0f
#define TICK 2.5

/* Where the scale stands: x of a share, from the left of the body. */
struct track {
	double from, to; /* x of 0 and of 100 % */
};

static struct track track_of(const struct pdf_book *book, const struct pdf_slot *slot)
{
	double near = book->ranked_score, far = slot->width - CHART_DOT - 1;

	if (book->matrix->is_rtl)
		return (struct track){slot->x + slot->width - near, slot->x + slot->width - far};
	return (struct track){slot->x + near, slot->x + far};
}

static void put_track(struct scene *scene, const struct track *track, double y)
{
	struct scene_shape *line = scene_line(scene, track->from, y, track->to, y);

	if (line)
		line->stroke = PALETTE_RULE;
	for (int half = 0; half <= 2; half++) {
		double x = track->from + (track->to - track->from) * half / 2;

		line = scene_line(scene, x, y - TICK, x, y + TICK);
		if (line)
			line->stroke = PALETTE_RULE;
	}
}

void pdf_interval_draw(struct pdf_drawer *d, const struct pdf_row *row, float y)
{
	struct pdf_book *book = d->book;
	const struct mr_ranked *is = mr_ranked_at(book->matrix->ranking, row->index);
	const struct pdf_slot *slot = &book->slots[SLOT_SCORE];
	struct track track = track_of(book, slot);
	double length = track.to - track.from, middle = PDF_LEADING * book->size / 2;
	struct scene scene;

	if (!ranked_has_place(is) || slot->width - book->ranked_score < LEAST_ROOM)
		return;
	scene_init(&scene, NULL);
	scene.theme = book->options.theme == PDF_THEME_INK ? PALETTE_PRINT : PALETTE_LIGHT;
	put_track(&scene, &track, middle);
	chart_interval_draw(&scene, track.from + length * is->low, track.from + length * is->high,
			    middle, (struct mr_where){.kind = MR_AT_PRODUCT, .index = is->product});
	if (scene.failed)
		book->failed = true;
	else
		pdf_scene_adorn(d, &scene, book->paper.left, y);
	scene_release(&scene);
}
