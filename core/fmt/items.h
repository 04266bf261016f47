/* SPDX-License-Identifier: MIT */
/*
 * items - the lexemes of a file with the comments between them and what each will look like, measured.
 *
 * Costs some hundred bytes a lexeme.  Texts point into the file or into the arena.
 */
#ifndef MESHREPORT_CORE_ITEMS_H
#define MESHREPORT_CORE_ITEMS_H

#include "base/arena.h"
#include "base/vec.h"
#include "fmt/gap.h"
#include "fmt/lexer.h"

struct item {
	enum lex_kind kind;
	enum lex_style style;
	enum lex_level open;
	int open_column;
	unsigned n_close;
	int base;
	bool is_key, is_explicit, is_flow;
	bool is_multi; /* a text of several lines, no block scalar */
	bool keeps_breaks, has_no_break;
	bool has_blank; /* an empty line stands right before it */
	bool was_next_line; /* it began in a later line than what stands before it ended */
	bool is_split; /* of what opens: it stands on several lines */
	bool is_broken; /* of what opens: it must get lines of its own */
	const char *text;
	size_t n_text;
	size_t width; /* code points of the text */
	size_t flat; /* where it would begin if all were one line */
	size_t partner; /* of what opens: the index of what closes */
	size_t remark, n_remarks; /* comments before it, in items.remarks */
};

struct items {
	const char *bytes; /* of the file, borrowed */
	size_t n_bytes;
	struct vec at; /* struct item, the last LEX_END */
	struct vec remarks; /* struct remark */
	struct arena arena;
	bool is_json; /* or near to it: brackets or braces around all */
	const char *problem; /* after a failure: null for refused memory */
	struct place place;
};

/* Of UTF-8 without a byte order mark.  0 or -1; items_release() takes either. */
int items_init(struct items *items, const char *bytes, size_t n);
void items_release(struct items *items);

static inline const struct item *items_at(const struct items *items, size_t index)
{
	return VEC_AT(const struct item, items->at, index);
}

/* Spaces between two neighbours within brackets or braces, on one line. */
unsigned items_space(const struct item *before, const struct item *item);

#endif
