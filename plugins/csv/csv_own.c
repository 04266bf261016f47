/* SPDX-License-Identifier: MIT */
#include "csv/csv_own.h"

#include "common/write/links.h"
#include "common/write/spans.h"
#include "csv/write/csv_label.h"
#include "csv/write/csv_sheet.h"

#include <stdlib.h>

/* Columns of either layout; 0, which is the category's, for none. */
enum place {
	PLACE_CATEGORY_URL,
	PLACE_CATEGORY_DESCRIPTION,
	PLACE_CATEGORY_NOTES,
	PLACE_FEATURE_URL,
	PLACE_FEATURE_DESCRIPTION,
	PLACE_WEIGHT,
	PLACE_FEATURE_NOTES,
	/* of the long layout alone */
	PLACE_PRODUCT,
	PLACE_STATUS,
	PLACE_WORDS,
	PLACE_CATEGORY_ID,
	PLACE_FEATURE_ID,
	PLACE_PRODUCT_ID,
	PLACE_PRODUCT_URL,
	PLACE_LIFECYCLE,
	PLACE_PRODUCT_NOTES,
	N_PLACES
};

struct product {
	uint32_t words; /* columns of the matrix */
	uint32_t sides[CSV_N_SIDES]; /* 0 for none */
};

struct own {
	struct mr_source *source;
	const struct fields *fields;
	struct lines *lines;
	size_t base;
	char delimiter;
	bool is_defused, is_long;
	size_t n_rows; /* before those about the dataset */
	uint32_t places[N_PLACES];
	struct product *products;
	uint32_t n_products;
	struct csv_label *labels; /* status: the row that explains it */
	size_t n_labels;
	struct links notes; /* by their words, numbered */
	struct links features, columns; /* of the long layout, by id */
	struct out value, text, hint;
	uint32_t row; /* of the grid */
};

/* ------------------------------------------------------------------ fields */

static bool is_field(const struct own *own, size_t row, uint32_t column, const char *word)
{
	const struct fields *fields = own->fields;

	return column < fields->rows[row].n &&
	       strcmp(fields_text(fields, fields_at(fields, row, column)), word) == 0;
}

/* The letters that were written, until the next call. */
static const char *value(struct own *own, size_t row, uint32_t column)
{
	const struct fields_field *field;
	const char *text;

	if (column >= own->fields->rows[row].n)
		return "";
	field = fields_at(own->fields, row, column);
	text = fields_text(own->fields, field);
	if (!own->is_defused)
		return text;
	out_clear(&own->value);
	csv_field_restore(&own->value, text, field->n, own->delimiter);
	return out_at(&own->value);
}

/* The same of a column that may be missing, which is 0. */
static const char *optional(struct own *own, size_t row, uint32_t column)
{
	return column ? value(own, row, column) : "";
}

static const char *keep(struct own *own, const char *text, size_t n)
{
	char *copy = own->source->alloc(own->source, n + 1);

	memcpy(copy, text, n);
	return copy;
}

static struct mr_place place_of(struct own *own, size_t row, uint32_t column)
{
	const struct fields *fields = own->fields;
	uint32_t last = (uint32_t)fields->rows[row].n - 1;

	return lines_place(own->lines,
			   own->base +
				   fields_at(fields, row, column < last ? column : last)->offset);
}

/* ------------------------------------------------------------------ is it ours? */

char csv_own_delimiter(const char *text, size_t n)
{
	static const char first[] = "category", second[] = "feature";
	size_t n_first = sizeof(first) - 1, n_second = sizeof(second) - 1;

	if (n < n_first + n_second + 2 || memcmp(text, first, n_first) != 0 ||
	    memcmp(text + n_first + 1, second, n_second) != 0 ||
	    text[n_first] != text[n_first + 1 + n_second])
		return '\0';
	return strchr("\r\n\"", text[n_first]) ? '\0' : text[n_first];
}

bool csv_own_is(const struct fields *fields)
{
	const struct own own = {.fields = fields};
	size_t last = fields->n_rows - 1;

	return fields->n_rows > 2 && is_field(&own, last, 0, CSV_ABOUT_DATASET) &&
	       is_field(&own, last, 1, "generator");
}

/* ------------------------------------------------------------------ the head */

