/* SPDX-License-Identifier: MIT */
#include "latex/write/latex_table.h"
#include "latex/plan/latex_height.h"
#include "latex/text/latex_cell.h"

#include "common/write/weights.h"

struct writer {
	const struct latex_plan *plan;
	const struct latex_frame *frame;
	struct latex_texts *texts;
	const struct mr_matrix *m;
	struct out *out;
	uint32_t first, n; /* products of the group */
	uint32_t *shares;
	uint32_t group;
	bool is_from_right; /* the features stand at the right, the first product beside them */
	bool is_done; /* what stands under the table is written */
	bool has_legend; /* its legend is */
};

static void words(const struct writer *w, const char *text)
{
	latex_words_write(w->texts, w->out, text, NULL);
}

static void word(const struct writer *w, const char *key, const char *english)
{
	words(w, mr_word(w->m, key, english));
}

static void number(const struct writer *w, uint32_t value)
{
	out_unsigned(w->out, value);
}

/* For \caption and titles: no command of ours. */
static void moving(const struct writer *w, const char *text)
{
	static const struct latex_ink ink = {.is_moving = true};

	latex_escape(w->out, text, strlen(text), &ink, NULL);
}

static const char *title(const struct writer *w)
{
	return *w->frame->caption ? w->frame->caption : w->m->title;
}

static bool has_caption(const struct writer *w)
{
	return *w->frame->caption != '\0';
}

static bool is_long(const struct writer *w)
{
	return latex_environment_is_long(w->plan->environment);
}

/* ---- rows */

/* The product of the group's i-th column as it is written. */
static uint32_t column(const struct writer *w, uint32_t i)
{
	return w->first + (w->is_from_right ? w->n - 1 - i : i);
}

static void write_columns(const struct writer *w)
{
	static const char digits[] = "0123456789";

	out_string(w->out, "{@{}%\n");
	for (uint32_t i = 0; i <= w->n; i++) {
		uint32_t share = w->shares[w->is_from_right ? w->n - i : i];
		char text[] = {'.', digits[share / 1000 % 10], digits[share / 100 % 10],
			       digits[share / 10 % 10], digits[share % 10]};

		out_string(w->out, "  >{\\mrColumn}p{\\mrWidth{");
		if (share >= LATEX_WHOLE)
			out_char(w->out, '1');
		else
			out_bytes(w->out, text, sizeof(text));
		out_string(w->out, "}{");
		number(w, 2 * w->n);
		out_string(w->out, "}}%\n");
	}
	out_string(w->out, "  @{}}\n");
}

static void write_head(const struct writer *w)
{
	out_string(w->out, "  ");
	for (uint32_t i = 0; i < w->n; i++) {
		uint32_t col = column(w, i);
		const struct mr_product *product = mr_product_at(w->m, col);
		const struct mr_where where = {.kind = MR_AT_PRODUCT, .index = col};

		out_string(w->out, w->is_from_right ? "\\mrProduct{" : "& \\mrProduct{");
		latex_words_link_open(w->texts, w->out, product->url);
		latex_words_write(w->texts, w->out, product->name, &where);
		latex_words_link_close(w->texts, w->out, product->url);
		latex_cell_marks(w->texts, w->out, &product->notes,
				 w->frame->notes_at_page ? "\\mrHeadMark" : "\\mrNoteMark");
		if (*product->lifecycle_word) {
			out_string(w->out, "\\mrLifecycle{");
			words(w, product->lifecycle_word);
			out_char(w->out, '}');
		}
		out_string(w->out, w->is_from_right ? "} &\n  " : "}\n  ");
	}
	out_string(w->out, "\\\\\n");
}

static void write_ruled_head(const struct writer *w)
{
	out_string(w->out, "  \\toprule\\mrPlainRows\n");
	write_head(w);
	out_string(w->out, "  \\midrule\\mrStripedRows\n");
}

