/* SPDX-License-Identifier: MIT */
#include "xlsx/xlsx_marks.h"

#include "xlsx/xlsx_plan.h"

#include <stdlib.h>

enum { FORMATS = 150, GROUPS = FORMATS + 2 };

struct xlsx_marks {
	const struct mr_matrix *m;
	struct out letters, now;
	size_t starts[GROUPS]; /* of letters, by group */
	uint32_t n, max;
	bool is_shared; /* one mark for all */
};

void xlsx_marks_put(struct out *out, const struct mr_matrix *m, const struct mr_array *notes)
{
	for (uint32_t i = 0; i < notes->n; i++) {
		const struct mr_note *note = mr_note_at(m, mr_index_at(notes, i));

		if (!note)
			continue;
		out_string(out, XLSX_MARKS_SPACE);
		xlsx_plan_put_raised(out, note->number);
	}
}

const char *xlsx_marks_of(const struct xlsx_marks *marks, uint32_t group)
{
	return marks->letters.at + marks->starts[group < marks->n ? group : 0];
}

static uint32_t add(struct xlsx_marks *marks, const char *text)
{
	marks->starts[marks->n] = marks->letters.n;
	out_bytes(&marks->letters, text, strlen(text) + 1);
	return marks->n++;
}

static void share(struct xlsx_marks *marks)
{
	marks->n = 1;
	add(marks, XLSX_MARKS_SPACE "*");
	marks->is_shared = true;
}

uint32_t xlsx_marks_group(struct xlsx_marks *marks, const struct mr_array *notes)
{
	if (notes->n == 0)
		return 0;
	if (marks->is_shared)
		return 1;
	out_clear(&marks->now);
	xlsx_marks_put(&marks->now, marks->m, notes);
	for (uint32_t i = 1; i < marks->n; i++)
		if (strcmp(out_at(&marks->now), xlsx_marks_of(marks, i)) == 0)
			return i;
	/* marks longer than a format bears are shared, too */
	if (marks->n < marks->max && marks->now.n < 100)
		return add(marks, out_at(&marks->now));
	share(marks);
	return 1;
}

struct xlsx_marks *xlsx_marks_new(const struct mr_matrix *m)
{
	struct xlsx_marks *marks = calloc(1, sizeof(*marks));
	size_t n_cells = (size_t)m->features.n * m->products.n;

	marks->m = m;
	marks->max = FORMATS / (m->statuses.n + 1) + 1;
	out_to_memory(&marks->letters, 0);
	out_to_memory(&marks->now, 0);
	add(marks, "");
	for (size_t i = 0; i < n_cells && !marks->is_shared; i++) {
		const struct mr_cell *cell =
			(const struct mr_cell *)((const char *)m->cells.at + i * m->cells.stride);

		if (cell->detail)
			xlsx_marks_group(marks, &cell->detail->notes);
	}
	return marks;
}

void xlsx_marks_free(struct xlsx_marks *marks)
{
	if (!marks)
		return;
	out_release(&marks->letters);
	out_release(&marks->now);
	free(marks);
}

uint32_t xlsx_marks_count(const struct xlsx_marks *marks)
{
	return marks->n;
}
