/* SPDX-License-Identifier: MIT */
#include "docx/docx_words.h"

#include "common/office/office_address.h"
#include "common/office/office_plain.h"
#include "common/write/fill.h"
#include "common/write/number.h"
#include "common/write/out.h"
#include "common/write/utf8.h"

#include <stdio.h>
#include <stdlib.h>

static struct office_xml *xml_of(struct docx_book *book)
{
	return &book->part->xml;
}

void docx_words_begin(struct docx_book *book, const char *style)
{
	struct office_xml *xml = xml_of(book);

	office_xml_open(xml, "w:p");
	office_xml_open(xml, "w:pPr");
	office_xml_empty(xml, "w:pStyle", "w:val", style);
	if (book->m->is_rtl)
		office_xml_empty(xml, "w:bidi", NULL, NULL);
	office_xml_close(xml);
}

void docx_words_end(struct docx_book *book)
{
	office_xml_close(xml_of(book));
}

/* ------------------------------------------------------------------ runs */

struct run {
	const char *style;
	bool is_bold, is_italic, is_linked;
};

/* The order of properties is the schema's (17.3.2, CT_RPr). */
static void put_properties(struct office_xml *xml, const struct run *run, bool is_rtl)
{
	const char *style = run->style ? run->style : run->is_linked ? "Hyperlink" : NULL;

	if (!style && !run->is_bold && !run->is_italic && !is_rtl)
		return;
	office_xml_open(xml, "w:rPr");
	if (style)
		office_xml_empty(xml, "w:rStyle", "w:val", style);
	if (run->is_bold) {
		office_xml_empty(xml, "w:b", NULL, NULL);
		office_xml_empty(xml, "w:bCs", NULL, NULL);
	}
	if (run->is_italic) {
		office_xml_empty(xml, "w:i", NULL, NULL);
		office_xml_empty(xml, "w:iCs", NULL, NULL);
	}
	if (is_rtl)
		office_xml_empty(xml, "w:rtl", NULL, NULL);
	office_xml_close(xml);
}

static void put_letters(struct office_xml *xml, const char *letters, size_t n)
{
	if (n == 0)
		return;
	office_xml_open(xml, "w:t");
	office_xml_attribute(xml, "xml:space", "preserve");
	office_xml_text(xml, letters, n);
	office_xml_close(xml);
}

static void put_run(struct docx_book *book, const char *letters, size_t n, const struct run *run)
{
	struct office_xml *xml = xml_of(book);

	if (n == 0)
		return;
	office_xml_open(xml, "w:r");
	put_properties(xml, run, office_plain_begins_from_right(letters, n));
	for (size_t at = 0, from = 0; at <= n; at++) {
		if (at < n && letters[at] != '\n' && letters[at] != '\t')
			continue;
		put_letters(xml, letters + from, at - from);
		if (at < n)
			office_xml_empty(xml, letters[at] == '\n' ? "w:br" : "w:tab", NULL, NULL);
		from = at + 1;
	}
	office_xml_close(xml);
}

void docx_words_run(struct docx_book *book, const char *letters, size_t n, const char *style)
{
	put_run(book, letters, n, &(struct run){.style = style});
}

void docx_words_put(struct docx_book *book, const char *letters, const char *style)
{
	docx_words_run(book, letters, strlen(letters), style);
}

void docx_words_fill(struct docx_book *book, const char *pattern, const char *name,
		     const char *value, const char *style)
{
	const struct fill_place place = {name, value};
	struct out words;

	out_to_memory(&words, 0);
	fill_write(&words, pattern, &place, 1, NULL);
	docx_words_run(book, out_at(&words), words.n, style);
	out_release(&words);
}

/* ------------------------------------------------------------------ links */

static void tell(struct docx_book *book, enum office_address why, const struct mr_where *where)
{
	if (why == OFFICE_ADDRESS_LONG)
		book->job->diag(
			book->job, MR_WARNING, where,
			"an address is longer than the %d characters that office programs take; the words lead nowhere",
			OFFICE_ADDRESS_MAX);
	else if (why == OFFICE_ADDRESS_BAD)
		book->job->diag(
			book->job, MR_WARNING, where,
			"an address is none that office programs take; the words lead nowhere");
}

