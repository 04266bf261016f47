/* SPDX-License-Identifier: MIT */
/* floor_pdf_raw: the same pages with no PDF library - own operators, own subset of the TrueType
 * font, deflate, xref.  The physical floor for a PDF with embedded, searchable Unicode text.
 * usage: floor_pdf_raw LEVEL FONT.ttf IN.cells OUT.pdf [nolinks] [thr=N] [nofont]
 *   LEVEL 1..9 zlib, 101..112 libdeflate 1..12 (if built with it), 0 stored */
#include "layout.h"
#include "zpool.h"
#include "ttf.h"

/* ------------------------------------------------------------------ file */
static FILE *fo;
static size_t pos;
static size_t *xref;
static unsigned nobj = 6, capobj; /* 1 catalog 2 pages 3 font 4 cidfont 5 descriptor 6 (unused) */

static void wr(const void *b, size_t n)
{
	if (fwrite(b, 1, n, fo) != n)
		exit(3);
	pos += n;
}

static void objset(unsigned id)
{
	if (id >= capobj) {
		unsigned c = capobj;
		capobj = capobj * 2 + id + 1024;
		xref = realloc(xref, capobj * sizeof *xref);
		memset(xref + c, 0, (capobj - c) * sizeof *xref);
	}
	xref[id] = pos;
}

static void stream(unsigned id, const char *b, size_t n, int flate, size_t len1)
{
	char h[128];
	objset(id);
	int k = snprintf(h, sizeof h, "%u 0 obj<</Length %zu%s", id, n,
			 flate ? "/Filter/FlateDecode" : "");
	if (len1)
		k += snprintf(h + k, sizeof h - k, "/Length1 %zu", len1);
	k += snprintf(h + k, sizeof h - k, ">>stream\n");
	wr(h, k);
	wr(b, n);
	wr("\nendstream endobj\n", 18);
}

struct ctx {
	struct out txt, path, fills[4], annots;
	float lx, ly;
	struct zpool zp;
	int links;
	unsigned npages, *page, cap;
};
static const float rgb[4][3] = {{.8f, 1, .8f}, {1, .8f, .8f}, {1, 1, .8f}, {.93f, .93f, .93f}};

static void page_begin(void *u)
{
	struct ctx *c = u;
	c->txt.n = c->path.n = c->annots.n = 0;
	for (int i = 0; i < 4; i++)
		c->fills[i].n = 0;
	c->lx = c->ly = 0;
}

static void fill(void *u, int s, float x, float y, float w, float h)
{
	struct out *o = &((struct ctx *)u)->fills[s];
	char *b = need(o, 64), *d = num(num(num(num(b, x), y), w), h);
	*d++ = 'r', *d++ = 'e', *d++ = '\n';
	o->n += d - b;
}

static void rowlines(void *u, const float *xs, int nx, float yt, float yb)
{
	struct out *o = &((struct ctx *)u)->path;
	char *b = need(o, 64 * (nx + 1)), *d = b;
	for (int i = 0; i < nx; i++) {
		d = num(num(d, xs[i]), yt);
		*d++ = 'm', *d++ = ' ';
		d = num(num(d, xs[i]), yb);
		*d++ = 'l', *d++ = '\n';
	}
	d = num(num(d, xs[0]), yb);
	*d++ = 'm', *d++ = ' ';
	d = num(num(d, xs[nx - 1]), yb);
	*d++ = 'l', *d++ = '\n';
	o->n += d - b;
}

static void text(void *u, float x, float y, const char *s, unsigned n)
{
	static const char hex[] = "0123456789ABCDEF";
	struct ctx *c = u;
	const char *e = s + n;
	char *b = need(&c->txt, 64 + 4 * n), *d = num(num(b, x - c->lx), y - c->ly);
	c->lx = x;
	c->ly = y;
	memcpy(d, "Td<", 3);
	d += 3;
	while (s < e) {
		unsigned k = give(gid_of[u8next(&s, e)]);
		*d++ = hex[k >> 12];
		*d++ = hex[k >> 8 & 15];
		*d++ = hex[k >> 4 & 15];
		*d++ = hex[k & 15];
	}
	memcpy(d, ">Tj\n", 4);
	d += 4;
	c->txt.n += d - b;
}

