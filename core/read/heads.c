/* SPDX-License-Identifier: MIT */
#include "read/heads.h"

#include "base/ascii.h"
#include "base/diag.h"
#include "base/number.h"
#include "data/folded.h"
#include "read/groups.h"

#include <stdio.h>
#include <string.h>

/* Folded; such a column speaks of the features and is no product. */
static const char *const description_words[] = {"notes",
						"prio",
						"priority",
						"moscow",
						"importance",
						"priorität",
						"wichtigkeit",
						"priorité",
						"prioridad",
						"prioridade",
						"priorità",
						"优先级",
						"note",
						"comment",
						"comments",
						"description",
						"remarks",
						"remark",
						"details",
						"explanation",
						"additional notes",
						"additional info",
						"what it does",
						"meaning",
						"beschreibung",
						"bemerkung",
						"bemerkungen",
						"anmerkung",
						"anmerkungen",
						"kommentar",
						"hinweis",
						"hinweise",
						"erläuterung",
						"remarques",
						"remarque",
						"commentaire",
						"commentaires",
						"descripción",
						"comentarios",
						"notas",
						"observaciones",
						"descrição",
						"comentários",
						"observações",
						"descrizione",
						"commenti",
						"osservazioni",
						"opmerkingen",
						"omschrijving",
						"beschrijving",
						"opis",
						"uwagi",
						"описание",
						"примечание",
						"примечания",
						"комментарий",
						"说明",
						"备注",
						"描述",
						"注释",
						"説明",
						"備考",
						"注記",
						"설명",
						"비고",
						"ملاحظات",
						"الوصف",
						"תיאור",
						"הערות"};

/* Folded; such a column says how much each feature counts. */
static const char *const weight_words[] = {
	"weight",      "weights", "weighting",   "gewicht",    "gewichtung",   "poids",
	"pondération", "peso",    "ponderación", "ponderação", "ponderazione", "gewicht %",
	"weight %",    "waga",    "ağırlık",     "вес",        "вага",         "权重",
	"權重",        "重み",    "가중치",      "الوزن"};

static bool is_weight_word(const char *word)
{
	for (size_t i = 0; i < sizeof(weight_words) / sizeof(weight_words[0]); i++)
		if (strcmp(weight_words[i], word) == 0)
			return true;
	return false;
}

static bool is_description_word(const char *word)
{
	for (size_t i = 0; i < sizeof(description_words) / sizeof(description_words[0]); i++) {
		if (strcmp(description_words[i], word) == 0)
			return true;
	}
	return false;
}

bool heads_is_description(struct reading *reading, const struct inline_text *name)
{
	return is_description_word(folded_in(&reading->scratch, name->words, name->n));
}

/* Whether an option names this: by number from 1, counted in the file, or by name. */
static bool is_named(struct reading *reading, const char *option, uint32_t number,
		     const struct inline_text *name)
{
	struct buf wanted = BUF_INIT;
	bool same;

	if (option[0] && strspn(option, "0123456789") == strlen(option) && strlen(option) < 9 &&
	    (uint32_t)ascii_number(option, (unsigned)strlen(option)) == number)
		return true;
	folded_in(&wanted, option, strlen(option));
	same = name->n &&
	       strcmp(folded_in(&reading->scratch, name->words, name->n), buf_text(&wanted)) == 0;
	reading->failed = reading->failed || wanted.failed;
	buf_release(&wanted);
	return same;
}

bool heads_drops(struct reading *reading, const struct inline_text *name, bool *used)
{
	const struct interpret_options *options = reading->options;

	for (size_t i = 0; i < options->n_drops; i++) {
		if (is_named(reading, options->drops[i], UINT32_MAX, name))
			return used[options->n_descriptions + i] = true;
	}
	return false;
}

const char *heads_weight(struct reading *reading, const struct inline_text *text)
{
	size_t n = text->n;
	char *copy = arena_copy(&reading->arena, text->words, n), *comma;
	double number;

	if (!copy) {
		reading->failed = true;
		return NULL;
	}
	if (n > 0 && copy[n - 1] == '%')
		n--;
	while (n > 0 && copy[n - 1] == ' ')
		n--;
	copy[n] = '\0';
	comma = strchr(copy, ',');
	if (comma && !strchr(copy, '.'))
		*comma = '.';
	return number_read(copy, &number) && number >= 0 ? copy : NULL;
}

/* A column of weights, where all that stands in it is numbers; else it has no place in a dataset. */
static enum heads_use weight_of(struct reading *reading, const struct table *table, uint32_t item,
				const struct inline_text *name)
{
	char word[DIAG_WORD], odd[DIAG_WORD], option[DIAG_WORD + 32];

	diag_word(word, name->words);
	diag_write(option, sizeof(option), "--description '%s'", word);
	for (uint32_t line = table_first_line(table); line < table_n_lines(table); line++) {
		const struct grid_cell *cell = table_at(reading, table, line, item);
		const struct inline_text *text = reading_cell(reading, cell);

		if (text->n == 0 || table_is_dashes(text) || heads_weight(reading, text) ||
		    (!table->in_rows && !table_is_body(table, line)))
			continue;
		doubts_add(reading->doubts, DOUBT_LOST, cell->place, option,
			   "the column '%s' is left out: '%s' is no number, and weights are", word,
			   diag_word(odd, text->words));
		return HEADS_DROPPED;
	}
	diag_write(option, sizeof(option), "--drop '%s'", word);
	doubts_note(reading->doubts, DOUBT_COLUMN, table->grid->place, option,
		    "the column '%s' is read as the features' weights", word);
	return HEADS_WEIGHT;
}

enum heads_use heads_of(struct reading *reading, const struct table *table, uint32_t item,
			const struct inline_text *name, bool *used)
{
	const struct interpret_options *options = reading->options;
	char word[DIAG_WORD], option[DIAG_WORD + 32];
	uint32_t number = item + 1 + (table->in_rows ? 0 : table->n_left_out);

	for (size_t i = 0; i < options->n_drops; i++) {
		if (is_named(reading, options->drops[i], number, name)) {
			used[options->n_descriptions + i] = true;
			return HEADS_DROPPED;
		}
	}
	for (size_t i = 0; i < options->n_descriptions; i++) {
		if (is_named(reading, options->descriptions[i], number, name)) {
			used[i] = true;
			return HEADS_DESCRIPTION;
		}
	}
	if (name->n == 0)
		return HEADS_PRODUCT;
	if (is_weight_word(folded_in(&reading->scratch, name->words, name->n)))
		return weight_of(reading, table, item, name);
	if (!table->in_rows && !table->is_grouped && groups_is_word(reading, name) &&
	    groups_repeat(reading, table, item)) {
		diag_write(option, sizeof(option), "--drop '%s'", diag_word(word, name->words));
		doubts_note(reading->doubts, DOUBT_COLUMN, table->grid->place, option,
			    "the column '%s' is read as the features' categories", word);
		return HEADS_CATEGORY;
	}
	if (options->n_descriptions || table->in_rows || !heads_is_description(reading, name))
		return HEADS_PRODUCT;
	diag_write(option, sizeof(option), "--description COLUMN, --drop '%s'",
		   diag_word(word, name->words));
	doubts_note(reading->doubts, DOUBT_COLUMN, table->grid->place, option,
		    "the column '%s' is read as the features' description", word);
	return HEADS_DESCRIPTION;
}
