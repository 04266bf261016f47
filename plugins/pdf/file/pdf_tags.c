/* SPDX-License-Identifier: MIT */
#include "pdf/file/pdf_tags.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/file/pdf_tags_private.h"

static const char *const names[PDF_N_TAGS] = {
	"Document", "Sect",      "H1",   "H2",     "H3",   "P",   "Table", "THead",
	"TBody",    "TR",        "TH",   "TD",     "L",    "LI",  "Lbl",   "LBody",
	"Link",     "Reference", "Note", "Figure", "Span", "TOC", "TOCI",  "Form"};

const char *pdf_tags_name(enum pdf_tag tag)
{
	return names[tag];
}

/* `at` with room for one more; `at` itself, and `failed`, when memory ran out. */
static void *roomy(struct pdf_tags *tags, void *at, uint32_t n, uint32_t *size, size_t each)
{
	uint32_t wanted = *size ? *size + *size / 2 : 64;
	void *grown;

	if (n < *size || tags->failed)
		return at;
	grown = wanted > n ? realloc(at, wanted * each) : NULL;
	if (!grown) {
		tags->failed = true;
		return at;
	}
	*size = wanted;
	return grown;
}

static void add_kid(struct pdf_tags *tags, uint32_t element, uint32_t value, uint32_t page_kind)
{
	struct element *e = &tags->elements[element];

	tags->kids = roomy(tags, tags->kids, tags->n_kids, &tags->kids_size, sizeof(*tags->kids));
	if (tags->failed)
		return;
	tags->kids[tags->n_kids] = (struct kid){NONE, value, page_kind};
	if (e->first_kid == NONE)
		e->first_kid = tags->n_kids;
	else
		tags->kids[e->last_kid].next = tags->n_kids;
	e->last_kid = tags->n_kids++;
}

static uint32_t add_element(struct pdf_tags *tags, uint32_t parent, enum pdf_tag tag)
{
	tags->elements = roomy(tags, tags->elements, tags->n_elements, &tags->elements_size,
			       sizeof(*tags->elements));
	if (tags->failed)
		return PDF_TAGS_ROOT;
	tags->elements[tags->n_elements] = (struct element){
		.parent = parent, .first_kid = NONE, .page = NONE, .tag = (uint8_t)tag};
	return tags->n_elements++;
}

struct pdf_tags *pdf_tags_new(void)
{
	struct pdf_tags *tags = calloc(1, sizeof(*tags));

	if (!tags)
		return NULL;
	out_to_memory(&tags->actuals, 0);
	add_element(tags, 0, PDF_TAG_DOCUMENT);
	if (tags->failed) {
		free(tags);
		return NULL;
	}
	return tags;
}

void pdf_tags_free(struct pdf_tags *tags)
{
	if (!tags)
		return;
	for (uint32_t i = 0; i < tags->pages_size; i++)
		free(tags->pages[i].at);
	free(tags->pages);
	free(tags->annotations.at);
	free(tags->elements);
	free(tags->kids);
	free(tags->extras);
	free(tags->leaves);
	out_release(&tags->actuals);
	free(tags);
}

uint32_t pdf_tags_add(struct pdf_tags *tags, uint32_t parent, enum pdf_tag tag)
{
	uint32_t element = add_element(tags, parent, tag);

	if (element != PDF_TAGS_ROOT)
		add_kid(tags, parent, element, KID_ELEMENT);
	return element;
}

void pdf_tags_set_cell(struct pdf_tags *tags, uint32_t element, enum pdf_scope scope,
		       uint32_t colspan)
{
	tags->elements[element].scope = (uint8_t)scope;
	tags->elements[element].colspan = (uint16_t)colspan;
}

static struct extra *extra_of(struct pdf_tags *tags, uint32_t element)
{
	struct element *e = &tags->elements[element];

	if (e->extra == 0) {
		tags->extras = roomy(tags, tags->extras, tags->n_extras, &tags->extras_size,
				     sizeof(*tags->extras));
		if (tags->failed)
			return NULL;
		memset(&tags->extras[tags->n_extras], 0, sizeof(*tags->extras));
		e->extra = ++tags->n_extras;
	}
	return &tags->extras[e->extra - 1];
}

void pdf_tags_set_figure(struct pdf_tags *tags, uint32_t element, const char *alt,
			 const float box[4])
{
	struct extra *extra = extra_of(tags, element);

	if (!extra)
		return;
	extra->alt = alt;
	memcpy(extra->box, box, sizeof(extra->box));
}

void pdf_tags_set_id(struct pdf_tags *tags, uint32_t element, const char *prefix, uint32_t number)
{
	struct extra *extra = extra_of(tags, element);

	if (!extra)
		return;
	extra->id_prefix = prefix;
	extra->id = number;
}

void pdf_tags_set_actual(struct pdf_tags *tags, uint32_t element, const char *text, size_t n)
{
	struct extra *extra = extra_of(tags, element);

	if (!extra)
		return;
	extra->actual = tags->actuals.n + 1;
	out_bytes(&tags->actuals, text, n);
	out_char(&tags->actuals, '\0');
	tags->failed = tags->failed || tags->actuals.failed;
}

static uint32_t add_owner(struct pdf_tags *tags, struct owners *owners, uint32_t element)
{
	owners->at = roomy(tags, owners->at, owners->n, &owners->size, sizeof(*owners->at));
	if (tags->failed)
		return 0;
	owners->at[owners->n] = element;
	return owners->n++;
}

uint32_t pdf_tags_mark(struct pdf_tags *tags, uint32_t element, uint32_t page)
{
	struct element *e = &tags->elements[element];
	uint32_t before = tags->pages_size, number;

	while (page >= tags->pages_size) {
		tags->pages =
			roomy(tags, tags->pages, before, &tags->pages_size, sizeof(*tags->pages));
		if (tags->failed)
			return 0;
		memset(&tags->pages[before], 0, (tags->pages_size - before) * sizeof(*tags->pages));
		before = tags->pages_size;
	}
	number = add_owner(tags, &tags->pages[page], element);
	if (e->page == NONE)
		e->page = page;
	add_kid(tags, element, number, page * 4 + KID_MARK);
	return number;
}

uint32_t pdf_tags_annotation(struct pdf_tags *tags, uint32_t element, uint32_t page,
			     uint32_t object)
{
	add_kid(tags, element, object, page * 4 + KID_ANNOTATION);
	return add_owner(tags, &tags->annotations, element);
}

uint32_t pdf_tags_key_offset(const struct pdf_tags *tags)
{
	return tags->n_pages;
}
