/* SPDX-License-Identifier: MIT */
/*
 * names - words of heads and stubs as names: without the emphasis and the link that are around all of them.
 */
#ifndef MESHREPORT_CORE_NAMES_H
#define MESHREPORT_CORE_NAMES_H

#include "words/inline.h"

/* Without emphasis that is on all of the words. */
const struct inline_text *names_calm(struct inline_pool *pool, const struct inline_text *text);

/* Without a picture before words that say the same ("![Alpha](a.png)<br>Alpha"). */
const struct inline_text *names_without_echo(struct inline_pool *pool,
					     const struct inline_text *text);

/* Whether one link is around all of the words. */
bool names_is_link(const struct inline_text *text);

/* Without addresses. */
const struct inline_text *names_unlinked(struct inline_pool *pool, const struct inline_text *text);

#endif
