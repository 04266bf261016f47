/* SPDX-License-Identifier: MIT */
#include "words/mojibake.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* clang-format off */

/* Windows-1252 by its bytes 0x80 to 0x9f (the rest is Latin-1); the five without a character are the byte. */
static const uint16_t windows[32] = {
	0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
	0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
};

/* Mac Roman by its bytes 0x80 to 0xff. */
static const uint16_t mac[128] = {
	0xc4, 0xc5, 0xc7, 0xc9, 0xd1, 0xd6, 0xdc, 0xe1, 0xe0, 0xe2, 0xe4, 0xe3,
	0xe5, 0xe7, 0xe9, 0xe8, 0xea, 0xeb, 0xed, 0xec, 0xee, 0xef, 0xf1, 0xf3,
	0xf2, 0xf4, 0xf6, 0xf5, 0xfa, 0xf9, 0xfb, 0xfc, 0x2020, 0xb0, 0xa2, 0xa3,
	0xa7, 0x2022, 0xb6, 0xdf, 0xae, 0xa9, 0x2122, 0xb4, 0xa8, 0x2260, 0xc6, 0xd8,
	0x221e, 0xb1, 0x2264, 0x2265, 0xa5, 0xb5, 0x2202, 0x2211, 0x220f, 0x3c0, 0x222b, 0xaa,
	0xba, 0x3a9, 0xe6, 0xf8, 0xbf, 0xa1, 0xac, 0x221a, 0x192, 0x2248, 0x2206, 0xab,
	0xbb, 0x2026, 0xa0, 0xc0, 0xc3, 0xd5, 0x152, 0x153, 0x2013, 0x2014, 0x201c, 0x201d,
	0x2018, 0x2019, 0xf7, 0x25ca, 0xff, 0x178, 0x2044, 0x20ac, 0x2039, 0x203a, 0xfb01, 0xfb02,
	0x2021, 0xb7, 0x201a, 0x201e, 0x2030, 0xc2, 0xca, 0xc1, 0xcb, 0xc8, 0xcd, 0xce,
	0xcf, 0xcc, 0xd3, 0xd4, 0xf8ff, 0xd2, 0xda, 0xdb, 0xd9, 0x131, 0x2c6, 0x2dc,
	0xaf, 0x2d8, 0x2d9, 0x2da, 0xb8, 0x2dd, 0x2db, 0x2c7,
};
/* clang-format on */

/* The byte that was read as this character; -1 for none. */
static int windows_byte(uint32_t code_point)
{
	if (code_point >= 0x80 && code_point <= 0xff)
		return (int)code_point;
	for (size_t i = 0; i < sizeof(windows) / sizeof(windows[0]); i++) {
		if (windows[i] == code_point)
			return (int)(0x80 + i);
	}
	return -1;
}

static int mac_byte(uint32_t code_point)
{
	for (size_t i = 0; i < sizeof(mac) / sizeof(mac[0]); i++) {
		if (mac[i] == code_point)
			return (int)(0x80 + i);
	}
	return -1;
}

/* The first `n` characters of a run as bytes of the encoding; false when one is none of it. */
static size_t to_bytes(const char *run, size_t n, int (*byte_of)(uint32_t), char *out, size_t max)
{
	size_t length, n_out = 0;
	int byte;

	for (size_t at = 0; at < n && n_out < max; at += length) {
		byte = byte_of(utf8_decode(run + at, n - at, &length));
		if (byte < 0)
			break;
		out[n_out++] = (char)byte;
	}
	return n_out;
}

/*
 * One character of UTF-8 at the head of the run: its bytes into `out`, what it took of the run returned; 0
 * for none.  Only letters, marks and punctuation that are shown count.
 */
static size_t repair_one(const char *run, size_t n, int (*byte_of)(uint32_t), struct buf *out)
{
	char bytes[4];
	size_t n_bytes = to_bytes(run, n, byte_of, bytes, sizeof(bytes)), length, taken = 0, step;
	uint32_t code_point = utf8_decode(bytes, n_bytes, &length);

	if (n_bytes < 2 || code_point == UTF8_INVALID || utf8_is_control(code_point))
		return 0;
	for (size_t i = 0; i < length; i++) {
		utf8_decode(run + taken, n - taken, &step);
		taken += step;
	}
	buf_put(out, bytes, length);
	return taken;
}

/* The whole text by one encoding; false when a run of characters beyond ASCII does not come out. */
static bool repair_by(struct buf *out, const char *text, size_t n, int (*byte_of)(uint32_t))
{
	bool found = false;
	size_t taken;

	for (size_t at = 0; at < n; at += taken) {
		taken = 1;
		if ((unsigned char)text[at] < 0x80) {
			buf_put_byte(out, text[at]);
			continue;
		}
		taken = repair_one(text + at, n - at, byte_of, out);
		if (taken == 0) {
			/* a sound character among broken ones stays */
			utf8_decode(text + at, n - at, &taken);
			buf_put(out, text + at, taken);
		} else {
			found = true;
		}
	}
	return found;
}

const char *mojibake_repair(struct buf *out, const char *text, size_t n)
{
	size_t start = out->n, at;

	for (at = 0; at < n && (unsigned char)text[at] < 0x80; at++)
		;
	if (at == n)
		return NULL;
	if (repair_by(out, text, n, windows_byte))
		return "Windows-1252 or Latin-1";
	if (out->n > start)
		out->at[out->n = start] = '\0';
	if (repair_by(out, text, n, mac_byte))
		return "Mac Roman";
	if (out->n > start)
		out->at[out->n = start] = '\0';
	return NULL;
}
