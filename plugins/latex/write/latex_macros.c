/* SPDX-License-Identifier: MIT */
#include "latex/write/latex_macros.h"

#include "latex/letters/latex_escape.h"

void latex_macros_write(struct out *out, const struct mr_bytes *text)
{
	const char *at = text->n > 0 ? text->at : "";

	while (*at) {
		size_t n = strcspn(at, "\n");

		out_bytes(out, at, n);
		if (n > 0 && !memchr(at, '%', n))
			out_char(out, '%');
		out_char(out, '\n');
		at += n + (at[n] == '\n');
	}
}

static void write_font_names(const char *fonts, struct out *out)
{
	const char *at = fonts;

	while (*at) {
		size_t n = strcspn(at, ",");

		while (n > 0 && *at == ' ') {
			at++;
			n--;
		}
		if (n > 0) {
			out_string(out, "  \\mrTryFont{#1}{");
			latex_escape_plain(out, at, n);
			out_string(out, "}{#2}%\n");
		}
		at += n + (at[n] == ',');
	}
}

void latex_macros_fonts(struct out *out, const char *fonts, const struct mr_bytes *text)
{
	if (!*fonts)
		return;
	latex_macros_write(out, text);
	out_string(out, "\\def\\mrFonts#1#2{%\n");
	write_font_names(fonts, out);
	out_string(out, "}%\n");
}
