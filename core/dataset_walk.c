/* SPDX-License-Identifier: MIT */
#include "dataset_walk.h"

#include "mem.h"
#include "nearest.h"

#include <string.h>

struct anchor {
	struct span span; /* `to` is SIZE_MAX while the node is being read */
	uint64_t depth; /* of the file where the node began */
};

/* ---- growing */

void *vec_add(struct load *load, struct vec *vec, size_t size)
{
	size_t capacity = vec->capacity ? vec->capacity * 2 : 16;
	void *at;

	if (vec->n == vec->capacity) {
		at = mem_resize(vec->at, capacity, size);
		if (!at) {
			load_no_memory(load);
			return NULL;
		}
		vec->at = at;
		vec->capacity = capacity;
	}
	at = (char *)vec->at + vec->n++ * size;
	memset(at, 0, size);
	return at;
}

void vec_release(struct vec *vec)
{
	mem_free(vec->at);
	*vec = (struct vec){0};
}

/* Element `index` of an array of uint32_t that is zero wherever nothing was written yet. */
static uint32_t *number_at(struct load *load, struct vec *vec, uint32_t index)
{
	size_t capacity = vec->capacity ? vec->capacity : 256;
	uint32_t *at;

	if (index >= vec->capacity) {
		while (capacity <= index)
			capacity *= 2;
		at = mem_resize(vec->at, capacity, sizeof(*at));
		if (!at) {
			load_no_memory(load);
			return NULL;
		}
		memset(at + vec->capacity, 0, (capacity - vec->capacity) * sizeof(*at));
		vec->at = at;
		vec->capacity = capacity;
	}
	return (uint32_t *)vec->at + index;
}

static struct event *tape_at(struct walk *walk, size_t index)
{
	return (struct event *)walk->tape.at + index;
}

static struct anchor *anchor_at(struct walk *walk, uint32_t index)
{
	return (struct anchor *)walk->anchors.at + index;
}

static struct span *frame_top(struct walk *walk)
{
	struct span *frames = walk->frames.at;

	while (walk->frames.n && frames[walk->frames.n - 1].from == frames[walk->frames.n - 1].to)
		walk->frames.n--;
	return walk->frames.n ? &frames[walk->frames.n - 1] : NULL;
}

int walk_init(struct walk *walk, struct load *load, struct events *events)
{
	*walk = (struct walk){.load = load, .events = events};
	return load->failed ? -1 : 0;
}

void walk_release(struct walk *walk)
{
	vec_release(&walk->tape);
	vec_release(&walk->anchors);
	vec_release(&walk->anchor_of);
	vec_release(&walk->open);
	vec_release(&walk->frames);
	vec_release(&walk->merges);
	vec_release(&walk->prefixed.stamps);
}

/* ---- the tape */

static void open_anchor(struct walk *walk, const struct event *event)
{
	uint32_t *of = number_at(walk->load, &walk->anchor_of, event->anchor);
	struct anchor *anchor = vec_add(walk->load, &walk->anchors, sizeof(*anchor));
	uint32_t *open = vec_add(walk->load, &walk->open, sizeof(*open));

	if (!of || !anchor || !open)
		return;
	*anchor = (struct anchor){{walk->tape.n, SIZE_MAX}, walk->depth};
	*open = (uint32_t)(walk->anchors.n - 1);
	*of = *open + 1;
	walk->n_recording++;
}

/* After an event that may end nodes: the anchors of those are whole now. */
static void close_anchors(struct walk *walk)
{
	uint32_t *open = walk->open.at;
	struct anchor *anchor;

	while (walk->open.n) {
		anchor = anchor_at(walk, open[walk->open.n - 1]);
		if (anchor->depth != walk->depth)
			return;
		anchor->span.to = walk->tape.n;
		walk->open.n--;
		walk->n_recording--;
	}
}

/* An alias on the tape names its anchor by index, since the name may be given again later. */
static void resolve(struct walk *walk, struct event *event)
{
	uint32_t *of = event->string == STRSET_NONE
			       ? NULL
			       : number_at(walk->load, &walk->anchor_of, event->string);
	char word[DIAG_WORD];

	if (of && *of) {
		event->anchor = *of - 1;
		return;
	}
	if (!walk->load->failed)
		walk_error(walk, event->place, NULL, "there is no anchor '&%s' before this alias",
			   diag_word(word, load_text(walk->load, event->string)));
	event->kind = EVENT_SCALAR;
	event->anchor = STRSET_NONE;
	event->string = strset_put(&walk->load->strings, "", 0);
	if (event->string == STRSET_NONE)
		load_no_memory(walk->load);
}

