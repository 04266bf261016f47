/* SPDX-License-Identifier: MIT */
#include "docx/docx_styles.h"

#include "common/scene/palette.h"
#include "docx/docx_parts.h"

#include <stdio.h>

/* A style of paragraphs or letters.  Sizes are half points, distances twips; 0 and null: as the style below. */
struct style {
	const char *id, *name, *below;
	enum palette_role colour; /* PALETTE_NONE: as below */
	unsigned size, before, after;
	unsigned hanging; /* of all lines but the first */
	bool is_letters, is_bold, is_italic, is_raised, is_underlined, is_kept;
	const char *font;
	uint8_t outline; /* level of a heading from 1 */
};

static const struct style styles[] = {
	{.id = "Title",
	 .name = "Title",
	 .below = "Normal",
	 .colour = PALETTE_ACCENT,
	 .size = 40,
	 .after = 40,
	 .is_kept = true},
	{.id = "Subtitle",
	 .name = "Subtitle",
	 .below = "Normal",
	 .colour = PALETTE_MUTED,
	 .size = 26,
	 .after = 80,
	 .is_kept = true},
	{.id = "Heading1",
	 .name = "heading 1",
	 .below = "Normal",
	 .colour = PALETTE_ACCENT,
	 .size = 28,
	 .before = 240,
	 .after = 80,
	 .is_bold = true,
	 .is_kept = true,
	 .outline = 1},
	{.id = "Header", .name = "header", .below = "Normal", .colour = PALETTE_MUTED, .size = 17},
	{.id = "Footer", .name = "footer", .below = "Normal", .colour = PALETTE_MUTED, .size = 17},
	{.id = "FootnoteText", .name = "footnote text", .below = "Normal", .size = 17},
	{.id = "ComparisonAbout",
	 .name = "Comparison About",
	 .below = "Normal",
	 .colour = PALETTE_MUTED,
	 .size = 19,
	 .before = 60,
	 .after = 60},
	{.id = "ComparisonLegend",
	 .name = "Comparison Legend",
	 .below = "Normal",
	 .size = 19,
	 .before = 60,
	 .after = 120},
	{.id = "ComparisonReference",
	 .name = "Comparison Reference",
	 .below = "Normal",
	 .size = 18,
	 .after = 20},
	{.id = "ComparisonChange",
	 .name = "Comparison Change",
	 .below = "Normal",
	 .size = 18,
	 .after = 20,
	 .hanging = 340},
	{.id = "ComparisonCell",
	 .name = "Comparison Cell",
	 .below = "Normal",
	 .size = 17,
	 .before = 20,
	 .after = 20},
	{.id = "ComparisonHead",
	 .name = "Comparison Head",
	 .below = "ComparisonCell",
	 .is_bold = true,
	 .is_kept = true},
	{.id = "ComparisonCategory",
	 .name = "Comparison Category",
	 .below = "ComparisonCell",
	 .size = 19,
	 .before = 60,
	 .is_bold = true,
	 .is_kept = true},
	{.id = "ComparisonFeature", .name = "Comparison Feature", .below = "ComparisonCell"},
	{.id = "ComparisonDescription",
	 .name = "Comparison Description",
	 .below = "ComparisonCell",
	 .colour = PALETTE_MUTED,
	 .size = 15},
	{.id = "Hyperlink",
	 .name = "Hyperlink",
	 .colour = PALETTE_ACCENT,
	 .is_letters = true,
	 .is_underlined = true},
	{.id = "FootnoteReference",
	 .name = "footnote reference",
	 .is_letters = true,
	 .is_raised = true},
	{.id = "ComparisonDetail",
	 .name = "Comparison Detail",
	 .colour = PALETTE_MUTED,
	 .size = 15,
	 .is_letters = true},
	{.id = "ComparisonCode", .name = "Comparison Code", .is_letters = true, .font = "Consolas"},
	{.id = "StatusYes",
	 .name = "Status Yes",
	 .colour = PALETTE_YES_TEXT,
	 .is_letters = true,
	 .is_bold = true},
	{.id = "StatusPartial",
	 .name = "Status Partial",
	 .colour = PALETTE_PARTIAL_TEXT,
	 .is_letters = true,
	 .is_bold = true},
	{.id = "StatusNo",
	 .name = "Status No",
	 .colour = PALETTE_NO_TEXT,
	 .is_letters = true,
	 .is_bold = true},
	{.id = "StatusUnknown",
	 .name = "Status Unknown",
	 .colour = PALETTE_UNKNOWN_TEXT,
	 .is_letters = true,
	 .is_bold = true},
	{.id = "StatusNA",
	 .name = "Status Not Applicable",
	 .colour = PALETTE_NA_TEXT,
	 .is_letters = true,
	 .is_bold = true},
};

