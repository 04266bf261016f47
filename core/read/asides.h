/* SPDX-License-Identifier: MIT */
/*
 * asides - what our own pages say in small beside an answer or below a name, taken for what it is.
 *
 *     ✓ yes <small>since 1.0 · [Source](https://…) · verified 2019-10-20</small>
 *     Linkerd<br><small>archived</small>        Load balancing<br><small>How it is done · ×2.5</small>
 *
 * Words that are none of that stay where they are.
 */
#ifndef MESHREPORT_CORE_ASIDES_H
#define MESHREPORT_CORE_ASIDES_H

#include "read/reading.h"

/* "" without. */
struct asides {
	const char *since, *verified;
	const char **sources; /* in the reading's arena, as is all */
	uint32_t n_sources;
};

/* The text without the small words at its end, where all of them are asides; else the text. */
const struct inline_text *asides_take(struct reading *reading, const struct inline_text *text,
				      struct asides *out);

/* Lines "since: …", "source: …", "verified: …" of a cell's hint. */
void asides_take_hint(struct reading *reading, const char *hint, struct asides *out);
/* Whether a line of a hint, of `n` bytes, is one of these. */
bool asides_is_hint(struct reading *reading, const char *line, size_t n);

/*
 * "archived" or "discontinued" where the small words at the end of a name say so in any language, which are taken
 * off it; else "".
 */
const char *asides_lifecycle(struct reading *reading, const struct inline_text **name);

/*
 * Takes the link at the end of a description off it, null when nothing else was: below a name with links of its
 * own that is where its record leads.  "" to `out` without.
 */
const struct inline_text *asides_details(struct reading *reading, const struct inline_text *text,
					 const char **out);

/* Takes the weight off the end of a description ("×2.5"), null when nothing else was; "" to `out` without. */
const struct inline_text *asides_weight(struct reading *reading, const struct inline_text *text,
					const char **out);

#endif
