/* SPDX-License-Identifier: MIT */
/* floor_html: what writing the HTML costs when nothing has to be parsed.
 * usage: floor_html IN.cells OUT.html
 * Pre-tokenized cells -> escaped HTML through one 256 KiB buffer and write(2). */
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

static inline void esc(struct str s)
{
	if (len + 6 * (size_t)s.n > sizeof buf)
		flush();
	char *d = buf + len;
	for (unsigned i = 0; i < s.n; i++) {
		char c = s.p[i];
		switch (c) {
		case '&':
			memcpy(d, "&amp;", 5);
			d += 5;
			break;
		case '<':
			memcpy(d, "&lt;", 4);
			d += 4;
			break;
		case '>':
			memcpy(d, "&gt;", 4);
			d += 4;
			break;
		case '"':
			memcpy(d, "&quot;", 6);
			d += 6;
			break;
		default: *d++ = c;
		}
	}
	len = d - buf;
}

int main(int ac, char **av)
{
	static const char *const open_td[4] = {"<td class=\"y\">yes", "<td class=\"n\">no",
					       "<td class=\"p\">partial", "<td class=\"u\">"};
	size_t open_n[4];
	struct rd r;

	if (ac != 3)
		return 2;
	rd_open(&r, av[1]);
	fd = open(av[2], O_WRONLY | O_CREAT | O_TRUNC, 0644);
	if (fd < 0)
		return 2;
	for (int i = 0; i < 4; i++)
		open_n[i] = strlen(open_td[i]);
	LIT("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>t</title></head><body><table><thead><tr><th></th>");
	for (unsigned i = 0; i < r.nprod; i++) {
		LIT("<th>");
		esc(rd_str(&r));
		LIT("</th>");
	}
	LIT("</tr></thead>\n<tbody>\n");
	for (;;) {
		uint8_t t = *r.p++;
		if (t == 'C') {
			LIT("<tr><th colspan=\"20\">");
			esc(rd_str(&r));
			LIT("</th></tr>\n");
		} else if (t == 'F') {
			struct str name = rd_str(&r), url = rd_str(&r);
			LIT("<tr><th>");
			if (url.n) {
				LIT("<a href=\"");
				esc(url);
				LIT("\">");
			}
			esc(name);
			if (url.n)
				LIT("</a>");
			LIT("</th>");
			for (unsigned i = 0; i < r.nprod; i++) {
				unsigned st = r.p[0], ns = r.p[1];
				r.p += 2;
				put(open_td[st], open_n[st]);
				if (ns)
					LIT(" \xe2\x80\x93 ");
				while (ns--) {
					uint8_t k = *r.p++;
					struct str x = rd_str(&r), u = rd_str(&r);
					if (k == 'a') {
						LIT("<a href=\"");
						esc(u);
						LIT("\">");
						esc(x);
						LIT("</a>");
					} else if (k == 'b') {
						LIT("<strong>");
						esc(x);
						LIT("</strong>");
					} else if (k == 'c') {
						LIT("<code>");
						esc(x);
						LIT("</code>");
					} else
						esc(x);
				}
				LIT("</td>");
			}
			LIT("</tr>\n");
		} else
			break;
	}
	LIT("</tbody></table></body></html>\n");
	flush();
	return close(fd) ? 3 : 0;
}
