/* SPDX-License-Identifier: MIT */
#include "data/dataset_ahead.h"

#include "base/buf.h"
#include "base/cores.h"
#include "base/mem.h"
#include "base/strset.h"

#include <pthread.h>
#include <string.h>
#include <yaml.h>

enum {
	/* Bytes of a portion: so many that waking the other thread costs nothing beside them. */
	PORTION = 256 * 1024,
	PORTIONS = 4,
	/* Bytes of a file: below, what a thread saves is less than what starting it costs. */
	WORTH_A_THREAD = 128 * 1024,
	ALIGNMENT = _Alignof(struct ahead_event)
};

struct portion {
	struct buf events;
	size_t next; /* offset of the event to be read */
	bool is_last; /* nothing follows: the stream has ended or libyaml has failed */
};

/* A ring: taken <= filled <= taken + PORTIONS, both counted from the beginning. */
struct ahead {
	yaml_parser_t parser;
	uint64_t seed;
	struct ahead_failure failure;
	struct portion portions[PORTIONS];
	uint64_t filled, taken;
	struct portion *read; /* null before the first */
	bool has_thread;
	bool is_left; /* nobody reads any more */
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
};

static struct place place_of(yaml_mark_t mark)
{
	uint32_t line = mark.line >= UINT32_MAX ? UINT32_MAX : (uint32_t)mark.line + 1;
	uint32_t column = mark.column >= UINT32_MAX ? UINT32_MAX : (uint32_t)mark.column + 1;

	return (struct place){line, column};
}

/* ---- filling a portion */

/* What an event says, borrowed from it. */
struct told {
	struct ahead_event head;
	const unsigned char *text, *anchor, *tag;
	size_t n_text;
};

static void tell_scalar(const yaml_event_t *event, struct told *out)
{
	out->head.kind = AHEAD_SCALAR;
	out->head.is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	out->text = event->data.scalar.value;
	out->n_text = event->data.scalar.length;
	out->anchor = event->data.scalar.anchor;
	out->tag = event->data.scalar.tag;
}

/* False for the start of the stream, of which nobody needs to know. */
static bool tell(const yaml_event_t *event, struct told *out)
{
	*out = (struct told){.head.place = place_of(event->start_mark)};
	switch (event->type) {
	case YAML_SCALAR_EVENT: tell_scalar(event, out); break;
	case YAML_ALIAS_EVENT:
		out->head.kind = AHEAD_ALIAS;
		out->text = event->data.alias.anchor;
		out->n_text = strlen((const char *)out->text);
		break;
	case YAML_MAPPING_START_EVENT:
		out->head.kind = AHEAD_MAPPING;
		out->anchor = event->data.mapping_start.anchor;
		out->tag = event->data.mapping_start.tag;
		break;
	case YAML_SEQUENCE_START_EVENT:
		out->head.kind = AHEAD_SEQUENCE;
		out->anchor = event->data.sequence_start.anchor;
		out->tag = event->data.sequence_start.tag;
		break;
	case YAML_MAPPING_END_EVENT: out->head.kind = AHEAD_MAPPING_END; break;
	case YAML_SEQUENCE_END_EVENT: out->head.kind = AHEAD_SEQUENCE_END; break;
	case YAML_DOCUMENT_START_EVENT: out->head.kind = AHEAD_DOCUMENT; break;
	case YAML_DOCUMENT_END_EVENT: out->head.kind = AHEAD_DOCUMENT_END; break;
	case YAML_STREAM_END_EVENT: out->head.kind = AHEAD_STREAM_END; break;
	default: return false;
	}
	return true;
}

static size_t length_of(const unsigned char *text)
{
	return text ? strlen((const char *)text) : 0;
}

/* False when there is no room for it. */
static bool put(struct buf *events, struct told *told)
{
	static const char zeros[1 + ALIGNMENT];
	size_t n_text = told->n_text, n_anchor = length_of(told->anchor);
	size_t n_tag = length_of(told->tag);
	size_t size = sizeof(told->head) + n_text + n_anchor + n_tag + 3;
	size_t padding = (size_t)-size % ALIGNMENT;

	if (size + padding > UINT32_MAX)
		return false;
	told->head.has_anchor = told->anchor != NULL;
	told->head.has_tag = told->tag != NULL;
	told->head.n_text = (uint32_t)n_text;
	told->head.n_anchor = (uint32_t)n_anchor;
	told->head.size = (uint32_t)(size + padding);
	buf_put(events, &told->head, sizeof(told->head));
	buf_put(events, told->text, n_text);
	buf_put_byte(events, '\0');
	buf_put(events, told->anchor, n_anchor);
	buf_put_byte(events, '\0');
	buf_put(events, told->tag, n_tag);
	buf_put(events, zeros, 1 + padding);
	return !events->failed;
}

