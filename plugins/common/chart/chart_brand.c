/* SPDX-License-Identifier: MIT */
#include "common/chart/chart_brand.h"

#include <string.h>

#include "common/bytes/image.h"
#include "common/write/brand.h"

#define LOGO_HEIGHT 30.0
#define LOGO_WIDTH 100.0 /* at most, and no more than a third of the picture */
#define GAP 8.0

static const struct brand *brand_of(const struct frame *frame)
{
	return frame->options->is_bare ? NULL : frame->options->brand;
}

enum palette_role chart_brand_ink(const struct frame *frame)
{
	return frame->scene->has_accent && brand_of(frame) ? PALETTE_ACCENT : PALETTE_TEXT;
}

/* ---- lines */

/* Divided into several pictures, each is a page of them. */
static const char *part_of(struct frame *frame, const char *line, uint32_t part)
{
	const struct chart_options *options = frame->options;
	struct running values = options->brand->values;
	struct out text;

	if (options->n_parts > 1) {
		values.page = options->part + 1;
		values.total = options->n_parts;
	}
	out_to_memory(&text, 0);
	running_put(&text, line, part, &values);
	return scene_take(frame->scene, &text);
}

/* How wide each part may become: the middle one has half of the line at most, and the others what it leaves. */
static void share(struct frame *frame, const char *const texts[RUNNING_PARTS],
		  double rooms[RUNNING_PARTS])
{
	double side;

	for (uint32_t i = 0; i < RUNNING_PARTS; i++)
		rooms[i] = scene_width_of(frame->scene, texts[i], strlen(texts[i]), SIZE_SMALL,
					  false) +
			   0.5;
	if (*texts[1]) {
		rooms[1] = rooms[1] < frame->width / 2 ? rooms[1] : frame->width / 2;
		rooms[0] = rooms[2] = (frame->width - rooms[1]) / 2 - GAP;
	} else if (*texts[0] && *texts[2]) {
		side = frame->width / 2 - GAP / 2;
		rooms[2] = rooms[2] < side ? rooms[2] : side;
		rooms[0] = frame->width - GAP - rooms[2];
	} else {
		rooms[0] = rooms[2] = frame->width;
	}
}

/* The parts of a line beside each other; how high it became, 0 where it has no words here. */
static double draw_line(struct frame *frame, const char *line, double y)
{
	static const enum scene_anchor anchors[RUNNING_PARTS] = {SCENE_START, SCENE_MIDDLE,
								 SCENE_ENDING};
	const struct mr_where where = {.kind = MR_AT_DOCUMENT};
	const char *texts[RUNNING_PARTS];
	double rooms[RUNNING_PARTS], height = 0;

	for (uint32_t i = 0; i < RUNNING_PARTS; i++)
		texts[i] = part_of(frame, line, i);
	share(frame, texts, rooms);
	for (uint32_t i = 0; i < RUNNING_PARTS; i++) {
		struct label label;

		if (!*texts[i])
			continue;
		label = chart_label_make(frame->scene, texts[i],
					 (struct label_style){.size = SIZE_SMALL,
							      .max_lines = 3,
							      .max_width = rooms[i]},
					 where);
		chart_label_draw(frame->scene, &label, frame->left + frame->width * i / 2, y,
				 anchors[i], PALETTE_MUTED, where);
		height = label.height > height ? label.height : height;
	}
	return height;
}

static void rule(struct frame *frame, double y)
{
	struct scene_shape *line =
		scene_line(frame->scene, frame->left, y, frame->left + frame->width, y);

	if (!line)
		return;
	line->stroke = frame->scene->has_accent ? PALETTE_ACCENT : PALETTE_RULE;
	line->stroke_width = frame->scene->has_accent ? 1 : 0.6;
}

/* ---- the logo */

static void draw_logo(struct frame *frame, const struct brand *brand)
{
	uint32_t pixels_wide, pixels_high;
	double most = frame->width / 3, width, height = LOGO_HEIGHT;

	/* what no painter of charts can show was told, and is left out */
	if (!image_measure(brand->logo, &pixels_wide, &pixels_high))
		return;
	most = most < LOGO_WIDTH ? most : LOGO_WIDTH;
	width = height * pixels_wide / pixels_high;
	if (width > most) {
		height *= most / width;
		width = most;
	}
	scene_picture(frame->scene, frame->left + frame->width - width, frame->y, width, height,
		      (struct scene_image){brand->logo, image_media_type(brand->logo)});
	frame->beside = width + GAP;
	frame->clear = frame->y + height + 4;
}

void chart_brand_begin(struct frame *frame)
{
	const struct brand *brand = brand_of(frame);
	double height;

	if (!brand)
		return;
	height = draw_line(frame, brand->header, frame->y);
	if (height > 0) {
		rule(frame, frame->y + height + 2);
		frame->y += height + GAP;
	}
	draw_logo(frame, brand);
}

void chart_brand_clear(struct frame *frame)
{
	frame->y = frame->y < frame->clear ? frame->clear : frame->y;
	frame->beside = 0;
}

void chart_brand_end(struct frame *frame)
{
	const struct brand *brand = brand_of(frame);
	double height;

	if (!brand)
		return;
	height = draw_line(frame, brand->footer, frame->y + GAP);
	if (height <= 0)
		return;
	rule(frame, frame->y + GAP - 2);
	frame->y += height + GAP;
}
