/* SPDX-License-Identifier: MIT */
#include "xlsx/write/xlsx_aside.h"

#include "common/office/office_plain.h"
#include "common/write/fill.h"
#include "common/write/origin.h"
#include "common/write/utf8.h"
#include "common/write/weights.h"
#include "xlsx/write/xlsx_changes.h"
#include "xlsx/xlsx_marks.h"
#include "xlsx/write/xlsx_page.h"
#include "xlsx/write/xlsx_rich.h"
#include "xlsx/write/xlsx_style.h"

#include <stdlib.h>

enum { PLACES_BYTES = 4000 };

static const struct xlsx_rich_how plain = {.look = XLSX_LOOK_PLAIN};
static const struct xlsx_rich_how head = {.look = XLSX_LOOK_HEAD};

static const char *say(const struct xlsx_writer *writer, const char *key, const char *english)
{
	return mr_word(writer->m, key, english);
}

static void put_word(struct out *out, const struct xlsx_writer *writer, const char *key,
		     const char *english, struct fill_place place)
{
	fill_write(out, say(writer, key, english), &place, 1, NULL);
}

/* ------------------------------------------------------------------ legend */

/* What each status counts as, a letter each: our reader asks for no words in any language. */
static void define_likes(struct xlsx_writer *writer)
{
	struct out letters;

	out_to_memory(&letters, 0);
	out_string(&letters, "=\"");
	for (uint32_t i = 0; i < writer->m->statuses.n; i++)
		out_char(&letters, "ypnux"[mr_status_at(writer->m, i)->like % MR_N_LIKES]);
	out_char(&letters, '"');
	/* a name stands for at most so many letters; statuses behind them are read by their words */
	if (letters.n <= XLSX_PLAN_SHOWN - 128)
		writer->library->workbook_define_name(writer->book, XLSX_WRITER_LIKES,
						      out_at(&letters));
	out_release(&letters);
}

/* Title, day, credit and selection; returns the row behind them. */
static uint32_t put_about(struct xlsx_writer *writer)
{
	const struct mr_matrix *m = writer->m;
	static const struct xlsx_rich_how title = {.look = XLSX_LOOK_TITLE};
	uint32_t row = 0;
	struct out line;

	out_to_memory(&line, 0);
	xlsx_page_put(writer, XLSX_LEGEND, row++, 0, m->title, "", &title);
	if (*m->subtitle)
		writer->library->worksheet_write_string(writer->sheets[XLSX_LEGEND], row++, 0,
							m->subtitle, NULL);
	if (m->as_of.year > 0) {
		struct out day;

		out_to_memory(&day, 0);
		out_date(&day, m->as_of);
		put_word(&line, writer, "as_of", "as of {date}",
			 (struct fill_place){"date", out_at(&day)});
		out_release(&day);
		writer->library->worksheet_write_string(writer->sheets[XLSX_LEGEND], row++, 0,
							out_at(&line), NULL);
	}
	out_release(&line);
	return row;
}

/* "Credit | words" and the like: what is known, a row each. */
static uint32_t put_facts(struct xlsx_writer *writer, uint32_t row)
{
	const struct mr_matrix *m = writer->m;
	struct out weights, origin;

	out_to_memory(&weights, 0);
	weights_put_line(&weights, m);
	out_to_memory(&origin, 0);
	origin_put(&origin, writer->job, NULL);
	const struct {
		const char *key, *english, *words, *url;
	} facts[] = {
		{"credit", "Credit", m->credit.text, m->credit.url},
		{"license", "License", m->credit.license, ""},
		{"selection", "Selection", m->selection.words, ""},
		{"command_line", "Command line", *m->selection.words ? m->selection.command : "",
		 ""},
		{"weight", "Weight", out_at(&weights), ""},
		{"data_hash", "", out_at(&origin), ""},
		{"generated_by", NULL, writer->job->generator, ""},
	};

	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++) {
		struct out words;

		if (!*facts[i].words)
			continue;
		out_to_memory(&words, 0);
		if (facts[i].english && *facts[i].english)
			out_string(&words, say(writer, facts[i].key, facts[i].english));
		xlsx_page_put(writer, XLSX_LEGEND, row, 0, out_at(&words), "", &plain);
		out_clear(&words);
		if (facts[i].english)
			out_string(&words, facts[i].words);
		else
			put_word(&words, writer, facts[i].key, "made with {program}",
				 (struct fill_place){"program", facts[i].words});
		xlsx_page_put(writer, XLSX_LEGEND, row, 1, out_at(&words), facts[i].url, &plain);
		xlsx_page_end_row(writer, XLSX_LEGEND, row++);
		out_release(&words);
	}
	out_release(&weights);
	if (writer->sheets[XLSX_CHANGES])
		xlsx_changes_legend(writer, row++);
	out_release(&origin);
	return row;
}

