/* SPDX-License-Identifier: MIT */
#include "check/check_weight.h"

#include "base/mem.h"
#include "data/limits.h"

#include <string.h>

/* What the file has once, and how many cells and parts say it. */
struct repeated {
	const char *what; /* "the label of status" */
	const char *id;
	struct place place;
	uint64_t n_values, n_times;
};

/* What is inherited, each from the nearest that says it. */
enum inherited { SOURCES, SINCE, N_INHERITED };

/* One array of all, and where those of a kind begin in it, by index in the dataset. */
struct weights {
	const struct dataset *set;
	struct repeated *statuses, *features[N_INHERITED], *categories[N_INHERITED],
		*products[N_INHERITED];
	size_t n;
};

static struct repeated of_label(const struct dataset_status *status)
{
	return (struct repeated){"the label of status", status->id, status->place,
				 strlen(status->label) / LIMITS_BYTES_OF_A_VALUE, 0};
}

static struct repeated of_evidence(const char *const what[N_INHERITED], enum inherited which,
				   const char *id, struct place place,
				   const struct dataset_evidence *evidence)
{
	uint64_t n_bytes = 0;

	if (evidence && which == SINCE)
		n_bytes = strlen(evidence->since);
	else if (evidence)
		for (uint32_t i = 0; i < evidence->sources.n; i++)
			n_bytes += strlen(evidence->sources.at[i]);
	return (struct repeated){what[which], id, place, n_bytes / LIMITS_BYTES_OF_A_VALUE, 0};
}

/* What is inherited of one kind; the place behind it. */
static struct repeated *put_evidence(struct weights *weights, enum inherited which,
				     struct repeated *to)
{
	static const char *const OF_FEATURE[] = {"the sources of feature", "'since' of feature"},
				 *const OF_CATEGORY[] = {"the sources of category",
							 "'since' of category"},
				 *const OF_PRODUCT[] = {"the sources of product",
							"'since' of product"};
	const struct dataset *set = weights->set;

	weights->features[which] = to;
	for (uint32_t i = 0; i < set->n_features; i++)
		*to++ = of_evidence(OF_FEATURE, which, set->features[i].id, set->features[i].place,
				    set->features[i].evidence);
	weights->categories[which] = to;
	for (uint32_t i = 0; i < set->n_categories; i++)
		*to++ = of_evidence(OF_CATEGORY, which, set->categories[i].id,
				    set->categories[i].place, set->categories[i].evidence);
	weights->products[which] = to;
	for (uint32_t i = 0; i < set->n_products; i++)
		*to++ = of_evidence(OF_PRODUCT, which, set->products[i].id, set->products[i].place,
				    set->products[i].evidence);
	return to;
}

static int weights_init(struct weights *weights, const struct dataset *set)
{
	struct repeated *to;

	weights->set = set;
	weights->n = set->n_statuses +
		     N_INHERITED * ((size_t)set->n_features + set->n_categories + set->n_products);
	to = weights->statuses = mem_array(weights->n, sizeof(*to));
	if (!to)
		return -1;
	for (uint32_t i = 0; i < set->n_statuses; i++)
		*to++ = of_label(&set->statuses[i]);
	to = put_evidence(weights, SOURCES, to);
	put_evidence(weights, SINCE, to);
	return 0;
}

static bool has_long(const struct weights *weights)
{
	for (size_t i = 0; i < weights->n; i++)
		if (weights->statuses[i].n_values)
			return true;
	return false;
}

static bool says(const struct dataset_evidence *evidence, enum inherited which)
{
	return evidence && (which == SINCE ? *evidence->since != '\0' : evidence->sources.n > 0);
}

static bool says_itself(const struct dataset_detail *detail, enum inherited which)
{
	return detail && (which == SINCE ? *detail->since != '\0' : detail->sources.n > 0);
}

/* As view/evidence.c looks for it; a "no" that shows no 'since' is counted with the others. */
static void count_inherited(struct weights *weights, const struct dataset_feature *feature,
			    const struct dataset_cell *cell, enum inherited which)
{
	const struct dataset *set = weights->set;

	if (says_itself(cell->detail, which))
		return;
	if (says(feature->evidence, which))
		weights->features[which][feature - set->features].n_times++;
	else if (says(set->categories[feature->category].evidence, which))
		weights->categories[which][feature->category].n_times++;
	else
		weights->products[which][cell->product].n_times++;
}

static void count_cell(struct weights *weights, const struct dataset_feature *feature,
		       const struct dataset_cell *cell)
{
	bool is_unknown = false;

	if (cell->status != DATASET_NO_STATUS) {
		is_unknown = weights->set->statuses[cell->status].like == MR_LIKE_UNKNOWN;
		weights->statuses[cell->status].n_times += !cell->text;
	}
	for (uint32_t i = 0; cell->detail && i < cell->detail->n_parts; i++)
		weights->statuses[cell->detail->parts[i].status].n_times +=
			!cell->detail->parts[i].text;
	for (int which = 0; !is_unknown && which < N_INHERITED; which++)
		count_inherited(weights, feature, cell, (enum inherited)which);
}

static void count(struct weights *weights)
{
	const struct dataset *set = weights->set;
	struct dataset_cell cell;

	for (uint32_t row = 0; row < set->n_features; row++) {
		for (uint32_t i = 0; i < set->features[row].n_cells; i++) {
			cell = cells_at(&set->cells, set->features[row].first_cell + i);
			count_cell(weights, &set->features[row], &cell);
		}
	}
	/* what nobody states is said with the label of "unknown" */
	weights->statuses[DATASET_UNKNOWN].n_times +=
		(uint64_t)set->n_features * set->n_products - set->cells.n;
}

static uint64_t values_of(const struct repeated *repeated)
{
	return repeated->n_values * repeated->n_times;
}

static void judge(const struct weights *weights, struct check *check)
{
	const struct repeated *all = weights->statuses, *most = &all[0];
	uint64_t limit = check->load->limits->expansion, n_written = weights->set->cells.n, sum = 0;
	struct buf words = BUF_INIT;
	struct about about = {
		.hint = "a long text that many cells share is a note, which each of them marks"};

	for (size_t i = 0; i < weights->n; i++) {
		sum += values_of(&all[i]);
		if (values_of(&all[i]) > values_of(most))
			most = &all[i];
	}
	if (sum <= limits_most(limit, n_written))
		return;
	about.place = most->place;
	limits_put_most(&words, "expansion", limit, n_written, "cells");
	load_error(
		check->load, &about,
		"cells repeat what stands for %llu values, most of it %s '%s' (%llu in %llu cells); the limit is %s",
		(unsigned long long)sum, most->what, most->id, (unsigned long long)most->n_values,
		(unsigned long long)most->n_times, buf_text(&words));
	if (words.failed)
		load_no_memory(check->load);
	buf_release(&words);
}

void check_weight(struct check *check)
{
	struct weights weights;

	if (weights_init(&weights, check->out) != 0) {
		load_no_memory(check->load);
		return;
	}
	/* A pass over all cells is for the few datasets that can be too heavy. */
	if (has_long(&weights)) {
		count(&weights);
		judge(&weights, check);
	}
	mem_free(weights.statuses);
}
