/* SPDX-License-Identifier: MIT */
/*
 * scene_svg - a scene as SVG 1.1: text stays text, and nothing is loaded from anywhere.
 *
 * A picture of its own is a whole XML document with colours as presentation attributes.  Inside of
 * a page (`is_inline`) it is one <svg> element that may stand beside others: its ids begin with the
 * prefix, its colours are classes ("f-yes" fills, "s-edge" strokes) that scene_svg_css() or the
 * page's own style sheet gives meaning, so it follows the page's theme; it has no style attribute,
 * no style element and no script, as a strict content security policy demands.
 *
 * So that a script can follow the reader's choice, inside of a page shapes say by data-at what they
 * show: "12 3" a cell (row and column of the matrix), "r12" a feature, "p3" a product, "c2" a
 * category; groups by data-product and data-category, with their place (data-y, data-height).  In
 * a product's group the product is not said again; a picture without a table says nothing of cells.
 *
 * A document that follows its reader's screen (`is_auto`) has its colours as attributes, too, which a
 * style element below the prefix overrides where the screen is dark (Media Queries Level 5, 12.5).
 *
 * Either has <title> and <desc>, role="img" and groups with titles.  scene_html_table() writes the
 * same facts as a table for who cannot see it.
 *
 * All data is escaped here: it can become neither markup nor an attribute.  Errors are the writer's.
 */
#ifndef COMMON_SCENE_SVG_H
#define COMMON_SCENE_SVG_H

#include "common/write/out.h"
#include "common/scene/scene.h"

struct scene_svg_options {
	const char *prefix; /* of ids: letters, digits and '-', unique in the page */
	bool is_inline;
	bool is_auto; /* a document in the scene's theme that becomes the dark one on a dark screen */
	const char *font; /* a family before the usual ones; null or "": none */
	const char *generator; /* named in a comment of a document; null inline */
	const char *stamp; /* mr_stamp.mark, in a comment of its own; null or "" for none */
};

void scene_svg(const struct scene *scene, const struct scene_svg_options *options, struct out *out);

/*
 * The classes' colours of one theme, each rule beginning with `scope` (".chart"; "" for none): those
 * of the scene, and those that its shapes may get when a script draws them anew.
 */
void scene_svg_css(const struct scene *scene, enum palette_theme theme, const char *scope,
		   struct out *out);

/* A <table class="..."> of scene->table with <caption>, and <th scope> in its first row and column. */
void scene_html_table(const struct scene *scene, const char *class_name, struct out *out);

#endif
