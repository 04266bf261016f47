/* SPDX-License-Identifier: MIT */
/* QR codes as rectangles, each beside the address that it has: artifacts, since the words are read. */
#include "common/write/utf8.h"
#include "pdf/content/pdf_codes.h"
#include "pdf/content/pdf_scale.h"
#include "pdf/draw/pdf_draw.h"
#include "pdf/layout/pdf_qr.h"

/* The dark modules from `col` on that stand side by side: one rectangle. */
static uint32_t run_of(const struct pdf_qr *qr, uint32_t row, uint32_t col)
{
	uint32_t n = 0;

	while (col + n < qr->n && pdf_qr_is_dark(qr, row, col + n))
		n++;
	return n;
}

/* All rectangles are one path, so that no reader leaves seams between them. */
static void put_modules(struct out *out, const struct pdf_qr *qr, double left, double top)
{
	for (uint32_t row = 0; row < qr->n; row++)
		for (uint32_t col = 0; col < qr->n; col++) {
			uint32_t n = run_of(qr, row, col);

			if (n == 0)
				continue;
			out_decimal(out, left + col * (double)PDF_CODES_MODULE, 3);
			out_char(out, ' ');
			out_decimal(out, top - (row + 1) * (double)PDF_CODES_MODULE, 3);
			out_char(out, ' ');
			out_decimal(out, n * (double)PDF_CODES_MODULE, 3);
			out_char(out, ' ');
			out_decimal(out, (double)PDF_CODES_MODULE, 3);
			out_string(out, " re\n");
			col += n;
		}
}

static void report_large(struct pdf_book *book, const char *url)
{
	char word[UTF8_WORD];

	book->job->diag(book->job, MR_WARNING, NULL,
			"the QR code of %s is too large for this paper: the address stands without",
			utf8_word(word, url));
}

/* Code `index` of book->codes at x from where lines begin; `side` as the paper has room for it. */
static void draw_code(struct pdf_drawer *d, uint32_t index, float x, float y, float side)
{
	struct pdf_book *book = d->book;
	const char *url = index ? book->refs.at[index - 1].url : book->matrix->credit.url;
	struct out address, *out = &d->canvas->over;
	double quiet = PDF_QR_QUIET * (double)PDF_CODES_MODULE;
	double left = (double)d->canvas->left + book->paper.left +
		      (book->matrix->is_rtl ? book->body.width - x - side : x);
	struct pdf_qr qr;

	if (side <= 0) {
		if (book->codes[index] > 0)
			report_large(book, url);
		return;
	}
	pdf_codes_address(url, &address);
	if (address.failed || pdf_qr_make(&qr, out_at(&address)) != 0) {
		out_release(&address);
		book->store.failed = true;
		return;
	}
	out_release(&address);
	out_string(out, "/Artifact BMC q 0 g\n");
	put_modules(out, &qr, left + quiet, d->canvas->height - (double)y - quiet);
	out_string(out, "f Q EMC\n");
	pdf_qr_release(&qr);
}

void pdf_draw_credit_code(struct pdf_drawer *d, const struct pdf_row *row, float y)
{
	if (pdf_codes_is_credit(d->book, row))
		draw_code(d, 0, 0, y + pdf_scale_padding(d->book, row->kind),
			  pdf_codes_beside(d->book, row));
}

static void draw_reference(struct pdf_drawer *d, uint32_t place, bool is_begun, float y)
{
	struct pdf_tags *tags = pdf_doc_tags(d->book->doc);

	if (!is_begun) {
		uint32_t item = pdf_tags_add(tags, d->list, PDF_TAG_ITEM);

		d->cells[2 * place] = pdf_tags_add(tags, item, PDF_TAG_LABEL);
		d->cells[2 * place + 1] = pdf_tags_add(tags, item, PDF_TAG_BODY);
	}
	pdf_draw_slot(d, 2 * place, d->cells[2 * place], PDF_TAG_LABEL, y);
	pdf_draw_slot(d, 2 * place + 1, d->cells[2 * place + 1], PDF_TAG_BODY, y);
}

void pdf_draw_codes(struct pdf_drawer *d, const struct pdf_row *row, bool is_begun, float y)
{
	struct pdf_codes_grid grid = pdf_codes_grid(d->book);
	float pad = pdf_scale_padding(d->book, row->kind);
	/* the first line begins where the dark of a code does */
	float words = y + pad + pdf_codes_quiet(d->book, row);

	if (row->index == 0 && !is_begun)
		d->list = pdf_tags_add(pdf_doc_tags(d->book->doc), PDF_TAGS_ROOT, PDF_TAG_LIST);
	for (uint32_t i = 0; i < row->n; i++) {
		draw_reference(d, i, is_begun, is_begun ? y + pad : words);
		if (!is_begun)
			draw_code(d, 1 + row->index + i, (float)i * (grid.width + grid.gap),
				  y + pad, pdf_codes_reference(d->book, row->index + i));
	}
}
