/* SPDX-License-Identifier: MIT */
#include "xlsx/xlsx_marks.h"

#include "common/change/changes.h"
#include "xlsx/xlsx_plan.h"

#include <stdio.h>
#include <stdlib.h>

enum { FORMATS = 150, GROUPS = FORMATS + 2 };

struct xlsx_marks {
	const struct mr_matrix *m;
	struct out letters, now;
	size_t starts[GROUPS]; /* of letters, by group */
	uint32_t n, max;
	bool is_shared; /* one mark for all notes */
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

/* Of a cell: nothing, "~", or "!" for what is not known any more. */
static const char *const signs[] = {"", XLSX_MARKS_SPACE "~", XLSX_MARKS_SPACE "!"};
enum { SIGNS = sizeof(signs) / sizeof(*signs) };

static uint32_t sign_of(const struct mr_was *was)
{
	return !mr_was_other(was) ? 0 : was->tone == MR_TONE_LOUD ? 2 : 1;
}

/* Groups in which two follow each sign: without notes, and with them. */
static void share(struct xlsx_marks *marks)
{
	marks->n = 1;
	add(marks, XLSX_MARKS_SPACE "*");
	for (uint32_t sign = 1; sign < SIGNS; sign++) {
		char both[16];

		add(marks, signs[sign]);
		snprintf(both, sizeof(both), "%s%s", XLSX_MARKS_SPACE "*", signs[sign]);
		add(marks, both);
	}
	marks->is_shared = true;
}

uint32_t xlsx_marks_group(struct xlsx_marks *marks, uint32_t row, uint32_t col)
{
	const struct mr_cell *cell = mr_cell_at(marks->m, row, col);
	uint32_t n_notes = cell->detail ? cell->detail->notes.n : 0;
	uint32_t sign = sign_of(mr_was_cell(marks->m, row, col));

	if (n_notes == 0 && sign == 0)
		return 0;
	if (marks->is_shared)
		return 2 * sign + (n_notes > 0);
	out_clear(&marks->now);
	if (n_notes > 0)
		xlsx_marks_put(&marks->now, marks->m, &cell->detail->notes);
	out_string(&marks->now, signs[sign]);
	for (uint32_t i = 1; i < marks->n; i++)
		if (strcmp(out_at(&marks->now), xlsx_marks_of(marks, i)) == 0)
			return i;
	/* marks longer than a format bears are shared, too */
	if (marks->n < marks->max && marks->now.n < 100)
		return add(marks, out_at(&marks->now));
	share(marks);
	return 2 * sign + (n_notes > 0);
}

void xlsx_marks_put_sign(struct out *out, const struct mr_was *was)
{
	if (!mr_was_other(was))
		return;
	out_string(out, XLSX_MARKS_SPACE);
	out_string(out, changes_ascii_sign(was->kind, was->tone));
}

struct xlsx_marks *xlsx_marks_new(const struct mr_matrix *m)
{
	struct xlsx_marks *marks = calloc(1, sizeof(*marks));

	marks->m = m;
	marks->max = FORMATS / (m->statuses.n + 1) + 1;
	out_to_memory(&marks->letters, 0);
	out_to_memory(&marks->now, 0);
	add(marks, "");
	for (uint32_t row = 0; row < m->features.n; row++)
		for (uint32_t col = 0; col < m->products.n && !marks->is_shared; col++)
			xlsx_marks_group(marks, row, col);
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
