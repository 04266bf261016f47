/* SPDX-License-Identifier: MIT */
/* Title, language and date of a draft. */
#include "read/draft.h"
#include "read/tables.h"

#include <string.h>

static const char *plain_of(struct reading *reading, const struct inline_text *text)
{
	char *copy = arena_copy(&reading->arena, text->words, text->n);

	reading->failed = reading->failed || !copy;
	for (char *at = copy; at && *at; at++)
		*at = *at == '\n' ? ' ' : *at;
	return copy ? copy : "";
}

/* The file's name without its suffix. */
static const char *name_of(struct reading *reading)
{
	const char *name = reading->options->file_name, *dot = strrchr(name, '.');
	const char *copy;

	if (!name[0])
		return "Comparison";
	if (!dot || dot == name)
		return name;
	copy = arena_copy(&reading->arena, name, (size_t)(dot - name));
	reading->failed = reading->failed || !copy;
	return copy ? copy : "";
}

/* The heading of a table, or its caption. */
static const struct inline_text *heading_of(struct reading *reading, const struct table *table)
{
	struct place place;
	const struct inline_text *heading = tables_heading(reading, table->grid, &place);

	return heading->n ? heading : tables_caption(reading, table->index);
}

/* That of all tables; "" where they have several, which name the categories. */
static const char *common_heading(struct reading *reading, const struct table *tables, uint32_t n)
{
	const struct inline_text *heading = heading_of(reading, &tables[0]);

	for (uint32_t i = 1; i < n; i++)
		if (strcmp(heading_of(reading, &tables[i])->words, heading->words) != 0)
			return "";
	return plain_of(reading, heading);
}

/* Title, language and date that the file states; a heading, or the file's name. */
void draft_meta_read(struct draft *draft, struct reading *reading, const struct table *tables,
		     uint32_t n_tables)
{
	const struct inline_text *first = NULL;
	const char *heading;

	for (size_t i = 0; i < reading->file->blocks.n; i++) {
		const struct grid_block *block =
			VEC_AT(struct grid_block, reading->file->blocks, i);

		if (block->kind == MR_BLOCK_TITLE && draft->title[0] == '\0')
			draft->title = plain_of(
				reading, reading_text(reading, block->text, true, block->place));
		else if (block->kind == MR_BLOCK_META && strcmp(block->label, "language") == 0)
			draft->language = block->text;
		else if (block->kind == MR_BLOCK_META && strcmp(block->label, "date") == 0)
			draft->date = block->text;
		else if (block->kind == MR_BLOCK_HEADING && block->level == 1 && !first)
			first = reading_text(reading, block->text, false, block->place);
	}
	/* a badge behind the words is no part of the title */
	if (first && first->has_image) {
		const struct inline_text *words =
			inline_without(&reading->pool, first, INLINE_IMAGE);

		first = words && words->n ? words : first;
	}
	heading = common_heading(reading, tables, n_tables);
	if (draft->title[0] == '\0' && first && first->n)
		draft->title = plain_of(reading, first);
	if (draft->title[0] == '\0')
		draft->title = heading;
	else if (strcmp(heading, draft->title) != 0)
		draft->subtitle = heading;
	if (draft->title[0] == '\0')
		draft->title = name_of(reading);
}
