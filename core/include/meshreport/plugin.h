/* SPDX-License-Identifier: MIT */
/*
 * meshreport/plugin.h - the whole contract between meshreport and an output format.  What only some need lies
 * beside it and is included at the end: reader.h, by which a plugin reads; services.h, what a host does besides.
 *
 * A format is one shared object, NAME.so, that exports one constant:
 *
 *     const struct mr_plugin meshreport_plugin = {
 *         MR_PLUGIN_HEADER,
 *         .name = "tally", .summary = "yes and no, counted", .version = "1.0",
 *         .extension = "txt", .media_type = "text/plain",
 *         .render = render,
 *     };
 *
 * Copied into a plugin directory it is installed; `meshreport --list-formats` shows it.  The file's
 * name is the format's name: `-f tally` opens tally.so and no other.  A plugin links nothing of
 * meshreport's: everything it may call is reached through the job that render() is given.
 *
 * PROCESS.  Each format of a run renders in a child process of its own that opens this one plugin,
 * calls render() once from its only thread, and ends.  A crash, an abort or an endless loop costs
 * that format alone.  A plugin may keep static state, start threads and leak: nothing outlives the
 * run, nor does anything it has started.  Only the thread that render() was called on may use the
 * job.  A plugin must not fork, end the process, change the working directory, call setlocale() or
 * install signal handlers, and it reads no clock, no environment variable and no random source: the
 * same job yields the same bytes.  Standard input is empty; what is printed to standard output or
 * error becomes a warning.  Descriptors that the plugin did not open are the host's.
 *
 * TRUST.  Before the plugin is opened its process gives up all but computing, reading what rendering needs
 * and writing to the host's pipe (plugins/README.md has it call by call): it reads the system's libraries,
 * fonts, the plugin's own folder, its templates and files that its options name; writes no file; has no
 * network, no other process, no environment but the locale and where fonts lie; and limits on memory, time
 * and the bytes of its artifacts.  What is refused fails as it would for want of a right.  A kernel may
 * enforce less, and whoever runs the host may ask for none of it: a plugin relies on neither.
 *
 * FILES.  A plugin opens none for writing.  A format is looked for in the folders of --plugin-dir,
 * of MESHREPORT_PLUGIN_PATH, of the user's data directory, of the build tree or the installed one;
 * the first hit wins.  Files and folders that everyone may write to are refused.
 *
 * The host opens the plugin before it has decided to render: also to list it, for its help, and to
 * check options.  Opening must therefore do nothing; what has to be set up is set up in render().
 *
 * OWNERSHIP.  Everything reached through the job belongs to the host, is constant, and lives until
 * render() returns.  What job->alloc() returns is freed by the host after render() returns.
 *
 * MEMORY.  A request that is refused (by malloc() and its kin, whoever calls them: also a library)
 * ends the process there and then, and the host says "out of memory": a library that goes on with
 * less would damage the document.  So a plugin need not look for null pointers, except from sizes
 * beyond PTRDIFF_MAX, which are always refused and end nothing.
 *
 * TEXT is UTF-8, always valid, NUL-terminated and never a null pointer: what is absent is "".  No
 * text holds a control character except that plain text of a rich text may hold '\n' where the rich
 * text holds a break.  Byte counts exclude the NUL.  Controls of direction in a text end with it: they
 * stand in isolates that it closes (UAX 9, BD8).
 *
 * GROWTH.  Every struct of the matrix may grow at its end in later hosts, so arrays are reached
 * through the accessors below, which step by the host's stride, never by plain indexing.
 * Enumerations may grow as well, except enum mr_like, which is closed; what to do with a value a
 * plugin does not know stands beside each.  The major number changes when an old plugin would
 * break, the minor when the host hands out more than before.
 *
 * FROZEN, for ever as they are here, are the structs that lie inside others or that a plugin hands to
 * the host, since nothing says how long theirs are: mr_array, mr_bytes, mr_date, mr_counts, mr_where,
 * mr_place, mr_block, mr_grid and mr_grid_cell.  mr_credit and mr_selection lie inside the matrix and
 * have room: what is called so is zero, and may get a name and a meaning in a later minor.
 *
 * ERRORS.  A plugin reports a problem once, with diag(), and returns non-zero; a message of
 * severity MR_ERROR alone makes the format fail, too.  Writing never returns an error: see mr_sink.
 *
 * This header compiles alone, as C11 and as C++20.
 */
#ifndef MESHREPORT_PLUGIN_H
#define MESHREPORT_PLUGIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MR_ABI_MAJOR 1
#define MR_ABI_MINOR 2

#if defined(__GNUC__)
#define MR_EXPORT __attribute__((visibility("default")))
#define MR_PRINTF(string, first) __attribute__((format(printf, string, first)))
#else
#define MR_EXPORT
#define MR_PRINTF(string, first)
#endif

/* ------------------------------------------------------------------ small types */

/* A run of `n` elements, `stride` bytes apart; `at` may be null when n is 0. */
struct mr_array {
	const void *at;
	uint32_t n;
	uint32_t stride;
};

/* Element `index` of an array, null beyond its end. */
static inline const void *mr_at(const struct mr_array *array, uint32_t index)
{
	return index < array->n ? (const char *)array->at + (size_t)index * array->stride : NULL;
}

/* Bytes with a length; binary, so without a promise of a NUL. */
struct mr_bytes {
	const void *at;
	size_t n;
};

/* A day of the Gregorian calendar; year 0 means that no day was given. */
struct mr_date {
	int16_t year;
	/* 1..12 */
	uint8_t month;
	/* 1..31 */
	uint8_t day;
};

/* ------------------------------------------------------------------ rich text */

