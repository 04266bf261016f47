/* SPDX-License-Identifier: MIT */
#include "dataset_events.h"

#include "dataset_ahead.h"
#include "mem.h"
#include "utf8.h"

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

static struct place place_of(yaml_mark_t mark)
{
	uint32_t line = mark.line >= UINT32_MAX ? UINT32_MAX : (uint32_t)mark.line + 1;
	uint32_t column = mark.column >= UINT32_MAX ? UINT32_MAX : (uint32_t)mark.column + 1;

	return (struct place){line, column};
}

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
	const yaml_parser_t *parser = ahead_failure(events->ahead);
	struct about about = {0};
	size_t valid = utf8_valid_until(events->bytes, events->n);

	if (!strcmp(parser->problem, "control characters are not allowed")) {
		about.place = place_at(events->bytes, events->n, parser->problem_offset);
		about.hint = parser->problem_value == 0 ? "is this a text file?" : NULL;
		load_error(events->load, &about, "control character U+%04X",
			   (unsigned)parser->problem_value);
	} else if (valid < events->n) {
		about.place = place_at(events->bytes, events->n, valid);
		about.hint = "save the file as UTF-8";
		load_error(events->load, &about, "the byte 0x%02X is not UTF-8",
			   (unsigned)(unsigned char)events->bytes[valid]);
	} else {
		about.place = place_at(events->bytes, events->n, parser->problem_offset);
		load_error(events->load, &about, "%s", parser->problem);
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
	const yaml_parser_t *parser = ahead_failure(events->ahead);
	const char *problem = parser->problem ? parser->problem : "syntax error";
	struct about about = {.place = place_of(parser->problem_mark), .hint = hint_for(problem)};

	if (!strcmp(problem, "found invalid Unicode character escape code"))
		load_error(events->load, &about,
			   "an escape names a surrogate or no character; surrogate pairs such as "
			   "\\ud83d\\ude00 are not read: write the character itself");
	else if (parser->context && parser->context_mark.line != parser->problem_mark.line)
		load_error(events->load, &about, "%s, %s that begins in line %lu", problem,
			   parser->context, (unsigned long)parser->context_mark.line + 1);
	else if (parser->context)
		load_error(events->load, &about, "%s, %s", problem, parser->context);
	else
		load_error(events->load, &about, "%s", problem);
	events->load->failed = true;
}

static void fail_parser(struct events *events)
{
	switch (ahead_failure(events->ahead)->error) {
	case YAML_MEMORY_ERROR: load_no_memory(events->load); break;
	case YAML_READER_ERROR: fail_reader(events); break;
	default: fail_syntax(events); break;
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

static uint32_t put_string(struct events *events, const unsigned char *bytes, size_t n,
			   struct place place)
{
	uint32_t n_before = events->load->strings.n;
	uint32_t string = strset_put(&events->load->strings, (const char *)bytes, n);

	if (string == STRSET_NONE)
		load_no_memory(events->load);
	else if (string == n_before || events->n_bad)
		check_control(events, string, string == n_before, place);
	return string;
}

static uint32_t put_name(struct events *events, const unsigned char *name, struct place place)
{
	return name ? put_string(events, name, strlen((const char *)name), place) : STRSET_NONE;
}

static void check_tag(struct events *events, const unsigned char *bytes, struct place place)
{
	static const char PREFIX[] = "tag:yaml.org,2002:";
	static const char *const KNOWN[] = {"str",  "int",       "float", "bool",
					    "null", "timestamp", "map",   "seq"};
	const char *tag = (const char *)bytes;
	struct about about = {.place = place};
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

static void take_scalar(struct events *events, const yaml_event_t *from, struct event *out)
{
	uint64_t limit = events->load->limits->scalar;
	const unsigned char *tag = from->data.scalar.tag;

	if (from->data.scalar.length > limit) {
		fail_limit(events, out->place, "this text is too long", "scalar", limit);
		return;
	}
	out->kind = EVENT_SCALAR;
	out->is_quoted = from->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	if (tag) {
		check_tag(events, tag, out->place);
		out->is_quoted = out->is_quoted || !strcmp((const char *)tag, "!") ||
				 !strcmp((const char *)tag, YAML_STR_TAG);
	}
	out->string =
		put_string(events, from->data.scalar.value, from->data.scalar.length, out->place);
	if (from->data.scalar.anchor)
		out->anchor = put_name(events, from->data.scalar.anchor, out->place);
}

/* ---- the events */

static void begin_collection(struct events *events, struct event *out, uint8_t kind,
			     const unsigned char *anchor)
{
	out->kind = kind;
	out->anchor = put_name(events, anchor, out->place);
	if (++events->depth > events->load->limits->depth)
		fail_limit(events, out->place, "nested too deep", "depth",
			   events->load->limits->depth);
}

static void count_node(struct events *events, const struct event *out)
{
	if (++events->n_nodes > events->load->limits->nodes)
		fail_limit(events, out->place, "too many values", "nodes",
			   events->load->limits->nodes);
}

static void end_document(struct events *events)
{
	const yaml_event_t *next = ahead_next(events->ahead);

	events->ended = true;
	if (!next)
		fail_parser(events);
	else if (next->type == YAML_DOCUMENT_START_EVENT)
		fail(events, place_of(next->start_mark), NULL,
		     "a second document begins; a dataset is one");
}

static void take(struct events *events, const yaml_event_t *from, struct event *out)
{
	switch (from->type) {
	case YAML_SCALAR_EVENT:
		count_node(events, out);
		take_scalar(events, from, out);
		break;
	case YAML_ALIAS_EVENT:
		out->kind = EVENT_ALIAS;
		out->string = put_name(events, from->data.alias.anchor, out->place);
		break;
	case YAML_MAPPING_START_EVENT:
		count_node(events, out);
		check_tag(events, from->data.mapping_start.tag, out->place);
		begin_collection(events, out, EVENT_MAPPING, from->data.mapping_start.anchor);
		break;
	case YAML_SEQUENCE_START_EVENT:
		count_node(events, out);
		check_tag(events, from->data.sequence_start.tag, out->place);
		begin_collection(events, out, EVENT_SEQUENCE, from->data.sequence_start.anchor);
		break;
	case YAML_MAPPING_END_EVENT:
		out->kind = EVENT_MAPPING_END;
		events->depth--;
		break;
	case YAML_SEQUENCE_END_EVENT:
		out->kind = EVENT_SEQUENCE_END;
		events->depth--;
		break;
	case YAML_DOCUMENT_END_EVENT: end_document(events); break;
	default: events->ended = true; break;
	}
}

void events_next(struct events *events, struct event *out)
{
	const yaml_event_t *event;

	*out = (struct event){.string = STRSET_NONE, .anchor = STRSET_NONE};
	if (events->load->failed || events->ended)
		return;
	event = ahead_next(events->ahead);
	if (!event) {
		fail_parser(events);
		return;
	}
	out->place = place_of(event->start_mark);
	take(events, event, out);
	if (events->load->failed)
		out->kind = EVENT_END;
}

/* Up to the first event of the document. */
static void begin(struct events *events)
{
	const yaml_event_t *event;

	do {
		event = ahead_next(events->ahead);
		if (!event)
			fail_parser(events);
		else if (event->type == YAML_STREAM_END_EVENT)
			fail(events, (struct place){0, 0},
			     "the least a dataset has is 'meshreport: 1', a title, products and categories",
			     "the file is empty");
	} while (!events->load->failed && event->type != YAML_DOCUMENT_START_EVENT);
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
		events->ahead = ahead_new(bytes, n, ahead_is_worthwhile(n));
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
