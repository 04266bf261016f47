/* SPDX-License-Identifier: MIT */
#include "common/change/changes_details.h"

#include "common/change/changes_declared.h"
#include "common/write/number.h"
#include "common/write/out.h"

#include <stdlib.h>

/* Where the details of one entry go. */
struct giving {
	const struct mr_matrix *now, *old;
	changes_put *put;
	void *context;
	const struct changes_entry *entry;
};

/* A note that is told of other entries, too: whole once. */
static void name_note(const struct changes_entry *entry, struct changes_detail *detail)
{
	bool is_gone = detail->kind == MR_CHANGE_REMOVED;
	const struct changes_note *note =
		(is_gone ? entry->notes->then : entry->notes->now) + detail->note_index;

	if (note->n < 2)
		return;
	if (!is_gone) {
		detail->key = "";
		detail->english = note->name;
	}
	if (entry->place == note->first)
		return;
	detail->rich = NULL;
	detail->text = is_gone ? note->name : "";
}

static void give(const struct giving *to, struct changes_detail detail)
{
	if (detail.note && to->entry->notes)
		name_note(to->entry, &detail);
	if (!detail.text)
		detail.text = "";
	to->put(to->context, &detail);
}

static void give_word(const struct giving *to, const char *key, const char *english)
{
	give(to,
	     (struct changes_detail){.kind = MR_CHANGE_CHANGED, .key = key, .english = english});
}

/* Both where they differ; what is empty is not said. */
static void give_words(const struct giving *to, const char *then, const char *now)
{
	if (strcmp(then, now) == 0)
		return;
	if (*then)
		give(to, (struct changes_detail){.kind = MR_CHANGE_REMOVED, .text = then});
	if (*now)
		give(to, (struct changes_detail){.kind = MR_CHANGE_ADDED, .text = now});
}

static void give_texts(const struct giving *to, const struct mr_text *then,
		       const struct mr_text *now)
{
	if (strcmp(then->plain, now->plain) == 0)
		return;
	if (!mr_text_is_empty(then))
		give(to, (struct changes_detail){.kind = MR_CHANGE_REMOVED, .rich = then});
	if (!mr_text_is_empty(now))
		give(to, (struct changes_detail){.kind = MR_CHANGE_ADDED, .rich = now});
}

/* What it is called now stands above its details. */
static void give_name(const struct giving *to, const struct mr_text *then,
		      const struct mr_text *now)
{
	if (strcmp(then->plain, now->plain) != 0 && !mr_text_is_empty(then))
		give(to, (struct changes_detail){.kind = MR_CHANGE_REMOVED, .rich = then});
}

static void give_ids(const struct giving *to, const char *then, const char *now)
{
	struct changes_detail detail = {.key = "change_id", .english = "id"};

	detail.kind = MR_CHANGE_REMOVED;
	detail.text = then;
	give(to, detail);
	detail.kind = MR_CHANGE_ADDED;
	detail.text = now;
	give(to, detail);
}

/* ---- bags: notes and addresses, whose order says little */

struct bag_entry {
	const struct mr_text *text; /* null of addresses */
	const char *words;
	uint32_t note; /* the index of one */
};

struct bag {
	struct bag_entry *at;
	size_t n, size;
};

static void bag_put(struct bag *bag, struct bag_entry entry)
{
	if (bag->n == bag->size) {
		size_t size = bag->size > 0 ? bag->size * 2 : 8;
		struct bag_entry *more = realloc(bag->at, size * sizeof(*more));

		if (!more)
			return; /* the process ends for want of memory before this */
		bag->at = more;
		bag->size = size;
	}
	bag->at[bag->n++] = entry;
}

static void bag_add(struct bag *bag, const char *words)
{
	bag_put(bag, (struct bag_entry){.words = words});
}

static bool bag_has(const struct bag *bag, const char *words)
{
	for (size_t i = 0; i < bag->n; i++)
		if (strcmp(bag->at[i].words, words) == 0)
			return true;
	return false;
}

