/* SPDX-License-Identifier: MIT */
/* The ground that the other files of shape stand on: growing arrays, failure, faces by number. */
#include "common/shape/shape.h"

#include <stdlib.h>
#include <string.h>

#include "common/shape/shape_private.h"

bool shape_failed(const struct shape *shape)
{
	return shape->failed;
}

void shape_at(struct shape *shape, const struct mr_where *where)
{
	shape->where = where ? *where : (struct mr_where){.kind = MR_AT_DOCUMENT};
}

bool shape_grow(struct shape *shape, void *array, uint32_t *have, size_t need, size_t size)
{
	size_t want = *have ? *have : 64;
	void *old, *grown;

	if (need <= *have)
		return true;
	while (want < need)
		want *= 2;
	memcpy(&old, array, sizeof(old));
	grown = want > UINT32_MAX || want > SIZE_MAX / size ? NULL : realloc(old, want * size);
	if (!grown) {
		shape->failed = true;
		return false;
	}
	memcpy(array, &grown, sizeof(grown));
	*have = (uint32_t)want;
	return true;
}

uint32_t shape_n_faces(const struct shape *shape)
{
	return shape->n_faces;
}

const struct shape_face *shape_face(const struct shape *shape, uint32_t face)
{
	return face < shape->n_faces ? &shape->faces[face]->public : NULL;
}

uint32_t shape_style_face(struct shape *shape, uint32_t style)
{
	static const uint32_t sample = 'x';

	if (style >= SHAPE_N_STYLES)
		style = SHAPE_REGULAR;
	if (shape->style_face[style] == NO_FACE)
		shape->style_face[style] = shape_font_for(shape, style, shape->cjk, &sample, 1);
	return shape->style_face[style];
}

float shape_advance(struct shape *shape, uint32_t face, uint32_t gid)
{
	if (face >= shape->n_faces)
		return 0;
	return (float)hb_font_get_glyph_h_advance(shape->faces[face]->font, gid) *
	       shape->faces[face]->unit;
}