static void mklink(void *u, float x, float y, float w, float h, struct str url)
{
	struct ctx *c = u;
	if (!c->links)
		return;
	char *b = need(&c->annots, url.n + 160), *d = b;
	memcpy(d, "<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[", 46);
	d = num(num(num(num(d + 46, x), y), x + w), y + h);
	memcpy(d, "]/A<</S/URI/URI(", 16);
	memcpy(d + 16, url.p, url.n);
	memcpy(d + 16 + url.n, ")>>>>\n", 6);
	c->annots.n += d + 22 + url.n - b;
}

struct pg {
	struct out annots;
};

static void page_end(void *u)
{
	struct ctx *c = u;
	struct out o = {0};
	char hd[64];
	need(&o, c->txt.n + c->path.n + c->fills[0].n + c->fills[1].n + c->fills[2].n +
			 c->fills[3].n + 512);
	for (int i = 0; i < 4; i++)
		if (c->fills[i].n) {
			puts_o(&o, hd,
			       sprintf(hd, "%g %g %g rg\n", rgb[i][0], rgb[i][1], rgb[i][2]));
			puts_o(&o, c->fills[i].b, c->fills[i].n);
			puts_o(&o, "f\n", 2);
		}
	puts_o(&o, "0 g .3 w\n", 9);
	puts_o(&o, c->path.b, c->path.n);
	puts_o(&o, hd, sprintf(hd, "S\nBT /F1 %g Tf\n", FS));
	puts_o(&o, c->txt.b, c->txt.n);
	puts_o(&o, "ET\n", 3);
	struct pg *p = malloc(sizeof *p);
	p->annots = c->annots;
	memset(&c->annots, 0, sizeof c->annots);
	zpool_put(&c->zp, o.b, o.n, p);
}

static void emit(void *u, struct zjob *j)
{
	struct ctx *c = u;
	struct pg *p = j->tag;
	char h[256];
	unsigned sid = ++nobj, pid = ++nobj;
	stream(sid, j->out, j->outn, c->zp.level != 0, 0);
	free(j->out);
	objset(pid);
	wr(h,
	   snprintf(
		   h, sizeof h,
		   "%u 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 %g %g]/Resources<</Font<</F1 3 0 R>>>>/Contents %u 0 R%s",
		   pid, PG_W, PG_H, sid, p->annots.n ? "/Annots[\n" : ""));
	if (p->annots.n) {
		wr(p->annots.b, p->annots.n);
		wr("]", 1);
	}
	wr(">>endobj\n", 9);
	free(p->annots.b);
	free(p);
	if (c->npages == c->cap)
		c->page = realloc(c->page, (c->cap = c->cap * 2 + 256) * sizeof *c->page);
	c->page[c->npages++] = pid;
}

static size_t squeeze(int level, const struct out *in, char **o)
{
#ifdef HAVE_LIBDEFLATE
	if (level > 100) {
		struct libdeflate_compressor *d = libdeflate_alloc_compressor(level - 100);
		size_t b = libdeflate_zlib_compress_bound(d, in->n);
		*o = malloc(b);
		b = libdeflate_zlib_compress(d, in->b, in->n, *o, b);
		libdeflate_free_compressor(d);
		return b;
	}
#endif
	uLongf b = compressBound(in->n);
	*o = malloc(b);
	compress2((Bytef *)*o, &b, (const Bytef *)in->b, in->n, level ? level : 1);
	return b;
}

