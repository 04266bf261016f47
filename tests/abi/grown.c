/* SPDX-License-Identifier: MIT */
#include "host.h"

#include <stdlib.h>

enum { MORE = 40, GARBAGE = 0xa5, UNKNOWN = 77 };

/* What a growing needs to know; texts are grown once each, so that equal ones stay one object. */
struct growth {
	bool strange;
	const struct mr_text **texts; /* by id */
};

static void *garbage(size_t n)
{
	void *memory = malloc(n + 1);

	if (!memory)
		abort();
	return memset(memory, GARBAGE, n + 1);
}

/* One struct, longer by MORE bytes. */
static void *longer(const void *from, size_t n)
{
	return memcpy(garbage(n + MORE), from, n);
}

/* The same elements, further apart. */
static struct mr_array wider(const struct mr_array *from, size_t size)
{
	uint32_t stride = (uint32_t)((size + MORE + 7) / 8 * 8);
	struct mr_array to = {NULL, from->n, stride};
	char *memory = garbage((size_t)stride * (from->n ? from->n : 1));

	for (uint32_t i = 0; i < from->n; i++)
		memcpy(memory + (size_t)i * stride, mr_at(from, i), size);
	to.at = memory;
	return to;
}

/* An element that this file itself has just made. */
static void *element(const struct mr_array *array, uint32_t index)
{
	union {
		const void *in;
		void *out;
	} at = {.in = mr_at(array, index)};

	return at.out;
}

static const struct mr_text *grow_text(struct growth *growth, const struct mr_text *from)
{
	struct mr_text *to;

	if (growth->texts[from->id])
		return growth->texts[from->id];
	to = longer(from, sizeof(*from));
	to->spans = wider(&from->spans, sizeof(struct mr_span));
	for (uint32_t i = 0; growth->strange && i < to->spans.n; i++) {
		struct mr_span *span = element(&to->spans, i);

		if (span->kind != MR_SPAN_BREAK)
			span->kind = UNKNOWN;
	}
	growth->texts[from->id] = to;
	return to;
}

static struct mr_array grow_parts(struct growth *growth, const struct mr_array *from)
{
	struct mr_array to = wider(from, sizeof(struct mr_part));

	for (uint32_t i = 0; i < to.n; i++) {
		struct mr_part *part = element(&to, i);

		part->text = grow_text(growth, part->text);
		part->notes = wider(&part->notes, sizeof(uint32_t));
	}
	return to;
}

static struct mr_array grow_items(struct growth *growth, const struct mr_array *from)
{
	struct mr_array to = wider(from, sizeof(const struct mr_text *));

	for (uint32_t i = 0; i < to.n; i++) {
		const struct mr_text **item = element(&to, i);

		*item = grow_text(growth, *item);
	}
	return to;
}

static const struct mr_cell_detail *grow_detail(struct growth *growth,
						const struct mr_cell_detail *from)
{
	struct mr_cell_detail *to = longer(from, sizeof(*from));

	to->items = grow_items(growth, &from->items);
	to->parts = grow_parts(growth, &from->parts);
	to->notes = wider(&from->notes, sizeof(uint32_t));
	to->sources = wider(&from->sources, sizeof(const char *));
	return to;
}

static struct mr_array grow_cells(struct growth *growth, const struct mr_array *from)
{
	struct mr_array to = wider(from, sizeof(struct mr_cell));

	for (uint32_t i = 0; i < to.n; i++) {
		struct mr_cell *cell = element(&to, i);

		cell->text = grow_text(growth, cell->text);
		if (cell->detail)
			cell->detail = grow_detail(growth, cell->detail);
		if (growth->strange && cell->kind == MR_CELL_TEXT)
			cell->kind = UNKNOWN;
	}
	return to;
}

static struct mr_array grow_products(struct growth *growth, const struct mr_array *from)
{
	struct mr_array to = wider(from, sizeof(struct mr_product));

	for (uint32_t i = 0; i < to.n; i++) {
		struct mr_product *product = element(&to, i);

		product->formerly = wider(&product->formerly, sizeof(const char *));
		if (growth->strange && i == 0) {
			product->lifecycle = UNKNOWN;
			product->lifecycle_word = "hibernating";
		}
	}
	return to;
}

static void grow_rows(struct growth *growth, struct mr_matrix *to, const struct mr_matrix *from)
{
	to->categories = wider(&from->categories, sizeof(struct mr_category));
	for (uint32_t i = 0; i < to->categories.n; i++) {
		struct mr_category *category = element(&to->categories, i);

		category->name = grow_text(growth, category->name);
		category->description = grow_text(growth, category->description);
	}
	to->features = wider(&from->features, sizeof(struct mr_feature));
	for (uint32_t i = 0; i < to->features.n; i++) {
		struct mr_feature *feature = element(&to->features, i);

		feature->name = grow_text(growth, feature->name);
		feature->description = grow_text(growth, feature->description);
		feature->formerly = wider(&feature->formerly, sizeof(const char *));
	}
}

const struct mr_matrix *grown(const struct mr_matrix *from, bool strange)
{
	struct growth growth = {strange, calloc(from->n_texts + 1, sizeof(*growth.texts))};
	struct mr_matrix *to = longer(from, sizeof(*from));

	if (!growth.texts)
		abort();
	to->struct_size += MORE;
	to->statuses = wider(&from->statuses, sizeof(struct mr_status));
	to->words = wider(&from->words, sizeof(struct mr_word));
	to->category_counts = wider(&from->category_counts, sizeof(struct mr_counts));
	to->notes = wider(&from->notes, sizeof(struct mr_note));
	for (uint32_t i = 0; i < to->notes.n; i++) {
		struct mr_note *note = element(&to->notes, i);

		note->text = grow_text(&growth, note->text);
	}
	to->products = grow_products(&growth, &from->products);
	grow_rows(&growth, to, from);
	to->cells = grow_cells(&growth, &from->cells);
	return to;
}
