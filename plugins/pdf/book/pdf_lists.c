/* SPDX-License-Identifier: MIT */
#include "pdf/book/pdf_lists.h"

#include <math.h>
#include <stdlib.h>

#include "pdf/book/pdf_laid.h"
#include "pdf/book/pdf_rows.h"
#include "pdf/content/pdf_scale.h"
#include "pdf/book/pdf_slots.h"

#define GAP 1.8f /* em between columns */
#define LABEL_GAP 0.25f /* em behind a number and its space */
#define SAMPLE 60u /* items looked at when columns are counted */
#define NARROW 15.0f /* em: columns of running text are wider */
#define SPARED 0.06f /* of the height: what one more column has to save */
#define LONG_ITEM 5u /* lines from which an item may be divided */
#define BALANCE_STEPS 14

bool pdf_lists_is(const struct pdf_row *row)
{
	return row->kind == PDF_ROW_NOTES || row->kind == PDF_ROW_REFERENCES ||
	       row->kind == PDF_ROW_DETAILS;
}

struct pdf_list *pdf_lists_of(struct pdf_book *book, const struct pdf_row *row)
{
	return &book->lists[row->kind == PDF_ROW_REFERENCES ? 1
			    : row->kind == PDF_ROW_DETAILS  ? 2
							    : 0];
}

static struct pdf_laid words_of(struct pdf_book *book, const struct pdf_row *row, uint32_t item)
{
	switch (row->kind) {
	case PDF_ROW_REFERENCES: return pdf_laid_reference(book, item);
	case PDF_ROW_DETAILS: return pdf_laid_detail(book, item);
	default: return pdf_laid_note(book, book->end_notes[item]);
	}
}

void pdf_lists_forget(struct pdf_book *book)
{
	for (int i = 0; i < PDF_N_LISTS; i++) {
		free(book->lists[i].lines);
		book->lists[i] = (struct pdf_list){.lines = NULL};
	}
}

/* ---- columns */

static void set_columns(const struct pdf_book *book, struct pdf_list *list, uint32_t n)
{
	list->n_columns = n;
	list->gap = GAP * book->size;
	list->width = (book->body.width - list->gap * (float)(n - 1)) / (float)n;
}

/*
 * Lines of an item in a column, and whether it is set badly there: with a broken word, in a narrow
 * column, or an address on more lines than one.
 */
static uint32_t count_lines(struct pdf_book *book, const struct pdf_row *row, uint32_t item,
			    bool *is_broken)
{
	const struct pdf_list *list = pdf_lists_of(book, row);
	float natural, word, height, width = (list->width - list->label) / book->size;
	struct pdf_laid words;

	pdf_store_clear(&book->store);
	words = words_of(book, row, item);
	pdf_block_widths(words.store, &words.block, &natural, &word);
	height = pdf_block_height(words.store, &words.block, width);
	*is_broken = word > width || (natural > width && (width < NARROW * book->words.small ||
							  row->kind == PDF_ROW_REFERENCES));
	return (uint32_t)(height * book->size / list->line + 0.5f);
}

/* How high the sample would be in columns as they are set; HUGE_VALF where more than a fifth breaks. */
static float sample_height(struct pdf_book *book, const struct pdf_row *row)
{
	struct pdf_list *list = pdf_lists_of(book, row);
	uint32_t step = list->n / SAMPLE + 1, n = 0, n_broken = 0;
	float sum = 0;

	for (uint32_t i = 0; i < list->n; i += step, n++) {
		bool is_broken;

		sum += (float)count_lines(book, row, i, &is_broken) * list->line + list->item_gap;
		n_broken += is_broken;
	}
	return n_broken * 5 > n ? HUGE_VALF : sum / (float)list->n_columns;
}

static void choose_columns(struct pdf_book *book, const struct pdf_row *row)
{
	struct pdf_list *list = pdf_lists_of(book, row);
	uint32_t best = 1;
	float least;

	set_columns(book, list, 1);
	least = sample_height(book, row);
	for (uint32_t n = 2; n <= PDF_LIST_MOST && n <= list->n; n++) {
		float height;

		set_columns(book, list, n);
		height = sample_height(book, row);
		if (height < least * (1 - SPARED)) {
			least = height;
			best = n;
		}
	}
	set_columns(book, list, best);
}

