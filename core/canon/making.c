/* SPDX-License-Identifier: MIT */
#include "canon/making.h"

#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "base/mem.h"
#include "data/shape.h"

int making_init(struct making *making, const struct canon *canon)
{
	*making = (struct making){.canon = canon,
				  .view = matrix_view(canon->matrix),
				  .set = matrix_dataset(canon->matrix)};
	respan_init(&making->respan);
	making->sources = mem_array((size_t)making->view->n_texts + 1, sizeof(*making->sources));
	making->texts = mem_array((size_t)making->view->n_texts + 1, sizeof(*making->texts));
	making->escaped = mem_array((size_t)making->view->n_texts + 1, sizeof(*making->escaped));
	making->is_used = mem_array(canon->n_comments + 1, sizeof(*making->is_used));
	making->is_said = mem_array(canon->n_comments + 1, sizeof(*making->is_said));
	making->places = mem_array((size_t)making->set->n_products + 1, sizeof(*making->places));
	for (uint32_t i = 0; i < making->view->products.n; i++)
		making->has_long_ids |= strlen(mr_product_at(making->view, i)->id) > NODE_KEY_MAX;
	return making_has_failed(making) ? -1 : 0;
}

void making_release(struct making *making)
{
	mem_free(making->sources);
	mem_free(making->texts);
	mem_free(making->escaped);
	mem_free(making->is_used);
	mem_free(making->is_said);
	mem_free(making->places);
	arena_release(&making->arena);
	arena_release(&making->kept);
	respan_release(&making->respan);
}

bool making_has_failed(const struct making *making)
{
	return making->arena.failed || making->kept.failed || !making->sources || !making->texts ||
	       !making->escaped || !making->is_used || !making->is_said || !making->places;
}

/* ---- Markdown and comments */

const char *making_markdown(struct making *making, const struct mr_text *text)
{
	const char **kept = &making->sources[text->id];

	if (!*kept && !mr_text_is_empty(text)) {
		const char *source = respan_text(&making->respan, text);

		*kept = source ? arena_copy(&making->kept, source, strlen(source)) : NULL;
		making->kept.failed |= !*kept;
		making->texts[text->id] = text;
	}
	return *kept ? *kept : "";
}

static int compare(struct place a, struct place b)
{
	if (a.line != b.line)
		return a.line < b.line ? -1 : 1;
	return (a.column > b.column) - (a.column < b.column);
}

/* The first comment that stands at `place` or behind it. */
static size_t find_comment(const struct canon *canon, struct place place)
{
	size_t low = 0, high = canon->n_comments;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (compare(canon->comments[mid].place, place) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

const char *making_comment(struct making *making, struct place place)
{
	const struct canon *canon = making->canon;
	struct buf lines = BUF_INIT;

	if (place.line == 0)
		return NULL;
	for (size_t i = find_comment(canon, place);
	     i < canon->n_comments && compare(canon->comments[i].place, place) == 0; i++) {
		making->is_used[i] = true;
		if (making->is_said[i])
			continue;
		making->is_said[i] = true;
		buf_printf(&lines, "%s\n", canon->comments[i].words);
	}
	return lines.n > 0 || lines.failed ? buf_keep(&lines, &making->arena) : NULL;
}

/* ---- notes */

/*
 * An entry of the form of an id is the key of a shared note, so a note of one word of the cell's own has its
 * first letter as an entity.
 */
static const char *own_note(struct making *making, const struct mr_text *text)
{
	const char *source = making_markdown(making, text);
	char *escaped;

	if (!shape_is_id(source))
		return source;
	if (making->escaped[text->id])
		return making->escaped[text->id];
	escaped = arena_array(&making->kept, strlen(source) + 8, 1);
	if (!escaped)
		return "";
	making->escaped[text->id] = escaped;
	diag_write(escaped, strlen(source) + 8, "&#%u;%s", (unsigned)source[0], source + 1);
	return escaped;
}

void making_notes(struct making *making, struct node *to, const struct mr_array *notes)
{
	struct node *list;

	if (notes->n == 0)
		return;
	list = node_new(&making->arena, NODE_LIST, NULL);
	for (uint32_t i = 0; i < notes->n; i++) {
		const struct mr_note *note = mr_note_at(making->view, mr_index_at(notes, i));
		bool is_shared =
			*note->id && (!making->is_long || strlen(note->id) <= NODE_KEY_MAX);
		const char *entry = is_shared ? note->id : own_note(making, note->text);

		node_add(list, NULL, node_new(&making->arena, NODE_TEXT, entry));
	}
	node_add(to, "notes", list);
}
