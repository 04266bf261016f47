/* SPDX-License-Identifier: MIT */
#include "read/records.h"

#include "base/ascii.h"
#include "data/folded.h"
#include "read/labels.h"
#include "words/slug.h"

#include <string.h>

struct filling {
	struct raw *raw;
	struct load *load;
	struct draft *draft;
	struct reading *reading;
	struct strset product_ids, feature_ids, category_ids, note_ids, names;
	struct vec products; /* uint32_t: the string of each product's id */
	struct buf markdown;
};

static const struct raw_scalar none = RAW_NONE;

/* ---- scalars */

static struct raw_scalar scalar_n(struct filling *filling, const char *text, size_t n,
				  struct place place)
{
	struct raw_scalar scalar = {.is_quoted = true, .place = place};

	scalar.string = strset_put(&filling->load->strings, text, n);
	if (scalar.string == STRSET_NONE)
		load_no_memory(filling->load);
	return scalar;
}

static struct raw_scalar scalar_of(struct filling *filling, const char *text, struct place place)
{
	return text[0] ? scalar_n(filling, text, strlen(text), place) : none;
}

/* The Markdown of a text; parsed at once, so that check finds what is wrong with it. */
static struct raw_scalar markdown_of(struct filling *filling, const struct inline_text *text,
				     struct place place)
{
	if (!text || text->n == 0)
		return none;
	buf_clear(&filling->markdown);
	inline_put(&filling->reading->pool, &filling->markdown, text, false);
	if (filling->markdown.failed) {
		load_no_memory(filling->load);
		return none;
	}
	return scalar_n(filling, filling->markdown.at, filling->markdown.n, place);
}

static struct raw_scalar id_of(struct filling *filling, struct strset *ids, const char *prefix,
			       const char *name, const char *fallback, struct place place)
{
	uint32_t number = slug_make(ids, prefix, name, fallback);

	if (number == STRSET_NONE) {
		load_no_memory(filling->load);
		return none;
	}
	return scalar_n(filling, ids->at[number].at, ids->at[number].n, place);
}

/* ---- notes */

/* The first words of a note, for its id. */
static const char *first_words(const struct inline_text *text, char out[48])
{
	size_t n = 0, words = 0;

	for (; n < text->n && n < 47; n++) {
		if (text->words[n] == ' ' && ++words == 4)
			break;
	}
	while (n < text->n && ((unsigned char)text->words[n] & 0xc0) == 0x80)
		n--;
	memcpy(out, text->words, n);
	out[n] = '\0';
	return out;
}

static struct raw_scalar shared_note(struct filling *filling, const struct inline_text *text,
				     struct place place)
{
	struct raw_note *note = load_add(filling->load, &filling->raw->notes, sizeof(*note));
	struct raw_note made;
	char words[48];

	if (!note)
		return none;
	made.id = id_of(filling, &filling->note_ids, "", first_words(text, words), "note", place);
	made.text = markdown_of(filling, text, place);
	*VEC_AT(struct raw_note, filling->raw->notes, filling->raw->notes.n - 1) = made;
	filling->reading->doubts->n_notes++;
	return made.id;
}

/* A word alone would be taken for the id of a shared note. */
static bool looks_like_id(const struct inline_text *text)
{
	for (uint32_t i = 0; i < text->n; i++) {
		if (!ascii_is_alnum(text->words[i]) && !strchr("._-", text->words[i]))
			return false;
	}
	return text->n != 0;
}

static struct raw_list notes_of(struct filling *filling, struct draft_notes notes)
{
	struct raw_list list = {(uint32_t)filling->raw->scalars.n, 0};

	for (uint32_t i = 0; i < notes.n; i++) {
		const struct draft_use *use =
			VEC_AT(struct draft_use, filling->draft->uses, notes.first + i);
		struct raw_scalar scalar, *added;

		if (!use->text || use->text->n == 0)
			continue;
		if (use->note != UINT32_MAX) {
			struct marks_note *note =
				VEC_AT(struct marks_note, filling->draft->marks.notes, use->note);

			if (note->number == 0) {
				scalar = shared_note(filling, use->text, note->place);
				if (scalar.string == STRSET_NONE)
					return list;
				note->number = scalar.string + 1;
			}
			scalar = (struct raw_scalar){note->number - 1, true, use->place};
		} else if (looks_like_id(use->text)) {
			scalar = shared_note(filling, use->text, use->place);
		} else {
			scalar = markdown_of(filling, use->text, use->place);
		}
		added = load_add(filling->load, &filling->raw->scalars, sizeof(*added));
		if (!added)
			return list;
		*added = scalar;
		list.n++;
	}
	return list;
}

