/* SPDX-License-Identifier: MIT */
/* The rows of a file of ours as rows of a grid: sections, features, answers; of either layout. */
#include "csv/csv_own_file.h"

#include "common/write/spans.h"

/* The same of a column that may be missing, which is 0. */
static const char *optional(struct own *own, size_t row, uint32_t column)
{
	return column ? csv_own_value(own, row, column) : "";
}

/* ------------------------------------------------------------------ the grid */

static void put_cell(struct own *own, uint32_t column, uint32_t flags, struct mr_place place)
{
	struct mr_grid_cell cell = {.row = own->row,
				    .column = column,
				    .flags = flags,
				    .text = out_at(&own->text),
				    .hint = own->hint.n ? out_at(&own->hint) : NULL,
				    .place = place};

	own->source->cell(own->source, &cell);
	out_clear(&own->hint);
}

static void begin_below(struct own *own, bool *is_open)
{
	out_string(&own->text, *is_open ? " · " : "<br><small>");
	*is_open = true;
}

/* A name with its link, notes, and in small what stands below. */
static void make_name(struct own *own, size_t row, const uint32_t columns[4], uint32_t weight)
{
	const char *url, *name;
	bool is_open = false, has_link;

	name = csv_own_keep(own, csv_own_value(own, row, columns[0]),
			    strlen(csv_own_value(own, row, columns[0])));
	has_link = strstr(name, "](") != NULL;
	url = csv_own_keep(own, optional(own, row, columns[1]),
			   strlen(optional(own, row, columns[1])));
	out_clear(&own->text);
	spans_link_open(&own->text, has_link ? "" : url);
	out_string(&own->text, name);
	spans_link_close(&own->text, has_link ? "" : url, SPANS_FIELD);
	csv_own_add_notes(own, optional(own, row, columns[3]));
	if (*optional(own, row, columns[2])) {
		begin_below(own, &is_open);
		out_string(&own->text, optional(own, row, columns[2]));
	}
	if (has_link && *url) {
		begin_below(own, &is_open);
		spans_link_open(&own->text, url);
		out_string(&own->text, url);
		spans_link_close(&own->text, url, SPANS_FIELD);
	}
	if (weight && !csv_own_is_field(own, row, weight, "1")) {
		begin_below(own, &is_open);
		out_string(&own->text, "×");
		out_string(&own->text, csv_own_value(own, row, weight));
	}
	out_string(&own->text, is_open ? "</small>" : "");
}

static void put_section(struct own *own, size_t row)
{
	const uint32_t columns[4] = {0, own->places[PLACE_CATEGORY_URL],
				     own->places[PLACE_CATEGORY_DESCRIPTION],
				     own->places[PLACE_CATEGORY_NOTES]};

	if (!*csv_own_value(own, row, 0))
		return;
	make_name(own, row, columns, 0);
	put_cell(own, 0, MR_GRID_HEAD, csv_own_place(own, row, 0));
	own->row++;
}

static void put_feature(struct own *own, size_t row)
{
	const uint32_t columns[4] = {1, own->places[PLACE_FEATURE_URL],
				     own->places[PLACE_FEATURE_DESCRIPTION],
				     own->places[PLACE_FEATURE_NOTES]};

	make_name(own, row, columns, own->places[PLACE_WEIGHT]);
	put_cell(own, 0, 0, csv_own_place(own, row, 1));
}

static uint32_t status_by_label(const struct own *own, const char *label)
{
	for (size_t i = 0; i < own->n_labels; i++)
		if (strcmp(own->labels[i].words, label) == 0)
			return own->labels[i].status;
	return CSV_LABEL_NONE;
}

static void hint_lines(struct own *own, const char *key, const char *values)
{
	for (size_t n; *values; values += n + (values[n] != '\0')) {
		n = strcspn(values, " ");
		if (strcmp(key, "source: ") != 0)
			n = strlen(values);
		out_string(&own->hint, own->hint.n ? "\n" : "");
		out_string(&own->hint, key);
		out_bytes(&own->hint, values, n);
	}
}

/* A status that no row at the end explains is words as others are. */
static void put_unexplained(struct own *own, const char *label, const char *words)
{
	out_string(&own->text, label);
	out_string(&own->text, *label && *words ? ", " : "");
}

