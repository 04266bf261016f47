/* SPDX-License-Identifier: MIT */
#include "base/digest.h"

#include <nettle/sha2.h>
#include <string.h>

static const char digits[] = "0123456789abcdef";

void digest_of(const void *bytes, size_t n, char out[DIGEST_DIGITS + 1])
{
	struct sha256_ctx hash;
	uint8_t made[SHA256_DIGEST_SIZE];

	sha256_init(&hash);
	if (n > 0)
		sha256_update(&hash, n, bytes);
	sha256_digest(&hash, sizeof(made), made);
	for (size_t i = 0; i < sizeof(made); i++) {
		out[2 * i] = digits[made[i] >> 4];
		out[2 * i + 1] = digits[made[i] & 15];
	}
	out[DIGEST_DIGITS] = '\0';
}

bool digest_is(const char *text)
{
	return strspn(text, digits) == DIGEST_DIGITS && text[DIGEST_DIGITS] == '\0';
}
