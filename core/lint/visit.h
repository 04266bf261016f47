/* SPDX-License-Identifier: MIT */
/*
 * visit - every address of a dataset, with what it belongs to, in the file's order.
 *
 * The links of a text are handed out where the text is met first: equal texts are one, so that a text
 * that a thousand cells share costs its length once.
 */
#ifndef MESHREPORT_CORE_VISIT_H
#define MESHREPORT_CORE_VISIT_H

#include "lint/finding.h"

struct visit {
	void (*on_url)(void *context, const struct finding *at, const char *url);
	void *context;
};

/* -1 when memory is refused, which is reported. */
int visit_urls(const struct lint *lint, const struct visit *visit);

#endif
