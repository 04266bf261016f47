/* SPDX-License-Identifier: MIT */
#include "read/orient.h"

#include "data/folded.h"
#include "read/names.h"

#include <string.h>

/* What stands over a column of products, and over one of features; folded. */
static const char *const product_words[] = {
	"name",       "tool",     "tools",     "product",        "products",     "project",
	"projects",   "library",  "libraries", "framework",      "package",      "provider",
	"vendor",     "software", "solution",  "implementation", "distribution", "distro",
	"repository", "repo",     "anbieter",  "produkt",        "produkte",     "werkzeug",
	"nom",        "outil",    "produit",   "nombre",         "herramienta",  "producto",
	"nome",       "naam",     "nazwa",     "название",       "имя",          "名称",
	"产品",       "项目",     "工具",      "名前",           "製品",         "이름"};
/* These are as often what features are about. */
static const char *const either_words[] = {
	"platform", "service",     "language", "database",         "browser", "client",
	"app",      "application", "editor",   "engine",           "system",  "plugin",
	"model",    "runtime",     "os",       "operating system", "backend", "driver",
	"server",   "compiler",    "company"};
static const char *const feature_words[] = {"feature",
					    "features",
					    "capability",
					    "capabilities",
					    "criteria",
					    "criterion",
					    "property",
					    "properties",
					    "functionality",
					    "requirement",
					    "requirements",
					    "attribute",
					    "aspect",
					    "topic",
					    "question",
					    "metric",
					    "option",
					    "category",
					    "spec",
					    "funktion",
					    "funktionen",
					    "merkmal",
					    "kriterium",
					    "eigenschaft",
					    "fonctionnalité",
					    "fonctionnalités",
					    "critère",
					    "característica",
					    "características",
					    "funcionalidad",
					    "recurso",
					    "funcionalidade",
					    "cecha",
					    "функция",
					    "возможность",
					    "критерий",
					    "功能",
					    "特性",
					    "对比项",
					    "項目",
					    "機能",
					    "기능",
					    "الميزة",
					    "comparison",
					    "test",
					    "rule",
					    "syntax"};

static bool is_among(const char *word, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (strcmp(words[i], word) == 0)
			return true;
	}
	return false;
}

bool orient_is_product(struct reading *reading, const struct inline_text *head)
{
	return is_among(folded_in(&reading->scratch, head->words, head->n), product_words,
			sizeof(product_words) / sizeof(product_words[0]));
}

bool orient_is_feature(struct reading *reading, const struct inline_text *head)
{
	return is_among(folded_in(&reading->scratch, head->words, head->n), feature_words,
			sizeof(feature_words) / sizeof(feature_words[0]));
}

/* What a line (row or column) is filled with.  `true` and `false` are a kind of their own beside words. */
struct tally {
	uint32_t statuses, booleans, filled;
};

/*
 * Features are of one kind (a licence is a text everywhere, a capability yes or no), products are not: the
 * direction in which lines are purer holds the features.
 */
static double impurity(const struct tally *tallies, uint32_t n)
{
	double sum = 0;
	uint32_t counted = 0;

	for (uint32_t i = 0; i < n; i++) {
		double status, boolean, text;

		if (tallies[i].filled < 2)
			continue;
		status = (double)tallies[i].statuses / tallies[i].filled;
		boolean = (double)tallies[i].booleans / tallies[i].filled;
		text = 1 - status - boolean;
		sum += status * boolean + status * text + boolean * text;
		counted++;
	}
	return counted ? sum / counted : 0;
}

static int purity_score(struct reading *reading, const struct table *table)
{
	const struct grid *grid = table->grid;
	struct tally *rows = arena_array(&reading->arena, (size_t)grid->n_rows + 1, sizeof(*rows));
	struct tally *columns =
		arena_array(&reading->arena, (size_t)grid->n_columns + 1, sizeof(*columns));
	double by_row, by_column;

	if (!rows || !columns)
		return 0;
	for (uint32_t row = table->n_head_rows; row < grid->n_rows; row++) {
		if (!table_is_body(table, row))
			continue;
		for (uint32_t column = table->n_stub_columns; column < grid->n_columns; column++) {
			const struct grid_cell *cell = grid_field(reading->file, grid, row, column);
			const struct inline_text *text = reading_cell(reading, cell);
			bool is_boolean = cell && cell->flags & MR_GRID_BOOLEAN;
			bool is_status =
				!is_boolean &&
				vocabulary_find(&reading->vocabulary, text->words, text->n).status <
					VOCABULARY_TEXT;

			if (text->n == 0)
				continue;
			rows[row].filled++;
			columns[column].filled++;
			rows[row].statuses += is_status;
			columns[column].statuses += is_status;
			rows[row].booleans += is_boolean;
			columns[column].booleans += is_boolean;
		}
	}
	by_row = impurity(rows, grid->n_rows);
	by_column = impurity(columns, grid->n_columns);
	if (by_row > by_column * 2 + 0.04)
		return 1;
	return by_column > by_row * 2 + 0.04 ? -1 : 0;
}