static void put_number(struct office_xml *xml, const char *element, int64_t value)
{
	office_xml_open(xml, element);
	office_xml_number(xml, "w:val", value);
	office_xml_close(xml);
}

static void put_colour(struct office_xml *xml, enum palette_role role)
{
	char digits[8];

	snprintf(digits, sizeof(digits), "%06X", (unsigned)palette_rgb(PALETTE_LIGHT, role));
	office_xml_empty(xml, "w:color", "w:val", digits);
}

static void put_fonts(struct office_xml *xml, const char *font, const char *complex_)
{
	office_xml_open(xml, "w:rFonts");
	office_xml_attribute(xml, "w:ascii", font);
	office_xml_attribute(xml, "w:hAnsi", font);
	office_xml_attribute(xml, "w:cs", complex_);
	office_xml_close(xml);
}

/* The order of elements is the schema's (17.3.1.26 and 17.3.2.28). */
static void put_paragraph(struct office_xml *xml, const struct style *style)
{
	office_xml_open(xml, "w:pPr");
	if (style->is_kept) {
		office_xml_empty(xml, "w:keepNext", NULL, NULL);
		office_xml_empty(xml, "w:keepLines", NULL, NULL);
	}
	if (style->before || style->after) {
		office_xml_open(xml, "w:spacing");
		office_xml_number(xml, "w:before", style->before);
		office_xml_number(xml, "w:after", style->after);
		office_xml_close(xml);
	}
	if (style->hanging) {
		office_xml_open(xml, "w:ind");
		office_xml_number(xml, "w:left", style->hanging);
		office_xml_number(xml, "w:hanging", style->hanging);
		office_xml_close(xml);
	}
	if (style->outline)
		put_number(xml, "w:outlineLvl", style->outline - 1);
	office_xml_close(xml);
}

static void put_letters(struct office_xml *xml, const struct style *style)
{
	office_xml_open(xml, "w:rPr");
	if (style->font)
		put_fonts(xml, style->font, style->font);
	if (style->is_bold) {
		office_xml_empty(xml, "w:b", NULL, NULL);
		office_xml_empty(xml, "w:bCs", NULL, NULL);
	}
	if (style->colour != PALETTE_NONE)
		put_colour(xml, style->colour);
	if (style->size) {
		put_number(xml, "w:sz", style->size);
		put_number(xml, "w:szCs", style->size);
	}
	if (style->is_underlined)
		office_xml_empty(xml, "w:u", "w:val", "single");
	if (style->is_raised)
		office_xml_empty(xml, "w:vertAlign", "w:val", "superscript");
	office_xml_close(xml);
}

static void put_style(struct office_xml *xml, const struct style *style)
{
	office_xml_open(xml, "w:style");
	office_xml_attribute(xml, "w:type", style->is_letters ? "character" : "paragraph");
	if (strncmp(style->id, "Comparison", 10) == 0 || strncmp(style->id, "Status", 6) == 0)
		office_xml_number(xml, "w:customStyle", 1);
	office_xml_attribute(xml, "w:styleId", style->id);
	office_xml_empty(xml, "w:name", "w:val", style->name);
	office_xml_empty(xml, "w:basedOn", "w:val",
			 style->is_letters ? "DefaultParagraphFont" : style->below);
	office_xml_empty(xml, "w:qFormat", NULL, NULL);
	if (!style->is_letters)
		put_paragraph(xml, style);
	put_letters(xml, style);
	office_xml_close(xml);
}

/* ------------------------------------------------------------------ what all have below */

static void put_defaults(const struct docx_book *book, struct office_xml *xml)
{
	office_xml_open(xml, "w:docDefaults");
	office_xml_open(xml, "w:rPrDefault");
	office_xml_open(xml, "w:rPr");
	put_fonts(xml, "Calibri", "Arial");
	put_number(xml, "w:sz", 21);
	put_number(xml, "w:szCs", 21);
	office_xml_open(xml, "w:lang");
	office_xml_attribute(xml, "w:val", book->m->language);
	office_xml_attribute(xml, "w:eastAsia", book->m->language);
	office_xml_attribute(xml, "w:bidi", book->m->language);
	for (unsigned i = 0; i < 3; i++)
		office_xml_close(xml);
	office_xml_empty(xml, "w:pPrDefault", NULL, NULL);
	office_xml_close(xml);
}

