/* SPDX-License-Identifier: MIT */
#include "common/change/changes.h"

#include <stdio.h>
#include <stdlib.h>

static void add(struct changes *changes, struct changes_entry entry)
{
	/* Room doubles at each power of two. */
	if ((changes->n & (changes->n - 1)) == 0) {
		size_t room = changes->n > 0 ? changes->n * 2 : 1;
		struct changes_entry *more = realloc(changes->at, room * sizeof(*more));

		if (!more) {
			changes->failed = true;
			return;
		}
		changes->at = more;
	}
	changes->at[changes->n++] = entry;
}

static void add_was(struct changes *changes, enum changes_at at, const struct mr_was *was,
		    uint32_t index, uint32_t col)
{
	if (mr_was_other(was))
		add(changes,
		    (struct changes_entry){at, was->kind, was->tone, was->what, index, col});
}

static void add_gone(struct changes *changes, enum changes_at at, const struct mr_array *gone)
{
	for (uint32_t i = 0; i < gone->n; i++)
		add(changes, (struct changes_entry){at, MR_CHANGE_REMOVED, MR_TONE_PLAIN, 0,
						    mr_index_at(gone, i), 0});
}

void changes_list(struct changes *changes, const struct mr_matrix *m)
{
	*changes = (struct changes){.at = NULL};
	if (!m->since)
		return;
	for (uint32_t col = 0; col < m->products.n; col++)
		add_was(changes, CHANGES_PRODUCT, mr_was_product(m, col), col, 0);
	add_gone(changes, CHANGES_PRODUCT, &m->since->gone_products);
	for (uint32_t i = 0; i < m->categories.n; i++)
		add_was(changes, CHANGES_CATEGORY, mr_was_category(m, i), i, 0);
	add_gone(changes, CHANGES_CATEGORY, &m->since->gone_categories);
	for (uint32_t row = 0; row < m->features.n; row++)
		add_was(changes, CHANGES_FEATURE, mr_was_feature(m, row), row, 0);
	add_gone(changes, CHANGES_FEATURE, &m->since->gone_features);
	for (uint32_t col = 0; col < m->products.n; col++)
		for (uint32_t row = 0; row < m->features.n; row++)
			add_was(changes, CHANGES_CELL, mr_was_cell(m, row, col), row, col);
}

void changes_release(struct changes *changes)
{
	free(changes->at);
	*changes = (struct changes){.at = NULL};
}

const char *changes_sign(uint32_t kind, uint32_t tone)
{
	return kind == MR_CHANGE_REMOVED ? "−" : changes_ascii_sign(kind, tone);
}

const char *changes_ascii_sign(uint32_t kind, uint32_t tone)
{
	switch (kind) {
	case MR_CHANGE_NONE: return " ";
	case MR_CHANGE_ADDED: return "+";
	case MR_CHANGE_REMOVED: return "-";
	default: return tone == MR_TONE_LOUD ? "!" : "~";
	}
}

const char *changes_edition(const struct mr_matrix *m, char day[16])
{
	const struct mr_matrix *old = m->since->old;

	if (old->as_of.year > 0 && old->as_of.year <= 9999) {
		snprintf(day, 16, "%04d-%02u-%02u", old->as_of.year, old->as_of.month % 100u,
			 old->as_of.day % 100u);
		return day;
	}
	return strcmp(old->title, m->title) != 0 ? old->title : old->dataset_name;
}

void changes_not_shown(struct mr_job *job, const char *instead)
{
	if (job->matrix->since)
		job->diag(job, MR_WARNING, NULL, "what changed since %s is not shown here: %s",
			  job->matrix->since->old->dataset_name, instead);
}
