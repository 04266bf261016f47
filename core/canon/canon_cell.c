/* SPDX-License-Identifier: MIT */
#include "canon/canon_cell.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "data/schema.h"
#include "view/evidence.h"
#include "view/matrix.h"

/* ---- words */

static const char *status_id(const struct making *making, uint32_t status)
{
	return mr_status_at(making->view, status)->id;
}

/* Whether the words are the status's label and nothing else. */
static bool is_label(const struct making *making, uint32_t status, const struct mr_text *text)
{
	const struct mr_span *span = mr_span_at(text, 0);

	return strcmp(text->plain, mr_status_at(making->view, status)->label) == 0 &&
	       text->spans.n == 1 && span->kind == MR_SPAN_TEXT && !*span->url;
}

/* A status as YAML has it: the words of `like` and of the format are never quoted. */
static void add_status(struct making *making, struct node *to, uint32_t status)
{
	const struct mr_status *is = mr_status_at(making->view, status);

	node_add(to, "status",
		 node_new(&making->arena, is->is_builtin ? NODE_WORD : NODE_TEXT, is->id));
}

static void add_own_words(struct making *making, struct node *to, uint32_t status,
			  const struct mr_text *text)
{
	if (!is_label(making, status, text))
		node_add_text(&making->arena, to, "text", making_markdown(making, text));
}

static void add_parts(struct making *making, struct node *to, const struct mr_cell_detail *detail)
{
	struct node *list = node_new(&making->arena, NODE_LIST, NULL);

	for (uint32_t i = 0; i < detail->parts.n; i++) {
		const struct mr_part *part = mr_part_at(detail, i);
		struct node *one = node_new(&making->arena, NODE_MAP, NULL);

		node_add_text(&making->arena, one, "name", part->name);
		add_status(making, one, part->status);
		add_own_words(making, one, part->status, part->text);
		making_notes(making, one, &part->notes);
		node_add(list, NULL, one);
	}
	node_add(to, "parts", list);
}

/* ---- what few cells have */

static void add_sources(struct making *making, struct node *to, const struct mr_array *sources)
{
	struct node *list;

	if (sources->n == 0)
		return;
	list = node_new(&making->arena, NODE_LIST, NULL);
	for (uint32_t i = 0; i < sources->n; i++)
		node_add(list, NULL, node_new(&making->arena, NODE_TEXT, mr_string_at(sources, i)));
	node_add(to, "source", list);
}

static void add_date(struct making *making, struct node *to, const char *key, struct mr_date date)
{
	char *word = arena_array(&making->arena, 32, 1);

	if (!word || date.year == 0)
		return;
	snprintf(word, 32, "%04d-%02u-%02u", date.year, (unsigned)date.month, (unsigned)date.day);
	node_add_word(&making->arena, to, key, word);
}

void canon_cell_evidence(struct making *making, struct node *to,
			 const struct dataset_evidence *evidence)
{
	const struct dataset_ids *sources = &evidence->sources;
	const struct mr_array array = {sources->at, sources->n, sizeof(*sources->at)};

	add_sources(making, to, &array);
	node_add_text(&making->arena, to, "since", evidence->since);
	add_date(making, to, "verified", evidence->verified);
}

static void add_detail(struct making *making, struct node *to, const struct mr_cell_detail *detail)
{
	if (!detail)
		return;
	making_notes(making, to, &detail->notes);
	add_sources(making, to, &detail->sources);
	node_add_text(&making->arena, to, "since", detail->since);
	add_date(making, to, "verified", detail->verified);
}

static bool is_same_list(const struct mr_array *sources, const struct dataset_ids *ids)
{
	bool is_same = sources->n == ids->n;

	for (uint32_t i = 0; i < sources->n && is_same; i++)
		is_same = strcmp(mr_string_at(sources, i), ids->at[i]) == 0;
	return is_same;
}

/* Takes out what product, category and feature say, since they stand there. */
static void drop_inherited(const struct making *making, uint32_t row, uint32_t col,
			   const struct mr_cell *cell, struct mr_cell_detail *detail)
{
	const struct matrix *matrix = making->canon->matrix;
	struct dataset_evidence from =
		evidence_inherited(making->set, matrix_feature(matrix, row),
				   matrix_product_index(matrix, col), cell->kind, cell->like);

	if (is_same_list(&detail->sources, &from.sources))
		detail->sources.n = 0;
	if (strcmp(detail->since, from.since) == 0)
		detail->since = "";
	if (memcmp(&detail->verified, &from.verified, sizeof(from.verified)) == 0)
		detail->verified = (struct mr_date){0};
}

