/* SPDX-License-Identifier: MIT */
#include "data/dataset_events.h"

#include "data/dataset_ahead.h"
#include "base/mem.h"
#include "base/utf8.h"

#include <string.h>

/*
 * libyaml hands out events; this file gives them places from 1, numbers their strings, applies the
 * limits that concern reading, and turns libyaml's errors into messages with a place.
 */
struct events {
	struct load *load;
	const char *bytes;
	size_t n;
	struct ahead *ahead;
	uint64_t n_nodes;
	uint64_t depth;
	bool ended;
	uint32_t *bad; /* strings with control characters, told at each place */
	size_t n_bad;
};

/* libyaml counts a line end as CR LF, CR, LF, NEL, LS or PS; so do we, or places would differ. */
static struct place place_at(const char *bytes, size_t n, size_t offset)
{
	struct place place = {1, 1};
	size_t at = 0, length;
	uint32_t code_point;

	if (offset > n)
		offset = n;
	while (at < offset) {
		code_point = utf8_decode(bytes + at, n - at, &length);
		at += length ? length : 1;
		if (code_point == '\r' && at < n && bytes[at] == '\n')
			continue;
		if (code_point == '\n' || code_point == '\r' || code_point == 0x85 ||
		    code_point == 0x2028 || code_point == 0x2029)
			place = (struct place){place.line + 1, 1};
		else
			place.column++;
	}
	return place;
}

static void fail(struct events *events, struct place place, const char *hint, const char *text)
{
	struct about about = {.place = place, .hint = hint};

	load_error(events->load, &about, "%s", text);
	events->load->failed = true;
}

static void fail_limit(struct events *events, struct place place, const char *what, const char *key,
		       uint64_t limit)
{
	struct about about = {.place = place};

	load_error(events->load, &about, "%s; the limit is %llu (--limit %s=N)", what,
		   (unsigned long long)limit, key);
	events->load->failed = true;
}

/*
 * Reader errors have an offset of a byte and no mark, and for a damaged sequence the offset is that
 * of the byte after the damage; so the first invalid byte is looked for anew.
 */
static void fail_reader(struct events *events)
{
	const struct ahead_failure *failure = ahead_failure(events->ahead);
	struct about about = {0};
	size_t valid = utf8_valid_until(events->bytes, events->n);

	if (!strcmp(failure->problem, "control characters are not allowed")) {
		about.place = place_at(events->bytes, events->n, failure->offset);
		about.hint = failure->value == 0 ? "is this a text file?" : NULL;
		load_error(events->load, &about, "control character U+%04X",
			   (unsigned)failure->value);
	} else if (valid < events->n) {
		about.place = place_at(events->bytes, events->n, valid);
		about.hint = "save the file as UTF-8";
		load_error(events->load, &about, "the byte 0x%02X is not UTF-8",
			   (unsigned)(unsigned char)events->bytes[valid]);
	} else {
		about.place = place_at(events->bytes, events->n, failure->offset);
		load_error(events->load, &about, "%s", failure->problem);
	}
	events->load->failed = true;
}

static const char *hint_for(const char *problem)
{
	if (!strcmp(problem, "found character that cannot start any token"))
		return "a tab cannot indent, and a text that begins with one of @ ` % needs quotes";
	if (!strcmp(problem, "mapping values are not allowed in this context"))
		return "a text with ': ' in it needs quotes";
	if (!strcmp(problem, "did not find expected key") ||
	    !strcmp(problem, "did not find expected '-' indicator"))
		return "is this line indented as those before it, and is every quote closed?";
	if (!strcmp(problem, "could not find expected ':'"))
		return "a key ends in a colon and a space";
	if (!strcmp(problem, "did not find expected alphabetic or numeric character"))
		return "a text that begins with '*' or '&' needs quotes";
	return NULL;
}

