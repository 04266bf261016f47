/* SPDX-License-Identifier: MIT */
#include "yaml/yaml.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "yaml/yaml_error.h"

#include <string.h>
#include <yaml.h>

/*
 * libyaml hands out events; this file gives them places from 1, numbers their strings and applies the
 * limits that concern reading.  What becomes of libyaml's errors is yaml_error's.
 */
struct yaml_source {
	struct load *load;
	struct yaml_input input;
	unsigned char head[16]; /* the first bytes, which say what encoding this is */
	size_t n_head, head_at;
	yaml_parser_t parser;
	yaml_event_t event; /* the last one, until the next */
	bool has_event;
	uint64_t n_nodes;
	uint64_t depth;
	bool ended;
	struct vec bad; /* uint32_t: strings with control characters, told at each place */
	struct syntax_value last; /* what ended last */
	/* of the last collection in brackets or braces that began in none */
	struct place flow_start;
	uint64_t flow_depth; /* its depth, 0 for none */
	struct recent recent;
};

static const char least_of_all[] =
	"the least a dataset has is 'meshreport: 1', a title, products and categories";

/* From 1; a column never looks like PLACE_NAMED. */
static struct place place_of(yaml_mark_t mark)
{
	uint32_t line = mark.line >= UINT32_MAX ? UINT32_MAX : (uint32_t)mark.line + 1;
	uint32_t column =
		mark.column >= PLACE_NAMED - 1 ? PLACE_NAMED - 1 : (uint32_t)mark.column + 1;

	return (struct place){line, column};
}

/* The next event of libyaml, borrowed until the next call; null after a failure. */
static const yaml_event_t *next_event(struct yaml_source *source)
{
	if (source->has_event)
		yaml_event_delete(&source->event);
	source->has_event = yaml_parser_parse(&source->parser, &source->event) != 0;
	return source->has_event ? &source->event : NULL;
}

static void fail(struct yaml_source *source, struct place place, const char *hint, const char *text)
{
	yaml_error(source->load, place, hint, text);
}

/* Hands over what libyaml knows of its failure. */
static void fail_parser(struct yaml_source *source)
{
	const yaml_parser_t *parser = &source->parser;
	const struct yaml_failure failure = {
		.kind = parser->error == YAML_MEMORY_ERROR   ? YAML_FAILED_MEMORY
			: parser->error == YAML_READER_ERROR ? YAML_FAILED_READER
							     : YAML_FAILED_SYNTAX,
		.problem = parser->problem,
		.context = parser->context,
		.value = parser->problem_value,
		.mark = place_of(parser->mark),
		.problem_mark = place_of(parser->problem_mark),
		.context_mark = place_of(parser->context_mark),
		.decoded = (const char *)parser->buffer.pointer,
		.n_decoded = (size_t)(parser->buffer.last - parser->buffer.pointer),
		.raw = (const char *)parser->raw_buffer.pointer,
		.n_raw = (size_t)(parser->raw_buffer.last - parser->raw_buffer.pointer),
		.is_at_end = parser->eof != 0,
		.n_nodes = source->n_nodes,
		.last = source->last};

	yaml_error_parser(source->load, &source->recent, &failure);
}

/* ---- scalars */

/* Only an escape can write a control character here; the reader refuses the raw ones. */
static void report_control(struct yaml_source *source, uint32_t code_point, struct place place)
{
	struct about about = {.place = place};

	load_error(source->load, &about, "this text holds the control character U+%04X",
		   (unsigned)code_point);
}

static void check_control(struct yaml_source *source, uint32_t string, bool is_new,
			  struct place place)
{
	const struct string *text = &source->load->strings.at[string];
	uint32_t code_point, *bad;

	if (is_new) {
		code_point = utf8_find_control(text->at, text->n);
		if (code_point == UTF8_INVALID)
			return;
		report_control(source, code_point, place);
		bad = load_add(source->load, &source->bad, sizeof(*bad));
		if (bad)
			*bad = string;
		return;
	}
	for (size_t i = 0; i < source->bad.n && i < DIAG_MAX; i++) {
		if (*VEC_AT(uint32_t, source->bad, i) == string)
			report_control(source, utf8_find_control(text->at, text->n), place);
	}
}