/* The number that is widest is the last one, or as wide. */
static void measure_label(struct pdf_book *book, const struct pdf_row *row)
{
	struct pdf_list *list = pdf_lists_of(book, row);
	float natural, word;

	list->width = book->body.width;
	pdf_slots_item(book, row, list, list->n - 1, 0);
	pdf_block_widths(book->slots[0].store, &book->slots[0].block, &natural, &word);
	if (row->kind == PDF_ROW_DETAILS)
		natural = pdf_signs_label_width(list->n) * book->words.small;
	list->label = natural * book->size + LABEL_GAP * book->size;
}

/* Counts the lines of all items, once for a size and a paper. */
static void measure(struct pdf_book *book, const struct pdf_row *row)
{
	struct pdf_list *list = pdf_lists_of(book, row);
	bool is_broken;

	pdf_scale_set(book, NULL);
	list->line = book->words.small * PDF_LEADING * book->size;
	list->item_gap = 2 * pdf_scale_padding(book, row->kind);
	if (list->lines)
		return;
	list->n = row->n;
	list->lines = calloc((size_t)list->n + 1, sizeof(*list->lines));
	if (!list->lines) {
		book->store.failed = true;
		list->n = 0;
		return;
	}
	measure_label(book, row);
	choose_columns(book, row);
	for (uint32_t i = 0; i < list->n; i++)
		list->lines[i] = count_lines(book, row, i, &is_broken);
}

/* ---- filling */

/* How many lines of an item of which `rest` are left may stand in the room for `n`. */
static uint32_t share_of(uint32_t rest, uint32_t n, bool is_empty)
{
	if (rest <= n)
		return rest;
	if (is_empty)
		return n ? n : 1;
	return rest >= LONG_ITEM && n >= 2 && rest - n >= 2 ? n : 0;
}

/* One column from *at on: moves it, and says how high the column is. */
static float fill_column(const struct pdf_list *list, struct pdf_spot *at, float room)
{
	float y = 0;

	while (at->item < list->n) {
		float gap = y > 0 ? list->item_gap : 0;
		float fitting = floorf((room - y - gap) / list->line + 0.01f);
		uint32_t rest = list->lines[at->item] - at->line;
		uint32_t n = share_of(rest, fitting > 0 ? (uint32_t)fitting : 0, y <= 0);

		if (n == 0 && rest > 0)
			break;
		y += gap + (float)n * list->line;
		at->line += n;
		if (n < rest)
			break;
		*at = (struct pdf_spot){at->item + 1, 0};
	}
	return y;
}

/* All columns of a part; whether nothing is left. */
static bool fill(const struct pdf_list *list, float room, struct pdf_spot *ends, float *height)
{
	struct pdf_spot at = list->at;

	*height = 0;
	ends[0] = at;
	for (uint32_t i = 0; i < list->n_columns; i++) {
		float y = fill_column(list, &at, room);

		*height = y > *height ? y : *height;
		ends[i + 1] = at;
	}
	return at.item >= list->n;
}

/* The least height into which all that is left fits, if it fits into `room`. */
static bool balance(const struct pdf_list *list, float room, struct pdf_spot *ends, float *height)
{
	float low = 0, high = room;

	if (!fill(list, room, ends, height))
		return false;
	high = *height;
	for (int i = 0; i < BALANCE_STEPS && high - low > list->line / 4; i++) {
		float mid = (low + high) / 2;

		if (fill(list, mid, ends, height) && *height <= mid)
			high = *height;
		else
			low = mid;
	}
	return fill(list, high, ends, height);
}

static float total(const struct pdf_list *list)
{
	float sum = 0;

	for (uint32_t i = 0; i < list->n; i++)
		sum += (float)list->lines[i] * list->line + list->item_gap;
	return sum;
}

float pdf_lists_height(struct pdf_book *book, const struct pdf_row *row)
{
	struct pdf_list *list = pdf_lists_of(book, row);
	struct pdf_spot ends[1 + PDF_LIST_MOST];
	float height;

	measure(book, row);
	list->at = (struct pdf_spot){0, 0};
	balance(list, total(list) + list->line, ends, &height);
	return height;
}

float pdf_lists_split(struct pdf_book *book, const struct pdf_row *row, uint32_t part, float room,
		      struct pdf_spot *ends, bool *is_last)
{
	struct pdf_list *list = pdf_lists_of(book, row);
	struct pdf_spot own[1 + PDF_LIST_MOST];
	float height;

	measure(book, row);
	if (part == 0)
		list->at = (struct pdf_spot){0, 0};
	ends = ends ? ends : own;
	*is_last = balance(list, room + 0.01f, ends, &height);
	list->at = ends[list->n_columns];
	return height;
}