static void put_default(struct office_xml *xml, const char *type, const char *id, const char *name)
{
	office_xml_open(xml, "w:style");
	office_xml_attribute(xml, "w:type", type);
	office_xml_number(xml, "w:default", 1);
	office_xml_attribute(xml, "w:styleId", id);
	office_xml_empty(xml, "w:name", "w:val", name);
}

static void put_margins(struct office_xml *xml)
{
	static const char *const sides[] = {"w:top", "w:left", "w:bottom", "w:right"};

	office_xml_open(xml, "w:tblCellMar");
	for (unsigned i = 0; i < 4; i++) {
		office_xml_open(xml, sides[i]);
		office_xml_number(xml, "w:w", i % 2 ? 80 : 15);
		office_xml_attribute(xml, "w:type", "dxa");
		office_xml_close(xml);
	}
	office_xml_close(xml);
}

static void put_border(struct office_xml *xml, const char *side, long size, enum palette_role role)
{
	char digits[8];

	snprintf(digits, sizeof(digits), "%06X", (unsigned)palette_rgb(PALETTE_LIGHT, role));
	office_xml_open(xml, side);
	office_xml_attribute(xml, "w:val", "single");
	office_xml_number(xml, "w:sz", size);
	office_xml_number(xml, "w:space", 0);
	office_xml_attribute(xml, "w:color", digits);
	office_xml_close(xml);
}

/* The head's ground and the line under it. */
static void put_first_row(struct office_xml *xml)
{
	char digits[8];

	snprintf(digits, sizeof(digits), "%06X",
		 (unsigned)palette_rgb(PALETTE_LIGHT, PALETTE_ACCENT_SOFT));
	office_xml_open(xml, "w:tblStylePr");
	office_xml_attribute(xml, "w:type", "firstRow");
	office_xml_open(xml, "w:tcPr");
	office_xml_open(xml, "w:tcBorders");
	put_border(xml, "w:bottom", 12, PALETTE_ACCENT);
	office_xml_close(xml);
	office_xml_open(xml, "w:shd");
	office_xml_attribute(xml, "w:val", "clear");
	office_xml_attribute(xml, "w:color", "auto");
	office_xml_attribute(xml, "w:fill", digits);
	for (unsigned i = 0; i < 3; i++)
		office_xml_close(xml);
}

static void put_table(struct office_xml *xml)
{
	static const char *const sides[] = {"w:top",   "w:left",    "w:bottom",
					    "w:right", "w:insideH", "w:insideV"};

	office_xml_open(xml, "w:style");
	office_xml_attribute(xml, "w:type", "table");
	office_xml_number(xml, "w:customStyle", 1);
	office_xml_attribute(xml, "w:styleId", "ComparisonTable");
	office_xml_empty(xml, "w:name", "w:val", "Comparison Table");
	office_xml_empty(xml, "w:basedOn", "w:val", "TableNormal");
	office_xml_empty(xml, "w:qFormat", NULL, NULL);
	office_xml_open(xml, "w:tblPr");
	office_xml_open(xml, "w:tblBorders");
	for (unsigned i = 0; i < 6; i++)
		put_border(xml, sides[i], 4, PALETTE_RULE);
	office_xml_close(xml);
	put_margins(xml);
	office_xml_close(xml);
	put_first_row(xml);
	office_xml_close(xml);
}

void docx_styles_write(const struct docx_book *book, struct office_xml *xml)
{
	docx_parts_begin(xml, "w:styles");
	put_defaults(book, xml);
	put_default(xml, "paragraph", "Normal", "Normal");
	office_xml_empty(xml, "w:qFormat", NULL, NULL);
	office_xml_close(xml);
	put_default(xml, "character", "DefaultParagraphFont", "Default Paragraph Font");
	office_xml_close(xml);
	put_default(xml, "table", "TableNormal", "Normal Table");
	office_xml_close(xml);
	for (size_t i = 0; i < sizeof(styles) / sizeof(*styles); i++)
		put_style(xml, &styles[i]);
	put_table(xml);
}
