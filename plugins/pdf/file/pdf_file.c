/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_file.h"

#include <hpdf_doc.h>
#include <hpdf_list.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <stdlib.h>
#include <zlib.h>

#include "common/write/out.h"

/* An object stream is as large as packs well, and as is unpacked in no time for the sake of one object. */
#define PACKED_OBJECTS 1000u
#define PACKED_BYTES 131072u
/* A row of the table: kind, byte or stream, index. */
#define PLACE_BYTES 5
#define ROW_BYTES (1 + PLACE_BYTES + 2)
#define PLACE_MOST ((UINT64_C(1) << 8 * PLACE_BYTES) - 1)
#define PREDICT_UP 2 /* of a byte the difference to the one above is kept (RFC 2083, 6.4) */
/* From here on speed counts for more than the last percents of size. */
#define MANY_OBJECTS 20000u
/*
 * The dictionaries of structure elements repeat each other so much that zlib's 9 takes more than twice the
 * time of 7 to find better matches, and saves half a percent.
 */
#define SHORT_LEVEL 7
#define NUMBER_OF(object) ((object)->header.obj_id & 0x00ffffffu)

enum place_kind { PLACE_FREE, PLACE_BYTE, PLACE_PACKED }; /* ISO 32000-1, table 18 */

struct place {
	uint64_t at; /* the byte in the file, or the number of the object stream */
	uint16_t index; /* in that stream */
	uint8_t kind; /* enum place_kind */
};

struct writer {
	HPDF_Doc doc;
	HPDF_Stream stream; /* libharu's, which writes to the struct out that is its attribute */
	struct out *out; /* the file */
	struct out packed, heads; /* of the object stream at hand: objects; numbers and offsets */
	uint32_t packed_number, n_packed;
	struct place *places; /* by number: libharu's objects, then those of this file */
	uint32_t n, size;
	int level;
	bool failed; /* memory */
};

static HPDF_STATUS write_out(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
	out_bytes(stream->attr, bytes, n);
	return HPDF_OK;
}

/* ---- objects of this file */

/* The number of an object that libharu does not know; 0 without memory. */
static uint32_t add_object(struct writer *w)
{
	if (w->n == w->size) {
		uint32_t wanted = w->size + w->size / 8 + 64;
		struct place *grown =
			wanted > w->n ? realloc(w->places, wanted * sizeof(*grown)) : NULL;

		if (!grown) {
			w->failed = true;
			return 0;
		}
		w->places = grown;
		w->size = wanted;
	}
	w->places[w->n] = (struct place){.kind = PLACE_FREE};
	return w->n++;
}

static void begin_object(struct writer *w, uint32_t number)
{
	w->places[number] = (struct place){.at = w->out->n_flushed + w->out->n, .kind = PLACE_BYTE};
	out_unsigned(w->out, number);
	out_string(w->out, " 0 obj\n");
}

/* Pieces as one deflated string (RFC 1950), which the caller frees; null without memory. */
static unsigned char *deflated(const struct writer *w, struct out *const pieces[], int n,
			       size_t *n_bytes)
{
	z_stream zip = {.zalloc = NULL};
	size_t size = 0;
	unsigned char *bytes;
	int state = deflateInit(&zip, w->level);

	if (state != Z_OK)
		return NULL;
	for (int i = 0; i < n; i++)
		size += pieces[i]->n;
	size = size < UINT32_MAX / 2 ? deflateBound(&zip, (uLong)size) : 0;
	bytes = size ? malloc(size) : NULL;
	zip.next_out = bytes;
	zip.avail_out = bytes ? (uInt)size : 0;
	for (int i = 0; bytes && i < n; i++) {
		zip.next_in = (unsigned char *)pieces[i]->at;
		zip.avail_in = (uInt)pieces[i]->n;
		state = deflate(&zip, i + 1 < n ? Z_NO_FLUSH : Z_FINISH);
	}
	*n_bytes = size - zip.avail_out;
	deflateEnd(&zip);
	if (state == Z_STREAM_END)
		return bytes;
	free(bytes);
	return NULL;
}

