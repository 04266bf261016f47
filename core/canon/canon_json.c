/* SPDX-License-Identifier: MIT */
#include "canon/canon_json.h"

#include <stdio.h>
#include <string.h>

#include "canon/canon_profiles.h"
#include "canon/canon_ranking.h"
#include "canon/canon_rows.h"
#include "canon/canon_texts.h"
#include "canon/node_json.h"
#include "canon/scalar.h"

struct writing {
	struct making making;
	struct buf *out;
	const char *mark; /* of the stamp */
	const char *feed; /* before records: a line feed, or nothing where all is one line */
	const char *gap; /* between members of the document: a line feed or a space */
	bool has_texts; /* x-texts stands at the end */
};

/* ---- pieces of an object that is open */

/* A comma behind the member before, the feed, and the key. */
static void put_key(struct writing *to, const char *key)
{
	buf_put_byte(to->out, ',');
	buf_put_text(to->out, to->gap);
	scalar_put_quoted(to->out, key);
	buf_put_text(to->out, ": ");
}

static void put_text(struct writing *to, const char *key, const char *text)
{
	if (!*text)
		return;
	put_key(to, key);
	scalar_put_quoted(to->out, text);
}

static void put_node(struct writing *to, const char *key, const struct node *node)
{
	if (!node || !node->first)
		return;
	put_key(to, key);
	node_json_put(to->out, node);
}

/* ---- the head */

static void put_date(struct writing *to, const char *key, struct mr_date date)
{
	char word[32];

	if (date.year == 0)
		return;
	snprintf(word, sizeof(word), "%04d-%02u-%02u", date.year, (unsigned)date.month,
		 (unsigned)date.day);
	put_text(to, key, word);
}

/* What was shown of what there is, so that a program need not guess. */
static void put_selection(struct writing *to)
{
	const struct mr_selection *selection = &to->making.view->selection;
	struct buf *out = to->out;

	put_key(to, "x-selection");
	buf_printf(out, "{\"whole\": %s, \"products\": %u, \"features\": %u",
		   selection->is_whole ? "true" : "false", (unsigned)selection->n_products_all,
		   (unsigned)selection->n_features_all);
	if (*selection->words) {
		buf_put_text(out, ", \"words\": ");
		scalar_put_quoted(out, selection->words);
	}
	buf_put_text(out, ", \"command\": ");
	scalar_put_quoted(out, selection->command);
	buf_put_byte(out, '}');
}

/* Labels and symbols as they are shown: of built-in words in the dataset's language. */
static struct node *statuses_used(struct making *making)
{
	struct node *all = node_new(&making->arena, NODE_MAP, NULL);

	for (uint32_t i = 0; i < making->view->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(making->view, i);
		struct node *one = node_new(&making->arena, NODE_MAP, NULL);

		if (!status->is_used)
			continue;
		node_add_text(&making->arena, one, "label", status->label);
		node_add_text(&making->arena, one, "like", canon_rows_like(status->like));
		node_add_text(&making->arena, one, "symbol", status->symbol);
		node_add(all, status->id, one);
	}
	return all;
}

/* A note whose id is no key stands at its marks by its words (making_notes). */
static struct node *notes_by_key(struct making *making)
{
	struct node *all = canon_rows_notes(making), *before = NULL;

	for (struct node *at = all ? all->first : NULL; at; at = at->next) {
		if (strlen(at->key) <= NODE_KEY_MAX)
			before = at;
		else if (before)
			before->next = at->next;
		else
			all->first = at->next;
	}
	return all;
}

static void put_products(struct writing *to)
{
	put_key(to, "products");
	buf_put_byte(to->out, '[');
	for (uint32_t col = 0; col < to->making.view->products.n; col++) {
		buf_put_text(to->out, col ? "," : "");
		buf_put_text(to->out, col ? to->gap : to->feed);
		node_json_put(to->out, canon_rows_product(&to->making, col));
		arena_rewind(&to->making.arena);
	}
	buf_put_text(to->out, to->feed);
	buf_put_byte(to->out, ']');
}

