/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "common/picture/picture_library_private.h"
#include "common/picture/picture_private.h"

struct reader {
	struct picture_library_gif gif;
	struct mr_bytes bytes;
	size_t pos;
	GifFileType *file;
	int clear; /* the index that is transparent, or NO_TRANSPARENT_COLOR */
	GifPixelType *line;
	struct picture *picture;
};

static int read_more(GifFileType *file, GifByteType *to, int n)
{
	struct reader *r = file->UserData;
	size_t rest = r->bytes.n - r->pos, part = (size_t)n < rest ? (size_t)n : rest;

	memcpy(to, (const char *)r->bytes.at + r->pos, part);
	r->pos += part;
	return (int)part;
}

/* An extension with its blocks; the graphic control says which index is transparent (GIF89a, 23). */
static int read_extension(struct reader *r)
{
	GifByteType *block;
	int code;

	if (r->gif.DGifGetExtension(r->file, &code, &block) == GIF_ERROR)
		return -1;
	while (block) {
		GraphicsControlBlock control;

		if (code == GRAPHICS_EXT_FUNC_CODE &&
		    r->gif.DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK)
			r->clear = control.TransparentColor;
		if (r->gif.DGifGetExtensionNext(r->file, &block) == GIF_ERROR)
			return -1;
	}
	return 0;
}

static void put_line(const struct reader *r, const ColorMapObject *map, int64_t y)
{
	const GifImageDesc *frame = &r->file->Image;
	struct picture *p = r->picture;

	if (y >= p->height)
		return;
	for (int x = 0; x < frame->Width; x++) {
		int64_t at = (int64_t)frame->Left + x;
		int index = r->line[x];
		uint8_t *to = p->rgba + ((size_t)y * p->width + (size_t)at) * 4;

		if (at >= p->width || index == r->clear || index >= map->ColorCount)
			continue;
		to[0] = map->Colors[index].Red;
		to[1] = map->Colors[index].Green;
		to[2] = map->Colors[index].Blue;
		to[3] = 255;
	}
}

static int read_lines(struct reader *r)
{
	static const int first[] = {0, 4, 2, 1}, step[] = {8, 8, 4, 2};
	const GifImageDesc *frame = &r->file->Image;
	const ColorMapObject *map = frame->ColorMap ? frame->ColorMap : r->file->SColorMap;
	int n_passes = frame->Interlace ? 4 : 1;

	for (int pass = 0; pass < n_passes; pass++)
		for (int y = frame->Interlace ? first[pass] : 0; y < frame->Height;
		     y += frame->Interlace ? step[pass] : 1) {
			if (r->gif.DGifGetLine(r->file, r->line, frame->Width) == GIF_ERROR)
				return -1;
			put_line(r, map, (int64_t)frame->Top + y);
		}
	return 0;
}

static int read_frame(struct reader *r, const struct picture_limits *limits,
		      char why[PICTURE_REASON])
{
	const GifImageDesc *frame;

	if (r->gif.DGifGetImageDesc(r->file) == GIF_ERROR)
		return -1;
	frame = &r->file->Image;
	if (!frame->ColorMap && !r->file->SColorMap)
		return picture_refuse(why, "is a damaged GIF: it has no colours");
	if (picture_make(r->picture, limits, r->file->SWidth, r->file->SHeight, why) != 0)
		return -1;
	r->line = calloc((size_t)frame->Width + 1, sizeof(*r->line));
	if (!r->line)
		return picture_refuse(why, "cannot be read: there is not enough memory for it");
	return read_lines(r);
}

/* What stands before the first frame, and it. */
static int read_file(struct reader *r, const struct picture_limits *limits,
		     char why[PICTURE_REASON])
{
	GifRecordType type;

	for (;;) {
		if (r->gif.DGifGetRecordType(r->file, &type) == GIF_ERROR)
			return -1;
		if (type == IMAGE_DESC_RECORD_TYPE)
			return read_frame(r, limits, why);
		if (type != EXTENSION_RECORD_TYPE)
			return picture_refuse(why, "is a GIF without any picture");
		if (read_extension(r) != 0)
			return -1;
	}
}

int picture_gif(struct mr_bytes bytes, const struct picture_limits *limits, struct picture *picture,
		char why[PICTURE_REASON])
{
	struct reader r = {.bytes = bytes, .clear = NO_TRANSPARENT_COLOR, .picture = picture};
	const char *said = NULL;
	int status = -1, error = 0;

	if (picture_library_gif(&r.gif, why) != 0)
		return -1;
	why[0] = '\0';
	r.file = r.gif.DGifOpen(&r, read_more, &error);
	if (r.file) {
		status = read_file(&r, limits, why);
		error = r.file->Error;
	}
	if (status != 0 && !why[0]) {
		said = r.gif.GifErrorString(error);
		picture_refuse(why, "is a damaged GIF: %s", said ? said : "it ends too early");
	}
	if (r.file)
		r.gif.DGifCloseFile(r.file, &error);
	free(r.line);
	return status;
}
