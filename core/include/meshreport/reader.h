/* SPDX-License-Identifier: MIT */
/*
 * meshreport/reader.h - the part of the contract by which a plugin reads (since 1.1).
 *
 * plugin.h includes it, and a plugin includes plugin.h: that is where the rules stand that hold here, too.
 */
#ifndef MESHREPORT_READER_H
#define MESHREPORT_READER_H

#include <meshreport/plugin.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A plugin may also read: turn the bytes of a file that people keep (a Markdown page, a spreadsheet) into
 * grids of cells and what stands around them.  It knows nothing of products, features or statuses:
 * which grid is the comparison, which way round it stands and what a word means is decided by the
 * host, for all readers alike.  A reader leaves nothing out that a person sees in the file, adds
 * nothing, and never corrects.
 *
 * read() runs in a child process as render() does, under the same rules and limits, with no matrix.
 * Everything is handed over in the order of the file.  Texts are copied at once.
 *
 * TEXT of a cell or block is inline Markdown as GFM has it: what is a letter in the file is escaped
 * ("\\*"), what is markup there is markup here (links, images, code, emphasis, <br> for a break, <sup>).
 * A break within a cell is "<br>" or a line feed.  A reference to a note that the file defines is
 * written [^LABEL], and its definition handed over as a block MR_BLOCK_NOTE with that label.
 * Control characters and invalid UTF-8 end the reading with an error.
 */

/* Where something stands in the file, for messages. */
struct mr_place {
	/* From 1; 0: not known.  Columns count characters. */
	uint32_t line, column;
	/* "Sheet1!C7" where a line says nothing; null or "" else. */
	const char *name;
};

/* An unknown kind is taken for MR_BLOCK_TEXT. */
enum mr_block_kind {
	/* A paragraph, a quotation, a line of text. */
	MR_BLOCK_TEXT = 0,
	/* `level` 1 to 6. */
	MR_BLOCK_HEADING = 1,
	/* One item of a list; `level` from 1 is its depth, `label` its marker as the file has it ("*", "1."), if it has any. */
	MR_BLOCK_ITEM = 2,
	/* What [^label] refers to. */
	MR_BLOCK_NOTE = 3,
	/* The caption of the grid that comes next (or is open). */
	MR_BLOCK_CAPTION = 4,
	/* The name that the file gives itself: front matter, <title>, document properties. */
	MR_BLOCK_TITLE = 5,
	/* A fact that the file states of itself; `label` is "language" (BCP 47), "date" (ISO 8601), "source" (URL). */
	MR_BLOCK_META = 6
};

struct mr_block {
	/* enum mr_block_kind */
	uint32_t kind;
	uint32_t level;
	/* Null or "" without */
	const char *label;
	/* inline Markdown; for TITLE and META plain words */
	const char *text;
	struct mr_place place;
};

struct mr_grid {
	/* What the file calls it (the name of a sheet, an id), "" or null without. */
	const char *name;
	/* Rows at the top that the file itself marks as head; 0: it marks none. */
	uint32_t n_head_rows;
	/* Columns at the left that the file itself marks as head; 0: it marks none. */
	uint32_t n_head_columns;
	struct mr_place place;
};

enum mr_grid_cell_flag {
	/* The file says that this is a head (th, a style). */
	MR_GRID_HEAD = 1,
	/* In a row or column that the file does not show. */
	MR_GRID_HIDDEN = 2,
	/*
	 * The file says that its value is true or false (a boolean of JSON or a spreadsheet): the text is
	 * "true" or "false", and the host may take it for yes or no without a doubt.
	 */
	MR_GRID_BOOLEAN = 4,
	/* Letters throughout: the text holds no markup although it might look so; it is not parsed as Markdown. */
	MR_GRID_LITERAL = 8
};

struct mr_grid_cell {
	/* From 0, of the upper left field that it covers; a field is covered by one cell at most. */
	uint32_t row, column;
	/* Fields that it covers; 0 counts as 1. */
	uint32_t row_span, column_span;
	/* Sum of enum mr_grid_cell_flag */
	uint32_t flags;
	const char *text;
	/*
	 * Words that the file attaches to the cell but does not show beside its text: class names,
	 * aria-label, title.  Separated by line feeds, most telling first; null or "" without.
	 */
	const char *hint;
	/* A comment that the file attaches to the cell (inline Markdown); null or "" without. */
	const char *note;
	struct mr_place place;
};

/* What read() is given. */
struct mr_source {
	uint32_t struct_size;
	/* Of values: use mr_source_value() */
	uint32_t option_stride;
	/*
	 * The file.  For a plugin with MR_CAN_READ_TEXT the host has decoded it: valid UTF-8 without BOM and
	 * NUL, NUL-terminated, the NUL not counted.  Else as it is.  Never changed; hostile input.
	 */
	struct mr_bytes bytes;
	/* File name without folders, "" for standard input */
	const char *name;
	/* As the user said (--encoding), "" else */
	const char *encoding;
	/* Of the plugin's read_options, by index */
	const struct mr_value *values;
	uint32_t n_values;

	void (*block)(struct mr_source *source, const struct mr_block *block);
	/* Begins a grid; cells that follow are its.  The next grid, or the end, ends it. */
	void (*grid)(struct mr_source *source, const struct mr_grid *grid);
	/* A cell of the last grid, in any order; empty fields need not be handed over. */
	void (*cell)(struct mr_source *source, const struct mr_grid_cell *cell);
	/*
	 * Reports; see mr_job.diag.  `place` may be null.  A warning is a doubt that the user is told of, and
	 * that --strict makes an error; where an option would change it, the words name it.
	 */
	void (*diag)(struct mr_source *source, enum mr_severity severity,
		     const struct mr_place *place, const char *format, ...) MR_PRINTF(4, 5);
	/* See mr_job.alloc. */
	void *(*alloc)(struct mr_source *source, size_t n_bytes);
	/* Becomes true when a limit was passed or the host is gone: what follows is ignored. */
	bool failed;

	/* The host's own */
	void *host;
};

static inline const struct mr_value *mr_source_value(const struct mr_source *source, uint32_t index)
{
	return (const struct mr_value *)((const char *)source->values +
					 (size_t)index * source->option_stride);
}

#ifdef __cplusplus
}
#endif

#endif
