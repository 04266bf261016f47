/* SPDX-License-Identifier: MIT */
#include "docx/docx_plan.h"

#include "common/office/office_plain.h"

#include <stdlib.h>
#include <string.h>

/* Letters: of a name's column and of a product's, narrowest and widest; of a line that is not broken. */
enum { NAMES_LEAST = 14, NAMES_MOST = 30, LEAST = 8, LINE = 14, MOST = 24, LINES = 4 };

/* Upright, in twips, in the order of DOCX_PLAN_PAPERS. */
static const uint32_t papers[][2] = {
	{11906, 16838}, {16838, 23811}, {12240, 15840}, {12240, 20160}, {15840, 24480}};

static uint32_t between(uint32_t value, uint32_t least, uint32_t most)
{
	return value < least ? least : value > most ? most : value;
}

static uint32_t twips(uint32_t letters)
{
	return letters * DOCX_PLAN_LETTER + DOCX_PLAN_PADDING;
}

/* Letters of a column that breaks the text into few lines and no word. */
static uint32_t need_of(const char *text, size_t n)
{
	uint32_t line = office_plain_width(text, n), word, part;

	if (line <= LINE)
		return line;
	word = between(office_plain_word(text, n), 0, MOST);
	part = between(line / LINES, LINE, MOST);
	return part > word ? part : word;
}

static void measure(struct docx_plan *plan, const struct mr_matrix *m)
{
	uint32_t names = NAMES_LEAST;

	for (uint32_t row = 0; row < m->features.n; row++) {
		const struct mr_text *name = mr_feature_at(m, row)->name;
		uint32_t need = office_plain_width(name->plain, name->n_bytes);

		names = need > names ? need : names;
	}
	plan->names = twips(between(names, NAMES_LEAST, NAMES_MOST));
	for (uint32_t col = 0; col < m->products.n; col++) {
		const char *name = mr_product_at(m, col)->name;
		uint32_t widest = need_of(name, strlen(name));

		for (uint32_t row = 0; row < m->features.n && widest < MOST; row++) {
			const struct mr_cell *cell = mr_cell_at(m, row, col);
			/* two for the symbol */
			uint32_t need = need_of(cell->text->plain, cell->text->n_bytes) +
					(cell->kind == MR_CELL_STATUS ? 2 : 0);

			widest = need > widest ? need : widest;
		}
		plan->needs[col] = twips(between(widest, LEAST, MOST));
	}
}

uint32_t docx_plan_room(const struct docx_plan *plan)
{
	return (plan->is_landscape ? plan->paper_height : plan->paper_width) - 2 * DOCX_PLAN_MARGIN;
}

static bool fits(const struct docx_plan *plan, uint32_t n_products)
{
	uint64_t sum = plan->names;

	for (uint32_t col = 0; col < n_products; col++)
		sum += plan->needs[col];
	return sum <= docx_plan_room(plan) && n_products <= DOCX_PLAN_COLUMNS;
}

/* Fills groups up to `most`; the number of groups. */
static uint32_t fill(struct docx_plan *plan, uint32_t n_products, uint32_t most)
{
	uint32_t room = docx_plan_room(plan) - plan->names, n = 0, used = 0;

	for (uint32_t col = 0; col < n_products; col++) {
		struct docx_group *group = n > 0 ? &plan->groups[n - 1] : NULL;

		if (!group || group->n >= most || used + plan->needs[col] > room) {
			plan->groups[n++] = (struct docx_group){col, 0};
			used = 0;
		}
		plan->groups[n - 1].n++;
		used += plan->needs[col];
	}
	return n;
}

/* As few groups as the paper allows, of about as many products. */
static void divide(struct docx_plan *plan, uint32_t n_products)
{
	uint32_t n = fill(plan, n_products, DOCX_PLAN_COLUMNS);

	for (uint32_t most = n ? (n_products + n - 1) / n : 1; most <= DOCX_PLAN_COLUMNS; most++) {
		plan->n_groups = fill(plan, n_products, most);
		if (plan->n_groups <= n)
			return;
	}
}

void docx_plan_make(struct docx_plan *plan, const struct mr_matrix *m, uint32_t paper,
		    enum docx_orientation orientation)
{
	*plan = (struct docx_plan){.paper_width = papers[paper][0],
				   .paper_height = papers[paper][1],
				   .is_landscape = orientation == DOCX_LANDSCAPE};
	plan->needs = calloc((size_t)m->products.n + 1, sizeof(*plan->needs));
	plan->groups = calloc((size_t)m->products.n + 1, sizeof(*plan->groups));
	measure(plan, m);
	if (orientation == DOCX_AUTO && !fits(plan, m->products.n))
		plan->is_landscape = true;
	divide(plan, m->products.n);
}

void docx_plan_release(struct docx_plan *plan)
{
	free(plan->needs);
	free(plan->groups);
	*plan = (struct docx_plan){0};
}

void docx_plan_widths(const struct docx_plan *plan, const struct docx_group *group,
		      uint32_t *widths)
{
	uint32_t room = docx_plan_room(plan), sum = plan->names, given = 0;

	for (uint32_t i = 0; i < group->n; i++)
		sum += plan->needs[group->first + i];
	for (uint32_t i = 0; i <= group->n; i++) {
		uint32_t need = i == 0 ? plan->names : plan->needs[group->first + i - 1];

		widths[i] = (uint32_t)((uint64_t)need * room / (sum ? sum : 1));
		given += widths[i];
	}
	widths[0] += room - given;
}
