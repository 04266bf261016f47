/* SPDX-License-Identifier: MIT */
/*
 * meshreport/services.h - what a host does for a plugin beside the job, by name and version (since 1.2).
 *
 *     const struct mr_words_1 *words = (const struct mr_words_1 *)job->service(job, MR_WORDS_1);
 *
 *     put(sink, words ? words->date(job, m->as_of) : "");
 *
 * A service is a table of functions that lives as long as the job.  A host that has none of that name and version
 * returns null, and a plugin that can do without goes on; that is how it stays loadable in older hosts.  A table
 * may grow at its end: what came later is there only where struct_size reaches it.  What a function changes for
 * those who use it makes another version, and the old one stays.
 *
 * plugin.h includes this file, and a plugin includes plugin.h.  Texts that are returned are never null, UTF-8,
 * and live until render() returns.
 */
#ifndef MESHREPORT_SERVICES_H
#define MESHREPORT_SERVICES_H

#include <meshreport/plugin.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ------------------------------------------------------------------ words/1 */

#define MR_WORDS_1 "words/1"

/* The interface in the dataset's language (mr_matrix.language); languages that it does not know are written as ISO has it. */
struct mr_words_1 {
	uint32_t struct_size;
	/*
	 * mr_word() with its places filled: `pairs` is name, value, name, value, ..., null.  "page {n} of {total}" with
	 * {"n", "3", "total", "7", NULL} is "page 3 of 7".  Values are not looked through for places.
	 */
	const char *(*fill)(struct mr_job *job, const char *key, const char *english,
			    const char *const *pairs);
	/* "3 March 2026", "3. März 2026"; else "2026-03-03"; "" for a day that was not given */
	const char *(*date)(struct mr_job *job, struct mr_date date);
	/* Rounded to `decimals` (0 to 6): "1,234.5", "1.234,5"; else "1234.5".  Beyond 10^9 in either direction it is cut. */
	const char *(*number)(struct mr_job *job, double number, uint32_t decimals);
};

/* ------------------------------------------------------------------ logos/1 */

#define MR_LOGOS_1 "logos/1"

/*
 * A picture as pixels: `height` rows from the top, `stride` bytes from one to the next, of `width` pixels from the left;
 * each is four bytes, red, green, blue (sRGB) and alpha (0: nothing is there), not multiplied by alpha.  Host's memory,
 * until render() returns.
 */
struct mr_raster {
	uint32_t struct_size;
	uint32_t width, height;
	uint32_t stride;
	const uint8_t *rgba;
	/* For mr_plugin.decode: a picture of more is refused before memory is spent on it */
	uint32_t max_pixels;
};

/* The products' logos.  What they are as bytes is mr_product.logo. */
struct mr_logos_1 {
	uint32_t struct_size;
	/*
	 * Width and height in pixels of product `col`'s logo, of an SVG in its own units (by width and height, else by
	 * viewBox).  0, or -1 where there is none or it does not say: both are 0 then.  Never more than 100,000.
	 */
	int (*measure)(struct mr_job *job, uint32_t col, uint32_t *width, uint32_t *height);
	/*
	 * Product `col`'s logo decoded, no larger than `max_width` by `max_height` pixels: reduced by the mean of what falls
	 * into a pixel, its proportions kept, never enlarged.  0 is 2048, the most in either direction.  It is decoded by the
	 * plugin that is called as its media type is (mr_plugin.decode) in a process of its own, confined as this one is:
	 * image/png by png, up to 32 million pixels, and by gif, jpeg, webp and svg alike; of what no plugin decodes there are
	 * the bytes alone.
	 * Null, with the reason in `why`, which is null or gets a text.
	 */
	const struct mr_raster *(*raster)(struct mr_job *job, uint32_t col, uint32_t max_width,
					  uint32_t max_height, const char **why);
};

/* ------------------------------------------------------------------ files/1 */

#define MR_FILES_1 "files/1"

/* Files of any bytes: those that a plugin brings, and those that lie beside what it writes. */
struct mr_files_1 {
	uint32_t struct_size;
	/* As mr_job.resource, of any bytes, 64 MiB at most. */
	int (*resource)(struct mr_job *job, const char *name, struct mr_bytes *out);
	/*
	 * As mr_job.open, for a file with a suffix of its own: ("logo-istio", "png") becomes BASE-logo-istio.png beside
	 * the document.  Only for a plugin with MR_CAN_SEVERAL.
	 */
	struct mr_sink *(*open)(struct mr_job *job, const char *part, const char *suffix);
	/*
	 * What that file will be called, without folders: for a link from the document.  With "" for the part, whatever the
	 * suffix: what the document itself will be called, for links back; "" where nobody knows.
	 */
	const char *(*name)(struct mr_job *job, const char *part, const char *suffix);
};

/* ------------------------------------------------------------------ charts/1 */

#define MR_CHARTS_1 "charts/1"

/* Pictures of the job's matrix, painted by the host's own plugins.  There is none before render(). */
struct mr_charts_1 {
	uint32_t struct_size;
	/*
	 * A chart as the bytes of a picture, 64 MiB at most: `kind` as -O chart= has it ("coverage", "heatmap", ...), `format`
	 * "svg" or "png", `options` the painter's other ones as name, value, ..., null ("theme", "dark"), or null.  It is
	 * painted in a process of its own, confined as this one is, in its time.  The bytes are NUL-terminated, the NUL not
	 * counted, and live until render() returns.  0; or -1 with no bytes and the reason in `why`, which is null or gets a
	 * text: there is no such painter, kind or option, or there is nothing to draw.
	 */
	int (*draw)(struct mr_job *job, const char *kind, const char *format,
		    const char *const *options, struct mr_bytes *out, const char **why);
};

/* -------------------------------------------------------------- artifacts/1 */

#define MR_ARTIFACTS_1 "artifacts/1"

/* What another format makes of the job's matrix.  There is none before render(). */
struct mr_artifacts_1 {
	uint32_t struct_size;
	/*
	 * The bytes of the file that `-f FORMAT` writes, 64 MiB at most, but without a mark (mr_stamp.mark is "" there): it is
	 * part of what asks for it.  `options` are that format's, as name, value, ..., null, or null: none names a file, and
	 * what the user said for that format does not count.  It is rendered in a process of its own, confined as this one
	 * is, with the run's limits, in the time of the one that asks.  The bytes are NUL-terminated, the NUL not counted,
	 * and live until render() returns.
	 *
	 * 0, and `why`, which is null or gets a text, holds what that format warns of, a line each, or "".  Or -1 with no bytes
	 * and the reason in `why`: there is no such format or option, it writes several files or fails, or it is this
	 * one, or one that waits for this one.
	 */
	int (*make)(struct mr_job *job, const char *format, const char *const *options,
		    struct mr_bytes *out, const char **why);
};

#ifdef __cplusplus
}
#endif

#endif