/* An unknown kind prints its text as MR_SPAN_TEXT does. */
enum mr_span_kind {
	MR_SPAN_TEXT = 0,
	MR_SPAN_CODE = 1,
	MR_SPAN_EMPHASIS = 2,
	MR_SPAN_STRONG = 3,
	MR_SPAN_STRONG_EMPHASIS = 4,
	/* A line break; its text is "\n" */
	MR_SPAN_BREAK = 5
};

struct mr_span {
	/* enum mr_span_kind */
	uint32_t kind;
	uint32_t n_bytes;
	const char *text;
	/*
	 * Where the span leads, "" for nowhere: http, https, mailto or a relative or fragment
	 * reference, vetted by the host, as written in the dataset (so not percent-encoded anew).
	 * Neighbouring spans with the same url pointer are one link.
	 */
	const char *url;
};

/*
 * A rich text.  Equal texts of a dataset are one object, and `id` counts them densely from 0 to
 * mr_matrix.n_texts - 1: a renderer may keep what it made of a text in an array by id.
 */
struct mr_text {
	uint32_t id;
	/* Of plain */
	uint32_t n_bytes;
	/* The words without markup; links give their text only */
	const char *plain;
	/* struct mr_span; for an empty text none */
	struct mr_array spans;
};

static inline const struct mr_span *mr_span_at(const struct mr_text *text, uint32_t index)
{
	return (const struct mr_span *)mr_at(&text->spans, index);
}

static inline bool mr_text_is_empty(const struct mr_text *text)
{
	return text->n_bytes == 0;
}

/* ------------------------------------------------------------------ counting */

/* What a status counts as.  Closed: no value will ever be added. */
enum mr_like {
	MR_LIKE_YES = 0,
	MR_LIKE_PARTIAL = 1,
	MR_LIKE_NO = 2,
	MR_LIKE_UNKNOWN = 3,
	/* Does not apply */
	MR_LIKE_NA = 4
};
#define MR_N_LIKES 5
#define MR_LIKE_NONE 255 /* a text or list cell: has no status and is not counted */

/*
 * Status cells counted by what they count as.  Fact rows (features without a status in any selected
 * cell) are not in it.  Counts that are printed are `n`; `weighted` has each cell multiplied by its
 * feature's weight; `coverage` is (yes + partial / 2) / (yes + partial + no + unknown) of the
 * weighted counts, from 0 to 1, or -1 where that divisor is 0.
 */
struct mr_counts {
	uint32_t n[MR_N_LIKES];
	/* Sum of n */
	uint32_t total;
	double weighted[MR_N_LIKES];
	double coverage;
};

/* ------------------------------------------------------------------ the matrix */

struct mr_status {
	const char *id;
	/* In the dataset's language where it is a built-in word */
	const char *label;
	/* One character, never "" */
	const char *symbol;
	/* enum mr_like */
	uint32_t like;
	/* By a cell or part of the selection: belongs into the legend */
	bool is_used;
	bool is_builtin;
	/* Cells of the selection with this very status */
	uint32_t n_cells;
};

/*
 * A note of the selection, shared or a cell's own.  Notes stand in the order of their numbers, and
 * note `index` has number index + 1.  Own notes with equal words share one number.
 */
struct mr_note {
	/* The key in the dataset, "" for a cell's own note */
	const char *id;
	uint32_t number;
	uint32_t n_uses;
	const struct mr_text *text;
};

/* An unknown lifecycle is shown by its word. */
enum mr_lifecycle { MR_ACTIVE = 0, MR_ARCHIVED = 1, MR_DISCONTINUED = 2 };

struct mr_product {
	const char *id;
	const char *name;
	const char *url;
	/* enum mr_lifecycle */
	uint32_t lifecycle;
	/* In the dataset's language, "" when active */
	const char *lifecycle_word;
	/* const char *: earlier ids */
	struct mr_array formerly;
	/* The file's bytes, not decoded, n == 0 without one; hostile input */
	struct mr_bytes logo;
	/* By its first bytes: "image/png", "image/jpeg", "image/svg+xml", ... or "" */
	const char *logo_media_type;
	/* File name without folders, for messages */
	const char *logo_name;
	struct mr_counts counts;
	/* Since 1.1. uint32_t: indexes of the notes on its name */
	struct mr_array notes;
};

struct mr_category {
	const char *id;
	/* empty: no heading row */
	const struct mr_text *name;
	const struct mr_text *description;
	const char *url;
	/* Its features are first_feature .. first_feature + n_features - 1 */
	uint32_t first_feature;
	/* Never 0: a category without a selected feature is not in the matrix */
	uint32_t n_features;
	struct mr_counts counts;
	/* Since 1.1. uint32_t: indexes of the notes on its name */
	struct mr_array notes;
};

enum mr_feature_kind { MR_FEATURE_ANY = 0, MR_FEATURE_STATUS = 1, MR_FEATURE_TEXT = 2 };

struct mr_feature {
	const char *id;
	const struct mr_text *name;
	const struct mr_text *description;
	const char *url;
	/* Index */
	uint32_t category;
	/* enum mr_feature_kind, as the dataset says it */
	uint32_t kind;
	/* No selected cell has a status: not counted, no place in coverage */
	bool is_fact;
	/* Status or visible words differ between the selected products */
	bool differs;
	double weight;
	/* const char * */
	struct mr_array formerly;
	struct mr_counts counts;
	/* Since 1.1. uint32_t: indexes of the notes on its name */
	struct mr_array notes;
};

/* An unknown kind prints the cell's text. */
enum mr_cell_kind {
	/* symbol of the status, then the text (the label, or words of its own) */
	MR_CELL_STATUS = 0,
	/* The text */
	MR_CELL_TEXT = 1,
	/* detail->items, joined by ", "; the text holds them joined, too */
	MR_CELL_LIST = 2,
	/* detail->parts, each "name symbol text"; the text holds the words joined */
	MR_CELL_PARTS = 3
};

