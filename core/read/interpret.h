/* SPDX-License-Identifier: MIT */
/*
 * interpret - from the grids of a file to the raw records of a dataset: what other people's tables mean.
 *
 *   grid        the file as a reader found it
 *   tables      which of its grids;           table      one grid as rows of fields, spans expanded
 *   orient      which way round;              names      by what products and features are called
 *   heads       what the columns are for
 *   legend      signs and words that the page explains
 *   marks       which note belongs where
 *   draft       products, categories, features and cells before ids
 *   records     the same as raw records
 *   doubts      what a person might decide otherwise
 *   words/      what a single text says
 *
 * Pure: no file is read, nothing is printed.  What the raw records hold is as a careful person would have
 * written it in YAML, and is checked as YAML is.
 */
#ifndef MESHREPORT_CORE_INTERPRET_H
#define MESHREPORT_CORE_INTERPRET_H

#include "read/doubts.h"
#include "read/grid.h"

#include <stdbool.h>
#include <stddef.h>

enum interpret_products { INTERPRET_GUESS, INTERPRET_IN_COLUMNS, INTERPRET_IN_ROWS };

/* One --map WORD=STATUS; an empty word is the blank cell. */
struct interpret_map {
	const char *word; /* never null */
	const char *status; /* id of a built-in status, or "text": left as words */
};

/* How a file is to be read; the zero value is the defaults but for the name.  Everything is borrowed. */
struct interpret_options {
	const char *const *tables; /* --table: "2", "1-3" or a heading, each; none: the default */
	size_t n_tables;
	enum interpret_products products_in; /* --products-in */
	bool transpose; /* --transpose: the other way round than would be taken */
	const char *const *descriptions; /* --description: columns (or rows) by name or number */
	size_t n_descriptions;
	const char *const *drops; /* --drop, the same */
	size_t n_drops;
	const struct interpret_map *maps; /* --map, in order; the later one wins */
	size_t n_maps;
	bool repair; /* --repair: words that went through the wrong encoding are put right */
	const char *file_name; /* never null, without folders: the title where the file has none */
};

/* One grid as --list-tables shows it. */
struct interpret_table {
	uint32_t number; /* from 1 */
	struct place place;
	const char *
		heading; /* the headings above joined with " › ", the caption or its name; "" for none */
	uint32_t n_rows, n_columns;
	unsigned share; /* per cent of the filled body fields that are statuses */
	bool is_chosen; /* would be, or is, taken */
};

struct load;
struct raw;

/*
 * Fills `raw` (empty, with the strings of `load`) from the file; 0, or -1 after an error was reported
 * through load_error() (no table, an option that names none).  Doubts go to `doubts` in either case.
 * Mistakes in what the file says (two products of one name) are left for check to find, but ids are
 * unique and notes resolved.
 */
int interpret(struct raw *raw, struct load *load, const struct grid_file *file,
	      const struct interpret_options *options, struct doubts *doubts);

/*
 * The grids of the file; `out` (struct interpret_table) and its headings live in `arena`.  0, or -1 when
 * memory is refused.
 */
int interpret_list(const struct grid_file *file, const struct interpret_options *options,
		   struct arena *arena, const struct interpret_table **out, size_t *out_n);

#endif
