/* SPDX-License-Identifier: MIT */
/*
 * meshreport/plugin.h - the whole contract between meshreport and an output format.
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
 * child, nor does anything it has started.  Only the thread that render() was called on may use the
 * job.  A plugin must not fork, end the process, change the working directory, call setlocale() or
 * install signal handlers, and it reads no clock, no environment variable and no random source: the
 * same job yields the same bytes.  Standard input is empty; what is printed to standard output or
 * error becomes a warning.  Descriptors that the plugin did not open are the host's.
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
 * TEXT is UTF-8, always valid, NUL-terminated and never a null pointer: what is absent is "".  No
 * text holds a control character except that plain text of a rich text may hold '\n' where the rich
 * text holds a break.  Byte counts exclude the NUL.
 *
 * GROWTH.  Every struct of the matrix may grow at its end in later hosts, so arrays are reached
 * through the accessors below, which step by the host's stride, never by plain indexing.
 * Enumerations may grow as well, except enum mr_like, which is closed; what to do with a value a
 * plugin does not know stands beside each.  The major number changes when an old plugin would
 * break, the minor when the host hands out more than before.
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
#define MR_ABI_MINOR 0

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
	uint8_t month; /* 1..12 */
	uint8_t day; /* 1..31 */
};

/* ------------------------------------------------------------------ rich text */

/* An unknown kind prints its text as MR_SPAN_TEXT does. */
enum mr_span_kind {
	MR_SPAN_TEXT = 0,
	MR_SPAN_CODE = 1,
	MR_SPAN_EMPHASIS = 2,
	MR_SPAN_STRONG = 3,
	MR_SPAN_STRONG_EMPHASIS = 4,
	MR_SPAN_BREAK = 5 /* a line break; its text is "\n" */
};

struct mr_span {
	uint32_t kind; /* enum mr_span_kind */
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
	uint32_t n_bytes; /* of plain */
	const char *plain; /* the words without markup; links give their text only */
	struct mr_array spans; /* struct mr_span; for an empty text none */
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
	MR_LIKE_NA = 4 /* does not apply */
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
	uint32_t total; /* sum of n */
	double weighted[MR_N_LIKES];
	double coverage;
};

/* ------------------------------------------------------------------ the matrix */

struct mr_status {
	const char *id;
	const char *label; /* in the dataset's language where it is a built-in word */
	const char *symbol; /* one character, never "" */
	uint32_t like; /* enum mr_like */
	bool is_used; /* by a cell or part of the selection: belongs into the legend */
	bool is_builtin;
	uint32_t n_cells; /* cells of the selection with this very status */
};

/*
 * A note of the selection, shared or a cell's own.  Notes stand in the order of their numbers, and
 * note `index` has number index + 1.  Own notes with equal words share one number.
 */
struct mr_note {
	const char *id; /* the key in the dataset, "" for a cell's own note */
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
	uint32_t lifecycle; /* enum mr_lifecycle */
	const char *lifecycle_word; /* in the dataset's language, "" when active */
	struct mr_array formerly; /* const char *: earlier ids */
	struct mr_bytes logo; /* the file's bytes, not decoded, n == 0 without one; hostile input */
	const char *
		logo_media_type; /* by its first bytes: "image/png", "image/jpeg", "image/svg+xml", ... or "" */
	const char *logo_name; /* file name without folders, for messages */
	struct mr_counts counts;
};

struct mr_category {
	const char *id;
	const struct mr_text *name; /* empty: no heading row */
	const struct mr_text *description;
	const char *url;
	uint32_t
		first_feature; /* its features are first_feature .. first_feature + n_features - 1 */
	uint32_t
		n_features; /* never 0: a category without a selected feature is not in the matrix */
	struct mr_counts counts;
};

enum mr_feature_kind { MR_FEATURE_ANY = 0, MR_FEATURE_STATUS = 1, MR_FEATURE_TEXT = 2 };

struct mr_feature {
	const char *id;
	const struct mr_text *name;
	const struct mr_text *description;
	const char *url;
	uint32_t category; /* index */
	uint32_t kind; /* enum mr_feature_kind, as the dataset says it */
	bool is_fact; /* no selected cell has a status: not counted, no place in coverage */
	bool differs; /* status or visible words differ between the selected products */
	double weight;
	struct mr_array formerly; /* const char * */
	struct mr_counts counts;
};

