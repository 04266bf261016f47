/* SPDX-License-Identifier: MIT */
/*
 * Any grids, blocks and hints through the interpreter, the checks and the canonical records: no crash, no leak, and
 * a failure always has a message.  A line of the bytes is a call of a reader:
 *
 *     |a|2a?b!c|H3a|  a row: before the text of a cell its column span (a digit), v for two rows, H, L, h for flags; behind it
 *                    hint and comment
 *     #words  -words  *words  [label]words  =words    heading, items, note, caption
 *     words          a paragraph; an empty line ends the grid
 *
 * The first byte chooses options.
 *
 * seeds: tests/fuzz/seeds/interpret
 * sources: core/read/ core/words/ core/check/ core/data/ core/base/
 */
#include "data/dataset.h"
#include "check/dataset_fill.h"
#include "data/raw.h"
#include "read/interpret.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

struct fuzzed {
	struct grid_file file;
	struct interpret_options options;
	struct doubts doubts;
	uint32_t line, row;
	bool is_open;
};

/* The cell that begins at `at`, up to the bar. */
static void put_cell(struct fuzzed *fuzzed, uint32_t column, char *at, const char *line_end)
{
	struct mr_grid_cell cell = {
		.row = fuzzed->row, .column = column, .place = {fuzzed->line, column + 1, NULL}};

	for (; at < line_end; at++) {
		if (*at == 'H')
			cell.flags |= MR_GRID_HEAD;
		else if (*at == 'L')
			cell.flags |= MR_GRID_LITERAL;
		else if (*at == 'h')
			cell.flags |= MR_GRID_HIDDEN;
		else if (*at == 'v')
			cell.row_span = 2;
		else if (*at >= '2' && *at <= '9')
			cell.column_span = (uint32_t)(*at - '0');
		else
			break;
	}
	cell.text = at;
	/* "cell ? hint ! comment" */
	for (; *at; at++) {
		if (*at == '?' || *at == '!') {
			*(*at == '?' ? &cell.hint : &cell.note) = at + 1;
			*at = '\0';
		}
	}
	grid_cell(&fuzzed->file, &cell);
}

static void put_row(struct fuzzed *fuzzed, char *line, char *end)
{
	const struct mr_grid grid = {.place = {fuzzed->line, 1, NULL}};
	char *bar;
	uint32_t column = 0;

	if (!fuzzed->is_open) {
		grid_begin(&fuzzed->file, &grid);
		fuzzed->is_open = true;
		fuzzed->row = 0;
	}
	for (char *at = line + 1; at < end; at = bar + 1) {
		bar = memchr(at, '|', (size_t)(end - at));
		bar = bar ? bar : end;
		*bar = '\0';
		put_cell(fuzzed, column++, at, bar);
	}
	fuzzed->row++;
}

static void put_block(struct fuzzed *fuzzed, char *line)
{
	struct mr_block block = {
		.kind = MR_BLOCK_TEXT, .level = 1, .text = line, .place = {fuzzed->line, 1, NULL}};
	char *close;

	if (strchr("#-*[=", line[0]))
		block.text = line + 1;
	switch (line[0]) {
	case '#': block.kind = MR_BLOCK_HEADING; break;
	case '*': block.label = "*"; /* fall through */
	case '-': block.kind = MR_BLOCK_ITEM; break;
	case '=': block.kind = MR_BLOCK_CAPTION; break;
	case '[':
		close = strchr(line, ']');
		if (close) {
			*close = '\0';
			block.kind = MR_BLOCK_NOTE;
			block.label = line + 1;
			block.text = close + 1;
		}
		break;
	default: break;
	}
	fuzzed->is_open = false;
	grid_block(&fuzzed->file, &block);
}

static int fill(void *data, struct raw *raw, struct load *load)
{
	struct fuzzed *fuzzed = data;

	return interpret(raw, load, &fuzzed->file, &fuzzed->options, &fuzzed->doubts);
}

static void put_lines(struct fuzzed *fuzzed, char *text, char *text_end)
{
	char *end;

	for (char *line = text; line < text_end; line = end + 1) {
		end = memchr(line, '\n', (size_t)(text_end - line));
		end = end ? end : text_end;
		*end = '\0';
		fuzzed->line++;
		if (line[0] == '|')
			put_row(fuzzed, line, end);
		else if (line[0])
			put_block(fuzzed, line);
		else
			fuzzed->is_open = false;
	}
}

static void load(struct fuzzed *fuzzed, const uint8_t *bytes, size_t n)
{
	struct limits limits;
	struct dataset set;
	struct diag diag;
	struct buf out = BUF_INIT;
	int status;

	limits_init(&limits);
	diag_init(&diag, 20);
	status = dataset_fill(&set, bytes, n, "fuzz.md", &limits, &diag, fill, fuzzed);
	if ((status == 0) == diag_has_errors(&diag))
		abort();
	diag_print(&diag, &out, false, false);
	buf_release(&out);
	dataset_release(&set);
	diag_release(&diag);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const struct interpret_map maps[] = {{"", "no"}, {"x", "yes"}, {"yes", "text"}};
	struct fuzzed fuzzed = {.options = {.file_name = "fuzz.md"}};
	char *text = n ? malloc(n) : NULL;
	const struct interpret_table *tables;
	struct arena arena = {0};
	size_t n_tables;

	if (!text)
		return 0;
	/* the byte behind the last one is the NUL of the last line */
	memcpy(text, bytes + 1, n - 1);
	text[n - 1] = '\0';
	fuzzed.options.transpose = bytes[0] & 1;
	fuzzed.options.repair = bytes[0] & 2;
	fuzzed.options.products_in = (enum interpret_products)((bytes[0] >> 2) % 3);
	fuzzed.options.maps = maps;
	fuzzed.options.n_maps = bytes[0] & 32 ? 3 : 0;
	grid_init(&fuzzed.file, NULL);
	put_lines(&fuzzed, text, text + n - 1);
	if (grid_end(&fuzzed.file) == 0) {
		load(&fuzzed, bytes, n);
		interpret_list(&fuzzed.file, &fuzzed.options, &arena, &tables, &n_tables);
	}
	arena_release(&arena);
	doubts_release(&fuzzed.doubts);
	grid_release(&fuzzed.file);
	free(text);
	return 0;
}
