/* SPDX-License-Identifier: MIT */
/* floor_png: a heatmap of the cells as PNG.
 * usage: floor_png DRAW WRITE IN.cells OUT.png [FONT.ttf]
 *   DRAW   cairo   one cairo_rectangle + fill per cell
 *          batch   cairo, one path and one fill per status
 *          pixels  cells stored straight into the pixel buffer
 *          text    batch + row and column labels, cairo toy text (fontconfig)
 *          glyphs  batch + labels, FreeType face opened from FONT.ttf by path, no fontconfig
 *          bands  only the label column and the header pass through cairo, as 8-bit coverage; the
 *                 rows are put together as 4-bit palette pixels (4 colours + 12 greys) and no full
 *                 picture ever exists; WRITE is z:L (zlib) or ld:L (libdeflate), own PNG chunks
 *   WRITE  cairo   cairo_surface_write_to_png
 *          rgb:L   libpng, RGB, default filter choice, zlib level L
 *          rgb0:L  libpng, RGB, no filter, zlib level L
 *          pal:L   libpng, 8-bit palette, no filter, level L (text modes: nearest colour is wrong, skip)
 *          pal4:L  4-bit palette (pixels mode only, as pal)
 *          palx:L  8-bit palette made from the finished RGB surface (works with labels: the text is
 *                  grey on white), no filter;  palu:L  the same with the UP filter
 *          none
 * 28 px columns; rows 16 px, less when there are over 1000 (cairo surfaces end at 32767 px). */
#include <cairo.h>
#include <cairo-ft.h>
#include <png.h>
#include <zlib.h>
#ifdef HAVE_LIBDEFLATE
#include <libdeflate.h>
#endif
#include "cells.h"

static const uint32_t col[4] = {0x4caf50, 0xe05050, 0xe8c547, 0xbbbbbb};

static void chunk(FILE *f, const char *tag, const unsigned char *d, size_t n)
{
	unsigned char b[8] = {n >> 24, n >> 16, n >> 8, n, tag[0], tag[1], tag[2], tag[3]};
#ifdef HAVE_LIBDEFLATE
	unsigned c = libdeflate_crc32(libdeflate_crc32(0, b + 4, 4), d, n);
#else
	unsigned c = crc32(crc32(0, b + 4, 4), d, n);
#endif
	unsigned char e[4] = {c >> 24, c >> 16, c >> 8, c};
	fwrite(b, 1, 8, f);
	fwrite(d, 1, n, f);
	fwrite(e, 1, 4, f);
}

