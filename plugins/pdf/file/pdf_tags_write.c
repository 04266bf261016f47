/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <hpdf_list.h>
#include <stdlib.h>
#include <string.h>

#include "common/write/number.h"
#include "pdf/file/pdf_slim.h"
#include "pdf/file/pdf_tags_private.h"

#define PAGES_PER_LEAF 32u /* of the parent tree */

static void put_reference(struct pdf_slim *s, const char *key, uint32_t object)
{
	pdf_slim_string(s, key);
	pdf_slim_number(s, object);
	pdf_slim_string(s, " 0 R");
}

static uint32_t page_object(const struct pdf_tags *tags, uint32_t page)
{
	return tags->page_objects[page]->header.obj_id & 0x00ffffffu;
}

static void put_kid(const struct pdf_tags *tags, const struct element *e, const struct kid *kid,
		    struct pdf_slim *s)
{
	uint32_t page = kid->page_kind / 4;

	switch (kid->page_kind % 4) {
	case KID_ELEMENT: put_reference(s, "", tags->base + kid->value); break;
	case KID_MARK:
		if (page == e->page) {
			pdf_slim_number(s, kid->value);
			break;
		}
		put_reference(s, "<</Type/MCR/Pg ", page_object(tags, page));
		pdf_slim_string(s, "/MCID ");
		pdf_slim_number(s, kid->value);
		pdf_slim_string(s, ">>");
		break;
	default:
		put_reference(s, "<</Type/OBJR/Obj ", kid->value);
		if (page != e->page) /* else it is the element's */
			put_reference(s, "/Pg ", page_object(tags, page));
		pdf_slim_string(s, ">>");
	}
}

static void put_cell(const struct element *e, struct pdf_slim *s)
{
	if (e->scope == PDF_SCOPE_NONE && e->colspan <= 1)
		return;
	pdf_slim_string(s, "/A<</O/Table");
	if (e->scope != PDF_SCOPE_NONE)
		pdf_slim_string(s, e->scope == PDF_SCOPE_ROW ? "/Scope/Row" : "/Scope/Column");
	if (e->colspan > 1) {
		pdf_slim_string(s, "/ColSpan ");
		pdf_slim_number(s, e->colspan);
	}
	pdf_slim_string(s, ">>");
}

static void put_extra(const struct pdf_tags *tags, const struct extra *extra, struct pdf_slim *s)
{
	if (extra->actual) {
		pdf_slim_string(s, "/ActualText");
		pdf_slim_text(s, tags->actuals.at + extra->actual - 1);
	}
	if (extra->alt) {
		pdf_slim_string(s, "/Alt");
		pdf_slim_text(s, extra->alt);
		pdf_slim_string(s, "/A<</O/Layout/BBox[");
		for (int i = 0; i < 4; i++) {
			pdf_slim_string(s, i ? " " : "");
			pdf_slim_decimal(s, extra->box[i]);
		}
		pdf_slim_string(s, "]>>");
	}
	if (extra->id_prefix) {
		pdf_slim_string(s, "/ID(");
		pdf_slim_string(s, extra->id_prefix);
		pdf_slim_number(s, extra->id);
		pdf_slim_string(s, ")");
	}
}

static HPDF_STATUS write_element(HPDF_Dict dict, HPDF_Stream stream)
{
	struct pdf_tags *tags = dict->attr;
	uint32_t index = tags->n_written++;
	const struct element *e = &tags->elements[index];
	struct pdf_slim s;

	assert(index < tags->n_elements);
	pdf_slim_begin(&s, stream);
	pdf_slim_string(&s, "/S/");
	pdf_slim_string(&s, pdf_tags_name(e->tag));
	put_reference(&s, "/P ", index == PDF_TAGS_ROOT ? tags->root : tags->base + e->parent);
	if (e->page != NONE)
		put_reference(&s, "/Pg ", page_object(tags, e->page));
	put_cell(e, &s);
	if (e->extra)
		put_extra(tags, &tags->extras[e->extra - 1], &s);
	if (e->first_kid != NONE) {
		bool is_single = e->first_kid == e->last_kid;

		pdf_slim_string(&s, is_single ? "/K " : "/K[");
		for (uint32_t k = e->first_kid; k != NONE; k = tags->kids[k].next) {
			if (k != e->first_kid)
				pdf_slim_string(&s, " ");
			put_kid(tags, e, &tags->kids[k], &s);
		}
		if (!is_single)
			pdf_slim_string(&s, "]");
	}
	return pdf_slim_end(&s);
}

static void put_owners(const struct pdf_tags *tags, const struct owners *owners, struct pdf_slim *s)
{
	for (uint32_t i = 0; i < owners->n; i++)
		put_reference(s, i ? " " : "", tags->base + owners->at[i]);
}