/* A category's row holds on to the row that follows: \\* */
static void write_category(const struct writer *w, uint32_t index, bool is_top, bool is_continued)
{
	const struct mr_category *category = mr_category_at(w->m, index);
	const struct mr_where where = {.kind = MR_AT_CATEGORY, .index = index};

	if (!is_top)
		out_string(w->out, "  \\addlinespace\n");
	if (mr_text_is_empty(category->name))
		return;
	out_string(w->out, "  \\mrPlainRows\\mrCategory{");
	number(w, w->n + 1);
	out_string(w->out, "}{");
	latex_words_link_open(w->texts, w->out, category->url);
	latex_words_rich(w->texts, w->out, category->name, &where);
	latex_words_link_close(w->texts, w->out, category->url);
	latex_cell_marks(w->texts, w->out, &category->notes, "\\mrNoteMark");
	if (is_continued) {
		out_string(w->out, w->is_from_right ? " )" : " (");
		word(w, "continued", "continued");
		out_char(w->out, w->is_from_right ? '(' : ')');
	} else if (!mr_text_is_empty(category->description)) {
		out_string(w->out, "\\mrCategoryDescription{");
		latex_words_rich(w->texts, w->out, category->description, &where);
		out_char(w->out, '}');
	}
	out_char(w->out, '}');
	if (is_long(w)) {
		out_string(w->out, "\\mrCarry{");
		latex_words_rich(w->texts, w->out, category->name, &where);
		out_char(w->out, '}');
	}
	out_string(w->out, "\\\\*\\mrStripedRows\n");
}

/* Where a page ends behind it, the next one does not go on with it. */
static void end_category(const struct writer *w, uint32_t index)
{
	if (is_long(w) && !mr_text_is_empty(mr_category_at(w->m, index)->name))
		out_string(w->out, "  \\noalign{\\mrCarry{}}\n");
}

static void write_feature_name(const struct writer *w, uint32_t row)
{
	const struct mr_feature *feature = mr_feature_at(w->m, row);
	const struct mr_where where = {.kind = MR_AT_FEATURE, .index = row};

	out_string(w->out, "\\mrFeature{");
	latex_words_link_open(w->texts, w->out, feature->url);
	latex_words_rich(w->texts, w->out, feature->name, &where);
	latex_words_link_close(w->texts, w->out, feature->url);
	if (weights_has_mark(feature)) {
		out_string(w->out, "\\mrWeight{");
		out_exact(w->out, feature->weight);
		out_char(w->out, '}');
	}
	latex_cell_marks(w->texts, w->out, &feature->notes, "\\mrNoteMark");
	out_char(w->out, '}');
	if (!mr_text_is_empty(feature->description)) {
		out_string(w->out, "\\mrDescription{");
		latex_words_rich(w->texts, w->out, feature->description, &where);
		out_char(w->out, '}');
	}
}

static void write_feature(const struct writer *w, uint32_t row)
{
	out_string(w->out, "  ");
	if (!w->is_from_right)
		write_feature_name(w, row);
	for (uint32_t i = 0; i < w->n; i++) {
		out_string(w->out, w->is_from_right ? "" : "\n  & ");
		latex_cell_write(w->texts, w->out, row, column(w, i));
		out_string(w->out, w->is_from_right ? " &\n  " : "");
	}
	if (w->is_from_right)
		write_feature_name(w, row);
	out_string(w->out, " \\\\\n");
}

static void write_rows(const struct writer *w, uint32_t from, uint32_t to)
{
	uint32_t last = UINT32_MAX;

	for (uint32_t row = from; row < to; row++) {
		uint32_t category = mr_feature_at(w->m, row)->category;

		if (category != last && row > from)
			end_category(w, last);
		if (category != last)
			write_category(w, category, row == from,
				       row > mr_category_at(w->m, category)->first_feature);
		write_feature(w, row);
		last = category;
	}
	if (to > from)
		end_category(w, last);
}

/* ---- captions */

static void write_caption(const struct writer *w)
{
	const char *brief = w->frame->short_caption;

	out_string(w->out, "\\caption");
	if (*brief) {
		out_string(w->out, "[{");
		moving(w, brief);
		out_string(w->out, "}]");
	}
	out_char(w->out, '{');
	moving(w, w->frame->caption);
	out_char(w->out, '}');
	if (*w->frame->label) {
		out_string(w->out, "\\label{");
		latex_escape_label(w->out, w->frame->label);
		out_char(w->out, '}');
	}
}

/* "Table 3", or without a caption the title. */
static void write_name(const struct writer *w)
{
	if (has_caption(w))
		out_string(w->out, w->is_from_right ? "\\mrLatin{\\tablename}~\\mrLatin{\\thetable}"
						    : "\\tablename~\\thetable");
	else
		words(w, title(w));
}

/* "products 4-6 of 14", where they are divided. */
static void write_range(const struct writer *w)
{
	const char *names[2] = {mr_product_at(w->m, w->first)->name,
				mr_product_at(w->m, w->first + w->n - 1)->name};

	if (w->plan->layout.n_groups == 1)
		return;
	out_string(w->out, ": ");
	words(w, names[0]);
	if (w->n > 1) {
		out_string(w->out, " \\textendash{} ");
		words(w, names[1]);
	}
}