/* The end of a stream's dictionary, its bytes, and the end of the object. */
static void end_stream(struct writer *w, struct out *const pieces[], int n)
{
	size_t n_bytes = 0;
	unsigned char *bytes = deflated(w, pieces, n, &n_bytes);

	if (!bytes) {
		w->failed = true;
		return;
	}
	out_string(w->out, "/Filter/FlateDecode/Length ");
	out_unsigned(w->out, n_bytes);
	out_string(w->out, ">>stream\n");
	out_bytes(w->out, bytes, n_bytes);
	out_string(w->out, "\nendstream\nendobj\n");
	free(bytes);
}

/* ---- objects of libharu */

/* A dictionary without entries of libharu's: its write function prints all there is. */
static bool is_slim(void *object)
{
	const HPDF_Obj_Header *header = object;
	const HPDF_Dict_Rec *dict = object;

	return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT && dict->write_fn &&
	       !dict->stream && !dict->before_write_fn && dict->list->count == 0;
}

static bool is_stream(void *object)
{
	const HPDF_Obj_Header *header = object;

	return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
	       ((const HPDF_Dict_Rec *)object)->stream;
}

static HPDF_STATUS write_value(struct writer *w, void *object, struct out *to)
{
	HPDF_Dict dict = object;
	HPDF_STATUS status;

	w->stream->attr = to;
	if (!is_slim(object))
		return HPDF_Obj_WriteValue(object, w->stream, NULL);
	out_string(to, "<<");
	status = dict->write_fn(dict, w->stream);
	out_string(to, ">>");
	return status;
}

static HPDF_STATUS write_plain(struct writer *w, uint32_t number, void *object)
{
	HPDF_STATUS status;

	begin_object(w, number);
	status = write_value(w, object, w->out);
	out_string(w->out, "\nendobj\n");
	return status;
}

/* The objects that were gathered, as an object stream (ISO 32000-1, 7.5.7). */
static void end_packed(struct writer *w)
{
	struct out *const pieces[] = {&w->heads, &w->packed};

	if (w->n_packed == 0 || w->failed)
		return;
	begin_object(w, w->packed_number);
	out_string(w->out, "<</Type/ObjStm/N ");
	out_unsigned(w->out, w->n_packed);
	out_string(w->out, "/First ");
	out_unsigned(w->out, w->heads.n);
	end_stream(w, pieces, 2);
	w->failed = w->failed || w->heads.failed || w->packed.failed;
	w->n_packed = 0;
	out_clear(&w->heads);
	out_clear(&w->packed);
}

static HPDF_STATUS pack(struct writer *w, uint32_t number, void *object)
{
	HPDF_STATUS status;

	if (w->n_packed == 0)
		w->packed_number = add_object(w);
	if (w->failed)
		return HPDF_FAILD_TO_ALLOC_MEM;
	w->places[number] = (struct place){
		.at = w->packed_number, .index = (uint16_t)w->n_packed++, .kind = PLACE_PACKED};
	out_unsigned(&w->heads, number);
	out_char(&w->heads, ' ');
	out_unsigned(&w->heads, w->packed.n);
	out_char(&w->heads, ' ');
	status = write_value(w, object, &w->packed);
	out_char(&w->packed, '\n');
	if (w->n_packed == PACKED_OBJECTS || w->packed.n >= PACKED_BYTES)
		end_packed(w);
	return status;
}

/* ---- the table */

static void put_row(struct out *out, const struct place *place, unsigned char *above)
{
	unsigned char row[ROW_BYTES] = {place->kind};
	uint64_t at = place->at;

	for (int k = PLACE_BYTES; k >= 1; k--, at >>= 8)
		row[k] = (unsigned char)(at & 255);
	row[PLACE_BYTES + 1] = (unsigned char)(place->index >> 8);
	row[PLACE_BYTES + 2] = (unsigned char)(place->index & 255);
	out_char(out, PREDICT_UP);
	for (int k = 0; k < ROW_BYTES; k++) {
		out_char(out, (char)(unsigned char)(row[k] - above[k]));
		above[k] = row[k];
	}
}

