/* SPDX-License-Identifier: MIT */
#include "xlsx/write/xlsx_condition.h"

#include "xlsx/xlsx_marks.h"
#include "xlsx/write/xlsx_ranges.h"
#include "xlsx/write/xlsx_style.h"

#include <stdlib.h>

/* A formula names a text of at most 255 letters. */
enum { KEPT_LETTERS = 60, LABEL_BYTES = 200 };

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

/* Ranges of the sheet whose cells have notes of one group; a formula is written as for their first. */
struct area {
	const char *ranges;
	uint32_t row, col, group;
};

/* For all ranges of the area; takes what the rule compares with. */
static void add_rule(struct xlsx_writer *writer, const struct area *area,
		     lxw_conditional_format *rule, struct out *value)
{
	size_t n;

	rule->stop_if_true = 1;
	rule->value_string = out_take(value, &n);
	rule->multi_range = strdup(area->ranges);
	writer->library->worksheet_conditional_format_cell(writer->sheets[XLSX_TABLE], area->row,
							   (lxw_col_t)area->col, rule);
	free(rule->value_string);
	free(rule->multi_range);
}

static void add_formula(struct xlsx_writer *writer, const struct area *area, struct out *formula,
			uint32_t look)
{
	lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_FORMULA,
				       .format = xlsx_style_condition(writer, look, area->group)};

	add_rule(writer, area, &rule, formula);
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
	add_formula(writer, area, &formula, XLSX_LOOK_STATUS + status);
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
				(uint32_t)((size_t)((const char *)sorted[i] -
						    (const char *)statuses->at) /
					   statuses->stride);
	free(sorted);
}

static void put_statuses(const struct condition *condition, const struct area *area)
{
	for (uint32_t i = 0; i < condition->n; i++)
		put_status(condition->writer, area, condition->order[i]);
}

static bool is_kept(const struct mr_matrix *m, const struct mr_cell *cell)
{
	uint32_t guess = xlsx_condition_guess(m, cell->text->plain);

	return guess != MR_NO_STATUS && guess != cell->status;
}

/* ------------------------------------------------------------------ cells that keep their look */

/* The rules of so many are a matter of megabytes. */
enum { MAX_KEPT = 1000 };

struct kept {
	const char *words;
	size_t n; /* bytes of the beginning that is compared */
	uint32_t look, group, row, col; /* of the sheet */
};

struct keeping {
	struct condition *condition;
	const struct kept *first; /* of those that are the same */
};

/* The same beginning, look and notes make the same rules. */
static int compare_rules(const struct kept *a, const struct kept *b)
{
	if (a->look != b->look)
		return a->look < b->look ? -1 : 1;
	if (a->group != b->group)
		return a->group < b->group ? -1 : 1;
	if (a->n != b->n)
		return a->n < b->n ? -1 : 1;
	return memcmp(a->words, b->words, a->n);
}

static int compare_kept(const void *left, const void *right)
{
	const struct kept *a = left, *b = right;
	int order = compare_rules(a, b);

	if (order != 0)
		return order;
	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return (a->col > b->col) - (a->col < b->col);
}

/* Cells keep their look as long as they begin as they do now. */
static void put_kept(void *context, const char *ranges, uint32_t row, uint32_t col)
{
	const struct keeping *keeping = context;
	const struct kept *kept = keeping->first;
	const struct area area = {ranges, row, col, kept->group};
	char *head = strndup(kept->words, kept->n);
	struct out place, formula;

	out_to_memory(&place, 0);
	out_to_memory(&formula, 0);
	xlsx_plan_put_place(&place, row, col);
	out_char(&formula, '=');
	put_beginning(&formula, out_at(&place), head, "");
	add_formula(keeping->condition->writer, &area, &formula, kept->look);
	put_statuses(keeping->condition, &area);
	out_release(&place);
	free(head);
}

static size_t beginning(const char *words)
{
	size_t n = 0;

	for (unsigned letters = 0; words[n] && letters < KEPT_LETTERS; letters++)
		do
			n++;
		while (((unsigned char)words[n] & 0xc0) == 0x80);
	return n;
}

static bool is_kept_at(const struct mr_matrix *m, uint32_t row, uint32_t col)
{
	return !mr_feature_at(m, row)->is_fact && is_kept(m, mr_cell_at(m, row, col));
}

static size_t count_kept(const struct mr_matrix *m)
{
	size_t n = 0;

	for (uint32_t row = 0; row < m->features.n; row++)
		for (uint32_t col = 0; col < m->products.n; col++)
			n += is_kept_at(m, row, col);
	return n;
}

/* The cells of the matrix that keep their look, sorted; the caller's. */
static struct kept *find_kept(struct xlsx_writer *writer, size_t *n)
{
	const struct mr_matrix *m = writer->m;
	struct kept *all = calloc(count_kept(m) + 1, sizeof(*all));

