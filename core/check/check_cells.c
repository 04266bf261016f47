/* SPDX-License-Identifier: MIT */
#include "check/check_cells.h"

#include "base/nearest.h"
#include "check/check_evidence.h"
#include "check/check_notes.h"
#include "check/check_statuses.h"
#include "check/check_words.h"
#include "data/shape.h"

#include <string.h>

/*
 * Cells are by far the most of a dataset, and nearly all are one word: what a string means was asked
 * once (struct known), and such a cell costs two looks into an array.
 */
struct cell_check {
	struct check *check;
	const struct raw_feature *raw;
	struct dataset_feature *feature;
	struct spot spot;
	struct check_words *words;
	struct vec strangers; /* struct stranger */
};

static struct about at(struct cell_check *cell, struct place place, const char *key, long index)
{
	return check_value_at(cell->check, &cell->spot, place, key, index);
}

/* ---- which product */

/* A product that there is not, where it is named first. */
struct stranger {
	uint32_t string;
	struct place place;
	struct spot spot;
	uint32_t mark; /* of an earlier id, or 0 */
	const struct raw_feature *last; /* the last row that names it */
	size_t n_rows;
};

/* Reported behind the last row, once for all rows that name it. */
static void note_stranger(struct cell_check *cell, const struct raw_cell *raw)
{
	struct check *check = cell->check;
	uint32_t *mark = &check->known.product[raw->key], n = check->out->n_products;
	struct stranger *stranger;

	if (n == 0)
		return; /* said once, in check_rows_products() */
	/* Their marks stand behind those of all ids, present and earlier. */
	if (*mark <= 2 * n) {
		stranger = load_add(check->load, &cell->strangers, sizeof(*stranger));
		if (!stranger)
			return;
		*stranger = (struct stranger){.string = raw->key,
					      .place = raw->key_place,
					      .spot = cell->spot,
					      .mark = *mark};
		*mark = 2 * n + (uint32_t)cell->strangers.n;
	}
	stranger = VEC_AT(struct stranger, cell->strangers, *mark - 2 * n - 1);
	stranger->n_rows += stranger->last != cell->raw;
	stranger->last = cell->raw;
}

/* The id of the product that is called so, or null. */
static const char *id_of_name(const struct check *check, const char *name)
{
	for (uint32_t col = 0; col < check->out->n_products; col++)
		if (*check->products[col].id && strcmp(check->products[col].name, name) == 0)
			return check->products[col].id;
	return NULL;
}

/* Whether the word is a product's id and something behind it: "kafka:no". */
static bool begins_with_product(const struct check *check, const char *text)
{
	size_t n = strcspn(text, ":");

	for (uint32_t col = 0; text[n] && col < check->out->n_products; col++)
		if (strlen(check->products[col].id) == n &&
		    memcmp(check->products[col].id, text, n) == 0)
			return true;
	return false;
}

/* What a key of `values` that is no product was probably meant to be. */
static void explain_stranger(struct cell_check *cell, const struct stranger *stranger,
			     struct about *about)
{
	struct check *check = cell->check;
	uint32_t n = check->out->n_products, mark = stranger->mark;
	const char *text = load_text(check->load, stranger->string);
	struct nearest nearest;

	nearest_init(&nearest, text);
	for (uint32_t col = 0; col < n; col++)
		nearest_offer(&nearest, check->products[col].id);
	about->suggestion = nearest.best;
	if (mark > n)
		about->suggestion = check->products[mark - n - 1].id;
	else if (begins_with_product(check, text))
		about->hint = "a colon is followed by a space";
	else if (id_of_name(check, text))
		about->suggestion = id_of_name(check, text);
	else if (check_statuses_find(check, stranger->string) != DATASET_NO_STATUS)
		about->hint = "a cell is 'product: status', the other way round";
	else if (!about->suggestion && strchr(text, ' '))
		about->hint = "within braces a text with a comma in it needs quotes";
	else if (!about->suggestion)
		about->hint = "cells are named by the ids of the products";
	if (about->hint)
		about->suggestion = NULL;
}

