/* SPDX-License-Identifier: MIT */
#include "data/folded.h"

#include "base/fold.h"
#include "base/utf8.h"

#include <string.h>

/* Characters that are compared as another; 0 as none. */
static const struct {
	uint32_t first, last, as;
} equals[] = {
	{'\t', '\n', ' '},     {0xa0, 0xa0, ' '},      {0xad, 0xad, 0}, /* soft hyphen */
	{0x2000, 0x200a, ' '}, {0x200b, 0x200f, 0}, /* zero width, joiners, marks of direction */
	{0x2010, 0x2015, '-'}, {0x2018, 0x201b, '\''}, {0x201c, 0x201f, '"'}, {0x202a, 0x202e, 0},
	{0x202f, 0x202f, ' '}, {0x205f, 0x205f, ' '},  {0x2060, 0x2069, 0},   {0x2212, 0x2212, '-'},
	{0x3000, 0x3000, ' '}, {0x3001, 0x3001, ','},  {0x3002, 0x3002, '.'}, {0x60c, 0x60c, ','},
	{0xfe00, 0xfe0f, 0}, /* variation selectors */
	{0xfeff, 0xfeff, 0},   {0x1f3fb, 0x1f3ff, 0}, /* tones of skin */
};

uint32_t folded_code_point(uint32_t code_point)
{
	if (code_point < 0x80)
		return code_point == '\t' || code_point == '\n' ? ' ' : fold_code_point(code_point);
	for (size_t i = 0; i < sizeof(equals) / sizeof(equals[0]); i++) {
		if (code_point >= equals[i].first && code_point <= equals[i].last)
			return equals[i].as;
	}
	/* fullwidth forms stand at a fixed distance from ASCII */
	if (code_point >= 0xff01 && code_point <= 0xff5e)
		code_point -= 0xfee0;
	return fold_code_point(code_point);
}

bool folded_is_sign(uint32_t code_point)
{
	return (code_point >= 0x2190 && code_point <= 0x2bff) ||
	       (code_point >= 0x1f000 && code_point <= 0x1faff) || code_point == 0x3007 ||
	       code_point == 0xd7;
}

void folded_put(struct buf *out, const char *words, size_t n)
{
	size_t start = out->n, length;
	uint32_t code_point;
	char bytes[4];
	bool space = false;

	for (size_t i = 0; i < n; i += length) {
		code_point = utf8_decode(words + i, n - i, &length);
		if (code_point == UTF8_INVALID)
			break;
		code_point = folded_code_point(code_point);
		if (code_point == 0)
			continue;
		if (code_point == ' ') {
			space = out->n > start;
			continue;
		}
		if (space)
			buf_put_byte(out, ' ');
		space = false;
		buf_put(out, bytes, utf8_encode(code_point, bytes));
	}
	while (out->n > start + 1 && strchr(".:!", out->at[out->n - 1]) &&
	       !strchr(".:! ", out->at[out->n - 2]))
		out->at[--out->n] = '\0';
}

const char *folded_in(struct buf *out, const char *words, size_t n)
{
	buf_clear(out);
	folded_put(out, words, n);
	return buf_text(out);
}
