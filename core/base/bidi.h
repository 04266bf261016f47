/* SPDX-License-Identifier: MIT */
/*
 * bidi - texts whose controls of direction end with them (UAX 9, revision 46, 2.1 to 2.4 and BD9).
 *
 * A text is fit when it may stand among the words of others: all that it has of such controls stands in isolates
 * of its own that are closed, as all within them is.  What is made fit is put between U+2068 and U+2069;
 * what it opens and does not close is closed before, and what it closes without having opened is left out: it
 * would close what stands around.  To be fit is kept by being made fit again.  Texts are valid UTF-8.
 */
#ifndef MESHREPORT_CORE_BIDI_H
#define MESHREPORT_CORE_BIDI_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

bool bidi_is_fit(const char *text, size_t n);

/* A text being made fit, piece by piece; the zero value begins. */
struct bidi {
	struct buf open; /* a byte for each that is open */
	size_t n_isolates; /* of them */
};

void bidi_begin(struct bidi *bidi, struct buf *out);
void bidi_put(struct bidi *bidi, struct buf *out, const char *piece, size_t n);
/* Ends the text and frees; memory that was refused shows in `out`. */
void bidi_end(struct bidi *bidi, struct buf *out);

#endif
