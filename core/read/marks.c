/* SPDX-License-Identifier: MIT */
#include "read/marks.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/folded.h"
#include "base/diag.h"

#include <stdio.h>
#include <string.h>

enum { KEY_MAX = 256 };

void marks_init(struct marks *marks)
{
	*marks = (struct marks){0};
	strset_init(&marks->keys);
}

void marks_release(struct marks *marks)
{
	strset_release(&marks->keys);
	vec_release(&marks->first);
	vec_release(&marks->notes);
}

/* ---- one mark in a line of words */

/* The digit that a raised one stands for; 0 for none. */
static char raised_digit(uint32_t c)
{
	if (c == 0xb9)
		return '1';
	if (c == 0xb2 || c == 0xb3)
		return (char)('0' + (c - 0xb0));
	if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079))
		return (char)('0' + (c - 0x2070));
	return '\0';
}

static bool is_symbol(uint32_t c)
{
	static const uint32_t symbols[] = {'*',    0x2020, 0x2021, 0xa7,   0xb6,   0x2666, 0x25ca,
					   0x203b, 0x2660, 0x2663, 0x2665, 0x2042, 0x2051, '#'};

	for (size_t i = 0; i < sizeof(symbols) / sizeof(symbols[0]); i++) {
		if (symbols[i] == c)
			return true;
	}
	return false;
}

/*
 * The mark at the head of `n` bytes: a run of raised digits, or of one symbol.  Its key into `key` and the
 * bytes it takes; 0 for none.
 */
static size_t mark_at(const char *words, size_t n, char key[KEY_MAX])
{
	size_t length, at = 0, n_key = 0;
	uint32_t first = utf8_decode(words, n, &length), c = first;

	if (raised_digit(first)) {
		while (at < n && n_key + 1 < KEY_MAX && raised_digit(c)) {
			key[n_key++] = raised_digit(c);
			at += length;
			c = utf8_decode(words + at, n - at, &length);
		}
	} else if (is_symbol(first)) {
		while (at < n && n_key + length + 1 < KEY_MAX && c == first) {
			memcpy(key + n_key, words + at, length);
			n_key += length;
			at += length;
			c = utf8_decode(words + at, n - at, &length);
		}
	}
	key[n_key] = '\0';
	return at;
}

/* "1", "12" or one letter in `n` bytes, as a key; false for anything else. */
static bool is_label(const char *words, size_t n, char key[KEY_MAX])
{
	bool digits = n > 0 && n <= 3;

	for (size_t i = 0; i < n; i++)
		digits = digits && ascii_is_digit(words[i]);
	if (!digits && !(n == 1 && ascii_is_letter(words[0])))
		return false;
	memcpy(key, words, n);
	key[n] = '\0';
	return true;
}

/* "[1]", "(a)" at the head; the bytes it takes, 0 for none. */
static size_t bracketed_at(const char *words, size_t n, char key[KEY_MAX])
{
	char close = words[0] == '[' ? ']' : ')';
	const char *end;

	if (n < 3 || (words[0] != '[' && words[0] != '('))
		return 0;
	end = memchr(words, close, n < 6 ? n : 6);
	if (!end || !is_label(words + 1, (size_t)(end - words) - 1, key))
		return 0;
	return (size_t)(end - words) + 1;
}

/* The words of a raised piece as a key: "2", "(1)", "[a]", "*", "note 3". */
static bool raised_key(const char *words, size_t n, char key[KEY_MAX])
{
	while (n && strchr("([ ", words[0]))
		words++, n--;
	if (n > 5 && ascii_begins(words, "note "))
		words += 5, n -= 5;
	while (n && strchr(")] .", words[n - 1]))
		n--;
	if (n == 0)
		return false;
	return is_label(words, n, key) || mark_at(words, n, key) == n;
}

/* ---- definitions */

static void define(struct marks *marks, struct reading *reading, const char *key,
		   const struct inline_text *text, const struct grid_block *block)
{
	uint32_t number = strset_put(&marks->keys, key, strlen(key));
	uint32_t *link =
		number == STRSET_NONE ? NULL : vec_touch(&marks->first, number, sizeof(*link));
	struct marks_note *note;

	if (!link) {
		reading->failed = true;
		return;
	}
	while (*link)
		link = &VEC_AT(struct marks_note, marks->notes, *link - 1)->next;
	*link = (uint32_t)marks->notes.n + 1;
	note = vec_add(&marks->notes, sizeof(*note));
	if (!note) {
		*link = 0;
		reading->failed = true;
		return;
	}
	*note = (struct marks_note){.key = number,
				    .n_grids_before = block->n_grids_before,
				    .text = text,
				    .place = block->place};
}

