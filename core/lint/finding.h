/* SPDX-License-Identifier: MIT */
/*
 * finding - what a rule says, and of what: the place, the key path, the remedy.
 *
 * struct lint is all that a rule may look at: a dataset that passed every check, and the day that someone
 * named.  Rules read no clock, change nothing and know nothing of each other.
 */
#ifndef MESHREPORT_CORE_FINDING_H
#define MESHREPORT_CORE_FINDING_H

#include "base/diag.h"
#include "data/dataset.h"

#include <stdint.h>

struct rule;

struct lint {
	const struct dataset *set;
	const char *file; /* in messages */
	struct diag *diag;
	struct mr_date
		today; /* --today or SOURCE_DATE_EPOCH; year 0: nobody says which day it is */
	struct mr_date since; /* what was verified before is stale; year 0: nothing is */
	const struct rule *rule; /* whose check is running */
};

/* What a finding is about; `key` and `item` are of the record that `kind` and the indexes name. */
struct finding {
	enum finding_kind {
		FINDING_TOP,
		FINDING_CREDIT,
		FINDING_NOTE,
		FINDING_PRODUCT,
		FINDING_CATEGORY,
		FINDING_FEATURE,
		FINDING_CELL, /* and product */
		FINDING_PART /* and product, part */
	} kind;
	uint32_t index; /* of dataset.notes, products, categories or features */
	uint32_t product, part;
	const char *key; /* or null */
	int64_t item; /* of a list, or -1 */
	struct place place;
};

/* The record itself, where it stands. */
struct finding finding_at(const struct lint *lint, enum finding_kind kind, uint32_t index);
struct finding finding_at_cell(uint32_t feature, const struct dataset_cell *cell);

/* The same record's key, where that stands if `place` is one, and an element of the list that it holds. */
struct finding finding_key(struct finding at, const char *key);
struct finding finding_key_at(struct finding at, const char *key, struct place place);
struct finding finding_item(struct finding at, const char *key, uint32_t item);

/* Reports it with the rule's name and severity; `hint` may be null. */
void finding_say(const struct lint *lint, const struct finding *at, const char *hint,
		 const char *format, ...) MR_PRINTF(4, 5);

/* Memory was refused: said once. */
void finding_no_memory(const struct lint *lint);

#endif
