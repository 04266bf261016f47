/* SPDX-License-Identifier: MIT */
#include "common/read/fields.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

/* libcsv's FIELD_BEGUN (libcsv.c): letters of a field were read and, when it is quoted, its quote is open. */
enum { IN_FIELD = 2 };

static void fail(struct fields *fields, size_t offset, const char *why)
{
	if (fields->error)
		return;
	fields->error = why;
	fields->error_offset = offset;
}

/* Room for one more; null without memory. */
static void *grown(void *at, size_t n, size_t *size, size_t of)
{
	size_t wanted = *size ? *size * 2 : 64;
	void *more;

	if (n < *size)
		return at;
	more = realloc(at, wanted * of);
	if (more)
		*size = wanted;
	return more;
}

/* ---- what libcsv calls */

/* Ends of lines become line feeds and other white space blanks; a NUL behind.  Returns the length. */
static size_t put_letters(struct out *out, const char *text, size_t n)
{
	size_t length = 0;

	for (size_t i = 0; i < n; i++, length++) {
		if (text[i] == '\r') {
			out_char(out, '\n');
			i += i + 1 < n && text[i + 1] == '\n';
		} else {
			out_char(out, strchr("\t\v\f", text[i]) && text[i] ? ' ' : text[i]);
		}
	}
	out_char(out, '\0');
	return length;
}

static void take_field(void *text, size_t n, void *data)
{
	struct fields *fields = data;
	struct fields_field *more;

	fields->has_fired = true;
	if (fields->error)
		return;
	if (fields->n >= FIELDS_MAX) {
		fail(fields, fields->begin, "there are too many fields");
		return;
	}
	more = grown(fields->at, fields->n, &fields->size, sizeof(*more));
	if (!more) {
		fail(fields, fields->begin, "out of memory");
		return;
	}
	fields->at = more;
	fields->at[fields->n++] =
		(struct fields_field){.offset = fields->begin, .at = fields->letters.n, .n = n};
	fields->at[fields->n - 1].n = put_letters(&fields->letters, text, n);
	if (fields->letters.failed)
		fail(fields, fields->begin, "out of memory");
	fields->in_row = true;
}

static void take_row(int end, void *data)
{
	struct fields *fields = data;
	size_t first = 0;
	struct fields_row *more;

	(void)end;
	fields->in_row = false;
	if (fields->error)
		return;
	more = grown(fields->rows, fields->n_rows, &fields->rows_size, sizeof(*more));
	if (!more) {
		fail(fields, fields->begin, "out of memory");
		return;
	}
	fields->rows = more;
	if (fields->n_rows)
		first = fields->rows[fields->n_rows - 1].first + fields->rows[fields->n_rows - 1].n;
	fields->rows[fields->n_rows++] = (struct fields_row){first, fields->n - first};
}

/* ---- reading */

/*
 * Feeds the bytes up to the next one that may end a field, so that its place is known when libcsv
 * calls back.
 */
static void feed(struct fields *fields, struct csv_parser *parser, const char *text, size_t n,
		 struct fields_kind kind)
{
	size_t at = 0;

	while (at < n && !fields->error && (fields->max == 0 || fields->n_rows < fields->max)) {
		size_t end = at;

		while (end < n && text[end] != kind.delimiter && text[end] != '\n' &&
		       text[end] != '\r')
			end++;
		end += end < n;
		fields->has_fired = false;
		if (csv_parse(parser, text + at, end - at, take_field, take_row, fields) !=
		    end - at)
			fail(fields, at, "out of memory");
		if (fields->has_fired || (!fields->in_row && end == at + 1 &&
					  text[at] != kind.delimiter && fields->begin == at))
			fields->begin = end;
		if (end - fields->begin > FIELDS_MAX_BYTES)
			fail(fields, fields->begin,
			     "a field is longer than 1048576 bytes; is its quote never closed?");
		at = end;
	}
}