/* ---- statuses */

static void fill_statuses(struct filling *filling)
{
	struct vocabulary *vocabulary = &filling->reading->vocabulary;

	for (uint32_t i = 0; i < vocabulary->statuses.n; i++) {
		const struct vocabulary_status *status = vocabulary_at(vocabulary, i);
		struct raw_status *added;
		struct place place = status->place.line ? status->place : (struct place){1, 1};

		if (status->n_uses == 0 || (i < MEANING_N && !status->label[0]))
			continue;
		added = load_add(filling->load, &filling->raw->statuses, sizeof(*added));
		if (!added)
			return;
		added->id = scalar_of(filling, status->id, place);
		added->label = scalar_of(filling, status->label, place);
		added->symbol = scalar_of(filling, status->symbol, place);
		added->like = i < MEANING_N
				      ? none
				      : scalar_of(filling, meaning_id(status->meaning), place);
	}
}

/* ---- products and categories */

static void fill_products(struct filling *filling)
{
	for (uint32_t i = 0; i < filling->draft->products.n; i++) {
		const struct draft_name *name =
			VEC_AT(struct draft_name, filling->draft->products, i);
		struct raw_product *added, made = {.place = name->place, .index = i};
		uint32_t *id = load_add(filling->load, &filling->products, sizeof(*id));

		if (!id)
			return;
		made.id = id_of(filling, &filling->product_ids, "", name->text->words, "product",
				name->place);
		made.name = scalar_of(filling, name->text->words, name->place);
		made.url = scalar_of(filling, name->url, name->place);
		made.logo = none;
		made.lifecycle = scalar_of(filling, name->lifecycle, name->place);
		made.notes = notes_of(filling, name->notes);
		*VEC_AT(uint32_t, filling->products, i) = made.id.string;
		added = load_add(filling->load, &filling->raw->products, sizeof(*added));
		if (!added)
			return;
		*added = made;
	}
}

static void fill_categories(struct filling *filling)
{
	uint32_t feature = 0;

	for (uint32_t i = 0; i < filling->draft->categories.n; i++) {
		const struct draft_name *name =
			VEC_AT(struct draft_name, filling->draft->categories, i);
		struct raw_category *added, made = {.place = name->place, .index = i};

		made.id =
			id_of(filling, &filling->category_ids, "",
			      name->text ? name->text->words : "general", "category", name->place);
		made.name = markdown_of(filling, name->text, name->place);
		made.url = scalar_of(filling, name->url, name->place);
		made.description = markdown_of(filling, name->description, name->place);
		made.notes = notes_of(filling, name->notes);
		made.features.first = feature;
		while (feature < filling->draft->features.n &&
		       VEC_AT(struct draft_feature, filling->draft->features, feature)->category ==
			       i)
			feature++;
		made.features.n = feature - made.features.first;
		added = load_add(filling->load, &filling->raw->categories, sizeof(*added));
		if (!added)
			return;
		*added = made;
	}
}

/* ---- cells */

/* Whether words alone would be taken for a status. */
static bool is_status_word(struct filling *filling, const struct inline_text *text)
{
	const struct vocabulary *vocabulary = &filling->reading->vocabulary;

	folded_in(&filling->reading->scratch, text->words, text->n);
	for (uint32_t i = 0; i < vocabulary->statuses.n; i++) {
		if (strcmp(vocabulary_at(vocabulary, i)->id,
			   buf_text(&filling->reading->scratch)) == 0)
			return true;
	}
	return false;
}

static struct raw_list parts_of(struct filling *filling, const struct draft_cell *cell)
{
	struct raw_list list = {(uint32_t)filling->raw->parts.n, 0};

	for (uint32_t i = 0; i < cell->n_parts; i++) {
		const struct draft_part *part =
			VEC_AT(struct draft_part, filling->draft->parts, cell->first_part + i);
		struct raw_part *added, made = {.place = cell->place};

		made.name = scalar_of(filling, part->name->words, cell->place);
		made.status = scalar_of(
			filling, vocabulary_at(&filling->reading->vocabulary, part->status)->id,
			cell->place);
		made.text = markdown_of(filling, part->words, cell->place);
		made.notes = notes_of(filling, part->notes);
		added = load_add(filling->load, &filling->raw->parts, sizeof(*added));
		if (!added)
			return list;
		*added = made;
		list.n++;
	}
	return list;
}

