/* SPDX-License-Identifier: MIT */
#include "data/raw.h"

static const struct raw_scalar none = RAW_NONE;

enum raw_form {
	RAW_PLAIN, /* `value` is a string */
	RAW_QUOTED, /* the same, quoted */
	RAW_WIDE /* `value` is an index of raw.wide */
};

void raw_init(struct raw *raw)
{
	*raw = (struct raw){.version = none,
			    .title = none,
			    .subtitle = none,
			    .language = none,
			    .as_of = none,
			    .credit_text = none,
			    .credit_url = none,
			    .credit_license = none};
}

void raw_release(struct raw *raw)
{
	vec_release(&raw->statuses);
	vec_release(&raw->notes);
	vec_release(&raw->products);
	vec_release(&raw->categories);
	vec_release(&raw->features);
	vec_release(&raw->details);
	vec_release(&raw->more);
	vec_release(&raw->parts);
	vec_release(&raw->scalars);
	vec_release(&raw->cells);
	vec_release(&raw->wide);
}

static bool column_fits(uint32_t column)
{
	return column < UINT16_MAX || column == PLACE_NAMED;
}

static uint16_t pack_column(uint32_t column)
{
	return (uint16_t)(column == PLACE_NAMED ? UINT16_MAX : column);
}

static uint32_t unpack_column(uint16_t column)
{
	return column == UINT16_MAX ? (uint32_t)PLACE_NAMED : column;
}

static bool fits(const struct raw_cell *cell)
{
	const struct place *place = &cell->scalar.place, *key = &cell->key_place;

	return cell->detail == RAW_NO_DETAIL && place->line == key->line &&
	       place->line < UINT32_C(1) << 30 && column_fits(place->column) &&
	       column_fits(key->column);
}

int raw_add_cell(struct raw *raw, struct load *load, const struct raw_cell *cell)
{
	const struct place *place = &cell->scalar.place;
	struct raw_packed *packed = load_add(load, &raw->cells, sizeof(*packed));
	struct raw_cell *wide;

	if (!packed)
		return -1;
	packed->key = cell->key;
	if (fits(cell)) {
		packed->value = cell->scalar.string;
		packed->form = cell->scalar.is_quoted ? RAW_QUOTED : RAW_PLAIN;
		packed->line = place->line & ((UINT32_C(1) << 30) - 1);
		packed->key_column = pack_column(cell->key_place.column);
		packed->column = pack_column(place->column);
		return 0;
	}
	packed->value = (uint32_t)raw->wide.n;
	packed->form = RAW_WIDE;
	wide = load_add(load, &raw->wide, sizeof(*wide));
	if (!wide)
		return -1;
	*wide = *cell;
	return 0;
}

struct raw_cell raw_cell_at(const struct raw *raw, const struct vec *cells, size_t index)
{
	const struct raw_packed *packed = RAW_AT(raw_packed, *cells, index);
	struct place place = {packed->line, unpack_column(packed->column)};

	if (packed->form == RAW_WIDE)
		return *RAW_AT(raw_cell, raw->wide, packed->value);
	return (struct raw_cell){.key = packed->key,
				 .key_place = {packed->line, unpack_column(packed->key_column)},
				 .scalar = {packed->value, packed->form == RAW_QUOTED, place},
				 .detail = RAW_NO_DETAIL};
}

struct raw_more raw_more_of(const struct raw *raw, const struct raw_detail *detail)
{
	if (detail->more != RAW_NO_MORE)
		return *RAW_AT(raw_more, raw->more, detail->more);
	return (struct raw_more){.since = none, .verified = none};
}