/* One leaf of the parent tree: an array of elements for each of its pages. */
static HPDF_STATUS write_leaf(HPDF_Dict dict, HPDF_Stream stream)
{
	const struct leaf *leaf = dict->attr;
	const struct pdf_tags *tags = leaf->tags;
	struct pdf_slim s;

	pdf_slim_begin(&s, stream);
	pdf_slim_string(&s, "/Limits[");
	pdf_slim_number(&s, leaf->first);
	pdf_slim_string(&s, " ");
	pdf_slim_number(&s, leaf->first + leaf->n - 1);
	pdf_slim_string(&s, "]/Nums[");
	for (uint32_t page = leaf->first; page < leaf->first + leaf->n; page++) {
		pdf_slim_number(&s, page);
		pdf_slim_string(&s, "[");
		if (page < tags->pages_size)
			put_owners(tags, &tags->pages[page], &s);
		pdf_slim_string(&s, "]");
	}
	pdf_slim_string(&s, "]");
	return pdf_slim_end(&s);
}

/* The last leaf: one element for each annotation. */
static HPDF_STATUS write_annotations(HPDF_Dict dict, HPDF_Stream stream)
{
	const struct pdf_tags *tags = dict->attr;
	struct pdf_slim s;

	pdf_slim_begin(&s, stream);
	pdf_slim_string(&s, "/Limits[");
	pdf_slim_number(&s, tags->n_pages);
	pdf_slim_string(&s, " ");
	pdf_slim_number(&s, tags->n_pages + tags->annotations.n - 1);
	pdf_slim_string(&s, "]/Nums[");
	for (uint32_t i = 0; i < tags->annotations.n; i++) {
		pdf_slim_string(&s, i ? " " : "");
		pdf_slim_number(&s, tags->n_pages + i);
		put_reference(&s, " ", tags->base + tags->annotations.at[i]);
	}
	pdf_slim_string(&s, "]");
	return pdf_slim_end(&s);
}

struct name {
	char text[28];
	uint32_t element;
};

static int compare_names(const void *a, const void *b)
{
	return strcmp(((const struct name *)a)->text, ((const struct name *)b)->text);
}

static uint32_t collect_names(const struct pdf_tags *tags, struct name *list)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < tags->n_elements; i++) {
		uint32_t extra = tags->elements[i].extra;
		char digits[NUMBER_SIZE];
		size_t length, n_digits;

		if (!extra || !tags->extras[extra - 1].id_prefix)
			continue;
		length = strlen(tags->extras[extra - 1].id_prefix);
		n_digits = number_unsigned(digits, tags->extras[extra - 1].id);
		assert(n < tags->n_extras && length + n_digits < sizeof(list[n].text));
		memcpy(list[n].text, tags->extras[extra - 1].id_prefix, length);
		memcpy(list[n].text + length, digits, n_digits + 1);
		list[n++].element = i;
	}
	qsort(list, n, sizeof(*list), compare_names);
	return n;
}

/* Every Note is found by its ID (ISO 32000-1, 14.7.2: IDTree), in the order of the bytes. */
static int add_names(struct pdf_tags *tags, HPDF_Doc pdf, HPDF_Dict root)
{
	struct name *names_of = calloc((size_t)tags->n_extras + 1, sizeof(*names_of));
	uint32_t n = names_of ? collect_names(tags, names_of) : 0;
	HPDF_Dict tree = n ? HPDF_Dict_New(pdf->mmgr) : NULL;
	HPDF_Array list = n ? HPDF_Array_New(pdf->mmgr) : NULL;

	for (uint32_t i = 0; i < n && list; i++) {
		/* objects are numbered from 1 in the order of the table; looking up by number is linear */
		HPDF_XrefEntry entry =
			HPDF_Xref_GetEntry(pdf->xref, tags->base + names_of[i].element);

		HPDF_Array_Add(list, HPDF_String_New(pdf->mmgr, names_of[i].text, NULL));
		HPDF_Array_Add(list, entry ? entry->obj : NULL);
	}
	if (tree && list) {
		HPDF_Dict_Add(tree, "Names", list);
		HPDF_Dict_Add(root, "IDTree", tree);
	}
	if (!names_of)
		return -1;
	free(names_of);
	return HPDF_GetError(pdf) == HPDF_OK ? 0 : -1;
}

static HPDF_Dict add_slim(HPDF_Doc pdf, void *attr, HPDF_Dict_OnWriteFunc write)
{
	HPDF_Dict dict = HPDF_Dict_New(pdf->mmgr);

	if (!dict || HPDF_Xref_Add(pdf->xref, dict) != HPDF_OK)
		return NULL;
	dict->attr = attr;
	dict->write_fn = write;
	return dict;
}

