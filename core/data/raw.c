/* SPDX-License-Identifier: MIT */
#include "data/raw.h"

static const struct raw_scalar none = RAW_NONE;

enum raw_form {
	RAW_PLAIN, /* `value` is a string */
	RAW_QUOTED, /* the same, quoted */
	RAW_DETAILED, /* `value` is an index of raw.details */
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
	vec_release(&raw->asides);
	vec_release(&raw->evidences);
	vec_release(&raw->profiles);
	vec_release(&raw->requirements);
	vec_release(&raw->weights);
	vec_release(&raw->details);
	vec_release(&raw->more);
	vec_release(&raw->parts);
	vec_release(&raw->scalars);
	vec_release(&raw->cells);
	vec_release(&raw->wide);
}

static bool says_something(const struct raw_aside *aside)
{
	return aside->url.string != STRSET_NONE || aside->description.string != STRSET_NONE ||
	       aside->kind.string != STRSET_NONE || aside->weight.string != STRSET_NONE ||
	       aside->formerly.n || aside->notes.n || aside->evidence;
}

int raw_add_feature(struct raw *raw, struct load *load, const struct raw_feature *feature,
		    const struct raw_aside *aside)
{
	struct raw_feature *added = load_add(load, &raw->features, sizeof(*added));
	struct raw_aside *kept;

	if (!added)
		return -1;
	*added = *feature;
	added->aside = 0;
	if (!says_something(aside))
		return 0;
	kept = load_add(load, &raw->asides, sizeof(*kept));
	if (!kept)
		return -1;
	*kept = *aside;
	added->aside = (uint32_t)raw->asides.n;
	return 0;
}

struct raw_aside raw_aside_of(const struct raw *raw, const struct raw_feature *feature)
{
	if (feature->aside)
		return *RAW_AT(raw_aside, raw->asides, feature->aside - 1);
	return (struct raw_aside){.url = none, .description = none, .kind = none, .weight = none};
}

uint32_t raw_add_evidence(struct raw *raw, struct load *load, const struct raw_evidence *evidence)
{
	struct raw_evidence *added;

	if (!evidence->sources.n && evidence->since.string == STRSET_NONE &&
	    evidence->verified.string == STRSET_NONE)
		return 0;
	added = load_add(load, &raw->evidences, sizeof(*added));
	if (!added)
		return 0;
	*added = *evidence;
	return (uint32_t)raw->evidences.n;
}

enum { TOO_WIDE = UINT16_MAX + 1 };

/* A column in 16 bits, or TOO_WIDE. */
static uint32_t pack_column(uint32_t column)
{
	if (column == PLACE_NAMED)
		return UINT16_MAX;
	return column < UINT16_MAX ? column : TOO_WIDE;
}

static struct place unpack_place(uint32_t line, uint16_t column)
{
	return (struct place){line, column == UINT16_MAX ? (uint32_t)PLACE_NAMED : column};
}

/* What a cell that stands in one line keeps of its value. */
static void pack_value(struct raw_packed *packed, const struct raw_cell *cell)
{
	if (cell->detail != RAW_NO_DETAIL) {
		packed->form = RAW_DETAILED;
		packed->value = cell->detail;
		return;
	}
	packed->form = cell->scalar.is_quoted ? RAW_QUOTED : RAW_PLAIN;
	packed->value = cell->scalar.string;
}

int raw_add_cell(struct raw *raw, struct load *load, const struct raw_cell *cell)
{
	const struct place *place = &cell->scalar.place;
	struct raw_packed *packed = load_add(load, &raw->cells, sizeof(*packed));
	uint32_t key_column = pack_column(cell->key_place.column);
	uint32_t column = pack_column(place->column);
	struct raw_cell *wide;

	if (!packed)
		return -1;
	packed->key = cell->key;
	if (place->line == cell->key_place.line && place->line < UINT32_C(1) << 30 &&
	    column < TOO_WIDE && key_column < TOO_WIDE) {
		pack_value(packed, cell);
		packed->line = place->line & ((UINT32_C(1) << 30) - 1);
		packed->key_column = (uint16_t)key_column;
		packed->column = (uint16_t)column;
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
	bool is_detailed = packed->form == RAW_DETAILED;

	if (packed->form == RAW_WIDE)
		return *RAW_AT(raw_cell, raw->wide, packed->value);
	return (struct raw_cell){.key = packed->key,
				 .key_place = unpack_place(packed->line, packed->key_column),
				 .scalar = {is_detailed ? STRSET_NONE : packed->value,
					    packed->form == RAW_QUOTED,
					    unpack_place(packed->line, packed->column)},
				 .detail = is_detailed ? packed->value : RAW_NO_DETAIL};
}

struct raw_more raw_more_of(const struct raw *raw, const struct raw_detail *detail)
{
	if (detail->more != RAW_NO_MORE)
		return *RAW_AT(raw_more, raw->more, detail->more);
	return (struct raw_more){.since = none, .verified = none};
}
