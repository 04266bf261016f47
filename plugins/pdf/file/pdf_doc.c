/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_doc.h"

#include <hpdf_doc.h>
#include <hpdf_list.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "common/bytes/packer.h"
#include "pdf/file/pdf_file.h"
#include "pdf/file/pdf_meta.h"
#include "pdf/file/pdf_places.h"
#include "pdf/file/pdf_slim.h"
#include "pdf/file/pdf_text.h"

#define PAGES_PER_NODE 64u
#define OBJECTS_PER_BLOCK 65536u
/* From here on speed counts for more than the last percents of size. */
#define MANY_SHEETS 60u
#define LONG_LEVEL 1
#define NUMBER_OF(object) ((object)->header.obj_id & 0x00ffffffu)

struct link {
	struct pdf_area area;
	struct pdf_target target;
	uint64_t key; /* 0: the target is known */
	const char *contents;
	uint32_t parent_key;
};

struct link_block {
	struct link_block *next;
	uint32_t n;
	struct link links[256];
};

struct pdf_doc {
	HPDF_Doc haru;
	struct pdf_tags *tags;
	HPDF_Page *sheets;
	struct out *annotations; /* by sheet: the array's references */
	uint32_t n_sheets;
	HPDF_Dict images; /* shared resource */
	uint32_t n_images;
	struct link_block *links, *last_links;
	HPDF_Dict
		shared; /* stands in libharu's table for all links, which are written in their order */
	bool is_shared_freed;
	const struct link_block *written; /* the block of the next link to be written */
	uint32_t n_written; /* of it */
	uint32_t n_sheets_written;
	struct pdf_places places;
	struct packer *packer;
	bool failed; /* memory of our own */
	HPDF_STATUS first_error, first_detail;
	char problem[96];
};

/* libharu's errors stick to the document; the first one says what happened. */
static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
	struct pdf_doc *doc = data;

	if (doc->first_error == HPDF_OK) {
		doc->first_error = error;
		doc->first_detail = detail;
	}
}

struct pdf_doc *pdf_doc_new(void)
{
	struct pdf_doc *doc = calloc(1, sizeof(*doc));

	if (!doc)
		return NULL;
	doc->haru = HPDF_New(on_error, doc);
	doc->tags = pdf_tags_new();
	if (!doc->haru || !doc->tags || HPDF_SetPagesConfiguration(doc->haru, PAGES_PER_NODE)) {
		pdf_doc_free(doc);
		return NULL;
	}
	doc->haru->pdf_version = HPDF_VER_17;
	/* libharu grows its table of objects by 1,024 at a time and copies it byte by byte */
	doc->haru->xref->entries->items_per_block = OBJECTS_PER_BLOCK;
	doc->images = HPDF_Dict_New(doc->haru->mmgr);
	if (!doc->images || HPDF_Xref_Add(doc->haru->xref, doc->images) != HPDF_OK) {
		pdf_doc_free(doc);
		return NULL;
	}
	return doc;
}

/* libharu frees what stands in its table, but once. */
static void unshare(struct pdf_doc *doc)
{
	HPDF_List entries = doc->haru->xref->entries;
	bool keeps_one = !doc->is_shared_freed;

	for (uint32_t i = 1; doc->shared && i < entries->count; i++) {
		HPDF_XrefEntry entry = entries->obj[i];

		if (entry->obj != doc->shared)
			continue;
		if (!keeps_one)
			entry->obj = NULL;
		keeps_one = false;
	}
	doc->shared = NULL;
}

void pdf_doc_free(struct pdf_doc *doc)
{
	if (!doc)
		return;
	if (doc->haru && doc->tags)
		pdf_tags_write_unshare(doc->tags, doc->haru);
	if (doc->haru)
		unshare(doc);
	if (doc->haru)
		HPDF_Free(doc->haru);
	while (doc->links) {
		struct link_block *next = doc->links->next;

		free(doc->links);
		doc->links = next;
	}
	packer_free(doc->packer);
	pdf_tags_free(doc->tags);
	pdf_places_release(&doc->places);
	free(doc->sheets);
	for (uint32_t i = 0; doc->annotations && i < doc->n_sheets; i++)
		out_release(&doc->annotations[i]);
	free(doc->annotations);
	free(doc);
}

