/* SPDX-License-Identifier: MIT */
#include "text/text_list.h"

#include "text/text_draw.h"
#include "text/text_para.h"
#include "text/text_words.h"

/* An entry is "  Istio  ✓ yes": an empty column makes the indent, on whichever side lines begin. */
enum { INDENT, NAME, VALUE, N_COLUMNS };

/* Where a name and words have less room than this, the words stand below the name. */
enum { LEAST_NAME = 6, LEAST_VALUE = 12 };

struct list {
	struct text_page *page;
	struct text_grid grid;
	uint32_t widths[N_COLUMNS];
	struct text_field fields[N_COLUMNS];
	bool is_narrow;
};

static void set_widths(struct list *list)
{
	const struct text_page *page = list->page;
	uint32_t between = text_draw_between(TEXT_WITHOUT_LINES), widest = LEAST_NAME, longest = 0,
		 room;

	for (uint32_t col = 0; col < page->m->products.n; col++) {
		struct text_extent name;

		text_cell_fill_product(list->page, &list->fields[NAME], col, TEXT_PLAIN);
		name = text_cell_measure(&list->fields[NAME]);
		if (widest < name.natural)
			widest = name.natural;
		if (longest < name.longest)
			longest = name.longest;
	}
	/* a third of the line, and no more than half of it for the sake of a word */
	if (widest > page->is.width / 3)
		widest = longest < page->is.width / 3   ? page->is.width / 3
			 : longest < page->is.width / 2 ? longest
							: page->is.width / 2;
	room = page->is.width - 2 * between - widest;
	list->is_narrow = widest < LEAST_NAME || room < LEAST_VALUE;
	list->widths[NAME] = widest;
	list->widths[VALUE] = room;
	list->grid = (struct text_grid){.style = TEXT_WITHOUT_LINES,
					.is_mirrored = page->m->is_rtl,
					.widths = list->widths,
					.n = N_COLUMNS,
					.total = page->is.width};
}

/* A product's name and what stands in fields[VALUE]. */
static void put_entry(struct list *list, uint32_t col)
{
	struct text_page *page = list->page;

	text_cell_fill_product(page, &list->fields[NAME], col, TEXT_PLAIN);
	if (!list->is_narrow) {
		text_draw_row(&page->pen, &list->grid, list->fields);
		return;
	}
	text_para_put(page, &list->fields[NAME], 1);
	text_para_put(page, &list->fields[VALUE], 2);
}

static void put_feature(struct list *list, uint32_t row)
{
	struct text_page *page = list->page;

	text_pen_end(&page->pen);
	text_cell_fill_feature(page, &list->fields[NAME], row, TEXT_STRONG, true);
	text_para_put(page, &list->fields[NAME], 0);
	for (uint32_t col = 0; col < page->m->products.n; col++) {
		text_cell_fill(page, &list->fields[VALUE], row, col);
		put_entry(list, col);
	}
	page->job->progress(page->job, row + 1, page->m->features.n);
}

/* A line under the name of a category, where lines are drawn. */
static void put_underline(struct list *list)
{
	struct text_page *page = list->page;
	const char *dash = page->is.style == TEXT_BOX ? "═" : "=";

	if (page->is.style == TEXT_WITHOUT_LINES)
		return;
	text_pen_ink(&page->pen, TEXT_FAINT);
	for (uint32_t i = 0; i < page->is.width; i++)
		text_pen_bytes(&page->pen, dash, strlen(dash));
	text_pen_end(&page->pen);
}

static void put_category(struct list *list, uint32_t index)
{
	const struct mr_category *category = mr_category_at(list->page->m, index);

	if (!mr_text_is_empty(category->name)) {
		text_pen_end(&list->page->pen);
		text_cell_fill_category(list->page, &list->fields[NAME], index, true);
		text_para_put(list->page, &list->fields[NAME], 0);
		put_underline(list);
	}
	for (uint32_t i = 0; i < category->n_features; i++)
		put_feature(list, category->first_feature + i);
}

static void put_totals(struct list *list)
{
	struct text_page *page = list->page;

	if (page->m->counts.total == 0)
		return;
	text_para_heading(page, &list->fields[NAME], "total", "Total");
	for (uint32_t col = 0; col < page->m->products.n; col++) {
		text_cell_fill_total(page, &list->fields[VALUE],
				     &mr_product_at(page->m, col)->counts);
		put_entry(list, col);
	}
}

void text_list_put(struct text_page *page)
{
	struct list list = {.page = page};

	for (int i = 0; i < N_COLUMNS; i++)
		text_flow_init(&list.fields[i].flow);
	set_widths(&list);
	for (uint32_t i = 0; i < page->m->categories.n; i++)
		put_category(&list, i);
	put_totals(&list);
	for (int i = 0; i < N_COLUMNS; i++) {
		page->failed = page->failed || list.fields[i].flow.failed;
		text_flow_release(&list.fields[i].flow);
	}
}
