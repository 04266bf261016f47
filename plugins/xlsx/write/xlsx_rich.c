/* SPDX-License-Identifier: MIT */
#include "xlsx/write/xlsx_rich.h"

#include "common/office/office_address.h"
#include "common/office/office_plain.h"
#include "xlsx/xlsx_marks.h"
#include "xlsx/write/xlsx_style.h"

#include <stdlib.h>

void xlsx_rich_init(struct xlsx_writer *writer)
{
	writer->rich = calloc(1, sizeof(*writer->rich));
	out_to_memory(&writer->rich->letters, 0);
}

void xlsx_rich_release(struct xlsx_writer *writer)
{
	if (!writer->rich)
		return;
	out_release(&writer->rich->letters);
	free(writer->rich->pieces);
	free(writer->rich->links);
	free(writer->rich);
}

void xlsx_rich_begin(struct xlsx_writer *writer)
{
	struct xlsx_rich *rich = writer->rich;

	out_clear(&rich->letters);
	rich->n_pieces = rich->n_links = 0;
	rich->is_linked = false;
}

/* ------------------------------------------------------------------ gathering */

/* Room for one more of `n` elements. */
static void *grow(void *at, size_t n, size_t *size, size_t of)
{
	if (n < *size)
		return at;
	*size = *size ? 2 * *size : 8;
	return realloc(at, *size * of);
}

static void add(struct xlsx_rich *rich, const char *letters, size_t n, unsigned font)
{
	size_t at = rich->letters.n;
	struct xlsx_rich_piece *last = rich->n_pieces ? &rich->pieces[rich->n_pieces - 1] : NULL;

	xlsx_plan_put_letters(&rich->letters, letters, n);
	n = rich->letters.n - at;
	if (n == 0)
		return;
	if (last && last->font == font) {
		last->n += n;
		return;
	}
	rich->pieces = grow(rich->pieces, rich->n_pieces, &rich->size, sizeof(*rich->pieces));
	rich->pieces[rich->n_pieces++] = (struct xlsx_rich_piece){at, n, font};
}

void xlsx_rich_letters(struct xlsx_writer *writer, const char *letters, unsigned font)
{
	add(writer->rich, letters, strlen(letters), font);
}

static void add_link(struct xlsx_rich *rich, const char *url, size_t at)
{
	rich->links = grow(rich->links, rich->n_links, &rich->links_size, sizeof(*rich->links));
	rich->links[rich->n_links++] = (struct xlsx_rich_link){url, at, 0};
}

static unsigned font_of(uint32_t kind)
{
	switch (kind) {
	case MR_SPAN_CODE: return XLSX_FONT_CODE;
	case MR_SPAN_EMPHASIS: return XLSX_FONT_EMPHASIS;
	case MR_SPAN_STRONG: return XLSX_FONT_STRONG;
	case MR_SPAN_STRONG_EMPHASIS: return XLSX_FONT_STRONG | XLSX_FONT_EMPHASIS;
	default: return 0;
	}
}

void xlsx_rich_text(struct xlsx_writer *writer, const struct mr_text *text, unsigned font)
{
	struct xlsx_rich *rich = writer->rich;
	const char *open = "";

	for (uint32_t i = 0; i < text->spans.n; i++) {
		const struct mr_span *span = mr_span_at(text, i);

		if (*span->url && span->url != open)
			add_link(rich, span->url, rich->letters.n);
		open = span->url;
		add(rich, span->text, span->n_bytes,
		    font | font_of(span->kind) | (*span->url ? XLSX_FONT_LINK : 0u));
		if (*span->url)
			rich->links[rich->n_links - 1].n =
				rich->letters.n - rich->links[rich->n_links - 1].at;
	}
}

void xlsx_rich_address(struct xlsx_writer *writer, const char *url)
{
	struct xlsx_rich *rich = writer->rich;

	if (!*url)
		return;
	add_link(rich, url, 0);
	rich->links[rich->n_links - 1].n = rich->letters.n;
	if (rich->n_links > 1) {
		struct xlsx_rich_link last = rich->links[rich->n_links - 1];

		memmove(rich->links + 1, rich->links, (rich->n_links - 1) * sizeof(last));
		rich->links[0] = last;
	}
	for (size_t i = 0; i < rich->n_pieces; i++)
		if (!(rich->pieces[i].font & XLSX_FONT_SMALL))
			rich->pieces[i].font |= XLSX_FONT_LINK;
}

/* ------------------------------------------------------------------ writing */

/* Once, although what is no link of its cell is tried again on the sheet of details. */
static void tell(struct xlsx_writer *writer, enum office_address why, const char *url,
		 const struct mr_where *where)
{
	if (url == writer->told)
		return;
	writer->told = url;
	if (why == OFFICE_ADDRESS_LONG)
		writer->job->diag(
			writer->job, MR_WARNING, where,
			"an address is longer than the %d characters of a spreadsheet's link; it is written as words",
			OFFICE_ADDRESS_MAX);
	else if (why == OFFICE_ADDRESS_BAD)
		writer->job->diag(
			writer->job, MR_WARNING, where,
			"an address is none that a spreadsheet can link to; it is written as words");
}

/* Whether the sheet takes one link more. */
static bool has_room(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet,
		     const struct mr_where *where)
{
	if (writer->n_links[sheet] < XLSX_PLAN_LINKS)
		return true;
	if (!writer->is_out_of_links)
		writer->job->diag(
			writer->job, MR_WARNING, where,
			"a sheet holds at most %d links; this one and those behind it are written as words",
			XLSX_PLAN_LINKS);
	writer->is_out_of_links = true;
	return false;
}

