/* SPDX-License-Identifier: MIT */
/* floor_y2h: YAML to HTML in one pass with no YAML library - the end-to-end floor for one layout.
 * usage: floor_y2h IN.yaml OUT.html
 * Reads exactly the block layout that gen.py writes (indentation decides what a line is; values are
 * plain words, "quoted strings" or {status: S, text: "..."}), turns the texts' links, bold and code
 * into HTML and escapes the rest.  Anything else ends with exit status 4: a real program would hand
 * such a file to libyaml instead, and check on every test that both ways give the same result. */
#include "cells.h"

static char buf[1 << 18];
static size_t len;
static int fd;

static void flush(void)
{
	for (size_t o = 0; o < len;) {
		ssize_t k = write(fd, buf + o, len - o);
		if (k <= 0)
			exit(3);
		o += k;
	}
	len = 0;
}

static inline void put(const char *s, size_t n)
{
	if (len + n > sizeof buf)
		flush();
	memcpy(buf + len, s, n);
	len += n;
}
#define LIT(s) put(s, sizeof s - 1)

static inline void bad(void)
{
	fprintf(stderr, "not in the fast layout\n");
	exit(4);
}

static inline char *esc1(char *d, char c)
{
	switch (c) {
	case '&': memcpy(d, "&amp;", 5); return d + 5;
	case '<': memcpy(d, "&lt;", 4); return d + 4;
	case '>': memcpy(d, "&gt;", 4); return d + 4;
	case '"': memcpy(d, "&quot;", 6); return d + 6;
	default: *d = c; return d + 1;
	}
}

/* text up to e, YAML double-quote escapes undone, HTML escaped, Markdown spans turned to tags */
static void rich(const char *s, const char *e, int quoted, int md)
{
	if ((size_t)(e - s) * 6 + 64 > sizeof buf)
		bad();
	if (len + (size_t)(e - s) * 6 + 64 > sizeof buf)
		flush();
	char *d = buf + len;
	int bold = 0, code = 0;
	while (s < e) {
		char c = *s;
		if (quoted && c == '\\') {
			if (s + 1 >= e || (s[1] != '"' && s[1] != '\\'))
				bad();
			d = esc1(d, s[1]);
			s += 2;
			continue;
		}
		if (md && c == '[' && !code) {
			const char *m = memchr(s, ']', e - s), *r;
			if (m && m + 1 < e && m[1] == '(' && (r = memchr(m, ')', e - m))) {
				memcpy(d, "<a href=\"", 9);
				d += 9;
				for (const char *q = m + 2; q < r; q++)
					d = esc1(d, *q);
				*d++ = '"', *d++ = '>';
				for (const char *q = s + 1; q < m; q++)
					d = esc1(d, *q);
				memcpy(d, "</a>", 4);
				d += 4;
				s = r + 1;
				continue;
			}
		}
		if (md && c == '`') {
			memcpy(d, code ? "</code>" : "<code>", 7);
			d += 6 + code;
			code = !code;
			s++;
			continue;
		}
		if (md && c == '*' && s + 1 < e && s[1] == '*' && !code) {
			memcpy(d, bold ? "</strong>" : "<strong>", 9);
			d += 8 + bold;
			bold = !bold;
			s += 2;
			continue;
		}
		d = esc1(d, c);
		s++;
	}
	len = d - buf;
}

static void value(const char *s, const char *e, int md)
{
	if (s < e && *s == '"') {
		if (e - s < 2 || e[-1] != '"')
			bad();
		rich(s + 1, e - 1, 1, md);
	} else
		rich(s, e, 0, md);
}

static inline int is(const char *s, const char *e, const char *k)
{
	size_t n = strlen(k);
	return (size_t)(e - s) >= n && !memcmp(s, k, n);
}

int main(int ac, char **av)
{
	size_t n;
	struct {
		const char *s, *e;
	} id[64], name = {0, 0};
	unsigned nid = 0, col = 0;
	int part = 0, rowopen = 0; /* 1 products 2 categories */

	if (ac != 3)
		return 2;
	const char *s = (const char *)map_file(av[1], &n), *end = s + n;
	fd = open(av[2], O_WRONLY | O_CREAT | O_TRUNC, 0644);
	if (fd < 0)
		return 2;
	LIT("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>t</title></head><body><table><thead><tr><th></th>");
	while (s < end) {
		const char *nl = memchr(s, '\n', end - s);
		if (!nl)
			nl = end;
		const char *a = s;
		while (a < nl && *a == ' ')
			a++;
		unsigned ind = a - s;
		if (a == nl || *a == '#') {
		} else if (part == 2 && ind == 10) {
			/* a cell:  pNN: value */
			if (col >= nid)
				bad();
			size_t k = id[col].e - id[col].s;
			if ((size_t)(nl - a) < k + 2 || memcmp(a, id[col].s, k) || a[k] != ':' ||
			    a[k + 1] != ' ')
				bad();
			const char *v = a + k + 2;
			col++;
			if (*v == '{') {
				if (!is(v, nl, "{status: ") || nl[-1] != '}')
					bad();
				const char *st = v + 9, *c = memchr(st, ',', nl - st);
				if (!c || !is(c, nl, ", text: \""))
					bad();
				LIT("<td class=\"");
				put(st, 1);
				LIT("\">");
				value(c + 8, nl - 1, 1);
				LIT("</td>");
			} else {
				LIT("<td class=\"");
				put(v, 1);
				LIT("\">");
				if (*v != 'u')
					put(v, nl - v);
				LIT("</td>");
			}
		} else if (part == 2 && ind == 8) {
			if (is(a, nl, "name: "))
				name.s = a + 6, name.e = nl;
			else if (is(a, nl, "url: ")) {
				LIT("<a href=\"");
				value(a + 5, nl, 0);
				LIT("\">");
				value(name.s, name.e, 0);
				LIT("</a></th>");
				name.s = NULL;
			} else if (is(a, nl, "values:")) {
				if (name.s) {
					value(name.s, name.e, 0);
					LIT("</th>");
					name.s = NULL;
				}
			} else
				bad();
		} else if (part == 2 && ind == 6) {
			if (!is(a, nl, "- id: "))
				bad();
			if (rowopen)
				LIT("</tr>\n");
			LIT("<tr><th>");
			rowopen = 1;
			col = 0;
		} else if (part == 2 && ind == 4) {
			if (is(a, nl, "name: ")) {
				if (rowopen)
					LIT("</tr>\n");
				rowopen = 0;
				LIT("<tr><th colspan=\"20\">");
				value(a + 6, nl, 0);
				LIT("</th></tr>\n");
			} else if (!is(a, nl, "features:"))
				bad();
		} else if (part == 1 && ind == 4) {
			if (is(a, nl, "name: ")) {
				LIT("<th>");
				value(a + 6, nl, 0);
				LIT("</th>");
			}
		} else if (ind == 2 && is(a, nl, "- id: ")) {
			if (part == 1) {
				if (nid == 64)
					bad();
				id[nid].s = a + 6;
				id[nid++].e = nl;
			}
		} else if (ind == 0) {
			if (is(a, nl, "products:"))
				part = 1;
			else if (is(a, nl, "categories:")) {
				part = 2;
				LIT("</tr></thead>\n<tbody>\n");
			} else if (!is(a, nl, "title: ") && !is(a, nl, "meshreport: "))
				bad();
		} else
			bad();
		s = nl + 1;
	}
	if (rowopen)
		LIT("</tr>\n");
	LIT("</tbody></table></body></html>\n");
	flush();
	return close(fd) ? 3 : 0;
}
