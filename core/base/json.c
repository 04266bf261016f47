/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include "base/base64.h"
#include "base/utf8.h"

#include <string.h>

void json_put_text(struct buf *out, const char *text)
{
	size_t n = strlen(text), length;

	buf_put_byte(out, '"');
	for (size_t at = 0; at < n; at += length) {
		uint32_t code_point = utf8_decode(text + at, n - at, &length);

		if (code_point == UTF8_INVALID) {
			buf_put_text(out, "\xEF\xBF\xBD");
			length = 1;
		} else if (code_point == '"' || code_point == '\\') {
			buf_printf(out, "\\%c", (char)code_point);
		} else if (code_point < 0x20 || utf8_is_control(code_point) ||
			   utf8_is_invisible(code_point)) {
			/* all of them lie below U+10000 but for those that an escape would split */
			if (code_point > 0xFFFF)
				buf_put(out, text + at, length);
			else
				buf_printf(out, "\\u%04x", (unsigned)code_point);
		} else {
			buf_put(out, text + at, length);
		}
	}
	buf_put_byte(out, '"');
}

void json_put_member(struct buf *out, const char *key, const char *text)
{
	json_put_text(out, key);
	buf_put_text(out, ": ");
	json_put_text(out, text);
}

void json_put_base64(struct buf *out, const void *bytes, size_t n)
{
	buf_put_text(out, "\"base64\": \"");
	base64_put(out, bytes, n);
	buf_put_byte(out, '"');
}
