/* SPDX-License-Identifier: MIT */
#include "docx/docx_frame.h"

#include "common/write/fill.h"
#include "common/write/number.h"
#include "common/write/origin.h"
#include "common/write/weights.h"
#include "docx/docx_cell.h"
#include "docx/docx_changes.h"
#include "docx/docx_parts.h"
#include "docx/docx_ranking.h"
#include "docx/docx_table.h"
#include "docx/docx_words.h"

static const char *say(const struct docx_book *book, const char *key, const char *english)
{
	return mr_word(book->m, key, english);
}

static void put_line(struct docx_book *book, const char *words, const char *style)
{
	if (!*words)
		return;
	docx_words_begin(book, style);
	docx_words_put(book, words, NULL);
	docx_words_end(book);
}

/* "Selection: words" */
static void put_fact(struct docx_book *book, const char *name, const char *words, const char *url)
{
	const struct mr_where where = {MR_AT_DOCUMENT, 0, 0, NULL};
	bool is_linked;

	if (!*words)
		return;
	docx_words_begin(book, "ComparisonAbout");
	docx_words_put(book, name, NULL);
	docx_words_put(book, ": ", NULL);
	is_linked = *url && docx_words_link(book, url, &where);
	docx_words_put(book, words, is_linked ? "Hyperlink" : NULL);
	if (is_linked)
		docx_words_unlink(book);
	docx_words_end(book);
}

/* ------------------------------------------------------------------ sections */

static void put_size(const struct docx_book *book, struct office_xml *xml, bool is_landscape)
{
	const struct docx_plan *plan = &book->plan;
	static const char *const sides[] = {"w:top", "w:right", "w:bottom", "w:left"};

	office_xml_open(xml, "w:pgSz");
	office_xml_number(xml, "w:w", is_landscape ? plan->paper_height : plan->paper_width);
	office_xml_number(xml, "w:h", is_landscape ? plan->paper_width : plan->paper_height);
	if (is_landscape)
		office_xml_attribute(xml, "w:orient", "landscape");
	office_xml_close(xml);
	office_xml_open(xml, "w:pgMar");
	for (unsigned i = 0; i < 4; i++)
		office_xml_number(xml, sides[i], DOCX_PLAN_MARGIN);
	office_xml_number(xml, "w:header", 500);
	office_xml_number(xml, "w:footer", 500);
	office_xml_number(xml, "w:gutter", 0);
	office_xml_close(xml);
}

static void put_relation(struct office_xml *xml, const char *element, const char *type,
			 const char *id)
{
	office_xml_open(xml, element);
	office_xml_attribute(xml, "w:type", type);
	office_xml_attribute(xml, "r:id", id);
	office_xml_close(xml);
}

/* The first page has the title itself and no header. */
static void put_section(struct docx_book *book, bool is_landscape, bool is_first)
{
	struct office_xml *xml = &book->part->xml;

	office_xml_open(xml, "w:sectPr");
	put_relation(xml, "w:headerReference", "default", "header");
	put_relation(xml, "w:footerReference", "default", "footer");
	if (is_first)
		put_relation(xml, "w:footerReference", "first", "footer");
	office_xml_empty(xml, "w:type", "w:val", "nextPage");
	put_size(book, xml, is_landscape);
	if (is_first)
		office_xml_empty(xml, "w:titlePg", NULL, NULL);
	if (book->m->is_rtl)
		office_xml_empty(xml, "w:bidi", NULL, NULL);
	office_xml_close(xml);
}

/* ------------------------------------------------------------------ before the tables */

static void put_title(struct docx_book *book)
{
	const struct mr_matrix *m = book->m;
	char date[16];

	put_line(book, m->title, "Title");
	put_line(book, m->subtitle, "Subtitle");
	if (m->as_of.year > 0) {
		docx_words_date(date, m->as_of);
		docx_words_begin(book, "ComparisonAbout");
		docx_words_fill(book, say(book, "as_of", "as of {date}"), "date", date, NULL);
		docx_words_end(book);
	}
	put_fact(book, say(book, "selection", "Selection"), m->selection.words, "");
}