static void fail(struct ahead *ahead, bool has_room)
{
	const yaml_parser_t *parser = &ahead->parser;
	struct ahead_failure *failure = &ahead->failure;

	failure->cause = AHEAD_SYNTAX;
	if (!has_room || parser->error == YAML_MEMORY_ERROR)
		failure->cause = AHEAD_MEMORY;
	else if (parser->error == YAML_READER_ERROR)
		failure->cause = AHEAD_READER;
	failure->problem = parser->problem ? parser->problem : "syntax error";
	failure->context = parser->context;
	failure->place = place_of(parser->problem_mark);
	failure->context_place = place_of(parser->context_mark);
	failure->offset = parser->problem_offset;
	failure->value = parser->problem_value;
}

static void fill(struct ahead *ahead, struct portion *portion)
{
	buf_clear(&portion->events);
	portion->next = 0;
	while (portion->events.n < PORTION && !portion->is_last) {
		size_t n_whole = portion->events.n;
		bool has_room = true;
		yaml_event_t event;
		struct told told;

		if (!yaml_parser_parse(&ahead->parser, &event)) {
			fail(ahead, true);
			portion->is_last = true;
			return;
		}
		portion->is_last = event.type == YAML_STREAM_END_EVENT;
		if (tell(&event, &told)) {
			told.head.hash =
				strset_hash(ahead->seed, (const char *)told.text, told.n_text);
			has_room = put(&portion->events, &told);
		}
		yaml_event_delete(&event);
		if (!has_room) {
			fail(ahead, false);
			portion->events.n = n_whole;
			portion->is_last = true;
		}
	}
}

/* ---- the thread */

static void *run(void *data)
{
	struct ahead *ahead = data;
	bool is_last = false;

	pthread_mutex_lock(&ahead->lock);
	while (!is_last && !ahead->is_left) {
		struct portion *portion = &ahead->portions[ahead->filled % PORTIONS];

		if (ahead->filled == ahead->taken + PORTIONS) {
			pthread_cond_wait(&ahead->changed, &ahead->lock);
			continue;
		}
		pthread_mutex_unlock(&ahead->lock);
		fill(ahead, portion);
		pthread_mutex_lock(&ahead->lock);
		is_last = portion->is_last;
		ahead->filled++;
		pthread_cond_signal(&ahead->changed);
	}
	pthread_mutex_unlock(&ahead->lock);
	return NULL;
}

bool ahead_is_worthwhile(size_t n)
{
	return n >= WORTH_A_THREAD && cores_usable() > 1;
}

struct ahead *ahead_new(const char *bytes, size_t n, uint64_t seed, bool wants_thread)
{
	struct ahead *ahead = mem_array(1, sizeof(*ahead));

	if (!ahead)
		return NULL;
	if (!yaml_parser_initialize(&ahead->parser)) {
		mem_free(ahead);
		return NULL;
	}
	ahead->seed = seed;
	yaml_parser_set_encoding(&ahead->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&ahead->parser, (const unsigned char *)bytes, n);
	pthread_mutex_init(&ahead->lock, NULL);
	pthread_cond_init(&ahead->changed, NULL);
	ahead->has_thread = wants_thread && pthread_create(&ahead->thread, NULL, run, ahead) == 0;
	return ahead;
}

void ahead_free(struct ahead *ahead)
{
	if (!ahead)
		return;
	if (ahead->has_thread) {
		pthread_mutex_lock(&ahead->lock);
		ahead->is_left = true;
		pthread_cond_signal(&ahead->changed);
		pthread_mutex_unlock(&ahead->lock);
		pthread_join(ahead->thread, NULL);
	}
	for (size_t i = 0; i < PORTIONS; i++)
		buf_release(&ahead->portions[i].events);
	pthread_cond_destroy(&ahead->changed);
	pthread_mutex_destroy(&ahead->lock);
	yaml_parser_delete(&ahead->parser);
	mem_free(ahead);
}

/* Gives back the portion that was read, and waits for the next one or fills it. */
static void turn(struct ahead *ahead)
{
	if (!ahead->has_thread) {
		ahead->read = &ahead->portions[0];
		fill(ahead, ahead->read);
		return;
	}
	pthread_mutex_lock(&ahead->lock);
	if (ahead->read) {
		ahead->taken++;
		pthread_cond_signal(&ahead->changed);
	}
	while (ahead->filled == ahead->taken)
		pthread_cond_wait(&ahead->changed, &ahead->lock);
	ahead->read = &ahead->portions[ahead->taken % PORTIONS];
	pthread_mutex_unlock(&ahead->lock);
}

const struct ahead_event *ahead_next(struct ahead *ahead)
{
	const struct ahead_event *event;

	while (!ahead->read || ahead->read->next == ahead->read->events.n) {
		if (ahead->read && ahead->read->is_last)
			return NULL;
		turn(ahead);
	}
	event = (const void *)(ahead->read->events.at + ahead->read->next);
	ahead->read->next += event->size;
	return event;
}

const struct ahead_failure *ahead_failure(const struct ahead *ahead)
{
	return &ahead->failure;
}
