/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_text.h"

#include <string.h>

#include "common/write/utf8.h"

/* Whole characters of `utf8` until `most` units have been put; how far it came. */
static const char *put_units(struct out *out, const char *utf8, size_t most)
{
	while (*utf8) {
		const char *next = utf8;
		uint16_t units[2];
		unsigned n = utf8_to_utf16(utf8_next(&next), units);

		if (n > most)
			break;
		for (unsigned i = 0; i < n; i++) {
			out_char(out, (char)(units[i] >> 8));
			out_char(out, (char)(units[i] & 0xff));
		}
		most -= n;
		utf8 = next;
	}
	return utf8;
}

void pdf_text_utf16(struct out *out, const char *utf8)
{
	out_bytes(out, "\376\377", 2);
	put_units(out, utf8, SIZE_MAX);
}

void pdf_text_label(struct out *out, const char *utf8)
{
	out_bytes(out, "\376\377", 2);
	if (*put_units(out, utf8, PDF_TEXT_LABEL))
		out_bytes(out, "\x20\x26", 2);
}

void pdf_text_uri(struct out *out, const char *url)
{
	static const char hex[] = "0123456789ABCDEF";

	for (; *url; url++) {
		unsigned char c = (unsigned char)*url;

		if (c > 0x20 && c < 0x7f && !strchr("\"<>\\^`{|}", c)) {
			out_char(out, (char)c);
			continue;
		}
		out_char(out, '%');
		out_char(out, hex[c >> 4]);
		out_char(out, hex[c & 15]);
	}
}

void pdf_text_xml(struct out *out, const char *utf8)
{
	for (; *utf8; utf8++) {
		switch (*utf8) {
		case '&': out_string(out, "&amp;"); break;
		case '<': out_string(out, "&lt;"); break;
		case '>': out_string(out, "&gt;"); break;
		case '"': out_string(out, "&quot;"); break;
		default:
			if ((unsigned char)*utf8 >= 0x20 || *utf8 == '\t' || *utf8 == '\n')
				out_char(out, *utf8);
		}
	}
}
