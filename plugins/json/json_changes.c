/* SPDX-License-Identifier: MIT */
#include "json/json_changes.h"

#include "common/change/changes.h"
#include "common/write/out.h"
#include "json/json_declared.h"

#include <yajl/yajl_gen.h>

struct writing {
	const struct mr_matrix *m;
	struct out *out;
	yajl_gen gen; /* of one value; nothing of it is kept */
	bool is_lines;
	size_t n_entries; /* written so far */
};

static const char *const words_of_what[] = {
	"status",      "words",        "notes",   "links",     "evidence", "name",
	"description", "id",           "place",   "lifecycle", "weight",   "kind",
	"logo",        "requirements", "without", "partial",   "symbol"};
enum { N_WHATS = sizeof(words_of_what) / sizeof(*words_of_what) };

/* The callback can be set once only: yajl 2.1 frees the context of the one before as if it were its own. */
static void to_out(void *context, const char *bytes, size_t n)
{
	out_bytes(((const struct writing *)context)->out, bytes, n);
}

static void begin(struct writing *to, struct mr_job *job, struct mr_sink *sink, struct out *out)
{
	*to = (struct writing){.m = job->matrix, .out = out, .gen = yajl_gen_alloc(NULL)};
	out_to_sink(out, sink);
	if (to->gen)
		yajl_gen_config(to->gen, yajl_gen_print_callback, to_out, to);
	out->failed |= !to->gen;
}

/* ---- values */

static void put_string(const struct writing *to, const char *text)
{
	yajl_gen_string(to->gen, (const unsigned char *)text, strlen(text));
}

static void put_member(const struct writing *to, const char *key, const char *text)
{
	if (!*text)
		return;
	put_string(to, key);
	put_string(to, text);
}

static void put_count(const struct writing *to, const char *key, uint32_t n)
{
	put_string(to, key);
	yajl_gen_integer(to->gen, n);
}

static void put_day(const struct writing *to, const char *key, struct mr_date day)
{
	struct out digits;

	out_to_memory(&digits, 0);
	out_date(&digits, day);
	put_member(to, key, out_at(&digits));
	out_release(&digits);
}

static void put_list(const struct writing *to, const char *key, const struct mr_array *strings)
{
	if (strings->n == 0)
		return;
	put_string(to, key);
	yajl_gen_array_open(to->gen);
	for (uint32_t i = 0; i < strings->n; i++)
		put_string(to, mr_string_at(strings, i));
	yajl_gen_array_close(to->gen);
}

static void put_notes(const struct writing *to, const struct mr_matrix *m,
		      const struct mr_array *notes)
{
	if (notes->n == 0)
		return;
	put_string(to, "notes");
	yajl_gen_array_open(to->gen);
	for (uint32_t i = 0; i < notes->n; i++) {
		const struct mr_note *note = mr_note_at(m, mr_index_at(notes, i));

		if (note)
			put_string(to, note->text->plain);
	}
	yajl_gen_array_close(to->gen);
}

/* Addresses within words, in their order. */
static void put_links(const struct writing *to, const struct mr_text *text)
{
	const char *before = "";
	bool is_open = false;

	for (uint32_t i = 0; i < text->spans.n; i++) {
		const char *url = mr_span_at(text, i)->url;

		if (*url && url != before) {
			if (!is_open) {
				put_string(to, "links");
				yajl_gen_array_open(to->gen);
			}
			is_open = true;
			put_string(to, url);
		}
		before = url;
	}
	if (is_open)
		yajl_gen_array_close(to->gen);
}

/* ---- what each thing is in one edition */

static const char *word_of_like(uint32_t like)
{
	static const char *const likes[MR_N_LIKES] = {"yes", "partial", "no", "unknown", "na"};

	return like < MR_N_LIKES ? likes[like] : "";
}

static void put_parts(const struct writing *to, const struct mr_matrix *m,
		      const struct mr_cell_detail *detail)
{
	if (detail->parts.n == 0)
		return;
	put_string(to, "parts");
	yajl_gen_array_open(to->gen);
	for (uint32_t i = 0; i < detail->parts.n; i++) {
		const struct mr_part *part = mr_part_at(detail, i);
		const struct mr_status *status = mr_status_at(m, part->status);

		yajl_gen_map_open(to->gen);
		put_member(to, "name", part->name);
		put_member(to, "status", status ? status->id : "");
		put_member(to, "text", part->text->plain);
		put_notes(to, m, &part->notes);
		yajl_gen_map_close(to->gen);
	}
	yajl_gen_array_close(to->gen);
}

