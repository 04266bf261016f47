/* SPDX-License-Identifier: MIT */
#include "docx/docx_notes.h"

#include "docx/docx_parts.h"
#include "docx/docx_words.h"

/* The lines above footnotes, which every document has (17.11.23). */
static void put_separator(struct docx_book *book, const char *type, long id, const char *element)
{
	struct office_xml *xml = &book->part->xml;

	office_xml_open(xml, "w:footnote");
	office_xml_attribute(xml, "w:type", type);
	office_xml_number(xml, "w:id", id);
	office_xml_open(xml, "w:p");
	office_xml_open(xml, "w:r");
	office_xml_empty(xml, element, NULL, NULL);
	for (unsigned i = 0; i < 3; i++)
		office_xml_close(xml);
}

static void put_note(struct docx_book *book, uint32_t index)
{
	struct office_xml *xml = &book->part->xml;
	const struct mr_where where = {MR_AT_NOTE, index, 0, NULL};

	office_xml_open(xml, "w:footnote");
	office_xml_number(xml, "w:id", (long)index + 1);
	docx_words_begin(book, "FootnoteText");
	office_xml_open(xml, "w:r");
	office_xml_open(xml, "w:rPr");
	office_xml_empty(xml, "w:rStyle", "w:val", "FootnoteReference");
	office_xml_close(xml);
	office_xml_empty(xml, "w:footnoteRef", NULL, NULL);
	office_xml_close(xml);
	docx_words_put(book, " ", NULL);
	docx_words_text(book, mr_note_at(book->m, index)->text, "", &where);
	docx_words_end(book);
	office_xml_close(xml);
}

void docx_notes_write(struct docx_book *book)
{
	book->part = &book->notes;
	docx_parts_begin(&book->notes.xml, "w:footnotes");
	put_separator(book, "separator", -1, "w:separator");
	put_separator(book, "continuationSeparator", 0, "w:continuationSeparator");
	for (uint32_t i = 0; i < book->m->notes.n; i++)
		put_note(book, i);
}
