/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_own.h"

#include "common/read/letters.h"
#include "common/write/links.h"
#include "xlsx/read/xlsx_area.h"
#include "xlsx/read/xlsx_details.h"
#include "xlsx/read/xlsx_format.h"
#include "xlsx/xlsx_marks.h"
#include "xlsx/read/xlsx_words.h"
#include "xlsx/xlsx_writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_LETTERS = 12, LIKES = 128 };
/* Of one cell, so that a hostile workbook costs no more than its size: references, lines of its comment. */
enum { REFERENCES = 64, LINES = 200 };

struct xlsx_own {
	struct xlsx_book *book;
	struct xlsx_area statuses, notes;
	struct xlsx_details details;
	const struct xlsx_sheet_entry *ranking,
		*changes; /* are no comparison: all that is asked of them */
	char likes[LIKES]; /* by status, "ypnux" */
	struct links note_rows; /* by number: the row, in its flags */
	uint32_t n_references; /* of the cell being read */
	size_t n_left_out; /* lines of comments that only the details hold */
	struct out scratch;
};

/* Without the marks around underlined words. */
static void put_unmarked(struct out *out, const char *text)
{
	for (; *text; text++)
		if (*text != XLSX_WORDS_LINK && *text != XLSX_WORDS_LINK_END)
			out_char(out, *text);
}

/* ------------------------------------------------------------------ notes */

/* Markdown without what shapes it: the same words in a comment are the same note. */
static void put_bare(struct out *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '<' && (text[1] == '/' || (text[1] >= 'a' && text[1] <= 'z'))) {
			text += strcspn(text, ">");
			if (!*text)
				return;
		} else if (*text == ']' && text[1] == '(') {
			text += strcspn(text, ")");
			if (!*text)
				return;
		} else if (!strchr("*\\[`\1\2", *text)) {
			out_char(out, *text);
		}
	}
}

/* The row of a note that is defined; 0 for none. */
static uint32_t note_row(const struct xlsx_own *own, const char *number)
{
	uint32_t found = links_number(&own->note_rows, number);

	return found ? own->note_rows.at[found - 1].flags : 0;
}

/* "¹²" as "12" at the head of a text: the bytes it takes, 0 for none. */
static size_t raised_number(const char *text, char number[NUMBER_LETTERS])
{
	static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
	const char *at = text;
	size_t n = 0;

	for (unsigned digit = 0; digit < 10 && n + 1 < NUMBER_LETTERS;)
		if (strncmp(at, raised[digit], strlen(raised[digit])) == 0) {
			at += strlen(raised[digit]);
			number[n++] = (char)('0' + digit);
			digit = 0;
		} else {
			digit++;
		}
	number[n] = '\0';
	return n > 0 ? (size_t)(at - text) : 0;
}

static void hand_over_notes(struct xlsx_own *own)
{
	struct mr_source *source = own->book->package->source;
	struct out place;

	if (!own->notes.sheet)
		return;
	out_to_memory(&place, 0);
	for (uint32_t row = own->notes.from[0] + 1; row <= own->notes.to[0]; row++) {
		struct mr_block note = {
			.kind = MR_BLOCK_NOTE,
			.label = xlsx_area_field(&own->notes, row, own->notes.from[1])};

		out_clear(&own->scratch);
		put_unmarked(&own->scratch,
			     xlsx_area_field(&own->notes, row, own->notes.from[1] + 1));
		note.text = out_at(&own->scratch);
		xlsx_cells_name(&place, own->notes.entry->name, row, own->notes.from[1]);
		note.place.name = out_at(&place);
		if (!*note.label || !*note.text || note_row(own, note.label))
			continue;
		links_add(&own->note_rows, note.label, row);
		source->block(source, &note);
	}
	out_release(&place);
}

/* A reference to a note, once in a text. */
static void refer(struct xlsx_own *own, struct out *text, const char *number)
{
	char reference[NUMBER_LETTERS + 4];

	if (own->n_references++ >= REFERENCES)
		return;
	snprintf(reference, sizeof(reference), "[^%s]", number);
	if (strstr(out_at(text), reference))
		return;
	/* two side by side would be one */
	out_string(text, text->n && text->at[text->n - 1] == ']' ? " " : "");
	out_string(text, reference);
}

/* The break at the end of a line; null where it is the last. */
static const char *line_end(const char *at)
{
	for (; *at; at++)
		if (*at == '\\' && at[1])
			at++; /* a letter: "\<br>" is none */
		else if (strncmp(at, "<br>", 4) == 0)
			return at;
	return NULL;
}

