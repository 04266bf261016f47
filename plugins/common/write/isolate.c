/* SPDX-License-Identifier: MIT */
#include "common/write/isolate.h"

#include "common/write/utf8.h"

/* The blocks that UAX 9 gives to scripts from the right, with their marks (DerivedBidiClass.txt). */
static bool is_from_right(uint32_t code)
{
	return (code >= 0x0590 && code <= 0x08ff) || code == 0x200f ||
	       (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefe) ||
	       (code >= 0x10800 && code <= 0x10fff) || (code >= 0x1e800 && code <= 0x1efff);
}

/* Letters and digits, and of what is beyond ASCII all but signs. */
static bool is_from_left(uint32_t code)
{
	if (code < 0x80)
		return (code >= '0' && code <= '9') || ((code | 32) >= 'a' && (code | 32) <= 'z');
	return code >= 0xc0 && !is_from_right(code) && (code < 0x2000 || code > 0x2bff);
}

bool isolate_is_needed(const char *text, size_t n, bool is_rtl)
{
	const char *at = text, *end = text + n;

	while (at < end) {
		uint32_t code;

		if (!is_rtl && (unsigned char)*at < 0xd6) {
			at++; /* no letter from the right begins so; nor does what follows in one */
			continue;
		}
		code = utf8_next(&at);
		if (is_rtl ? is_from_left(code) : is_from_right(code))
			return true;
	}
	return false;
}

void isolate_put(struct out *out, const char *text, bool is_rtl)
{
	bool is_needed = isolate_is_needed(text, strlen(text), is_rtl);

	out_string(out, is_needed ? "\xe2\x81\xa8" : "");
	out_string(out, text);
	out_string(out, is_needed ? "\xe2\x81\xa9" : "");
}
