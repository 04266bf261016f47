/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_read.h"

#include "xlsx/read/xlsx_book.h"
#include "xlsx/read/xlsx_grid.h"

#include <string.h>

/* The title, or a fact with a label, of an element of the properties. */
static void put_fact(struct xlsx_package *package, struct xlsx_part *part, const char *element,
		     uint32_t kind, const char *label)
{
	struct mr_block block = {.kind = kind, .label = label};
	const char *letters;
	char day[11];

	if (xlsx_part_ends(part, element) || !xlsx_part_next(part))
		return;
	letters = xlsx_part_letters(part);
	if (!letters || !*letters)
		return;
	block.text = letters;
	if (label && strcmp(label, "date") == 0) {
		size_t n = strlen(letters);

		/* "2024-05-06T07:08:09Z" */
		n = n < sizeof(day) - 1 ? n : sizeof(day) - 1;
		memcpy(day, letters, n);
		day[n] = '\0';
		block.text = day;
	}
	package->source->block(package->source, &block);
}

static void put_properties(struct xlsx_package *package)
{
	struct xlsx_part part;

	if (!xlsx_part_open(&part, package, "docProps/core.xml"))
		return;
	while (xlsx_part_next(&part)) {
		if (xlsx_part_begins(&part, "title"))
			put_fact(package, &part, "title", MR_BLOCK_TITLE, NULL);
		else if (xlsx_part_begins(&part, "modified"))
			put_fact(package, &part, "modified", MR_BLOCK_META, "date");
		else if (xlsx_part_begins(&part, "language"))
			put_fact(package, &part, "language", MR_BLOCK_META, "language");
	}
	xlsx_part_close(&part);
}

static void put_sheet(struct xlsx_book *book, const struct xlsx_sheet_entry *entry,
		      struct xlsx_own *own)
{
	struct xlsx_sheet *sheet;

	if (own && xlsx_own_has(own, entry))
		return;
	sheet = xlsx_sheet_read(book, entry);
	if (sheet)
		xlsx_grid_put(book, entry, xlsx_sheet_cells(sheet), own);
	xlsx_sheet_free(sheet);
}

int xlsx_read(struct mr_source *source)
{
	struct xlsx_package package;
	struct xlsx_book book = {0};

	if (xlsx_package_open(&package, source) != 0)
		return -1;
	put_properties(&package);
	if (!package.has_failed && xlsx_book_open(&book, &package) == 0) {
		struct xlsx_own *own = xlsx_own_read(&book);

		for (size_t i = 0; i < book.n_sheets && !package.has_failed && !source->failed; i++)
			put_sheet(&book, &book.sheets[i], own);
		xlsx_own_free(own);
	}
	xlsx_book_release(&book);
	xlsx_package_close(&package);
	return package.has_failed ? -1 : 0;
}

/* A zip archive whose first parts are those of an office document; a compound file is told of by read(). */
int xlsx_read_sniff(const struct mr_bytes *head)
{
	static const char *const names[] = {"[Content_Types].xml", "_rels/.rels", "xl/"};
	const char *text = head->at;

	if (head->n >= 8 && memcmp(text, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
		return 2;
	if (head->n < 30 || memcmp(text, "PK\3\4", 4) != 0)
		return 0;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (head->n > 30 + strlen(names[i]) &&
		    memcmp(text + 30, names[i], strlen(names[i])) == 0)
			return 3;
	return 1;
}
