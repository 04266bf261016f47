/* SPDX-License-Identifier: MIT */
#include "yaml/walk.h"

#include "base/nearest.h"

#include <assert.h>
#include <string.h>

void walk_init(struct walk *walk, struct load *load, struct yaml_source *source)
{
	memset(walk, 0, sizeof(*walk));
	tape_init(&walk->tape, load, source);
}

void walk_release(struct walk *walk)
{
	tape_release(&walk->tape);
	vec_release(&walk->merges);
	vec_release(&walk->prefixed.stamps);
	vec_release(&walk->lines);
}

/* ---- where we are */

/* The level of a collection that begins here. */
static unsigned enter(struct walk *walk)
{
	struct keypath *path = &walk->tape.path;

	assert(path->level < KEYPATH_LEVELS);
	path->steps[path->level] = (struct keypath_step){STRSET_NONE, UINT32_MAX};
	return path->level;
}

/* Where a collection at `level` is now: at a key (string), at an index, at neither yet. */
static void stand(struct walk *walk, unsigned level, uint32_t key, uint32_t index)
{
	struct keypath *path = &walk->tape.path;

	assert(level < KEYPATH_LEVELS);
	path->level = level + 1;
	path->steps[level] = (struct keypath_step){key, index};
}

/* ---- mappings */

const char *walk_what(const struct event *event)
{
	switch (event->kind) {
	case EVENT_MAPPING: return "a mapping";
	case EVENT_SEQUENCE: return "a list";
	default: return "a text";
	}
}

bool walk_begin_mapping(struct walk *walk, const struct event *start, uint64_t allowed,
			struct walk_keys *free, struct walk_mapping *out)
{
	*out = (struct walk_mapping){.walk = walk, .allowed = allowed, .free = free};
	out->first_merge = walk->merges.n;
	out->stamp = ++walk->n_mappings;
	out->level = enter(walk);
	if (start->kind == EVENT_MAPPING || start->kind == EVENT_END)
		return start->kind == EVENT_MAPPING; /* the end was explained where it came */
	keypath_hint(&walk->tape.path, walk->tape.load, start->place,
		     start->kind == EVENT_SCALAR ? "a mapping is {key: value} or lines 'key: value'"
						 : "an entry without '- ' is one mapping",
		     "this is %s where a mapping belongs", walk_what(start));
	tape_skip_rest(&walk->tape, start);
	return false;
}

/*
 * Sets aside what a merge key names.  The merges of one mapping are a stack whose top comes first, so
 * the elements of a list go on in reverse, and a merged mapping's own merges come before its
 * neighbours.
 */
static void push_merge(struct walk *walk, struct tape_span span, const struct event *start)
{
	struct tape_span *merge;

	if (walk->tape.load->failed)
		return;
	if (start->kind != EVENT_MAPPING) {
		walk_error(walk, start->place, "a merge key '<<' takes mappings, not %s",
			   walk_what(start));
		return;
	}
	merge = load_add(walk->tape.load, &walk->merges, sizeof(*merge));
	if (merge)
		*merge = span;
}

static void reverse(struct tape_span *spans, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct tape_span swapped = spans[i];

		spans[i] = spans[n - 1 - i];
		spans[n - 1 - i] = swapped;
	}
}

/*
 * The value of a merge key is taken from the file or the tape without being read: its keys come only
 * after the mapping's own.  A list is played element by element for that, which needs a frame of its
 * own; the list's two brackets are left out of it, so the frame is at its end behind the last element,
 * and an alias among the elements, which tape_take() resolves without playing it, adds no frame.
 */
static void set_merge_aside(struct walk *walk)
{
	size_t n_before = walk->merges.n, n_frames;
	struct tape_span span, element;
	struct event start;

	if (!tape_take(&walk->tape, &span, &start))
		return;
	if (start.kind != EVENT_SEQUENCE) {
		push_merge(walk, span, &start);
		return;
	}
	if (!tape_play(&walk->tape, (struct tape_span){span.from + 1, span.to - 1}))
		return;
	for (n_frames = walk->tape.frames.n;
	     tape_frame(&walk->tape) && walk->tape.frames.n == n_frames;) {
		if (!tape_take(&walk->tape, &element, &start))
			return;
		push_merge(walk, element, &start);
	}
	if (walk->merges.n)
		reverse((struct tape_span *)walk->merges.at + n_before, walk->merges.n - n_before);
}

/*
 * Begins the next merged mapping, or ends the mapping.  A merged mapping is played on the same stack
 * of frames that aliases use: the end of the mapping just read was the last event of its frame (or came
 * from the file), so what is played now ends where that one would have gone on.  Its first event, the
 * mapping's own start, is dropped, and its keys come out of the loop that is running.
 */
