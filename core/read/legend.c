/* SPDX-License-Identifier: MIT */
#include "read/legend.h"

#include "base/ascii.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "data/folded.h"
#include "read/marks.h"
#include "words/legend_entries.h"
#include "words/legend_words.h"
#include "words/slug.h"

#include <string.h>

enum { SMALL_TABLE_ROWS = 16, LABEL_LONG = 100 };

struct scan {
	struct reading *reading;
	struct legend_entries cells;
	struct strset ids;
	bool claimed[MEANING_N]; /* built-in statuses that have a label of the legend */
	struct strset keys; /* explained already, by the nearest */
};

/* ---- what stands in the cells */

static void collect_used(struct scan *scan, const struct table *table)
{
	struct reading *reading = scan->reading;
	size_t length;

	for (uint32_t row = table->n_head_rows; row < table->grid->n_rows; row++) {
		for (uint32_t column = table->n_stub_columns; column < table->grid->n_columns;
		     column++) {
			const struct inline_text *text = reading_cell(
				reading, grid_field(reading->file, table->grid, row, column));

			if (text->n <= LEGEND_KEY)
				legend_entries_use(&scan->cells, text->words, text->n);
			if (text->n && folded_is_sign(utf8_decode(text->words, text->n, &length)))
				legend_entries_use(&scan->cells, text->words, length);
			else if (legend_entries_head(text->words, text->n))
				legend_entries_use(&scan->cells, text->words,
						   legend_entries_head(text->words, text->n));
		}
	}
}

/* ---- what an entry means */

/* The sign, if it is one character: what a status shows beside its words. */
static const char *symbol_of(const struct legend_entry *entry, const char *key)
{
	size_t length;

	if (!entry->is_sign)
		return "";
	utf8_decode(key, strlen(key), &length);
	return key[length] == '\0' || strcmp(key + length, "\xef\xb8\x8f") == 0 ? key : "";
}

/* "it is not supported": the label is what it is. */
static const char *label_of(const char *words)
{
	static const char *const leads[] = {"the feature is ", "feature is ", "this is ",
					    "it is ",          "is ",         "means "};

	for (size_t i = 0; i < sizeof(leads) / sizeof(leads[0]); i++) {
		if (ascii_begins(words, leads[i]))
			return words + strlen(leads[i]);
	}
	return words;
}

static bool is_mapped(const struct vocabulary *vocabulary, const struct vocabulary_hit *hit)
{
	return hit->word != VOCABULARY_NONE &&
	       VEC_AT(struct vocabulary_word, vocabulary->words, hit->word)->rank == VOCABULARY_MAP;
}

/*
 * "in beta (partial)": what it counts as stands in brackets behind the label, which is cut there; a label that
 * means something of its own that counts alike means that.  MEANING_NONE without such brackets.
 */
static enum meaning take_like(struct vocabulary *vocabulary, char *words)
{
	size_t n = strlen(words);
	char *open = words;
	struct vocabulary_hit like, own;

	if (words[n - 1] != ')')
		return MEANING_NONE;
	for (char *at = words; (at = strstr(at, " (")) != NULL; at++)
		open = at;
	like = vocabulary_find(vocabulary, open + 2, n - 1 - (size_t)(open + 2 - words));
	if (open == words || like.status >= MEANING_N)
		return MEANING_NONE;
	*open = '\0';
	own = vocabulary_find(vocabulary, words, strlen(words));
	return own.status < MEANING_N && vocabulary_like(vocabulary, own.status) ==
						 vocabulary_like(vocabulary, like.status)
		       ? (enum meaning)own.status
		       : (enum meaning)like.status;
}

/* The status of a legend's words: the first of a meaning is the built-in one under another name. */
static uint32_t status_for(struct scan *scan, enum meaning meaning, const char *words,
			   const char *symbol, struct place place)
{
	struct reading *reading = scan->reading;
	struct vocabulary *vocabulary = &reading->vocabulary;
	struct vocabulary_status *builtin = vocabulary_at(vocabulary, meaning);
	uint32_t id;

	if (scan->claimed[meaning]) {
		id = slug_make(&scan->ids, "", words, "status");
		if (id != STRSET_NONE)
			return vocabulary_status(vocabulary, meaning_like(meaning),
						 scan->ids.at[id].at, words, symbol, place);
		reading->failed = true;
		return VOCABULARY_NONE;
	}
	scan->claimed[meaning] = true;
	builtin->label = arena_copy(&vocabulary->arena, words, strlen(words));
	builtin->symbol = arena_copy(&vocabulary->arena, symbol, strlen(symbol));
	builtin->place = place;
	reading->failed = reading->failed || !builtin->label || !builtin->symbol;
	builtin->label = builtin->label ? builtin->label : "";
	builtin->symbol = builtin->symbol ? builtin->symbol : "";
	return meaning;
}