HPDF_Doc pdf_doc_haru(struct pdf_doc *doc)
{
	return doc->haru;
}

struct pdf_tags *pdf_doc_tags(struct pdf_doc *doc)
{
	return doc->tags;
}

/* ---- sheets */

/* The annotations of a sheet; sheets are written in their order. */
static HPDF_STATUS write_annotations(HPDF_Dict page, HPDF_Stream stream)
{
	struct pdf_doc *doc = page->error->user_data;
	const struct out *list = &doc->annotations[doc->n_sheets_written++];
	struct pdf_slim s;

	pdf_slim_begin(&s, stream);
	if (list->n) {
		pdf_slim_string(&s, "/Annots[");
		out_bytes(s.out, list->at, list->n);
		pdf_slim_string(&s, "]\n");
	}
	return pdf_slim_end(&s);
}

int pdf_doc_add_sheets(struct pdf_doc *doc, uint32_t n, float width, float height, HPDF_Dict fonts)
{
	doc->sheets = calloc((size_t)n + 1, sizeof(HPDF_Page));
	doc->annotations = calloc((size_t)n + 1, sizeof(*doc->annotations));
	if (!doc->sheets || !doc->annotations)
		return -1;
	for (uint32_t i = 0; i < n; i++) {
		HPDF_Page page = HPDF_AddPage(doc->haru);
		HPDF_Dict resources;

		if (!page)
			return -1;
		out_to_memory(&doc->annotations[doc->n_sheets], 0);
		doc->sheets[doc->n_sheets++] = page;
		page->write_fn = write_annotations;
		HPDF_Page_SetWidth(page, width);
		HPDF_Page_SetHeight(page, height);
		resources = HPDF_Page_GetInheritableItem(page, "Resources", HPDF_OCLASS_DICT);
		HPDF_Dict_RemoveElement(resources, "ProcSet");
		HPDF_Dict_Add(resources, "Font", fonts);
		HPDF_Dict_Add(resources, "XObject", doc->images);
	}
	return HPDF_GetError(doc->haru) == HPDF_OK ? 0 : -1;
}

/* /Filter for contents that are deflated already: libharu would take the filter as work to do. */
static HPDF_STATUS write_filter(HPDF_Dict dict, HPDF_Stream stream)
{
	(void)dict;
	return HPDF_Stream_WriteStr(stream, "/Filter/FlateDecode\012");
}

/* Moves finished contents into their sheets; libharu is not to be touched by two threads. */
static void collect(struct pdf_doc *doc, bool waits)
{
	uint32_t sheet;
	unsigned char *bytes;
	size_t n;

	while (packer_take(doc->packer, waits, &sheet, &bytes, &n)) {
		HPDF_PageAttr attr = doc->sheets[sheet]->attr;

		attr->contents->filter = HPDF_STREAM_FILTER_NONE;
		attr->contents->write_fn = write_filter;
		HPDF_Stream_Write(attr->stream, bytes, (HPDF_UINT)n);
		free(bytes);
	}
}

void pdf_doc_set_content(struct pdf_doc *doc, uint32_t sheet, const void *bytes, size_t n)
{
	bool is_long = doc->n_sheets > MANY_SHEETS;
	void *room;

	if (!doc->packer)
		doc->packer =
			packer_new(PACKER_EACH, is_long ? LONG_LEVEL : Z_BEST_COMPRESSION, is_long);
	room = doc->packer ? packer_room(doc->packer, n) : NULL;
	if (!room) {
		doc->failed = true;
		return;
	}
	memcpy(room, bytes, n);
	packer_add(doc->packer, sheet, n);
	collect(doc, false);
}

int pdf_doc_add_image(struct pdf_doc *doc, HPDF_Dict image)
{
	char name[16];

	snprintf(name, sizeof(name), "I%u", doc->n_images);
	return HPDF_Dict_Add(doc->images, name, image) == HPDF_OK ? (int)doc->n_images++ : -1;
}

/* ---- links */

/* The next link to be written; there is one for each time that the shared dictionary is asked. */
static const struct link *next_link(struct pdf_doc *doc)
{
	if (!doc->written)
		doc->written = doc->links;
	if (doc->n_written == doc->written->n) {
		doc->written = doc->written->next;
		doc->n_written = 0;
	}
	return &doc->written->links[doc->n_written++];
}

