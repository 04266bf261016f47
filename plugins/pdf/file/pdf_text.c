/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_text.h"

#include <string.h>

static uint32_t next_code_point(const char **at)
{
	const unsigned char *s = (const unsigned char *)*at;
	uint32_t c = s[0];
	int more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;

	if (more)
		c &= 0x3fu >> more;
	for (int i = 1; i <= more; i++)
		c = c << 6 | (s[i] & 0x3fu);
	*at += more + 1;
	return c;
}

int pdf_utf16(const char **at, uint16_t units[2])
{
	uint32_t c = next_code_point(at);

	if (c < 0x10000) {
		units[0] = (uint16_t)c;
		return 1;
	}
	c -= 0x10000;
	units[0] = (uint16_t)(0xd800 + (c >> 10));
	units[1] = (uint16_t)(0xdc00 + (c & 0x3ff));
	return 2;
}

void pdf_text_utf16(struct out *out, const char *utf8)
{
	out_bytes(out, "\376\377", 2);
	while (*utf8) {
		uint16_t units[2];
		int n = pdf_utf16(&utf8, units);

		for (int i = 0; i < n; i++) {
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

void pdf_text_fill(struct out *out, const char *pattern, const struct pdf_place *places, uint32_t n)
{
	while (*pattern) {
		uint32_t i = 0;
		size_t length = 0;

		for (; *pattern == '{' && i < n; i++) {
			length = strlen(places[i].name);
			if (strncmp(pattern + 1, places[i].name, length) == 0 &&
			    pattern[length + 1] == '}')
				break;
		}
		if (*pattern == '{' && i < n) {
			out_string(out, places[i].value);
			pattern += length + 2;
		} else {
			out_char(out, *pattern++);
		}
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
