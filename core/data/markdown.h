/* SPDX-License-Identifier: MIT */
/*
 * markdown - inline Markdown to spans; the only file that knows cmark-gfm.
 *
 * A text of a dataset is one paragraph of CommonMark inlines: links, emphasis, strong, code, hard
 * breaks, escapes and entities.  Everything else is words: raw HTML, and whatever would be a block
 * ("1. ", "# ", "- ", "> ", a fence) stays as it is written.  An image is its alternative text.  A
 * soft break is a space.  No words are ever lost: a link whose address is refused keeps its words.
 */
#ifndef MESHREPORT_CORE_MARKDOWN_H
#define MESHREPORT_CORE_MARKDOWN_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

#include <meshreport/plugin.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Longest source that may be parsed: cmark's worst cases are quadratic. */
enum { MARKDOWN_MAX = 8 * 1024 };

/* Most '<?', '<![CDATA[' and '<!A' without an end: for each, cmark looks on to the end of the text. */
enum { MARKDOWN_OPEN_MAX = 64 };

enum markdown_problem {
	MARKDOWN_LINK_REFUSED, /* error; `word` is the address */
	MARKDOWN_CONTROL, /* error: an entity names a control character; `word` is the entity */
	MARKDOWN_IMAGE, /* warning: only the alternative text is shown; `word` is the address */
	MARKDOWN_TITLE, /* warning: a link's title is not shown; `word` is the title */
	MARKDOWN_TOO_LONG, /* warning: shown as it is written; `word` is "" */
	MARKDOWN_OPEN /* the same: more '<?' or '<!' that do not end than MARKDOWN_OPEN_MAX */
};

struct markdown_finding {
	const struct markdown_finding *next;
	enum markdown_problem problem;
	const char *word;
};

/* A part of the plain words. */
struct markdown_span {
	uint32_t kind; /* enum mr_span_kind */
	uint32_t start, n; /* bytes of the plain words */
	const char *url; /* "" for none; neighbours with one pointer are one link */
};

/* A parser: what it found last, and its memory from one text to the next. */
struct markdown {
	struct vec spans; /* struct markdown_span, one behind the other, all of the plain words */
	struct buf plain; /* the words without markup */
	const struct markdown_finding *findings; /* null for nothing; in the arena */
	struct buf line; /* to cmark */
	struct arena lent; /* to cmark */
};

void markdown_init(struct markdown *markdown);
void markdown_release(struct markdown *markdown);

/*
 * Parses `n` <= MARKDOWN_MAX bytes (valid UTF-8 without control characters); addresses and findings
 * are put into `arena`.  0, or -1 when memory is refused.
 */
int markdown_parse(struct markdown *markdown, struct arena *arena, const char *source, size_t n);

#endif
