/* SPDX-License-Identifier: MIT */
#include "canon/canon.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "canon/canon_cell.h"

/* ---- the head */

static void put_date(struct buf *out, const char *key, struct mr_date date)
{
	if (date.year != 0)
		buf_printf(out, "%s: %04d-%02u-%02u\n", key, date.year, (unsigned)date.month,
			   (unsigned)date.day);
}

static void put_text(struct making *making, struct buf *out, const char *key, const char *text)
{
	struct node top = {.kind = NODE_MAP};

	node_add_text(&making->arena, &top, key, text);
	node_put(out, top.first, 0);
}

static void put_map(struct buf *out, const char *key, struct node *map)
{
	if (!map || !map->first)
		return;
	map->key = key;
	node_put(out, map, 0);
}

static void put_head(struct making *making, struct buf *out)
{
	const struct mr_matrix *view = making->view;
	struct node *credit = node_new(&making->arena, NODE_MAP, NULL);

	buf_put_text(out, "meshreport: 1\n");
	put_text(making, out, "title", view->title);
	put_text(making, out, "subtitle", view->subtitle);
	if (strcmp(view->language, "en") != 0)
		put_text(making, out, "language", view->language);
	put_date(out, "as_of", view->as_of);
	node_add_text(&making->arena, credit, "text", view->credit.text);
	node_add_text(&making->arena, credit, "url", view->credit.url);
	node_add_text(&making->arena, credit, "license", view->credit.license);
	put_map(out, "credit", credit);
}

/* ---- statuses and notes */

/* Built-in words with nothing of the dataset's own are not written. */
static bool is_written(const struct making *making, uint32_t index)
{
	const struct dataset_status *from = &making->set->statuses[index];
	const struct mr_status *status = mr_status_at(making->view, index);

	if (from->is_builtin && !*from->label && !*from->symbol)
		return false;
	return status->is_used || making->view->selection.is_whole;
}

static void put_statuses(struct making *making, struct buf *out)
{
	static const char *const likes[MR_N_LIKES] = {[MR_LIKE_YES] = "yes",
						      [MR_LIKE_PARTIAL] = "partial",
						      [MR_LIKE_NO] = "no",
						      [MR_LIKE_UNKNOWN] = "unknown",
						      [MR_LIKE_NA] = "na"};
	struct node *all = node_new(&making->arena, NODE_MAP, NULL);

	for (uint32_t i = 0; i < making->set->n_statuses; i++) {
		const struct dataset_status *from = &making->set->statuses[i];
		struct node *one = node_new(&making->arena, NODE_MAP, NULL);

		if (!is_written(making, i))
			continue;
		node_add_text(&making->arena, one, "label", from->label);
		if (!from->is_builtin)
			node_add_word(&making->arena, one, "like", likes[from->like]);
		node_add_text(&making->arena, one, "symbol", from->symbol);
		node_add(all, from->id, one);
	}
	if (!all || !all->first)
		return;
	all->is_block = true;
	buf_put_byte(out, '\n');
	put_map(out, "statuses", all);
}

static void put_notes(struct making *making, struct buf *out)
{
	struct node *all = node_new(&making->arena, NODE_MAP, NULL);

	for (uint32_t i = 0; i < making->view->notes.n; i++) {
		const struct mr_note *note = mr_note_at(making->view, i);

		if (*note->id)
			node_add_text(&making->arena, all, note->id,
				      making_markdown(making, note->text));
	}
	if (!all || !all->first)
		return;
	all->is_block = true;
	buf_put_byte(out, '\n');
	put_map(out, "notes", all);
}

/* ---- products */

static void add_ids(struct making *making, struct node *to, const char *key,
		    const struct mr_array *ids)
{
	struct node *list;

	if (ids->n == 0)
		return;
	list = node_new(&making->arena, NODE_LIST, NULL);
	for (uint32_t i = 0; i < ids->n; i++)
		node_add(list, NULL, node_new(&making->arena, NODE_TEXT, mr_string_at(ids, i)));
	node_add(to, key, list);
}

static void put_product(struct making *making, struct buf *out, uint32_t col)
{
	static const char *const lifecycles[] = {"", "archived", "discontinued"};
	const struct dataset_product *from = matrix_product(making->canon->matrix, col);
	const struct mr_product *product = mr_product_at(making->view, col);
	struct node *one = node_new(&making->arena, NODE_MAP, NULL);

	if (!one)
		return;
	one->comment = making_comment(making, from->place);
	node_add_text(&making->arena, one, "id", product->id);
	node_add_text(&making->arena, one, "name", product->name);
	node_add_text(&making->arena, one, "url", product->url);
	node_add_text(&making->arena, one, "logo", from->logo_path);
	node_add_text(&making->arena, one, "lifecycle", lifecycles[from->lifecycle]);
	add_ids(making, one, "formerly", &product->formerly);
	making_notes(making, one, &product->notes);
	node_put(out, one, 2);
}

static void put_products(struct making *making, struct buf *out)
{
	buf_put_text(out, "\nproducts:\n");
	for (uint32_t col = 0; col < making->view->products.n; col++) {
		put_product(making, out, col);
		arena_rewind(&making->arena);
	}
}

/* ---- categories and features */

/* A weight is a decimal of at most 15 digits (data/shape.h); the shortest that reads as the same number. */
static const char *weight_word(struct making *making, double weight)
{
	char *word = arena_array(&making->arena, 40, 1);
	double scale = 1;

	for (int digits = 0; word && digits <= 15; digits++, scale *= 10) {
		unsigned long long scaled = (unsigned long long)(weight * scale + 0.5);
		unsigned long long unit = (unsigned long long)scale;

		if (weight * scale >= 9e15)
			break;
		snprintf(word, 40, digits > 0 ? "%llu.%0*llu" : "%llu", scaled / unit, digits,
			 scaled % unit);
		if ((double)scaled / scale == weight)
			return word;
	}
	return word ? word : "";
}

