/* SPDX-License-Identifier: MIT */
/*
 * check_value - what all checks share: one check of one dataset, and the values that many keys have.
 *
 * Private to check*.c and logo.c.  Checking never stops at a mistake; functions that resolve something
 * return a harmless value for what is wrong, since a dataset with an error is never handed out.
 */
#ifndef MESHREPORT_CORE_CHECK_VALUE_H
#define MESHREPORT_CORE_CHECK_VALUE_H

#include "check/guess.h"
#include "data/dataset.h"
#include "data/raw.h"

/* A place in the file as a key path, formatted only when there is something to report. */
struct spot {
	enum spot_kind {
		SPOT_TOP,
		SPOT_CREDIT,
		SPOT_STATUS, /* name */
		SPOT_NOTE, /* name */
		SPOT_PRODUCT, /* first */
		SPOT_CATEGORY, /* first */
		SPOT_PROFILE, /* first */
		SPOT_FEATURE, /* first: category, second: feature in it */
		SPOT_CELL, /* and name: the product's id, or third: its index when name is null */
		SPOT_PART /* and part */
	} kind;
	uint32_t first, second, third, part;
	const char *name;
};

/*
 * By string number, what the string has turned out to be; zero means "not asked yet".  Arrays beside each
 * other in one block: of most strings only one thing is asked, and few are asked anything.
 */
struct known {
	uint32_t *product; /* index + 1; where the block begins */
	uint32_t *note; /* index + 1 */
	uint32_t *note_stamp; /* the last list of notes that had it */
	uint16_t *status; /* index + 2, 1: is none */
	bool *category, *feature; /* taken as an id */
};

struct check {
	struct load *load;
	const struct raw *raw;
	struct dataset *out;
	struct known known;
	struct strset status_words; /* folded ids, numbered as the statuses are */
	struct dataset_status *statuses;
	bool *used; /* by status: whether a cell or part has it */
	struct dataset_product *products;
	struct dataset_feature *features;
	struct buf path;
	struct guess guess;
	bool was_misread; /* reading found mistakes: what is missing may have been one of them */
	uint32_t note_stamp;
	uint64_t logo_bytes;
};

/* Where a feature stands in the file, or, as SPOT_CELL, its cells. */
struct spot check_value_spot(const struct check *check, const struct raw_feature *feature,
			     enum spot_kind kind);

/* Message about `spot`, its `key` (or null), and in that list element `index` (or -1). */
struct about check_value_at(struct check *check, const struct spot *spot, struct place place,
			    const char *key, long index);

/* Whether a value was given: not null, not empty. */
bool check_value_is_given(const struct check *check, const struct raw_scalar *scalar);

/* Each returns "" (or an empty text) for what is absent or wrong, and reports what is wrong. */
const char *check_value_plain(struct check *check, const struct spot *spot, const char *key,
			      const struct raw_scalar *scalar);
const char *check_value_id(struct check *check, const struct spot *spot, const char *key,
			   long index, const struct raw_scalar *scalar);
const char *check_value_url(struct check *check, const struct spot *spot, const char *key,
			    long index, const struct raw_scalar *scalar);
const struct mr_text *check_value_text(struct check *check, const struct spot *spot,
				       const char *key, long index,
				       const struct raw_scalar *scalar);
struct mr_date check_value_date(struct check *check, const struct spot *spot, const char *key,
				const struct raw_scalar *scalar);
/* Reports that `key` must be there. */
void check_value_missing(struct check *check, const struct spot *spot, struct place place,
			 const char *key);

/* An array in the dataset's arena; null (memory refused, reported) never for n == 0. */
void *check_value_array(struct check *check, size_t n, size_t size);

#endif
