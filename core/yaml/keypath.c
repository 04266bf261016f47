/* SPDX-License-Identifier: MIT */
#include "yaml/keypath.h"

static const char *text_of(const struct keypath *path, const struct load *load, struct buf *out)
{
	for (unsigned i = 0; i < path->level; i++) {
		if (path->steps[i].key != STRSET_NONE) {
			buf_put_text(out, out->n ? "." : "");
			buf_put_text(out, load_text(load, path->steps[i].key));
		}
		if (path->steps[i].index != UINT32_MAX)
			buf_printf(out, "[%lu]", (unsigned long)path->steps[i].index);
	}
	return buf_text(out);
}

static void report(const struct keypath *path, struct load *load, struct about *about,
		   const char *format, va_list arguments)
{
	struct buf words, text;

	buf_init(&words, 4096);
	buf_init(&text, 4096);
	buf_vprintf(&text, format, arguments);
	about->path = text_of(path, load, &words);
	if (words.is_refused || text.is_refused)
		load_no_memory(load);
	else
		load_error(load, about, "%s", buf_text(&text));
	buf_release(&words);
	buf_release(&text);
}

void keypath_error(const struct keypath *path, struct load *load, struct place place,
		   const char *suggestion, const char *format, ...)
{
	struct about about = {.place = place, .suggestion = suggestion};
	va_list arguments;

	va_start(arguments, format);
	report(path, load, &about, format, arguments);
	va_end(arguments);
}

void keypath_hint(const struct keypath *path, struct load *load, struct place place,
		  const char *hint, const char *format, ...)
{
	struct about about = {.place = place, .hint = hint};
	va_list arguments;

	va_start(arguments, format);
	report(path, load, &about, format, arguments);
	va_end(arguments);
}
