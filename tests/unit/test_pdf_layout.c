/* SPDX-License-Identifier: MIT */
/* The boxes of whole handouts: on every paper, with every number of products. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fake_matrix.h"
#include "pdf/book/pdf_fit.h"
#include "pdf/book/pdf_lists.h"
#include "pdf/book/pdf_open.h"
#include "pdf/book/pdf_rows.h"
#include "pdf/book/pdf_sheets.h"
#include "pdf/book/pdf_slots.h"

#define SLACK 0.6f /* points: widths are compared in other units than they were measured */

struct fake_job {
	struct mr_job job;
	void **owned;
	size_t n_owned;
	uint32_t n_errors;
};

static void *fake_alloc(struct mr_job *job, size_t n)
{
	struct fake_job *fake = job->host;
	void **grown = realloc(fake->owned, (fake->n_owned + 1) * sizeof(*grown));

	assert_non_null(grown);
	fake->owned = grown;
	return fake->owned[fake->n_owned++] = calloc(n ? n : 1, 1);
}

static void fake_diag(struct mr_job *job, enum mr_severity severity, const struct mr_where *where,
		      const char *format, ...)
{
	struct fake_job *fake = job->host;

	(void)where;
	(void)format;
	fake->n_errors += severity == MR_ERROR;
}

static void fake_progress(struct mr_job *job, uint64_t done, uint64_t total)
{
	(void)job;
	assert_true(done <= total);
}

static void begin(struct fake_job *fake, struct pdf_book *book, const struct mr_matrix *matrix)
{
	memset(fake, 0, sizeof(*fake));
	fake->job = (struct mr_job){.struct_size = sizeof(fake->job),
				    .matrix = matrix,
				    .clock = MR_NO_CLOCK,
				    .generator = "meshreport test",
				    .alloc = fake_alloc,
				    .diag = fake_diag,
				    .progress = fake_progress,
				    .host = fake};
	memset(book, 0, sizeof(*book));
	book->job = &fake->job;
	book->matrix = matrix;
	book->options = (struct pdf_options){.header = "",
					     .footer = "",
					     .client = "",
					     .paper_width = 595.28f,
					     .paper_height = 841.89f,
					     .margin = 34,
					     .font = "",
					     .per_sheet = 1};
}

static void end(struct fake_job *fake, struct pdf_book *book)
{
	pdf_book_close(book);
	for (size_t i = 0; i < fake->n_owned; i++)
		free(fake->owned[i]);
	free(fake->owned);
}

/* Every line of a slot is as wide as its column at most, and of six points or more. */
static void check_slot(const struct pdf_book *book, const struct pdf_slot *slot)
{
	struct shape_layout layout = SHAPE_LAYOUT_INIT;

	assert_true(slot->x >= -SLACK);
	assert_true(book->line <= book->body.width + SLACK);
	assert_true(slot->x + slot->width <= book->line + SLACK);
	for (uint32_t i = 0; i < slot->block.n; i++) {
		const struct pdf_par *par = &slot->store->pars[slot->block.first + i];
		float size = par->size * book->size;
		float room = (slot->width / book->size - par->indent) * 1000 / par->size + 0.5f;

		assert_true(size >= PDF_SIZE_LEAST - 0.001f);
		for (uint32_t s = 0; s < par->n_spans; s++) {
			float scale = slot->store->spans[par->first_span + s].scale;

			assert_true(scale <= 0 || scale * size >= PDF_SIZE_LEAST - 0.001f);
		}
		shape_break(par->par, room > 1 ? room : 1, &layout);
		for (uint32_t k = 0; k < layout.n_lines; k++)
			assert_true(par->indent * book->size +
					    layout.lines[k].width * size / 1000 <=
				    slot->width + SLACK);
	}
	shape_layout_release(&layout);
}

static void check_row(struct pdf_book *book, const struct pdf_fragment *f)
{
	const struct pdf_row *row = &book->rows[f->row];
	uint32_t n = pdf_slots_of(book, row);
	float right = -SLACK;

	for (uint32_t i = 0; i < n; i++) {
		const struct pdf_slot *slot = &book->slots[book->matrix->is_rtl ? n - 1 - i : i];

		check_slot(book, slot);
		assert_true(slot->x >= right - SLACK);
		right = slot->x + slot->width;
		/* a row in one piece is as high as its highest slot, or higher */
		if (f->room <= 0)
			assert_true(pdf_block_height(slot->store, &slot->block,
						     slot->width / book->size) *
					    book->size <=
				    f->height + SLACK);
	}
}

