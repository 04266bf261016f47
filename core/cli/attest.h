/* SPDX-License-Identifier: MIT */
/*
 * attest - what verify found out about one file, and how it says so.
 */
#ifndef MESHREPORT_CORE_ATTEST_H
#define MESHREPORT_CORE_ATTEST_H

#include "base/buf.h"
#include "out/stamp.h"

#include <stdbool.h>
#include <stdint.h>

/* Stamps that are told apart; a file with more of them is no artifact of ours. */
enum { ATTEST_STAMPS = 8 };

enum attest_verdict {
	ATTEST_IDENTICAL, /* the dataset makes these very bytes */
	ATTEST_STAMP, /* another version made it, of this dataset with this selection */
	ATTEST_STATED, /* no dataset was given: the stamp alone */
	ATTEST_EDITED, /* this dataset and selection make other bytes */
	ATTEST_OTHER_DATASET,
	ATTEST_OTHER_EDITION, /* the older one is another */
	ATTEST_OTHER_TEMPLATE,
	ATTEST_UNMARKED, /* no stamp, and the options make other bytes, or there is no dataset */
	ATTEST_DAMAGED,
	ATTEST_AMBIGUOUS /* several stamps */
};

struct attest {
	enum attest_verdict verdict;
	const char *file; /* as given */
	const char *dataset; /* as given, or null */
	struct stamp_found stamps[ATTEST_STAMPS]; /* good ones, each once */
	size_t n_stamps;
	const struct stamp *by; /* the stamp that the verdict is about, or null */
	bool has_damaged; /* beside those */
	bool is_newer; /* the damaged one is of a later version of stamps */
	size_t damaged_at; /* its offset */
	char found[65]; /* the hash of the dataset, older edition or template where it is another */
	const char *part; /* of several artifacts the one that it is, or "" */
	uint64_t differs_at; /* the first byte that is another, from 0 */
	bool was_rendered; /* it was compared byte by byte */
};

/* 0 or 1: the exit code of the verdict. */
int attest_status(const struct attest *attest);

void attest_put_text(struct buf *out, const struct attest *attest);
void attest_put_json(struct buf *out, const struct attest *attest);

#endif
