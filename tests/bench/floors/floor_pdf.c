/* SPDX-License-Identifier: MIT */
/* floor_pdf: drawing the cells with libharu, in the ways a program might.
 * usage: floor_pdf MODE FONT.ttf IN.cells OUT.pdf [arena] [nolinks|rawlinks] [subset] [thr=N]
 *   naive      per cell: text object, font, TextOut; rectangle + stroke; HPDF_Page_TextWidth
 *   lean       public API only, but a cached width table, one text object a page, batched paths
 *   direct     own operators appended to the page's stream (hpdf_pages.h, hpdf_streams.h);
 *              libharu deflates at its level 6
 *   pre:L      own operators, own deflate at level L (zpool.h), handed to libharu ready-made
 *   arena      HPDF_NewEx with a bump allocator that never frees (libharu's own pool would hand
 *              out misaligned structures in 2.3.0);  thr=N: N compression threads (pre only)
 *   subset     the font is cut down to the characters that occur BEFORE libharu sees it (ttf.h)
 *   rawlinks   the page's /Annots array is written by the page dictionary's write_fn as plain
 *              text instead of one HPDF_Annotation object for each link
 *   empty      no cells: what the document, the encoder and the embedded font cost */
#include <hpdf.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include "layout.h"
#include "zpool.h"
#include "ttf.h"

struct ctx {
	HPDF_Doc pdf;
	HPDF_Font font;
	HPDF_Page page;
	HPDF_Stream st;
	int mode, links, npages; /* 0 naive 1 lean 2 direct 3 pre */
	struct out body, path, fills[4], txt;
	struct {
		float x, y;
	} last;
	struct zpool zp;
	/* rawlinks: text of each page's annotations, in page order (pages are saved in that order) */
	struct out *annots;
	unsigned nannots, saved;
	HPDF_STATUS (*page_write)(HPDF_Dict, HPDF_Stream);
	/* lean: deferred text */
	struct {
		float x, y;
		unsigned off, n;
	} * t;
	unsigned nt, capt;
};

static struct ctx c0; /* the one document */

static const float rgb[4][3] = {{.8f, 1, .8f}, {1, .8f, .8f}, {1, 1, .8f}, {.93f, .93f, .93f}};

static void on_error(HPDF_STATUS e, HPDF_STATUS d, void *u)
{
	(void)u;
	fprintf(stderr, "libharu error 0x%04X detail %u\n", (unsigned)e, (unsigned)d);
	exit(5);
}

static void *bump(HPDF_UINT n)
{
	static char *cur, *end;
	size_t k = (n + (size_t)15) & ~(size_t)15;
	if (k > 65536)
		return malloc(n);
	if (cur == NULL || k > (size_t)(end - cur)) {
		cur = malloc(1 << 20);
		if (!cur)
			return NULL;
		end = cur + (1 << 20);
	}
	cur += k;
	return cur - k;
}

static void bump_free(void *p)
{
	(void)p;
}

static HPDF_STATUS put_filter(HPDF_Dict d, HPDF_Stream s)
{
	(void)d;
	return HPDF_Stream_WriteStr(s, "/Filter /FlateDecode\012");
}

static HPDF_STATUS put_annots(HPDF_Dict d, HPDF_Stream s)
{
	struct out *o = &c0.annots[c0.saved++];
	HPDF_STATUS r = c0.page_write ? c0.page_write(d, s) : HPDF_OK;
	if (r == HPDF_OK && o->n) {
		HPDF_Stream_WriteStr(s, "/Annots [\012");
		HPDF_Stream_Write(s, (HPDF_BYTE *)o->b, o->n);
		r = HPDF_Stream_WriteStr(s, "]\012");
	}
	free(o->b);
	return r;
}

