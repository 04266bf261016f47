/* SPDX-License-Identifier: MIT */
#include "canon/canon.h"

#include <string.h>

#include "canon/canon_profiles.h"
#include "canon/canon_rows.h"

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

	buf_put_text(out, "meshreport: 1\n");
	put_text(making, out, "title", view->title);
	put_text(making, out, "subtitle", view->subtitle);
	if (strcmp(view->language, "en") != 0)
		put_text(making, out, "language", view->language);
	put_date(out, "as_of", view->as_of);
	put_map(out, "credit", canon_rows_credit(making));
}

/* ---- statuses and notes */

static void put_statuses(struct making *making, struct buf *out)
{
	struct node *all = canon_rows_statuses(making);

	if (!all || !all->first)
		return;
	all->is_block = true;
	buf_put_byte(out, '\n');
	put_map(out, "statuses", all);
}

static void put_notes(struct making *making, struct buf *out)
{
	struct node *all = canon_rows_notes(making);

	if (!all || !all->first)
		return;
	all->is_block = true;
	buf_put_byte(out, '\n');
	put_map(out, "notes", all);
}

/* ---- products */

static void put_products(struct making *making, struct buf *out)
{
	buf_put_text(out, "\nproducts:\n");
	for (uint32_t col = 0; col < making->view->products.n; col++) {
		node_put(out, canon_rows_product(making, col), 2);
		arena_rewind(&making->arena);
	}
}

/* ---- categories and features */

/* The last key of a category, `features`, is written row by row. */
static void put_category(struct making *making, struct buf *out, uint32_t index)
{
	const struct mr_category *category = mr_category_at(making->view, index);

	node_put(out, canon_rows_category(making, index), 2);
	buf_put_text(out, "    features:\n");
	for (uint32_t i = 0; i < category->n_features; i++) {
		node_put(out, canon_rows_feature(making, category->first_feature + i), 6);
		if (making->arena.failed)
			return;
		arena_rewind(&making->arena);
	}
}

/* ---- profiles */

static void put_profiles(struct making *making, struct buf *out)
{
	struct node *all = canon_profiles(making);

	if (!all || !all->first)
		return;
	buf_put_text(out, "\nprofiles:\n");
	for (const struct node *one = all->first; one; one = one->next)
		node_put(out, one, 2);
	arena_rewind(&making->arena);
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
	put_profiles(making, out);
}

void canon_put(struct buf *out, const struct canon *canon)
{
	struct making making;
	struct buf first = BUF_INIT;

	if (making_init(&making, canon) == 0) {
		/* Comments without a place stand at the head, and which those are is known only at the end. */
		making.is_counting = canon->n_comments > 0;
		if (making.is_counting)
			put_document(&making, &first);
		making.is_counting = false;
		memset(making.is_said, 0, canon->n_comments * sizeof(*making.is_said));
		if (!making_has_failed(&making) && !first.failed)
			put_document(&making, out);
	}
	out->failed |= making_has_failed(&making) || first.failed;
	buf_release(&first);
	making_release(&making);
}
