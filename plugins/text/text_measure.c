/* SPDX-License-Identifier: MIT */
#include "text/text_measure.h"

#include "text/text_cell.h"
#include "text/text_words.h"

static uint16_t *naturals_of_row(const struct text_page *page, const struct text_measures *measures,
				 uint32_t row)
{
	return &measures->naturals[(size_t)row * (page->m->products.n + 1)];
}

static uint16_t narrow(uint32_t width)
{
	return width < UINT16_MAX ? (uint16_t)width : UINT16_MAX;
}

static void measure_heads(struct text_page *page, struct text_field *field,
			  struct text_measures *out)
{
	struct text_extent feature = {0, 0};

	text_flow_clear(&field->flow);
	text_words_say(page, &field->flow, "feature", "Feature", TEXT_STRONG);
	text_flow_close(&field->flow);
	feature = text_flow_extent(&field->flow);
	text_layout_tell(&out->columns[0], feature);
	for (uint32_t col = 0; col < page->m->products.n; col++) {
		text_cell_fill_product(page, field, col, TEXT_STRONG);
		text_layout_tell(&out->columns[1 + col], text_cell_measure(field));
		text_cell_fill_total(page, field, &mr_product_at(page->m, col)->counts);
		text_layout_tell(&out->columns[1 + col], text_cell_measure(field));
	}
}

static void measure_row(struct text_page *page, struct text_field *field, struct text_measures *out,
			uint32_t row)
{
	uint16_t *naturals = naturals_of_row(page, out, row);
	struct text_extent extent;

	text_cell_fill_feature(page, field, row, TEXT_PLAIN, true);
	extent = text_cell_measure(field);
	text_layout_tell(&out->columns[0], extent);
	naturals[0] = narrow(extent.natural);
	for (uint32_t col = 0; col < page->m->products.n; col++) {
		extent = text_cell_extent(page, field, row, col);
		text_layout_tell(&out->columns[1 + col], extent);
		naturals[1 + col] = narrow(extent.natural);
	}
}

void text_measure_all(struct text_page *page, struct text_measures *out)
{
	const struct mr_matrix *m = page->m;
	size_t n = (size_t)m->products.n + 1, n_widths = TEXT_LAYOUT_WIDEST + 1;
	uint64_t *lines = page->job->alloc(page->job, n * n_widths * sizeof(*lines));
	struct text_field field = {.hang = 0};

	out->columns = page->job->alloc(page->job, n * sizeof(*out->columns));
	out->naturals =
		page->job->alloc(page->job, n * (m->features.n + 1) * sizeof(*out->naturals));
	for (size_t i = 0; i < n; i++)
		out->columns[i].lines = lines + i * n_widths;
	text_flow_init(&field.flow);
	measure_heads(page, &field, out);
	for (uint32_t i = 0; i < m->categories.n; i++) {
		const struct mr_category *category = mr_category_at(m, i);

		text_cell_fill_category(page, &field, i, true);
		for (uint32_t row = 0; row < category->n_features; row++)
			measure_row(page, &field, out, category->first_feature + row);
	}
	for (size_t i = 0; i < n; i++)
		text_layout_told(&out->columns[i]);
	page->failed = page->failed || field.flow.failed;
	text_flow_release(&field.flow);
}

static bool is_wrapped(const struct text_page *page, const struct text_measures *measures,
		       const struct text_group *groups, uint32_t n_groups, uint32_t row)
{
	const uint16_t *naturals = naturals_of_row(page, measures, row);

	for (uint32_t i = 0; i < n_groups; i++)
		if (naturals[0] > groups[i].feature_width)
			return true;
	for (uint32_t col = 1; col <= page->m->products.n; col++)
		if (naturals[col] > measures->columns[col].width)
			return true;
	return false;
}

uint32_t text_measure_wrapped(const struct text_page *page, const struct text_measures *measures,
			      const struct text_group *groups, uint32_t n_groups)
{
	uint32_t n = 0;

	for (uint32_t row = 0; row < page->m->features.n; row++)
		n += is_wrapped(page, measures, groups, n_groups, row);
	return n;
}
