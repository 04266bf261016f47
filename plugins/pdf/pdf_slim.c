/* SPDX-License-Identifier: MIT */
#include "pdf_slim.h"

#include <string.h>

#include "common/number.h"
#include "pdf_text.h"

void pdf_slim_begin(struct pdf_slim *slim, HPDF_Stream stream)
{
	slim->stream = stream;
	slim->status = HPDF_OK;
	slim->n = 0;
}

static void flush(struct pdf_slim *slim)
{
	if (slim->status == HPDF_OK && slim->n)
		slim->status =
			HPDF_Stream_Write(slim->stream, (const HPDF_BYTE *)slim->bytes, slim->n);
	slim->n = 0;
}

HPDF_STATUS pdf_slim_end(struct pdf_slim *slim)
{
	flush(slim);
	return slim->status;
}

static void put(struct pdf_slim *slim, const char *bytes, size_t n)
{
	while (n > 0) {
		size_t room = sizeof(slim->bytes) - slim->n;
		size_t now = n < room ? n : room;

		memcpy(slim->bytes + slim->n, bytes, now);
		slim->n += (uint32_t)now;
		bytes += now;
		n -= now;
		if (slim->n == sizeof(slim->bytes))
			flush(slim);
	}
}

void pdf_slim_string(struct pdf_slim *slim, const char *text)
{
	put(slim, text, strlen(text));
}

void pdf_slim_number(struct pdf_slim *slim, uint32_t value)
{
	char digits[10];
	int at = 10;

	do {
		digits[--at] = (char)('0' + value % 10);
		value /= 10;
	} while (value);
	put(slim, digits + at, (size_t)(10 - at));
}

void pdf_slim_decimal(struct pdf_slim *slim, double value)
{
	char text[NUMBER_SIZE];

	put(slim, text, number_decimal(text, value, 2));
}

void pdf_slim_bytes(struct pdf_slim *slim, const char *bytes)
{
	pdf_slim_string(slim, "(");
	for (; *bytes; bytes++) {
		if (*bytes == '(' || *bytes == ')' || *bytes == '\\')
			put(slim, "\\", 1);
		put(slim, bytes, 1);
	}
	pdf_slim_string(slim, ")");
}

void pdf_slim_text(struct pdf_slim *slim, const char *utf8)
{
	static const char hex[] = "0123456789ABCDEF";
	const char *at = utf8;

	while (*at && (unsigned char)*at < 0x80)
		at++;
	if (!*at) {
		pdf_slim_bytes(slim, utf8);
		return;
	}
	pdf_slim_string(slim, "<FEFF");
	for (at = utf8; *at;) {
		uint16_t units[2];
		int n = pdf_utf16(&at, units);

		for (int i = 0; i < n; i++) {
			char four[4];

			for (int k = 0; k < 4; k++)
				four[k] = hex[units[i] >> (12 - 4 * k) & 15];
			put(slim, four, 4);
		}
	}
	pdf_slim_string(slim, ">");
}
