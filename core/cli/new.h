/* SPDX-License-Identifier: MIT */
/*
 * new - the verb `new`: a dataset to begin with, of a template that teaches the format.
 */
#ifndef MESHREPORT_CORE_NEW_H
#define MESHREPORT_CORE_NEW_H

#include "run/run.h"

/* Writes it where nothing is yet, or to standard output. */
int new_dataset(struct run *run);

/* The template itself, for --print-template new; false for another name. */
bool new_is_template(const struct run *run);
int new_template(struct run *run);

#endif
