/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_slim.h"

#include <string.h>

#include "common/write/utf8.h"

void pdf_slim_begin(struct pdf_slim *slim, HPDF_Stream stream)
{
	slim->out = stream->attr;
}

HPDF_STATUS pdf_slim_end(struct pdf_slim *slim)
{
	return slim->out->failed ? HPDF_FAILD_TO_ALLOC_MEM : HPDF_OK;
}

void pdf_slim_number(struct pdf_slim *slim, uint32_t value)
{
	char digits[10];
	int at = 10;

	do {
		digits[--at] = (char)('0' + value % 10);
		value /= 10;
	} while (value);
	out_bytes(slim->out, digits + at, (size_t)(10 - at));
}

void pdf_slim_decimal(struct pdf_slim *slim, double value)
{
	out_decimal(slim->out, value, 2);
}

void pdf_slim_bytes(struct pdf_slim *slim, const char *bytes)
{
	out_char(slim->out, '(');
	for (;;) {
		size_t n = strcspn(bytes, "()\\");

		out_bytes(slim->out, bytes, n);
		bytes += n;
		if (!*bytes)
			break;
		out_char(slim->out, '\\');
		out_char(slim->out, *bytes++);
	}
	out_char(slim->out, ')');
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
		unsigned n = utf8_to_utf16(utf8_next(&at), units);

		for (unsigned i = 0; i < n; i++) {
			char four[4];

			for (int k = 0; k < 4; k++)
				four[k] = hex[units[i] >> (12 - 4 * k) & 15];
			out_bytes(slim->out, four, 4);
		}
	}
	pdf_slim_string(slim, ">");
}
