/* SPDX-License-Identifier: MIT */
/*
 * ranked - what is said of a ranking: as a table of places, products, scores and remarks, and a list of questions.
 *
 * All is plain text in the dataset's language that is still to be escaped.  `dash` stands between the ends of a range: an
 * en dash, or "-" where only ASCII is drawn.
 */
#ifndef MESHREPORT_COMMON_RANKED_H
#define MESHREPORT_COMMON_RANKED_H

#include <meshreport/plugin.h>

#include "common/write/number.h"
#include "common/write/out.h"

#define RANKED_DASH "\342\200\223" /* U+2013 */
/* Questions that a reader is shown; the others are counted. */
#define RANKED_MOST_QUESTIONS 10

/* Whether the product has a score among the others: it meets what is required, or may. */
static inline bool ranked_has_place(const struct mr_ranked *is)
{
	return is->first_place > 0 && is->standing <= MR_RANKED_OPEN;
}

/*
 * A score in percent with one decimal, and none where it is 0: "85.7".  Never "0" for something nor "100" for less than
 * everything, which readers take as exact.  `all` is not 0.
 */
size_t ranked_percent(char text[NUMBER_SIZE], uint64_t units, uint64_t all);

/* "1", "2–3"; nothing without a place. */
void ranked_put_place(struct out *out, const struct mr_ranked *is, const char *dash);

/* "85.7 %", "40–100 %"; the word for "nothing counts"; nothing of a product without a place. */
void ranked_put_score(struct out *out, const struct mr_matrix *m, const struct mr_ranked *is,
		      const char *dash);

/* "open: mTLS", "lacks: mTLS, RBAC", "left out"; nothing of a product that meets all. */
void ranked_put_remark(struct out *out, const struct mr_matrix *m, const struct mr_ranked *is);

/* "Ranking: A bank" */
void ranked_put_title(struct out *out, const struct mr_matrix *m);

/* "Requirements: mTLS. Weights: RBAC ×2, tracing ×3."; nothing where nothing is required and all weighs the same. */
void ranked_put_basis(struct out *out, const struct mr_matrix *m);

/* How a score is read: "Score: unknown counted as no – unknown counted as yes. Products are ranked only where ..." */
void ranked_put_reading(struct out *out, const struct mr_matrix *m);

/* How many questions are shown. */
static inline uint32_t ranked_n_questions(const struct mr_ranking *ranking)
{
	return ranking->deciding.n < RANKED_MOST_QUESTIONS ? ranking->deciding.n
							   : RANKED_MOST_QUESTIONS;
}

/* What would decide it: the name of the feature that a question is about. */
const struct mr_text *ranked_question(const struct mr_matrix *m, const struct mr_deciding *is);

/* "Consul: mTLS (required)" */
void ranked_put_question(struct out *out, const struct mr_matrix *m, const struct mr_deciding *is);

/* " (required)" behind such a question; nothing where it is no requirement. */
void ranked_put_asked(struct out *out, const struct mr_matrix *m, const struct mr_deciding *is);

/* Of a format or chart that shows no ranking: warns where one was asked for.  `instead` says what shows it. */
void ranked_not_shown(struct mr_job *job, const char *instead);

#endif