/* The next event of the file; what anchors (or a merge) want is written to the tape. */
static void read_event(struct walk *walk, struct event *out)
{
	struct event *copy;

	events_next(walk->events, out);
	if (out->kind == EVENT_END)
		return;
	if (out->kind == EVENT_ALIAS)
		resolve(walk, out);
	else if (out->anchor != STRSET_NONE)
		open_anchor(walk, out);
	if (walk->n_recording) {
		copy = vec_add(walk->load, &walk->tape, sizeof(*copy));
		if (copy)
			*copy = *out;
	}
	if (out->kind == EVENT_MAPPING || out->kind == EVENT_SEQUENCE)
		walk->depth++;
	else if (out->kind == EVENT_MAPPING_END || out->kind == EVENT_SEQUENCE_END)
		walk->depth--;
	if (walk->open.n)
		close_anchors(walk);
}

static void play_event(struct walk *walk, struct span *frame, struct event *out)
{
	struct about about = {0};

	*out = *tape_at(walk, frame->from++);
	if (++walk->n_expanded <= walk->load->limits->expansion)
		return;
	about.place = out->place;
	load_error(walk->load, &about,
		   "aliases expand to too many values; the limit is %llu (--limit expansion=N)",
		   (unsigned long long)walk->load->limits->expansion);
	walk->load->failed = true;
}

/* The next event where we are, an alias as it stands. */
static void raw_next(struct walk *walk, struct event *out)
{
	struct span *frame = frame_top(walk);

	if (walk->load->failed)
		*out = (struct event){.kind = EVENT_END, .string = STRSET_NONE};
	else if (frame)
		play_event(walk, frame, out);
	else
		read_event(walk, out);
	if (walk->load->failed)
		out->kind = EVENT_END;
}

static bool push_frame(struct walk *walk, struct span span)
{
	struct span *frame;

	frame = vec_add(walk->load, &walk->frames, sizeof(*frame));
	if (frame)
		*frame = span;
	return frame != NULL;
}

/* The part of the tape an alias stands for; false after an error. */
static bool follow(struct walk *walk, const struct event *alias, struct span *out)
{
	char word[DIAG_WORD];

	*out = anchor_at(walk, alias->anchor)->span;
	if (out->to != SIZE_MAX)
		return true;
	walk_error(walk, alias->place, NULL, "the alias '*%s' stands within its own anchor",
		   diag_word(word, load_text(walk->load, alias->string)));
	walk->load->failed = true;
	return false;
}

void walk_next(struct walk *walk, struct event *out)
{
	struct span span;

	raw_next(walk, out);
	while (out->kind == EVENT_ALIAS) {
		if (walk->frames.n >= walk->load->limits->depth) {
			walk_error(walk, out->place, NULL,
				   "aliases within aliases nest too deep; the limit is %llu "
				   "(--limit depth=N)",
				   (unsigned long long)walk->load->limits->depth);
			walk->load->failed = true;
		} else if (follow(walk, out, &span)) {
			push_frame(walk, span);
		}
		raw_next(walk, out);
	}
}

static int step_of(const struct event *event)
{
	if (event->kind == EVENT_MAPPING || event->kind == EVENT_SEQUENCE)
		return 1;
	if (event->kind == EVENT_MAPPING_END || event->kind == EVENT_SEQUENCE_END)
		return -1;
	return 0;
}

/* To the end of the node that `start` began, where it came from, with no alias expanded. */
void walk_skip_rest(struct walk *walk, const struct event *start)
{
	struct event event;
	size_t depth = step_of(start) > 0;

	while (depth && !walk->load->failed) {
		raw_next(walk, &event);
		if (event.kind == EVENT_END)
			return;
		depth += (size_t)step_of(&event);
	}
}

static void skip(struct walk *walk)
{
	struct event event;

	raw_next(walk, &event);
	walk_skip_rest(walk, &event);
}

/* Skips the next node and says where on the tape it is; one that comes from the file is put there. */
static bool take_span(struct walk *walk, struct span *out, struct event *out_start)
{
	struct span *frame = frame_top(walk);
	size_t frame_index = walk->frames.n - 1;
	bool plays = frame != NULL;

	out->from = plays ? frame->from : walk->tape.n;
	walk->n_recording += !plays;
	raw_next(walk, out_start);
	walk_skip_rest(walk, out_start);
	walk->n_recording -= !plays;
	out->to = plays ? ((struct span *)walk->frames.at)[frame_index].from : walk->tape.n;
	if (out_start->kind == EVENT_ALIAS && follow(walk, out_start, out))
		*out_start = *tape_at(walk, out->from);
	return !walk->load->failed;
}