void xlsx_aside_legend(struct xlsx_writer *writer)
{
	static const char *const likes[MR_N_LIKES][2] = {
		{"yes", "yes"},         {"partial", "partial"},   {"no", "no"},
		{"unknown", "unknown"}, {"na", "does not apply"},
	};
	const struct mr_matrix *m = writer->m;
	uint32_t row = put_facts(writer, put_about(writer) + 1) + 1, first;

	xlsx_page_set_up(writer, XLSX_LEGEND);
	xlsx_page_put(writer, XLSX_LEGEND, row, 0, "", "", &head);
	xlsx_page_put(writer, XLSX_LEGEND, row, 1, say(writer, "status", "Status"), "", &head);
	xlsx_page_put(writer, XLSX_LEGEND, row, 2, say(writer, "coverage", "Coverage"), "", &head);
	first = ++row;
	for (uint32_t i = 0; i < m->statuses.n; i++, row++) {
		const struct mr_status *status = mr_status_at(m, i);
		const struct xlsx_rich_how how = {.look = XLSX_LOOK_STATUS + i, .is_bare = true};
		const char *const *like =
			likes[status->like < MR_N_LIKES ? status->like : MR_LIKE_UNKNOWN];

		xlsx_page_put(writer, XLSX_LEGEND, row, 0, status->symbol, "", &how);
		xlsx_page_put(writer, XLSX_LEGEND, row, 1, status->label, "", &how);
		xlsx_page_put(writer, XLSX_LEGEND, row, 2, say(writer, like[0], like[1]), "",
			      &plain);
	}
	xlsx_page_define(writer, XLSX_WRITER_STATUSES, XLSX_LEGEND, first, row - 1, "BB");
	define_likes(writer);
}

/* ------------------------------------------------------------------ notes */

/* Where notes belong: "Circuit Breaking, Consul" for each. */
static void add_places(struct out *places, const struct mr_array *notes, const char *feature,
		       const char *product)
{
	for (uint32_t i = 0; i < notes->n; i++) {
		struct out *out = &places[mr_index_at(notes, i)];

		if (out->n > PLACES_BYTES)
			continue;
		if (!out->at)
			out_to_memory(out, 0);
		out_string(out, out->n ? "\n" : "");
		out_string(out, feature);
		out_string(out, *feature && *product ? ", " : "");
		out_string(out, product);
		if (out->n > PLACES_BYTES)
			out_string(out, "\n…");
	}
}

static void find_places(const struct mr_matrix *m, struct out *places)
{
	for (uint32_t i = 0; i < m->products.n; i++)
		add_places(places, &mr_product_at(m, i)->notes, "", mr_product_at(m, i)->name);
	for (uint32_t i = 0; i < m->categories.n; i++)
		add_places(places, &mr_category_at(m, i)->notes, mr_category_at(m, i)->name->plain,
			   "");
	for (uint32_t row = 0; row < m->features.n; row++) {
		const struct mr_feature *feature = mr_feature_at(m, row);

		add_places(places, &feature->notes, feature->name->plain, "");
		for (uint32_t col = 0; col < m->products.n; col++) {
			const struct mr_cell_detail *detail = mr_cell_at(m, row, col)->detail;
			const char *product = mr_product_at(m, col)->name;

			if (!detail)
				continue;
			add_places(places, &detail->notes, feature->name->plain, product);
			for (uint32_t i = 0; i < detail->parts.n; i++)
				add_places(places, &mr_part_at(detail, i)->notes,
					   feature->name->plain, product);
		}
	}
}