	*n = 0;
	for (uint32_t row = 0; row < m->features.n; row++)
		for (uint32_t col = 0; col < m->products.n; col++) {
			const struct mr_cell *cell = mr_cell_at(m, row, col);

			if (!is_kept_at(m, row, col))
				continue;
			all[(*n)++] = (struct kept){cell->text->plain,
						    beginning(cell->text->plain),
						    xlsx_style_look(writer, cell),
						    xlsx_marks_group(writer->marks, row, col),
						    writer->rows[row],
						    col + 1};
		}
	qsort(all, *n, sizeof(*all), compare_kept);
	return all;
}

static void put_all_kept(struct condition *condition)
{
	size_t n, n_rules = 0;
	struct kept *all = find_kept(condition->writer, &n);
	struct keeping keeping = {.condition = condition};
	struct xlsx_ranges ranges = {.put = put_kept, .context = &keeping};

	for (size_t i = 0; i < n; i++) {
		const struct xlsx_range range = {all[i].row, all[i].col, all[i].row, all[i].col};

		if (i == 0 || compare_rules(&all[i - 1], &all[i]) != 0) {
			xlsx_ranges_end(&ranges);
			keeping.first = &all[i];
			if (n_rules++ == MAX_KEPT)
				break;
		}
		xlsx_ranges_add(&ranges, &range);
	}
	xlsx_ranges_end(&ranges);
	free(all);
}

/* ------------------------------------------------------------------ cells with notes */

struct group {
	struct xlsx_writer *writer;
	struct xlsx_ranges ranges;
	uint32_t index;
};

/* The cells of one set of notes, a rule for each status: their symbol changes, their marks stay. */
static void put_group(void *context, const char *ranges, uint32_t row, uint32_t col)
{
	const struct group *group = context;
	const struct area area = {ranges, row, col, group->index};

	for (uint32_t i = 0; i < group->writer->m->statuses.n; i++) {
		lxw_conditional_format rule = {
			.type = LXW_CONDITIONAL_TYPE_CELL,
			.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
			.format = xlsx_style_condition(group->writer, XLSX_LOOK_STATUS + i,
						       group->index),
		};
		struct out label;

		out_to_memory(&label, 0);
		xlsx_plan_put_string(&label, mr_status_at(group->writer->m, i)->label);
		add_rule(group->writer, &area, &rule, &label);
	}
}

static struct group *make_groups(struct xlsx_writer *writer)
{
	struct group *groups = calloc(writer->n_groups, sizeof(*groups));

	for (uint32_t i = 0; i < writer->n_groups; i++)
		groups[i] = (struct group){writer, {.put = put_group, .context = &groups[i]}, i};
	return groups;
}

/* ------------------------------------------------------------------ all cells */

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

static void put_plain(void *context, const char *ranges, uint32_t row, uint32_t col)
{
	const struct area area = {ranges, row, col, 0};

	put_statuses(context, &area);
}

/* A row with cells that have rules of their own: these, and the stretches between them. */
static void add_row(struct xlsx_writer *writer, uint32_t row, struct xlsx_ranges *plain,
		    struct group *groups)
{
	uint32_t at = writer->rows[row], n = writer->m->products.n;

	for (uint32_t col = 0, end; col < n; col = end) {
		uint32_t group = xlsx_marks_group(writer->marks, row, col);
		struct xlsx_range range = {at, col + 1, at, col + 1};

		end = col + 1;
		if (is_kept(writer->m, mr_cell_at(writer->m, row, col)))
			continue;
		if (group > 0) {
			xlsx_ranges_add(&groups[group].ranges, &range);
			continue;
		}
		while (end < n && is_plain(writer, row, end))
			end++;
		range.last_col = end;
		xlsx_ranges_add(plain, &range);
	}
}

static void add_rows(struct xlsx_writer *writer, struct xlsx_ranges *plain, struct group *groups)
{
	const struct mr_matrix *m = writer->m;

	for (uint32_t row = 0, end; row < m->features.n; row = end) {
		struct xlsx_range range = {writer->rows[row], 1, 0, m->products.n};

		end = row + 1;
		if (mr_feature_at(m, row)->is_fact)
			continue;
		if (!is_plain_row(writer, row)) {
			add_row(writer, row, plain, groups);
			continue;
		}
		while (end < m->features.n && !mr_feature_at(m, end)->is_fact &&
		       is_plain_row(writer, end))
			end++;
		range.last_row = writer->rows[end - 1];
		xlsx_ranges_add(plain, &range);
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
	struct xlsx_ranges plain = {.put = put_plain, .context = &condition};
	struct group *groups = make_groups(writer);

	sort_statuses(&condition);
	add_rows(writer, &plain, groups);
	xlsx_ranges_end(&plain);
	for (uint32_t group = 0; group < writer->n_groups; group++)
		xlsx_ranges_end(&groups[group].ranges);
	put_all_kept(&condition);
	put_choices(writer);
	free(groups);
	free(condition.order);
}