/* Whether the words tell it, so that no text further away needs to be asked. */
static bool explain(struct scan *scan, const struct legend_entry *entry, const char *key,
		    char *said, struct place place)
{
	struct reading *reading = scan->reading;
	struct vocabulary *vocabulary = &reading->vocabulary;
	struct vocabulary_hit hit = vocabulary_find(vocabulary, key, strlen(key));
	enum meaning counts = entry->is_strict ? take_like(vocabulary, said) : MEANING_NONE;
	const char *words = said;
	enum meaning meaning = counts != MEANING_NONE
				       ? counts
				       : legend_words_meaning(vocabulary, words, strlen(words));
	char shown[DIAG_WORD], option[DIAG_WORD + 32];
	uint32_t status;

	/* --map says what it counts as, the legend what it is called; a sign that everybody knows needs no more */
	if (is_mapped(vocabulary, &hit) && hit.status < MEANING_N)
		meaning = (enum meaning)hit.status;
	else if (meaning == MEANING_NONE && hit.status < MEANING_N)
		meaning = (enum meaning)hit.status;
	if (hit.status == VOCABULARY_TEXT)
		return true;
	if (meaning == MEANING_NONE && key[0] == '\0')
		return false;
	if (meaning == MEANING_NONE) {
		diag_write(option, sizeof(option), "--map '%s=yes'", diag_word(shown, key));
		doubts_add(
			reading->doubts, DOUBT_LEGEND, place, option,
			"the legend says '%s' of '%s', which does not tell whether it counts as yes or no; "
			"it stays a text",
			words, key);
		return false;
	}
	if (key[0] == '\0') {
		if (!is_mapped(vocabulary, &hit))
			vocabulary_give(vocabulary, "", 0, meaning, VOCABULARY_LEGEND);
		return true;
	}
	words = label_of(words);
	status = status_for(scan, meaning, words, symbol_of(entry, key), place);
	if (status == VOCABULARY_NONE)
		return true;
	if (entry->is_again)
		vocabulary_give(vocabulary, words, strlen(words), status, VOCABULARY_MAP);
	else if (entry->is_strict)
		vocabulary_give_sign(vocabulary, key, strlen(key), status);
	else
		vocabulary_give(vocabulary, key, strlen(key), status, VOCABULARY_MAP);
	doubts_note(reading->doubts, DOUBT_LEGEND, place, NULL,
		    "'%s' is read as the legend says: %s (%s)", key, words, meaning_id(meaning));
	return true;
}

/* What a legend says is short: the rest of a paragraph is no part of it. */
static void cut_sentence(char *words)
{
	static const char *const ends[] = {". ", ", and ", "; "};

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]) && strlen(words) > LABEL_LONG; i++) {
		char *end = strstr(words, ends[i]);

		if (end)
			*end = '\0';
	}
}

/* Bytes of the words up to the next item, or to a line that is a note: "✅ yes", and below it "* by hand". */
static size_t words_end(const struct inline_text *text, size_t first, size_t n, bool is_list)
{
	const char *words = text->words + first, *at = words, *end;

	while ((at = memchr(at, '\n', n - (size_t)(at - words))) != NULL) {
		size_t line = (size_t)(++at - words);

		end = memchr(at, '\n', n - line);
		if (is_list || marks_begins_note(text, first + line,
						 end ? (size_t)(end - text->words) : first + n))
			return line - 1;
	}
	return n;
}

/* Takes the entries of a text: two at least, each sign once, or one that is parted by "=" and the like. */
static void take_entries(struct scan *scan, const struct inline_text *text,
			 const struct legend_entry *entries, uint32_t n, bool is_list,
			 struct place place)
{
	struct buf *folded = &scan->reading->scratch;

