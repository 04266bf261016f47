/* SPDX-License-Identifier: MIT */
/*
 * running - a line that a house wants on every page: "{client} | {title} | {page} / {total}".
 *
 * Up to three parts between bars stand at the start, in the middle and at the end of the line; places
 * in braces are filled for each page.  Pure.
 */
#ifndef MESHREPORT_COMMON_RUNNING_H
#define MESHREPORT_COMMON_RUNNING_H

#include "common/write/out.h"

#define RUNNING_PARTS 3u
#define RUNNING_NONE "none" /* what a footer says for none at all */
/* For the help of an option. */
#define RUNNING_PLACES \
	"{title}, {subtitle}, {date}, {page}, {total}, {category}, {products}, {client} and {credit}"

struct running {
	const char *title, *subtitle, *date, *client, *credit; /* never null */
	/* of the page; null or "": it has none, or the format has no pages: a part that names it is left out */
	const char *category, *products;
	const char *page_words, *total_words; /* null: the numbers that follow */
	uint32_t page,
		total; /* 0: the format has no pages, and a part that names them is left out */
};

/* 0, or -1 with what is wrong with a line, in one sentence without the option's name. */
int running_vet(const char *line, char *why, size_t size);
/* "2019-11-06": the day of the data, else that of the run; nothing without. */
void running_put_day(struct out *out, const struct mr_job *job);
/* Appends part 0, 1 or 2 of a vetted line, its places filled, without white space at its ends. */
void running_put(struct out *out, const char *line, uint32_t part, const struct running *values);

#endif
