/* SPDX-License-Identifier: MIT */
/*
 * diag - what a job has to say: messages with a severity, a place and a suggestion.
 *
 * Messages are collected, not printed; the job prints them in order when it is done:
 *
 *     mesh.yaml:12:9: error: unknown product 'isto' (categories[1].features[0].values.isto); did you mean 'istio'?
 *
 * A message with a rule ends with its name in brackets: whoever does not want to hear of it says that name.
 *
 * A message is one line without a full stop.  Whatever it quotes may be hostile: diag_print() shows
 * control characters and bytes that are not UTF-8 as \xNN, and what cannot be seen (bidirectional controls,
 * spaces and joiners of no width, no-break spaces) as <U+200B>, so that nothing of a dataset steers a
 * terminal and no word in a message looks right that is not.  Two equal messages at one place are one.
 *
 * At most `max` errors are kept, as many warnings and as many notes: each kind has a budget of its own,
 * so that no number of warnings crowds out the error that ended the run, nor a plugin's own errors the one
 * that it crashed (is_verdict).  Those beyond are counted, and diag_print() ends with how many were left out.  Errors are counted whether kept or not, so the exit
 * code never depends on `max`.
 *
 * Ownership: a diag owns copies of all it was told; diag_release() frees.  When memory is refused
 * the message is counted and lost, and diag_print() says that memory ran out.  The zero value is an
 * empty diag.
 */
#ifndef MESHREPORT_CORE_DIAG_H
#define MESHREPORT_CORE_DIAG_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/strset.h"

#include <meshreport/plugin.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where something stands in a file: from 1, columns in code points; 0 is unknown. */
struct place {
	uint32_t line;
	uint32_t column;
};

/*
 * The column of a place that has a name instead ("Sheet1!C7"): its line numbers the name, so that it
 * sorts in the order of the file, and the message says the name (place_name).
 */
enum { PLACE_NAMED = 0x7fffffff };

struct diag_message {
	enum mr_severity severity;
	struct place place;
	const char *file; /* "" for none */
	const char *place_name; /* of a place of PLACE_NAMED, printed behind the file; else "" */
	const char *rule; /* the name by which it can be switched, "" for none */
	const char *text;
	const char *path; /* key path, "" for none */
	const char *suggestion; /* the word that was probably meant, "" for none */
	const char *hint; /* a further half sentence, printed after "; ", "" for none */
	bool is_verdict; /* how something ended: kept whatever was said before it, since it is said once */
};

enum { DIAG_SEVERITIES = MR_ERROR + 1 };

struct diag {
	struct arena arena;
	struct diag_message *messages;
	size_t n, capacity;
	size_t max; /* most messages of one severity, SIZE_MAX for all; 0: DIAG_MAX */
	size_t n_kept[DIAG_SEVERITIES], n_left_out[DIAG_SEVERITIES];
	size_t n_errors;
	bool out_of_memory;
	/*
	 * Asked of each message before anything else, where it is not null: it may change the severity,
	 * and false drops the message.
	 */
	bool (*judge)(const void *judging, struct diag_message *message);
	const void *judging;
	struct strset known; /* what was said and where, as keys */
	struct buf key;
};

/* Messages of one severity, and bytes of one string of a message (longer ones are cut, with an ellipsis). */
enum { DIAG_MAX = 100, DIAG_TEXT_MAX = 400 };

void diag_init(struct diag *diag, size_t max);
void diag_release(struct diag *diag);

/* Adds a copy of the message; null strings count as "". */
void diag_add(struct diag *diag, const struct diag_message *message);

/* The same with the text by printf; what `message` has as text does not count. */
void diag_report(struct diag *diag, const struct diag_message *message, const char *format, ...)
	MR_PRINTF(3, 4);
void diag_vreport(struct diag *diag, const struct diag_message *message, const char *format,
		  va_list arguments);

/* The word of a severity: "note", "warning", "error". */
const char *diag_severity_word(enum mr_severity severity);

/* A message with no more than a file, which may be null. */
void diag_say(struct diag *diag, enum mr_severity severity, const char *file, const char *format,
	      ...) MR_PRINTF(4, 5);

/*
 * The same of `before` and what a buffer holds, which is released: where it found no memory that is said, and not a
 * part of it.
 */
void diag_say_buf(struct diag *diag, enum mr_severity severity, const char *file,
		  const char *before, struct buf *text);

/* "out of memory", once. */
void diag_no_memory(struct diag *diag);

/* Most messages of one severity that are kept. */
size_t diag_budget(const struct diag *diag);

bool diag_has_errors(const struct diag *diag);

/*
 * All that `from` knows goes to `to`: messages, how many were left out, that memory ran out; `from` is
 * empty then.  What is graver than `gravest` becomes that.
 */
void diag_move(struct diag *to, struct diag *from, enum mr_severity gravest);

/* Forgets its notes, also those left out. */
void diag_drop_notes(struct diag *diag);

/*
 * Forgets the errors of `file` that stand at `place` or behind it: they are what another one looked like.  Those
 * that were only counted stay.
 */
void diag_drop_behind(struct diag *diag, const char *file, struct place place);

/* Orders the messages from `first` on by place; equal places and none stay in their order. */
void diag_sort(struct diag *diag, size_t first);

/* What a message says behind its place and severity, on one line: text, key path, hint, suggestion. */
void diag_put_words(struct buf *out, const struct diag_message *message);

/* One message as a line with its line feed; `colour` adds SGR sequences to the severity and place. */
void diag_format(struct buf *out, const struct diag_message *message, bool colour);

/* All messages (without notes when `quiet`), and what was left out. */
void diag_print(const struct diag *diag, struct buf *out, bool colour, bool quiet);

/* ---- what others said, made fit to be quoted */

/* `n` bytes with what could steer a terminal made visible. */
void diag_neutralise(struct buf *out, const char *bytes, size_t n);

/*
 * The same in `size` bytes (at least 8) with the NUL, without asking for memory: what does not fit is cut
 * between characters, and an ellipsis says so.  The number of bytes that `out` holds.
 */
size_t diag_fit(char *out, size_t size, const char *bytes, size_t n);

enum { DIAG_WORD = 72 };

/* A word for a message by diag_fit(); returns `out`. */
const char *diag_word(char out[DIAG_WORD], const char *word);
const char *diag_word_of(char out[DIAG_WORD], const char *bytes, size_t n);

/* snprintf() that cuts between characters. */
void diag_write(char *out, size_t size, const char *format, ...) MR_PRINTF(3, 4);
void diag_vwrite(char *out, size_t size, const char *format, va_list arguments);

#endif