/* ---- cells */

static bool has_detail(const struct mr_cell_detail *detail)
{
	return detail && (detail->notes.n > 0 || detail->sources.n > 0 || *detail->since ||
			  detail->verified.year != 0);
}

/* Whether a row holds a status, so that words beside it need `text:` to be no slip. */
static bool has_status(const struct mr_matrix *view, uint32_t row)
{
	for (uint32_t col = 0; col < view->products.n; col++) {
		const struct mr_cell *cell = mr_cell_at(view, row, col);

		if (cell->like != MR_LIKE_NONE && cell->status != DATASET_UNKNOWN)
			return true;
	}
	return false;
}

/* Whether words stand in a row that has no status but unknown ones: left out, they would make it a row of facts. */
static bool needs_unknown(const struct mr_matrix *view, uint32_t row)
{
	if (mr_feature_at(view, row)->is_fact || has_status(view, row))
		return false;
	for (uint32_t col = 0; col < view->products.n; col++)
		if (mr_cell_at(view, row, col)->like == MR_LIKE_NONE)
			return true;
	return false;
}

/* A status and no more is the word alone; what is unknown and no more is left out. */
static struct node *status_cell(struct making *making, uint32_t row, const struct mr_cell *cell)
{
	bool has_words = !is_label(making, cell->status, cell->text);
	bool is_unknown = cell->status == DATASET_UNKNOWN;
	struct node *map;

	if (!making->is_long && !has_words && !has_detail(cell->detail)) {
		const struct mr_status *status = mr_status_at(making->view, cell->status);

		if (is_unknown && !needs_unknown(making->view, row))
			return NULL;
		return node_new(&making->arena, status->is_builtin ? NODE_WORD : NODE_TEXT,
				status->id);
	}
	/* nothing is said here: with a status, or notes alone, the row would be counted */
	if (mr_feature_at(making->view, row)->is_fact)
		return node_new(&making->arena, NODE_WORD, "null");
	map = node_new(&making->arena, NODE_MAP, NULL);
	if (has_words || !is_unknown || making->is_long)
		add_status(making, map, cell->status);
	add_own_words(making, map, cell->status, cell->text);
	add_detail(making, map, cell->detail);
	return map;
}

/* Whether the words alone would be taken for a status, or for nothing. */
static bool is_status_word(const struct making *making, const char *source)
{
	size_t n = strlen(source);

	for (uint32_t i = 0; i < making->view->statuses.n; i++) {
		const char *id = status_id(making, i);

		if (strlen(id) == n && strncasecmp(id, source, n) == 0)
			return true;
	}
	return false;
}

static struct node *text_cell(struct making *making, uint32_t row, const struct mr_cell *cell)
{
	const struct mr_feature *feature = mr_feature_at(making->view, row);
	const char *source = making_markdown(making, cell->text);
	struct node *map;

	if (!making->is_long && !has_detail(cell->detail) &&
	    (feature->kind == MR_FEATURE_TEXT ||
	     (!has_status(making->view, row) && !is_status_word(making, source))))
		return node_new(&making->arena, NODE_TEXT, source);
	map = node_new(&making->arena, NODE_MAP, NULL);
	node_add_text(&making->arena, map, "text", source);
	add_detail(making, map, cell->detail);
	return map;
}

static struct node *list_cell(struct making *making, const struct mr_cell *cell)
{
	struct node *list = node_new(&making->arena, NODE_LIST, NULL);

	for (uint32_t i = 0; i < cell->detail->items.n; i++)
		node_add(list, NULL,
			 node_new(&making->arena, NODE_TEXT,
				  making_markdown(making, mr_item_at(cell->detail, i))));
	return list;
}

static struct node *parts_cell(struct making *making, const struct mr_cell *cell)
{
	struct node *map = node_new(&making->arena, NODE_MAP, NULL);

	add_parts(making, map, cell->detail);
	add_detail(making, map, cell->detail);
	return map;
}

struct node *canon_cell(struct making *making, uint32_t row, uint32_t col)
{
	struct mr_cell cell = *mr_cell_at(making->view, row, col);
	struct mr_cell_detail own;

	if (cell.detail && !making->is_long) {
		own = *cell.detail;
		drop_inherited(making, row, col, &cell, &own);
		cell.detail = &own;
	}
	switch (cell.kind) {
	case MR_CELL_TEXT: return text_cell(making, row, &cell);
	case MR_CELL_LIST: return list_cell(making, &cell);
	case MR_CELL_PARTS: return parts_cell(making, &cell);
	default: return status_cell(making, row, &cell);
	}
}
