/* SPDX-License-Identifier: MIT */
#include "data/dataset_walk.h"

#include "data/dataset_tape.h"
#include "base/nearest.h"

#include <assert.h>
#include <string.h>

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
	assert(walk->level < WALK_LEVELS);
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
	if (start->kind == EVENT_MAPPING || start->kind == EVENT_END)
		return start->kind == EVENT_MAPPING; /* the end was explained where it came */
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
	merge = load_add(walk->load, &walk->merges, sizeof(*merge));
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

	if (!tape_take(walk, &span, &start))
		return;
	if (start.kind != EVENT_SEQUENCE) {
		push_merge(walk, span, &start);
		return;
	}
	if (!tape_play(walk, (struct span){span.from + 1, span.to - 1}))
		return;
	for (n_frames = walk->frames.n; tape_frame(walk) && walk->frames.n == n_frames;) {
		if (!tape_take(walk, &element, &start))
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
	if (!tape_play(walk, merges[walk->merges.n]))
		return false;
	tape_next(walk, &start);
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
	stamp = load_number(mapping->walk->load, &set->stamps, key);
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
	for (i = 0; i < N_KEY_WORDS && load_has_room(walk->load); i++) {
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
	tape_skip(walk);
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
			tape_skip(walk);
		} else if (take_key(mapping, out_key)) {
			return true;
		}
	}
}

/* ---- sequences */

bool sequence_begin(struct sequence *sequence, struct walk *walk, const struct event *start)
{
	*sequence = (struct sequence){.walk = walk, .level = enter(walk)};
	if (start->kind == EVENT_SEQUENCE || start->kind == EVENT_END)
		return start->kind == EVENT_SEQUENCE;
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
