/* SPDX-License-Identifier: MIT */
/* Table layout shared by the PDF floors: A4 landscape, 4.5 pt, wrapped cells, greedy line
 * breaking with a width table.  The drawing itself goes through struct sink. */
#ifndef LAYOUT_H
#define LAYOUT_H
#include "cells.h"

#define PG_W 842.0f
#define PG_H 595.0f
#define MARGIN 28.0f
#define COL0 110.0f
#define FS 4.5f
#define LEAD 5.5f
#define PAD 1.5f
#define MAXLINES 64
#define MAXCOL 64

struct line {
	const char *s;
	unsigned n;
};
struct link {
	struct str url;
	unsigned off, col;
};
struct cell {
	const char *s;
	unsigned n, nl, st;
	struct line l[MAXLINES];
};

struct sink {
	void (*page_begin)(void *u);
	void (*fill)(void *u, int status, float x, float y, float w, float h);
	void (*rowlines)(void *u, const float *xs, int nx, float ytop, float ybot);
	void (*text)(void *u, float x, float y, const char *s, unsigned n);
	void (*link)(void *u, float x, float y, float w, float h, struct str url);
	void (*page_end)(void *u);
	/* width of a string in 1/1000 em; NULL: the table is used */
	unsigned (*width)(void *u, const char *s, unsigned n);
};

static unsigned short adv[65536];

static inline unsigned u8next(const char **s, const char *e)
{
	const unsigned char *p = (const unsigned char *)*s;
	unsigned c = *p++;
	if (c >= 0xf0 && p + 2 < (const unsigned char *)e)
		c = (c & 7) << 18 | (p[0] & 63) << 12 | (p[1] & 63) << 6 | (p[2] & 63), p += 3;
	else if (c >= 0xe0 && p + 1 < (const unsigned char *)e)
		c = (c & 15) << 12 | (p[0] & 63) << 6 | (p[1] & 63), p += 2;
	else if (c >= 0xc0 && p < (const unsigned char *)e)
		c = (c & 31) << 6 | (p[0] & 63), p += 1;
	*s = (const char *)p;
	return c > 65535 ? 32 : c;
}

/* greedy wrap; max in 1/1000 em */
static inline unsigned wrap_fast(const char *s, unsigned n, unsigned max, struct line *l)
{
	const char *e = s + n, *p = s, *start = s, *brk = NULL;
	unsigned w = 0, wbrk = 0, nl = 0;

	while (p < e && nl < MAXLINES - 1) {
		const char *q = p;
		unsigned c = u8next(&q, e), a = adv[c];
		if (c != ' ' && w + a > max && p > start) {
			if (brk) {
				l[nl].s = start;
				l[nl++].n = brk - start;
				start = brk + 1;
				w -= wbrk;
			} else {
				l[nl].s = start;
				l[nl++].n = p - start;
				start = p;
				w = 0;
			}
			brk = NULL;
		}
		w += a;
		if (c == ' ')
			brk = p, wbrk = w;
		p = q;
	}
	if (p > start || !nl) {
		l[nl].s = start;
		l[nl++].n = p - start;
	}
	return nl;
}

/* the same through the library's own text-width call, word by word */
static inline unsigned wrap_slow(const struct sink *k, void *u, const char *s, unsigned n,
				 unsigned max, struct line *l)
{
	const char *e = s + n, *start = s, *lastfit = NULL, *p = s;
	unsigned nl = 0;

	while (start < e && nl < MAXLINES - 1) {
		lastfit = NULL;
		for (p = start; p < e;) {
			const char *q = memchr(p + (*p == ' '), ' ', e - p - (*p == ' '));
			if (!q)
				q = e;
			if (k->width(u, start, q - start) > max)
				break;
			lastfit = q;
			p = q;
		}
		if (!lastfit) {
			const char *q = start, *prev = start;
			while (q < e) {
				u8next(&q, e);
				if (k->width(u, start, q - start) > max)
					break;
				prev = q;
			}
			lastfit = prev > start ? prev : q;
		}
		l[nl].s = start;
		l[nl++].n = lastfit - start;
		start = lastfit;
		if (start < e && *start == ' ')
			start++;
	}
	if (!nl)
		l[nl].s = s, l[nl++].n = 0;
	return nl;
}