bool xlsx_rich_link(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet, uint32_t row,
		    uint32_t col, const char *url, const struct mr_where *where)
{
	struct out address;
	enum office_address is;

	out_to_memory(&address, 0);
	is = office_address_put(&address, url);
	if (is != OFFICE_ADDRESS_GOOD)
		tell(writer, is, url, where);
	else if (!has_room(writer, sheet, where))
		is = OFFICE_ADDRESS_BAD;
	/* the library looks at it once more, and has the last word */
	else if (writer->library->worksheet_write_url_opt(writer->sheets[sheet], row,
							  (lxw_col_t)col, out_at(&address), NULL,
							  "-", NULL) == LXW_NO_ERROR)
		writer->n_links[sheet]++;
	else
		tell(writer, is = OFFICE_ADDRESS_BAD, url, where);
	out_release(&address);
	return is == OFFICE_ADDRESS_GOOD;
}

/* Whether a number format can stand around the words: one piece, not too long. */
static bool can_be_shown(const struct xlsx_rich *rich)
{
	return rich->n_pieces <= 1 && rich->letters.n <= XLSX_PLAN_SHOWN;
}

static void write_pieces(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet, uint32_t row,
			 uint32_t col, const struct xlsx_rich_how *how)
{
	struct xlsx_rich *rich = writer->rich;
	lxw_rich_string_tuple *tuples = calloc(rich->n_pieces, sizeof(*tuples));
	lxw_rich_string_tuple **list = calloc(rich->n_pieces + 1, sizeof(*list));

	for (size_t i = 0; i < rich->n_pieces; i++) {
		const struct xlsx_rich_piece *piece = &rich->pieces[i];

		tuples[i].format = xlsx_style_letters(writer, how->look, piece->font);
		tuples[i].string = strndup(rich->letters.at + piece->at, piece->n);
		list[i] = &tuples[i];
	}
	writer->library->worksheet_write_rich_string(
		writer->sheets[sheet], row, (lxw_col_t)col, list,
		xlsx_style_cell(writer, how->look, how->group, 0, false));
	for (size_t i = 0; i < rich->n_pieces; i++)
		free(tuples[i].string);
	free(tuples);
	free(list);
}

/* Symbol and marks among the words, where no number format can show them. */
static void add_shown(struct xlsx_writer *writer, const struct xlsx_rich_how *how)
{
	struct xlsx_rich *rich = writer->rich;
	struct xlsx_rich_piece first = {0};
	size_t n = how->symbol ? strlen(how->symbol) + 1 : 0;

	if (n > 0) {
		char *words = strndup(rich->letters.at, rich->letters.n);
		size_t n_words = rich->letters.n;

		out_clear(&rich->letters);
		out_string(&rich->letters, how->symbol);
		out_char(&rich->letters, ' ');
		out_bytes(&rich->letters, words, n_words);
		free(words);
		for (size_t i = 0; i < rich->n_pieces; i++)
			rich->pieces[i].at += n;
		for (size_t i = 0; i < rich->n_links; i++)
			rich->links[i].at += n;
		first.n = n;
		rich->pieces =
			grow(rich->pieces, rich->n_pieces, &rich->size, sizeof(*rich->pieces));
		memmove(rich->pieces + 1, rich->pieces, rich->n_pieces * sizeof(first));
		rich->pieces[0] = first;
		rich->n_pieces++;
	}
	xlsx_rich_letters(writer, xlsx_marks_of(writer->marks, how->group), 0);
}

/* Linked words are one piece of text to LibreOffice, which does not break it and mislays letters from right to left. */
static bool can_be_linked(struct xlsx_rich *rich, uint32_t columns)
{
	const char *letters = out_at(&rich->letters);

	return columns == 0 ||
	       (!strchr(letters, '\n') && !office_plain_has_from_right(letters, rich->letters.n) &&
		office_plain_width(letters, rich->letters.n) <= columns);
}

static bool fits(struct xlsx_writer *writer, const struct xlsx_rich_how *how)
{
	struct xlsx_rich *rich = writer->rich;

	if (rich->letters.n <= XLSX_PLAN_UNITS ||
	    office_plain_units(out_at(&rich->letters)) <= XLSX_PLAN_UNITS)
		return true;
	writer->job->diag(
		writer->job, MR_ERROR, &how->where,
		"these words are longer than the %d characters that a cell of a spreadsheet holds; shorten them",
		XLSX_PLAN_UNITS);
	writer->has_failed = true;
	return false;
}

void xlsx_rich_write(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet, uint32_t row,
		     uint32_t col, const struct xlsx_rich_how *how)
{
	struct xlsx_rich *rich = writer->rich;
	lxw_worksheet *to = writer->sheets[sheet];
	bool is_shown = !how->is_bare && can_be_shown(rich);
	lxw_format *format;

	if (!is_shown)
		add_shown(writer, how);
	if (!fits(writer, how))
		return;
	rich->is_linked = rich->n_links > 0 && can_be_linked(rich, how->columns) &&
			  xlsx_rich_link(writer, sheet, row, col, rich->links[0].url, &how->where);
	if (rich->n_pieces > 1) {
		write_pieces(writer, sheet, row, col, how);
		return;
	}
	format = xlsx_style_cell(writer, how->look, how->group,
				 rich->n_pieces ? rich->pieces[0].font : 0, is_shown);
	if (rich->n_pieces == 0)
		writer->library->worksheet_write_blank(to, row, (lxw_col_t)col, format);
	else
		writer->library->worksheet_write_string(to, row, (lxw_col_t)col,
							out_at(&rich->letters), format);
}
