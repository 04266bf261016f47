/* SPDX-License-Identifier: MIT */
/* scene_svg_image - the picture of a scene in SVG: all of it stands in the document. */
#ifndef COMMON_SCENE_SVG_IMAGE_H
#define COMMON_SCENE_SVG_IMAGE_H

#include "common/scene/scene.h"
#include "common/write/out.h"

/*
 * The picture in `box`, on a light plate where the scene is dark, since a logo is made for paper; `is_auto`: where it
 * becomes dark (scene_svg.h).
 */
void scene_svg_image(const struct scene *scene, const struct scene_shape *box, bool is_auto,
		     struct out *out);

/* The rule that makes such a plate be seen, below `scope`; nothing for a scene without a picture. */
void scene_svg_image_css(const struct scene *scene, const char *scope, struct out *out);

#endif
