/* SPDX-License-Identifier: MIT */
#include "html/page/html_cell.h"

#include "common/write/label.h"
#include "html/page/html_changes.h"
#include "html/html_escape.h"
#include "html/page/html_value.h"

#include <stdio.h>
#include <stdlib.h>

/* <td class="mr-p" data-s="preview">, and the symbol where it is not drawn by the style sheet. */
static void make_opening(const struct html_page *page, struct out *out,
			 const struct mr_status *status, bool is_spoken)
{
	bool is_own = is_spoken || !page->has_style;

	out_string(out, "<td class=\"mr-");
	out_char(out, html_status_letter(status->like));
	out_string(out, is_own ? " " HTML_OWN_SYMBOL : "");
	if (!html_status_is_plain(status)) {
		out_string(out, "\" data-s=\"");
		html_string(out, status->id);
	}
	out_string(out, "\">");
	if (is_own)
		html_status_symbol(out, status, is_spoken);
}

int html_cell_init(struct html_cells *cells)
{
	const struct mr_matrix *m = cells->page->m;

	out_to_memory(&cells->openings, 0);
	cells->opening =
		calloc(m->statuses.n ? 2 * (size_t)m->statuses.n : 1, sizeof(*cells->opening));
	cells->n_marked = calloc(m->notes.n ? m->notes.n : 1, sizeof(*cells->n_marked));
	if (!cells->opening || !cells->n_marked)
		return -1;
	for (uint32_t i = 0; i < 2 * m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(m, i / 2);

		cells->opening[i].at = cells->openings.n;
		make_opening(cells->page, &cells->openings, status, i % 2);
		cells->opening[i].n = (uint32_t)(cells->openings.n - cells->opening[i].at);
	}
	return cells->openings.failed ? -1 : 0;
}

void html_cell_release(struct html_cells *cells)
{
	free(cells->opening);
	free(cells->n_marked);
	out_release(&cells->openings);
}

void html_cell_marks(struct html_cells *cells, const struct mr_array *notes)
{
	struct html_page *page = cells->page;
	struct out *out = cells->out;

	for (uint32_t i = 0; i < notes->n; i++) {
		uint32_t index = mr_index_at(notes, i);
		const struct mr_note *note = mr_note_at(page->m, index);

		if (!note)
			continue;
		out_string(out, i ? "<sup class=\"mr-mark\">, <a" : "<sup class=\"mr-mark\"><a");
		if (++cells->n_marked[index] <= HTML_MAX_BACK_LINKS) {
			out_string(out, " id=\"");
			html_address_mark(page, out, note, cells->n_marked[index]);
			out_char(out, '"');
		}
		out_string(out, " href=\"#");
		html_address_note(page, out, note);
		out_string(out, "\" aria-label=\"");
		html_words_note(page, out, note);
		out_string(out, "\">");
		out_unsigned(out, note->number);
		out_string(out, "</a></sup>");
	}
}

static void put_parts(struct html_cells *cells, const struct mr_array *parts)
{
	struct out *out = cells->out;

	for (uint32_t i = 0; i < parts->n; i++) {
		const struct mr_part *part = (const struct mr_part *)mr_at(parts, i);
		const struct mr_status *status = mr_status_at(cells->page->m, part->status);

		if (i)
			out_string(out, "<span class=\"mr-comma\">, </span>");
		out_string(out, "<span class=\"mr-part mr-");
		out_char(out, html_status_letter(status ? status->like : MR_LIKE_UNKNOWN));
		if (status) {
			out_string(out, "\" data-s=\"");
			html_string(out, status->id);
		}
		out_string(out, "\"><b>");
		html_words_name(cells->page, out, part->name);
		out_string(out, "</b> ");
		if (status)
			html_status_symbol(out, status, !label_is_said(part->text, status));
		html_words_put(cells->page, out, part->text);
		html_cell_marks(cells, &part->notes);
		out_string(out, "</span>");
	}
}

static void put_items(struct html_cells *cells, const struct mr_cell_detail *detail)
{
	for (uint32_t i = 0; i < detail->items.n; i++) {
		out_string(cells->out, i ? ", <span>" : "<span>");
		html_words_put(cells->page, cells->out, mr_item_at(detail, i));
		out_string(cells->out, "</span>");
	}
}

/* "from the product": who says it, where the cell does not itself. */
static void put_from(struct html_page *page, struct out *out, uint32_t from)
{
	static const char *const words[][2] = {
		[MR_FROM_CELL] = {"", ""},
		[MR_FROM_FEATURE] = {"from_feature", "from the feature"},
		[MR_FROM_CATEGORY] = {"from_category", "from the category"},
		[MR_FROM_PRODUCT] = {"from_product", "from the product"}};

	if (from == MR_FROM_CELL || from >= sizeof(words) / sizeof(*words))
		return;
	out_string(out, " <small class=\"mr-also\">(");
	html_words_say(page, out, words[from][0], words[from][1]);
	out_string(out, ")</small>");
}

static void put_since(struct html_page *page, struct out *out, const struct mr_cell_detail *detail,
		      const char *class_name)
{
	if (!*detail->since)
		return;
	out_string(out, " <small class=\"");
	out_string(out, class_name);
	out_string(out, "\">");
	html_words_fill(page, out, "since", "since {version}",
			(struct fill_place){"version", detail->since});
	out_string(out, "</small>");
}

