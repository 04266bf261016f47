/* SPDX-License-Identifier: MIT */
/*
 * xlsx_rich - the words of one cell with their markup, gathered and then written.
 *
 *     xlsx_rich_begin(writer);
 *     xlsx_rich_text(writer, feature->name, 0);
 *     xlsx_rich_letters(writer, " ×2", XLSX_FONT_SMALL);
 *     xlsx_rich_write(writer, XLSX_TABLE, row, col, &how);
 *
 * A cell leads to one address, that of its first link.  It gets it where all its words stand in one line, from left
 * to right, since LibreOffice cuts linked words anywhere else.  Who writes tells the other links elsewhere.
 */
#ifndef MESHREPORT_XLSX_RICH_H
#define MESHREPORT_XLSX_RICH_H

#include "xlsx/xlsx_writer.h"

struct xlsx_rich_piece {
	size_t at; /* of letters */
	size_t n;
	unsigned font;
};

struct xlsx_rich_link {
	const char *url;
	size_t at, n; /* its words, of `letters` */
};

struct xlsx_rich {
	struct out letters; /* of all pieces, in order */
	struct xlsx_rich_piece *pieces;
	size_t n_pieces, size;
	struct xlsx_rich_link *links;
	size_t n_links, links_size;
	bool is_linked; /* written: the first link is the cell's */
};

/* How a cell is written. */
struct xlsx_rich_how {
	uint32_t look, group;
	struct mr_where where; /* for messages */
	const char *symbol; /* of the status: shown before the words; null for none */
	uint32_t
		columns; /* a link needs a line of so many letters; 0: it runs over its neighbours */
	bool is_bare; /* the marks stand among the words whatever these are */
};

void xlsx_rich_init(struct xlsx_writer *writer);
void xlsx_rich_release(struct xlsx_writer *writer);

/* Forgets the last cell. */
void xlsx_rich_begin(struct xlsx_writer *writer);
void xlsx_rich_letters(struct xlsx_writer *writer, const char *letters, unsigned font);
void xlsx_rich_text(struct xlsx_writer *writer, const struct mr_text *text, unsigned font);
/* The whole cell leads to `url`, before any other. */
void xlsx_rich_address(struct xlsx_writer *writer, const char *url);

/* Writes the cell; one that is too long is an error, a link that cannot be one a warning. */
void xlsx_rich_write(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet, uint32_t row,
		     uint32_t col, const struct xlsx_rich_how *how);

/*
 * Makes `url` the cell's hyperlink, in front of what is written into it; false when it cannot be: no address of the
 * world outside, too long, or one more than a sheet holds, which is told.
 */
bool xlsx_rich_link(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet, uint32_t row,
		    uint32_t col, const char *url, const struct mr_where *where);

#endif
