/* SPDX-License-Identifier: MIT */
#include "latex/write/latex_file.h"

#include "latex/write/latex_changes.h"
#include "latex/write/latex_ranking.h"
#include "latex/write/latex_brand.h"
#include "latex/write/latex_hyphenation.h"
#include "latex/write/latex_macros.h"
#include "latex/write/latex_scene.h"
#include "latex/write/latex_table.h"
#include "latex/letters/latex_unicode.h"

#include "common/template/template.h"

struct maker {
	const struct latex_document *wanted;
	struct mr_job *job;
	struct latex_texts texts;
	struct latex_plan plan;
	struct latex_frame frame;
	struct latex_brand brand;
	struct mr_bytes macros, page_notes, fonts;
	struct out body; /* the table of a fragment */
	struct out charts; /* and a ranking: what stands before the table */
	bool needs_t1;
};

static int resource(struct maker *maker, const char *name, struct mr_bytes *out)
{
	if (maker->job->resource(maker->job, name, out) == 0)
		return 0;
	maker->job->diag(maker->job, MR_ERROR, NULL,
			 "cannot read the file latex/%s of the templates", name);
	return -1;
}

/* ---- captions */

static char *label_of(const struct maker *maker)
{
	struct mr_job *job = maker->job;
	const char *given = maker->wanted->label;
	const char *prefix = *given ? "" : "tab:";
	const char *rest = *given ? given : job->matrix->base_name;
	struct out out;

	out_to_memory(&out, 0);
	out_string(&out, prefix);
	latex_escape_label(&out, rest);
	return out_keep(&out, job);
}

static const char *join(struct mr_job *job, const char *a, const char *between, const char *b)
{
	size_t n_a = strlen(a), n_between = strlen(between), n_b = strlen(b);
	char *joined = job->alloc(job, n_a + n_between + n_b + 1);

	memcpy(joined, a, n_a);
	memcpy(joined + n_a, between, n_between);
	memcpy(joined + n_a + n_between, b, n_b);
	return joined;
}

/* A standalone document has its title above; a fragment has it in its caption. */
static void set_captions(struct maker *maker)
{
	const struct latex_document *wanted = maker->wanted;
	const struct mr_matrix *m = maker->job->matrix;
	bool is_alone = wanted->mode == LATEX_STANDALONE;

	maker->frame = (struct latex_frame){.caption = wanted->caption,
					    .short_caption = wanted->short_caption,
					    .label = label_of(maker),
					    .notes_at_page = wanted->notes_at_page,
					    .has_legend = wanted->has_legend,
					    .lists_links = wanted->lists_links};
	if (is_alone || wanted->has_own_caption)
		return;
	maker->frame.caption = m->title;
	if (!*m->subtitle)
		return;
	maker->frame.caption = join(maker->job, m->title, ": ", m->subtitle);
	if (!*wanted->short_caption)
		maker->frame.short_caption = m->title;
}

static int check_wishes(struct maker *maker)
{
	const struct latex_document *wanted = maker->wanted;
	enum latex_environment chosen = maker->plan.environment;
	bool has_number = chosen != LATEX_TABULAR && chosen != LATEX_FRAMES;
	struct mr_job *job = maker->job;

	if (wanted->notes_at_page && !latex_environment_is_long(chosen)) {
		job->diag(
			job, MR_ERROR, NULL,
			"notes=page needs a table that breaks over pages (longtable, landscape); in %s "
			"notes stand under it: notes=end",
			latex_class_environment_name(chosen));
		return -1;
	}
	if (!has_number && (*wanted->label || *wanted->short_caption))
		job->diag(
			job, MR_WARNING, NULL,
			"environment=%s has no numbered caption, so label and short-caption have no place",
			latex_class_environment_name(chosen));
	if (chosen == LATEX_TABULAR && wanted->has_own_caption)
		job->diag(job, MR_WARNING, NULL,
			  "environment=tabular has no caption: it stands in a float of your own; "
			  "environment=table brings one");
	return 0;
}

/* ---- the preamble */

static bool is_turned(const struct maker *maker)
{
	return maker->plan.environment == LATEX_LANDSCAPE;
}

static void package(struct out *out, const char *prefix, const char *line)
{
	out_string(out, prefix);
	out_string(out, line);
	out_char(out, '\n');
}