static void put_legend(struct docx_book *book)
{
	const struct mr_matrix *m = book->m;
	bool has_any = false;

	docx_words_begin(book, "ComparisonLegend");
	docx_words_put(book, say(book, "legend", "Legend"), NULL);
	docx_words_put(book, ": ", NULL);
	for (uint32_t i = 0; i < m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(m, i);

		if (!status->is_used)
			continue;
		docx_words_put(book, has_any ? "  ·  " : "", NULL);
		docx_words_put(book, status->symbol, docx_cell_style(status->like));
		docx_words_put(book, "\xc2\xa0", NULL);
		docx_words_put(book, status->label, NULL);
		has_any = true;
	}
	docx_words_end(book);
}

/* Names with notes: a head that is repeated on each page is no place for a footnote. */
static void put_product_notes(struct docx_book *book)
{
	bool is_open = false;

	for (uint32_t col = 0; col < book->m->products.n; col++) {
		const struct mr_product *product = mr_product_at(book->m, col);

		if (product->notes.n == 0)
			continue;
		if (!is_open)
			docx_words_begin(book, "ComparisonLegend");
		docx_words_put(book, is_open ? ", " : say(book, "notes", "Notes"), NULL);
		docx_words_put(book, is_open ? "" : ": ", NULL);
		docx_words_put(book, product->name, NULL);
		docx_words_marks(book, &product->notes, true);
		is_open = true;
	}
	if (is_open)
		docx_words_end(book);
}

static void put_weights(struct docx_book *book)
{
	struct out line;

	out_to_memory(&line, 0);
	weights_put_line(&line, book->m);
	put_line(book, line.n ? out_at(&line) : "", "ComparisonAbout");
	out_release(&line);
}

/* ------------------------------------------------------------------ the tables */

/* "products 1–5 of 14" */
static void put_range(struct docx_book *book, const struct docx_group *group)
{
	char from[NUMBER_SIZE], to[NUMBER_SIZE], total[NUMBER_SIZE];
	const struct fill_place places[] = {{"from", from}, {"to", to}, {"total", total}};
	struct out words;

	number_unsigned(from, group->first + 1u);
	number_unsigned(to, group->first + group->n);
	number_unsigned(total, book->m->products.n);
	out_to_memory(&words, 0);
	fill_write(&words, say(book, "products_range", "products {from}–{to} of {total}"), places,
		   3, NULL);
	put_line(book, out_at(&words), "Heading1");
	out_release(&words);
}

static void put_tables(struct docx_book *book)
{
	for (uint32_t i = 0; i < book->plan.n_groups; i++) {
		if (book->plan.n_groups > 1)
			put_range(book, &book->plan.groups[i]);
		docx_table_put(book, &book->plan.groups[i]);
	}
}

/* ------------------------------------------------------------------ behind the tables */

/* "[3] https://…", which leads there. */
static void put_reference(struct docx_book *book, uint32_t index)
{
	const char *url = book->sources.at[index].url;
	const struct mr_where where = {MR_AT_DOCUMENT, 0, 0, NULL};
	char number[NUMBER_SIZE];
	bool is_linked;

	number_unsigned(number, index + 1u);
	docx_words_begin(book, "ComparisonReference");
	docx_words_put(book, "[", NULL);
	docx_words_put(book, number, NULL);
	docx_words_put(book, "]\t", NULL);
	/* one that cannot be a link was told of at its cell */
	is_linked = links_number(&book->part->links, url) > 0 && docx_words_link(book, url, &where);
	docx_words_put(book, url, is_linked ? "Hyperlink" : NULL);
	if (is_linked)
		docx_words_unlink(book);
	docx_words_end(book);
}

static void put_origin(struct docx_book *book)
{
	struct out words;

	out_to_memory(&words, 0);
	origin_put(&words, book->job, NULL);
	put_line(book, out_at(&words), "ComparisonAbout");
	out_release(&words);
}