static void find_places(struct own *own)
{
	static const char *const names[2][N_PLACES] = {
		{"category url", "category description", "category notes", "url", "description",
		 "weight", "notes"},
		{"category url", "category description", "category notes", "feature url",
		 "feature description", "weight", "feature notes", "product", "status", "words",
		 "category id", "feature id", "product id", "product url", "lifecycle",
		 "product notes"}};
	uint32_t column = 2, n = (uint32_t)own->fields->rows[0].n;

	own->is_long = is_field(own, 0, 2, "product") && is_field(own, 0, 3, "status") &&
		       is_field(own, 0, 4, "counts as");
	if (own->is_long) {
		for (unsigned i = 0; i < N_PLACES; i++)
			for (uint32_t at = 2; at < n; at++)
				if (is_field(own, 0, at, names[1][i]))
					own->places[i] = at;
		return;
	}
	/* in this order, and before the products, whatever those are called */
	for (unsigned i = 0; i <= PLACE_FEATURE_NOTES; i++)
		if (is_field(own, 0, column, names[0][i]))
			own->places[i] = column++;
	own->products = own->source->alloc(own->source, (n + 1) * sizeof(*own->products));
	while (column < n) {
		struct product *product = &own->products[own->n_products++];

		product->words = column++;
		for (unsigned side = 0; side < CSV_N_SIDES && column < n; side++) {
			out_clear(&own->text);
			out_string(&own->text, fields_text(own->fields, fields_at(own->fields, 0,
										  product->words)));
			out_string(&own->text, " (");
			out_string(&own->text, csv_cell_side_name((enum csv_side)side));
			out_char(&own->text, ')');
			if (is_field(own, 0, column, out_at(&own->text)))
				product->sides[side] = column++;
		}
	}
}

/* The first column of values, where the rows at the end have theirs. */
static uint32_t about_column(const struct own *own)
{
	return own->is_long      ? own->places[PLACE_WORDS]
	       : own->n_products ? own->products[0].words
				 : 2;
}

static void put_block(struct own *own, enum mr_block_kind kind, const char *label, const char *text,
		      size_t row)
{
	struct mr_block block = {kind, 0, label, text, place_of(own, row, 0)};

	own->source->block(own->source, &block);
}

static void find_about(struct own *own)
{
	uint32_t column = about_column(own);
	size_t row = own->fields->n_rows;

	while (row > 1 && (is_field(own, row - 1, 0, CSV_ABOUT_DATASET) ||
			   is_field(own, row - 1, 0, CSV_ABOUT_STATUS)))
		row--;
	own->n_rows = row;
	for (; row < own->fields->n_rows; row++)
		own->is_defused |= is_field(own, row, 1, "formulas");
	own->labels = own->source->alloc(own->source, (own->fields->n_rows - own->n_rows + 1) *
							      sizeof(*own->labels));
	for (row = own->n_rows; row < own->fields->n_rows; row++) {
		if (is_field(own, row, 0, CSV_ABOUT_STATUS)) {
			const char *words = csv_label_words(&own->text, value(own, row, 1));
			struct csv_label *label = &own->labels[own->n_labels++];

			*label = (struct csv_label){keep(own, words, strlen(words)), strlen(words),
						    (uint32_t)row};
		} else if (is_field(own, row, 1, "title")) {
			put_block(own, MR_BLOCK_TITLE, "", value(own, row, column), row);
		} else if (is_field(own, row, 1, "language")) {
			put_block(own, MR_BLOCK_META, "language", value(own, row, column), row);
		} else if (is_field(own, row, 1, "as_of")) {
			put_block(own, MR_BLOCK_META, "date", value(own, row, column), row);
		}
	}
}

/* ------------------------------------------------------------------ notes */

/* Adds references to the notes of a field, one a line, to the text. */
static void add_notes(struct own *own, const char *lines)
{
	for (size_t n; *lines; lines += n + (lines[n] != '\0')) {
		uint32_t number;

		n = strcspn(lines, "\n");
		if (n == 0)
			continue;
		number = links_add(&own->notes, keep(own, lines, n), 0);
		out_string(&own->text, "[^");
		out_unsigned(&own->text, number);
		out_char(&own->text, ']');
	}
}

