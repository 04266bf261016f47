/* SPDX-License-Identifier: MIT */
/*
 * Any bytes into LaTeX source: braces balance, no comment, alignment, parameter or shift of
 * catcodes gets through, every command is one that escaping itself writes, and lines stay short.
 *
 * seeds: tests/fuzz/seeds/latex
 * sources: plugins/latex/letters/ plugins/common/write/
 */
#include "latex/letters/latex_escape.h"
#include "latex/letters/latex_unicode.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

#define MAX_NAMES 400
#define MAX_LENGTH 24

static struct {
	char at[MAX_NAMES][MAX_LENGTH];
	size_t n;
} known;

static void prove(bool holds)
{
	if (!holds)
		abort();
}

static size_t name_length(const char *text)
{
	size_t n = 0;

	while ((text[n] | 0x20) >= 'a' && (text[n] | 0x20) <= 'z')
		n++;
	return n;
}

static bool is_known(const char *name, size_t n)
{
	for (size_t i = 0; i < known.n; i++)
		if (strlen(known.at[i]) == n && memcmp(known.at[i], name, n) == 0)
			return true;
	return false;
}

/* The names of all commands in `text`. */
static void learn(const char *text)
{
	for (; (text = strchr(text, '\\')); text++) {
		size_t n = name_length(text + 1);

		if (n == 0 || is_known(text + 1, n))
			continue;
		prove(known.n < MAX_NAMES && n < MAX_LENGTH);
		memcpy(known.at[known.n++], text + 1, n);
	}
}

static void learn_all(void)
{
	struct latex_char found;

	for (uint32_t c = 0x80; c < 0x30000; c++) {
		latex_unicode_find(c, &found);
		learn(found.command);
		learn(latex_unicode_accent(c));
	}
	learn("\\textbackslash \\textasciicircum \\textasciitilde \\textless \\textgreater \\textbar "
	      "\\textasciigrave \\textquotesingle \\textquotedbl \\char \\kern \\string \\mrQuote \\mrB \\mrMissing "
	      "\\mrForeign \\mrHan \\mrArabic \\mrHebrew \\mrLatin");
}

static size_t prove_command(const char *text)
{
	size_t n = name_length(text + 1);

	if (n > 0) {
		prove(is_known(text + 1, n));
		return 1 + n;
	}
	prove(text[1] != '\0' && strchr("{}$&#%_-, '`\"^~=.", text[1]) != NULL);
	return 2;
}

static void prove_source(const char *text, size_t n, const char *forbidden)
{
	size_t at = 0, line = 0;
	int depth = 0;

	prove(strlen(text) == n);
	while (at < n) {
		if (text[at] == '\\') {
			at += prove_command(text + at);
			continue;
		}
		depth += (text[at] == '{') - (text[at] == '}');
		prove(depth >= 0);
		prove(text[at] != '%' || text[at + 1] == '\n');
		/* \ensuremath{^-} is the one superscript that escaping writes. */
		prove(text[at] != '^' || strncmp(text + at - 1, "{^-}", 4) == 0);
		prove(!strchr(forbidden, text[at]));
		if (text[at] == '\n')
			line = at;
		prove(at - line < 100000);
		at++;
	}
	prove(depth == 0);
}

/* The address of the count is all that it needs. */
static void tell(void *data, uint32_t code_point)
{
	prove(code_point > 0x7F);
	++*(size_t *)data;
}

static void prove_escape(const char *text, size_t n, const struct latex_ink *ink)
{
	size_t n_told = 0;
	struct latex_missing missing = {tell, &n_told};
	struct out out;

	out_to_memory(&out, 0);
	latex_escape(&out, text, n, ink, &missing);
	prove_source(out_at(&out), out.n, "#&$_");
	prove(n_told <= n);
	prove(!ink->is_moving || !strstr(out_at(&out), "\\mr"));
	out_release(&out);
}

static void prove_whole(const char *text, const char *forbidden,
			void (*escape)(struct out *, const char *))
{
	struct out out;

	out_to_memory(&out, 0);
	escape(&out, text);
	prove_source(out_at(&out), out.n, forbidden);
	out_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const struct latex_ink inks[] = {
		{0},
		{.has_font = true, .max_word = 3000},
		{.has_font = true, .is_from_right = true, .max_word = 3000},
		{.is_moving = true},
		{.is_literal = true, .max_word = 500}};
	char *text = malloc(n + 1);

	prove(text != NULL);
	if (known.n == 0)
		learn_all();
	memcpy(text, bytes, n);
	text[n] = '\0';
	for (size_t i = 0; i < sizeof inks / sizeof *inks; i++)
		prove_escape(text, n, &inks[i]);
	/* hyperref takes an underscore in a url as it is. */
	prove_whole(text, "#&$", latex_escape_url);
	prove_whole(text, "#&$_", latex_escape_printed_url);
	prove_whole(text, "#&$_", latex_escape_property);
	free(text);
	return 0;
}