static void put_head(struct writing *to)
{
	const struct mr_matrix *view = to->making.view;

	buf_put_byte(to->out, '{');
	buf_put_text(to->out, to->feed);
	buf_put_text(to->out, "\"meshreport\": 1");
	put_text(to, "x-generator", "meshreport " MESHREPORT_VERSION);
	put_text(to, "x-stamp", to->mark);
	put_selection(to);
	put_text(to, "title", view->title);
	put_text(to, "subtitle", view->subtitle);
	put_text(to, "language", view->language);
	put_date(to, "as_of", view->as_of);
	put_node(to, "credit", canon_rows_credit(&to->making));
	put_node(to, "statuses", canon_rows_statuses(&to->making));
	put_node(to, "x-statuses", statuses_used(&to->making));
	put_node(to, "notes", notes_by_key(&to->making));
	put_node(to, "x-ranking", canon_ranking(&to->making));
	put_node(to, "profiles", canon_profiles(&to->making));
	arena_rewind(&to->making.arena);
	put_products(to);
}

/* ---- the rows */

static void put_category(struct writing *to, uint32_t index)
{
	buf_put_byte(to->out, '{');
	node_json_put_members(to->out, canon_rows_category(&to->making, index));
	arena_rewind(&to->making.arena);
}

static void put_document(struct writing *to)
{
	const struct mr_matrix *view = to->making.view;

	put_head(to);
	put_key(to, "categories");
	buf_put_byte(to->out, '[');
	for (uint32_t i = 0; i < view->categories.n && !making_has_failed(&to->making); i++) {
		const struct mr_category *category = mr_category_at(view, i);

		buf_put_text(to->out, i ? ",\n" : "\n");
		put_category(to, i);
		buf_put_text(to->out, ", \"features\": [");
		for (uint32_t j = 0; j < category->n_features; j++) {
			buf_put_text(to->out, j ? ",\n" : "\n");
			node_json_put(to->out,
				      canon_rows_feature(&to->making, category->first_feature + j));
			arena_rewind(&to->making.arena);
		}
		buf_put_text(to->out, "\n]}");
	}
	buf_put_text(to->out, "\n]");
	if (to->has_texts) {
		put_key(to, "x-texts");
		canon_texts_put(to->out, &to->making);
	}
	buf_put_text(to->out, "\n}\n");
}

static void put_lines(struct writing *to)
{
	const struct mr_matrix *view = to->making.view;

	put_head(to);
	put_key(to, "categories");
	buf_put_byte(to->out, '[');
	for (uint32_t i = 0; i < view->categories.n; i++) {
		buf_put_text(to->out, i ? ", " : "");
		put_category(to, i);
		buf_put_byte(to->out, '}');
	}
	buf_put_text(to->out, "]}\n");
	for (uint32_t row = 0; row < view->features.n && !making_has_failed(&to->making); row++) {
		const struct mr_feature *feature = mr_feature_at(view, row);

		buf_put_text(to->out, "{\"category\": ");
		scalar_put_quoted(to->out, mr_category_at(view, feature->category)->id);
		buf_put_text(to->out, ", ");
		node_json_put_members(to->out, canon_rows_feature(&to->making, row));
		buf_put_text(to->out, "}\n");
		arena_rewind(&to->making.arena);
	}
}

static void put(struct writing *to, const struct canon *canon, void (*put_all)(struct writing *to))
{
	const struct canon silent = {.matrix = canon->matrix};

	if (making_init(&to->making, &silent) == 0) {
		to->making.is_long = true;
		put_all(to);
	}
	to->out->failed |= making_has_failed(&to->making);
	making_release(&to->making);
}

void canon_json_put(struct buf *out, const struct canon *canon, const char *mark, bool is_lines)
{
	struct writing to = {.out = out,
			     .mark = mark,
			     .feed = is_lines ? "" : "\n",
			     .gap = is_lines ? " " : "\n"};

	put(&to, canon, is_lines ? put_lines : put_document);
}

void canon_json_put_with_texts(struct buf *out, const struct canon *canon, const char *mark)
{
	struct writing to = {
		.out = out, .mark = mark, .feed = "\n", .gap = "\n", .has_texts = true};

	put(&to, canon, put_document);
}
