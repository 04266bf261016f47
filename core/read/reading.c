/* SPDX-License-Identifier: MIT */
#include "read/reading.h"

#include "words/mojibake.h"

#include <string.h>

static const struct inline_text nothing = {.words = "", .refused = ""};

static void note_first(size_t two[2], size_t block)
{
	if (two[0] == SIZE_MAX)
		two[0] = block;
	else if (two[1] == SIZE_MAX)
		two[1] = block;
}

/* Where the headings are, looked for once: each table asks. */
static int find_headings(struct reading *reading)
{
	const struct vec *blocks = &reading->file->blocks;
	size_t last = SIZE_MAX;

	reading->headings[0] = reading->headings[1] = SIZE_MAX;
	reading->titles[0] = reading->titles[1] = SIZE_MAX;
	reading->heading_before =
		arena_array(&reading->arena, blocks->n + 1, sizeof(*reading->heading_before));
	if (!reading->heading_before)
		return -1;
	for (size_t i = 0; i < blocks->n; i++) {
		const struct grid_block *block = VEC_AT(struct grid_block, *blocks, i);

		reading->heading_before[i] = last;
		if (block->kind != MR_BLOCK_HEADING)
			continue;
		last = i;
		note_first(reading->headings, i);
		if (block->level == 1)
			note_first(reading->titles, i);
	}
	reading->heading_before[blocks->n] = last;
	return 0;
}

int reading_init(struct reading *reading, const struct grid_file *file,
		 const struct interpret_options *options, struct doubts *doubts)
{
	*reading = (struct reading){.file = file, .options = options, .doubts = doubts};
	inline_init(&reading->pool);
	if (vocabulary_init(&reading->vocabulary) != 0)
		return -1;
	return find_headings(reading);
}

void reading_release(struct reading *reading)
{
	inline_release(&reading->pool);
	vocabulary_release(&reading->vocabulary);
	arena_release(&reading->arena);
	buf_release(&reading->scratch);
	buf_release(&reading->repaired);
}

bool reading_has_failed(const struct reading *reading)
{
	return reading->failed || reading->pool.failed || reading->vocabulary.failed ||
	       reading->arena.failed || reading->doubts->out_of_memory;
}

/* The text with its encoding put right, where that is wanted. */
static const char *repair(struct reading *reading, const char *source, struct place place)
{
	const char *encoding;
	char was[DIAG_WORD], is[DIAG_WORD];

	buf_clear(&reading->repaired);
	encoding = mojibake_repair(&reading->repaired, source, strlen(source));
	reading->failed = reading->failed || reading->repaired.failed;
	if (!encoding || reading->repaired.failed)
		return source;
	if (reading->options->repair) {
		doubts_note(reading->doubts, DOUBT_ENCODING, place, NULL,
			    "'%s' was UTF-8 read as %s; it is put right: '%s'",
			    diag_word(was, source), encoding,
			    diag_word(is, buf_text(&reading->repaired)));
		return buf_text(&reading->repaired);
	}
	doubts_add(reading->doubts, DOUBT_ENCODING, place, "--repair",
		   "'%s' looks like UTF-8 read as %s; '%s' is meant", diag_word(was, source),
		   encoding, diag_word(is, buf_text(&reading->repaired)));
	return source;
}

const struct inline_text *reading_text(struct reading *reading, const char *source, bool is_literal,
				       struct place place)
{
	const struct inline_text *text =
		inline_read(&reading->pool, repair(reading, source, place), is_literal);
	char word[DIAG_WORD];

	if (!text)
		return &nothing;
	if (text->refused[0])
		doubts_add(reading->doubts, DOUBT_LINK, place, NULL,
			   "the link to '%s' is left out: datasets link to http, https, mailto and "
			   "relative addresses",
			   diag_word(word, text->refused));
	return text;
}

const struct inline_text *reading_cell(struct reading *reading, const struct grid_cell *cell)
{
	if (!cell)
		return &nothing;
	return reading_text(reading, cell->text, (cell->flags & MR_GRID_LITERAL) != 0, cell->place);
}

const struct inline_text *reading_one_line(struct reading *reading, const struct inline_text *text)
{
	struct inline_text *line;
	char *words;

	if (!memchr(text->words, '\n', text->n))
		return text;
	line = arena_object(&reading->arena, sizeof(*line));
	words = arena_copy(&reading->arena, text->words, text->n);
	if (!line || !words) {
		reading->failed = true;
		return &nothing;
	}
	for (char *at = words; (at = strchr(at, '\n')) != NULL;)
		*at = ' ';
	*line = *text;
	line->words = words;
	return line;
}
