/* SPDX-License-Identifier: MIT */
/* The laws of the canonical YAML, asked of any dataset. */
#ifndef CANON_HELP_H
#define CANON_HELP_H

#include "canon/canon.h"
#include "canon/canon_json.h"
#include "yaml/dataset_load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

struct loaded {
	struct dataset set;
	struct matrix *matrix;
	struct diag diag;
};

static inline void load(struct loaded *out, const char *text, size_t n,
			const struct select_request *request)
{
	struct limits limits;
	struct buf path = BUF_INIT; /* beside which a logo lies */

	buf_printf(&path, "%s/tests/golden/x.yaml", getenv("ROOT"));
	limits_init(&limits);
	diag_init(&out->diag, DIAG_MAX);
	if (dataset_load_bytes(&out->set, text, n, buf_text(&path), &limits, &out->diag) == 0)
		out->matrix = matrix_new(&out->set, request, &out->diag);
	if (!out->matrix) {
		struct buf said = BUF_INIT;

		diag_print(&out->diag, &said, false, false);
		fail_msg("%s\n%s", buf_text(&said), text);
	}
	buf_release(&path);
}

static inline void unload(struct loaded *loaded)
{
	matrix_free(loaded->matrix);
	dataset_release(&loaded->set);
	diag_release(&loaded->diag);
}

static inline void write_canon(struct buf *out, const struct loaded *loaded)
{
	canon_put(out, &(struct canon){.matrix = loaded->matrix});
	assert_false(out->failed);
}

/* ---- the same matrix */

static inline void assert_same_text(const struct mr_text *a, const struct mr_text *b)
{
	assert_string_equal(a->plain, b->plain);
	assert_int_equal(a->spans.n, b->spans.n);
	for (uint32_t i = 0; i < a->spans.n; i++) {
		const struct mr_span *x = mr_span_at(a, i), *y = mr_span_at(b, i);

		assert_int_equal(x->kind, y->kind);
		assert_string_equal(x->url, y->url);
		assert_int_equal(x->n_bytes, y->n_bytes);
		assert_memory_equal(x->text, y->text, x->n_bytes);
	}
}

static inline void assert_same_indexes(const struct mr_array *a, const struct mr_array *b)
{
	assert_int_equal(a->n, b->n);
	for (uint32_t i = 0; i < a->n; i++)
		assert_int_equal(mr_index_at(a, i), mr_index_at(b, i));
}

static inline void assert_same_strings(const struct mr_array *a, const struct mr_array *b)
{
	assert_int_equal(a->n, b->n);
	for (uint32_t i = 0; i < a->n; i++)
		assert_string_equal(mr_string_at(a, i), mr_string_at(b, i));
}

/* The one used status of that index, by name: a selection leaves out statuses it does not use. */
static inline const char *status_of(const struct mr_matrix *m, uint32_t status)
{
	return status == MR_NO_STATUS ? "" : mr_status_at(m, status)->id;
}

static inline void assert_same_detail(const struct mr_matrix *a, const struct mr_cell_detail *x,
				      const struct mr_matrix *b, const struct mr_cell_detail *y)
{
	assert_int_equal(x->items.n, y->items.n);
	for (uint32_t i = 0; i < x->items.n; i++)
		assert_same_text(mr_item_at(x, i), mr_item_at(y, i));
	assert_int_equal(x->parts.n, y->parts.n);
	for (uint32_t i = 0; i < x->parts.n; i++) {
		const struct mr_part *p = mr_part_at(x, i), *q = mr_part_at(y, i);

		assert_string_equal(p->name, q->name);
		assert_string_equal(status_of(a, p->status), status_of(b, q->status));
		assert_same_text(p->text, q->text);
		assert_same_indexes(&p->notes, &q->notes);
	}
	assert_same_indexes(&x->notes, &y->notes);
	assert_same_strings(&x->sources, &y->sources);
	assert_string_equal(x->since, y->since);
	assert_memory_equal(&x->verified, &y->verified, sizeof(x->verified));
}

static inline void assert_same_cell(const struct mr_matrix *a, const struct mr_cell *x,
				    const struct mr_matrix *b, const struct mr_cell *y)
{
	assert_string_equal(status_of(a, x->status), status_of(b, y->status));
	assert_int_equal(x->like, y->like);
	assert_int_equal(x->kind, y->kind);
	assert_int_equal(x->has_own_words, y->has_own_words);
	assert_same_text(x->text, y->text);
	assert_int_equal(x->detail != NULL, y->detail != NULL);
	if (x->detail)
		assert_same_detail(a, x->detail, b, y->detail);
}