static void page_begin(void *u)
{
	struct ctx *c = u;
	c->page = HPDF_AddPage(c->pdf);
	if (c->links == 2) {
		if ((c->nannots & 255) == 0)
			c->annots = realloc(c->annots, (c->nannots + 256) * sizeof *c->annots);
		memset(&c->annots[c->nannots++], 0, sizeof *c->annots);
		c->page_write = c->page->write_fn;
		c->page->write_fn = put_annots;
	}
	HPDF_Page_SetWidth(c->page, PG_W);
	HPDF_Page_SetHeight(c->page, PG_H);
	c->npages++;
	c->nt = 0;
	c->txt.n = c->path.n = 0;
	c->last.x = c->last.y = 0;
	for (int i = 0; i < 4; i++)
		c->fills[i].n = 0;
	if (c->mode == 0)
		HPDF_Page_SetFontAndSize(c->page, c->font, FS);
	if (c->mode == 1)
		HPDF_Page_SetLineWidth(c->page, .3f);
}

static void fill(void *u, int s, float x, float y, float w, float h)
{
	struct ctx *c = u;
	if (c->mode == 0) {
		HPDF_Page_SetRGBFill(c->page, rgb[s][0], rgb[s][1], rgb[s][2]);
		HPDF_Page_Rectangle(c->page, x, y, w, h);
		HPDF_Page_Fill(c->page);
		HPDF_Page_SetRGBFill(c->page, 0, 0, 0);
	} else if (c->mode == 1) {
		float v[4] = {x, y, w, h};
		puts_o(&c->fills[s], (char *)v, sizeof v);
	} else {
		struct out *o = &c->fills[s];
		char *b = need(o, 64), *d = b;
		d = num(num(num(num(d, x), y), w), h);
		*d++ = 'r', *d++ = 'e', *d++ = '\n';
		o->n += d - b;
	}
}

static void rowlines(void *u, const float *xs, int nx, float yt, float yb)
{
	struct ctx *c = u;
	if (c->mode == 0) {
		HPDF_Page_SetLineWidth(c->page, .3f);
		for (int i = 0; i + 1 < nx; i++) {
			HPDF_Page_Rectangle(c->page, xs[i], yb, xs[i + 1] - xs[i], yt - yb);
			HPDF_Page_Stroke(c->page);
		}
	} else if (c->mode == 1) {
		for (int i = 0; i < nx; i++) {
			HPDF_Page_MoveTo(c->page, xs[i], yt);
			HPDF_Page_LineTo(c->page, xs[i], yb);
		}
		HPDF_Page_MoveTo(c->page, xs[0], yb);
		HPDF_Page_LineTo(c->page, xs[nx - 1], yb);
		HPDF_Page_Stroke(c->page);
	} else {
		char *b = need(&c->path, 64 * (nx + 1)), *d = b;
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
		c->path.n += d - b;
	}
}

static void text(void *u, float x, float y, const char *s, unsigned n)
{
	struct ctx *c = u;
	char z[1024];
	if (c->mode == 0) {
		memcpy(z, s, n);
		z[n] = 0;
		HPDF_Page_BeginText(c->page);
		HPDF_Page_SetFontAndSize(c->page, c->font, FS);
		HPDF_Page_TextOut(c->page, x, y, z);
		HPDF_Page_EndText(c->page);
	} else if (c->mode == 1) {
		if (c->nt == c->capt)
			c->t = realloc(c->t, (c->capt = c->capt * 2 + 1024) * sizeof *c->t);
		c->t[c->nt].x = x;
		c->t[c->nt].y = y;
		c->t[c->nt].off = c->txt.n;
		c->t[c->nt++].n = n;
		puts_o(&c->txt, s, n);
		puts_o(&c->txt, "", 1);
	} else {
		static const char hex[] = "0123456789ABCDEF";
		const char *e = s + n;
		char *b = need(&c->txt, 64 + 4 * n), *d = b;
		d = num(num(d, x - c->last.x), y - c->last.y);
		c->last.x = x;
		c->last.y = y;
		memcpy(d, "Td<", 3);
		d += 3;
		while (s < e) {
			unsigned k = u8next(&s, e);
			*d++ = hex[k >> 12];
			*d++ = hex[k >> 8 & 15];
			*d++ = hex[k >> 4 & 15];
			*d++ = hex[k & 15];
		}
		memcpy(d, ">Tj\n", 4);
		d += 4;
		c->txt.n += d - b;
	}
}