static int add_parents(struct pdf_tags *tags, HPDF_Doc pdf, HPDF_Dict root)
{
	uint32_t n_leaves = (tags->n_pages + PAGES_PER_LEAF - 1) / PAGES_PER_LEAF;
	HPDF_Dict tree = HPDF_Dict_New(pdf->mmgr);
	HPDF_Array kids = HPDF_Array_New(pdf->mmgr);

	tags->leaves = calloc((size_t)n_leaves + 1, sizeof(*tags->leaves));
	if (!tags->leaves || !tree || !kids)
		return -1;
	HPDF_Dict_Add(tree, "Kids", kids);
	for (uint32_t i = 0; i < n_leaves; i++) {
		uint32_t first = i * PAGES_PER_LEAF;
		uint32_t rest = tags->n_pages - first;

		tags->leaves[i] =
			(struct leaf){tags, first, rest < PAGES_PER_LEAF ? rest : PAGES_PER_LEAF};
		HPDF_Array_Add(kids, add_slim(pdf, &tags->leaves[i], write_leaf));
	}
	if (tags->annotations.n)
		HPDF_Array_Add(kids, add_slim(pdf, tags, write_annotations));
	HPDF_Dict_Add(root, "ParentTree", tree);
	HPDF_Dict_AddNumber(root, "ParentTreeNextKey",
			    (HPDF_INT32)(tags->n_pages + tags->annotations.n));
	return HPDF_GetError(pdf) == HPDF_OK ? 0 : -1;
}

/*
 * One dictionary stands in libharu's table for all elements but those that libharu's own objects
 * refer to: the table numbers by place, and the write function counts.  That saves an allocation of
 * 160 bytes an element; pdf_tags_write_unshare() must come before the document is freed.
 */
static int add_element_object(struct pdf_tags *tags, HPDF_Doc pdf, uint32_t index)
{
	const struct element *e = &tags->elements[index];
	HPDF_Dict dict;

	if (pdf->xref->entries->count >= HPDF_LIMIT_MAX_XREF_ELEMENT)
		return -1;
	if (tags->shared && !e->extra) {
		tags->shared->header.obj_id = 0;
		if (HPDF_Xref_Add(pdf->xref, tags->shared) != HPDF_OK) {
			/* libharu has freed it: nothing may lead there any more */
			tags->n_shared = UINT32_MAX;
			pdf_tags_write_unshare(tags, pdf);
			return -1;
		}
		tags->n_shared++;
		return 0;
	}
	dict = add_slim(pdf, tags, write_element);
	if (!dict)
		return -1;
	if (index == 0)
		tags->base = dict->header.obj_id & 0x00ffffffu;
	else if (!e->extra)
		tags->shared = dict;
	return 0;
}

void pdf_tags_write_unshare(struct pdf_tags *tags, HPDF_Doc pdf)
{
	bool keeps_one = tags->n_shared != UINT32_MAX;

	if (!tags->shared)
		return;
	for (uint32_t i = 0; i < tags->n_elements; i++) {
		HPDF_XrefEntry entry = HPDF_Xref_GetEntry(pdf->xref, tags->base + i);

		if (!entry || entry->obj != tags->shared)
			continue;
		if (!keeps_one)
			entry->obj = NULL;
		keeps_one = false;
	}
	tags->shared = NULL;
}

int pdf_tags_write(struct pdf_tags *tags, HPDF_Doc pdf, const HPDF_Page *pages, uint32_t n_pages)
{
	HPDF_Dict root = HPDF_Dict_New(pdf->mmgr), mark_info = HPDF_Dict_New(pdf->mmgr);

	if (tags->failed || !root || !mark_info || HPDF_Xref_Add(pdf->xref, root) != HPDF_OK)
		return -1;
	tags->page_objects = pages;
	tags->n_pages = n_pages;
	tags->root = root->header.obj_id & 0x00ffffffu;
	for (uint32_t i = 0; i < tags->n_elements; i++) {
		if (add_element_object(tags, pdf, i) != 0)
			return -1;
		if (i == 0)
			HPDF_Dict_Add(root, "K", HPDF_Xref_GetEntry(pdf->xref, tags->base)->obj);
	}
	HPDF_Dict_AddName(root, "Type", "StructTreeRoot");
	HPDF_Dict_Add(pdf->catalog, "StructTreeRoot", root);
	HPDF_Dict_AddBoolean(mark_info, "Marked", HPDF_TRUE);
	HPDF_Dict_Add(pdf->catalog, "MarkInfo", mark_info);
	for (uint32_t i = 0; i < n_pages; i++) {
		HPDF_Dict_AddNumber(pages[i], "StructParents", (HPDF_INT32)i);
		HPDF_Dict_AddName(pages[i], "Tabs", "S");
	}
	if (add_names(tags, pdf, root) != 0)
		return -1;
	return add_parents(tags, pdf, root);
}
