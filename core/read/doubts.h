/* SPDX-License-Identifier: MIT */
/*
 * doubts - what the interpreter decided that a person might decide otherwise, one record each.
 *
 * The report of an import, as structure: who prints makes lines or JSON of it.  A doubt is one sentence
 * without a full stop that says what was read, where, and with which option it is read otherwise.
 *
 * At most `max` are kept, the others counted.  Equal doubts of one kind about one word are one, with the
 * number of places.  Everything is copied; the zero value is an empty report.
 */
#ifndef MESHREPORT_CORE_DOUBTS_H
#define MESHREPORT_CORE_DOUBTS_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/strset.h"
#include "base/vec.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Kinds, with the name each has in JSON. */
#define DOUBTS_KINDS(KIND)                                                            \
	KIND(FILE, "file") /* what its reader says of the file */                     \
	KIND(TABLES, "tables") /* which tables were taken */                          \
	KIND(ORIENTATION, "orientation") /* which way round */                        \
	KIND(NAMES, "names") /* of products, features, categories */                  \
	KIND(COLUMN, "column") /* a column that is no product, or is taken for one */ \
	KIND(SECTION, "section") /* a row taken for a heading, or not */              \
	KIND(WORD, "word") /* a word or sign of a cell */                             \
	KIND(PARTS, "parts") /* two answers in one cell */                            \
	KIND(LEGEND, "legend")                                                        \
	KIND(NOTE, "note") /* a mark without a note, a note without a mark */         \
	KIND(ENCODING, "encoding") /* mojibake */                                     \
	KIND(LINK, "link")                                                            \
	KIND(IMAGE, "image")                                                          \
	KIND(LOST, "lost") /* what the dataset has no place for */                    \
	KIND(OPTION, "option") /* an option that never applied */

#define DOUBTS_ENUM(name, word) DOUBT_##name,
enum doubt_kind { DOUBTS_KINDS(DOUBTS_ENUM) DOUBT_N_KINDS };

struct doubt {
	enum doubt_kind kind;
	/* A note says what was decided and is no cause for alarm; a warning is what --strict refuses. */
	bool is_note;
	struct place place; /* see grid_put_place() */
	const char *words; /* what was read and taken for what */
	const char *option; /* "--map 'x=yes'", "" where none changes it */
	uint32_t n_places; /* at how many it is so; `place` is the first */
};

struct doubts {
	struct arena arena;
	struct vec at; /* struct doubt, in the order they came */
	struct strset known; /* kind and words of the first ones, numbered as in `at` */
	struct buf key;
	size_t max; /* most that are kept, SIZE_MAX for all; 0: DOUBTS_MAX */
	size_t n_left_out;
	size_t n_warnings; /* kept or not */
	/* Counts of what was read. */
	uint32_t n_tables, n_products, n_categories, n_features, n_notes;
	uint64_t n_cells, n_statuses, n_texts, n_unknown;
	bool out_of_memory;
};

enum { DOUBTS_MAX = 500 };

void doubts_release(struct doubts *doubts);

/* `words` is formatted as printf does; `option` may be null. */
void doubts_add(struct doubts *doubts, enum doubt_kind kind, struct place place, const char *option,
		const char *words, ...) MR_PRINTF(5, 6);
void doubts_note(struct doubts *doubts, enum doubt_kind kind, struct place place,
		 const char *option, const char *words, ...) MR_PRINTF(5, 6);

/* The name of a kind, for JSON. */
const char *doubts_kind_name(enum doubt_kind kind);

/* Orders them by place; those without one stand first. */
void doubts_sort(struct doubts *doubts);

/* "6 products, 30 features, 180 cells: 131 statuses, 36 texts, 13 unknown; 2 doubts" */
void doubts_put_counts(struct buf *out, const struct doubts *doubts);

#endif
