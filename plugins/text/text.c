/* SPDX-License-Identifier: MIT */
/*
 * text - the comparison as text, for a terminal and for mail.
 */
#include <meshreport/plugin.h>

#include "text/text_file.h"

/*
 * The narrowest page: what follows counts on room for a few letters, and the mark of the program stands in one line
 * of it.  Wider than the widest, nobody reads a line.
 */
enum { NARROWEST = 20, USUAL = 80, WIDEST = 10000 };

enum option {
	OPTION_WIDTH,
	OPTION_STYLE,
	OPTION_LAYOUT,
	OPTION_GROUPS,
	OPTION_RULES,
	OPTION_REPEAT_HEADS,
	OPTION_LINKS,
	OPTION_LEGEND,
	OPTION_VERIFIED
};

static const struct mr_option options[] = {
	[OPTION_WIDTH] = {"width", MR_OPTION_INTEGER, NULL, NULL, NARROWEST, WIDEST,
			  "columns of a line (default: the terminal's, else 80)"},
	[OPTION_STYLE] = {"style", MR_OPTION_CHOICE, "box", "box|ascii|plain", 0, 0,
			  "lines of box drawing, of ASCII, or none"},
	[OPTION_LAYOUT] = {"layout", MR_OPTION_CHOICE, "auto", "auto|table|list", 0, 0,
			   "a table, or a list of features; auto: a table where one fits"},
	[OPTION_GROUPS] = {"groups", MR_OPTION_INTEGER, "0", NULL, 0, 1000,
			   "divide the products into so many tables; 0: as few as fit"},
	[OPTION_RULES] = {"rules", MR_OPTION_CHOICE, "auto", "auto|all|categories", 0, 0,
			  "where lines stand between rows; auto: everywhere where many rows wrap"},
	[OPTION_REPEAT_HEADS] = {"repeat-heads", MR_OPTION_FLAG, "yes", NULL, 0, 0,
				 "the names of the products again after a screen of rows"},
	[OPTION_LINKS] = {"links", MR_OPTION_CHOICE, "auto", "auto|list", 0, 0,
			  "list the addresses that the terminal cannot follow, or all"},
	[OPTION_LEGEND] = {"legend", MR_OPTION_FLAG, "yes", NULL, 0, 0, "explain the signs"},
	[OPTION_VERIFIED] = {"verified", MR_OPTION_FLAG, "yes", NULL, 0, 0,
			     "show the day a cell was verified"},
};

static uint32_t index_of(const struct mr_job *job, enum option option)
{
	return (uint32_t)mr_option_value(job, option)->integer;
}

static uint32_t width_of(const struct mr_job *job)
{
	const struct mr_value *value = mr_option_value(job, OPTION_WIDTH);

	if (value->is_set)
		return (uint32_t)value->integer;
	if (job->columns == 0)
		return USUAL;
	return job->columns < NARROWEST ? NARROWEST : job->columns < WIDEST ? job->columns : WIDEST;
}

static int render(struct mr_job *job)
{
	const struct text_options is = {
		.width = width_of(job),
		.style = (enum text_style)index_of(job, OPTION_STYLE),
		.form = (enum text_form)index_of(job, OPTION_LAYOUT),
		.n_groups = index_of(job, OPTION_GROUPS),
		.rules = (enum text_rules)index_of(job, OPTION_RULES),
		.repeats_heads = index_of(job, OPTION_REPEAT_HEADS) != 0,
		.lists_links = index_of(job, OPTION_LINKS) == 1,
		.has_legend = index_of(job, OPTION_LEGEND) != 0,
		.shows_verified = index_of(job, OPTION_VERIFIED) != 0,
	};

	return text_file_render(job, &is);
}

MR_EXPORT const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,
	.name = "text",
	.summary = "text for a terminal and for mail",
	.version = "1.0",
	.extension = "txt",
	.media_type = "text/plain",
	.capabilities = MR_CAN_DOCUMENT | MR_CAN_SCREEN,
	.options = options,
	.n_options = sizeof(options) / sizeof(*options),
	.render = render,
	.license = "MIT",
	.examples = "-O style=ascii -O width=72 # for mail\n"
		    "-O layout=list # without a table",
};