/* Words of a comment, as many of its lines as a note of `n` bytes has; returns what is behind them. */
static const char *put_lines(struct out *said, const char *at, size_t n)
{
	const char *end;

	do {
		char *line;

		end = line_end(at);
		line = end ? strndup(at, (size_t)(end - at)) : strdup(at);
		put_bare(said, line);
		free(line);
		at = end ? end + 4 : at + strlen(at);
	} while (end && said->n < n);
	return at;
}

/* A comment that would be too long ends in an ellipsis. */
static bool is_same(const char *said, const char *defined)
{
	static const char ellipsis[] = "…";
	size_t n = strlen(said), cut = sizeof(ellipsis) - 1;

	return strcmp(said, defined) == 0 || (n > cut && strcmp(said + n - cut, ellipsis) == 0 &&
					      strncmp(said, defined, n - cut) == 0);
}

/*
 * Lines of a comment, which begin with the number of a note that says the same: then they are a reference.  Returns what is
 * behind them, null for what is none.
 */
static const char *note_end(struct xlsx_own *own, const char *line, struct out *text)
{
	char number[NUMBER_LETTERS];
	size_t taken = raised_number(line, number);
	uint32_t row = taken ? note_row(own, number) : 0;
	struct out said, defined;
	const char *end;

	if (!row || line[taken] != ' ')
		return NULL;
	out_to_memory(&said, 0);
	out_to_memory(&defined, 0);
	put_bare(&defined, xlsx_area_field(&own->notes, row, own->notes.from[1] + 1));
	end = put_lines(&said, line + taken + 1, defined.n);
	if (is_same(out_at(&said), out_at(&defined)))
		refer(own, text, number);
	else
		end = NULL;
	out_release(&said);
	out_release(&defined);
	return end;
}

/* The bytes of the sign of a change, which is not the words' own; 0 for none. */
static size_t change_sign(const struct xlsx_own *own, const char *at)
{
	size_t n = *at == '\\' ? 1 : 0;

	return own->changes && at[n] && strchr("~!+-", at[n]) &&
			       (at[n + 1] == '\0' || strchr(" <\1", at[n + 1]))
		       ? n + 1
		       : 0;
}

/* The comment without what the sheets of notes and details say better. */
static void put_comment(struct xlsx_own *own, const char *at, struct out *text, struct out *comment)
{
	static const char bullet[] = "•", arrow[] = "→";

	for (uint32_t line = 0; *at; line++) {
		const char *end = line_end(at), *behind = NULL;
		size_t n = end ? (size_t)(end - at) : strlen(at);

		if (strncmp(at, bullet, sizeof(bullet) - 1) == 0) {
			own->n_left_out++;
		} else if (strncmp(at, arrow, sizeof(arrow) - 1) == 0 || change_sign(own, at) > 0) {
			; /* a link, which is among the details, or what another edition said */
		} else if (n > 0 && (line >= LINES || !(behind = note_end(own, at, text)))) {
			out_string(comment, comment->n ? "<br>" : "");
			out_bytes(comment, at, n);
		}
		at = behind ? behind : at + n + (end ? 4 : 0);
	}
}

/* ------------------------------------------------------------------ words */

/*
 * Small letters: the description behind the name of a category, which may be of several pieces, else a weight or what became of
 * a product, which a table of others has no place for.  Returns what is behind them.
 */
static const char *put_small(struct xlsx_own *own, const char *at, bool *is_described,
			     struct out *text)
{
	static const char begin[] = "<small>", end[] = "</small>", dash[] = " – ";

	for (; strncmp(at, begin, sizeof(begin) - 1) == 0; at += sizeof(end) - 1) {
		const char *words = at + sizeof(begin) - 1;

		at = strstr(words, end);
		if (!at)
			return words + strlen(words);
		if (!*is_described && strncmp(words, dash, sizeof(dash) - 1) != 0) {
			own->n_left_out++;
			continue;
		}
		out_string(text, *is_described ? "<small>" : "<br><small>");
		words += *is_described ? 0 : sizeof(dash) - 1;
		out_bytes(text, words, (size_t)(at - words));
		out_string(text, end);
		*is_described = true;
	}
	return at;
}

/* The tag of small letters at `at` in a name, or of strong ones in a plain name, which are its look: what is behind it, or null. */
static const char *skip_look(struct xlsx_own *own, const char *at, bool is_bold, bool *is_described,
			     struct out *text)
{
	static const char *const strong[] = {"<strong>", "</strong>"};