static struct raw_list source_of(struct filling *filling, const struct draft_cell *cell)
{
	struct raw_list list = {(uint32_t)filling->raw->scalars.n, 0};
	const struct asides *asides = cell->asides;
	uint32_t n = asides ? asides->n_sources : cell->source[0] != '\0';

	for (uint32_t i = 0; i < n; i++) {
		struct raw_scalar scalar =
			scalar_of(filling, asides ? asides->sources[i] : cell->source, cell->place);
		struct raw_scalar *added =
			load_add(filling->load, &filling->raw->scalars, sizeof(*added));

		if (!added)
			return list;
		*added = scalar;
		list.n++;
	}
	return list;
}

static bool has_more(const struct draft_cell *cell)
{
	return cell->notes.n || cell->n_parts || cell->source[0] || cell->asides;
}

static uint32_t detail_of(struct filling *filling, const struct draft_cell *cell)
{
	struct raw_detail made = {.status = none, .text = none, .more = RAW_NO_MORE}, *added;
	struct raw_more more = {.since = none, .verified = none}, *added_more;

	if (cell->status != VOCABULARY_NONE)
		made.status = scalar_of(
			filling, vocabulary_at(&filling->reading->vocabulary, cell->status)->id,
			cell->place);
	if (cell->n_parts == 0)
		made.text = markdown_of(filling, cell->words, cell->place);
	if (has_more(cell)) {
		if (cell->asides) {
			more.since = scalar_of(filling, cell->asides->since, cell->place);
			more.verified = scalar_of(filling, cell->asides->verified, cell->place);
		}
		more.sources = source_of(filling, cell);
		more.notes = notes_of(filling, cell->notes);
		more.parts = parts_of(filling, cell);
		more.has_parts = cell->n_parts != 0;
		more.parts_place = cell->place;
		added_more = load_add(filling->load, &filling->raw->more, sizeof(*added_more));
		if (!added_more)
			return 0;
		*added_more = more;
		made.more = (uint32_t)filling->raw->more.n - 1;
	}
	added = load_add(filling->load, &filling->raw->details, sizeof(*added));
	if (added)
		*added = made;
	return (uint32_t)filling->raw->details.n - 1;
}

static void count_cell(struct filling *filling, const struct draft_cell *cell)
{
	struct doubts *doubts = filling->reading->doubts;

	if (cell->status == MEANING_UNKNOWN)
		return;
	if (cell->status != VOCABULARY_NONE || cell->n_parts)
		doubts->n_statuses++;
	else
		doubts->n_texts++;
}

static void fill_cell(struct filling *filling, const struct draft_cell *cell, bool has_statuses)
{
	struct raw_cell made = {.key = *VEC_AT(uint32_t, filling->products, cell->product),
				.key_place = cell->place,
				.detail = RAW_NO_DETAIL};

	count_cell(filling, cell);
	if (has_more(cell) || (cell->status != VOCABULARY_NONE && cell->words) ||
	    (cell->status == VOCABULARY_NONE &&
	     (has_statuses || is_status_word(filling, cell->words)))) {
		made.detail = detail_of(filling, cell);
		made.scalar = none;
	} else if (cell->status != VOCABULARY_NONE) {
		made.scalar = scalar_of(
			filling, vocabulary_at(&filling->reading->vocabulary, cell->status)->id,
			cell->place);
	} else {
		made.scalar = markdown_of(filling, cell->words, cell->place);
	}
	made.scalar.place = cell->place;
	raw_add_cell(filling->raw, filling->load, &made);
}

/* ---- features */

/* The category's name before that of a feature that has its name from elsewhere already. */
static const char *prefix_of(struct filling *filling, const struct draft_feature *feature)
{
	const struct draft_name *category =
		VEC_AT(struct draft_name, filling->draft->categories, feature->category);
	uint32_t before = filling->names.n, number;

	folded_in(&filling->reading->scratch, feature->name.text->words, feature->name.text->n);
	number = strset_put(&filling->names, buf_text(&filling->reading->scratch),
			    filling->reading->scratch.n);
	if (number == STRSET_NONE)
		load_no_memory(filling->load);
	return number == before || !category->text ? "" : category->text->words;
}

