/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/picture/picture_library_private.h"
#include "common/write/out.h"

#define DEPTH_MOST 64 /* dictionaries and arrays within each other, streams that need streams */
#define PART 65536u /* libharu's streams take at most what fits its own counter */

/* A stream of the other document that is in ours already. */
struct known {
	int id; /* there */
	HPDF_Dict dict; /* here */
	struct known *next;
};

struct import {
	struct picture_library_qpdf on;
	qpdf_data from;
	HPDF_Doc to;
	struct known *known;
	int depth;
	bool failed;
};

/* What stands in a stream's dictionary beside what libharu writes; the dictionary owns it. */
struct entries {
	struct out text;
};

static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream)
{
	const struct entries *entries = dict->attr;

	return HPDF_Stream_Write(stream, (const HPDF_BYTE *)entries->text.at,
				 (HPDF_UINT)entries->text.n);
}

static void free_entries(HPDF_Dict dict)
{
	struct entries *entries = dict->attr;

	if (entries)
		out_release(&entries->text);
	free(entries);
	dict->attr = NULL;
}

static void copy(struct import *i, qpdf_oh object, struct out *out);
static HPDF_Dict copy_stream(struct import *i, qpdf_oh object);

/* libharu writes the length; a smoothed picture is forbidden. */
static bool is_left_out(const char *key)
{
	return strcmp(key, "/Length") == 0 || strcmp(key, "/Interpolate") == 0;
}

/*
 * qpdf walks over one dictionary at a time, so the keys are kept before their values are followed; and
 * a key lives until the next call only.
 */
static void copy_entries(struct import *i, qpdf_oh dict, struct out *out)
{
	struct out keys;

	out_to_memory(&keys, 0);
	i->on.qpdf_oh_begin_dict_key_iter(i->from, dict);
	while (i->on.qpdf_oh_dict_more_keys(i->from)) {
		const char *key = i->on.qpdf_oh_dict_next_key(i->from);

		out_bytes(&keys, key, strlen(key) + 1);
	}
	i->failed = i->failed || keys.failed;
	for (size_t at = 0; !i->failed && at < keys.n;) {
		const char *key = (const char *)keys.at + at;

		at += strlen(key) + 1;
		if (is_left_out(key))
			continue;
		out_string(out, key);
		out_char(out, ' ');
		copy(i, i->on.qpdf_oh_get_key(i->from, dict, key), out);
		out_char(out, '\n');
	}
	out_release(&keys);
}

static void copy_array(struct import *i, qpdf_oh array, struct out *out)
{
	int n = i->on.qpdf_oh_get_array_n_items(i->from, array);

	out_char(out, '[');
	for (int k = 0; k < n && !i->failed; k++) {
		copy(i, i->on.qpdf_oh_get_array_item(i->from, array, k), out);
		out_char(out, ' ');
	}
	out_char(out, ']');
}

/* An object where it is needed: of indirect ones streams alone stay indirect. */
static void copy(struct import *i, qpdf_oh object, struct out *out)
{
	HPDF_Dict stream;

	if (++i->depth > DEPTH_MOST)
		i->failed = true;
	if (i->failed)
		return;
	switch (i->on.qpdf_oh_get_type_code(i->from, object)) {
	case ot_dictionary:
		out_string(out, "<<");
		copy_entries(i, object, out);
		out_string(out, ">>");
		break;
	case ot_array: copy_array(i, object, out); break;
	case ot_stream:
		stream = copy_stream(i, object);
		if (!stream)
			break;
		out_unsigned(out, stream->header.obj_id & 0x00ffffff);
		out_string(out, " 0 R");
		break;
	default: out_string(out, i->on.qpdf_oh_unparse_resolved(i->from, object));
	}
	i->depth--;
	i->on.qpdf_oh_release(i->from, object);
}

/* The bytes as they are, deflated by cairo; the dictionary says so. */
static int write_bytes(struct import *i, qpdf_oh stream, HPDF_Dict dict)
{
	unsigned char *bytes = NULL;
	QPDF_BOOL is_decoded;
	size_t n = 0;

	if (i->on.qpdf_oh_get_stream_data(i->from, stream, qpdf_dl_none, &is_decoded, &bytes, &n) !=
	    QPDF_SUCCESS)
		return -1;
	for (size_t at = 0; at < n; at += PART)
		if (HPDF_Stream_Write(dict->stream, bytes + at,
				      n - at < PART ? (HPDF_UINT)(n - at) : PART) != HPDF_OK)
			n = at;
	free(bytes);
	return HPDF_GetError(i->to) == HPDF_OK ? 0 : -1;
}

