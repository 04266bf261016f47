/* SPDX-License-Identifier: MIT */
#include "dataset_ahead.h"

#include "mem.h"

#include <pthread.h>
#include <stdint.h>
#include <unistd.h>

/* Portions so large that waking the other thread costs nothing beside them, and still in the cache. */
enum { EVENTS = 1024, PORTIONS = 4 };

/* Below, what a thread saves is less than what starting it costs. */
enum { WORTH_A_THREAD = 128 * 1024 };

struct portion {
	yaml_event_t events[EVENTS];
	size_t n, next;
	bool is_last; /* nothing follows: the stream has ended or libyaml has failed */
};

/* A ring: taken <= filled <= taken + PORTIONS, both counted from the beginning. */
struct ahead {
	yaml_parser_t parser;
	struct portion portions[PORTIONS];
	uint64_t filled, taken;
	struct portion *read; /* null before the first */
	bool has_thread;
	bool is_left; /* nobody reads any more */
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
};

static void empty(struct portion *portion)
{
	for (size_t i = 0; i < portion->n; i++)
		yaml_event_delete(&portion->events[i]);
	portion->n = portion->next = 0;
}

static void fill(yaml_parser_t *parser, struct portion *portion)
{
	empty(portion);
	while (portion->n < EVENTS && !portion->is_last) {
		yaml_event_t *event = &portion->events[portion->n];

		portion->is_last = !yaml_parser_parse(parser, event);
		if (portion->is_last)
			return;
		portion->n++;
		portion->is_last = event->type == YAML_STREAM_END_EVENT;
	}
}

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
		fill(&ahead->parser, portion);
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
	return n >= WORTH_A_THREAD && sysconf(_SC_NPROCESSORS_ONLN) > 1;
}

struct ahead *ahead_new(const char *bytes, size_t n, bool wants_thread)
{
	struct ahead *ahead = mem_array(1, sizeof(*ahead));

	if (!ahead)
		return NULL;
	if (!yaml_parser_initialize(&ahead->parser)) {
		mem_free(ahead);
		return NULL;
	}
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
		empty(&ahead->portions[i]);
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
		fill(&ahead->parser, ahead->read);
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

const yaml_event_t *ahead_next(struct ahead *ahead)
{
	while (!ahead->read || ahead->read->next == ahead->read->n) {
		if (ahead->read && ahead->read->is_last)
			return NULL;
		turn(ahead);
	}
	return &ahead->read->events[ahead->read->next++];
}

const yaml_parser_t *ahead_failure(const struct ahead *ahead)
{
	return &ahead->parser;
}