/* The lines that the table needs, each behind `prefix`. */
static void write_needs(const struct maker *maker, struct out *out, const char *prefix)
{
	package(out, prefix, "\\usepackage{array}");
	package(out, prefix, "\\usepackage{booktabs}");
	if (latex_environment_is_long(maker->plan.environment))
		package(out, prefix, "\\usepackage{longtable}");
	if (is_turned(maker) && !maker->plan.wish.has_geometry)
		package(out, prefix, "\\usepackage{pdflscape}");
	if (*maker->wanted->fonts)
		package(out, prefix, "\\usepackage{fontspec} % xelatex or lualatex");
	if (maker->wanted->chart > 0)
		package(out, prefix,
			"\\usepackage{tikz} % Debian: texlive-pictures; [table]{xcolor}, if any, before it");
	if (maker->needs_t1 && maker->wanted->mode != LATEX_STANDALONE)
		package(out, prefix,
			"\\ifdefined\\Umathchar\\else\\usepackage[T1]{fontenc}\\usepackage{lmodern}\\fi");
}

static void write_packages(const void *context, struct out *out)
{
	const struct maker *maker = context;
	const struct mr_matrix *m = maker->job->matrix;
	bool has_geometry = maker->plan.wish.has_geometry;

	out_string(out, "\\ifdefined\\Umathchar\\else\n  \\usepackage[utf8]{inputenc}\n"
			"  \\usepackage[T1]{fontenc}\n\\fi\n\\usepackage{lmodern}\n");
	if (*maker->wanted->fonts)
		out_string(out,
			   "\\ifdefined\\Umathchar\\else\\PackageError{meshreport}{The fonts of "
			   "this document need xelatex or lualatex}{}\\fi\n");
	if (has_geometry)
		out_string(out, is_turned(maker) ? "\\usepackage[margin=2cm,landscape]{geometry}\n"
						 : "\\usepackage[margin=2cm]{geometry}\n");
	write_needs(maker, out, "");
	if (!maker->plan.wish.class.is_beamer)
		out_string(out, "\\usepackage[unicode,hidelinks]{hyperref}\n");
	else
		out_string(out, "\\setbeamertemplate{navigation symbols}{}\n");
	out_string(out, "\\hypersetup{pdftitle={");
	latex_escape_property(out, m->title);
	out_string(out, "},pdfcreator={");
	latex_escape_property(out, maker->job->generator);
	out_string(out, "}}\n");
	if (has_geometry && !latex_brand_has_lines(&maker->brand))
		out_string(out, "\\pagestyle{plain}\n");
	latex_brand_packages(&maker->brand, out);
	latex_hyphenation_write(out, m->language);
}

static void write_macros(const void *context, struct out *out)
{
	const struct maker *maker = context;

	latex_brand_accent(&maker->brand, out);
	latex_macros_write(out, &maker->macros);
	if (maker->wanted->notes_at_page)
		latex_macros_write(out, &maker->page_notes);
	latex_macros_fonts(out, maker->wanted->fonts, &maker->fonts);
	out_string(out, "\\mrAgain\n");
}

static void write_origin(const void *context, struct out *out)
{
	const struct maker *maker = context;

	out_string(out, "% Made by ");
	latex_escape_comment(out, maker->job->generator);
	out_string(out, " from ");
	latex_escape_comment(out, maker->job->matrix->dataset_name);
	out_string(out, ": ");
	latex_escape_comment(out, maker->plan.wish.class.name);
	out_string(out, ", ");
	out_string(out, latex_class_environment_name(maker->plan.environment));
	out_string(out, ".\n");
	if (*mr_stamp_mark(maker->job)) {
		out_string(out, "% ");
		out_string(out, mr_stamp_mark(maker->job));
		out_char(out, '\n');
	}
}

/*
 * IEEEtran asks for Times while it is loaded, and the Unicode engines have no Times of that name:
 * they would set Latin Modern and warn of each shape.
 */
static void write_before_class(const void *context, struct out *out)
{
	const struct maker *maker = context;

	write_origin(maker, out);
	if (strcmp(maker->plan.wish.class.name, "IEEEtran") == 0)
		out_string(out,
			   "\\ifdefined\\Umathchar\n  \\DeclareFontFamily{TU}{ptm}{}\n"
			   "  \\DeclareFontShape{TU}{ptm}{m}{n}{<->ssub*lmr/m/n}{}\n"
			   "  \\DeclareFontShape{TU}{ptm}{m}{it}{<->ssub*lmr/m/it}{}\n"
			   "  \\DeclareFontShape{TU}{ptm}{bx}{n}{<->ssub*lmr/bx/n}{}\n"
			   "  \\DeclareFontShape{TU}{ptm}{bx}{it}{<->ssub*lmr/bx/it}{}\n\\fi\n");
}

static void write_body(const void *context, struct out *out)
{
	const struct maker *maker = context;

	latex_table_write(&maker->plan, &maker->frame, out);
}

/* The texts are made when they are first written. */
static void write_changes(const void *context, struct out *out)
{
	struct maker *maker = (struct maker *)(uintptr_t)context;

	latex_changes_write(&maker->texts, out, maker->plan.environment);
}

