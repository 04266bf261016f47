/* SPDX-License-Identifier: MIT */
#include "xlsx/write/xlsx_comment.h"

#include "common/office/office_plain.h"
#include "common/write/fill.h"
#include "common/write/utf8.h"
#include "xlsx/write/xlsx_changes.h"
#include "xlsx/write/xlsx_rich.h"

/* A comment is read in a small window; all of a note is on the sheet of notes. */
enum { COMMENT_BYTES = 8000, COMMENT_COLUMNS = 34 };

static void put_note_lines(struct out *out, const struct mr_matrix *m, const struct mr_array *notes)
{
	for (uint32_t i = 0; i < notes->n; i++) {
		const struct mr_note *note = mr_note_at(m, mr_index_at(notes, i));

		if (!note)
			continue;
		out_string(out, out->n ? "\n" : "");
		xlsx_plan_put_raised(out, note->number);
		out_char(out, ' ');
		xlsx_plan_put_letters(out, note->text->plain, note->text->n_bytes);
	}
}

/* "• since 1.0": our reader leaves out what begins so, since it is on the sheet of details. */
static void put_detail_line(struct out *out, const struct xlsx_writer *writer, const char *key,
			    const char *english, struct fill_place place)
{
	out_string(out, out->n ? "\n• " : "• ");
	fill_write(out, mr_word(writer->m, key, english), &place, 1, NULL);
}

static void put_detail_lines(struct out *out, const struct xlsx_writer *writer,
			     const struct mr_cell_detail *detail)
{
	for (uint32_t i = 0; i < detail->parts.n; i++)
		put_note_lines(out, writer->m, &mr_part_at(detail, i)->notes);
	if (*detail->since)
		put_detail_line(out, writer, "since", "since {version}",
				(struct fill_place){"version", detail->since});
	if (detail->verified.year > 0) {
		struct out day;

		out_to_memory(&day, 0);
		out_date(&day, detail->verified);
		put_detail_line(out, writer, "verified", "verified {date}",
				(struct fill_place){"date", out_at(&day)});
		out_release(&day);
	}
	for (uint32_t i = 0; i < detail->sources.n; i++) {
		put_detail_line(out, writer, "source", "Source", (struct fill_place){"", ""});
		out_string(out, ": ");
		out_string(out, mr_string_at(&detail->sources, i));
	}
}

/* Words that are one line: our reader takes a second one for the reader's own. */
static void put_in_a_line(struct out *out, const char *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		out_char(out, words[i] == '\n' ? ' ' : words[i]);
}

/* "→ words: address": links that the cell could not take, which our reader has from the sheet of details, too. */
static void put_links(struct out *out, const struct xlsx_rich *rich)
{
	for (size_t i = rich->is_linked ? 1 : 0; i < rich->n_links; i++) {
		out_string(out, out->n ? "\n→ " : "→ ");
		put_in_a_line(out, rich->letters.at + rich->links[i].at, rich->links[i].n);
		out_string(out, ": ");
		out_string(out, rich->links[i].url);
	}
}

/* As high as its lines are, in pixels. */
static uint16_t height_of(const char *text)
{
	unsigned lines = 1;

	for (const char *end; *text; text = *end ? end + 1 : end) {
		end = text + strcspn(text, "\n");
		lines += 1 + office_plain_width(text, (size_t)(end - text)) / COMMENT_COLUMNS;
	}
	return (uint16_t)(lines > 30 ? 600 : lines * 19 + 6);
}

void xlsx_comment_put(struct xlsx_writer *writer, uint32_t row, uint32_t col,
		      const struct mr_array *notes, const struct mr_where *where)
{
	const struct mr_cell *cell = where->kind == MR_AT_CELL
					     ? mr_cell_at(writer->m, where->index, where->second)
					     : NULL;
	struct out text;

	out_to_memory(&text, 0);
	xlsx_changes_comment(&text, writer, where);
	put_note_lines(&text, writer->m, notes);
	if (cell && cell->detail)
		put_detail_lines(&text, writer, cell->detail);
	put_links(&text, writer->rich);
	if (text.n > COMMENT_BYTES) {
		text.n = utf8_fitting(out_at(&text), COMMENT_BYTES);
		out_string(&text, "…");
	}
	if (text.n > 0) {
		lxw_comment_options how = {.width = 260, .height = height_of(out_at(&text))};
		char author[] = "meshreport";

		how.author = author;
		writer->library->worksheet_write_comment_opt(writer->sheets[XLSX_TABLE], row,
							     (lxw_col_t)col, out_at(&text), &how);
	}
	out_release(&text);
}
