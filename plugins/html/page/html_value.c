/* SPDX-License-Identifier: MIT */
#include "html/page/html_value.h"

#include "common/write/label.h"
#include "html/html_escape.h"

static void put_value_of(struct html_page *page, struct out *out, const struct mr_matrix *m,
			 uint32_t status, const struct mr_text *text)
{
	const struct mr_status *found = mr_status_at(m, status);

	if (found) {
		html_status_symbol(out, found, !label_is_said(text, found));
		out_char(out, ' ');
	}
	html_words_put(page, out, text);
}

void html_value_put(struct html_page *page, struct out *out, const struct mr_matrix *m,
		    const struct mr_cell *cell)
{
	const struct mr_cell_detail *detail = cell->detail;

	if (cell->kind == MR_CELL_PARTS && detail) {
		for (uint32_t i = 0; i < detail->parts.n; i++) {
			const struct mr_part *part = mr_part_at(detail, i);

			out_string(out, i > 0 ? ", " : "");
			html_words_name(page, out, part->name);
			out_char(out, ' ');
			put_value_of(page, out, m, part->status, part->text);
		}
	} else {
		put_value_of(page, out, m, cell->status, cell->text);
	}
	if (detail && *detail->since) {
		out_string(out, ", ");
		html_words_fill(page, out, "since", "since {version}",
				(struct fill_place){"version", detail->since});
	}
}
