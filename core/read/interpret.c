/* SPDX-License-Identifier: MIT */
#include "read/interpret.h"

#include "data/raw.h"
#include "read/draft.h"
#include "read/legend.h"
#include "read/orient.h"
#include "read/records.h"
#include "read/tables.h"

#include <stdio.h>
#include <string.h>

/* ---- --map */

/* What the words of an option are in a cell: shortcodes are signs there, too. */
static void give_maps(struct reading *reading)
{
	const struct interpret_options *options = reading->options;

	for (size_t i = 0; i < options->n_maps; i++) {
		const struct interpret_map *map = &options->maps[i];
		enum meaning meaning = meaning_by_id(map->status);
		const struct inline_text *text = inline_read(&reading->pool, map->word, false);
		uint32_t status = meaning == MEANING_NONE ? VOCABULARY_TEXT : (uint32_t)meaning;

		if (!text)
			return;
		vocabulary_give(&reading->vocabulary, text->words, text->n, status, VOCABULARY_MAP);
		/* as it was typed, for what looks like markup */
		vocabulary_give(&reading->vocabulary, map->word, strlen(map->word), status,
				VOCABULARY_MAP);
	}
}

static void report_maps(struct reading *reading)
{
	const struct interpret_options *options = reading->options;
	char word[DIAG_WORD];

	for (size_t i = 0; i < options->n_maps; i++) {
		const char *typed = options->maps[i].word;
		const struct inline_text *text = inline_read(&reading->pool, typed, false);
		uint32_t n_uses = 0;
		struct vocabulary_hit hit;

		if (!text)
			return;
		hit = vocabulary_find(&reading->vocabulary, text->words, text->n);
		n_uses += hit.word == VOCABULARY_NONE ? 0
						      : VEC_AT(struct vocabulary_word,
							       reading->vocabulary.words, hit.word)
								->n_uses;
		hit = vocabulary_find(&reading->vocabulary, typed, strlen(typed));
		n_uses += hit.word == VOCABULARY_NONE ? 0
						      : VEC_AT(struct vocabulary_word,
							       reading->vocabulary.words, hit.word)
								->n_uses;
		if (n_uses == 0)
			doubts_add(reading->doubts, DOUBT_OPTION, (struct place){0, 0}, NULL,
				   "--map '%s=%s' never applied", diag_word(word, typed),
				   options->maps[i].status);
	}
}

/* ---- the company that a sign keeps */

static bool stands_in(struct reading *reading, const struct table *tables, uint32_t n_tables,
		      const char *const *signs, size_t n_signs)
{
	for (uint32_t i = 0; i < n_tables; i++) {
		const struct grid *grid = tables[i].grid;

		for (size_t j = grid->first_cell; j < grid->first_cell + grid->n_cells; j++) {
			const char *text = VEC_AT(struct grid_cell, reading->file->cells, j)->text;

			for (size_t k = 0; k < n_signs; k++) {
				if (strcmp(text, signs[k]) == 0)
					return true;
			}
		}
	}
	return false;
}

/* Whether the tables are of statuses, a quarter of what they say at least. */
static bool has_statuses(struct reading *reading, const struct table *tables, uint32_t n_tables)
{
	size_t all_statuses = 0, all_filled = 0, statuses, filled;

	for (uint32_t i = 0; i < n_tables; i++) {
		table_share(reading, &tables[i], &statuses, &filled);
		all_statuses += statuses;
		all_filled += filled;
	}
	return all_statuses * 4 >= all_filled && all_statuses;
}

/*
 * ○ is yes beside △ and × (as in Japan), no beside ● and ◐.  x and X are no where others say yes with a word
 * or a tick.  A dash among statuses is none of them.
 */
static void give_company(struct reading *reading, const struct table *tables, uint32_t n_tables)
{
	static const char *const balls[] = {"●", "◐", "◑", "◕", "◔"};
	static const char *const japan[] = {"△", "×", "◎", "✕"};
	static const char *const ticks[] = {"✓",   "✔",   "✔️", "✅", "☑", "yes",
					    "Yes", "YES", "y",      "Y", "√"};
	static const char *const circles[] = {"○", "◯"};
	static const char *const dashes[] = {"-", "–", "—", "➖"};
	bool has_balls =
		stands_in(reading, tables, n_tables, balls, sizeof(balls) / sizeof(balls[0]));
	bool has_japan =
		stands_in(reading, tables, n_tables, japan, sizeof(japan) / sizeof(japan[0]));

	if (has_balls != has_japan) {
		for (size_t i = 0; i < sizeof(circles) / sizeof(circles[0]); i++)
			vocabulary_give(&reading->vocabulary, circles[i], strlen(circles[i]),
					has_japan ? MEANING_YES : MEANING_NO, VOCABULARY_COMPANY);
	}
	if (has_japan)
		vocabulary_give(&reading->vocabulary, "◎", strlen("◎"), MEANING_YES,
				VOCABULARY_COMPANY);
	if (stands_in(reading, tables, n_tables, ticks, sizeof(ticks) / sizeof(ticks[0])))
		vocabulary_give(&reading->vocabulary, "x", 1, MEANING_NO, VOCABULARY_COMPANY);
	if (has_statuses(reading, tables, n_tables)) {
		for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
			vocabulary_give(&reading->vocabulary, dashes[i], strlen(dashes[i]),
					MEANING_NA, VOCABULARY_COMPANY);
	}
	if (stands_in(reading, tables, n_tables,
		      (const char *const[]){"x", "X", "✗", "✘", "❌", "×"}, 6))
		vocabulary_give(&reading->vocabulary, "√", strlen("√"), MEANING_YES,
				VOCABULARY_COMPANY);
}

