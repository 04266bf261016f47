/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_fields.h"

#include <hpdf_list.h>
#include <stdlib.h>

#include "pdf/file/pdf_font_simple.h"
#include "pdf/file/pdf_slim.h"

#define MULTILINE 4096u /* /Ff, bit 13 (ISO 32000-1, table 228) */
#define BORDER 0.5f
#define FONT "Body" /* in the resources of the form */
#define NUMBER_OF(object) ((object)->header.obj_id & 0x00ffffffu)

struct field {
	struct field *next;
	struct pdf_fields *all;
	struct pdf_field said;
	uint32_t object, appearance, parent_key;
};

struct pdf_fields {
	struct pdf_doc *doc;
	struct field *first, *last;
	uint32_t font; /* object */
	bool failed;
};

struct pdf_fields *pdf_fields_new(struct pdf_doc *doc)
{
	struct pdf_fields *fields = calloc(1, sizeof(*fields));

	if (fields)
		fields->doc = doc;
	return fields;
}

void pdf_fields_free(struct pdf_fields *fields)
{
	if (!fields)
		return;
	while (fields->first) {
		struct field *next = fields->first->next;

		free(fields->first);
		fields->first = next;
	}
	free(fields);
}

/* ---- appearances */

/* The edge of an empty field, and the place where a reader puts what is typed (ISO 32000-1, 12.7.3.3). */
static void put_look(struct out *out, float width, float height)
{
	out_string(out, "q 0.55 G 0.5 w 0.25 0.25 ");
	out_decimal(out, width - BORDER, 2);
	out_char(out, ' ');
	out_decimal(out, height - BORDER, 2);
	out_string(out, " re S Q\n/Tx BMC\nEMC\n");
}

/* One for each field, since programs write into it what was typed. */
static uint32_t add_look(struct pdf_fields *fields, float width, float height)
{
	HPDF_Doc haru = pdf_doc_haru(fields->doc);
	HPDF_Dict form = HPDF_DictStream_New(haru->mmgr, haru->xref);
	HPDF_Array box = HPDF_Array_New(haru->mmgr);
	HPDF_STATUS status = HPDF_OK;
	struct out out;

	if (!form || !box)
		return 0;
	status |= HPDF_Dict_AddName(form, "Type", "XObject");
	status |= HPDF_Dict_AddName(form, "Subtype", "Form");
	status |= HPDF_Dict_Add(form, "BBox", box);
	status |= HPDF_Array_AddNumber(box, 0);
	status |= HPDF_Array_AddNumber(box, 0);
	status |= HPDF_Array_AddReal(box, width);
	status |= HPDF_Array_AddReal(box, height);
	status |= HPDF_Dict_Add(form, "Resources", HPDF_Dict_New(haru->mmgr));
	out_to_memory(&out, 0);
	put_look(&out, width, height);
	status |=
		HPDF_Stream_Write(form->stream, (const HPDF_BYTE *)out_at(&out), (HPDF_UINT)out.n);
	out_release(&out);
	return status == HPDF_OK ? NUMBER_OF(form) : 0;
}

/* ---- fields */

static void put_typed(struct pdf_slim *s, float size)
{
	pdf_slim_string(s, "/DA(/" FONT " ");
	pdf_slim_decimal(s, size);
	pdf_slim_string(s, " Tf 0 g)");
}

