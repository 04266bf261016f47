/* SPDX-License-Identifier: MIT */
/* Just enough TrueType: character to glyph, advance widths, and a subset with compact glyph ids. */
#ifndef TTF_H
#define TTF_H
#include "layout.h"

static const uint8_t *ttf;
static size_t ttf_n;
static unsigned short gid_of[65536];
static unsigned char used[65536]; /* by old gid */
static unsigned short newgid[65536];
static unsigned nglyph, upem, nhm, locfmt;

static inline unsigned b16(const uint8_t *p)
{
	return p[0] << 8 | p[1];
}
static inline unsigned b32(const uint8_t *p)
{
	return (unsigned)p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3];
}

static inline const uint8_t *table(const char *tag, unsigned *len)
{
	unsigned n = b16(ttf + 4);
	for (unsigned i = 0; i < n; i++) {
		const uint8_t *e = ttf + 12 + 16 * i;
		if (!memcmp(e, tag, 4)) {
			if (len)
				*len = b32(e + 12);
			return ttf + b32(e + 8);
		}
	}
	if (len)
		*len = 0;
	return NULL;
}

static inline unsigned advance(unsigned g)
{
	const uint8_t *h = table("hmtx", NULL);
	return b16(h + 4 * (g < nhm ? g : nhm - 1)) * 1000 / upem;
}

static inline void font_open(const char *path)
{
	ttf = map_file(path, &ttf_n);
	const uint8_t *head = table("head", NULL), *cm = table("cmap", NULL), *f4 = NULL;
	upem = b16(head + 18);
	locfmt = b16(head + 50);
	nglyph = b16(table("maxp", NULL) + 4);
	nhm = b16(table("hhea", NULL) + 34);
	for (unsigned i = 0; i < b16(cm + 2); i++) {
		const uint8_t *e = cm + 4 + 8 * i;
		if (b16(e) == 3 && b16(e + 2) == 1 && b16(cm + b32(e + 4)) == 4)
			f4 = cm + b32(e + 4);
	}
	if (!f4)
		exit(4);
	unsigned sc = b16(f4 + 6) / 2;
	const uint8_t *endc = f4 + 14, *st = endc + 2 * sc + 2, *dl = st + 2 * sc,
		      *ro = dl + 2 * sc;
	for (unsigned i = 0; i < sc; i++) {
		unsigned a = b16(st + 2 * i), b = b16(endc + 2 * i), d = b16(dl + 2 * i),
			 o = b16(ro + 2 * i);
		for (unsigned c = a; c <= b && c < 0xffff; c++) {
			unsigned g = o ? b16(ro + 2 * i + o + 2 * (c - a)) : c;
			if (g || !o)
				g = (g + d) & 0xffff;
			gid_of[c] = g;
		}
	}
	const uint8_t *h = table("hmtx", NULL);
	for (unsigned c = 0; c < 65536; c++) {
		unsigned g = gid_of[c];
		adv[c] = b16(h + 4 * (g < nhm ? g : nhm - 1)) * 1000 / upem;
	}
}

static inline unsigned glyf_off(unsigned g)
{
	const uint8_t *l = table("loca", NULL);
	return locfmt ? b32(l + 4 * g) : 2 * b16(l + 2 * g);
}

static inline void w16(struct out *o, unsigned v)
{
	char b[2] = {v >> 8, v};
	puts_o(o, b, 2);
}
static inline void w32(struct out *o, unsigned v)
{
	w16(o, v >> 16);
	w16(o, v & 0xffff);
}
static inline void pad4(struct out *o)
{
	while (o->n & 3)
		puts_o(o, "", 1);
}

static inline void use(unsigned g)
{
	if (used[g])
		return;
	used[g] = 1;
	unsigned a = glyf_off(g), b = glyf_off(g + 1);
	const uint8_t *p = table("glyf", NULL) + a;
	if (b > a && (short)b16(p) < 0) {
		unsigned fl;
		p += 10;
		do {
			fl = b16(p);
			use(b16(p + 2));
			p += 4 + (fl & 1 ? 4 : 2) +
			     (fl & 8      ? 2
			      : fl & 0x40 ? 4
			      : fl & 0x80 ? 8
					  : 0);
		} while (fl & 0x20);
	}
}

/* Subset with compact ids: newgid[] is assigned as characters are first met, so the content can be
 * written in one pass; component glyphs get ids at the end. */
static unsigned short oldof[65536];
static unsigned nnew;

static inline unsigned give(unsigned g)
{
	if (!newgid[g] && g) {
		oldof[nnew] = g;
		newgid[g] = nnew++;
	}
	return newgid[g];
}

/* full: also the tables that libharu wants to see, with a cmap of ONE segment (holes map to glyph
 * 0), because libharu looks characters up by a linear walk over the segments, 65536 times a font */