/* The status has a column, or else the words say it. */
static void put_answer(struct own *own, size_t row, uint32_t column, const struct product *at)
{
	const char *words = csv_own_keep(own, csv_own_value(own, row, at->words),
					 strlen(csv_own_value(own, row, at->words)));
	uint32_t side = at->sides[CSV_STATUS], status;
	struct out label;

	out_to_memory(&label, 0);
	status = side ? status_by_label(own, csv_label_words(&label, csv_own_value(own, row, side)))
		      : csv_label_said(own->labels, own->n_labels, words);
	out_clear(&own->text);
	if (status != CSV_LABEL_NONE)
		csv_own_add_symbol(own, status);
	else if (side && strcmp(out_at(&label), words) != 0)
		put_unexplained(own, out_at(&label), words);
	out_release(&label);
	out_string(&own->text, words);
	csv_own_add_notes(own, optional(own, row, at->sides[CSV_NOTES]));
	hint_lines(own, "since: ", optional(own, row, at->sides[CSV_SINCE]));
	hint_lines(own, "source: ", optional(own, row, at->sides[CSV_SOURCE]));
	hint_lines(own, "verified: ", optional(own, row, at->sides[CSV_VERIFIED]));
	put_cell(own, column, 0, csv_own_place(own, row, at->words));
}

/* ------------------------------------------------------------------ products */

static void make_product(struct own *own, const char *name, const char *url, const char *notes,
			 const char *lifecycle)
{
	out_clear(&own->text);
	spans_link_open(&own->text, url);
	spans_letters(&own->text, name, SPANS_FIELD);
	spans_link_close(&own->text, url, SPANS_FIELD);
	csv_own_add_notes(own, notes);
	if (*lifecycle) {
		out_string(&own->text, "<br><small>");
		spans_letters(&own->text, lifecycle, SPANS_FIELD);
		out_string(&own->text, "</small>");
	}
}

static const char *kept(struct own *own, size_t row, uint32_t column)
{
	const char *text = optional(own, row, column);

	return csv_own_keep(own, text, strlen(text));
}

static const char *const facts[] = {"url", "notes", "lifecycle"};

/* The row about products with that key, 0 for none; they stand right below the head. */
static size_t fact_row(const struct own *own, const char *key)
{
	for (size_t row = 1; row < own->n_rows && csv_own_is_field(own, row, 0, CSV_ABOUT_PRODUCT);
	     row++)
		if (csv_own_is_field(own, row, 1, key))
			return row;
	return 0;
}

/* A row about products that somebody added. */
static void tell_unknown_fact(struct own *own, size_t row)
{
	struct mr_place place = csv_own_place(own, row, 1);

	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++)
		if (csv_own_is_field(own, row, 1, facts[i]))
			return;
	own->source->diag(own->source, MR_WARNING, &place,
			  "this row says something of products that is not known; it is not read");
}

static void put_head(struct own *own)
{
	size_t url = fact_row(own, facts[0]), notes = fact_row(own, facts[1]),
	       lifecycle = fact_row(own, facts[2]);

	out_clear(&own->text);
	out_string(&own->text, "feature");
	put_cell(own, 0, MR_GRID_HEAD, csv_own_place(own, 0, 1));
	for (uint32_t i = 0; i < own->n_products; i++) {
		uint32_t column = own->products[i].words;

		make_product(own, kept(own, 0, column), url ? kept(own, url, column) : "",
			     notes ? kept(own, notes, column) : "",
			     lifecycle ? kept(own, lifecycle, column) : "");
		put_cell(own, i + 1, MR_GRID_HEAD, csv_own_place(own, 0, column));
	}
	own->row++;
}

void csv_own_matrix(struct own *own)
{
	const char *before = NULL;

	put_head(own);
	for (size_t row = 1; row < own->n_rows && !own->source->failed; row++) {
		if (csv_own_is_field(own, row, 0, CSV_ABOUT_PRODUCT)) {
			tell_unknown_fact(own, row);
			continue;
		}
		if (!before || strcmp(before, csv_own_value(own, row, 0)) != 0) {
			before = csv_own_keep(own, csv_own_value(own, row, 0),
					      strlen(csv_own_value(own, row, 0)));
			put_section(own, row);
		}
		put_feature(own, row);
		for (uint32_t i = 0; i < own->n_products; i++)
			put_answer(own, row, i + 1, &own->products[i]);
		own->row++;
	}
}

