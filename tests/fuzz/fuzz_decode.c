/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a text of any encoding: what comes out is UTF-8 without a zero byte and stays as it is when it is
 * decoded once more; what is refused is refused with printable words.  The first byte chooses the encoding.
 *
 * seeds: tests/fuzz/seeds/decode
 * sources: core/child/decode core/base/
 */
#include "base/utf8.h"
#include "child/decode.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void prove(bool holds)
{
	if (!holds)
		abort();
}

static void prove_text(const char *text, size_t n, uint32_t least)
{
	size_t length;

	for (size_t at = 0; at < n; at += length) {
		uint32_t c = utf8_decode(text + at, n - at, &length);

		prove(c != UTF8_INVALID && c >= least);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const char *const encodings[] = {
		"",      "utf-8",      "utf-16", "utf-16be", "latin1", "shift_jis", "iso-2022-jp",
		"utf-7", "\xff\n\x1b", "utf-32", "euc-kr",   "ascii"};
	struct buf text = BUF_INIT, again = BUF_INIT;
	struct decoded result, more;
	const char *encoding;
	int status;

	if (n == 0)
		return 0;
	encoding = encodings[bytes[0] % (sizeof(encodings) / sizeof(*encodings))];
	status = decode_text((struct mr_bytes){bytes + 1, n - 1}, encoding, &text, &result);
	prove_text(result.said, strlen(result.said), 0x20);
	prove(status == 0 || *result.said);
	if (status == 0) {
		prove_text(buf_text(&text), text.n, 1);
		if (strncmp(buf_text(&text), "\xEF\xBB\xBF", 3) != 0) {
			prove(decode_text((struct mr_bytes){buf_text(&text), text.n}, "", &again,
					  &more) == 0);
			prove(again.n == text.n &&
			      memcmp(buf_text(&again), buf_text(&text), text.n) == 0);
		}
	}
	buf_release(&text);
	buf_release(&again);
	return 0;
}
