/* SPDX-License-Identifier: MIT */
/*
 * chart_job - from a job's options to finished scenes: what the picture formats have in common.
 *
 * A plugin puts CHART_OPTIONS(themes) first into its option table, builds a struct chart_request from the
 * values, and calls chart_job_run(), which draws one chart or all, in one picture or in parts,
 * reports what cannot be drawn, what was shortened, and hands each scene to `paint`.
 *
 * Artifacts: a single picture has no part name; several are named by their chart, and parts of one
 * chart by number: "coverage", "heatmap-03".
 */
#ifndef COMMON_CHART_JOB_H
#define COMMON_CHART_JOB_H

#include "common/chart/chart.h"
#include "common/write/brand.h"

/* Indexes of CHART_OPTIONS, which stand first in the plugin's table. */
enum chart_option_index {
	CHART_OPTION_CHART = 0,
	CHART_OPTION_THEME,
	CHART_OPTION_ORDER,
	CHART_OPTION_SCALE,
	CHART_OPTION_TRANSPARENT,
	CHART_OPTION_FONT,
	CHART_OPTION_ROWS,
	CHART_OPTION_COLUMNS,
	CHART_OPTION_TURN,
	CHART_N_OPTIONS
};

/* `themes`: the choices that the format has, as a plugin's option has them; CHART_THEMES or those and more. */
#define CHART_THEMES "light|dark|print"
#define CHART_OPTIONS(themes, themes_help)                                                         \
	{.name = "chart",                                                                          \
	 .type = MR_OPTION_CHOICE,                                                                 \
	 .initial = "heatmap",                                                                     \
	 .choices = CHART_KINDS "|all",                                                            \
	 .help = "What is drawn; all makes a picture of each; slope needs --since"},               \
		{.name = "theme",                                                                  \
		 .type = MR_OPTION_CHOICE,                                                         \
		 .initial = "light",                                                               \
		 .choices = themes,                                                                \
		 .help = themes_help},                                                             \
		{.name = "order",                                                                  \
		 .type = MR_OPTION_CHOICE,                                                         \
		 .initial = "auto",                                                                \
		 .choices = "auto|data|value",                                                     \
		 .help = "As in the dataset, or the best covered first, as ranking always is; "    \
			 "auto is data, but of features those that products differ in most "       \
			 "come first"},                                                            \
		{.name = "scale",                                                                  \
		 .type = MR_OPTION_NUMBER,                                                         \
		 .initial = "1",                                                                   \
		 .min = 0.25,                                                                      \
		 .max = 8,                                                                         \
		 .help = "Size of text and everything else; 1 is text of 8 points"},               \
		{.name = "transparent",                                                            \
		 .type = MR_OPTION_FLAG,                                                           \
		 .initial = "no",                                                                  \
		 .help = "Leave the ground unpainted"},                                            \
		{.name = "font",                                                                   \
		 .type = MR_OPTION_STRING,                                                         \
		 .help = "Font family, or the path of a font file, tried before the usual ones"},  \
		{.name = "rows",                                                                   \
		 .type = MR_OPTION_INTEGER,                                                        \
		 .initial = "0",                                                                   \
		 .max = 100000,                                                                    \
		 .help = "Features (features, heatmap, evidence) or products (others, and turned " \
			 "ones) below each other in one picture; 0 puts all in one, as matrix "    \
			 "always does"},                                                           \
		{.name = "columns",                                                                \
		 .type = MR_OPTION_INTEGER,                                                        \
		 .initial = "0",                                                                   \
		 .max = 100000,                                                                    \
		 .help = "Products beside each other in one picture of heatmap and evidence "      \
			 "(features, if turned); 0 puts all in one"},                              \
	{                                                                                          \
		.name = "turn", .type = MR_OPTION_FLAG, .initial = "no",                           \
		.help = "Products below each other and features beside, in heatmap and evidence"   \
	}

struct chart_request {
	struct chart_options options; /* of every picture; parts are set by chart_job_run() */
	bool is_all;
	enum chart_kind kind; /* unless is_all */
	uint32_t n_rows, n_columns; /* in one picture; 0: all */
	const char *font; /* "": none */
	const struct scene_measure *measure; /* or null */
	/* Paints a scene that did not fail into the artifact `part`; 0, or -1 after an MR_ERROR. */
	int (*paint)(struct mr_job *job, const struct scene *scene, const char *part, void *user);
	void *user;
	struct brand brand; /* what options.brand points to, after chart_job_brand() */
};

/* From the first CHART_N_OPTIONS values of the job, with a warning of one without effect; width, height, measure and paint stay unset. */
void chart_job_request(struct mr_job *job, struct chart_request *request);

/*
 * What the house has, from the options at `first` (BRAND_OPTIONS); the request keeps its place from then on.  0, or -1 after an
 * MR_ERROR.  A logo that does not say its size (an AVIF, an SVG without) is left out with a warning.
 */
int chart_job_brand(struct mr_job *job, uint32_t first, struct chart_request *request);

/* 0, or -1 after an MR_ERROR was reported. */
int chart_job_run(struct mr_job *job, const struct chart_request *request);

#endif