static void give_missing(const struct giving *to, const struct bag *from, const struct bag *in,
			 struct changes_detail detail)
{
	for (size_t i = 0; i < from->n; i++) {
		if (bag_has(in, from->at[i].words))
			continue;
		detail.rich = from->at[i].text;
		detail.text = from->at[i].words;
		detail.note_index = from->at[i].note;
		give(to, detail);
	}
}

/* What is in one only; `detail` says what it is. */
static void give_bags(const struct giving *to, struct bag *then, struct bag *now,
		      struct changes_detail detail)
{
	detail.kind = MR_CHANGE_REMOVED;
	give_missing(to, then, now, detail);
	detail.kind = MR_CHANGE_ADDED;
	give_missing(to, now, then, detail);
	free(then->at);
	free(now->at);
}

static void bag_notes(struct bag *bag, const struct mr_matrix *m, const struct mr_array *notes)
{
	for (uint32_t i = 0; i < notes->n; i++) {
		uint32_t index = mr_index_at(notes, i);
		const struct mr_note *note = mr_note_at(m, index);

		if (note)
			bag_put(bag, (struct bag_entry){note->text, note->text->plain, index});
	}
}

static void bag_links(struct bag *bag, const struct mr_text *text)
{
	for (uint32_t i = 0; i < text->spans.n; i++)
		if (*mr_span_at(text, i)->url)
			bag_add(bag, mr_span_at(text, i)->url);
}

static void bag_note_links(struct bag *bag, const struct mr_matrix *m, const struct mr_array *notes)
{
	for (uint32_t i = 0; i < notes->n; i++) {
		const struct mr_note *note = mr_note_at(m, mr_index_at(notes, i));

		if (note)
			bag_links(bag, note->text);
	}
}

static const struct changes_detail a_note = {.key = "note", .english = "Note", .note = true};
static const struct changes_detail an_address = {.is_address = true};

static void give_notes(const struct giving *to, const struct mr_array *then,
		       const struct mr_array *now)
{
	struct bag before = {.n = 0}, after = {.n = 0};

	bag_notes(&before, to->old, then);
	bag_notes(&after, to->now, now);
	give_bags(to, &before, &after, a_note);
}

/* Addresses on a name and in what stands beside it. */
static void give_links(const struct giving *to, const char *const urls[2],
		       const struct mr_array *const notes[2], const struct mr_text *const texts[2])
{
	const struct mr_matrix *const of[2] = {to->old, to->now};
	struct bag bags[2] = {{.n = 0}, {.n = 0}};

	for (int i = 0; i < 2; i++) {
		if (*urls[i])
			bag_add(&bags[i], urls[i]);
		if (texts[i])
			bag_links(&bags[i], texts[i]);
		bag_note_links(&bags[i], of[i], notes[i]);
	}
	give_bags(to, &bags[0], &bags[1], an_address);
}

/* What hangs on a name: its notes, and addresses in either and in its description. */
static void give_around(const struct giving *to, uint32_t what, const char *const urls[2],
			const struct mr_array *const notes[2], const struct mr_text *const texts[2])
{
	if (what & MR_CHANGED_NOTES)
		give_notes(to, notes[0], notes[1]);
	if (what & MR_CHANGED_LINKS)
		give_links(to, urls, notes, texts);
}

/* ---- each */

static void give_product(const struct giving *to, uint32_t what, uint32_t col)
{
	const struct mr_product *now = mr_product_at(to->now, col);
	const struct mr_product *then = mr_product_at(to->old, mr_was_product(to->now, col)->then);
	const char *const urls[] = {then->url, now->url};
	const struct mr_array *const notes[] = {&then->notes, &now->notes};
	const struct mr_text *const texts[] = {NULL, NULL};

	if (what & MR_CHANGED_NAME)
		give_words(to, then->name, "");
	if (what & MR_CHANGED_ID)
		give_ids(to, then->id, now->id);
	if (what & MR_CHANGED_PLACE)
		give_word(to, "change_moved", "moved");
	give_words(to, then->lifecycle_word, now->lifecycle_word);
	if (what & MR_CHANGED_LOGO)
		give_word(to, "change_logo", "logo");
	give_around(to, what, urls, notes, texts);
}