#define MR_NO_STATUS 0xffffu

struct mr_part {
	const char *name;
	/* Index into the statuses */
	uint32_t status;
	/* The label, or words of its own */
	const struct mr_text *text;
	/* uint32_t: indexes into the notes */
	struct mr_array notes;
};

/* Who says what holds for a cell (since 1.2); an unknown value counts as MR_FROM_CELL. */
enum mr_from { MR_FROM_CELL = 0, MR_FROM_FEATURE = 1, MR_FROM_CATEGORY = 2, MR_FROM_PRODUCT = 3 };

/* What few cells have; a null detail means that a cell has none of it. */
struct mr_cell_detail {
	/* const struct mr_text * */
	struct mr_array items;
	/* struct mr_part */
	struct mr_array parts;
	/* uint32_t: indexes into the notes; marks stand after the words */
	struct mr_array notes;
	/* const char *: vetted like the url of a span */
	struct mr_array sources;
	/* "1.0", to be shown as "since 1.0"; "" without */
	const char *since;
	struct mr_date verified;
	/* Since 1.2. enum mr_from: who says it, where there is something */
	uint8_t sources_from, since_from, verified_from;
};

struct mr_cell {
	/*
	 * Index into the statuses; MR_NO_STATUS for text and list cells, and for parts of differing
	 * statuses.
	 */
	uint16_t status;
	/* enum mr_like, also of parts as a whole; MR_LIKE_NONE for text and list cells */
	uint8_t like;
	/* enum mr_cell_kind */
	uint8_t kind;
	/* A status cell whose text is not merely the label */
	bool has_own_words;
	const struct mr_text *text;
	/* Or null */
	const struct mr_cell_detail *detail;
};

struct mr_credit {
	const char *text;
	const char *url;
	/* SPDX identifier */
	const char *license;
	const void *room[3];
};

struct mr_selection {
	/* Nothing of the dataset was left out (reordering is not leaving out) */
	bool is_whole;
	/* "Products: Istio, Consul; only differences"; "" when nothing was narrowed or reordered */
	const char *words;
	/* The command line that makes the same selection of the dataset */
	const char *command;
	/* Of the dataset before it was narrowed */
	uint32_t n_products_all, n_features_all;
	const void *room[4];
};

/* One word of the interface in the dataset's language. */
struct mr_word {
	const char *key;
	const char *text;
};

/* See below, "two editions" and "a ranking" */
struct mr_since;
struct mr_ranking;

struct mr_matrix {
	uint32_t struct_size;
	/* Distinct rich texts, see mr_text */
	uint32_t n_texts;
	const char *title;
	const char *subtitle;
	/* BCP 47, "en" where the dataset names none */
	const char *language;
	/* The language is written from right to left */
	bool is_rtl;
	struct mr_date as_of;
	struct mr_credit credit;
	/* struct mr_status: the built-in ones, then the dataset's */
	struct mr_array statuses;
	/* struct mr_note */
	struct mr_array notes;
	/* struct mr_product: the columns */
	struct mr_array products;
	/* struct mr_category */
	struct mr_array categories;
	/* struct mr_feature: the rows */
	struct mr_array features;
	/* struct mr_cell, row by row: use mr_cell_at() */
	struct mr_array cells;
	/* struct mr_counts, categories by products: mr_category_counts() */
	struct mr_array category_counts;
	/* Of the whole selection */
	struct mr_counts counts;
	struct mr_selection selection;
	/* struct mr_word, sorted by key (strcmp): use mr_word() */
	struct mr_array words;
	/* File name without folders; "report.yaml" for standard input */
	const char *dataset_name;
	/* The same without its suffix: "servicemesh" */
	const char *base_name;
	/* Its bytes as they were read */
	struct mr_bytes dataset;

	/* ---- since 1.2 */

	/* What changed since another edition, null where none was named */
	const struct mr_since *since;
	/* Which of the products suit somebody, null where nobody asked */
	const struct mr_ranking *ranking;
	/* struct mr_profile: what readers need, as the dataset says it; all of them, whatever is shown */
	struct mr_array profiles;
};

static inline const struct mr_status *mr_status_at(const struct mr_matrix *m, uint32_t index)
{
	return (const struct mr_status *)mr_at(&m->statuses, index);
}
static inline const struct mr_note *mr_note_at(const struct mr_matrix *m, uint32_t index)
{
	return (const struct mr_note *)mr_at(&m->notes, index);
}
static inline const struct mr_product *mr_product_at(const struct mr_matrix *m, uint32_t col)
{
	return (const struct mr_product *)mr_at(&m->products, col);
}
static inline const struct mr_category *mr_category_at(const struct mr_matrix *m, uint32_t index)
{
	return (const struct mr_category *)mr_at(&m->categories, index);
}
static inline const struct mr_feature *mr_feature_at(const struct mr_matrix *m, uint32_t row)
{
	return (const struct mr_feature *)mr_at(&m->features, row);
}
static inline const struct mr_cell *mr_cell_at(const struct mr_matrix *m, uint32_t row,
					       uint32_t col)
{
	if (row >= m->features.n || col >= m->products.n)
		return NULL;
	return (const struct mr_cell *)((const char *)m->cells.at +
					((size_t)row * m->products.n + col) * m->cells.stride);
}
static inline const struct mr_counts *mr_category_counts(const struct mr_matrix *m,
							 uint32_t category, uint32_t col)
{
	if (category >= m->categories.n || col >= m->products.n)
		return NULL;
	return (const struct mr_counts *)((const char *)m->category_counts.at +
					  ((size_t)category * m->products.n + col) *
						  m->category_counts.stride);
}
/* Element `index` of an array of uint32_t (notes of a cell or part). */
static inline uint32_t mr_index_at(const struct mr_array *array, uint32_t index)
{
	const uint32_t *found = (const uint32_t *)mr_at(array, index);
	return found ? *found : 0;
}
/* Element `index` of an array of strings (formerly, sources), "" beyond its end. */
static inline const char *mr_string_at(const struct mr_array *array, uint32_t index)
{
	const char *const *found = (const char *const *)mr_at(array, index);
	return found ? *found : "";
}
static inline const struct mr_part *mr_part_at(const struct mr_cell_detail *detail, uint32_t index)
{
	return (const struct mr_part *)mr_at(&detail->parts, index);
}
static inline const struct mr_text *mr_item_at(const struct mr_cell_detail *detail, uint32_t index)
{
	const struct mr_text *const *found =
		(const struct mr_text *const *)mr_at(&detail->items, index);
	return found ? *found : NULL;
}

