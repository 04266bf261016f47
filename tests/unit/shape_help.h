/* SPDX-License-Identifier: MIT */
/* A font stack for tests, which keeps what it is told about missing characters and bad fonts. */
#ifndef TESTS_UNIT_SHAPE_HELP_H
#define TESTS_UNIT_SHAPE_HELP_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "common/shape/shape.h"

struct notes {
	uint32_t missing[16];
	uint32_t rows[16];
	uint32_t n_missing;
	char problem[600];
	uint32_t n_problems;
};

static void note_missing(void *data, uint32_t code, const struct mr_where *where)
{
	struct notes *notes = data;

	if (notes->n_missing < 16) {
		notes->rows[notes->n_missing] = where->index;
		notes->missing[notes->n_missing++] = code;
	}
}

static void note_problem(void *data, const char *message)
{
	struct notes *notes = data;

	notes->n_problems++;
	snprintf(notes->problem, sizeof(notes->problem), "%s", message);
}

static inline struct shape *make(struct notes *notes, const char *family, const char *language)
{
	struct shape *shape;

	memset(notes, 0, sizeof(*notes));
	shape = shape_new(&(struct shape_options){.family = family,
						  .language = language,
						  .embed = true,
						  .missing = note_missing,
						  .problem = note_problem,
						  .data = notes});
	assert_non_null(shape);
	assert_false(shape_failed(shape));
	return shape;
}

#endif
