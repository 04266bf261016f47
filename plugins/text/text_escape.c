/* SPDX-License-Identifier: MIT */
#include "text/text_escape.h"

#include <unictype.h>

#include "common/write/utf8.h"

enum {
	LINE_SEPARATOR = 0x2028,
	PARAGRAPH_SEPARATOR = 0x2029,
	LEFT_TO_RIGHT_ISOLATE = 0x2066,
	FIRST_STRONG_ISOLATE = 0x2068,
	POP_ISOLATE = 0x2069,
	CONTROL_PICTURES = 0x2400,
	DELETE_PICTURE = 0x2421
};

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

/* ---- data */

static void put_code(struct out *out, uint32_t code)
{
	const char bytes[3] = {(char)(0xe0 | code >> 12), (char)(0x80 | (code >> 6 & 0x3f)),
			       (char)(0x80 | (code & 0x3f))};

	out_bytes(out, bytes, sizeof(bytes));
}

/* What a control character or a separator becomes; false for all others but those of is_common(). */
static bool put_special(struct out *out, uint32_t code)
{
	if (code == '\n' || code == LINE_SEPARATOR || code == PARAGRAPH_SEPARATOR)
		out_char(out, '\n');
	else if (code == '\t')
		out_char(out, ' ');
	else if (code < 0x20)
		put_code(out, CONTROL_PICTURES + code);
	else if (code == 0x7f)
		put_code(out, DELETE_PICTURE);
	else if (code < 0xa0)
		put_code(out, UTF8_REPLACEMENT);
	else
		return false;
	return true;
}

/* Bytes that begin no special character: all but C0, DEL, and the leads of C1 and of U+2028. */
static bool is_common(unsigned char byte)
{
	return byte >= 0x20 && byte != 0x7f && byte != 0xc2 && byte != 0xe2;
}

void text_escape_data(struct out *out, const char *text, size_t n)
{
	const char *at = text, *end = text + n, *kept = text;

	while (at < end) {
		const char *begin = at;
		size_t length;
		uint32_t code;

		if (is_common((unsigned char)*at)) {
			at++;
			continue;
		}
		code = utf8_checked(at, (size_t)(end - at), &length);
		at += length;
		out_bytes(out, kept, (size_t)(begin - kept));
		kept = put_special(out, code) ? at : begin;
	}
	out_bytes(out, kept, (size_t)(end - kept));
}

/* ---- looks */

/*
 * Of the sixteen colours that every terminal has and its user chooses: blue for support, red for its absence, and
 * magenta, which lies between them.  They can be read on black and on white, and blue and red are told apart by
 * those who do not tell red from green.
 */
static const char *const colors[] = {"", ";94", ";35", ";91", ";2", ";2"};

void text_escape_ink(struct out *out, uint8_t ink)
{
	size_t color = ink >> TEXT_LIKE_SHIFT;

	out_string(out, "\033[0");
	if (ink & TEXT_STRONG)
		out_string(out, ";1");
	if (ink & TEXT_FAINT)
		out_string(out, ";2");
	if (ink & TEXT_EMPHASIS)
		out_string(out, ";3");
	out_string(out, color < sizeof(colors) / sizeof(*colors) ? colors[color] : "");
	out_char(out, 'm');
}

bool text_escape_can_link(const char *url)
{
	return strncmp(url, "http:", 5) == 0 || strncmp(url, "https:", 6) == 0 ||
	       strncmp(url, "mailto:", 7) == 0;
}

void text_escape_link(struct out *out, const char *url, uint32_t id)
{
	static const char digits[] = "0123456789ABCDEF";

	out_string(out, "\033]8;");
	if (*url) {
		out_string(out, "id=");
		out_unsigned(out, id);
	}
	out_char(out, ';');
	/* RFC 3986: what is not printable ASCII is percent-encoded, so that nothing can end the sequence. */
	for (; *url; url++) {
		unsigned char byte = (unsigned char)*url;

		if (byte > 0x20 && byte < 0x7f) {
			out_char(out, *url);
			continue;
		}
		out_char(out, '%');
		out_char(out, digits[byte >> 4]);
		out_char(out, digits[byte & 15]);
	}
	out_string(out, "\033\\");
}

/* ---- directions */

bool text_escape_needs_isolate(uint32_t code)
{
	if (code < 0x590)
		return false;
	switch (uc_bidi_category(code)) {
	case UC_BIDI_R:
	case UC_BIDI_AL:
	case UC_BIDI_AN:
	case UC_BIDI_RLE:
	case UC_BIDI_RLO:
	case UC_BIDI_LRE:
	case UC_BIDI_LRO:
	case UC_BIDI_PDF: return true;
	default: return code >= LEFT_TO_RIGHT_ISOLATE && code <= POP_ISOLATE;
	}
}

void text_escape_isolate(struct text_isolate *isolate, struct out *out)
{
	*isolate = (struct text_isolate){.out = out};
	out_string(out, FSI);
}

void text_escape_isolated(struct text_isolate *isolate, const char *cluster, size_t n)
{
	const char *at = cluster;
	uint32_t code = utf8_next(&at);

	/* A control of direction is a cluster of its own (UAX 29, GB4). */
	if (code >= LEFT_TO_RIGHT_ISOLATE && code <= FIRST_STRONG_ISOLATE)
		isolate->depth++;
	if (code == POP_ISOLATE && isolate->depth-- == 0) {
		isolate->depth = 0;
		return;
	}
	out_bytes(isolate->out, cluster, n);
}

void text_escape_isolate_end(struct text_isolate *isolate)
{
	for (uint32_t i = 0; i <= isolate->depth; i++)
		out_string(isolate->out, PDI);
}
