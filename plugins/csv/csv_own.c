/* SPDX-License-Identifier: MIT */
#include "csv/csv_own.h"

#include "csv/csv_own_file.h"

/* More statuses than anybody tells apart would be looked through for each cell. */
enum { LABELS_MAX = 500 };

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

static bool is_long_head(const struct own *own)
{
	return csv_own_is_field(own, 0, 2, "product") && csv_own_is_field(own, 0, 3, "status") &&
	       csv_own_is_field(own, 0, 4, "counts as");
}

/* Of the long layout a file may have lost columns since; without these nothing could be told apart. */
bool csv_own_is(const struct fields *fields)
{
	const struct own own = {.fields = fields};
	size_t last = fields->n_rows - 1;

	return fields->n_rows > 2 && csv_own_is_field(&own, last, 0, CSV_ABOUT_DATASET) &&
	       csv_own_is_field(&own, last, 1, "generator") &&
	       (!is_long_head(&own) ||
		(csv_own_column(&own, "words") && csv_own_column(&own, "feature id") &&
		 csv_own_column(&own, "product id")));
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

	own->is_long = is_long_head(own);
	if (own->is_long) {
		for (unsigned i = 0; i < N_PLACES; i++)
			own->places[i] = csv_own_column(own, names[1][i]);
		return;
	}
	/* in this order, and before the products, whatever those are called */
	for (unsigned i = 0; i <= PLACE_FEATURE_NOTES; i++)
		if (csv_own_is_field(own, 0, column, names[0][i]))
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
			if (csv_own_is_field(own, 0, column, out_at(&own->text)))
				product->sides[side] = column++;
		}
	}
}

static void put_block(struct own *own, enum mr_block_kind kind, const char *label, const char *text,
		      size_t row)
{
	struct mr_block block = {kind, 0, label, text, csv_own_place(own, row, 0)};

	if (*text)
		own->source->block(own->source, &block);
}

static void add_label(struct own *own, size_t row)
{
	const char *words = csv_label_words(&own->text, csv_own_value(own, row, 1));
	size_t n = strlen(words);

	if (own->n_labels < LABELS_MAX)
		own->labels[own->n_labels++] =
			(struct csv_label){csv_own_keep(own, words, n), n, (uint32_t)row};
}

static void find_about(struct own *own)
{
	uint32_t column = csv_own_about(own);
	size_t row = own->fields->n_rows;

	while (row > 1 && (csv_own_is_field(own, row - 1, 0, CSV_ABOUT_DATASET) ||
			   csv_own_is_field(own, row - 1, 0, CSV_ABOUT_STATUS)))
		row--;
	own->n_rows = row;
	for (; row < own->fields->n_rows; row++)
		own->is_defused |= csv_own_is_field(own, row, 1, "formulas");
	own->labels = own->source->alloc(own->source, (own->fields->n_rows - own->n_rows + 1) *
							      sizeof(*own->labels));
	for (row = own->n_rows; row < own->fields->n_rows; row++) {
		if (csv_own_is_field(own, row, 0, CSV_ABOUT_STATUS)) {
			add_label(own, row);
		} else if (csv_own_is_field(own, row, 1, "title")) {
			put_block(own, MR_BLOCK_TITLE, "", csv_own_value(own, row, column), row);
		} else if (csv_own_is_field(own, row, 1, "language")) {
			put_block(own, MR_BLOCK_META, "language", csv_own_value(own, row, column),
				  row);
		} else if (csv_own_is_field(own, row, 1, "as_of")) {
			put_block(own, MR_BLOCK_META, "date", csv_own_value(own, row, column), row);
		}
	}
}

/* ------------------------------------------------------------------ notes */

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

/* ------------------------------------------------------------------ the whole */

/* "✓ yes · ◔ in preview (partial)": as the page has it, below the table. */
static void put_legend(struct own *own)
{
	out_clear(&own->text);
	for (size_t i = 0; i < own->n_labels; i++) {
		const char *like =
			strchr(csv_own_value(own, own->labels[i].status, csv_own_about(own)), ' ');

		out_string(&own->text, i ? " · " : "");
		csv_own_add_symbol(own, own->labels[i].status);
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
	struct mr_grid grid = {
		.n_head_rows = 1, .n_head_columns = 1, .place = csv_own_place(own, 0, 0)};

	find_places(own);
	find_about(own);
	own->source->grid(own->source, &grid);
	if (own->is_long)
		csv_own_long(own);
	else
		csv_own_matrix(own);
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
		     own.columns.failed || own.features.failed || own.cells.failed;
	if (has_failed)
		source->diag(source, MR_ERROR, NULL, "out of memory");
	links_release(&own.notes);
	links_release(&own.columns);
	links_release(&own.features);
	links_release(&own.cells);
	out_release(&own.value);
	out_release(&own.text);
	out_release(&own.hint);
	return has_failed ? -1 : 0;
}
