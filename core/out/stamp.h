/* SPDX-License-Identifier: MIT */
/*
 * stamp - the mark by which an artifact says what it was made of, written and found again.
 *
 *     meshreport-stamp:1;program=0.1.0;format=html;plugin=1.0;sha256=9f86...;command=meshreport+20-f+20html+20mesh.yaml;sum=0a1b2c3d
 *
 * It is one word of letters, digits and "+,-./:;=@" that holds no two hyphens in a row, so that it means nothing to XML, TeX,
 * CSV, JSON, YAML or Markdown and stands in each of them as it is; any other byte of a value is "+" and two digits.  White
 * space within it is passed over: a format of a fixed width breaks it where it likes.  `sum` is the beginning of the SHA-256 of all
 * before it, and tells what was damaged or edited by hand.  It is no signature: who forges a document can forge its stamp.
 *
 * Fields that are empty are not there.  A reader passes over fields that it does not know, and over no other version than 1.
 */
#ifndef MESHREPORT_CORE_STAMP_H
#define MESHREPORT_CORE_STAMP_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

/* What is said, none of it null; hashes are 64 digits. */
struct stamp {
	const char *program; /* the version of meshreport, "0.1.0" */
	const char *format;
	const char *plugin; /* the version of the format's plugin */
	const char *sha256; /* of the dataset's bytes as they were read */
	const char *since; /* the same of the older edition, "" without one */
	const char *form; /* of the user's template, "" for the built-in one */
	const char *epoch; /* SOURCE_DATE_EPOCH, "" where it was not set */
	const char *command; /* that makes the artifact, by names without folders */
};

enum stamp_state {
	STAMP_GOOD,
	STAMP_DAMAGED, /* its sum is another, or a field is not what it should be */
	STAMP_NEWER /* of a version that is not known here */
};

struct stamp_found {
	enum stamp_state state;
	size_t offset; /* of its first byte */
	struct stamp is; /* only of a good one */
};

/* More bytes than that are no stamp of ours. */
enum { STAMP_MAX = 64 * 1024 };

void stamp_put(struct buf *out, const struct stamp *stamp);

/*
 * The next stamp at `*at` or behind it, which moves behind what was found; false when there is none.  The bytes are hostile.
 * Strings live in `arena`, whose `failed` tells when they do not.
 */
bool stamp_find(const char *bytes, size_t n, size_t *at, struct arena *arena,
		struct stamp_found *out);

#endif
