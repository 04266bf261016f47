/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_details.h"

#include "common/read/letters.h"
#include "xlsx/xlsx_writer.h"

#include <stdio.h>
#include <string.h>

/* Rows of one cell that are looked at, so that a hostile workbook costs no more than its size. */
enum { PLACE_LETTERS = 24, DETAILS = 1000 };

void xlsx_details_read(struct xlsx_book *book, struct xlsx_details *details)
{
	const struct xlsx_area *area = &details->area;

	xlsx_area_read(book, XLSX_WRITER_DETAILS, &details->area);
	for (uint32_t row = area->from[0] + 1; area->sheet && row <= area->to[0]; row++) {
		const char *place = xlsx_area_field(area, row, area->from[1] + 4);

		/* the words of a cell that leads to another are a link */
		if (*place && links_number(&details->rows, place) == 0)
			links_add(&details->rows, place, row);
	}
}

/* Where words of a cell lead, as the details say; "" where they do not. */
static const char *address_of(const struct xlsx_details *details, const struct xlsx_cell *cell,
			      const char *words, size_t n)
{
	const struct xlsx_area *area = &details->area;
	char place[PLACE_LETTERS];
	struct out name;
	uint32_t found, last;

	out_to_memory(&name, 0);
	xlsx_cells_name(&name, "", cell->row, cell->column);
	snprintf(place, sizeof(place), "%s", strchr(out_at(&name), '!') + 1);
	out_release(&name);
	found = links_number(&details->rows, place);
	if (!found)
		return "";
	last = details->rows.at[found - 1].flags + DETAILS;
	for (uint32_t row = last - DETAILS;
	     row <= area->to[0] && row < last &&
	     strcmp(xlsx_area_field(area, row, area->from[1] + 4), place) == 0;
	     row++) {
		const char *said = xlsx_area_field(area, row, area->from[1] + 2);

		said += *said == '['; /* they may lead there themselves */
		if (strncmp(said, words, n) == 0 && (said[n] == '\0' || said[n] == ']'))
			return xlsx_area_field(area, row, area->from[1] + 3);
	}
	return "";
}

/* Letters of an address, which were escaped as Markdown. */
static void put_address(struct out *out, const char *address)
{
	struct out plain;

	out_to_memory(&plain, 0);
	for (; *address; address++)
		if (*address != '\\')
			out_char(&plain, *address);
	letters_address(out, out_at(&plain));
	out_release(&plain);
}

/* Words without their look, "<strong>x</strong>"; a break is none. */
static void put_untagged(struct out *out, const char *at, size_t n)
{
	for (const char *end = at + n; at < end; at++)
		if (*at == '<' && strncmp(at, "<br>", 4) != 0)
			at += strcspn(at, ">");
		else if (*at == '\\' && at + 1 < end)
			out_bytes(out, at++, 2);
		else
			out_char(out, *at);
}

void xlsx_details_link(const struct xlsx_details *details, const struct xlsx_cell *cell,
		       const char *at, size_t n, struct out *text)
{
	const char *address;
	struct out words;

	out_to_memory(&words, 0);
	put_untagged(&words, at, n);
	address = words.n > 0 ? address_of(details, cell, out_at(&words), words.n) : "";
	out_release(&words);
	out_string(text, *address ? "[" : "");
	out_bytes(text, at, n);
	if (*address)
		put_address(text, address);
}

void xlsx_details_release(struct xlsx_details *details)
{
	xlsx_area_release(&details->area);
	links_release(&details->rows);
}