static void give_category(const struct giving *to, uint32_t what, uint32_t index)
{
	const struct mr_category *now = mr_category_at(to->now, index);
	const struct mr_category *then =
		mr_category_at(to->old, mr_was_category(to->now, index)->then);
	const char *const urls[] = {then->url, now->url};
	const struct mr_array *const notes[] = {&then->notes, &now->notes};
	const struct mr_text *const texts[] = {then->description, now->description};

	give_name(to, then->name, now->name);
	if (what & MR_CHANGED_ID)
		give_ids(to, then->id, now->id);
	if (what & MR_CHANGED_PLACE)
		give_word(to, "change_moved", "moved");
	give_texts(to, then->description, now->description);
	give_around(to, what, urls, notes, texts);
}

static void give_weight(const struct giving *to, uint32_t kind, double weight)
{
	struct out digits;

	out_to_memory(&digits, 0);
	out_decimal(&digits, weight, 6);
	give(to,
	     (struct changes_detail){
		     .kind = kind, .key = "weight", .english = "Weight", .text = out_at(&digits)});
	out_release(&digits);
}

static void give_move(const struct giving *to, const struct mr_feature *then,
		      const struct mr_feature *now)
{
	const struct mr_category *before = mr_category_at(to->old, then->category);
	const struct mr_category *after = mr_category_at(to->now, now->category);

	give_word(to, "change_moved", "moved");
	give_texts(to, before->name, after->name);
}

static void give_feature(const struct giving *to, uint32_t what, uint32_t row)
{
	/* As they are written in a dataset */
	static const char *const kinds[] = {"kind: any", "kind: status", "kind: text"};
	const struct mr_feature *now = mr_feature_at(to->now, row);
	const struct mr_feature *then = mr_feature_at(to->old, mr_was_feature(to->now, row)->then);
	const char *const urls[] = {then->url, now->url};
	const struct mr_array *const notes[] = {&then->notes, &now->notes};
	const struct mr_text *const texts[] = {then->description, now->description};

	give_name(to, then->name, now->name);
	if (what & MR_CHANGED_ID)
		give_ids(to, then->id, now->id);
	if (what & MR_CHANGED_PLACE)
		give_move(to, then, now);
	give_texts(to, then->description, now->description);
	if ((what & MR_CHANGED_KIND) && now->kind <= MR_FEATURE_TEXT &&
	    then->kind <= MR_FEATURE_TEXT)
		give_words(to, kinds[then->kind], kinds[now->kind]);
	if (what & MR_CHANGED_WEIGHT) {
		give_weight(to, MR_CHANGE_REMOVED, then->weight);
		give_weight(to, MR_CHANGE_ADDED, now->weight);
	}
	give_around(to, what, urls, notes, texts);
}

/* ---- cells */

static const struct mr_cell_detail *detail_of(const struct mr_cell *cell)
{
	static const struct mr_cell_detail none = {.since = ""};

	return cell->detail ? cell->detail : &none;
}

static void bag_cell_notes(struct bag *bag, const struct mr_matrix *m,
			   const struct mr_cell_detail *detail)
{
	for (uint32_t i = 0; i < detail->parts.n; i++)
		bag_notes(bag, m, &mr_part_at(detail, i)->notes);
	bag_notes(bag, m, &detail->notes);
}

static void bag_cell_links(struct bag *bag, const struct mr_matrix *m, const struct mr_cell *cell)
{
	const struct mr_cell_detail *detail = detail_of(cell);

	bag_links(bag, cell->text);
	for (uint32_t i = 0; i < detail->parts.n; i++)
		bag_note_links(bag, m, &mr_part_at(detail, i)->notes);
	bag_note_links(bag, m, &detail->notes);
}