static size_t fill_feature(struct filling *filling, uint32_t index, size_t cell)
{
	const struct draft *draft = filling->draft;
	const struct draft_feature *feature = VEC_AT(struct draft_feature, draft->features, index);
	struct raw_feature made = {.place = feature->name.place, .category = feature->category};
	struct raw_aside aside = {.kind = none};
	size_t end = cell;
	bool has_statuses = false;

	for (;
	     end < draft->cells.n && VEC_AT(struct draft_cell, draft->cells, end)->feature == index;
	     end++) {
		const struct draft_cell *at = VEC_AT(struct draft_cell, draft->cells, end);

		has_statuses = has_statuses || at->status != VOCABULARY_NONE || at->n_parts;
	}
	made.index =
		index -
		RAW_AT(raw_category, filling->raw->categories, feature->category)->features.first;
	made.id = id_of(filling, &filling->feature_ids, prefix_of(filling, feature),
			feature->name.text->words, "feature", made.place);
	made.name = markdown_of(filling, feature->name.text, made.place);
	aside.url = scalar_of(filling, feature->name.url, made.place);
	aside.description = markdown_of(filling, feature->description, made.place);
	aside.weight = scalar_of(filling, feature->weight, made.place);
	aside.notes = notes_of(filling, feature->name.notes);
	made.values = made.place;
	made.cells.first = (uint32_t)filling->raw->cells.n;
	made.cells.n = (uint32_t)(end - cell);
	for (; cell < end; cell++)
		fill_cell(filling, VEC_AT(struct draft_cell, draft->cells, cell), has_statuses);
	raw_add_feature(filling->raw, filling->load, &made, &aside);
	return end;
}

/* ---- the whole */

/* The first ten bytes, where they are a date. */
static struct raw_scalar date_of(struct filling *filling, const char *date, struct place place)
{
	if (strlen(date) < 10 || date[4] != '-' || date[7] != '-')
		return none;
	return scalar_n(filling, date, 10, place);
}

static void fill_top(struct filling *filling, struct place place)
{
	const struct draft *draft = filling->draft;
	struct raw *raw = filling->raw;

	raw->version = scalar_of(filling, "1", place);
	raw->title = scalar_of(filling, draft->title, place);
	raw->subtitle = scalar_of(filling, draft->subtitle, place);
	raw->language = scalar_of(filling, draft->language, place);
	raw->as_of = date_of(filling, draft->date, place);
	raw->products_place = raw->categories_place = place;
}

static void count_all(struct filling *filling)
{
	struct doubts *doubts = filling->reading->doubts;

	doubts->n_products = (uint32_t)filling->draft->products.n;
	doubts->n_categories = (uint32_t)filling->draft->categories.n;
	doubts->n_features = (uint32_t)filling->draft->features.n;
	doubts->n_cells = (uint64_t)doubts->n_products * doubts->n_features;
	doubts->n_unknown = doubts->n_cells - doubts->n_statuses - doubts->n_texts;
}

static void fill_names_of_places(struct filling *filling)
{
	const struct strset *names = &filling->reading->file->names;

	for (uint32_t i = 0; i < names->n; i++)
		load_named_place(filling->load, names->at[i].at);
}

int records_fill(struct raw *raw, struct load *load, struct draft *draft, struct reading *reading)
{
	struct filling filling = {.raw = raw, .load = load, .draft = draft, .reading = reading};
	size_t cell = 0;

	strset_init(&filling.product_ids);
	strset_init(&filling.feature_ids);
	strset_init(&filling.category_ids);
	strset_init(&filling.note_ids);
	strset_init(&filling.names);
	fill_names_of_places(&filling);
	labels_settle(draft, reading);
	fill_top(&filling, (struct place){1, 1});
	fill_statuses(&filling);
	fill_products(&filling);
	fill_categories(&filling);
	for (uint32_t i = 0; i < draft->features.n && !load->failed && !reading_has_failed(reading);
	     i++)
		cell = fill_feature(&filling, i, cell);
	count_all(&filling);
	strset_release(&filling.product_ids);
	strset_release(&filling.feature_ids);
	strset_release(&filling.category_ids);
	strset_release(&filling.note_ids);
	strset_release(&filling.names);
	vec_release(&filling.products);
	buf_release(&filling.markdown);
	if (reading_has_failed(reading) && !load->failed)
		load_no_memory(load);
	return load->failed ? -1 : 0;
}
