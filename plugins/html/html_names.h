/* SPDX-License-Identifier: MIT */
/*
 * html_names - the names of the script that the page says in two letters.
 *
 * The list is templates/html/script_names.txt: a name a line, sorted by bytes.  Its place in the list makes the short
 * name ("$a" to "$9", "_a" to "_9", "A0" to "Z9"), so that the same name is the same in every file and in every page of a version.  A name of the
 * list is the script's own wherever it stands outside of strings; tests/script and tests/browser see to it.
 *
 * The names borrow the text that they are read from.
 */
#ifndef MESHREPORT_HTML_NAMES_H
#define MESHREPORT_HTML_NAMES_H

#include <stdbool.h>
#include <stddef.h>

#define HTML_MAX_NAMES 384
#define HTML_SHORT 2

struct html_names {
	struct {
		const char *at;
		size_t n;
	} list[HTML_MAX_NAMES];
	size_t n;
};

/* 0; or -1 where they are not sorted or too many. */
int html_names_read(struct html_names *names, const char *text, size_t n);

/* Whether the name has a short one, which is written to `made`; `names` may be null. */
bool html_names_find(const struct html_names *names, const char *name, size_t n,
		     char made[HTML_SHORT]);

#endif
