/* SPDX-License-Identifier: MIT */
#include "base/base64.h"

#include <string.h>

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

int base64_read(struct buf *out, const char *letters)
{
	uint8_t bytes[BASE64_DECODE_LENGTH(PIECE)];
	struct base64_decode_ctx decoding;
	size_t n = strlen(letters);

	base64_decode_init(&decoding);
	while (n > 0) {
		size_t n_piece = n < PIECE ? n : PIECE, n_bytes = sizeof(bytes);

		if (!base64_decode_update(&decoding, &n_bytes, bytes, n_piece, letters))
			return -1;
		buf_put(out, (const char *)bytes, n_bytes);
		letters += n_piece;
		n -= n_piece;
	}
	return base64_decode_final(&decoding) ? 0 : -1;
}