static void write_continued(const struct writer *w)
{
	out_string(w->out, "\\mrPlainRows\\mrContinued{");
	number(w, w->n + 1);
	out_string(w->out, "}{");
	write_name(w);
	out_string(w->out, "}{");
	word(w, "continued", "continued");
	write_range(w);
	out_char(w->out, '}');
}

/* ---- environments */

/* The last rows hold room for what stays with them, which what stands below takes back. */
static void write_longtable(const struct writer *w, const struct latex_cut *cut, bool is_last)
{
	bool is_first = cut->group == 0;
	uint32_t n_lines = is_last ? latex_height_lines_below(w->plan) : 0;

	if (!is_first)
		out_string(w->out,
			   "\\addtocounter{table}{-1}%\n"
			   "\\expandafter\\def\\csname theHtable\\endcsname{mr.\\thetable.");
	if (!is_first) {
		number(w, cut->group);
		out_string(w->out, "}%\n");
	}
	if (n_lines > 0) {
		out_string(w->out, "\\mrKeepLines{");
		number(w, n_lines);
		out_string(w->out, "}%\n");
	}
	out_string(w->out, "\\begin{longtable}");
	write_columns(w);
	if (is_first && has_caption(w)) {
		out_string(w->out, "  \\mrPlainRows\n  ");
		write_caption(w);
		out_string(w->out, "\\\\\n");
	} else if (!is_first) {
		out_string(w->out, "  ");
		write_continued(w);
		out_string(w->out, "\\\\\n");
	}
	write_ruled_head(w);
	out_string(w->out, "  \\endfirsthead\n  ");
	write_continued(w);
	out_string(w->out, "\\\\\\addlinespace[2pt]\n");
	write_ruled_head(w);
	out_string(w->out, "  \\endhead\n  \\midrule\n  \\endfoot\n");
	out_string(w->out, n_lines > 0 ? "  \\mrRoomUsed\\bottomrule\n  \\endlastfoot\n"
				       : "  \\bottomrule\n  \\endlastfoot\n");
	write_rows(w, cut->from, cut->to);
	out_string(w->out, n_lines > 0 ? "  \\mrRoomKept\n" : "");
	out_string(w->out, "\\end{longtable}\n");
	if (is_first && !has_caption(w))
		out_string(w->out, "\\addtocounter{table}{-1}%\n");
}

static void write_tabular(const struct writer *w, const struct latex_cut *cut)
{
	out_string(w->out, "\\begin{tabular}");
	write_columns(w);
	write_ruled_head(w);
	write_rows(w, cut->from, cut->to);
	out_string(w->out, "  \\bottomrule\n\\end{tabular}%\n");
}

static void write_setup(const struct writer *w)
{
	const struct latex_plan *plan = w->plan;

	out_string(w->out, "\\mrSetup{\\");
	out_string(w->out, plan->request.sizes[plan->layout.size].command);
	out_string(w->out, "}{");
	out_unsigned(w->out, (uint64_t)(plan->layout.gap / 2));
	out_string(w->out, "pt}%\n");
}

/* Below the last float's rows, if it has the room; else as text of its own. */
static bool apparatus_fits(const struct latex_plan *plan)
{
	return plan->last_height + latex_height_apparatus(plan) < plan->page;
}

/* A float of its own for each cut; the first has the caption, the others continue it. */
static void write_float(struct writer *w, const struct latex_cut *cut, bool is_last)
{
	const char *name = latex_class_environment_name(w->plan->environment);
	bool is_first = cut == w->plan->cuts;

	out_string(w->out, is_first ? "\\mrFloatChecked{}%\n\\begin{" : "\\begin{");
	out_string(w->out, name);
	out_string(w->out, is_first ? "}\n" : "}[tp]\n");
	write_setup(w);
	out_string(w->out, "\\mrFloatSetup{}%\n");
	if (is_first && has_caption(w))
		write_caption(w);
	else if (!is_first) {
		out_string(w->out, "\\mrFloatContinued{");
		write_name(w);
		out_string(w->out, "}{");
		word(w, "continued", "continued");
		write_range(w);
		out_string(w->out, "}%");
	} else
		out_string(w->out, "%");
	out_char(w->out, '\n');
	write_tabular(w, cut);
	w->is_done = is_last && apparatus_fits(w->plan);
	w->has_legend =
		is_last && !w->is_done && w->frame->has_legend && latex_height_legend_fits(w->plan);
	if (w->is_done)
		latex_notes_write(w->plan, w->frame, w->out);
	else if (w->has_legend)
		latex_notes_legend(w->plan, w->out);
	out_string(w->out, "\\end{");
	out_string(w->out, name);
	out_string(w->out, "}\n");
}

