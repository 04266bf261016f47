/* SPDX-License-Identifier: MIT */
#include "docx/docx_table.h"

#include "common/write/weights.h"
#include "docx/docx_cell.h"
#include "docx/docx_logo.h"
#include "docx/docx_words.h"

#include <stdlib.h>

struct table {
	struct docx_book *book;
	const struct docx_group *group;
	uint32_t *widths; /* of the names, then of the products */
	uint32_t n_rows; /* so far */
};

static struct office_xml *xml_of(struct table *table)
{
	return &table->book->part->xml;
}

/* ------------------------------------------------------------------ table, rows, cells */

static void put_number(struct office_xml *xml, const char *element, const char *name, long value)
{
	office_xml_open(xml, element);
	office_xml_number(xml, name, value);
	office_xml_close(xml);
}

static void put_width(struct office_xml *xml, const char *element, uint32_t width)
{
	office_xml_open(xml, element);
	office_xml_number(xml, "w:w", (long)width);
	office_xml_attribute(xml, "w:type", "dxa");
	office_xml_close(xml);
}

/* What a screen reader says of the table before its cells. */
static void put_description(struct table *table)
{
	struct docx_book *book = table->book;
	const struct mr_matrix *m = book->m;
	struct out words;

	out_to_memory(&words, 0);
	out_string(&words, m->subtitle);
	for (uint32_t i = 0; i < table->group->n; i++) {
		out_string(&words, i ? ", " : words.n ? ": " : "");
		out_string(&words, mr_product_at(m, table->group->first + i)->name);
	}
	office_xml_empty(xml_of(table), "w:tblCaption", "w:val", m->title);
	office_xml_empty(xml_of(table), "w:tblDescription", "w:val", out_at(&words));
	out_release(&words);
}

static void begin_table(struct table *table)
{
	struct office_xml *xml = xml_of(table);

	office_xml_open(xml, "w:tbl");
	office_xml_open(xml, "w:tblPr");
	office_xml_empty(xml, "w:tblStyle", "w:val", "ComparisonTable");
	if (table->book->m->is_rtl)
		office_xml_empty(xml, "w:bidiVisual", NULL, NULL);
	put_width(xml, "w:tblW", docx_plan_room(&table->book->plan));
	office_xml_empty(xml, "w:tblLayout", "w:type", "fixed");
	office_xml_open(xml, "w:tblLook");
	office_xml_attribute(xml, "w:val", "04A0");
	office_xml_number(xml, "w:firstRow", 1);
	office_xml_number(xml, "w:lastRow", 0);
	office_xml_number(xml, "w:firstColumn", 1);
	office_xml_number(xml, "w:lastColumn", 0);
	office_xml_number(xml, "w:noHBand", 0);
	office_xml_number(xml, "w:noVBand", 1);
	office_xml_close(xml);
	put_description(table);
	office_xml_close(xml);
	office_xml_open(xml, "w:tblGrid");
	for (uint32_t i = 0; i <= table->group->n; i++)
		put_number(xml, "w:gridCol", "w:w", (long)table->widths[i]);
	office_xml_close(xml);
}

static void begin_row(struct table *table, bool is_head)
{
	struct office_xml *xml = xml_of(table);

	table->n_rows++;
	office_xml_open(xml, "w:tr");
	office_xml_open(xml, "w:trPr");
	office_xml_empty(xml, "w:cantSplit", NULL, NULL);
	if (is_head)
		office_xml_empty(xml, "w:tblHeader", NULL, NULL);
	office_xml_close(xml);
}

/* The order of properties is the schema's (17.4.70, CT_TcPr). */
static void begin_cell(struct table *table, uint32_t width, uint32_t span, const char *ground)
{
	struct office_xml *xml = xml_of(table);

	office_xml_open(xml, "w:tc");
	office_xml_open(xml, "w:tcPr");
	put_width(xml, "w:tcW", width);
	if (span > 1)
		put_number(xml, "w:gridSpan", "w:val", (long)span);
	if (ground) {
		office_xml_open(xml, "w:shd");
		office_xml_attribute(xml, "w:val", "clear");
		office_xml_attribute(xml, "w:color", "auto");
		office_xml_attribute(xml, "w:fill", ground);
		office_xml_close(xml);
	}
	office_xml_close(xml);
}

static void end(struct table *table)
{
	office_xml_close(xml_of(table));
}

/* ------------------------------------------------------------------ the head */