/* The key of the mark that a line of a definition begins with; the bytes up to its words, 0 for none. */
static size_t definition_at(const struct inline_text *text, size_t at, size_t end,
			    char key[KEY_MAX])
{
	const char *words = text->words;
	size_t taken = 0, start = at;

	/* a raised piece at the head of the line */
	for (uint32_t i = 0; i < text->n_pieces; i++) {
		const struct inline_piece *piece = &text->pieces[i];

		if (piece->first == at && (piece->flags & INLINE_RAISED) &&
		    piece->first + piece->n <= end && raised_key(words + at, piece->n, key)) {
			taken = piece->n;
			break;
		}
		if (piece->first == at && (piece->flags & INLINE_REFERENCE) &&
		    piece->n + 2 < KEY_MAX) {
			diag_write(key, KEY_MAX, "^%.*s", (int)piece->n, words + at);
			taken = piece->n;
			break;
		}
	}
	if (!taken)
		taken = mark_at(words + at, end - at, key);
	if (!taken)
		taken = bracketed_at(words + at, end - at, key);
	if (!taken) {
		/* "1) words", "1. words", "1: words" */
		while (at + taken < end && taken < 3 && ascii_is_digit(words[at + taken]))
			taken++;
		if (!taken || at + taken + 1 >= end || !strchr(").:", words[at + taken]) ||
		    words[at + taken + 1] != ' ' || !is_label(words + at, taken, key))
			return 0;
	}
	at += taken;
	/* "*=", "* =", "[1]:", "¹ - " */
	while (at < end && strchr(" =:.)-", words[at]))
		at++;
	while (end - at >= 3 &&
	       (memcmp(words + at, "–", 3) == 0 || memcmp(words + at, "—", 3) == 0))
		at += 3;
	while (at < end && words[at] == ' ')
		at++;
	return at < end ? at - start : 0;
}

static bool is_sign_at(const struct inline_text *text, size_t at)
{
	size_t length;

	return folded_is_sign(utf8_decode(text->words + at, text->n - at, &length)) ||
	       (text->words[at] == ':' && at + 1 < text->n && ascii_is_letter(text->words[at + 1]));
}

/* One text block: each line that begins with a mark is a note, the lines behind it go on with it. */
static void collect_lines(struct marks *marks, struct reading *reading,
			  const struct grid_block *block)
{
	const struct inline_text *text = reading_text(reading, block->text, false, block->place);
	char key[KEY_MAX] = "", next[KEY_MAX];
	size_t first = 0, end, taken;

	for (size_t at = 0; at < text->n; at = end + 1) {
		const char *line_end = memchr(text->words + at, '\n', text->n - at);

		end = line_end ? (size_t)(line_end - text->words) : text->n;
		taken = definition_at(text, at, end, next);
		/* a line of a legend under the notes belongs to none */
		if (!taken && !(key[0] && is_sign_at(text, at)))
			continue;
		if (key[0])
			define(marks, reading, key,
			       inline_cut(&reading->pool, text, first, at - first), block);
		memcpy(key, taken ? next : "", taken ? sizeof(key) : 1);
		first = at + taken;
	}
	if (key[0])
		define(marks, reading, key,
		       inline_cut(&reading->pool, text, first, text->n - first), block);
}

static bool is_item_with(const struct reading *reading, size_t index, const struct grid_block *like)
{
	const struct grid_block *block =
		index < reading->file->blocks.n
			? VEC_AT(struct grid_block, reading->file->blocks, index)
			: NULL;

	return block && block->kind == MR_BLOCK_ITEM &&
	       block->n_grids_before == like->n_grids_before &&
	       strcmp(block->label, like->label) == 0;
}

/*
 * An item with a marker that the file wrote itself: "*" or "1." of a list under the table.  Items with one marker
 * are a list of anything, one alone is a note.
 */
static void collect_item(struct marks *marks, struct reading *reading, size_t index)
{
	const struct grid_block *block = VEC_AT(struct grid_block, reading->file->blocks, index);
	size_t n = strlen(block->label), before = marks->notes.n;
	char key[KEY_MAX];

	while (n && strchr(").", block->label[n - 1]))
		n--;
	if (block->n_grids_before == 0 || n == 0 || block->level > 1 ||
	    !(is_label(block->label, n, key) || mark_at(block->label, n, key) == n) ||
	    (index > 0 && is_item_with(reading, index - 1, block)) ||
	    is_item_with(reading, index + 1, block))
		return;
	define(marks, reading, key, reading_text(reading, block->text, false, block->place), block);
	if (marks->notes.n > before)
		VEC_AT(struct marks_note, marks->notes, before)->is_weak = true;
}

bool marks_is_note(const struct inline_text *text)
{
	char key[KEY_MAX];

	return text->n && definition_at(text, 0, text->n, key) != 0;
}