static void mklink(void *u, float x, float y, float w, float h, struct str url)
{
	struct ctx *c = u;
	char z[512];
	HPDF_Rect r = {x, y, x + w, y + h};
	if (!c->links)
		return;
	if (c->links == 2) {
		struct out *o = &c->annots[c->nannots - 1];
		char *b = need(o, url.n + 160), *d = b;
		memcpy(d, "<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[", 46);
		d = num(num(num(num(d + 46, x), y), x + w), y + h);
		memcpy(d, "]/A<</S/URI/URI(", 16);
		memcpy(d + 16, url.p, url.n);
		memcpy(d + 16 + url.n, ")>>>>\n", 6);
		o->n += d + 22 + url.n - b;
		return;
	}
	memcpy(z, url.p, url.n);
	z[url.n] = 0;
	HPDF_Annotation a = HPDF_Page_CreateURILinkAnnot(c->page, r, z);
	HPDF_LinkAnnot_SetBorderStyle(a, 0, 0, 0);
}

static void page_end(void *u)
{
	struct ctx *c = u;
	if (c->mode == 1) {
		/* fills were collected after the row lines were drawn: fine for a cost model */
		for (int i = 0; i < 4; i++) {
			float *v = (float *)c->fills[i].b;
			if (!c->fills[i].n)
				continue;
			HPDF_Page_SetRGBFill(c->page, rgb[i][0], rgb[i][1], rgb[i][2]);
			for (size_t k = 0; k < c->fills[i].n / 16; k++)
				HPDF_Page_Rectangle(c->page, v[4 * k], v[4 * k + 1], v[4 * k + 2],
						    v[4 * k + 3]);
			HPDF_Page_Fill(c->page);
		}
		HPDF_Page_SetRGBFill(c->page, 0, 0, 0);
		HPDF_Page_BeginText(c->page);
		HPDF_Page_SetFontAndSize(c->page, c->font, FS);
		for (unsigned i = 0; i < c->nt; i++) {
			HPDF_Page_MoveTextPos(c->page, c->t[i].x - c->last.x,
					      c->t[i].y - c->last.y);
			c->last.x = c->t[i].x;
			c->last.y = c->t[i].y;
			HPDF_Page_ShowText(c->page, c->txt.b + c->t[i].off);
		}
		HPDF_Page_EndText(c->page);
	} else if (c->mode >= 2) {
		struct out o = {0};
		char hd[64];
		const char *fn = HPDF_Page_GetLocalFontName(c->page, c->font);
		for (int i = 0; i < 4; i++)
			if (c->fills[i].n) {
				puts_o(&o, hd,
				       sprintf(hd, "%g %g %g rg\n", rgb[i][0], rgb[i][1],
					       rgb[i][2]));
				puts_o(&o, c->fills[i].b, c->fills[i].n);
				puts_o(&o, "f\n", 2);
			}
		puts_o(&o, "0 g .3 w\n", 9);
		puts_o(&o, c->path.b, c->path.n);
		puts_o(&o, hd, sprintf(hd, "S\nBT /%s %g Tf\n", fn, FS));
		puts_o(&o, c->txt.b, c->txt.n);
		puts_o(&o, "ET\n", 3);
		HPDF_PageAttr at = (HPDF_PageAttr)c->page->attr;
		if (c->mode == 2) {
			HPDF_Stream_Write(at->stream, (HPDF_BYTE *)o.b, o.n);
			free(o.b);
		} else {
			at->contents->filter = HPDF_STREAM_FILTER_NONE;
			at->contents->write_fn = put_filter;
			zpool_put(&c->zp, o.b, o.n, at->stream);
		}
	}
}

static void emit(void *u, struct zjob *j)
{
	(void)u;
	HPDF_Stream_Write(j->tag, (HPDF_BYTE *)j->out, j->outn);
	free(j->out);
}

static unsigned width(void *u, const char *s, unsigned n)
{
	struct ctx *c = u;
	char z[4096];
	memcpy(z, s, n);
	z[n] = 0;
	return HPDF_Page_TextWidth(c->page, z) / FS * 1000;
}

