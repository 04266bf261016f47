/* SPDX-License-Identifier: MIT */
/* The stack of fonts: made and freed. */
#include "common/shape/shape.h"

#include <stdlib.h>
#include <string.h>

#include "common/shape/shape_family.h"
#include "common/shape/shape_private.h"

static char *copy(const char *text)
{
	size_t n = strlen(text) + 1;
	char *made = malloc(n);

	return made ? memcpy(made, text, n) : NULL;
}

/* "zh-Hant-HK", "ja": which national forms of Han characters a document wants. */
static enum cjk cjk_of(const char *language, bool *is_told)
{
	*is_told = true;
	if (strncmp(language, "ja", 2) == 0)
		return CJK_JAPANESE;
	if (strncmp(language, "ko", 2) == 0)
		return CJK_KOREAN;
	if (strncmp(language, "zh", 2) == 0 || strncmp(language, "yue", 3) == 0) {
		if (strstr(language, "-HK") || strstr(language, "-MO") || language[0] == 'y')
			return CJK_HONG_KONG;
		if (strstr(language, "-TW") || strstr(language, "Hant"))
			return CJK_TRADITIONAL;
		return CJK_SIMPLIFIED;
	}
	*is_told = false;
	return CJK_SIMPLIFIED;
}

struct shape *shape_new(const struct shape_options *options)
{
	struct shape *shape = calloc(1, sizeof(*shape));
	const char *language = options->language && *options->language ? options->language : "en";

	if (!shape)
		return NULL;
	shape->options = *options;
	shape->options.family = NULL;
	shape->options.language = NULL;
	shape->buffer = hb_buffer_create();
	shape->language = copy(language);
	shape->slots = calloc((size_t)shape_family_count * SHAPE_N_STYLES, sizeof(*shape->slots));
	if (options->family && *options->family)
		shape->family = copy(options->family);
	if (!shape->language || !shape->slots || !hb_buffer_allocation_successful(shape->buffer) ||
	    (options->family && *options->family && !shape->family)) {
		shape_free(shape);
		return NULL;
	}
	shape->hb_language = hb_language_from_string(language, -1);
	shape->cjk = cjk_of(language, &shape->cjk_is_told);
	for (uint32_t i = 0; i < SHAPE_N_STYLES; i++)
		shape->style_face[i] = NO_FACE;
	if (shape_style_face(shape, SHAPE_REGULAR) == NO_FACE)
		shape->failed = true;
	return shape;
}

void shape_free(struct shape *shape)
{
	if (!shape)
		return;
	shape_recent_release(shape);
	shape_font_release(shape);
	while (shape->blocks) {
		struct block *next = shape->blocks->next;

		free(shape->blocks);
		shape->blocks = next;
	}
	hb_buffer_destroy(shape->buffer);
	hb_draw_funcs_destroy(shape->draw);
	free(shape->family);
	free(shape->language);
	free(shape->reported);
	free(shape->words);
	free(shape->letters);
	free(shape->items);
	free(shape->bidi);
	free(shape->slices);
	free(shape);
}
