/* SPDX-License-Identifier: MIT */
/*
 * loaded - a dataset from a string, and the matrix of a selection of it, for tests of what comes
 * after loading.  Everything is asserted: a test begins with a matrix or fails.
 */
#ifndef MESHREPORT_TESTS_LOADED_H
#define MESHREPORT_TESTS_LOADED_H

#include "yaml/dataset_load.h"
#include "view/matrix.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

struct loaded {
	struct dataset set;
	struct diag diag;
	struct matrix *matrix; /* null when the selection failed */
	const struct mr_matrix *m;
};

static inline void loaded_print(const struct diag *diag)
{
	for (size_t i = 0; i < diag->n; i++)
		print_message("%u:%u: %s (%s) %s\n", diag->messages[i].place.line,
			      diag->messages[i].place.column, diag->messages[i].text,
			      diag->messages[i].path, diag->messages[i].suggestion);
}

/* Loads `yaml` and makes the selection; `request` null: all. */
static inline void loaded_init(struct loaded *loaded, const char *yaml,
			       const struct select_request *request)
{
	struct limits limits;

	limits_init(&limits);
	diag_init(&loaded->diag, DIAG_MAX);
	if (dataset_load_bytes(&loaded->set, yaml, strlen(yaml), "mesh.yaml", &limits,
			       &loaded->diag)) {
		loaded_print(&loaded->diag);
		fail_msg("the dataset of the test does not load");
	}
	loaded->matrix = matrix_new(&loaded->set, request, &loaded->diag);
	loaded->m = loaded->matrix ? matrix_view(loaded->matrix) : NULL;
}

static inline void loaded_release(struct loaded *loaded)
{
	matrix_free(loaded->matrix);
	dataset_release(&loaded->set);
	diag_release(&loaded->diag);
}

/* The message that contains `words`, or null. */
static inline const struct diag_message *loaded_said(const struct loaded *loaded, const char *words)
{
	for (size_t i = 0; i < loaded->diag.n; i++)
		if (strstr(loaded->diag.messages[i].text, words))
			return &loaded->diag.messages[i];
	return NULL;
}

#endif
