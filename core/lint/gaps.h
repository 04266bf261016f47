/* SPDX-License-Identifier: MIT */
/*
 * gaps - what is missing: sources, answers, and somebody who refers to a note.
 */
#ifndef MESHREPORT_CORE_GAPS_H
#define MESHREPORT_CORE_GAPS_H

#include "lint/finding.h"

/* A shared note that nothing refers to. */
void gaps_unused_notes(const struct lint *lint);

/* A cell that counts as yes and says neither a source nor a link. */
void gaps_sources(const struct lint *lint);

/* A product or feature with more than half of its cells unknown. */
void gaps_unknown(const struct lint *lint);

#endif