static HPDF_STATUS write_field(HPDF_Dict dict, HPDF_Stream stream)
{
	const struct field *field = dict->attr;
	const struct pdf_field *said = &field->said;
	const float sides[4] = {said->box.left, said->box.bottom, said->box.right, said->box.top};
	struct pdf_tags *tags = pdf_doc_tags(field->all->doc);
	struct pdf_slim s;

	pdf_slim_begin(&s, stream);
	pdf_slim_string(&s, "/Type/Annot/Subtype/Widget/FT/Tx/Ff ");
	pdf_slim_number(&s, MULTILINE);
	pdf_slim_string(&s, "/F 4/Rect[");
	for (int i = 0; i < 4; i++) {
		pdf_slim_string(&s, i ? " " : "");
		pdf_slim_decimal(&s, sides[i]);
	}
	pdf_slim_string(&s, "]/StructParent ");
	pdf_slim_number(&s, field->parent_key + pdf_tags_key_offset(tags));
	pdf_slim_string(&s, "/T");
	pdf_slim_text(&s, said->name);
	pdf_slim_string(&s, "/TU");
	pdf_slim_text(&s, said->said);
	put_typed(&s, said->size);
	pdf_slim_string(&s, said->is_rtl ? "/Q 2" : "");
	pdf_slim_string(&s, "/MK<</BC[0.55]>>/BS<</W 0.5/S/S>>/AP<</N ");
	pdf_slim_number(&s, field->appearance);
	pdf_slim_string(&s, " 0 R>>");
	return pdf_slim_end(&s);
}

static HPDF_Dict add_slim(struct pdf_fields *fields, void *attr, HPDF_Dict_OnWriteFunc write)
{
	HPDF_Doc haru = pdf_doc_haru(fields->doc);
	HPDF_Dict dict = HPDF_Dict_New(haru->mmgr);

	if (!dict || HPDF_Xref_Add(haru->xref, dict) != HPDF_OK)
		return NULL;
	dict->attr = attr;
	dict->write_fn = write;
	return dict;
}

void pdf_fields_add(struct pdf_fields *fields, uint32_t sheet, const struct pdf_field *said,
		    uint32_t element)
{
	struct field *field = calloc(1, sizeof(*field));
	HPDF_Dict dict = field ? add_slim(fields, field, write_field) : NULL;

	if (!dict) {
		free(field);
		fields->failed = true;
		return;
	}
	*field = (struct field){.all = fields, .said = *said, .object = NUMBER_OF(dict)};
	if (fields->last)
		fields->last->next = field;
	else
		fields->first = field;
	fields->last = field;
	field->appearance = add_look(fields, said->box.right - said->box.left,
				     said->box.top - said->box.bottom);
	field->parent_key =
		pdf_doc_annotation(fields->doc, sheet, field->object,
				   pdf_tags_add(pdf_doc_tags(fields->doc), element, PDF_TAG_FORM));
	fields->failed = fields->failed || field->appearance == 0;
}

/* ---- the form */

static HPDF_STATUS write_form(HPDF_Dict dict, HPDF_Stream stream)
{
	const struct pdf_fields *fields = dict->attr;
	struct pdf_slim s;

	pdf_slim_begin(&s, stream);
	pdf_slim_string(&s, "/Fields[");
	for (const struct field *field = fields->first; field; field = field->next) {
		pdf_slim_string(&s, field == fields->first ? "" : " ");
		pdf_slim_number(&s, field->object);
		pdf_slim_string(&s, " 0 R");
	}
	pdf_slim_string(&s, "]/DR<</Font<</" FONT " ");
	pdf_slim_number(&s, fields->font);
	pdf_slim_string(&s, " 0 R>>>>");
	put_typed(&s, fields->first->said.size);
	return pdf_slim_end(&s);
}

int pdf_fields_finish(struct pdf_fields *fields, struct pdf_fonts *fonts, const char **problem)
{
	HPDF_Dict form, font = NULL;
	HPDF_Doc haru = pdf_doc_haru(fields->doc);

	*problem = "out of memory";
	if (fields->failed)
		return -1;
	if (!fields->first)
		return 0;
	if (pdf_font_simple(fonts, &font) != 0)
		return -1;
	if (!font) {
		*problem = "no font at hand has the outlines that a form is typed in: install one "
			   "with TrueType outlines, such as fonts-dejavu-core";
		return -1;
	}
	form = add_slim(fields, fields, write_form);
	fields->font = NUMBER_OF(font);
	return form && HPDF_Dict_Add(haru->catalog, "AcroForm", form) == HPDF_OK ? 0 : -1;
}
