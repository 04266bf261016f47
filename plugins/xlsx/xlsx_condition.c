/* SPDX-License-Identifier: MIT */
#include "xlsx/xlsx_condition.h"

#include "xlsx/xlsx_marks.h"
#include "xlsx/xlsx_style.h"

#include <stdlib.h>

/* A formula names a text of at most 255 letters; a range of places at most some 2,000. */
enum { KEPT_LETTERS = 60, LABEL_BYTES = 200, PLACES = 1900 };

uint32_t xlsx_condition_guess(const struct mr_matrix *m, const char *words)
{
	uint32_t found = MR_NO_STATUS;
	size_t longest = 0;

	for (uint32_t i = 0; i < m->statuses.n; i++) {
		const char *label = mr_status_at(m, i)->label;

		if (strlen(label) > longest && xlsx_plan_begins(words, label)) {
			longest = strlen(label);
			found = i;
		}
	}
	return found;
}

/* LEFT(B5,n)="the first n letters" */
static void put_beginning(struct out *out, const char *place, const char *words, const char *behind)
{
	struct out text;
	size_t n_units = 0;

	out_to_memory(&text, 0);
	xlsx_plan_put_letters(&text, words, strlen(words));
	out_string(&text, behind);
	for (const char *at = out_at(&text); *at; at++)
		n_units += ((unsigned char)*at & 0xc0) != 0x80 ? 1u + ((unsigned char)*at >= 0xf0)
							       : 0u;
	out_string(out, "LEFT(");
	out_string(out, place);
	out_char(out, ',');
	out_unsigned(out, n_units);
	out_string(out, ")=");
	xlsx_plan_put_string(out, out_at(&text));
	out_release(&text);
}

/* ------------------------------------------------------------------ rules */

/* A rectangle of the sheet, its cells with notes of one group. */
struct area {
	uint32_t row, col, last_row, last_col, group;
};

static void add_rule(struct xlsx_writer *writer, const struct area *area, struct out *formula,
		     lxw_format *format)
{
	lxw_conditional_format rule = {
		.type = LXW_CONDITIONAL_TYPE_FORMULA, .format = format, .stop_if_true = 1};
	size_t n;

	rule.value_string = out_take(formula, &n);
	writer->library->worksheet_conditional_format_range(writer->sheets[XLSX_TABLE], area->row,
							    (lxw_col_t)area->col, area->last_row,
							    (lxw_col_t)area->last_col, &rule);
	free(rule.value_string);
}

static void put_status(struct xlsx_writer *writer, const struct area *area, uint32_t status)
{
	static const char *const behind[] = {" ", ",", "("};
	const char *label = mr_status_at(writer->m, status)->label;
	struct out formula, place;

	out_to_memory(&formula, 0);
	out_to_memory(&place, 0);
	xlsx_plan_put_place(&place, area->row, area->col);
	out_string(&formula, "=OR(");
	out_string(&formula, out_at(&place));
	out_char(&formula, '=');
	xlsx_plan_put_string(&formula, label);
	for (size_t i = 0; i < sizeof(behind) / sizeof(*behind); i++) {
		out_char(&formula, ',');
		put_beginning(&formula, out_at(&place), label, behind[i]);
	}
	out_char(&formula, ')');
	add_rule(writer, area, &formula,
		 xlsx_style_condition(writer, XLSX_LOOK_STATUS + status, area->group));
	out_release(&place);
}

/* Longer labels first: "no data" begins with "no ". */
static int by_length(const void *a, const void *b)
{
	const struct mr_status *const *first = a, *const *second = b;
	size_t x = strlen((*first)->label), y = strlen((*second)->label);

	if (x != y)
		return x < y ? 1 : -1;
	return strcmp((*first)->id, (*second)->id);
}

struct condition {
	struct xlsx_writer *writer;
	uint32_t *
		order; /* of the statuses: longer labels first; what is too long for a formula is not there */
	uint32_t n;
	struct places *places; /* by group of notes */
};