static uint32_t put_string(struct yaml_source *source, const unsigned char *bytes, size_t n,
			   struct place place)
{
	uint32_t n_before = source->load->strings.n;
	uint32_t string = strset_put(&source->load->strings, (const char *)bytes, n);

	if (string == STRSET_NONE)
		load_no_memory(source->load);
	else if (string == n_before || source->bad.n)
		check_control(source, string, string == n_before, place);
	return string;
}

static uint32_t put_anchor(struct yaml_source *source, const unsigned char *anchor,
			   struct place place)
{
	return put_string(source, anchor, strlen((const char *)anchor), place);
}

static void check_tag(struct yaml_source *source, const char *tag, struct place place)
{
	static const char prefix[] = "tag:yaml.org,2002:";
	static const char *const known[] = {"str",  "int",       "float", "bool",
					    "null", "timestamp", "map",   "seq"};
	struct about about = {.place = place};
	char word[DIAG_WORD];

	if (!tag || strcmp(tag, "!") == 0)
		return;
	if (strncmp(tag, prefix, sizeof(prefix) - 1) == 0) {
		for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
			if (strcmp(tag + sizeof(prefix) - 1, known[i]) == 0)
				return;
		}
	}
	if (tag[0] == '!')
		about.hint = "a text that begins with '!' needs quotes";
	load_error(source->load, &about, "the tag '%s' means nothing here", diag_word(word, tag));
}

static enum syntax_kind kind_of(yaml_scalar_style_t style)
{
	if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE)
		return SYNTAX_SINGLE;
	return style == YAML_DOUBLE_QUOTED_SCALAR_STYLE ? SYNTAX_DOUBLE : SYNTAX_OTHER;
}

