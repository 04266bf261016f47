/* SPDX-License-Identifier: MIT */
/*
 * dataset_events - what the rooms of the loader share: one load, and YAML events with places.
 *
 * Private to dataset*.c, check*.c and logo.c.  A load lives from the first byte to the checked
 * dataset.  Every scalar of the file is a number in `strings`; the words of the schema were put
 * first, so that their numbers are enum word, and equal texts have equal numbers.
 *
 * After a failure that ends the reading (syntax, a limit, no memory) `failed` is true and events_next()
 * hands out EVENT_END for ever, so every loop over events ends by itself.
 */
#ifndef MESHREPORT_CORE_DATASET_EVENTS_H
#define MESHREPORT_CORE_DATASET_EVENTS_H

#include "base/vec.h"
#include "data/dataset.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The keys of the format (a set of them fits 64 bits), then the built-in status words. */
enum word {
	WORD_MESHREPORT,
	WORD_TITLE,
	WORD_SUBTITLE,
	WORD_LANGUAGE,
	WORD_AS_OF,
	WORD_CREDIT,
	WORD_STATUSES,
	WORD_NOTES,
	WORD_PRODUCTS,
	WORD_CATEGORIES,
	WORD_TEXT,
	WORD_URL,
	WORD_LICENSE,
	WORD_LABEL,
	WORD_LIKE,
	WORD_SYMBOL,
	WORD_ID,
	WORD_NAME,
	WORD_LOGO,
	WORD_LIFECYCLE,
	WORD_FORMERLY,
	WORD_DESCRIPTION,
	WORD_FEATURES,
	WORD_KIND,
	WORD_WEIGHT,
	WORD_VALUES,
	WORD_STATUS,
	WORD_PARTS,
	WORD_SOURCE,
	WORD_VERIFIED,
	WORD_SINCE,
	N_KEY_WORDS,
	WORD_YES = N_KEY_WORDS, /* in the order of enum dataset_builtin */
	WORD_NO,
	WORD_PARTIAL,
	WORD_PREVIEW,
	WORD_DEPRECATED,
	WORD_PLANNED,
	WORD_NA,
	WORD_UNKNOWN,
	N_WORDS
};

extern const char *const WORDS[N_WORDS];

struct load {
	const char *file; /* for messages */
	const struct dataset_limits *limits;
	struct diag *diag;
	struct strset strings;
	struct texts *texts; /* of the dataset to be */
	struct rich {
		const struct mr_text *text; /* null: not asked for yet */
		const struct text_finding *findings;
	} * rich; /* by string */
	uint32_t n_rich; /* capacity */
	bool failed; /* reading ended early */
	bool has_errors;
};

/* `texts` is borrowed. */
int load_init(struct load *load, const char *file, const struct dataset_limits *limits,
	      struct texts *texts, struct diag *diag);
void load_release(struct load *load);

static inline const char *load_text(const struct load *load, uint32_t string)
{
	return string == STRSET_NONE ? "" : load->strings.at[string].at;
}

/* Whether an unquoted scalar is one of YAML's words for nothing; "" is not among them. */
bool load_is_null_word(const char *text);

/*
 * The rich text of a string, parsed at the first call; null when memory is refused, which is reported.
 * It is asked for as soon as a string is read where Markdown most often stands, since libyaml is still
 * reading then, and wherever Markdown is checked.
 */
const struct rich *load_rich(struct load *load, uint32_t string);

/* What a message is about besides its words; strings may be null. */
struct about {
	struct place place;
	const char *path;
	const char *suggestion;
	const char *hint;
};

void load_error(struct load *load, const struct about *about, const char *format, ...)
	MR_PRINTF(3, 4);
void load_warning(struct load *load, const struct about *about, const char *format, ...)
	MR_PRINTF(3, 4);
/* False when a further message would only be counted, so that it needs no suggestion. */
bool load_has_room(const struct load *load);
/* Memory was refused: said once, and the reading ends. */
void load_no_memory(struct load *load);

/* vec_add(), and element `index` of a table of uint32_t by vec_touch(); refused memory is reported. */
void *load_add(struct load *load, struct vec *vec, size_t size);
uint32_t *load_number(struct load *load, struct vec *vec, uint32_t index);

/* ---- events, from dataset.c */

enum event_kind {
	EVENT_END, /* of the document, or of everything after a failure */
	EVENT_SCALAR,
	EVENT_ALIAS,
	EVENT_MAPPING,
	EVENT_MAPPING_END,
	EVENT_SEQUENCE,
	EVENT_SEQUENCE_END
};

struct event {
	uint8_t kind; /* enum event_kind */
	bool is_quoted; /* not a plain scalar, or tagged !!str */
	uint32_t string; /* of a scalar; the name of an alias */
	uint32_t anchor; /* name, STRSET_NONE without one */
	struct place place;
};

struct events;

/* Over `n` bytes, which are borrowed; null after an error was reported. */
struct events *events_new(struct load *load, const char *bytes, size_t n);
void events_free(struct events *events);
void events_next(struct events *events, struct event *out);

#endif