/* ------------------------------------------------------------------ the long layout */

static void put_products(struct own *own)
{
	out_clear(&own->text);
	out_string(&own->text, "feature");
	put_cell(own, 0, MR_GRID_HEAD, csv_own_place(own, 0, 1));
	for (size_t row = 1; row < own->n_rows; row++) {
		uint32_t before = own->columns.n,
			 column = links_add(&own->columns,
					    kept(own, row, own->places[PLACE_PRODUCT_ID]), 0);

		if (own->columns.n == before)
			continue;
		make_product(own, kept(own, row, own->places[PLACE_PRODUCT]),
			     kept(own, row, own->places[PLACE_PRODUCT_URL]),
			     kept(own, row, own->places[PLACE_PRODUCT_NOTES]),
			     kept(own, row, own->places[PLACE_LIFECYCLE]));
		put_cell(own, column, MR_GRID_HEAD,
			 csv_own_place(own, row, own->places[PLACE_PRODUCT]));
	}
	own->row++;
}

/* Whether a cell is the first of its feature and product; a second one is told of. */
static bool is_first(struct own *own, size_t row, uint32_t feature, uint32_t column)
{
	uint32_t before = own->cells.n;
	struct mr_place place;

	out_clear(&own->text);
	out_unsigned(&own->text, feature);
	out_char(&own->text, ' ');
	out_unsigned(&own->text, column);
	links_add(&own->cells, csv_own_keep(own, out_at(&own->text), own->text.n), 0);
	if (own->cells.n > before)
		return true;
	place = csv_own_place(own, row, own->places[PLACE_WORDS]);
	own->source->diag(own->source, MR_WARNING, &place,
			  "this feature and product stood above already; the first one is read");
	return false;
}

/* A row that was edited: whose answer it is, or to what, is not said. */
static void tell_unread(struct own *own, size_t row)
{
	struct mr_place place = csv_own_place(own, row, own->places[PLACE_WORDS]);

	own->source->diag(own->source, MR_WARNING, &place,
			  "this row has no id of a product, or none of a feature; it is not read");
}

/* A feature that was not seen yet, below the heading of its category; rows may have been sorted since. */
static void begin_feature(struct own *own, size_t row, const char **category)
{
	const char *id = kept(own, row, own->places[PLACE_CATEGORY_ID]);

	if (!*id)
		id = csv_own_keep(own, csv_own_value(own, row, 0),
				  strlen(csv_own_value(own, row, 0)));
	own->row = own->n_grid_rows;
	if (!*category || strcmp(*category, id) != 0)
		put_section(own, row);
	*category = id;
	put_feature(own, row);
	own->n_grid_rows = own->row + 1;
}

/* The columns beside the words are found by their names: one may have been taken out since. */
void csv_own_long(struct own *own)
{
	uint32_t *rows = own->source->alloc(own->source, (own->n_rows + 1) * sizeof(*rows));
	struct product at = {.words = own->places[PLACE_WORDS]};
	const char *category = NULL;

	for (unsigned side = 0; side < CSV_N_SIDES; side++)
		at.sides[side] = csv_own_column(own, csv_cell_side_name((enum csv_side)side));
	put_products(own);
	own->n_grid_rows = own->row;
	for (size_t row = 1; row < own->n_rows && !own->source->failed; row++) {
		uint32_t before = own->features.n, feature = 0;
		uint32_t column =
			links_number(&own->columns, kept(own, row, own->places[PLACE_PRODUCT_ID]));

		/* a feature is new with its first answer: one that nobody gives has no row */
		if (column != 0)
			feature = links_add(&own->features,
					    kept(own, row, own->places[PLACE_FEATURE_ID]), 0);
		if (feature == 0) {
			tell_unread(own, row);
			continue;
		}
		if (own->features.n > before) {
			begin_feature(own, row, &category);
			rows[feature] = own->row;
		}
		own->row = rows[feature];
		if (is_first(own, row, feature, column))
			put_answer(own, row, column, &at);
	}
}