static void report_strangers(struct cell_check *cell)
{
	struct load *load = cell->check->load;

	for (size_t i = 0; i < cell->strangers.n; i++) {
		const struct stranger *stranger = VEC_AT(struct stranger, cell->strangers, i);
		const char *text = load_text(load, stranger->string);
		struct about about =
			check_value_at(cell->check, &stranger->spot, stranger->place, NULL, -1);
		char word[DIAG_WORD];

		if (load_has_room(load))
			explain_stranger(cell, stranger, &about);
		if (stranger->n_rows == 1)
			load_error(load, &about, "unknown product '%s'", diag_word(word, text));
		else
			load_error(load, &about, "unknown product '%s', here and in %zu more row%s",
				   diag_word(word, text), stranger->n_rows - 1,
				   stranger->n_rows == 2 ? "" : "s");
	}
	vec_release(&cell->strangers);
}

/* The column of a cell; false for a product that there is not. */
static bool find_product(struct cell_check *cell, const struct raw_cell *raw, uint32_t *out_col)
{
	struct check *check = cell->check;
	uint32_t mark;

	if (cell->raw->is_list) {
		cell->spot.name = NULL;
		cell->spot.third = raw->key;
		*out_col = raw->key;
		return raw->key < check->out->n_products;
	}
	cell->spot.name = load_text(check->load, raw->key);
	mark = check->known.product[raw->key];
	*out_col = mark - 1;
	if (mark != 0 && mark <= check->out->n_products)
		return true;
	note_stranger(cell, raw);
	return false;
}

/* ---- pieces of a cell */

/* The status a key names; `absent` when it is not given or wrong. */
static uint16_t status_of(struct cell_check *cell, const struct raw_scalar *scalar, uint16_t absent)
{
	uint32_t status;

	if (!check_value_is_given(cell->check, scalar))
		return absent;
	status = check_statuses_find(cell->check, scalar->string);
	if (status != DATASET_NO_STATUS)
		return (uint16_t)status;
	check_statuses_unknown(cell->check, &cell->spot, "status", scalar);
	return absent;
}

static void set_part(struct cell_check *cell, const struct raw_part *raw, struct dataset_part *part)
{
	struct check *check = cell->check;
	struct about about;

	part->place = raw->place;
	part->name = check_value_plain(check, &cell->spot, "name", &raw->name);
	if (!part->name[0])
		check_value_missing(check, &cell->spot, raw->place, "name");
	part->status = status_of(cell, &raw->status, DATASET_UNKNOWN);
	check->used[part->status] = true;
	if (check_value_is_given(check, &raw->text)) {
		part->text = check_value_text(check, &cell->spot, "text", -1, &raw->text);
		if (!check_value_is_given(check, &raw->status)) {
			about = at(cell, raw->text.place, "text", -1);
			load_error(check->load, &about, "a part with a text needs a status, too");
		}
	}
	check_notes(cell->check, &cell->spot, &raw->notes, &part->notes);
}

static void set_parts(struct cell_check *cell, const struct raw_detail *raw,
		      const struct raw_more *more, struct dataset_detail *detail)
{
	struct check *check = cell->check;
	struct dataset_part *parts;
	struct about about;

	if (check_value_is_given(check, &raw->status) || check_value_is_given(check, &raw->text)) {
		about = at(cell, more->parts_place, NULL, -1);
		about.hint = "its status follows from theirs";
		load_error(check->load, &about,
			   "a cell with parts has no status or text beside them");
	}
	if (more->parts.n == 0) {
		about = at(cell, more->parts_place, "parts", -1);
		load_error(check->load, &about, "there are no parts in this list");
		return;
	}
	parts = check_value_array(check, more->parts.n, sizeof(*parts));
	if (!parts)
		return;
	cell->spot.kind = SPOT_PART;
	for (uint32_t i = 0; i < more->parts.n; i++) {
		cell->spot.part = i;
		set_part(cell, RAW_AT(raw_part, check->raw->parts, more->parts.first + i),
			 &parts[i]);
	}
	cell->spot.kind = SPOT_CELL;
	detail->parts = parts;
	detail->n_parts = more->parts.n;
}

/* ---- kinds of cells */

static void report_kind(struct cell_check *cell, struct place place, const char *words)
{
	struct about about = at(cell, place, NULL, -1);

	load_error(cell->check->load, &about, "%s", words);
}

