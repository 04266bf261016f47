/* SPDX-License-Identifier: MIT */
/*
 * ranking - which products of a matrix suit somebody: a profile of the dataset, what the command line adds, and rank.h.
 *
 * Counted are the rows of the matrix that are no facts.  A weight is what the command line says of the feature, of its
 * category, what the profile says of the feature, of its category, else the feature's own.  Requirements may name
 * features that are not shown.
 *
 * LIFETIME.  A ranking borrows from the matrix's dataset and must outlive every use of the matrix.
 */
#ifndef MESHREPORT_CORE_RANKING_H
#define MESHREPORT_CORE_RANKING_H

#include "base/diag.h"
#include "view/matrix.h"

struct ranking_wish {
	const char *profile; /* its id, or null */
	struct select_list weights; /* "FEATURE=N" */
	struct select_list require; /* as --require has it: features that must be a yes */
};

struct ranking;

/* Whether anything is wished for: a profile or weights. */
bool ranking_is_wanted(const struct ranking_wish *wish);

/* The options that make it, for a command: " --profile bank --weight mtls=2". */
void ranking_put_command(struct buf *out, const struct ranking_wish *wish);

/* Gives `matrix` its ranking.  Null after errors were reported. */
struct ranking *ranking_new(struct matrix *matrix, const struct ranking_wish *wish,
			    struct diag *diag);
void ranking_free(struct ranking *ranking);

#endif