void xlsx_aside_notes(struct xlsx_writer *writer)
{
	const struct mr_matrix *m = writer->m;
	lxw_worksheet *to = writer->sheets[XLSX_NOTES];
	struct out *places = calloc(m->notes.n + 1, sizeof(*places)), number;

	xlsx_page_set_up(writer, XLSX_NOTES);
	find_places(m, places);
	out_to_memory(&number, 0);
	writer->library->worksheet_freeze_panes(to, 1, 0);
	writer->library->worksheet_repeat_rows(to, 0, 0);
	xlsx_page_put(writer, XLSX_NOTES, 0, 0, say(writer, "note", "Note"), "", &head);
	xlsx_page_put(writer, XLSX_NOTES, 0, 1, say(writer, "details", "Details"), "", &head);
	xlsx_page_put(writer, XLSX_NOTES, 0, 2, say(writer, "feature", "Feature"), "", &head);
	for (uint32_t i = 0; i < m->notes.n; i++) {
		struct xlsx_rich_how how = {.look = XLSX_LOOK_TEXT,
					    .where = {MR_AT_NOTE, i, 0, NULL}};

		out_clear(&number);
		out_unsigned(&number, mr_note_at(m, i)->number);
		xlsx_page_put(writer, XLSX_NOTES, i + 1, 0, out_at(&number), "", &how);
		xlsx_rich_begin(writer);
		xlsx_rich_text(writer, mr_note_at(m, i)->text, 0);
		how.columns = xlsx_page_room(XLSX_NOTES, 1);
		xlsx_page_write(writer, XLSX_NOTES, i + 1, 1, &how);
		xlsx_aside_tell(writer, &how.where, NULL);
		xlsx_page_put(writer, XLSX_NOTES, i + 1, 2, places[i].at ? out_at(&places[i]) : "",
			      "", &how);
		xlsx_page_end_row(writer, XLSX_NOTES, i + 1);
		out_release(&places[i]);
	}
	xlsx_page_define(writer, XLSX_WRITER_NOTES, XLSX_NOTES, 0, m->notes.n, "AC");
	out_release(&number);
	free(places);
}

/* ------------------------------------------------------------------ details */

static void begin_details(struct xlsx_writer *writer)
{
	const char *const words[] = {
		say(writer, "feature", "Feature"), say(writer, "product", "Product"),
		say(writer, "details", "Details"), say(writer, "source", "Source"), "#"};
	lxw_worksheet *to =
		writer->library->workbook_add_worksheet(writer->book, writer->names[XLSX_DETAILS]);

	writer->sheets[XLSX_DETAILS] = to;
	xlsx_page_set_up(writer, XLSX_DETAILS);
	writer->library->worksheet_freeze_panes(to, 1, 0);
	writer->library->worksheet_repeat_rows(to, 0, 0);
	for (uint32_t i = 0; i < 5; i++)
		xlsx_page_put(writer, XLSX_DETAILS, 0, i, words[i], "", &head);
	writer->details_row = 1;
}

/* What `where` names, in the first two columns. */
static void put_names(struct xlsx_writer *writer, const struct mr_where *where, uint32_t row,
		      const struct xlsx_rich_how *how)
{
	const struct mr_matrix *m = writer->m;
	const char *first = "", *second = "";
	struct out number;

	out_to_memory(&number, 0);
	if (where->kind == MR_AT_CELL) {
		first = mr_feature_at(m, where->index)->name->plain;
		second = mr_product_at(m, where->second)->name;
	} else if (where->kind == MR_AT_FEATURE) {
		first = mr_feature_at(m, where->index)->name->plain;
	} else if (where->kind == MR_AT_CATEGORY) {
		first = mr_category_at(m, where->index)->name->plain;
	} else if (where->kind == MR_AT_PRODUCT) {
		second = mr_product_at(m, where->index)->name;
	} else {
		out_string(&number, say(writer, "note", "Note"));
		out_char(&number, ' ');
		out_unsigned(&number, where->index + 1u);
		first = out_at(&number);
	}
	xlsx_page_put(writer, XLSX_DETAILS, row, 0, first, "", how);
	xlsx_page_put(writer, XLSX_DETAILS, row, 1, second, "", how);
	out_release(&number);
}

