/* SPDX-License-Identifier: MIT */
#include "common/change/changes.h"

#include "common/change/changes_details.h"

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

static void add_was(struct changes *changes, const struct mr_matrix *m, enum changes_at at,
		    uint32_t index, uint32_t col)
{
	struct changes_entry entry;

	if (changes_find(m, at, index, col, &entry))
		add(changes, entry);
}

static void add_gone(struct changes *changes, enum changes_at at, const struct mr_array *gone)
{
	for (uint32_t i = 0; i < gone->n; i++)
		add(changes, (struct changes_entry){.at = at,
						    .kind = MR_CHANGE_REMOVED,
						    .tone = MR_TONE_PLAIN,
						    .index = mr_index_at(gone, i)});
}

/* ---- notes that are told more than once */

/* A short one is sooner read again than looked for. */
#define SHORT_NOTE 60
#define BEGINNING 40

struct finding {
	struct changes_notes *notes;
	size_t entry;
};

static void find_note(void *context, const struct changes_detail *detail)
{
	const struct finding *finding = context;
	struct changes_note *of =
		detail->kind == MR_CHANGE_REMOVED ? finding->notes->then : finding->notes->now;

	if (!detail->note || detail->rich->n_bytes <= SHORT_NOTE)
		return;
	of += detail->note_index;
	if (of->n++ == 0)
		of->first = finding->entry;
}

/* The first words, no letter cut in two. */
static void name_beginning(char *name, size_t size, const char *words)
{
	size_t n = 0, end = 0;

	for (; n < BEGINNING && words[n]; n++)
		if (words[n] == ' ')
			end = n;
	if (end == 0)
		for (end = n; end > 0 && ((unsigned char)words[end] & 0xc0) == 0x80;)
			end--;
	snprintf(name, size, "%.*s…", (int)end, words);
}

static void name_notes(struct changes_notes *notes, const struct mr_matrix *m)
{
	const struct mr_matrix *old = m->since->old;

	for (uint32_t i = 0; i < m->notes.n; i++)
		snprintf(notes->now[i].name, sizeof(notes->now[i].name), "%s %u",
			 mr_word(m, "note", "Note"), (unsigned)mr_note_at(m, i)->number);
	for (uint32_t i = 0; i < old->notes.n; i++)
		name_beginning(notes->then[i].name, sizeof(notes->then[i].name),
			       mr_note_at(old, i)->text->plain);
}

static void find_notes(struct changes *changes, const struct mr_matrix *m)
{
	size_t n_now = m->notes.n, n = n_now + m->since->old->notes.n;
	struct changes_notes *notes = calloc(1, sizeof(*notes));

	if (notes)
		notes->now = calloc(n + 1, sizeof(*notes->now));
	changes->notes = notes;
	if (!notes || !notes->now) {
		changes->failed = true;
		return;
	}
	notes->then = notes->now + n_now;
	for (size_t i = 0; i < changes->n; i++) {
		struct finding finding = {notes, i};

		if (changes->at[i].what & MR_CHANGED_NOTES)
			changes_details(m, &changes->at[i], find_note, &finding);
	}
	name_notes(notes, m);
	for (size_t i = 0; i < changes->n; i++) {
		changes->at[i].place = i;
		changes->at[i].notes = notes;
	}
}

/* ---- the list */

void changes_list(struct changes *changes, const struct mr_matrix *m)
{
	*changes = (struct changes){.at = NULL};
	if (!m->since)
		return;
	for (uint32_t col = 0; col < m->products.n; col++)
		add_was(changes, m, CHANGES_PRODUCT, col, 0);
	add_gone(changes, CHANGES_PRODUCT, &m->since->gone_products);
	for (uint32_t i = 0; i < m->categories.n; i++)
		add_was(changes, m, CHANGES_CATEGORY, i, 0);
	add_gone(changes, CHANGES_CATEGORY, &m->since->gone_categories);
	for (uint32_t row = 0; row < m->features.n; row++)
		add_was(changes, m, CHANGES_FEATURE, row, 0);
	add_gone(changes, CHANGES_FEATURE, &m->since->gone_features);
	for (uint32_t col = 0; col < m->products.n; col++)
		for (uint32_t row = 0; row < m->features.n; row++)
			add_was(changes, m, CHANGES_CELL, row, col);
	find_notes(changes, m);
}

void changes_release(struct changes *changes)
{
	free(changes->at);
	if (changes->notes)
		free(changes->notes->now);
	free(changes->notes);
	*changes = (struct changes){.at = NULL};
}

const struct mr_was *changes_was(const struct mr_matrix *m, enum changes_at at, uint32_t index,
				 uint32_t col)
{
	switch (at) {
	case CHANGES_PRODUCT: return mr_was_product(m, index);
	case CHANGES_CATEGORY: return mr_was_category(m, index);
	case CHANGES_FEATURE: return mr_was_feature(m, index);
	default: return mr_was_cell(m, index, col);
	}
}

bool changes_find(const struct mr_matrix *m, enum changes_at at, uint32_t index, uint32_t col,
		  struct changes_entry *entry)
{
	const struct mr_was *was = changes_was(m, at, index, col);

	*entry = (struct changes_entry){.at = at, .index = index, .col = col};
	if (!mr_was_other(was))
		return false;
	entry->kind = was->kind;
	entry->tone = was->tone;
	entry->what = was->what;
	return true;
}

bool changes_begins_group(const struct changes *changes, size_t i)
{
	const struct changes_entry *entry = &changes->at[i], *before = i > 0 ? entry - 1 : NULL;

	return !before || before->at != entry->at ||
	       (entry->at == CHANGES_CELL && before->col != entry->col);
}

const char *changes_group(const struct mr_matrix *m, const struct changes_entry *entry)
{
	switch (entry->at) {
	case CHANGES_PRODUCT: return mr_word(m, "products", "Products");
	case CHANGES_CATEGORY: return mr_word(m, "categories", "Categories");
	case CHANGES_FEATURE: return mr_word(m, "features", "Features");
	default: return mr_product_at(m, entry->col)->name;
	}
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

static const char *edition(const struct mr_matrix *of, const struct mr_matrix *other, char day[16])
{
	if (of->as_of.year > 0 && of->as_of.year <= 9999) {
		snprintf(day, 16, "%04d-%02u-%02u", of->as_of.year, of->as_of.month % 100u,
			 of->as_of.day % 100u);
		return day;
	}
	return strcmp(of->title, other->title) != 0 ? of->title : of->dataset_name;
}

const char *changes_edition(const struct mr_matrix *m, char day[16])
{
	return edition(m->since->old, m, day);
}

const char *changes_this_edition(const struct mr_matrix *m, char day[16])
{
	return edition(m, m->since->old, day);
}

void changes_not_shown(struct mr_job *job, const char *instead)
{
	if (job->matrix->since)
		job->diag(job, MR_WARNING, NULL, "what changed since %s is not shown here: %s",
			  job->matrix->since->old->dataset_name, instead);
}