static void check_pages(struct pdf_book *book)
{
	const struct pdf_plan *plan = &book->plan;
	uint32_t row = 0;

	assert_true(plan->n_pages > 0);
	assert_true(book->base_size >= PDF_SIZE_LEAST);
	assert_true(book->paper.left + book->body.width + book->paper.right <=
		    book->paper.width + SLACK);
	assert_true(book->paper.top + book->body.height + book->footer + book->paper.bottom <=
		    book->paper.height + SLACK);
	for (uint32_t p = 0; p < plan->n_pages; p++) {
		const struct pdf_page_plan *page = &plan->pages[p];
		float y = page->head + page->continued, head = y, beside = 0;

		for (uint32_t i = 0; i < page->n; i++) {
			const struct pdf_fragment *f = &plan->fragments[page->first + i];

			assert_true(f->row == row || f->row == row + 1);
			row = f->row;
			if (book->rows[row].kind == PDF_ROW_TABLE_HEAD)
				head = f->y;
			check_row(book, f);
			/* a second column begins beside the head of the first; what follows is below both */
			if (f->column > 0) {
				assert_true(f->y >= (f->has_head ? head : beside) - SLACK);
				beside = f->y + f->height;
				assert_true(pdf_sheets_left(
						    book, &book->tables[book->rows[row].table], 1) +
						    book->line <=
					    book->body.width + SLACK);
				continue;
			}
			y = beside > y ? beside : y;
			assert_true(f->y >= y - SLACK);
			y = f->y + f->height;
		}
		y = beside > y ? beside : y;
		assert_true(y <= (page->n_notes ? page->notes_y : book->body.height) + SLACK);
	}
	assert_int_equal(row, book->n_rows - 1);
}

struct sheet {
	float width, height;
};
static const struct sheet sheets[] = {
	{419.5f, 595.3f}, {595.3f, 841.9f}, {841.9f, 1190.6f}, {612, 792}, {612, 1008}};

static void lay_out_all(const struct mr_matrix *matrix, const struct pdf_options *more)
{
	for (size_t i = 0; i < sizeof(sheets) / sizeof(sheets[0]); i++)
		for (int across = 0; across < 2; across++) {
			struct fake_job job;
			struct pdf_book book;

			begin(&job, &book, matrix);
			if (more)
				book.options = *more;
			book.options.paper_width = sheets[i].width;
			book.options.paper_height = sheets[i].height;
			book.options.orientation = across ? PDF_LANDSCAPE : PDF_PORTRAIT;

			assert_int_equal(pdf_book_open(&book), 0);
			assert_int_equal(pdf_book_lay_out(&book), 0);
			check_pages(&book);
			end(&job, &book);
		}
}

static void nothing_leaves_the_page_or_overlaps_for_1_to_60_products(void **state)
{
	static const uint32_t counts[] = {1, 2, 3, 5, 8, 13, 21, 34, 47, 60};

	(void)state;
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++) {
		struct fake_matrix fake;

		fake_matrix_init(&fake, counts[i], 14, 5);
		fake_name_product(&fake, 0, "A product with quite a long name");
		fake_name_feature(&fake, 3, "Donaudampfschifffahrtsgesellschaftskapitaensmuetze");
		fake_count(&fake);
		lay_out_all(&fake.matrix, NULL);
		fake_matrix_release(&fake);
	}
}

static void all_extras_together_keep_to_their_boxes(void **state)
{
	const struct pdf_options more = {.header = "",
					 .footer = "",
					 .client = "",
					 .margin = 30,
					 .binding = PDF_BINDING_LEFT,
					 .font = "",
					 .notes = PDF_NOTES_BOTH,
					 .has_cover = true,
					 .has_sheets = true,
					 .has_worksheet = true,
					 .per_sheet = 1};
	struct fake_matrix fake;

	(void)state;
	fake_matrix_init(&fake, 9, 30, 7);
	fake_count(&fake);
	lay_out_all(&fake.matrix, &more);
	fake_matrix_release(&fake);
}

static void a_turned_table_keeps_to_its_boxes(void **state)
{
	const struct pdf_options more = {.header = "",
					 .footer = "",
					 .client = "",
					 .margin = 30,
					 .font = "",
					 .notes = PDF_NOTES_BOTH,
					 .is_turned = true,
					 .has_worksheet = true,
					 .per_sheet = 1};
	struct fake_matrix fake;

	(void)state;
	fake_matrix_init(&fake, 40, 13, 4);
	fake_count(&fake);
	lay_out_all(&fake.matrix, &more);
	fake_matrix_release(&fake);
}