static void put_number(struct out *out, const char *key, uint64_t value, const char *after)
{
	out_string(out, key);
	out_unsigned(out, value);
	out_string(out, after);
}

/* Where everything is, as a cross-reference stream (7.5.8), which is the trailer, too. */
static HPDF_STATUS write_table(struct writer *w)
{
	HPDF_Doc doc = w->doc;
	uint32_t number = add_object(w);
	unsigned char above[ROW_BYTES] = {0};
	struct out rows, *const pieces[] = {&rows};
	HPDF_STATUS status;
	uint64_t start = w->out->n_flushed + w->out->n;

	if (w->failed)
		return HPDF_FAILD_TO_ALLOC_MEM;
	if (start > PLACE_MOST)
		return HPDF_FILE_IO_ERROR;
	begin_object(w, number);
	out_to_memory(&rows, 0);
	for (uint32_t i = 0; i < w->n; i++)
		put_row(&rows, &w->places[i], above);
	put_number(w->out, "<</Type/XRef/Size ", w->n, "/W[1 5 2]");
	put_number(w->out, "/DecodeParms<</Predictor 12/Columns ", ROW_BYTES, ">>");
	put_number(w->out, "/Root ", NUMBER_OF(doc->catalog), " 0 R");
	put_number(w->out, "/Info ", NUMBER_OF(doc->info), " 0 R/ID");
	status = write_value(w, HPDF_Dict_GetItem(doc->trailer, "ID", HPDF_OCLASS_ARRAY), w->out);
	end_stream(w, pieces, 1);
	w->failed = w->failed || rows.failed;
	out_release(&rows);
	put_number(w->out, "startxref\n", start, "\n%%EOF\n");
	return status;
}

/*
 * Objects in the order of their numbers, which those rely on that libharu asks for one after the other.
 * Who looks for the program's name in the first bytes of a file finds it in the plain Info.
 */
static HPDF_STATUS write_all(struct writer *w)
{
	HPDF_List entries = w->doc->xref->entries;
	HPDF_STATUS status;

	out_string(w->out, "%PDF-1.7\n%\342\343\317\323\n");
	status = write_plain(w, NUMBER_OF(w->doc->info), w->doc->info);
	for (uint32_t i = 1; i < entries->count && status == HPDF_OK && !w->failed; i++) {
		const HPDF_XrefEntry_Rec *entry = entries->obj[i];

		if (entry->obj == w->doc->info)
			continue;
		status = is_stream(entry->obj) ? write_plain(w, i, entry->obj)
					       : pack(w, i, entry->obj);
	}
	end_packed(w);
	return status == HPDF_OK ? write_table(w) : status;
}

int pdf_file_write(HPDF_Doc doc, struct mr_sink *sink)
{
	struct out out;
	struct writer w = {.doc = doc, .out = &out, .n = doc->xref->entries->count};
	HPDF_STATUS status = HPDF_FAILD_TO_ALLOC_MEM;

	w.size = w.n + 64;
	w.level = w.n < MANY_OBJECTS ? SHORT_LEVEL : Z_BEST_SPEED;
	w.places = calloc(w.size, sizeof(*w.places));
	out_to_sink(&out, sink);
	out_to_memory(&w.heads, 0);
	out_to_memory(&w.packed, 0);
	w.stream = HPDF_CallbackWriter_New(doc->mmgr, write_out, &out);
	if (w.stream && w.places) {
		w.places[0].index = UINT16_MAX;
		status = write_all(&w);
	}
	if (w.stream)
		HPDF_Stream_Free(w.stream);
	if (out_finish(&out) != 0 || w.failed)
		status = HPDF_FAILD_TO_ALLOC_MEM;
	out_release(&out);
	out_release(&w.heads);
	out_release(&w.packed);
	free(w.places);
	return status == HPDF_OK ? 0 : -1;
}
