/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_cff.h"

/* Operators of a Top DICT (Technical Note 5176, table 9); two-byte ones have 12 before. */
#define OP_CHARSET 15
#define OP_ROS (12 << 8 | 30)

struct reader {
	const unsigned char *at;
	size_t n;
	size_t pos;
	bool failed;
};

static uint32_t number(struct reader *r, unsigned n_bytes)
{
	uint32_t value = 0;

	if (r->failed || n_bytes > r->n - r->pos) {
		r->failed = true;
		return 0;
	}
	while (n_bytes-- > 0)
		value = value << 8 | r->at[r->pos++];
	return value;
}

static void jump(struct reader *r, size_t pos)
{
	if (pos > r->n)
		r->failed = true;
	else
		r->pos = pos;
}

/*
 * An INDEX (5176, section 5): count, offset size, count + 1 offsets, data.  Leaves the reader behind
 * it and says where its first object lies.
 */
static void index_of(struct reader *r, size_t *first, size_t *n_first)
{
	uint32_t count = number(r, 2), size, begin, second, last;
	size_t data;

	*first = *n_first = 0;
	if (count == 0 || r->failed)
		return;
	size = number(r, 1);
	if (size < 1 || size > 4) {
		r->failed = true;
		return;
	}
	data = r->pos + ((size_t)count + 1) * size - 1; /* offsets count from 1 */
	begin = number(r, size);
	second = number(r, size);
	jump(r, data + 1 - size);
	last = number(r, size);
	if (begin != 1 || second < begin || last < second)
		r->failed = true;
	jump(r, data + last);
	*first = data + begin;
	*n_first = second - begin;
}

/* One operand of a DICT (5176, table 3); reals are read over. */
static int32_t operand(struct reader *r, uint32_t first)
{
	uint32_t byte;

	if (first >= 32 && first <= 246)
		return (int32_t)first - 139;
	if (first >= 247 && first <= 250)
		return (int32_t)((first - 247) * 256 + number(r, 1) + 108);
	if (first >= 251 && first <= 254)
		return -(int32_t)((first - 251) * 256) - (int32_t)number(r, 1) - 108;
	if (first == 28)
		return (int16_t)number(r, 2);
	if (first == 29)
		return (int32_t)number(r, 4);
	if (first != 30) {
		r->failed = true;
		return 0;
	}
	do
		byte = number(r, 1);
	while (!r->failed && (byte & 0x0f) != 0x0f && (byte & 0xf0) != 0xf0);
	return 0;
}

static void read_top_dict(struct reader *r, size_t end, bool *is_cid, int32_t *charset)
{
	int32_t last = 0;

	*is_cid = false;
	*charset = 0;
	while (!r->failed && r->pos < end) {
		uint32_t byte = number(r, 1);

		if (byte >= 28 && byte != 31 && byte != 255) {
			last = operand(r, byte);
			continue;
		}
		if (byte == 12)
			byte = 12 << 8 | number(r, 1);
		if (byte == OP_ROS)
			*is_cid = true;
		if (byte == OP_CHARSET)
			*charset = last;
	}
}

/* The charset (5176, section 13): format 0 lists, 1 and 2 give ranges. */
static void read_charset(struct reader *r, uint16_t *cids, uint32_t n_glyphs)
{
	uint32_t format = number(r, 1);

	cids[0] = 0;
	if (format > 2)
		r->failed = true;
	for (uint32_t gid = 1; gid < n_glyphs && !r->failed;) {
		uint32_t first = number(r, 2), left = format == 0 ? 0 : number(r, format);

		for (uint32_t i = 0; i <= left && gid < n_glyphs; i++)
			cids[gid++] = (uint16_t)(first + i);
	}
}

int pdf_cff_cids(const void *bytes, size_t n, uint16_t *cids, uint32_t n_glyphs, bool *is_cid)
{
	struct reader r = {bytes, n, 0, false};
	size_t first, n_first;
	int32_t charset = 0;

	*is_cid = false;
	jump(&r, 2);
	jump(&r, number(&r, 1)); /* the header says its own size */
	index_of(&r, &first, &n_first); /* names */
	index_of(&r, &first, &n_first); /* Top DICTs */
	if (r.failed || n_first == 0 || n_first > r.n - first)
		return -1;
	jump(&r, first);
	read_top_dict(&r, first + n_first, is_cid, &charset);
	if (r.failed || n_glyphs == 0)
		return -1;
	if (!*is_cid)
		return 0;
	if (charset <= 2) /* the predefined ones are of name-keyed fonts: CIDs are glyph numbers */
		for (uint32_t i = 0; i < n_glyphs; i++)
			cids[i] = (uint16_t)i;
	if (charset <= 2)
		return 0;
	jump(&r, (size_t)charset);
	read_charset(&r, cids, n_glyphs);
	return r.failed ? -1 : 0;
}