static void fail_syntax(struct events *events)
{
	const struct ahead_failure *failure = ahead_failure(events->ahead);
	const char *problem = failure->problem;
	struct about about = {.place = failure->place, .hint = hint_for(problem)};

	if (!strcmp(problem, "found invalid Unicode character escape code"))
		load_error(events->load, &about,
			   "an escape names a surrogate or no character; surrogate pairs such as "
			   "\\ud83d\\ude00 are not read: write the character itself");
	else if (failure->context && failure->context_place.line != failure->place.line)
		load_error(events->load, &about, "%s, %s that begins in line %lu", problem,
			   failure->context, (unsigned long)failure->context_place.line);
	else if (failure->context)
		load_error(events->load, &about, "%s, %s", problem, failure->context);
	else
		load_error(events->load, &about, "%s", problem);
	events->load->failed = true;
}

static void fail_parser(struct events *events)
{
	switch (ahead_failure(events->ahead)->cause) {
	case AHEAD_MEMORY: load_no_memory(events->load); break;
	case AHEAD_READER: fail_reader(events); break;
	case AHEAD_SYNTAX: fail_syntax(events); break;
	}
}

/* ---- scalars */

/* Only an escape can write a control character here; the reader refuses the raw ones. */
static void report_control(struct events *events, uint32_t code_point, struct place place)
{
	struct about about = {.place = place};

	load_error(events->load, &about, "this text holds the control character U+%04X",
		   (unsigned)code_point);
}

static void check_control(struct events *events, uint32_t string, bool is_new, struct place place)
{
	const struct string *text = &events->load->strings.at[string];
	uint32_t code_point, *bad;
	size_t i;

	if (is_new) {
		code_point = utf8_find_control(text->at, text->n);
		if (code_point == UTF8_INVALID)
			return;
		report_control(events, code_point, place);
		bad = mem_resize(events->bad, events->n_bad + 1, sizeof(*bad));
		if (!bad) {
			load_no_memory(events->load);
			return;
		}
		events->bad = bad;
		bad[events->n_bad++] = string;
		return;
	}
	for (i = 0; i < events->n_bad && i < DIAG_MAX; i++) {
		if (events->bad[i] == string)
			report_control(events, utf8_find_control(text->at, text->n), place);
	}
}

static uint32_t put_string(struct events *events, const char *bytes, size_t n, uint32_t hash,
			   struct place place)
{
	uint32_t n_before = events->load->strings.n;
	uint32_t string = strset_put_hashed(&events->load->strings, bytes, n, hash);

	if (string == STRSET_NONE)
		load_no_memory(events->load);
	else if (string == n_before || events->n_bad)
		check_control(events, string, string == n_before, place);
	return string;
}

static uint32_t put_anchor(struct events *events, const struct ahead_event *from)
{
	const char *anchor = ahead_anchor(from);
	uint32_t hash;

	if (!anchor)
		return STRSET_NONE;
	hash = strset_hash(events->load->strings.seed, anchor, from->n_anchor);
	return put_string(events, anchor, from->n_anchor, hash, from->place);
}

static void check_tag(struct events *events, const struct ahead_event *from)
{
	static const char PREFIX[] = "tag:yaml.org,2002:";
	static const char *const KNOWN[] = {"str",  "int",       "float", "bool",
					    "null", "timestamp", "map",   "seq"};
	const char *tag = ahead_tag(from);
	struct about about = {.place = from->place};
	char word[DIAG_WORD];
	size_t i;

	if (!tag || !strcmp(tag, "!"))
		return;
	if (!strncmp(tag, PREFIX, sizeof(PREFIX) - 1)) {
		for (i = 0; i < sizeof(KNOWN) / sizeof(KNOWN[0]); i++) {
			if (!strcmp(tag + sizeof(PREFIX) - 1, KNOWN[i]))
				return;
		}
	}
	load_error(events->load, &about, "the tag '%s' means nothing here", diag_word(word, tag));
}

static void take_scalar(struct events *events, const struct ahead_event *from, struct event *out)
{
	uint64_t limit = events->load->limits->scalar;
	const char *tag = ahead_tag(from);

	if (from->n_text > limit) {
		fail_limit(events, out->place, "this text is too long", "scalar", limit);
		return;
	}
	out->kind = EVENT_SCALAR;
	out->is_quoted = !from->is_plain;
	if (tag) {
		check_tag(events, from);
		out->is_quoted = out->is_quoted || !strcmp(tag, "!") ||
				 !strcmp(tag, "tag:yaml.org,2002:str");
	}
	out->string = put_string(events, ahead_text(from), from->n_text, from->hash, out->place);
	if (from->has_anchor)
		out->anchor = put_anchor(events, from);
}