static void sort_statuses(struct condition *condition)
{
	const struct mr_array *statuses = &condition->writer->m->statuses;
	const struct mr_status **sorted = calloc(statuses->n + 1, sizeof(*sorted));

	for (uint32_t i = 0; i < statuses->n; i++)
		sorted[i] = mr_at(statuses, i);
	qsort(sorted, statuses->n, sizeof(*sorted), by_length);
	condition->order = calloc(statuses->n + 1, sizeof(*condition->order));
	for (uint32_t i = 0; i < statuses->n; i++)
		if (strlen(sorted[i]->label) < LABEL_BYTES)
			condition->order[condition->n++] =
				(uint32_t)(((const char *)sorted[i] - (const char *)statuses->at) /
					   statuses->stride);
	free(sorted);
}

static void put_area(struct condition *condition, const struct area *area)
{
	for (uint32_t i = 0; i < condition->n; i++)
		put_status(condition->writer, area, condition->order[i]);
}

/* The cell keeps its look as long as it begins as it does now. */
static void put_kept(struct xlsx_writer *writer, const struct area *area,
		     const struct mr_cell *cell)
{
	const char *words = cell->text->plain;
	char head[KEPT_LETTERS * 4 + 1];
	struct out place, formula;
	size_t n = 0;

	for (unsigned letters = 0; words[n] && letters < KEPT_LETTERS; letters++)
		do
			n++;
		while (((unsigned char)words[n] & 0xc0) == 0x80);
	memcpy(head, words, n);
	head[n] = '\0';
	out_to_memory(&place, 0);
	out_to_memory(&formula, 0);
	xlsx_plan_put_place(&place, area->row, area->col);
	out_char(&formula, '=');
	put_beginning(&formula, out_at(&place), head, "");
	add_rule(writer, area, &formula,
		 xlsx_style_condition(writer, xlsx_style_look(writer, cell), area->group));
	out_release(&place);
}

/* ------------------------------------------------------------------ cells with notes */

/* The cells of one set of notes, a rule for each status: their symbol changes, their marks stay. */
static void put_group(struct xlsx_writer *writer, uint32_t group, const char *places, uint32_t row,
		      uint32_t col)
{
	for (uint32_t i = 0; i < writer->m->statuses.n; i++) {
		lxw_conditional_format rule = {
			.type = LXW_CONDITIONAL_TYPE_CELL,
			.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
			.format = xlsx_style_condition(writer, XLSX_LOOK_STATUS + i, group),
			.stop_if_true = 1,
		};
		struct out label;
		size_t n;

		out_to_memory(&label, 0);
		xlsx_plan_put_string(&label, mr_status_at(writer->m, i)->label);
		rule.value_string = out_take(&label, &n);
		rule.multi_range = strdup(places);
		writer->library->worksheet_conditional_format_cell(writer->sheets[XLSX_TABLE], row,
								   (lxw_col_t)col, &rule);
		free(rule.value_string);
		free(rule.multi_range);
	}
}

struct places {
	struct out list;
	uint32_t row, col; /* the first of it */
};

static void flush_places(struct condition *condition, uint32_t group)
{
	struct places *places = &condition->places[group];

	if (places->list.n > 0)
		put_group(condition->writer, group, out_at(&places->list), places->row,
			  places->col);
	out_clear(&places->list);
}

static void add_place(struct condition *condition, const struct area *area)
{
	struct places *places = &condition->places[area->group];

	if (places->list.n == 0) {
		places->row = area->row;
		places->col = area->col;
		if (!places->list.at)
			out_to_memory(&places->list, 0);
	} else {
		out_char(&places->list, ' ');
	}
	xlsx_plan_put_place(&places->list, area->row, area->col);
	if (places->list.n > PLACES)
		flush_places(condition, area->group);
}

/* ------------------------------------------------------------------ all cells */

static bool is_kept(const struct mr_matrix *m, const struct mr_cell *cell)
{
	uint32_t guess = xlsx_condition_guess(m, cell->text->plain);

	return guess != MR_NO_STATUS && guess != cell->status;
}

