/* SPDX-License-Identifier: MIT */
#include "html/html_page.h"

#include "common/chart/chart.h"
#include "common/chart/chart_measures.h"
#include "common/scene/scene_svg.h"
#include "html/html_escape.h"

/* In points; the style sheet lets the drawing shrink with the window.  Beside a table its words would be too small so. */
#define WIDTH 640
#define WIDTH_BESIDE 320

static bool find_kind(const char *name, enum chart_kind *kind)
{
	for (uint32_t i = 0; i < CHART_N_KINDS; i++) {
		if (strcmp(chart_name((enum chart_kind)i), name) == 0) {
			*kind = (enum chart_kind)i;
			return true;
		}
	}
	return false;
}

/*
 * Of the older edition a page has no counts to make anew, of evidence no colours, and a ranking has its own table that
 * follows: the slope chart, an overview of evidence and the chart ranking stay as they are, and say so.
 */
static const char *script_of(const struct scene *scene, enum chart_kind kind, const char *name)
{
	if (kind == CHART_SLOPE || kind == CHART_RANKING ||
	    (kind == CHART_EVIDENCE && scene->table.n_rows == 0))
		return "";
	if (kind == CHART_EVIDENCE)
		return "heatmap";
	return scene->table.n_rows > 0 ? name : "overview";
}

static void put_drawing(struct html_page *page, enum chart_kind kind, const struct scene *scene)
{
	struct scene_svg_options options = {.is_inline = true};
	struct out prefix, measures;

	out_to_memory(&prefix, 256);
	out_to_memory(&measures, 0);
	out_string(&prefix, page->prefix);
	out_string(&prefix, "mr-drawing");
	options.prefix = out_at(&prefix);
	out_string(&page->drawing, "<figure class=\"mr-chart\" data-chart=\"");
	html_string(&page->drawing, page->chart_script);
	if (kind == CHART_EVIDENCE)
		out_string(&page->drawing, "\" data-facts=\"");
	out_string(&page->drawing, "\" data-measures=\"");
	chart_measures_json(&measures);
	html_string(&page->drawing, out_at(&measures));
	out_string(&page->drawing, "\">\n");
	scene_svg(scene, &options, &page->drawing);
	out_string(&page->drawing, "</figure>\n");
	out_release(&prefix);
	out_release(&measures);
}

/* An overview has none: it would be the page's own table. */
static void put_numbers(struct html_page *page, const struct scene *scene)
{
	if (scene->table.n_rows == 0)
		return;
	out_string(&page->drawing, "<details class=\"mr-numbers\"><summary>");
	html_words_say(page, &page->drawing, "data", "Data");
	out_string(&page->drawing, "</summary>\n");
	scene_html_table(scene, "mr-chart-table", &page->drawing);
	out_string(&page->drawing, "</details>\n");
}

static void put_colours(struct html_page *page, const struct scene *scene)
{
	struct out *out = &page->chart_css;

	scene_svg_css(scene, PALETTE_LIGHT, ".mr-chart", out);
	/* on paper they are the light ones, whatever the theme, as html_palette has it */
	out_string(out, "@media screen and (prefers-color-scheme: dark) {\n");
	scene_svg_css(scene, PALETTE_DARK, ".mr[data-theme=auto] .mr-chart", out);
	out_string(out, "}\n@media screen {\n");
	scene_svg_css(scene, PALETTE_DARK, ".mr[data-theme=dark] .mr-chart", out);
	out_string(out, "}\n");
}

void html_chart_draw(struct html_page *page)
{
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;
	enum chart_kind kind;

	out_to_memory(&page->drawing, 0);
	out_to_memory(&page->chart_css, 0);
	if (!find_kind(page->chart, &kind))
		return;
	options.clock = page->job->clock;
	options.width = strcmp(page->chart_at, "beside") == 0 ? WIDTH_BESIDE : WIDTH;
	options.is_bare = true;
	options.is_transparent = true;
	scene_init(&scene, NULL);
	scene.has_accent = page->brand.has_accent;
	scene.accent = page->brand.accent;
	chart_draw(kind, page->m, &options, &scene);
	if (scene.failed) {
		page->job->diag(page->job, MR_WARNING, NULL, "the chart is left out: %s",
				scene.problem);
	} else {
		page->chart_script = script_of(&scene, kind, page->chart);
		put_drawing(page, kind, &scene);
		put_numbers(page, &scene);
		put_colours(page, &scene);
	}
	scene_release(&scene);
}