/* A scalar; false for an unknown cell, which is not kept. */
static bool set_scalar(struct cell_check *cell, const struct raw_cell *raw,
		       struct dataset_cell *out)
{
	struct check *check = cell->check;
	const struct raw_scalar *scalar = &raw->scalar;
	bool may_be_status = cell->feature->kind != MR_FEATURE_TEXT;
	uint32_t status =
		may_be_status ? check_statuses_find(check, scalar->string) : DATASET_NO_STATUS;

	/* none of the built-in words says nothing, as `null` does, so most cells need not be asked */
	if (status >= DATASET_N_BUILTINS && !check_value_is_given(check, scalar))
		return false;
	if (may_be_status) {
		out->status = (uint16_t)status;
		out->kind = MR_CELL_STATUS;
		if (status != DATASET_NO_STATUS) {
			check->used[status] = true;
			return true;
		}
		if (cell->feature->kind == MR_FEATURE_STATUS) {
			check_statuses_unknown(check, &cell->spot, NULL, scalar);
			return true;
		}
		if (!check->load->is_interpreted)
			check_words_text(cell->words, raw);
	}
	out->kind = MR_CELL_TEXT;
	out->status = DATASET_NO_STATUS;
	out->text = check_value_text(check, &cell->spot, NULL, -1, scalar);
	return out->text && !mr_text_is_empty(out->text);
}

static bool set_list(struct cell_check *cell, const struct raw_more *raw, struct place place,
		     struct dataset_cell *out)
{
	struct check *check = cell->check;
	struct dataset_detail *detail;
	const struct mr_text **items;
	const struct raw_scalar *scalar;

	if (raw->items.n == 0)
		return false;
	if (cell->feature->kind == MR_FEATURE_STATUS)
		report_kind(cell, place, "this feature is of kind status and takes no list");
	detail = check_value_array(check, 1, sizeof(*detail));
	items = check_value_array(check, raw->items.n, sizeof(*items));
	if (!detail || !items)
		return false;
	for (uint32_t i = 0; i < raw->items.n; i++) {
		scalar = RAW_AT(raw_scalar, check->raw->scalars, raw->items.first + i);
		items[i] = check_value_text(check, &cell->spot, NULL, (long)i, scalar);
		if (items[i] && mr_text_is_empty(items[i])) {
			struct about about = at(cell, scalar->place, NULL, (long)i);

			load_error(check->load, &about, "this entry of the list is empty");
		}
	}
	*detail = (struct dataset_detail){.items = items, .n_items = raw->items.n, .since = ""};
	out->kind = MR_CELL_LIST;
	out->status = DATASET_NO_STATUS;
	out->detail = detail;
	return true;
}

/* Status and text of a cell without parts. */
static void set_words(struct cell_check *cell, const struct raw_detail *raw, struct place place,
		      struct dataset_cell *out)
{
	struct check *check = cell->check;
	bool has_status = check_value_is_given(check, &raw->status);

	out->kind = MR_CELL_STATUS;
	out->status = status_of(cell, &raw->status, DATASET_UNKNOWN);
	if (has_status && cell->feature->kind == MR_FEATURE_TEXT)
		report_kind(cell, raw->status.place,
			    "this feature is of kind text and takes no status");
	if (has_status)
		check->used[out->status] = true;
	if (!check_value_is_given(check, &raw->text))
		return;
	out->text = check_value_text(check, &cell->spot, "text", -1, &raw->text);
	if (out->text && mr_text_is_empty(out->text))
		out->text = NULL;
	if (has_status || !out->text)
		return;
	if (cell->feature->kind == MR_FEATURE_STATUS)
		report_kind(cell, place, "this feature is of kind status; the cell names none");
	out->kind = MR_CELL_TEXT;
	out->status = DATASET_NO_STATUS;
}

static bool set_mapping(struct cell_check *cell, const struct raw_detail *raw, struct place place,
			struct dataset_cell *out)
{
	struct check *check = cell->check;
	const struct raw_more more = raw_more_of(check->raw, raw);
	struct dataset_detail found = {.since = ""}, *detail;
	bool has_words = false;