/* Notes in the last rows of a table: rows with nothing but words that begin with a mark. */
static void collect_rows(struct marks *marks, struct reading *reading, uint32_t index)
{
	const struct grid *grid = grid_at(reading->file, index);

	for (uint32_t row = grid->n_rows; row-- > 1;) {
		const struct grid_cell *cell = grid_field(reading->file, grid, row, 0);
		const struct grid_block block = {.kind = MR_BLOCK_TEXT,
						 .n_grids_before = index + 1,
						 .label = "",
						 .text = cell ? cell->text : "",
						 .place = cell ? cell->place : grid->place};

		for (uint32_t column = 1; column < grid->n_columns; column++) {
			const struct grid_cell *other =
				grid_field(reading->file, grid, row, column);

			if (other && other != cell && other->text[0])
				return;
		}
		if (!cell || !marks_is_note(reading_cell(reading, cell)))
			return;
		collect_lines(marks, reading, &block);
	}
}

void marks_collect(struct marks *marks, struct reading *reading)
{
	char key[KEY_MAX];
	/* a list below a heading is about something else */
	uint32_t n_grids = 0;
	bool is_below_heading = false;

	for (size_t i = 0; i < reading->file->blocks.n && !reading_has_failed(reading); i++) {
		const struct grid_block *block =
			VEC_AT(struct grid_block, reading->file->blocks, i);

		is_below_heading = (is_below_heading && n_grids == block->n_grids_before) ||
				   block->kind == MR_BLOCK_HEADING;
		n_grids = block->n_grids_before;
		if (block->kind == MR_BLOCK_NOTE) {
			diag_write(key, sizeof(key), "^%s", block->label);
			define(marks, reading, key,
			       reading_text(reading, block->text, false, block->place), block);
		} else if (block->kind == MR_BLOCK_TEXT || block->kind == MR_BLOCK_ITEM) {
			size_t before = marks->notes.n;

			collect_lines(marks, reading, block);
			if (block->kind == MR_BLOCK_ITEM && marks->notes.n == before &&
			    !is_below_heading)
				collect_item(marks, reading, i);
		}
	}
	for (uint32_t i = 0; i < reading->file->grids.n && !reading_has_failed(reading); i++)
		collect_rows(marks, reading, i);
}

/* The definition that counts for a grid: the first behind it, else the last before it; null for none. */
static struct marks_note *definition(const struct marks *marks, const char *key, uint32_t grid)
{
	uint32_t number = strset_find(&marks->keys, key, strlen(key)), at;
	struct marks_note *note, *before = NULL;

	if (number == STRSET_NONE)
		return NULL;
	for (at = *VEC_AT(uint32_t, marks->first, number); at; at = note->next) {
		note = VEC_AT(struct marks_note, marks->notes, at - 1);
		if (note->text && note->n_grids_before > grid)
			return note;
		before = note;
	}
	return before && before->text ? before : NULL;
}

/* ---- taking them out of a text */

/* A range of the words that is a mark. */
struct mark {
	size_t first, end;
};

struct taking {
	struct marks *marks;
	struct reading *reading;
	const struct inline_text *text;
	uint32_t grid;
	struct marks_found *out;
	struct mark defined[MARKS_MAX], undefined[MARKS_MAX];
	uint32_t n_defined, n_undefined;
};

static void take_key(struct taking *taking, const char *key, size_t first, size_t end)
{
	struct marks_note *note = definition(taking->marks, key, taking->grid);

	if (note && taking->out->n < MARKS_MAX && taking->n_defined < MARKS_MAX) {
		taking->out->notes[taking->out->n++] =
			(uint32_t)(note - VEC_AT(struct marks_note, taking->marks->notes, 0));
		taking->defined[taking->n_defined++] = (struct mark){first, end};
	} else if (taking->n_undefined < MARKS_MAX) {
		taking->undefined[taking->n_undefined++] = (struct mark){first, end};
		taking->out->has_undefined = true;
		diag_write(taking->out->undefined, sizeof(taking->out->undefined), "%.*s",
			   (int)(end - first), taking->text->words + first);
	}
}

/* A raised piece may refer to several: "1, 2". */
static void take_raised(struct taking *taking, const struct inline_piece *piece)
{
	const char *words = taking->text->words + piece->first;
	size_t n = piece->n, at = 0, end;
	char key[KEY_MAX];

	/* ten to the sixth is no reference to a note */
	if (piece->first > 0 && ascii_is_digit(words[-1]) && !memchr(words, '[', n) &&
	    raised_key(words, n, key) && !definition(taking->marks, key, taking->grid))
		return;
	while (at < n) {
		for (end = at; end < n && words[end] != ',' && words[end] != ';'; end++)
			;
		if (!raised_key(words + at, end - at, key))
			return;
		take_key(taking, key, piece->first + at, piece->first + (end < n ? end + 1 : end));
		at = end + 1;
	}
}

