/* SPDX-License-Identifier: MIT */
/*
 * latex - the comparison as a table that drops into any paper.  README.md is the manual.
 */
#include "latex/write/latex_file.h"

#include <meshreport/plugin.h>

#include "common/chart/chart.h"
#include "common/write/brand.h"
#include "common/write/unshown.h"

enum option {
	OPTION_MODE,
	OPTION_CLASS,
	OPTION_PAPER,
	OPTION_COLUMNS,
	OPTION_ENVIRONMENT,
	OPTION_MEASURE,
	OPTION_HEIGHT,
	OPTION_FONTSIZE,
	OPTION_SIZE,
	OPTION_GROUPS,
	OPTION_CAPTION,
	OPTION_SHORT_CAPTION,
	OPTION_LABEL,
	OPTION_NOTES,
	OPTION_LINKS,
	OPTION_LEGEND,
	OPTION_VERIFIED,
	OPTION_FONT,
	OPTION_CHART,
	OPTION_BRAND
};

static const struct mr_option options[] = {
	[OPTION_MODE] =
		{"mode", MR_OPTION_CHOICE, "standalone", "standalone|fragment|preamble", 0, 0,
		 "a whole document, a file for \\input, or only the lines its preamble needs"},
	[OPTION_CLASS] = {"class", MR_OPTION_CHOICE, "article", LATEX_CLASSES, 0, 0,
			  "the document class that the table is set in"},
	[OPTION_PAPER] = {"paper", MR_OPTION_CHOICE, "a4", "a4|letter", 0, 0, "the paper"},
	[OPTION_COLUMNS] = {"columns", MR_OPTION_INTEGER, "1", NULL, 1, 2,
			    "columns of text on a page, for classes of one"},
	[OPTION_ENVIRONMENT] = {"environment", MR_OPTION_CHOICE, "auto", LATEX_ENVIRONMENTS, 0, 0,
				"how the table is set"},
	[OPTION_MEASURE] = {"measure", MR_OPTION_LENGTH, NULL, NULL, 72, 3000,
			    "the width of the line it is set in, where it is not the class's own"},
	[OPTION_HEIGHT] = {"height", MR_OPTION_LENGTH, NULL, NULL, 144, 3000,
			   "the height of a page's text, where it is not the class's own"},
	[OPTION_FONTSIZE] = {"fontsize", MR_OPTION_CHOICE, "class", LATEX_FONTSIZES, 0, 0,
			     "the document's own size of type, as in its class options"},
	[OPTION_SIZE] = {"size", MR_OPTION_CHOICE, "auto",
			 "auto|normalsize|small|footnotesize|scriptsize|tiny", 0, 0,
			 "the size of the type"},
	[OPTION_GROUPS] = {"groups", MR_OPTION_INTEGER, "0", NULL, 0, 1000,
			   "divide the products into so many tables; 0: as few as fit"},
	[OPTION_CAPTION] = {"caption", MR_OPTION_STRING, NULL, NULL, 0, 0,
			    "the caption (default: the title; none in a standalone document)"},
	[OPTION_SHORT_CAPTION] = {"short-caption", MR_OPTION_STRING, NULL, NULL, 0, 0,
				  "the caption for the list of tables"},
	[OPTION_LABEL] = {"label", MR_OPTION_STRING, NULL, NULL, 0, 0,
			  "the label for \\ref (default: tab: and the dataset's name)"},
	[OPTION_NOTES] = {"notes", MR_OPTION_CHOICE, "end", "end|page", 0, 0,
			  "where notes stand: under the table or at the foot of their page"},
	[OPTION_LINKS] =
		{"links", MR_OPTION_CHOICE, "auto", "auto|list", 0, 0,
		 "list the addresses under the table where hyperref is missing, or always"},
	[OPTION_LEGEND] = {"legend", MR_OPTION_FLAG, "yes", NULL, 0, 0, "explain the signs"},
	[OPTION_VERIFIED] = {"verified", MR_OPTION_FLAG, "no", NULL, 0, 0,
			     "show the day a cell was verified"},
	[OPTION_FONT] = {"font", MR_OPTION_STRING, NULL, NULL, 0, 0,
			 "fonts by name, joined by commas, for text that Latin Modern lacks; needs "
			 "fontspec and xelatex or lualatex"},
	[OPTION_CHART] = {"chart", MR_OPTION_CHOICE, "none", "none|" CHART_KINDS, 0, 0,
			  "a chart before the table, as TikZ; needs texlive-pictures"},
	BRAND_OPTIONS(
		"a PNG or JPEG of the house that makes the document, beside its title; the file has to lie "
		"beside the document, and a fragment has none",
		"a line at the top of each page of a document",
		"such a line at the foot, in place of the page's number, or none",
		"the house's colour, for title, heads and categories; darker where words would be hard to "
		"read in it; a fragment has it where its paper loads color or xcolor"),
};