static void put_cell(const struct writing *to, const struct mr_matrix *m,
		     const struct mr_cell *cell)
{
	const struct mr_status *status = mr_status_at(m, cell->status);
	const struct mr_cell_detail *detail = cell->detail;

	put_member(to, "status", status ? status->id : "");
	put_member(to, "like", word_of_like(cell->like));
	put_member(to, "text", cell->text->plain);
	put_links(to, cell->text);
	if (!detail)
		return;
	put_parts(to, m, detail);
	put_notes(to, m, &detail->notes);
	put_member(to, "since", detail->since);
	put_list(to, "sources", &detail->sources);
	put_day(to, "verified", detail->verified);
}

static void put_product(const struct writing *to, const struct mr_matrix *m, uint32_t index)
{
	const struct mr_product *product = mr_product_at(m, index);

	put_member(to, "id", product->id);
	put_member(to, "name", product->name);
	put_member(to, "url", product->url);
	put_member(to, "lifecycle", product->lifecycle_word);
	put_notes(to, m, &product->notes);
}

static void put_category(const struct writing *to, const struct mr_matrix *m, uint32_t index)
{
	const struct mr_category *category = mr_category_at(m, index);

	put_member(to, "id", category->id);
	put_member(to, "name", category->name->plain);
	put_member(to, "description", category->description->plain);
	put_member(to, "url", category->url);
	put_notes(to, m, &category->notes);
}

static void put_feature(const struct writing *to, const struct mr_matrix *m, uint32_t index)
{
	static const char *const kinds[] = {"any", "status", "text"};
	const struct mr_feature *feature = mr_feature_at(m, index);

	put_member(to, "id", feature->id);
	put_member(to, "name", feature->name->plain);
	put_member(to, "description", feature->description->plain);
	put_member(to, "url", feature->url);
	put_member(to, "category", mr_category_at(m, feature->category)->id);
	put_member(to, "kind", feature->kind <= MR_FEATURE_TEXT ? kinds[feature->kind] : "");
	put_string(to, "weight");
	yajl_gen_double(to->gen, feature->weight);
	put_notes(to, m, &feature->notes);
}

static void put_thing(const struct writing *to, const struct mr_matrix *m, enum changes_at at,
		      uint32_t index)
{
	switch (at) {
	case CHANGES_PRODUCT: put_product(to, m, index); break;
	case CHANGES_CATEGORY: put_category(to, m, index); break;
	default: put_feature(to, m, index);
	}
}

/* ---- changes */

static uint32_t then_of(const struct mr_matrix *m, const struct changes_entry *entry)
{
	switch (entry->at) {
	case CHANGES_PRODUCT: return mr_was_product(m, entry->index)->then;
	case CHANGES_CATEGORY: return mr_was_category(m, entry->index)->then;
	default: return mr_was_feature(m, entry->index)->then;
	}
}

static void put_sides(const struct writing *to, const struct changes_entry *entry)
{
	const struct mr_matrix *m = to->m, *old = m->since->old;

	if (entry->kind != MR_CHANGE_ADDED) {
		put_string(to, "old");
		yajl_gen_map_open(to->gen);
		if (entry->at == CHANGES_CELL)
			put_cell(to, old, mr_then_cell(m, entry->index, entry->col));
		else
			put_thing(to, old, entry->at,
				  entry->kind == MR_CHANGE_REMOVED ? entry->index
								   : then_of(m, entry));
		yajl_gen_map_close(to->gen);
	}
	if (entry->kind == MR_CHANGE_REMOVED)
		return;
	put_string(to, "new");
	yajl_gen_map_open(to->gen);
	if (entry->at == CHANGES_CELL)
		put_cell(to, m, mr_cell_at(m, entry->index, entry->col));
	else
		put_thing(to, m, entry->at, entry->index);
	yajl_gen_map_close(to->gen);
}

static const char *id_of(const struct mr_matrix *m, enum changes_at at, uint32_t index)
{
	return at == CHANGES_PRODUCT    ? mr_product_at(m, index)->id
	       : at == CHANGES_CATEGORY ? mr_category_at(m, index)->id
					: mr_feature_at(m, index)->id;
}