static HPDF_Dict new_stream(struct import *i, struct out **text)
{
	struct entries *entries = calloc(1, sizeof(*entries));
	HPDF_Dict dict = entries ? HPDF_DictStream_New(i->to->mmgr, i->to->xref) : NULL;

	if (!dict) {
		free(entries);
		return NULL;
	}
	out_to_memory(&entries->text, 0);
	dict->filter = HPDF_STREAM_FILTER_NONE;
	dict->attr = entries;
	dict->write_fn = write_entries;
	dict->free_fn = free_entries;
	*text = &entries->text;
	return dict;
}

static HPDF_Dict find_known(const struct import *i, int id)
{
	for (const struct known *known = i->known; known; known = known->next)
		if (known->id == id)
			return known->dict;
	return NULL;
}

static HPDF_Dict copy_stream(struct import *i, qpdf_oh object)
{
	int id = i->on.qpdf_oh_get_object_id(i->from, object);
	HPDF_Dict dict = find_known(i, id);
	struct known *known;
	struct out *text;

	if (dict)
		return dict;
	known = malloc(sizeof(*known));
	dict = known ? new_stream(i, &text) : NULL;
	if (!dict) {
		free(known);
		i->failed = true;
		return NULL;
	}
	*known = (struct known){id, dict, i->known};
	i->known = known;
	copy_entries(i, i->on.qpdf_oh_get_dict(i->from, object), text);
	i->failed = i->failed || text->failed || write_bytes(i, object, dict) != 0;
	return dict;
}

/* What makes a page's content a form, which the matrix brings to one unit. */
static HPDF_Dict copy_page(struct import *i, const struct picture_svg_page *page)
{
	qpdf_oh from = i->on.qpdf_get_page_n(i->from, 0), contents;
	struct out *text;
	HPDF_Dict form;

	if (i->on.qpdf_has_error(i->from))
		return NULL;
	contents = i->on.qpdf_oh_get_key(i->from, from, "/Contents");
	if (i->on.qpdf_oh_get_type_code(i->from, contents) != ot_stream)
		return NULL;
	form = new_stream(i, &text);
	if (!form)
		return NULL;
	out_string(text, "/Type/XObject/Subtype/Form/BBox[0 0 ");
	out_decimal(text, page->width, 4);
	out_char(text, ' ');
	out_decimal(text, page->height, 4);
	out_string(text, "]/Matrix[");
	out_decimal(text, 1 / page->width, 8);
	out_string(text, " 0 0 ");
	out_decimal(text, 1 / page->height, 8);
	out_string(text, " 0 0]/Resources ");
	copy(i, i->on.qpdf_oh_get_key(i->from, from, "/Resources"), text);
	out_string(text, "/Group ");
	copy(i, i->on.qpdf_oh_get_key(i->from, from, "/Group"), text);
	copy_entries(i, i->on.qpdf_oh_get_dict(i->from, contents), text);
	i->failed = i->failed || text->failed || write_bytes(i, contents, form) != 0;
	return form;
}

HPDF_Dict pdf_import_page(HPDF_Doc pdf, const struct picture_svg_page *page,
			  char why[PICTURE_REASON])
{
	struct import i = {.to = pdf};
	HPDF_Dict form = NULL;

	if (picture_library_qpdf(&i.on, why) != 0)
		return NULL;
	snprintf(why, PICTURE_REASON, "cannot be brought into a PDF");
	i.from = i.on.qpdf_init();
	i.on.qpdf_silence_errors(i.from);
	i.on.qpdf_set_suppress_warnings(i.from, QPDF_TRUE);
	if (i.on.qpdf_read_memory(i.from, "drawing", (const char *)page->bytes, page->n, NULL) ==
	    QPDF_SUCCESS)
		form = copy_page(&i, page);
	i.on.qpdf_cleanup(&i.from);
	while (i.known) {
		struct known *next = i.known->next;

		free(i.known);
		i.known = next;
	}
	return i.failed ? NULL : form;
}
