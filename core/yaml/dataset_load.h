/* SPDX-License-Identifier: MIT */
/*
 * dataset_load - a dataset in YAML: bytes in, dataset or messages out.
 */
#ifndef MESHREPORT_CORE_DATASET_LOAD_H
#define MESHREPORT_CORE_DATASET_LOAD_H

#include "data/dataset.h"

/*
 * Reads and vets the dataset at `path` ("-": standard input).  0, or -1 after at least one
 * error was reported to `diag`; warnings may be reported either way.  `out` is initialised in both
 * cases; on failure it is empty.
 */
int dataset_load(struct dataset *out, const char *path, const struct limits *limits,
		 struct diag *diag);

/* The same for who shows nothing: the bytes of the file are not kept, `bytes` is empty. */
int dataset_load_lean(struct dataset *out, const char *path, const struct limits *limits,
		      struct diag *diag);

/* The same from memory, which is copied; `path` names it in messages and beside it logos are found. */
int dataset_load_bytes(struct dataset *out, const void *bytes, size_t n, const char *path,
		       const struct limits *limits, struct diag *diag);

#endif