static inline struct out subset(int full)
{
	static const char *const tags[] = {"OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea",
					   "hmtx", "loca", "maxp", "name", "post", "prep"};
	enum { OS2, CMAP, CVT, FPGM, GLYF, HEAD, HHEA, HMTX, LOCA, MAXP, NAME, POST, PREP, NT };
	struct out f = {0}, t[NT] = {{0}};
	for (unsigned i = 0; i < nnew; i++)
		use(oldof[i]);
	for (unsigned g = 1; g < nglyph; g++)
		if (used[g])
			give(g);
	unsigned *loca = malloc((nnew + 1) * sizeof *loca);
	const uint8_t *gl = table("glyf", NULL), *hm = table("hmtx", NULL);
	for (unsigned i = 0; i < nnew; i++) {
		unsigned g = oldof[i], a = glyf_off(g), b = glyf_off(g + 1);
		loca[i] = t[GLYF].n;
		puts_o(&t[GLYF], (const char *)gl + a, b - a);
		uint8_t *p = (uint8_t *)t[GLYF].b + loca[i];
		if (b > a && (short)b16(p) < 0) {
			unsigned fl;
			p += 10;
			do {
				unsigned c = newgid[b16(p + 2)];
				fl = b16(p);
				p[2] = c >> 8;
				p[3] = c;
				p += 4 + (fl & 1 ? 4 : 2) +
				     (fl & 8      ? 2
				      : fl & 0x40 ? 4
				      : fl & 0x80 ? 8
						  : 0);
			} while (fl & 0x20);
		}
		pad4(&t[GLYF]);
		unsigned h = g < nhm ? g : nhm - 1;
		puts_o(&t[HMTX], (const char *)hm + 4 * h, 4);
	}
	loca[nnew] = t[GLYF].n;
	for (unsigned i = 0; i <= nnew; i++)
		w32(&t[LOCA], loca[i]);
	free(loca);
	for (int i = 0; i < NT; i++) {
		unsigned n;
		const uint8_t *s = table(tags[i], &n);
		if (i == GLYF || i == HMTX || i == LOCA || i == CMAP || !s)
			continue;
		if (!full && (i == OS2 || i == NAME || i == POST))
			continue;
		puts_o(&t[i], (const char *)s, i == POST ? 32 : n);
	}
	if (full) {
		unsigned lo = 0xffff, hi = 0;
		struct out *c = &t[CMAP];
		for (unsigned ch = 32; ch < 0xffff; ch++)
			if (gid_of[ch] && newgid[gid_of[ch]]) {
				lo = ch < lo ? ch : lo;
				hi = ch;
			}
		if (lo > hi)
			lo = hi = 32;
		unsigned cnt = hi - lo + 1, len = 16 + 8 * 2 + 2 * cnt;
		w16(c, 0), w16(c, 1), w16(c, 3), w16(c, 1), w32(c, 12);
		w16(c, 4), w16(c, len > 65535 ? 65535 : len), w16(c, 0), w16(c, 4), w16(c, 4),
			w16(c, 1), w16(c, 0);
		w16(c, hi), w16(c, 0xffff), w16(c, 0);
		w16(c, lo), w16(c, 0xffff);
		w16(c, 0), w16(c, 1);
		w16(c, 4), w16(c, 0);
		for (unsigned ch = lo; ch <= hi; ch++)
			w16(c, gid_of[ch] ? newgid[gid_of[ch]] : 0);
		t[POST].b[0] = 0, t[POST].b[1] = 3;
	}
	t[HEAD].b[50] = 0, t[HEAD].b[51] = 1;
	t[HHEA].b[34] = nnew >> 8, t[HHEA].b[35] = nnew;
	t[MAXP].b[4] = nnew >> 8, t[MAXP].b[5] = nnew;
	unsigned nt = 0, off;
	for (int i = 0; i < NT; i++)
		nt += t[i].n != 0;
	w32(&f, 0x10000);
	w16(&f, nt), w16(&f, 128), w16(&f, 3), w16(&f, nt * 16 - 128);
	off = 12 + 16 * nt;
	for (int i = 0; i < NT; i++) {
		unsigned n = t[i].n, sum = 0;
		if (!n)
			continue;
		pad4(&t[i]);
		for (unsigned k = 0; k < t[i].n; k += 4)
			sum += b32((uint8_t *)t[i].b + k);
		puts_o(&f, tags[i], 4);
		w32(&f, sum), w32(&f, off), w32(&f, n);
		off += t[i].n;
	}
	for (int i = 0; i < NT; i++)
		puts_o(&f, t[i].b, t[i].n), free(t[i].b);
	return f;
}
#endif
