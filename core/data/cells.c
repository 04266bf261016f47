/* SPDX-License-Identifier: MIT */
#include "data/cells.h"

#include "base/mem.h"
#include "data/raw.h"

struct cells_packed {
	uint32_t product : 24;
	uint32_t kind : 8;
	uint32_t line;
	uint16_t column; /* UINT16_MAX for a place with a name */
	uint16_t status;
	uint32_t more; /* 1 + index, 0 for none */
};

/* What few cells have; the place counts where there is one. */
struct cells_more {
	const struct mr_text *text;
	const struct dataset_detail *detail;
	struct place place;
};

_Static_assert(sizeof(struct cells_packed) <= sizeof(struct raw_packed),
	       "a cell fits where its raw cell was");

void cells_release(struct cells *cells)
{
	mem_free(cells->at);
	vec_release(&cells->more);
	*cells = (struct cells){0};
}

void cells_begin(struct cells *cells, struct vec *raw)
{
	*cells = (struct cells){.at = raw->at};
	*raw = (struct vec)VEC_INIT;
}

int cells_put(struct cells *cells, const struct dataset_cell *cell)
{
	bool is_named = cell->place.column == PLACE_NAMED;
	struct cells_packed packed = {.product = cell->product & (CELLS_MOST_PRODUCTS - 1),
				      .kind = cell->kind,
				      .line = cell->place.line,
				      .column =
					      is_named ? UINT16_MAX : (uint16_t)cell->place.column,
				      .status = cell->status};

	if (cell->text || cell->detail || (!is_named && cell->place.column >= UINT16_MAX)) {
		struct cells_more *more = vec_add(&cells->more, sizeof(*more));

		if (!more)
			return -1;
		*more = (struct cells_more){cell->text, cell->detail, cell->place};
		packed.more = (uint32_t)cells->more.n;
	}
	cells->at[cells->n++] = packed;
	return 0;
}

void cells_end(struct cells *cells)
{
	struct cells_packed *at = mem_resize(cells->at, cells->n, sizeof(*at));

	if (at)
		cells->at = at;
}

struct dataset_cell cells_at(const struct cells *cells, size_t index)
{
	const struct cells_packed *packed = &cells->at[index];
	struct dataset_cell cell = {.product = packed->product,
				    .status = packed->status,
				    .kind = (uint8_t)packed->kind,
				    .place = {packed->line, packed->column}};

	if (packed->column == UINT16_MAX)
		cell.place.column = PLACE_NAMED;
	if (packed->more) {
		const struct cells_more *more =
			VEC_AT(struct cells_more, cells->more, packed->more - 1);

		cell.text = more->text;
		cell.detail = more->detail;
		cell.place = more->place;
	}
	return cell;
}