bool docx_words_link(struct docx_book *book, const char *url, const struct mr_where *where)
{
	struct out address;
	enum office_address is;
	char id[NUMBER_SIZE + 1] = "L";

	out_to_memory(&address, 0);
	is = office_address_put(&address, url);
	out_release(&address);
	if (is != OFFICE_ADDRESS_GOOD) {
		tell(book, is, where);
		return false;
	}
	number_unsigned(id + 1, links_add(&book->part->links, url, 0));
	office_xml_open(xml_of(book), "w:hyperlink");
	office_xml_attribute(xml_of(book), "r:id", id);
	return true;
}

void docx_words_unlink(struct docx_book *book)
{
	office_xml_close(xml_of(book));
}

/* ------------------------------------------------------------------ rich texts */

static void put_span(struct docx_book *book, const struct mr_span *span, bool is_linked)
{
	struct run run = {.is_linked = is_linked};

	switch (span->kind) {
	case MR_SPAN_CODE: run.style = "ComparisonCode"; break;
	case MR_SPAN_EMPHASIS: run.is_italic = true; break;
	case MR_SPAN_STRONG: run.is_bold = true; break;
	case MR_SPAN_STRONG_EMPHASIS: run.is_bold = run.is_italic = true; break;
	default: break;
	}
	put_run(book, span->text, span->n_bytes, &run);
}

void docx_words_text(struct docx_book *book, const struct mr_text *text, const char *url,
		     const struct mr_where *where)
{
	const char *open = "";
	bool is_linked = false;

	for (uint32_t i = 0; i < text->spans.n; i++) {
		const struct mr_span *span = mr_span_at(text, i);
		const char *target = *span->url ? span->url : url;

		if (target != open) {
			if (is_linked)
				docx_words_unlink(book);
			is_linked = *target && docx_words_link(book, target, where);
			open = target;
		}
		put_span(book, span, is_linked);
	}
	if (is_linked)
		docx_words_unlink(book);
}

/* ------------------------------------------------------------------ notes */

/* <w:bookmarkStart w:id="3" w:name="_note3"/>: what the fields of further marks look for. */
static void put_reference(struct docx_book *book, uint32_t index)
{
	struct office_xml *xml = xml_of(book);
	char name[NUMBER_SIZE + 5] = "_note", id[NUMBER_SIZE];

	number_unsigned(name + 5, index + 1u);
	number_unsigned(id, index + 1u);
	office_xml_open(xml, "w:bookmarkStart");
	office_xml_attribute(xml, "w:id", id);
	office_xml_attribute(xml, "w:name", name);
	office_xml_close(xml);
	office_xml_open(xml, "w:r");
	put_properties(xml, &(struct run){.style = "FootnoteReference"}, false);
	office_xml_empty(xml, "w:footnoteReference", "w:id", id);
	office_xml_close(xml);
	office_xml_empty(xml, "w:bookmarkEnd", "w:id", id);
}

static void put_field(struct docx_book *book, uint32_t index)
{
	struct office_xml *xml = xml_of(book);
	char code[64], number[NUMBER_SIZE];

	snprintf(code, sizeof(code), " NOTEREF _note%u \\f \\h ", (unsigned)index + 1u);
	number_unsigned(number, book->numbers[index]);
	office_xml_open(xml, "w:fldSimple");
	office_xml_attribute(xml, "w:instr", code);
	docx_words_put(book, number, "FootnoteReference");
	office_xml_close(xml);
}

void docx_words_marks(struct docx_book *book, const struct mr_array *notes, bool may_refer)
{
	for (uint32_t i = 0; i < notes->n; i++) {
		uint32_t index = mr_index_at(notes, i);

		if (index >= book->m->notes.n)
			continue;
		if (i > 0)
			docx_words_put(book, ",", "FootnoteReference");
		if (book->numbers[index] > 0 || !may_refer) {
			put_field(book, index);
			continue;
		}
		book->numbers[index] = ++book->n_numbers;
		put_reference(book, index);
	}
}

void docx_words_date(char text[16], struct mr_date date)
{
	snprintf(text, 16, "%04u-%02u-%02u", (unsigned)date.year % 10000u,
		 (unsigned)date.month % 100u, (unsigned)date.day % 100u);
}
