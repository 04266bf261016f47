/* SPDX-License-Identifier: MIT */
#include "read/tables.h"

#include "base/ascii.h"
#include "data/folded.h"

#include <string.h>

const struct inline_text *tables_heading(struct reading *reading, const struct grid *grid,
					 struct place *out_place)
{
	size_t at = reading->heading_before[grid->n_blocks_before];

	if (at != SIZE_MAX) {
		const struct grid_block *block =
			VEC_AT(struct grid_block, reading->file->blocks, at);

		*out_place = block->place;
		return reading_text(reading, block->text, false, block->place);
	}
	*out_place = (struct place){0, 0};
	return reading_cell(reading, NULL);
}

bool tables_is_under_title(const struct reading *reading, const struct grid *grid)
{
	size_t before = grid->n_blocks_before;

	return reading->headings[0] < before && reading->headings[1] >= before &&
	       reading->titles[0] < before && reading->titles[1] == SIZE_MAX;
}

const struct inline_text *tables_description(struct reading *reading, const struct grid *grid)
{
	const struct grid_block *block = grid->n_blocks_before
						 ? VEC_AT(struct grid_block, reading->file->blocks,
							  grid->n_blocks_before - 1)
						 : NULL;
	const struct inline_text *text;

	if (!block || block->kind != MR_BLOCK_TEXT)
		return NULL;
	text = reading_text(reading, block->text, false, block->place);
	return inline_is_all(text, INLINE_SMALL) ? text : NULL;
}

/* A caption is that of the grid that begins right behind it, else of the one that is open. */
static bool is_caption_of(const struct reading *reading, size_t at, uint32_t index)
{
	const struct vec *grids = &reading->file->grids;
	const struct grid_block *block = VEC_AT(struct grid_block, reading->file->blocks, at);
	size_t before = grid_at(reading->file, index)->n_blocks_before;

	if (block->kind != MR_BLOCK_CAPTION)
		return false;
	if (block->n_grids_before == index)
		return at + 1 == before;
	return block->n_grids_before == index + 1 && at == before &&
	       !(index + 1 < grids->n &&
		 grid_at(reading->file, index + 1)->n_blocks_before == at + 1);
}

const struct inline_text *tables_caption(struct reading *reading, uint32_t index)
{
	const struct grid *grid = grid_at(reading->file, index);

	for (size_t i = 0; i < reading->file->blocks.n; i++) {
		const struct grid_block *block =
			VEC_AT(struct grid_block, reading->file->blocks, i);

		if (is_caption_of(reading, i, index))
			return reading_text(reading, block->text, false, block->place);
	}
	return reading_text(reading, grid->name, true, grid->place);
}

/* ---- heads */

/* The set of an item's name; 0 names: false. */
static bool put_names(struct reading *reading, const struct table *table, struct strset *names)
{
	for (uint32_t item = table_first_item(table); item < table_n_items(table); item++) {
		const struct inline_text *name = table_name_item(reading, table, item);
		const char *folded = folded_in(&reading->scratch, name->words, name->n);

		if (name->n && strset_put(names, folded, reading->scratch.n) == STRSET_NONE)
			reading->failed = true;
	}
	return names->n != 0;
}

bool tables_share_head(struct reading *reading, const struct table *a, const struct table *b)
{
	struct strset names_a, names_b;
	bool alike;

	strset_init(&names_a);
	strset_init(&names_b);
	alike = put_names(reading, a, &names_a) && put_names(reading, b, &names_b) &&
		names_a.n == names_b.n;
	for (uint32_t i = 0; alike && i < names_a.n; i++)
		alike = strset_find(&names_b, names_a.at[i].at, names_a.at[i].n) != STRSET_NONE;
	strset_release(&names_a);
	strset_release(&names_b);
	return alike;
}

/* ---- --table */

/* "2" or "2-4"; false for words. */
static bool is_numbers(const char *text, uint32_t *out_first, uint32_t *out_last)
{
	size_t n = strspn(text, "0123456789"), m;

	if (n == 0 || n > 8)
		return false;
	*out_first = *out_last = (uint32_t)ascii_number(text, (unsigned)n);
	if (text[n] == '\0')
		return true;
	m = strspn(text + n + 1, "0123456789");
	if (text[n] != '-' || m == 0 || m > 8 || text[n + 1 + m] != '\0')
		return false;
	*out_last = (uint32_t)ascii_number(text + n + 1, (unsigned)m);
	return true;
}

static bool contains_folded(struct reading *reading, const struct inline_text *text,
			    const char *folded)
{
	return text->n &&
	       strstr(folded_in(&reading->scratch, text->words, text->n), folded) != NULL;
}

/* Grids under a heading, or with a caption or name, of these words; whole ones first, then parts. */
static uint32_t by_heading(struct reading *reading, const char *words, uint32_t *chosen)
{
	struct buf wanted = BUF_INIT;
	struct place place;
	const char *folded = folded_in(&wanted, words, strlen(words));
	uint32_t n = 0;

	for (unsigned part = 0; part < 2 && n == 0; part++) {
		for (uint32_t i = 0; i < reading->file->grids.n; i++) {
			const struct inline_text *heading =
				tables_heading(reading, grid_at(reading->file, i), &place);
			const struct inline_text *caption = tables_caption(reading, i);
			bool fits;

			if (part)
				fits = contains_folded(reading, heading, folded) ||
				       contains_folded(reading, caption, folded);
			else
				fits = strcmp(folded_in(&reading->scratch, heading->words,
							heading->n),
					      folded) == 0 ||
				       strcmp(folded_in(&reading->scratch, caption->words,
							caption->n),
					      folded) == 0;
			if (fits)
				chosen[n++] = i;
		}
	}
	reading->failed = reading->failed || wanted.failed;
	buf_release(&wanted);
	return n;
}