static void put_product(struct docx_book *book, uint32_t col)
{
	const struct mr_product *product = mr_product_at(book->m, col);
	const struct mr_where where = {MR_AT_PRODUCT, col, 0, NULL};
	bool is_linked;

	if (book->logos && book->logos[col].media_type) {
		docx_words_begin(book, "ComparisonHead");
		docx_logo_put(book, col);
		docx_words_end(book);
	}
	docx_words_begin(book, "ComparisonHead");
	is_linked = *product->url && docx_words_link(book, product->url, &where);
	docx_words_put(book, product->name, is_linked ? "Hyperlink" : NULL);
	if (is_linked)
		docx_words_unlink(book);
	docx_words_marks(book, &product->notes, false);
	if (*product->lifecycle_word) {
		docx_words_put(book, " (", "ComparisonDetail");
		docx_words_put(book, product->lifecycle_word, "ComparisonDetail");
		docx_words_put(book, ")", "ComparisonDetail");
	}
	docx_words_end(book);
}

static void put_head(struct table *table)
{
	struct docx_book *book = table->book;

	begin_row(table, true);
	begin_cell(table, table->widths[0], 1, NULL);
	docx_words_begin(book, "ComparisonHead");
	docx_words_put(book, mr_word(book->m, "feature", "Feature"), NULL);
	docx_words_end(book);
	end(table);
	for (uint32_t i = 0; i < table->group->n; i++) {
		begin_cell(table, table->widths[i + 1], 1, NULL);
		put_product(book, table->group->first + i);
		end(table);
	}
	end(table);
}

/* ------------------------------------------------------------------ rows */

static void put_category(struct table *table, uint32_t index)
{
	struct docx_book *book = table->book;
	const struct mr_category *category = mr_category_at(book->m, index);
	const struct mr_where where = {MR_AT_CATEGORY, index, 0, NULL};

	begin_row(table, false);
	begin_cell(table, docx_plan_room(&book->plan), table->group->n + 1, "F2F4F7");
	docx_words_begin(book, "ComparisonCategory");
	docx_words_text(book, category->name, category->url, &where);
	docx_words_marks(book, &category->notes, true);
	docx_words_end(book);
	if (!mr_text_is_empty(category->description)) {
		docx_words_begin(book, "ComparisonDescription");
		docx_words_text(book, category->description, "", &where);
		docx_words_end(book);
	}
	end(table);
	end(table);
}

static void put_name(struct table *table, uint32_t row)
{
	struct docx_book *book = table->book;
	const struct mr_feature *feature = mr_feature_at(book->m, row);
	const struct mr_where where = {MR_AT_FEATURE, row, 0, NULL};

	begin_cell(table, table->widths[0], 1, NULL);
	docx_words_begin(book, "ComparisonFeature");
	docx_words_text(book, feature->name, feature->url, &where);
	docx_words_marks(book, &feature->notes, true);
	if (weights_has_mark(feature)) {
		struct out mark;

		out_to_memory(&mark, 0);
		weights_put_mark(&mark, feature);
		docx_words_put(book, out_at(&mark), "ComparisonDetail");
		out_release(&mark);
	}
	docx_words_end(book);
	if (!mr_text_is_empty(feature->description)) {
		docx_words_begin(book, "ComparisonDescription");
		docx_words_text(book, feature->description, "", &where);
		docx_words_end(book);
	}
	end(table);
}

static void put_feature(struct table *table, uint32_t row)
{
	struct docx_book *book = table->book;
	char digits[8];

	begin_row(table, false);
	put_name(table, row);
	for (uint32_t i = 0; i < table->group->n; i++) {
		const struct mr_cell *cell = mr_cell_at(book->m, row, table->group->first + i);

		begin_cell(table, table->widths[i + 1], 1,
			   docx_cell_ground(book, cell->like, digits));
		docx_cell_put(book, row, table->group->first + i);
		end(table);
	}
	end(table);
	book->job->progress(book->job, row, book->m->features.n);
}

/* A new table, where one has as many rows as programs take. */
static void make_room(struct table *table)
{
	if (table->n_rows > 0 && table->n_rows < DOCX_PLAN_ROWS)
		return;
	if (table->n_rows > 0) {
		end(table);
		docx_words_begin(table->book, "ComparisonCell");
		docx_words_end(table->book);
	}
	table->n_rows = 0;
	begin_table(table);
	put_head(table);
}

void docx_table_put(struct docx_book *book, const struct docx_group *group)
{
	struct table table = {book, group, NULL, 0};

	table.widths = calloc((size_t)group->n + 1, sizeof(*table.widths));
	docx_plan_widths(&book->plan, group, table.widths);
	make_room(&table);
	for (uint32_t i = 0; i < book->m->categories.n; i++) {
		const struct mr_category *category = mr_category_at(book->m, i);

		make_room(&table);
		if (!mr_text_is_empty(category->name))
			put_category(&table, i);
		for (uint32_t row = 0; row < category->n_features; row++) {
			make_room(&table);
			put_feature(&table, category->first_feature + row);
		}
	}
	end(&table);
	free(table.widths);
}
