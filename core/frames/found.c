/* SPDX-License-Identifier: MIT */
#include "frames/found.h"

#include <string.h>

#include "base/diag.h"
#include "frames/message.h"

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

static void put_line(struct buf *out, const char *text, size_t max)
{
	char line[MESSAGE_TEXT_MAX + 1];

	diag_fit(line, max + 1, or_empty(text), strlen(or_empty(text)));
	wire_put_text(out, line);
}

static void put_place(struct buf *out, const struct mr_place *place)
{
	wire_put_number(out, place->line);
	wire_put_number(out, place->column);
	put_line(out, place->name, FOUND_NAME_MAX);
}

static uint32_t take_small(struct wire_reader *in)
{
	uint64_t number = wire_number(in);

	if (number > UINT32_MAX)
		in->failed = true;
	return (uint32_t)number;
}

static void take_place(struct wire_reader *in, struct mr_place *place)
{
	place->line = take_small(in);
	place->column = take_small(in);
	place->name = wire_text(in, FOUND_NAME_MAX);
}

static int end_of(const struct wire_reader *in)
{
	return wire_is_done(in) ? 0 : -1;
}

void found_put_block(struct buf *out, const struct mr_block *block)
{
	wire_put_number(out, block->kind);
	wire_put_number(out, block->level);
	wire_put_text(out, or_empty(block->label));
	wire_put_text(out, or_empty(block->text));
	put_place(out, &block->place);
}

int found_take_block(struct wire_reader *in, struct mr_block *block)
{
	block->kind = take_small(in);
	block->level = take_small(in);
	block->label = wire_words(in, FOUND_MAX);
	block->text = wire_words(in, FOUND_MAX);
	take_place(in, &block->place);
	return end_of(in);
}

void found_put_grid(struct buf *out, const struct mr_grid *grid)
{
	wire_put_text(out, or_empty(grid->name));
	wire_put_number(out, grid->n_head_rows);
	wire_put_number(out, grid->n_head_columns);
	put_place(out, &grid->place);
}

int found_take_grid(struct wire_reader *in, struct mr_grid *grid)
{
	grid->name = wire_words(in, FOUND_MAX);
	grid->n_head_rows = take_small(in);
	grid->n_head_columns = take_small(in);
	take_place(in, &grid->place);
	return end_of(in);
}

void found_put_cell(struct buf *out, const struct mr_grid_cell *cell)
{
	const uint32_t numbers[] = {cell->row, cell->column, cell->row_span, cell->column_span,
				    cell->flags};

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		wire_put_number(out, numbers[i]);
	wire_put_text(out, or_empty(cell->text));
	wire_put_text(out, or_empty(cell->hint));
	wire_put_text(out, or_empty(cell->note));
	put_place(out, &cell->place);
}

int found_take_cell(struct wire_reader *in, struct mr_grid_cell *cell)
{
	uint32_t *const numbers[] = {&cell->row, &cell->column, &cell->row_span, &cell->column_span,
				     &cell->flags};

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
		*numbers[i] = take_small(in);
	cell->text = wire_words(in, FOUND_MAX);
	cell->hint = wire_words(in, FOUND_MAX);
	cell->note = wire_words(in, FOUND_MAX);
	take_place(in, &cell->place);
	return end_of(in);
}

void found_put_remark(struct buf *out, const struct found_remark *remark)
{
	wire_put_number(out, remark->severity > MR_WARNING ? MR_ERROR : remark->severity);
	put_place(out, &remark->place);
	put_line(out, remark->text, MESSAGE_TEXT_MAX);
}

int found_take_remark(struct wire_reader *in, struct found_remark *remark)
{
	uint64_t severity = wire_number(in);

	remark->severity = (enum mr_severity)severity;
	take_place(in, &remark->place);
	remark->text = wire_text(in, MESSAGE_TEXT_MAX);
	return severity > MR_ERROR ? -1 : end_of(in);
}

void found_put_sniff(struct buf *out, int certainty)
{
	bool is_known = certainty >= 0 && certainty <= FOUND_SNIFF_MAX;

	wire_put_number(out, is_known ? (uint64_t)certainty : 0);
}

int found_take_sniff(struct wire_reader *in, unsigned *certainty)
{
	uint64_t said = wire_number(in);

	if (said > FOUND_SNIFF_MAX)
		return -1;
	*certainty = (unsigned)said;
	return end_of(in);
}
