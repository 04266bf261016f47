/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_codes.h"

#include <math.h>
#include <string.h>

#include "common/write/utf8.h"
#include "pdf/file/pdf_text.h"
#include "pdf/content/pdf_title_page.h"
#include "pdf/layout/pdf_qr.h"

#define MOST_SHARE 0.45f /* of the body's width and height that a code may take */
#define WORDS_LEAST 11.5f /* em beside a code */
#define GAP 1.2f /* em between columns */
#define COLUMNS_MOST 4u

void pdf_codes_address(const char *url, struct out *out)
{
	out_to_memory(out, 0);
	pdf_text_uri(out, url);
}

/* "https:..." and the like: what leads nowhere without the page it stands on is nothing to photograph. */
static bool is_absolute(const char *url)
{
	size_t n = strcspn(url, ":/?#");

	return n > 0 && url[n] == ':';
}

/* How many modules at each side the code of an address has, 0 for none. */
static int count(struct pdf_book *book, const char *url, uint32_t *modules)
{
	struct out address;
	struct pdf_qr qr = {0};
	char word[UTF8_WORD];
	int status;

	*modules = 0;
	if (!is_absolute(url))
		return 0;
	pdf_codes_address(url, &address);
	status = address.failed ? -1 : pdf_qr_make(&qr, out_at(&address));
	out_release(&address);
	*modules = qr.n;
	if (status == 0 && qr.n == 0)
		book->job->diag(book->job, MR_WARNING, NULL,
				"the address %s is too long for a QR code: it stands without",
				utf8_word(word, url));
	pdf_qr_release(&qr);
	return status;
}

bool pdf_codes_has_references(const struct pdf_book *book)
{
	return book->options.codes == PDF_CODES_ALL && book->options.links == PDF_LINKS_LIST &&
	       book->refs.n > 0;
}

int pdf_codes_measure(struct pdf_book *book)
{
	const char *credit = book->matrix->credit.url;
	uint32_t n = pdf_codes_has_references(book) ? book->refs.n : 0;
	int status = 0;

	if (book->options.codes == PDF_CODES_ALL && book->options.links != PDF_LINKS_LIST)
		book->job->diag(book->job, MR_WARNING, NULL,
				"qr=all has the credit's code alone: references are listed with "
				"links=list");
	else if (book->options.codes == PDF_CODES_CREDIT && !*credit)
		book->job->diag(book->job, MR_WARNING, NULL,
				"qr=credit has nothing to show: the dataset's credit has no url");
	book->codes = book->job->alloc(book->job, ((size_t)n + 1) * sizeof(*book->codes));
	for (uint32_t i = 0; i < n && status == 0; i++)
		status = count(book, book->refs.at[i].url, &book->codes[1 + i]);
	if (status == 0 && book->options.codes != PDF_CODES_NONE && *credit)
		status = count(book, credit, &book->codes[0]);
	return status;
}

/* The side of a code with so many modules, or 0 where it would leave no room for anything else. */
static float side(const struct pdf_book *book, uint32_t modules)
{
	float points = (float)(modules + 2 * PDF_QR_QUIET) * PDF_CODES_MODULE;
	float most = MOST_SHARE * fminf(book->body.width, book->body.height);

	return modules > 0 && points <= most ? points : 0;
}

static float credit_side(const struct pdf_book *book)
{
	return side(book, book->codes[0]);
}

float pdf_codes_reference(const struct pdf_book *book, uint32_t index)
{
	return side(book, book->codes[1 + index]);
}

bool pdf_codes_is_credit(const struct pdf_book *book, const struct pdf_row *row)
{
	if (row->kind == PDF_ROW_FACE)
		return row->index == PDF_TITLE_CREDIT;
	return row->kind == PDF_ROW_CREDIT && !book->options.has_title_page;
}

float pdf_codes_beside(const struct pdf_book *book, const struct pdf_row *row)
{
	return pdf_codes_is_credit(book, row) ? credit_side(book) : 0;
}

float pdf_codes_height(const struct pdf_book *book, const struct pdf_row *row)
{
	float most = 0;

	if (row->kind != PDF_ROW_CODES)
		return pdf_codes_beside(book, row);
	for (uint32_t i = row->index; i < row->index + row->n; i++)
		most = fmaxf(most, pdf_codes_reference(book, i));
	return most;
}

float pdf_codes_quiet(const struct pdf_book *book, const struct pdf_row *row)
{
	bool has_code = row->kind == PDF_ROW_CODES || pdf_codes_beside(book, row) > 0;

	return has_code ? PDF_QR_QUIET * PDF_CODES_MODULE : 0;
}

struct pdf_codes_grid pdf_codes_grid(const struct pdf_book *book)
{
	struct pdf_codes_grid grid = {.gap = GAP * book->base_size};
	float n;

	for (uint32_t i = 0; i < book->refs.n; i++)
		grid.code = fmaxf(grid.code, pdf_codes_reference(book, i));
	n = (book->body.width + grid.gap) / (grid.code + WORDS_LEAST * book->base_size + grid.gap);
	grid.n_columns = n < 1 ? 1 : n > COLUMNS_MOST ? COLUMNS_MOST : (uint32_t)n;
	grid.width = (book->body.width + grid.gap) / (float)grid.n_columns - grid.gap;
	return grid;
}