/* What a syntax error may stand behind: a text in quotes, or what brackets and braces hold. */
static void set_last(struct yaml_source *source, const yaml_event_t *event)
{
	bool is_flow = (event->type == YAML_SEQUENCE_START_EVENT &&
			event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE) ||
		       (event->type == YAML_MAPPING_START_EVENT &&
			event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
	bool is_end =
		event->type == YAML_SEQUENCE_END_EVENT || event->type == YAML_MAPPING_END_EVENT;

	source->last.kind = SYNTAX_OTHER;
	source->last.end = place_of(event->end_mark);
	if (is_flow && source->flow_depth == 0) {
		source->flow_depth = source->depth;
		source->flow_start = place_of(event->start_mark);
	} else if (is_end && source->flow_depth > 0 && source->depth + 1 == source->flow_depth) {
		source->flow_depth = 0;
		source->last.kind =
			event->type == YAML_SEQUENCE_END_EVENT ? SYNTAX_LIST : SYNTAX_MAPPING;
		source->last.start = source->flow_start;
	} else if (event->type == YAML_SCALAR_EVENT && source->flow_depth == 0) {
		source->last.kind = kind_of(event->data.scalar.style);
		source->last.start = place_of(event->start_mark);
	}
}

/*
 * "&Priorities" and "!important" with nothing behind them: the writer meant words.  They are taken as the
 * text, so that nothing else is missing.
 */
static void take_mark(struct yaml_source *source, const yaml_event_t *from, struct event *out)
{
	const char *anchor = (const char *)from->data.scalar.anchor;
	const char *words = anchor ? anchor : (const char *)from->data.scalar.tag;
	struct about about = {.place = out->place};
	char word[DIAG_WORD];

	if (anchor) {
		about.hint = "a text that begins with '&' needs quotes";
		load_error(source->load, &about, "'&%s' names a value, and there is none",
			   diag_word(word, words));
	}
	out->string = put_string(source, (const unsigned char *)words, strlen(words), out->place);
}

static void take_scalar(struct yaml_source *source, const yaml_event_t *from, struct event *out)
{
	uint64_t limit = source->load->limits->scalar;
	const char *tag = (const char *)from->data.scalar.tag;

	if (from->data.scalar.length > limit) {
		yaml_error_limit(source->load, out->place, "this text is too long", "scalar",
				 limit);
		return;
	}
	out->kind = EVENT_SCALAR;
	out->is_quoted = from->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	if (tag) {
		check_tag(source, tag, out->place);
		out->is_quoted = out->is_quoted || strcmp(tag, "!") == 0 ||
				 strcmp(tag, "tag:yaml.org,2002:str") == 0;
	}
	if (from->data.scalar.length == 0 && !out->is_quoted && (tag || from->data.scalar.anchor)) {
		take_mark(source, from, out);
		return;
	}
	out->string =
		put_string(source, from->data.scalar.value, from->data.scalar.length, out->place);
	if (from->data.scalar.anchor)
		out->anchor = put_anchor(source, from->data.scalar.anchor, out->place);
}

/* ---- the events */

static void begin_collection(struct yaml_source *source, uint8_t kind, const unsigned char *anchor,
			     const unsigned char *tag, struct event *out)
{
	check_tag(source, (const char *)tag, out->place);
	out->kind = kind;
	if (anchor)
		out->anchor = put_anchor(source, anchor, out->place);
	if (++source->depth > source->load->limits->depth)
		yaml_error_limit(source->load, out->place, "nested too deep", "depth",
				 source->load->limits->depth);
}

static void end_document(struct yaml_source *source)
{
	const yaml_event_t *next = next_event(source);

	source->ended = true;
	if (!next)
		fail_parser(source);
	else if (next->type == YAML_DOCUMENT_START_EVENT)
		fail(source, place_of(next->start_mark), NULL,
		     "a second document begins; a dataset is one: put the other into a file of its own");
}

static void take(struct yaml_source *source, const yaml_event_t *from, struct event *out)
{
	bool is_node = from->type == YAML_SCALAR_EVENT || from->type == YAML_MAPPING_START_EVENT ||
		       from->type == YAML_SEQUENCE_START_EVENT;

	if (is_node && ++source->n_nodes > source->load->limits->nodes)
		yaml_error_limit(source->load, out->place, "too many values", "nodes",
				 source->load->limits->nodes);
	switch (from->type) {
	case YAML_SCALAR_EVENT: take_scalar(source, from, out); break;
	case YAML_ALIAS_EVENT:
		out->kind = EVENT_ALIAS;
		out->string = put_string(source, from->data.alias.anchor,
					 strlen((const char *)from->data.alias.anchor), out->place);
		break;
	case YAML_MAPPING_START_EVENT:
		begin_collection(source, EVENT_MAPPING, from->data.mapping_start.anchor,
				 from->data.mapping_start.tag, out);
		break;
	case YAML_SEQUENCE_START_EVENT:
		begin_collection(source, EVENT_SEQUENCE, from->data.sequence_start.anchor,
				 from->data.sequence_start.tag, out);
		break;
	case YAML_MAPPING_END_EVENT:
		out->kind = EVENT_MAPPING_END;
		source->depth--;
		break;
	case YAML_SEQUENCE_END_EVENT:
		out->kind = EVENT_SEQUENCE_END;
		source->depth--;
		break;
	default: end_document(source); break; /* nothing else comes where a node may */
	}
}

static void fail_kind(struct yaml_source *source, const yaml_event_t *event, const char *is,
		      const char *hint)
{
	const char *kind = source->load->kind;
	bool is_dataset = strcmp(kind, "dataset") == 0;
	char what[80];

	diag_write(what, sizeof(what), "this is a %s and no %s", is, kind);
	fail(source, place_of(event->start_mark),
	     hint         ? hint
	     : is_dataset ? least_of_all
			  : "it is lines 'key: value'",
	     what);
}

/* The document is a mapping; what else it may be is told once, and nothing of it is read. */
static void refuse_kind(struct yaml_source *source, const yaml_event_t *event)
{
	struct signature found = signature_of_text(source->recent.head, source->recent.n_head);

	if (found.name)
		yaml_error_kind(source->load, &found);
	else if (event->type == YAML_SEQUENCE_START_EVENT)
		fail_kind(source, event, "list", NULL);
	else if (event->type == YAML_ALIAS_EVENT) /* of nothing, since nothing stands before it */
		fail_kind(source, event, "text", NULL);
	else if (event->data.scalar.length == 0)
		fail(source, (struct place){0, 0}, least_of_all, "the file is empty");
	else
		fail_kind(source, event, "text",
			  strchr((const char *)event->data.scalar.value, ':')
				  ? "a key ends in a colon and a space"
				  : NULL);
}

void yaml_source_next(struct yaml_source *source, struct event *out)
{
	const yaml_event_t *event;

	*out = (struct event){.string = STRSET_NONE, .anchor = STRSET_NONE};
	if (source->load->failed || source->ended)
		return;
	event = next_event(source);
	if (!event) {
		fail_parser(source);
		return;
	}
	out->place = place_of(event->start_mark);
	if (source->n_nodes == 0 && event->type != YAML_MAPPING_START_EVENT) {
		refuse_kind(source, event);
		return;
	}
	take(source, event, out);
	set_last(source, event);
	if (source->load->failed)
		out->kind = EVENT_END;
}

/* Up to the first event of the document. */
static void begin(struct yaml_source *source)
{
	const yaml_event_t *event = next_event(source); /* of the stream */

	if (event)
		event = next_event(source);
	if (!event)
		fail_parser(source);
	else if (event->type == YAML_STREAM_END_EVENT)
		fail(source, (struct place){0, 0}, least_of_all, "the file is empty");
}

/* Up to `room` bytes of the input; -1 after it said why there are none. */
static ssize_t read_input(struct yaml_source *source, void *to, size_t room)
{
	ssize_t n = source->input.read(source->input.data, to, room);

	if (n < 0) {
		source->load->has_errors = true;
		source->load->failed = true;
	}
	return n;
}

/* For libyaml: 1, or 0 after a failure; no bytes at the end. */
static int give(void *data, unsigned char *to, size_t room, size_t *out_n)
{
	struct yaml_source *source = data;
	size_t n_head = source->n_head - source->head_at;
	ssize_t n;

	/* room is that of libyaml's buffer, far more than the head */
	memcpy(to, source->head + source->head_at, n_head);
	source->head_at = source->n_head;
	n = read_input(source, to + n_head, room - n_head);
	*out_n = n_head + (n > 0 ? (size_t)n : 0);
	recent_put(&source->recent, (const char *)to, *out_n);
	return n >= 0;
}

/* Looks at the first bytes: passes a byte order mark of UTF-8 over and refuses those of UTF-16. */
static void begin_input(struct yaml_source *source)
{
	struct signature found;
	ssize_t n = 1;

	while (n > 0 && source->n_head < sizeof(source->head)) {
		n = read_input(source, source->head + source->n_head,
			       sizeof(source->head) - source->n_head);
		source->n_head += n > 0 ? (size_t)n : 0;
	}
	if (source->load->failed)
		return;
	if (source->n_head >= 3 && memcmp(source->head, "\xef\xbb\xbf", 3) == 0)
		source->head_at = 3;
	if (source->n_head >= 2 &&
	    (memcmp(source->head, "\xff\xfe", 2) == 0 || memcmp(source->head, "\xfe\xff", 2) == 0))
		fail(source, (struct place){1, 1}, "save it as UTF-8",
		     "the file is UTF-16; a dataset is UTF-8");
	else if (signature_of_bytes((const char *)source->head, source->n_head).name) {
		found = signature_of_bytes((const char *)source->head, source->n_head);
		yaml_error_kind(source->load, &found);
	}
}

struct yaml_source *yaml_source_new(struct load *load, const struct yaml_input *input)
{
	struct yaml_source *source = mem_array(1, sizeof(*source));

	if (!source || !yaml_parser_initialize(&source->parser)) {
		mem_free(source);
		load_no_memory(load);
		return NULL;
	}
	source->load = load;
	source->input = *input;
	yaml_parser_set_encoding(&source->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input(&source->parser, give, source);
	begin_input(source);
	if (!load->failed)
		begin(source);
	if (!load->failed)
		return source;
	yaml_source_free(source);
	return NULL;
}

void yaml_source_free(struct yaml_source *source)
{
	if (source->has_event)
		yaml_event_delete(&source->event);
	yaml_parser_delete(&source->parser);
	vec_release(&source->bad);
	mem_free(source);
}
