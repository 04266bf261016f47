/* SPDX-License-Identifier: MIT */
#include "yaml/tape.h"

#include <string.h>

struct anchor {
	struct tape_span span; /* `to` is SIZE_MAX while the node is being read */
	uint64_t depth; /* of the file where the node began */
};

static struct event *event_at(struct tape *tape, size_t index)
{
	return (struct event *)tape->events.at + index;
}

static struct anchor *anchor_at(struct tape *tape, uint32_t index)
{
	return (struct anchor *)tape->anchors.at + index;
}

/* Frames at their end are dropped here and nowhere else, so a frame outlives its last event until asked. */
struct tape_span *tape_frame(struct tape *tape)
{
	struct tape_span *frames = tape->frames.at;

	while (tape->frames.n && frames[tape->frames.n - 1].from == frames[tape->frames.n - 1].to)
		tape->frames.n--;
	return tape->frames.n ? &frames[tape->frames.n - 1] : NULL;
}

void tape_init(struct tape *tape, struct load *load, struct yaml_source *source)
{
	*tape = (struct tape){.load = load, .source = source};
}

void tape_release(struct tape *tape)
{
	vec_release(&tape->events);
	vec_release(&tape->anchors);
	vec_release(&tape->anchor_of);
	vec_release(&tape->open);
	vec_release(&tape->frames);
}

/* ---- the tape */

static void open_anchor(struct tape *tape, const struct event *event)
{
	uint32_t *of = load_number(tape->load, &tape->anchor_of, event->anchor), *open;
	struct anchor *anchor = of ? load_add(tape->load, &tape->anchors, sizeof(*anchor)) : NULL;

	if (!anchor)
		return;
	*anchor = (struct anchor){{tape->events.n, SIZE_MAX}, tape->depth};
	open = load_add(tape->load, &tape->open, sizeof(*open));
	if (!open)
		return;
	*open = (uint32_t)(tape->anchors.n - 1);
	*of = *open + 1;
	tape->n_recording++;
}

/* After an event that may end nodes: the anchors of those are whole now. */
static void close_anchors(struct tape *tape)
{
	uint32_t *open = tape->open.at;
	struct anchor *anchor;

	while (tape->open.n) {
		anchor = anchor_at(tape, open[tape->open.n - 1]);
		if (anchor->depth != tape->depth)
			return;
		anchor->span.to = tape->events.n;
		tape->open.n--;
		tape->n_recording--;
	}
}

/* An alias on the tape names its anchor by index, since the name may be given again later. */
static void resolve(struct tape *tape, struct event *event)
{
	uint32_t *of = event->string == STRSET_NONE
			       ? NULL
			       : load_number(tape->load, &tape->anchor_of, event->string);
	char word[DIAG_WORD];

	if (of && *of) {
		event->anchor = *of - 1;
		return;
	}
	if (!tape->load->failed)
		keypath_error(&tape->path, tape->load, event->place, NULL,
			      "there is no anchor '&%s' before this alias",
			      diag_word(word, load_text(tape->load, event->string)));
	event->kind = EVENT_SCALAR;
	event->anchor = STRSET_NONE;
	event->string = strset_put(&tape->load->strings, "", 0);
	if (event->string == STRSET_NONE)
		load_no_memory(tape->load);
}

/* The next event of the file; what anchors (or a merge) want is written to the tape. */
static void read_event(struct tape *tape, struct event *out)
{
	struct event *copy;

	yaml_source_next(tape->source, out);
	if (out->kind == EVENT_END)
		return;
	tape->n_read += out->kind != EVENT_MAPPING_END && out->kind != EVENT_SEQUENCE_END;
	if (out->kind == EVENT_ALIAS)
		resolve(tape, out);
	else if (out->anchor != STRSET_NONE)
		open_anchor(tape, out);
	if (tape->n_recording) {
		copy = load_add(tape->load, &tape->events, sizeof(*copy));
		if (copy)
			*copy = *out;
	}
	if (out->kind == EVENT_MAPPING || out->kind == EVENT_SEQUENCE)
		tape->depth++;
	else if (out->kind == EVENT_MAPPING_END || out->kind == EVENT_SEQUENCE_END)
		tape->depth--;
	if (tape->open.n)
		close_anchors(tape);
}

