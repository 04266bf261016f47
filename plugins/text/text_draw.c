/* SPDX-License-Identifier: MIT */
#include "text/text_draw.h"

#include "text/text_escape.h"

/* Left end, along a column, between two columns, right end; null: the rule is an empty line, or none. */
struct rule {
	const char *left, *along, *between, *right;
};

static const struct rule box[] = {
	[TEXT_RULE_TOP] = {"┌", "─", "┬", "┐"},       [TEXT_RULE_HEAD] = {"╞", "═", "╪", "╡"},
	[TEXT_RULE_HEAD_BAND] = {"╞", "═", "╧", "╡"}, [TEXT_RULE_ROW] = {"├", "─", "┼", "┤"},
	[TEXT_RULE_BAND] = {"├", "─", "┴", "┤"},      [TEXT_RULE_BELOW_BAND] = {"├", "─", "┬", "┤"},
	[TEXT_RULE_BOTTOM] = {"└", "─", "┴", "┘"},
};

static const struct rule ascii[] = {
	[TEXT_RULE_TOP] = {"+", "-", "+", "+"},       [TEXT_RULE_HEAD] = {"+", "=", "+", "+"},
	[TEXT_RULE_HEAD_BAND] = {"+", "=", "+", "+"}, [TEXT_RULE_ROW] = {"+", "-", "+", "+"},
	[TEXT_RULE_BAND] = {"+", "-", "+", "+"},      [TEXT_RULE_BELOW_BAND] = {"+", "-", "+", "+"},
	[TEXT_RULE_BOTTOM] = {"+", "-", "+", "+"},
};

static const char *bar_of(enum text_style style)
{
	static const char *const bars[] = {
		[TEXT_BOX] = "│", [TEXT_ASCII] = "|", [TEXT_WITHOUT_LINES] = ""};

	return bars[style];
}

uint32_t text_draw_between(enum text_style style)
{
	return style == TEXT_WITHOUT_LINES ? 2 : 3;
}

uint32_t text_draw_around(enum text_style style)
{
	return style == TEXT_WITHOUT_LINES ? 0 : 4;
}

static void put(struct text_pen *pen, const char *text)
{
	text_pen_bytes(pen, text, strlen(text));
}

/* The width of the column that stands at place `i` from the left. */
static uint32_t width_at(const struct text_grid *grid, uint32_t i)
{
	return grid->widths[grid->is_mirrored ? grid->n - 1 - i : i];
}

/* Empty lines for rules; between spaced rows a band stands out by more of them. */
static void put_gap(struct text_pen *pen, const struct text_grid *grid, enum text_rule rule)
{
	bool is_band = rule == TEXT_RULE_BAND || rule == TEXT_RULE_HEAD_BAND;

	if (rule == TEXT_RULE_TOP || rule == TEXT_RULE_BOTTOM ||
	    (rule == TEXT_RULE_BELOW_BAND && !grid->is_spaced))
		return;
	text_pen_end(pen);
	if (is_band && grid->is_spaced)
		text_pen_end(pen);
}

void text_draw_rule(struct text_pen *pen, const struct text_grid *grid, enum text_rule rule)
{
	const struct rule *is;

	if (grid->style == TEXT_WITHOUT_LINES) {
		put_gap(pen, grid, rule);
		return;
	}
	is = grid->style == TEXT_BOX ? &box[rule] : &ascii[rule];
	text_pen_blanks(pen, grid->indent);
	text_pen_ink(pen, TEXT_FAINT);
	put(pen, is->left);
	for (uint32_t i = 0; i < grid->n; i++) {
		if (i > 0)
			put(pen, is->between);
		for (uint32_t n = width_at(grid, i) + 2; n > 0; n--)
			put(pen, is->along);
	}
	put(pen, is->right);
	text_pen_end(pen);
}

/* The bar between two fields, or at an end. */
static void put_bar(struct text_pen *pen, const struct text_grid *grid, bool is_first, bool is_last)
{
	if (grid->style == TEXT_WITHOUT_LINES) {
		if (!is_first && !is_last)
			text_pen_blanks(pen, text_draw_between(grid->style));
		return;
	}
	if (!is_first)
		text_pen_blanks(pen, 1);
	text_pen_ink(pen, TEXT_FAINT);
	put(pen, bar_of(grid->style));
	text_pen_ink(pen, TEXT_PLAIN);
	if (!is_last)
		text_pen_blanks(pen, 1);
}

/* The next line of a field in its column; false when there was none, and blanks stand there. */
static bool put_field(struct text_pen *pen, const struct text_grid *grid, struct text_field *field,
		      uint32_t width)
{
	struct text_line line;
	uint32_t indent, rest;

	if (!text_cell_next(field, width, &line, &indent)) {
		text_pen_blanks(pen, width);
		return false;
	}
	/* a cluster that is wider than its column moves the others of its line */
	rest = line.width + indent < width ? width - line.width - indent : 0;
	text_pen_blanks(pen, grid->is_mirrored ? rest : indent);
	text_pen_line(pen, &field->flow, &line);
	text_pen_blanks(pen, grid->is_mirrored ? indent : rest);
	return true;
}

static bool has_more(const struct text_field *field)
{
	return field->at < field->flow.n_units;
}

void text_draw_row(struct text_pen *pen, const struct text_grid *grid, struct text_field *fields)
{
	bool goes_on = true;

	for (uint32_t i = 0; i < grid->n; i++)
		text_cell_rewind(&fields[i]);
	while (goes_on) {
		goes_on = false;
		text_pen_blanks(pen, grid->indent);
		for (uint32_t i = 0; i < grid->n; i++) {
			uint32_t col = grid->is_mirrored ? grid->n - 1 - i : i;

			put_bar(pen, grid, i == 0, false);
			put_field(pen, grid, &fields[col], grid->widths[col]);
			goes_on = goes_on || has_more(&fields[col]);
		}
		put_bar(pen, grid, false, true);
		text_pen_end(pen);
	}
}

void text_draw_band(struct text_pen *pen, const struct text_grid *grid, struct text_field *field)
{
	uint32_t width = grid->total - (grid->style == TEXT_WITHOUT_LINES ? 0 : 4);

	text_cell_rewind(field);
	do {
		text_pen_blanks(pen, grid->indent);
		put_bar(pen, grid, true, false);
		put_field(pen, grid, field, width);
		put_bar(pen, grid, false, true);
		text_pen_end(pen);
	} while (has_more(field));
}
