/* SPDX-License-Identifier: MIT */
#include "base/base64.h"

#include <nettle/base64.h>

enum { PIECE = 3 * 1024 }; /* whole groups, so that none but the last is padded */

void base64_put(struct buf *out, const void *bytes, size_t n)
{
	char letters[BASE64_ENCODE_RAW_LENGTH(PIECE)];
	const uint8_t *at = bytes;

	while (n > 0) {
		size_t n_piece = n < PIECE ? n : PIECE;

		base64_encode_raw(letters, n_piece, at);
		buf_put(out, letters, BASE64_ENCODE_RAW_LENGTH(n_piece));
		at += n_piece;
		n -= n_piece;
	}
}