/* ------------------------------------------------------------------ two editions (since 1.2) */

/* What became of a thing since the old edition; an unknown kind is shown as MR_CHANGE_CHANGED. */
enum mr_change {
	MR_CHANGE_NONE = 0,
	MR_CHANGE_ADDED = 1,
	MR_CHANGE_REMOVED = 2,
	MR_CHANGE_CHANGED = 3
};

/* What is different, as bits of mr_was.what; unknown bits are shown as a change without a name. */
enum mr_changed {
	/* Of a cell: its status or what that counts as, also of its parts */
	MR_CHANGED_STATUS = 1,
	/* Of a cell: what can be read, without the label of a status; "since 1.0", too */
	MR_CHANGED_WORDS = 2,
	MR_CHANGED_NOTES = 4,
	/* Addresses only, in words and notes or on a name */
	MR_CHANGED_LINKS = 8,
	/* Of a cell: sources and the day it was verified */
	MR_CHANGED_EVIDENCE = 16,
	MR_CHANGED_NAME = 32,
	MR_CHANGED_DESCRIPTION = 64,
	MR_CHANGED_ID = 128,
	/* It stands in another category, or in another order among those that both editions have */
	MR_CHANGED_PLACE = 256,
	MR_CHANGED_LIFECYCLE = 512,
	MR_CHANGED_WEIGHT = 1024,
	/* Of a feature: mr_feature.kind */
	MR_CHANGED_KIND = 2048,
	MR_CHANGED_LOGO = 4096,
	/* Of a profile: what it requires, which products it leaves out, what a partly counts */
	MR_CHANGED_REQUIREMENTS = 8192,
	MR_CHANGED_WITHOUT = 16384,
	MR_CHANGED_PARTIAL = 32768,
	/* Of a status; its label is its name */
	MR_CHANGED_SYMBOL = 65536
};

/* How much a reader should heed a change; an unknown tone counts as MR_TONE_PLAIN. */
enum mr_tone {
	MR_TONE_PLAIN = 0,
	/* White space, markup or addresses alone, or what a dataset declares beside its table */
	MR_TONE_QUIET = 1,
	/* What was known is unknown now */
	MR_TONE_LOUD = 2
};

#define MR_NO_INDEX UINT32_MAX

/* What became of one product, category, feature, cell, status or profile. */
struct mr_was {
	/* enum mr_change; of what stands in the new edition never MR_CHANGE_REMOVED */
	uint16_t kind;
	/* enum mr_tone */
	uint16_t tone;
	/* Sum of enum mr_changed; 0 unless kind is MR_CHANGE_CHANGED */
	uint32_t what;
	/* The index of the product, category, feature, status or profile in the old edition; MR_NO_INDEX: it was not there.  Of cells 0. */
	uint32_t then;
};

/*
 * The old edition and what became of it.  `old` is a matrix like the new one, with statuses, notes and words of its own;
 * of a selection it holds what belongs to it.  Ids of its texts differ from those of the new edition, and
 * n_texts of the new matrix is above them all, so that what is kept by id may be kept for both.
 *
 * Cells of an added or removed product or feature are no changes of their own.
 */
struct mr_since {
	uint32_t struct_size;
	/* The user asks for the changes, not for the document: `meshreport diff` */
	bool is_diff;
	const struct mr_matrix *old;
	/* struct mr_was, as many as there are products, categories, features and cells */
	struct mr_array products, categories, features, cells;
	/* uint32_t: indexes into `old` of what is gone, in its order */
	struct mr_array gone_products, gone_categories, gone_features;
	/* Added ones, and changed ones in any tone; for those gone see above */
	uint32_t n_products_added, n_products_changed;
	uint32_t n_categories_added, n_categories_changed;
	uint32_t n_features_added, n_features_changed;
	/* Those quiet and loud are among those changed */
	uint32_t n_cells_changed, n_cells_quiet, n_cells_loud;
	/* Of any kind and tone, gone ones too, and of the title, subtitle, day and credit */
	uint32_t n_changes;
	/*
	 * struct mr_was, as many as there are statuses and profiles: what the dataset declares, all in a quiet tone.  Where an
	 * edition is a table of another program, which declares nothing, there are no changes of them.
	 */
	struct mr_array statuses, profiles;
	/* uint32_t: indexes into `old` */
	struct mr_array gone_statuses, gone_profiles;
};