int fields_split(struct fields *fields, const char *text, size_t n, struct fields_kind kind)
{
	struct csv_parser parser;

	if (csv_init(&parser, 0) != 0) {
		fail(fields, 0, "out of memory");
		return -1;
	}
	/* it grows by this much each time, 128 bytes by default: a long field would be copied often */
	csv_set_blk_size(&parser, 1 << 16);
	csv_set_delim(&parser, (unsigned char)kind.delimiter);
	csv_set_quote(&parser, (unsigned char)kind.quote);
	if (!fields->letters.max)
		out_to_memory(&fields->letters, 0);
	feed(fields, &parser, text, n, kind);
	/* libcsv tells of it in its strict mode alone, which refuses every quote within a field */
	if (parser.quoted && parser.pstate == IN_FIELD && !fields->max)
		fail(fields, fields->begin, "a quote is opened here and never closed");
	csv_fini(&parser, take_field, take_row, fields);
	csv_free(&parser);
	return fields->error ? -1 : 0;
}

void fields_release(struct fields *fields)
{
	out_release(&fields->letters);
	free(fields->at);
	free(fields->rows);
	*fields = (struct fields){0};
}

/* ---- guessing */

enum { GUESS_BYTES = 1 << 16, GUESS_ROWS = 200 };

/* How often the usual length occurs, and what it is; rows of one field count for nothing. */
static void judge(const struct fields *fields, size_t n_rows, struct fields_kind *kind)
{
	for (size_t i = 0; i < n_rows; i++) {
		size_t n_alike = 0, n = fields->rows[i].n;

		for (size_t k = 0; k < n_rows; k++)
			n_alike += fields->rows[k].n == n;
		if (n > 1 && (double)n_alike / (double)n_rows > kind->agreement) {
			kind->agreement = (double)n_alike / (double)n_rows;
			kind->n_columns = n;
		}
	}
}

static struct fields_kind try(const char *text, size_t n, char delimiter, char quote)
{
	struct fields_kind kind = {.delimiter = delimiter, .quote = quote};
	struct fields fields = {.max = GUESS_ROWS};
	size_t n_rows;

	fields_split(&fields, text, n, kind);
	n_rows = fields.n_rows;
	/* the last row may have been cut */
	if (n == GUESS_BYTES && n_rows > 1)
		n_rows--;
	judge(&fields, n_rows, &kind);
	fields_release(&fields);
	return kind;
}

static bool ends_field(char c, char delimiter)
{
	return c == '\n' || c == '\r' || c == delimiter;
}

/*
 * Whether the single quote encloses fields: what it opens it closes, mostly in the same line ("'tis" and "the dogs'"
 * are words), and no field is in double quotes.
 */
static char quote_of(const char *text, size_t n, char delimiter)
{
	size_t n_opened = 0, n_closed = 0, n_alike = 0, n_unlike = 0;
	long open = 0;

	for (size_t i = 0; i <= n; i++) {
		bool begins = i == 0 || ends_field(text[i - 1], delimiter);
		bool ends = i + 1 >= n || ends_field(text[i + 1], delimiter);

		if (i == n || text[i] == '\n' || text[i] == '\r') {
			n_alike += n_opened > 0 && n_opened == n_closed;
			n_unlike += n_opened > n_closed;
			open += (long)n_opened - (long)n_closed;
			n_opened = n_closed = 0;
		} else if (text[i] == '\'') {
			n_opened += begins;
			n_closed += ends;
		} else if (text[i] == '"' && (begins || ends)) {
			return '"';
		}
	}
	return n_alike > n_unlike && (open == 0 || n == GUESS_BYTES) ? '\'' : '"';
}

struct fields_kind fields_guess(const char *text, size_t n, char wanted)
{
	static const char delimiters[] = {',', ';', '\t', '|', ':', '^', '~', '\x1f'};
	struct fields_kind best = {.delimiter = wanted ? wanted : ',', .quote = '"'};

	if (n > GUESS_BYTES)
		n = GUESS_BYTES;
	if (wanted)
		return try(text, n, wanted, quote_of(text, n, wanted));
	for (size_t i = 0; i < sizeof(delimiters); i++) {
		char delimiter = delimiters[i];
		struct fields_kind kind;

		if (!memchr(text, delimiter, n))
			continue;
		kind = try(text, n, delimiter, quote_of(text, n, delimiter));
		/* commas and colons stand in words, too: what comes first in the list must be as good */
		if (kind.agreement > best.agreement + 0.1 ||
		    (kind.agreement > best.agreement - 0.1 && kind.n_columns > best.n_columns &&
		     delimiter != ':'))
			best = kind;
	}
	return best;
}