static const char *text_of(const struct mr_job *job, enum option option)
{
	const struct mr_value *value = mr_option_value(job, option);

	return value->is_set ? value->text : "";
}

static uint32_t index_of(const struct mr_job *job, enum option option)
{
	return (uint32_t)mr_option_value(job, option)->integer;
}

/* Lengths are PDF points; TeX's are a little smaller. */
static double length_of(const struct mr_job *job, enum option option)
{
	const struct mr_value *value = mr_option_value(job, option);

	return value->is_set ? value->number * 72.27 / 72 : 0;
}

static int render(struct mr_job *job)
{
	struct latex_document document = {
		.job = job,
		.mode = index_of(job, OPTION_MODE),
		.class_index = index_of(job, OPTION_CLASS),
		.is_letter = index_of(job, OPTION_PAPER) == 1,
		.columns = index_of(job, OPTION_COLUMNS),
		.environment = index_of(job, OPTION_ENVIRONMENT),
		.measure = length_of(job, OPTION_MEASURE),
		.height = length_of(job, OPTION_HEIGHT),
		.fontsize = index_of(job, OPTION_FONTSIZE),
		.size = index_of(job, OPTION_SIZE),
		.n_groups = index_of(job, OPTION_GROUPS),
		.has_own_caption = mr_option_value(job, OPTION_CAPTION)->is_set,
		.caption = text_of(job, OPTION_CAPTION),
		.short_caption = text_of(job, OPTION_SHORT_CAPTION),
		.label = text_of(job, OPTION_LABEL),
		.notes_at_page = index_of(job, OPTION_NOTES) == 1,
		.lists_links = index_of(job, OPTION_LINKS) == 1,
		.has_legend = index_of(job, OPTION_LEGEND) != 0,
		.shows_verified = index_of(job, OPTION_VERIFIED) != 0,
		.fonts = text_of(job, OPTION_FONT),
		.first_brand = OPTION_BRAND,
		.chart = index_of(job, OPTION_CHART),
	};

	if (!document.shows_verified)
		unshown_days(job, "-O verified shows them");
	return latex_file_render(&document);
}

static int vet(uint32_t index, const struct mr_value *value, char *why, size_t size)
{
	return brand_vet(OPTION_BRAND, index, value, why, size);
}

MR_EXPORT const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "latex",
	.summary = "a table for LaTeX: a document or a file for \\input",
	.version = "1.0",
	.extension = "tex",
	.media_type = "application/x-tex",
	.capabilities = MR_CAN_DOCUMENT,
	.options = options,
	.n_options = sizeof(options) / sizeof(*options),
	.template_name = "document.tex",
	.render = render,
	.vet = vet,
	.license = "MIT",
	.examples = "-O mode=fragment -o table.tex # for \\input in a document of your own\n"
		    "-O class=IEEEtran -O columns=2 # across both columns of a paper",
};