int main(int ac, char **av)
{
	static struct ctx c;
	struct sink k = {page_begin, fill, rowlines, text, mklink, page_end, NULL};
	struct rd r;
	int thr = 0, nofont = 0, level;
	char h[512], *z;

	if (ac < 5)
		return 2;
	level = atoi(av[1]);
	c.links = 1;
	for (int i = 5; i < ac; i++) {
		if (!strcmp(av[i], "nolinks"))
			c.links = 0;
		else if (!strcmp(av[i], "nofont"))
			nofont = 1;
		else if (!strncmp(av[i], "thr=", 4))
			thr = atoi(av[i] + 4);
	}
	fo = fopen(av[4], "wb");
	if (!fo)
		return 2;
	setvbuf(fo, NULL, _IOFBF, 1 << 18);
	font_open(av[2]);
	rd_open(&r, av[3]);
	nnew = 1;
	wr("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n", 15);
	zpool_init(&c.zp, level, thr, emit, &c);
	lay_table(&r, &k, &c);
	zpool_end(&c.zp);
	/* font */
	unsigned ff = ++nobj, tu = ++nobj;
	struct out f = nofont ? (struct out){0} : subset(0), w = {0};
	if (f.n) {
		size_t n = squeeze(level, &f, &z);
		stream(ff, z, n, 1, f.n);
	}
	/* ToUnicode */
	static unsigned short uni[65536];
	for (unsigned ch = 65535; ch >= 32; ch--)
		if (gid_of[ch] && newgid[gid_of[ch]])
			uni[newgid[gid_of[ch]]] = ch;
	puts_o(&w, h,
	       sprintf(h,
		       "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def/CMapType 2 def\n"
		       "1 begincodespacerange<0000><FFFF>endcodespacerange\n"));
	for (unsigned i = 1; i < nnew; i += 100) {
		unsigned m = nnew - i < 100 ? nnew - i : 100, q = 0;
		for (unsigned j = i; j < i + m; j++)
			q += uni[j] != 0;
		if (!q)
			continue;
		puts_o(&w, h, sprintf(h, "%u beginbfchar\n", q));
		for (unsigned j = i; j < i + m; j++)
			if (uni[j])
				puts_o(&w, h, sprintf(h, "<%04X><%04X>\n", j, uni[j]));
		puts_o(&w, "endbfchar\n", 10);
	}
	puts_o(&w, "endcmap end end", 15);
	size_t n = squeeze(level, &w, &z);
	stream(tu, z, n, 1, 0);
	objset(1);
	wr(h, sprintf(h, "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"));
	objset(2);
	wr(h, sprintf(h, "2 0 obj<</Type/Pages/Count %u/Kids[\n", c.npages));
	for (unsigned i = 0; i < c.npages; i++)
		wr(h, sprintf(h, "%u 0 R\n", c.page[i]));
	wr("]>>endobj\n", 10);
	objset(3);
	wr(h,
	   sprintf(h,
		   "3 0 obj<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Sub/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode %u 0 R>>endobj\n",
		   tu));
	objset(4);
	wr(h,
	   sprintf(h,
		   "4 0 obj<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Sub/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
		   "/CIDToGIDMap/Identity/FontDescriptor 5 0 R/DW 600/W[0["));
	for (unsigned i = 0; i < nnew; i++)
		wr(h, sprintf(h, "%u ", advance(oldof[i])));
	wr("]]>>endobj\n", 11);
	const uint8_t *hd = table("head", NULL);
	objset(5);
#define EM(o) ((int)(short)b16(hd + o) * 1000 / (int)upem)
	wr(h,
	   sprintf(h,
		   "5 0 obj<</Type/FontDescriptor/FontName/AAAAAA+Sub/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent 928/Descent -236/CapHeight 729/StemV 80%s",
		   EM(36), EM(38), EM(40), EM(42), f.n ? "" : ">>endobj\n"));
	if (f.n)
		wr(h, sprintf(h, "/FontFile2 %u 0 R>>endobj\n", ff));
	size_t xpos = pos;
	wr(h, sprintf(h, "xref\n0 %u\n0000000000 65535 f \n", nobj + 1));
	objset(nobj + 1);
	for (unsigned i = 1; i <= nobj; i++) {
		size_t v = xref[i];
		memcpy(h, "0000000000 00000 n \n", 20);
		if (!v || i == nobj + 1)
			h[17] = 'f';
		for (int d = 9; d >= 0; d--, v /= 10)
			h[d] = '0' + v % 10;
		wr(h, 20);
	}
	wr(h,
	   sprintf(h, "trailer<</Size %u/Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", nobj + 1, xpos));
	if (fclose(fo))
		return 3;
	printf("pages=%u glyphs=%u\n", c.npages, nnew);
	return 0;
}