static int choose_named(struct reading *reading, uint32_t *chosen, uint32_t *out_n, struct buf *why)
{
	const struct interpret_options *options = reading->options;
	uint32_t n_grids = (uint32_t)reading->file->grids.n, first, last, found;
	uint32_t *some = arena_array(&reading->arena, (size_t)n_grids + 1, sizeof(*some));
	char word[DIAG_WORD];

	if (!some)
		return -1;
	for (size_t i = 0; i < options->n_tables; i++) {
		found = 0;
		if (is_numbers(options->tables[i], &first, &last)) {
			for (; first >= 1 && first <= last && first <= n_grids; first++)
				some[found++] = first - 1;
			if (found == 0 || last > n_grids) {
				buf_printf(why, "there is no table %s: the file has %lu",
					   options->tables[i], (unsigned long)n_grids);
				return -1;
			}
		} else {
			found = by_heading(reading, options->tables[i], some);
		}
		if (found == 0) {
			buf_printf(why, "no table stands under a heading '%s'",
				   diag_word(word, options->tables[i]));
			return -1;
		}
		for (uint32_t j = 0; j < found; j++) {
			uint32_t at = 0;

			while (at < *out_n && chosen[at] != some[j])
				at++;
			if (at == *out_n)
				chosen[(*out_n)++] = some[j];
		}
	}
	return 0;
}

/* ---- the default */

/* Statuses weigh; a table of texts counts where there is none with statuses. */
static size_t weight(struct reading *reading, const struct table *table)
{
	size_t statuses, filled;

	if (table->grid->n_columns < 2 || table->grid->n_rows < 2)
		return 0;
	table_share(reading, table, &statuses, &filled);
	return statuses * 1000 + filled;
}

static void say_chosen(struct reading *reading, const struct table *tables, const bool *chosen,
		       uint32_t n_chosen)
{
	uint32_t n = (uint32_t)reading->file->grids.n, n_others = n - n_chosen, first = n;
	struct buf numbers = BUF_INIT;
	char option[64];

	for (uint32_t i = 0; i < n; i++) {
		if (chosen[i])
			buf_printf(&numbers, "%s%lu", numbers.n ? ", " : "", (unsigned long)i + 1);
		else if (first == n && tables[i].grid->n_rows > 1)
			first = i;
	}
	if (n_others && first < n) {
		memcpy(option, "--table N, --list-tables", 25);
		doubts_add(reading->doubts, DOUBT_TABLES, tables[first].grid->place, option,
			   "of %lu tables (or sheets) %s %s read: %s with the most statuses%s",
			   (unsigned long)n, buf_text(&numbers), n_chosen == 1 ? "is" : "are",
			   n_chosen == 1 ? "the one" : "the ones",
			   n_chosen == 1 ? "" : ", which share their head");
	}
	reading->failed = reading->failed || numbers.failed;
	buf_release(&numbers);
}

static int choose_default(struct reading *reading, struct table *tables, uint32_t *chosen,
			  uint32_t *out_n, struct buf *why)
{
	uint32_t n = (uint32_t)reading->file->grids.n, best = 0;
	bool *is_chosen = arena_array(&reading->arena, (size_t)n + 1, sizeof(*is_chosen));
	size_t most = 0, weighs;

	if (!is_chosen)
		return -1;
	for (uint32_t i = 0; i < n; i++) {
		weighs = weight(reading, &tables[i]);
		if (weighs > most) {
			most = weighs;
			best = i;
		}
	}
	if (most == 0) {
		buf_put_text(why, n ? "no table has two columns and a row below its head"
				    : "the file has no table");
		return -1;
	}
	for (uint32_t i = 0; i < n; i++) {
		is_chosen[i] = i == best || (tables[i].grid->n_rows > 1 &&
					     tables_share_head(reading, &tables[best], &tables[i]));
		if (is_chosen[i])
			chosen[(*out_n)++] = i;
	}
	say_chosen(reading, tables, is_chosen, *out_n);
	return 0;
}

int tables_choose(struct reading *reading, struct table **out, uint32_t *out_n, struct buf *out_why)
{
	uint32_t n = (uint32_t)reading->file->grids.n, n_chosen = 0;
	struct table *tables = arena_array(&reading->arena, (size_t)n + 1, sizeof(*tables));
	struct table *made = arena_array(&reading->arena, (size_t)n + 1, sizeof(*made));
	uint32_t *chosen = arena_array(&reading->arena, (size_t)n + 1, sizeof(*chosen));
	int status;

	*out_n = 0;
	if (!tables || !made || !chosen)
		return -1;
	for (uint32_t i = 0; i < n; i++)
		table_init(&tables[i], reading, i);
	if (reading_has_failed(reading))
		return -1;
	if (reading->options->n_tables)
		status = choose_named(reading, chosen, &n_chosen, out_why);
	else
		status = choose_default(reading, tables, chosen, &n_chosen, out_why);
	for (uint32_t i = 0; status == 0 && i < n_chosen; i++) {
		made[i] = tables[chosen[i]];
		if (made[i].grid->n_columns < 2 || made[i].grid->n_rows < 2) {
			buf_printf(
				out_why,
				"table %lu has %s: a comparison has names and at least one product",
				(unsigned long)chosen[i] + 1,
				made[i].grid->n_columns < 2 ? "one column" : "one row");
			status = -1;
		}
	}
	*out = made;
	*out_n = n_chosen;
	reading->failed |= out_why->failed;
	return reading_has_failed(reading) ? -1 : status;
}