static int bands(const char *how, const char *out, const char *font, const unsigned char *st,
		 const struct str *name, const struct str *prod, unsigned np, unsigned nf,
		 unsigned rh, unsigned cw, unsigned lx, unsigned ly, unsigned W, unsigned H)
{
	FT_Library lib;
	FT_Face face;
	char z[256];
	cairo_surface_t *ls =
		cairo_image_surface_create(CAIRO_FORMAT_A8, lx, rh >= 8 ? nf * rh + 16 : 1);
	cairo_surface_t *hs = cairo_image_surface_create(CAIRO_FORMAT_A8, W, ly);
	cairo_t *l = cairo_create(ls), *h = cairo_create(hs);
	if (FT_Init_FreeType(&lib) || FT_New_Face(lib, font, 0, &face))
		return 5;
	cairo_font_face_t *ff = cairo_ft_font_face_create_for_ft_face(face, 0);
	cairo_set_font_face(l, ff);
	cairo_set_font_size(l, 10);
	cairo_set_font_face(h, ff);
	cairo_set_font_size(h, 10);
	for (unsigned f = 0; f < nf && rh >= 8; f++) {
		memcpy(z, name[f].p, name[f].n);
		z[name[f].n] = 0;
		cairo_move_to(l, 2, f * rh + 12);
		cairo_show_text(l, z);
	}
	for (unsigned i = 0; i < np; i++) {
		memcpy(z, prod[i].p, prod[i].n);
		z[prod[i].n] = 0;
		cairo_save(h);
		cairo_move_to(h, lx + i * cw + 12, ly - 4);
		cairo_rotate(h, -.9);
		cairo_show_text(h, z);
		cairo_restore(h);
	}
	cairo_surface_flush(ls);
	cairo_surface_flush(hs);
	const unsigned char *lb = cairo_image_surface_get_data(ls),
			    *hb = cairo_image_surface_get_data(hs);
	int lst = cairo_image_surface_get_stride(ls), hst = cairo_image_surface_get_stride(hs);
	/* grey index: 0 white .. 11 black */
	unsigned char q[256];
	for (int i = 0; i < 256; i++)
		q[i] = (i * 11 + 127) / 255;
	size_t row = 1 + (W + 1) / 2, total = row * H;
	unsigned char *img = calloc(total, 1), *o = img;
	for (unsigned y = 0; y < ly; y++, o += row)
		for (unsigned x = 0; x + 1 < W; x += 2)
			o[1 + x / 2] = q[hb[y * hst + x]] << 4 | q[hb[y * hst + x + 1]];
	for (unsigned f = 0; f < nf; f++) {
		unsigned char *body = o + 1 + lx / 2;
		/* cw and lx are even: a cell is cw/2 bytes, its last pixel the white gap */
		for (unsigned i = 0; i < np; i++) {
			unsigned v = 12 + st[f * np + i];
			memset(body + i * cw / 2, v << 4 | v, cw / 2);
			body[(i + 1) * cw / 2 - 1] = v << 4;
		}
		unsigned full = rh - (rh > 3);
		for (unsigned y = 0; y < rh; y++, o += row) {
			if (y && y < full)
				memcpy(o + 1 + lx / 2, body, np * cw / 2);
			if (rh >= 8) {
				const unsigned char *s = lb + (size_t)(f * rh + y) * lst;
				for (unsigned x = 0; x < lx; x += 2)
					o[1 + x / 2] = q[s[x]] << 4 | q[s[x + 1]];
			}
		}
	}
	int level = atoi(strchr(how, ':') + 1);
	unsigned char *zb;
	size_t zn;
#ifdef HAVE_LIBDEFLATE
	if (how[0] == 'l') {
		struct libdeflate_compressor *c = libdeflate_alloc_compressor(level);
		zn = libdeflate_zlib_compress_bound(c, total);
		zb = malloc(zn);
		zn = libdeflate_zlib_compress(c, img, total, zb, zn);
	} else
#endif
	{
		uLongf b = compressBound(total);
		zb = malloc(b);
		compress2(zb, &b, img, total, level);
		zn = b;
	}
	FILE *fo = fopen(out, "wb");
	unsigned char ih[13] = {W >> 24, W >> 16, W >> 8, W, H >> 24, H >> 16, H >> 8,
				H,       4,       3,      0, 0,       0},
		      pal[48];
	for (int i = 0; i < 12; i++)
		pal[3 * i] = pal[3 * i + 1] = pal[3 * i + 2] = 255 - i * 255 / 11;
	for (int i = 0; i < 4; i++)
		pal[36 + 3 * i] = col[i] >> 16, pal[37 + 3 * i] = col[i] >> 8,
			     pal[38 + 3 * i] = col[i];
	fwrite("\x89PNG\r\n\x1a\n", 1, 8, fo);
	chunk(fo, "IHDR", ih, 13);
	chunk(fo, "PLTE", pal, 48);
	chunk(fo, "IDAT", zb, zn);
	chunk(fo, "IEND", ih, 0);
	return fclose(fo) ? 3 : 0;
}

