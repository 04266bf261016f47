/* SPDX-License-Identifier: MIT */
#include "common/bytes/base64.h"

size_t base64_encode(char *to, const void *bytes, size_t n)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *at = bytes;
	size_t done = 0;

	for (; n >= 3; n -= 3, at += 3) {
		to[done++] = digits[at[0] >> 2];
		to[done++] = digits[(at[0] & 3) << 4 | at[1] >> 4];
		to[done++] = digits[(at[1] & 15) << 2 | at[2] >> 6];
		to[done++] = digits[at[2] & 63];
	}
	if (n == 0)
		return done;
	to[done++] = digits[at[0] >> 2];
	to[done++] = digits[(at[0] & 3) << 4 | (n == 2 ? at[1] >> 4 : 0)];
	to[done++] = n == 2 ? digits[(at[1] & 15) << 2] : '=';
	to[done++] = '=';
	return done;
}
