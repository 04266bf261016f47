/* SPDX-License-Identifier: MIT */
#include "text/text_table.h"

#include <stdlib.h>

#include "common/write/fill.h"
#include "common/write/number.h"
#include "text/text_draw.h"
#include "text/text_para.h"
#include "text/text_words.h"

/* The names of the products stand again before a category, or a row, that begins so many lines below them. */
enum { LINES_BEFORE_CATEGORY = 20, LINES_BEFORE_ROW = 40 };

struct table {
	struct text_page *page;
	const struct text_group *group;
	struct text_grid grid;
	struct text_field *fields; /* of a row: the feature, then the group's products */
	bool is_first; /* group: descriptions stand in it alone */
	bool has_rules; /* between all rows */
	uint64_t head_at; /* the line on which the names last stood */
	uint32_t n_done, n_all; /* rows, of all groups */
};

/* ---- head and foot */

static void put_head(struct table *table)
{
	struct text_page *page = table->page;

	text_para_begin(&table->fields[0]);
	text_words_say(page, &table->fields[0].flow, "feature", "Feature", TEXT_STRONG);
	text_flow_close(&table->fields[0].flow);
	for (uint32_t i = 0; i < table->group->n; i++)
		text_cell_fill_product(page, &table->fields[1 + i], table->group->first + i,
				       TEXT_STRONG);
	text_draw_row(&page->pen, &table->grid, table->fields);
	table->head_at = page->pen.n_lines;
}

static void put_total(struct table *table)
{
	struct text_page *page = table->page;

	if (page->m->counts.total == 0)
		return;
	text_draw_rule(&page->pen, &table->grid, TEXT_RULE_HEAD);
	text_para_begin(&table->fields[0]);
	text_words_say(page, &table->fields[0].flow, "total", "Total", TEXT_STRONG);
	text_flow_close(&table->fields[0].flow);
	for (uint32_t i = 0; i < table->group->n; i++)
		text_cell_fill_total(page, &table->fields[1 + i],
				     &mr_product_at(page->m, table->group->first + i)->counts);
	text_draw_row(&page->pen, &table->grid, table->fields);
}

/* ---- rows */

static bool is_far_from_head(const struct table *table, uint64_t lines)
{
	return table->page->is.repeats_heads && table->page->pen.n_lines - table->head_at > lines;
}

static void put_row(struct table *table, uint32_t row)
{
	struct text_page *page = table->page;

	text_cell_fill_feature(page, &table->fields[0], row, TEXT_PLAIN, table->is_first);
	for (uint32_t i = 0; i < table->group->n; i++)
		text_cell_fill(page, &table->fields[1 + i], row, table->group->first + i);
	text_draw_row(&page->pen, &table->grid, table->fields);
	page->job->progress(page->job, ++table->n_done, table->n_all);
}

static void put_band(struct table *table, uint32_t index)
{
	struct text_pen *pen = &table->page->pen;

	text_draw_rule(pen, &table->grid, index == 0 ? TEXT_RULE_HEAD_BAND : TEXT_RULE_BAND);
	text_cell_fill_category(table->page, &table->fields[0], index, table->is_first);
	text_draw_band(pen, &table->grid, &table->fields[0]);
	text_draw_rule(pen, &table->grid, TEXT_RULE_BELOW_BAND);
	if (!is_far_from_head(table, LINES_BEFORE_CATEGORY))
		return;
	put_head(table);
	text_draw_rule(pen, &table->grid, TEXT_RULE_HEAD);
}

static void put_category(struct table *table, uint32_t index)
{
	const struct mr_category *category = mr_category_at(table->page->m, index);
	struct text_pen *pen = &table->page->pen;

	if (!mr_text_is_empty(category->name))
		put_band(table, index);
	else
		text_draw_rule(pen, &table->grid, index == 0 ? TEXT_RULE_HEAD : TEXT_RULE_ROW);
	for (uint32_t i = 0; i < category->n_features; i++) {
		if (i > 0 && is_far_from_head(table, LINES_BEFORE_ROW)) {
			text_draw_rule(pen, &table->grid, TEXT_RULE_ROW);
			put_head(table);
			text_draw_rule(pen, &table->grid, TEXT_RULE_HEAD);
		} else if (i > 0 && table->has_rules) {
			text_draw_rule(pen, &table->grid, TEXT_RULE_ROW);
		}
		put_row(table, category->first_feature + i);
	}
}

/* ---- groups */

