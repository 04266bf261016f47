/* SPDX-License-Identifier: MIT */
/*
 * brand - what a house has in each of its documents: a logo, lines, whom it is for, a colour.
 *
 * Options are called alike in every format that has them, so that a style says each once:
 *
 *     enum { OPTION_BRAND = N_OWN_OPTIONS, N_OPTIONS = OPTION_BRAND + BRAND_N };
 *     static const struct mr_option options[] = { ..., BRAND_OPTIONS("in the head of the page", ...) };
 *
 * What the lines are is running.h's to say.
 */
#ifndef MESHREPORT_COMMON_BRAND_H
#define MESHREPORT_COMMON_BRAND_H

#include <stdbool.h>

#include "common/write/running.h"

/* In this order, from the index that is called `first` below. */
enum brand_option { BRAND_LOGO, BRAND_HEADER, BRAND_FOOTER, BRAND_CLIENT, BRAND_ACCENT, BRAND_N };

#define BRAND_OPTIONS(logo_help, header_help, footer_help, accent_help)                           \
	{.name = "logo", .type = MR_OPTION_FILE, .help = logo_help},                              \
		{.name = "header",                                                                \
		 .type = MR_OPTION_STRING,                                                        \
		 .initial = "",                                                                   \
		 .help = header_help                                                              \
		 ", in up to three parts between '|'; places are " RUNNING_PLACES},               \
		{.name = "footer", .type = MR_OPTION_STRING, .initial = "", .help = footer_help}, \
		{.name = "client",                                                                \
		 .type = MR_OPTION_STRING,                                                        \
		 .initial = "",                                                                   \
		 .help = "for whom it is made, for the place {client} of header and footer"},     \
	{                                                                                         \
		.name = "accent", .type = MR_OPTION_COLOUR, .help = accent_help                   \
	}

struct brand {
	struct mr_bytes logo; /* n 0 without */
	const char *logo_name; /* without its folder; "" without */
	const char *header, *footer; /* "" for none */
	bool has_no_footer; /* not even the format's own */
	struct running values; /* without page and total */
	bool has_accent;
	uint32_t accent; /* 0xRRGGBB as it was asked for */
};

/* For mr_plugin.vet: 0, or -1 with what is wrong with option `index` of BRAND_OPTIONS at `first`. */
int brand_vet(uint32_t first, uint32_t index, const struct mr_value *value, char *why, size_t size);

/*
 * From the values at `first`; 0, or -1 after an MR_ERROR.  Strings are the job's.  A footer "none" is no line.
 */
int brand_read(struct mr_job *job, uint32_t first, struct brand *out);

/* A part of one of its lines (running_put) as text of the job's; "" for an empty one. */
const char *brand_part(struct mr_job *job, const char *line, uint32_t part,
		       const struct running *values);

#endif
