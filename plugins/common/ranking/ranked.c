/* SPDX-License-Identifier: MIT */
#include "common/ranking/ranked.h"

#include "common/write/weights.h"

size_t ranked_percent(char text[NUMBER_SIZE], uint64_t units, uint64_t all)
{
	double thousandths = (double)units / (double)all * 1000;

	if (units > 0 && thousandths < 1)
		thousandths = 1;
	if (units < all && thousandths > 999)
		thousandths = 999;
	return number_decimal(text, (double)(uint64_t)(thousandths + 0.5) / 10, 1);
}

void ranked_put_place(struct out *out, const struct mr_ranked *is, const char *dash)
{
	if (!ranked_has_place(is))
		return;
	out_unsigned(out, is->first_place);
	if (is->first_place == is->last_place)
		return;
	out_string(out, dash);
	out_unsigned(out, is->last_place);
}

void ranked_put_score(struct out *out, const struct mr_matrix *m, const struct mr_ranked *is,
		      const char *dash)
{
	char text[NUMBER_SIZE];

	if (is->standing > MR_RANKED_OPEN)
		return;
	if (is->all_units == 0) {
		out_string(out, mr_word(m, "ranking_nothing", "nothing counts"));
		return;
	}
	out_bytes(out, text, ranked_percent(text, is->low_units, is->all_units));
	if (is->low_units != is->high_units) {
		out_string(out, dash);
		out_bytes(out, text, ranked_percent(text, is->high_units, is->all_units));
	}
	out_string(out, "\302\240%");
}

static const char *name_of(const struct mr_matrix *m, uint32_t requirement)
{
	return mr_requirement_at(m->ranking, requirement)->name->plain;
}

static void put_said(struct out *out, const struct mr_matrix *m, const char *word,
		     const struct mr_array *requirements)
{
	out_string(out, word);
	for (uint32_t i = 0; i < requirements->n; i++) {
		out_string(out, i ? ", " : ": ");
		out_string(out, name_of(m, mr_index_at(requirements, i)));
	}
}

void ranked_put_remark(struct out *out, const struct mr_matrix *m, const struct mr_ranked *is)
{
	switch (is->standing) {
	case MR_RANKED_IN: return;
	case MR_RANKED_OPEN:
		put_said(out, m, mr_word(m, "ranking_open", "open"), &is->open);
		return;
	case MR_RANKED_FAILED:
		put_said(out, m, mr_word(m, "ranking_lacks", "lacks"), &is->failed);
		return;
	default: out_string(out, mr_word(m, "ranking_out", "left out"));
	}
}

void ranked_put_title(struct out *out, const struct mr_matrix *m)
{
	out_string(out, mr_word(m, "ranking", "Ranking"));
	if (!*m->ranking->name)
		return;
	out_string(out, ": ");
	out_string(out, m->ranking->name);
}

/* ---- what it was counted by */

/* A sentence: what it is about. */
static void begin(struct out *out, const char *about)
{
	if (out->n > 0)
		out_char(out, ' ');
	out_string(out, about);
	out_string(out, ": ");
}

static void put_requirements(struct out *out, const struct mr_matrix *m)
{
	uint32_t n = m->ranking->requirements.n;

	if (n == 0)
		return;
	begin(out, mr_word(m, "ranking_requirements", "Requirements"));
	for (uint32_t i = 0; i < n; i++) {
		out_string(out, i ? ", " : "");
		out_string(out, name_of(m, i));
		if (!mr_requirement_at(m->ranking, i)->is_partial_enough)
			continue;
		out_string(out, " (");
		out_string(out, mr_word(m, "yes", "yes"));
		out_string(out, ", ");
		out_string(out, mr_word(m, "partial", "partial"));
		out_char(out, ')');
	}
	out_char(out, '.');
}

static double weight_at(const struct mr_ranking *ranking, uint32_t row)
{
	const double *weight = (const double *)mr_at(&ranking->weights, row);

	return weight ? *weight : 0;
}

static bool is_same(double a, double b)
{
	return a >= b && a <= b;
}

static bool is_named(const struct mr_matrix *m, uint32_t row)
{
	return !mr_feature_at(m, row)->is_fact && !is_same(weight_at(m->ranking, row), 1);
}

/* Nothing is to be told of weights that are all the same. */
static bool weights_are_told(const struct mr_matrix *m)
{
	double first = -1;

	for (uint32_t row = 0; row < m->features.n; row++) {
		double weight = weight_at(m->ranking, row);

		if (mr_feature_at(m, row)->is_fact)
			continue;
		if (first >= 0 && !is_same(first, weight))
			return true;
		first = weight;
	}
	return false;
}