static inline void assert_same_heads(const struct mr_matrix *a, const struct mr_matrix *b)
{
	assert_string_equal(a->title, b->title);
	assert_string_equal(a->subtitle, b->subtitle);
	assert_string_equal(a->language, b->language);
	assert_memory_equal(&a->as_of, &b->as_of, sizeof(a->as_of));
	assert_string_equal(a->credit.text, b->credit.text);
	assert_string_equal(a->credit.url, b->credit.url);
	assert_string_equal(a->credit.license, b->credit.license);
	assert_int_equal(a->notes.n, b->notes.n);
	for (uint32_t i = 0; i < a->notes.n; i++) {
		assert_string_equal(mr_note_at(a, i)->id, mr_note_at(b, i)->id);
		assert_int_equal(mr_note_at(a, i)->n_uses, mr_note_at(b, i)->n_uses);
		assert_same_text(mr_note_at(a, i)->text, mr_note_at(b, i)->text);
	}
}

static inline void assert_same_product(const struct mr_product *x, const struct mr_product *y)
{
	assert_string_equal(x->id, y->id);
	assert_string_equal(x->name, y->name);
	assert_string_equal(x->url, y->url);
	assert_int_equal(x->lifecycle, y->lifecycle);
	assert_same_strings(&x->formerly, &y->formerly);
	assert_same_indexes(&x->notes, &y->notes);
	assert_int_equal(x->logo.n, y->logo.n);
	assert_string_equal(x->logo_name, y->logo_name);
}

static inline void assert_same_row(const struct mr_matrix *a, const struct mr_matrix *b,
				   uint32_t row)
{
	const struct mr_feature *x = mr_feature_at(a, row), *y = mr_feature_at(b, row);

	assert_string_equal(x->id, y->id);
	assert_same_text(x->name, y->name);
	assert_same_text(x->description, y->description);
	assert_string_equal(x->url, y->url);
	assert_same_indexes(&x->notes, &y->notes);
	assert_int_equal(x->category, y->category);
	assert_int_equal(x->kind, y->kind);
	assert_int_equal(x->is_fact, y->is_fact);
	assert_true(x->weight - y->weight == 0);
	assert_same_strings(&x->formerly, &y->formerly);
	for (uint32_t col = 0; col < a->products.n; col++)
		assert_same_cell(a, mr_cell_at(a, row, col), b, mr_cell_at(b, row, col));
}

static inline void assert_same(const struct mr_matrix *a, const struct mr_matrix *b)
{
	assert_same_heads(a, b);
	assert_int_equal(a->products.n, b->products.n);
	for (uint32_t col = 0; col < a->products.n; col++)
		assert_same_product(mr_product_at(a, col), mr_product_at(b, col));
	assert_int_equal(a->categories.n, b->categories.n);
	for (uint32_t i = 0; i < a->categories.n; i++) {
		const struct mr_category *x = mr_category_at(a, i), *y = mr_category_at(b, i);

		assert_string_equal(x->id, y->id);
		assert_string_equal(x->url, y->url);
		assert_same_text(x->name, y->name);
		assert_same_text(x->description, y->description);
		assert_same_indexes(&x->notes, &y->notes);
	}
	assert_int_equal(a->features.n, b->features.n);
	for (uint32_t row = 0; row < a->features.n; row++)
		assert_same_row(a, b, row);
}

/* JSON loads as a dataset to the same matrix, and gives the same YAML. */
static inline void assert_json(const struct loaded *first, const struct buf *yaml)
{
	struct loaded back = {.set = DATASET_INIT};
	struct buf json = BUF_INIT, again = BUF_INIT;

	canon_json_put(&json, &(struct canon){.matrix = first->matrix}, "", false);
	assert_false(json.failed);
	load(&back, buf_text(&json), json.n, NULL);
	assert_same(matrix_view(first->matrix), matrix_view(back.matrix));
	write_canon(&again, &back);
	assert_string_equal(yaml->at, buf_text(&again));
	unload(&back);
	buf_release(&json);
	buf_release(&again);
}

static inline void assert_laws(const char *text, size_t n, const struct select_request *request)
{
	struct loaded first = {.set = DATASET_INIT}, second = {.set = DATASET_INIT};
	struct buf once = BUF_INIT, twice = BUF_INIT;

	load(&first, text, n, request);
	write_canon(&once, &first);
	load(&second, buf_text(&once), once.n, NULL);
	assert_false(diag_has_errors(&second.diag));
	assert_same(matrix_view(first.matrix), matrix_view(second.matrix));
	write_canon(&twice, &second);
	assert_string_equal(buf_text(&once), buf_text(&twice));
	assert_json(&first, &once);
	unload(&first);
	unload(&second);
	buf_release(&once);
	buf_release(&twice);
}

#endif