static inline const struct mr_was *mr_was_product(const struct mr_matrix *m, uint32_t col)
{
	return m->since ? (const struct mr_was *)mr_at(&m->since->products, col) : NULL;
}
static inline const struct mr_was *mr_was_category(const struct mr_matrix *m, uint32_t index)
{
	return m->since ? (const struct mr_was *)mr_at(&m->since->categories, index) : NULL;
}
static inline const struct mr_was *mr_was_feature(const struct mr_matrix *m, uint32_t row)
{
	return m->since ? (const struct mr_was *)mr_at(&m->since->features, row) : NULL;
}
static inline const struct mr_was *mr_was_cell(const struct mr_matrix *m, uint32_t row,
					       uint32_t col)
{
	if (!m->since || row >= m->features.n || col >= m->products.n)
		return NULL;
	return (const struct mr_was *)((const char *)m->since->cells.at +
				       ((size_t)row * m->products.n + col) *
					       m->since->cells.stride);
}
/* The cell in the old edition, null where its product or feature was not there. */
static inline const struct mr_cell *mr_then_cell(const struct mr_matrix *m, uint32_t row,
						 uint32_t col)
{
	const struct mr_was *product = mr_was_product(m, col), *feature = mr_was_feature(m, row);

	if (!product || !feature)
		return NULL;
	return mr_cell_at(m->since->old, feature->then, product->then);
}
static inline const struct mr_was *mr_was_status(const struct mr_matrix *m, uint32_t index)
{
	return m->since ? (const struct mr_was *)mr_at(&m->since->statuses, index) : NULL;
}
static inline const struct mr_was *mr_was_profile(const struct mr_matrix *m, uint32_t index)
{
	return m->since ? (const struct mr_was *)mr_at(&m->since->profiles, index) : NULL;
}
/* Whether it is added or changed in any way; `was` may be null. */
static inline bool mr_was_other(const struct mr_was *was)
{
	return was && was->kind != MR_CHANGE_NONE;
}

/* ------------------------------------------------------------------ a ranking (since 1.2) */

/* An unknown standing is shown as MR_RANKED_OUT. */
enum mr_standing {
	/* It meets all that is required */
	MR_RANKED_IN = 0,
	/* Whether it does is unknown; it is ranked as if it did */
	MR_RANKED_OPEN = 1,
	/* It does not */
	MR_RANKED_FAILED = 2,
	/* Nobody wants to know */
	MR_RANKED_OUT = 3
};

struct mr_requirement {
	/* Of the feature, which need not be among the rows */
	const char *id;
	const struct mr_text *name;
	/* Its row, or MR_NO_INDEX */
	uint32_t row;
	/* A partly is enough; else it must be a yes */
	bool is_partial_enough;
	/* uint8_t, by column: enum mr_like, MR_LIKE_NONE for words; use mr_requirement_like() */
	struct mr_array likes;
};

/* What a yes of a feature, or of each feature of a category, counts. */
struct mr_weight {
	/* Of a feature or category that need not be shown */
	const char *id;
	bool is_category;
	/* Finite, >= 0, a decimal of at most 15 digits */
	double weight;
};

/* What somebody needs: `--profile ID` ranks by it. */
struct mr_profile {
	const char *id, *name;
	const struct mr_text *description;
	/* What a partly counts, 0 to 1 */
	double partial;
	/* struct mr_requirement */
	struct mr_array requirements;
	/* struct mr_weight: one of a feature wins over that of its category; what has none keeps its own */
	struct mr_array weights;
	/* uint32_t: columns that are not ranked */
	struct mr_array without;
};

/*
 * A product with its score: an interval of what is certain and what is possible, from all unknown cells as no to all as
 * yes.  The score is exactly from low_units / all_units to high_units / all_units.
 */
struct mr_ranked {
	/* Column */
	uint32_t product;
	/* enum mr_standing */
	uint32_t standing;
	/* 0 to 1; -1 where nothing counts: all_units is 0 */
	double low, high;
	uint64_t low_units, high_units, all_units;
	/* Places that it may have, from 1; equal for one that is certain, 0 for none */
	uint32_t first_place, last_place;
	/* uint32_t: indexes of the requirements that it fails, or that are open */
	struct mr_array failed, open;
};

/* An unknown cell whose answer could change the order, or say who is in it. */
struct mr_deciding {
	/* Column */
	uint32_t product;
	/* MR_NO_INDEX for a requirement that is none of the rows */
	uint32_t row;
	/* Index of the requirement that it leaves open, or MR_NO_INDEX */
	uint32_t requirement;
	/* Products that one of its answers alone would set apart from this one */
	uint32_t n_pairs;
	/* By how much an answer narrows the interval, of 1 */
	double share;
};

struct mr_ranking {
	uint32_t struct_size;
	/* Products among `ranked` that have places, the first ones */
	uint32_t n_placed;
	/* Of the profile, "" and an empty text without one */
	const char *id, *name;
	const struct mr_text *description;
	/* What a partly counts, 0 to 1 */
	double partial;
	/* double, by row: what a yes counts; 0 for rows that are not counted */
	struct mr_array weights;
	/* struct mr_requirement */
	struct mr_array requirements;
	/* struct mr_ranked, every product: the best first, then those without a score, those that fail, those left out */
	struct mr_array ranked;
	/* struct mr_deciding: the most decisive first, at most 100 of n_deciding */
	struct mr_array deciding;
	uint32_t n_deciding;
};

static inline const struct mr_ranked *mr_ranked_at(const struct mr_ranking *ranking, uint32_t index)
{
	return (const struct mr_ranked *)mr_at(&ranking->ranked, index);
}
static inline const struct mr_requirement *mr_requirement_at(const struct mr_ranking *ranking,
							     uint32_t index)
{
	return (const struct mr_requirement *)mr_at(&ranking->requirements, index);
}
static inline const struct mr_profile *mr_profile_at(const struct mr_matrix *m, uint32_t index)
{
	return (const struct mr_profile *)mr_at(&m->profiles, index);
}
/* What the product in a column says to a requirement: enum mr_like or MR_LIKE_NONE. */
static inline uint32_t mr_requirement_like(const struct mr_requirement *requirement, uint32_t col)
{
	const uint8_t *like = (const uint8_t *)mr_at(&requirement->likes, col);
	return like ? *like : MR_LIKE_NONE;
}
static inline const struct mr_deciding *mr_deciding_at(const struct mr_ranking *ranking,
						       uint32_t index)
{
	return (const struct mr_deciding *)mr_at(&ranking->deciding, index);
}