/* What all entries say of themselves; the object stays open. */
static void begin_entry(struct writing *to, const char *at)
{
	out_string(to->out, to->n_entries++ > 0 && !to->is_lines ? ",\n" : "");
	yajl_gen_reset(to->gen, NULL);
	yajl_gen_map_open(to->gen);
	put_member(to, "at", at);
}

static void put_kind(const struct writing *to, uint32_t kind, uint32_t tone, uint32_t what)
{
	static const char *const kinds[] = {"none", "added", "removed", "changed"};
	static const char *const tones[] = {"plain", "quiet", "loud"};

	put_member(to, "change", kinds[kind <= MR_CHANGE_CHANGED ? kind : MR_CHANGE_CHANGED]);
	put_member(to, "tone", tones[tone <= MR_TONE_LOUD ? tone : MR_TONE_PLAIN]);
	if (what == 0)
		return;
	put_string(to, "what");
	yajl_gen_array_open(to->gen);
	for (uint32_t i = 0; i < N_WHATS; i++)
		if (what >> i & 1)
			put_string(to, words_of_what[i]);
	yajl_gen_array_close(to->gen);
}

static void end_entry(struct writing *to)
{
	yajl_gen_map_close(to->gen);
	out_string(to->out, to->is_lines ? "\n" : "");
}

static void put_entry(struct writing *to, const struct changes_entry *entry)
{
	static const char *const ats[] = {"product", "category", "feature", "cell"};
	const struct mr_matrix *m = changes_matrix(to->m, entry);

	begin_entry(to, ats[entry->at]);
	if (entry->at == CHANGES_CELL) {
		put_member(to, "feature", mr_feature_at(m, entry->index)->id);
		put_member(to, "product", mr_product_at(m, entry->col)->id);
	} else {
		put_member(to, "id", id_of(m, entry->at, entry->index));
	}
	put_kind(to, entry->kind, entry->tone, entry->what);
	put_sides(to, entry);
	end_entry(to);
}

/* ---- what the dataset declares */

/* Statuses, or profiles. */
struct declared {
	const char *at;
	void (*put)(yajl_gen gen, const struct mr_matrix *m, uint32_t index);
	const char *(*id)(const struct mr_matrix *m, uint32_t index);
	const struct mr_array *was, *gone;
};

static const char *status_id(const struct mr_matrix *m, uint32_t index)
{
	return mr_status_at(m, index)->id;
}

static const char *profile_id(const struct mr_matrix *m, uint32_t index)
{
	return mr_profile_at(m, index)->id;
}

static void put_declared_side(const struct writing *to, const struct declared *of, const char *key,
			      const struct mr_matrix *m, uint32_t index)
{
	put_string(to, key);
	yajl_gen_map_open(to->gen);
	of->put(to->gen, m, index);
	yajl_gen_map_close(to->gen);
}

static void put_declared(struct writing *to, const struct declared *of)
{
	const struct mr_matrix *old = to->m->since->old;

	for (uint32_t i = 0; i < of->was->n; i++) {
		const struct mr_was *was = mr_at(of->was, i);

		if (!mr_was_other(was))
			continue;
		begin_entry(to, of->at);
		put_member(to, "id", of->id(to->m, i));
		put_kind(to, was->kind, was->tone, was->what);
		if (was->kind != MR_CHANGE_ADDED)
			put_declared_side(to, of, "old", old, was->then);
		put_declared_side(to, of, "new", to->m, i);
		end_entry(to);
	}
	for (uint32_t i = 0; i < of->gone->n; i++) {
		uint32_t index = mr_index_at(of->gone, i);

		begin_entry(to, of->at);
		put_member(to, "id", of->id(old, index));
		put_kind(to, MR_CHANGE_REMOVED, MR_TONE_QUIET, 0);
		put_declared_side(to, of, "old", old, index);
		end_entry(to);
	}
}

static void put_all_declared(struct writing *to)
{
	const struct mr_since *since = to->m->since;
	const struct declared statuses = {"status", json_declared_status, status_id,
					  &since->statuses, &since->gone_statuses};
	const struct declared profiles = {"profile", json_declared_profile, profile_id,
					  &since->profiles, &since->gone_profiles};

	put_declared(to, &statuses);
	put_declared(to, &profiles);
}

/* ---- the whole */