static void a_table_from_right_to_left_is_mirrored(void **state)
{
	struct fake_matrix fake;
	struct fake_job job;
	struct pdf_book book;

	(void)state;
	fake_matrix_init(&fake, 4, 10, 5);
	fake.matrix.is_rtl = true;
	fake_count(&fake);
	begin(&job, &book, &fake.matrix);
	assert_int_equal(pdf_book_open(&book), 0);
	assert_int_equal(pdf_book_lay_out(&book), 0);

	for (uint32_t i = 0; i < book.n_rows; i++)
		if (book.rows[i].kind == PDF_ROW_FEATURE) {
			pdf_slots_of(&book, &book.rows[i]);
			assert_true(book.slots[0].x > book.slots[1].x);
			assert_true(book.slots[1].x > book.slots[2].x);
		}
	check_pages(&book);
	end(&job, &book);
	fake_matrix_release(&fake);
}

static void a_list_has_each_line_of_its_items_once_and_in_order(void **state)
{
	static const uint32_t lines[] = {1, 2, 9, 1, 1, 40, 3, 1, 2, 2};
	struct pdf_book book = {.size = 10, .base_size = 10, .air = 1};
	const struct pdf_row row = {.kind = PDF_ROW_NOTES, .n = 10};

	(void)state;
	for (uint32_t columns = 1; columns <= PDF_LIST_MOST; columns++)
		for (float room = 15; room < 300; room += 35) {
			struct pdf_spot ends[1 + PDF_LIST_MOST], at = {0, 0};
			bool is_last = false;

			book.words.small = 0.86f;
			book.lists[0] = (struct pdf_list){.n = 10,
							  .n_columns = columns,
							  .lines = (uint32_t *)(uintptr_t)lines};
			for (uint32_t part = 0; !is_last; part++) {
				float height =
					pdf_lists_split(&book, &row, part, room, ends, &is_last);

				assert_true(part < 80);
				assert_true(height <= room + SLACK);
				assert_int_equal(ends[0].item, at.item);
				assert_int_equal(ends[0].line, at.line);
				for (uint32_t i = 0; i < columns; i++)
					assert_true(ends[i].item < ends[i + 1].item ||
						    (ends[i].item == ends[i + 1].item &&
						     ends[i].line <= ends[i + 1].line));
				at = ends[columns];
			}
			assert_int_equal(at.item, 10);
		}
}

static void a_cell_longer_than_three_pages_keeps_all_its_lines(void **state)
{
	struct fake_matrix fake;
	struct fake_job job;
	struct pdf_book book;
	char *words = calloc(1, 60001);
	uint32_t n_pages = 0;

	(void)state;
	assert_non_null(words);
	for (int i = 0; i < 10000; i++)
		memcpy(words + i * 6, i % 7 ? "words " : "other ", 6);
	fake_matrix_init(&fake, 3, 10, 5);
	fake_set(&fake, 4, 1, MR_LIKE_NONE);
	fake.cells[4 * 3 + 1].it.text = fake_text(&fake, words);
	fake_count(&fake);
	begin(&job, &book, &fake.matrix);
	assert_int_equal(pdf_book_open(&book), 0);
	assert_int_equal(pdf_book_lay_out(&book), 0);

	check_pages(&book);
	for (uint32_t i = 0; i < book.plan.n_fragments; i++)
		n_pages += book.plan.fragments[i].room > 0;
	assert_true(n_pages > 3);
	end(&job, &book);
	fake_matrix_release(&fake);
	free(words);
}

static void margins_larger_than_the_page_are_refused_with_a_message(void **state)
{
	struct fake_matrix fake;
	struct fake_job job;
	struct pdf_book book;

	(void)state;
	fake_matrix_init(&fake, 2, 4, 2);
	fake_count(&fake);
	begin(&job, &book, &fake.matrix);
	book.options.margin = 400;
	assert_int_equal(pdf_book_open(&book), 0);

	assert_int_equal(pdf_book_lay_out(&book), 1);

	assert_int_equal(job.n_errors, 1);
	end(&job, &book);
	fake_matrix_release(&fake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_leaves_the_page_or_overlaps_for_1_to_60_products),
		cmocka_unit_test(all_extras_together_keep_to_their_boxes),
		cmocka_unit_test(a_turned_table_keeps_to_its_boxes),
		cmocka_unit_test(a_table_from_right_to_left_is_mirrored),
		cmocka_unit_test(a_list_has_each_line_of_its_items_once_and_in_order),
		cmocka_unit_test(a_cell_longer_than_three_pages_keeps_all_its_lines),
		cmocka_unit_test(margins_larger_than_the_page_are_refused_with_a_message),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
