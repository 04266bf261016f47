/* SPDX-License-Identifier: MIT */
#include "yaml/yaml_error.h"

#include "base/breaks.h"
#include "base/utf8.h"

#include <string.h>

/* The place behind `n` bytes that begin at `place`; line ends are those of libyaml, or places would differ. */
static struct place place_behind(struct place place, const char *bytes, size_t n)
{
	for (size_t at = 0, length; at < n; at += length) {
		length = breaks_length(bytes + at, n - at);
		if (length > 0) {
			place = (struct place){place.line + 1, 1};
			continue;
		}
		utf8_decode(bytes + at, n - at, &length);
		place.column++;
	}
	return place;
}

void yaml_error(struct load *load, struct place place, const char *hint, const char *text)
{
	struct about about = {.place = place, .hint = hint};

	load_error(load, &about, "%s", text);
	load->failed = true;
}

void yaml_error_limit(struct load *load, struct place place, const char *what, const char *key,
		      uint64_t limit)
{
	struct about about = {.place = place};

	load_error(load, &about, "%s; the limit is %llu (--limit %s=N)", what,
		   (unsigned long long)limit, key);
	load->failed = true;
}

void yaml_error_kind(struct load *load, const struct signature *is)
{
	struct about about = {.place = {1, 1}};

	about.hint = is->is_packed ? "unpack it first"
		     : is->has_tables
			     ? "its suffix or --from says that it is one, and then its tables are "
			       "read (--list-formats shows what is)"
			     : "a dataset is a text in YAML";
	diag_drop_behind(load->diag, load->file, about.place);
	load_error(load, &about, "this is %s%s and no %s", is->name,
		   strchr(is->name, ',') ? "," : "", load->kind);
	load->failed = true;
}

/*
 * Reader errors have the offset of a byte and no mark.  But the characters before the one that is wrong
 * were decoded and wait to be scanned, from the parser's own mark on; and the bytes of the wrong one
 * are the next of its raw buffer.
 */
static void explain_reader(struct load *load, const struct yaml_failure *failure)
{
	struct about about = {
		.place = place_behind(failure->mark, failure->decoded, failure->n_decoded)};

	if (load->failed)
		return; /* the input said why */
	if (strcmp(failure->problem, "control characters are not allowed") == 0) {
		about.hint = failure->value == 0 ? "is this a text in UTF-8?" : "delete it";
		load_error(load, &about, "control character U+%04X", (unsigned)failure->value);
	} else {
		about.hint = "save the file as UTF-8";
		load_error(load, &about, "the byte 0x%02X is not UTF-8",
			   (unsigned)(unsigned char)failure->raw[0]);
	}
	load->failed = true;
}

/* Text that is no YAML at all is told as what it is, where no dataset's first key came before. */
static bool explain_kind(struct load *load, const struct recent *recent,
			 const struct yaml_failure *failure)
{
	struct signature found = signature_of_text(recent->head, recent->n_head);
	/* a second object behind a whole first one: JSON Lines, however long the first is */
	bool is_second = strcmp(failure->problem, "did not find expected <document start>") == 0;

	if (!found.name || (failure->n_nodes > 3 && !is_second))
		return false;
	yaml_error_kind(load, &found);
	return true;
}

/*
 * The line in which the bytes read last begin: the parser's own, less the line ends between.  What it has
 * not understood yet stands in its two buffers.
 */
static uint32_t first_line_of(const struct recent *recent, const struct yaml_failure *failure)
{
	size_t n_ahead = failure->n_decoded + failure->n_raw, n;
	uint32_t line = failure->mark.line, before;

	n_ahead -= failure->is_at_end; /* the NUL that libyaml puts behind the last byte */
	n = recent->n_last > n_ahead ? recent->n_last - n_ahead : 0;
	before = syntax_lines(recent->last, n);
	/* At the end libyaml takes a last line without a line end as if it had one. */
	if (n > 0 && n_ahead == 0 && failure->mark.column == 1 && !breaks_end(recent->last, n))
		before++;
	return line - before;
}

static void explain_syntax(struct load *load, const struct recent *recent,
			   const struct yaml_failure *failure)
{
	struct syntax syntax = {.bytes = recent->last,
				.n = recent->n_last,
				.first_line = first_line_of(recent, failure),
				.is_cut = recent->is_cut,
				.problem = failure->problem,
				.context = failure->context,
				.place = failure->problem_mark,
				.context_place = failure->context_mark,
				.last = failure->last};
	struct syntax_advice advice;

	if (explain_kind(load, recent, failure))
		return;
	syntax_explain(&syntax, &advice);
	/* what was misread from there on */
	diag_drop_behind(load->diag, load->file, advice.place);
	yaml_error(load, advice.place, advice.hint, advice.text);
}

void yaml_error_parser(struct load *load, const struct recent *recent,
		       const struct yaml_failure *failure)
{
	switch (failure->kind) {
	case YAML_FAILED_MEMORY: load_no_memory(load); break;
	case YAML_FAILED_READER: explain_reader(load, failure); break;
	case YAML_FAILED_SYNTAX: explain_syntax(load, recent, failure); break;
	}
}
