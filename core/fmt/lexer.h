/* SPDX-License-Identifier: MIT */
/*
 * lexer - a YAML file as what its bytes say, one lexeme after the other, with what lies between them.
 *
 * libyaml drops comments, but its tokens know where they begin and end.  A lexeme is a token that has
 * bytes; those that have none (a block collection begins or ends, what follows is a key) are told with the
 * lexeme behind them.  The bytes between two lexemes, the gap, hold white space and comments alone (gap.h).
 *
 *     gap  lexeme  gap  lexeme  ...  gap  LEX_END
 *
 * A list whose dashes stand below the key itself, for which libyaml has no token, begins and ends here as
 * any other: so two layouts of one document have the same lexemes.
 */
#ifndef MESHREPORT_CORE_LEXER_H
#define MESHREPORT_CORE_LEXER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"

/* Collections in each other; the loader's own limit comes first (limits.h). */
enum { LEXER_DEPTH_MAX = 1000 };

enum lex_kind {
	LEX_END,
	LEX_DIRECTIVE,
	LEX_DOCUMENT, /* --- */
	LEX_DOCUMENT_END, /* ... */
	LEX_ENTRY, /* - */
	LEX_KEY, /* ? */
	LEX_VALUE, /* : */
	LEX_COMMA,
	LEX_OPEN, /* [ and { */
	LEX_CLOSE,
	LEX_PROPERTY, /* an anchor or a tag */
	LEX_ALIAS,
	LEX_SCALAR
};

enum lex_style { LEX_PLAIN, LEX_SINGLE, LEX_DOUBLE, LEX_BLOCK };

/* Block collections, told by their columns. */
enum lex_level { LEX_NO_LEVEL, LEX_LIST, LEX_MAP };

struct lexeme {
	enum lex_kind kind;
	enum lex_style style; /* of a scalar */
	enum lex_level open; /* the block collection that begins with it */
	int open_column; /* from 0, in code points */
	unsigned n_close; /* block collections that end before it */
	bool is_key; /* a key without '?' begins with it */
	bool is_explicit; /* a ':' behind no such key */
	bool is_flow; /* within brackets or braces */
	int base; /* column of the innermost block collection around a scalar, -1 for none */
	size_t gap; /* where the bytes before it begin */
	size_t start,
		end; /* its own; of a block scalar without the white space that means nothing */
	uint32_t line, end_line; /* from 0 */
	bool keeps_breaks; /* a block scalar that owns the empty lines behind it */
	bool has_no_break; /* a block scalar to which a line end at its end would be added */
	const char *value; /* of a scalar, until the next call */
	size_t n_value;
};

struct lexer;

/* Over UTF-8 without a byte order mark, which is borrowed.  Null when memory is refused. */
struct lexer *lexer_new(const char *bytes, size_t n);
void lexer_free(struct lexer *lexer);

/* The next; after LEX_END no more.  0, or -1 where this is no YAML or memory is refused. */
int lexer_next(struct lexer *lexer, struct lexeme *out);

/* After -1: what is wrong, null for refused memory, and where. */
const char *lexer_problem(const struct lexer *lexer, struct place *out);

#endif
