/* SPDX-License-Identifier: MIT */
#include "child/decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "base/utf8.h"

static int refuse(struct decoded *result, uint32_t line, const char *format, ...) MR_PRINTF(3, 4);

static int refuse(struct decoded *result, uint32_t line, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	diag_vwrite(result->said, sizeof(result->said), format, arguments);
	va_end(arguments);
	result->line = line;
	return -1;
}

/* The line, from 1, of the byte at `offset`. */
static uint32_t line_of(struct mr_bytes in, size_t offset)
{
	const char *at = in.at, *end = at + offset;
	uint32_t line = 1;

	while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
		at++;
		line++;
	}
	return line;
}

static int refuse_nul(struct decoded *result, struct mr_bytes in, size_t offset)
{
	return refuse(result, line_of(in, offset),
		      "a zero byte: this is no text file, or one in an encoding that --encoding "
		      "must name");
}

/* ---- Windows-1252 */

/*
 * The code points of the bytes 0x80 to 0x9F (unicode.org, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT); 0
 * where the encoding has none.  All other bytes are the code points of their number.
 */
static const uint16_t windows_1252[32] = {
	0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
	0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/* Of a byte above 0x7F. */
static uint32_t code_point_of(unsigned char byte)
{
	return byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

/* How many bytes above 0x7F stand in characters of UTF-8, counted as characters, and how many do not. */
struct tally {
	size_t n_characters, n_strays, first_stray;
};

static struct tally count(struct mr_bytes in)
{
	struct tally tally = {0, 0, 0};
	const char *at = in.at;

	for (size_t i = 0, n; i < in.n; i += n) {
		n = 1;
		if ((unsigned char)at[i] < 0x80)
			continue;
		if (utf8_decode(at + i, in.n - i, &n) != UTF8_INVALID) {
			tally.n_characters++;
			continue;
		}
		n = 1;
		if (tally.n_strays++ == 0)
			tally.first_stray = i;
	}
	return tally;
}

/* Characters of UTF-8 are kept where `keeps` says so; every other byte above 0x7F is Windows-1252. */
static int put_1252(struct buf *out, struct mr_bytes in, bool keeps, struct decoded *result)
{
	const char *at = in.at;
	char encoded[4];

	for (size_t i = 0, n; i < in.n; i += n) {
		unsigned char byte = (unsigned char)at[i];
		uint32_t code_point;

		n = 1;
		if (byte < 0x80 || (keeps && utf8_decode(at + i, in.n - i, &n) != UTF8_INVALID)) {
			buf_put(out, at + i, n);
			continue;
		}
		n = 1;
		code_point = code_point_of(byte);
		if (code_point == 0)
			return refuse(result, line_of(in, i),
				      "the byte 0x%02X is neither UTF-8 nor Windows-1252; "
				      "--encoding says what it is",
				      byte);
		buf_put(out, encoded, utf8_encode(code_point, encoded));
	}
	return 0;
}

static int guess_1252(struct buf *out, struct mr_bytes in, const struct tally *tally,
		      struct decoded *result)
{
	bool is_mixed = tally->n_characters > tally->n_strays;
	unsigned byte = ((const unsigned char *)in.at)[tally->first_stray];

	if (put_1252(out, in, is_mixed, result) != 0)
		return -1;
	result->is_guess = true;
	result->line = line_of(in, tally->first_stray);
	if (is_mixed)
		diag_write(result->said, sizeof(result->said),
			   "the byte 0x%02X, the first of %zu, is not UTF-8 and was read as "
			   "Windows-1252; --encoding NAME decides",
			   byte, tally->n_strays);
	else
		diag_write(result->said, sizeof(result->said),
			   "read as Windows-1252, since the byte 0x%02X is not UTF-8; "
			   "--encoding NAME decides",
			   byte);
	return 0;
}

/* ---- iconv */

/* The offset of what iconv() refused is looked up only then: it costs a walk through the file. */
static int convert(iconv_t from, const char *encoding, struct mr_bytes in, struct buf *out,
		   struct decoded *result)
{
	/* iconv() takes its input as not const; it does not write to it (POSIX.1-2008, iconv). */
	union {
		const void *in;
		char *out;
	} bytes = {.in = in.at};
	char *at = bytes.out;
	size_t left = in.n;
	char chunk[16384];

	while (left > 0) {
		char *to = chunk;
		size_t room = sizeof(chunk);
		size_t status = iconv(from, &at, &left, &to, &room);

		buf_put(out, chunk, sizeof(chunk) - room);
		if (status != (size_t)-1 || errno == E2BIG)
			continue;
		return refuse(result, line_of(in, in.n - left),
			      errno == EINVAL ? "the file ends in the middle of a character of %s"
					      : "this is not %s; --encoding NAME decides",
			      encoding);
	}
	return 0;
}

static int prove_utf8(const char *encoding, struct mr_bytes text, struct decoded *result)
{
	size_t valid = utf8_valid_until(text.at, text.n);

	if (valid == text.n)
		return 0;
	return refuse(result, line_of(text, valid), "this is not %s; --encoding NAME decides",
		      encoding);
}

static int with_iconv(const char *encoding, struct mr_bytes in, struct buf *out,
		      struct decoded *result)
{
	iconv_t from = iconv_open("UTF-8", encoding);
	char word[DIAG_WORD];
	size_t start = out->n;
	int status;

	if (from == (iconv_t)-1)
		return refuse(result, 0,
			      "the encoding '%s' is not known; `iconv -l` lists those there are",
			      diag_word(word, encoding));
	status = convert(from, diag_word(word, encoding), in, out, result);
	iconv_close(from);
	/* that of glibc hands on what ISO 10646 once had room for, up to U+7FFFFFFF */
	if (status == 0 && !out->failed)
		status = prove_utf8(word, (struct mr_bytes){buf_text(out) + start, out->n - start},
				    result);
	if (status == 0 && !out->failed && memchr(buf_text(out) + start, '\0', out->n - start))
		return refuse(result, 0, "as %s it holds the character U+0000: it is no text",
			      word);
	return status;
}

/* ---- which it is */

/* Of text in UTF-16 most characters are Latin letters or spaces: every other byte is zero. */
static const char *guess_utf16(struct mr_bytes in)
{
	const char *at = in.at;
	size_t n = in.n < 4096 ? in.n & ~(size_t)1 : 4096, n_zero[2] = {0, 0};

	for (size_t i = 0; i < n; i++)
		n_zero[i & 1] += at[i] == '\0';
	if (n < 4 || in.n % 2 != 0)
		return NULL;
	if (n_zero[1] > n / 5 && n_zero[0] == 0)
		return "UTF-16LE";
	return n_zero[0] > n / 5 && n_zero[1] == 0 ? "UTF-16BE" : NULL;
}

static const struct {
	const char *mark;
	size_t n;
	const char *encoding;
} marks[] = {{"\xEF\xBB\xBF", 3, "UTF-8"},
	     {"\xFF\xFE\0\0", 4, "UTF-32LE"},
	     {"\0\0\xFE\xFF", 4, "UTF-32BE"},
	     {"\xFF\xFE", 2, "UTF-16LE"},
	     {"\xFE\xFF", 2, "UTF-16BE"}};

/* What the byte order mark says, or null; `in` then begins behind it. */
static const char *skip_mark(struct mr_bytes *in)
{
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		size_t n = marks[i].n;

		if (in->n < n || memcmp(in->at, marks[i].mark, n) != 0)
			continue;
		*in = (struct mr_bytes){(const char *)in->at + n, in->n - n};
		return marks[i].encoding;
	}
	return NULL;
}

static int guess(struct mr_bytes in, struct buf *out, struct decoded *result)
{
	const char *encoding = guess_utf16(in), *nul = memchr(in.at, '\0', in.n);
	struct tally tally;

	if (encoding) {
		result->is_guess = true;
		diag_write(result->said, sizeof(result->said),
			   "read as %s, since every other byte is zero; --encoding NAME decides",
			   encoding);
		return with_iconv(encoding, in, out, result);
	}
	if (nul)
		return refuse_nul(result, in, (size_t)(nul - (const char *)in.at));
	if (utf8_valid_until(in.at, in.n) == in.n) {
		buf_put(out, in.at, in.n);
		return 0;
	}
	tally = count(in);
	return guess_1252(out, in, &tally, result);
}

int decode_text(struct mr_bytes in, const char *encoding, struct buf *out, struct decoded *result)
{
	const char *marked;

	*result = (struct decoded){.said = ""};
	if (in.n == 0)
		return 0;
	marked = skip_mark(&in);
	if (*encoding)
		return with_iconv(encoding, in, out, result);
	if (!marked || strcmp(marked, "UTF-8") == 0)
		return in.n > 0 ? guess(in, out, result) : 0;
	diag_write(result->said, sizeof(result->said), "read as %s, as its first bytes say",
		   marked);
	return with_iconv(marked, in, out, result);
}
