/* SPDX-License-Identifier: MIT */
#include "yaml/yaml.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "yaml/recent.h"
#include "yaml/signature.h"
#include "yaml/syntax.h"

#include <string.h>
#include <yaml.h>

/*
 * libyaml hands out events; this file gives them places from 1, numbers their strings, applies the
 * limits that concern reading, and turns libyaml's errors into messages with a place.
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
	uint8_t last; /* enum syntax_last: what ended last, and where it stands */
	struct place last_start, last_end;
	struct place
		flow_start; /* of the last collection in brackets or braces that began in none */
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

/*
 * The place behind `n` bytes that begin at `place`.  libyaml counts a line end as CR LF, CR, LF, NEL, LS
 * or PS; so do we, or places would differ.
 */
static struct place place_behind(struct place place, const char *bytes, size_t n)
{
	size_t at = 0, length;
	uint32_t code_point;

	while (at < n) {
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

static void fail(struct yaml_source *source, struct place place, const char *hint, const char *text)
{
	struct about about = {.place = place, .hint = hint};

	load_error(source->load, &about, "%s", text);
	source->load->failed = true;
}

static void fail_limit(struct yaml_source *source, struct place place, const char *what,
		       const char *key, uint64_t limit)
{
	struct about about = {.place = place};

	load_error(source->load, &about, "%s; the limit is %llu (--limit %s=N)", what,
		   (unsigned long long)limit, key);
	source->load->failed = true;
}

static void refuse_kind(struct yaml_source *source, const struct signature *is)
{
	struct about about = {.place = {1, 1}};

	about.hint = is->is_packed ? "unpack it first"
		     : is->has_tables
			     ? "its suffix or --from says that it is one, and then its tables are "
			       "read (--list-formats shows what is)"
			     : "a dataset is a text in YAML";
	diag_drop_behind(source->load->diag, source->load->file, about.place);
	load_error(source->load, &about, "this is %s%s and no dataset", is->name,
		   strchr(is->name, ',') ? "," : "");
	source->load->failed = true;
}

/*
 * Reader errors have the offset of a byte and no mark.  But the characters before the one that is wrong
 * were decoded and wait to be scanned, from the parser's own mark on; and the bytes of the wrong one
 * are the next of its raw buffer.
 */
static void fail_reader(struct yaml_source *source)
{
	const yaml_parser_t *failure = &source->parser;
	struct about about = {
		.place =
			place_behind(place_of(failure->mark), (const char *)failure->buffer.pointer,
				     (size_t)(failure->buffer.last - failure->buffer.pointer))};
	const unsigned char *rest = failure->raw_buffer.pointer;
	size_t n_rest = (size_t)(failure->raw_buffer.last - rest);

	if (source->load->failed)
		return; /* the input said why */
	if (strcmp(failure->problem, "control characters are not allowed") == 0) {
		about.hint = failure->problem_value == 0 ? "is this a text in UTF-8?" : "delete it";
		load_error(source->load, &about, "control character U+%04X",
			   (unsigned)failure->problem_value);
	} else if (n_rest && utf8_valid_until((const char *)rest, n_rest) == 0) {
		about.hint = "save the file as UTF-8";
		load_error(source->load, &about, "the byte 0x%02X is not UTF-8", (unsigned)rest[0]);
	} else {
		load_error(source->load, &about, "%s", failure->problem);
	}
	source->load->failed = true;
}

/* Text that is no YAML at all is told as what it is, where no dataset's first key came before. */
static bool fail_kind(struct yaml_source *source)
{
	struct signature found = signature_of_text(source->recent.head, source->recent.n_head);

	/* a second object behind a whole first one: JSON Lines, however long the first is */
	bool is_second =
		source->parser.problem &&
		strcmp(source->parser.problem, "did not find expected <document start>") == 0;

	if (!found.name || (source->n_nodes > 3 && !is_second))
		return false;
	refuse_kind(source, &found);
	return true;
}

/*
 * The line in which the bytes read last begin: the parser's own, less the line ends between.  What it has
 * not understood yet stands in its two buffers.
 */
static uint32_t first_line_of(const struct yaml_source *source)
{
	const yaml_parser_t *parser = &source->parser;
	size_t n_ahead = (size_t)(parser->buffer.last - parser->buffer.pointer) +
			 (size_t)(parser->raw_buffer.last - parser->raw_buffer.pointer);
	uint32_t line = place_of(parser->mark).line, before;
	size_t n;

	n_ahead -= parser->eof && n_ahead > 0; /* the NUL that libyaml puts behind the last byte */
	n = source->recent.n_last > n_ahead ? source->recent.n_last - n_ahead : 0;
	before = syntax_lines(source->recent.last, n);
	/* At the end libyaml takes a last line without a line end as if it had one. */
	if (n > 0 && n_ahead == 0 && parser->mark.column == 0 &&
	    !strchr("\r\n", source->recent.last[n - 1]))
		before++;
	return line > before ? line - before : 1;
}

static void fail_syntax(struct yaml_source *source)
{
	const yaml_parser_t *failure = &source->parser;
	struct syntax syntax = {.bytes = source->recent.last,
				.n = source->recent.n_last,
				.first_line = first_line_of(source),
				.problem = failure->problem ? failure->problem : "syntax error",
				.context = failure->context,
				.place = place_of(failure->problem_mark),
				.context_place = place_of(failure->context_mark),
				.last = source->last,
				.last_start = source->last_start,
				.last_end = source->last_end};
	struct syntax_advice advice;

	if (fail_kind(source))
		return;
	syntax_explain(&syntax, &advice);
	/* what was misread from there on */
	diag_drop_behind(source->load->diag, source->load->file, advice.place);
	fail(source, advice.place, advice.hint, advice.text);
}

static void fail_parser(struct yaml_source *source)
{
	switch (source->parser.error) {
	case YAML_MEMORY_ERROR: load_no_memory(source->load); break;
	case YAML_READER_ERROR: fail_reader(source); break;
	default: fail_syntax(source); break;
	}
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

/* What a syntax error may stand behind: a text in quotes, or what brackets and braces hold. */
static void set_last(struct yaml_source *source, const yaml_event_t *event)
{
	bool is_flow = (event->type == YAML_SEQUENCE_START_EVENT &&
			event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE) ||
		       (event->type == YAML_MAPPING_START_EVENT &&
			event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
	bool is_end =
		event->type == YAML_SEQUENCE_END_EVENT || event->type == YAML_MAPPING_END_EVENT;

	source->last = SYNTAX_OTHER;
	source->last_end = place_of(event->end_mark);
	if (is_flow && source->flow_depth == 0) {
		source->flow_depth = source->depth;
		source->flow_start = place_of(event->start_mark);
	} else if (is_end && source->flow_depth > 0 && source->depth + 1 == source->flow_depth) {
		source->flow_depth = 0;
		source->last =
			event->type == YAML_SEQUENCE_END_EVENT ? SYNTAX_LIST : SYNTAX_MAPPING;
		source->last_start = source->flow_start;
	} else if (event->type == YAML_SCALAR_EVENT && source->flow_depth == 0 &&
		   (event->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
		    event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)) {
		source->last = SYNTAX_QUOTED;
		source->last_start = place_of(event->start_mark);
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
		fail_limit(source, out->place, "this text is too long", "scalar", limit);
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
		fail_limit(source, out->place, "nested too deep", "depth",
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
		fail_limit(source, out->place, "too many values", "nodes",
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
	case YAML_DOCUMENT_END_EVENT: end_document(source); break;
	default: source->ended = true; break;
	}
}

/* The document is a mapping; what else it may be is told once, and nothing of it is read. */
static bool is_mapping(struct yaml_source *source, const yaml_event_t *event)
{
	struct signature found = signature_of_text(source->recent.head, source->recent.n_head);

	if (event->type == YAML_ALIAS_EVENT || event->type == YAML_DOCUMENT_END_EVENT)
		return true;
	if (found.name)
		refuse_kind(source, &found);
	else if (event->type == YAML_SEQUENCE_START_EVENT)
		fail(source, place_of(event->start_mark), least_of_all,
		     "this is a list and no dataset");
	else if (event->data.scalar.length == 0)
		fail(source, (struct place){0, 0}, least_of_all, "the file is empty");
	else
		fail(source, place_of(event->start_mark),
		     strchr((const char *)event->data.scalar.value, ':')
			     ? "a key ends in a colon and a space"
			     : least_of_all,
		     "this is a text and no dataset");
	return false;
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
	if (source->n_nodes == 0 && event->type != YAML_MAPPING_START_EVENT &&
	    !is_mapping(source, event))
		return;
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
		refuse_kind(source, &found);
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
	if (!source)
		return;
	if (source->has_event)
		yaml_event_delete(&source->event);
	yaml_parser_delete(&source->parser);
	vec_release(&source->bad);
	mem_free(source);
}