/* ---- the events */

static void count_node(struct events *events, const struct event *out)
{
	if (++events->n_nodes > events->load->limits->nodes)
		fail_limit(events, out->place, "too many values", "nodes",
			   events->load->limits->nodes);
}

static void begin_collection(struct events *events, const struct ahead_event *from, uint8_t kind,
			     struct event *out)
{
	count_node(events, out);
	check_tag(events, from);
	out->kind = kind;
	out->anchor = put_anchor(events, from);
	if (++events->depth > events->load->limits->depth)
		fail_limit(events, out->place, "nested too deep", "depth",
			   events->load->limits->depth);
}

static void end_document(struct events *events)
{
	const struct ahead_event *next = ahead_next(events->ahead);

	events->ended = true;
	if (!next)
		fail_parser(events);
	else if (next->kind == AHEAD_DOCUMENT)
		fail(events, next->place, NULL, "a second document begins; a dataset is one");
}

static void take(struct events *events, const struct ahead_event *from, struct event *out)
{
	switch (from->kind) {
	case AHEAD_SCALAR:
		count_node(events, out);
		take_scalar(events, from, out);
		break;
	case AHEAD_ALIAS:
		out->kind = EVENT_ALIAS;
		out->string =
			put_string(events, ahead_text(from), from->n_text, from->hash, out->place);
		break;
	case AHEAD_MAPPING: begin_collection(events, from, EVENT_MAPPING, out); break;
	case AHEAD_SEQUENCE: begin_collection(events, from, EVENT_SEQUENCE, out); break;
	case AHEAD_MAPPING_END:
		out->kind = EVENT_MAPPING_END;
		events->depth--;
		break;
	case AHEAD_SEQUENCE_END:
		out->kind = EVENT_SEQUENCE_END;
		events->depth--;
		break;
	case AHEAD_DOCUMENT_END: end_document(events); break;
	default: events->ended = true; break;
	}
}

void events_next(struct events *events, struct event *out)
{
	const struct ahead_event *event;

	*out = (struct event){.string = STRSET_NONE, .anchor = STRSET_NONE};
	if (events->load->failed || events->ended)
		return;
	event = ahead_next(events->ahead);
	if (!event) {
		fail_parser(events);
		return;
	}
	out->place = event->place;
	take(events, event, out);
	if (events->load->failed)
		out->kind = EVENT_END;
}

/* Up to the first event of the document. */
static void begin(struct events *events)
{
	const struct ahead_event *event = ahead_next(events->ahead);

	if (!event)
		fail_parser(events);
	else if (event->kind == AHEAD_STREAM_END)
		fail(events, (struct place){0, 0},
		     "the least a dataset has is 'meshreport: 1', a title, products and categories",
		     "the file is empty");
}

struct events *events_new(struct load *load, const char *bytes, size_t n)
{
	struct events *events = mem_array(1, sizeof(*events));

	if (!events) {
		load_no_memory(load);
		return NULL;
	}
	events->load = load;
	if (n >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)) {
		bytes += 3;
		n -= 3;
	}
	events->bytes = bytes;
	events->n = n;
	if (n >= 2 && (!memcmp(bytes, "\xff\xfe", 2) || !memcmp(bytes, "\xfe\xff", 2))) {
		fail(events, (struct place){1, 1}, "save it as UTF-8",
		     "the file is UTF-16; a dataset is UTF-8");
	} else {
		events->ahead = ahead_new(bytes, n, load->strings.seed, ahead_is_worthwhile(n));
		if (events->ahead)
			begin(events);
		else
			load_no_memory(load);
	}
	if (!load->failed)
		return events;
	events_free(events);
	return NULL;
}

void events_free(struct events *events)
{
	if (!events)
		return;
	ahead_free(events->ahead);
	mem_free(events->bad);
	mem_free(events);
}