static void give_day(const struct giving *to, uint32_t kind, struct mr_date day)
{
	struct out digits;

	if (day.year == 0)
		return;
	out_to_memory(&digits, 0);
	out_date(&digits, day);
	give(to, (struct changes_detail){.kind = kind,
					 .key = "verified",
					 .english = "verified {date}",
					 .text = out_at(&digits),
					 .place = "date"});
	out_release(&digits);
}

static bool is_same_day(struct mr_date a, struct mr_date b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

static void give_evidence(const struct giving *to, const struct mr_cell_detail *then,
			  const struct mr_cell_detail *now)
{
	struct bag before = {.n = 0}, after = {.n = 0};

	for (uint32_t i = 0; i < then->sources.n; i++)
		bag_add(&before, mr_string_at(&then->sources, i));
	for (uint32_t i = 0; i < now->sources.n; i++)
		bag_add(&after, mr_string_at(&now->sources, i));
	give_bags(
		to, &before, &after,
		(struct changes_detail){.key = "source", .english = "Source", .is_address = true});
	if (is_same_day(then->verified, now->verified))
		return;
	give_day(to, MR_CHANGE_REMOVED, then->verified);
	give_day(to, MR_CHANGE_ADDED, now->verified);
}

static void give_cell(const struct giving *to, uint32_t what, uint32_t row, uint32_t col)
{
	const struct mr_cell *now = mr_cell_at(to->now, row, col);
	const struct mr_cell *then = mr_then_cell(to->now, row, col);
	struct bag before = {.n = 0}, after = {.n = 0};

	if (what & MR_CHANGED_NOTES) {
		bag_cell_notes(&before, to->old, detail_of(then));
		bag_cell_notes(&after, to->now, detail_of(now));
		give_bags(to, &before, &after, a_note);
	}
	if (what & MR_CHANGED_LINKS) {
		before = after = (struct bag){.n = 0};
		bag_cell_links(&before, to->old, then);
		bag_cell_links(&after, to->now, now);
		give_bags(to, &before, &after, an_address);
	}
	if (what & MR_CHANGED_EVIDENCE)
		give_evidence(to, detail_of(then), detail_of(now));
}

void changes_details(const struct mr_matrix *m, const struct changes_entry *entry, changes_put *put,
		     void *context)
{
	const struct giving to = {m, m->since->old, put, context, entry};

	if (entry->kind == MR_CHANGE_ADDED || entry->kind == MR_CHANGE_REMOVED)
		return;
	switch (entry->at) {
	case CHANGES_PRODUCT: give_product(&to, entry->what, entry->index); break;
	case CHANGES_CATEGORY: give_category(&to, entry->what, entry->index); break;
	case CHANGES_FEATURE: give_feature(&to, entry->what, entry->index); break;
	case CHANGES_CELL: give_cell(&to, entry->what, entry->index, entry->col); break;
	}
}

static void give_own(const char *then, const char *now, changes_put_own *put, void *context)
{
	if (strcmp(then, now) != 0)
		put(context, then, now);
}

void changes_details_document(const struct mr_matrix *m, changes_put_own *put, void *context)
{
	const struct mr_matrix *old = m->since->old;
	struct out days[2];

	give_own(old->title, m->title, put, context);
	give_own(old->subtitle, m->subtitle, put, context);
	out_to_memory(&days[0], 0);
	out_to_memory(&days[1], 0);
	out_date(&days[0], old->as_of);
	out_date(&days[1], m->as_of);
	give_own(out_at(&days[0]), out_at(&days[1]), put, context);
	out_release(&days[0]);
	out_release(&days[1]);
	give_own(old->credit.text, m->credit.text, put, context);
	give_own(old->credit.license, m->credit.license, put, context);
	changes_declared(m, put, context);
}