static void put_about(struct docx_book *book)
{
	const struct mr_matrix *m = book->m;

	if (book->sources.n > 0)
		put_line(book, say(book, "references", "References"), "Heading1");
	for (uint32_t i = 0; i < book->sources.n; i++)
		put_reference(book, i);
	put_fact(book, say(book, "credit", "Credit"), m->credit.text, m->credit.url);
	put_fact(book, say(book, "license", "License"), m->credit.license, "");
	if (*m->selection.words)
		put_fact(book, say(book, "command_line", "Command line"), m->selection.command, "");
	put_origin(book);
	docx_words_begin(book, "ComparisonAbout");
	docx_words_fill(book, say(book, "generated_by", "made with {program}"), "program",
			book->job->generator, NULL);
	docx_words_end(book);
}

/* A paragraph that ends the section of the tables; what follows stands upright on a page of its own. */
static void end_section(struct docx_book *book)
{
	struct office_xml *xml = &book->part->xml;

	office_xml_open(xml, "w:p");
	office_xml_open(xml, "w:pPr");
	office_xml_empty(xml, "w:pStyle", "w:val", "ComparisonCell");
	put_section(book, book->plan.is_landscape, true);
	office_xml_close(xml);
	office_xml_close(xml);
}

void docx_frame_write(struct docx_book *book)
{
	/* many references, and changes, stand better upright; a few lines need no page of their own */
	bool is_apart;

	book->part = &book->body;
	docx_parts_begin(&book->body.xml, "w:document");
	office_xml_open(&book->body.xml, "w:body");
	put_title(book);
	put_legend(book);
	docx_changes_legend(book);
	put_product_notes(book);
	docx_ranking_put(book);
	put_tables(book);
	is_apart = book->plan.is_landscape && (book->sources.n > 0 || book->m->since);
	if (is_apart)
		end_section(book);
	put_weights(book);
	docx_changes_list(book);
	put_about(book);
	put_section(book, book->plan.is_landscape && !is_apart, !is_apart);
	office_xml_close(&book->body.xml);
}

/* ------------------------------------------------------------------ header and footer */

void docx_frame_header(struct docx_book *book, struct docx_part *part)
{
	book->part = part;
	docx_parts_begin(&part->xml, "w:hdr");
	docx_words_begin(book, "Header");
	docx_words_put(book, book->m->title, NULL);
	docx_words_end(book);
}

static void put_field(struct docx_book *book, const char *code)
{
	office_xml_open(&book->part->xml, "w:fldSimple");
	office_xml_attribute(&book->part->xml, "w:instr", code);
	docx_words_put(book, "1", NULL);
	office_xml_close(&book->part->xml);
}

/* "page {n} of {total}" with fields in its places. */
static void put_page(struct docx_book *book, const char *pattern)
{
	while (*pattern) {
		const char *place = strchr(pattern, '{'), *end = place ? strchr(place, '}') : NULL;

		if (!end) {
			docx_words_put(book, pattern, NULL);
			return;
		}
		docx_words_run(book, pattern, (size_t)(place - pattern), NULL);
		if (strncmp(place, "{n}", 3) == 0)
			put_field(book, " PAGE ");
		else if (strncmp(place, "{total}", 7) == 0)
			put_field(book, " NUMPAGES ");
		pattern = end + 1;
	}
}

void docx_frame_footer(struct docx_book *book, struct docx_part *part)
{
	const struct mr_credit *credit = &book->m->credit;

	book->part = part;
	docx_parts_begin(&part->xml, "w:ftr");
	docx_words_begin(book, "Footer");
	docx_words_put(book, credit->text, NULL);
	docx_words_put(book, *credit->text && *credit->license ? ", " : "", NULL);
	docx_words_put(book, credit->license, NULL);
	docx_words_put(book, *credit->text || *credit->license ? "  ·  " : "", NULL);
	put_page(book, say(book, "page", "page {n} of {total}"));
	docx_words_end(book);
}