static bool begin_merge(struct walk_mapping *mapping)
{
	struct walk *walk = mapping->walk;
	struct tape_span *merges = walk->merges.at;
	struct event start;

	walk->tape.path.level = mapping->level;
	if (walk->merges.n == mapping->first_merge || walk->tape.load->failed)
		return false;
	walk->merges.n--;
	mapping->is_merging = true;
	if (!tape_play(&walk->tape, merges[walk->merges.n]))
		return false;
	tape_read(&walk->tape, &start);
	return !walk->tape.load->failed;
}

static bool is_allowed(const struct walk_mapping *mapping, uint32_t key, const char *text)
{
	if (mapping->free)
		return true;
	if (key < N_WORDS && (mapping->allowed & SCHEMA_BIT(key)))
		return true;
	return mapping->prefix && strncmp(text, mapping->prefix, strlen(mapping->prefix)) == 0;
}

/* Whether the key was seen before, in `out_line`; it is from now on. */
static bool see(struct walk_mapping *mapping, const struct event *key, uint32_t *out_line)
{
	uint64_t bit = key->string < N_WORDS ? SCHEMA_BIT(key->string) : 0;
	struct walk *walk = mapping->walk;
	struct walk_keys *set = mapping->free ? mapping->free : &walk->prefixed;
	uint32_t *stamp, *line;
	bool seen;

	if (!mapping->free && bit) {
		line = &walk->lines_of_words[mapping->level][key->string];
		seen = (mapping->seen & bit) != 0;
		mapping->seen |= bit;
	} else {
		stamp = load_number(walk->tape.load, &set->stamps, key->string);
		line = stamp ? load_number(walk->tape.load, &walk->lines, key->string) : NULL;
		if (!stamp || !line)
			return true;
		seen = *stamp == mapping->stamp;
		*stamp = mapping->stamp;
	}
	*out_line = *line;
	if (!seen)
		*line = key->place.line;
	return seen;
}

/* The key of a record that stands there twice is most often one of the next, whose '-' is missing. */
static void report_twice(struct walk_mapping *mapping, const struct event *key, uint32_t line)
{
	struct walk *walk = mapping->walk;
	bool is_id = key->string == WORD_ID && !mapping->free;
	char word[DIAG_WORD];

	if (mapping->is_told)
		return;
	mapping->is_told = is_id;
	keypath_hint(&walk->tape.path, walk->tape.load, key->place,
		     is_id ? "an entry of a list begins with '- '" : NULL,
		     "the key '%s' stands here twice, first in line %lu",
		     diag_word(word, load_text(walk->tape.load, key->string)), (unsigned long)line);
}

static bool is_comment(const char *text)
{
	return strncmp(text, "//", 2) == 0 || strncmp(text, "/*", 2) == 0;
}

/* What a key that is none here was probably meant to be. */
static const char *hint_for(const struct walk_mapping *mapping, const char *text)
{
	if (strncmp(text, "\xc2\xa0", 2) == 0 || strncmp(text, "\xe3\x80\x80", 3) == 0)
		return "the line is indented with what only looks like a space; indent with plain "
		       "spaces";
	if (is_comment(text))
		return "a comment begins with '#'; JSON has none";
	if (strcmp(text, "features") == 0)
		return "features belong into a category: categories: [{id: ..., features: [...]}]";
	if (strchr(text, ':'))
		return "a key ends in a colon and a space";
	if (strchr(text, ' ') && mapping->level > 0)
		return "within braces a text with a comma in it needs quotes";
	return NULL;
}

/* "keys here are id, name"; those of the format, in its order. */
static const char *list_keys(const struct walk_mapping *mapping, struct buf *out)
{
	for (unsigned i = 0; i < N_WORDS; i++)
		if (mapping->allowed & SCHEMA_BIT(i))
			buf_printf(out, "%s%s", out->n ? ", " : "keys here are ",
				   schema_word((enum word)i));
	if (mapping->allowed & SCHEMA_BIT(WORD_VALUES))
		buf_put_text(out, "; cells stand below 'values', indented more than it");
	return buf_text(out);
}

/* A comment of JavaScript's took the key behind it along: `// words "title"`. */
static uint32_t key_behind_comment(const char *text)
{
	const char *end = strrchr(text, '"'), *start = end;

	while (start && start > text && start[-1] != '"')
		start--;
	for (uint32_t i = 0; start && i < N_WORDS; i++) {
		const char *word = schema_word((enum word)i);

		if (strlen(word) == (size_t)(end - start) &&
		    strncmp(start, word, strlen(word)) == 0)
			return i;
	}
	return N_WORDS;
}

