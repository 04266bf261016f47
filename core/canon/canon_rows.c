/* SPDX-License-Identifier: MIT */
#include "canon/canon_rows.h"

#include <stdio.h>
#include <string.h>

#include "canon/canon_cell.h"

/* ---- the head */

struct node *canon_rows_credit(struct making *making)
{
	const struct mr_credit *credit = &making->view->credit;
	struct node *map = node_new(&making->arena, NODE_MAP, NULL);

	node_add_text(&making->arena, map, "text", credit->text);
	node_add_text(&making->arena, map, "url", credit->url);
	node_add_text(&making->arena, map, "license", credit->license);
	return map;
}

/* Built-in words with nothing of the dataset's own are not written. */
static bool is_written(const struct making *making, uint32_t index)
{
	const struct dataset_status *from = &making->set->statuses[index];
	const struct mr_status *status = mr_status_at(making->view, index);

	if (from->is_builtin && !*from->label && !*from->symbol)
		return false;
	return status->is_used || making->view->selection.is_whole;
}

const char *canon_rows_like(uint32_t like)
{
	static const char *const likes[MR_N_LIKES] = {[MR_LIKE_YES] = "yes",
						      [MR_LIKE_PARTIAL] = "partial",
						      [MR_LIKE_NO] = "no",
						      [MR_LIKE_UNKNOWN] = "unknown",
						      [MR_LIKE_NA] = "na"};

	return likes[like < MR_N_LIKES ? like : MR_LIKE_UNKNOWN];
}

struct node *canon_rows_statuses(struct making *making)
{
	struct node *all = node_new(&making->arena, NODE_MAP, NULL);

	for (uint32_t i = 0; i < making->set->n_statuses; i++) {
		const struct dataset_status *from = &making->set->statuses[i];
		struct node *one = node_new(&making->arena, NODE_MAP, NULL);

		if (!is_written(making, i))
			continue;
		node_add_text(&making->arena, one, "label", from->label);
		if (!from->is_builtin)
			node_add_word(&making->arena, one, "like", canon_rows_like(from->like));
		node_add_text(&making->arena, one, "symbol", from->symbol);
		node_add(all, from->id, one);
	}
	return all;
}

struct node *canon_rows_notes(struct making *making)
{
	struct node *all = node_new(&making->arena, NODE_MAP, NULL);

	for (uint32_t i = 0; i < making->view->notes.n; i++) {
		const struct mr_note *note = mr_note_at(making->view, i);

		if (*note->id)
			node_add_text(&making->arena, all, note->id,
				      making_markdown(making, note->text));
	}
	return all;
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

struct node *canon_rows_product(struct making *making, uint32_t col)
{
	static const char *const lifecycles[] = {"", "archived", "discontinued"};
	const struct dataset_product *from = matrix_product(making->canon->matrix, col);
	const struct mr_product *product = mr_product_at(making->view, col);
	struct node *one = node_new(&making->arena, NODE_MAP, NULL);

	if (!one)
		return NULL;
	one->comment = making_comment(making, from->place);
	node_add_text(&making->arena, one, "id", product->id);
	node_add_text(&making->arena, one, "name", product->name);
	node_add_text(&making->arena, one, "url", product->url);
	node_add_text(&making->arena, one, "logo", from->logo_path);
	node_add_text(&making->arena, one, "lifecycle", lifecycles[from->lifecycle]);
	add_ids(making, one, "formerly", &product->formerly);
	making_notes(making, one, &product->notes);
	if (from->evidence)
		canon_cell_evidence(making, one, from->evidence);
	return one;
}

/* ---- categories and features */

const char *canon_rows_weight(struct making *making, double weight)
{
	char *word = arena_array(&making->arena, 40, 1);
	double scale = 1;

	for (int digits = 0; word && digits <= 15; digits++, scale *= 10) {
		unsigned long long scaled = (unsigned long long)(weight * scale + 0.5);
		unsigned long long unit = (unsigned long long)scale;

		snprintf(word, 40, digits > 0 ? "%llu.%0*llu" : "%llu", scaled / unit, digits,
			 scaled % unit);
		if ((double)scaled / scale == weight)
			return word;
	}
	return "";
}

static struct node *values_of(struct making *making, uint32_t row)
{
	bool is_list = making->is_long && making->has_long_ids;
	struct node *values = node_new(&making->arena, is_list ? NODE_LIST : NODE_MAP, NULL);

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
		node_add(values, is_list ? NULL : mr_product_at(making->view, col)->id, cell);
	}
	return values;
}

struct node *canon_rows_feature(struct making *making, uint32_t row)
{
	static const char *const kinds[] = {"", "status", "text"};
	const struct dataset_feature *from = matrix_feature(making->canon->matrix, row);
	const struct mr_feature *feature = mr_feature_at(making->view, row);
	struct node *one = node_new(&making->arena, NODE_MAP, NULL), *values;

	if (!one)
		return NULL;
	one->is_block = true;
	one->comment = making_comment(making, from->place);
	node_add_text(&making->arena, one, "id", feature->id);
	node_add_text(&making->arena, one, "name", making_markdown(making, feature->name));
	node_add_text(&making->arena, one, "url", feature->url);
	node_add_text(&making->arena, one, "description",
		      making_markdown(making, feature->description));
	node_add_text(&making->arena, one, "kind", kinds[from->kind]);
	if (from->weight < 1 || from->weight > 1)
		node_add_word(&making->arena, one, "weight",
			      canon_rows_weight(making, from->weight));
	add_ids(making, one, "formerly", &feature->formerly);
	making_notes(making, one, &feature->notes);
	if (from->evidence)
		canon_cell_evidence(making, one, from->evidence);
	values = values_of(making, row);
	if (values && values->first)
		node_add(one, "values", values);
	return one;
}

struct node *canon_rows_category(struct making *making, uint32_t index)
{
	const struct dataset_category *from = matrix_category(making->canon->matrix, index);
	const struct mr_category *category = mr_category_at(making->view, index);
	struct node *one = node_new(&making->arena, NODE_MAP, NULL);

	if (!one)
		return NULL;
	one->is_block = true;
	one->comment = making_comment(making, from->place);
	node_add_text(&making->arena, one, "id", category->id);
	node_add_text(&making->arena, one, "name", making_markdown(making, category->name));
	node_add_text(&making->arena, one, "url", category->url);
	node_add_text(&making->arena, one, "description",
		      making_markdown(making, category->description));
	making_notes(making, one, &category->notes);
	if (from->evidence)
		canon_cell_evidence(making, one, from->evidence);
	return one;
}
