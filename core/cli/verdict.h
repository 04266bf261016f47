/* SPDX-License-Identifier: MIT */
/*
 * verdict - what `check` found in one file, on its way to any output.
 *
 * A finding is a struct diag_message: severity, rule, place and words.  Who prints verdicts prints all that
 * they hold, in that order, and says what was left out.
 */
#ifndef MESHREPORT_CORE_VERDICT_H
#define MESHREPORT_CORE_VERDICT_H

#include "base/diag.h"

struct verdict {
	const char *path; /* as given; "-" for standard input */
	const char *shown; /* in messages */
	bool has_counts; /* the file is a comparison, and these are in it */
	uint32_t n_products, n_categories, n_features;
	size_t n_statuses, n_texts; /* cells that the file states, by what they hold */
	struct diag diag; /* its findings, by place */
};

void verdict_release(struct verdict *verdict);

/* Findings of one severity, those that were left out too. */
size_t verdict_count(const struct verdict *verdict, enum mr_severity severity);

/* Whether the finding is about the file itself, and not about a plugin, say. */
bool verdict_is_about(const struct verdict *verdict, const struct diag_message *message);

/* One line: "no mistakes, 2 warnings: 3 products, 4 features, 9 statuses, 3 texts". */
void verdict_put_line(struct buf *out, const struct verdict *verdict);

/*
 * A JSON document (data/README.md has its members).
 */
void verdict_put_json(struct buf *out, const struct verdict *at, size_t n);

#endif