/* One row.  It must not be called from within the writing of a cell that is still needed. */
static void add_detail(struct xlsx_writer *writer, const struct mr_where *where, const char *words,
		       const char *url)
{
	struct xlsx_rich_how how = {.look = XLSX_LOOK_TEXT, .where = *where};
	uint32_t row,
		n_lines = writer->n_lines; /* of the comparison's row, which is being written */

	writer->n_lines = 1;

	if (!writer->sheets[XLSX_DETAILS])
		begin_details(writer);
	row = writer->details_row++;
	if (row >= XLSX_PLAN_ROWS) {
		if (!writer->has_failed)
			writer->job->diag(
				writer->job, MR_ERROR, where,
				"there are more sources and links than the %d rows of a sheet; choose fewer products or categories",
				XLSX_PLAN_ROWS);
		writer->has_failed = true;
		return;
	}
	put_names(writer, where, row, &how);
	how.columns = xlsx_page_room(XLSX_DETAILS, 2);
	xlsx_page_put(writer, XLSX_DETAILS, row, 2, words, url, &how);
	xlsx_page_put(writer, XLSX_DETAILS, row, 3, url, "", &how);
	xlsx_page_jump(writer, XLSX_DETAILS, row, 4, &how);
	xlsx_page_end_row(writer, XLSX_DETAILS, row);
	writer->n_lines = n_lines;
}

static void tell_details(struct xlsx_writer *writer, const struct mr_where *where,
			 const struct mr_cell_detail *detail)
{
	struct out words;

	out_to_memory(&words, 0);
	if (*detail->since) {
		put_word(&words, writer, "since", "since {version}",
			 (struct fill_place){"version", detail->since});
		add_detail(writer, where, out_at(&words), "");
	}
	if (detail->verified.year > 0) {
		struct out day;

		out_clear(&words);
		out_to_memory(&day, 0);
		out_date(&day, detail->verified);
		put_word(&words, writer, "verified", "verified {date}",
			 (struct fill_place){"date", out_at(&day)});
		add_detail(writer, where, out_at(&words), "");
		out_release(&day);
	}
	for (uint32_t i = 0; i < detail->sources.n; i++)
		add_detail(writer, where, say(writer, "source", "Source"),
			   mr_string_at(&detail->sources, i));
	out_release(&words);
}

/* A link that was put aside, with its words, before the cell that holds them is gone. */
struct aside_link {
	const char *url;
	char *words;
};

void xlsx_aside_tell(struct xlsx_writer *writer, const struct mr_where *where,
		     const struct mr_cell *cell)
{
	struct xlsx_rich *rich = writer->rich;
	size_t first = rich->is_linked ? 1 : 0,
	       n = rich->n_links > first ? rich->n_links - first : 0;
	struct aside_link *links = n > 0 ? calloc(n, sizeof(*links)) : NULL;

	for (size_t i = 0; i < n; i++)
		links[i] = (struct aside_link){rich->links[first + i].url,
					       strndup(rich->letters.at + rich->links[first + i].at,
						       rich->links[first + i].n)};
	for (size_t i = 0; i < n; i++) {
		add_detail(writer, where, links[i].words, links[i].url);
		free(links[i].words);
	}
	free(links);
	if (cell && cell->detail)
		tell_details(writer, where, cell->detail);
}

void xlsx_aside_details_end(struct xlsx_writer *writer)
{
	if (writer->sheets[XLSX_DETAILS])
		xlsx_page_define(writer, XLSX_WRITER_DETAILS, XLSX_DETAILS, 0,
				 writer->details_row - 1, "AE");
}