int main(int ac, char **av)
{
	struct rd r;
	if (ac < 5)
		return 2;
	rd_open(&r, av[3]);
	unsigned np = r.nprod, nf = r.nfeat;
	unsigned rh = 16000 / nf < 1 ? 1 : 16000 / nf > 16 ? 16 : 16000 / nf, cw = 28;
	unsigned lx = 200, ly = 60, W = lx + np * cw + 10, H = ly + nf * rh + 10;
	unsigned char *st = malloc((size_t)np * nf);
	struct str *name = malloc(nf * sizeof *name), *prod = malloc(np * sizeof *prod);
	for (unsigned i = 0; i < np; i++)
		prod[i] = rd_str(&r);
	for (unsigned f = 0; *r.p != 'E';) {
		uint8_t t = *r.p++;
		struct str s = rd_str(&r);
		if (t == 'C')
			continue;
		name[f] = s;
		rd_str(&r);
		for (unsigned i = 0; i < np; i++) {
			unsigned ns = r.p[1];
			st[f * np + i] = r.p[0];
			r.p += 2;
			while (ns--) {
				r.p++;
				rd_str(&r);
				rd_str(&r);
			}
		}
		f++;
	}
	if (!strcmp(av[1], "bands"))
		return ac < 6 ? 2
			      : bands(av[2], av[4], av[5], st, name, prod, np, nf, rh, cw, lx, ly,
				      W, H);
	if ((!strncmp(av[2], "pal:", 4) || !strncmp(av[2], "pal4", 4)) &&
	    !strcmp(av[1], "pixels")) {
		/* palette: rows are built on the fly, each distinct row once */
		int four = av[2][3] == '4', level = atoi(strchr(av[2], ':') + 1);
		FILE *fo = fopen(av[4], "wb");
		png_structp p = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
		png_infop pi = png_create_info_struct(p);
		png_color pal[5];
		for (int i = 0; i < 4; i++)
			pal[i].red = col[i] >> 16, pal[i].green = col[i] >> 8, pal[i].blue = col[i];
		pal[4].red = pal[4].green = pal[4].blue = 255;
		png_init_io(p, fo);
		png_set_IHDR(p, pi, W, H, four ? 4 : 8, PNG_COLOR_TYPE_PALETTE, 0, 0, 0);
		png_set_PLTE(p, pi, pal, 5);
		png_set_filter(p, 0, PNG_FILTER_NONE);
		png_set_compression_level(p, level);
		png_write_info(p, pi);
		if (four)
			png_set_packing(p);
		unsigned char *row = malloc(W);
		memset(row, 4, W);
		for (unsigned y = 0; y < ly; y++)
			png_write_row(p, row);
		for (unsigned f = 0; f < nf; f++) {
			for (unsigned i = 0; i < np; i++)
				memset(row + lx + i * cw, st[f * np + i], cw - 1);
			for (unsigned y = 0; y < rh; y++)
				png_write_row(p, row);
		}
		memset(row, 4, W);
		for (unsigned y = 0; y < 10; y++)
			png_write_row(p, row);
		png_write_end(p, pi);
		png_destroy_write_struct(&p, &pi);
		return fclose(fo) ? 3 : 0;
	}
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, W, H);
	cairo_t *c = cairo_create(s);
	if (cairo_status(c)) {
		fprintf(stderr, "%s\n", cairo_status_to_string(cairo_status(c)));
		return 4;
	}
	unsigned gap = rh > 3;
	cairo_set_source_rgb(c, 1, 1, 1);
	cairo_paint(c);
	cairo_set_antialias(c, CAIRO_ANTIALIAS_NONE);
	if (!strcmp(av[1], "cairo")) {
		for (unsigned f = 0; f < nf; f++)
			for (unsigned i = 0; i < np; i++) {
				uint32_t k = col[st[f * np + i]];
				cairo_set_source_rgb(c, (k >> 16) / 255., (k >> 8 & 255) / 255.,
						     (k & 255) / 255.);
				cairo_rectangle(c, lx + i * cw, ly + f * rh, cw - 1, rh - gap);
				cairo_fill(c);
			}
	} else if (!strcmp(av[1], "pixels")) {
		cairo_surface_flush(s);
		unsigned char *d = cairo_image_surface_get_data(s);
		int sd = cairo_image_surface_get_stride(s);
		for (unsigned f = 0; f < nf; f++) {
			unsigned char *row = d + (size_t)(ly + f * rh) * sd;
			for (unsigned i = 0; i < np; i++) {
				uint32_t *q = (uint32_t *)row + lx + i * cw,
					 k = col[st[f * np + i]];
				for (unsigned x = 0; x < cw - 1; x++)
					q[x] = k;
			}
			for (unsigned y = 1; y < rh - gap; y++)
				memcpy(row + (size_t)y * sd + lx * 4, row + lx * 4, np * cw * 4);
		}
		cairo_surface_mark_dirty(s);
	} else {
		for (unsigned k = 0; k < 4; k++) {
			for (unsigned f = 0; f < nf; f++)
				for (unsigned i = 0; i < np; i++)
					if (st[f * np + i] == k)
						cairo_rectangle(c, lx + i * cw, ly + f * rh, cw - 1,
								rh - gap);
			cairo_set_source_rgb(c, (col[k] >> 16) / 255., (col[k] >> 8 & 255) / 255.,
					     (col[k] & 255) / 255.);
			cairo_fill(c);
		}
	}
	if (!strcmp(av[1], "text") || !strcmp(av[1], "glyphs")) {
		char z[256];
		cairo_set_antialias(c, CAIRO_ANTIALIAS_DEFAULT);
		cairo_set_source_rgb(c, 0, 0, 0);
		if (av[1][0] == 't') {
			cairo_select_font_face(c, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL,
					       CAIRO_FONT_WEIGHT_NORMAL);
		} else {
			FT_Library lib;
			FT_Face face;
			if (ac < 6 || FT_Init_FreeType(&lib) || FT_New_Face(lib, av[5], 0, &face))
				return 5;
			cairo_set_font_face(c, cairo_ft_font_face_create_for_ft_face(face, 0));
		}
		cairo_set_font_size(c, 10);
		for (unsigned f = 0; f < nf && rh >= 8; f++) {
			memcpy(z, name[f].p, name[f].n);
			z[name[f].n] = 0;
			cairo_move_to(c, 2, ly + f * rh + 12);
			cairo_show_text(c, z);
		}
		for (unsigned i = 0; i < np; i++) {
			memcpy(z, prod[i].p, prod[i].n);
			z[prod[i].n] = 0;
			cairo_save(c);
			cairo_move_to(c, lx + i * cw + 12, ly - 4);
			cairo_rotate(c, -.9);
			cairo_show_text(c, z);
			cairo_restore(c);
		}
	}
	cairo_surface_flush(s);
	if (!strcmp(av[2], "cairo")) {
		if (cairo_surface_write_to_png(s, av[4]))
			return 3;
	} else if (!strncmp(av[2], "palx", 4) || !strncmp(av[2], "palu", 4)) {
		int level = atoi(strchr(av[2], ':') + 1), sd = cairo_image_surface_get_stride(s);
		unsigned char *data = cairo_image_surface_get_data(s), *row = malloc(W);
		FILE *fo = fopen(av[4], "wb");
		png_structp p = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
		png_infop pi = png_create_info_struct(p);
		png_color pal[256];
		for (int i = 0; i < 256; i++)
			pal[i].red = pal[i].green = pal[i].blue = i < 252 ? i * 255 / 251 : 0;
		for (int i = 0; i < 4; i++)
			pal[252 + i].red = col[i] >> 16, pal[252 + i].green = col[i] >> 8,
				  pal[252 + i].blue = col[i];
		png_init_io(p, fo);
		png_set_IHDR(p, pi, W, H, 8, PNG_COLOR_TYPE_PALETTE, 0, 0, 0);
		png_set_PLTE(p, pi, pal, 256);
		png_set_filter(p, 0, av[2][3] == 'u' ? PNG_FILTER_UP : PNG_FILTER_NONE);
		png_set_compression_level(p, level);
		png_write_info(p, pi);
		for (unsigned y = 0; y < H; y++) {
			uint32_t *q = (uint32_t *)(data + (size_t)y * sd);
			for (unsigned x = 0; x < W; x++) {
				uint32_t v = q[x] & 0xffffff, g = v & 255;
				row[x] = v == g * 0x10101 && v != col[3] ? g * 251 / 255
					 : v == col[0]                   ? 252
					 : v == col[1]                   ? 253
					 : v == col[2]                   ? 254
									 : 255;
			}
			png_write_row(p, row);
		}
		png_write_end(p, pi);
		png_destroy_write_struct(&p, &pi);
		free(row);
		if (fclose(fo))
			return 3;
	} else if (!strncmp(av[2], "rgb", 3)) {
		int level = atoi(strchr(av[2], ':') + 1);
		FILE *fo = fopen(av[4], "wb");
		png_structp p = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
		png_infop pi = png_create_info_struct(p);
		png_init_io(p, fo);
		png_set_IHDR(p, pi, W, H, 8, PNG_COLOR_TYPE_RGB, 0, 0, 0);
		if (av[2][3] == '0')
			png_set_filter(p, 0, PNG_FILTER_NONE);
		png_set_compression_level(p, level);
		png_write_info(p, pi);
		png_set_bgr(p);
		png_set_filler(p, 0, PNG_FILLER_AFTER);
		for (unsigned y = 0; y < H; y++)
			png_write_row(p, cairo_image_surface_get_data(s) +
						 (size_t)y * cairo_image_surface_get_stride(s));
		png_write_end(p, pi);
		png_destroy_write_struct(&p, &pi);
		if (fclose(fo))
			return 3;
	}
	cairo_destroy(c);
	cairo_surface_destroy(s);
	return 0;
}
