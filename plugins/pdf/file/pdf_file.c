/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_file.h"

#include <hpdf_doc.h>
#include <hpdf_list.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <stdlib.h>

#include "common/write/out.h"

#define OFFSET_DIGITS 10
#define OFFSET_MOST UINT64_C(9999999999)

static HPDF_STATUS write_out(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
	out_bytes(stream->attr, bytes, n);
	return HPDF_OK;
}

static uint64_t position(const struct out *out)
{
	return out->n_flushed + out->n;
}

/* A dictionary without entries of libharu's: its write function prints all there is. */
static bool is_slim(void *object)
{
	const HPDF_Obj_Header *header = object;
	const HPDF_Dict_Rec *dict = object;

	return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT && dict->write_fn &&
	       !dict->stream && !dict->before_write_fn && dict->list->count == 0;
}

static HPDF_STATUS write_object(void *object, HPDF_Stream stream, struct out *out)
{
	HPDF_Dict dict = object;
	HPDF_STATUS status;

	if (!is_slim(object))
		return HPDF_Obj_WriteValue(object, stream, NULL);
	out_string(out, "<<");
	status = dict->write_fn(dict, stream);
	out_string(out, ">>");
	return status;
}

/* Entries are 20 bytes each, line end included. */
static void write_table(const uint64_t *offsets, uint32_t n, struct out *out)
{
	out_string(out, "xref\n0 ");
	out_unsigned(out, n);
	out_string(out, "\n0000000000 65535 f\r\n");
	for (uint32_t i = 1; i < n; i++) {
		char entry[] = "0000000000 00000 n\r\n";
		uint64_t rest = offsets[i];

		for (int k = OFFSET_DIGITS; k-- > 0 && rest; rest /= 10)
			entry[k] = (char)('0' + rest % 10);
		out_bytes(out, entry, sizeof(entry) - 1);
	}
}

static HPDF_STATUS write_all(HPDF_Doc doc, HPDF_Stream stream, struct out *out, uint64_t *offsets)
{
	HPDF_List entries = doc->xref->entries;
	HPDF_STATUS status = HPDF_OK;
	uint64_t table;

	out_string(out, "%PDF-1.7\n%\342\343\317\323\n");
	for (uint32_t i = 1; i < entries->count && status == HPDF_OK; i++) {
		const HPDF_XrefEntry_Rec *entry = entries->obj[i];

		offsets[i] = position(out);
		out_unsigned(out, i);
		out_string(out, " 0 obj\n");
		status = write_object(entry->obj, stream, out);
		out_string(out, "\nendobj\n");
	}
	table = position(out);
	if (status != HPDF_OK || table > OFFSET_MOST)
		return status != HPDF_OK ? status : HPDF_FILE_IO_ERROR;
	write_table(offsets, entries->count, out);
	out_string(out, "trailer\n");
	HPDF_Dict_Add(doc->trailer, "Root", doc->catalog);
	HPDF_Dict_Add(doc->trailer, "Info", doc->info);
	HPDF_Dict_AddNumber(doc->trailer, "Size", (HPDF_INT32)entries->count);
	status = HPDF_Obj_WriteValue(doc->trailer, stream, NULL);
	out_string(out, "\nstartxref\n");
	out_unsigned(out, table);
	out_string(out, "\n%%EOF\n");
	return status;
}

int pdf_file_write(HPDF_Doc doc, struct mr_sink *sink)
{
	uint64_t *offsets = calloc((size_t)doc->xref->entries->count + 1, sizeof(*offsets));
	struct out out;
	HPDF_Stream stream;
	HPDF_STATUS status = HPDF_FAILD_TO_ALLOC_MEM;

	out_to_sink(&out, sink);
	stream = HPDF_CallbackWriter_New(doc->mmgr, write_out, &out);
	if (stream && offsets)
		status = write_all(doc, stream, &out, offsets);
	if (stream)
		HPDF_Stream_Free(stream);
	if (out_finish(&out) != 0)
		status = HPDF_FAILD_TO_ALLOC_MEM;
	out_release(&out);
	free(offsets);
	return status == HPDF_OK ? 0 : -1;
}
