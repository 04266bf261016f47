/* SPDX-License-Identifier: MIT */
#include "latex/write/latex_notes.h"
#include "latex/text/latex_cell.h"

static const char *word(const struct latex_plan *plan, const char *key, const char *english)
{
	return mr_word(plan->job->matrix, key, english);
}

static void heading(const struct latex_plan *plan, struct out *out, const char *command,
		    const char *key, const char *english)
{
	const char *text = word(plan, key, english);

	out_string(out, command);
	latex_words_write(plan->texts, out, text, NULL);
	out_string(out, "}{%\n");
}

static void write_legend(const struct latex_plan *plan, struct out *out)
{
	const struct mr_matrix *m = plan->job->matrix;
	bool is_open = false;

	for (uint32_t i = 0; i < m->statuses.n; i++) {
		const struct mr_status *status = mr_status_at(m, i);

		if (!status->is_used)
			continue;
		if (!is_open)
			heading(plan, out, "\\mrLegend{", "legend", "Legend");
		out_string(out,
			   is_open ? "\\mrLegendComma{}%\n  \\mrLegendItem{" : "  \\mrLegendItem{");
		latex_cell_symbol(plan->texts, out, i);
		out_string(out, "}{");
		latex_words_write(plan->texts, out, status->label, NULL);
		out_char(out, '}');
		is_open = true;
	}
	if (is_open)
		out_string(out, "}\n");
}

static void write_note_text(const struct latex_plan *plan, struct out *out, uint32_t index)
{
	const struct mr_where where = {.kind = MR_AT_NOTE, .index = index};

	latex_words_rich(plan->texts, out, mr_note_at(plan->job->matrix, index)->text, &where);
}

/* Whether a product's name has the note: the table's head, which each page repeats, holds no footnote. */
static bool is_of_head(const struct mr_matrix *m, uint32_t note)
{
	for (uint32_t col = 0; col < m->products.n; col++) {
		const struct mr_array *notes = &mr_product_at(m, col)->notes;

		for (uint32_t i = 0; i < notes->n; i++)
			if (mr_index_at(notes, i) == note)
				return true;
	}
	return false;
}

static void write_notes(const struct latex_plan *plan, const struct latex_frame *frame,
			struct out *out)
{
	const struct mr_matrix *m = plan->job->matrix;
	uint32_t n = 0;

	for (uint32_t i = 0; i < m->notes.n; i++) {
		if (frame->notes_at_page && !is_of_head(m, i))
			continue;
		if (n++ == 0)
			heading(plan, out, "\\mrNotes{", m->notes.n == 1 ? "note" : "notes",
				"Notes");
		out_string(out, "  \\mrNote{");
		latex_cell_note(plan->texts, out, i);
		out_string(out, "}{");
		write_note_text(plan, out, i);
		out_string(out, "}%\n");
	}
	out_string(out, n > 0 ? "}\n" : "");
}

void latex_notes_define(const struct latex_plan *plan, const struct latex_frame *frame,
			struct out *out)
{
	for (uint32_t i = 0; i < plan->job->matrix->notes.n; i++) {
		out_string(out, "\\mrDefineNote{");
		latex_escape_label(out, frame->label);
		out_string(out, "}{");
		latex_cell_note(plan->texts, out, i);
		out_string(out, "}{");
		write_note_text(plan, out, i);
		out_string(out, "}%\n");
	}
}

/* Links that are only numbers in the table are always listed, others where hyperref is missing. */
static void write_links(const struct latex_plan *plan, const struct latex_frame *frame,
			struct out *out)
{
	const struct links *links = &plan->texts->links;
	bool always = frame->lists_links;

	if (links->n == 0)
		return;
	for (uint32_t i = 0; i < links->n; i++)
		always = always || (links->at[i].flags & LATEX_LINK_SOURCE);
	heading(plan, out, always ? "\\mrReferences{" : "\\mrLinks{", "references", "References");
	for (uint32_t i = 0; i < links->n; i++) {
		bool is_shown = frame->lists_links || (links->at[i].flags & LATEX_LINK_SOURCE);

		out_string(out, is_shown ? "  \\mrReferenceItem{" : "  \\mrLinkItem{");
		out_unsigned(out, i + 1u);
		out_string(out, "}{");
		latex_escape_url(out, links->at[i].url);
		out_string(out, "}{");
		latex_escape_printed_url(out, links->at[i].url);
		out_string(out, "}%\n");
	}
	out_string(out, "}\n");
}

