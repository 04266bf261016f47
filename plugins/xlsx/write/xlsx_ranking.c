/* SPDX-License-Identifier: MIT */
#include "xlsx/write/xlsx_ranking.h"

#include "common/ranking/ranked.h"
#include "common/scene/palette.h"
#include "xlsx/write/xlsx_page.h"
#include "xlsx/write/xlsx_style.h"

enum { PRODUCT, FIRST_PLACE, LAST_PLACE, LOW, HIGH, REMARK };

struct listing {
	struct xlsx_writer *writer;
	struct out words; /* gathered for the cell at hand */
	lxw_format *number, *percent;
	uint32_t row;
};

static const struct xlsx_rich_how plain = {.look = XLSX_LOOK_PLAIN};
static const struct xlsx_rich_how head = {.look = XLSX_LOOK_HEAD};
static const struct xlsx_rich_how text = {.look = XLSX_LOOK_TEXT};
static const struct xlsx_rich_how title = {.look = XLSX_LOOK_TITLE};

static lxw_worksheet *sheet_of(const struct listing *to)
{
	return to->writer->sheets[XLSX_RANKING];
}

/* A cell of what was gathered. */
static void put(struct listing *to, uint32_t col, const struct xlsx_rich_how *how)
{
	xlsx_rich_begin(to->writer);
	xlsx_rich_letters(to->writer, out_at(&to->words), 0);
	xlsx_rich_write(to->writer, XLSX_RANKING, to->row, col, how);
	out_clear(&to->words);
}

static void put_word(struct listing *to, uint32_t col, const char *key, const char *english,
		     const struct xlsx_rich_how *how)
{
	out_string(&to->words, mr_word(to->writer->m, key, english));
	put(to, col, how);
}

/* A line that runs over the cells beside it. */
static void put_line(struct listing *to)
{
	if (to->words.n > 0) {
		to->writer->library->worksheet_write_string(sheet_of(to), to->row++, 0,
							    out_at(&to->words), NULL);
		out_clear(&to->words);
	}
}

static lxw_format *make_format(struct xlsx_writer *writer, const char *code)
{
	lxw_format *format = writer->library->workbook_add_format(writer->book);

	writer->library->format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	writer->library->format_set_border(format, LXW_BORDER_THIN);
	writer->library->format_set_border_color(format, palette_rgb(PALETTE_LIGHT, PALETTE_RULE));
	writer->library->format_set_num_format(format, code);
	return format;
}

static void put_number(struct listing *to, uint32_t col, double value, lxw_format *format)
{
	to->writer->library->worksheet_write_number(sheet_of(to), to->row, (lxw_col_t)col, value,
						    format);
}

static void put_heads(struct listing *to)
{
	const struct mr_matrix *m = to->writer->m;

	put_word(to, PRODUCT, "product", "Product", &head);
	for (uint32_t col = FIRST_PLACE; col <= LAST_PLACE; col++) {
		out_string(&to->words, mr_word(m, "ranking_place", "Place"));
		out_string(&to->words, col == FIRST_PLACE ? " (\342\211\245)" : " (\342\211\244)");
		put(to, col, &head);
	}
	for (uint32_t col = LOW; col <= HIGH; col++) {
		out_string(&to->words, mr_word(m, "ranking_score", "Score"));
		out_string(&to->words, ", ");
		out_string(&to->words,
			   col == LOW ? mr_word(m, "ranking_low", "unknown counted as no")
				      : mr_word(m, "ranking_high", "unknown counted as yes"));
		put(to, col, &head);
	}
	put_word(to, REMARK, "ranking_requirements", "Requirements", &head);
	to->row++;
}

static void put_product(struct listing *to, const struct mr_ranked *is)
{
	const struct mr_matrix *m = to->writer->m;

	out_string(&to->words, mr_product_at(m, is->product)->name);
	put(to, PRODUCT, &text);
	if (ranked_has_place(is)) {
		put_number(to, FIRST_PLACE, is->first_place, to->number);
		put_number(to, LAST_PLACE, is->last_place, to->number);
	}
	if (is->standing <= MR_RANKED_OPEN && is->all_units > 0) {
		put_number(to, LOW, is->low, to->percent);
		put_number(to, HIGH, is->high, to->percent);
	}
	ranked_put_remark(&to->words, m, is);
	put(to, REMARK, &text);
	to->row++;
}

static void put_questions(struct listing *to)
{
	const struct mr_matrix *m = to->writer->m;
	const struct mr_ranking *ranking = m->ranking;

	if (ranking->deciding.n == 0)
		return;
	to->row++;
	put_word(to, 0, "ranking_decides", "What would decide it", &head);
	to->row++;
	/* all that there are: a sheet has the room */
	for (uint32_t i = 0; i < ranking->deciding.n; i++, to->row++) {
		const struct mr_deciding *is = mr_deciding_at(ranking, i);

		out_string(&to->words, mr_product_at(m, is->product)->name);
		put(to, PRODUCT, &text);
		out_string(&to->words, ranked_question(m, is)->plain);
		ranked_put_asked(&to->words, m, is);
		/* runs over the empty cells beside it */
		to->writer->library->worksheet_write_string(sheet_of(to), to->row, FIRST_PLACE,
							    out_at(&to->words), NULL);
		out_clear(&to->words);
	}
	if (ranking->n_deciding == ranking->deciding.n)
		return;
	out_string(&to->words, "+\302\240");
	out_unsigned(&to->words, ranking->n_deciding - ranking->deciding.n);
	put(to, PRODUCT, &plain);
}

void xlsx_ranking_write(struct xlsx_writer *writer)
{
	struct listing to = {.writer = writer};
	const struct mr_matrix *m = writer->m;

	out_to_memory(&to.words, 0);
	xlsx_page_set_up(writer, XLSX_RANKING);
	writer->library->worksheet_set_landscape(sheet_of(&to));
	to.number = make_format(writer, "0");
	to.percent = make_format(writer, "0.0%");
	ranked_put_title(&to.words, m);
	put(&to, 0, &title);
	to.row++;
	out_string(&to.words, m->ranking->description->plain);
	put_line(&to);
	ranked_put_basis(&to.words, m);
	put_line(&to);
	if (m->ranking->n_placed == 0)
		out_string(&to.words,
			   mr_word(m, "ranking_nobody", "No product meets the requirements."));
	put_line(&to);
	to.row++;
	put_heads(&to);
	for (uint32_t i = 0; i < m->ranking->ranked.n; i++)
		put_product(&to, mr_ranked_at(m->ranking, i));
	out_string(&to.words, mr_word(m, "ranking_overlap",
				      "Products are ranked only where their intervals do not "
				      "overlap."));
	put_line(&to);
	put_questions(&to);
	/* the name by which our reader knows that the sheet is no comparison */
	xlsx_page_define(writer, XLSX_WRITER_RANKING, XLSX_RANKING, 0, to.row, "AF");
	out_release(&to.words);
}