/* An unknown kind prints the cell's text. */
enum mr_cell_kind {
	MR_CELL_STATUS =
		0, /* symbol of the status, then the text (the label, or words of its own) */
	MR_CELL_TEXT = 1, /* the text */
	MR_CELL_LIST = 2, /* detail->items, joined by ", "; the text holds them joined, too */
	MR_CELL_PARTS =
		3 /* detail->parts, each "name symbol text"; the text holds the words joined */
};

#define MR_NO_STATUS 0xffffu

struct mr_part {
	const char *name;
	uint32_t status; /* index into the statuses */
	const struct mr_text *text; /* the label, or words of its own */
	struct mr_array notes; /* uint32_t: indexes into the notes */
};

/* What few cells have; a null detail means that a cell has none of it. */
struct mr_cell_detail {
	struct mr_array items; /* const struct mr_text * */
	struct mr_array parts; /* struct mr_part */
	struct mr_array notes; /* uint32_t: indexes into the notes; marks stand after the words */
	struct mr_array sources; /* const char *: vetted like the url of a span */
	const char *since; /* "1.0", to be shown as "since 1.0"; "" without */
	struct mr_date verified;
};

struct mr_cell {
	/*
	 * Index into the statuses; MR_NO_STATUS for text and list cells, and for parts of differing
	 * statuses.
	 */
	uint16_t status;
	uint8_t like; /* enum mr_like, also of parts as a whole; MR_LIKE_NONE for text and list cells */
	uint8_t kind; /* enum mr_cell_kind */
	bool has_own_words; /* a status cell whose text is not merely the label */
	const struct mr_text *text;
	const struct mr_cell_detail *detail; /* or null */
};

struct mr_credit {
	const char *text;
	const char *url;
	const char *license; /* SPDX identifier */
	const void *room[3];
};

struct mr_selection {
	bool is_whole; /* nothing of the dataset was left out (reordering is not leaving out) */
	const char *
		words; /* "Products: Istio, Consul; only differences"; "" when nothing was narrowed or reordered */
	const char *command; /* the command line that makes the same selection of the dataset */
	uint32_t n_products_all, n_features_all; /* of the dataset before it was narrowed */
	const void *room[4];
};

/* One word of the interface in the dataset's language. */
struct mr_word {
	const char *key;
	const char *text;
};

struct mr_matrix {
	uint32_t struct_size;
	uint32_t n_texts; /* distinct rich texts, see mr_text */
	const char *title;
	const char *subtitle;
	const char *language; /* BCP 47, "en" where the dataset names none */
	bool is_rtl; /* the language is written from right to left */
	struct mr_date as_of;
	struct mr_credit credit;
	struct mr_array statuses; /* struct mr_status: the built-in ones, then the dataset's */
	struct mr_array notes; /* struct mr_note */
	struct mr_array products; /* struct mr_product: the columns */
	struct mr_array categories; /* struct mr_category */
	struct mr_array features; /* struct mr_feature: the rows */
	struct mr_array cells; /* struct mr_cell, row by row: use mr_cell_at() */
	struct mr_array
		category_counts; /* struct mr_counts, categories by products: mr_category_counts() */
	struct mr_counts counts; /* of the whole selection */
	struct mr_selection selection;
	struct mr_array words; /* struct mr_word, sorted by key (strcmp): use mr_word() */
	const char *dataset_name; /* file name without folders; "report.yaml" for standard input */
	const char *base_name; /* the same without its suffix: "servicemesh" */
	struct mr_bytes dataset; /* its bytes as they were read */
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

/*
 * The word of the interface for `key` in the dataset's language, or `english` when the host has
 * none.  Places for values are in braces: "page {n} of {total}".  core/words.c lists the keys.
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
	MR_OPTION_FLAG = 1, /* yes/no/true/false/on/off/1/0, bare means yes: value.integer 0 or 1 */
	MR_OPTION_INTEGER = 2, /* within min..max: value.integer (and number) */
	MR_OPTION_NUMBER = 3, /* decimal, within min..max: value.number */
	MR_OPTION_STRING = 4, /* value.text; control characters are refused */
	MR_OPTION_CHOICE = 5, /* one of choices: value.integer its index, value.text the word */
	MR_OPTION_LENGTH =
		6 /* "12mm", "1.5cm", "0.5in", "36pt", "36": value.number in points (1/72 in) */
};