	for (unsigned i = 0; i < 2 && !is_bold; i++)
		if (strncmp(at, strong[i], strlen(strong[i])) == 0)
			return at + strlen(strong[i]);
	return strncmp(at, "<small>", 7) == 0 ? put_small(own, at, is_described, text) : NULL;
}

/* The bytes of a name up to its marks and its description. */
static size_t name_length(const char *at)
{
	size_t n = 0;

	while (at[n] && !strchr("<\1", at[n]) &&
	       strncmp(at + n, XLSX_MARKS_SPACE, sizeof(XLSX_MARKS_SPACE) - 1) != 0)
		n += at[n] == '\\' && at[n + 1] ? 2 : 1;
	return n;
}

/* NBSP and raised digits become references, underlined words and names get their addresses. */
static void put_words(struct xlsx_own *own, const struct xlsx_cell *cell, const char *at,
		      struct out *text)
{
	static const char space[] = XLSX_MARKS_SPACE;
	bool is_name = cell->row == 0 || cell->column == 0, is_described = false;
	bool is_begun = !is_name || *at == '[';
	bool is_bold = is_name && xlsx_book_style(own->book, cell->style).is_bold;
	bool is_all_bold = is_bold && !strstr(at, "<strong>");

	while (*at) {
		char number[NUMBER_LETTERS];
		size_t n = sizeof(space) - 1, taken;
		const char *end;

		if (strncmp(at, space, n) == 0 && (taken = raised_number(at + n, number)) > 0 &&
		    note_row(own, number)) {
			refer(own, text, number);
			at += n + taken;
		} else if (strncmp(at, space, n) == 0 && (taken = change_sign(own, at + n)) > 0) {
			at += n + taken;
		} else if (*at == XLSX_WORDS_LINK && (end = strchr(at, XLSX_WORDS_LINK_END))) {
			xlsx_details_link(&own->details, cell, at + 1, (size_t)(end - at) - 1,
					  text);
			at = end + 1;
		} else if (*at == '<' && is_name &&
			   (end = skip_look(own, at, is_bold, &is_described, text))) {
			at = end;
		} else if (!is_begun && (n = name_length(at)) > 0) {
			/* in bold, as a category stands out to the eye */
			out_string(text, is_all_bold ? "<strong>" : "");
			xlsx_details_link(&own->details, cell, at, n, text);
			out_string(text, is_all_bold ? "</strong>" : "");
			at += n;
			is_begun = true;
		} else {
			/* an escaped letter begins nothing */
			if (*at == '\\' && at[1])
				out_char(text, *at++);
			out_char(text, *at++);
		}
	}
}

/* ------------------------------------------------------------------ statuses */

/* The class that says what the symbol counts as; the words decide where two statuses share one. */
static const char *hint_of(const struct xlsx_own *own, const char *symbol, const char *words)
{
	static const char letters[] = "ypnux";
	static const char *const hints[] = {"table-yes", "table-partial", "table-no",
					    "table-unknown", "table-na"};
	const struct xlsx_area *area = &own->statuses;
	const char *like = NULL;

	for (uint32_t index = 0; area->sheet && own->likes[index]; index++) {
		uint32_t row = area->from[0] + index;
		const char *sign = xlsx_area_field(area, row, area->from[1] - 1);
		bool is_called = strcmp(xlsx_area_field(area, row, area->from[1]), words) == 0;

		if (row > area->to[0] || strcmp(sign, symbol) != 0 || (like && !is_called))
			continue;
		like = strchr(letters, own->likes[index]);
		if (is_called)
			break;
	}
	return like ? hints[like - letters] : "";
}

/* The symbol, and no words: what stands before them in the format, or in a cell whose format has no room for it. */
static size_t take_symbol(struct xlsx_own *own, const char *code, const char *words,
			  struct out *symbol)
{
	const char *space = strchr(words, ' ');
	struct out letter;

	xlsx_format_literal(symbol, code, false);
	if (symbol->n > 0 || !space || strchr(code, '@'))
		return 0;
	/* it was written as a letter, and so were those of the legend */
	out_to_memory(&letter, 0);
	out_bytes(&letter, words, (size_t)(space - words));
	if (*hint_of(own, out_at(&letter), ""))
		out_bytes(symbol, letter.at, letter.n);
	out_release(&letter);
	return symbol->n > 0 ? symbol->n + 1 : 0;
}