/*
 * The word of the interface for `key` in the dataset's language, or `english` when the host has
 * none.  Places for values are in braces: "page {n} of {total}".  plugins/words.md has the keys.
 */
static inline const char *mr_word(const struct mr_matrix *m, const char *key, const char *english)
{
	uint32_t low = 0, high = m->words.n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		const struct mr_word *word = (const struct mr_word *)mr_at(&m->words, mid);
		int order = strcmp(key, word->key);

		if (order == 0)
			return word->text;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return english;
}

/* ------------------------------------------------------------------ options */

/* A plugin whose table holds an unknown type is refused. */
enum mr_option_type {
	/* yes/no/true/false/on/off/1/0, bare means yes: value.integer 0 or 1 */
	MR_OPTION_FLAG = 1,
	/* Within min..max: value.integer (and number) */
	MR_OPTION_INTEGER = 2,
	/* decimal, within min..max: value.number */
	MR_OPTION_NUMBER = 3,
	/* value.text; control characters are refused */
	MR_OPTION_STRING = 4,
	/* One of choices: value.integer its index, value.text the word */
	MR_OPTION_CHOICE = 5,
	/* "12mm", "1.5cm", "0.5in", "36pt", "36": value.number in points (1/72 in) */
	MR_OPTION_LENGTH = 6,

	/* ---- since 1.2 */

	/*
	 * A file of the user's, 64 MiB at most, which the host reads: value.bytes, and value.text its name without
	 * folders.  It has no default, and options of reading have no such type.
	 */
	MR_OPTION_FILE = 7,
	/* "#rgb" or "#rrggbb": value.integer 0xRRGGBB, value.text always "#rrggbb" in small letters */
	MR_OPTION_COLOUR = 8,
	/* "a,b,c": value.items; each one of choices where there are some; "" has none, nothing stands between commas */
	MR_OPTION_LIST = 9,
	/* "2026-01-31": value.date */
	MR_OPTION_DATE = 10
};

struct mr_option {
	/* Lower case letters, digits and '-', at most 40; each once, 256 options */
	const char *name;
	/* enum mr_option_type */
	uint32_t type;
	/* As the user would type it; null: not set unless given */
	const char *initial;
	/* For MR_OPTION_CHOICE, and MR_OPTION_LIST if it likes: "a4|a3|letter" */
	const char *choices;
	/* For numbers and lengths; both 0: no bound */
	double min, max;
	/* One sentence without a full stop, for --help FORMAT */
	const char *help;
};

/*
 * The value of one option; `is_set` is false only where initial is null and the user gave none.  It may
 * grow at its end: values are reached by mr_option_value(), and vet() is handed one to read.
 */
struct mr_value {
	uint32_t type;
	bool is_set;
	/* By the user, not by the default */
	bool is_given;
	int64_t integer;
	double number;
	/* Never null */
	const char *text;

	/* ---- since 1.2 */

	/* Of MR_OPTION_FILE, NUL-terminated, the NUL not counted; hostile input */
	struct mr_bytes bytes;
	/* const char *: of MR_OPTION_LIST, by mr_string_at() */
	struct mr_array items;
	/* Of MR_OPTION_DATE */
	struct mr_date date;
};

/* ------------------------------------------------------------------ the job */

/*
 * Where the bytes of one artifact go.  Writing never fails visibly: after the first failure (a full
 * disk, a closed pipe, a limit) a sink ignores what follows, `failed` becomes true, the host reports
 * it once, and nothing of the artifact becomes visible.  Artifacts appear, whole, only after render()
 * has returned 0.  A plugin with much left to compute may look at `failed` to stop early.
 */
struct mr_sink {
	void (*write)(struct mr_sink *sink, const void *bytes, size_t n);
	bool failed;
};

enum mr_severity { MR_NOTE = 0, MR_WARNING = 1, MR_ERROR = 2 };

/* What a message is about; an unknown kind is treated as MR_AT_DOCUMENT. */
enum mr_where_kind {
	MR_AT_DOCUMENT = 0,
	/* Index */
	MR_AT_PRODUCT = 1,
	/* Index */
	MR_AT_CATEGORY = 2,
	/* index: the row */
	MR_AT_FEATURE = 3,
	/* index: the row, second: the column */
	MR_AT_CELL = 4,
	/* Index */
	MR_AT_NOTE = 5,
	/* name: the resource; index: line, second: column, from 1, 0 unknown */
	MR_AT_RESOURCE = 6
};

struct mr_where {
	/* enum mr_where_kind */
	uint32_t kind;
	uint32_t index;
	uint32_t second;
	/* For MR_AT_RESOURCE, else null */
	const char *name;
};

/* Forms of the dataset of what is shown (mr_job.canonical_as, since 1.2). */
enum mr_canonical {
	/* As a careful person writes it */
	MR_CANONICAL_YAML = 0,
	/*
	 * JSON that is a dataset as well, for programs: a cell for each product of each feature, as a mapping or
	 * list; what is used of statuses in "x-statuses", the selection in "x-selection".  A line a feature.
	 */
	MR_CANONICAL_JSON = 1,
	/* JSON Lines: the first is all but the features, then each with the id of its category as "category" */
	MR_CANONICAL_JSON_LINES = 2
};
#define MR_N_CANONICALS 3

/*
 * What an artifact was made of, for its reader and for `meshreport verify` (since 1.2).  A document prints `brief`
 * beside the name of the dataset, in the word `data_hash`; and every artifact carries `mark` where its format has a place,
 * seen or not: as it is, unpacked, so that it is found among the bytes.  It is one word of ASCII letters, digits and
 * "+,-./:;=@" without two hyphens in a row; white space may be put between its bytes.
 */
