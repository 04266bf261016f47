/* SPDX-License-Identifier: MIT */
#include "read/heads.h"

#include "base/ascii.h"
#include "data/folded.h"
#include "base/diag.h"

#include <stdio.h>
#include <string.h>

/* Folded; such a column speaks of the features and is no product. */
static const char *const description_words[] = {"notes",
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
						"الوصف"};

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

enum heads_use heads_of(struct reading *reading, const struct table *table, uint32_t item,
			const struct inline_text *name, bool *used)
{
	const struct interpret_options *options = reading->options;
	char word[DIAG_WORD], option[DIAG_WORD + 32];

	for (size_t i = 0; i < options->n_drops; i++) {
		if (is_named(reading, options->drops[i], item + 1, name)) {
			used[options->n_descriptions + i] = true;
			return HEADS_DROPPED;
		}
	}
	for (size_t i = 0; i < options->n_descriptions; i++) {
		if (is_named(reading, options->descriptions[i], item + 1, name)) {
			used[i] = true;
			return HEADS_DESCRIPTION;
		}
	}
	if (options->n_descriptions || table->in_rows || name->n == 0 ||
	    !heads_is_description(reading, name))
		return HEADS_PRODUCT;
	diag_write(option, sizeof(option), "--description COLUMN, --drop '%s'",
		   diag_word(word, name->words));
	doubts_note(reading->doubts, DOUBT_COLUMN, table->grid->place, option,
		    "the column '%s' is read as the features' description", word);
	return HEADS_DESCRIPTION;
}