/* ---- which way round */

static void orient(struct reading *reading, struct table *tables, uint32_t n_tables)
{
	const struct interpret_options *options = reading->options;
	const char *why = "";
	bool in_rows = options->products_in == INTERPRET_IN_ROWS;

	if (options->products_in == INTERPRET_GUESS)
		in_rows = orient_in_rows(reading, &tables[0], &why);
	if (options->transpose)
		in_rows = !in_rows;
	if (options->products_in == INTERPRET_GUESS && !options->transpose) {
		if (in_rows)
			doubts_add(reading->doubts, DOUBT_ORIENTATION, tables[0].grid->place,
				   "--products-in columns",
				   "the products are read from the rows: %s", why);
		else if (why[0])
			doubts_add(reading->doubts, DOUBT_ORIENTATION, tables[0].grid->place,
				   "--products-in rows",
				   "the products are read from the columns, but %s", why);
		else
			doubts_note(reading->doubts, DOUBT_ORIENTATION, tables[0].grid->place,
				    "--products-in rows", "the products are read from the columns");
	}
	for (uint32_t i = 0; i < n_tables; i++)
		tables[i].in_rows = in_rows;
}

/* ---- the whole */

static int refuse(struct load *load, const struct grid_file *file, const char *why)
{
	struct about about = {.hint = "--list-tables shows what there is"};

	if (file->grids.n == 0)
		about.hint = file->blocks.n ? "it has text only; a comparison is a table" : NULL;
	load_error(load, &about, "%s", why);
	return -1;
}

static int read_file(struct raw *raw, struct load *load, struct reading *reading)
{
	struct table *tables = NULL;
	struct draft draft;
	struct buf why = BUF_INIT;
	uint32_t n_tables = 0;
	int status = -1;

	draft_init(&draft);
	give_maps(reading);
	if (tables_choose(reading, &tables, &n_tables, &why) != 0) {
		if (why.n && !reading_has_failed(reading))
			refuse(load, reading->file, buf_text(&why));
		goto out;
	}
	orient(reading, tables, n_tables);
	give_company(reading, tables, n_tables);
	legend_read(reading, tables, n_tables);
	draft_build(&draft, reading, tables, n_tables);
	if (reading_has_failed(reading))
		goto out;
	if (draft.products.n == 0 || draft.features.n == 0) {
		refuse(load, reading->file,
		       draft.products.n ? "the table has no features"
					: "the table has no products");
		goto out;
	}
	report_maps(reading);
	reading->doubts->n_tables = n_tables;
	status = records_fill(raw, load, &draft, reading);
out:
	draft_release(&draft);
	buf_release(&why);
	return status;
}

int interpret(struct raw *raw, struct load *load, const struct grid_file *file,
	      const struct interpret_options *options, struct doubts *doubts)
{
	struct reading reading;
	int status = -1;

	if (reading_init(&reading, file, options, doubts) == 0)
		status = read_file(raw, load, &reading);
	if (reading_has_failed(&reading) && !load->failed) {
		load_no_memory(load);
		status = -1;
	}
	reading_release(&reading);
	doubts_sort(doubts);
	return status;
}

/* ---- the list */

static void list_one(struct reading *reading, const struct table *table, struct arena *arena,
		     struct interpret_table *out)
{
	struct place place;
	const struct inline_text *heading = tables_heading(reading, table->grid, &place);
	const struct inline_text *caption = tables_caption(reading, table->index);
	size_t statuses, filled;
	const char *copy;

	if (caption->n)
		heading = heading->n && strcmp(heading->words, caption->words) != 0
				  ? inline_join(&reading->pool, heading, " › ", caption)
				  : caption;
	copy = heading ? arena_copy(arena, heading->words, heading->n) : NULL;
	*out = (struct interpret_table){.number = table->index + 1,
					.place = table->grid->place,
					.heading = copy ? copy : "",
					.n_rows = table->grid->n_rows,
					.n_columns = table->grid->n_columns,
					.share = table_share(reading, table, &statuses, &filled)};
	reading->failed = reading->failed || !copy;
}

int interpret_list(const struct grid_file *file, const struct interpret_options *options,
		   struct arena *arena, const struct interpret_table **out, size_t *out_n)
{
	struct reading reading;
	struct doubts doubts = {0};
	struct table *chosen = NULL, table;
	struct buf why = BUF_INIT;
	struct interpret_table *list = arena_array(arena, file->grids.n + 1, sizeof(*list));
	uint32_t n_chosen = 0;
	int status = -1;

	*out_n = 0;
	if (reading_init(&reading, file, options, &doubts) == 0 && list) {
		give_maps(&reading);
		for (uint32_t i = 0; i < file->grids.n && !reading_has_failed(&reading); i++) {
			table_init(&table, &reading, i);
			if (reading_has_failed(&reading))
				break;
			list_one(&reading, &table, arena, &list[i]);
		}
		if (tables_choose(&reading, &chosen, &n_chosen, &why) == 0) {
			for (uint32_t i = 0; i < n_chosen; i++)
				list[chosen[i].index].is_chosen = true;
		}
		status = reading_has_failed(&reading) ? -1 : 0;
	}
	if (status == 0) {
		*out = list;
		*out_n = file->grids.n;
	}
	buf_release(&why);
	reading_release(&reading);
	doubts_release(&doubts);
	return status;
}