static void write_as_of(const struct latex_plan *plan, struct out *out)
{
	const struct mr_matrix *m = plan->job->matrix;
	struct out day;

	out_to_memory(&day, 0);
	out_date(&day, m->as_of);
	latex_words_fill(plan->texts, out, word(plan, "as_of", "as of {date}"), "date",
			 out_at(&day));
	out_release(&day);
}

/* An address as words of the credit, whatever direction those have. */
static void write_address(const struct latex_plan *plan, struct out *out, const char *url)
{
	bool is_turned = plan->texts->ink.is_from_right;

	out_string(out, is_turned ? "\\mrLatin{" : "");
	latex_escape_printed_url(out, url);
	out_string(out, is_turned ? "}" : "");
}

static void write_credit(const struct latex_plan *plan, struct out *out)
{
	const struct mr_matrix *m = plan->job->matrix;
	const struct mr_credit *credit = &m->credit;
	bool has_text = *credit->text || *credit->url || *credit->license;
	bool is_turned = plan->texts->ink.is_from_right;

	if (!has_text && m->as_of.year == 0)
		return;
	out_string(out, "\\mrCredit{");
	if (*credit->url) {
		out_string(out, "\\mrUrl{");
		latex_escape_url(out, credit->url);
		out_string(out, "}{");
	}
	if (*credit->text)
		latex_words_write(plan->texts, out, credit->text, NULL);
	else
		write_address(plan, out, credit->url);
	if (*credit->url)
		out_char(out, '}');
	if (*credit->text && *credit->url) {
		out_string(out, is_turned ? " )\\mrUrl{" : " (\\mrUrl{");
		latex_escape_url(out, credit->url);
		out_string(out, "}{");
		write_address(plan, out, credit->url);
		out_string(out, is_turned ? "}(\\kern0pt{}" : "})");
	}
	if (*credit->license) {
		out_string(out, *credit->text || *credit->url ? ", " : "");
		latex_words_write(plan->texts, out, credit->license, NULL);
	}
	if (m->as_of.year > 0) {
		out_string(out, has_text ? "; " : "");
		write_as_of(plan, out);
	}
	out_string(out, "}\n");
}

/*
 * \mrData{FILE}{HASH} prints nothing until an author gives it a meaning.  It is provided where it stands, so that a
 * fragment goes with the preamble of an older version.
 */
static void write_origin(const struct latex_plan *plan, struct out *out)
{
	const struct mr_stamp *stamp = plan->job->stamp;

	if (!stamp)
		return;
	out_string(out, "\\providecommand\\mrData[2]{}\\mrData{");
	latex_words_write(plan->texts, out, plan->job->matrix->dataset_name, NULL);
	out_string(out, "}{");
	out_string(out, stamp->brief);
	out_string(out, "}%\n");
}

void latex_notes_legend(const struct latex_plan *plan, struct out *out)
{
	out_string(out, "\\mrApparatus{%\n");
	write_legend(plan, out);
	out_string(out, "}%\n");
}

void latex_notes_write(const struct latex_plan *plan, const struct latex_frame *frame,
		       struct out *out)
{
	const char *selection = plan->job->matrix->selection.words;

	out_string(out, "\\mrApparatus{%\n");
	if (frame->has_legend)
		write_legend(plan, out);
	write_notes(plan, frame, out);
	if (*selection) {
		heading(plan, out, "\\mrSelection{", "selection", "Selection");
		latex_words_write(plan->texts, out, selection, NULL);
		out_string(out, "}\n");
	}
	write_links(plan, frame, out);
	write_credit(plan, out);
	write_origin(plan, out);
	out_string(out, "}%\n");
}
