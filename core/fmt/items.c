/* SPDX-License-Identifier: MIT */
#include "fmt/items.h"

#include "base/breaks.h"
#include "base/utf8.h"
#include "fmt/quote.h"

void items_release(struct items *items)
{
	vec_release(&items->at);
	vec_release(&items->remarks);
	arena_release(&items->arena);
}

static int fail(struct items *items, const char *problem, struct place place)
{
	items->problem = problem;
	items->place = place;
	return -1;
}

unsigned items_space(const struct item *before, const struct item *item)
{
	bool is_empty = before->kind == LEX_VALUE || before->kind == LEX_KEY;

	if (before->kind == LEX_OPEN)
		return 0;
	/* "a:," and "a:}" are no YAML to libyaml, and a ':' may belong to the name of an anchor. */
	if (item->kind == LEX_CLOSE || item->kind == LEX_COMMA)
		return is_empty;
	if (item->kind == LEX_VALUE)
		return is_empty || before->kind == LEX_COMMA || before->kind == LEX_ALIAS ||
		       before->kind == LEX_PROPERTY;
	return 1;
}

/* ---- what each looks like */

static bool has_tag(const struct items *items, size_t index)
{
	for (; index > 0 && items_at(items, index - 1)->kind == LEX_PROPERTY; index--)
		if (items_at(items, index - 1)->text[0] == '!')
			return true;
	return false;
}

/* A text without the quotes it does not need; a tag may say what quotes say. */
static int set_quotes(struct items *items, struct item *item, const struct lexeme *lexeme)
{
	struct buf text = BUF_INIT;
	const char *kept = item->text;
	bool has_failed;

	if (!items->is_json && !has_tag(items, items->at.n - 1) &&
	    quote_put(&text, lexeme, item->text, item->n_text)) {
		item->n_text = text.n;
		kept = arena_copy(&items->arena, text.at, text.n);
	}
	item->text = kept;
	has_failed = text.failed || !kept;
	buf_release(&text);
	return has_failed ? -1 : 0;
}

static int add_remarks(struct items *items, struct item *item, const struct lexeme *lexeme)
{
	struct remark remark, *kept;
	struct gap gap;

	item->remark = items->remarks.n;
	gap_init(&gap, items->bytes, lexeme->gap, lexeme->start);
	while (gap_next(&gap, &remark)) {
		kept = vec_add(&items->remarks, sizeof(*kept));
		if (!kept)
			return -1;
		*kept = remark;
		item->n_remarks++;
	}
	item->has_blank = gap_has_blank(&gap);
	if (gap.is_foreign)
		return fail(items, "what stands here belongs to nothing",
			    (struct place){lexeme->line + 1, 0});
	return 0;
}

static int add(struct items *items, const struct lexeme *lexeme, uint32_t line_before)
{
	struct item *item = vec_add(&items->at, sizeof(*item));

	if (!item)
		return -1;
	*item = (struct item){
		.kind = lexeme->kind,
		.style = lexeme->style,
		.open = lexeme->open,
		.open_column = lexeme->open_column,
		.n_close = lexeme->n_close,
		.base = lexeme->base,
		.is_key = lexeme->is_key,
		.is_explicit = lexeme->is_explicit,
		.is_flow = lexeme->is_flow,
		.keeps_breaks = lexeme->keeps_breaks,
		.has_no_break = lexeme->has_no_break,
		.was_next_line = lexeme->line > line_before,
		.text = items->bytes + lexeme->start,
		.n_text = lexeme->end - lexeme->start,
	};
	item->is_multi = lexeme->kind == LEX_SCALAR && lexeme->style != LEX_BLOCK &&
			 breaks_line(item->text, item->n_text) < item->n_text;
	if (add_remarks(items, item, lexeme) != 0)
		return -1;
	if (lexeme->kind == LEX_SCALAR && set_quotes(items, item, lexeme) != 0)
		return -1;
	if (lexeme->style != LEX_BLOCK)
		item->width = utf8_length(item->text, item->n_text);
	return 0;
}

/* ---- brackets and braces */

/*
 * What holds comments, or texts of several lines, or what its writer gave a line of its own, keeps lines
 * of its own, and so does what it stands in.
 */
static bool must_break(const struct items *items, size_t index)
{
	const struct item *item = items_at(items, index);
	bool is_first = item[-1].kind == LEX_OPEN; /* what it stands in has opened before */

	if (item->is_multi || item->n_remarks > 0)
		return true;
	return is_first && item->was_next_line && item->kind != LEX_CLOSE;
}

/* The item that opened the innermost of the brackets and braces that are open, null for none. */
static struct item *innermost(const struct items *items, const struct vec *open)
{
	return open->n > 0 ? VEC_AT(struct item, items->at, *VEC_AT(size_t, *open, open->n - 1))
			   : NULL;
}

static void close_innermost(const struct items *items, struct vec *open, size_t index)
{
	struct item *closed = innermost(items, open), *around;

	closed->partner = index;
	open->n--;
	around = innermost(items, open);
	if (!around)
		return;
	around->is_broken |= closed->is_broken;
	around->is_split |= closed->is_split;
}

static int measure(struct items *items)
{
	struct vec open = VEC_INIT; /* size_t */
	size_t flat = 0;
	bool has_failed;

	for (size_t i = 0; i < items->at.n && !open.failed; i++) {
		struct item *item = VEC_AT(struct item, items->at, i);
		struct item *around = innermost(items, &open);

		flat += i > 0 ? items_space(&item[-1], item) : 0;
		item->flat = flat;
		flat += item->width;
		if (around) {
			around->is_split |= item->was_next_line;
			around->is_broken |= must_break(items, i);
		}
		if (item->kind == LEX_CLOSE) {
			close_innermost(items, &open, i);
		} else if (item->kind == LEX_OPEN) {
			size_t *kept = vec_add(&open, sizeof(*kept));

			if (kept)
				*kept = i;
		}
	}
	has_failed = open.failed;
	vec_release(&open);
	return has_failed ? -1 : 0;
}

/* ---- */

static int collect(struct items *items, struct lexer *lexer)
{
	struct lexeme lexeme;
	uint32_t line_before = 0;
	bool has_root = false;

	do {
		if (lexer_next(lexer, &lexeme) != 0) {
			items->problem = lexer_problem(lexer, &items->place);
			return -1;
		}
		/* Braces around all: JSON, whose quotes are no matter of taste. */
		if (!has_root && lexeme.kind > LEX_DOCUMENT_END) {
			has_root = true;
			items->is_json = lexeme.kind == LEX_OPEN && !lexeme.is_key;
		}
		if (add(items, &lexeme, line_before) != 0)
			return -1;
		line_before = lexeme.end_line;
	} while (lexeme.kind != LEX_END);
	return 0;
}

int items_init(struct items *items, const char *bytes, size_t n)
{
	struct lexer *lexer = lexer_new(bytes, n);
	int status = -1;

	*items = (struct items){.bytes = bytes, .n_bytes = n};
	if (lexer)
		status = collect(items, lexer);
	lexer_free(lexer);
	return status == 0 ? measure(items) : -1;
}
