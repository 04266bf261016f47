/* SPDX-License-Identifier: MIT */
#include "common/write/utf8.h"

#include <string.h>

static size_t sequence_length(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead < 0xE0)
		return 2;
	if (lead >= 0xE0 && lead < 0xF0)
		return 3;
	return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

uint32_t utf8_checked(const char *text, size_t n, size_t *length)
{
	static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
	static const unsigned char first_bits[5] = {0, 0x7F, 0x1F, 0x0F, 0x07};
	size_t size = n > 0 ? sequence_length((unsigned char)text[0]) : 0;
	uint32_t c;

	*length = 1;
	if (size == 0 || size > n)
		return UTF8_REPLACEMENT;
	c = (unsigned char)text[0] & first_bits[size];
	for (size_t i = 1; i < size; i++) {
		if (((unsigned char)text[i] & 0xC0) != 0x80)
			return UTF8_REPLACEMENT;
		c = c << 6 | ((unsigned char)text[i] & 0x3F);
	}
	if (c < least[size] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return UTF8_REPLACEMENT;
	*length = size;
	return c;
}

size_t utf8_fitting(const char *text, size_t max)
{
	size_t n = strnlen(text, max + 1);

	if (n <= max)
		return n;
	for (n = max; n > 0 && ((unsigned char)text[n] & 0xc0u) == 0x80u; n--)
		;
	return n;
}

const char *utf8_word(char out[UTF8_WORD], const char *text)
{
	static const char ellipsis[] = "\xe2\x80\xa6";
	size_t n = utf8_fitting(text, UTF8_WORD - 1);

	if (text[n])
		n = utf8_fitting(text, UTF8_WORD - sizeof(ellipsis));
	memcpy(out, text, n);
	memcpy(out + n, text[n] ? ellipsis : "", text[n] ? sizeof(ellipsis) : 1);
	return out;
}