/* ---- the key path */

const char *walk_path(const struct walk *walk, struct buf *out)
{
	unsigned i;

	buf_clear(out);
	for (i = 0; i < walk->level; i++) {
		if (walk->path[i].key != STRSET_NONE) {
			buf_put_text(out, out->n ? "." : "");
			buf_put_text(out, load_text(walk->load, walk->path[i].key));
		}
		if (walk->path[i].index != UINT32_MAX)
			buf_printf(out, "[%lu]", (unsigned long)walk->path[i].index);
	}
	return buf_text(out);
}

void walk_error(struct walk *walk, struct place place, const char *suggestion, const char *format,
		...)
{
	struct buf path, text;
	struct about about = {.place = place, .suggestion = suggestion};
	va_list arguments;

	buf_init(&path, 4096);
	buf_init(&text, 4096);
	va_start(arguments, format);
	buf_vprintf(&text, format, arguments);
	va_end(arguments);
	about.path = walk_path(walk, &path);
	load_error(walk->load, &about, "%s", buf_text(&text));
	buf_release(&path);
	buf_release(&text);
}

static unsigned enter(struct walk *walk)
{
	if (walk->level < WALK_LEVELS)
		walk->path[walk->level] = (struct step){STRSET_NONE, UINT32_MAX};
	return walk->level;
}

/* ---- mappings */

const char *event_what(const struct event *event)
{
	switch (event->kind) {
	case EVENT_MAPPING: return "a mapping";
	case EVENT_SEQUENCE: return "a list";
	case EVENT_SCALAR: return "a text";
	default: return "nothing";
	}
}

bool mapping_begin(struct mapping *mapping, struct walk *walk, const struct event *start,
		   uint64_t allowed, struct keyset *free)
{
	*mapping = (struct mapping){.walk = walk, .allowed = allowed, .free = free};
	mapping->first_merge = walk->merges.n;
	mapping->stamp = ++walk->n_mappings;
	mapping->level = enter(walk);
	if (start->kind == EVENT_MAPPING)
		return true;
	walk_error(walk, start->place, NULL, "this is %s where a mapping belongs",
		   event_what(start));
	walk_skip_rest(walk, start);
	return false;
}

/*
 * Sets aside what a merge key names.  The merges of one mapping are a stack whose top comes first, so
 * the elements of a list go on in reverse, and a merged mapping's own merges come before its
 * neighbours.
 */
static void push_merge(struct walk *walk, struct span span, const struct event *start)
{
	struct span *merge;

	if (walk->load->failed)
		return;
	if (start->kind != EVENT_MAPPING) {
		walk_error(walk, start->place, NULL, "a merge key '<<' takes mappings, not %s",
			   event_what(start));
		return;
	}
	merge = vec_add(walk->load, &walk->merges, sizeof(*merge));
	if (merge)
		*merge = span;
}

static void reverse(struct span *spans, size_t n)
{
	struct span swapped;
	size_t i;

	for (i = 0; i < n / 2; i++) {
		swapped = spans[i];
		spans[i] = spans[n - 1 - i];
		spans[n - 1 - i] = swapped;
	}
}

static void set_merge_aside(struct walk *walk)
{
	size_t n_before = walk->merges.n, n_frames;
	struct span span, element;
	struct event start;

	if (!take_span(walk, &span, &start))
		return;
	if (start.kind != EVENT_SEQUENCE) {
		push_merge(walk, span, &start);
		return;
	}
	if (!push_frame(walk, (struct span){span.from + 1, span.to - 1}))
		return;
	for (n_frames = walk->frames.n; frame_top(walk) && walk->frames.n == n_frames;) {
		if (!take_span(walk, &element, &start))
			return;
		push_merge(walk, element, &start);
	}
	if (walk->merges.n)
		reverse((struct span *)walk->merges.at + n_before, walk->merges.n - n_before);
}

/* Begins the next merged mapping, or ends the mapping. */
static bool begin_merge(struct mapping *mapping)
{
	struct walk *walk = mapping->walk;
	struct span *merges = walk->merges.at;
	struct event start;

	walk->level = mapping->level;
	if (walk->merges.n == mapping->first_merge || walk->load->failed)
		return false;
	walk->merges.n--;
	mapping->is_merging = true;
	if (!push_frame(walk, merges[walk->merges.n]))
		return false;
	raw_next(walk, &start);
	return !walk->load->failed;
}

