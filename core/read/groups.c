/* SPDX-License-Identifier: MIT */
#include "read/groups.h"

#include "base/strset.h"
#include "data/folded.h"
#include "read/orient.h"

#include <string.h>

/* Folded. */
static const char *const category_words[] = {
	"category",  "categories", "section",   "sections",  "group",     "groups",    "area",
	"kategorie", "kategorien", "bereich",   "gruppe",    "abschnitt", "rubrik",    "catégorie",
	"groupe",    "rubrique",   "domaine",   "categoría", "sección",   "grupo",     "área",
	"categoria", "seção",      "secção",    "sezione",   "gruppo",    "categorie", "groep",
	"rubriek",   "kategoria",  "grupa",     "kategori",  "bölüm",     "grup",      "категория",
	"группа",    "раздел",     "категорія", "分类",      "类别",      "分類",      "類別",
	"カテゴリ",  "カテゴリー", "グループ",  "카테고리",  "분류",      "الفئة",     "قطاع"};

bool groups_is_word(struct reading *reading, const struct inline_text *head)
{
	const char *word = folded_in(&reading->scratch, head->words, head->n);

	for (size_t i = 0; i < sizeof(category_words) / sizeof(*category_words); i++)
		if (strcmp(category_words[i], word) == 0)
			return true;
	return false;
}

static const struct inline_text *words_at(struct reading *reading, const struct table *table,
					  uint32_t row, uint32_t column)
{
	return reading_cell(reading, grid_field(reading->file, table->grid, row, column));
}

static const struct inline_text *head_of(struct reading *reading, const struct table *table,
					 uint32_t column)
{
	return words_at(reading, table, table->n_head_rows - 1, column);
}

static bool is_status(struct reading *reading, const struct inline_text *text)
{
	return vocabulary_find(&reading->vocabulary, text->words, text->n).status < VOCABULARY_TEXT;
}

bool groups_repeat(struct reading *reading, const struct table *table, uint32_t column)
{
	struct strset groups;
	uint32_t n = 0;
	bool has_status = false, repeats;

	strset_init(&groups);
	for (uint32_t row = table->n_head_rows; row < table->grid->n_rows && !has_status; row++) {
		const struct inline_text *text = words_at(reading, table, row, column);

		if (text->n == 0)
			continue;
		n++;
		has_status = is_status(reading, text);
		reading->failed |= strset_put(&groups, text->words, text->n) == STRSET_NONE;
	}
	repeats = n > groups.n && !has_status;
	strset_release(&groups);
	return repeats;
}

/* Whether every row that says something has a name in the column. */
static bool names_all(struct reading *reading, const struct table *table, uint32_t column)
{
	uint32_t n = 0;

	for (uint32_t row = table->n_head_rows; row < table->grid->n_rows; row++) {
		const struct inline_text *text = words_at(reading, table, row, column);

		if (text->n == 0 && words_at(reading, table, row, 0)->n == 0)
			continue;
		if (text->n == 0 || is_status(reading, text))
			return false;
		n++;
	}
	return n > 0;
}

bool groups_are_first(struct reading *reading, const struct table *table)
{
	if (table->grid->n_columns < 3 || !groups_is_word(reading, head_of(reading, table, 0)) ||
	    orient_is_product(reading, head_of(reading, table, 1)) || !names_all(reading, table, 1))
		return false;
	return orient_is_feature(reading, head_of(reading, table, 1)) ||
	       groups_repeat(reading, table, 0);
}

/* ---- order */

/* The number of each row's group, groups counted as they come first; false where that changes nothing. */
static bool number_rows(struct reading *reading, const struct table *table, uint32_t column,
			uint32_t *numbers, uint32_t *out_n)
{
	struct strset groups;
	uint32_t current = 0;
	bool is_mixed = false;

	strset_init(&groups);
	for (uint32_t row = table->n_head_rows; row < table->grid->n_rows; row++) {
		const struct inline_text *text = words_at(reading, table, row, column);
		uint32_t before = current;

		if (table->rows[row] == TABLE_SECTION || table->rows[row] == TABLE_HEAD) {
			is_mixed = false;
			break;
		}
		if (text->n)
			current = 1 + strset_put(&groups, text->words, text->n);
		reading->failed |= current == 0 && text->n;
		is_mixed |= current < before;
		numbers[row] = current;
	}
	*out_n = groups.n + 1;
	strset_release(&groups);
	return is_mixed && !reading->failed;
}

const uint32_t *groups_order(struct reading *reading, const struct table *table, uint32_t column)
{
	uint32_t n_rows = table->grid->n_rows, n_groups, *numbers, *order, *next;

	numbers = arena_array(&reading->arena, (size_t)n_rows + 1, sizeof(*numbers));
	order = arena_array(&reading->arena, (size_t)n_rows + 1, sizeof(*order));
	if (!numbers || !order || !number_rows(reading, table, column, numbers, &n_groups))
		return NULL;
	next = arena_array(&reading->arena, (size_t)n_groups + 1, sizeof(*next));
	if (!next)
		return NULL;
	for (uint32_t row = 0; row < table->n_head_rows; row++)
		order[row] = row;
	for (uint32_t row = table->n_head_rows; row < n_rows; row++)
		next[numbers[row] +
		     1]++; /* counted one further on, and summed up to where each begins */
	next[0] = table->n_head_rows;
	for (uint32_t group = 1; group <= n_groups; group++)
		next[group] += next[group - 1];
	for (uint32_t row = table->n_head_rows; row < n_rows; row++)
		order[next[numbers[row]]++] = row;
	return order;
}