static struct node *values_of(struct making *making, uint32_t row)
{
	struct node *values = node_new(&making->arena, NODE_MAP, NULL);

	matrix_places(making->canon->matrix, row, making->places);
	for (uint32_t col = 0; col < making->view->products.n; col++) {
		struct place place =
			making->places[matrix_product_index(making->canon->matrix, col)];
		struct node *cell = canon_cell(making, row, col);
		bool is_own =
			place.line != matrix_feature(making->canon->matrix, row)->place.line ||
			place.column != matrix_feature(making->canon->matrix, row)->place.column;

		/* What is unknown has no line of its own unless something is to be said of it. */
		const char *comment = is_own ? making_comment(making, place) : NULL;

		if (!cell && comment)
			cell = node_new(&making->arena, NODE_WORD, "unknown");
		if (cell)
			cell->comment = comment;
		node_add(values, mr_product_at(making->view, col)->id, cell);
	}
	return values;
}

static void put_feature(struct making *making, struct buf *out, uint32_t row)
{
	static const char *const kinds[] = {"", "status", "text"};
	const struct dataset_feature *from = matrix_feature(making->canon->matrix, row);
	const struct mr_feature *feature = mr_feature_at(making->view, row);
	struct node *one = node_new(&making->arena, NODE_MAP, NULL), *values;

	if (!one)
		return;
	one->is_block = true;
	one->comment = making_comment(making, from->place);
	node_add_text(&making->arena, one, "id", feature->id);
	node_add_text(&making->arena, one, "name", making_markdown(making, feature->name));
	node_add_text(&making->arena, one, "url", feature->url);
	node_add_text(&making->arena, one, "description",
		      making_markdown(making, feature->description));
	node_add_text(&making->arena, one, "kind", kinds[from->kind]);
	if (from->weight < 1 || from->weight > 1)
		node_add_word(&making->arena, one, "weight", weight_word(making, from->weight));
	add_ids(making, one, "formerly", &feature->formerly);
	making_notes(making, one, &feature->notes);
	values = values_of(making, row);
	if (values && values->first)
		node_add(one, "values", values);
	node_put(out, one, 6);
}

/* A category is a mapping whose last key, `features`, is written row by row. */
static void put_category(struct making *making, struct buf *out, uint32_t index)
{
	const struct mr_category *category = mr_category_at(making->view, index);
	struct node *one = node_new(&making->arena, NODE_MAP, NULL);

	if (!one)
		return;
	one->is_block = true;
	one->comment = making_comment(making, matrix_category(making->canon->matrix, index)->place);
	node_add_text(&making->arena, one, "id", category->id);
	node_add_text(&making->arena, one, "name", making_markdown(making, category->name));
	node_add_text(&making->arena, one, "url", category->url);
	node_add_text(&making->arena, one, "description",
		      making_markdown(making, category->description));
	making_notes(making, one, &category->notes);
	node_put(out, one, 2);
	buf_put_text(out, "    features:\n");
	for (uint32_t i = 0; i < category->n_features; i++) {
		put_feature(making, out, category->first_feature + i);
		if (making->arena.failed)
			return;
		arena_rewind(&making->arena);
	}
}

/* ---- the document */

static void put_document(struct making *making, struct buf *out)
{
	for (size_t i = 0; i < making->canon->n_comments; i++)
		if (!making->is_used[i] && !making->is_counting)
			node_put_comment(out, making->canon->comments[i].words, 0);
	put_head(making, out);
	put_statuses(making, out);
	put_notes(making, out);
	put_products(making, out);
	buf_put_text(out, "\ncategories:\n");
	for (uint32_t i = 0; i < making->view->categories.n && !making->arena.failed; i++)
		put_category(making, out, i);
}

static bool has_failed(const struct making *making)
{
	return making->arena.failed || making->kept.failed;
}

void canon_put(struct buf *out, const struct canon *canon)
{
	struct making making = {.canon = canon,
				.view = matrix_view(canon->matrix),
				.set = matrix_dataset(canon->matrix)};
	struct buf first = BUF_INIT;

	respan_init(&making.respan);
	making.sources = mem_array((size_t)making.view->n_texts + 1, sizeof(*making.sources));
	making.is_used = mem_array(canon->n_comments + 1, sizeof(*making.is_used));
	making.is_said = mem_array(canon->n_comments + 1, sizeof(*making.is_said));
	making.places = mem_array((size_t)making.set->n_products + 1, sizeof(*making.places));
	if (making.sources && making.is_used && making.is_said && making.places) {
		/* Comments without a place stand at the head, and which those are is known only at the end. */
		making.is_counting = canon->n_comments > 0;
		if (making.is_counting)
			put_document(&making, &first);
		making.is_counting = false;
		memset(making.is_said, 0, canon->n_comments * sizeof(*making.is_said));
		if (!has_failed(&making) && !first.failed)
			put_document(&making, out);
	}
	if (!making.sources || !making.is_used || !making.is_said || !making.places ||
	    has_failed(&making) || first.failed)
		out->failed = true;
	buf_release(&first);
	mem_free(making.sources);
	mem_free(making.is_used);
	mem_free(making.is_said);
	mem_free(making.places);
	arena_release(&making.arena);
	arena_release(&making.kept);
	respan_release(&making.respan);
}
