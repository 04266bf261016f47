/* SPDX-License-Identifier: MIT */
#include "markdown/write/gfm_file.h"

#include "markdown/write/gfm.h"

#include "common/write/fill.h"
#include "common/write/ids.h"

static void put_paragraph(struct gfm *gfm, const char *text)
{
	if (!*text)
		return;
	out_char(gfm->out, '\n');
	spans_letters(gfm->out, text, SPANS_BLOCK);
	out_char(gfm->out, '\n');
}

static void put_day(struct gfm *gfm)
{
	struct out date;

	if (gfm->m->as_of.year == 0)
		return;
	out_to_memory(&date, 0);
	out_date(&date, gfm->m->as_of);
	out_char(gfm->out, '\n');
	gfm_cell_say(gfm, "as_of", "as of {date}", "date", out_at(&date));
	out_char(gfm->out, '\n');
	out_release(&date);
}

static void put_title(struct gfm *gfm)
{
	for (uint32_t i = 0; i < gfm->level; i++)
		out_char(gfm->out, '#');
	out_char(gfm->out, ' ');
	spans_letters(gfm->out, gfm->m->title, SPANS_BLOCK);
	out_char(gfm->out, '\n');
	put_paragraph(gfm, gfm->m->subtitle);
}

/*
 * What a script looks for.  The name is reduced to letters, so that it cannot end the comment, and the version is
 * not in it: the page around a fragment is somebody's, and must not look like one that we may replace.
 */
static void put_border(struct gfm *gfm, const char *word)
{
	out_string(gfm->out, "<!-- ");
	out_string(gfm->out, word);
	out_string(gfm->out, " meshreport: ");
	ids_put_name(gfm->out, gfm->m->base_name);
	out_string(gfm->out, " -->\n");
}

static void put_stamp(struct gfm *gfm)
{
	if (!*mr_stamp_mark(gfm->job))
		return;
	out_string(gfm->out, "<!-- ");
	out_string(gfm->out, mr_stamp_mark(gfm->job));
	out_string(gfm->out, " -->\n");
}

static void put_page(struct gfm *gfm)
{
	bool is_diff = gfm->m->since && gfm->m->since->is_diff;

	if (gfm->is_fragment)
		put_border(gfm, "begin");
	else
		put_title(gfm);
	put_paragraph(gfm, gfm->m->selection.words);
	if (!is_diff) {
		put_day(gfm);
		gfm_ranking_put(gfm);
		gfm_table_put(gfm);
	}
	if (gfm->m->since)
		gfm_changes_put(gfm);
	if (gfm->has_legend && !is_diff)
		gfm_notes_legend(gfm);
	if (!is_diff)
		gfm_notes_put(gfm);
	gfm_notes_credit(gfm);
	out_char(gfm->out, '\n');
	put_stamp(gfm);
	if (gfm->is_fragment) {
		put_border(gfm, "end");
		return;
	}
	out_string(gfm->out, "<!-- ");
	out_string(gfm->out, gfm->job->generator);
	out_string(gfm->out, " -->\n");
}

int gfm_file_render(struct mr_job *job)
{
	struct out out;
	struct gfm gfm = {
		.job = job,
		.m = job->matrix,
		.out = &out,
		.notes = (enum gfm_notes)mr_option_value(job, GFM_OPTION_NOTES)->integer,
		.has_headings = mr_option_value(job, GFM_OPTION_CATEGORIES)->integer == 1,
		.has_legend = mr_option_value(job, GFM_OPTION_LEGEND)->integer,
		.has_symbols = mr_option_value(job, GFM_OPTION_SYMBOLS)->integer,
		.is_fragment = mr_option_value(job, GFM_OPTION_FRAGMENT)->integer,
		.level = (uint32_t)mr_option_value(job, GFM_OPTION_HEADING)->integer,
	};
	int status;

	out_to_sink(&out, job->open(job, ""));
	put_page(&gfm);
	status = out_finish(&out);
	out_release(&out);
	if (status != 0)
		job->diag(job, MR_ERROR, NULL, "out of memory");
	job->describe(job, "products", gfm.m->products.n);
	job->describe(job, "features", gfm.m->features.n);
	return status;
}