static void put_notes(struct own *own)
{
	char label[16];

	for (uint32_t i = 0; i < own->notes.n; i++) {
		struct out number;

		out_to_memory(&number, 0);
		out_unsigned(&number, i + 1);
		memcpy(label, out_at(&number), number.n + 1);
		out_release(&number);
		put_block(own, MR_BLOCK_NOTE, label, own->notes.at[i].url, own->n_rows - 1);
	}
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

	name = keep(own, value(own, row, columns[0]), strlen(value(own, row, columns[0])));
	has_link = strstr(name, "](") != NULL;
	url = keep(own, optional(own, row, columns[1]), strlen(optional(own, row, columns[1])));
	out_clear(&own->text);
	spans_link_open(&own->text, has_link ? "" : url);
	out_string(&own->text, name);
	spans_link_close(&own->text, has_link ? "" : url, SPANS_FIELD);
	add_notes(own, optional(own, row, columns[3]));
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
	if (weight && !is_field(own, row, weight, "1")) {
		begin_below(own, &is_open);
		out_string(&own->text, "×");
		out_string(&own->text, value(own, row, weight));
	}
	out_string(&own->text, is_open ? "</small>" : "");
}

static void put_section(struct own *own, size_t row)
{
	const uint32_t columns[4] = {0, own->places[PLACE_CATEGORY_URL],
				     own->places[PLACE_CATEGORY_DESCRIPTION],
				     own->places[PLACE_CATEGORY_NOTES]};

	if (!*value(own, row, 0))
		return;
	make_name(own, row, columns, 0);
	put_cell(own, 0, MR_GRID_HEAD, place_of(own, row, 0));
	own->row++;
}

static void put_feature(struct own *own, size_t row)
{
	const uint32_t columns[4] = {1, own->places[PLACE_FEATURE_URL],
				     own->places[PLACE_FEATURE_DESCRIPTION],
				     own->places[PLACE_FEATURE_NOTES]};

	make_name(own, row, columns, own->places[PLACE_WEIGHT]);
	put_cell(own, 0, 0, place_of(own, row, 1));
}