static void write_charts(const void *context, struct out *out)
{
	const struct maker *maker = context;

	out_bytes(out, maker->charts.at, maker->charts.n);
}

/* ---- the three modes */

static void write_fragment(const struct maker *maker, struct out *out)
{
	write_origin(maker, out);
	out_string(out, "% The preamble needs:\n");
	write_needs(maker, out, "%   ");
	out_string(out, "% Links are clickable where \\usepackage{hyperref} is loaded, too.\n");
	write_macros(maker, out);
	write_charts(maker, out);
	out_bytes(out, maker->body.at, maker->body.n);
}

/* The words of the heading in the fonts that the user named: {{title}} is the same without. */
static void write_heading(const struct maker *maker, const char *words, struct out *out)
{
	latex_escape(out, words, strlen(words), &maker->texts.ink, NULL);
}

static void write_title(const void *context, struct out *out)
{
	const struct maker *maker = context;

	write_heading(maker, maker->job->matrix->title, out);
}

static void write_subtitle(const void *context, struct out *out)
{
	const struct maker *maker = context;

	write_heading(maker, maker->job->matrix->subtitle, out);
}

static void write_logo(const void *context, struct out *out)
{
	const struct maker *maker = context;

	latex_brand_logo(&maker->brand, out);
}

static int write_document(struct maker *maker, struct out *out)
{
	struct template_data data = {0};
	struct template_value *root = template_map(&data);
	struct template_call call = {.job = maker->job,
				     .name = "document.tex",
				     .data = &data,
				     .root = root,
				     .escape = latex_escape_plain,
				     .essential = "table"};
	char options[LATEX_MAX_OPTIONS];
	int status = -1;

	template_set_text(&data, root, "class", maker->plan.wish.class.name);
	latex_class_options(&maker->plan.wish.class, maker->plan.wish.is_letter, options);
	template_set_text(&data, root, "class_options", options);
	template_set_text(&data, root, "title", maker->job->matrix->title);
	template_set_text(&data, root, "subtitle", maker->job->matrix->subtitle);
	template_set(&data, root, "shown_title", template_block(&data, write_title, maker));
	template_set(&data, root, "shown_subtitle", template_block(&data, write_subtitle, maker));
	template_set(&data, root, "has_logo", template_flag(&data, maker->brand.brand.logo.n > 0));
	template_set(&data, root, "logo", template_block(&data, write_logo, maker));
	template_set_text(&data, root, "language", maker->job->matrix->language);
	template_set(&data, root, "is_from_right",
		     template_flag(&data, maker->texts.ink.is_from_right));
	template_set(&data, root, "is_beamer",
		     template_flag(&data, maker->plan.wish.class.is_beamer));
	template_set(&data, root, "origin", template_block(&data, write_before_class, maker));
	template_set(&data, root, "packages", template_block(&data, write_packages, maker));
	template_set(&data, root, "macros", template_block(&data, write_macros, maker));
	template_set(&data, root, "charts", template_block(&data, write_charts, maker));
	template_set(&data, root, "changes", template_block(&data, write_changes, maker));
	template_set(&data, root, "table", template_block(&data, write_body, maker));
	if (resource(maker, "document.tex", &call.text) == 0)
		status = template_render(&call, out);
	template_data_release(&data);
	return status;
}

static void plan_wish(const struct latex_document *wanted, struct latex_wish *wish)
{
	*wish = (struct latex_wish){.is_letter = wanted->is_letter,
				    .environment = (enum latex_environment)wanted->environment,
				    .measure = wanted->measure,
				    .height = wanted->height,
				    .has_legend = wanted->has_legend,
				    .is_elsewhere = wanted->mode != LATEX_STANDALONE,
				    .size = wanted->size,
				    .n_groups = wanted->n_groups};
	latex_class_get(wanted->class_index, wanted->columns, wanted->fontsize, &wish->class);
	wish->has_geometry = wanted->mode == LATEX_STANDALONE && wish->class.takes_geometry;
}

/* A chart stands before the table: on a frame, across both columns, or as a block of its own. */
static int make_chart(struct maker *maker)
{
	const struct latex_class *class = &maker->plan.wish.class;
	bool is_letter = maker->plan.wish.is_letter;
	double measure = maker->plan.wish.has_geometry || maker->plan.wish.measure > 0
				 ? latex_plan_measure(&maker->plan.wish, LATEX_TABLE)
				 : class->full[is_letter];
	double height = class->height[is_letter] - 70;
	const char *open = "\\begin{center}\n", *close = "\n\\end{center}\n";

	if (class->is_beamer) {
		open = "\\begin{frame}\n\\centering\n";
		close = "\n\\end{frame}\n";
	} else if (class->is_two_column) {
		open = "\\begin{figure*}\n\\centering\n";
		close = "\n\\end{figure*}\n";
	}
	out_string(&maker->charts, "\\begingroup\\mrNoShorthands\n");
	out_string(&maker->charts, open);
	if (latex_scene_write(&maker->texts, maker->wanted->chart - 1, measure, height,
			      &maker->charts) != 0)
		return -1;
	out_string(&maker->charts, close);
	out_string(&maker->charts, "\\endgroup\n");
	return 0;
}

