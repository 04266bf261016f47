/* SPDX-License-Identifier: MIT */
#include "text/text_file.h"

#include "text/text_changes.h"
#include "text/text_list.h"
#include "text/text_measure.h"
#include "text/text_notes.h"
#include "text/text_para.h"
#include "text/text_ranking.h"
#include "text/text_table.h"
#include "text/text_words.h"

static void init(struct text_page *page, struct mr_job *job, const struct text_options *options,
		 struct out *out)
{
	*page = (struct text_page){.job = job, .m = job->matrix, .is = *options, .out = out};
	page->extents = job->alloc(job, ((size_t)page->m->n_texts + 1) * sizeof(*page->extents));
	for (uint32_t i = 0; i < page->m->n_texts; i++)
		page->extents[i].natural = TEXT_UNKNOWN;
	text_flow_init(&page->flow);
	text_pen_init(&page->pen, out, &page->followed, job->wants_escapes);
}

static void release(struct text_page *page)
{
	page->failed =
		page->failed || page->flow.failed || page->listed.failed || page->followed.failed;
	text_flow_release(&page->flow);
	links_release(&page->listed);
	links_release(&page->followed);
}

/* "Technical comparison, as of 2019-11-06" */
static void put_subtitle(struct text_page *page, struct text_field *field)
{
	const struct mr_matrix *m = page->m;
	struct out day;

	text_para_begin(field);
	text_flow_string(&field->flow, m->subtitle, TEXT_PLAIN, TEXT_LOOSE);
	if (m->as_of.year > 0) {
		out_to_memory(&day, 0);
		out_date(&day, m->as_of);
		text_flow_string(&field->flow, *m->subtitle ? ", " : "", TEXT_PLAIN, TEXT_GLUED);
		text_words_fill(page, &field->flow, "as_of", "as of {date}", "date", out_at(&day),
				TEXT_PLAIN);
		page->failed = page->failed || day.failed;
		out_release(&day);
	}
	text_para_put(page, field, 0);
}

static void put_titles(struct text_page *page)
{
	struct text_field field = {.hang = 0};

	text_flow_init(&field.flow);
	text_flow_string(&field.flow, page->m->title, TEXT_STRONG, TEXT_LOOSE);
	text_para_put(page, &field, 0);
	put_subtitle(page, &field);
	text_flow_release(&field.flow);
}

static void put_all(struct text_page *page)
{
	struct text_measures measures;

	put_titles(page);
	if (page->m->since && page->m->since->is_diff) {
		text_changes_put(page);
		text_notes_end(page, false);
		return;
	}
	text_measure_all(page, &measures);
	text_ranking_put(page);
	if (page->is.form == TEXT_FORM_LIST || text_table_put(page, &measures) != 0)
		text_list_put(page);
	if (page->m->since)
		text_changes_put(page);
	text_notes_end(page, true);
}

int text_file_render(struct mr_job *job, const struct text_options *options)
{
	struct text_page page;
	struct out out;

	out_to_sink(&out, job->open(job, ""));
	init(&page, job, options, &out);
	put_all(&page);
	job->describe(job, "lines", page.pen.n_lines);
	release(&page);
	if (out_finish(&out) != 0 || page.failed) {
		job->diag(job, MR_ERROR, NULL, "out of memory");
		out_release(&out);
		return -1;
	}
	out_release(&out);
	return 0;
}