/* The symbol of the status that a row at the end explains, with the space behind it. */
static void add_symbol(struct own *own, size_t row)
{
	const char *words = value(own, row, about_column(own));

	out_bytes(&own->text, words, strcspn(words, " "));
	out_char(&own->text, ' ');
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

/* The status has a column, or else the words say it. */
static void put_answer(struct own *own, size_t row, uint32_t column, const struct product *at)
{
	const char *words =
		keep(own, value(own, row, at->words), strlen(value(own, row, at->words)));
	uint32_t side = at->sides[CSV_STATUS], status;
	struct out label;

	out_to_memory(&label, 0);
	status = side ? status_by_label(own, csv_label_words(&label, value(own, row, side)))
		      : csv_label_said(own->labels, own->n_labels, words);
	out_release(&label);
	out_clear(&own->text);
	if (status != CSV_LABEL_NONE)
		add_symbol(own, status);
	out_string(&own->text, words);
	add_notes(own, optional(own, row, at->sides[CSV_NOTES]));
	hint_lines(own, "since: ", optional(own, row, at->sides[CSV_SINCE]));
	hint_lines(own, "source: ", optional(own, row, at->sides[CSV_SOURCE]));
	hint_lines(own, "verified: ", optional(own, row, at->sides[CSV_VERIFIED]));
	put_cell(own, column, 0, place_of(own, row, at->words));
}

/* ------------------------------------------------------------------ products */

static void make_product(struct own *own, const char *name, const char *url, const char *notes,
			 const char *lifecycle)
{
	out_clear(&own->text);
	spans_link_open(&own->text, url);
	spans_letters(&own->text, name, SPANS_FIELD);
	spans_link_close(&own->text, url, SPANS_FIELD);
	add_notes(own, notes);
	if (*lifecycle) {
		out_string(&own->text, "<br><small>");
		spans_letters(&own->text, lifecycle, SPANS_FIELD);
		out_string(&own->text, "</small>");
	}
}

static const char *kept(struct own *own, size_t row, uint32_t column)
{
	const char *text = optional(own, row, column);

	return keep(own, text, strlen(text));
}

/* The row about products with that key, 0 for none; they stand right below the head. */
static size_t fact_row(const struct own *own, const char *key)
{
	for (size_t row = 1; row < own->n_rows && is_field(own, row, 0, CSV_ABOUT_PRODUCT); row++)
		if (is_field(own, row, 1, key))
			return row;
	return 0;
}

static void put_head(struct own *own)
{
	size_t url = fact_row(own, "url"), notes = fact_row(own, "notes"),
	       lifecycle = fact_row(own, "lifecycle");

	out_clear(&own->text);
	out_string(&own->text, "feature");
	put_cell(own, 0, MR_GRID_HEAD, place_of(own, 0, 1));
	for (uint32_t i = 0; i < own->n_products; i++) {
		uint32_t column = own->products[i].words;

		make_product(own, kept(own, 0, column), url ? kept(own, url, column) : "",
			     notes ? kept(own, notes, column) : "",
			     lifecycle ? kept(own, lifecycle, column) : "");
		put_cell(own, i + 1, MR_GRID_HEAD, place_of(own, 0, column));
	}
	own->row++;
}

static void read_matrix(struct own *own)
{
	const char *before = NULL;

	put_head(own);
	for (size_t row = 1; row < own->n_rows && !own->source->failed; row++) {
		if (is_field(own, row, 0, CSV_ABOUT_PRODUCT))
			continue;
		if (!before || strcmp(before, value(own, row, 0)) != 0) {
			before = keep(own, value(own, row, 0), strlen(value(own, row, 0)));
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
	put_cell(own, 0, MR_GRID_HEAD, place_of(own, 0, 1));
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
		put_cell(own, column, MR_GRID_HEAD, place_of(own, row, own->places[PLACE_PRODUCT]));
	}
	own->row++;
}

/* Columns beside the words stand in the order of their sides. */
static void read_long(struct own *own)
{
	uint32_t words = own->places[PLACE_WORDS];
	const struct product at = {.words = words,
				   .sides = {[CSV_STATUS] = own->places[PLACE_STATUS],
					     [CSV_NOTES] = words + 1,
					     [CSV_SINCE] = words + 2,
					     [CSV_SOURCE] = words + 3,
					     [CSV_VERIFIED] = words + 4}};
	const char *category = NULL;

	put_products(own);
	for (size_t row = 1; row < own->n_rows && !own->source->failed; row++) {
		uint32_t before = own->features.n,
			 column = links_number(&own->columns,
					       kept(own, row, own->places[PLACE_PRODUCT_ID]));

		links_add(&own->features, kept(own, row, own->places[PLACE_FEATURE_ID]), 0);
		if (own->features.n > before) {
			own->row += before > 0;
			if (!category ||
			    strcmp(category, value(own, row, own->places[PLACE_CATEGORY_ID])) != 0)
				put_section(own, row);
			category = kept(own, row, own->places[PLACE_CATEGORY_ID]);
			put_feature(own, row);
		}
		put_answer(own, row, column, &at);
	}
}

/* ------------------------------------------------------------------ the whole */

/* "✓ yes · ◔ in preview (partial)": as the page has it, below the table. */
static void put_legend(struct own *own)
{
	out_clear(&own->text);
	for (size_t i = 0; i < own->n_labels; i++) {
		const char *like =
			strchr(value(own, own->labels[i].status, about_column(own)), ' ');

		out_string(&own->text, i ? " · " : "");
		add_symbol(own, own->labels[i].status);
		out_string(&own->text, own->labels[i].words);
		out_string(&own->text, " (");
		out_string(&own->text, like ? like + 1 : "");
		out_char(&own->text, ')');
	}
	if (own->n_labels > 0)
		put_block(own, MR_BLOCK_TEXT, "", out_at(&own->text), own->labels[0].status);
}

static void read_all(struct own *own)
{
	struct mr_grid grid = {.n_head_rows = 1, .n_head_columns = 1, .place = place_of(own, 0, 0)};

	find_places(own);
	find_about(own);
	own->source->grid(own->source, &grid);
	if (own->is_long)
		read_long(own);
	else
		read_matrix(own);
	put_legend(own);
	put_notes(own);
}

int csv_own_read(struct mr_source *source, const struct fields *fields, struct lines *lines,
		 size_t base, char delimiter)
{
	struct own own = {.source = source,
			  .fields = fields,
			  .lines = lines,
			  .base = base,
			  .delimiter = delimiter};
	bool has_failed;

	out_to_memory(&own.value, 0);
	out_to_memory(&own.text, 0);
	out_to_memory(&own.hint, 0);
	read_all(&own);
	has_failed = own.value.failed || own.text.failed || own.hint.failed || own.notes.failed ||
		     own.columns.failed || own.features.failed;
	if (has_failed)
		source->diag(source, MR_ERROR, NULL, "out of memory");
	links_release(&own.notes);
	links_release(&own.columns);
	links_release(&own.features);
	out_release(&own.value);
	out_release(&own.text);
	out_release(&own.hint);
	return has_failed ? -1 : 0;
}