/* Whether a mark may stand before this. */
static bool ends_word(const char *words, size_t at, size_t n)
{
	char next[KEY_MAX];

	return at >= n || strchr(" \n,;.:)/", words[at]) || mark_at(words + at, n - at, next) != 0;
}

/* Marks among the words themselves. */
static void take_words(struct taking *taking, const struct inline_piece *piece)
{
	const char *words = taking->text->words;
	size_t end = (size_t)piece->first + piece->n, n = taking->text->n, taken;
	char key[KEY_MAX];

	for (size_t at = piece->first; at < end; at += taken) {
		bool is_bracket = false;

		taken = mark_at(words + at, end - at, key);
		if (!taken) {
			taken = bracketed_at(words + at, end - at, key);
			is_bracket = taken != 0;
		}
		if (!taken || at == 0 || !ends_word(words, at + taken, n)) {
			taken = taken ? taken : 1;
			continue;
		}
		/* after a space only where it is the last, or raised */
		if (words[at - 1] == ' ' && at + taken < n &&
		    !raised_digit((unsigned char)words[at]) && (unsigned char)words[at] < 0x80)
			continue;
		/* brackets, "#", and powers are words unless they are defined */
		if ((is_bracket || words[at] == '#' || words[at - 1] == ' ' ||
		     ascii_is_digit(words[at - 1])) &&
		    !definition(taking->marks, key, taking->grid))
			continue;
		take_key(taking, key, at, at + taken);
	}
}

/* The text without the ranges, which are in order. */
static const struct inline_text *without(struct reading *reading, const struct inline_text *text,
					 const struct mark *marks, uint32_t n)
{
	const struct inline_text *kept, *piece;
	size_t at = 0;

	if (n == 0)
		return text;
	kept = inline_cut(&reading->pool, text, 0, marks[0].first);
	for (uint32_t i = 0; i < n && kept; i++) {
		size_t end = i + 1 < n ? marks[i + 1].first : text->n;

		at = marks[i].end;
		if (at >= end)
			continue;
		piece = inline_cut(&reading->pool, text, at, end - at);
		if (!piece)
			return text;
		/* "no* (tap)": what stood apart stays apart */
		kept = inline_join(
			&reading->pool, kept,
			strchr(" \n", text->words[at]) ||
					(marks[i].first && text->words[marks[i].first - 1] == ' ')
				? " "
				: "",
			piece);
	}
	return kept ? kept : text;
}

static void sort(struct mark *marks, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++) {
		struct mark moved = marks[i];
		uint32_t j;

		for (j = i; j > 0 && marks[j - 1].first > moved.first; j--)
			marks[j] = marks[j - 1];
		marks[j] = moved;
	}
}

void marks_take(struct marks *marks, struct reading *reading, const struct inline_text *text,
		uint32_t grid, struct marks_found *out)
{
	struct taking taking = {
		.marks = marks, .reading = reading, .text = text, .grid = grid, .out = out};
	char key[KEY_MAX];

	*out = (struct marks_found){.text = text, .bare = text};
	for (uint32_t i = 0; i < text->n_pieces; i++) {
		const struct inline_piece *piece = &text->pieces[i];

		if (piece->flags & INLINE_REFERENCE) {
			diag_write(key, sizeof(key), "^%.*s", (int)piece->n,
				   text->words + piece->first);
			take_key(&taking, key, piece->first, (size_t)piece->first + piece->n);
		} else if (piece->flags & INLINE_RAISED) {
			take_raised(&taking, piece);
		} else if (!(piece->flags & INLINE_CODE)) {
			take_words(&taking, piece);
		}
	}
	out->text = without(reading, text, taking.defined, taking.n_defined);
	if (taking.n_undefined == 0) {
		out->bare = out->text;
		return;
	}
	for (uint32_t i = 0; i < taking.n_undefined && taking.n_defined < MARKS_MAX; i++)
		taking.defined[taking.n_defined++] = taking.undefined[i];
	sort(taking.defined, taking.n_defined);
	out->bare = without(reading, text, taking.defined, taking.n_defined);
}

void marks_report(const struct marks *marks, struct reading *reading, uint32_t first_grid,
		  uint32_t last_grid)
{
	char word[DIAG_WORD];

	for (size_t i = 0; i < marks->notes.n; i++) {
		const struct marks_note *note = VEC_AT(struct marks_note, marks->notes, i);

		if (note->n_uses == 0 && !note->is_weak && note->text &&
		    note->n_grids_before > first_grid && note->n_grids_before <= last_grid + 1)
			doubts_note(reading->doubts, DOUBT_NOTE, note->place, NULL,
				    "no cell refers to the note '%s'",
				    diag_word(word, note->text->words));
	}
}