static void put_sources(struct html_page *page, struct out *out,
			const struct mr_cell_detail *detail)
{
	if (detail->sources.n == 0)
		return;
	out_string(out, " <small class=\"mr-src\">");
	for (uint32_t i = 0; i < detail->sources.n; i++) {
		out_string(out, i ? " <a href=\"" : "<a href=\"");
		html_url(out, mr_string_at(&detail->sources, i));
		out_string(out, "\" data-n=\"");
		out_unsigned(out, links_number(&page->sources, mr_string_at(&detail->sources, i)));
		out_string(out, "\">");
		html_words_say(page, out, "source", "Source");
		if (detail->sources.n > 1) {
			out_char(out, ' ');
			out_unsigned(out, i + 1);
		}
		out_string(out, "</a>");
	}
	out_string(out, "</small>");
	put_from(page, out, detail->sources_from);
}

static void put_verified(struct html_page *page, struct out *out,
			 const struct mr_cell_detail *detail)
{
	char date[32];

	if (detail->verified.year == 0)
		return;
	snprintf(date, sizeof(date), "%04d-%02u-%02u", detail->verified.year,
		 (unsigned)detail->verified.month, (unsigned)detail->verified.day);
	out_string(out, " <small class=\"mr-checked\">");
	html_words_fill(page, out, "verified", "verified {date}",
			(struct fill_place){"date", date});
	out_string(out, "</small>");
	put_from(page, out, detail->verified_from);
}

/* The words of the notes again, where the rest of what is known stands. */
static void put_notes_again(struct html_page *page, struct out *out, const struct mr_array *notes)
{
	for (uint32_t i = 0; i < notes->n; i++) {
		const struct mr_note *note = mr_note_at(page->m, mr_index_at(notes, i));

		if (!note)
			continue;
		out_string(out, " <small class=\"mr-also\">");
		html_words_note(page, out, note);
		out_string(out, ": ");
		html_words_put(page, out, note->text);
		out_string(out, "</small>");
	}
}

/* The id of what a cell tells on demand. */
static void put_address(const struct html_page *page, struct out *out, uint32_t row, uint32_t col)
{
	html_string(out, page->prefix);
	out_string(out, "mr-e");
	out_unsigned(out, row);
	out_char(out, '-');
	out_unsigned(out, col);
}

/*
 * Sources and the day stand in a popover, which needs no script; since stands in the cell, too, as it is part of
 * the answer.  What is there a second time has the class mr-also: readers and copies of the page pass it over.
 */
static void put_evidence(struct html_cells *cells, const struct mr_cell_detail *detail,
			 uint32_t row, uint32_t col)
{
	struct html_page *page = cells->page;
	struct out *out = cells->out;

	put_since(page, out, detail, "mr-since");
	if (detail->sources.n == 0 && detail->verified.year == 0)
		return;
	out_string(out, "<button type=\"button\" class=\"mr-info\" popovertarget=\"");
	put_address(page, out, row, col);
	out_string(out, "\" aria-label=\"");
	html_words_say(page, out, "evidence", "Evidence");
	out_string(out, "\"></button><span class=\"mr-pop\" id=\"");
	put_address(page, out, row, col);
	out_string(out, "\" popover>");
	put_since(page, out, detail, "mr-also");
	if (*detail->since)
		put_from(page, out, detail->since_from);
	put_verified(page, out, detail);
	put_sources(page, out, detail);
	put_notes_again(page, out, &detail->notes);
	out_string(out, "</span>");
}

/* Cells with lists, parts, notes, sources or dates: the few. */
static void put_detailed(struct html_cells *cells, const struct mr_cell *cell, uint32_t row,
			 uint32_t col)
{
	const struct mr_cell_detail *detail = cell->detail;

	if (cell->kind == MR_CELL_PARTS && detail->parts.n > 0)
		put_parts(cells, &detail->parts);
	else if (cell->kind == MR_CELL_LIST && detail->items.n > 0)
		put_items(cells, detail);
	else
		html_words_put(cells->page, cells->out, cell->text);
	html_cell_marks(cells, &detail->notes);
	put_evidence(cells, detail, row, col);
}

void html_cell_put(struct html_cells *cells, uint32_t row, uint32_t col)
{
	const struct mr_cell *cell = mr_cell_at(cells->page->m, row, col);
	struct out *out = cells->out;
	const struct mr_status *status = mr_status_at(cells->page->m, cell->status);

	if (status && cell->kind == MR_CELL_STATUS) {
		bool is_spoken = cell->has_own_words && !label_is_said(cell->text, status);
		const struct html_kept *kept = &cells->opening[2 * cell->status + is_spoken];

		out_bytes(out, cells->openings.at + kept->at, kept->n);
	} else if (cell->kind == MR_CELL_LIST) {
		out_string(out, "<td class=\"mr-list\">");
	} else if (cell->like < MR_N_LIKES) { /* parts */
		out_string(out, "<td class=\"mr-");
		out_char(out, html_status_letter(cell->like));
		out_string(out, " mr-parts\">");
	} else {
		out_string(out, "<td>");
	}
	if (cell->detail)
		put_detailed(cells, cell, row, col);
	else
		html_words_put(cells->page, out, cell->text);
	html_changes_cell(cells->page, out, row, col);
	out_string(out, "</td>");
}
