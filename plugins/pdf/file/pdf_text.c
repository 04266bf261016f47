/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_text.h"

#include <string.h>

#include "common/write/utf8.h"

void pdf_text_utf16(struct out *out, const char *utf8)
{
	out_bytes(out, "\376\377", 2);
	while (*utf8) {
		uint16_t units[2];
		unsigned n = utf8_to_utf16(utf8_next(&utf8), units);

		for (unsigned i = 0; i < n; i++) {
			out_char(out, (char)(units[i] >> 8));
			out_char(out, (char)(units[i] & 0xff));
		}
	}
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