/* "products 4–6 of 6", or "Product 4 of 6" */
static void put_range(struct table *table)
{
	struct text_page *page = table->page;
	char from[NUMBER_SIZE], to[NUMBER_SIZE], total[NUMBER_SIZE];
	const struct fill_place places[] = {
		{table->group->n > 1 ? "from" : "n", from}, {"to", to}, {"total", total}};
	struct text_field *field = &table->fields[0];
	struct out out;

	number_unsigned(from, table->group->first + 1);
	number_unsigned(to, table->group->first + table->group->n);
	number_unsigned(total, page->m->products.n);
	out_to_memory(&out, 0);
	text_para_begin(field);
	if (table->group->n > 1) {
		fill_write(&out,
			   mr_word(page->m, "products_range", "products {from}–{to} of {total}"),
			   places, 3, NULL);
	} else {
		out_string(&out, mr_word(page->m, "product", "Product"));
		out_char(&out, ' ');
		fill_write(&out, mr_word(page->m, "of_total", "{n} of {total}"), places, 3, NULL);
	}
	text_flow_string(&field->flow, out_at(&out), TEXT_FAINT, TEXT_LOOSE);
	page->failed = page->failed || out.failed;
	out_release(&out);
	text_para_put(page, field, 0);
}

static void put_group(struct table *table)
{
	struct text_pen *pen = &table->page->pen;

	text_draw_rule(pen, &table->grid, TEXT_RULE_TOP);
	put_head(table);
	for (uint32_t i = 0; i < table->page->m->categories.n; i++)
		put_category(table, i);
	put_total(table);
	text_draw_rule(pen, &table->grid, TEXT_RULE_BOTTOM);
}

static void put_groups(struct table *table, const struct text_measures *measures,
		       const struct text_group *groups, uint32_t n_groups, uint32_t *widths)
{
	const struct text_page *page = table->page;

	table->n_all = n_groups * page->m->features.n;
	for (uint32_t i = 0; i < n_groups; i++) {
		table->group = &groups[i];
		table->is_first = i == 0;
		widths[0] = groups[i].feature_width;
		for (uint32_t col = 0; col < groups[i].n; col++)
			widths[1 + col] = measures->columns[1 + groups[i].first + col].width;
		table->grid = (struct text_grid){
			.style = page->is.style,
			.is_mirrored = page->m->is_rtl,
			.widths = widths,
			.n = groups[i].n + 1,
			.total = groups[i].total,
			.is_spaced = table->has_rules,
			.indent = page->m->is_rtl ? page->is.width - groups[i].total : 0};
		text_pen_end(&table->page->pen);
		if (n_groups > 1)
			put_range(table);
		put_group(table);
	}
}

/* Where many rows take several lines it is hard to see where one ends. */
static bool wants_rules(const struct text_page *page, const struct text_measures *measures,
			const struct text_group *groups, uint32_t n_groups)
{
	if (page->is.rules != TEXT_RULES_AUTO)
		return page->is.rules == TEXT_RULES_ALL;
	return text_measure_wrapped(page, measures, groups, n_groups) > page->m->features.n / 3;
}

int text_table_put(struct text_page *page, const struct text_measures *measures)
{
	uint32_t n = page->m->products.n, n_groups;
	struct text_group *groups = page->job->alloc(page->job, (n + 1) * sizeof(*groups));
	uint32_t *widths = page->job->alloc(page->job, (n + 1) * sizeof(*widths));
	struct table table = {.page = page};
	const struct text_layout layout = {
		.width = page->is.width,
		.between = text_draw_between(page->is.style),
		.around = text_draw_around(page->is.style),
		.n_groups_wanted = page->is.n_groups,
		.may_squeeze = page->is.form == TEXT_FORM_TABLE || page->is.n_groups > 0,
		.scratch = page->job->alloc(page->job, (n + 1) * sizeof(struct text_offer)),
	};

	n_groups = text_layout_plan(&layout, measures->columns, n, groups);
	/* one product beside the features is no comparison, unless it is all there is or was asked for */
	if (n_groups == 0 || (!layout.may_squeeze && n_groups == n && n > 1))
		return -1;
	table.has_rules = wants_rules(page, measures, groups, n_groups);
	table.fields = page->job->alloc(page->job, (n + 1) * sizeof(*table.fields));
	for (uint32_t i = 0; i <= n; i++)
		text_flow_init(&table.fields[i].flow);
	put_groups(&table, measures, groups, n_groups, widths);
	for (uint32_t i = 0; i <= n; i++) {
		page->failed = page->failed || table.fields[i].flow.failed;
		text_flow_release(&table.fields[i].flow);
	}
	return 0;
}