/* A list that is cut when it is long. */
struct listed {
	struct out *out;
	uint32_t n;
};

static void put_weight(struct listed *list, const char *name, double weight)
{
	if (list->n > WEIGHTS_MOST_NAMED)
		return;
	out_string(list->out, list->n ? ", " : "");
	if (list->n++ == WEIGHTS_MOST_NAMED) {
		out_string(list->out, "\342\200\246");
		return;
	}
	out_string(list->out, name);
	weights_put(list->out, weight);
}

/* Whether all that is counted of a category weighs the same, and is more than one row: then it stands for them. */
static bool is_even(const struct mr_matrix *m, const struct mr_category *category, double *weight)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < category->n_features; i++) {
		uint32_t row = category->first_feature + i;

		if (mr_feature_at(m, row)->is_fact)
			continue;
		if (n++ > 0 && !is_same(*weight, weight_at(m->ranking, row)))
			return false;
		*weight = weight_at(m->ranking, row);
	}
	return n > 1 && !mr_text_is_empty(category->name);
}

static void put_weights_of(struct listed *list, const struct mr_matrix *m,
			   const struct mr_category *category)
{
	double weight = 1;

	if (is_even(m, category, &weight)) {
		if (!is_same(weight, 1))
			put_weight(list, category->name->plain, weight);
		return;
	}
	for (uint32_t i = 0; i < category->n_features; i++) {
		uint32_t row = category->first_feature + i;

		if (is_named(m, row))
			put_weight(list, mr_feature_at(m, row)->name->plain,
				   weight_at(m->ranking, row));
	}
}

static void put_weights(struct out *out, const struct mr_matrix *m)
{
	bool has_partial = !is_same(m->ranking->partial, 0.5), has_weights = weights_are_told(m);
	struct listed list = {out, 0};

	if (!has_partial && !has_weights)
		return;
	begin(out, mr_word(m, "ranking_weights", "Weights"));
	if (has_partial)
		put_weight(&list, mr_word(m, "partial", "partial"), m->ranking->partial);
	for (uint32_t i = 0; has_weights && i < m->categories.n && list.n <= WEIGHTS_MOST_NAMED;
	     i++)
		put_weights_of(&list, m, mr_category_at(m, i));
	if (list.n <= WEIGHTS_MOST_NAMED)
		out_char(out, '.');
}

void ranked_put_basis(struct out *out, const struct mr_matrix *m)
{
	struct out line;

	/* a line of its own, so that it is known whether something stands before */
	out_to_memory(&line, 0);
	put_requirements(&line, m);
	put_weights(&line, m);
	out_string(out, out_at(&line));
	out->failed = out->failed || line.failed;
	out_release(&line);
}

void ranked_put_reading(struct out *out, const struct mr_matrix *m)
{
	out_string(out, mr_word(m, "ranking_score", "Score"));
	out_string(out, ": ");
	out_string(out, mr_word(m, "ranking_low", "unknown counted as no"));
	out_string(out, " " RANKED_DASH " ");
	out_string(out, mr_word(m, "ranking_high", "unknown counted as yes"));
	out_string(out, ". ");
	out_string(out, mr_word(m, "ranking_overlap",
				"Products are ranked only where their intervals do not overlap."));
}

/* ---- what would decide it */

const struct mr_text *ranked_question(const struct mr_matrix *m, const struct mr_deciding *is)
{
	return is->row != MR_NO_INDEX ? mr_feature_at(m, is->row)->name
				      : mr_requirement_at(m->ranking, is->requirement)->name;
}

void ranked_put_question(struct out *out, const struct mr_matrix *m, const struct mr_deciding *is)
{
	out_string(out, mr_product_at(m, is->product)->name);
	out_string(out, ": ");
	out_string(out, ranked_question(m, is)->plain);
	ranked_put_asked(out, m, is);
}

void ranked_put_asked(struct out *out, const struct mr_matrix *m, const struct mr_deciding *is)
{
	if (is->requirement == MR_NO_INDEX)
		return;
	out_string(out, " (");
	out_string(out, mr_word(m, "ranking_required", "required"));
	out_char(out, ')');
}

void ranked_not_shown(struct mr_job *job, const char *instead)
{
	if (job->matrix->ranking)
		job->diag(job, MR_WARNING, NULL, "the ranking is not shown here: %s", instead);
}