/* Whether the rules of its neighbours do for the cell. */
static bool is_plain(struct xlsx_writer *writer, uint32_t row, uint32_t col)
{
	return xlsx_marks_group(writer->marks, row, col) == 0 &&
	       !is_kept(writer->m, mr_cell_at(writer->m, row, col));
}

static bool is_plain_row(struct xlsx_writer *writer, uint32_t row)
{
	for (uint32_t col = 0; col < writer->m->products.n; col++)
		if (!is_plain(writer, row, col))
			return false;
	return true;
}

/* A row with cells that have rules of their own: these, and the stretches between them. */
static void put_row(struct condition *condition, uint32_t row)
{
	struct xlsx_writer *writer = condition->writer;
	uint32_t at = writer->rows[row], n = writer->m->products.n;

	for (uint32_t col = 0, end; col < n; col = end) {
		const struct mr_cell *cell = mr_cell_at(writer->m, row, col);
		struct area area = {at, col + 1, at, col + 1,
				    xlsx_marks_group(writer->marks, row, col)};

		end = col + 1;
		if (is_kept(writer->m, cell)) {
			put_kept(writer, &area, cell);
			put_area(condition, &area);
		} else if (area.group > 0) {
			add_place(condition, &area);
		} else {
			while (end < n && is_plain(writer, row, end))
				end++;
			area.last_col = end;
			put_area(condition, &area);
		}
	}
}

static void put_rows(struct condition *condition)
{
	struct xlsx_writer *writer = condition->writer;
	const struct mr_matrix *m = writer->m;

	for (uint32_t row = 0, end; row < m->features.n; row = end) {
		struct area area = {writer->rows[row], 1, 0, m->products.n, 0};

		end = row + 1;
		if (mr_feature_at(m, row)->is_fact)
			continue;
		if (!is_plain_row(writer, row)) {
			put_row(condition, row);
			continue;
		}
		while (end < m->features.n && !mr_feature_at(m, end)->is_fact &&
		       is_plain_row(writer, end))
			end++;
		area.last_row = writer->rows[end - 1];
		put_area(condition, &area);
	}
}

/* A list to choose from; words of one's own are only warned of where the feature takes statuses alone. */
static void put_choice(struct xlsx_writer *writer, uint32_t first, uint32_t last, uint32_t kind)
{
	char name[] = "=" XLSX_WRITER_STATUSES;
	lxw_data_validation choice = {
		.validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
		.value_formula = name,
		.ignore_blank = LXW_VALIDATION_ON,
		.dropdown = LXW_VALIDATION_ON,
		.show_error = kind == MR_FEATURE_STATUS ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF,
		.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
	};

	writer->library->worksheet_data_validation_range(writer->sheets[XLSX_TABLE], first, 1, last,
							 (lxw_col_t)writer->m->products.n, &choice);
}

static void put_choices(struct xlsx_writer *writer)
{
	const struct mr_matrix *m = writer->m;

	for (uint32_t row = 0, end; row < m->features.n; row = end) {
		const struct mr_feature *feature = mr_feature_at(m, row);

		for (end = row + 1; end < m->features.n; end++) {
			const struct mr_feature *next = mr_feature_at(m, end);

			if (next->is_fact != feature->is_fact || next->kind != feature->kind ||
			    writer->rows[end] != writer->rows[end - 1] + 1)
				break;
		}
		if (!feature->is_fact)
			put_choice(writer, writer->rows[row], writer->rows[end - 1], feature->kind);
	}
}

void xlsx_condition_put(struct xlsx_writer *writer)
{
	struct condition condition = {.writer = writer};

	condition.places = calloc(writer->n_groups, sizeof(*condition.places));
	sort_statuses(&condition);
	put_rows(&condition);
	for (uint32_t group = 0; group < writer->n_groups; group++) {
		flush_places(&condition, group);
		out_release(&condition.places[group].list);
	}
	put_choices(writer);
	free(condition.places);
	free(condition.order);
}