/* A name without what the bold style of its cell put around it. */
static void put_bare_name(struct xlsx_own *own, const struct xlsx_cell *cell, const char *words,
			  struct out *text)
{
	bool is_bold = xlsx_book_style(own->book, cell->style).is_bold;
	size_t begin = !is_bold        ? 0
		       : *words == '*' ? 2
		       : *words == '<' ? sizeof("<strong>") - 1
				       : 0;
	size_t end = begin > 2 ? begin + 1 : begin;
	char *copy = strndup(words + begin, strlen(words) - begin - end);

	put_words(own, cell, copy, text);
	free(copy);
}

/* The one mark of all sets of notes that there are too many of; its notes are in the comment. */
static void drop_star(struct out *text)
{
	static const char *const stars[] = {XLSX_MARKS_SPACE "*", XLSX_MARKS_SPACE "\\*"};

	for (unsigned i = 0; i < 2; i++) {
		size_t n = strlen(stars[i]);

		if (text->n >= n && strcmp(out_at(text) + text->n - n, stars[i]) == 0)
			text->n -= n;
	}
}

const char *xlsx_own_cell(struct xlsx_own *own, const struct xlsx_cell *cell,
			  const struct xlsx_cells *cells, const char *code, struct out *text,
			  struct out *comment)
{
	const char *words = cells->letters.at + cell->text, *hint = "";
	bool is_name = cell->row == 0 || cell->column == 0;
	struct out symbol, escaped;

	own->n_references = 0;
	out_to_memory(&symbol, 0);
	out_to_memory(&escaped, 0);
	if (!is_name) {
		words += take_symbol(own, code, words, &symbol);
		letters_put_exactly(&escaped, out_at(&symbol), symbol.n);
		letters_trim(&escaped, 0);
		hint = escaped.n ? hint_of(own, out_at(&escaped), words) : "";
	}
	if (is_name)
		put_bare_name(own, cell, words, text);
	else if (strpbrk(words, "\1[<\xc2"))
		put_words(own, cell, words, text);
	else
		xlsx_details_link(&own->details, cell, words, strlen(words), text);
	out_clear(&symbol);
	xlsx_format_literal(&symbol, code, true);
	out_clear(&escaped);
	letters_put_exactly(&escaped, out_at(&symbol), symbol.n);
	put_words(own, cell, out_at(&escaped), text);
	drop_star(text);
	put_comment(own, cells->letters.at + cell->note, text, comment);
	out_release(&symbol);
	out_release(&escaped);
	return hint;
}

/* ------------------------------------------------------------------ all of it */

struct xlsx_own *xlsx_own_read(struct xlsx_book *book)
{
	struct xlsx_own *own = book->n_names ? calloc(1, sizeof(*own)) : NULL;
	const char *likes;

	if (!own)
		return NULL;
	own->book = book;
	out_to_memory(&own->scratch, 0);
	xlsx_area_read(book, XLSX_WRITER_STATUSES, &own->statuses);
	xlsx_area_read(book, XLSX_WRITER_NOTES, &own->notes);
	xlsx_details_read(book, &own->details);
	own->ranking = xlsx_area_sheet(book, XLSX_WRITER_RANKING);
	own->changes = xlsx_area_sheet(book, XLSX_WRITER_CHANGES);
	likes = xlsx_book_name(book, XLSX_WRITER_LIKES);
	for (size_t n = 0; likes && *likes && n + 1 < LIKES; likes++)
		if (*likes != '"')
			own->likes[n++] = *likes;
	hand_over_notes(own);
	return own;
}

void xlsx_own_free(struct xlsx_own *own)
{
	struct mr_source *source = own ? own->book->package->source : NULL;

	if (!own)
		return;
	if (own->n_left_out > 0)
		source->diag(source, MR_NOTE, NULL,
			     "versions, sources and dates of cells (%lu) are not read back",
			     (unsigned long)own->n_left_out);
	xlsx_area_release(&own->statuses);
	xlsx_area_release(&own->notes);
	xlsx_details_release(&own->details);
	links_release(&own->note_rows);
	out_release(&own->scratch);
	free(own);
}

bool xlsx_own_has(const struct xlsx_own *own, const struct xlsx_sheet_entry *entry)
{
	return entry == own->statuses.entry || entry == own->notes.entry ||
	       entry == own->details.area.entry || entry == own->ranking || entry == own->changes;
}
