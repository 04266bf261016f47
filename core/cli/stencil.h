/* SPDX-License-Identifier: MIT */
/*
 * stencil - the template of a new dataset, filled in: the part of Mustache that this needs.
 *
 *     {{name}}                    the value as a scalar of YAML, quoted where it must be
 *     {{{name}}}                  the value as it is
 *     {{#name}} ... {{/name}}     for each product; once where there is one; not at all
 *     {{^name}} ... {{/name}}     where there is none
 *     {{! words}}                 nothing
 *
 * A line with a section's tag or a comment and nothing else is left out whole (the specification's
 * "standalone tags").  Names: templates/new/README.md.
 */
#ifndef MESHREPORT_CORE_STENCIL_H
#define MESHREPORT_CORE_STENCIL_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct stencil_product {
	const char *id, *name;
};

struct stencil {
	const char *title, *file, *schema;
	const struct stencil_product *products;
	size_t n_products;
};

/* What is wrong with a template. */
struct stencil_problem {
	uint32_t line;
	const char *text; /* "" where memory was refused */
	const char *name; /* in the template, `n_name` bytes */
	size_t n_name;
};

/* Appends to `out` the `n` bytes of a template, filled in.  0, or -1 with `problem`. */
int stencil_put(struct buf *out, const char *text, size_t n, const struct stencil *stencil,
		struct stencil_problem *problem);

#endif