/* One line, if the author has one. */
static const char *frame_title(const struct writer *w)
{
	return *w->frame->short_caption ? w->frame->short_caption : title(w);
}

static void write_frame(const struct writer *w, const struct latex_cut *cut)
{
	bool is_first = cut == w->plan->cuts;

	out_string(w->out, "\\begin{frame}\n\\frametitle{");
	moving(w, frame_title(w));
	if (!is_first) {
		out_string(w->out, " (");
		moving(w, mr_word(w->m, "continued", "continued"));
		out_char(w->out, ')');
	}
	out_string(w->out, "}\n");
	write_setup(w);
	out_string(w->out, "\\mrBoxed{%\n");
	write_tabular(w, cut);
	out_string(w->out, "}\n\\end{frame}\n");
}

static void write_last_frame(const struct writer *w)
{
	/* Beamer numbers such frames, also one alone: "I". */
	out_string(w->out, "\\setbeamertemplate{frametitle continuation}[from second][(");
	moving(w, mr_word(w->m, "continued", "continued"));
	out_string(w->out, ")]%\n\\begin{frame}[allowframebreaks]\n\\frametitle{");
	moving(w, frame_title(w));
	out_string(w->out, "}\n");
	write_setup(w);
	latex_notes_write(w->plan, w->frame, w->out);
	out_string(w->out, "\\end{frame}\n");
}

static void write_cut(struct writer *w, const struct latex_cut *cut, bool is_last)
{
	switch (w->plan->environment) {
	case LATEX_TABULAR:
		out_string(w->out, "\\noindent\\mrBoxed{%\n");
		write_tabular(w, cut);
		out_string(w->out, "}%\n");
		break;
	case LATEX_TABLE:
	case LATEX_TABLE_STAR: write_float(w, cut, is_last); break;
	case LATEX_FRAMES: write_frame(w, cut); break;
	default: write_longtable(w, cut, is_last); break;
	}
}

static void write_cuts(struct writer *w)
{
	const struct latex_plan *plan = w->plan;
	struct latex_frame rest = *w->frame;

	for (uint32_t i = 0; i < plan->n_cuts; i++) {
		const struct latex_cut *cut = &plan->cuts[i];

		if (i == 0 || cut->group != w->group)
			w->shares = latex_plan_shares(plan, cut->group, &w->first, &w->n);
		w->group = cut->group;
		write_cut(w, cut, i + 1 == plan->n_cuts);
		plan->job->progress(plan->job, i + 1u, plan->n_cuts);
	}
	rest.has_legend = rest.has_legend && !w->has_legend;
	if (plan->environment == LATEX_FRAMES)
		write_last_frame(w);
	else if (!w->is_done)
		latex_notes_write(plan, &rest, w->out);
}

void latex_table_write(const struct latex_plan *plan, const struct latex_frame *frame,
		       struct out *out)
{
	/* A document that sets its own margins turns its paper: its title stays with the table. */
	bool is_turned = plan->environment == LATEX_LANDSCAPE && !plan->wish.has_geometry;
	struct writer w = {.plan = plan,
			   .frame = frame,
			   .texts = plan->texts,
			   .is_from_right = plan->texts->ink.is_from_right,
			   .m = plan->job->matrix,
			   .out = out};

	out_string(out, is_turned ? "\\begin{landscape}%\n" : "\\begingroup%\n");
	/* Inside the group, as the page heads and what stands under the table are. */
	if (w.is_from_right)
		out_string(out, "\\def\\mrDirected#1#2{#2}%\n");
	if (frame->lists_links)
		out_string(out, "\\renewcommand\\mrLinkNumber[1]{\\mrReference{#1}}%\n");
	if (frame->notes_at_page) {
		latex_notes_define(plan, frame, out);
		out_string(out, "\\renewcommand\\mrNoteMark[1]{\\mrPageNote{");
		latex_escape_label(out, frame->label);
		out_string(out, "}{#1}}%\n");
	}
	latex_cell_define(w.texts, out);
	if (plan->environment != LATEX_FRAMES)
		write_setup(&w);
	if (is_long(&w)) {
		out_string(out, "\\mrLongSetup{}%\n\\mrCarryOn{");
		word(&w, "continued", "continued");
		out_string(out, "}%\n");
	}
	write_cuts(&w);
	out_string(out, is_turned ? "\\end{landscape}\n" : "\\par\\endgroup\n");
}