/* Links on the names: products have pages of their own. */
static int link_score(struct reading *reading, const struct table *table)
{
	const struct grid *grid = table->grid;
	uint32_t n_first = 0, n_head = 0, n_rows = 0;

	for (uint32_t row = table->n_head_rows; row < grid->n_rows; row++) {
		if (!table_is_body(table, row))
			continue;
		n_rows++;
		n_first += inline_url(reading_cell(
				   reading, grid_field(reading->file, grid, row, 0)))[0] != '\0';
	}
	for (uint32_t column = table->n_stub_columns; column < grid->n_columns; column++)
		n_head += inline_url(reading_cell(reading, grid_field(reading->file, grid,
								      table->n_head_rows - 1,
								      column)))[0] != '\0';
	if (n_head * 2 > grid->n_columns)
		return -2;
	return n_rows >= 3 && n_first * 3 >= n_rows * 2 && n_head == 0 ? 1 : 0;
}

/* Sections with a name of their own divide features; a picture in the head is a product's. */
static int section_score(struct reading *reading, const struct table *table)
{
	const struct grid *grid = table->grid;

	for (uint32_t row = table->n_head_rows; row < grid->n_rows; row++) {
		if (table->rows[row] == TABLE_SECTION || table->rows[row] == TABLE_HEAD)
			return -1;
	}
	for (uint32_t row = 0; row < table->n_head_rows; row++) {
		for (uint32_t column = 1; column < grid->n_columns; column++) {
			if (reading_cell(reading, grid_field(reading->file, grid, row, column))
				    ->has_image)
				return -2;
		}
	}
	return 0;
}

/* What tells that products are the rows, where no word for products does. */
static const char *why_rows(int lean, int purity, int links)
{
	if (purity > 0 && lean > 0)
		return "its columns are each of one kind, and named as features are";
	if (purity > 0 && links > 0)
		return "its columns are each of one kind, and its first column has the links";
	if (purity > 0)
		return "its columns are each of one kind";
	if (links > 0)
		return "its first column has the links";
	return lean > 0 ? "some names in the head look like those of features"
			: "it has many rows and few columns";
}

bool orient_in_rows(struct reading *reading, const struct table *table, const char **out_why)
{
	const struct grid *grid = table->grid;
	const struct inline_text *corner;
	const char *word;
	int score = 0, lean, purity, links;

	*out_why = "";
	if (grid->n_rows <= table->n_head_rows)
		return false;
	corner = reading_cell(reading, grid_field(reading->file, grid, table->n_head_rows - 1, 0));
	word = folded_in(&reading->scratch, corner->words, corner->n);
	if (table->is_grouped ||
	    is_among(word, feature_words, sizeof(feature_words) / sizeof(feature_words[0])))
		return false;
	if (is_among(word, product_words, sizeof(product_words) / sizeof(product_words[0]))) {
		*out_why = "the first column is headed by a word for products";
		score += 2;
	} else if (is_among(word, either_words, sizeof(either_words) / sizeof(either_words[0]))) {
		score++;
	}
	lean = names_lean(reading, table);
	if (lean > 1 && (*out_why)[0] == '\0')
		*out_why =
			"what stands in its head is named as features are, the first column is not";
	score += lean;
	purity = purity_score(reading, table);
	links = link_score(reading, table);
	score += purity + links + section_score(reading, table);
	if (grid->n_rows - table->n_head_rows > 4 * (grid->n_columns - table->n_stub_columns))
		score++;
	if (score >= 2 && (*out_why)[0] == '\0')
		*out_why = why_rows(lean, purity, links);
	if (score < 2)
		*out_why = lean > 0 ? "some names in the head look like those of features" : "";
	return score >= 2;
}