/* The word that was meant by a key that is none here, N_WORDS where it is like none. */
static uint32_t report_unknown(struct walk_mapping *mapping, const struct event *key)
{
	struct walk *walk = mapping->walk;
	const char *text = load_text(walk->tape.load, key->string);
	const char *hint = hint_for(mapping, text);
	struct buf keys = BUF_INIT;
	struct nearest nearest;
	char word[DIAG_WORD];

	uint32_t meant = is_comment(text) ? key_behind_comment(text) : N_WORDS;

	nearest_init(&nearest, text);
	for (unsigned i = 0; i < N_WORDS && load_has_room(walk->tape.load); i++) {
		const char *before = nearest.best;

		if (mapping->allowed & SCHEMA_BIT(i))
			nearest_offer(&nearest, schema_word((enum word)i));
		if (nearest.best != before)
			meant = i;
	}
	if (!nearest.best && !hint && mapping->n_unknown++ > 0) {
		if (mapping->n_unknown == 2)
			mapping->second_unknown = *key;
		return meant;
	}
	if (nearest.best)
		keypath_error(&walk->tape.path, walk->tape.load, key->place, nearest.best,
			      "unknown key '%s'", diag_word(word, text));
	else
		keypath_hint(&walk->tape.path, walk->tape.load, key->place,
			     hint ? hint : list_keys(mapping, &keys), "unknown key '%s'",
			     diag_word(word, text));
	buf_release(&keys);
	return meant;
}

/* At the end of a mapping: the unknown keys behind the first. */
static void report_unknown_rest(struct walk_mapping *mapping)
{
	struct load *load = mapping->walk->tape.load;
	const struct event *key = &mapping->second_unknown;
	unsigned long n = mapping->n_unknown;
	char word[DIAG_WORD];

	if (n < 2 || load->failed)
		return;
	stand(mapping->walk, mapping->level, key->string, UINT32_MAX);
	diag_word(word, load_text(load, key->string));
	if (n == 2)
		walk_error(mapping->walk, key->place, "'%s' is unknown here, too", word);
	else
		walk_error(mapping->walk, key->place,
			   "'%s' and %lu more keys are unknown here, too", word, n - 2);
}

/*
 * Whether the key is one for the caller; if not, its value is done with.  One that is misspelt is read as what
 * was meant, so that nothing is said to be missing that stands there.
 */
static bool take_key(struct walk_mapping *mapping, struct event *key)
{
	struct walk *walk = mapping->walk;
	const char *text = load_text(walk->tape.load, key->string);
	uint32_t line = key->place.line;
	bool is_merge = strcmp(text, "<<") == 0 && !key->is_quoted;

	if (is_merge && !(mapping->has_merge && !mapping->is_merging)) {
		mapping->has_merge = true;
		set_merge_aside(walk);
		return false;
	}
	stand(walk, mapping->level, key->string, UINT32_MAX);
	if (!is_merge && !is_allowed(mapping, key->string, text)) {
		uint32_t meant = report_unknown(mapping, key);

		if (meant < N_WORDS && mapping->allowed & SCHEMA_BIT(meant) &&
		    !(mapping->seen & SCHEMA_BIT(meant))) {
			mapping->seen |= SCHEMA_BIT(meant);
			walk->lines_of_words[mapping->level][meant] = key->place.line;
			key->string = meant;
			return true;
		}
	} else if (is_merge || see(mapping, key, &line)) {
		if (!mapping->is_merging)
			report_twice(mapping, key, line);
	} else if (mapping->free || key->string < N_WORDS) {
		return true;
	}
	tape_skip(&walk->tape);
	return false;
}

bool walk_next_key(struct walk_mapping *mapping, struct event *out_key)
{
	struct walk *walk = mapping->walk;

	for (;;) {
		stand(walk, mapping->level, STRSET_NONE, UINT32_MAX);
		tape_next(&walk->tape, out_key);
		if (out_key->kind == EVENT_END) {
			walk->tape.path.level = mapping->level;
			return false;
		}
		if (out_key->kind == EVENT_MAPPING_END) {
			if (!begin_merge(mapping)) {
				report_unknown_rest(mapping);
				walk->tape.path.level = mapping->level;
				return false;
			}
		} else if (out_key->kind != EVENT_SCALAR) {
			walk_error(walk, out_key->place, "a key is a text, not %s",
				   walk_what(out_key));
			tape_skip_rest(&walk->tape, out_key);
			tape_skip(&walk->tape);
		} else if (take_key(mapping, out_key)) {
			return true;
		}
	}
}

/* ---- sequences */

bool walk_begin_list(struct walk *walk, const struct event *start, struct walk_list *out)
{
	*out = (struct walk_list){.walk = walk, .level = enter(walk)};
	if (start->kind == EVENT_SEQUENCE || start->kind == EVENT_END)
		return start->kind == EVENT_SEQUENCE;
	keypath_hint(&walk->tape.path, walk->tape.load, start->place,
		     "each entry of a list begins with '- ', or all stand in '[' and ']'",
		     "this is %s where a list belongs", walk_what(start));
	tape_skip_rest(&walk->tape, start);
	return false;
}

bool walk_next_element(struct walk_list *list, struct event *out)
{
	struct walk *walk = list->walk;

	list->index = list->n++;
	stand(walk, list->level, STRSET_NONE, list->index);
	tape_next(&walk->tape, out);
	if (out->kind != EVENT_SEQUENCE_END && out->kind != EVENT_END)
		return true;
	walk->tape.path.level = list->level;
	return false;
}
