/* SPDX-License-Identifier: MIT */
#include "xlsx/write/xlsx_ranges.h"

#include "common/write/out.h"
#include "xlsx/xlsx_plan.h"

#include <stdbool.h>
#include <stdlib.h>

/* libxlsxwriter keeps 2,079 bytes of a list, and a range takes at most 22. */
enum { LIST_BYTES = 2000 };

struct xlsx_ranges_list {
	struct xlsx_ranges_list *below; /* begins further right */
	struct out letters;
	uint32_t row, col;
};

static void push(struct xlsx_ranges *ranges, const struct xlsx_range *range)
{
	struct xlsx_ranges_list *list = calloc(1, sizeof(*list));

	list->below = ranges->top;
	list->row = range->row;
	list->col = range->col;
	out_to_memory(&list->letters, 0);
	ranges->top = list;
}

static void pop(struct xlsx_ranges *ranges)
{
	struct xlsx_ranges_list *list = ranges->top;

	ranges->put(ranges->context, out_at(&list->letters), list->row, list->col);
	ranges->top = list->below;
	out_release(&list->letters);
	free(list);
}

void xlsx_ranges_add(struct xlsx_ranges *ranges, const struct xlsx_range *range)
{
	struct out *letters;

	if (!ranges->top || range->col < ranges->top->col)
		push(ranges, range);
	letters = &ranges->top->letters;
	if (letters->n > 0)
		out_char(letters, ' ');
	xlsx_plan_put_place(letters, range->row, range->col);
	if (range->last_row != range->row || range->last_col != range->col) {
		out_char(letters, ':');
		xlsx_plan_put_place(letters, range->last_row, range->last_col);
	}
	if (letters->n > LIST_BYTES)
		pop(ranges);
}

void xlsx_ranges_end(struct xlsx_ranges *ranges)
{
	while (ranges->top)
		pop(ranges);
}