	for (uint32_t i = 0; i < n; i++) {
		struct legend_entry entry = entries[i];
		bool is_known;
		const char *key = arena_copy(&scan->reading->arena, text->words + entries[i].key,
					     entries[i].n_key);
		char *words =
			arena_copy(&scan->reading->arena, text->words + entries[i].words,
				   words_end(text, entries[i].words, entries[i].n_words, is_list));

		if (!key || !words) {
			scan->reading->failed = true;
			return;
		}
		for (char *at = words; *at; at++)
			*at = *at == '\n' ? ' ' : *at;
		words += strspn(words, " ");
		cut_sentence(words);
		folded_in(folded, key, strlen(key));
		is_known = strset_find(&scan->keys, buf_text(folded), folded->n) != STRSET_NONE;
		entry.is_again = entry.is_strict && is_known;
		if (words[0] == '\0' || (is_known && !entry.is_again) ||
		    !explain(scan, &entry, key, words, place))
			continue;
		folded_in(folded, key, strlen(key));
		if (strset_put(&scan->keys, buf_text(folded), folded->n) == STRSET_NONE)
			scan->reading->failed = true;
	}
}

/* ---- blocks */

/* A list is one text, its items lines of it; `out_end` is the block behind it. */
static const struct inline_text *list_text(struct reading *reading, size_t first, size_t last,
					   size_t *out_end)
{
	const struct inline_text *text = NULL, *item;
	size_t i;

	for (i = first; i < last; i++) {
		const struct grid_block *block =
			VEC_AT(struct grid_block, reading->file->blocks, i);

		if (block->kind != MR_BLOCK_ITEM || i - first > LEGEND_ENTRIES)
			break;
		item = reading_one_line(reading,
					reading_text(reading, block->text, false, block->place));
		text = text ? inline_join(&reading->pool, text, "\n", item) : item;
		if (!text)
			break;
	}
	*out_end = i;
	return text;
}

static void read_blocks(struct scan *scan, size_t first, size_t last)
{
	struct reading *reading = scan->reading;
	struct legend_entry entries[LEGEND_ENTRIES];
	size_t next;

	for (size_t i = first; i < last && !reading_has_failed(reading); i = next) {
		const struct grid_block *block =
			VEC_AT(struct grid_block, reading->file->blocks, i);
		const struct inline_text *text = NULL;
		uint32_t n;

		next = i + 1;
		if (block->kind == MR_BLOCK_ITEM)
			text = list_text(reading, i, last, &next);
		else if (block->kind == MR_BLOCK_TEXT || block->kind == MR_BLOCK_CAPTION)
			text = reading_text(reading, block->text, false, block->place);
		if (!text)
			continue;
		n = legend_entries_find(&scan->cells, text, entries);
		if (n == 0 || (!entries[0].is_strict && (legend_entries_repeat(text, entries, n) ||
							 (n == 1 && !entries[0].is_parted))))
			continue;
		take_entries(scan, text, entries, n, block->kind == MR_BLOCK_ITEM, block->place);
	}
}

/* ---- small tables */

/* Two columns, signs in the first: a legend in the form of a table. */
static void read_grid(struct scan *scan, uint32_t index)
{
	struct reading *reading = scan->reading;
	const struct grid *grid = grid_at(reading->file, index);
	uint32_t n = 0;

	if (grid->n_columns != 2 || grid->n_rows > SMALL_TABLE_ROWS || grid->n_rows < 2)
		return;
	for (uint32_t row = grid->n_head_rows; row < grid->n_rows; row++) {
		const struct inline_text *key =
			reading_cell(reading, grid_field(reading->file, grid, row, 0));

		n += key->n && key->n <= LEGEND_KEY &&
		     legend_entries_uses(&scan->cells, key->words, key->n);
	}
	if (n < 2 || n * 2 < grid->n_rows - grid->n_head_rows)
		return;
	for (uint32_t row = grid->n_head_rows; row < grid->n_rows; row++) {
		const struct grid_cell *cell = grid_field(reading->file, grid, row, 0);
		const struct inline_text *key = reading_cell(reading, cell);
		const struct inline_text *words =
			reading_cell(reading, grid_field(reading->file, grid, row, 1));
		const struct inline_text *both;
		struct legend_entry entry = {
			.n_key = key->n, .words = (size_t)key->n + 1, .n_words = words->n};
		size_t length;

		if (!cell || key->n == 0 || words->n == 0 ||
		    !legend_entries_uses(&scan->cells, key->words, key->n))
			continue;
		entry.is_sign = folded_is_sign(utf8_decode(key->words, key->n, &length));
		both = inline_join(&reading->pool, key, " ", words);
		if (both)
			take_entries(scan, both, &entry, 1, false, cell->place);
	}
}