static bool is_allowed(const struct mapping *mapping, uint32_t key)
{
	const char *text = load_text(mapping->walk->load, key);

	if (mapping->free)
		return true;
	if (key < N_KEY_WORDS && (mapping->allowed & WORD_BIT(key)))
		return true;
	return mapping->prefix && !strncmp(text, mapping->prefix, strlen(mapping->prefix));
}

/* Whether the key was seen before; it is from now on. */
static bool see(struct mapping *mapping, uint32_t key)
{
	uint64_t bit = key < N_KEY_WORDS ? WORD_BIT(key) : 0;
	struct keyset *set = mapping->free ? mapping->free : &mapping->walk->prefixed;
	uint32_t *stamp;
	bool seen;

	if (!mapping->free && bit) {
		seen = (mapping->seen & bit) != 0;
		mapping->seen |= bit;
		return seen;
	}
	stamp = number_at(mapping->walk->load, &set->stamps, key);
	if (!stamp)
		return true;
	seen = *stamp == mapping->stamp;
	*stamp = mapping->stamp;
	return seen;
}

static void report_unknown(struct mapping *mapping, const struct event *key)
{
	struct walk *walk = mapping->walk;
	const char *text = load_text(walk->load, key->string);
	struct nearest nearest;
	char word[DIAG_WORD];
	unsigned i;

	nearest_init(&nearest, text);
	for (i = 0; i < N_KEY_WORDS; i++) {
		if (mapping->allowed & WORD_BIT(i))
			nearest_offer(&nearest, WORDS[i]);
	}
	walk_error(walk, key->place, nearest.best, "unknown key '%s'", diag_word(word, text));
}

/* Whether the key is one for the caller; if not, its value is done with. */
static bool take_key(struct mapping *mapping, const struct event *key)
{
	struct walk *walk = mapping->walk;
	const char *text = load_text(walk->load, key->string);
	char word[DIAG_WORD];
	bool is_merge = !strcmp(text, "<<") && !key->is_quoted;

	if (is_merge && !(mapping->has_merge && !mapping->is_merging)) {
		mapping->has_merge = true;
		set_merge_aside(walk);
		return false;
	}
	walk->path[mapping->level].key = key->string;
	if (!is_merge && !is_allowed(mapping, key->string)) {
		report_unknown(mapping, key);
	} else if (is_merge || see(mapping, key->string)) {
		if (!mapping->is_merging)
			walk_error(walk, key->place, NULL, "the key '%s' stands here twice",
				   diag_word(word, text));
	} else if (mapping->free || key->string < N_KEY_WORDS) {
		return true;
	}
	skip(walk);
	return false;
}

bool mapping_next(struct mapping *mapping, struct event *out_key)
{
	struct walk *walk = mapping->walk;

	for (;;) {
		walk->level = mapping->level + 1;
		walk->path[mapping->level] = (struct step){STRSET_NONE, UINT32_MAX};
		walk_next(walk, out_key);
		if (out_key->kind == EVENT_END) {
			walk->level = mapping->level;
			return false;
		}
		if (out_key->kind == EVENT_MAPPING_END) {
			if (!begin_merge(mapping))
				return false;
		} else if (out_key->kind != EVENT_SCALAR) {
			walk_error(walk, out_key->place, NULL, "a key is a text, not %s",
				   event_what(out_key));
			walk_skip_rest(walk, out_key);
			skip(walk);
		} else if (take_key(mapping, out_key)) {
			return true;
		}
	}
}

/* ---- sequences */

bool sequence_begin(struct sequence *sequence, struct walk *walk, const struct event *start)
{
	*sequence = (struct sequence){.walk = walk, .level = enter(walk)};
	if (start->kind == EVENT_SEQUENCE)
		return true;
	walk_error(walk, start->place, NULL, "this is %s where a list belongs", event_what(start));
	walk_skip_rest(walk, start);
	return false;
}

bool sequence_next(struct sequence *sequence, struct event *out)
{
	struct walk *walk = sequence->walk;

	walk->level = sequence->level + 1;
	sequence->index = sequence->n++;
	walk->path[sequence->level] = (struct step){STRSET_NONE, sequence->index};
	walk_next(walk, out);
	if (out->kind != EVENT_SEQUENCE_END && out->kind != EVENT_END)
		return true;
	walk->level = sequence->level;
	return false;
}
