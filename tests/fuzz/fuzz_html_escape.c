/* SPDX-License-Identifier: MIT */
/*
 * Any bytes through what turns data into HTML, addresses, CSS and JSON: no byte with a meaning survives,
 * and no address with another scheme than the four allowed ones comes out.
 *
 * seeds: tests/fuzz/seeds/html
 * sources: plugins/html/html_escape plugins/common/write/
 */
#include "html/html_escape.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h> /* strncasecmp */

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void prove(bool holds)
{
	if (!holds)
		abort();
}

static void prove_references(const char *made)
{
	prove(!strpbrk(made, "<>\"'"));
	for (const char *c = strchr(made, '&'); c; c = strchr(c + 1, '&'))
		prove(!strncmp(c, "&amp;", 5) || !strncmp(c, "&lt;", 4) || !strncmp(c, "&gt;", 4) ||
		      !strncmp(c, "&quot;", 6) || !strncmp(c, "&#39;", 5));
}

/* A scheme as a browser finds it in what was written (WHATWG URL 4.4, scheme state). */
static void prove_scheme(const char *made)
{
	size_t n =
		strspn(made, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

	prove(strncmp(made, "//", 2) != 0);
	prove(!strpbrk(made, "\t\n\r \\"));
	if (made[n] == ':')
		prove(!strncasecmp(made, "http:", 5) || !strncasecmp(made, "https:", 6) ||
		      !strncasecmp(made, "mailto:", 7));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	char *text = malloc(n + 1);
	struct out out;

	prove(text != NULL);
	memcpy(text, bytes, n);
	text[n] = '\0';
	out_to_memory(&out, 0);
	html_text(&out, text, n);
	prove(strlen(out_at(&out)) == out.n);
	prove_references(out_at(&out));
	out_clear(&out);
	html_json_string(&out, text);
	prove(!strpbrk(out_at(&out), "<>&'\n\r\t"));
	out_clear(&out);
	html_css_string(&out, text);
	prove(out.n >= 2 && out.at[out.n - 1] == '"');
	prove(strcspn(out_at(&out) + 1, "\"<>&'\n\r\f") == out.n - 2);
	out_clear(&out);
	/* from every place on, so that a seed tries many addresses */
	for (size_t i = 0; i < n && i < 200; i++) {
		html_url(&out, text + i);
		prove_references(out_at(&out));
		prove_scheme(out_at(&out));
		out_clear(&out);
	}
	html_base64(&out, text, n);
	prove(out.n == (n + 2) / 3 * 4);
	out_release(&out);
	free(text);
	return 0;
}