/* A long text is more than one: cells that show it are written out one by one. */
static uint64_t weight_of(const struct tape *tape, const struct event *event)
{
	if (event->kind != EVENT_SCALAR)
		return 1;
	return 1 + strlen(load_text(tape->load, event->string)) / LIMITS_BYTES_OF_A_VALUE;
}

static void play_event(struct tape *tape, struct tape_span *frame, struct event *out)
{
	const uint64_t limit = tape->load->limits->expansion;
	struct about about = {0};
	struct buf most = BUF_INIT;

	*out = *event_at(tape, frame->from++);
	tape->n_expanded += weight_of(tape, out);
	if (tape->n_expanded <= limits_most(limit, tape->n_read))
		return;
	about.place = out->place;
	limits_put_most(&most, "expansion", limit, tape->n_read, "values before");
	load_error(tape->load, &about, "aliases expand to too many values; the limit is %s",
		   buf_text(&most));
	buf_release(&most);
	tape->load->failed = true;
}

/* The next event where we are, an alias as it stands. */
void tape_read(struct tape *tape, struct event *out)
{
	struct tape_span *frame = tape_frame(tape);

	if (tape->load->failed)
		*out = (struct event){.kind = EVENT_END, .string = STRSET_NONE};
	else if (frame)
		play_event(tape, frame, out);
	else
		read_event(tape, out);
	if (tape->load->failed)
		out->kind = EVENT_END;
}

bool tape_play(struct tape *tape, struct tape_span span)
{
	struct tape_span *frame;

	frame = load_add(tape->load, &tape->frames, sizeof(*frame));
	if (frame)
		*frame = span;
	return frame != NULL;
}

/* The part of the tape an alias stands for; false after an error. */
static bool follow(struct tape *tape, const struct event *alias, struct tape_span *out)
{
	char word[DIAG_WORD];

	*out = anchor_at(tape, alias->anchor)->span;
	if (out->to != SIZE_MAX)
		return true;
	keypath_error(&tape->path, tape->load, alias->place, NULL,
		      "the alias '*%s' stands within its own anchor",
		      diag_word(word, load_text(tape->load, alias->string)));
	tape->load->failed = true;
	return false;
}

void tape_next(struct tape *tape, struct event *out)
{
	struct tape_span span;

	tape_read(tape, out);
	while (out->kind == EVENT_ALIAS) {
		if (tape->frames.n >= tape->load->limits->depth) {
			keypath_error(&tape->path, tape->load, out->place, NULL,
				      "aliases within aliases nest too deep; the limit is %llu "
				      "(--limit depth=N)",
				      (unsigned long long)tape->load->limits->depth);
			tape->load->failed = true;
		} else if (follow(tape, out, &span)) {
			tape_play(tape, span);
		}
		tape_read(tape, out);
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
void tape_skip_rest(struct tape *tape, const struct event *start)
{
	struct event event;
	size_t depth = step_of(start) > 0;

	while (depth && !tape->load->failed) {
		tape_read(tape, &event);
		if (event.kind == EVENT_END)
			return;
		depth += (size_t)step_of(&event);
	}
}

void tape_skip(struct tape *tape)
{
	struct event event;

	tape_read(tape, &event);
	tape_skip_rest(tape, &event);
}

/*
 * A node that is being played is on the tape already, and ends where its frame stands after it was
 * skipped; one that comes from the file is recorded while it is skipped.  The frame is found again by
 * its index, since playing may move the array, and it is looked at before the next tape_frame(): when
 * the node was the last of its span the frame is at its end, and that call would drop it.  No frame
 * comes on top in between, because nothing here follows an alias.
 */
bool tape_take(struct tape *tape, struct tape_span *out, struct event *out_start)
{
	struct tape_span *frame = tape_frame(tape);
	size_t frame_index = tape->frames.n - 1;
	bool plays = frame != NULL;

	out->from = plays ? frame->from : tape->events.n;
	tape->n_recording += !plays;
	tape_read(tape, out_start);
	tape_skip_rest(tape, out_start);
	tape->n_recording -= !plays;
	out->to = plays ? ((struct tape_span *)tape->frames.at)[frame_index].from : tape->events.n;
	if (out_start->kind == EVENT_ALIAS && follow(tape, out_start, out))
		*out_start = *event_at(tape, out->from);
	return !tape->load->failed;
}
