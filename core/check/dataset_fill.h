/* SPDX-License-Identifier: MIT */
/*
 * dataset_fill - a dataset of what a source puts: the roof over reading and checking.
 *
 * A source fills raw records (data/raw.h) and knows no more; it is called once, its records are checked,
 * and messages come in the order of the file.
 */
#ifndef MESHREPORT_CORE_DATASET_FILL_H
#define MESHREPORT_CORE_DATASET_FILL_H

#include "data/dataset.h"
#include "data/feed.h"
#include "data/raw.h"

struct dataset_filler {
	/* Puts raw records and returns 0, or -1 after it reported an error. */
	int (*fill)(void *data, struct raw *raw, struct load *load);
	void *data;
	bool is_interpreted; /* see struct load */
};

/*
 * 0, or -1 after at least one error was reported to the feed's diag; warnings may be reported either way.
 * `out` is initialised in both cases; on failure it is empty.  Its bytes are those that `feed` kept.
 */
int dataset_fill_feed(struct dataset *out, struct feed *feed, const char *path,
		      const struct limits *limits, const struct dataset_filler *filler);

/*
 * The same from a source that is no YAML.  `bytes` are the file as it was read, for attachment; they are
 * copied.
 */
int dataset_fill(struct dataset *out, const void *bytes, size_t n, const char *path,
		 const struct limits *limits, struct diag *diag,
		 int (*fill)(void *data, struct raw *raw, struct load *load), void *data);

#endif
