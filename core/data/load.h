/* SPDX-License-Identifier: MIT */
/*
 * load - one reading of one dataset: its strings, its messages, whether it may go on.
 *
 * The floor of the room: everything from the first byte to the checked dataset has it in hand, and it
 * knows none of them.  Every scalar of the file is a number in `strings`; the words of the schema were
 * put first, so that their numbers are enum word, and equal texts have equal numbers.
 *
 * After a failure that ends the reading (syntax, a limit, no memory) `failed` is true and the source
 * hands out its end for ever, so every loop ends by itself.
 */
#ifndef MESHREPORT_CORE_LOAD_H
#define MESHREPORT_CORE_LOAD_H

#include "base/diag.h"
#include "base/strset.h"
#include "base/vec.h"
#include "data/limits.h"
#include "data/schema.h"
#include "data/texts.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct load {
	const char *file; /* for messages */
	const char
		*kind; /* what the file should be: "dataset", unless whoever loads says otherwise */
	const struct limits *limits;
	struct diag *diag;
	struct strset strings;
	struct texts *texts; /* of the dataset to be */
	struct vec places; /* const char *: names of places, by struct place's line - 1 */
	bool is_interpreted; /* not as its writer typed it: whoever filled it has said its doubts */
	bool failed; /* reading ended early */
	bool has_errors;
};

/* Puts the words of the schema; `file`, `limits`, `texts` and `diag` are borrowed. */
int load_init(struct load *load, const char *file, const struct limits *limits, struct texts *texts,
	      struct diag *diag);
void load_release(struct load *load);

static inline const char *load_text(const struct load *load, uint32_t string)
{
	return string == STRSET_NONE ? "" : load->strings.at[string].at;
}

/*
 * The rich text of a string, parsed at the first call, and what was found on the way (texts.h); null
 * when memory is refused, which is reported.  Asked for where Markdown is checked.
 */
const struct mr_text *load_rich(struct load *load, uint32_t string,
				const struct markdown_finding **out_findings);

/*
 * A place that has a name ("Sheet1!C7", copied) instead of a line and column.  Places sort in the order
 * in which they were asked for.  Refused memory is reported.
 */
struct place load_named_place(struct load *load, const char *name);

/* What a message is about besides its words; strings may be null. */
struct about {
	struct place place;
	const char *path;
	const char *suggestion;
	const char *hint;
};

void load_error(struct load *load, const struct about *about, const char *format, ...)
	MR_PRINTF(3, 4);
/* `rule` is the name by which the user can switch it off (core/lint has them all). */
void load_warning(struct load *load, const struct about *about, const char *rule,
		  const char *format, ...) MR_PRINTF(4, 5);
/* False when a further message would only be counted, so that it needs no suggestion. */
bool load_has_room(const struct load *load);
/* Memory was refused: said once, and the reading ends. */
void load_no_memory(struct load *load);

/* vec_add(), and element `index` of a table of uint32_t by vec_touch(); refused memory is reported. */
void *load_add(struct load *load, struct vec *vec, size_t size);
uint32_t *load_number(struct load *load, struct vec *vec, uint32_t index);

#endif
