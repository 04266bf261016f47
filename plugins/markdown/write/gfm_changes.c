/* SPDX-License-Identifier: MIT */
/*
 * What changed since the old edition: a changelog of lists, fit to be pasted into release notes.
 *
 * Each line begins with a word or sign that says what it is, so that nothing depends on how it is drawn.
 */
#include "markdown/write/gfm.h"

#include "common/change/changes.h"
#include "common/change/changes_details.h"
#include "common/write/fill.h"

static void put_letters(struct gfm *gfm, const char *text)
{
	spans_letters(gfm->out, text, SPANS_BLOCK);
}

static void fill_letters(struct out *out, const char *text, size_t n)
{
	spans_piece(out, text, n, SPANS_BLOCK);
}

static void put_heading(struct gfm *gfm, uint32_t level)
{
	out_char(gfm->out, '\n');
	for (uint32_t i = 0; i < level && i < 6; i++)
		out_char(gfm->out, '#');
	out_char(gfm->out, ' ');
}

/* ------------------------------------------------------------------ what it is of */

static void put_name(struct gfm *gfm, const struct changes_entry *entry)
{
	const struct mr_matrix *m = changes_matrix(gfm->m, entry);
	const struct mr_category *category;

	switch (entry->at) {
	case CHANGES_PRODUCT: put_letters(gfm, mr_product_at(m, entry->index)->name); break;
	case CHANGES_CATEGORY:
		category = mr_category_at(m, entry->index);
		if (mr_text_is_empty(category->name))
			put_letters(gfm, category->id);
		else
			spans_put(gfm->out, category->name, SPANS_BLOCK);
		break;
	default: spans_put(gfm->out, mr_feature_at(m, entry->index)->name, SPANS_BLOCK);
	}
}

/* ------------------------------------------------------------------ details */

static void put_detail(void *context, const struct changes_detail *detail)
{
	struct gfm *gfm = context;
	const char *word = detail->key ? mr_word(gfm->m, detail->key, detail->english) : NULL;
	const struct fill_place places[] = {{detail->place, detail->text}};

	out_string(gfm->out, "  - ");
	if (detail->kind != MR_CHANGE_CHANGED) {
		put_letters(gfm, detail->kind == MR_CHANGE_ADDED
					 ? mr_word(gfm->m, "change_added", "added")
					 : mr_word(gfm->m, "change_removed", "removed"));
		out_string(gfm->out, ": ");
	}
	if (word && detail->place) {
		fill_write(gfm->out, word, places, 1, fill_letters);
	} else {
		put_letters(gfm, word ? word : "");
		out_string(gfm->out, word && (detail->rich || *detail->text) ? ": " : "");
		if (detail->rich) {
			spans_put(gfm->out, detail->rich, SPANS_BLOCK);
		} else {
			spans_link_open(gfm->out, detail->is_address ? detail->text : "");
			put_letters(gfm, detail->text);
			spans_link_close(gfm->out, detail->is_address ? detail->text : "",
					 SPANS_BLOCK);
		}
	}
	out_char(gfm->out, '\n');
}

/* ------------------------------------------------------------------ cells */

static void put_then(struct gfm *gfm, uint32_t row, uint32_t col)
{
	struct gfm then = *gfm;

	then.m = gfm->m->since->old;
	then.is_bare = true;
	gfm_cell_put(&then, mr_then_cell(gfm->m, row, col));
}

/*
 * From what was to what is.  In a text from the right it is made of letters that turn round with the words around them,
 * whichever way these run; an arrow would not.
 */
static const char *arrow(const struct gfm *gfm)
{
	return gfm->m->is_rtl ? " -> " : " → ";
}

/* "✗ no → ✓ yes"; where only what stands beside it changed, the value once. */
static void put_values(struct gfm *gfm, const struct changes_entry *entry)
{
	struct gfm now = *gfm;

	now.is_bare = true;
	out_string(gfm->out, ": ");
	if (entry->what & (MR_CHANGED_STATUS | MR_CHANGED_WORDS)) {
		put_then(gfm, entry->index, entry->col);
		out_string(gfm->out, arrow(gfm));
	}
	gfm_cell_put(&now, mr_cell_at(gfm->m, entry->index, entry->col));
	if (entry->tone == MR_TONE_LOUD) {
		out_string(gfm->out, " (**");
		put_letters(gfm, mr_word(gfm->m, "change_lost", "no longer known"));
		out_string(gfm->out, "**)");
	}
}

