/* SPDX-License-Identifier: MIT */
/*
 * csv_label - whether the words of a cell say its status: what is left out of the file by that, reading puts back.
 */
#ifndef MESHREPORT_CSV_LABEL_H
#define MESHREPORT_CSV_LABEL_H

#include <stdbool.h>
#include <stdint.h>

#include "common/write/out.h"

#define CSV_LABEL_NONE UINT32_MAX

struct csv_label {
	const char *words; /* as Markdown */
	size_t n;
	uint32_t status; /* the caller's */
};

/* The label of a status as it stands in a field, made in `scratch` and copied by who keeps it. */
const char *csv_label_words(struct out *scratch, const char *label);

/* The status with the longest label that the words begin with, and no letter goes on; CSV_LABEL_NONE for none. */
uint32_t csv_label_said(const struct csv_label *labels, size_t n, const char *words);

#endif