int main(int ac, char **av)
{
	struct sink k = {page_begin, fill, rowlines, text, mklink, page_end, NULL};
	struct rd r;
	int arena = 0, thr = 0, level = 6, sub = 0;
	char tmp[4096];

	if (ac < 5)
		return 2;
	c0.links = 1;
	for (int i = 5; i < ac; i++) {
		if (!strcmp(av[i], "arena"))
			arena = 1;
		else if (!strcmp(av[i], "subset"))
			sub = 1;
		else if (!strcmp(av[i], "nolinks"))
			c0.links = 0;
		else if (!strcmp(av[i], "rawlinks"))
			c0.links = 2;
		else if (!strncmp(av[i], "thr=", 4))
			thr = atoi(av[i] + 4);
	}
	c0.mode = !strcmp(av[1], "naive")    ? 0
		  : !strcmp(av[1], "lean")   ? 1
		  : !strcmp(av[1], "direct") ? 2
					     : 3;
	if (!strncmp(av[1], "pre:", 4))
		level = atoi(av[1] + 4);
	rd_open(&r, av[3]);
	c0.pdf = arena ? HPDF_NewEx(on_error, bump, bump_free, 0, NULL) : HPDF_New(on_error, NULL);
	HPDF_SetCompressionMode(c0.pdf, HPDF_COMP_ALL);
	HPDF_UseUTFEncodings(c0.pdf);
	if (sub) {
		const uint8_t *p = r.p;
		static char seen[65536];
		font_open(av[2]);
		nnew = 1;
		for (unsigned ch = 32; ch < 127; ch++)
			give(gid_of[ch]);
		give(gid_of[0x2013]);
		while (p < r.end) {
			const char *s = (const char *)p;
			unsigned ch;
			if (*p < 0xc2) {
				p++;
				continue;
			}
			ch = u8next(&s, (const char *)r.end);
			p = (const uint8_t *)s;
			if (!seen[ch])
				seen[ch] = 1, give(gid_of[ch]);
		}
		struct out f = subset(1);
		snprintf(tmp, sizeof tmp, "%s.ttf", av[4]);
		FILE *fo = fopen(tmp, "wb");
		if (!fo || fwrite(f.b, 1, f.n, fo) != f.n || fclose(fo))
			return 3;
		free(f.b);
	}
	const char *fname = HPDF_LoadTTFontFromFile(c0.pdf, sub ? tmp : av[2], HPDF_TRUE);
	c0.font = HPDF_GetFont(c0.pdf, fname, "UTF-8");
	if (!strcmp(av[1], "empty")) {
		c0.mode = 0;
		page_begin(&c0);
		text(&c0, 40, 400, "yes", 3);
	} else {
		/* only characters that occur are measured: the call also marks glyphs for the subset */
		if (c0.mode) {
			const uint8_t *p = r.p;
			static char seen[65536];
			while (p < r.end) {
				const char *s = (const char *)p;
				unsigned ch = *p;
				if (ch < 0xc2) {
					p++;
				} else {
					ch = u8next(&s, (const char *)r.end);
					p = (const uint8_t *)s;
				}
				if (!seen[ch] && ch >= 32) {
					seen[ch] = 1;
					adv[ch] = HPDF_Font_GetUnicodeWidth(c0.font, ch);
				}
			}
		} else
			k.width = width;
		if (c0.mode == 0)
			c0.page = NULL;
		if (c0.mode == 3)
			zpool_init(&c0.zp, level, thr, emit, &c0);
		/* naive measuring needs a page with a font before the first row is placed */
		if (c0.mode == 0) {
			page_begin(&c0);
			c0.npages = 0;
		}
		lay_table(&r, &k, &c0);
		if (c0.mode == 3)
			zpool_end(&c0.zp);
	}
	HPDF_SaveToFile(c0.pdf, av[4]);
	HPDF_Free(c0.pdf);
	if (sub)
		unlink(tmp);
	printf("pages=%d\n", c0.npages);
	return 0;
}
