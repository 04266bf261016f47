/* SPDX-License-Identifier: MIT */
/* GFM Markdown to HTML with libmd4c-html, the fastest CommonMark library we know of.
 * usage: md4c_html < IN.md > OUT.html */
#include <md4c-html.h>
#include <stdio.h>
#include <stdlib.h>
static void out(const MD_CHAR *s, MD_SIZE n, void *u)
{
	fwrite(s, 1, n, u);
}
int main(void)
{
	size_t cap = 1 << 20, n = 0, k;
	char *b = malloc(cap);
	while ((k = fread(b + n, 1, cap - n, stdin)) > 0)
		if ((n += k) == cap && !(b = realloc(b, cap *= 2)))
			return 3;
	fputs("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>m</title></head><body>\n",
	      stdout);
	if (md_html(b, n, out, stdout, MD_DIALECT_GITHUB, 0))
		return 4;
	fputs("</body></html>\n", stdout);
	return 0;
}
