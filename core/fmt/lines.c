/* SPDX-License-Identifier: MIT */
#include "fmt/lines.h"

#include "base/utf8.h"

enum {
	SPACE_BEFORE = 2,
	SHARED_MAX = 60 /* the column that a long line forces upon its neighbours is at most this */
};

struct lines_behind {
	const char *text;
	size_t n;
	size_t at; /* in lines.out */
	size_t width; /* code points before it in its line */
	size_t column; /* where it stood, and in the end where it will */
	size_t line;
};

void lines_init(struct lines *lines, const char *eol)
{
	*lines = (struct lines){.eol = eol};
}

void lines_release(struct lines *lines)
{
	buf_release(&lines->out);
	vec_release(&lines->behind);
}

static void put_spaces(struct buf *out, size_t n)
{
	while (n-- > 0)
		buf_put_byte(out, ' ');
}

void lines_begin(struct lines *lines, size_t indent, bool has_blank)
{
	if (lines->n++ > 0)
		buf_put_text(&lines->out, lines->eol);
	if (has_blank) {
		lines->n++;
		buf_put_text(&lines->out, lines->eol);
	}
	put_spaces(&lines->out, indent);
	lines->column = indent;
	lines->is_moved = false;
}

void lines_put(struct lines *lines, const char *text, size_t n, size_t n_columns)
{
	buf_put(&lines->out, text, n);
	lines->column += n_columns;
}

void lines_space(struct lines *lines)
{
	buf_put_byte(&lines->out, ' ');
	lines->column++;
}

void lines_put_behind(struct lines *lines, const char *text, size_t n, size_t column)
{
	struct lines_behind *behind = vec_add(&lines->behind, sizeof(*behind));

	column = lines->is_moved ? 0 : column;
	if (behind)
		*behind = (struct lines_behind){text,          n,      lines->out.n,
						lines->column, column, lines->n};
}

static size_t wanted(const struct lines_behind *behind)
{
	size_t least = behind->width + SPACE_BEFORE;

	return behind->column > least && behind->column <= LINES_WIDTH ? behind->column : least;
}

/* The comments of neighbouring lines get one column; what would stand too far right keeps to itself. */
static void align(struct vec *vec)
{
	struct lines_behind *all = vec->at;

	for (size_t i = 0, next; i < vec->n; i = next) {
		size_t column = wanted(&all[i]);

		next = i + 1;
		while (column <= SHARED_MAX && next < vec->n &&
		       all[next].line == all[next - 1].line + 1 &&
		       wanted(&all[next]) <= SHARED_MAX) {
			column = wanted(&all[next]) > column ? wanted(&all[next]) : column;
			next++;
		}
		for (size_t k = i; k < next; k++)
			all[k].column = column;
	}
}

int lines_take(struct lines *lines, struct buf *out)
{
	const struct lines_behind *all;
	size_t from = 0;

	align(&lines->behind);
	all = lines->behind.at;
	for (size_t i = 0; i < lines->behind.n; i++) {
		buf_put(out, lines->out.at + from, all[i].at - from);
		put_spaces(out, all[i].column - all[i].width);
		buf_put(out, all[i].text, all[i].n);
		from = all[i].at;
	}
	if (lines->out.n > from)
		buf_put(out, lines->out.at + from, lines->out.n - from);
	return lines->out.failed || lines->behind.failed || out->failed ? -1 : 0;
}
