/* SPDX-License-Identifier: MIT */
/*
 * reword - words of the documents in the words of a house: --word, and what its files say (defaults.h).
 */
#ifndef MESHREPORT_CORE_REWORD_H
#define MESHREPORT_CORE_REWORD_H

#include "run/run.h"
#include "view/matrix.h"

/* Gives the matrix the run's words that are for its language; RUN_USAGE after errors, which name the nearest key. */
int reword_matrix(struct run *run, struct matrix *matrix);

#endif