/* Headings are escaped where they are written, and their missing characters told here. */
static void report_headings(struct maker *maker)
{
	const char *const headings[] = {maker->job->matrix->title, maker->job->matrix->subtitle,
					maker->wanted->caption, maker->wanted->short_caption};
	struct out nowhere;

	out_to_memory(&nowhere, 0);
	for (size_t i = 0; i < sizeof(headings) / sizeof(*headings); i++)
		latex_words_write(&maker->texts, &nowhere, headings[i], NULL);
	out_release(&nowhere);
	latex_brand_report(&maker->brand, &maker->texts);
}

static int make_brand(struct maker *maker)
{
	maker->brand = (struct latex_brand){.job = maker->job,
					    .is_alone = maker->wanted->mode == LATEX_STANDALONE,
					    .has_drawing = maker->wanted->chart > 0,
					    .class = &maker->plan.wish.class,
					    .ink = &maker->texts.ink};
	if (brand_read(maker->job, maker->wanted->first_brand, &maker->brand.brand) != 0)
		return -1;
	return latex_brand_check(&maker->brand);
}

static int prepare(struct maker *maker)
{
	const struct latex_document *wanted = maker->wanted;
	struct latex_wish wish;

	plan_wish(wanted, &wish);
	/* The built-in document loads hyperref: a list for where it is missing would print nothing. */
	maker->texts.numbers_links =
		wanted->lists_links || wanted->mode != LATEX_STANDALONE || maker->job->has_template;
	maker->texts.shows_verified = wanted->shows_verified;
	maker->texts.has_letters = wanted->notes_at_page;
	if (latex_plan_make(&maker->plan, maker->job, &maker->texts, &wish) != 0 ||
	    check_wishes(maker) != 0 || make_brand(maker) != 0)
		return -1;
	if (resource(maker, "macros.tex", &maker->macros) != 0 ||
	    (wanted->notes_at_page && resource(maker, "pagenotes.tex", &maker->page_notes) != 0) ||
	    (*wanted->fonts && resource(maker, "fonts.tex", &maker->fonts) != 0))
		return -1;
	set_captions(maker);
	report_headings(maker);
	if (wanted->chart > 0 && make_chart(maker) != 0)
		return -1;
	latex_ranking_write(&maker->texts, &maker->charts, wish.class.is_beamer,
			    wanted->mode == LATEX_STANDALONE);
	if (wanted->mode != LATEX_STANDALONE) {
		latex_table_write(&maker->plan, &maker->frame, &maker->body);
		latex_changes_write(&maker->texts, &maker->body, maker->plan.environment);
		maker->needs_t1 = latex_unicode_text_needs_t1(out_at(&maker->body), maker->body.n);
	}
	return 0;
}

static int write_artifact(struct maker *maker)
{
	struct out out;
	int status = 0;

	out_to_sink(&out, maker->job->open(maker->job, ""));
	switch (maker->wanted->mode) {
	case LATEX_PREAMBLE:
		write_origin(maker, &out);
		write_needs(maker, &out, "");
		break;
	case LATEX_FRAGMENT: write_fragment(maker, &out); break;
	default: status = write_document(maker, &out); break;
	}
	if (out_finish(&out) != 0 || maker->body.failed || maker->charts.failed ||
	    maker->texts.links.failed) {
		maker->job->diag(maker->job, MR_ERROR, NULL, "out of memory");
		status = -1;
	}
	out_release(&out);
	return status;
}

int latex_file_render(const struct latex_document *document)
{
	struct maker maker = {.wanted = document, .job = document->job};
	int status;

	latex_words_init(&maker.texts, document->job, *document->fonts != '\0');
	out_to_memory(&maker.body, 0);
	out_to_memory(&maker.charts, 0);
	status = prepare(&maker);
	if (status == 0)
		status = write_artifact(&maker);
	latex_words_report(&maker.texts);
	if (status == 0 && maker.plan.n_cuts > 1)
		document->job->describe(document->job, "tables", maker.plan.n_cuts);
	out_release(&maker.body);
	out_release(&maker.charts);
	latex_words_release(&maker.texts);
	return status;
}
