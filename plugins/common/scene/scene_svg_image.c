/* SPDX-License-Identifier: MIT */
#include "common/scene/scene_svg_image.h"

#include "common/bytes/base64.h"

#define PLATE 2.0 /* points around the picture */

static void number(struct out *out, const char *name, double value)
{
	out_char(out, ' ');
	out_string(out, name);
	out_string(out, "=\"");
	out_decimal(out, value, 2);
	out_char(out, '"');
}

static void box_of(struct out *out, const struct scene_shape *box, double more)
{
	number(out, "x", box->x - more);
	number(out, "y", box->y - more);
	number(out, "width", box->w + 2 * more);
	number(out, "height", box->h + 2 * more);
}

static void put_base64(struct out *out, const struct mr_bytes *bytes)
{
	enum { STEP = 3 * 1024 }; /* without a rest, so that padding comes at the end alone */
	char text[BASE64_SIZE(STEP)];
	const char *from = bytes->at;

	for (size_t at = 0; at < bytes->n; at += STEP) {
		size_t n = bytes->n - at < STEP ? bytes->n - at : STEP;

		out_bytes(out, text, base64_encode(text, from + at, n));
	}
}

/* SVG 1.1, 5.7 has xlink:href, which later readers know as well. */
void scene_svg_image(const struct scene *scene, const struct scene_shape *box, bool is_auto,
		     struct out *out)
{
	if (is_auto || scene->theme == PALETTE_DARK) {
		out_string(out, "<rect");
		box_of(out, box, PLATE);
		number(out, "rx", PLATE);
		out_string(out, is_auto ? " class=\"plate\" fill=\"none\"/>\n"
					: " fill=\"#ffffff\"/>\n");
	}
	out_string(out, "<image xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
	box_of(out, box, 0);
	out_string(out, " xlink:href=\"data:");
	out_string(out, scene->image.media_type);
	out_string(out, ";base64,");
	put_base64(out, &scene->image.bytes);
	out_string(out, "\"/>\n");
}

void scene_svg_image_css(const struct scene *scene, const char *scope, struct out *out)
{
	if (scene->image.bytes.n == 0)
		return;
	out_string(out, scope);
	out_string(out, " .plate{fill:#fff}\n");
}
