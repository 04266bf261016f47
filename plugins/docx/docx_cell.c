/* SPDX-License-Identifier: MIT */
#include "docx/docx_cell.h"

#include "common/scene/palette.h"
#include "common/write/number.h"
#include "docx/docx_words.h"

#include <stdio.h>

const char *docx_cell_style(uint32_t like)
{
	static const char *const styles[MR_N_LIKES] = {"StatusYes", "StatusPartial", "StatusNo",
						       "StatusUnknown", "StatusNA"};

	return like < MR_N_LIKES ? styles[like] : NULL;
}

/* The palette's colour lightened, so that black words, links and copies stay readable. */
const char *docx_cell_ground(const struct docx_book *book, uint32_t like, char digits[8])
{
	static const unsigned percent[MR_N_LIKES] = {30, 35, 45, 60, 0};
	uint32_t full, light = 0;

	if (!book->is_shaded || like >= MR_LIKE_NA)
		return NULL;
	full = palette_rgb(PALETTE_LIGHT, palette_fill(like));
	for (unsigned shift = 0; shift < 24; shift += 8)
		light |= (255 - (255 - (full >> shift & 255)) * percent[like] / 100) << shift;
	snprintf(digits, 8, "%06X", (unsigned)light);
	return digits;
}

/* The symbol, then the words. */
static void put_status(struct docx_book *book, uint32_t index, const struct mr_text *text,
		       const struct mr_where *where)
{
	const struct mr_status *status = mr_status_at(book->m, index);

	if (status) {
		docx_words_put(book, status->symbol, docx_cell_style(status->like));
		docx_words_put(book, " ", NULL);
	}
	docx_words_text(book, text, "", where);
}

static void put_parts(struct docx_book *book, const struct mr_cell_detail *detail,
		      const struct mr_where *where, bool has_marks)
{
	for (uint32_t i = 0; i < detail->parts.n; i++) {
		const struct mr_part *part = mr_part_at(detail, i);

		docx_words_put(book, !i ? "" : has_marks ? "\n" : ", ", NULL);
		docx_words_put(book, part->name, NULL);
		docx_words_put(book, " ", NULL);
		put_status(book, part->status, part->text, where);
		if (has_marks)
			docx_words_marks(book, &part->notes, true);
	}
}

static void put_items(struct docx_book *book, const struct mr_cell_detail *detail,
		      const struct mr_where *where)
{
	for (uint32_t i = 0; i < detail->items.n; i++) {
		docx_words_put(book, i ? ", " : "", NULL);
		docx_words_text(book, mr_item_at(detail, i), "", where);
	}
}

/* "[3]" of the references behind the tables, which leads to the source itself. */
static void put_sources(struct docx_book *book, const struct mr_array *sources,
			const struct mr_where *where)
{
	for (uint32_t i = 0; i < sources->n; i++) {
		const char *url = mr_string_at(sources, i);
		char number[NUMBER_SIZE + 3] = "[";
		bool is_linked;
		size_t n;

		n = number_unsigned(number + 1, links_add(&book->sources, url, 0));
		number[n + 1] = ']';
		number[n + 2] = '\0';
		docx_words_put(book, i ? "\xc2\xa0" : " ", "ComparisonDetail");
		is_linked = docx_words_link(book, url, where);
		docx_words_put(book, number, "ComparisonDetail");
		if (is_linked)
			docx_words_unlink(book);
	}
}

static void put_detail(struct docx_book *book, const struct mr_cell_detail *detail,
		       const struct mr_where *where)
{
	char date[16];

	/* the last part may end with a mark of its own */
	if (detail->parts.n > 0 && detail->notes.n > 0)
		docx_words_put(book, " ", NULL);
	docx_words_marks(book, &detail->notes, true);
	if (*detail->since) {
		docx_words_put(book, " ", NULL);
		docx_words_fill(book, mr_word(book->m, "since", "since {version}"), "version",
				detail->since, "ComparisonDetail");
	}
	put_sources(book, &detail->sources, where);
	if (detail->verified.year > 0) {
		docx_words_date(date, detail->verified);
		docx_words_put(book, " ", NULL);
		docx_words_fill(book, mr_word(book->m, "verified", "verified {date}"), "date", date,
				"ComparisonDetail");
	}
}

/* Status and words, each part with its marks where they are wanted. */
static void put_words(struct docx_book *book, const struct mr_cell *cell,
		      const struct mr_where *where, bool has_marks)
{
	const struct mr_cell_detail *detail = cell->detail;

	if (detail && cell->kind == MR_CELL_PARTS && detail->parts.n > 0)
		put_parts(book, detail, where, has_marks);
	else if (detail && cell->kind == MR_CELL_LIST && detail->items.n > 0)
		put_items(book, detail, where);
	else if (cell->kind == MR_CELL_STATUS)
		put_status(book, cell->status, cell->text, where);
	else
		docx_words_text(book, cell->text, "", where);
}

void docx_cell_value(struct docx_book *book, const struct mr_matrix *m, const struct mr_cell *cell)
{
	const struct mr_matrix *shown = book->m;
	const struct mr_where nowhere = {MR_AT_DOCUMENT, 0, 0, NULL};

	book->m = m;
	put_words(book, cell, &nowhere, false);
	book->m = shown;
	if (!cell->detail || !*cell->detail->since)
		return;
	docx_words_put(book, ", ", NULL);
	docx_words_fill(book, mr_word(m, "since", "since {version}"), "version",
			cell->detail->since, NULL);
}

void docx_cell_put(struct docx_book *book, uint32_t row, uint32_t col)
{
	const struct mr_cell *cell = mr_cell_at(book->m, row, col);
	const struct mr_cell_detail *detail = cell->detail;
	const struct mr_where where = {MR_AT_CELL, row, col, NULL};

	put_words(book, cell, &where, true);
	if (detail)
		put_detail(book, detail, &where);
}
