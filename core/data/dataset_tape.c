/* SPDX-License-Identifier: MIT */
#include "data/dataset_walk.h"

#include "data/dataset_tape.h"
#include "base/mem.h"

#include <string.h>

struct anchor {
	struct span span; /* `to` is SIZE_MAX while the node is being read */
	uint64_t depth; /* of the file where the node began */
};

static struct event *tape_at(struct walk *walk, size_t index)
{
	return (struct event *)walk->tape.at + index;
}

static struct anchor *anchor_at(struct walk *walk, uint32_t index)
{
	return (struct anchor *)walk->anchors.at + index;
}

struct span *tape_frame(struct walk *walk)
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
	uint32_t *of = load_number(walk->load, &walk->anchor_of, event->anchor), *open;
	struct anchor *anchor = of ? load_add(walk->load, &walk->anchors, sizeof(*anchor)) : NULL;

	if (!anchor)
		return;
	*anchor = (struct anchor){{walk->tape.n, SIZE_MAX}, walk->depth};
	open = load_add(walk->load, &walk->open, sizeof(*open));
	if (!open)
		return;
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
			       : load_number(walk->load, &walk->anchor_of, event->string);
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
		copy = load_add(walk->load, &walk->tape, sizeof(*copy));
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
void tape_next(struct walk *walk, struct event *out)
{
	struct span *frame = tape_frame(walk);

	if (walk->load->failed)
		*out = (struct event){.kind = EVENT_END, .string = STRSET_NONE};
	else if (frame)
		play_event(walk, frame, out);
	else
		read_event(walk, out);
	if (walk->load->failed)
		out->kind = EVENT_END;
}

bool tape_play(struct walk *walk, struct span span)
{
	struct span *frame;

	frame = load_add(walk->load, &walk->frames, sizeof(*frame));
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

	tape_next(walk, out);
	while (out->kind == EVENT_ALIAS) {
		if (walk->frames.n >= walk->load->limits->depth) {
			walk_error(walk, out->place, NULL,
				   "aliases within aliases nest too deep; the limit is %llu "
				   "(--limit depth=N)",
				   (unsigned long long)walk->load->limits->depth);
			walk->load->failed = true;
		} else if (follow(walk, out, &span)) {
			tape_play(walk, span);
		}
		tape_next(walk, out);
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
		tape_next(walk, &event);
		if (event.kind == EVENT_END)
			return;
		depth += (size_t)step_of(&event);
	}
}

void tape_skip(struct walk *walk)
{
	struct event event;

	tape_next(walk, &event);
	walk_skip_rest(walk, &event);
}

/* Skips the next node and says where on the tape it is; one that comes from the file is put there. */
bool tape_take(struct walk *walk, struct span *out, struct event *out_start)
{
	struct span *frame = tape_frame(walk);
	size_t frame_index = walk->frames.n - 1;
	bool plays = frame != NULL;

	out->from = plays ? frame->from : walk->tape.n;
	walk->n_recording += !plays;
	tape_next(walk, out_start);
	walk_skip_rest(walk, out_start);
	walk->n_recording -= !plays;
	out->to = plays ? ((struct span *)walk->frames.at)[frame_index].from : walk->tape.n;
	if (out_start->kind == EVENT_ALIAS && follow(walk, out_start, out))
		*out_start = *tape_at(walk, out->from);
	return !walk->load->failed;
}
