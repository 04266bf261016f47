/* SPDX-License-Identifier: MIT */
#include "pdf/book/pdf_across.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/book/pdf_rows.h"

#define FRONT_GAPS 4.0f /* em that stand between the rows of the front, about */

/* The rows of the groups, one group behind the other: a heading, the head, and the rows of the table. */
struct groups {
	uint32_t first; /* row of book->rows */
	uint32_t n_groups, n_rows; /* rows below the head of each */
	float *heights; /* of these, the highest of all groups */
	float head;
};

static bool find(const struct pdf_book *book, struct groups *groups)
{
	uint32_t end;

	groups->n_groups = book->columns.n_groups;
	while (groups->first < book->n_rows && book->rows[groups->first].kind != PDF_ROW_GROUP)
		groups->first++;
	end = groups->first;
	while (end < book->n_rows && book->rows[end].table == 0)
		end++;
	if (end < groups->first + 2)
		return false;
	groups->n_rows = end - groups->first - 2;
	return groups->n_rows > 0;
}

static struct pdf_row *row_at(const struct pdf_book *book, const struct groups *groups,
			      uint32_t group, uint32_t i)
{
	return &book->rows[groups->first + group * (groups->n_rows + 2) + i];
}

static void measure(struct pdf_book *book, struct groups *groups)
{
	for (uint32_t g = 0; g < groups->n_groups; g++) {
		float head = pdf_rows_height(book, row_at(book, groups, g, 1));

		groups->head = head > groups->head ? head : groups->head;
		for (uint32_t i = 0; i < groups->n_rows; i++) {
			float height = pdf_rows_height(book, row_at(book, groups, g, 2 + i));

			if (height > groups->heights[i])
				groups->heights[i] = height;
		}
	}
}

/* What stands above the first stretch of the first group, on its page. */
static float front_height(struct pdf_book *book, const struct groups *groups)
{
	float sum = FRONT_GAPS * book->base_size;

	for (uint32_t i = 0; i <= groups->first; i++) {
		if (pdf_rows_begins_page(book, &book->rows[i]))
			sum = FRONT_GAPS * book->base_size;
		sum += pdf_rows_height(book, &book->rows[i]);
	}
	return sum;
}

static float repeated_height(const struct pdf_book *book, const struct pdf_row *row)
{
	if (row->kind != PDF_ROW_FEATURE)
		return 0;
	return book->continued[mr_feature_at(book->matrix, row->index)->category];
}

/* How many rows from `from` on have room; a category is no last row.  One at least. */
static uint32_t fitting(const struct pdf_book *book, const struct groups *groups, uint32_t from,
			float room)
{
	float sum = groups->head + repeated_height(book, row_at(book, groups, 0, 2 + from));
	uint32_t n = 0;

	while (from + n < groups->n_rows && sum + groups->heights[from + n] <= room) {
		sum += groups->heights[from + n];
		n++;
	}
	while (n > 1 && from + n < groups->n_rows &&
	       row_at(book, groups, 0, 2 + from + n - 1)->kind == PDF_ROW_CATEGORY)
		n--;
	return n ? n : 1;
}

/* Rows in their new order, and by their old place the new one. */
struct moving {
	const struct pdf_row *from;
	struct pdf_row *made;
	uint32_t *moved;
	uint32_t n;
};

static void put(struct moving *m, uint32_t at, float least, bool breaks)
{
	m->made[m->n] = m->from[at];
	m->made[m->n].least = least;
	m->made[m->n].breaks = breaks;
	m->moved[at] = m->n++;
}

static void reorder(struct pdf_book *book, const struct groups *groups, struct moving *m)
{
	float room = book->body.height - front_height(book, groups);

	for (uint32_t from = 0, n; from < groups->n_rows; from += n) {
		n = fitting(book, groups, from, room);
		for (uint32_t g = 0; g < groups->n_groups; g++) {
			uint32_t first = g * (groups->n_rows + 2);

			if (from == 0) {
				put(m, first, 0, g > 0);
				put(m, first + 1, groups->head, false);
			}
			for (uint32_t i = from; i < from + n; i++)
				put(m, first + 2 + i, groups->heights[i], i == from && from > 0);
		}
		room = book->body.height - 1;
	}
}

/* Entries of the contents name rows by their place, which is another one now. */
static void follow(struct pdf_book *book, const struct groups *groups, const struct moving *m)
{
	for (uint32_t i = 0; i < groups->first; i++) {
		struct pdf_row *row = &book->rows[i];

		if (row->kind == PDF_ROW_ENTRY && row->index >= groups->first &&
		    row->index < groups->first + m->n)
			row->index = groups->first + m->moved[row->index - groups->first];
	}
}

int pdf_across_order(struct pdf_book *book)
{
	struct groups groups = {.first = 0};
	struct moving moving = {0};
	size_t n;
	bool is_made;

	if (!book->options.is_across || book->columns.n_groups < 2 || !find(book, &groups))
		return 0;
	n = (size_t)groups.n_groups * (groups.n_rows + 2);
	moving.from = &book->rows[groups.first];
	moving.made = calloc(n, sizeof(*moving.made));
	moving.moved = calloc(n, sizeof(*moving.moved));
	groups.heights = calloc(groups.n_rows, sizeof(*groups.heights));
	is_made = moving.made && moving.moved && groups.heights;
	if (is_made) {
		measure(book, &groups);
		reorder(book, &groups, &moving);
		follow(book, &groups, &moving);
		memcpy(&book->rows[groups.first], moving.made, n * sizeof(*moving.made));
	}
	free(moving.made);
	free(moving.moved);
	free(groups.heights);
	return is_made ? 0 : -1;
}