	if (more.has_parts) {
		out->kind = MR_CELL_PARTS;
		out->status = DATASET_NO_STATUS;
		if (cell->feature->kind == MR_FEATURE_TEXT)
			report_kind(cell, place, "this feature is of kind text and takes no parts");
		set_parts(cell, raw, &more, &found);
	} else {
		set_words(cell, raw, place, out);
		has_words = out->text || check_value_is_given(check, &raw->status);
	}
	check_notes(cell->check, &cell->spot, &more.notes, &found.notes);
	check_evidence_sources(check, &cell->spot, &more.sources, &found.sources);
	found.since = check_value_plain(check, &cell->spot, "since", &more.since);
	found.verified = check_value_date(check, &cell->spot, "verified", &more.verified);
	if (!found.n_parts && !found.notes.n && !found.sources.n && !found.since[0] &&
	    !found.verified.year)
		return more.has_parts || has_words; /* nothing stated is nothing kept */
	detail = check_value_array(check, 1, sizeof(*detail));
	if (!detail)
		return false;
	*detail = found;
	out->detail = detail;
	return true;
}

static bool set_detail(struct cell_check *cell, const struct raw_cell *raw,
		       struct dataset_cell *out)
{
	const struct raw *records = cell->check->raw;
	const struct raw_detail *detail = RAW_AT(raw_detail, records->details, raw->detail);
	struct place place = raw->scalar.place;

	if (detail->more != RAW_NO_MORE && RAW_AT(raw_more, records->more, detail->more)->is_list)
		return set_list(cell, RAW_AT(raw_more, records->more, detail->more), place, out);
	return set_mapping(cell, detail, place, out);
}

static bool set_cell(struct cell_check *cell, const struct raw_cell *raw, struct dataset_cell *out)
{
	uint32_t col;

	*out = (struct dataset_cell){.place = raw->scalar.place};
	if (!find_product(cell, raw, &col))
		return false;
	out->product = col;
	return raw->detail == RAW_NO_DETAIL ? set_scalar(cell, raw, out)
					    : set_detail(cell, raw, out);
}

static void check_length(struct cell_check *cell)
{
	struct check *check = cell->check;
	struct about about;

	if (!cell->raw->is_list || cell->raw->cells.n == check->out->n_products ||
	    check->out->n_products == 0)
		return;
	cell->spot.kind = SPOT_FEATURE;
	about = at(cell, cell->raw->values, "values", -1);
	about.hint = cell->raw->cells.n < check->out->n_products
			     ? "~ stands for what is not known"
			     : "a text with a comma in it needs quotes";
	load_error(check->load, &about, "this list is %lu long, and there are %lu products",
		   (unsigned long)cell->raw->cells.n, (unsigned long)check->out->n_products);
	cell->spot.kind = SPOT_CELL;
}

/* The cells of one feature, which are read from `raw` and written over what was read. */
static void set_row(struct cell_check *cell, const struct vec *raw, struct cells *cells)
{
	size_t first = cell->raw->cells.first;

	cell->feature->first_cell = cells->n;
	check_words_begin(cell->words, cell->raw);
	for (size_t i = first; i < first + cell->raw->cells.n; i++) {
		struct raw_cell read = raw_cell_at(cell->check->raw, raw, i);
		struct dataset_cell made;

		if (set_cell(cell, &read, &made) && cells_put(cells, &made) != 0)
			load_no_memory(cell->check->load);
	}
	cell->feature->n_cells = (uint32_t)(cells->n - cell->feature->first_cell);
	check_words_end(cell->words, cell->feature);
}

void check_cells(struct check *check, struct raw *raw)
{
	struct check_words words;
	struct cell_check cell = {.check = check, .words = &words};
	struct cells *cells = &check->out->cells;
	const struct vec packed = raw->cells;

	check_words_init(&words, check);
	cells_begin(cells, &raw->cells);
	for (uint32_t row = 0; row < check->out->n_features && !check->load->failed; row++) {
		cell.raw = RAW_AT(raw_feature, raw->features, row);
		cell.feature = &check->features[row];
		cell.spot = check_value_spot(check, cell.raw, SPOT_CELL);
		check_length(&cell);
		set_row(&cell, &packed, cells);
	}
	cells_end(cells);
	report_strangers(&cell);
	check_words_booleans(&words);
	check_words_release(&words);
}