static HPDF_STATUS write_link(HPDF_Dict dict, HPDF_Stream stream)
{
	struct pdf_doc *doc = dict->attr;
	const struct link *link = next_link(doc);
	struct pdf_target target = link->target;
	const float sides[4] = {link->area.box.left, link->area.box.bottom, link->area.box.right,
				link->area.box.top};
	struct pdf_slim s;

	pdf_slim_begin(&s, stream);
	pdf_slim_string(&s, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
	for (int i = 0; i < 4; i++) {
		pdf_slim_string(&s, i ? " " : "");
		pdf_slim_decimal(&s, sides[i]);
	}
	for (int i = 0; link->area.is_turned && i < 8; i++) {
		pdf_slim_string(&s, i ? " " : "]/QuadPoints[");
		pdf_slim_decimal(&s, link->area.corners[i]);
	}
	pdf_slim_string(&s, "]/StructParent ");
	pdf_slim_number(&s, link->parent_key + pdf_tags_key_offset(doc->tags));
	pdf_slim_string(&s, "/Contents");
	pdf_slim_text(&s, link->contents);
	if (target.uri) {
		struct out uri;

		out_to_memory(&uri, 0);
		pdf_text_uri(&uri, target.uri);
		pdf_slim_string(&s, "/A<</S/URI/URI");
		pdf_slim_bytes(&s, out_at(&uri));
		pdf_slim_string(&s, ">>");
		out_release(&uri);
		return pdf_slim_end(&s);
	}
	if (link->key)
		pdf_places_find(&doc->places, link->key, &target.sheet, &target.x, &target.y);
	pdf_slim_string(&s, "/Dest[");
	pdf_slim_number(&s, NUMBER_OF(doc->sheets[target.sheet]));
	pdf_slim_string(&s, " 0 R/XYZ ");
	pdf_slim_decimal(&s, target.x);
	pdf_slim_string(&s, " ");
	pdf_slim_decimal(&s, target.y);
	pdf_slim_string(&s, " null]");
	return pdf_slim_end(&s);
}

static struct link *new_link(struct pdf_doc *doc)
{
	struct link_block *last = doc->last_links;

	if (!last || last->n == sizeof(last->links) / sizeof(struct link)) {
		struct link_block *block = calloc(1, sizeof(*block));

		if (!block) {
			doc->failed = true;
			return NULL;
		}
		if (last)
			last->next = block;
		else
			doc->links = block;
		doc->last_links = last = block;
	}
	return &last->links[last->n++];
}

/* The number of a new object for a link, 0 when there is no room. */
static uint32_t new_object(struct pdf_doc *doc)
{
	HPDF_Xref xref = doc->haru->xref;

	if (doc->is_shared_freed || xref->entries->count >= HPDF_LIMIT_MAX_XREF_ELEMENT)
		return 0;
	if (!doc->shared) {
		HPDF_Dict dict = HPDF_Dict_New(doc->haru->mmgr);

		if (!dict || HPDF_Xref_Add(xref, dict) != HPDF_OK)
			return 0;
		dict->attr = doc;
		dict->write_fn = write_link;
		doc->shared = dict;
		return NUMBER_OF(dict);
	}
	doc->shared->header.obj_id = 0;
	if (HPDF_Xref_Add(xref, doc->shared) == HPDF_OK)
		return NUMBER_OF(doc->shared);
	doc->is_shared_freed = true; /* libharu does that when it fails */
	return 0;
}

uint32_t pdf_doc_annotation(struct pdf_doc *doc, uint32_t sheet, uint32_t object, uint32_t element)
{
	struct out *list = &doc->annotations[sheet];

	if (list->n)
		out_char(list, ' ');
	out_unsigned(list, object);
	out_string(list, " 0 R");
	doc->failed = doc->failed || list->failed;
	return pdf_tags_annotation(doc->tags, element, sheet, object);
}

static void add_link(struct pdf_doc *doc, uint32_t sheet, const struct link *wanted,
		     uint32_t element)
{
	uint32_t object = new_object(doc);
	struct link *link = object ? new_link(doc) : NULL;

	if (!link) {
		doc->failed = true;
		return;
	}
	*link = *wanted;
	link->parent_key = pdf_doc_annotation(doc, sheet, object, element);
}

void pdf_doc_link(struct pdf_doc *doc, uint32_t sheet, const struct pdf_area *area,
		  const struct pdf_target *target, const char *contents, uint32_t element)
{
	add_link(doc, sheet, &(struct link){.area = *area, .target = *target, .contents = contents},
		 element);
}

void pdf_doc_link_to(struct pdf_doc *doc, uint32_t sheet, const struct pdf_area *area, uint64_t key,
		     const char *contents, uint32_t element)
{
	add_link(doc, sheet, &(struct link){.area = *area, .key = key, .contents = contents},
		 element);
}

void pdf_doc_place(struct pdf_doc *doc, uint64_t key, uint32_t sheet, float x, float y)
{
	if (pdf_places_add(&doc->places, key, sheet, x, y) != 0)
		doc->failed = true;
}

/* The key of a link that leads nowhere, 0 when there is none. */
static uint64_t find_lost(const struct pdf_doc *doc)
{
	uint32_t sheet;
	float x, y;

	for (const struct link_block *block = doc->links; block; block = block->next)
		for (uint32_t i = 0; i < block->n; i++) {
			uint64_t key = block->links[i].key;

			if (key && !pdf_places_find(&doc->places, key, &sheet, &x, &y))
				return key;
		}
	return 0;
}

/* ---- bookmarks */

HPDF_Outline pdf_doc_bookmark(struct pdf_doc *doc, HPDF_Outline parent, const char *title,
			      uint32_t sheet, float x, float y)
{
	HPDF_Outline outline = HPDF_CreateOutline(doc->haru, parent, "", NULL);
	HPDF_Array target = HPDF_Array_New(doc->haru->mmgr);
	struct out text;

	if (!outline || !target)
		return NULL;
	out_to_memory(&text, 0);
	pdf_text_label(&text, title);
	/* libharu's own encoder loses what lies beyond the basic plane */
	HPDF_Dict_Add(outline, "Title",
		      HPDF_Binary_New(doc->haru->mmgr, (HPDF_BYTE *)text.at, (HPDF_UINT)text.n));
	out_release(&text);
	HPDF_Dict_Add(outline, "Dest", target);
	HPDF_Array_Add(target, doc->sheets[sheet]);
	HPDF_Array_AddName(target, "XYZ");
	HPDF_Array_AddReal(target, x);
	HPDF_Array_AddReal(target, y);
	HPDF_Array_Add(target, HPDF_Null_New(doc->haru->mmgr));
	return HPDF_GetError(doc->haru) == HPDF_OK ? outline : NULL;
}

/* ---- saving */

int pdf_doc_save(struct pdf_doc *doc, const struct pdf_about *about, struct mr_sink *sink,
		 const char **problem)
{
	uint64_t lost = doc->failed ? 0 : find_lost(doc);
	int status = -1;

	*problem = doc->problem;
	if (lost) {
		snprintf(doc->problem, sizeof(doc->problem),
			 "a link leads to place %u of kind %u, which is nowhere in the document",
			 (unsigned)(lost & UINT32_MAX), (unsigned)(lost >> 32));
		return -1;
	}
	if (doc->packer) {
		collect(doc, true);
		doc->failed = doc->failed || packer_failed(doc->packer);
	}
	if (!doc->failed && HPDF_GetError(doc->haru) == HPDF_OK &&
	    pdf_tags_write(doc->tags, doc->haru, doc->sheets, doc->n_sheets) == 0 &&
	    pdf_meta_add(doc->haru, about) == 0)
		status = pdf_file_write(doc->haru, sink);
	if (HPDF_GetError(doc->haru) != HPDF_OK || doc->failed)
		status = -1;
	if (status != 0) {
		/* some of its functions set the error without telling the handler */
		if (doc->first_error == HPDF_OK)
			on_error(HPDF_GetError(doc->haru), HPDF_GetErrorDetail(doc->haru), doc);
		if (doc->first_error != HPDF_OK && doc->first_error != HPDF_FAILD_TO_ALLOC_MEM)
			snprintf(doc->problem, sizeof(doc->problem),
				 "the PDF library failed with error 0x%04x, detail %u",
				 (unsigned)doc->first_error, (unsigned)doc->first_detail);
		else
			snprintf(doc->problem, sizeof(doc->problem), "out of memory");
	}
	return status;
}
