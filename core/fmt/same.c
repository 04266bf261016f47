/* SPDX-License-Identifier: MIT */
#include "fmt/same.h"

#include <string.h>

#include "fmt/gap.h"
#include "fmt/lexer.h"
#include "fmt/quote.h"

struct side {
	const char *bytes;
	struct lexer *lexer;
	struct lexeme lexeme;
};

static bool is_same_text(const char *a, size_t n_a, const char *b, size_t n_b)
{
	return n_a == n_b && (n_a == 0 || memcmp(a, b, n_a) == 0);
}

static bool have_same_comments(const struct side *a, const struct side *b)
{
	struct gap of_a, of_b;
	struct remark in_a, in_b;
	bool has_a, has_b;

	gap_init(&of_a, a->bytes, a->lexeme.gap, a->lexeme.start);
	gap_init(&of_b, b->bytes, b->lexeme.gap, b->lexeme.start);
	do {
		has_a = gap_next(&of_a, &in_a);
		has_b = gap_next(&of_b, &in_b);
		if (has_a != has_b)
			return false;
		if (has_a &&
		    (in_a.is_behind != in_b.is_behind ||
		     !is_same_text(a->bytes + in_a.start, in_a.n, b->bytes + in_b.start, in_b.n)))
			return false;
	} while (has_a);
	return true;
}

static bool are_same(const struct side *a, const struct side *b)
{
	const struct lexeme *x = &a->lexeme, *y = &b->lexeme;

	if (x->kind != y->kind || x->open != y->open || x->n_close != y->n_close ||
	    x->is_key != y->is_key || (x->style == LEX_BLOCK) != (y->style == LEX_BLOCK))
		return false;
	if (x->kind == LEX_SCALAR) {
		if (!is_same_text(x->value, x->n_value, y->value, y->n_value))
			return false;
	} else if (!is_same_text(a->bytes + x->start, x->end - x->start, b->bytes + y->start,
				 y->end - y->start)) {
		return false;
	}
	return have_same_comments(a, b);
}

static enum same compare(struct side *a, struct side *b)
{
	struct place place;

	do {
		if (lexer_next(a->lexer, &a->lexeme) != 0)
			return lexer_problem(a->lexer, &place) ? SAME_NO : SAME_NO_MEMORY;
		if (lexer_next(b->lexer, &b->lexeme) != 0)
			return lexer_problem(b->lexer, &place) ? SAME_NO : SAME_NO_MEMORY;
		if (!are_same(a, b))
			return SAME_NO;
	} while (a->lexeme.kind != LEX_END);
	return SAME_YES;
}

enum same same_document(const char *a, size_t n_a, const char *b, size_t n_b)
{
	struct side of_a = {.bytes = a, .lexer = lexer_new(a, n_a)};
	struct side of_b = {.bytes = b, .lexer = lexer_new(b, n_b)};
	enum same same = SAME_NO_MEMORY;

	if (of_a.lexer && of_b.lexer)
		same = quote_is_same(a, n_a, b, n_b) ? compare(&of_a, &of_b) : SAME_NO;
	lexer_free(of_a.lexer);
	lexer_free(of_b.lexer);
	return same;
}