void gfm_changes_mark(struct gfm *gfm, uint32_t row, uint32_t col)
{
	const struct mr_was *was = mr_was_cell(gfm->m, row, col);

	if (!was || !(was->what & (MR_CHANGED_STATUS | MR_CHANGED_WORDS)))
		return;
	out_string(gfm->out, " <small>(");
	put_letters(gfm, mr_word(gfm->m, "change_was", "was"));
	out_char(gfm->out, ' ');
	put_then(gfm, row, col);
	out_string(gfm->out, ")</small>");
}

/* ------------------------------------------------------------------ lists */

static void put_entry(struct gfm *gfm, const struct changes_entry *entry)
{
	out_string(gfm->out, "- ");
	if (entry->kind == MR_CHANGE_ADDED || entry->kind == MR_CHANGE_REMOVED) {
		put_letters(gfm, entry->kind == MR_CHANGE_ADDED
					 ? mr_word(gfm->m, "change_added", "added")
					 : mr_word(gfm->m, "change_removed", "removed"));
		out_string(gfm->out, ": ");
	}
	put_name(gfm, entry);
	if (entry->at == CHANGES_CELL)
		put_values(gfm, entry);
	out_char(gfm->out, '\n');
	changes_details(gfm->m, entry, put_detail, gfm);
}

static void put_group(struct gfm *gfm, const struct changes_entry *entry)
{
	static const char *const keys[] = {"products", "categories", "features"};
	static const char *const english[] = {"Products", "Categories", "Features"};

	put_heading(gfm, gfm->level + 2);
	if (entry->at == CHANGES_CELL)
		put_letters(gfm, mr_product_at(gfm->m, entry->col)->name);
	else
		put_letters(gfm, mr_word(gfm->m, keys[entry->at], english[entry->at]));
	out_string(gfm->out, "\n\n");
}

/* A line of what is said of the document itself. */
static void put_own(void *context, const char *then, const char *now)
{
	struct gfm *gfm = context;

	out_string(gfm->out, "- ");
	put_letters(gfm, then);
	out_string(gfm->out, arrow(gfm));
	put_letters(gfm, now);
	out_char(gfm->out, '\n');
}

static void count_own(void *context, const char *then, const char *now)
{
	(void)then;
	(void)now;
	++*(size_t *)context;
}

static void put_document(struct gfm *gfm)
{
	size_t n = 0;

	changes_details_document(gfm->m, count_own, &n);
	out_string(gfm->out, n > 0 ? "\n" : "");
	changes_details_document(gfm->m, put_own, gfm);
}

void gfm_changes_put(struct gfm *gfm)
{
	char day[16];
	const struct fill_place places[] = {{"edition", changes_edition(gfm->m, day)}};
	const struct changes_entry *before = NULL;
	struct changes changes;

	put_heading(gfm, gfm->level + 1);
	fill_write(gfm->out, mr_word(gfm->m, "changes_since", "Changes since {edition}"), places, 1,
		   fill_letters);
	out_char(gfm->out, '\n');
	put_document(gfm);
	changes_list(&changes, gfm->m);
	for (size_t i = 0; i < changes.n; i++) {
		const struct changes_entry *entry = &changes.at[i];

		if (!before || before->at != entry->at ||
		    (entry->at == CHANGES_CELL && entry->col != before->col))
			put_group(gfm, entry);
		put_entry(gfm, entry);
		before = entry;
	}
	if (gfm->m->since->n_changes == 0) {
		out_char(gfm->out, '\n');
		put_letters(gfm, mr_word(gfm->m, "changes_none", "Nothing changed."));
		out_char(gfm->out, '\n');
	}
	gfm->out->failed |= changes.failed;
	changes_release(&changes);
}
