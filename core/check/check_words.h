/* SPDX-License-Identifier: MIT */
/*
 * check_words - texts that were probably meant to be statuses: warnings.
 *
 * A scalar that is no status is a text, and a misspelt "no" would raise the coverage in silence.  So a text
 * that stands bare among statuses is told, unless it is written {text: ...} or the feature is of kind text.
 * Rows of texts are left alone: versions and licences with a "na" among them.  true and false, which
 * YAML and JSON tools make of yes and no, are told wherever they stand.
 */
#ifndef MESHREPORT_CORE_CHECK_WORDS_H
#define MESHREPORT_CORE_CHECK_WORDS_H

#include "check/check_value.h"

struct check_words {
	struct check *check;
	const struct raw_feature *feature; /* of the row at hand */
	struct vec row; /* struct bare: its texts */
	struct vec booleans; /* struct bare: true and false of the whole file */
	uint32_t n_statuses; /* of the row, as far as they count as yes, no or partly */
};

void check_words_init(struct check_words *words, struct check *check);
void check_words_release(struct check_words *words);

/* A row begins; its bare texts follow, then its end, at which its warnings come. */
void check_words_begin(struct check_words *words, const struct raw_feature *feature);
void check_words_text(struct check_words *words, const struct raw_cell *cell);
/* `made` has the row's cells as they turned out. */
void check_words_end(struct check_words *words, const struct dataset_feature *made);

/* Behind the last row: true and false. */
void check_words_booleans(struct check_words *words);

#endif
