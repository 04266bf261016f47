/* SPDX-License-Identifier: MIT */
/*
 * shape_family - the chain of font families, and where their files lie.
 *
 * The chain is fixed here, so that a document looks the same on every machine with the same font
 * files, whatever its fontconfig settings.  The places where distributions put the files are tried
 * first; fontconfig is asked for a file only when a family is in none of them, or was named by the
 * user.
 */
#ifndef MESHREPORT_COMMON_SHAPE_FAMILY_H
#define MESHREPORT_COMMON_SHAPE_FAMILY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <meshreport/plugin.h>

struct font_file {
	const char *path;
	uint32_t index; /* in a collection */
	uint32_t style; /* enum shape_style that the file really has */
	struct mr_bytes bytes; /* of a file that was handed in; none: it lies at `path` */
};

#define FAMILY_USER 0 /* the one that the user asked for */
extern const uint32_t shape_family_count; /* FAMILY_USER included */

const char *shape_family_name(uint32_t family);
/* Whether Latin letters depend on their direct neighbours only. */
bool shape_family_is_pairwise(uint32_t family);

struct family_wish {
	uint32_t code; /* of the character */
	uint32_t style; /* enum shape_style */
	uint32_t cjk; /* enum cjk */
	bool is_wide; /* shape_options.is_wide */
};

/* The families to look into for a character, best first; false when there are no more. */
bool shape_family_next(const struct family_wish *wish, uint32_t position, uint32_t *family);

/* The places where the file of a family in a style may lie; file->path points to `path`. */
bool shape_family_place(uint32_t family, uint32_t style, uint32_t position, char *path, size_t size,
			struct font_file *file);

/*
 * Asks fontconfig; false when no family of this very name is installed.  *asked is null at first and
 * keeps what fontconfig read; shape_family_forget() frees it.
 */
bool shape_family_ask(void **asked, const char *name, uint32_t style, char *path, size_t size,
		      struct font_file *file);
/* The installed family whose name is nearest to a misspelt one; false when none is near. */
bool shape_family_nearest(void *asked, const char *name, char *nearest, size_t size);
void shape_family_forget(void *asked);

#endif