struct mr_option {
	const char
		*name; /* lower case letters, digits and '-', at most 40; each once, 256 options */
	uint32_t type; /* enum mr_option_type */
	const char *initial; /* as the user would type it; null: not set unless given */
	const char *choices; /* for MR_OPTION_CHOICE: "a4|a3|letter" */
	double min, max; /* for numbers and lengths; both 0: no bound */
	const char *help; /* one sentence without a full stop, for --help FORMAT */
};

/* The value of one option; `is_set` is false only where initial is null and the user gave none. */
struct mr_value {
	uint32_t type;
	bool is_set;
	bool is_given; /* by the user, not by the default */
	int64_t integer;
	double number;
	const char *text; /* never null */
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
	MR_AT_PRODUCT = 1, /* index */
	MR_AT_CATEGORY = 2, /* index */
	MR_AT_FEATURE = 3, /* index: the row */
	MR_AT_CELL = 4, /* index: the row, second: the column */
	MR_AT_NOTE = 5, /* index */
	MR_AT_RESOURCE = 6 /* name: the resource; index: line, second: column, from 1, 0 unknown */
};

struct mr_where {
	uint32_t kind; /* enum mr_where_kind */
	uint32_t index;
	uint32_t second;
	const char *name; /* for MR_AT_RESOURCE, else null */
};

/* mr_job.clock when there is no day to speak of. */
#define MR_NO_CLOCK INT64_MIN

struct mr_job {
	uint32_t struct_size;
	uint32_t option_stride; /* of values: use mr_option_value() */
	const struct mr_matrix *matrix;
	const struct mr_value *values; /* by index, in the order of the plugin's own table */
	uint32_t n_values;
	/*
	 * The one clock: seconds since 1970-01-01 UTC, from SOURCE_DATE_EPOCH, else from the dataset's
	 * as_of (at 00:00:00), else MR_NO_CLOCK, and then no date is printed.
	 */
	int64_t clock;
	const char *format; /* the name the plugin was asked for by */
	const char *
		generator; /* "meshreport 0.1.0": the mark every artifact carries where its format has a place */
	bool has_template; /* the user gave one (-t): resource(template_name) hands it out */

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

	void *host; /* the host's own */
};

static inline const struct mr_value *mr_option_value(const struct mr_job *job, uint32_t index)
{
	return (const struct mr_value *)((const char *)job->values +
					 (size_t)index * job->option_stride);
}

/* ------------------------------------------------------------------ the plugin */

enum mr_capability {
	MR_CAN_BINARY = 1, /* not for a terminal */
	MR_CAN_SEVERAL = 2, /* may write several artifacts */
	/* Shows every product, feature, word, note and link of the selection.  A chart does not claim it. */
	MR_CAN_DOCUMENT = 4
};

/*
 * The first three members never move.  The host copies the smaller of struct_size and its own size
 * into a zeroed struct, so a plugin of an older minor works unchanged; it refuses another major and
 * a newer minor, and names both versions.
 */
struct mr_plugin {
	uint32_t struct_size;
	uint16_t abi_major;
	uint16_t abi_minor;
	uint32_t option_size; /* sizeof(struct mr_option) as the plugin was compiled */
	/* Lower case letters, digits and '-'; equal to the file's name without ".so". */
	const char *name;
	const char *summary; /* one line, at most 200 bytes */
	const char *version;
	const char
		*extension; /* without the dot; letters, digits, and '.', '+', '-' between them */
	const char *media_type;
	uint32_t capabilities; /* sum of enum mr_capability */
	const struct mr_option *options;
	uint32_t n_options;
	/* The resource that -t replaces and --print-template prints, or null. */
	const char *template_name;
	/* Renders the job; 0, or non-zero after an MR_ERROR was reported. */
	int (*render)(struct mr_job *job);
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

#endif