static inline unsigned lay_table(struct rd *r, const struct sink *k, void *u)
{
	static struct cell c[MAXCOL];
	static char scratch[1 << 16];
	static struct link lk[1024];
	struct str prod[MAXCOL];
	float xs[MAXCOL + 1], y = 0, colw;
	unsigned pages = 0, np = r->nprod;
	unsigned maxw0 = (COL0 - 2 * PAD) / FS * 1000, maxw;

	if (np >= MAXCOL)
		exit(2);
	colw = (PG_W - 2 * MARGIN - COL0) / np;
	maxw = (colw - 2 * PAD) / FS * 1000;
	xs[0] = MARGIN;
	for (unsigned i = 0; i <= np; i++)
		xs[i + 1] = MARGIN + COL0 + i * colw;
	for (unsigned i = 0; i < np; i++)
		prod[i] = rd_str(r);
	for (int first = 1;; first = 0) {
		unsigned ncell = 0, nlk = 0, rows = 1;
		char *w = scratch;
		uint8_t t = first ? 'P' : *r->p++;
		if (t == 'E')
			break;
		if (t == 'P') {
			c[0].s = "", c[0].n = 0, c[0].st = 3;
			for (unsigned i = 0; i < np; i++)
				c[i + 1].s = prod[i].p, c[i + 1].n = prod[i].n, c[i + 1].st = 3;
			ncell = np + 1;
		} else {
			struct str nm = rd_str(r), url = {0, 0};
			if (t == 'F')
				url = rd_str(r);
			c[0].s = nm.p, c[0].n = nm.n, c[0].st = 3;
			if (url.n)
				lk[nlk].url = url, lk[nlk].off = 0, lk[nlk++].col = 0;
			ncell = 1;
			for (unsigned i = 0; t == 'F' && i < np; i++) {
				unsigned st = r->p[0], ns = r->p[1];
				struct cell *x = &c[ncell++];
				r->p += 2;
				x->s = w;
				x->st = st;
				if (st != 3) {
					memcpy(w, status_name[st], 8);
					w += status_len[st];
				}
				if (ns)
					memcpy(w, " \xe2\x80\x93 ", 5), w += 5;
				while (ns--) {
					uint8_t kind = *r->p++;
					struct str a = rd_str(r), b = rd_str(r);
					if (kind == 'a')
						lk[nlk].url = b, lk[nlk].off = w - x->s,
						lk[nlk++].col = i + 1;
					memcpy(w, a.p, a.n);
					w += a.n;
				}
				x->n = w - x->s;
			}
		}
		for (unsigned i = 0; i < ncell; i++) {
			unsigned mw = i ? maxw : maxw0;
			c[i].nl = k->width ? wrap_slow(k, u, c[i].s, c[i].n, mw, c[i].l)
					   : wrap_fast(c[i].s, c[i].n, mw, c[i].l);
			if (c[i].nl > rows)
				rows = c[i].nl;
		}
		float h = rows * LEAD + 2 * PAD;
		if (!pages || y - h < MARGIN) {
			if (pages++)
				k->page_end(u);
			k->page_begin(u);
			y = PG_H - MARGIN;
		}
		for (unsigned i = 1; i < ncell; i++)
			k->fill(u, c[i].st, xs[i], y - h, xs[i + 1] - xs[i], h);
		k->rowlines(u, xs, ncell > 1 ? (int)np + 2 : 2, y, y - h);
		for (unsigned i = 0; i < ncell; i++)
			for (unsigned j = 0; j < c[i].nl; j++)
				if (c[i].l[j].n)
					k->text(u, xs[i] + PAD, y - PAD - FS - j * LEAD,
						c[i].l[j].s, c[i].l[j].n);
		for (unsigned i = 0; i < nlk; i++) {
			struct cell *x = &c[lk[i].col];
			unsigned j = 0;
			while (j + 1 < x->nl && x->l[j + 1].s <= x->s + lk[i].off)
				j++;
			k->link(u, xs[lk[i].col] + PAD, y - PAD - FS - j * LEAD - 1,
				xs[lk[i].col + 1] - xs[lk[i].col] - 2 * PAD, LEAD, lk[i].url);
		}
		y -= h;
	}
	if (pages)
		k->page_end(u);
	return pages;
}

/* ---- a page's content as bytes, for the sinks that write operators themselves ---- */
struct out {
	char *b;
	size_t n, cap;
};

static inline char *need(struct out *o, size_t k)
{
	if (o->n + k > o->cap) {
		o->cap = o->cap * 2 + k + 4096;
		o->b = realloc(o->b, o->cap);
		if (!o->b)
			exit(3);
	}
	return o->b + o->n;
}

static inline void puts_o(struct out *o, const char *s, size_t n)
{
	if (n)
		memcpy(need(o, n), s, n);
	o->n += n;
}

/* fixed point, two decimals, no trailing zeros */
static inline char *num(char *d, float v)
{
	int x = (int)(v * 100 + (v < 0 ? -0.5f : 0.5f));
	char t[16];
	int i = 0, a, f;
	if (x < 0)
		*d++ = '-', x = -x;
	a = x / 100;
	f = x % 100;
	do
		t[i++] = '0' + a % 10;
	while (a /= 10);
	while (i)
		*d++ = t[--i];
	if (f) {
		*d++ = '.';
		*d++ = '0' + f / 10;
		if (f % 10)
			*d++ = '0' + f % 10;
	}
	*d++ = ' ';
	return d;
}
#endif
