/* SPDX-License-Identifier: MIT */
/*
 * decode - the bytes of a text file of any encoding as UTF-8, for readers of text (MR_CAN_READ_TEXT).
 *
 * Said by the user, by a byte order mark, or guessed: valid UTF-8 is UTF-8; every other byte zero is
 * UTF-16; else Windows-1252, whole, or byte by byte within what is UTF-8 otherwise.  In the reading child
 * only, since names of encodings are iconv(3)'s, which opens files for them.
 */
#ifndef MESHREPORT_CORE_DECODE_H
#define MESHREPORT_CORE_DECODE_H

#include <stddef.h>
#include <stdint.h>

#include <meshreport/plugin.h>

#include "base/buf.h"

enum { DECODE_WHY = 300 };

struct decoded {
	/* What has to be said of it ("read as UTF-16"), "" for nothing; a guess is a doubt. */
	char said[DECODE_WHY];
	bool is_guess;
	uint32_t line; /* what `said`, or the reason of a failure, is about; 0: the whole file */
};

/*
 * Appends UTF-8 without a byte order mark to `out`.  `encoding` is the user's word, "" for none.  0, or -1
 * with the reason in `result->said`; refused memory shows in `out`.
 */
int decode_text(struct mr_bytes in, const char *encoding, struct buf *out, struct decoded *result);

#endif
