/* SPDX-License-Identifier: MIT */
/*
 * phrases - what the words of a text say that the dataset does not.
 */
#ifndef MESHREPORT_CORE_PHRASES_H
#define MESHREPORT_CORE_PHRASES_H

#include "lint/finding.h"

/* A text that holds answers: "Timeout yes, Retry no", "HTTP/2: no". */
void phrases_answers(const struct lint *lint);

/* A status whose own words begin with the opposite: {status: no, text: "yes, with a plugin"}. */
void phrases_contradict(const struct lint *lint);

/* A language that the interface has no words in. */
void phrases_language(const struct lint *lint);

#endif