struct mr_stamp {
	uint32_t struct_size;
	/* SHA-256 of the dataset's bytes as they were read: 64 hexadecimal digits in lower case */
	const char *sha256;
	/* The first twelve of them, for people */
	const char *brief;
	/* Of the older edition; "" without one */
	const char *since_sha256;
	/* The command line that makes this artifact, files named without their folders */
	const char *command;
	/* "" where the artifact is not kept: of a format with MR_CAN_SCREEN on standard output */
	const char *mark;
};

/* mr_job.clock when there is no day to speak of. */
#define MR_NO_CLOCK INT64_MIN

struct mr_job {
	uint32_t struct_size;
	/* Of values: use mr_option_value() */
	uint32_t option_stride;
	const struct mr_matrix *matrix;
	/* By index, in the order of the plugin's own table */
	const struct mr_value *values;
	uint32_t n_values;
	/*
	 * The one clock: seconds since 1970-01-01 UTC, from --today (at 00:00:00), else from SOURCE_DATE_EPOCH,
	 * else from the dataset's as_of (at 00:00:00), else MR_NO_CLOCK, and then no date is printed.
	 */
	int64_t clock;
	/* The name the plugin was asked for by */
	const char *format;
	/* "meshreport 0.1.0": the mark every artifact carries where its format has a place */
	const char *generator;
	/* The user gave one (-t): resource(template_name) hands it out */
	bool has_template;

	/*
	 * Opens an artifact.  `part` is "" for a plugin's only artifact; a plugin with MR_CAN_SEVERAL
	 * names further ones ("coverage", an id), which become BASE-PART.EXT: letters, digits, '.', '_'
	 * and '-', at most 100.  Each name once, 4096 artifacts.  Never null: an artifact that cannot be
	 * opened is a sink that has failed.
	 */
	struct mr_sink *(*open)(struct mr_job *job, const char *part);
	/*
	 * Reads a file of FORMAT.templates/ beside the plugin, else of the program's templates/FORMAT/; for
	 * the plugin's template_name the user's (-t) comes first.  Returns 0, or -1 when there is none of
	 * that name (or it is longer than 16 MiB or not UTF-8), without a message.  The bytes are
	 * NUL-terminated, the NUL not counted, and valid UTF-8.  A plugin never sees a path.
	 */
	int (*resource)(struct mr_job *job, const char *name, struct mr_bytes *out);
	/*
	 * Zeroed memory, aligned for any type, freed by the host.  Never null: when there is no more, the
	 * host says so and ends this format.  For short-lived or resizable memory malloc serves.
	 */
	void *(*alloc)(struct mr_job *job, size_t n_bytes);
	/*
	 * Reports; `where` may be null.  The format is printf's; the message one line without a full stop,
	 * of some 400 bytes at most.  The host adds the format's name, file, line and the names of what
	 * stands at `where`, and makes visible what could steer a terminal.
	 */
	void (*diag)(struct mr_job *job, enum mr_severity severity, const struct mr_where *where,
		     const char *format, ...) MR_PRINTF(4, 5);
	/* Says how far it is, for a terminal; cheap, may be called often. */
	void (*progress)(struct mr_job *job, uint64_t done, uint64_t total);
	/*
	 * What the host prints about the artifact opened last: describe(job, "pages", 4).  A plural in
	 * English, at most 24 bytes; of one thing the host takes off the "s".
	 */
	void (*describe)(struct mr_job *job, const char *what, uint64_t n);

	/* The host's own */
	void *host;

	/* ---- since 1.1 */

	/*
	 * What the matrix shows as a dataset in YAML: canonical, so the same matrix gives the same bytes
	 * whatever file it came from, and nothing that is not shown is in it (comments, x- keys, what was not
	 * selected).  Returns 0; the bytes are NUL-terminated, the NUL not counted.
	 */
	int (*canonical)(struct mr_job *job, struct mr_bytes *out);

	/* ---- since 1.2 */

	/*
	 * For a plugin with MR_CAN_SCREEN, zero and false for any other: where what it writes goes to standard
	 * output, how many columns there are (COLUMNS, else the terminal's own), 0 where nobody says; and
	 * whether escape sequences are wanted there (--color: colour, links as OSC 8).  In a file never.
	 */
	uint32_t columns;
	bool wants_escapes;

	/*
	 * What canonical() gives in one of enum mr_canonical; -1, without a message, for a form that the host does not know.
	 */
	int (*canonical_as)(struct mr_job *job, uint32_t form, struct mr_bytes *out);

	/* A table of functions by name and version, null where this host has none: services.h. */
	const void *(*service)(struct mr_job *job, const char *name);

	/* What the artifacts of this job are made of; null where the host does not say. */
	const struct mr_stamp *stamp;
};

/* The mark for the artifacts of this job, "" for none. */
static inline const char *mr_stamp_mark(const struct mr_job *job)
{
	return job->stamp ? job->stamp->mark : "";
}

static inline const struct mr_value *mr_option_value(const struct mr_job *job, uint32_t index)
{
	return (const struct mr_value *)((const char *)job->values +
					 (size_t)index * job->option_stride);
}

/* ------------------------------------------------------------------ the plugin */

/* What read() is given: reader.h; what decode() fills: services.h */
struct mr_source;
struct mr_raster;

enum mr_capability {
	/* Not for a terminal */
	MR_CAN_BINARY = 1,
	/* May write several artifacts */
	MR_CAN_SEVERAL = 2,
	/* Shows every product, feature, word, note and link of the selection.  A chart does not claim it. */
	MR_CAN_DOCUMENT = 4,
	/* What it reads is text: the host recognises the encoding and hands out UTF-8 (since 1.1). */
	MR_CAN_READ_TEXT = 8,
	/*
	 * Made to be read where it is written: wanted alone and without -o, it goes to standard output instead of a
	 * file, and the job says what that is like (since 1.2).
	 */
	MR_CAN_SCREEN = 16,
	/*
	 * Its artifacts have no place for mr_job.generator (a CSV, a packed file), so that a file is known by what the host
	 * remembers of it alone (since 1.2).
	 */
	MR_CANNOT_MARK = 32,
	/* The template that -t names may be any bytes, as a document to begin with (since 1.2). */
	MR_CAN_BINARY_TEMPLATE = 64
};

