/* SPDX-License-Identifier: MIT */
#include "text/text_para.h"

#include "text/text_words.h"

void text_para_begin(struct text_field *field)
{
	text_flow_clear(&field->flow);
	field->hang = 0;
	text_cell_rewind(field);
}

void text_para_put(struct text_page *page, struct text_field *field, uint32_t indent)
{
	uint32_t width = page->is.width - indent, more;
	struct text_line line;

	text_flow_close(&field->flow);
	text_cell_rewind(field);
	while (text_cell_next(field, width, &line, &more)) {
		uint32_t before = indent + more;

		if (page->m->is_rtl)
			before = line.width + before < page->is.width
					 ? page->is.width - line.width - before
					 : 0;
		text_pen_blanks(&page->pen, before);
		text_pen_line(&page->pen, &field->flow, &line);
		text_pen_end(&page->pen);
	}
	page->failed = page->failed || field->flow.failed;
}

void text_para_heading(struct text_page *page, struct text_field *field, const char *key,
		       const char *english)
{
	text_pen_end(&page->pen);
	text_para_begin(field);
	text_words_say(page, &field->flow, key, english, TEXT_STRONG);
	text_para_put(page, field, 0);
}