/* ---- near */

/* Headings: blocks of the sections that the grid stands in, marked by true. */
static bool *sections_of(struct reading *reading, const struct grid *grid)
{
	size_t n = reading->file->blocks.n;
	bool *near = arena_array(&reading->arena, n + 1, sizeof(*near));
	uint32_t level = UINT32_MAX;
	size_t end = grid->n_blocks_before;

	if (!near)
		return NULL;
	/* backwards: the blocks below a heading belong to it, and it counts where it is above all since */
	for (size_t i = grid->n_blocks_before; i-- > 0;) {
		const struct grid_block *block =
			VEC_AT(struct grid_block, reading->file->blocks, i);

		if (block->kind != MR_BLOCK_HEADING && i > 0)
			continue;
		if (block->kind != MR_BLOCK_HEADING || block->level < level) {
			for (size_t j = i; j < end; j++)
				near[j] = true;
			if (block->kind == MR_BLOCK_HEADING)
				level = block->level;
		}
		end = i;
	}
	return near;
}

/* By grid: whether it is one of the tables. */
static bool *taken_of(struct reading *reading, const struct table *tables, uint32_t n_tables)
{
	bool *taken = arena_array(&reading->arena, reading->file->grids.n + 1, sizeof(*taken));

	for (uint32_t i = 0; taken && i < n_tables; i++)
		taken[tables[i].index] = true;
	return taken;
}

/* The block behind the last of the section of a grid: the next heading. */
static size_t section_end(struct reading *reading, size_t at)
{
	for (; at < reading->file->blocks.n; at++) {
		if (VEC_AT(struct grid_block, reading->file->blocks, at)->kind == MR_BLOCK_HEADING)
			break;
	}
	return at;
}

static void read_near(struct scan *scan, const struct table *tables, uint32_t n_tables)
{
	struct reading *reading = scan->reading;
	const struct table *first = &tables[0], *last = &tables[n_tables - 1];
	const bool *near = sections_of(reading, first->grid);
	const bool *taken = taken_of(reading, tables, n_tables);
	size_t end = section_end(reading, last->grid->n_blocks_before), i, start;

	if (!near || !taken) {
		reading->failed = true;
		return;
	}
	/* the nearest first: behind the tables, then upwards */
	read_blocks(scan, last->grid->n_blocks_before, end);
	for (i = 0; i < reading->file->grids.n; i++) {
		size_t at = grid_at(reading->file, i)->n_blocks_before;

		if (!taken[i] && (at < first->grid->n_blocks_before ? near[at] : at <= end))
			read_grid(scan, (uint32_t)i);
	}
	for (i = first->grid->n_blocks_before; i > 0; i = start) {
		start = i - 1;
		/* a list is read whole */
		while (start > 0 &&
		       VEC_AT(struct grid_block, reading->file->blocks, start)->kind ==
			       MR_BLOCK_ITEM &&
		       VEC_AT(struct grid_block, reading->file->blocks, start - 1)->kind ==
			       MR_BLOCK_ITEM)
			start--;
		if (near[start])
			read_blocks(scan, start, i);
	}
}

void legend_read(struct reading *reading, const struct table *tables, uint32_t n_tables)
{
	struct scan scan = {.reading = reading};

	legend_entries_init(&scan.cells);
	strset_init(&scan.ids);
	strset_init(&scan.keys);
	for (unsigned i = 0; i < MEANING_N; i++) {
		if (strset_put(&scan.ids, meaning_id((enum meaning)i),
			       strlen(meaning_id((enum meaning)i))) == STRSET_NONE)
			reading->failed = true;
	}
	for (uint32_t i = 0; i < n_tables; i++)
		collect_used(&scan, &tables[i]);
	reading->failed = reading->failed || scan.cells.failed;
	if (!reading_has_failed(reading))
		read_near(&scan, tables, n_tables);
	legend_entries_release(&scan.cells);
	strset_release(&scan.ids);
	strset_release(&scan.keys);
}