/*
 * The first three members never move.  The host copies the smaller of struct_size and its own size
 * into a zeroed struct, so a plugin of an older minor works unchanged; it refuses another major and
 * a newer minor, unless the plugin says that it does without (needs_abi), and names both versions.
 */
struct mr_plugin {
	uint32_t struct_size;
	uint16_t abi_major;
	uint16_t abi_minor;
	/* sizeof(struct mr_option) as the plugin was compiled */
	uint32_t option_size;
	/* Lower case letters, digits and '-'; equal to the file's name without ".so". */
	const char *name;
	/* One line, at most 200 bytes */
	const char *summary;
	const char *version;
	/* Without the dot; letters, digits, and '.', '+', '-' between them */
	const char *extension;
	const char *media_type;
	/* Sum of enum mr_capability */
	uint32_t capabilities;
	const struct mr_option *options;
	uint32_t n_options;
	/* The resource that -t replaces and --print-template prints, or null. */
	const char *template_name;
	/* Renders the job; 0, or non-zero after an MR_ERROR was reported. */
	int (*render)(struct mr_job *job);
	/*
	 * Null, or judges a value of option `index` that the user gave and the table allows: 0, or -1 with `why`, a few
	 * words.  Called before anything is rendered, so that a wrong option costs nothing.
	 */
	int (*vet)(uint32_t index, const struct mr_value *value, char *why, size_t size);

	/* ---- since 1.1 */

	/*
	 * Reads the source; 0, or non-zero after an MR_ERROR was reported.  Null: the plugin does not read.
	 * A plugin that only reads, or only decodes, has a null render.
	 */
	int (*read)(struct mr_source *source);
	/* Suffixes of the files it reads, in lower case without the dot: "md|markdown|mdx". */
	const char *read_suffixes;
	/*
	 * Null, or judges by the first bytes of a file (4 KiB at most) whether it is one that read() is for:
	 * 0 no, 1 perhaps, 2 likely, 3 certainly (a signature).  Asked where no suffix decides.
	 */
	int (*sniff)(const struct mr_bytes *head);
	/* Options of reading (-R KEY=VALUE), as `options` are of rendering. */
	const struct mr_option *read_options;
	uint32_t n_read_options;

	/* ---- since 1.2: each may be null or 0 */

	/*
	 * The oldest version of the contract that it can do with, "1.0".  With it a plugin that was compiled with a newer
	 * header loads in an older host; it must not touch a member of the job that came later, and options of a
	 * type that came later are refused there.  Null: it needs the version that it was compiled with.
	 */
	const char *needs_abi;
	/* What is shown of it: an SPDX expression, "A. Name <mail@example.org>", https://...; a line each */
	const char *license, *author, *homepage;
	/* Further suffixes by which -o means this format, beside `extension`: "htm|xhtml" */
	const char *suffixes;
	/*
	 * For --help FORMAT: the words behind `meshreport -f FORMAT` of a command each, lines apart, and behind " # "
	 * what it is for: "-O paper=a3 # on large paper".  At most 20 lines.
	 */
	const char *examples;
	/*
	 * Judges the options together, the matrix and what the plugin finds on this machine: 0, or non-zero after an
	 * MR_ERROR was reported.  Called in the process that will render, before anything of any format is written,
	 * so that what cannot be done costs nothing.  Everything of the job serves but open(); has_template is not
	 * decided yet.
	 */
	int (*vet_job)(struct mr_job *job);
	/*
	 * Of several plugins of one format the highest decides, then the one without a variant, then the first by name.
	 * Such a plugin lies in FORMAT.VARIANT.so ("pdf.mine.so", whose name is "pdf"), and `-f pdf:mine` takes it whatever
	 * it declares.
	 */
	int32_t priority;
	/*
	 * Null, or the next format of this file, which is then called by all their names: "odt+ods.so".
	 */
	const struct mr_plugin *next;
	/*
	 * Null, or tells `meshreport doctor` what the format finds on this machine, such as the fonts that it would take: a
	 * message each by diag(), an MR_NOTE for what is there, an MR_WARNING for what it can do without, an MR_ERROR for
	 * what it cannot.  The job has no matrix and no options; diag(), alloc() and resource() serve.
	 */
	void (*examine)(struct mr_job *job);
	/*
	 * Null, or decodes a picture of the media type that the format is called by ("image/png" is png's) into `raster`, for
	 * who asks for logos (mr_logos_1.raster): its size, stride and rgba, in memory of job->alloc().  0, or non-zero after
	 * an MR_ERROR was reported, as for more than raster->max_pixels.  The bytes are hostile.  The job has no matrix
	 * and no options; diag(), alloc() and resource() serve.  A plugin may do nothing else: it is no format to write then,
	 * and needs neither extension nor media type.
	 */
	int (*decode)(struct mr_job *job, const struct mr_bytes *bytes, struct mr_raster *raster);
};

/* The members no plugin writes itself; in C++20 they stand first, as designators must there. */
#define MR_PLUGIN_HEADER                                                    \
	.struct_size = sizeof(struct mr_plugin), .abi_major = MR_ABI_MAJOR, \
	.abi_minor = MR_ABI_MINOR, .option_size = sizeof(struct mr_option)

#define MR_PLUGIN_SYMBOL "meshreport_plugin"
extern MR_EXPORT const struct mr_plugin meshreport_plugin;

#ifdef __cplusplus
}
#endif

#include <meshreport/reader.h>
#include <meshreport/services.h>

#endif