static void put_edition(const struct writing *to, const char *key, const struct mr_matrix *m)
{
	put_string(to, key);
	yajl_gen_map_open(to->gen);
	put_member(to, "file", m->dataset_name);
	put_member(to, "title", m->title);
	put_member(to, "subtitle", m->subtitle);
	put_day(to, "as_of", m->as_of);
	put_member(to, "credit", m->credit.text);
	put_member(to, "license", m->credit.license);
	yajl_gen_map_close(to->gen);
}

static void put_counts(const struct writing *to, const struct mr_since *since)
{
	put_string(to, "counts");
	yajl_gen_map_open(to->gen);
	put_count(to, "changes", since->n_changes);
	put_count(to, "products_added", since->n_products_added);
	put_count(to, "products_removed", since->gone_products.n);
	put_count(to, "products_changed", since->n_products_changed);
	put_count(to, "categories_added", since->n_categories_added);
	put_count(to, "categories_removed", since->gone_categories.n);
	put_count(to, "categories_changed", since->n_categories_changed);
	put_count(to, "features_added", since->n_features_added);
	put_count(to, "features_removed", since->gone_features.n);
	put_count(to, "features_changed", since->n_features_changed);
	put_count(to, "cells_changed", since->n_cells_changed);
	put_count(to, "cells_quiet", since->n_cells_quiet);
	put_count(to, "cells_loud", since->n_cells_loud);
	yajl_gen_map_close(to->gen);
}

/* All but the changes, with its closing brace. */
static void put_head(const struct writing *to, const struct mr_job *job)
{
	yajl_gen_reset(to->gen, NULL);
	yajl_gen_map_open(to->gen);
	put_string(to, "meshreport-changes");
	yajl_gen_integer(to->gen, 1);
	put_member(to, "generator", job->generator);
	/* beside the data it stands in their own head */
	if (to->m->since->is_diff && *mr_stamp_mark(job))
		put_member(to, "stamp", mr_stamp_mark(job));
	put_edition(to, "old", to->m->since->old);
	put_edition(to, "new", to->m);
	put_counts(to, to->m->since);
	yajl_gen_map_close(to->gen);
}

static void put_all(struct writing *to, const struct mr_job *job, bool is_lines)
{
	struct out *out = to->out, head;
	struct changes changes;

	to->is_lines = is_lines;
	changes_list(&changes, to->m);
	out_to_memory(&head, 0);
	to->out = &head;
	put_head(to, job);
	to->out = out;
	out_bytes(to->out, out_at(&head), head.n - (!is_lines && head.n > 0));
	out_string(to->out, is_lines ? "\n" : ",\"changes\":[\n");
	put_all_declared(to);
	for (size_t i = 0; i < changes.n; i++)
		put_entry(to, &changes.at[i]);
	out_string(to->out, is_lines ? "" : "\n]}");
	to->out->failed |= changes.failed || head.failed;
	out_release(&head);
	changes_release(&changes);
}

static int finish(struct mr_job *job, const struct writing *to)
{
	int status = out_finish(to->out);

	if (to->gen)
		yajl_gen_free(to->gen);
	out_release(to->out);
	if (status != 0)
		job->diag(job, MR_ERROR, NULL, "out of memory");
	return status;
}

int json_changes_render(struct mr_job *job, struct mr_sink *sink, bool is_lines)
{
	struct out out;
	struct writing to;

	begin(&to, job, sink, &out);
	if (to.gen)
		put_all(&to, job, is_lines);
	out_string(&out, is_lines ? "" : "\n");
	job->describe(job, "changes", job->matrix->since->n_changes);
	return finish(job, &to);
}

int json_changes_add(struct mr_job *job, struct mr_sink *sink, const struct mr_bytes *bytes,
		     bool is_lines)
{
	struct out out;
	struct writing to;
	const char *text = bytes->at, *line = is_lines ? memchr(text, '\n', bytes->n) : NULL;
	size_t end = line ? (size_t)(line - text) : bytes->n;

	/* The brace that closes the outermost object; the host's JSON ends with it. */
	while (end > 0 && text[end - 1] != '}')
		end--;
	end -= end > 0;
	begin(&to, job, sink, &out);
	out_bytes(&out, text, end);
	out_string(&out, ",\"x-changes\":");
	if (to.gen && is_lines)
		put_head(&to, job);
	else if (to.gen)
		put_all(&to, job, false);
	out_bytes(&out, text + end, bytes->n - end);
	return finish(job, &to);
}
