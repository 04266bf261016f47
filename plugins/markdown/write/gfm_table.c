/* SPDX-License-Identifier: MIT */
/* The tables: one with section rows, or one a category below its heading. */
#include "markdown/write/gfm.h"

#include "common/write/weights.h"

/* ------------------------------------------------------------------ names */

static bool is_calm(const struct mr_text *name)
{
	for (uint32_t i = 0; i < name->spans.n; i++) {
		uint32_t kind = mr_span_at(name, i)->kind;

		if (kind != MR_SPAN_TEXT && kind != MR_SPAN_CODE)
			return false;
	}
	return name->n_bytes > 0 && name->plain[0] != ' ' && name->plain[name->n_bytes - 1] != ' ';
}

/* A name in the link of its record; one with links of its own keeps them. */
static void put_linked(struct gfm *gfm, const struct mr_text *name, const char *url,
		       enum spans_place place)
{
	const char *around = spans_have_link(name) ? "" : url;

	spans_link_open(gfm->out, around);
	spans_put(gfm->out, name, place);
	spans_link_close(gfm->out, around, place);
}

/* Where a name's own link leads elsewhere. */
static bool needs_details(const struct mr_text *name, const char *url)
{
	return *url && spans_have_link(name);
}

static void put_details(struct gfm *gfm, const char *url, enum spans_place place)
{
	spans_link_open(gfm->out, url);
	spans_letters(gfm->out, mr_word(gfm->m, "details", "Details"), place);
	spans_link_close(gfm->out, url, place);
}

/* What stands below a name: description, the address that its link is not, weight. */
static void put_below(struct gfm *gfm, enum spans_place place, const struct mr_text *description,
		      const char *details, const struct mr_feature *feature)
{
	struct out *out = gfm->out;
	const char *between = "";

	if (!mr_text_is_empty(description)) {
		spans_put(out, description, place);
		between = " · ";
	}
	if (*details) {
		out_string(out, between);
		put_details(gfm, details, place);
		between = " · ";
	}
	if (feature && weights_has_mark(feature)) {
		out_string(out, between);
		out_string(out, "×");
		out_exact(out, feature->weight);
	}
}

/* The same within a cell. */
static void put_small(struct gfm *gfm, const struct mr_text *description, const char *details,
		      const struct mr_feature *feature)
{
	bool has_weight = feature && weights_has_mark(feature);

	if (mr_text_is_empty(description) && !*details && !has_weight)
		return;
	out_string(gfm->out, "<br><small>");
	put_below(gfm, SPANS_CELL, description, details, feature);
	out_string(gfm->out, "</small>");
}

/* ------------------------------------------------------------------ rows */

static void put_head(struct gfm *gfm)
{
	struct out *out = gfm->out;

	out_string(out, "\n| ");
	spans_letters(out, mr_word(gfm->m, "feature", "Feature"), SPANS_CELL);
	for (uint32_t col = 0; col < gfm->m->products.n; col++) {
		const struct mr_product *product = mr_product_at(gfm->m, col);

		out_string(out, " | ");
		spans_link_open(out, product->url);
		spans_letters(out, product->name, SPANS_CELL);
		spans_link_close(out, product->url, SPANS_CELL);
		gfm_cell_marks(gfm, &product->notes);
		if (*product->lifecycle_word) {
			out_string(out, "<br><small>");
			spans_letters(out, product->lifecycle_word, SPANS_CELL);
			out_string(out, "</small>");
		}
	}
	out_string(out, " |\n| ---");
	for (uint32_t col = 0; col < gfm->m->products.n; col++)
		out_string(out, " | ---");
	out_string(out, " |\n");
}

static void put_row(struct gfm *gfm, uint32_t row)
{
	const struct mr_feature *feature = mr_feature_at(gfm->m, row);

	out_string(gfm->out, "| ");
	put_linked(gfm, feature->name, feature->url, SPANS_CELL);
	gfm_cell_marks(gfm, &feature->notes);
	put_small(gfm, feature->description,
		  needs_details(feature->name, feature->url) ? feature->url : "", feature);
	for (uint32_t col = 0; col < gfm->m->products.n; col++) {
		out_string(gfm->out, " | ");
		gfm_cell_put(gfm, mr_cell_at(gfm->m, row, col));
		gfm_changes_mark(gfm, row, col);
	}
	out_string(gfm->out, " |\n");
}

static void put_rows(struct gfm *gfm, const struct mr_category *category)
{
	for (uint32_t i = 0; i < category->n_features; i++)
		put_row(gfm, category->first_feature + i);
	gfm->job->progress(gfm->job, category->first_feature + category->n_features,
			   gfm->m->features.n);
}

/* ------------------------------------------------------------------ categories */

/* Bold words in the first cell, and nothing in the others. */
static void put_section(struct gfm *gfm, const struct mr_category *category)
{
	struct out *out = gfm->out;
	bool is_calm_name = is_calm(category->name);

	if (mr_text_is_empty(category->name))
		return;
	out_string(out, is_calm_name ? "| **" : "| <strong>");
	put_linked(gfm, category->name, category->url, SPANS_CELL);
	out_string(out, is_calm_name ? "**" : "</strong>");
	gfm_cell_marks(gfm, &category->notes);
	put_small(gfm, category->description,
		  needs_details(category->name, category->url) ? category->url : "", NULL);
	for (uint32_t col = 0; col < gfm->m->products.n; col++)
		out_string(out, " |");
	out_string(out, " |\n");
}

static void put_heading(struct gfm *gfm, const struct mr_category *category)
{
	struct out *out = gfm->out;

	if (mr_text_is_empty(category->name))
		return;
	out_char(out, '\n');
	for (uint32_t i = 0; i < gfm->level + 1; i++)
		out_char(out, '#');
	out_char(out, ' ');
	put_linked(gfm, category->name, category->url, SPANS_BLOCK);
	gfm_cell_marks(gfm, &category->notes);
	out_char(out, '\n');
	if (mr_text_is_empty(category->description) &&
	    !needs_details(category->name, category->url))
		return;
	out_string(out, "\n<small>");
	put_below(gfm, SPANS_BLOCK, category->description,
		  needs_details(category->name, category->url) ? category->url : "", NULL);
	out_string(out, "</small>\n");
}

void gfm_table_put(struct gfm *gfm)
{
	for (uint32_t i = 0; i < gfm->m->categories.n; i++) {
		const struct mr_category *category = mr_category_at(gfm->m, i);

		if (gfm->has_headings)
			put_heading(gfm, category);
		if (gfm->has_headings || i == 0)
			put_head(gfm);
		if (!gfm->has_headings)
			put_section(gfm, category);
		put_rows(gfm, category);
	}
}
